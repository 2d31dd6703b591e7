//! Pieces of pages.

mod call_line;
mod chips;
mod coverage;
mod day_choice;
mod dialog;
mod export;
mod facets;
mod facts;
mod find_page;
mod map_pane;
mod organisation_line;
mod qr;
mod result_list;
mod save_button;
mod search_box;
mod share_link;
mod status_mark;
mod timeline;

pub use call_line::{CallLine, closes_soon, opening_mark, reasons_line};
pub use chips::Chips;
pub use coverage::{Coverage, CoverageMatrix};
pub use day_choice::{AtNotice, DayChoice};
pub use dialog::Dialog;
pub use export::{Export, ExportMenu, save};
pub use facets::{Filters, FiltersButton};
pub use facts::{Fact, MissingRecord, OutgoingLink, SourceList, page_title};
pub use find_page::FindPage;
pub use map_pane::MapPane;
pub use organisation_line::{EcosystemBadges, ExpertiseTags, OrganisationLine, place};
pub use qr::QrCode;
pub use result_list::ResultList;
pub use save_button::{SaveButton, added};
pub use search_box::SearchBox;
pub use share_link::ShareLink;
pub use status_mark::StatusMark;
pub use timeline::Timeline;
