//! The kinds of records that one can search, and what their addresses and facets are called.

/// A collection of the dataset with a page that finds its records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Collection {
    /// Cluster organisations: the mapping tool.
    #[default]
    Organisations,
    /// Open calls.
    Calls,
    /// Trainings.
    Trainings,
    /// Partner requests.
    PartnerRequests,
}

/// More facets than any collection has.
pub const MOST_FACETS: usize = 7;

impl Collection {
    /// All collections.
    pub const ALL: [Self; 4] = [Self::Organisations, Self::Calls, Self::Trainings, Self::PartnerRequests];

    /// The path of the page that finds its records.
    pub fn path(self) -> &'static str {
        match self {
            Self::Organisations => "explore",
            Self::Calls => "calls",
            Self::Trainings => "training",
            Self::PartnerRequests => "partner-requests",
        }
    }

    /// The name of its file in the manifest.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Calls => "calls",
            Self::Trainings => "trainings",
            Self::PartnerRequests => "partner_requests",
        }
    }

    /// The facets that a link may carry, in the order in which links write them: the same names, in the same
    /// order, as the `FACETS` of the collection's records.
    pub fn facets(self) -> &'static [&'static str] {
        match self {
            Self::Organisations => {
                &["country", "region", "ecosystem", "expertise", "kind", "located", "label"]
            }
            Self::Calls => &["status", "audience", "purpose", "ecosystem", "country", "issuer"],
            Self::Trainings => &["status", "kind", "format", "topic", "language", "audience", "month"],
            Self::PartnerRequests => &["status", "kind", "ecosystem", "country", "call"],
        }
    }

    /// The position of a facet by its name.
    pub fn facet(self, name: &str) -> Option<usize> {
        self.facets().iter().position(|facet| *facet == name)
    }

    /// Whether its records have a place on the map.
    pub fn has_places(self) -> bool {
        self == Self::Organisations
    }
}
