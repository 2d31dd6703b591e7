//! Cells as people write them.

use cluster_atlas::dataset::{
    Fetched, FindingKind, ImportOptions, Loaded, import_calls, import_organisations, organisations_csv,
    read_organisations,
};
use cluster_atlas::domain::{Call, Organisation, TermId, Vocabularies};

use super::support::{check_sums, note, vocabularies};
use super::{calls, import, names, of_kind, try_import};

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
fn an_organisation_without_a_point_is_placed_in_the_town_that_it_names() {
    let table = "name,country,city,lat,lon\nAlpha,DE,Hanover,,\nBeta,Germany,Frankfurt,,\nGamma,AT,Hannover,,\n\
        Delta,DE,Hannover,52.3,9.8\nEpsilon,DE,,,\n";
    let towns = "Frankfurt\tDE\t50.1\t8.7\nFrankfurt\tDE\t52.3\t14.5\nHannover\tDE\t52.37\t9.73\n";
    let other = |name: &str| match name {
        "towns.txt" => Some(towns.as_bytes().to_vec()),
        "synonyms.txt" => Some(b"Hannover|Hanover".to_vec()),
        _ => None,
    };
    let options = ImportOptions::default().with_towns(&other);
    let loaded = import_organisations("o.csv", table.as_bytes(), &options, &Vocabularies::default());
    let loaded = loaded.expect("a table");
    let place = |record: &Organisation| record.location.map(|at| (at.point.lat(), at.precision.as_str()));
    let places: Vec<_> = loaded.records.iter().map(place).collect();
    // Of two towns of one name nobody can say which it is, and one of another country is none; a point stays as it is.
    assert_eq!(places, [Some((52.37, "city")), None, None, Some((52.3, "region")), None]);
    let said = loaded.report.findings.iter().filter(|finding| finding.kind == FindingKind::PlacedByTown);
    let said: Vec<_> = said.map(|finding| (finding.row, finding.value.as_str())).collect();
    assert_eq!(said, [(2, "Hanover")]);
    // What was exported without a point comes back without one.
    let bare = organisations_csv(&loaded.records[1..3].iter().collect::<Vec<_>>(), &note());
    let again = import_organisations("o.csv", bare.as_bytes(), &options, &Vocabularies::default());
    assert_eq!(again.expect("a table").records, loaded.records[1..3]);
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

fn table(text: &str) -> Loaded<Organisation> {
    let read = import_organisations("o.csv", text.as_bytes(), &ImportOptions::default(), &vocabularies());
    let loaded = read.expect("a table");
    check_sums(&loaded.report);
    loaded
}

#[test]
fn what_nobody_sees_is_taken_out_and_told() {
    let loaded = table(
        "name,country,website,summary_en\nPho\u{ad}to\u{200b}nics\u{2060},DE,https://a\u{200b}.example,Li\u{ad}ght\n",
    );
    let record = &loaded.records[0];
    let website = record.website.as_ref().map(ToString::to_string);
    assert_eq!((record.name.as_str(), website.as_deref()), ("Photonics", Some("https://a.example")));
    assert_eq!(record.summary.in_language("en").map(|(_, text)| text), Some("Light"));
    assert_eq!(of_kind(&loaded, FindingKind::HiddenCharacters).len(), 3);
}

#[test]
fn addresses_that_lead_nowhere_are_dropped_or_told() {
    use FindingKind::{BadAddress, CompletedAddress, Mended, PrivateAddress};
    for (cell, address, kind) in [
        ("logos/wood.png", None, Some(BadAddress)),
        ("http://x..example", None, Some(BadAddress)),
        ("https://x.example/<id>", Some("https://x.example/<id>"), None),
        ("x.example/path?a=1&amp;b=2", Some("https://x.example/path?a=1&b=2"), Some(Mended)),
        ("x.example", Some("https://x.example"), Some(CompletedAddress)),
        ("https://x", Some("https://x"), Some(PrivateAddress)),
        ("http://localhost/x", Some("http://localhost/x"), Some(PrivateAddress)),
        ("http://192.168.0.1/", Some("http://192.168.0.1/"), Some(PrivateAddress)),
    ] {
        let loaded = table(&format!("name,country,website\nA,DE,{cell}\n"));
        let website = loaded.records[0].website.as_ref().map(ToString::to_string);
        assert_eq!(website.as_deref(), address, "{cell}");
        if let Some(kind) = kind {
            assert_eq!(of_kind(&loaded, kind).len(), 1, "{cell}");
        } else {
            assert!(loaded.report.findings.iter().all(|finding| finding.path != "website"), "{cell}");
        }
    }
}

#[test]
fn countries_that_contradict_each_other_are_refused_with_proposals() {
    let loaded = table(
        "name,country\nA,Congo (DRC)\nB,\"Congo, Dem. Rep.\"\nC,Germany (Austria)\nD,D\nE,\"Germany, Bavaria\"\nF,Congo (East)\n",
    );
    let codes: Vec<&str> = loaded.records.iter().map(|record| record.country.as_str()).collect();
    assert_eq!(codes, ["CD", "CD", "DE", "DE"]);
    let proposed = of_kind(&loaded, FindingKind::ProposedCountry);
    assert_eq!(proposed.len(), 2, "{proposed:?}");
    assert!(proposed[0].contains("DE, AT") && proposed[1].contains("CG, CD"), "{proposed:?}");
}

#[test]
fn a_whole_pair_in_the_column_of_one_half_is_both() {
    let loaded = table(
        "name,country,precision,lat,lon\nA,FR,street,\"48.6292, 2.4278\",\nB,FR,,48° 37' 45\"\" N 2° 25' 40\"\" E,\n\
         C,FR,,\"2.4278 E, 48.6292 N\",\"2.4278 E, 48.6292 N\"\nD,FR,,\"48.6292, 2.4278\",9\n",
    );
    let place = |record: &Organisation| record.location.map(|at| (at.point.lat(), at.point.lon()));
    let places: Vec<_> = loaded.records.iter().map(place).collect();
    assert_eq!(
        places,
        [Some((48.6292, 2.4278)), Some((48.629_166_7, 2.427_777_8)), Some((48.6292, 2.4278)), None]
    );
}

#[test]
fn values_that_spreadsheets_have_changed_are_mended_or_dropped() {
    let loaded = table(
        "name,country,Telefon,members_total,founded,updated\n\
         A,DE,\"=\"\"0431\"\"\",\"1,234\",ok. 2001,1798675200\nB,DE,\"4,91E+11\",120 Mitglieder,unbekannt,\n",
    );
    let [a, b] = &loaded.records[..] else { panic!("two records") };
    let telephone = |record: &Organisation| record.own.first().map(|(_, value)| format!("{value:?}"));
    assert_eq!((telephone(a).as_deref(), telephone(b)), (Some("Line(\"0431\")"), None));
    assert_eq!((a.members.total, b.members.total), (Some(1234), Some(120)));
    assert_eq!((a.founded, b.founded), (Some(2001), None));
    assert_eq!(a.updated.map(|day| day.to_string()).as_deref(), Some("2026-12-31"));
    assert_eq!(of_kind(&loaded, FindingKind::RoundedNumber).len(), 1);
    assert_eq!(of_kind(&loaded, FindingKind::Mended).len(), 5);
}

#[test]
fn the_union_is_a_group_before_there_are_any() {
    let table = "title,eligible_countries\nA,Europäische Union\nB,Union européenne\nC,\"EU, Norway\"\n";
    let read = import_calls("c.csv", table.as_bytes(), &ImportOptions::default(), &Vocabularies::default());
    for call in read.expect("a table").records {
        let groups: Vec<&str> = call.eligibility.groups.iter().map(TermId::as_str).collect();
        assert_eq!(groups, ["eu"], "{}", call.title);
    }
}

#[test]
fn a_foundation_in_the_future_is_told() {
    let options = ImportOptions::default().with_today("2026-06-01".parse().expect("a day"));
    let table = "name,country,founded\nA,DE,2030\nB,DE,2026\n";
    let loaded = import_organisations("o.csv", table.as_bytes(), &options, &vocabularies()).expect("a table");
    assert_eq!(of_kind(&loaded, FindingKind::Contradiction), ["2: de-a founded: noted, contradiction: 2030"]);
}
