//! One synthetic dataset with its index, and the questions that are put to it.
//!
//! Every method that is measured does its work once and returns a number that depends on it. Nothing crosses to
//! JavaScript but that number, because in the app the interface is on this side too.

use std::collections::HashMap;

use cluster_atlas::dataset::{organisations_file, synth};
use cluster_atlas::domain::{Location, Organisation, Point, Vocabularies};
use cluster_atlas::explore::{Bounds, Choice, FacetId, Index, Outcome, Query, Record, Viewport};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

/// A question as the page writes it down; also a filter alone or a text alone.
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
struct Question {
    text: String,
    filters: HashMap<String, Vec<String>>,
}

/// What the page compares with the peers' answers.
#[derive(Serialize)]
struct Answer<'a> {
    matches: usize,
    located: u32,
    /// Facet, value, count; values that nothing has are left out.
    counts: HashMap<&'a str, HashMap<&'a str, u32>>,
    /// The matches by id, in order.
    ids: Vec<&'a str>,
}

/// A synthetic dataset and its index.
#[wasm_bindgen]
pub struct World {
    records: Vec<Organisation>,
    /// Labels of facet values, by facet.
    labels: HashMap<FacetId, HashMap<String, String>>,
    waiting: Vec<Organisation>,
    index: Option<Index<Organisation>>,
    queries: Vec<Query>,
    view: Viewport,
    shown: Option<Outcome>,
}

#[wasm_bindgen]
impl World {
    /// Invents `count` records. With `own_points` every located record is moved a little, to a point of its own.
    #[wasm_bindgen(constructor)]
    pub fn new(count: usize, seed: u32, own_points: bool) -> Self {
        let mut records = synth::organisations(count, seed.into());
        if own_points {
            records.iter_mut().enumerate().for_each(|(number, record)| scatter(number, record));
        }
        let world = Bounds { west: -180.0, south: -85.0, east: 180.0, north: 85.0 };
        Self {
            records,
            labels: HashMap::new(),
            waiting: Vec::new(),
            index: None,
            queries: Vec::new(),
            view: Viewport { bounds: world, zoom: 0 },
            shown: None,
        }
    }

    /// The records as a published file, for the peers.
    pub fn records(&self) -> String {
        let records: Vec<&Organisation> = self.records.iter().collect();
        organisations_file(&records, &Vocabularies::default())
    }

    /// The labels of one facet's values, as a JSON object; they find records too.
    pub fn set_labels(&mut self, facet: &str, labels: &str) {
        let labels = serde_json::from_str(labels).expect("an object of strings");
        self.labels.insert(facet_named(facet), labels);
    }

    /// Copies the records that the next [`World::build`] takes, and lets go of the index there is.
    pub fn prepare(&mut self) {
        self.index = None;
        self.shown = None;
        self.waiting = self.records.clone();
    }

    /// Builds the index; how many records it holds.
    pub fn build(&mut self) -> usize {
        let labels = &self.labels;
        let visit_label = |facet: FacetId, value: &str, visit: &mut dyn FnMut(&str)| {
            if let Some(label) = labels.get(facet).and_then(|labels| labels.get(value)) {
                visit(label);
            }
        };
        let index = Index::build(std::mem::take(&mut self.waiting), &visit_label);
        let records = index.records().len();
        self.index = Some(index);
        records
    }

    /// Notes a question, as JSON; its number.
    pub fn ask(&mut self, question: &str) -> usize {
        let question: Question = serde_json::from_str(question).expect("a question");
        let choice = |(facet, any_of): (String, Vec<String>)| Choice::any_of(facet_named(&facet), any_of);
        let facets = question.filters.into_iter().map(choice).collect();
        self.queries.push(Query { text: question.text, facets, ..Query::default() });
        self.queries.len() - 1
    }

    /// What [`World::bubbles`] looks at.
    pub fn look_at(&mut self, west: f64, south: f64, east: f64, north: f64, zoom: u8) {
        self.view = Viewport { bounds: Bounds { west, south, east, north }, zoom };
    }

    /// Measured: matches in order and all counts of one question; how many matches.
    pub fn run(&self, question: usize) -> usize {
        self.outcome(question).rows.len()
    }

    /// Measured: the same and the map's bubbles; how many bubbles.
    pub fn run_and_bubbles(&self, question: usize) -> usize {
        self.index().bubbles(&self.outcome(question), &self.view).len()
    }

    /// Keeps the outcome that [`World::bubbles`] draws.
    pub fn show(&mut self, question: usize) {
        self.shown = Some(self.outcome(question));
    }

    /// Measured: the bubbles of the outcome that is shown; how many.
    pub fn bubbles(&self) -> usize {
        self.shown.as_ref().map_or(0, |outcome| self.index().bubbles(outcome, &self.view).len())
    }

    /// How many records are in the bubbles of the outcome that is shown.
    pub fn in_bubbles(&self) -> u32 {
        let bubbles = self.shown.as_ref().map(|outcome| self.index().bubbles(outcome, &self.view));
        bubbles.iter().flatten().map(|bubble| bubble.count).sum()
    }

    /// The whole answer to one question, as JSON.
    pub fn answer(&self, question: usize) -> String {
        let index = self.index();
        let outcome = self.outcome(question);
        let counts = Organisation::FACETS.iter().map(|facet| {
            let counts = outcome.counts.of(facet.id).iter().copied();
            let values = index.values(facet.id).iter().map(String::as_str).zip(counts);
            (facet.id, values.filter(|&(_, count)| count > 0).collect())
        });
        let answer = Answer {
            matches: outcome.rows.len(),
            located: outcome.located,
            counts: counts.collect(),
            ids: outcome.rows.iter().map(|&row| index.records()[row as usize].id()).collect(),
        };
        serde_json::to_string(&answer).expect("an answer is plain data")
    }
}

impl World {
    fn index(&self) -> &Index<Organisation> {
        self.index.as_ref().expect("the index is built before it is asked")
    }

    fn outcome(&self, question: usize) -> Outcome {
        self.index().run(&self.queries[question])
    }
}

fn facet_named(name: &str) -> FacetId {
    let facet = Organisation::FACETS.iter().find(|facet| facet.id == name);
    facet.expect("a facet of organisations").id
}

/// Moves a record by up to a tenth of a degree, so that no two share a point.
fn scatter(number: usize, record: &mut Organisation) {
    let Some(Location { point, precision }) = record.location else { return };
    // Steps of the golden ratio and its like fill a square evenly, and never meet.
    let unit = |step: f64| (number as f64 * step).fract() - 0.5;
    let (lat, lon) = (point.lat() + unit(0.754_877_666) / 5.0, point.lon() + unit(0.569_840_296) / 5.0);
    record.location = Point::new(lat, lon).ok().map(|point| Location { point, precision });
}
