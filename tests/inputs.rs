//! What the published data was made of: every record that went in is published, or left out for a reason, and the table of
//! what sources say of organisations gives the published file.
//!
//! `tests/published/inputs.json` has a line for each list that went in: how many records it had, which of them are
//! published where, and how many are left out, each with the reason. `docs/data/README.md` says the same to people.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cluster_atlas::dataset::{
    Fetched, ImportOptions, import_organisation_facts, organisation_facts_file, read_manifest,
    read_organisation_facts, read_organisations,
};
use cluster_atlas::domain::{
    Confidence, Organisation, OrganisationFact, PartialDate, StatedField, StatedValue,
};
use serde_json::Value;
use support::check_sums;

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn published(collection: &str) -> Value {
    serde_json::from_str(&file(&format!("public/data/{collection}.json"))).expect("JSON")
}

/// A number of records, as a table writes it.
fn number(value: &Value) -> usize {
    value.as_u64().and_then(|number| usize::try_from(number).ok()).expect("a number of records")
}

/// The records of a published list: of a collection, or of a member of the vocabularies.
fn records(list: &str) -> Vec<Value> {
    let (collection, member) = list.split_once('.').unwrap_or((list, "records"));
    published(collection)[member].as_array().expect("a list").clone()
}

#[test]
fn every_record_that_went_in_is_published_or_left_out_for_a_reason() {
    let table: Vec<Value> = serde_json::from_str(&file("tests/published/inputs.json")).expect("JSON");
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut files = BTreeSet::new();
    for entry in &table {
        let name = format!("{} {}", entry["file"], entry["part"]);
        files.insert(entry["file"].as_str().expect("a file").to_owned());
        let mut accounted = 0;
        if let Some(list) = entry["all of"].as_str() {
            accounted += records(list).len();
        }
        for (collection, listed) in entry["published"].as_object().into_iter().flatten() {
            let known = ids.entry(collection.clone()).or_insert_with(|| {
                records(collection).iter().filter_map(|it| it["id"].as_str().map(str::to_owned)).collect()
            });
            let listed: Vec<&str> =
                listed.as_array().expect("identifiers").iter().filter_map(Value::as_str).collect();
            for id in &listed {
                assert!(known.contains(*id), "{name}: {id} is not in {collection}.json");
            }
            assert_eq!(
                listed.iter().collect::<BTreeSet<_>>().len(),
                listed.len(),
                "{name}: one is listed twice"
            );
            accounted += listed.len();
        }
        for left_out in entry["left out"].as_array().into_iter().flatten() {
            assert!(left_out["reason"].as_str().is_some_and(|it| it.len() > 20), "{name}: no reason");
            accounted += number(&left_out["records"]);
        }
        assert_eq!(accounted, number(&entry["records"]), "{name}");
    }
    assert_eq!(files.len(), 20, "every file that went in has a line: {files:?}");
}

/// What is published beside the inputs comes from nowhere: each record of these collections is on a line of the table.
#[test]
fn nothing_is_published_that_did_not_go_in() {
    let table: Vec<Value> = serde_json::from_str(&file("tests/published/inputs.json")).expect("JSON");
    for collection in ["calls", "facts", "networks", "partner_requests", "policies", "resources", "trainings"]
    {
        let listed: BTreeSet<&str> = table
            .iter()
            .filter_map(|entry| entry["published"][collection].as_array())
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        for record in records(collection) {
            let id = record["id"].as_str().expect("an id");
            assert!(listed.contains(id), "{collection}: {id}");
        }
    }
}

fn organisations() -> Vec<Organisation> {
    let text = file("public/data/organisations.json");
    let fetched = Fetched::opened("organisations.json", text.as_bytes());
    read_organisations(&fetched, &support::vocabularies()).expect("readable").records
}

