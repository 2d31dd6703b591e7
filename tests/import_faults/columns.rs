//! Which column is which field.

use cluster_atlas::collection::{CollectionRecord, Resource, ResourceKind};
use cluster_atlas::dataset::{FindingKind, ImportError, ImportOptions};
use cluster_atlas::domain::{CountryCode, TermId};

use super::support::{check_sums, vocabularies};
use super::{import, names, of_kind, try_import};

#[test]
fn a_table_without_countries_is_refused_before_anything_is_written() {
    let error = try_import("overwrites-with-nothing.csv", &ImportOptions::default());
    assert!(matches!(error, Err(ImportError::NoColumn { missing: "country", .. })), "{error:?}");
}

#[test]
fn the_own_name_of_a_field_wins_over_another() {
    let loaded = import("alias-beats-own-name.csv");
    assert_eq!(names(&loaded), ["Old Docks Development Corporation", "New Town Development Corporation"]);
    assert_eq!(
        of_kind(&loaded, FindingKind::DuplicateValue),
        ["0: file organisation: dropped, duplicate-value: name is read from column \"name\""]
    );
    assert_eq!(names(&import("wrong-name-column.csv")), ["Real Name"]);
    assert_eq!(names(&import("alias-and-exact-name.csv")), ["A One", "B Two"]);
}

#[test]
fn mistakes_of_a_mapping_are_all_named() {
    let mapped = |mapping: &str| {
        let options = ImportOptions::default().with_mapping("m.json", mapping.as_bytes())?;
        try_import("mapping-typos.csv", &options)
    };
    let right =
        mapped(r#"{"Nation":"country","Web page":"website","Themes":"ecosystems"}"#).expect("a table");
    assert_eq!(right.records[0].ecosystems[0].as_str(), "digital");
    let error = mapped(r#"{"Natoin":"country","Webpage":"website","Themes":"ecosystem"}"#);
    let Err(ImportError::Mapping { columns, fields, found, .. }) = error else { panic!("{error:?}") };
    assert_eq!((columns, fields), (vec!["Natoin".to_owned(), "Webpage".to_owned()], Vec::new()));
    assert_eq!(found.len(), 7);
    let error = mapped(r#"{"Nation":"contry","Web page":"websit"}"#);
    let Err(ImportError::Mapping { fields, known, .. }) = error else { panic!("{error:?}") };
    assert_eq!(fields, ["contry", "websit"]);
    assert!(known.contains(&"website"));

    let default = |text: &str| match ImportOptions::default().with_defaults("d.json", text.as_bytes()) {
        Err(ImportError::NoField { field, allowed, .. }) => (field, allowed.join(" ")),
        other => panic!("{other:?}"),
    };
    assert_eq!(default(r#"{"precision":"town"}"#), ("precision".into(), "exact street city region".into()));
    let (field, allowed) = default(r#"{"precison":"city"}"#);
    assert_eq!((field.as_str(), allowed.contains("precision")), ("precison", true));
}

#[test]
fn a_record_whose_members_are_stated_as_a_table_comes_from_one() {
    let table = "name,type,published,country,themes,outlook,format,facts\n\
                 Guide,Case study,2024-02-01,France,skills,true,online and on site,none\n";
    let file = ("resources.csv", table.as_bytes());
    let loaded = Resource::import(file, ImportOptions::default(), &mut vocabularies(), &|_| None);
    let loaded = loaded.expect("a table");
    check_sums(&loaded.report);
    let [resource] = &loaded.records[..] else { panic!("{:?}", loaded.report.findings) };
    assert_eq!((resource.title.as_str(), resource.kind), ("Guide", ResourceKind::CaseStudy));
    assert_eq!(resource.date.map(|date| date.to_string()).as_deref(), Some("2024-02-01"));
    assert_eq!(resource.countries.iter().map(CountryCode::as_str).collect::<Vec<_>>(), ["FR"]);
    assert_eq!(resource.themes.iter().map(TermId::as_str).collect::<Vec<_>>(), ["skills"]);
    assert!(resource.outlook);
    assert_eq!(resource.format.as_deref(), Some("online and on site"));
    // No cell can hold figures: the column is named as one that nobody wants.
    assert_eq!(resource.facts, []);
    assert!(of_kind(&loaded, FindingKind::UnknownField).iter().any(|line| line.contains("facts")));
}
