//! What the readers of events, networks, policies and resources say about each named fault.

mod support;

use cluster_atlas::collection::{CollectionRecord, Network, Policy, Resource};
use cluster_atlas::dataset::{
    DatasetError, Fetched, ImportOptions, Loaded, at_once, import_events, import_networks, read_events,
    read_organisation_facts, read_organisations,
};
use cluster_atlas::domain::{
    CountryCode, NetworkAim, Organisation, OrganisationFact, Partner, PolicyKind, PolicyState, Registration,
    TimeOfDay,
};
use support::{check_sums, fixture, found, vocabularies};

macro_rules! faults {
    ($read:path, $name:literal) => {{
        let loaded = $read(&Fetched::opened($name, &fixture($name)), &vocabularies()).expect("readable");
        check_sums(&loaded.report);
        loaded
    }};
}

#[test]
fn faults_of_events_cost_the_value_and_nothing_else() {
    let loaded = faults!(read_events, "events-faults.json");
    assert_eq!(found(&loaded.report), EVENTS);
    let [days, wrong, backwards, swapped] = &loaded.records[..] else { panic!("four events") };
    let dates: Vec<_> = days.days.iter().map(|day| day.date.to_string()).collect();
    assert_eq!((dates.join(" "), days.start), ("2024-03-10 2024-05-10".to_owned(), None));
    assert_eq!((wrong.kind.as_str(), &wrong.hosts[..]), ("other", &["Host".to_owned()][..]));
    assert!(wrong.registration == Registration::None && wrong.location.is_none());
    assert!(backwards.start.is_some() && backwards.end.is_none());
    assert!(swapped.location.is_none());
}

#[test]
fn faults_of_networks_cost_the_value_and_nothing_else() {
    let loaded = faults!(Network::read, "networks-faults.json");
    assert_eq!(found(&loaded.report), NETWORKS);
    let [wrong] = &loaded.records[..] else { panic!("one network") };
    let partners: Vec<_> = wrong.partners.iter().map(|partner| partner.name.as_str()).collect();
    assert_eq!((partners, wrong.aims.len(), wrong.kind.as_str()), (vec!["Second"], 1, "other"));
    assert!(wrong.partners[0].website.is_none() && wrong.coordinator.is_none() && wrong.figures.is_empty());
}

#[test]
fn faults_of_policies_cost_the_value_and_nothing_else() {
    let loaded = faults!(Policy::read, "policies-faults.json");
    assert_eq!(found(&loaded.report), POLICIES);
    let [wrong, backwards] = &loaded.records[..] else { panic!("two policies") };
    assert!(wrong.url.is_none() && wrong.state.is_none() && !wrong.toolkit);
    assert!(backwards.start.is_some() && backwards.end.is_none());
}

#[test]
fn faults_of_resources_cost_the_value_and_nothing_else() {
    let loaded = faults!(Resource::read, "resources-faults.json");
    assert_eq!(found(&loaded.report), RESOURCES);
    let [wrong] = &loaded.records[..] else { panic!("one resource") };
    assert_eq!((wrong.kind.as_str(), wrong.countries.len()), ("link", 1));
    assert!(wrong.url.is_none() && wrong.date.is_none());
}

/// Two cities of one name, in two countries.
const ORGANISATIONS: &str = r#"{"format":"cluster-atlas/organisations/1","records":[
        {"id":"sk-a","name":"Fictional Cluster","country":"SK","city":"Plzeň","location":{"lat":48.7,"lon":19.5,"precision":"city"}},
        {"id":"cz-b","name":"Fictional Cluster","country":"CZ","city":"Plzeň","location":{"lat":49.7475,"lon":13.3776,"precision":"exact"}},
        {"id":"cz-c","name":"Second Cluster","country":"CZ"}]}"#;

fn organisations() -> Vec<Organisation> {
    let file = Fetched::opened("organisations.json", ORGANISATIONS.as_bytes());
    let read = read_organisations(&file, &vocabularies());
    read.expect("readable").records
}

