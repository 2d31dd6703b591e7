//! An index as a page sees it, whatever kind of record it holds.

use super::{Index, IndexCore, Record, Suggestion, Synonyms};

/// What the parts of a page that find records ask for: one set of filters, search box and list serves every kind.
pub trait Catalogue {
    /// What finds rows.
    fn core(&self) -> &IndexCore;
    /// Visits the texts of the record in a row of this catalogue.
    fn texts(&self, row: u32, visit: &mut dyn FnMut(&str));
    /// The row of a record by its identifier.
    fn row_of(&self, id: &str) -> Option<u32>;
    /// The identifier of the record in a row of this catalogue.
    fn id(&self, row: u32) -> &str;
    /// The title of the record in a row of this catalogue.
    fn title(&self, row: u32) -> &str;
}

/// What the search box of a catalogue offers, at most `limit` of it; see [`Index::suggest`]. Not one of its methods: those
/// are linked wherever there is a catalogue, and this comes later.
pub fn suggest(catalogue: &dyn Catalogue, typed: &str, synonyms: &Synonyms, limit: usize) -> Vec<Suggestion> {
    catalogue.core().suggest(typed, synonyms, limit, &|row, visit| catalogue.texts(row, visit))
}

impl<R: Record> Catalogue for Index<R> {
    fn core(&self) -> &IndexCore {
        self
    }

    fn texts(&self, row: u32, visit: &mut dyn FnMut(&str)) {
        self.records()[row as usize].texts(&mut |text, _| visit(text));
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
