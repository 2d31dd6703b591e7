//! Networks as they are written.

use serde::Serialize;

use crate::domain::{CountryCode, Network, NetworkKind, NetworkScope, PartialDate, Partner, WebAddress};

#[cfg(not(target_arch = "wasm32"))]
use super::WireExported;
use super::shared::{WireBudget, WireFigure, WireRelated};
use super::{Languages, codes, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A file of networks: `data/networks.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: networks, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct NetworksFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/networks/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Where an exported file came from.
    exported: Option<WireExported<'a>>,
    /// The networks.
    records: Vec<WireNetwork<'a>>,
}

/// A network. What is left out is unknown, never "no".
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Network", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireNetwork<'a> {
    /// Unique in the file; appears in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// What it is called: its short name where it goes by that.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    name: &'a str,
    /// The name in full.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    full_name: Option<&'a str>,
    /// What its name is shortened to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    acronym: Option<&'a str>,
    /// What kind of network it is; `other` where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = NetworkKind::ALL.map(NetworkKind::as_str))))]
    kind: Option<&'a str>,
    /// The programme that it is or was funded by.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    programme: Option<&'a str>,
    /// Whether the programme is assumed, because the source does not say.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    programme_assumed: bool,
    /// The year of the round of calls that it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    round: Option<u32>,
    /// The part of the programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    strand: Option<&'a str>,
    /// How far it reaches.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = NetworkScope::ALL.map(NetworkScope::as_str))))]
    scope: Option<&'a str>,
    /// The industrial ecosystems it works for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    ecosystems: Vec<&'a str>,
    /// The sectors it works for, as the source names them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(length(min = 1, max = 500))))]
    sectors: Vec<&'a str>,
    /// The countries that it or its partners are in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(regex(pattern = "^[A-Z]{2}$"))))]
    countries: Vec<&'a str>,
    /// The countries in which it looks for markets and partners.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(regex(pattern = "^[A-Z]{2}$"))))]
    target_countries: Vec<&'a str>,
    /// When it began, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
    start: Option<String>,
    /// When it ended or will end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
    end: Option<String>,
    /// For how many months it is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_months: Option<u32>,
    /// What the source leaves open about the dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    date_note: Option<&'a str>,
    /// Who leads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    coordinator: Option<WirePartner<'a>>,
    /// Whether the leader is assumed, because the source does not say.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    coordinator_assumed: bool,
    /// The partners that are known by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, length(max = 200)))]
    partners: Vec<WirePartner<'a>>,
    /// How many partners there are, those that are not known by name among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    partner_count: Option<u32>,
    /// How many members an association has.
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<u32>,
    /// What it is for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(
            default,
            inner(regex(pattern = "^(network|innovate|adopt|train|internationalise|outreach)$"))
        )
    )]
    aims: Vec<&'a str>,
    /// What it offers to SMEs and clusters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(length(min = 1, max = 500))))]
    offers: Vec<&'a str>,
    /// Its money.
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<WireBudget<'a>>,
    /// The part of the money that goes on to SMEs.
    #[serde(skip_serializing_if = "Option::is_none")]
    sme_budget: Option<WireBudget<'a>>,
    /// The number of its grant agreement or project.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    grant_agreement: Option<&'a str>,
    /// When the grant agreement was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
    grant_signed: Option<String>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    outcome: Option<&'a str>,
    /// Figures and facts, each with its time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, length(max = 200)))]
    figures: Vec<WireFigure<'a>>,
    /// What belongs to it: its calls and other networks.
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<WireRelated<'a>>,
    /// What it is, in plain text per language.
    #[serde(skip_serializing_if = "Languages::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    summary: Languages<'a>,
    /// Its website.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^[hH][tT][tT][pP][sS]?://[^\\s]+$"), length(max = 2000))
    )]
    website: Option<&'a str>,
    /// Further pages of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(default, inner(regex(pattern = "^[hH][tT][tT][pP][sS]?://[^\\s]+$"), length(max = 2000)))
    )]
    links: Vec<&'a str>,
    /// What the source leaves open.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
    /// Where the record is from: identifiers of the dataset's sources, or addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    sources: Vec<&'a str>,
}

impl<'a> WireNetwork<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(network: &'a Network) -> Self {
        Self {
            id: network.id.as_str(),
            name: &network.name,
            full_name: network.full_name.as_deref(),
            acronym: network.acronym.as_deref(),
            kind: (network.kind != NetworkKind::default()).then(|| network.kind.as_str()),
            programme: network.programme.as_deref(),
            programme_assumed: network.programme_assumed,
            round: network.round,
            strand: network.strand.as_deref(),
            scope: network.scope.map(NetworkScope::as_str),
            ecosystems: codes(&network.ecosystems),
            sectors: codes(&network.sectors),
            countries: codes(&network.countries),
            target_countries: codes(&network.target_countries),
            start: network.start.as_ref().map(PartialDate::to_string),
            end: network.end.as_ref().map(PartialDate::to_string),
            duration_months: network.duration_months,
            date_note: network.date_note.as_deref(),
            coordinator: network.coordinator.as_ref().map(WirePartner::from),
            coordinator_assumed: network.coordinator_assumed,
            partners: network.partners.iter().map(WirePartner::from).collect(),
            partner_count: network.partner_count,
            members: network.members,
            aims: network.aims.iter().map(|value| value.as_str()).collect(),
            offers: codes(&network.offers),
            budget: network.budget.as_ref().map(WireBudget::from),
            sme_budget: network.sme_budget.as_ref().map(WireBudget::from),
            grant_agreement: network.grant_agreement.as_deref(),
            grant_signed: network.grant_signed.as_ref().map(PartialDate::to_string),
            outcome: network.outcome.as_deref(),
            figures: network.figures.iter().map(WireFigure::from).collect(),
            related: WireRelated::new(&network.related),
            summary: languages(&network.summary),
            website: network.website.as_ref().map(WebAddress::as_str),
            links: network.links.iter().map(WebAddress::as_str).collect(),
            note: network.note.as_deref(),
            sources: codes(&network.sources),
        }
    }
}

/// A partner of a network.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Partner", deny_unknown_fields)
)]
struct WirePartner<'a> {
    /// Its name, as the source has it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    name: &'a str,
    /// Which organisation of the dataset it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    organisation: Option<&'a str>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    country: Option<&'a str>,
    /// Its website.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^[hH][tT][tT][pP][sS]?://[^\\s]+$"), length(max = 2000))
    )]
    website: Option<&'a str>,
    /// What is to be known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
}

impl<'a> From<&'a Partner> for WirePartner<'a> {
    fn from(partner: &'a Partner) -> Self {
        Self {
            name: &partner.name,
            organisation: partner.organisation.as_ref().map(crate::domain::RecordId::as_str),
            country: partner.country.as_ref().map(CountryCode::as_str),
            website: partner.website.as_ref().map(WebAddress::as_str),
            note: partner.note.as_deref(),
        }
    }
}
