//! What `bench/run.mjs` writes down. Times are in milliseconds per piece of work.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Everything that one run of the browser measured.
#[derive(Deserialize)]
pub struct Figures {
    pub browser: String,
    pub quick: bool,
    pub runs: Runs,
    pub processor: String,
    pub processors: usize,
    /// The peers' versions by package name.
    pub peers: BTreeMap<String, String>,
    /// The smallest step of the clock.
    pub clock_ms: f64,
    pub sizes: Vec<Dataset>,
}

/// How often everything was measured.
#[derive(Deserialize)]
pub struct Runs {
    pub building: usize,
    pub asking: usize,
}

/// One dataset, as invented and with every record on a point of its own.
#[derive(Deserialize)]
pub struct Dataset {
    pub records: usize,
    /// How many different places the records are in.
    pub places: usize,
    pub build: Sides,
    pub filter: BTreeMap<String, Sides>,
    pub text: Sides,
    pub map: BTreeMap<String, Map>,
    pub check: Vec<Check>,
    pub own_points: OwnPoints,
}

/// The same dataset with every record on a point of its own.
#[derive(Deserialize)]
pub struct OwnPoints {
    pub map: BTreeMap<String, Map>,
}

/// A filtered set that is clustered.
#[derive(Deserialize)]
pub struct Map {
    pub points: usize,
    pub times: Sides,
}

/// Who did the work, and how long it took.
pub type Sides = BTreeMap<String, Time>;

/// The runs of one side.
#[derive(Deserialize, Clone, Copy)]
pub struct Time {
    /// The very first call, before any warming up.
    pub first: f64,
    pub median: f64,
    /// A quarter of the runs took less.
    pub low: f64,
    /// A quarter of the runs took more.
    pub high: f64,
}

/// One question whose answers were compared.
#[derive(Deserialize)]
pub struct Check {
    pub kind: String,
    pub what: serde_json::Value,
    pub ours: u64,
    pub peers: u64,
    pub same: bool,
    pub differs: String,
}
