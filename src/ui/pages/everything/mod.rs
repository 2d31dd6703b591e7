//! Pages about all collections at once: one search.

mod asked;
mod search;

pub use search::SearchPage;
