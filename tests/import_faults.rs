//! What people's tables and lists have in them and what is made of it. One fixture a fault; each would lose or change
//! data if it were read without care.

mod support;

use cluster_atlas::dataset::{
    DateOrder, Fetched, FileKind, FindingKind, ForeignKind, ImportError, ImportOptions, Loaded, Severity,
    calls_csv, import_calls, import_organisations, import_organisations_into, import_trainings,
    organisations_csv, read_organisations, refused_rows, row_cells, survey,
};
use cluster_atlas::domain::{Call, CallStatus, Instant, Organisation, OwnValue, TermId, Vocabularies};
use support::{check_sums, found, note, vocabularies};

fn fixture(name: &str) -> Vec<u8> {
    support::fixture(&format!("import/{name}"))
}

fn try_import(name: &str, options: &ImportOptions) -> Result<Loaded<Organisation>, ImportError> {
    let loaded = import_organisations(name, &fixture(name), options, &vocabularies());
    if let Ok(loaded) = &loaded {
        check_sums(&loaded.report);
    }
    loaded
}

fn import(name: &str) -> Loaded<Organisation> {
    try_import(name, &ImportOptions::default()).expect("a table")
}

fn calls(name: &str) -> Loaded<Call> {
    let loaded =
        import_calls(name, &fixture(name), &ImportOptions::default(), &vocabularies()).expect("readable");
    check_sums(&loaded.report);
    loaded
}

/// The findings of one kind.
fn of_kind<T>(loaded: &Loaded<T>, kind: FindingKind) -> Vec<String> {
    let (all, lines) = (&loaded.report.findings, found(&loaded.report));
    let lines = all.iter().zip(lines).filter(|(finding, _)| finding.kind == kind);
    lines.map(|(finding, line)| format!("{}: {line}", finding.row)).collect()
}

fn names(loaded: &Loaded<Organisation>) -> Vec<&str> {
    loaded.records.iter().map(|record| record.name.as_str()).collect()
}

/// The cut-offs of a call, as a table writes them.
fn closes(call: &Call) -> String {
    let cutoffs = call
        .cutoffs
        .iter()
        .map(|cutoff| cutoff.time.map_or(cutoff.date.to_string(), |time| format!("{} {time}", cutoff.date)));
    cutoffs.collect::<Vec<_>>().join("; ")
}

#[test]
fn the_time_of_a_deadline_is_read_however_it_is_written() {
    let loaded = calls("time-lost.csv");
    for call in &loaded.records {
        assert_eq!(closes(call), "2024-12-31 17:00", "{}", call.title);
        assert_eq!(
            call.status(Instant::at("2024-12-31".parse().expect("a day"), "17:00".parse().expect("a time"))),
            CallStatus::Closed
        );
    }
    assert_eq!(loaded.records.len(), 7);

    let mut terms = vocabularies();
    let list = fixture("time-lost.json");
    let loaded = import_trainings("t.json", &list, &ImportOptions::default(), &mut terms).expect("a list");
    let training = &loaded.records[0];
    assert_eq!(training.sessions[0].date.to_string(), "2027-03-05");
    assert_eq!(training.sessions[0].start.map(|time| time.to_string()).as_deref(), Some("09:00"));
    assert_eq!(training.application_deadline.map(|day| day.to_string()).as_deref(), Some("2027-02-28"));
}

