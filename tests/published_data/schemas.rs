//! The schemas are current, and every shipped file is as its own says.

use std::collections::BTreeSet;
use std::fs;

use cluster_atlas::collection::Collection;
use cluster_atlas::dataset::{Config, Fetched, Kiosk, Preset, read_config, schemas};
use serde_json::Value;

use super::{public, read};

#[test]
fn the_published_schemas_are_current() {
    for (name, text) in schemas() {
        // For those who cannot run `cargo xtask schema`, as in the copy that `cargo xtask test --only new-collection` makes.
        if std::env::var_os("RENEW_SCHEMAS").is_some() {
            fs::write(public(&format!("schema/{name}")), &text).expect("the schema can be written");
        }
        assert_eq!(read(&format!("schema/{name}")), text, "run `cargo xtask schema` and commit {name}");
    }
}

#[test]
fn every_shipped_file_is_as_its_schema_says() {
    let others = ["atlas", "facts", "organisation_facts", "vocabularies"];
    let of_records = Collection::ALL.iter().map(|collection| collection.about().name);
    let data = others.into_iter().chain(of_records).map(|name| (name, format!("data/{name}.json")));
    for (schema, file) in data.chain([("config", "config.json".to_owned())]) {
        let schema: Value =
            serde_json::from_str(&read(&format!("schema/{schema}.schema.json"))).expect("JSON");
        let document: Value = serde_json::from_str(&read(&file)).expect("JSON");
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
    let whole = include_str!("../fixtures/config-whole.json");
    let document: Value = serde_json::from_str(whole).expect("JSON");
    let schema: Value = serde_json::from_str(&read("schema/config.schema.json")).expect("JSON");

    // What the reader reads: nothing in the file is unknown to it, and nothing that it makes of it is as usual.
    let (config, report) = read_config(&Fetched::opened("config.json", whole.as_bytes())).expect("readable");
    assert_eq!(report.findings, []);
    // No `..`: whoever adds a setting has to put it into the file.
    let Config {
        id,
        deployment,
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
            && deployment.is_some()
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
