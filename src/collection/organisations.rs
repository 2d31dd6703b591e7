//! Cluster organisations: the mapping tool.

use std::sync::Arc;

use crate::dataset::ImportOptions;
use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded, Twins};
use crate::domain::{
    ExpertiseBasis, Instant, Label, Members, Organisation, OrganisationKind, OwnField, OwnValue, RecordId,
    Region, TermId, Vocabularies,
};
use crate::explore::{fold, own_facet_id};

use super::about::{COUNTRY, ECOSYSTEM};
use super::facet;
use super::related::position;
use super::{
    About, Between, Body, Collection, CollectionRecord, FacetAbout, Fact, Format, Importing, LabelSource,
    Line, ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words,
};

pub(super) const ABOUT: About = About {
    name: "organisations",
    path: "explore",
    record_path: "organisation",
    group: None,
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
        list: "shortlist/1",
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
    const FORMATS: &'static [Format] = &[Format::Csv, Format::Xlsx, Format::GeoJson, Format::Json];
    const LIST: ListWords = ListWords {
        title: "nav-explore",
        count: "count-all-located",
        none: "count-none",
        back: "back-to-explore",
        order: "sort-name",
    };
    const IMPORT_BESIDE: &'static [Collection] = &[Collection::Organisations];
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
            Format::Csv | Format::Xlsx => dataset::organisations_csv(records, note),
            Format::GeoJson => dataset::organisations_geojson(records, note),
            Format::Json => dataset::organisations_json(records, note),
        })
    }

    fn at(records: &[Arc<Self>], _setting: &Setting<'_>) -> Vec<Self> {
        records.iter().map(|record| Self::clone(record)).collect()
    }

    fn standing(&self, _now: Instant) {}

    fn line(at: &Self::At, _now: Instant) -> Line {
        Line {
            about: vec![place(at)],
            tags: Phrase::terms("expertise", &at.expertise).into_iter().collect(),
            ecosystems: at.ecosystems.clone(),
            ..Line::default()
        }
    }

    fn page(&self, _now: Instant) -> RecordPage {
        let email = self.email.clone().map(Shown::Mail);
        let website = self.website.clone().map(|address| Shown::Elsewhere(address, None));
        let nace: Vec<_> = self.nace.iter().map(|class| Phrase::Text(class.as_str().to_owned())).collect();
        let nace = (!nace.is_empty()).then_some(Phrase::Several(nace, Between::Commas));
        let facts = [
            Some(Fact::new("fact-acronym", self.acronym.clone())),
            Some(Fact::new("facet-country", Some(value(facet::COUNTRY, self.country.as_str())))),
            Some(Fact::new("facet-region", self.region.as_ref().map(region_and_code))),
            Some(Fact::new("fact-city", self.city.clone())),
            Fact::if_known("fact-city-listed", self.city_listed.clone()),
            Some(Fact::new("fact-location", self.location.map(position))),
            Some(Fact::new("facet-ecosystem", Shown::ecosystems(&self.ecosystems)).or("ecosystem-none")),
            Some(Fact::new("facet-expertise", expertise(self))),
            Fact::if_known("fact-nace", nace),
            Some(Fact::new("fact-members", members(self.members))),
            Some(Fact::new("fact-founded", self.founded.map(|year| year.to_string()))),
            Some(Fact::new("fact-staff", self.staff_fte.map(Phrase::Number))),
            Some(Fact::new("facet-label", self.label.map(label))),
            Some(Fact::new("fact-website", website)),
            Some(Fact::new("fact-email", email)),
        ];
        RecordPage {
            kicker: vec![value("kind", self.kind.as_str())],
            lead: Some(place(self)),
            sections: vec![
                Section { heading: None, body: Body::Text(self.summary.clone()) },
                Section {
                    heading: Some("profile-facts"),
                    body: Body::Facts(
                        facts
                            .into_iter()
                            .flatten()
                            .chain(self.own.iter().map(|value| own(&self.name, value)))
                            .collect(),
                    ),
                },
            ],
            ..RecordPage::default()
        }
    }

    fn twins(records: &[Self]) -> Vec<Twins> {
        dataset::twins(records)
    }

    fn merged(&self, other: &Self) -> Self {
        dataset::merged(self, other)
    }

    fn over(&self, published: &Self, unsaid: &dyn Fn(&str) -> bool) -> Self {
        let mut now = dataset::merged(self, published);
        if unsaid("kind") && now.kind == OrganisationKind::default() {
            now.kind = published.kind;
        }
        if unsaid("source") && published.source.is_some() {
            now.source.clone_from(&published.source);
        }
        let folded = |text: &Option<String>| text.as_deref().map(fold);
        // A place that was only looked up says less than one that was stated, as long as it is in the same town.
        let is_there = folded(&now.city) == folded(&published.city) && now.country == published.country;
        let is_as_before = now.location.zip(published.location).is_some_and(|(now, before)| {
            (unsaid("location") && is_there) || (unsaid("location.precision") && now.point == before.point)
        });
        if is_as_before {
            now.location = published.location;
        }
        // A name alone, of the region that is published with its code.
        if let (Some(region), Some(before)) = (&now.region, &published.region)
            && region.code.is_none()
            && folded(&region.name) == folded(&before.name)
        {
            now.region = Some(before.clone());
        }
        if let (Some(label), Some(before)) = (&mut now.label, published.label)
            && label.level == before.level
        {
            label.until = label.until.or(before.until);
        }
        now
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> String {
        dataset::organisations_schema()
    }

    fn import<'a>(
        (name, bytes): (&'a str, &'a [u8]),
        options: ImportOptions,
        vocabularies: &'a mut Vocabularies,
        other: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Importing<'a, Self> {
        Box::pin(async move {
            // Whoever is published already keeps the identifier, which is in every link.
            let published = dataset::published_organisations(vocabularies, other);
            let options = options.with_published(&published).with_towns(other);
            dataset::importing_organisations(name, bytes, &options, vocabularies).await
        })
    }
}

