//! What ties records of different collections, and figures that sources state.

use super::{RecordId, WebAddress};

/// Records of other collections that belong to one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// Open calls.
    pub calls: Vec<RecordId>,
    /// Trainings.
    pub trainings: Vec<RecordId>,
    /// Events.
    pub events: Vec<RecordId>,
    /// Networks.
    pub networks: Vec<RecordId>,
    /// Policies.
    pub policies: Vec<RecordId>,
    /// Resources.
    pub resources: Vec<RecordId>,
}

/// A figure, or another fact in a few words, with what has to be known to read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// How many, or what.
    pub value: FigureValue,
    /// In what unit.
    pub unit: Option<String>,
    /// The time that it speaks of, as its source writes it.
    pub as_of: Option<String>,
    /// What is to be known of it.
    pub note: Option<String>,
    /// Where it is from, where not from the record's own sources.
    pub source: Option<WebAddress>,
}

/// What a figure says.
#[derive(Debug, Clone, PartialEq)]
pub enum FigureValue {
    /// A number.
    Number(f64),
    /// Words.
    Words(String),
}
