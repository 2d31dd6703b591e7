//! Importing files that people have: what they are is told by their content, their rows become records of the format and
//! go through the same reader as a published file.
//!
//! `source` says what a file is and opens it: `workbook`, `delimited` with `encoding`, `json_table`. A `table` is parted at its
//! header, `layout` and `columns` say which column is which field, `values` and what it uses turn cells into values. Each kind
//! of record has a file of its own. `survey` is what somebody sees before anything is imported.

mod calls;
mod cells;
mod columns;
mod country_names;
mod delimited;
mod encoding;
mod entries;
mod error;
mod identifiers;
mod input;
mod json_table;
mod layout;
mod listed;
mod moments;
mod numbers;
mod options;
mod organisation_facts;
mod organisations;
mod own;
mod partner_requests;
mod published;
mod region_names;
mod regions;
mod source;
mod survey;
mod table;
mod towns;
mod trainings;
mod values;
mod workbook;

pub use calls::import_calls;
pub(crate) use columns::Shape;
pub use error::ImportError;
pub(crate) use identifiers::identifier_of;
pub(crate) use listed::import_plain;
pub(crate) use listed::published_organisations;
pub use listed::{import_events, import_networks, import_policies};
pub use moments::{DateOrder, two_days};
pub use options::{Corrections, ImportOptions};
pub use organisation_facts::import_organisation_facts;
pub use organisations::{import_organisations, import_organisations_into};
pub use own::{OwnColumn, well_known_label};
pub use partner_requests::import_partner_requests;
pub use regions::import_regions;
pub use source::{FileKind, ForeignKind};
pub use survey::{ColumnSurvey, Survey, refused_rows, row_cells, survey};
pub use trainings::import_trainings;
