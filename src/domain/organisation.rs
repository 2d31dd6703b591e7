//! A cluster organisation, as far as it is known.

use super::{
    CountryCode, Day, Email, LocalText, Location, OwnValue, RecordId, RegionCode, TermId, WebAddress,
};

/// A cluster organisation. What is `None` or empty is unknown, never "no".
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Unique in the collection; appears in URLs.
    pub id: RecordId,
    /// The name, in any script.
    pub name: String,
    /// The short name.
    pub acronym: Option<String>,
    /// What kind of organisation it is.
    pub kind: OrganisationKind,
    /// Where it is registered or active.
    pub country: CountryCode,
    /// The city, as resolved.
    pub city: Option<String>,
    /// The city as its source lists it, where that differs from `city`.
    pub city_listed: Option<String>,
    /// The NUTS or statistical region.
    pub region: Option<Region>,
    /// The point on the map; `None` is "no location known".
    pub location: Option<Location>,
    /// Industrial ecosystems (vocabulary `ecosystems`).
    pub ecosystems: Vec<TermId>,
    /// Topics of expertise (vocabulary `expertise`).
    pub expertise: Vec<TermId>,
    /// How the expertise is known.
    pub expertise_basis: Option<ExpertiseBasis>,
    /// NACE Rev. 2 classes.
    pub nace: Vec<TermId>,
    /// Numbers of members by kind.
    pub members: Members,
    /// Year of foundation.
    pub founded: Option<i32>,
    /// Staff in full-time equivalents.
    pub staff_fte: Option<f64>,
    /// The excellence label.
    pub label: Option<Label>,
    /// The web site.
    pub website: Option<WebAddress>,
    /// A role address.
    pub email: Option<Email>,
    /// What it does, in plain text per language.
    pub summary: LocalText,
    /// The day the record was last brought up to date.
    pub updated: Option<Day>,
    /// Where the record is from: the id of one of the dataset's sources, or a web address.
    pub source: Option<String>,
    /// What the dataset's own fields say, each once, by their identifiers.
    pub own: Vec<(TermId, OwnValue)>,
}

/// What kind of organisation a record is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum OrganisationKind {
    /// A cluster organisation.
    #[default]
    ClusterOrganisation,
    /// A network of clusters.
    Network,
    /// A Eurocluster of the EU's Single Market Programme.
    Eurocluster,
    /// A support organisation.
    SupportOrganisation,
}

impl OrganisationKind {
    /// All kinds.
    pub const ALL: [Self; 4] =
        [Self::ClusterOrganisation, Self::Network, Self::Eurocluster, Self::SupportOrganisation];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClusterOrganisation => "cluster_organisation",
            Self::Network => "network",
            Self::Eurocluster => "eurocluster",
            Self::SupportOrganisation => "support_organisation",
        }
    }
}

/// A region: a code of the nomenclature, a name, or both; never neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The NUTS or statistical region code.
    pub code: Option<RegionCode>,
    /// The name in the country's own language.
    pub name: Option<String>,
}

impl Region {
    /// What identifies the region in URLs and facets: the code, or the name where there is none.
    pub fn key(&self) -> &str {
        self.code.as_ref().map(RegionCode::as_str).or(self.name.as_deref()).unwrap_or_default()
    }
}

/// How the topics of expertise are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExpertiseBasis {
    /// The organisation says so itself.
    Declared,
    /// Read off the organisation's name by rules.
    Inferred,
}

impl ExpertiseBasis {
    /// Both values.
    pub const ALL: [Self; 2] = [Self::Declared, Self::Inferred];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Inferred => "inferred",
        }
    }
}

/// Numbers of members by kind; each may be unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Members {
    /// All members.
    pub total: Option<u32>,
    /// Small and medium-sized enterprises.
    pub sme: Option<u32>,
    /// Large companies.
    pub large: Option<u32>,
    /// Research and education organisations.
    pub research: Option<u32>,
    /// Any other members.
    pub other: Option<u32>,
}

/// The European cluster excellence label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Its level.
    pub level: ExcellenceLevel,
    /// The last day it is valid.
    pub until: Option<Day>,
}

/// Levels of the European cluster excellence label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExcellenceLevel {
    /// Bronze.
    Bronze,
    /// Silver.
    Silver,
    /// Gold.
    Gold,
}

impl ExcellenceLevel {
    /// All levels, lowest first.
    pub const ALL: [Self; 3] = [Self::Bronze, Self::Silver, Self::Gold];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bronze => "bronze",
            Self::Silver => "silver",
            Self::Gold => "gold",
        }
    }
}
