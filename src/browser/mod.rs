//! Thin adapters to the browser: one capability a file, no decisions.

mod address;
mod clock;
mod fetch;
mod files;
mod intl;
mod locate;
mod map;
mod page;
mod storage;

pub use address::{
    Address, current as current_address, on_change as on_address_change, push, replace, with as address_with,
};
pub use clock::{now, on_minute, own_time, today};
pub use fetch::{FetchFailed, Response, get};
pub use files::{copy_text, download};
pub use intl::{Names, NumbersOf, capitalised, format_date, format_month, format_month_short};
pub use locate::{LocateError, locate};
pub use map::{AtlasMap, MapColours, MapError, MapEvents, MapText, MapView, map_colours};
pub use page::{
    AppState, focus_leaves, focus_main_soon, focus_soon, next_frame, on_media_change, on_print, on_resize_of,
    preferred_languages, print_soon, rem_in_pixels, remove_static_frame, report_panic, set_app_state,
    set_language, set_title, when_idle,
};
pub use storage::{StorageError, read as read_stored, write as write_stored};
