//! What the index costs: building it, one change of a filter with all counts, one text query, the bubbles of a
//! filtered set, one suggestion. Run with `cargo bench --bench explore`; only ratios within one run mean anything.

use std::hint::black_box;

use cluster_atlas::domain::{CountryCode, Location, Organisation, Point, Precision, Region, TermId};
use cluster_atlas::explore::{Bounds, Choice, Index, Near, Query, Sort, Viewport};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};

/// The next number of a fixed sequence (`splitmix64`).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = (*state ^ *state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ mixed >> 31
}

/// A number below `count`, small ones far more often.
fn skewed(state: &mut u64, count: usize) -> usize {
    let unit = (next(state) >> 11) as f64 / (1_u64 << 53) as f64;
    (unit * unit * unit * count as f64) as usize
}

/// A word of two to four syllables; low numbers are frequent.
fn word(state: &mut u64, count: usize) -> String {
    const SYLLABLES: [&str; 32] = [
        "pho", "to", "ni", "cs", "agri", "tech", "clus", "ter", "bio", "med", "ene", "rgie", "digi", "tal",
        "ma", "ri", "ti", "me", "food", "lab", "auto", "mo", "tive", "inno", "va", "tion", "net", "werk",
        "pô", "le", "san", "té",
    ];
    let mut number = skewed(state, count) as u64;
    let mut word = String::new();
    for _ in 0..2 + number % 3 {
        word.push_str(SYLLABLES[next(&mut number) as usize % SYLLABLES.len()]);
    }
    word
}

fn organisations(count: usize) -> Vec<Organisation> {
    let state = &mut 1;
    let term = |text: String| text.parse::<TermId>().expect("a term");
    let towns: Vec<Point> = (0..(count * 2 / 5).max(1))
        .map(|_| {
            let unit = |state: &mut u64| (next(state) >> 11) as f64 / (1_u64 << 53) as f64;
            Point::new(36.0 + unit(state) * 30.0, -9.0 + unit(state) * 40.0).expect("in range")
        })
        .collect();
    let make = |at: usize| {
        let country = skewed(state, 46);
        let letter = |number: usize| char::from(b'A' + number as u8);
        let code = format!("{}{}", letter(country / 26), letter(country % 26));
        let town = skewed(state, towns.len());
        let region = format!("{code}{:02}", town % 30);
        let name: Vec<String> = (0..2 + next(state) % 5).map(|_| word(state, 2 + count / 2)).collect();
        let terms = |state: &mut u64, kind: &str, most: u64, of: usize| -> Vec<TermId> {
            (0..next(state) % (most + 1)).map(|_| term(format!("{kind}-{}", skewed(state, of)))).collect()
        };
        let located = !next(state).is_multiple_of(22);
        Organisation {
            id: format!("o-{at}").parse().expect("an id"),
            name: name.join(" "),
            acronym: None,
            kind: cluster_atlas::domain::OrganisationKind::default(),
            country: code.parse::<CountryCode>().expect("a country"),
            city: Some(word(state, 1 + count / 4)),
            city_listed: None,
            region: Some(Region { code: region.parse().ok(), name: Some(word(state, 300)) }),
            location: located.then(|| Location { point: towns[town], precision: Precision::City }),
            ecosystems: terms(state, "ecosystem", 2, 14),
            expertise: terms(state, "expertise", 3, 45),
            expertise_basis: None,
            nace: Vec::new(),
            members: cluster_atlas::domain::Members { total: Some(at as u32 % 300), ..Default::default() },
            founded: None,
            staff_fte: None,
            label: None,
            website: None,
            email: None,
            summary: cluster_atlas::domain::LocalText::default(),
            updated: None,
            source: None,
        }
    };
    (0..count).map(make).collect()
}

/// A label for every value, as vocabularies have.
fn labels(_facet: usize, value: &str, visit: &mut dyn FnMut(&str)) {
    visit(value);
}

fn choice(facet: usize, any_of: &[&str]) -> Choice {
    Choice { facet, any_of: any_of.iter().map(|&value| value.to_owned()).collect() }
}

fn explore(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("explore");
    group.sample_size(20);
    for count in [1_445, 10_000, 100_000] {
        let records = organisations(count);
        group.bench_with_input(BenchmarkId::new("build", count), &records, |bencher, records| {
            bencher.iter_batched(
                || records.clone(),
                |records| Index::build(records, &labels),
                BatchSize::LargeInput,
            );
        });
        let mut index = Index::build(records, &labels);
        let countries = choice(0, &["AA", "AB", "AC"]);
        let expertise = choice(3, &["expertise-1", "expertise-4"]);
        let text = |text: &str| Query { text: text.to_owned(), ..Query::default() };
        let paris = Near { point: Point::new(48.85, 2.35).expect("in range"), km: 300.0 };
        let queries = [
            ("everything", Query::default()),
            ("one facet", Query { facets: vec![countries.clone()], ..Query::default() }),
            ("two facets", Query { facets: vec![countries, expertise.clone()], ..Query::default() }),
            ("by expertise", Query { facets: vec![expertise], sort: Sort::Facet(0), ..Query::default() }),
            ("near", Query { near: Some(paris), ..Query::default() }),
            ("text letter", text("p")),
            ("text word", text("photonics")),
            ("text words", text("clus pole")),
            ("text slip", text("phtonics")),
        ];
        for (name, query) in &queries {
            group.bench_with_input(BenchmarkId::new(*name, count), query, |bencher, query| {
                bencher.iter(|| index.run(black_box(query)));
            });
        }
        let world =
            Viewport { bounds: Bounds { west: -180.0, south: -85.0, east: 180.0, north: 85.0 }, zoom: 3 };
        let view = Viewport { bounds: Bounds { west: -10.0, south: 35.0, east: 30.0, north: 66.0 }, zoom: 5 };
        let close = Viewport { bounds: Bounds { west: 0.0, south: 45.0, east: 10.0, north: 50.0 }, zoom: 8 };
        let filtered = index.run(&queries[1].1);
        let all = index.run(&Query::default());
        for (name, outcome, view) in [
            ("bubbles world", &all, world),
            ("bubbles Europe filtered", &filtered, view),
            ("bubbles close", &all, close),
        ] {
            group.bench_function(BenchmarkId::new(name, count), |bencher| {
                bencher.iter(|| index.bubbles(outcome, black_box(&view)));
            });
        }
        for (name, typed) in
            [("suggest letter", "p"), ("suggest word", "photo"), ("suggest slip", "phtonics")]
        {
            group.bench_function(BenchmarkId::new(name, count), |bencher| {
                bencher.iter(|| index.suggest(black_box(typed), 8));
            });
        }
        group.bench_function(BenchmarkId::new("coverage", count), |bencher| {
            bencher.iter(|| index.coverage(&all, 3, 1));
        });
        group.bench_function(BenchmarkId::new("labels", count), |bencher| {
            bencher.iter(|| index.set_labels(&labels));
        });
    }
    group.finish();
}

criterion_group!(benches, explore);
criterion_main!(benches);
