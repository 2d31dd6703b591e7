//! Trainings.

use std::sync::Arc;

use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
#[cfg(not(target_arch = "wasm32"))]
use crate::dataset::{ImportError, ImportOptions};
use crate::domain::{Instant, RecordId, Training, TrainingStatus, Vocabularies};
use crate::explore::TrainingAt;

use super::about::{AUDIENCE, status};
use super::{About, Collection, CollectionRecord, FacetAbout, Format, LabelSource, Setting, Words};

pub(super) const ABOUT: About = About {
    name: "trainings",
    path: "training",
    record_path: "training",
    facets: &[
        status(STATES),
        FacetAbout::new("kind", "facet-kind-training", LabelSource::Messages(KINDS)),
        FacetAbout::new("format", "facet-format", LabelSource::Messages(FORMATS)),
        FacetAbout::new("topic", "facet-topic", LabelSource::Terms),
        FacetAbout::new("language", "facet-language", LabelSource::Languages),
        AUDIENCE,
        FacetAbout::new("month", "facet-month", LabelSource::Months).unsearched(),
    ],
    places: false,
    closes: None,
    words: Words::any("nav-training", "search-placeholder-trainings", "suggestion-training"),
    saving: None,
};

const STATES: &[(&str, &str)] = &[
    ("open", "status-open"),
    ("upcoming", "status-upcoming"),
    ("undated", "status-undated"),
    ("past", "status-past"),
];
const KINDS: &[(&str, &str)] = &[
    ("academy", "kind-academy"),
    ("webinar", "kind-webinar"),
    ("workshop", "kind-workshop"),
    ("course", "kind-course"),
];
const FORMATS: &[(&str, &str)] =
    &[("online", "format-online"), ("onsite", "format-onsite"), ("hybrid", "format-hybrid")];

impl AsRef<Training> for TrainingAt {
    fn as_ref(&self) -> &Training {
        self.training()
    }
}

impl CollectionRecord for Training {
    const COLLECTION: Collection = Collection::Trainings;
    const FORMATS: &'static [Format] = &[Format::Json];
    type At = TrainingAt;
    /// Its state, and when the next session begins.
    type Standing = (TrainingStatus, Option<i64>);

    fn id(&self) -> &RecordId {
        &self.id
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn sources(&self) -> &[String] {
        &self.sources
    }

    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_trainings(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        dataset::trainings_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Json => Some(dataset::trainings_json(records, note)),
            Format::Csv | Format::GeoJson => None,
        }
    }

    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|training| TrainingAt::new(training.clone(), setting.now)).collect()
    }

    fn standing(&self, now: Instant) -> Self::Standing {
        (self.status(now), self.next_session(now).map(|session| session.begins().unix()))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> (&'static str, String) {
        dataset::trainings_schema()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn import(
        (name, bytes): (&str, &[u8]),
        options: ImportOptions,
        vocabularies: &mut Vocabularies,
        _other: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Result<Loaded<Self>, ImportError> {
        dataset::import_trainings(name, bytes, &options, vocabularies)
    }
}
