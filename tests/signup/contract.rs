//! The published contract, `docs/sign-up-endpoint.yaml`: what the app sends is what receivers were told.

use std::fs;
use std::path::Path;

use cluster_atlas::signup::{
    Body, Entry, LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT, Named, ProfileDraft, Published, RequestDraft,
    SignUpDraft, SignUpKind,
};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fixtures::{
    correction, endpoint, entry, occasion, offer, profiles, published, request, requests, sign_up, sign_ups,
};

fn document() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sign-up-endpoint.yaml");
    let text = fs::read_to_string(path).expect("the document");
    serde_saphyr::from_str(&text).expect("YAML")
}

/// A schema of the document. `OpenAPI` 3.1 schemas are JSON Schema, draft 2020-12.
fn validator(document: &Value, name: &str) -> Validator {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/components/schemas/{name}"),
        "components": document["components"],
    });
    jsonschema::validator_for(&schema).expect("a schema")
}

fn faults(validator: &Validator, text: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(text).expect("JSON");
    validator.iter_errors(&value).map(|error| format!("{error} at {}", error.instance_path())).collect()
}

fn registered(draft: SignUpDraft) -> Entry {
    entry(1, draft, &offer(SignUpKind::Registration), &endpoint())
}

fn asked(draft: RequestDraft) -> Entry {
    entry(1, draft, &occasion(), &endpoint())
}

fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(target) if name == "$ref" => found.push(target),
                    _ => references(member, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|element| references(element, found)),
        _ => {}
    }
}

#[test]
fn the_document_is_whole() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 20);
    for target in found {
        let pointer = target.strip_prefix('#').expect("within the document");
        assert!(document.pointer(pointer).is_some(), "{target}");
    }
    for (path, item) in document["paths"].as_object().expect("paths") {
        assert!(path.starts_with('/'));
        for method in ["post", "delete"] {
            let answers = item[method]["responses"].as_object().expect("answers");
            assert!(answers.contains_key("2XX") && answers.contains_key("default"), "{method}");
        }
    }
}

#[test]
fn its_examples_are_what_the_app_reads_and_writes() {
    let document = document();
    let submission = validator(&document, "Submission");
    for (name, example) in document["components"]["examples"].as_object().expect("examples") {
        let text = example["value"].to_string();
        assert_eq!(faults(&submission, &text), Vec::<String>::new(), "{name}");
        let body: Body = serde_json::from_str(&text).expect("a body");
        let written: Value = serde_json::from_str(&body.to_json()).expect("JSON");
        assert_eq!(written, example["value"], "{name}");
    }
    let answers = &document["paths"]["/sign-ups"]["post"]["responses"]["2XX"]["content"]["application/json"];
    for example in answers["examples"].as_object().expect("examples").values() {
        assert_eq!(
            faults(&validator(&document, "Acceptance"), &example["value"].to_string()),
            Vec::<String>::new()
        );
    }
    let refused = &document["components"]["responses"]["Refused"]["content"]["application/problem+json"];
    for example in refused["examples"].as_object().expect("examples").values() {
        assert_eq!(
            faults(&validator(&document, "Problem"), &example["value"].to_string()),
            Vec::<String>::new()
        );
    }
}

#[test]
fn the_longest_texts_are_as_long_as_receivers_were_told() {
    let submission = validator(&document(), "Submission");
    let long = |length| "ж".repeat(length);
    let mut draft = sign_up();
    draft.organisation = Named { name: long(LONGEST_LINE), id: None };
    draft.people[0].role = long(LONGEST_LINE);
    draft.people[0].dietary_needs = long(LONGEST_NOTE);
    draft.hopes = long(LONGEST_NOTE);
    draft.people = vec![draft.people[0].clone(); 20];
    let asking = RequestDraft { sought: long(LONGEST_TEXT), title: long(LONGEST_LINE), ..request() };
    for (entry, longest) in [(registered(draft), LONGEST_NOTE), (asked(asking), LONGEST_TEXT)] {
        assert_eq!(faults(&submission, entry.body()), Vec::<String>::new());
        let longer = entry.body().replace(&long(longest), &long(longest + 1));
        assert!(!faults(&submission, &longer).is_empty(), "one more is too many");
    }
}

#[test]
fn a_body_without_consent_is_none() {
    let submission = validator(&document(), "Submission");
    let body = registered(sign_up()).body().replace("\"privacy\":true", "\"privacy\":false");
    assert!(!faults(&submission, &body).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_the_app_sends_is_what_receivers_were_told(
        draft in sign_ups(0.0),
        asking in requests(0.0),
        proposing in profiles(0.0),
        interest in any::<bool>(),
    ) {
        let submission = validator(&document(), "Submission");
        let kind = if interest { SignUpKind::Interest } else { SignUpKind::Registration };
        let draft = SignUpDraft { kind: kind.as_str().to_owned(), ..draft };
        let signed = entry(1, draft, &offer(kind), &endpoint());
        prop_assert_eq!(faults(&submission, signed.body()), Vec::<String>::new());
        prop_assert_eq!(faults(&submission, asked(asking).body()), Vec::<String>::new());
        let blank = entry(1, proposing.clone(), &Published::default(), &endpoint());
        prop_assert_eq!(faults(&submission, blank.body()), Vec::<String>::new());
        // What is typed over a published record is a correction.
        let over = ProfileDraft { base: correction().base, ..proposing };
        let corrected = entry(1, over, &published(), &endpoint());
        prop_assert_eq!(faults(&submission, corrected.body()), Vec::<String>::new());
    }
}
