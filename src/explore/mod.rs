//! How records are found: text folding, index, facets, query, ranking, map bubbles, coverage.
//!
//! One [`Index`] over any [`Record`] answers one [`Query`] with one [`Outcome`].

mod bits;
mod outcome;
mod query;
mod record;

pub use bits::Bits;
pub use outcome::{Bubble, BubbleKind, Coverage, Outcome, Similar, Viewport};
pub use query::{Bounds, Choice, Near, NumberRange, Query, Sort};
pub use record::{Facet, FacetKind, NO, Record, YES};
