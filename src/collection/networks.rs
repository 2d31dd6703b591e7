//! Networks: Euroclusters, associations and strategic partnerships; who works together on what, and what they offer.

mod finding;

use std::sync::Arc;

use crate::dataset::members::{
    ChoiceIfKnown, ChoiceOf, ChoicesOf, Countries, Ecosystems, Figures, Flag, Line as LineOfText, Lines,
    Money, Name, NoCell, OnePartner, PartialDay, Partners, PlainRecord, Reading, RelatedRecords, Sources,
    Summary, Web, Webs, Whole, choices_of_the_domain, not_before, plain_file, plain_json, read_plain, record,
};
use crate::dataset::{
    DatasetError, ExportNote, Fetched, ImportOptions, Loaded, MemberAbout, importing_networks,
    published_organisations,
};
use crate::domain::{
    Budget, CountryCode, Figure, Instant, LocalText, NetworkAim, NetworkKind, NetworkScope, PartialDate,
    Partner, RecordId, Related, TermId, Vocabularies, WebAddress,
};

pub use finding::NetworkAt;

use super::about::{COUNTRY, ECOSYSTEM};
use super::related::{figures, is_among, money, related, span};
use super::{
    About, Action, Between, Body, Collection, CollectionRecord, FacetAbout, Facts, Format, Importing,
    LabelSource, Line, ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words, facet,
};

pub(super) const ABOUT: About = About {
    name: "networks",
    path: "networks",
    record_path: "networks",
    group: Some("nav-partners"),
    facets: &[
        FacetAbout::new("kind", "facet-kind-network", LabelSource::Messages(KINDS)),
        FacetAbout::new("programme", "facet-programme", LabelSource::Itself),
        ECOSYSTEM,
        COUNTRY,
        FacetAbout::new(facet::WITH, "facet-with", LabelSource::Countries)
            .noted("facet-with-note")
            .unsearched()
            .with_heading(),
        FacetAbout::new("target", "facet-target", LabelSource::Countries),
    ],
    places: false,
    closes: None,
    words: Words::any("nav-networks", "search-placeholder-networks", "suggestion-network"),
    saving: Some(SavingWords::any("saved-networks/1")),
};

const KINDS: &[(&str, &str)] = &[
    ("eurocluster", "kind-eurocluster"),
    ("association", "kind-association"),
    ("partnership", "kind-partnership"),
    ("other", "kind-other"),
];

choices_of_the_domain!(NetworkKind, NetworkScope, NetworkAim);

record! {
    /// A network. What is left out is unknown, never "no".
    pub struct Network, whole {
        /// What it is called: its short name where it goes by that.
        name: called, also ["title", "network", "partnership", "network name"];
        /// The name in full.
        full_name: Option<String> => LineOfText, also ["long name"];
        /// What its name is shortened to.
        acronym: Option<String> => Name, also ["short name", "abbreviation"];
        /// What kind of network it is; `other` where left out.
        kind: NetworkKind => ChoiceOf<NetworkKind>, also ["type"];
        /// The programme that it is or was funded by.
        programme: Option<String> => Name, also ["program"];
        /// Whether the programme is assumed, because the source does not say.
        programme_assumed: bool => Flag;
        /// The year of the round of calls that it is of.
        round: Option<u32> => Whole;
        /// The part of the programme.
        strand: Option<String> => Name;
        /// How far it reaches.
        scope: Option<NetworkScope> => ChoiceIfKnown<NetworkScope>;
        /// The industrial ecosystems it works for.
        ecosystems: Vec<TermId> => Ecosystems, also ["ecosystem", "industrial ecosystem", "industrial ecosystems"];
        /// The sectors it works for, as the source names them.
        sectors: Vec<String> => Lines, also ["sector"];
        /// The countries that it or its partners are in.
        countries: Vec<CountryCode> => Countries, also ["country"];
        /// The countries in which it looks for markets and partners.
        target_countries: Vec<CountryCode> => Countries;
        /// When it began, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
        start: Option<PartialDate> => PartialDay, also ["since", "start date"];
        /// When it ended or will end.
        end: Option<PartialDate> => PartialDay, also ["until", "end date"];
        /// For how many months it is planned.
        duration_months: Option<u32> => Whole;
        /// What the source leaves open about the dates.
        date_note: Option<String> => LineOfText;
        /// Who leads it.
        coordinator: Option<Partner> => OnePartner, also ["lead partner", "lead"];
        /// Whether the leader is assumed, because the source does not say.
        coordinator_assumed: bool => Flag;
        /// The partners that are known by name.
        partners: Vec<Partner> => Partners, also ["members", "consortium"];
        /// How many partners there are, those that are not known by name among them.
        partner_count: Option<u32> => Whole, also ["number of partners"];
        /// How many members an association has.
        members: Option<u32> => NoCell<Whole>;
        /// What it is for.
        aims: Vec<NetworkAim> => ChoicesOf<NetworkAim>, also ["goals"];
        /// What it offers to SMEs and clusters.
        offers: Vec<String> => Lines, also ["services"];
        /// Its money.
        budget: Option<Budget> => Money, also ["total budget"];
        /// The part of the money that goes on to SMEs.
        sme_budget: Option<Budget> => Money;
        /// The number of its grant agreement or project.
        grant_agreement: Option<String> => Name, also ["grant agreement number", "project number"];
        /// When the grant agreement was signed.
        grant_signed: Option<PartialDate> => PartialDay;
        /// What came of it.
        outcome: Option<String> => LineOfText;
        /// Figures and facts, each with its time.
        figures: Vec<Figure> => Figures;
        /// What belongs to it: its calls and other networks.
        related: Related => RelatedRecords;
        /// What it is, in plain text per language.
        summary: LocalText => Summary;
        /// Its website.
        website: Option<WebAddress> => Web, also ["web site", "web", "url", "link", "homepage"];
        /// Further pages of its own.
        links: Vec<WebAddress> => Webs;
        /// What the source leaves open.
        note: Option<String> => LineOfText, also ["notes", "remark", "remarks", "comment"];
        /// Where the record is from: identifiers of the dataset's sources, or addresses.
        sources: Vec<String> => Sources, also ["source"];
    }
    settled by end_after_start
}

