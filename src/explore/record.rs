//! What a kind of record has to tell so that it can be found.

use crate::domain::Point;

/// A kind of record that the index can hold: its facets, its numbers, its text and its place.
///
/// Everything in `explore` is written over this trait; a new kind of record implements it and gets the same
/// search, counts, list and map as every other.
pub trait Record {
    /// The facets of this kind, in the order that [`Record::facet_values`] numbers them.
    const FACETS: &'static [Facet];
    /// The names of the numeric fields, in the order that [`Record::number`] numbers them.
    const NUMBERS: &'static [&'static str];

    /// The identifier, unique in the collection.
    fn id(&self) -> &str;
    /// The name that the list sorts by.
    fn title(&self) -> &str;
    /// Visits every value the record has in one facet; none for [`FacetKind::Has`] when it has not.
    fn facet_values<'a>(&'a self, facet: usize, visit: &mut dyn FnMut(&'a str));
    /// A numeric field, `None` where unknown.
    fn number(&self, field: usize) -> Option<f64>;
    /// Visits every searchable text with the weight its words carry in ranking (a name 4, a place 1).
    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32));
    /// The place on the map, `None` where unknown.
    fn point(&self) -> Option<Point>;
    /// Where the record stands in the order of its own kind, least first (calls by what closes next); records that
    /// stand alike are by title, as all are where a kind has no such order.
    fn order(&self) -> i64 {
        0
    }
}

/// A facet: what it is called in URLs, and how many values a record may have in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facet {
    /// The parameter name in URLs.
    pub name: &'static str,
    /// How many values a record may have.
    pub kind: FacetKind,
}

/// How many values a record may have in a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetKind {
    /// At most one value (a country).
    One,
    /// One of these values, whose names never change (a status): each is a value of the facet, even where no record
    /// has it, so that a question for it is understood.
    OneOf(&'static [&'static str]),
    /// Any number of values (ecosystems).
    Many,
    /// Has or has not: the index files every record under `yes` or `no`.
    Has,
}

/// The value of a [`FacetKind::Has`] facet for records that have the thing.
pub const YES: &str = "yes";
/// The value of a [`FacetKind::Has`] facet for records that have not.
pub const NO: &str = "no";
