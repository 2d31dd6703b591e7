//! Cluster Atlas: find cluster organisations across Europe, open calls and trainings, entirely in the browser.
//!
//! Data flows one way: `collection` describes what there is, `dataset` reads the published JSON into `domain` records, `explore` indexes them,
//! `route` turns the URL into a query, the query gives an outcome, and `ui` draws it in the `words` of a language.
//! `signup` takes what visitors fill in, and decides when it is sent.
//!
//! Everything but `browser` and `ui` is pure: no clock, no randomness, no I/O, no browser.

pub mod collection;
pub mod dataset;
pub mod domain;
pub mod embed;
pub mod explore;
pub mod fluent;
pub mod kiosk;
pub mod landscape;
pub mod mine;
pub mod route;
pub mod signup;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(all(target_arch = "wasm32", not(feature = "adapters-only")))]
pub mod ui;
