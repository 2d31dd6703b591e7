//! What the reader says about each named fault. One fixture a fault; the interface shows what is found here.

mod support;

use cluster_atlas::dataset::{
    DatasetError, Fetched, Loaded, read_config, read_manifest, read_organisations, write_report_csv,
    write_report_json,
};
use cluster_atlas::domain::{ExpertiseBasis, Organisation, Vocabularies};
use support::{check_sums, fixture, found, vocabularies};

fn try_read(name: &str) -> Result<Loaded<Organisation>, DatasetError> {
    let loaded = read_organisations(&Fetched::opened(name, &fixture(name)), &vocabularies());
    if let Ok(loaded) = &loaded {
        check_sums(&loaded.report);
        assert_eq!(loaded.records.len(), loaded.report.loaded);
    }
    loaded
}

fn read(name: &str) -> Loaded<Organisation> {
    try_read(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn a_file_cut_short_says_so() {
    assert_eq!(try_read("cut-short.json"), Err(DatasetError::CutShort { file: "cut-short.json".into() }));
}

#[test]
fn broken_json_names_the_place() {
    let expected = DatasetError::NotJson { file: "not-json.json".into(), line: 2, column: 29 };
    assert_eq!(try_read("not-json.json"), Err(expected));
}

#[test]
fn another_version_is_named() {
    let expected = DatasetError::OtherVersion {
        file: "wrong-version.json".into(),
        found: "2".into(),
        supported: "1".into(),
    };
    assert_eq!(try_read("wrong-version.json"), Err(expected));
}

#[test]
fn another_format_is_not_read() {
    let expected = DatasetError::NotFormat { file: "wrong-format.json".into(), found: None };
    assert_eq!(try_read("wrong-format.json"), Err(expected));
    assert_eq!(try_read("no-records.json"), Err(DatasetError::NoRecords { file: "no-records.json".into() }));
    // A list instead of an object is JSON, but nothing of ours.
    let list = read_organisations(&Fetched::opened("a.json", b"[1, 2]"), &Vocabularies::default());
    assert_eq!(list, Err(DatasetError::NotFormat { file: "a.json".into(), found: None }));
}

#[test]
fn a_captive_portal_is_no_dataset() {
    let expected = DatasetError::Html { file: "captive-portal.html".into() };
    assert_eq!(try_read("captive-portal.html"), Err(expected));
}

#[test]
fn no_record_and_one_record_are_fine() {
    assert_eq!(read("zero-records.json").records.len(), 0);
    let one = read("one-record.json");
    assert_eq!((one.records.len(), one.report.findings.len()), (1, 0));
}

#[test]
fn every_field_is_read() {
    let loaded = read("organisations-every-field.json");
    assert_eq!(found(&loaded.report), [] as [&str; 0]);
    let shown = format!("{:?}", loaded.records[0]);
    assert!(!shown.contains("None") && !shown.contains("[]"), "a field was lost: {shown}");
}

#[test]
fn the_second_record_of_an_id_is_refused() {
    let loaded = read("duplicate-ids.json");
    assert_eq!(found(&loaded.report), ["#2 id: refused, duplicate-id: fr-fictional-optics"]);
    assert_eq!((loaded.report.read, loaded.report.loaded, loaded.report.refused), (3, 2, 1));
    assert_eq!(loaded.records[0].name, "Fictional Optics Cluster", "the first one stays");
}

#[test]
fn without_id_name_or_country_a_record_is_refused() {
    let loaded = read("missing-required.json");
    assert_eq!(
        found(&loaded.report),
        [
            "#1 id: refused, missing-id: ",
            "#2 id: refused, bad-id: has spaces",
            "no-name name: refused, missing-name: ",
            "no-country country: refused, missing-country: ",
            "bad-country country: refused, bad-country: France",
            "#6 : refused, not-an-object: not an object",
        ]
    );
    assert_eq!((loaded.report.read, loaded.report.loaded), (7, 1));
}

#[test]
fn coordinates_out_of_range_are_dropped() {
    let loaded = read("coordinates-out-of-range.json");
    assert_eq!(
        found(&loaded.report),
        [
            "lat-too-large location: dropped, out-of-range: 152.5, 13.4",
            "lon-too-large location: dropped, out-of-range: 52.5, 213.4",
        ]
    );
    assert_eq!(located(&loaded), ["good"]);
}

#[test]
fn swapped_coordinates_are_dropped_not_guessed() {
    let loaded = read("coordinates-swapped.json");
    assert_eq!(
        found(&loaded.report),
        [
            "swapped location: dropped, swapped-coordinates: 13.4105, 52.5244",
            "swapped-overseas location: dropped, swapped-coordinates: 55.45, -20.88",
        ]
    );
    assert_eq!(located(&loaded), ["good"]);
}

#[test]
fn far_points_are_dropped_unless_the_country_reaches_far() {
    let loaded = read("coordinates-far.json");
    assert_eq!(
        found(&loaded.report),
        [
            "null-island location: dropped, null-island: 0, 0",
            "far location: dropped, far-from-country: -33.9, 151.2",
            "overseas location: noted, far-from-country: -17.5, -149.6",
            "half location.lon: dropped, missing-coordinate: ",
        ]
    );
    assert_eq!(located(&loaded), ["overseas"]);
}

fn located(loaded: &Loaded<Organisation>) -> Vec<&str> {
    loaded
        .records
        .iter()
        .filter(|record| record.location.is_some())
        .map(|record| record.id.as_str())
        .collect()
}

#[test]
fn markup_is_text_and_stays_text() {
    let markup = r#"<img src=x onerror="alert(1)"><script>alert(1)</script>&lt;b&gt;"#;
    let loaded = read("hostile-markup.json");
    let record = &loaded.records[0];
    assert_eq!(record.name, format!("Fictional {markup}"));
    assert_eq!(record.city.as_deref(), Some(format!("Paris{markup}").as_str()));
    assert_eq!((&record.website, &record.email, &record.source), (&None, &None, &None));
    assert!(record.ecosystems.is_empty() && record.expertise.is_empty() && record.updated.is_none());
    let kinds: Vec<&str> = loaded.report.findings.iter().map(|finding| finding.kind.as_str()).collect();
    for kind in ["bad-term", "unknown-value", "bad-address", "bad-email", "bad-day"] {
        assert!(kinds.contains(&kind), "{kind} is not among {kinds:?}");
    }
}

#[test]
fn direction_overrides_and_null_bytes_are_taken_out_and_reported() {
    for name in ["hostile-direction.json", "hostile-null-bytes.json"] {
        let loaded = read(name);
        let shown = format!("{:?} {:?}", loaded.records[0], loaded.report);
        for hidden in ["\\u{202e}t", "\\u{2066}", "\\u{2069}", "\\u{200f}", "\\0", "\\u{7}", "\\u{1b}"] {
            // In the report they stand as visible escapes, which Debug doubles.
            let visible = shown.replace(&format!("\\{hidden}"), "");
            assert!(!visible.contains(hidden), "{name}: {hidden} in {visible}");
        }
        let hidden: Vec<&str> = loaded
            .report
            .findings
            .iter()
            .filter(|finding| finding.kind.as_str() == "hidden-characters")
            .map(|finding| finding.path.as_str())
            .collect();
        for path in ["name", "acronym", "city", "city_listed", "region.name", "summary.en", "source"] {
            assert!(hidden.contains(&path), "{name}: {path} is not among {hidden:?}");
        }
        let record = &loaded.records[0];
        let (_, summary) = record.summary.in_language("en").expect("a summary");
        assert!(summary.starts_with("First line") && summary.ends_with("\nsecond line"), "{summary}");
        assert!(record.website.is_none() && record.ecosystems.is_empty() && record.email.is_none());
    }
}

#[test]
fn a_name_of_a_megabyte_is_cut_and_reported() {
    for (letter, limit) in [("x", 300), ("é", 300), ("\u{202e}a", 300)] {
        let name = letter.repeat(1024 * 1024 / letter.len());
        let file = format!(
            r#"{{"format":"cluster-atlas/organisations/1","records":[{{"id":"long","name":"{name}","country":"FR"}}]}}"#
        );
        let loaded =
            read_organisations(&Fetched::opened("long.json", file.as_bytes()), &Vocabularies::default());
        let loaded = loaded.expect("readable");
        assert_eq!(loaded.records[0].name.chars().count(), limit);
        let finding = loaded.report.findings.last().expect("a finding");
        assert_eq!((finding.path.as_str(), finding.kind.as_str()), ("name", "too-long"));
        assert!(finding.value.len() < 1000, "the report quotes the beginning only");
    }
}

#[test]
fn addresses_that_run_scripts_are_refused() {
    let loaded = read("script-website.json");
    assert_eq!(
        found(&loaded.report),
        [
            "w0 website: dropped, unsafe-address: javascript:alert(1)",
            "w1 website: dropped, unsafe-address: JavaScript:alert(1)",
            "w2 website: dropped, unsafe-address: java\\nscript:alert(1)",
            "w3 website: dropped, unsafe-address: data:text/html,<script>alert(1)</script>",
            "w4 website: dropped, unsafe-address: vbscript:x",
            "w5 website: dropped, unsafe-address: file:///etc/passwd",
            "w6 website: dropped, bad-address: //fictional.example",
            "w7 website: dropped, bad-address: https://user@fictional.example",
        ]
    );
    let kept: Vec<_> = loaded.records.iter().filter_map(|record| record.website.as_ref()).collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].as_str(), "https://fictional.example/fine");
}

