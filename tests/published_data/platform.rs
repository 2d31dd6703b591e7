//! Events, networks, policies and resources are all there.

use cluster_atlas::collection::{CollectionRecord, Network, Policy, Resource, ResourceKind};
use cluster_atlas::dataset::{Fetched, Loaded, events_file, fill_from_trainings, read_events};
use cluster_atlas::domain::{Event, EventKind, EventStatus, Instant, NetworkKind, Partner, PolicyStatus};

use super::records::{organisations, trainings};
use super::{Counts, check_figures, check_sources, read, vocabularies};

pub fn events() -> Loaded<Event> {
    let file = read("data/events.json");
    read_events(&Fetched::opened("events.json", file.as_bytes()), &vocabularies()).expect("readable")
}

pub fn count_events(events: &[Event]) -> Counts {
    let count = |test: &dyn Fn(&Event) -> bool| events.iter().filter(|event| test(event)).count();
    let now = Instant::at("2024-05-08".parse().expect("a day"), "12:00".parse().expect("a time"));
    Counts::from([
        ("all", events.len()),
        ("talks", count(&|event| event.kind == EventKind::ClustersTalk)),
        ("talks that are trainings too", count(&Event::is_training_too)),
        ("running on 2024-05-08", count(&|event| event.status(now) == EventStatus::Running)),
        ("with days", count(&|event| !event.days.is_empty())),
        ("with an end", count(&|event| event.end.is_some())),
        ("known to the month", count(&|event| event.start.is_some_and(|start| start.day().is_none()))),
        ("with a note on the date", count(&|event| event.date_note.is_some())),
        ("with a format", count(&|event| event.format.is_some())),
        ("with an assumed format", count(&|event| event.format_assumed)),
        ("with a city", count(&|event| event.city.is_some())),
        ("with a country", count(&|event| event.country.is_some())),
        ("with a place on the map", count(&|event| event.location.is_some())),
        ("with a venue", count(&|event| event.venue.is_some())),
        ("with hosts", count(&|event| !event.hosts.is_empty())),
        ("with a last day to register", count(&|event| event.registration_deadline.is_some())),
        ("with a note on registration", count(&|event| event.registration_note.is_some())),
        ("with themes", count(&|event| !event.themes.is_empty())),
        ("with an outcome", count(&|event| event.outcome.is_some())),
        ("with an official page", count(&|event| event.url.is_some())),
        (
            "with something related",
            count(&|event| event.related != cluster_atlas::domain::Related::default()),
        ),
    ])
}

#[test]
fn all_events_are_there_and_talks_are_the_trainings_they_are() {
    let loaded = events();
    assert_eq!(loaded.report.findings, []);
    let events = &loaded.records;
    let trainings = trainings().records;
    for event in events {
        assert!(!event.summary.is_empty() && !event.sources.is_empty(), "{}", event.id);
        assert!(event.location.is_none() || event.city.is_some(), "{}", event.id);
    }
    // One record with two doors: what both say of it is the same.
    for event in events.iter().filter(|event| event.is_training_too()) {
        let training = trainings.iter().find(|training| training.id == event.id).expect("the training");
        assert_eq!((&training.title, Some(training.format)), (&event.title, event.format), "{}", event.id);
        let sessions: Vec<_> = training.sessions.iter().map(|it| (it.date, it.start, it.end)).collect();
        let days: Vec<_> = event.days.iter().map(|it| (it.date, it.start, it.end)).collect();
        assert_eq!((sessions, &training.url), (days, &event.url), "{}", event.id);
        assert_eq!((&training.topics, &training.audience), (&event.topics, &event.audience), "{}", event.id);
        assert_eq!(training.registration, event.registration, "{}", event.id);
        assert_eq!(training.host.iter().collect::<Vec<_>>(), event.hosts.iter().collect::<Vec<_>>());
    }
    // An import fills in nothing that is not there: the themes are those that the topics are.
    let mut bare = events.clone();
    for event in bare.iter_mut().filter(|event| event.is_training_too()) {
        (event.themes, event.topics, event.audience) = (Vec::new(), Vec::new(), Vec::new());
    }
    fill_from_trainings(&mut bare, &trainings, &vocabularies());
    assert_eq!(&bare, events);
    check_sources(events.iter().flat_map(|event| &event.sources));
    assert_eq!(events_file(&events.iter().collect::<Vec<_>>()), read("data/events.json"));
}

