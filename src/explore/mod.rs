//! How records are found: text folding, index, facets, query, ranking, map bubbles, coverage.
//!
//! One [`Index`] over any [`Record`] answers one [`Query`] with one [`Outcome`].

mod answer;
mod bits;
mod bubbles;
mod calls;
mod catalogue;
mod coverage;
mod dictionary;
mod events;
mod facets;
mod fold;
mod index;
mod intern;
mod lists;
mod matching;
mod neighbours;
mod networks;
mod organisations;
mod outcome;
mod partner_requests;
mod places;
mod policies;
mod query;
mod ranking;
mod record;
mod resources;
mod search;
mod sort_keys;
mod suggest;
mod synonyms;
mod term_mentions;
mod towns;
mod trainings;

pub use bits::{Bits, BitsIter};
pub use bubbles::{LAST_ZOOM, bubble_radius};
pub use calls::{CallAt, NOT_STATED};
pub use catalogue::Catalogue;
pub use events::EventAt;
pub use fold::fold;
pub use index::{Index, IndexCore, LabelsOf};
pub use intern::sort_values;
pub use matching::{CallMatcher, Match, Reason, calls_for, organisations_for};
pub use networks::NetworkAt;
pub use outcome::{Bubble, BubbleKind, Counts, Coverage, Outcome, Similar, Viewport};
pub use partner_requests::RequestAt;
pub use policies::PolicyAt;
pub use query::{Bounds, Choice, Near, NumberRange, Query, Sort};
pub use ranking::Ranking;
pub use record::{Facet, FacetId, FacetKind, NO, Number, NumberId, Record, ValuesOf, YES};
pub use resources::ResourceAt;
pub use suggest::Suggestion;
pub use synonyms::Synonyms;
pub use towns::{NearTown, Town, Towns};
pub use trainings::TrainingAt;
