//! Columns that are joined and split, and cells and lists that are odd in other ways.

use cluster_atlas::dataset::{
    FindingKind, ImportError, ImportOptions, import_calls, import_organisations, import_organisations_into,
    survey,
};
use cluster_atlas::domain::{Organisation, OwnValue, TermId, Vocabularies};

use super::support::{check_sums, vocabularies};
use super::{fixture, of_kind};

#[test]
fn a_cell_of_several_paragraphs_is_one_cell() {
    let table = "name;country;summary_en\nA;DE;\"Line one\n\nLine two\"\n".as_bytes();
    let loaded =
        import_organisations("a.csv", table, &ImportOptions::default(), &vocabularies()).expect("a table");
    check_sums(&loaded.report);
    let summary = loaded.records[0].summary.in_language("en").map(|(_, text)| text);
    assert_eq!((loaded.report.read, summary), (1, Some("Line one\n\nLine two")));
}

#[test]
fn a_row_without_a_country_is_refused_with_those_around_its_point() {
    let table = "name,country,lat,lon\nA,,50.92,11.58\n".as_bytes();
    let loaded =
        import_organisations("a.csv", table, &ImportOptions::default(), &vocabularies()).expect("a table");
    check_sums(&loaded.report);
    assert_eq!(loaded.report.refused, 1);
    let proposed = of_kind(&loaded, FindingKind::ProposedCountry);
    assert!(proposed.len() == 1 && proposed[0].contains("DE"), "{proposed:?}");
}

#[test]
fn features_are_read_on_one_line_as_on_many() {
    let pretty = r#"{
 "type": "FeatureCollection",
 "features": [
  { "type": "Feature",
   "properties": { "title": "Example One", "keywords": ["digital", "cluster", "health"], "country": "DE" },
   "geometry": { "type": "Point", "coordinates": [ 11.58, 50.92 ] } }
 ]
}"#;
    let line: String = pretty.lines().map(str::trim).collect();
    let read = |text: &str| {
        let options = mapped(&[("keywords", "expertise")]);
        import_organisations("x.csv", text.as_bytes(), &options, &vocabularies()).expect("GeoJSON").records
    };
    let records = read(pretty);
    assert_eq!(records[0].name, "Example One");
    assert_eq!(records[0].location.map(|place| (place.point.lat(), place.point.lon())), Some((50.92, 11.58)));
    assert_eq!(records[0].expertise.len(), 3);
    assert_eq!(read(&line), records);
}

/// A mapping as a file of it, with columns and what they are read as.
fn mapped(pairs: &[(&str, &str)]) -> ImportOptions {
    let object: std::collections::BTreeMap<_, _> = pairs.iter().copied().collect();
    let file = serde_json::to_string(&object).expect("JSON");
    ImportOptions::default().with_mapping("mapping.json", file.as_bytes()).expect("pairs")
}

