//! What a file is, how it is encoded, and which row is which.

use cluster_atlas::dataset::{
    FileKind, FindingKind, ForeignKind, ImportError, ImportOptions, Severity, import_organisations,
    refused_rows, survey,
};
use cluster_atlas::domain::{Organisation, Vocabularies};

use super::support::{found, vocabularies};
use super::{fixture, import, names, of_kind, try_import};

#[test]
fn one_row_in_another_encoding_leaves_the_others_right() {
    let loaded = import("one-bad-byte.csv");
    assert_eq!(names(&loaded), ["Pôle Énergie", "Cluster Köln", "Pôle Été"]);
    let guessed = of_kind(&loaded, FindingKind::GuessedEncoding);
    assert_eq!(guessed, ["4: #4 : noted, guessed-encoding: windows-1252"]);
    let twice = import_organisations(
        "a.csv",
        "name,country\nPÃ´le,FR\n".as_bytes(),
        &ImportOptions::default(),
        &Vocabularies::default(),
    );
    assert_eq!(of_kind(&twice.expect("a table"), FindingKind::TwiceEncoded).len(), 1);
    let repaired = import_organisations(
        "a.csv",
        "name,country\nPÃ´le,FR\n".as_bytes(),
        &ImportOptions::default().with_repairs(true),
        &Vocabularies::default(),
    );
    assert_eq!(names(&repaired.expect("a table")), ["Pôle"]);
}

#[test]
fn another_code_page_is_guessed_aloud_or_named() {
    for (name, city) in [
        ("code-pages.csv", "Αθήνα"),
        ("code-pages-polish.csv", "Łódź"),
        ("code-pages-turkish.csv", "İstanbul"),
    ] {
        let loaded = import(name);
        assert_eq!(loaded.records[0].city.as_deref(), Some(city), "{name}");
        assert_eq!(of_kind(&loaded, FindingKind::GuessedEncoding).len(), 1, "{name}");
    }
    let options = ImportOptions::default().with_encoding("windows-1253").expect("an encoding");
    let loaded = try_import("code-pages.csv", &options).expect("a table");
    assert_eq!(loaded.records[0].city.as_deref(), Some("Αθήνα"));
    assert_eq!(of_kind(&loaded, FindingKind::GuessedEncoding), [] as [&str; 0]);
    assert!(matches!(ImportOptions::default().with_encoding("klingon"), Err(ImportError::NoEncoding { .. })));
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_named_and_costs_no_row() {
    let loaded = import("unclosed-quote.csv");
    assert_eq!((loaded.report.read, loaded.records.len()), (5, 5), "{:?}", found(&loaded.report));
    assert_eq!(of_kind(&loaded, FindingKind::OpenQuote).len(), 1);
    assert!(of_kind(&loaded, FindingKind::OpenQuote)[0].starts_with("3:"));
    let summary = loaded.records[1].summary.in_language("en").map(|(_, text)| text);
    assert_eq!(summary, Some("so-called smart city"), "the mark is no part of it");
}

#[test]
fn a_workbook_is_read_as_it_is_shown() {
    let loaded = import("workbook-as-shown.xlsx");
    let shown = |record: &Organisation| {
        let postcode = record.own.first().map(|(_, value)| format!("{value:?}")).unwrap_or_default();
        let website = record.website.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {} {website} {postcode}", record.name, record.country)
    };
    assert_eq!(
        loaded.records.iter().map(shown).collect::<Vec<_>>(),
        [
            "Alpha DE https://alpha.example/ Line(\"01234\")",
            "Beta DE https://www.beta.example Line(\"07743\")",
            "Gamma DE  Line(\"12345\")",
            "Delta FR  ",
        ]
    );
    let email = loaded.records[0].email.as_ref().map(ToString::to_string);
    assert_eq!(email.as_deref(), Some("info@alpha.example"));
    assert_eq!(of_kind(&loaded, FindingKind::MergedCell).len(), 2);
    assert_eq!(of_kind(&loaded, FindingKind::LinkNotTaken).len(), 1);
}

#[test]
fn short_rows_and_a_sudden_end_are_told() {
    let loaded = import("short-rows.csv");
    assert_eq!(of_kind(&loaded, FindingKind::ShortRow), ["3: #3 : noted, short-row: 3 of 6 cells"]);
    assert_eq!(of_kind(&loaded, FindingKind::CutShort), ["4: #4 : noted, cut-short: Ul"]);
}

#[test]
fn findings_name_the_row_that_the_spreadsheet_shows() {
    let loaded = import("row-numbers.csv");
    let rows: Vec<usize> = loaded
        .report
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::BadEmail)
        .map(|finding| finding.row)
        .collect();
    assert_eq!(rows.last(), Some(&6), "{:?}", found(&loaded.report));
    assert_eq!(loaded.records.len(), 3);
}

#[test]
fn a_title_above_the_header_is_a_title() {
    let loaded = import("title-row.csv");
    assert_eq!(names(&loaded), ["A One"]);
    assert_eq!(of_kind(&loaded, FindingKind::TitleRow).len(), 2);
}

