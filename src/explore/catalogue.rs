//! An index as a page sees it, whatever kind of record it holds.

use super::{Index, Outcome, Query, Record, Suggestion};

/// What the parts of a page that find records ask for: one set of filters, search box and list serves every kind.
pub trait Catalogue {
    /// The answer to a question.
    fn run(&self, query: &Query) -> Outcome;
    /// What the search box offers, at most `limit` of it.
    fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion>;
    /// The distinct values of a facet, sorted.
    fn values(&self, facet: usize) -> &[String];
    /// Where a value is among the values of its facet.
    fn value_position(&self, facet: usize, value: &str) -> Option<usize>;
    /// Whether the records differ in a facet: more than one of its values is some record's.
    fn differs(&self, facet: usize) -> bool;
    /// The row of a record by its identifier.
    fn row_of(&self, id: &str) -> Option<u32>;
    /// The identifier of the record in a row of this catalogue.
    fn id(&self, row: u32) -> &str;
    /// The title of the record in a row of this catalogue.
    fn title(&self, row: u32) -> &str;
}

impl<R: Record> Catalogue for Index<R> {
    fn run(&self, query: &Query) -> Outcome {
        self.run(query)
    }

    fn suggest(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        self.suggest(typed, limit)
    }

    fn values(&self, facet: usize) -> &[String] {
        self.values(facet)
    }

    fn value_position(&self, facet: usize, value: &str) -> Option<usize> {
        self.value_position(facet, value)
    }

    fn differs(&self, facet: usize) -> bool {
        let values = self.facets.get(facet);
        values.is_some_and(|facet| {
            (0..facet.values.len()).filter(|&value| facet.total(value) > 0).nth(1).is_some()
        })
    }

    fn row_of(&self, id: &str) -> Option<u32> {
        self.row_of(id)
    }

    fn id(&self, row: u32) -> &str {
        self.records()[row as usize].id()
    }

    fn title(&self, row: u32) -> &str {
        self.records()[row as usize].title()
    }
}