#[test]
fn a_list_of_events_becomes_records() {
    let list = br#"[{"title":"Fictional talk","start":"2024-04-10","start_time":"08:30","end_time":"09:45","timezone":"Europe/Brussels",
        "host":"Fictional Cluster","theme":"Fiction first","country":"Czech Republic","city":"Plzen","ecosystems":["Digital"],"themes":["Green transition"],
        "summary":"A talk.","source":"https://fictional.example/"}]"#;
    let options = ImportOptions::default();
    let other = |name: &str| (name == "organisations.json").then(|| ORGANISATIONS.as_bytes().to_vec());
    let loaded = import_events(("list.json", list), &options, &vocabularies(), &other).expect("a list");
    let [event] = &loaded.records[..] else { panic!("one event: {:?}", loaded.report) };
    let day = &event.days[0];
    let time = |time: Option<TimeOfDay>| time.map(|time| time.to_string()).unwrap_or_default();
    assert_eq!(
        (day.date.to_string(), time(day.start), time(day.end)),
        ("2024-04-10".to_owned(), "08:30".to_owned(), "09:45".to_owned())
    );
    assert_eq!(event.hosts, ["Fictional Cluster"]);
    assert_eq!(event.motto.as_deref(), Some("Fiction first"));
    assert_eq!((event.ecosystems[0].as_str(), event.themes[0].as_str()), ("digital", "green"));
    // The point is that of the city in the country, and no more than that.
    let location = event.location.expect("a place");
    assert_eq!((location.point.lat(), location.precision.as_str()), (49.7475, "city"));
}

#[test]
fn a_city_without_a_published_organisation_is_found_among_the_towns() {
    let list = br#"[{"title":"A","country":"Germany","city":"Hanover"},{"title":"B","country":"Germany","city":"Frankfurt"},
        {"title":"C","city":"Hannover"},{"title":"D","country":"DE","city":"Hannover","location":{"lat":52.3,"lon":9.8,"precision":"exact"}}]"#;
    let towns = "name\tcountry\tlat\tlon\nFrankfurt\tDE\t50.1\t8.7\nFrankfurt\tDE\t52.3\t14.5\nHannover\tDE\t52.37\t9.73\n";
    let other = |name: &str| match name {
        "towns.txt" => Some(towns.as_bytes().to_vec()),
        "synonyms.txt" => Some(b"Hannover|Hanover".to_vec()),
        _ => None,
    };
    let options = ImportOptions::default();
    let loaded = import_events(("list.json", list), &options, &vocabularies(), &other).expect("a list");
    let places: Vec<_> = loaded
        .records
        .iter()
        .map(|event| event.location.map(|at| (at.point.lat(), at.precision.as_str())))
        .collect();
    // Of two of one name nobody can say which it is, without a country neither; what is known stays as it is.
    assert_eq!(places, [Some((52.37, "city")), None, None, Some((52.3, "exact"))]);
}

#[test]
fn partners_become_organisations_where_one_alone_has_the_name() {
    let list = br#"[{"name":"Fictional network","country":"France","start":2019,"budget":"EUR 950,000","sme_budget":"nearly EUR 2 million",
        "coordinator":"Fictional Cluster","partners":["Fictional Cluster (Czech Republic)","Second Cluster","Second Cluster (Poland)","Third (and last)"]}]"#;
    let options = ImportOptions::default();
    let loaded =
        import_networks(("list.json", list), &options, &vocabularies(), &organisations()).expect("a list");
    let [network] = &loaded.records[..] else { panic!("one network: {:?}", loaded.report) };
    let known = network.coordinator.iter().chain(&network.partners).map(|partner| {
        let country = partner.country.as_ref().map_or("", |country| country.as_str());
        let organisation = partner.organisation.as_ref().map_or("", |id| id.as_str());
        format!("{}/{country}/{organisation}", partner.name)
    });
    assert_eq!(
        known.collect::<Vec<_>>(),
        [
            "Fictional Cluster//",
            "Fictional Cluster/CZ/cz-b",
            "Second Cluster/CZ/cz-c",
            "Second Cluster/PL/",
            "Third (and last)//"
        ]
    );
    assert_eq!(network.start.map(|start| start.to_string()).as_deref(), Some("2019"));
    assert_eq!(network.budget.as_ref().and_then(|budget| budget.eur), Some(950_000));
    let words = network.sme_budget.as_ref().and_then(|budget| budget.note.as_deref());
    assert_eq!(words, Some("nearly EUR 2 million"));
}

fn imported<R: CollectionRecord>(file: &str, bytes: &[u8]) -> Vec<R> {
    let mut terms = vocabularies();
    let import = R::import((file, bytes), ImportOptions::default(), &mut terms, &|_| None);
    at_once(import).expect("a list or a table").records
}

