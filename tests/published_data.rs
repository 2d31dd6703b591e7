//! The data that the page is shipped with: complete, clean, and as its schema says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cluster_atlas::collection::CollectionRecord;
use cluster_atlas::dataset::{
    Config, Fetched, Kiosk, Loaded, Preset, calls_file, events_file, facts_file, manifest_file,
    networks_file, organisations_file, partner_requests_file, policies_file, read_calls, read_config,
    read_events, read_facts, read_manifest, read_networks, read_organisations, read_partner_requests,
    read_policies, read_resources, read_trainings, read_vocabularies, resources_file, schemas,
    trainings_file, vocabularies_file,
};
use cluster_atlas::domain::{
    Call, CallStatus, Event, EventKind, EventStatus, ExpertiseBasis, Figure, Instant, Network, NetworkKind,
    Organisation, Partner, PartnerRequest, Policy, PolicyStatus, Registration, Resource, ResourceKind,
    Session, Term, Training, TrainingKind, Vocabularies,
};
use serde_json::Value;

fn public(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name)
}

fn read(name: &str) -> String {
    let path = public(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_published_schemas_are_current() {
    for (name, text) in schemas() {
        assert_eq!(read(&format!("schema/{name}")), text, "run `cargo xtask schema` and commit {name}");
    }
}

#[test]
fn every_shipped_file_is_as_its_schema_says() {
    for (schema, file) in [
        ("atlas", "data/atlas.json"),
        ("calls", "data/calls.json"),
        ("events", "data/events.json"),
        ("facts", "data/facts.json"),
        ("networks", "data/networks.json"),
        ("policies", "data/policies.json"),
        ("resources", "data/resources.json"),
        ("organisation_facts", "data/organisation_facts.json"),
        ("organisations", "data/organisations.json"),
        ("partner_requests", "data/partner_requests.json"),
        ("trainings", "data/trainings.json"),
        ("vocabularies", "data/vocabularies.json"),
        ("config", "config.json"),
    ] {
        let schema: Value =
            serde_json::from_str(&read(&format!("schema/{schema}.schema.json"))).expect("JSON");
        let document: Value = serde_json::from_str(&read(file)).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{file}: {errors:?}");
    }
}

/// The names that a schema gives to members, or that a document has, at any depth.
fn names(value: &Value, in_schema: bool, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::Object(properties) if in_schema && name == "properties" => {
                        found.extend(properties.keys().cloned());
                    }
                    _ if !in_schema => drop(found.insert(name.clone())),
                    _ => {}
                }
                names(value, in_schema, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, in_schema, found)),
        _ => {}
    }
}

#[test]
fn the_schema_of_the_settings_has_what_the_reader_reads_and_nothing_else() {
    let whole = include_str!("fixtures/config-whole.json");
    let document: Value = serde_json::from_str(whole).expect("JSON");
    let schema: Value = serde_json::from_str(&read("schema/config.schema.json")).expect("JSON");

    // What the reader reads: nothing in the file is unknown to it, and nothing that it makes of it is as usual.
    let (config, report) = read_config(&Fetched::opened("config.json", whole.as_bytes())).expect("readable");
    assert_eq!(report.findings, []);
    // No `..`: whoever adds a setting has to put it into the file.
    let Config {
        id,
        title,
        organiser,
        language,
        dataset,
        tiles,
        sign_up,
        partner_requests,
        profiles,
        embed_origins,
        address,
        kiosk: Kiosk { usual: Preset { idle_seconds, start, slides, languages, parts }, presets, public_key },
        closing_soon_days,
        contact,
        privacy_notice,
    } = config;
    let usual = Config::default();
    assert!(title != usual.title && language != usual.language && dataset != usual.dataset);
    assert!(sign_up != usual.sign_up && partner_requests != usual.partner_requests);
    assert!(profiles != usual.profiles);
    assert!(idle_seconds != usual.kiosk.usual.idle_seconds && start != usual.kiosk.usual.start);
    assert!(presets.len() == 1 && public_key.is_some() && !languages.is_empty() && !parts.is_empty());
    assert!(closing_soon_days != usual.closing_soon_days);
    assert!(
        id.is_some()
            && tiles.is_some()
            && contact.is_some()
            && address.is_some()
            && !embed_origins.is_empty()
            && !slides.is_empty()
    );
    assert!([organiser, privacy_notice].iter().all(Option::is_some));

    // What the schema has: it accepts the file, and names what is in it.
    let errors: Vec<String> = jsonschema::validator_for(&schema)
        .expect("a schema")
        .iter_errors(&document)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let (mut described, mut written) = (BTreeSet::new(), BTreeSet::new());
    names(&schema, true, &mut described);
    names(&document, false, &mut written);
    assert_eq!(described, written);
}

