//! One page a file.

mod about_data;
mod compare;
mod explore;
mod organisation;
mod shortlist;
mod unknown;

pub use about_data::AboutDataPage;
pub use compare::ComparePage;
pub use explore::{ExplorePage, Explorer};
pub use organisation::OrganisationPage;
pub use shortlist::ShortlistPage;
pub use unknown::UnknownPage;