/// An end that comes before the start is dropped.
fn end_after_start(network: &mut Network, reading: &mut Reading) {
    network.end = not_before(network.start, network.end, "end", reading);
}

impl Network {
    /// Every country that it or a partner is in, once, in the order of the record.
    pub fn all_countries(&self) -> Vec<&CountryCode> {
        let mut all: Vec<&CountryCode> = Vec::new();
        let partners = self.coordinator.iter().chain(&self.partners);
        for country in self.countries.iter().chain(partners.filter_map(|partner| partner.country.as_ref())) {
            if !all.contains(&country) {
                all.push(country);
            }
        }
        all
    }
}

impl AsRef<Network> for NetworkAt {
    fn as_ref(&self) -> &Network {
        self.network()
    }
}

impl CollectionRecord for Network {
    const COLLECTION: Collection = Collection::Networks;
    const FORMATS: &'static [Format] = &[Format::Json];
    const LIST: ListWords = ListWords {
        title: "networks-title",
        count: "networks-count",
        none: "networks-count-none",
        back: "back-to-networks",
        order: "sort-name",
    };
    const IMPORT_BESIDE: &'static [Collection] = &[Collection::Organisations];
    const MEMBERS: &'static [MemberAbout] = Self::TABLE;
    type At = NetworkAt;
    /// Networks stand as they are.
    type Standing = ();

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

    fn names(&self, of: Collection, id: &str) -> bool {
        is_among(&self.related, of, id)
    }

    fn at(records: &[Arc<Self>], _setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|network| NetworkAt::new(network.clone())).collect()
    }

    fn standing(&self, _now: Instant) -> Self::Standing {}

    fn line(at: &Self::At, _now: Instant) -> Line {
        let network = at.network();
        let mut about = vec![Phrase::Value("kind", network.kind.as_str().to_owned())];
        about.extend(at.programme().map(|programme| Phrase::Text(programme.to_owned())));
        about.extend(network.full_name.clone().map(Phrase::Text));
        let countries = network.all_countries();
        Line {
            about,
            when: Phrase::values("country", countries.into_iter().map(CountryCode::as_str)),
            ecosystems: network.ecosystems.clone(),
            ..Line::default()
        }
    }

    fn page(&self, _now: Instant) -> RecordPage {
        let list = |heading, each: Vec<Shown>| {
            (!each.is_empty()).then_some(Section { heading: Some(heading), body: Body::List(each) })
        };
        let aims = self.aims.iter().map(|aim| Shown::Words(Phrase::Message(aim_words(*aim))));
        let partners = self.partners.iter().map(partner).collect::<Vec<_>>();
        let partners = list("network-partners", partners).or(Some(Section {
            heading: Some("network-partners"),
            body: Body::List(vec![Shown::Words(Phrase::Message("not-known"))]),
        }));
        let sections = [
            Some(Section { heading: None, body: Body::Text(self.summary.clone()) }),
            list("network-aims", aims.collect()),
            partners.filter(|_| self.kind != NetworkKind::Association || !self.partners.is_empty()),
            list("network-offers", self.offers.iter().cloned().map(Shown::from).collect()),
            Some(Section { heading: Some("training-facts"), body: facts(self).into() }),
            figures("figures-title", &self.figures),
            related(&self.related),
        ];
        RecordPage {
            kicker: vec![Phrase::Value("kind", self.kind.as_str().to_owned())],
            lead: self.full_name.clone().map(Phrase::Text),
            actions: self
                .website
                .clone()
                .map(|address| Action::Leave(address, "network-website", true))
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
        other: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Importing<'a, Self> {
        Box::pin(async move {
            let organisations = published_organisations(vocabularies, other);
            importing_networks(file, &options, vocabularies, &organisations).await
        })
    }
}

