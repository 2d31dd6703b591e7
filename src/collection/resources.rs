//! Resources: services, tools, case studies, trends, guides, reports, news and links; what help there is, and how one
//! gets it.

use std::sync::Arc;

use crate::dataset::members::{
    Audiences, ChoiceOf, Countries, Ecosystems, Figures, Flag, Line as LineOfText, Name, PartialDay,
    PlainRecord, RelatedRecords, Themes, choice, importing_plain, plain_file, plain_json, read_plain, record,
};
use crate::dataset::{DatasetError, ExportNote, Fetched, ImportOptions, Loaded, MemberAbout};
use crate::domain::{CountryCode, Figure, Instant, PartialDate, RecordId, Related, TermId, Vocabularies};
use crate::explore::{Facet, FacetKind, Record, latest_first};

use super::about::{COUNTRY, ECOSYSTEM, THEME};
use super::feeds;
use super::related::{date, figures, is_among, related};
use super::trainings::FORMATS;
use super::{
    About, Action, Between, Body, Collection, CollectionRecord, FacetAbout, Facts, Format, Importing,
    LabelSource, Line, ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words,
};

pub(super) const ABOUT: About = About {
    name: "resources",
    path: "resources",
    record_path: "resources",
    group: Some("nav-knowledge"),
    facets: &[
        FacetAbout::new("kind", "facet-kind-resource", LabelSource::Messages(ResourceKind::MESSAGES)),
        THEME,
        ECOSYSTEM,
        COUNTRY,
    ],
    places: false,
    closes: None,
    words: Words::any("nav-resources", "search-placeholder-resources", "suggestion-resource"),
    saving: Some(SavingWords::any("saved-resources/1")),
};

choice! {
    /// What kind of resource a record is.
    pub enum ResourceKind {
        /// A service of a platform.
        Service = "service", "kind-service";
        /// A tool.
        Tool = "tool", "kind-tool";
        /// A case study.
        CaseStudy = "case_study", "kind-case-study";
        /// A trend.
        Trend = "trend", "kind-trend";
        /// A guide.
        Guide = "guide", "kind-guide";
        /// A report.
        Report = "report", "kind-report";
        /// A piece of news.
        News = "news", "kind-news";
        /// A link to another platform.
        #[default]
        Link = "link", "kind-link";
    }
}

record! {
    /// A resource. What is left out is unknown, never "no".
    pub struct Resource {
        /// What kind of resource it is; `link` where left out.
        kind: ResourceKind => ChoiceOf<ResourceKind>, also ["type"];
        /// Of when it is, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
        date: Option<PartialDate> => PartialDay, also ["published", "publication date"];
        /// What the date is, where it is not that of publication.
        date_note: Option<String> => LineOfText;
        /// In what form it comes.
        format: Option<String> => Name;
        /// How often it takes place or is renewed.
        frequency: Option<String> => Name;
        /// How one gets it.
        how_to_join: Option<String> => LineOfText;
        /// The industrial ecosystems it is about.
        ecosystems: Vec<TermId> => Ecosystems, also ["ecosystem", "industrial ecosystem", "industrial ecosystems"];
        /// What it is about (vocabulary `themes`).
        themes: Vec<TermId> => Themes, also ["theme", "topics"];
        /// For whom it is (vocabulary `audiences`).
        audience: Vec<TermId> => Audiences, also ["audiences", "target group"];
        /// The countries it is about.
        countries: Vec<CountryCode> => Countries, also ["country"];
        /// Its official number.
        reference: Option<String> => Name;
        /// Whether it speaks of what is to come.
        outlook: bool => Flag;
        /// Whether no more than the title is known.
        name_only: bool => Flag;
        /// Figures and facts, each with its time.
        facts: Vec<Figure> => Figures;
        /// What belongs to it.
        related: Related => RelatedRecords;
    }
}

/// In the order of its own: kind after kind, in each the latest first.
impl Record for Arc<Resource> {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "kind",
            kind: FacetKind::OneOf(ResourceKind::NAMES),
            values: |at, visit| visit(at.kind.as_str()),
        },
        Facet {
            id: "theme",
            kind: FacetKind::Many,
            values: |at, visit| at.themes.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "ecosystem",
            kind: FacetKind::Many,
            values: |at, visit| at.ecosystems.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "country",
            kind: FacetKind::Many,
            values: |at, visit| at.countries.iter().map(CountryCode::as_str).for_each(visit),
        },
    ];

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.title, 4.0);
        self.reference.iter().for_each(|text| visit(text, 2.0));
        [&self.format, &self.how_to_join].into_iter().flatten().for_each(|text| visit(text, 0.5));
        self.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
    }

    fn sort_key(&self) -> i64 {
        let group = ResourceKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or_default();
        latest_first(
            i64::try_from(group).unwrap_or_default(),
            self.date.map(PartialDate::first).map(Instant::start_of),
        )
    }
}

