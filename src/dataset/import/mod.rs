//! Importing files that people have: what they are is told by their content, their rows become records of the format and
//! go through the same reader as a published file.
//!
//! `source` says what a file is and opens it: `workbook`, `delimited` with `encoding`, `json_table`. A `table` is parted at its
//! header, `layout` and `columns` say which column is which field, `steps` what is done to its cells before, `values` and what it uses turn cells into values. Each kind
//! of record has a file of its own; `pace` is how the work lets others have their turn. `survey` is what somebody sees before anything is imported.

mod calls;
mod cells;
mod columns;
mod coordinates;
mod country_names;
mod delimited;
mod encoding;
mod entries;
mod error;
mod geometry;
mod identifiers;
mod input;
mod json_table;
mod kinds;
mod layout;
mod likely;
mod listed;
mod moments;
mod numbers;
mod options;
mod organisation_facts;
mod organisations;
mod own;
mod pace;
mod partner_requests;
mod published;
mod region_names;
mod regions;
mod source;
mod steps;
mod survey;
mod table;
mod talks;
mod towns;
mod trainings;
mod twins;
mod values;
mod words;
mod workbook;

pub use calls::import_calls;
pub(crate) use calls::importing_calls;
pub(crate) use columns::Shape;
pub use error::ImportError;
pub(crate) use identifiers::identifier_of;
pub use identifiers::stands_for_no_name;
pub use likely::likely_collection;
pub(crate) use listed::published_organisations;
pub use listed::{import_events, import_networks};
pub(crate) use listed::{importing_events, importing_networks, importing_plain, importing_renamed};
pub use moments::{DateOrder, two_days};
pub use options::{Corrections, ImportOptions, TWINS_IN_MAPPING, WORDS_IN_MAPPING};
pub use organisation_facts::import_organisation_facts;
pub(crate) use organisations::importing_organisations;
pub use organisations::{import_organisations, import_organisations_into};
pub use own::{OwnColumn, well_known_label};
pub use pace::{Counted, Pace, Rest, at_once};
pub use partner_requests::import_partner_requests;
pub(crate) use partner_requests::importing_partner_requests;
pub use region_names::concerns_region;
pub use regions::import_regions;
pub use source::{FileKind, ForeignKind};
pub use steps::CellSteps;
pub use survey::{ColumnSurvey, Survey, refused_rows, row_cells, separator_between, survey, surveying};
pub use talks::fill_from_trainings;
pub use trainings::import_trainings;
pub(crate) use trainings::importing_trainings;
pub use twins::{TwinChoice, TwinChoices, TwinReason, Twins};
pub(crate) use twins::{merged, twins};
pub use words::{Word, WordChoice, WordChoices, declare_words};