#[test]
fn tables_of_policies_become_records() {
    let table = "programme;type;pays;since;until;status;challenge;total budget;toolkit\n\
                 Fictional policy;Regional;Espagne;2014;2020-12;ended;scale|skills;EUR 20,000 (about);true\n";
    let policies: Vec<Policy> = imported("table.csv", table.as_bytes());
    let [policy] = &policies[..] else { panic!("one policy") };
    assert_eq!((policy.id.as_str(), policy.name.as_str()), ("es-fictional-policy", "Fictional policy"));
    assert_eq!(policy.kind.map(PolicyKind::as_str), Some("regional"));
    assert_eq!(policy.country.as_ref().map(CountryCode::as_str), Some("ES"));
    let dates = [policy.start, policy.end].map(|date| date.map(|date| date.to_string()).unwrap_or_default());
    assert_eq!(dates, ["2014", "2020-12"]);
    assert_eq!(policy.state.map(PolicyState::as_str), Some("ended"));
    assert_eq!(policy.challenges, ["scale", "skills"]);
    let budget = policy.budget.as_ref().expect("a sum");
    assert_eq!((budget.eur, budget.note.as_deref()), (Some(20_000), Some("about")));
    assert!(policy.toolkit);
}

#[test]
fn tables_of_networks_become_records() {
    let table = "network;type;country;members;lead;goals;total budget;round\n\
                 Fictional network;Partnership;France|Spain;First Cluster (France)|Second Cluster;Lead (Espagne);train|network;EUR 5,000;2022\n";
    let networks: Vec<Network> = imported("table.csv", table.as_bytes());
    let [network] = &networks[..] else { panic!("one network") };
    assert_eq!((network.name.as_str(), network.kind.as_str()), ("Fictional network", "partnership"));
    assert_eq!(network.countries.iter().map(CountryCode::as_str).collect::<Vec<_>>(), ["FR", "ES"]);
    let named = |partner: &Partner| {
        (partner.name.clone(), partner.country.as_ref().map(|code| code.as_str().to_owned()))
    };
    // A column of that name has the members by their names, not how many there are.
    let partners: Vec<_> = network.partners.iter().map(named).collect();
    assert_eq!(
        partners,
        [("First Cluster".to_owned(), Some("FR".to_owned())), ("Second Cluster".to_owned(), None)]
    );
    assert_eq!((network.members, network.round), (None, Some(2022)));
    assert_eq!(network.coordinator.as_ref().map(named), Some(("Lead".to_owned(), Some("ES".to_owned()))));
    assert_eq!(
        network.aims.iter().map(|aim| NetworkAim::as_str(*aim)).collect::<Vec<_>>(),
        ["train", "network"]
    );
    assert_eq!(network.budget.as_ref().and_then(|budget| budget.eur), Some(5_000));
}

#[test]
fn lists_of_policies_and_resources_become_records() {
    let list = br#"[{"name":"Fictional policy","country":"Spain","since":2014,"until":2020,"since_note":"first call","themes":["Skills"]}]"#;
    let policies: Vec<Policy> = imported("list.json", list);
    let [policy] = &policies[..] else { panic!("one policy") };
    let dates = [policy.start, policy.end].map(|date| date.map(|date| date.to_string()).unwrap_or_default());
    assert_eq!(dates, ["2014", "2020"]);
    assert_eq!((policy.start_note.as_deref(), policy.themes[0].as_str()), (Some("first call"), "skills"));
    let list = br#"[{"title":"Fictional report","kind":"report","country":"Spain","date":2020}]"#;
    let resources: Vec<Resource> = imported("list.json", list);
    let [resource] = &resources[..] else { panic!("one resource") };
    assert_eq!((resource.countries[0].as_str(), resource.id.as_str()), ("ES", "fictional-report"));
}

#[test]
fn faults_of_what_sources_say_cost_the_value_or_what_states_nothing() {
    let name = "organisation-facts-faults.json";
    let fixture = fixture(name);
    let loaded =
        read_organisation_facts(&Fetched::opened(name, &fixture), &|id| id == "known").expect("readable");
    check_sums(&loaded.report);
    assert_eq!(found(&loaded.report), ORGANISATION_FACTS);
    let [undated, wrong, backwards] = &loaded.records[..] else { panic!("three are left") };
    // A label without any date stays, and the page says that it has none.
    assert!(undated.as_of.is_none() && undated.until.is_none() && !undated.historic);
    assert!(wrong.role.is_none() && wrong.network.is_none() && wrong.source.is_none() && !wrong.historic);
    assert!(backwards.as_of.is_some() && backwards.until.is_none());
}

