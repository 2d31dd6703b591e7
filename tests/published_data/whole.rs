//! What belongs together is there, and whatever is named is known.

use std::collections::{BTreeMap, BTreeSet};

use cluster_atlas::dataset::{Fetched, facts_file, manifest_file, read_config, read_facts, read_manifest};
use serde_json::Value;

use super::{public, read};

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
        // What has no number to be drawn says why.
        let is_drawn = fact.number().is_some() && fact.period.is_some();
        assert!(fact.series.is_none() || is_drawn || fact.note.is_some(), "{}", fact.id);
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
