//! What a kind of record has to tell so that it can be found.

use crate::domain::Point;

/// What a facet is called in addresses and in code: `country`, `ecosystem`.
pub type FacetId = &'static str;
/// What a numeric field is called.
pub type NumberId = &'static str;

/// A kind of record that the index can hold: its facets, its numbers, its text and its place.
///
/// Everything in `explore` is written over this trait; a new kind of record implements it and gets the same
/// search, counts, list and map as every other.
pub trait Record: Sized + 'static {
    /// The facets of this kind, in the order in which they are shown and links write them.
    const FACETS: &'static [Facet<Self>];
    /// The numeric fields.
    const NUMBERS: &'static [Number<Self>] = &[];

    /// The identifier, unique in the collection.
    fn id(&self) -> &str;
    /// The name that the list sorts by.
    fn title(&self) -> &str;
    /// Visits every searchable text with the weight its words carry in ranking (a name 4, a place 1).
    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32));
    /// Visits the identifiers of the facets that the dataset declares and the record has values in.
    fn own_facets(&self, _visit: &mut dyn FnMut(&str)) {}
    /// Visits the values that the record has in such a facet, which is `fields.` and its identifier.
    fn own_values(&self, _facet: FacetId, _visit: &mut dyn FnMut(&str)) {}
    /// The place on the map, `None` where unknown or where the kind has none.
    fn point(&self) -> Option<Point> {
        None
    }
    /// Where the record stands in the order of its own kind, least first (calls by what closes next); records that
    /// stand alike are by title, as all are where a kind has no such order.
    fn sort_key(&self) -> i64 {
        0
    }
}

/// A facet: its identifier, how many values a record may have in it, and which.
pub struct Facet<R> {
    /// What it is called in addresses.
    pub id: FacetId,
    /// How many values a record may have.
    pub kind: FacetKind,
    /// Visits every value that a record has; any text or none for [`FacetKind::Has`].
    pub values: ValuesOf<R>,
}

/// Visits the values that a record has in a facet.
pub type ValuesOf<R> = fn(&R, &mut dyn FnMut(&str));

/// A numeric field: its identifier, and what a record has in it, `None` where unknown.
pub struct Number<R> {
    /// What it is called.
    pub id: NumberId,
    /// The number of a record.
    pub value: fn(&R) -> Option<f64>,
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

/// A record of any kind, as the index reads it: one copy of the engine serves every kind.
pub(super) trait AnyRecord {
    fn id(&self) -> &str;
    fn title(&self) -> &str;
    /// Visits the values of the facet at a position of `Record::FACETS`; behind those are the dataset's own.
    fn facet_values(&self, at: usize, facet: FacetId, visit: &mut dyn FnMut(&str));
    /// The number at a position of `Record::NUMBERS`.
    fn number(&self, at: usize) -> Option<f64>;
    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32));
    fn point(&self) -> Option<Point>;
    fn sort_key(&self) -> i64;
}

impl<R: Record> AnyRecord for R {
    fn id(&self) -> &str {
        Record::id(self)
    }

    fn title(&self) -> &str {
        Record::title(self)
    }

    fn facet_values(&self, at: usize, facet: FacetId, visit: &mut dyn FnMut(&str)) {
        match R::FACETS.get(at) {
            Some(facet) => (facet.values)(self, visit),
            None => self.own_values(facet, visit),
        }
    }

    fn number(&self, at: usize) -> Option<f64> {
        (R::NUMBERS[at].value)(self)
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        Record::texts(self, visit);
    }

    fn point(&self) -> Option<Point> {
        Record::point(self)
    }

    fn sort_key(&self) -> i64 {
        Record::sort_key(self)
    }
}
