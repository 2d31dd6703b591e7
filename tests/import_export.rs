//! The ways of data in and out: a spreadsheet becomes a dataset, an export becomes the same records again.

mod support;

use cluster_atlas::dataset::{
    Fetched, Finding, FindingKind, ImportError, ImportOptions, Loaded, MOST_FINDINGS, import_calls,
    import_events, import_organisations, import_regions, organisations_csv, organisations_file,
    organisations_geojson, organisations_json, read_config, read_manifest, read_organisations,
    read_vocabularies, survey, synth,
};
use cluster_atlas::domain::{
    ExcellenceLevel, ExpertiseBasis, FieldKind, Label, LocalText, Location, Members, Organisation,
    OrganisationKind, OwnField, OwnValue, Point, Precision, Region, TermId, Vocabularies, WebAddress,
};
use proptest::prelude::*;
use support::any::{day, id, summary, text};
use support::{fixture, note, vocabularies};

/// Writes and reads in every format that can be read, and compares.
fn survives(records: &[Organisation], vocabularies: &Vocabularies) {
    let borrowed: Vec<&Organisation> = records.iter().collect();
    for file in [organisations_json(&borrowed, &note()), organisations_file(&borrowed, vocabularies)] {
        let loaded =
            read_organisations(&Fetched::opened("o.json", file.as_bytes()), vocabularies).expect("readable");
        assert_eq!(loaded.records, records, "{file}");
    }
    let table = organisations_csv(&borrowed, &note());
    if !records.is_empty() {
        let loaded = import_organisations("o.csv", table.as_bytes(), &ImportOptions::default(), vocabularies);
        assert_eq!(loaded.expect("readable").records, records, "{table}");
    }
}

#[test]
fn a_messy_spreadsheet_becomes_records() {
    let mapping = fixture("table-mapping.json");
    let options = ImportOptions::default().with_mapping("table-mapping.json", &mapping).expect("a mapping");
    let options =
        options.with_defaults("defaults.json", br#"{"precision":"city","source":"eccp"}"#).expect("defaults");
    let table = fixture("table-semicolon-windows-1252.csv");
    let loaded = import_organisations("table.csv", &table, &options, &vocabularies()).expect("a table");
    let [first, second, third] = &loaded.records[..] else { panic!("three records: {:?}", loaded.report) };

    assert_eq!(first.name, "Pôle fictif d’optique");
    assert_eq!(
        (first.id.as_str(), second.id.as_str()),
        ("de-pole-fictif-d-optique", "fr-pole-fictif-d-optique")
    );
    assert_eq!((first.country.as_str(), third.country.as_str()), ("DE", "GR"));
    let location = first.location.expect("a location");
    assert_eq!((location.point.lat(), location.precision), (50.9413, Precision::City));
    let ecosystems: Vec<&str> = first.ecosystems.iter().map(TermId::as_str).collect();
    assert_eq!(ecosystems, ["health", "digital"], "labels lead to terms");
    assert_eq!(first.members.total, Some(1234));
    assert_eq!(first.website.as_ref().map(WebAddress::as_str), Some("https://www.fictional.example"));
    assert_eq!(third.name, "Réseau fictif; eau");

    let kinds: Vec<FindingKind> = loaded.report.findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == FindingKind::MadeId).count(), 3);
    assert!(kinds.contains(&FindingKind::CompletedAddress));
    assert!(kinds.contains(&FindingKind::GuessedEncoding));
    assert!(
        kinds.contains(&FindingKind::Mended),
        "1 234 is read as a number with thousands, and that is said"
    );
    assert_eq!(kinds.len(), 6, "the column that the mapping skips is not reported: {:?}", loaded.report);
}

