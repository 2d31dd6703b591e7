//! Route ⇄ URL: everything on screen is a link.
//!
//! [`Route::parse`] is total: any text gives a route, unknown parameters are dropped, malformed values are dropped
//! and values that the dataset does not know are kept so that the page can say so. [`Route::to_hash`] writes the
//! shortest link that gives the same route again.

mod hash;
mod landscape;
mod params;

pub use hash::{Hash, MOST_COMPARED, Route, SIGNED_UP_FOR, unreadable_day};
pub use landscape::{LandscapePage, LandscapeParams, MOST_OTHERS};
pub use params::{Axis, Choices, FindParams, MapView, NearParam, SortKey, View, left_out};