#[test]
fn unknown_terms_are_kept_and_reported() {
    let loaded = read("unknown-terms.json");
    assert_eq!(
        found(&loaded.report),
        [
            "fr-fictional-optics ecosystems[1]: noted, unknown-term: alchemy",
            "fr-fictional-optics expertise[0]: noted, unknown-term: perpetual-motion",
            "fr-fictional-optics region.code: noted, unknown-term: FR99",
            "de-fictional-water ecosystems[0]: dropped, bad-term: no spaces allowed",
            "de-fictional-water ecosystems[2]: dropped, duplicate-value: digital",
            "de-fictional-water ecosystems[3]: dropped, wrong-type: 7",
        ]
    );
    assert_eq!(loaded.records[0].ecosystems.len(), 2);
    assert_eq!(loaded.records[1].ecosystems.len(), 1);
}

#[test]
fn one_wrong_value_costs_that_value_only() {
    let loaded = read("wrong-types.json");
    assert_eq!(loaded.report.loaded, 1);
    assert_eq!(
        found(&loaded.report),
        [
            "types city: dropped, wrong-type: […]",
            "types location: dropped, wrong-type: 48.85,2.35",
            "types ecosystems: dropped, wrong-type: digital",
            "types expertise_basis: dropped, unknown-value: guessed",
            "types acronym: dropped, wrong-type: 5",
            "types kind: dropped, unknown-value: club",
            "types nace: dropped, wrong-type: {…}",
            "types members.total: dropped, out-of-range: -3",
            "types members.sme: dropped, wrong-type: many",
            "types members.large: dropped, wrong-type: 2.5",
            "types founded: dropped, out-of-range: 998",
            "types staff_fte: dropped, wrong-type: true",
            "types label.level: dropped, unknown-value: platinum",
            "types email: dropped, bad-email: nobody",
            "types summary: dropped, wrong-type: plain",
            "types updated: dropped, bad-day: 21.11.2026",
        ]
    );
    assert_eq!(loaded.records[0].members.research, Some(4));
}