fn facts() -> Vec<OrganisationFact> {
    let organisations = organisations();
    let known: BTreeSet<&str> = organisations.iter().map(|one| one.id.as_str()).collect();
    let text = file("public/data/organisation_facts.json");
    let fetched = Fetched::opened("organisation_facts.json", text.as_bytes());
    let loaded = read_organisation_facts(&fetched, &|id| known.contains(id)).expect("readable");
    check_sums(&loaded.report);
    assert_eq!(loaded.report.findings, []);
    assert_eq!(organisation_facts_file(&loaded.records.iter().collect::<Vec<_>>()), text);
    loaded.records
}

#[test]
fn the_table_of_what_sources_say_of_organisations_gives_the_published_file() {
    let table = file("docs/data/organisation-facts.csv");
    let options = ImportOptions::default();
    let read = ("organisation-facts.csv", table.as_bytes());
    let imported = import_organisation_facts(read, &options, &organisations()).expect("a table");
    assert_eq!(imported.report.findings, []);
    assert_eq!((imported.report.read, imported.report.refused), (389, 0));
    assert_eq!(imported.records, facts());
}

#[test]
fn all_that_sources_say_of_organisations_is_there() {
    let facts = facts();
    let count = |test: &dyn Fn(&OrganisationFact) -> bool| facts.iter().filter(|fact| test(fact)).count();
    let of = |field: StatedField| count(&|fact| fact.value.field() == field);
    assert_eq!(
        StatedField::ALL.map(|field| (field.as_str(), of(field))),
        [
            ("website", 57),
            ("founded", 7),
            ("members", 5),
            ("label", 57),
            ("programme", 114),
            ("programme_participation", 142),
            ("technology_field", 7),
        ]
    );
    let about: BTreeSet<&str> = facts.iter().map(|fact| fact.organisation.as_str()).collect();
    assert_eq!((facts.len(), about.len()), (389, 222));
    assert_eq!(count(&|fact| fact.confidence == Confidence::Medium), 82);
    assert_eq!(count(&|fact| fact.inferred), 21);
    assert_eq!(count(&|fact| fact.as_of.is_some()), 137);
    assert_eq!(count(&|fact| fact.until.is_some()), 48);
    assert_eq!(count(&|fact| fact.network.is_some()), 102);
    assert_eq!(count(&|fact| fact.policy.is_some()), 15);
    // A label of before 2020 is never shown as one of today.
    for fact in facts.iter().filter(|fact| fact.value.field() == StatedField::Label) {
        let latest = fact.until.or(fact.as_of).map(PartialDate::year);
        assert!(fact.historic || latest.is_none_or(|year| year >= 2020), "{fact:?}");
    }
}

#[test]
fn what_a_source_says_is_tied_to_records_that_are_there_and_links_lead_to_official_pages() {
    let ids = |collection: &str| -> BTreeSet<String> {
        records(collection).iter().filter_map(|it| it["id"].as_str().map(str::to_owned)).collect()
    };
    let (networks, policies) = (ids("networks"), ids("policies"));
    let manifest = file("public/data/atlas.json");
    let (manifest, _) = read_manifest(&Fetched::opened("atlas.json", manifest.as_bytes())).expect("readable");
    for fact in facts() {
        assert!(fact.network.iter().all(|id| networks.contains(id.as_str())), "{fact:?}");
        assert!(fact.policy.iter().all(|id| policies.contains(id.as_str())), "{fact:?}");
        assert!(fact.network.is_none() || fact.value.field() == StatedField::Participation, "{fact:?}");
        let source = fact.source.as_deref().expect("a source");
        assert!(source.starts_with("http") || manifest.source(source).is_some(), "{source}");
        let links =
            [Some(source), if let StatedValue::Website(it) = &fact.value { Some(it.as_str()) } else { None }];
        for link in links.into_iter().flatten() {
            assert!(!link.contains("hosted-temp"), "a copy is no page: {link}");
        }
    }
    assert_eq!(
        manifest.collections.get("organisation_facts").map(String::as_str),
        Some("organisation_facts.json")
    );
}
