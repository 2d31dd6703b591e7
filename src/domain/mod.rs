//! What things are: records, places, codes and days, each valid by construction.
//!
//! Nothing here reads or writes; `dataset` does that and reports what it could not accept.

mod address;
mod code;
mod day;
pub mod decimal;
mod organisation;
mod place;
mod text;
mod vocabulary;

pub use address::{AddressError, Email, WebAddress};
pub use code::{CodeError, CountryCode, LanguageTag, RecordId, RegionCode, TermId};
pub use day::{Day, DayError};
pub use organisation::{
    ExcellenceLevel, ExpertiseBasis, Label, Members, Organisation, OrganisationKind, Region,
};
pub use place::{Location, PlaceError, Point, Precision};
pub use text::{LocalText, tidy};
pub use vocabulary::{RegionEntry, Source, Term, Vocabularies};
