//! Thin adapters to the browser: one capability a file, no decisions.

mod address;
mod clock;
mod desk_store;
mod edition;
mod embedding;
mod fetch;
mod files;
mod framing;
mod intl;
mod keys;
mod library;
mod locate;
mod locks;
mod map;
mod overlays;
mod page;
mod post;
mod random;
mod scope;
mod steps;
mod storage;
mod store;
mod tabs;
mod visit;

pub use address::{
    Address, current as current_address, now as address_now, of_edition as address_of_edition,
    on_change as on_address_change, push, replace, webcal, with as address_with,
};
pub use clock::{clock_here, day_here, milliseconds, moment_here, now, on_minute, own_time};
pub use desk_store::{DeskStore, KeptValue};
pub use edition::{edition, edition_file, is_kept_copy, missing_edition, on_told, tell, with_hash};
pub use embedding::{folder, full_size, is_embedded};
pub use fetch::{FetchFailed, Response, get};
pub use files::{
    Brought, Unread, chosen_file, chosen_files, copy_text, download, download_bytes, download_for_staff,
    dropped_files, read_file, read_file_in_slices,
};
pub use framing::strangers_around;
pub use intl::{
    Collated, Names, NumbersOf, capitalised, composed, first_weekday, format_date, format_full_date,
    format_month, format_month_short, format_weekday, regional,
};
pub use keys::composes;
pub use library::{load as load_library, load_style};
pub use locate::{LocateError, locate};
pub use locks::{Lock, Locked, lock, try_lock};
pub use map::{AtlasMap, MapColours, MapError, MapEvents, MapText, MapView, map_colours};
pub use overlays::Overlay;
pub use page::{
    AppState, arrive_soon, catch_focus_soon, focus_leaves, focus_main_soon, focus_soon, is_alternate,
    keep_focus, left_below, matches_media, media, move_class, next_frame, on_any_scroll, on_colours_change,
    on_media_change, on_print, on_resize_of, preferred_languages, print_soon, rem_in_pixels,
    remove_static_frame, report_panic, reveal, reveal_element, set_app_state, set_language, set_title,
    when_idle,
};
pub use post::{Parcel, send};
pub use random::{jitter, random_bytes};
pub use scope::{scoped, set_scope};
pub use steps::{go_back, name_step, on_step, push_step, step};
pub use storage::{
    StorageError, on_change as on_stored_change, read as read_stored, read_scoped, write as write_stored,
};
pub use store::{
    Change, Contents, Drawer, Foreign, Store, StoreError, has_store, is_lasting, lock_mark, set_lock_mark,
};
pub use tabs::{Channel, ask_before_leaving, is_online, on_leave, on_return, online, wait};
pub use visit::{
    all_that_is_kept, can_go_back, fresh_document, handed_over, is_kiosk, kiosk_name, lasting, next_field,
    on_focus_moves, on_touch, on_way_out, seal, set_lasting, steady_milliseconds, take_along, type_text,
    typed, typing_field,
};
