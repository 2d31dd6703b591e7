//! The hash part of the address: `#/ROUTE?PARAMS`.

mod parse;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod write;

use crate::collection::Collection;
use crate::domain::Day;

use super::landscape::LandscapeParams;
use super::params::FindParams;

pub use parse::unreadable_day;
pub(super) use write::Writer;

/// Most organisations that stand side by side.
pub const MOST_COMPARED: usize = 4;

/// The collections whose records one signs up for.
pub const SIGNED_UP_FOR: [Collection; 2] = [Collection::Trainings, Collection::Events];

/// A page of the app and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Route {
    /// A page that finds records: the mapping tool, open calls, trainings, partner requests.
    Find(Box<FindParams>),
    /// A record of a collection: a profile, an open call, a training.
    Record {
        /// Its collection.
        collection: Collection,
        /// The record's identifier.
        id: String,
        /// The day of viewing; `None` is today.
        at: Option<Day>,
    },
    /// A page that counts across collections: countries, figures, themes.
    Landscape(Box<LandscapeParams>),
    /// All collections asked at once.
    Search {
        /// Search text.
        q: String,
        /// The day of viewing; `None` is today.
        at: Option<Day>,
    },
    /// What is kept on this device, of all collections.
    Mine {
        /// Lists that came with a link, in the order of the collections; none is what this device keeps.
        shared: Vec<(Collection, Vec<String>)>,
        /// A search to be saved: see [`Route::is_search`].
        search: Option<Box<Self>>,
    },
    /// Up to four profiles side by side.
    Compare {
        /// The records' identifiers, in order.
        ids: Vec<String>,
    },
    /// The shortlist of this device, or one that came with a link.
    Shortlist {
        /// The identifiers in the link; `None` is this device's own list.
        ids: Option<Vec<String>>,
    },
    /// Report, sources and downloads.
    AboutData,
    /// The operator's desk: a file becomes a dataset.
    Desk,
    /// The calls saved on this device, or those that came with a link.
    SavedCalls {
        /// The identifiers in the link; `None` is this device's own list.
        ids: Option<Vec<String>>,
    },
    /// The steps of a sign-up for a training or an event.
    SignUp {
        /// Of which collection it is: one of [`SIGNED_UP_FOR`].
        of: Collection,
        /// Its identifier.
        id: String,
        /// The key of the sign-up that is to be corrected.
        correct: Option<String>,
    },
    /// The sign-ups and requests made on this device.
    SignUps,
    /// The steps of a new partner request.
    NewPartnerRequest {
        /// The organisations that ask.
        organisations: Vec<String>,
        /// The call it is for.
        call: Option<String>,
        /// The key of the request that is to be corrected.
        correct: Option<String>,
        /// The key of the request that is the draft for another one.
        like: Option<String>,
    },
    /// The steps of a proposal about an organisation.
    Profile {
        /// The organisation to be corrected; `None` for one that is not in the dataset.
        record: Option<String>,
        /// The key of the proposal that is to be corrected.
        correct: Option<String>,
    },
    /// The builder of snippets for other people's pages.
    Embed {
        /// The view to embed; never one of these two kinds itself.
        of: Box<Self>,
        /// What else is chosen, as the builder writes it; `None` where nothing is.
        look: Option<String>,
    },
    /// An address that leads nowhere, as it was given.
    Unknown {
        /// The path exactly as it was given: show it as text and cut it first.
        path: String,
    },
}

impl Default for Route {
    fn default() -> Self {
        Self::Find(Box::default())
    }
}

/// The hash of an address, with its leading `#`.
pub type Hash = String;

impl Route {
    /// Whether it finds records, so that it can be asked again: the list of a collection, or words asked of all of them.
    pub fn is_search(&self) -> bool {
        match self {
            Self::Find(_) => true,
            Self::Search { q, .. } => !q.trim().is_empty(),
            _ => false,
        }
    }

    /// A record as it is now.
    pub fn record(collection: Collection, id: &str) -> Self {
        Self::Record { collection, id: id.to_owned(), at: None }
    }

    /// The builder of snippets for a view; for the mapping tool where that is no view to embed.
    pub fn embed(of: &Self) -> Self {
        let of = if of.can_be_embedded() { of.clone() } else { Self::default() };
        Self::Embed { of: Box::new(of), look: None }
    }

    /// Whether it is a view that a page elsewhere can show: what a visitor keeps, and what an operator does, is none.
    pub fn can_be_embedded(&self) -> bool {
        match self {
            Self::Embed { .. } | Self::Unknown { .. } | Self::Desk | Self::SignUps => false,
            Self::Mine { shared, .. } => !shared.is_empty(),
            Self::Find(_)
            | Self::Record { .. }
            | Self::Landscape(_)
            | Self::Search { .. }
            | Self::Compare { .. }
            | Self::Shortlist { .. }
            | Self::SavedCalls { .. }
            | Self::SignUp { .. }
            | Self::NewPartnerRequest { .. }
            | Self::Profile { .. }
            | Self::AboutData => true,
        }
    }

    /// The same on a day of viewing, unless it has one, or none can be chosen for it.
    ///
    /// ```
    /// use cluster_atlas::route::Route;
    /// let day = "2025-03-01".parse().ok();
    /// assert_eq!(Route::parse("#/calls").on(day).to_hash(), "#/calls?at=2025-03-01");
    /// assert_eq!(Route::parse("#/search?q=a&at=2024-01-01").on(day).day(), "2024-01-01".parse().ok());
    /// assert_eq!(Route::AboutData.on(day), Route::AboutData);
    /// ```
    #[must_use]
    pub fn on(mut self, day: Option<Day>) -> Self {
        let at = match &mut self {
            Self::Record { at, .. } | Self::Search { at, .. } => at,
            Self::Find(params) => &mut params.at,
            Self::Landscape(params) => &mut params.at,
            _ => return self,
        };
        *at = at.or(day);
        self
    }

    /// The day that the page shows; `None` is today.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Record { at, .. } | Self::Search { at, .. } => *at,
            Self::Find(params) => params.at,
            Self::Landscape(params) => params.at,
            _ => None,
        }
    }
}
