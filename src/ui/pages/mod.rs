//! One page a file.

mod about_data;
mod call;
mod calls;
mod compare;
mod explore;
mod organisation;
mod saved_calls;
mod shortlist;
mod unknown;

pub use about_data::AboutDataPage;
pub use call::CallPage;
pub use calls::CallsPage;
pub use compare::ComparePage;
pub use explore::{ExplorePage, Explorer};
pub use organisation::OrganisationPage;
pub use saved_calls::SavedCallsPage;
pub use shortlist::ShortlistPage;
pub use unknown::UnknownPage;
