//! Who a record is: identifiers, doubles, second imports.

use cluster_atlas::dataset::{Fetched, FindingKind, ImportOptions, Loaded, read_organisations};
use cluster_atlas::domain::{Organisation, Vocabularies};

use super::{calls, fixture, import, names, of_kind, try_import};

#[test]
fn identifiers_are_mended_and_the_row_stays() {
    let loaded = import("unusable-ids.csv");
    let ids: Vec<&str> = loaded.records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids, ["ex-one", "munchen", "ok"]);
    assert!(of_kind(&loaded, FindingKind::Mended)[0].contains("ex one → ex-one"));
    let loaded = calls("ids-in-json.json");
    let ids: Vec<&str> = loaded.records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids, ["call-a", "17", "fp7-inco-2012-2-bilat"]);
}

#[test]
fn likely_duplicates_are_noted() {
    let loaded = import("duplicates.csv");
    let noted = of_kind(&loaded, FindingKind::LikelyDuplicate);
    assert_eq!((loaded.records.len(), noted.len()), (3, 2), "{noted:?}");
    assert!(noted[1].contains("row 2"));
}

#[test]
fn web_addresses_are_mended_or_dropped_and_told() {
    let loaded = import("web-addresses.csv");
    let web: Vec<String> = loaded
        .records
        .iter()
        .map(|record| record.website.as_ref().map(ToString::to_string).unwrap_or_default())
        .collect();
    assert_eq!(
        web,
        [
            "https://b.example",
            "http://c.example",
            "https://e.example",
            "https://f.example/portal?x=[%22a%22%20%22b%22]",
            "https://g.example"
        ]
    );
    assert_eq!(of_kind(&loaded, FindingKind::Mended).len(), 5);
    assert_eq!(of_kind(&loaded, FindingKind::TooMany).len(), 1);
}

#[test]
fn a_second_import_keeps_who_is_who() {
    let first = import("second-import-v1.csv");
    let ids = |loaded: &Loaded<Organisation>| {
        let ids = loaded.records.iter().map(|record| {
            format!("{} {} {}", record.id, record.name, record.city.as_deref().unwrap_or_default())
        });
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids(&first)[3..], ["de-twin Twin Ulm", "de-twin-2 Twin Kiel"]);
    let options = ImportOptions::default().with_published(&first.records);
    let second = try_import("second-import-v2.csv", &options).expect("a table");
    assert_eq!(
        ids(&second),
        [
            "de-twin-2 Twin Kiel",
            "de-twin Twin Ulm",
            "de-example-alpha Example Alpha e.V. Jena",
            "fr-example-beta Example Beta Grenoble",
            "es-example-delta Example Delta Bilbao"
        ]
    );
}

#[test]
fn a_record_that_cannot_be_taken_in_costs_itself_only() {
    let file = fixture("unreadable-records.json");
    let loaded =
        read_organisations(&Fetched::opened("o.json", &file), &Vocabularies::default()).expect("a file");
    assert_eq!(names(&loaded), ["Before", "After"]);
    assert_eq!((loaded.report.read, loaded.report.refused), (5, 3));
    assert_eq!(of_kind(&loaded, FindingKind::UnreadableRecord).len(), 3);
}