#[test]
fn a_cell_that_was_corrected_by_hand_is_read_instead_and_said() {
    let table = "List of clusters\nname,country,city\nA,,Graz\nB,AT\n".as_bytes();
    let read = |corrections: &[((usize, usize), &str)]| {
        let corrections = corrections.iter().map(|(at, text)| (*at, (*text).to_owned())).collect();
        let options = ImportOptions::default().with_corrections(&corrections);
        let loaded = import_organisations("t.csv", table, &options, &vocabularies()).expect("a table");
        (loaded, row_cells("t.csv", table, &options, "organisations", 3))
    };
    let (loaded, cells) = read(&[]);
    assert_eq!((loaded.report.loaded, loaded.report.refused), (1, 1));
    let pairs = |cells: &[(&str, &str)]| {
        Some(cells.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect::<Vec<_>>())
    };
    assert_eq!(cells, pairs(&[("name", "A"), ("country", ""), ("city", "Graz")]));

    // A row that is not there, and a column that is not there, change nothing.
    let (loaded, cells) = read(&[
        ((3, 1), "AT"),
        ((4, 2), "Linz"),
        ((4, 9), "nowhere"),
        ((17, 0), "nobody"),
        ((2, 0), "title"),
    ]);
    assert_eq!((loaded.report.read, loaded.report.loaded, loaded.report.refused), (2, 2, 0));
    assert_eq!(loaded.records[1].city.as_deref(), Some("Linz"));
    let said: Vec<_> =
        loaded.report.findings.iter().filter(|it| it.kind == FindingKind::CorrectedByHand).collect();
    let said: Vec<_> = said.iter().map(|it| (it.row, it.value.as_str())).collect();
    assert_eq!(said, [(3, "country:  → AT"), (4, "city:  → Linz")]);
    assert_eq!(cells, pairs(&[("name", "A"), ("country", "AT"), ("city", "Graz")]));
}

#[test]
fn an_audience_of_anybody_rules_nobody_out() {
    let loaded = calls("unknown-audience.csv");
    let audiences: Vec<Vec<&str>> =
        loaded.records.iter().map(|call| call.audience.iter().map(TermId::as_str).collect()).collect();
    assert_eq!(audiences, [vec![], vec![], vec!["sme"], vec!["sme"]]);
    assert_eq!(of_kind(&loaded, FindingKind::UnknownTerm), [] as [&str; 0]);
}

#[test]
fn dates_that_could_be_two_are_read_when_somebody_says_how() {
    let table = "title,deadline,opens,url\nA,10/03/2024 17:00; 11/04/2024,01/02/2024,https://a.example\n";
    let read = |options: &ImportOptions| {
        let loaded = import_calls("c.csv", table.as_bytes(), options, &vocabularies()).expect("a table");
        let call = loaded.records[0].clone();
        (closes(&call), call.opens.map(|day| day.to_string()), call.deadline_words.is_some())
    };
    assert_eq!(read(&ImportOptions::default()), (String::new(), None, true));
    let day_first = ImportOptions::default().with_dates(DateOrder::DayFirst);
    assert_eq!(read(&day_first), ("2024-03-10 17:00; 2024-04-11".into(), Some("2024-02-01".into()), false));
    let month_first = ImportOptions::default().with_dates(DateOrder::MonthFirst);
    assert_eq!(read(&month_first), ("2024-10-03 17:00; 2024-11-04".into(), Some("2024-01-02".into()), false));
}

#[test]
fn several_cutoffs_in_a_cell_are_several() {
    let loaded = calls("several-cutoffs-in-a-cell.csv");
    let read: Vec<String> = loaded.records.iter().map(closes).collect();
    assert_eq!(read[..2], ["2026-03-10 17:00; 2026-09-10 17:00"; 2]);
    assert_eq!(read[2], "2026-03-10; 2026-09-10");
}