#[test]
fn the_schema_refuses_what_the_reader_drops() {
    let schema: Value = serde_json::from_str(&read("schema/organisations.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for record in [
        r#"{"id":"a b","name":"N","country":"FR"}"#,
        r#"{"id":"a","name":"","country":"FR"}"#,
        r#"{"id":"a","name":"N","country":"France"}"#,
        r#"{"id":"a","name":"N","country":"FR","website":"javascript:alert(1)"}"#,
        r#"{"id":"a","name":"N","country":"FR","location":{"lat":91,"lon":0}}"#,
        r#"{"id":"a","name":"N","country":"FR","members":{"sme":-1}}"#,
        r#"{"id":"a","name":"N","country":"FR","kind":"club"}"#,
        r#"{"id":"a","name":"N","country":"FR","phone":"1"}"#,
    ] {
        let file = format!(r#"{{"format":"cluster-atlas/organisations/1","records":[{record}]}}"#);
        let document: Value = serde_json::from_str(&file).expect("JSON");
        assert!(!validator.is_valid(&document), "{record}");
    }
}

#[test]
fn the_schemas_of_calls_and_trainings_refuse_what_the_reader_drops() {
    for (collection, record) in [
        ("calls", r#"{"id":"a","title":""}"#),
        ("calls", r#"{"id":"a","title":"T","cutoffs":[{"time":"17:00"}]}"#),
        ("calls", r#"{"id":"a","title":"T","cutoffs":[{"date":"2024-03-10","time":"24:00"}]}"#),
        ("calls", r#"{"id":"a","title":"T","timezone":"Europe/Lisbon"}"#),
        ("calls", r#"{"id":"a","title":"T","status":"open"}"#),
        ("calls", r#"{"id":"a","title":"T","budget":"EUR 5"}"#),
        ("calls", r#"{"id":"a","title":"T","eligible_countries":["France"]}"#),
        ("calls", r#"{"id":"a","title":"T","url":"javascript:alert(1)"}"#),
        ("trainings", r#"{"id":"a","title":"T","kind":"party","format":"online"}"#),
        ("trainings", r#"{"id":"a","title":"T","kind":"course","format":"online","capacity":{"from":25}}"#),
        (
            "trainings",
            r#"{"id":"a","title":"T","kind":"course","format":"online","registration":"javascript:x"}"#,
        ),
        ("partner_requests", r#"{"id":"a","title":"T","kind":"wish"}"#),
    ] {
        let schema: Value =
            serde_json::from_str(&read(&format!("schema/{collection}.schema.json"))).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let document = |record: &str| {
            let file = format!(r#"{{"format":"cluster-atlas/{collection}/1","records":[{record}]}}"#);
            serde_json::from_str::<Value>(&file).expect("JSON")
        };
        assert!(!validator.is_valid(&document(record)), "{record}");
        let plain = r#"{"id":"a","title":"T","kind":"course","format":"online"}"#;
        let plain = if collection == "trainings" { plain } else { r#"{"id":"a","title":"T"}"# };
        assert!(validator.is_valid(&document(plain)), "{collection}");
    }
}

/// How many there are of everything, by collection: one snapshot for all tests, those in the browser too. It says that
/// nothing was lost on the way; the data may change, and then it is renewed.
type Counts = BTreeMap<&'static str, usize>;

#[test]
fn what_is_published_is_counted() {
    let counted: BTreeMap<&str, Counts> = BTreeMap::from([
        ("calls", count_calls(&calls().records)),
        ("events", count_events(&events().records)),
        ("organisations", count_organisations(&organisations().records)),
        ("networks", count_networks(&networks().records)),
        ("partner_requests", Counts::from([("all", partner_requests().records.len())])),
        ("policies", count_policies(&policies().records)),
        ("resources", count_resources(&resources().records)),
        ("trainings", count_trainings(&trainings().records)),
        ("vocabularies", count_terms(&vocabularies())),
    ]);
    let text = serde_json::to_string_pretty(&counted).expect("JSON") + "\n";
    let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published/counts.json");
    if std::env::var_os("RENEW_COUNTS").is_some() {
        fs::write(&snapshot, &text).expect("the snapshot can be written");
    }
    let known = fs::read_to_string(&snapshot).expect("tests/published/counts.json");
    assert_eq!(
        text, known,
        "the published data has other counts than tests/published/counts.json; if that is as it should be, run \
         `RENEW_COUNTS=1 cargo test --test published_data` and commit the file"
    );
}

fn vocabularies() -> Vocabularies {
    let file = read("data/vocabularies.json");
    let fetched = Fetched::opened("vocabularies.json", file.as_bytes());
    let (vocabularies, report) = read_vocabularies(&fetched).expect("readable");
    assert_eq!(report.findings, []);
    vocabularies
}

/// Every term that has a label.
fn terms(vocabularies: &Vocabularies) -> impl Iterator<Item = &Term> {
    let Vocabularies {
        ecosystems,
        expertise,
        audiences,
        purposes,
        training_audiences,
        training_topics,
        themes,
        ..
    } = vocabularies;
    let groups = vocabularies.country_groups.iter().map(|group| &group.term);
    [ecosystems, expertise, audiences, purposes, training_audiences, training_topics, themes]
        .into_iter()
        .flatten()
        .chain(groups)
}

fn count_terms(vocabularies: &Vocabularies) -> Counts {
    Counts::from([
        ("ecosystems", vocabularies.ecosystems.len()),
        ("expertise", vocabularies.expertise.len()),
        ("regions", vocabularies.regions.len()),
    ])
}

#[test]
fn every_term_has_a_label_in_every_language() {
    let vocabularies = vocabularies();
    for term in terms(&vocabularies) {
        for language in ["en", "de", "fr"] {
            let label = term.label.in_language(language);
            assert_eq!(label.map(|(tag, _)| tag.as_str()), Some(language), "{}", term.id);
        }
    }
    assert_eq!(vocabularies_file(&vocabularies), read("data/vocabularies.json"));
}

fn organisations() -> Loaded<Organisation> {
    let file = read("data/organisations.json");
    read_organisations(&Fetched::opened("organisations.json", file.as_bytes()), &vocabularies())
        .expect("readable")
}

fn count_organisations(records: &[Organisation]) -> Counts {
    let count = |test: &dyn Fn(&Organisation) -> bool| records.iter().filter(|record| test(record)).count();
    Counts::from([
        ("all", records.len()),
        ("located", count(&|record| record.location.is_some())),
        ("unlocated", count(&|record| record.location.is_none())),
        ("with ecosystems", count(&|record| !record.ecosystems.is_empty())),
        ("with expertise", count(&|record| !record.expertise.is_empty())),
    ])
}

#[test]
fn all_organisations_are_there() {
    let loaded = organisations();
    assert_eq!(loaded.report.findings, []);
    for record in &loaded.records {
        assert_eq!(record.source.as_deref(), Some("eccp"));
        let basis = record.expertise_basis.map(ExpertiseBasis::as_str);
        assert_eq!(basis, (!record.expertise.is_empty()).then_some("inferred"));
    }
    // What is shipped is exactly what the writer writes.
    let borrowed: Vec<_> = loaded.records.iter().collect();
    assert_eq!(organisations_file(&borrowed, &vocabularies()), read("data/organisations.json"));
}

/// Every source is an address, or one that the manifest names.
fn check_sources<'a>(sources: impl Iterator<Item = &'a String>) {
    let file = read("data/atlas.json");
    let (manifest, _) = read_manifest(&Fetched::opened("atlas.json", file.as_bytes())).expect("readable");
    for source in sources {
        assert!(source.contains("://") || manifest.source(source).is_some(), "{source}");
    }
}

fn calls() -> Loaded<Call> {
    let file = read("data/calls.json");
    let mut loaded =
        read_calls(&Fetched::opened("calls.json", file.as_bytes()), &vocabularies()).expect("readable");
    let manifest = read("data/atlas.json");
    let (manifest, _) = read_manifest(&Fetched::opened("atlas.json", manifest.as_bytes())).expect("readable");
    loaded.records.iter_mut().for_each(|call| call.seen_in(&manifest));
    loaded
}

fn count_calls(calls: &[Call]) -> Counts {
    let count = |test: &dyn Fn(&Call) -> bool| calls.iter().filter(|call| test(call)).count();
    let sum = |number: &dyn Fn(&Call) -> usize| calls.iter().map(number).sum::<usize>();
    let cutoffs = || calls.iter().flat_map(|call| &call.cutoffs);
    let budgets = || calls.iter().filter_map(|call| call.budget.as_ref());
    let euros = budgets().filter_map(|budget| budget.eur).sum::<u64>();
    let on = |day: &str, status: CallStatus| {
        let now = Instant::at(day.parse().expect("a day"), "12:00".parse().expect("a time"));
        count(&|call| call.status(now) == status)
    };
    Counts::from([
        ("all", calls.len()),
        ("cancelled", count(&|call| call.cancelled)),
        ("closed on 2026-11-22", on("2026-11-22", CallStatus::Closed)),
        ("open on 2024-02-21", on("2024-02-21", CallStatus::Open)),
        ("with a deadline that is known", count(&|call| call.deadline_known)),
        (
            "without a deadline that is known or a cut-off",
            count(&|call| !call.deadline_known && call.cutoffs.is_empty()),
        ),
        ("cut-offs", cutoffs().count()),
        ("cut-offs with a time", cutoffs().filter(|cutoff| cutoff.time.is_some()).count()),
        ("cut-offs with a note", cutoffs().filter(|cutoff| cutoff.note.is_some()).count()),
        ("with several cut-offs", count(&|call| call.cutoffs.len() > 1)),
        ("with an opening day", count(&|call| call.opens.is_some())),
        ("with a day of publication", count(&|call| call.published.is_some())),
        ("with a topic", count(&|call| call.topic_id.is_some())),
        ("with a type of action", count(&|call| call.action_type.is_some())),
        ("with an official page", count(&|call| call.url.is_some())),
        ("with a greatest grant", count(&|call| call.max_grant_eur.is_some())),
        ("with a budget", budgets().count()),
        ("with a note on the budget", budgets().filter(|budget| budget.note.is_some()).count()),
        ("euros", usize::try_from(euros).expect("less than there are")),
        ("with eligibility", count(&|call| call.eligibility.stated())),
        ("eligible groups", sum(&|call| call.eligibility.groups.len())),
        ("eligible countries", sum(&|call| call.eligibility.countries.len())),
        ("eligible regions", sum(&|call| call.eligibility.regions.len())),
        ("with ecosystems", count(&|call| !call.ecosystems.is_empty())),
    ])
}

#[test]
fn all_calls_are_there_with_every_cut_off() {
    let loaded = calls();
    assert_eq!(loaded.report.findings, []);
    let calls = &loaded.records;
    for call in calls {
        assert!(
            !call.audience.is_empty() && !call.purpose.is_empty() && !call.issuer.is_empty(),
            "{}",
            call.id
        );
        assert!(!call.summary.is_empty() && !call.sources.is_empty(), "{}", call.id);
        assert!(call.eligibility.regions.iter().all(|region| region.code.is_some() && region.name.is_some()));
    }
    check_sources(calls.iter().flat_map(|call| &call.sources));
    assert_eq!(calls_file(&calls.iter().collect::<Vec<_>>()), read("data/calls.json"));
}

fn trainings() -> Loaded<Training> {
    let file = read("data/trainings.json");
    read_trainings(&Fetched::opened("trainings.json", file.as_bytes()), &vocabularies()).expect("readable")
}

fn count_trainings(trainings: &[Training]) -> Counts {
    let count = |test: &dyn Fn(&Training) -> bool| trainings.iter().filter(|training| test(training)).count();
    let sessions = |test: &dyn Fn(&Session) -> bool| {
        trainings.iter().flat_map(|training| &training.sessions).filter(|session| test(session)).count()
    };
    Counts::from([
        ("all", trainings.len()),
        ("sessions", sessions(&|_| true)),
        (
            "sessions with a start and an end",
            sessions(&|session| session.start.is_some() && session.end.is_some()),
        ),
        ("sessions on site", sessions(&|session| !session.online)),
        ("sessions with a place", sessions(&|session| session.place.is_some())),
        ("without a session", count(&|training| training.sessions.is_empty())),
        ("academies", count(&|training| training.kind == TrainingKind::Academy)),
        ("with an assumed format", count(&|training| training.format_assumed)),
        ("with undated sessions", count(&|training| training.undated_sessions.is_some())),
        ("with a capacity", count(&|training| training.capacity.is_some())),
        ("with participants", count(&|training| training.participants.is_some())),
        ("with a deadline", count(&|training| training.application_deadline.is_some())),
        ("with a language", count(&|training| !training.language.is_empty())),
        ("with a host", count(&|training| training.host.is_some())),
        ("with a note", count(&|training| training.note.is_some())),
        ("with an official page", count(&|training| training.url.is_some())),
    ])
}

#[test]
fn all_trainings_are_there_with_every_session() {
    let loaded = trainings();
    assert_eq!(loaded.report.findings, []);
    let trainings = &loaded.records;
    for training in trainings {
        assert_eq!(training.registration, Registration::NotStated, "{}", training.id);
        assert!(!training.audience.is_empty() && !training.topics.is_empty(), "{}", training.id);
        assert!(!training.summary.is_empty() && !training.sources.is_empty(), "{}", training.id);
    }
    check_sources(trainings.iter().flat_map(|training| &training.sources));
    assert_eq!(trainings_file(&trainings.iter().collect::<Vec<_>>()), read("data/trainings.json"));
}

fn events() -> Loaded<Event> {
    let file = read("data/events.json");
    read_events(&Fetched::opened("events.json", file.as_bytes()), &vocabularies()).expect("readable")
}

fn count_events(events: &[Event]) -> Counts {
    let count = |test: &dyn Fn(&Event) -> bool| events.iter().filter(|event| test(event)).count();
    let now = Instant::at("2024-05-08".parse().expect("a day"), "12:00".parse().expect("a time"));
    Counts::from([
        ("all", events.len()),
        ("talks", count(&|event| event.kind == EventKind::ClustersTalk)),
        ("talks that are trainings too", count(&|event| is_training_too(event))),
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
        ("with an outcome", count(&|event| event.outcome.is_some())),
        ("with an official page", count(&|event| event.url.is_some())),
        (
            "with something related",
            count(&|event| event.related != cluster_atlas::domain::Related::default()),
        ),
    ])
}

fn is_training_too(event: &Event) -> bool {
    event.related.trainings.contains(&event.id)
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
    for event in events.iter().filter(|event| is_training_too(event)) {
        let training = trainings.iter().find(|training| training.id == event.id).expect("the training");
        assert_eq!((&training.title, Some(training.format)), (&event.title, event.format), "{}", event.id);
        let sessions: Vec<_> = training.sessions.iter().map(|it| (it.date, it.start, it.end)).collect();
        let days: Vec<_> = event.days.iter().map(|it| (it.date, it.start, it.end)).collect();
        assert_eq!((sessions, &training.url), (days, &event.url), "{}", event.id);
    }
    check_sources(events.iter().flat_map(|event| &event.sources));
    assert_eq!(events_file(&events.iter().collect::<Vec<_>>()), read("data/events.json"));
}

fn networks() -> Loaded<Network> {
    let file = read("data/networks.json");
    read_networks(&Fetched::opened("networks.json", file.as_bytes()), &vocabularies()).expect("readable")
}

fn partners(network: &Network) -> impl Iterator<Item = &Partner> {
    network.coordinator.iter().chain(&network.partners)
}

fn count_networks(networks: &[Network]) -> Counts {
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
        for organisation in partners(network).filter_map(|partner| partner.organisation.as_ref()) {
            let known = organisations.iter().any(|known| known.id == *organisation);
            assert!(known, "{}: {organisation}", network.id);
        }
    }
    check_figures(networks.iter().flat_map(|network| &network.figures));
    check_sources(networks.iter().flat_map(|network| &network.sources));
    assert_eq!(networks_file(&networks.iter().collect::<Vec<_>>()), read("data/networks.json"));
}

fn policies() -> Loaded<Policy> {
    let file = read("data/policies.json");
    read_policies(&Fetched::opened("policies.json", file.as_bytes()), &vocabularies()).expect("readable")
}

fn count_policies(policies: &[Policy]) -> Counts {
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
    assert_eq!(policies_file(&policies.iter().collect::<Vec<_>>()), read("data/policies.json"));
}

fn resources() -> Loaded<Resource> {
    let file = read("data/resources.json");
    read_resources(&Fetched::opened("resources.json", file.as_bytes()), &vocabularies()).expect("readable")
}

fn count_resources(resources: &[Resource]) -> Counts {
    let count = |test: &dyn Fn(&Resource) -> bool| resources.iter().filter(|it| test(it)).count();
    let mut counts: Counts = ResourceKind::ALL
        .into_iter()
        .map(|kind| (kind.as_str(), count(&|resource| resource.kind == kind)))
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
    assert_eq!(resources_file(&resources.iter().collect::<Vec<_>>()), read("data/resources.json"));
}

/// No link leads to a copy of an official page.
fn check_figures<'a>(figures: impl Iterator<Item = &'a Figure>) {
    for source in figures.filter_map(|figure| figure.source.as_ref()) {
        assert!(!source.as_str().contains("hosted-temp"), "{source}");
    }
}

/// Whatever a record says belongs to it is there, whatever the collection.
#[test]
fn what_belongs_together_is_there() {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut related = Vec::new();
    for collection in cluster_atlas::collection::Collection::ALL {
        let name = collection.about().name;
        let file: Value = serde_json::from_str(&read(&format!("data/{name}.json"))).expect("JSON");
        for record in file["records"].as_array().expect("records") {
            let id = record["id"].as_str().expect("an id").to_owned();
            if let Some(Value::Object(members)) = record.get("related") {
                for (to, members) in members {
                    let all = members.as_array().expect("a list").iter();
                    related.extend(
                        all.map(|it| (id.clone(), to.clone(), it.as_str().expect("an id").to_owned())),
                    );
                }
            }
            ids.entry(name.to_owned()).or_default().insert(id);
        }
    }
    assert!(!related.is_empty());
    for (from, collection, to) in related {
        assert!(ids.get(&collection).is_some_and(|ids| ids.contains(&to)), "{from}: {collection}/{to}");
    }
}

fn partner_requests() -> Loaded<PartnerRequest> {
    let file = read("data/partner_requests.json");
    let fetched = Fetched::opened("partner_requests.json", file.as_bytes());
    read_partner_requests(&fetched, &vocabularies()).expect("readable")
}

#[test]
fn all_partner_requests_are_there() {
    let loaded = partner_requests();
    assert_eq!(loaded.report.findings, []);
    let requests = &loaded.records;
    let shown = |request: &PartnerRequest| {
        let country = request.country.as_ref().map_or("", |country| country.as_str()).to_owned();
        (request.kind.as_str(), country, request.call_id.as_ref().map(ToString::to_string))
    };
    assert_eq!(
        requests.iter().map(shown).collect::<Vec<_>>(),
        [
            ("partners", String::new(), None),
            ("partners", "FR".to_owned(), Some("cos-cluster-2020-3-03".to_owned())),
            ("partners", String::new(), None),
            ("challenge", "PL".to_owned(), None),
        ]
    );
    let calls = read("data/calls.json");
    for call in requests.iter().filter_map(|request| request.call_id.as_ref()) {
        assert!(calls.contains(&format!("{{\"id\":\"{call}\"")), "{call}");
    }
    check_sources(requests.iter().flat_map(|request| &request.sources));
    let file = partner_requests_file(&requests.iter().collect::<Vec<_>>());
    assert_eq!(file, read("data/partner_requests.json"));
}

#[test]
fn every_fact_is_whole_and_has_a_source_that_the_manifest_knows() {
    let file = read("data/facts.json");
    let loaded = read_facts(&Fetched::opened("facts.json", file.as_bytes())).expect("readable");
    assert_eq!(loaded.report.findings, []);
    assert_eq!(facts_file(&loaded.records.iter().collect::<Vec<_>>()), file);
    let manifest = read("data/atlas.json");
    let (manifest, _) = read_manifest(&Fetched::opened("atlas.json", manifest.as_bytes())).expect("readable");
    for fact in &loaded.records {
        assert!(!fact.sources.is_empty(), "{} has no source", fact.id);
        for source in &fact.sources {
            assert!(source.starts_with("http") || manifest.source(source).is_some(), "{}: {source}", fact.id);
            assert!(!source.contains("hosted-temp"), "{}: a copy is no page", fact.id);
        }
        assert!(fact.series.is_none() || (fact.number().is_some() && fact.period.is_some()), "{}", fact.id);
    }
}

#[test]
fn the_manifest_names_every_source_and_file() {
    let file = read("data/atlas.json");
    let (manifest, report) =
        read_manifest(&Fetched::opened("atlas.json", file.as_bytes())).expect("readable");
    assert_eq!(report.findings, []);
    assert_eq!(manifest_file(&manifest), file);
    for source in ["eccp", "compilation", "geonames", "nuts", "expertise-rules", "public-pages"] {
        assert!(manifest.source(source).is_some(), "{source}");
    }
    for collection in manifest.collections.values().chain(&manifest.vocabularies) {
        assert!(public("data").join(collection).exists(), "{collection}");
    }
    let config = read("config.json");
    let (config, report) = read_config(&Fetched::opened("config.json", config.as_bytes())).expect("readable");
    assert_eq!(report.findings, []);
    assert!(public(&config.dataset).exists());
}
