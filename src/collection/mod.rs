//! The registry of collections: each is described once, in a file of its own, and named once, below. The enum, the
//! addresses, the loader, the schemas, the importer's commands, the navigation, the filters and the list on "About
//! the data" follow from it.

mod about;
mod calls;
mod changes;
mod editions;
mod events;
mod feeds;
mod networks;
mod organisations;
mod own;
mod partner_requests;
mod policies;
mod record;
mod related;
mod resources;
mod sections;
mod stated;
mod trainings;
mod twins;

use crate::domain::{Call, Event, FieldKind, Organisation, OwnField, PartnerRequest, Training};
use crate::explore::FacetId;

pub use about::{About, FacetAbout, LabelSource, SavingWords, Words};
pub use calls::call_line;
pub use changes::{CarriedOver, Changes, DETAILED, FieldChange, Marks, appended, carried_over, marks};
pub use editions::next_editions;
pub use feeds::Build;
pub use networks::{Network, NetworkAt};
pub use policies::{Policy, PolicyAt};
pub use record::{CollectionRecord, Format, Importing, ListWords, Setting};
pub use resources::{Resource, ResourceKind};
pub use sections::{Action, Between, Body, Fact, Facts, Line, Phrase, RecordPage, Section, Shown};
pub use stated::{Awaited, Whose, networks_of, provenance_of, with_stated};
pub use twins::{Gone, settled};

/// Does something with a collection's type of record; see [`Collection::visit`].
pub trait Visit {
    /// What it gives.
    type Output;
    /// Does it for one type.
    fn visit<R: CollectionRecord>(self) -> Self::Output;
}

/// Who draws the pages of a collection: a chunk in which it has pages of its own, or the one of the collections whose pages
/// are all alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// The mapping tool and what is around it.
    Organisations,
    /// The calls.
    Calls,
    /// The trainings.
    Trainings,
    /// The partner requests.
    PartnerRequests,
    /// What its records say is all that there is to show: no chunk has to name the collection.
    Alike,
}

macro_rules! if_alike {
    (Alike, $what:ident, $record:ty) => {
        Some($what.visit::<$record>())
    };
    ($other:ident, $what:ident, $record:ty) => {
        None
    };
}