#[test]
fn a_deadline_that_cannot_be_read_never_makes_an_open_call() {
    let now = Instant::start_of("2026-06-01".parse().expect("a day"));
    let loaded = calls("unreadable-deadline-is-open.csv");
    let read: Vec<String> = loaded.records.iter().map(closes).collect();
    assert_eq!(read, ["2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31", "", ""]);
    let words: Vec<Option<&str>> = loaded.records.iter().map(|call| call.deadline_words.as_deref()).collect();
    assert_eq!(
        words[4..],
        [Some("mid-December 2024, 17:00"), Some("1st cut-off: 10/03/2024; 2nd cut-off: 10/09/2024")]
    );
    for call in &loaded.records {
        assert_ne!(call.status(now), CallStatus::Open, "{}", call.title);
    }

    let loaded = calls("messy-deadlines.csv");
    for call in &loaded.records {
        assert!(!call.cutoffs.is_empty() || call.deadline_words.is_some(), "{}", call.title);
        assert_ne!(call.status(now), CallStatus::Open, "{}", call.title);
    }
    let words: Vec<&str> = loaded.records.iter().filter_map(|call| call.deadline_words.as_deref()).collect();
    assert_eq!(words, ["end of March 2025", "continuous"]);

    // What is in words stays when it is exported and read again.
    let records: Vec<&Call> = loaded.records.iter().collect();
    let table = calls_csv(&records, &note());
    let again = import_calls("c.csv", table.as_bytes(), &ImportOptions::default(), &Vocabularies::default());
    assert_eq!(again.expect("a table").records, loaded.records);
}

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
fn placeholders_are_empty_cells() {
    let loaded = import("placeholders.csv");
    assert_eq!(names(&loaded), ["Alpha", "Eta"]);
    let [alpha, eta] = &loaded.records[..] else { panic!("two records") };
    for record in [alpha, eta] {
        assert_eq!((&record.city, &record.acronym, record.members.total), (&None, &None, None));
        assert!(record.summary.is_empty() && record.ecosystems.is_empty());
    }
    assert!(of_kind(&loaded, FindingKind::Placeholder).len() > 20);
}

#[test]
fn an_export_comes_back_as_it_was_however_odd_it_looks() {
    let file = br#"{"format":"cluster-atlas/organisations/1","records":[
        {"id":"a","name":"NULL","country":"DE","city":"-","acronym":"R&amp;D","summary":{"en":"<p>"}},
        {"id":"b","name":";=1+1","country":"DE","city":"\uff1dA1","acronym":"@x"}]}"#;
    let records = read_organisations(&Fetched::opened("o.json", file), &Vocabularies::default())
        .expect("a file")
        .records;
    let table = organisations_csv(&records.iter().collect::<Vec<_>>(), &note());
    let again =
        import_organisations("o.csv", table.as_bytes(), &ImportOptions::default(), &Vocabularies::default());
    assert_eq!(again.expect("a table").records, records);
    // What a spreadsheet would run as a formula begins with an apostrophe.
    for cell in ["';=1+1", "'＝A1", "'@x", "'-"] {
        assert!(table.contains(cell), "{cell}: {table}");
    }
}

#[test]
fn numbers_days_and_mail_are_read_as_people_write_them() {
    let loaded = import("numbers-as-people-write.csv");
    assert_eq!(loaded.records.len(), 6);
    for record in &loaded.records {
        let updated = record.updated.map(|day| day.to_string());
        assert_eq!(updated.as_deref(), Some("2024-12-31"), "{}", record.name);
    }
    let mail = |at: usize| loaded.records[at].email.as_ref().map(ToString::to_string);
    assert_eq!(
        (mail(1).as_deref(), mail(2).as_deref()),
        (Some("info@example.org"), Some("info@example.org"))
    );
    assert_eq!(mail(3), None, "an address in disguise is reported");
    assert_eq!(mail(4).as_deref(), Some("jane.doe@example.org"));
    assert_eq!(of_kind(&loaded, FindingKind::PersonalEmail).len(), 2);
    let until = loaded.records[1].label.as_ref().and_then(|label| label.until).map(|day| day.to_string());
    assert_eq!(until.as_deref(), Some("2024-12-31"));
}

