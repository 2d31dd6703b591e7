//! Where a single value of a record is from, where that is another place than the record's.

use super::{Day, RecordId, TermId};

/// Where one field of one organisation is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The organisation's identifier.
    pub record: RecordId,
    /// The field, as proposals name it.
    pub field: String,
    /// The identifier of the source.
    pub source: TermId,
    /// The day by which the source said so.
    pub day: Day,
    /// The key of the proposal that it came with: one is applied once.
    pub proposal: Option<String>,
}
