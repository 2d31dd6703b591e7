//! Pages about all collections at once: one search, and what is kept on this device.

mod asked;
mod mine;
mod saved_searches;
mod search;

pub use mine::MinePage;
pub use search::SearchPage;
