//! Cluster policies: what a country or a region does for its clusters.

mod finding;

use std::sync::Arc;

use crate::dataset::members::{
    ChoiceIfKnown, Country, Figures, Flag, Line as LineOfText, Lines, Money, Name, PartialDay, PlainRecord,
    Reading, RelatedRecords, Themes, choices_of_the_domain, importing_renamed, not_before, plain_file,
    plain_json, read_plain, record,
};
use crate::dataset::{DatasetError, ExportNote, Fetched, ImportOptions, Loaded, MemberAbout};
use crate::domain::{
    Budget, CountryCode, Figure, Instant, PartialDate, PolicyKind, PolicyState, PolicyStatus, RecordId,
    Related, TermId, Vocabularies,
};

pub use finding::PolicyAt;

use super::about::{COUNTRY, THEME, status};
use super::related::{dated, figures, is_among, money, related, span};
use super::{
    About, Action, Body, Collection, CollectionRecord, FacetAbout, Facts, Format, Importing, LabelSource,
    Line, ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words,
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
        FacetAbout::new("year", "facet-year", LabelSource::Itself).noted("facet-year-note").unsearched(),
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

choices_of_the_domain!(PolicyKind, PolicyState);

record! {
    /// A policy. What is left out is unknown, never "no".
    pub struct Policy {
        /// What it is called.
        name: called, also ["title", "policy", "programme"];
        /// What type of policy it is.
        kind: Option<PolicyKind> => ChoiceIfKnown<PolicyKind>, also ["type"];
        /// Whether the type is a reading of the publisher, because the source does not name it.
        kind_assumed: bool => Flag;
        /// The country whose policy it is.
        country: Option<CountryCode> => Country, also ["country code", "pays", "land"];
        /// The region whose policy it is.
        region: Option<String> => Name;
        /// Since when it is in force, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
        start: Option<PartialDate> => PartialDay, also ["since", "start date"];
        /// How the beginning is known.
        start_note: Option<String> => LineOfText;
        /// Until when it is in force.
        end: Option<PartialDate> => PartialDay, also ["until", "end date"];
        /// How the end is known.
        end_note: Option<String> => LineOfText;
        /// What the source says of it where the dates do not tell.
        state: Option<PolicyState> => ChoiceIfKnown<PolicyState>, also ["status"];
        /// What it is about (vocabulary `themes`).
        themes: Vec<TermId> => Themes, also ["theme", "topics"];
        /// The strategic challenges it answers.
        challenges: Vec<String> => Lines, also ["challenge"];
        /// The types of support it gives.
        support: Vec<String> => Lines, also ["type of support"];
        /// What kind of example it is in the toolkit.
        typology: Vec<String> => Lines;
        /// Keywords of the toolkit.
        keywords: Vec<String> => Lines;
        /// Whether it is an example of the policy toolkit.
        toolkit: bool => Flag;
        /// By what means it works.
        instrument: Option<String> => Name;
        /// Its money.
        budget: Option<Budget> => Money, also ["total budget"];
        /// Figures, each with its time.
        figures: Vec<Figure> => Figures;
        /// What belongs to it.
        related: Related => RelatedRecords;
        /// Whether no more than the name is known.
        name_only: bool => Flag;
        /// Whether the record is a fact about policies rather than a policy.
        fact_only: bool => Flag;
        /// The time that the record speaks of, where the source is older than it looks.
        as_of: Option<String> => Name;
    }
    settled by end_after_start
}

/// An end that comes before the start is dropped.
fn end_after_start(policy: &mut Policy, reading: &mut Reading) {
    policy.end = not_before(policy.start, policy.end, "end", reading);
}

impl Policy {
    /// What type of policy it is; a fact about policies is of none.
    pub fn own_kind(&self) -> Option<PolicyKind> {
        self.kind.filter(|_| !self.fact_only)
    }

    /// Where it stands.
    pub fn status(&self, now: Instant) -> PolicyStatus {
        PolicyStatus::of(self.state, self.start, self.end, now)
    }
}

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
    const BESIDE: Option<&'static str> = Some("policies-facts-count");
    const MEMBERS: &'static [MemberAbout] = Self::TABLE;
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
        read_plain(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        plain_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Json => Some(plain_json(records, note)),
            Format::Csv | Format::Xlsx | Format::GeoJson => None,
        }
    }

    fn status_at(&self, now: Instant) -> Option<&'static str> {
        Some(self.status(now).as_str())
    }

    fn names(&self, of: Collection, id: &str) -> bool {
        is_among(&self.related, of, id)
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

    fn is_beside(at: &Self::At) -> bool {
        at.policy().fact_only
    }

    fn line(at: &Self::At, _now: Instant) -> Line {
        let policy = at.policy();
        let doubt = (policy.kind_assumed && !policy.fact_only)
            .then_some(Phrase::Message("policy-kind-assumed-brief"));
        let fact = policy.fact_only.then_some(Phrase::Message("fact-only"));
        let mut about: Vec<Phrase> = policy.region.clone().map(Phrase::Text).into_iter().collect();
        about.extend(policy.country.as_ref().map(|code| Phrase::Value("country", code.as_str().to_owned())));
        about.extend(policy.instrument.clone().map(Phrase::Text));
        Line {
            status: Some(at.status().as_str()),
            about,
            tags: kind(policy).into_iter().chain(doubt).chain(fact).collect(),
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
        let date = |date: Option<PartialDate>| date.map(super::related::date);
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
        facts.if_known("policy-as-of", self.as_of.as_deref().map(dated));
        facts.if_known("training-note", self.note.clone());
        let mut kicker = kind(self);
        let remarks = [
            (self.kind_assumed && !self.fact_only, "policy-kind-assumed"),
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
            status: self.status_at(now),
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
        crate::dataset::members::plain_schema::<Self>()
    }

    fn import<'a>(
        file: (&'a str, &'a [u8]),
        options: ImportOptions,
        vocabularies: &'a mut Vocabularies,
        _other: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Importing<'a, Self> {
        Box::pin(async move { importing_renamed(file, &options, vocabularies, RENAMED).await })
    }
}

/// What type of policy it is.
fn kind(policy: &Policy) -> Vec<Phrase> {
    policy.own_kind().map(|kind| Phrase::Value("kind", kind.as_str().to_owned())).into_iter().collect()
}

/// What lists of policies call the dates.
const RENAMED: &[(&str, &str)] =
    &[("since", "start"), ("since_note", "start_note"), ("until", "end"), ("until_note", "end_note")];