#[test]
fn several_columns_are_joined_and_cells_stripped_and_split_as_the_mapping_says() {
    let options = mapped(&[
        ("Organisation", "split '(' > name & acronym"),
        ("Number", "join ' ' > fields.address"),
        ("Place", "split ' ' > fields.postcode & city"),
        ("Phone", "strip 'Tel*:' > fields.telephone"),
        ("Fields", "strip '(*)' > split ' / ' > ecosystems"),
        ("More", "join '; ' > ecosystems"),
        ("Offers", "split ' + ' > fields.services:facet"),
        ("Mail", "split ' or ' > email"),
    ]);
    let mut terms = vocabularies();
    let file = fixture("joined-and-split.csv");
    let loaded = import_organisations_into("t.csv", &file, &options, &mut terms).expect("a table");
    check_sums(&loaded.report);
    let [alpha, beta] = &loaded.records[..] else { panic!("two rows") };
    let own =
        |record: &Organisation, id: &str| match record.own.iter().find(|(known, _)| known.as_str() == id) {
            Some((_, OwnValue::Line(text))) => text.clone(),
            _ => String::new(),
        };
    assert_eq!((alpha.name.as_str(), alpha.acronym.as_deref()), ("Pôle Alpha", Some("PA")));
    assert_eq!(own(alpha, "address"), "Rue de la Paix 12");
    assert_eq!((own(alpha, "postcode").as_str(), alpha.city.as_deref()), ("75002", Some("Paris")));
    assert_eq!(own(alpha, "telephone"), "+33 1 23");
    let ids = |record: &Organisation| record.ecosystems.iter().map(TermId::to_string).collect::<Vec<_>>();
    assert_eq!(ids(alpha), ["digital", "health", "mobility"]);
    assert_eq!(alpha.email.as_ref().map(ToString::to_string).as_deref(), Some("info@alpha.example"));
    // What has no second part, nothing to take out, or nothing in one of the columns is read as far as it goes, and told.
    assert_eq!((beta.name.as_str(), beta.acronym.as_deref()), ("Cluster Beta", None));
    assert_eq!(own(beta, "address"), "Hauptstraße");
    assert_eq!((ids(beta), beta.city.as_deref()), (vec!["health".to_owned()], None));
    let services = terms.fields.iter().find(|field| field.id.as_str() == "services").expect("declared");
    let labels: Vec<&str> = services.terms.iter().map(|term| term.id.as_str()).collect();
    assert_eq!(labels, ["coaching", "testing"]);
    let of = |kind| of_kind(&loaded, kind);
    assert_eq!(of(FindingKind::StepWithoutEffect).len(), 2, "{:?}", of(FindingKind::StepWithoutEffect));
    assert_eq!(of(FindingKind::TooMany).len(), 1, "the second address is told");
    assert!(of(FindingKind::Mended).iter().any(|line| line.contains("Tel")));
}

#[test]
fn a_step_that_fits_no_cell_and_a_field_that_is_none_are_told() {
    let table = "name,country,phone\nA,DE,030\nB,DE,040\n".as_bytes();
    let read = |phone| {
        let options = mapped(&[("phone", phone)]);
        import_organisations("t.csv", table, &options, &vocabularies())
    };
    let loaded = read("strip 'Tel:' > fields.telephone").expect("a table");
    assert_eq!(of_kind(&loaded, FindingKind::StepWithoutEffect).len(), 1, "once for the column");
    for wrong in
        ["strip 'Tel:' > telefax", "split '/' > fields.telephone & telefax", "strip Tel > fields.telephone"]
    {
        let Err(ImportError::Mapping { fields, .. }) = read(wrong) else { panic!("{wrong}") };
        assert_eq!(fields, [wrong]);
    }
}

#[test]
fn a_saved_choice_of_columns_is_the_same_again_with_its_steps() {
    let options = mapped(&[
        ("Organisation", "split '(' > name & acronym"),
        ("Number", "join ' ' > fields.address"),
        ("Phone", "strip 'Tel*:' > fields.telephone"),
    ]);
    let file = fixture("joined-and-split.csv");
    let seen = survey("t.csv", &file, &options, "organisations").expect("a table");
    let saved = seen.columns.iter().map(|column| (column.name.clone(), column.mapped())).collect();
    let again = survey("t.csv", &file, &ImportOptions::default().with_columns(&saved), "organisations");
    assert_eq!(again.expect("the same table").columns, seen.columns);
    let column = |name: &str| seen.columns.iter().find(|column| column.name == name).expect("a column");
    assert_eq!(column("Organisation").second.as_deref(), Some("acronym"));
    assert_eq!(column("Organisation").examples[0], "Pôle Alpha (PA) → Pôle Alpha | PA");
    assert!(column("Number").steps.join.is_some() && column("Street").field.is_some(), "both are read");
}

#[test]
fn members_of_a_list_are_joined_and_split_too() {
    let list = br#"[{"name":"A: the call","from":"SMEs/clusters","more":"universities"}]"#;
    let options = mapped(&[
        ("name", "strip 'A:' > title"),
        ("from", "split '/' > audience"),
        ("more", "join '; ' > audience"),
    ]);
    let loaded = import_calls("c.json", list, &options, &Vocabularies::default()).expect("a list");
    let call = &loaded.records[0];
    assert_eq!(call.title, "the call");
    assert_eq!(call.audience.len(), 3, "{:?}", call.audience);
}