#[test]
fn unknown_fields_are_reported_once_a_name() {
    let loaded = read("unknown-fields.json");
    assert_eq!(
        found(&loaded.report),
        [
            "fr-fictional-optics region.nuts: dropped, unknown-field: 3",
            "fr-fictional-optics phone: dropped, unknown-field: +33 1",
            "file comment: dropped, unknown-field: not part of the format",
        ]
    );
}

#[test]
fn defaults_count_wherever_they_stand() {
    let loaded = read("late-defaults.json");
    assert_eq!(found(&loaded.report), [] as [&str; 0]);
    let record = &loaded.records[0];
    assert_eq!(record.location.map(|location| location.precision.as_str()), Some("street"));
    assert_eq!(record.expertise_basis.map(ExpertiseBasis::as_str), Some("inferred"));
    assert_eq!(record.source.as_deref(), Some("eccp"));
}

#[test]
fn a_manifest_with_faults_is_used_as_far_as_it_goes() {
    let body = br#"{"format":"cluster-atlas/1","title":"A\u202eB","published":"soon","sources":[
        {"id":"a","name":"A","url":"javascript:alert(1)"},{"id":"a","name":"B"},{"name":"C"},{"id":"d"}],
        "collections":{"organisations":"organisations.json","calls":"javascript:alert(1)","events":"https://x.example/e.json"},
        "vocabularies":5}"#;
    let (manifest, report) = read_manifest(&Fetched::opened("atlas.json", body)).expect("readable");
    check_sums(&report);
    assert_eq!(manifest.title.as_deref(), Some("AB"));
    assert_eq!(manifest.sources.len(), 1);
    assert_eq!(manifest.collections.keys().collect::<Vec<_>>(), ["events", "organisations"]);
    let expected = [
        "file title: noted, hidden-characters: A\\u{202e}B",
        "file published: dropped, bad-day: soon",
        "a sources.url: dropped, unsafe-address: javascript:alert(1)",
        "#2 sources.id: refused, duplicate-id: a",
        "#3 sources.id: refused, missing-id: ",
        "d sources.name: refused, missing-name: ",
        "file collections.calls: dropped, unsafe-address: javascript:alert(1)",
        "file vocabularies: dropped, wrong-type: 5",
    ];
    assert_eq!(found(&report), expected);
}