#[test]
fn a_table_without_the_column_it_needs_says_which() {
    let table = b"Firma;Ort\nA;B\n";
    let error = import_organisations("a.csv", table, &ImportOptions::default(), &Vocabularies::default());
    let ImportError::NoColumn { missing, found, .. } = error.expect_err("no names") else {
        panic!("another error")
    };
    assert_eq!((missing, found), ("name", vec!["Firma".to_owned(), "Ort".to_owned()]));
    let options = ImportOptions::default()
        .with_mapping("m.csv", b"column,field\nFirma,name\nOrt,city\n")
        .expect("read");
    let options = options.with_defaults("d.json", br#"{"country":"AT"}"#).expect("defaults");
    let loaded = import_organisations("a.csv", table, &options, &Vocabularies::default()).expect("names");
    assert_eq!(loaded.records[0].city.as_deref(), Some("B"));
    assert_eq!(loaded.records[0].country.as_str(), "AT");
}

#[test]
fn regions_are_imported_from_a_table() {
    let table = b"NUTS_ID,LEVL_CODE,CNTR_CODE,NUTS_NAME\nEL30,2,EL,\xce\x91\xcf\x84\xcf\x84\xce\xb9\xce\xba\xce\xae\n,2,FR,x\n";
    let loaded = import_regions("nuts.csv", table, &ImportOptions::default()).expect("a table");
    assert_eq!(loaded.records.len(), 1);
    assert_eq!((loaded.records[0].country.as_str(), loaded.records[0].name.as_str()), ("GR", "Αττική"));
    assert_eq!((loaded.report.read, loaded.report.refused), (2, 1));
}

#[test]
fn names_stand_beside_codes_and_what_all_rows_quote_stands_once() {
    let mut records = synth::organisations(2, 3);
    for record in &mut records {
        record.country = "FR".parse().expect("a country");
        record.ecosystems = ["digital", "health"].map(|id| id.parse().expect("an id")).into();
    }
    let table = organisations_csv(&records.iter().collect::<Vec<_>>(), &note());
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().expect("a header").clone();
    let at =
        |name: &str| header.iter().position(|known| known == name).unwrap_or_else(|| panic!("no {name}"));
    assert_eq!((at("country_label"), at("ecosystems_label")), (at("country") + 1, at("ecosystems") + 1));
    assert!(!header.iter().any(|name| name == "expertise_label"), "no names are known");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(&rows[1][at("country_label")], "France");
    assert_eq!(&rows[1][at("ecosystems_label")], "Digital; = \"IT\"; health");
    assert!(!rows[0][at("attribution")].is_empty() && rows[1][at("attribution")].is_empty());
    let found = import_organisations("o.csv", table.as_bytes(), &ImportOptions::default(), &vocabularies());
    let found = found.expect("readable").report.findings;
    assert!(found.iter().all(|it| !it.path.ends_with("_label")), "the importer passes them over: {found:?}");
}

#[test]
fn formulas_are_defused_in_tables_and_come_back_whole() {
    let mut records = synth::organisations(5, 3);
    for (record, name) in
        records.iter_mut().zip(["=1+1", "+49 cluster", "'=quoted", "'plain", "@home - cluster"])
    {
        record.name = name.to_owned();
    }
    let borrowed: Vec<&Organisation> = records.iter().collect();
    let table = organisations_csv(&borrowed, &note());
    assert!(table.contains(",'=1+1,") && table.contains(",''=quoted,") && table.contains(",'plain,"));
    survives(&records, &Vocabularies::default());
}

#[test]
fn ten_thousand_invented_records_survive_the_round_trip() {
    let vocabularies = Vocabularies { regions: synth::regions(), ..vocabularies() };
    survives(&synth::organisations(10_000, 5), &vocabularies);
}

#[test]
fn what_most_records_say_is_written_once_and_by_those_that_say_something_else() {
    let file = br#"{"format":"cluster-atlas/organisations/1","records":[
        {"id":"a","name":"A","country":"AT","source":"list"},{"id":"b","name":"B","country":"AT","source":"list"},
        {"id":"c","name":"C","country":"AT","source":"themselves"}]}"#;
    let loaded = read_organisations(&Fetched::opened("o.json", file), &vocabularies()).expect("readable");
    let written = organisations_file(&loaded.records.iter().collect::<Vec<_>>(), &vocabularies());
    assert_eq!(written.matches("\"list\"").count(), 1);
    assert_eq!(written.matches("\"themselves\"").count(), 1);
    survives(&loaded.records, &vocabularies());
    // Where one says nothing, nothing may be said for it.
    let mut silent = loaded.records.clone();
    silent[2].source = None;
    survives(&silent, &vocabularies());
}

