//! The app on other people's pages, as far as it needs no browser: what is known of a view before the app has started,
//! the snippets that a webmaster pastes, and what a host's policy has to allow.
//!
//! What runs there is `public/embed.js` on the host's page and `public/frame.js` in the frame.

mod asked;
mod doctor;
mod html;
#[cfg(not(target_arch = "wasm32"))]
mod outline;
mod page;
mod pasted;
mod policy;
mod share;
mod snippet;

pub use asked::{Asked, asked_view};
pub use doctor::{Diagnosis, Finding, Of, Weight, diagnose};
#[cfg(not(target_arch = "wasm32"))]
pub use outline::{FEW, Narrower, Outline, Row, Single, View, WORDS, count_words, narrower, outline};
pub use policy::{Mistake, Need, Verdict, examine, origin_of};
pub use share::share_page;
pub use snippet::{Choice, FRAME_HEIGHT, HEIGHTS, Kind, PANELS, SANDBOX};