/// What is known of a network.
fn facts(network: &Network) -> Facts {
    let assumed = |shown: Option<Shown>, assumed: bool| match shown {
        Some(shown) if assumed => Some(shown.remarked(Phrase::Message("assumed"))),
        shown => shown,
    };
    let dates = span(network.start, network.end).map(Shown::Words).map(|shown| match &network.date_note {
        Some(note) => shown.remarked(Phrase::Text(note.clone())),
        None => shown,
    });
    let texts = |texts: &[String]| Shown::several(texts.iter().cloned().map(Shown::from).collect());
    let number = |count: Option<u32>| count.map(|count| Phrase::Number(count.into()));
    let programme = network.programme.clone().map(Shown::from);
    let countries = network.all_countries().into_iter().map(CountryCode::as_str).collect::<Vec<_>>();
    let targets = network.target_countries.iter().map(CountryCode::as_str);
    let scope = network.scope.map(|scope| Phrase::Message(scope_words(scope)));
    // An association is of no programme, has no coordinator and no share for SMEs: that none is known is no gap.
    let told = |facts: &mut Facts, name, value: Option<Shown>| match network.kind {
        NetworkKind::Association => facts.if_known(name, value),
        NetworkKind::Eurocluster | NetworkKind::Partnership | NetworkKind::Other => facts.told(name, value),
    };
    let mut facts = Facts::default();
    facts.if_known("network-acronym", network.acronym.clone());
    let programme = assumed(programme, network.programme_assumed);
    told(&mut facts, "network-programme", programme);
    facts.if_known("network-round", network.round.map(|year| Phrase::Text(year.to_string())));
    facts.if_known("network-strand", network.strand.clone());
    facts.if_known("network-scope", scope);
    facts.told(
        match (network.start, network.end) {
            (Some(_), None) => "network-start",
            (None, Some(_)) => "network-end",
            _ => "event-dates",
        },
        dates,
    );
    facts.if_known("network-months", number(network.duration_months));
    facts.told("facet-ecosystem", Shown::ecosystems(&network.ecosystems));
    facts.if_known("network-sectors", texts(&network.sectors));
    facts.told("facet-country", Phrase::values("country", countries));
    facts.if_known("facet-target", Phrase::values("country", targets));
    let coordinator = assumed(network.coordinator.as_ref().map(partner), network.coordinator_assumed);
    told(&mut facts, "network-coordinator", coordinator);
    facts.if_known("network-partner-count", number(network.partner_count));
    facts.if_known("network-members", number(network.members));
    facts.told("call-budget", network.budget.as_ref().map(money));
    told(&mut facts, "network-sme-budget", network.sme_budget.as_ref().map(money));
    facts.if_known("network-grant-agreement", network.grant_agreement.clone());
    facts.if_known("network-grant-signed", network.grant_signed.map(super::related::date));
    facts.if_known("event-outcome", network.outcome.clone());
    facts.if_known(
        "network-links",
        Shown::several(network.links.iter().map(|link| Shown::Elsewhere(link.clone(), None)).collect()),
    );
    facts.if_known("training-note", network.note.clone());
    facts
}

/// A partner: a link where it is an organisation of the dataset.
fn partner(partner: &Partner) -> Shown {
    let shown = match (&partner.organisation, &partner.website) {
        (Some(id), _) => {
            Shown::Record(Collection::Organisations, id.as_str().to_owned(), Some(partner.name.clone()))
        }
        (None, Some(website)) => Shown::Elsewhere(website.clone(), Some(partner.name.clone())),
        (None, None) => Shown::from(partner.name.clone()),
    };
    let country = partner.country.iter().map(|code| Phrase::Value("country", code.as_str().to_owned()));
    let likely = || Phrase::With("partner-likely", vec![("name", Phrase::Text(partner.name.clone()))]);
    let remarks: Vec<_> = country
        .chain((partner.likely && partner.organisation.is_some()).then(likely))
        .chain(partner.note.clone().map(Phrase::Text))
        .collect();
    if remarks.is_empty() { shown } else { shown.remarked(Phrase::Several(remarks, Between::Semicolons)) }
}

fn scope_words(scope: NetworkScope) -> &'static str {
    match scope {
        NetworkScope::Regional => "scope-regional",
        NetworkScope::National => "scope-national",
        NetworkScope::MacroRegion => "scope-macro-region",
        NetworkScope::European => "scope-european",
        NetworkScope::World => "scope-world",
        NetworkScope::Sector => "scope-sector",
    }
}

fn aim_words(aim: NetworkAim) -> &'static str {
    match aim {
        NetworkAim::Network => "aim-network",
        NetworkAim::Innovate => "aim-innovate",
        NetworkAim::Adopt => "aim-adopt",
        NetworkAim::Train => "aim-train",
        NetworkAim::Internationalise => "aim-internationalise",
        NetworkAim::Outreach => "aim-outreach",
    }
}
