//! An index as a page sees it, whatever kind of record it holds.

use super::{Index, IndexCore, Record, Suggestion, Synonyms};

/// What the parts of a page that find records ask for: one set of filters, search box and list serves every kind.
pub trait Catalogue {
    /// What finds rows.
    fn core(&self) -> &IndexCore;
    /// What the search box offers, at most `limit` of it.
    fn suggest(&self, typed: &str, synonyms: &Synonyms, limit: usize) -> Vec<Suggestion>;
    /// The row of a record by its identifier.
    fn row_of(&self, id: &str) -> Option<u32>;
    /// The identifier of the record in a row of this catalogue.
    fn id(&self, row: u32) -> &str;
    /// The title of the record in a row of this catalogue.
    fn title(&self, row: u32) -> &str;
}

impl<R: Record> Catalogue for Index<R> {
    fn core(&self) -> &IndexCore {
        self
    }

    fn suggest(&self, typed: &str, synonyms: &Synonyms, limit: usize) -> Vec<Suggestion> {
        self.suggest(typed, synonyms, limit)
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