/// What an own field says; its name is that of the heading that the dataset has for it.
fn own(name_of: &str, (id, value): &(TermId, OwnValue)) -> Fact {
    let name = own_facet_id(&OwnField::path(id));
    let value = match value {
        OwnValue::Line(text) => Phrase::Text(text.clone()).into(),
        OwnValue::Link(address) => Shown::Elsewhere(address.clone(), None),
        OwnValue::Picture(file) => Shown::Picture(file.clone(), name_of.to_owned()),
        OwnValue::Number(number) => Phrase::Number(*number).into(),
        OwnValue::Date(day) => Phrase::Day(*day).into(),
        OwnValue::Terms(terms) => {
            let terms = terms.iter().map(|term| Phrase::Value(name, term.to_string())).collect();
            Phrase::Several(terms, Between::Commas).into()
        }
    };
    Fact { name, value: Some(value), absent: None }
}

fn value(facet: crate::explore::FacetId, value: &str) -> Phrase {
    Phrase::Value(facet, value.to_owned())
}

fn region_and_code(region: &Region) -> Phrase {
    let name = Phrase::Region(region.clone());
    match &region.code {
        Some(code) => Phrase::With(
            "fact-region-code",
            vec![("region", name), ("code", Phrase::Text(code.as_str().to_owned()))],
        ),
        None => name,
    }
}

/// Where it is: city, region and country.
fn place(organisation: &Organisation) -> Phrase {
    let city = organisation.city.clone();
    // Capital regions carry their city's name: once is enough.
    let region = organisation.region.as_ref().filter(|region| region.name.is_none() || region.name != city);
    let parts = city.map(Phrase::Text).into_iter().chain(region.cloned().map(Phrase::Region));
    let country = value(facet::COUNTRY, organisation.country.as_str());
    Phrase::Several(parts.chain([country]).collect(), Between::Commas)
}

fn expertise(organisation: &Organisation) -> Option<Shown> {
    let topics = Shown::expertise(&organisation.expertise)?;
    Some(match organisation.expertise_basis {
        Some(ExpertiseBasis::Inferred) => topics.remarked(Phrase::Message("expertise-inferred")),
        Some(ExpertiseBasis::Declared) => topics.remarked(Phrase::Message("expertise-declared")),
        None => topics,
    })
}

fn members(members: Members) -> Option<Phrase> {
    let parts = [
        ("members-total", members.total),
        ("members-sme", members.sme),
        ("members-large", members.large),
        ("members-research", members.research),
        ("members-other", members.other),
    ];
    let known = parts
        .into_iter()
        .filter_map(|(key, count)| Some(Phrase::With(key, vec![("count", Phrase::Number(count?.into()))])));
    let known: Vec<_> = known.collect();
    (!known.is_empty()).then_some(Phrase::Several(known, Between::Semicolons))
}

fn label(label: Label) -> Phrase {
    let level = value("label", label.level.as_str());
    match label.until {
        Some(until) => Phrase::With("label-until", vec![("level", level), ("date", Phrase::Day(until))]),
        None => level,
    }
}