impl CollectionRecord for Resource {
    const COLLECTION: Collection = Collection::Resources;
    const FORMATS: &'static [Format] = &[Format::Json];
    const LIST: ListWords = ListWords {
        title: "resources-title",
        count: "resources-count",
        none: "resources-count-none",
        back: "back-to-resources",
        order: "sort-kind-and-date",
    };
    const FEEDS: &'static [(&'static str, &'static str)] = &[("news.atom", "news-feed")];
    const MEMBERS: &'static [MemberAbout] = Self::TABLE;
    type At = Arc<Self>;
    /// Resources stand as they are.
    type Standing = ();

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

    fn names(&self, of: Collection, id: &str) -> bool {
        is_among(&self.related, of, id)
    }

    fn at(records: &[Arc<Self>], _setting: &Setting<'_>) -> Vec<Self::At> {
        records.to_vec()
    }

    fn standing(&self, _now: Instant) -> Self::Standing {}

    fn line(at: &Self::At, _now: Instant) -> Line {
        let countries = at.countries.iter().map(CountryCode::as_str);
        let mut about = vec![Phrase::Value("kind", at.kind.as_str().to_owned())];
        about.extend(at.format.as_deref().map(form));
        about.extend(at.frequency.clone().map(Phrase::Text));
        about.extend(Phrase::values("country", countries));
        Line { about, when: at.date.map(date), ..Line::default() }
    }

    fn page(&self, _now: Instant) -> RecordPage {
        let dated = self.date.map(date).map(Shown::Words).map(|shown| match &self.date_note {
            Some(note) => shown.remarked(Phrase::Text(note.clone())),
            None => shown,
        });
        let countries = self.countries.iter().map(CountryCode::as_str);
        let mut facts = Facts::default();
        facts.if_known("resource-date", dated);
        facts.if_known("facet-format", self.format.as_deref().map(form));
        facts.if_known("resource-frequency", self.frequency.clone());
        facts.if_known("resource-join", self.how_to_join.clone());
        facts.if_known("facet-audience", Phrase::terms("audience", &self.audience));
        facts.told("facet-theme", Phrase::terms("theme", &self.themes));
        facts.if_known("facet-ecosystem", Shown::ecosystems(&self.ecosystems));
        facts.if_known("facet-country", Phrase::values("country", countries));
        facts.if_known("resource-reference", self.reference.clone());
        facts.if_known("training-note", self.note.clone());
        let mut kicker = vec![Phrase::Value("kind", self.kind.as_str().to_owned())];
        let remarks = [(self.outlook, "resource-outlook"), (self.name_only, "name-only")];
        kicker.extend(remarks.into_iter().filter(|(is, _)| *is).map(|(_, words)| Phrase::Message(words)));
        let sections = [
            Some(Section { heading: None, body: Body::Text(self.summary.clone()) }),
            Some(Section { heading: Some("training-facts"), body: facts.into() }),
            figures("figures-title", &self.facts),
            related(&self.related),
        ];
        RecordPage {
            kicker,
            lead: self.date.map(date),
            actions: self
                .url
                .clone()
                .map(|address| Action::Leave(address, "resource-page", true))
                .into_iter()
                .collect(),
            sections: sections.into_iter().flatten().collect(),
            ..RecordPage::default()
        }
    }

    fn feed(file: &str, records: &[Self], build: &feeds::Build<'_>) -> Option<String> {
        (file == "news.atom").then(|| feeds::news_atom(records, build))
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
        Box::pin(async move { importing_plain(file, &options, vocabularies).await })
    }
}

/// In what form it comes: in the visitor's language where all of it is how one takes part, as "onsite" or "onsite and online".
fn form(text: &str) -> Phrase {
    let known = |part: &str| {
        let known = FORMATS.iter().find(|(format, _)| *format == part.trim());
        known.map(|(format, _)| Phrase::Value("format", (*format).to_owned()))
    };
    let parts: Option<Vec<Phrase>> = text.split(" and ").map(known).collect();
    match parts {
        Some(parts) => Phrase::Several(parts, Between::Commas),
        None => Phrase::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_are_known_are_in_the_language_of_the_visitor() {
        let value = |format: &str| Phrase::Value("format", format.to_owned());
        assert_eq!(form("hybrid"), Phrase::Several(vec![value("hybrid")], Between::Commas));
        let both = Phrase::Several(vec![value("onsite"), value("online")], Between::Commas);
        assert_eq!(form("onsite and online"), both);
        for text in ["online database", "advice and webinars"] {
            assert_eq!(form(text), Phrase::Text(text.to_owned()));
        }
    }
}
