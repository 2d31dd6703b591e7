//! Partners of networks, and what is said of networks in the format's words.

use super::{CountryCode, RecordId, WebAddress};

/// A partner of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its name, as the source has it.
    pub name: String,
    /// Which organisation of the dataset it is.
    pub organisation: Option<RecordId>,
    /// Whether it is likely and not certain that it is that organisation.
    pub likely: bool,
    /// Where it is.
    pub country: Option<CountryCode>,
    /// Its website.
    pub website: Option<WebAddress>,
    /// What is to be known of it.
    pub note: Option<String>,
}

/// What kind of network a record is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum NetworkKind {
    /// A Eurocluster.
    Eurocluster,
    /// An association, alliance or support body of clusters.
    Association,
    /// A strategic partnership of clusters.
    Partnership,
    /// Something else.
    #[default]
    Other,
}

impl NetworkKind {
    /// All values.
    pub const ALL: [Self; 4] = [Self::Eurocluster, Self::Association, Self::Partnership, Self::Other];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eurocluster => "eurocluster",
            Self::Association => "association",
            Self::Partnership => "partnership",
            Self::Other => "other",
        }
    }
}

/// How far a network reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NetworkScope {
    /// A region.
    Regional,
    /// A country.
    National,
    /// Regions of several countries.
    MacroRegion,
    /// Europe.
    European,
    /// The world.
    World,
    /// A sector, in several countries.
    Sector,
}

impl NetworkScope {
    /// All values.
    pub const ALL: [Self; 6] =
        [Self::Regional, Self::National, Self::MacroRegion, Self::European, Self::World, Self::Sector];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Regional => "regional",
            Self::National => "national",
            Self::MacroRegion => "macro_region",
            Self::European => "european",
            Self::World => "world",
            Self::Sector => "sector",
        }
    }
}

/// What a network is for: the goals of the call for Euroclusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NetworkAim {
    /// To bring firms and clusters together.
    Network,
    /// To innovate.
    Innovate,
    /// To adopt processes and technologies.
    Adopt,
    /// To train people.
    Train,
    /// To go to markets abroad.
    Internationalise,
    /// To reach those who are not members of a cluster.
    Outreach,
}

impl NetworkAim {
    /// All values.
    pub const ALL: [Self; 6] =
        [Self::Network, Self::Innovate, Self::Adopt, Self::Train, Self::Internationalise, Self::Outreach];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Innovate => "innovate",
            Self::Adopt => "adopt",
            Self::Train => "train",
            Self::Internationalise => "internationalise",
            Self::Outreach => "outreach",
        }
    }
}
