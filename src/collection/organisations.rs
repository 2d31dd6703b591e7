//! Cluster organisations: the mapping tool.

use std::sync::Arc;

use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
#[cfg(not(target_arch = "wasm32"))]
use crate::dataset::{ImportError, ImportOptions};
use crate::domain::{Instant, Organisation, RecordId, Vocabularies};

use super::about::{COUNTRY, ECOSYSTEM};
use super::{
    About, Collection, CollectionRecord, FacetAbout, Format, LabelSource, SavingWords, Setting, Words,
};

pub(super) const ABOUT: About = About {
    name: "organisations",
    path: "explore",
    record_path: "organisation",
    facets: &[
        COUNTRY,
        FacetAbout::new("region", "facet-region", LabelSource::Terms).noted("facet-region-note"),
        ECOSYSTEM.noted("facet-ecosystem-note"),
        FacetAbout::new("expertise", "facet-expertise", LabelSource::Terms).noted("facet-expertise-note"),
        FacetAbout::new("kind", "facet-kind", LabelSource::Messages(KINDS)),
        FacetAbout {
            named_with_heading: true,
            ..FacetAbout::new("located", "facet-located", LabelSource::Messages(LOCATED)).unsearched()
        },
        FacetAbout::new("label", "facet-label", LabelSource::Messages(LEVELS)).unsearched(),
    ],
    places: true,
    closes: None,
    words: Words {
        suggested_word: "suggestion-word",
        show: "filters-show",
        counted: "facet-count-unit",
        nothing: "nothing-found",
        missing_title: "missing-organisation-title",
        missing_text: "missing-organisation-text",
        ..Words::any("nav-explore", "search-placeholder", "suggestion-profile")
    },
    saving: Some(SavingWords {
        save: "save",
        saved: "save-on",
        named: "save-named",
        done: "saved",
        undone: "unsaved",
    }),
};

const KINDS: &[(&str, &str)] = &[
    ("cluster_organisation", "kind-cluster-organisation"),
    ("network", "kind-network"),
    ("eurocluster", "kind-eurocluster"),
    ("support_organisation", "kind-support-organisation"),
];
const LOCATED: &[(&str, &str)] = &[("yes", "located-yes"), ("no", "located-no")];
const LEVELS: &[(&str, &str)] =
    &[("bronze", "label-bronze"), ("silver", "label-silver"), ("gold", "label-gold")];

impl AsRef<Organisation> for Organisation {
    fn as_ref(&self) -> &Organisation {
        self
    }
}

impl CollectionRecord for Organisation {
    const COLLECTION: Collection = Collection::Organisations;
    const FORMATS: &'static [Format] = &[Format::Csv, Format::GeoJson, Format::Json];
    type At = Self;
    type Standing = ();

    fn id(&self) -> &RecordId {
        &self.id
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn sources(&self) -> &[String] {
        self.source.as_slice()
    }

    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_organisations(file, vocabularies)
    }

    fn file(records: &[&Self], vocabularies: &Vocabularies) -> String {
        dataset::organisations_file(records, vocabularies)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        Some(match format {
            Format::Csv => dataset::organisations_csv(records, note),
            Format::GeoJson => dataset::organisations_geojson(records, note),
            Format::Json => dataset::organisations_json(records, note),
        })
    }

    fn at(records: &[Arc<Self>], _setting: &Setting<'_>) -> Vec<Self> {
        records.iter().map(|record| Self::clone(record)).collect()
    }

    fn standing(&self, _now: Instant) {}

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> (&'static str, String) {
        dataset::organisations_schema()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn import(
        (name, bytes): (&str, &[u8]),
        options: ImportOptions,
        vocabularies: &mut Vocabularies,
        other: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Result<Loaded<Self>, ImportError> {
        // Whoever is published already keeps the identifier, which is in every link.
        let published = other("organisations.json");
        let published = published.and_then(|file| {
            dataset::read_organisations(&Fetched::opened("organisations.json", &file), vocabularies).ok()
        });
        let options = options.with_published(&published.map(|it| it.records).unwrap_or_default());
        dataset::import_organisations(name, bytes, &options, vocabularies)
    }
}