pub fn networks() -> Loaded<Network> {
    let file = read("data/networks.json");
    Network::read(&Fetched::opened("networks.json", file.as_bytes()), &vocabularies()).expect("readable")
}

fn partners(network: &Network) -> impl Iterator<Item = &Partner> {
    network.coordinator.iter().chain(&network.partners)
}

pub fn count_networks(networks: &[Network]) -> Counts {
    let count = |test: &dyn Fn(&Network) -> bool| networks.iter().filter(|network| test(network)).count();
    let of = |kind: NetworkKind| count(&|network| network.kind == kind);
    let all_partners = || networks.iter().flat_map(partners);
    let sum = |number: &dyn Fn(&Network) -> usize| networks.iter().map(number).sum::<usize>();
    Counts::from([
        ("all", networks.len()),
        ("euroclusters", of(NetworkKind::Eurocluster)),
        ("euroclusters of 2025", count(&|network| network.round == Some(2025))),
        ("associations", of(NetworkKind::Association)),
        ("partnerships", of(NetworkKind::Partnership)),
        ("partners and coordinators", all_partners().count()),
        ("partners that are likely organisations", all_partners().filter(|it| it.likely).count()),
        ("partners that are organisations", all_partners().filter(|it| it.organisation.is_some()).count()),
        ("with a coordinator", count(&|network| network.coordinator.is_some())),
        ("with ecosystems", count(&|network| !network.ecosystems.is_empty())),
        ("with countries", count(&|network| !network.all_countries().is_empty())),
        ("with target countries", count(&|network| !network.target_countries.is_empty())),
        ("with a beginning", count(&|network| network.start.is_some())),
        ("with offers", count(&|network| !network.offers.is_empty())),
        ("with a budget", count(&|network| network.budget.is_some())),
        ("with a share for SMEs", count(&|network| network.sme_budget.is_some())),
        ("with a website", count(&|network| network.website.is_some())),
        ("with a summary", count(&|network| !network.summary.is_empty())),
        ("figures", sum(&|network| network.figures.len())),
        ("calls", sum(&|network| network.related.calls.len())),
    ])
}

#[test]
fn all_networks_are_there_and_their_partners_are_organisations_that_are_there() {
    let loaded = networks();
    assert_eq!(loaded.report.findings, []);
    let networks = &loaded.records;
    let organisations = organisations().records;
    for network in networks {
        assert!(!network.sources.is_empty(), "{}", network.id);
        for partner in partners(network) {
            let Some(organisation) = &partner.organisation else {
                assert!(!partner.likely, "{}: likely to be nobody", network.id);
                continue;
            };
            let known = organisations.iter().find(|known| known.id == *organisation).expect("a record");
            // What a network is found by must not hang on which list named the partner.
            assert_eq!(partner.country.as_ref(), Some(&known.country), "{}: {organisation}", network.id);
        }
    }
    check_figures(networks.iter().flat_map(|network| &network.figures));
    check_sources(networks.iter().flat_map(|network| &network.sources));
    assert_eq!(
        Network::file(&networks.iter().collect::<Vec<_>>(), &vocabularies()),
        read("data/networks.json")
    );
}

pub fn policies() -> Loaded<Policy> {
    let file = read("data/policies.json");
    Policy::read(&Fetched::opened("policies.json", file.as_bytes()), &vocabularies()).expect("readable")
}

