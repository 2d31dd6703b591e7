//! Partner requests.

use std::sync::Arc;

use crate::dataset::ImportOptions;
use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
use crate::domain::{CountryCode, Instant, PartnerRequest, RecordId, RequestStatus, Vocabularies};
use crate::explore::RequestAt;
use crate::route::Route;

use super::about::{COUNTRY, ECOSYSTEM, status};
use super::{
    About, Action, Body, Collection, CollectionRecord, FacetAbout, Fact, Format, Importing, LabelSource,
    Line, ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words,
};

pub(super) const ABOUT: About = About {
    name: "partner_requests",
    path: "partner-requests",
    record_path: "partner-requests",
    group: Some("nav-partners"),
    facets: &[
        status(STATES),
        FacetAbout::new("kind", "facet-kind-request", LabelSource::Messages(KINDS)),
        ECOSYSTEM,
        FacetAbout::new("expertise", "facet-expertise", LabelSource::Terms),
        COUNTRY,
        FacetAbout::new("call", "facet-call", LabelSource::Records(Collection::Calls)).unsearched(),
    ],
    places: false,
    closes: None,
    words: Words::any("nav-requests", "search-placeholder-requests", "suggestion-request"),
    saving: Some(SavingWords::any("saved-partner-requests/1")),
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
    const LIST: ListWords = ListWords {
        title: "requests-title",
        count: "requests-count",
        none: "requests-count-none",
        back: "back-to-requests",
        order: "sort-deadline",
    };
    const IMPORT_BESIDE: &'static [Collection] = &[Collection::Calls];
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
            Format::Csv | Format::Xlsx | Format::GeoJson => None,
        }
    }

    fn status_at(&self, now: Instant) -> Option<&'static str> {
        Some(self.status(now).as_str())
    }

    fn names(&self, of: Collection, id: &str) -> bool {
        of == Collection::Calls && self.call_id.as_ref().is_some_and(|call| call.as_str() == id)
    }

    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|request| RequestAt::new(request.clone(), setting.now)).collect()
    }

    fn standing(&self, now: Instant) -> Self::Standing {
        self.status(now)
    }

    fn is_open(at: &Self::At) -> bool {
        at.status() == RequestStatus::Open
    }

    fn line(at: &Self::At, _now: Instant) -> Line {
        let request = at.request();
        let asker = request.requester.clone().map_or(Phrase::Message("request-asker-unknown"), Phrase::Text);
        Line {
            status: Some(at.status().as_str()),
            about: vec![asker],
            tags: vec![Phrase::Value("kind", request.kind.as_str().to_owned())],
            when: Some(until(request)),
            ..Line::default()
        }
    }

    fn page(&self, now: Instant) -> RecordPage {
        let askers = self.organisations.iter();
        let askers = askers.map(|id| Shown::Record(Collection::Organisations, id.as_str().to_owned(), None));
        let call = match (&self.call_id, &self.call) {
            (Some(id), name) => Some(Shown::Record(Collection::Calls, id.as_str().to_owned(), name.clone())),
            (None, name) => name.clone().map(Shown::from),
        };
        let countries =
            |codes: &[CountryCode]| Phrase::values("country", codes.iter().map(CountryCode::as_str));
        let facts = [
            Some(Fact::new("request-asker", self.requester.clone())),
            Fact::if_known("field-askers", Shown::several(askers.collect())),
            Some(Fact::new("facet-country", countries(self.country.as_slice()))),
            Some(Fact::new("field-places", countries(&self.partner_countries)).or("request-any-country")),
            Some(Fact::new("facet-ecosystem", Shown::ecosystems(&self.ecosystems))),
            Fact::if_known("facet-expertise", Phrase::terms("expertise", &self.expertise)),
            Some(Fact::new("facet-call", call)),
            Some(Fact::new("field-deadline", self.deadline.map(Phrase::Day))),
            Some(Fact::new("call-published", self.published.map(Phrase::Day))),
            Fact::if_known("training-note", self.note.clone()),
        ];
        let introduce =
            Route::NewPartnerRequest { organisations: Vec::new(), call: None, correct: None, like: None };
        let actions = [
            self.email.clone().map(|email| Action::Write(email, "request-answer")),
            Some(Action::Go(introduce, "introduce-request")),
            self.url.clone().map(|address| Action::Leave(address, "request-page", false)),
        ];
        RecordPage {
            status: self.status_at(now),
            kicker: vec![Phrase::Value("kind", self.kind.as_str().to_owned())],
            lead: Some(until(self)),
            actions: actions.into_iter().flatten().collect(),
            sections: vec![
                Section { heading: Some("field-sought"), body: Body::Text(self.seeks.clone()) },
                Section { heading: Some("field-offered"), body: Body::Text(self.offers.clone()) },
                Section {
                    heading: Some("request-facts"),
                    body: Body::Facts(facts.into_iter().flatten().collect()),
                },
            ],
            ..RecordPage::default()
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> String {
        dataset::partner_requests_schema()
    }

    fn import<'a>(
        (name, bytes): (&'a str, &'a [u8]),
        options: ImportOptions,
        vocabularies: &'a mut Vocabularies,
        other: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Importing<'a, Self> {
        Box::pin(async move {
            let calls = match other("calls.json") {
                Some(calls) => {
                    dataset::read_calls(&Fetched::opened("calls.json", &calls), vocabularies)?.records
                }
                None => Vec::new(),
            };
            dataset::importing_partner_requests(name, bytes, &options, vocabularies, &calls).await
        })
    }
}

/// Until when one can answer.
fn until(request: &PartnerRequest) -> Phrase {
    match (request.deadline, request.published) {
        (Some(day), _) => {
            Phrase::Several(vec![Phrase::Day(day), Phrase::Closes(day, None)], super::Between::Dots)
        }
        (None, Some(day)) => Phrase::With("request-published", vec![("date", Phrase::Day(day))]),
        (None, None) => Phrase::Message("request-no-deadline"),
    }
}
