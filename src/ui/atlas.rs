//! The dataset as it was loaded at the start.

use std::sync::OnceLock;

use crate::collection::{Collection, FacetAbout, facet};
use crate::dataset::{Config, DatasetError, Manifest, Report};
use crate::domain::{ExpertiseBasis, Organisation, Vocabularies};
use crate::explore::{Index, LabelsOf, Towns};

use super::shared::Shared;

/// The loaded dataset, indexed.
#[derive(Clone)]
pub struct Atlas {
    /// What the deployment chose.
    pub config: Config,
    /// What the dataset says of itself.
    pub manifest: Manifest,
    /// The controlled lists.
    pub vocabularies: Vocabularies,
    /// The organisations; none where their file could not be had.
    pub index: Shared<Index<Organisation>>,
    /// Why there are no organisations: pages that need none work all the same.
    pub missing: Option<DatasetError>,
    /// What was read, and what was wrong with it, file by file.
    pub reports: Vec<Report>,
    /// Why there is no dataset at all: then only what is kept on this device can be shown.
    pub fault: Option<Fault>,
    /// The towns of the organisations, once somebody asks for one.
    pub towns: OnceLock<Towns>,
}

/// Why there is no dataset.
#[derive(Clone)]
pub struct Fault {
    /// What was wrong.
    pub failure: DatasetError,
    /// Whether the settings of the deployment could be read.
    pub has_settings: bool,
}

impl Atlas {
    /// What there is where there is no dataset.
    pub fn without_dataset(config: Option<Config>, failure: DatasetError) -> Self {
        let fault = Some(Fault { failure, has_settings: config.is_some() });
        Self {
            config: config.unwrap_or_default(),
            manifest: Manifest::default(),
            vocabularies: Vocabularies::default(),
            index: Shared::new(Index::build(Vec::new(), &|_, _, _| ())),
            missing: None,
            reports: Vec::new(),
            fault,
            towns: OnceLock::new(),
        }
    }

    /// The towns of the organisations, put together when somebody first asks for one.
    pub fn towns(&self) -> &Towns {
        self.towns.get_or_init(|| {
            let records = self.index.records().iter();
            Towns::of(records.filter_map(|it| Some((it.city.as_deref()?, it.location?.point))))
        })
    }

    /// Whether its settings are those of the deployment.
    pub fn has_settings(&self) -> bool {
        self.fault.as_ref().is_none_or(|fault| fault.has_settings)
    }

    /// What has to be known to read a facet of organisations, where it is true of these.
    pub fn note(&self, about: &FacetAbout) -> Option<&'static str> {
        let records = self.index.records();
        let holds = match about.id {
            facet::ECOSYSTEM => !records.iter().any(|it| it.ecosystems.len() > 1),
            facet::EXPERTISE => records.iter().any(|it| it.expertise_basis == Some(ExpertiseBasis::Inferred)),
            _ => true,
        };
        about.note.filter(|_| holds)
    }

    /// The organisation with an identifier.
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.index.row_of(id).map(|row| &self.index.records()[row as usize])
    }

    /// The address of a collection's file; `None` where the manifest names none, which means that there is none. A
    /// manifest without organisations is taken to mean the usual file beside it.
    pub fn file_of(config: &Config, manifest: &Manifest, collection: Collection) -> Option<String> {
        let usual = (collection == Collection::Organisations).then_some("organisations.json");
        let name = manifest.collections.get(collection.about().name).map(String::as_str).or(usual)?;
        Some(Manifest::resolve(&config.dataset, name))
    }

    /// The same dataset, searchable under the names of another language.
    pub fn relabelled(&self, labels: &LabelsOf<'_>) -> Self {
        let mut index = Index::clone(&self.index);
        index.set_labels(labels);
        Self { index: Shared::new(index), ..self.clone() }
    }
}
