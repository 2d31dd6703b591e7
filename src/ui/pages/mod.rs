//! One page a file.

mod about_data;
mod call;
mod calls;
mod compare;
mod desk;
mod embed;
mod event;
mod explore;
mod new_partner_request;
mod organisation;
mod partner_requests;
mod saved_calls;
mod shortlist;
mod sign_up;
mod sign_ups;
mod training;
mod trainings;
mod unknown;

pub use about_data::AboutDataPage;
pub use call::call_parts;
pub use calls::call_slots;
pub use compare::ComparePage;
pub use desk::DeskPage;
pub use embed::EmbedPage;
pub use event::event_parts;
pub use explore::ExplorePage;
pub use new_partner_request::NewPartnerRequestPage;
pub use organisation::OrganisationPage;
pub use partner_requests::request_slots;
pub use saved_calls::SavedCallsPage;
pub use shortlist::ShortlistPage;
pub use sign_up::SignUpPage;
pub use sign_ups::SignUpsPage;
pub use training::training_parts;
pub use trainings::training_slots;
pub use unknown::UnknownPage;
