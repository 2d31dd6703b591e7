//! What things are: records, places, codes and days, each valid by construction.
//!
//! Nothing here reads or writes; `dataset` does that and reports what it could not accept.

mod address;
pub mod angle;
mod brussels;
mod call;
mod call_status;
mod code;
mod countdown;
mod day;
pub mod decimal;
mod event;
mod event_status;
mod fact;
mod month;
mod network;
mod organisation;
mod organisation_fact;
mod own_field;
mod partial_date;
mod partner_request;
pub mod percent;
mod place;
mod policy;
mod provenance;
mod related;
mod request_status;
mod text;
mod time_of_day;
mod training;
mod training_status;
mod vocabulary;

pub use address::{AddressError, Email, WebAddress};
pub use brussels::{BrusselsMoment, Instant};
pub use call::{ANY_COUNTRY, Budget, Call, CutOff, Eligibility, EligibleRegion};
pub use call_status::{CLOSING_SOON_DAYS, CallStatus};
pub use code::{CodeError, CountryCode, LanguageTag, RecordId, RegionCode, TermId, country_codes};
pub use countdown::Distance;
pub use day::{Day, DayError};
pub use event::{Event, EventDay, EventKind};
pub use event_status::EventStatus;
pub use fact::{Fact, FactSeries, FactTopic};
pub use month::{Month, weekday};
pub use network::{NetworkAim, NetworkKind, NetworkScope, Partner};
pub use organisation::{
    ExcellenceLevel, ExpertiseBasis, Label, Members, Organisation, OrganisationKind, Region,
};
pub use organisation_fact::{Confidence, OrganisationFact, PartnerRole, StatedField, StatedValue};
pub use own_field::{FieldKind, NoPicture, OWN, OwnField, OwnValue, PictureFile};
pub use partial_date::{PartialDate, PartialDateError};
pub use partner_request::{PartnerRequest, RequestKind};
pub use place::{EARTH_RADIUS_KM, Location, PlaceError, Point, Precision};
pub use policy::{PolicyKind, PolicyState, PolicyStatus};
pub use provenance::Provenance;
pub use related::{Figure, FigureValue, Related};
pub use request_status::RequestStatus;
pub use text::{LocalText, tidy};
pub(crate) use text::{has_hidden, is_hidden, takes_no_room, without_hidden};
pub use time_of_day::{TimeOfDay, TimeOfDayError};
pub use training::{Capacity, Registration, Session, Training, TrainingFormat, TrainingKind};
pub use training_status::TrainingStatus;
pub use vocabulary::{CountryGroup, RegionEntry, Source, Term, Vocabularies};