#[test]
fn counts_and_terms_are_one_thing_in_several_spellings() {
    let loaded = import("new-terms.csv");
    let total: Vec<Option<u32>> = loaded.records.iter().map(|record| record.members.total).collect();
    assert_eq!(total, [Some(120), None, Some(1200), Some(1200)], "a range is two numbers");
    assert_eq!(loaded.records[0].members.sme, Some(80));
    let founded: Vec<Option<i32>> = loaded.records.iter().map(|record| record.founded).collect();
    assert_eq!(founded, [Some(1999), Some(1999), Some(1999), None]);
    let ecosystems = |at: usize| loaded.records[at].ecosystems.iter().map(TermId::as_str).collect::<Vec<_>>();
    assert_eq!(
        (ecosystems(0), ecosystems(1), ecosystems(3)),
        (vec!["digital", "health"], vec!["digital", "health"], vec!["digital", "health"])
    );
    assert_eq!(loaded.records[1].expertise, loaded.records[3].expertise, "Photonics is photonics");
    assert!(of_kind(&loaded, FindingKind::Mended).iter().any(|line| line.contains("ca. 80 → 80")));
}

#[test]
fn coordinates_are_read_in_every_form_with_one_meaning() {
    let options =
        ImportOptions::default().with_mapping("m.json", br#"{"coordinates":"location"}"#).expect("a mapping");
    let loaded = try_import("strict-coordinates.csv", &options).expect("a table");
    let at =
        |record: &Organisation| record.location.map(|location| (location.point.lat(), location.point.lon()));
    let places: Vec<_> = loaded.records.iter().map(at).collect();
    let jena = Some((50.92, 11.58));
    assert_eq!(places, [jena, jena, jena, jena, None, None, Some((38.72, -9.14)), None, None, jena]);
    let loaded = import("coordinates-in-one-column.csv");
    let places: Vec<_> = loaded.records.iter().map(at).collect();
    assert_eq!(places[0], Some((50.9271, 11.5892)));
    assert_eq!(places[1], Some((50.926_944_4, 11.589_166_7)));
    assert_eq!(places[2], Some((50.9271, 11.5892)));
}

#[test]
fn countries_are_known_by_code_long_name_and_footnote() {
    let loaded = import("country-names.csv");
    let codes: Vec<&str> = loaded.records.iter().map(|record| record.country.as_str()).collect();
    assert_eq!(codes, ["AU", "SG", "TH", "MX", "ZA", "DE", "IT", "TR", "GR", "XK", "MK", "LU", "IE"]);
}

#[test]
fn two_letters_that_are_no_country_are_refused() {
    assert_eq!(import("eu-as-country-of-clusters.csv").report.refused, 3);
    let loaded = import("any-two-letters.csv");
    let refused: Vec<&str> = loaded
        .report
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::BadCountry)
        .map(|finding| finding.value.as_str())
        .collect();
    assert_eq!(refused, ["ON", "ZZ", "Frace", "Germany / Austria"]);
    // Bratislava is not in Suriname, Jena not in France; what the point proposes is said.
    assert_eq!(of_kind(&loaded, FindingKind::FarFromCountry).len(), 2);
    let proposed: Vec<(usize, &str)> = loaded
        .report
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::ProposedCountry)
        .map(|finding| (finding.row, &finding.value[..2]))
        .collect();
    assert!(proposed.contains(&(7, "CH")) || proposed.contains(&(7, "FR")), "{proposed:?}");
    assert!(proposed.iter().any(|(row, _)| *row == 4), "{proposed:?}");
}

#[test]
fn the_union_is_a_group_of_countries() {
    let loaded = calls("eu-as-country.csv");
    for call in &loaded.records[..4] {
        let groups: Vec<&str> = call.eligibility.groups.iter().map(TermId::as_str).collect();
        assert_eq!((groups, call.eligibility.countries.len()), (vec!["eu"], 0), "{}", call.title);
    }
    assert_eq!(loaded.records[4].eligibility.countries[0].as_str(), "DE");
}

#[test]
fn markup_becomes_text() {
    let loaded = import("html-in-cells.csv");
    assert_eq!(names(&loaded), ["R&D Cluster Köln"]);
    let loaded = calls("html-in-calls.csv");
    assert_eq!(loaded.records[0].title, "R&D vouchers");
    let summary = |call: &Call| call.summary.in_language("en").map(|(_, text)| text.to_owned());
    assert_eq!(summary(&loaded.records[1]), None, "nothing but markup is nothing");
}

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
