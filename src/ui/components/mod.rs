//! Pieces of pages.

mod chips;
mod coverage;
mod dialog;
mod export;
mod facets;
mod map_pane;
mod organisation_line;
mod qr;
mod result_list;
mod search_box;

pub use chips::Chips;
pub use coverage::CoverageMatrix;
pub use dialog::Dialog;
pub use export::ExportMenu;
pub use facets::{Filters, FiltersButton};
pub use map_pane::MapPane;
pub use organisation_line::{EcosystemBadges, ExpertiseTags, OrganisationLine, SaveButton, place};
pub use qr::QrCode;
pub use result_list::ResultList;
pub use search_box::SearchBox;
