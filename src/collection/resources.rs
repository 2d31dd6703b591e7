//! Resources: services, tools, case studies, trends, guides, reports, news and links.

use std::sync::Arc;

use crate::dataset::ImportOptions;
use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
use crate::domain::{CountryCode, Instant, RecordId, Resource, Vocabularies};
use crate::explore::ResourceAt;

use super::about::{COUNTRY, ECOSYSTEM, THEME};
use super::related::{date, figures, is_among, related};
use super::{
    About, Action, Body, Collection, CollectionRecord, FacetAbout, Facts, Format, Importing, LabelSource,
    Line, ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words,
};

pub(super) const ABOUT: About = About {
    name: "resources",
    path: "resources",
    record_path: "resources",
    group: Some("nav-knowledge"),
    facets: &[
        FacetAbout::new("kind", "facet-kind-resource", LabelSource::Messages(KINDS)),
        THEME,
        ECOSYSTEM,
        COUNTRY,
    ],
    places: false,
    closes: None,
    words: Words::any("nav-resources", "search-placeholder-resources", "suggestion-resource"),
    saving: Some(SavingWords::any("saved-resources/1")),
};

const KINDS: &[(&str, &str)] = &[
    ("service", "kind-service"),
    ("tool", "kind-tool"),
    ("case_study", "kind-case-study"),
    ("trend", "kind-trend"),
    ("guide", "kind-guide"),
    ("report", "kind-report"),
    ("news", "kind-news"),
    ("link", "kind-link"),
];

impl AsRef<Resource> for ResourceAt {
    fn as_ref(&self) -> &Resource {
        self.resource()
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
    type At = ResourceAt;
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
        dataset::read_resources(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        dataset::resources_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Json => Some(dataset::resources_json(records, note)),
            Format::Csv | Format::Xlsx | Format::GeoJson => None,
        }
    }

    fn names(&self, of: Collection, id: &str) -> bool {
        is_among(&self.related, of, id)
    }

    fn at(records: &[Arc<Self>], _setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|resource| ResourceAt::new(resource.clone())).collect()
    }

    fn standing(&self, _now: Instant) -> Self::Standing {}

    fn line(at: &Self::At, _now: Instant) -> Line {
        let resource = at.resource();
        let countries = resource.countries.iter().map(CountryCode::as_str);
        let mut about = vec![Phrase::Value("kind", resource.kind.as_str().to_owned())];
        about
            .extend([&resource.format, &resource.frequency].into_iter().flatten().cloned().map(Phrase::Text));
        about.extend(Phrase::values("country", countries));
        Line { about, when: resource.date.map(date), ..Line::default() }
    }

    fn page(&self, _now: Instant) -> RecordPage {
        let dated = self.date.map(date).map(Shown::Words).map(|shown| match &self.date_note {
            Some(note) => shown.remarked(Phrase::Text(note.clone())),
            None => shown,
        });
        let countries = self.countries.iter().map(CountryCode::as_str);
        let mut facts = Facts::default();
        facts.if_known("resource-date", dated);
        facts.if_known("facet-format", self.format.clone());
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

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> (&'static str, String) {
        dataset::resources_schema()
    }

    fn import<'a>(
        file: (&'a str, &'a [u8]),
        options: ImportOptions,
        vocabularies: &'a mut Vocabularies,
        _other: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Importing<'a, Self> {
        Box::pin(async move { dataset::importing_resources(file, &options, vocabularies).await })
    }
}
