//! The landscape by country: every figure is what the list behind it counts, and what a count by other code gives.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use cluster_atlas::collection::{Collection, CollectionRecord, Network, Policy, Setting, Visit};
use cluster_atlas::dataset::{Fetched, read_facts, read_vocabularies, synth};
use cluster_atlas::domain::{Call, Event, Fact, Instant, Organisation, PolicyKind, Training, Vocabularies};
use cluster_atlas::explore::Index;
use cluster_atlas::landscape::{
    Column, Counted, Given, Landscape, Order, Part, ShownFigure, Theme, count, order_by, share, trainings_in,
};
use cluster_atlas::route::{FindParams, Route};
use proptest::prelude::*;

fn published(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn records<R: CollectionRecord>(vocabularies: &Vocabularies) -> Vec<Arc<R>> {
    let name = format!("{}.json", R::COLLECTION.about().name);
    let file = published(&name);
    let loaded = R::read(&Fetched::opened(&name, &file), vocabularies).expect("readable");
    loaded.records.into_iter().map(Arc::new).collect()
}

struct Published {
    vocabularies: Vocabularies,
    organisations: Vec<Organisation>,
    calls: Vec<Arc<Call>>,
    trainings: Vec<Arc<Training>>,
    events: Vec<Arc<Event>>,
    networks: Vec<Arc<Network>>,
    policies: Vec<Arc<Policy>>,
    facts: Vec<Fact>,
}

impl Published {
    fn read() -> Self {
        let file = published("vocabularies.json");
        let vocabularies =
            read_vocabularies(&Fetched::opened("vocabularies.json", &file)).expect("readable").0;
        let facts = published("facts.json");
        Self {
            organisations: records::<Organisation>(&vocabularies).iter().map(|it| (**it).clone()).collect(),
            calls: records(&vocabularies),
            trainings: records(&vocabularies),
            events: records(&vocabularies),
            networks: records(&vocabularies),
            policies: records(&vocabularies),
            facts: read_facts(&Fetched::opened("facts.json", &facts)).expect("readable").records,
            vocabularies,
        }
    }

    fn given(&self, now: Instant) -> Given<'_> {
        Given {
            organisations: &self.organisations,
            calls: Some(&self.calls),
            events: Some(&self.events),
            networks: Some(&self.networks),
            policies: Some(&self.policies),
            facts: Some(&self.facts),
            vocabularies: &self.vocabularies,
            now,
        }
    }
}

fn moment(day: &str) -> Instant {
    Instant::start_of(day.parse().expect("a day"))
}

fn index<R: CollectionRecord>(records: &[Arc<R>], now: Instant, vocabularies: &Vocabularies) -> Index<R::At> {
    Index::build(R::at(records, &Setting { now, vocabularies }), &|_, _, _| {})
}

/// How many records the list of a link has.
fn listed<R: cluster_atlas::explore::Record>(index: &Index<R>, link: &str) -> u32 {
    let Route::Find(params) = Route::parse(link) else { panic!("{link} leads to no list") };
    index.run(&params.query()).rows.len() as u32
}

#[test]
fn every_figure_is_what_its_list_counts() {
    let published = Published::read();
    let vocabularies = &published.vocabularies;
    let organisations: Vec<Arc<Organisation>> =
        published.organisations.iter().cloned().map(Arc::new).collect();
    for day in ["2024-02-21", "2026-11-26"] {
        let now = moment(day);
        let landscape = Landscape::new(&published.given(now));
        let of_organisations = index(&organisations, now, vocabularies);
        let of_calls = index(&published.calls, now, vocabularies);
        let of_events = index(&published.events, now, vocabularies);
        let of_networks = index(&published.networks, now, vocabularies);
        let of_policies = index(&published.policies, now, vocabularies);
        assert!(landscape.countries.len() > 40, "the whole of Europe and more");
        for figures in &landscape.countries {
            let code = figures.country.as_str();
            let link = |path: &str| format!("#/{path}country={code}");
            assert_eq!(figures.organisations.all, listed(&of_organisations, &link("explore?")), "{code}");
            assert_eq!(figures.networks, Some(listed(&of_networks, &link("networks?"))), "{code}");
            assert_eq!(
                figures.policies.map(|it| it.all),
                Some(listed(&of_policies, &link("policies?"))),
                "{code}"
            );
            assert_eq!(figures.events.map(|it| it.all), Some(listed(&of_events, &link("events?"))), "{code}");
            let ahead = listed(&of_events, &link("events?status=running,upcoming&"));
            assert_eq!(figures.events.map(|it| it.ahead), Some(ahead), "{code}");
            let open = listed(&of_calls, &format!("#/calls?status=open&country=-not_stated,{code}"));
            assert_eq!(figures.calls.map(|it| it.open), Some(open), "{code} on {day}");
            for (kind, count) in PolicyKind::ALL.iter().zip(figures.policies.expect("loaded").kinds) {
                let link = link(&format!("policies?kind={}&", kind.as_str()));
                assert_eq!(count, listed(&of_policies, &link), "{link}");
            }
            for figure in &figures.organisations.ecosystems {
                let link = link(&format!("explore?ecosystem={}&", figure.term));
                assert_eq!(figure.count, listed(&of_organisations, &link), "{link}");
            }
            for figure in &figures.regions {
                let params = FindParams::of(Collection::Organisations)
                    .with_value("country", code, true)
                    .with_value("region", &figure.key, true);
                assert_eq!(figure.count, listed(&of_organisations, &params.link()), "{code} {}", figure.key);
            }
        }
        let not_stated = listed(&of_calls, "#/calls?status=open&country=not_stated");
        assert_eq!(landscape.calls_not_stated, Some(not_stated), "{day}");
    }
}