#[test]
fn what_is_no_table_is_called_what_it_is() {
    let kind = |bytes: &[u8]| match import_organisations(
        "a",
        bytes,
        &ImportOptions::default(),
        &Vocabularies::default(),
    ) {
        Err(ImportError::OtherKind { kind, .. }) => kind,
        other => panic!("{other:?}"),
    };
    for (bytes, expected) in [
        (&b"%PDF-1.7\n"[..], ForeignKind::Pdf),
        (b"PK\x03\x04\x14\0\x06\0 readme.txt", ForeignKind::Archive),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/workbook.xml", ForeignKind::Damaged),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml", ForeignKind::Document),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ForeignKind::OldOffice),
        (b"<!doctype html><p>Log in", ForeignKind::WebPage),
        (b"<?xml version=\"1.0\"?><a/>", ForeignKind::Xml),
        (b"\x89PNG\r\n\x1a\n", ForeignKind::Picture),
        (b"\x01\x02\x03\x04\x05\x06", ForeignKind::Binary),
    ] {
        assert_eq!(kind(bytes), expected);
    }
}

#[test]
fn a_list_of_objects_and_points_are_tables_too() {
    let loaded = import("wrong-kind-of-file.geojson");
    assert!(!loaded.records.is_empty());
    assert!(loaded.records.iter().all(|record| record.location.is_some()), "{:?}", found(&loaded.report));
    let list = br#"[{"name":"Alpha","country":"DE"},{"name":"Beta","country":"Atlantis"}]"#;
    let loaded =
        import_organisations("a.json", list, &ImportOptions::default(), &vocabularies()).expect("a list");
    assert_eq!((loaded.report.read, loaded.report.loaded, loaded.report.refused), (2, 1, 1));
}

#[test]
fn a_workbook_is_read_with_the_rows_of_its_sheet() {
    for name in ["workbook.xlsx", "workbook.ods"] {
        let loaded = import(name);
        assert_eq!(names(&loaded), ["Pôle Énergie", "Cluster Köln", "Κλάστερ Αθήνας"], "{name}");
        assert_eq!(of_kind(&loaded, FindingKind::ChosenSheet).len(), 1, "the sheet with a header was found");
        assert_eq!(of_kind(&loaded, FindingKind::TitleRow).len(), 1);
        let [first, second, _] = &loaded.records[..] else { panic!("three records") };
        assert_eq!(first.location.map(|it| it.point.lat()), Some(48.85));
        assert_eq!(first.members.total, Some(120));
        assert_eq!(second.updated.map(|day| day.to_string()).as_deref(), Some("2025-03-31"));
        // The row without a country is the seventh of the sheet, whose fourth is blank.
        let refused: Vec<usize> = loaded
            .report
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Refused)
            .map(|finding| finding.row)
            .collect();
        assert_eq!(refused, [7], "{name}: {:?}", found(&loaded.report));
    }
    let options = ImportOptions::default().with_sheet("Notes");
    assert!(matches!(try_import("workbook.xlsx", &options), Err(ImportError::NoColumn { .. })));
    let options = ImportOptions::default().with_sheet("Other");
    let error = try_import("workbook.xlsx", &options).expect_err("no such sheet");
    assert!(matches!(error, ImportError::NoSheet { found, .. } if found.len() == 3));
    assert_eq!(import("workbook-of-one-sheet.xlsx").report.refused, 0);
}

#[test]
fn what_a_file_has_is_surveyed_before_it_is_imported() {
    let seen = survey("w.xlsx", &fixture("workbook.xlsx"), &ImportOptions::default(), "organisations")
        .expect("a workbook");
    let sheets: Vec<&str> = seen.sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!((sheets, seen.sheet), (vec!["Notes", "Clusters 2025", "Kontakte"], 1));
    assert_eq!((seen.header_row, seen.rows, seen.kind), (3, 4, FileKind::Excel));
    let column = |name: &str| seen.columns.iter().find(|column| column.name == name).expect("a column");
    assert_eq!(column("Land").field.as_deref(), Some("country"));
    assert_eq!((column("Motto").field.as_deref(), column("Motto").filled), (None, 2));
    assert_eq!(column("Ort").examples, ["Paris", "Köln", "Bonn"]);

    let greek = fixture("code-pages.csv");
    let seen = survey("g.csv", &greek, &ImportOptions::default(), "organisations").expect("a table");
    assert_eq!(seen.encodings[0].0, "windows-1253");
    assert!(seen.encodings[0].1.iter().any(|word| word.contains("Αθήνα")), "{:?}", seen.encodings);
    assert!(seen.encodings.iter().any(|(name, _)| *name == "macintosh"));

    // What is refused comes back as a table to mend.
    let table = "name;country\nA;Atlantis\nB;DE\n;FR\n".as_bytes();
    let loaded =
        import_organisations("t.csv", table, &ImportOptions::default(), &vocabularies()).expect("a table");
    let why = |finding: &cluster_atlas::dataset::Finding| finding.kind.as_str().to_owned();
    let rows = refused_rows("t.csv", table, &ImportOptions::default(), "organisations", &loaded.report, &why);
    let expected = "\u{feff}name,country,row,reason\r\nA,Atlantis,2,bad-country\r\n,FR,4,missing-name\r\n";
    assert_eq!(rows.as_deref(), Some(expected));
}
