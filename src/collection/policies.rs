//! Cluster policies.

use std::sync::Arc;

use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
use crate::dataset::{ImportError, ImportOptions};
use crate::domain::{CountryCode, Instant, Policy, PolicyStatus, RecordId, Vocabularies};
use crate::explore::PolicyAt;

use super::about::{COUNTRY, THEME, status};
use super::networks::money;
use super::related::{figures, related, span};
use super::{
    About, Action, Body, Collection, CollectionRecord, FacetAbout, Facts, Format, LabelSource, Line,
    ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words,
};

pub(super) const ABOUT: About = About {
    name: "policies",
    path: "policies",
    record_path: "policies",
    group: Some("nav-knowledge"),
    facets: &[
        status(STATES),
        FacetAbout::new("kind", "facet-kind-policy", LabelSource::Messages(KINDS)),
        COUNTRY,
        FacetAbout::new("territory", "facet-region", LabelSource::Itself),
        THEME,
        FacetAbout::new("challenge", "facet-challenge", LabelSource::Itself),
        FacetAbout::new("support", "facet-support", LabelSource::Itself),
        FacetAbout::new("typology", "facet-typology", LabelSource::Itself),
        FacetAbout::new("keyword", "policy-keywords", LabelSource::Itself),
        FacetAbout::new("instrument", "policy-instrument", LabelSource::Itself),
        FacetAbout {
            named_with_heading: true,
            ..FacetAbout::new("toolkit", "facet-toolkit", LabelSource::Messages(TOOLKIT)).unsearched()
        },
    ],
    places: false,
    closes: None,
    words: Words::any("nav-policies", "search-placeholder-policies", "suggestion-policy"),
    saving: Some(SavingWords::any("saved-policies/1")),
};

const STATES: &[(&str, &str)] = &[
    ("running", "status-running"),
    ("open_ended", "status-open-ended"),
    ("proposed", "status-proposed"),
    ("upcoming", "status-upcoming"),
    ("undated", "status-undated"),
    ("past", "status-past"),
];
const KINDS: &[(&str, &str)] = &[
    ("national", "kind-national"),
    ("regional", "kind-regional"),
    ("broad", "kind-broad"),
    ("sectoral", "kind-sectoral"),
];
const TOOLKIT: &[(&str, &str)] = &[("yes", "toolkit-yes"), ("no", "toolkit-no")];

impl AsRef<Policy> for PolicyAt {
    fn as_ref(&self) -> &Policy {
        self.policy()
    }
}

impl CollectionRecord for Policy {
    const COLLECTION: Collection = Collection::Policies;
    const FORMATS: &'static [Format] = &[Format::Json];
    const LIST: ListWords = ListWords {
        title: "policies-title",
        count: "policies-count",
        none: "policies-count-none",
        back: "back-to-policies",
        order: "sort-in-force",
    };
    type At = PolicyAt;
    /// Its state.
    type Standing = PolicyStatus;

    fn id(&self) -> &RecordId {
        &self.id
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn sources(&self) -> &[String] {
        &self.sources
    }

    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_policies(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        dataset::policies_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Json => Some(dataset::policies_json(records, note)),
            Format::Csv | Format::Xlsx | Format::GeoJson => None,
        }
    }

    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|policy| PolicyAt::new(policy.clone(), setting.now)).collect()
    }

    fn standing(&self, now: Instant) -> Self::Standing {
        self.status(now)
    }

    fn is_open(at: &Self::At) -> bool {
        at.status() == PolicyStatus::Running
    }

    fn line(at: &Self::At, _now: Instant) -> Line {
        let policy = at.policy();
        let doubt = policy.kind_assumed.then_some(Phrase::Message("policy-kind-assumed-brief"));
        let mut about: Vec<Phrase> = policy.region.clone().map(Phrase::Text).into_iter().collect();
        about.extend(policy.country.as_ref().map(|code| Phrase::Value("country", code.as_str().to_owned())));
        about.extend(policy.instrument.clone().map(Phrase::Text));
        Line {
            status: Some(at.status().as_str()),
            about,
            tags: kind(policy).into_iter().chain(doubt).collect(),
            when: span(policy.start, policy.end),
            ..Line::default()
        }
    }

    fn page(&self, now: Instant) -> RecordPage {
        let with_note = |date: Option<Phrase>, note: &Option<String>| match (date, note) {
            (Some(date), Some(note)) => Some(Shown::Words(date).remarked(Phrase::Text(note.clone()))),
            (None, Some(note)) => Some(Shown::from(note.clone())),
            (date, None) => date.map(Shown::Words),
        };
        let texts = |texts: &[String]| Shown::several(texts.iter().cloned().map(Shown::from).collect());
        let date = |date: Option<crate::domain::PartialDate>| date.map(super::related::date);
        let country = self.country.iter().map(CountryCode::as_str);
        let mut facts = Facts::default();
        facts.told("facet-country", Phrase::values("country", country));
        facts.told("facet-region", self.region.clone());
        facts.told("policy-since", with_note(date(self.start), &self.start_note));
        facts.told("policy-until", with_note(date(self.end), &self.end_note));
        facts.told("facet-theme", Phrase::terms("theme", &self.themes));
        facts.told("policy-instrument", self.instrument.clone());
        facts.told("call-budget", self.budget.as_ref().map(money));
        facts.if_known("facet-challenge", texts(&self.challenges));
        facts.if_known("facet-support", texts(&self.support));
        facts.if_known("facet-typology", texts(&self.typology));
        facts.if_known("policy-keywords", texts(&self.keywords));
        facts.if_known("policy-as-of", self.as_of.clone());
        facts.if_known("training-note", self.note.clone());
        let mut kicker = kind(self);
        let remarks = [
            (self.kind_assumed, "policy-kind-assumed"),
            (self.toolkit, "toolkit-yes"),
            (self.name_only, "name-only"),
            (self.fact_only, "fact-only"),
        ];
        kicker.extend(remarks.into_iter().filter(|(is, _)| *is).map(|(_, words)| Phrase::Message(words)));
        let sections = [
            Some(Section { heading: None, body: Body::Text(self.summary.clone()) }),
            Some(Section { heading: Some("training-facts"), body: facts.into() }),
            figures("figures-title", &self.figures),
            related(&self.related),
        ];
        RecordPage {
            status: Some(self.status(now).as_str()),
            kicker,
            lead: span(self.start, self.end),
            actions: self
                .url
                .clone()
                .map(|address| Action::Leave(address, "policy-page", false))
                .into_iter()
                .collect(),
            sections: sections.into_iter().flatten().collect(),
            ..RecordPage::default()
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> String {
        dataset::policies_schema()
    }

    fn import(
        file: (&str, &[u8]),
        options: ImportOptions,
        vocabularies: &mut Vocabularies,
        _other: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Result<Loaded<Self>, ImportError> {
        dataset::import_policies(file, &options, vocabularies)
    }
}

/// What type of policy it is.
fn kind(policy: &Policy) -> Vec<Phrase> {
    policy.kind.map(|kind| Phrase::Value("kind", kind.as_str().to_owned())).into_iter().collect()
}