/// How many published records a link has: as they are counted, and as its list has them.
struct Both<'a> {
    published: &'a Published,
    now: Instant,
    params: &'a FindParams,
    link: &'a str,
}

impl Visit for Both<'_> {
    type Output = (Counted, u32);

    fn visit<R: CollectionRecord>(self) -> Self::Output {
        let Self { published: Published { vocabularies, .. }, now, params, link } = self;
        let records = records::<R>(vocabularies);
        let counted = count(&R::at(&records, &Setting { now, vocabularies }), params);
        (counted, listed(&index(&records, now, vocabularies), link))
    }
}

#[test]
fn a_theme_counts_what_its_lists_have() {
    let published = Published::read();
    let vocabularies = &published.vocabularies;
    let now = moment("2024-02-21");
    let parts = [
        Part::OpenCalls,
        Part::ComingCalls,
        Part::AllCalls,
        Part::ComingTrainings,
        Part::AllTrainings,
        Part::ComingEvents,
        Part::AllEvents,
        Part::Policies,
        Part::Resources,
        Part::Expertise,
        Part::Ecosystem,
    ];
    let mut seen = 0;
    for (theme, part) in Theme::ALL.into_iter().flat_map(|theme| parts.map(|part| (theme, part))) {
        let Some(params) = part.list(theme) else { continue };
        let link = params.clone().link();
        assert_eq!(Route::parse(&link), params.clone().route(), "the link is what is counted");
        let (counted, listed) =
            params.collection.visit(Both { published: &published, now, params: &params, link: &link });
        match counted {
            Counted::Of(counted) => {
                assert_eq!(counted, listed, "{theme:?} {part:?}");
                seen += counted;
            }
            Counted::NotStated => panic!("{theme:?} {part:?}: some record of each collection states a theme"),
        }
    }
    assert!(seen > 100, "themes find something");
    // Where no event says what it is about, that is not known, and not none.
    let theme = Part::AllEvents.list(Theme::Green).unwrap();
    let silent = records::<Event>(vocabularies).into_iter().map(|event| {
        let event = Arc::unwrap_or_clone(event);
        Arc::new(Event { themes: Vec::new(), ..event })
    });
    let silent = Event::at(&silent.collect::<Vec<_>>(), &Setting { now, vocabularies });
    assert_eq!(count(&silent, &theme), Counted::NotStated);
    assert_eq!(count::<Organisation>(&[], &theme), Counted::Of(0), "of an empty list it is known");
    // What the rules name, the vocabularies have.
    let known =
        |terms: &[cluster_atlas::domain::Term], id: &str| terms.iter().any(|term| term.id.as_str() == id);
    for theme in Theme::ALL {
        for part in parts {
            let Some(params) = part.list(theme) else { continue };
            for (facet, values) in params.facets.iter() {
                for value in values {
                    let is_known = match facet {
                        "expertise" => known(&vocabularies.expertise, value),
                        "ecosystem" => known(&vocabularies.ecosystems, value),
                        "purpose" => known(&vocabularies.purposes, value),
                        "topic" => known(&vocabularies.training_topics, value),
                        "theme" => known(&vocabularies.themes, value),
                        _ => true,
                    };
                    assert!(is_known, "{theme:?}: {facet} {value}");
                }
            }
        }
    }
}

#[test]
fn what_is_not_there_is_not_zero() {
    let published = Published::read();
    let given = Given { calls: None, policies: None, ..published.given(moment("2024-02-21")) };
    let landscape = Landscape::new(&given);
    for figures in &landscape.countries {
        assert_eq!((figures.calls, figures.policies), (None, None));
        assert!(figures.networks.is_some());
        assert_eq!(ShownFigure::Calls.of(figures), None);
    }
    assert_eq!(landscape.calls_not_stated, None);
    assert_eq!(share(0, 0), None);
    assert_eq!(share(0, 4), Some(0.0));
}

#[test]
fn what_is_not_known_comes_last_whichever_way_the_table_is_sorted() {
    let published = Published::read();
    let landscape = Landscape::new(&published.given(moment("2024-02-21")));
    let shown: ShownFigure = "per_million".parse().expect("a figure");
    let column = Column::Shown;
    for reversed in [false, true] {
        let mut all: Vec<_> = landscape.countries.iter().collect();
        order_by(&mut all, Order { column, reversed }, &shown);
        let values: Vec<Option<u32>> = all.iter().map(|it| column.of(it, &shown)).collect();
        let known = values.iter().take_while(|value| value.is_some()).count();
        assert!(known > 0 && known < values.len(), "{known} of {}", values.len());
        assert!(values[known..].iter().all(Option::is_none), "{values:?}");
    }
}