#[test]
fn geojson_keeps_records_without_a_place_and_says_where_it_is_from() {
    let records = synth::organisations(200, 9);
    let borrowed: Vec<&Organisation> = records.iter().collect();
    let document: serde_json::Value =
        serde_json::from_str(&organisations_geojson(&borrowed, &note())).expect("JSON");
    assert_eq!(document["type"], "FeatureCollection");
    assert_eq!(document["exported"]["link"], note().link.as_str());
    let features = document["features"].as_array().expect("a list");
    assert_eq!(features.len(), 200);
    for (feature, record) in features.iter().zip(&records) {
        assert_eq!(feature["id"], record.id.as_str());
        match record.location {
            None => assert!(feature["geometry"].is_null()),
            Some(location) => assert_eq!(feature["geometry"]["coordinates"][0], location.point.lon()),
        }
    }
}

#[test]
fn a_file_with_a_fault_in_every_value_does_not_exhaust_memory() {
    let record = |number: usize| format!(r#"{{"id":"r{number}","name":"N","country":"FR","founded":"x"}}"#);
    let records: Vec<String> = (0..MOST_FINDINGS + 10).map(record).collect();
    let file = format!(r#"{{"format":"cluster-atlas/organisations/1","records":[{}]}}"#, records.join(","));
    let loaded = read_organisations(&Fetched::opened("o.json", file.as_bytes()), &Vocabularies::default());
    let report = loaded.expect("readable").report;
    assert_eq!(
        (report.findings.len(), report.unlisted, report.loaded),
        (MOST_FINDINGS, 10, MOST_FINDINGS + 10)
    );
}

/// Every row is loaded or refused, and there are as many as the second count says.
fn agrees<T>(loaded: Result<Loaded<T>, ImportError>) {
    let Ok(Loaded { report, records }) = loaded else { return };
    assert_eq!((report.read, records.len()), (report.loaded + report.refused, report.loaded));
    let differs = |finding: &Finding| finding.kind == FindingKind::CountDiffers;
    assert!(!report.findings.iter().any(differs), "{report:?}");
}

fn point() -> impl Strategy<Value = Point> {
    // Within France, in the seven decimals that the format keeps.
    (430_000_000_i64..500_000_000, -10_000_000_i64..60_000_000)
        .prop_map(|(lat, lon)| Point::new(lat as f64 / 1e7, lon as f64 / 1e7).expect("in range"))
}

fn terms() -> impl Strategy<Value = Vec<TermId>> {
    prop::collection::btree_set(id(), 0..4)
        .prop_map(|ids| ids.iter().map(|id| id.parse().expect("a term")).collect())
}

fn members() -> impl Strategy<Value = Members> {
    let count = || prop::option::of(any::<u32>());
    (count(), count(), count(), count(), count()).prop_map(|(total, sme, large, research, other)| Members {
        total,
        sme,
        large,
        research,
        other,
    })
}

/// A field of each kind that a dataset may declare.
fn declared() -> Vec<OwnField> {
    let field = |kind: FieldKind| OwnField {
        id: format!("own-{}", kind.as_str()).parse().expect("an id"),
        label: LocalText::default(),
        kind,
        terms: Vec::new(),
    };
    FieldKind::ALL.map(field).into()
}

fn own() -> impl Strategy<Value = Vec<(TermId, OwnValue)>> {
    let values = (
        prop::option::of(text()),
        prop::option::of("https?://[a-z]{1,9}\\.example/[a-z?=&#+]{0,9}"),
        prop::option::of(-1_000_000_i32..1_000_000),
        prop::option::of(day()),
        terms(),
        prop::option::of("([a-z]{1,9}/)?[a-z0-9-]{1,9}\\.(png|svg)"),
    );
    values.prop_map(|(line, link, number, day, terms, picture)| {
        let mut own = Vec::new();
        let mut add = |kind: FieldKind, value: Option<OwnValue>| {
            let id = format!("own-{}", kind.as_str()).parse().expect("an id");
            own.extend(value.map(|value| (id, value)));
        };
        add(FieldKind::Date, day.map(OwnValue::Date));
        add(FieldKind::Facet, (!terms.is_empty()).then_some(OwnValue::Terms(terms)));
        add(FieldKind::Line, line.map(OwnValue::Line));
        add(FieldKind::Link, link.map(|link| OwnValue::Link(link.parse().expect("an address"))));
        add(FieldKind::Number, number.map(|number| OwnValue::Number(f64::from(number) / 1000.0)));
        add(FieldKind::Picture, picture.map(|file| OwnValue::Picture(file.parse().expect("a picture"))));
        own
    })
}

prop_compose! {
    fn organisation()(
        name in text(),
        (acronym, city, city_listed) in (prop::option::of(text()), prop::option::of(text()), prop::option::of(text())),
        kind in prop::sample::select(OrganisationKind::ALL.to_vec()),
        region in prop::option::of((prop::option::of("FR[A-Z0-9]{1,3}"), prop::option::of(text()))),
        location in prop::option::of((point(), prop::sample::select(Precision::ALL.to_vec()))),
        (ecosystems, expertise, nace) in (terms(), terms(), terms()),
        basis in prop::option::of(prop::sample::select(ExpertiseBasis::ALL.to_vec())),
        members in members().boxed(),
        founded in prop::option::of(1000..2101_i32),
        staff in prop::option::of(0..100_000_u32),
        label in prop::option::of((prop::sample::select(ExcellenceLevel::ALL.to_vec()), prop::option::of(day()))),
        web in prop::option::of("https?://[a-z]{1,9}\\.example/[a-z?=&#+]{0,9}"),
        email in prop::option::of("[a-z+=]{1,9}@[a-z]{1,9}\\.example"),
        summary in summary().boxed(),
        updated in prop::option::of(day()),
        source in prop::option::of(prop_oneof![id(), Just("https://source.example/list".to_owned())]),
        own in own().boxed(),
    ) -> Organisation {
        let region = region.map(|(code, name)| Region { code: code.map(|code| code.parse().expect("a code")), name });
        Organisation {
            id: "replaced".parse().expect("an id"),
            name, acronym, kind,
            country: "FR".parse().expect("a code"),
            city_listed: city_listed.filter(|listed| Some(listed) != city.as_ref()),
            city,
            region: region.filter(|region| region.code.is_some() || region.name.is_some()),
            location: location.map(|(point, precision)| Location { point, precision }),
            ecosystems,
            expertise_basis: basis.filter(|_| !expertise.is_empty()),
            expertise, nace, members, founded,
            staff_fte: staff.map(|staff| f64::from(staff) / 100.0),
            label: label.map(|(level, until)| Label { level, until }),
            website: web.map(|web| web.parse().expect("an address")),
            email: email.map(|email| email.parse().expect("an address")),
            summary, updated, source, own,
        }
    }
}

fn organisations() -> impl Strategy<Value = Vec<Organisation>> {
    prop::collection::btree_map(id(), organisation(), 0..8).prop_map(|records| {
        let records =
            records.into_iter().map(|(id, record)| Organisation { id: id.parse().expect("an id"), ..record });
        records.collect()
    })
}

/// JSON of any shape, with the format's own names among the keys so that it gets past the first check.
fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        ".{0,12}".prop_map(Into::into),
        prop::sample::select(vec!["FR", "en", "2026-11-21", "gold", "javascript:x", "a"])
            .prop_map(Into::into),
    ];
    let key = prop::sample::select(vec![
        "id",
        "name",
        "country",
        "region",
        "location",
        "lat",
        "lon",
        "ecosystems",
        "summary",
        "en",
        "members",
        "label",
        "level",
        "total",
        "defaults",
        "other",
        "code",
        "website",
        "sources",
        "collections",
        "regions",
        "expertise",
    ]);
    leaf.prop_recursive(4, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..10)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_record_survives_every_format(records in organisations()) {
        survives(&records, &Vocabularies { fields: declared(), ..Vocabularies::default() });
    }

    #[test]
    fn every_record_of_any_json_is_loaded_or_refused(records in prop::collection::vec(json(), 0..12), header in json()) {
        let vocabularies = vocabularies();
        let mut file = match header {
            serde_json::Value::Object(header) => header,
            _ => serde_json::Map::new(),
        };
        let count = records.len();
        file.insert("records".to_owned(), records.into());
        for (format, name) in [("organisations/", "o"), ("", "m"), ("vocabularies/", "v")] {
            file.insert("format".to_owned(), format!("cluster-atlas/{format}1").into());
            let body = serde_json::to_vec(&file).expect("JSON");
            let fetched = Fetched::opened(name, &body);
            let report = match name {
                "o" => {
                    let loaded = read_organisations(&fetched, &vocabularies).expect("of the format");
                    prop_assert_eq!(loaded.report.read, count);
                    prop_assert_eq!(loaded.report.loaded, loaded.records.len());
                    survives(&loaded.records, &vocabularies);
                    loaded.report
                }
                "m" => read_manifest(&fetched).expect("of the format").1,
                _ => read_vocabularies(&fetched).expect("of the format").1,
            };
            prop_assert_eq!(report.read, report.loaded + report.refused);
            read_config(&fetched).expect("any object");
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), status in any::<u16>()) {
        let fetched = Fetched { file: "x", status, content_type: Some("text/plain"), body: &bytes };
        let _ = read_organisations(&fetched, &Vocabularies::default());
        let _ = read_manifest(&fetched);
        let _ = read_vocabularies(&fetched);
        let _ = read_config(&fetched);
        let _ = import_organisations("x", &bytes, &ImportOptions::default(), &Vocabularies::default());
        let _ = ImportOptions::default().with_mapping("x", &bytes);
        let _ = ImportOptions::default().with_defaults("x", &bytes);
    }

    #[test]
    fn no_table_makes_it_panic(cells in "((name|country|id|lat|lon|FR|[^,\n]{0,9})[,;\t\n\"]){0,60}") {
        let table = format!("name,country,lat,lon,ecosystems,summary_en,website\n{cells}");
        let loaded = import_organisations("x", table.as_bytes(), &ImportOptions::default(), &Vocabularies::default());
        // Many control characters are no text.
        prop_assert!(matches!(loaded, Ok(_) | Err(ImportError::OtherKind { .. })), "{loaded:?}");
        agrees(loaded);
    }

    #[test]
    fn the_two_counts_of_any_file_agree(
        kind in prop::sample::select(vec!["", "sep=;\n", "[", "{\"features\":[", "\u{feff}", "PK\x03\x04"]),
        text in "((\"|name|país|Ω|FR|[^,\n]{0,9})[,;|\t\r\n\"{}:]){0,80}",
        encoding in prop::sample::select(vec!["utf-8", "utf-16le", "windows-1250", "koi8-r", "macintosh"]),
        header in 0_usize..5,
    ) {
        let bytes = format!("{kind}{text}");
        for options in [
            ImportOptions::default(),
            ImportOptions::default().with_encoding(encoding).expect("an encoding"),
            ImportOptions::default().with_header_row(header),
        ] {
            let _ = survey("x", bytes.as_bytes(), &options, "organisations");
            let options = options.with_defaults("d", br#"{"country":"FR"}"#).expect("defaults");
            agrees(import_organisations("x", bytes.as_bytes(), &options, &Vocabularies::default()));
            agrees(import_calls("x", bytes.as_bytes(), &options, &Vocabularies::default()));
            agrees(import_events(("x", bytes.as_bytes()), &options, &Vocabularies::default(), &|_| None));
        }
    }

    #[test]
    fn a_broken_workbook_makes_no_panic(
        name in prop::sample::select(vec!["workbook.xlsx", "workbook.ods", "workbook-of-one-sheet.xlsx"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = fixture(&format!("import/{name}"));
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let _ = survey("x", &bytes, &ImportOptions::default(), "organisations");
        agrees(import_organisations("x", &bytes, &ImportOptions::default(), &Vocabularies::default()));
    }
}