/// Reads a file of what sources say of the organisation `known`.
fn try_stated(name: &str) -> Result<Loaded<OrganisationFact>, DatasetError> {
    read_organisation_facts(&Fetched::opened(name, &fixture(name)), &|id| id == "known")
}

#[test]
fn hostile_statements_are_text_and_what_is_none_is_refused() {
    let loaded = try_stated("organisation-facts-hostile.json").expect("readable");
    check_sums(&loaded.report);
    assert_eq!(found(&loaded.report), HOSTILE_FACTS);
    let values: Vec<_> = loaded.records.iter().map(|fact| format!("{:?}", fact.value)).collect();
    assert_eq!(
        values,
        [
            r#"Label("<img src=x onerror=\"alert(1)\">gold")"#,
            r#"Programme("=HYPERLINK(\"https://example.org/\")")"#,
            r#"TechnologyField("XY")"#,
        ]
    );
    assert_eq!(loaded.records[0].note.as_deref(), Some("<svg onload=alert(1)>"));
    assert!(loaded.records[1].source.is_none() && loaded.records[2].source.is_none());
}

#[test]
fn files_that_are_no_statements_say_so() {
    let cut = "organisation-facts-cut-short.json";
    assert_eq!(try_stated(cut).err(), Some(DatasetError::CutShort { file: cut.to_owned() }));
    assert!(matches!(
        try_stated("organisation-facts-wrong-version.json"),
        Err(DatasetError::OtherVersion { found, .. }) if found == "2"
    ));
    // Organisations are of the right version, but no statements about them.
    assert!(matches!(try_stated("one-record.json"), Err(DatasetError::NotFormat { .. })));
    assert!(matches!(try_stated("captive-portal.html"), Err(DatasetError::Html { .. })));
}