#[test]
fn settings_with_faults_fall_back_one_by_one() {
    let body = br#"{"title":"","language":"klingon!","dataset":"javascript:x","tiles":{"url":"https://t.example/a.png"},
        "sign_up":{"delivery":"mail","to":"nobody"},"partner_requests":{"delivery":"endpoint","url":"https://x.example/p"},
        "embed_origins":["https://A.example/","https://b.example/path","javascript:x"],"kiosk":{"idle_seconds":5},"colour":"red"}"#;
    let (config, report) = read_config(&Fetched::opened("config.json", body)).expect("readable");
    assert_eq!(config.title, "Cluster Atlas");
    assert_eq!(config.language.as_str(), "en");
    assert_eq!(config.dataset, "data/atlas.json");
    assert_eq!(config.tiles, None);
    assert_eq!(config.embed_origins, ["https://a.example"]);
    assert_eq!(config.kiosk.usual.idle_seconds, 90);
    let kinds: Vec<&str> = report.findings.iter().map(|finding| finding.kind.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "bad-code",
            "unsafe-address",
            "bad-address",
            "bad-email",
            "bad-address",
            "bad-address",
            "unsafe-address",
            "out-of-range",
            "unknown-field"
        ]
    );
}

#[test]
fn a_report_is_a_table_and_a_document() {
    let report = read("duplicate-ids.json").report;
    let table = write_report_csv(std::slice::from_ref(&report));
    assert!(table.contains(
        "duplicate-ids.json,,0,,,counts,\"read 3, loaded 2, refused 1, findings not listed 0\"\r\n"
    ));
    assert!(table.contains("duplicate-ids.json,#2,2,id,refused,duplicate-id,fr-fictional-optics\r\n"));
    let document: serde_json::Value = serde_json::from_str(&write_report_json(&[report])).expect("JSON");
    assert_eq!(document[0]["refused"], 1);
    assert_eq!(document[0]["findings"][0]["kind"], "duplicate-id");
}
