//! Networks: Euroclusters, associations and strategic partnerships; who works together on what, and what they offer.

use super::{Budget, CountryCode, Figure, LocalText, PartialDate, RecordId, Related, TermId, WebAddress};

/// A network, as far as it is known. What is `None` or empty is unknown, never "no".
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// Unique in the collection; appears in URLs.
    pub id: RecordId,
    /// What it is called: its short name where it goes by that.
    pub name: String,
    /// The name in full.
    pub full_name: Option<String>,
    /// What its name is shortened to.
    pub acronym: Option<String>,
    /// What kind of network it is.
    pub kind: NetworkKind,
    /// The programme that it is or was funded by.
    pub programme: Option<String>,
    /// Whether the programme is assumed, because the source does not say.
    pub programme_assumed: bool,
    /// The year of the round of calls that it is of.
    pub round: Option<u32>,
    /// The part of the programme.
    pub strand: Option<String>,
    /// How far it reaches.
    pub scope: Option<NetworkScope>,
    /// The industrial ecosystems it works for.
    pub ecosystems: Vec<TermId>,
    /// The sectors it works for, as the source names them.
    pub sectors: Vec<String>,
    /// The countries that it or its partners are in.
    pub countries: Vec<CountryCode>,
    /// The countries in which it looks for markets and partners.
    pub target_countries: Vec<CountryCode>,
    /// When it began, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
    pub start: Option<PartialDate>,
    /// When it ended or will end.
    pub end: Option<PartialDate>,
    /// For how many months it is planned.
    pub duration_months: Option<u32>,
    /// What the source leaves open about the dates.
    pub date_note: Option<String>,
    /// Who leads it.
    pub coordinator: Option<Partner>,
    /// Whether the leader is assumed, because the source does not say.
    pub coordinator_assumed: bool,
    /// The partners that are known by name.
    pub partners: Vec<Partner>,
    /// How many partners there are, those that are not known by name among them.
    pub partner_count: Option<u32>,
    /// How many members an association has.
    pub members: Option<u32>,
    /// What it is for.
    pub aims: Vec<NetworkAim>,
    /// What it offers to SMEs and clusters.
    pub offers: Vec<String>,
    /// Its money.
    pub budget: Option<Budget>,
    /// The part of the money that goes on to SMEs.
    pub sme_budget: Option<Budget>,
    /// The number of its grant agreement or project.
    pub grant_agreement: Option<String>,
    /// When the grant agreement was signed.
    pub grant_signed: Option<PartialDate>,
    /// What came of it.
    pub outcome: Option<String>,
    /// Figures and facts, each with its time.
    pub figures: Vec<Figure>,
    /// What belongs to it: its calls and other networks.
    pub related: Related,
    /// What it is, in plain text per language.
    pub summary: LocalText,
    /// Its website.
    pub website: Option<WebAddress>,
    /// Further pages of its own.
    pub links: Vec<WebAddress>,
    /// What the source leaves open.
    pub note: Option<String>,
    /// Where the record is from: identifiers of the dataset's sources, or addresses.
    pub sources: Vec<String>,
}

/// A partner of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its name, as the source has it.
    pub name: String,
    /// Which organisation of the dataset it is.
    pub organisation: Option<RecordId>,
    /// Where it is.
    pub country: Option<CountryCode>,
    /// Its website.
    pub website: Option<WebAddress>,
    /// What is to be known of it.
    pub note: Option<String>,
}

impl Network {
    /// Every country that it or a partner is in, once, in the order of the record.
    pub fn all_countries(&self) -> Vec<&CountryCode> {
        let mut all: Vec<&CountryCode> = Vec::new();
        let partners = self.coordinator.iter().chain(&self.partners);
        for country in self.countries.iter().chain(partners.filter_map(|partner| partner.country.as_ref())) {
            if !all.contains(&country) {
                all.push(country);
            }
        }
        all
    }
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
