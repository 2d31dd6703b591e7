//! Partner requests.

use std::sync::Arc;

use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
#[cfg(not(target_arch = "wasm32"))]
use crate::dataset::{ImportError, ImportOptions};
use crate::domain::{Instant, PartnerRequest, RecordId, RequestStatus, Vocabularies};
use crate::explore::RequestAt;

use super::about::{COUNTRY, ECOSYSTEM, status};
use super::{About, Collection, CollectionRecord, FacetAbout, Format, LabelSource, Setting, Words};

pub(super) const ABOUT: About = About {
    name: "partner_requests",
    path: "partner-requests",
    record_path: "partner-requests",
    facets: &[
        status(STATES),
        FacetAbout::new("kind", "facet-kind-request", LabelSource::Messages(KINDS)),
        ECOSYSTEM,
        COUNTRY,
        FacetAbout::new("call", "facet-call", LabelSource::Records(Collection::Calls)).unsearched(),
    ],
    places: false,
    closes: None,
    words: Words::any("nav-requests", "search-placeholder-requests", "suggestion-request"),
    saving: None,
};

const STATES: &[(&str, &str)] =
    &[("open", "status-open"), ("undated", "status-undated"), ("closed", "status-closed")];
const KINDS: &[(&str, &str)] = &[
    ("partners", "kind-partners"),
    ("host", "kind-host"),
    ("visitor", "kind-visitor"),
    ("challenge", "kind-challenge"),
];

impl AsRef<PartnerRequest> for RequestAt {
    fn as_ref(&self) -> &PartnerRequest {
        self.request()
    }
}

impl CollectionRecord for PartnerRequest {
    const COLLECTION: Collection = Collection::PartnerRequests;
    const FORMATS: &'static [Format] = &[Format::Json];
    type At = RequestAt;
    /// Its state.
    type Standing = RequestStatus;

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
        dataset::read_partner_requests(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        dataset::partner_requests_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Json => Some(dataset::partner_requests_json(records, note)),
            Format::Csv | Format::GeoJson => None,
        }
    }

    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|request| RequestAt::new(request.clone(), setting.now)).collect()
    }

    fn standing(&self, now: Instant) -> Self::Standing {
        self.status(now)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> (&'static str, String) {
        dataset::partner_requests_schema()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn import(
        (name, bytes): (&str, &[u8]),
        options: ImportOptions,
        vocabularies: &mut Vocabularies,
        other: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Result<Loaded<Self>, ImportError> {
        let calls = match other("calls.json") {
            Some(calls) => dataset::read_calls(&Fetched::opened("calls.json", &calls), vocabularies)?.records,
            None => Vec::new(),
        };
        dataset::import_partner_requests(name, bytes, &options, vocabularies, &calls)
    }
}