#[test]
fn what_is_equal_stays_in_the_order_of_names() {
    let published = Published::read();
    let given = Given { policies: None, ..published.given(moment("2024-02-21")) };
    let landscape = Landscape::new(&given);
    let names = |reversed, column| {
        let mut all: Vec<_> = landscape.countries.iter().collect();
        order_by(&mut all, Order { column, reversed }, &ShownFigure::Organisations);
        all.iter().map(|it| it.country.as_str()).collect::<Vec<_>>()
    };
    let mut as_given: Vec<_> = landscape.countries.iter().map(|it| it.country.as_str()).collect();
    for reversed in [false, true] {
        assert_eq!(names(reversed, Column::Policies), as_given);
    }
    assert_eq!(names(false, Column::Country), as_given);
    as_given.reverse();
    assert_eq!(names(true, Column::Country), as_given);
}

#[test]
fn regions_without_an_organisation_are_shown_as_zero() {
    let published = Published::read();
    let landscape = Landscape::new(&published.given(moment("2024-02-21")));
    let spain = landscape.of("ES").expect("Spain");
    assert!(spain.regions.iter().any(|region| region.count == 0), "Ceuta or Melilla");
    let counted: u32 = spain.regions.iter().map(|region| region.count).sum();
    assert_eq!(counted + spain.without_region, spain.organisations.all);
}

#[test]
fn trainings_are_in_the_country_that_their_place_ends_with() {
    let published = Published::read();
    let there = |name| trainings_in(&published.trainings, name).len();
    assert!(there("Italy") > 0 && there("Atlantis") == 0);
    assert_eq!(there("Ital"), 0, "a part of a name is none");
}

proptest! {
    #[test]
    fn sums_agree_with_naive_counts(number in 0_usize..300, seed in 0_u64..1000) {
        let organisations = synth::organisations(number, seed);
        let vocabularies = Vocabularies::default();
        let given = Given {
            organisations: &organisations,
            calls: None,
            events: None,
            networks: None,
            policies: None,
            facts: None,
            vocabularies: &vocabularies,
            now: moment("2026-01-01"),
        };
        let landscape = Landscape::new(&given);
        let mut by_country: BTreeMap<&str, u32> = BTreeMap::new();
        for organisation in &organisations {
            *by_country.entry(organisation.country.as_str()).or_default() += 1;
        }
        let counted: BTreeMap<&str, u32> = landscape
            .countries
            .iter()
            .map(|figures| (figures.country.as_str(), figures.organisations.all))
            .collect();
        prop_assert_eq!(&counted, &by_country);
        prop_assert_eq!(landscape.whole.all as usize, number);
        // An ecosystem and a topic may have one identifier, so that each is counted by itself.
        for figure in &landscape.whole.ecosystems {
            let id = figure.term.as_str();
            let naive = organisations.iter().filter(|it| it.ecosystems.iter().any(|term| term.as_str() == id)).count();
            let sum: u32 = landscape.countries.iter().map(|it| it.organisations.in_ecosystem(id)).sum();
            prop_assert_eq!((figure.count, figure.count as usize), (sum, naive));
        }
        for figure in &landscape.whole.expertise {
            let id = figure.term.as_str();
            let naive = organisations.iter().filter(|it| it.expertise.iter().any(|term| term.as_str() == id)).count();
            let sum: u32 = landscape.countries.iter().map(|it| it.organisations.with_topic(id)).sum();
            prop_assert_eq!((figure.count, figure.count as usize), (sum, naive));
        }
        for figures in &landscape.countries {
            let counted: u32 = figures.regions.iter().map(|region| region.count).sum();
            prop_assert_eq!(counted + figures.without_region, figures.organisations.all);
            prop_assert!(figures.organisations.with_ecosystem <= figures.organisations.all);
            prop_assert!(figures.organisations.located <= figures.organisations.all);
        }
    }

    #[test]
    fn an_order_loses_no_country_and_descends(seed in 0_u64..200, reversed: bool) {
        let organisations = synth::organisations(120, seed);
        let vocabularies = Vocabularies::default();
        let given = Given {
            organisations: &organisations,
            calls: None,
            events: None,
            networks: None,
            policies: None,
            facts: None,
            vocabularies: &vocabularies,
            now: moment("2026-01-01"),
        };
        let landscape = Landscape::new(&given);
        for column in Column::ALL {
            let mut ordered: Vec<_> = landscape.countries.iter().collect();
            order_by(&mut ordered, Order { column, reversed }, &ShownFigure::Networks);
            prop_assert_eq!(ordered.len(), landscape.countries.len());
            let values: Vec<u32> = ordered.iter().filter_map(|it| column.of(it, &ShownFigure::Networks)).collect();
            let in_order = if reversed { values.is_sorted() } else { values.is_sorted_by(|a, b| a >= b) };
            prop_assert!(in_order);
        }
    }
}
