//! The data that the page is shipped with: complete, clean, and as its schema says.

#[path = "published_data/platform.rs"]
mod platform;
#[path = "published_data/records.rs"]
mod records;
#[path = "published_data/schemas.rs"]
mod schemas;
#[path = "published_data/whole.rs"]
mod whole;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cluster_atlas::dataset::{Fetched, read_manifest, read_vocabularies, vocabularies_file};
use cluster_atlas::domain::{Figure, Term, Vocabularies};

use platform::{
    count_events, count_networks, count_policies, count_resources, events, networks, policies, resources,
};
use records::{
    calls, count_calls, count_organisations, count_trainings, organisations, partner_requests, trainings,
};

fn public(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name)
}

fn read(name: &str) -> String {
    let path = public(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// How many there are of everything, by collection: one snapshot for all tests, those in the browser too. It says that
/// nothing was lost on the way; the data may change, and then it is renewed.
type Counts = BTreeMap<&'static str, usize>;

#[test]
fn what_is_published_is_counted() {
    let counted: BTreeMap<&str, Counts> = BTreeMap::from([
        ("calls", count_calls(&calls().records)),
        ("events", count_events(&events().records)),
        ("organisations", count_organisations(&organisations().records)),
        ("networks", count_networks(&networks().records)),
        ("partner_requests", Counts::from([("all", partner_requests().records.len())])),
        ("policies", count_policies(&policies().records)),
        ("resources", count_resources(&resources().records)),
        ("trainings", count_trainings(&trainings().records)),
        ("vocabularies", count_terms(&vocabularies())),
    ]);
    let text = serde_json::to_string_pretty(&counted).expect("JSON") + "\n";
    let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published/counts.json");
    if std::env::var_os("RENEW_COUNTS").is_some() {
        fs::write(&snapshot, &text).expect("the snapshot can be written");
    }
    let known = fs::read_to_string(&snapshot).expect("tests/published/counts.json");
    assert_eq!(
        text, known,
        "the published data has other counts than tests/published/counts.json; if that is as it should be, run \
         `RENEW_COUNTS=1 cargo test --test published_data` and commit the file"
    );
}

fn vocabularies() -> Vocabularies {
    let file = read("data/vocabularies.json");
    let fetched = Fetched::opened("vocabularies.json", file.as_bytes());
    let (vocabularies, report) = read_vocabularies(&fetched).expect("readable");
    assert_eq!(report.findings, []);
    vocabularies
}

/// Every term that has a label.
fn terms(vocabularies: &Vocabularies) -> impl Iterator<Item = &Term> {
    let Vocabularies {
        ecosystems,
        expertise,
        audiences,
        purposes,
        training_audiences,
        training_topics,
        themes,
        ..
    } = vocabularies;
    let groups = vocabularies.country_groups.iter().map(|group| &group.term);
    [ecosystems, expertise, audiences, purposes, training_audiences, training_topics, themes]
        .into_iter()
        .flatten()
        .chain(groups)
}

fn count_terms(vocabularies: &Vocabularies) -> Counts {
    Counts::from([
        ("ecosystems", vocabularies.ecosystems.len()),
        ("expertise", vocabularies.expertise.len()),
        ("regions", vocabularies.regions.len()),
    ])
}

#[test]
fn every_term_has_a_label_in_every_language() {
    let vocabularies = vocabularies();
    for term in terms(&vocabularies) {
        for language in ["en", "de", "fr"] {
            let label = term.label.in_language(language);
            assert_eq!(label.map(|(tag, _)| tag.as_str()), Some(language), "{}", term.id);
        }
    }
    assert_eq!(vocabularies_file(&vocabularies), read("data/vocabularies.json"));
}

/// Every source is an address, or one that the manifest names.
fn check_sources<'a>(sources: impl Iterator<Item = &'a String>) {
    let file = read("data/atlas.json");
    let (manifest, _) = read_manifest(&Fetched::opened("atlas.json", file.as_bytes())).expect("readable");
    for source in sources {
        assert!(source.contains("://") || manifest.source(source).is_some(), "{source}");
    }
}

/// No link leads to a copy of an official page.
fn check_figures<'a>(figures: impl Iterator<Item = &'a Figure>) {
    for source in figures.filter_map(|figure| figure.source.as_ref()) {
        assert!(!source.as_str().contains("hosted-temp"), "{source}");
    }
}
