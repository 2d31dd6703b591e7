//! What the index costs: building it, one change of a filter with all counts, one text query, the bubbles of a
//! filtered set, one suggestion. Run with `cargo bench --bench explore`; only ratios within one run mean anything.

use std::hint::black_box;

use cluster_atlas::dataset::synth::organisations;
use cluster_atlas::domain::Point;
use cluster_atlas::explore::{Bounds, Choice, FacetId, Index, Near, Query, Sort, Synonyms, Viewport};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};

/// A label for every value, as vocabularies have.
fn labels(_facet: FacetId, value: &str, visit: &mut dyn FnMut(&str)) {
    visit(value);
}

fn choice(facet: FacetId, any_of: &[&str]) -> Choice {
    Choice::any_of(facet, any_of.iter().map(|&value| value.to_owned()).collect())
}

fn explore(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("explore");
    group.sample_size(20);
    for count in [1_445, 10_000, 100_000] {
        let records = organisations(count, 1);
        group.bench_with_input(BenchmarkId::new("build", count), &records, |bencher, records| {
            bencher.iter_batched(
                || records.clone(),
                |records| Index::build(records, &labels),
                BatchSize::LargeInput,
            );
        });
        let mut index = Index::build(records, &labels);
        let countries = choice("country", &["DE", "FR", "IT"]);
        let expertise = choice("expertise", &["photonics", "ict-software"]);
        let text = |text: &str| Query { text: text.to_owned(), ..Query::default() };
        let paris = Near { point: Point::new(48.85, 2.35).expect("in range"), km: 300.0 };
        let queries = [
            ("everything", Query::default()),
            ("one facet", Query { facets: vec![countries.clone()], ..Query::default() }),
            ("two facets", Query { facets: vec![countries, expertise.clone()], ..Query::default() }),
            (
                "by expertise",
                Query { facets: vec![expertise], sort: Sort::Facet("country"), ..Query::default() },
            ),
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
                bencher.iter(|| index.suggest(black_box(typed), &Synonyms::default(), 8));
            });
        }
        group.bench_function(BenchmarkId::new("coverage", count), |bencher| {
            bencher.iter(|| index.coverage(&all, "expertise", "region"));
        });
        group.bench_function(BenchmarkId::new("labels", count), |bencher| {
            bencher.iter(|| index.set_labels(&labels));
        });
    }
    group.finish();
}

criterion_group!(benches, explore);
criterion_main!(benches);