macro_rules! collections {
    ($($(#[$doc:meta])* $name:ident = $module:ident, $record:ty, $pages:ident;)+) => {
        /// A collection of the dataset with a page that finds its records.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
        pub enum Collection { $($(#[$doc])* $name),+ }

        impl Collection {
            /// All collections, in the order of the navigation.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What it is called and how it is found.
            pub fn about(self) -> &'static About {
                match self { $(Self::$name => &$module::ABOUT),+ }
            }

            /// Does something with its type of record.
            pub fn visit<V: Visit>(self, what: V) -> V::Output {
                match self { $(Self::$name => what.visit::<$record>()),+ }
            }

            /// Who draws its pages.
            pub fn pages(self) -> Pages {
                match self { $(Self::$name => Pages::$pages),+ }
            }

            /// Does something with its type of record where its pages are [`Pages::Alike`]; else `None`, so that the
            /// chunk of those has no code of the others.
            pub fn visit_alike<V: Visit>(self, what: V) -> Option<V::Output> {
                match self { $(Self::$name => if_alike!($pages, what, $record)),+ }
            }
        }
    };
}

collections! {
    /// Cluster organisations: the mapping tool.
    #[default]
    Organisations = organisations, Organisation, Organisations;
    /// Open calls.
    Calls = calls, Call, Calls;
    /// Trainings.
    Trainings = trainings, Training, Trainings;
    /// Events.
    Events = events, Event, Alike;
    /// Networks.
    Networks = networks, networks::Network, Alike;
    /// Partner requests.
    PartnerRequests = partner_requests, PartnerRequest, PartnerRequests;
    /// Policies.
    Policies = policies, policies::Policy, Alike;
    /// Resources.
    Resources = resources, resources::Resource, Alike;
}

impl Collection {
    /// The facets that a link may carry, in the order in which links write them.
    pub fn facets(self) -> &'static [FacetAbout] {
        self.about().facets
    }

    /// The collections that share its entry of the navigation, itself among them; it alone where it shares none.
    pub fn beside(self) -> impl Iterator<Item = Self> {
        let of = move |other: &Self| match self.about().group {
            Some(group) => other.about().group == Some(group),
            None => *other == self,
        };
        Self::ALL.iter().copied().filter(of)
    }

    /// A facet by its name.
    pub fn facet(self, name: &str) -> Option<&'static FacetAbout> {
        let own = || (self == Self::Organisations).then(|| own::own_facet(name)).flatten();
        self.facets().iter().find(|facet| facet.id == name).or_else(own)
    }

    /// Its facets, and those that a dataset declares.
    pub fn facets_with(self, declared: &[OwnField]) -> Vec<&'static FacetAbout> {
        let facets = declared.iter().filter(|field| field.kind == FieldKind::Facet);
        let own = facets.filter_map(|field| self.facet(&OwnField::path(&field.id)));
        self.facets().iter().chain(own).collect()
    }

    /// The collection with a name in the manifest.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|collection| collection.about().name == name)
    }

    /// The key of the message that names a value of a facet, where messages do.
    pub fn message_of(facet: &str, value: &str) -> Option<&'static str> {
        for about in Self::ALL.iter().flat_map(|collection| collection.facets()) {
            let messages = if let LabelSource::Messages(names) = about.labels { names } else { &[] };
            let mut all = messages.iter().chain(about.special).filter(|_| about.id == facet);
            if let Some((_, key)) = all.find(|(known, _)| *known == value) {
                return Some(key);
            }
        }
        None
    }

    /// Where the names of the values of a facet are from: the same wherever a facet of the name is, but for tables of
    /// messages, which [`Collection::message_of`] takes together.
    pub fn labels_of(facet: &str) -> Option<LabelSource> {
        Self::ALL.iter().find_map(|collection| collection.facet(facet)).map(|about| about.labels)
    }

    /// Every key of a message that the registry names.
    pub fn messages() -> Vec<&'static str> {
        let mut keys = Vec::new();
        for collection in Self::ALL {
            keys.extend(collection.about().words.keys());
            keys.extend(collection.about().group);
            keys.extend(collection.visit(ListKeys));
            keys.extend(collection.about().saving.iter().flat_map(SavingWords::keys));
            for facet in collection.facets() {
                keys.push(facet.title);
                keys.extend(facet.note);
                keys.extend(facet.special.iter().map(|(_, key)| *key));
                if let LabelSource::Messages(names) = facet.labels {
                    keys.extend(names.iter().map(|(_, key)| *key));
                }
            }
        }
        keys
    }
}

/// Takes the keys of a collection's own pages.
struct ListKeys;

impl Visit for ListKeys {
    type Output = [&'static str; 5];
    fn visit<R: CollectionRecord>(self) -> Self::Output {
        R::LIST.keys()
    }
}

/// The identifiers of facets that code refers to.
pub mod facet {
    use super::FacetId;

    /// The country where an organisation is, from which one may apply, where somebody asks.
    pub const COUNTRY: FacetId = "country";
    /// The NUTS or statistical region.
    pub const REGION: FacetId = "region";
    /// Industrial ecosystems.
    pub const ECOSYSTEM: FacetId = "ecosystem";
    /// Groups of countries, by which calls say who may apply; no collection is filtered by them.
    pub const GROUP: FacetId = "group";
    /// Topics of expertise.
    pub const EXPERTISE: FacetId = "expertise";
    /// Whether there is a place on the map.
    pub const LOCATED: FacetId = "located";
    /// Another country that has to be in a network beside [`COUNTRY`].
    pub const WITH: FacetId = "with";
    /// The months in which an event takes place.
    pub const MONTH: FacetId = "month";
    /// Where a record with dates stands.
    pub const STATUS: FacetId = "status";
}