const HOSTILE_FACTS: &[&str] = &[
    "known value: noted, hidden-characters: <img src=x onerror=\"alert(1)\">\\u{202e}gold\\u{0}",
    "known note: noted, hidden-characters: <svg onload=alert(1)>\\u{7}",
    "known source: dropped, unsafe-address: data:text/html,x",
    "known source: noted, missing-value: ",
    "known value: noted, hidden-characters: X\\u{2066}Y",
    "known source: dropped, bad-term: <b>",
    "known source: noted, missing-value: ",
    "known value: dropped, bad-address: https://user@a.example/",
    "known value: refused, missing-value: ",
    "known value: dropped, out-of-range: -1",
    "known value: refused, missing-value: ",
    "known value: dropped, out-of-range: 1e+99",
    "known value: refused, missing-value: ",
    "known value: dropped, bad-day: <2024>",
    "known value: refused, missing-value: ",
    "__proto__ organisation: refused, unknown-organisation: __proto__",
    "#9 organisation: dropped, wrong-type: […]",
    "#9 organisation: refused, missing-id: ",
];
const ORGANISATION_FACTS: &[&str] = &[
    "known value: dropped, unsafe-address: javascript:alert(1)",
    "known value: refused, missing-value: ",
    "known value: dropped, bad-day: 20055",
    "known value: refused, missing-value: ",
    "known value: dropped, out-of-range: 0205",
    "known value: refused, missing-value: ",
    "known value: dropped, wrong-type: many",
    "known value: refused, missing-value: ",
    "nobody organisation: refused, unknown-organisation: nobody",
    "#7 organisation: refused, bad-id: no good",
    "#8 organisation: refused, missing-id: ",
    "known field: dropped, unknown-value: motto",
    "known field: refused, missing-value: ",
    "known field: refused, missing-value: ",
    "known value: refused, missing-value: ",
    "known role: dropped, unknown-value: guest",
    "known network: dropped, bad-id: no good",
    "known policy: dropped, wrong-type: 7",
    "known as_of: dropped, bad-day: 2024-13",
    "known until: dropped, bad-day: soon",
    "known historic: dropped, wrong-type: yes",
    "known confidence: dropped, unknown-value: low",
    "known source: dropped, unsafe-address: javascript:alert(1)",
    "known source: noted, missing-value: ",
    "known mood: dropped, unknown-field: good",
    "known until: dropped, contradiction: 2019-12",
    "#14 : refused, not-an-object: no record",
];
const EVENTS: &[&str] = &[
    "days days[0].end: noted, contradiction: 09:00",
    "days days[1].date: dropped, bad-day: 2024-02-30",
    "days days[2].start: dropped, bad-time: 25:00",
    "days days[3]: dropped, wrong-type: 7",
    "days days[4].date: dropped, missing-value: ",
    "days days: noted, out-of-order: ",
    "days start: dropped, contradiction: 2024-05-10",
    "wrong kind: dropped, unknown-value: party",
    "wrong format: dropped, unknown-value: telepathy",
    "wrong country: dropped, bad-country: France",
    "wrong start: dropped, bad-day: soon",
    "wrong end: dropped, bad-day: 2024-13",
    "wrong hosts[1]: dropped, duplicate-value: Host",
    "wrong hosts[2]: dropped, wrong-type: 7",
    "wrong location.lat: dropped, wrong-type: north",
    "wrong ecosystems[0]: noted, unknown-term: alchemy",
    "wrong themes[0]: dropped, bad-term: perpetual motion",
    "wrong registration: dropped, unsafe-address: javascript:alert(1)",
    "wrong registration_deadline: dropped, bad-day: 2024-02-30",
    "wrong capacity: dropped, out-of-range: -1",
    "wrong calls[0]: dropped, bad-id: no good",
    "wrong related.friends: dropped, unknown-field: […]",
    "wrong timezone: dropped, unknown-field: Europe/Lisbon",
    "backwards end: dropped, contradiction: 2024-05-07",
    "swapped location: dropped, swapped-coordinates: 3.7, 51.05",
    "#5 id: refused, duplicate-id: swapped",
    "untitled title: refused, missing-name: ",
];
const NETWORKS: &[&str] = &[
    "wrong kind: dropped, unknown-value: club",
    "wrong programme: dropped, wrong-type: 7",
    "wrong round: dropped, out-of-range: -1",
    "wrong scope: dropped, unknown-value: galactic",
    "wrong countries[0]: dropped, bad-country: France",
    "wrong coordinator: dropped, wrong-type: Fictional Cluster",
    "wrong partners[0].name: dropped, missing-value: ",
    "wrong partners[1].country: dropped, bad-country: Frankreich",
    "wrong partners[1].website: dropped, unsafe-address: javascript:alert(1)",
    "wrong partners[2]: dropped, wrong-type: Third",
    "wrong aims[0]: dropped, unknown-value: rule",
    "wrong aims[2]: dropped, duplicate-value: train",
    "wrong budget: dropped, wrong-type: EUR 5",
    "wrong sme_budget.eur: dropped, wrong-type: 1.5",
    "wrong figures[0].value: dropped, missing-value: ",
    "wrong figures[1].label: dropped, missing-value: ",
    "wrong figures[2].value: dropped, wrong-type: true",
    "wrong figures[2].value: dropped, missing-value: ",
    "wrong figures[3]: dropped, wrong-type: 7",
    "wrong links[0]: dropped, unsafe-address: ftp://a",
    "wrong end: dropped, contradiction: 2021",
    "wrong motto: dropped, unknown-field: none",
    "#2 id: refused, duplicate-id: wrong",
    "nameless name: refused, missing-name: ",
];
const POLICIES: &[&str] = &[
    "wrong kind: dropped, unknown-value: local",
    "wrong country: dropped, bad-country: Spain",
    "wrong start: dropped, wrong-type: 2014",
    "wrong end: dropped, bad-day: later",
    "wrong state: dropped, unknown-value: dead",
    "wrong themes[0]: noted, unknown-term: alchemy",
    "wrong challenges: dropped, wrong-type: scale",
    "wrong toolkit: dropped, wrong-type: yes",
    "wrong budget.eur: dropped, out-of-range: -1",
    "wrong url: dropped, unsafe-address: data:text/html,x",
    "backwards end: dropped, contradiction: 2019-12",
    "#3 id: refused, duplicate-id: wrong",
    "#4 id: refused, missing-id: ",
];
const RESOURCES: &[&str] = &[
    "wrong kind: dropped, unknown-value: rumour",
    "wrong date: dropped, bad-day: 2024-02-30",
    "wrong themes[0]: noted, unknown-term: alchemy",
    "wrong countries[0]: dropped, bad-country: France",
    "wrong countries[2]: dropped, duplicate-value: FR",
    "wrong outlook: dropped, wrong-type: 1",
    "wrong facts: dropped, wrong-type: many",
    "wrong url: dropped, unsafe-address: javascript:alert(1)",
    "#2 id: refused, duplicate-id: wrong",
    "untitled title: refused, missing-name: ",
    "#4 : refused, not-an-object: no record",
];
