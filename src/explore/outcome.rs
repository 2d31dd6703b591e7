//! The answer to a query.

use super::{Bits, FacetId};

/// The answer to a query: the matches in order, and the counts that go with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Row numbers of the matches, in the order asked for.
    pub rows: Vec<u32>,
    /// The same matches as a set of rows.
    pub matched: Bits,
    /// For every facet and every value of it: how many records would match with this value alone chosen in the facet
    /// and all else as it is.
    pub counts: Counts,
    /// Matches with a place.
    pub located: u32,
    /// Matches without a place.
    pub unlocated: u32,
    /// Words that nothing has, and the similar words that were taken instead or are offered.
    pub similar: Vec<Similar>,
}

/// Counts of the values of facets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(pub(super) Vec<(FacetId, Vec<u32>)>);

impl Counts {
    /// The counts of a facet's values, by their positions in `Index::values`; none for a facet that the records do not
    /// have.
    pub fn of(&self, facet: FacetId) -> &[u32] {
        self.0.iter().find(|(id, _)| *id == facet).map_or(&[], |(_, counts)| counts)
    }
}

/// A word of the query that no record has, and what is like it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// The word as it was asked, folded.
    pub asked: String,
    /// Words one slip away, at most five, most frequent first; empty where there is none.
    pub found: Vec<String>,
    /// Whether they were searched for instead. A word that begins with another letter is likely to be another word
    /// ("Cologne" is no "Pologne"): it is offered, and nothing is found in the meantime.
    pub taken: bool,
}

/// A rectangle of the map and the zoom it is seen at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// What is visible.
    pub bounds: super::Bounds,
    /// The zoom level: the world is 256 × 2^zoom pixels wide (Web Mercator).
    pub zoom: u8,
}

/// What the map draws in one spot: one record, many records near each other, or many on exactly one point.
#[derive(Debug, Clone, PartialEq)]
pub struct Bubble {
    /// The mean of its members' places in Web Mercator, as latitude and longitude in degrees.
    pub lat: f64,
    /// See `lat`.
    pub lon: f64,
    /// How many records; never 0.
    pub count: u32,
    /// What a click does.
    pub kind: BubbleKind,
}

/// What stands behind a bubble.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BubbleKind {
    /// A single record, by row.
    One(u32),
    /// Several records on exactly one point: zooming in cannot part them, so a click lists them.
    SamePoint(u32),
    /// Several points: a click zooms to them.
    Several(super::Bounds),
}

/// A cross table of two facets over the matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Positions of the row facet's values, as in `Index::values`, all of them.
    pub rows: usize,
    /// How many values the column facet has.
    pub columns: usize,
    /// Counts, row by row; zeros are there.
    pub cells: Vec<u32>,
    /// Matches that have each value of the row facet: less than the sum of its cells where a match has several columns.
    pub row_totals: Vec<u32>,
    /// The same for the column facet.
    pub column_totals: Vec<u32>,
    /// Matches without any value in the row facet.
    pub without_row: u32,
    /// Matches without any value in the column facet.
    pub without_column: u32,
}
