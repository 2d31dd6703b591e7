//! Which page a route is, by the code that draws it, and which pages there are for whom.

use crate::browser;
use crate::collection::{Collection, Pages};
use crate::dataset::{Config, Delivery};
use crate::route::{FindParams, LandscapePage, Route};

use super::atlas::Atlas;

/// A page around the mapping tool.
#[derive(Clone, PartialEq, Eq)]
pub enum OfOrganisations {
    /// The profile of the organisation with this identifier.
    One(String),
    /// Some side by side.
    Compared,
    /// The shortlist, own or shared.
    Shortlist,
    /// Where the data are from.
    AboutData,
    /// An address that leads nowhere.
    Unknown,
}

/// A page of the open calls.
#[derive(Clone, PartialEq, Eq)]
pub enum OfCalls {
    /// All that match.
    All,
    /// The call with this identifier.
    One(String),
    /// Those saved on this device, or shared.
    Saved,
}

/// A page of a collection that has nothing but a list and a page for each record.
#[derive(Clone, PartialEq, Eq)]
pub enum OfCollection {
    /// All records that match.
    All,
    /// The record with this identifier.
    One(String),
}

/// A form, or what was submitted by one.
#[derive(Clone, PartialEq, Eq)]
pub enum OfForms {
    /// The sign-up for the training or event with this identifier.
    SignUp(Collection, String),
    /// A new partner request, for these organisations and this call.
    NewRequest(Vec<String>, Option<String>),
    /// A proposal about the organisation with this identifier, or about one that is not in the dataset.
    Profile(Option<String>),
    /// What was submitted on this device.
    Submitted,
}

/// A page about all collections at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfAll {
    /// The search.
    Search,
    /// What is kept on this device.
    Mine,
}

/// Which code draws a page: the first load's, or a chunk's.
#[derive(Clone, PartialEq, Eq)]
pub enum Page {
    /// The mapping tool, in the first load.
    Explore,
    /// A page of the chunk `organisations`.
    Organisations(OfOrganisations),
    /// A page of the chunk `calls`.
    Calls(OfCalls),
    /// The builder of snippets, in the chunk `embed`.
    Embed,
    /// The operator's desk, in the chunk `desk`.
    Desk,
    /// A page of the trainings, in the chunk `trainings_and_requests`.
    Trainings(OfCollection),
    /// A page of the partner requests, in the same chunk.
    PartnerRequests(OfCollection),
    /// A page of the chunk `forms`.
    Forms(OfForms),
    /// A page of the chunk `countries`, and what it is about.
    Landscape(LandscapePage, String),
    /// A page about all collections, in the chunk `platform`.
    Everything(OfAll),
    /// A page of a collection whose pages are alike, in the chunk `platform`.
    Platform(Collection, OfCollection),
}

impl Page {
    /// The page of a route: another one where its kind or its record is another, not where only its filters are.
    pub fn of(route: Route) -> Self {
        match route {
            Route::Find(params) => match params.collection.pages() {
                Pages::Organisations => Self::Explore,
                Pages::Calls => Self::Calls(OfCalls::All),
                Pages::Trainings => Self::Trainings(OfCollection::All),
                Pages::PartnerRequests => Self::PartnerRequests(OfCollection::All),
                Pages::Alike => Self::Platform(params.collection, OfCollection::All),
            },
            Route::Record { collection, id, .. } => match collection.pages() {
                Pages::Organisations => Self::Organisations(OfOrganisations::One(id)),
                Pages::Calls => Self::Calls(OfCalls::One(id)),
                Pages::Trainings => Self::Trainings(OfCollection::One(id)),
                Pages::PartnerRequests => Self::PartnerRequests(OfCollection::One(id)),
                Pages::Alike => Self::Platform(collection, OfCollection::One(id)),
            },
            Route::SavedCalls { .. } => Self::Calls(OfCalls::Saved),
            Route::SignUp { of, id, .. } => Self::Forms(OfForms::SignUp(of, id)),
            Route::SignUps => Self::Forms(OfForms::Submitted),
            Route::NewPartnerRequest { organisations, call, .. } => {
                Self::Forms(OfForms::NewRequest(organisations, call))
            }
            Route::Profile { record, .. } => Self::Forms(OfForms::Profile(record)),
            Route::Landscape(params) => Self::Landscape(params.page, params.subject),
            Route::Search { .. } => Self::Everything(OfAll::Search),
            Route::Mine { .. } => Self::Everything(OfAll::Mine),
            Route::Compare { .. } => Self::Organisations(OfOrganisations::Compared),
            Route::Shortlist { .. } => Self::Organisations(OfOrganisations::Shortlist),
            Route::Embed { .. } => Self::Embed,
            Route::AboutData => Self::Organisations(OfOrganisations::AboutData),
            Route::Desk => Self::Desk,
            Route::Unknown { .. } => Self::Organisations(OfOrganisations::Unknown),
        }
    }

    /// Whether there is nothing to show without a dataset: what is on this device is there all the same, and the desk makes one.
    pub fn needs_dataset(&self) -> bool {
        !matches!(self, Self::Forms(OfForms::Submitted) | Self::Desk)
    }

    /// Whether visitors fill it in, or see on it what they filled in.
    pub fn is_form(&self) -> bool {
        matches!(self, Self::Forms(_))
    }

    /// Whether it is not for a screen that many people use, with these settings: what they leave out, forms that nobody
    /// could open once they are submitted, and what only webmasters need.
    pub fn is_elsewhere(route: &Route, config: &Config) -> bool {
        let preset = config.kiosk.preset(browser::kiosk_name().as_deref());
        let may_visit = |collection: Collection| preset.has_part(collection.about().path);
        let is_sealed = |delivery: &Delivery| {
            config.kiosk.public_key.is_some() && matches!(delivery, Delivery::Endpoint { .. })
        };
        match route {
            Route::Find(params) => !may_visit(params.collection),
            Route::Record { collection, .. } => !may_visit(*collection),
            Route::SavedCalls { .. } => !may_visit(Collection::Calls),
            Route::SignUp { of, .. } => !may_visit(*of) || !is_sealed(&config.sign_up),
            Route::NewPartnerRequest { .. } => {
                !may_visit(Collection::PartnerRequests) || !is_sealed(&config.partner_requests)
            }
            Route::Profile { .. } => !may_visit(Collection::Organisations) || !is_sealed(&config.profiles),
            Route::Compare { .. } | Route::Shortlist { .. } => !may_visit(Collection::Organisations),
            Route::Landscape(_) => !preset.has_part("countries"),
            Route::Embed { .. } | Route::Desk => true,
            Route::Search { .. }
            | Route::Mine { .. }
            | Route::AboutData
            | Route::SignUps
            | Route::Unknown { .. } => false,
        }
    }

    /// Whether the dataset has a collection that is for this screen: else nothing leads there.
    pub fn is_there(collection: Collection, atlas: &Atlas) -> bool {
        let route = FindParams::of(collection).route();
        Atlas::file_of(&atlas.config, &atlas.manifest, collection).is_some()
            && !(browser::is_kiosk() && Self::is_elsewhere(&route, &atlas.config))
    }

    /// Whether there is nothing to show without the organisations.
    pub fn needs_organisations(&self) -> bool {
        use OfOrganisations::{Compared, One, Shortlist};
        matches!(
            self,
            Self::Explore
                | Self::Organisations(One(_) | Compared | Shortlist)
                | Self::Forms(OfForms::Profile(_))
        )
    }
}
