//! What the tests of reading and writing share.

#![allow(dead_code, reason = "each file of tests takes what it needs")]

pub mod any;

use std::collections::BTreeMap;
use std::fs;

use cluster_atlas::dataset::{ExportNote, Fetched, Report, read_vocabularies};
use cluster_atlas::domain::{Source, Vocabularies};

/// A file of `tests/fixtures`.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The vocabularies that the page is shipped with.
pub fn vocabularies() -> Vocabularies {
    let path = format!("{}/public/data/vocabularies.json", env!("CARGO_MANIFEST_DIR"));
    let body = fs::read(path).expect("the shipped vocabularies");
    read_vocabularies(&Fetched::opened("vocabularies.json", &body)).expect("readable").0
}

/// Every record is loaded or refused.
pub fn check_sums(report: &Report) {
    assert_eq!(report.read, report.loaded + report.refused, "{}", report.file);
}

/// The findings, one a line: who, where, what happened, why, and the value.
pub fn found(report: &Report) -> Vec<String> {
    let lines = report.findings.iter().map(|finding| {
        let who = finding.record.as_deref().unwrap_or("file");
        let (severity, kind) = (finding.severity.as_str(), finding.kind.as_str());
        format!("{who} {}: {severity}, {kind}: {}", finding.path, finding.value)
    });
    lines.collect()
}

/// A note with everything in it that a table or a document has to quote.
pub fn note() -> ExportNote {
    ExportNote {
        link: "https://atlas.example/#/explore?country=FR".to_owned(),
        date: "2026-11-21".parse().expect("a day"),
        title: "Test, with a comma".to_owned(),
        sources: vec![Source {
            id: "eccp".parse().expect("an id"),
            name: "A \"source\"; of facts".to_owned(),
            url: None,
            licence: Some("CC BY 4.0".to_owned()),
            dated: None,
            retrieved: None,
            note: None,
        }],
        names: BTreeMap::from([
            ("country", BTreeMap::from([("FR".to_owned(), "France".to_owned())])),
            ("ecosystems", BTreeMap::from([("digital".to_owned(), "Digital; = \"IT\"".to_owned())])),
        ]),
    }
}
