//! The data that the page is shipped with: complete, clean, and as its schema says.

use std::fs;
use std::path::{Path, PathBuf};

use cluster_atlas::dataset::{
    Fetched, manifest_file, organisations_file, read_config, read_manifest, read_organisations,
    read_vocabularies, schemas, vocabularies_file,
};
use cluster_atlas::domain::{ExpertiseBasis, Organisation};
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
        ("organisations", "data/organisations.json"),
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
fn all_1445_organisations_are_there_65_without_a_place() {
    let vocabularies = read("data/vocabularies.json");
    let (vocabularies, report) =
        read_vocabularies(&Fetched::opened("vocabularies.json", vocabularies.as_bytes())).expect("readable");
    assert_eq!(report.findings, []);
    assert_eq!(
        (vocabularies.ecosystems.len(), vocabularies.expertise.len(), vocabularies.regions.len()),
        (14, 45, 449)
    );
    for term in vocabularies.ecosystems.iter().chain(&vocabularies.expertise) {
        for language in ["en", "de", "fr"] {
            let label = term.label.in_language(language);
            assert_eq!(label.map(|(tag, _)| tag.as_str()), Some(language), "{}", term.id);
        }
    }

    let file = read("data/organisations.json");
    let loaded = read_organisations(&Fetched::opened("organisations.json", file.as_bytes()), &vocabularies)
        .expect("readable");
    assert_eq!(loaded.report.findings, []);
    let located = loaded.records.iter().filter(|record| record.location.is_some()).count();
    assert_eq!((loaded.records.len(), located), (1445, 1380));
    let count =
        |test: &dyn Fn(&&Organisation) -> bool| loaded.records.iter().filter(|record| test(record)).count();
    assert_eq!(count(&|record| record.ecosystems.is_empty()), 774);
    assert_eq!(count(&|record| !record.expertise.is_empty()), 1102);
    for record in &loaded.records {
        assert_eq!(record.source.as_deref(), Some("eccp"));
        let basis = record.expertise_basis.map(ExpertiseBasis::as_str);
        assert_eq!(basis, (!record.expertise.is_empty()).then_some("inferred"));
    }
    // What is shipped is exactly what the writer writes.
    let borrowed: Vec<_> = loaded.records.iter().collect();
    assert_eq!(organisations_file(&borrowed, &vocabularies), file);
    assert_eq!(vocabularies_file(&vocabularies), read("data/vocabularies.json"));
}

#[test]
fn the_manifest_names_every_source_and_file() {
    let file = read("data/atlas.json");
    let (manifest, report) =
        read_manifest(&Fetched::opened("atlas.json", file.as_bytes())).expect("readable");
    assert_eq!(report.findings, []);
    assert_eq!(manifest_file(&manifest), file);
    for source in ["eccp", "compilation", "geonames", "nuts", "expertise-rules"] {
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
