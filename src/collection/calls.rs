//! Open calls.

use std::sync::Arc;

use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
#[cfg(not(target_arch = "wasm32"))]
use crate::dataset::{ImportError, ImportOptions};
use crate::domain::{Call, CallStatus, Instant, RecordId, Vocabularies};
use crate::explore::{CallAt, CountriesOfCalls};

use super::about::{AUDIENCE, COUNTRY, ECOSYSTEM, status};
use super::{
    About, Collection, CollectionRecord, FacetAbout, Format, LabelSource, SavingWords, Setting, Words,
};

pub(super) const ABOUT: About = About {
    name: "calls",
    path: "calls",
    record_path: "calls",
    facets: &[
        status(STATES),
        AUDIENCE.titled("facet-applicants"),
        FacetAbout::new("purpose", "facet-purpose", LabelSource::Terms),
        ECOSYSTEM,
        // Not searched: every country would find all calls that are open to any.
        COUNTRY.titled("facet-eligible").noted("facet-eligible-note").unsearched(),
        FacetAbout::new("issuer", "facet-issuer", LabelSource::Itself).unsearched(),
    ],
    places: false,
    closes: Some("closes_in_days"),
    words: Words::any("nav-calls", "search-placeholder-calls", "suggestion-call"),
    saving: Some(SavingWords {
        save: "call-save",
        saved: "call-save-on",
        named: "call-save-named",
        done: "call-saved",
        undone: "call-unsaved",
    }),
};

const STATES: &[(&str, &str)] = &[
    ("open", "status-open"),
    ("forthcoming", "status-forthcoming"),
    ("unknown", "status-unknown"),
    ("closed", "status-closed"),
    ("cancelled", "status-cancelled"),
];

impl AsRef<Call> for CallAt {
    fn as_ref(&self) -> &Call {
        self.call()
    }
}

impl CollectionRecord for Call {
    const COLLECTION: Collection = Collection::Calls;
    const FORMATS: &'static [Format] = &[Format::Csv, Format::Json];
    type At = CallAt;
    /// Its state, and the next cut-off.
    type Standing = (CallStatus, Option<i64>);

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
        dataset::read_calls(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        dataset::calls_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Csv => Some(dataset::calls_csv(records, note)),
            Format::Json => Some(dataset::calls_json(records, note)),
            Format::GeoJson => None,
        }
    }

    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At> {
        let countries = CountriesOfCalls::new(setting.countries.iter().cloned(), setting.vocabularies);
        records.iter().map(|call| CallAt::new(call.clone(), setting.now, &countries)).collect()
    }

    fn standing(&self, now: Instant) -> Self::Standing {
        (self.status(now), self.next_cutoff(now).map(|cutoff| cutoff.closes().unix()))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> (&'static str, String) {
        dataset::calls_schema()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn import(
        (name, bytes): (&str, &[u8]),
        options: ImportOptions,
        vocabularies: &mut Vocabularies,
        _other: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Result<Loaded<Self>, ImportError> {
        dataset::import_calls(name, bytes, &options, vocabularies)
    }
}