pub fn count_policies(policies: &[Policy]) -> Counts {
    let count = |test: &dyn Fn(&Policy) -> bool| policies.iter().filter(|policy| test(policy)).count();
    let now = Instant::start_of("2024-02-21".parse().expect("a day"));
    let on = |status: PolicyStatus| count(&|policy| policy.status(now) == status);
    Counts::from([
        ("all", policies.len()),
        ("with an assumed type", count(&|policy| policy.kind_assumed)),
        ("without a type", count(&|policy| policy.kind.is_none())),
        ("of a region", count(&|policy| policy.region.is_some())),
        ("examples of the toolkit", count(&|policy| policy.toolkit)),
        ("known by name only", count(&|policy| policy.name_only)),
        ("facts", count(&|policy| policy.fact_only)),
        ("proposed on 2024-02-21", on(PolicyStatus::Proposed)),
        ("running on 2024-02-21", on(PolicyStatus::Running)),
        ("past on 2024-02-21", on(PolicyStatus::Past)),
        ("with an unknown end on 2024-02-21", on(PolicyStatus::OpenEnded)),
        ("with an instrument", count(&|policy| policy.instrument.is_some())),
        ("with a budget", count(&|policy| policy.budget.is_some())),
        ("policies of their own", count(&|policy| !policy.fact_only)),
        ("figures", policies.iter().map(|policy| policy.figures.len()).sum()),
    ])
}

#[test]
fn all_policies_are_there() {
    let loaded = policies();
    assert_eq!(loaded.report.findings, []);
    let policies = &loaded.records;
    for policy in policies {
        assert!(!policy.summary.is_empty() && !policy.sources.is_empty(), "{}", policy.id);
        // What several countries share has a territory, and no country.
        let several = ["European Union (EU27)", "56 countries"];
        let of_several = policy.region.as_deref().is_some_and(|region| several.contains(&region));
        assert!(policy.region.is_none() || policy.country.is_some() || of_several, "{}", policy.id);
    }
    check_figures(policies.iter().flat_map(|policy| &policy.figures));
    check_sources(policies.iter().flat_map(|policy| &policy.sources));
    assert_eq!(
        Policy::file(&policies.iter().collect::<Vec<_>>(), &vocabularies()),
        read("data/policies.json")
    );
}

pub fn resources() -> Loaded<Resource> {
    let file = read("data/resources.json");
    Resource::read(&Fetched::opened("resources.json", file.as_bytes()), &vocabularies()).expect("readable")
}

pub fn count_resources(resources: &[Resource]) -> Counts {
    let count = |test: &dyn Fn(&Resource) -> bool| resources.iter().filter(|it| test(it)).count();
    let mut counts: Counts = ResourceKind::ALL
        .iter()
        .map(|kind| (kind.as_str(), count(&|resource| resource.kind == *kind)))
        .collect();
    counts.extend([
        ("all", resources.len()),
        ("known by name only", count(&|resource| resource.name_only)),
        ("with a date", count(&|resource| resource.date.is_some())),
        ("with a page", count(&|resource| resource.url.is_some())),
        ("with a way to get it", count(&|resource| resource.how_to_join.is_some())),
        ("facts and figures", resources.iter().map(|resource| resource.facts.len()).sum()),
    ]);
    counts
}

#[test]
fn all_resources_are_there() {
    let loaded = resources();
    assert_eq!(loaded.report.findings, []);
    let resources = &loaded.records;
    for resource in resources {
        assert!(!resource.summary.is_empty() && !resource.sources.is_empty(), "{}", resource.id);
        let is_service = resource.kind == ResourceKind::Service;
        assert!(!is_service || resource.how_to_join.is_some(), "{}", resource.id);
    }
    check_figures(resources.iter().flat_map(|resource| &resource.facts));
    check_sources(resources.iter().flat_map(|resource| &resource.sources));
    assert_eq!(
        Resource::file(&resources.iter().collect::<Vec<_>>(), &vocabularies()),
        read("data/resources.json")
    );
}
