//! Organisations as they are written.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{
    ExpertiseBasis, Label, Location, Members, Organisation, OrganisationKind, OwnValue, Region,
};
// Only the schema lists every value of these.
#[cfg(not(target_arch = "wasm32"))]
use crate::domain::{ExcellenceLevel, Precision};

#[cfg(not(target_arch = "wasm32"))]
use super::WireExported;
use super::{Languages, codes, day, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A file of organisations: `data/organisations.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: organisations, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct OrganisationsFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/organisations/1"))]
    format: &'a str,
    /// What holds for every record that does not say otherwise.
    defaults: Option<WireDefaults<'a>>,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Where an exported file came from.
    exported: Option<WireExported<'a>>,
    /// The organisations.
    records: Vec<WireOrganisation<'a>>,
}

/// What holds for every record of the file that does not say otherwise.
#[derive(Default, Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Defaults", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireDefaults<'a> {
    /// The kind of organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = OrganisationKind::ALL.map(OrganisationKind::as_str))))]
    pub(in crate::dataset) kind: Option<&'a str>,
    /// ISO 3166-1 alpha-2, or XK.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    pub(in crate::dataset) country: Option<&'a str>,
    /// How exact locations are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = Precision::ALL.map(Precision::as_str))))]
    pub(in crate::dataset) precision: Option<&'a str>,
    /// How expertise is known, for records that list any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = ExpertiseBasis::ALL.map(ExpertiseBasis::as_str))))]
    pub(in crate::dataset) expertise_basis: Option<&'a str>,
    /// The day the records were last brought up to date.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    pub(in crate::dataset) updated: Option<String>,
    /// Where the records are from: the identifier of one of the dataset's sources, or an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::dataset) source: Option<&'a str>,
}

impl WireDefaults<'_> {
    /// Whether there is nothing to write.
    pub(in crate::dataset) fn is_empty(&self) -> bool {
        self.kind.is_none()
            && self.country.is_none()
            && self.precision.is_none()
            && self.expertise_basis.is_none()
            && self.updated.is_none()
            && self.source.is_none()
    }
}

/// A cluster organisation. What is left out is unknown, never "no".
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Organisation", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireOrganisation<'a> {
    /// Unique in the file; appears in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// The name, in any script.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    name: &'a str,
    /// The short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    acronym: Option<&'a str>,
    /// The kind of organisation; a cluster organisation where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = OrganisationKind::ALL.map(OrganisationKind::as_str))))]
    kind: Option<&'a str>,
    /// ISO 3166-1 alpha-2, or XK. Required unless the file's defaults name one.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    country: &'a str,
    /// The city.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    city: Option<&'a str>,
    /// The city as its source lists it, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    city_listed: Option<&'a str>,
    /// The region.
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<WireRegion<'a>>,
    /// The point on the map; left out where unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::dataset) location: Option<WireLocation<'a>>,
    /// Industrial ecosystems, by their identifiers in the vocabularies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    ecosystems: Vec<&'a str>,
    /// Topics of expertise, by their identifiers in the vocabularies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    expertise: Vec<&'a str>,
    /// How the expertise is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = ExpertiseBasis::ALL.map(ExpertiseBasis::as_str))))]
    expertise_basis: Option<&'a str>,
    /// NACE classes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    nace: Vec<&'a str>,
    /// Numbers of members by kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<WireMembers>,
    /// The year of foundation.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1000, max = 2100)))]
    founded: Option<i32>,
    /// Staff in full-time equivalents.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 0, max = 1_000_000_000)))]
    staff_fte: Option<f64>,
    /// The European cluster excellence label.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<WireLabel<'a>>,
    /// The web site: an https or http address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^[hH][tT][tT][pP][sS]?://[^\\s]+$"), length(max = 2000))
    )]
    website: Option<&'a str>,
    /// A role address, not a person's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "email")))]
    email: Option<&'a str>,
    /// What it does, in plain text per language.
    #[serde(skip_serializing_if = "Languages::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    summary: Languages<'a>,
    /// The day the record was last brought up to date.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    updated: Option<String>,
    /// Where the record is from: the identifier of one of the dataset's sources, or an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    /// What the dataset's own fields say, by their identifiers in the vocabularies.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    fields: BTreeMap<&'a str, WireOwn<'a>>,
}

/// A value of an own field: a text, an address or a day; a number; or the identifiers of a facet's terms.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "OwnValue"))]
#[serde(untagged)]
enum WireOwn<'a> {
    /// A line of text, an address or a day.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// Terms of a facet.
    Terms(Vec<&'a str>),
}

/// A region: a code, a name, or both.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Region", deny_unknown_fields))]
struct WireRegion<'a> {
    /// A code of the NUTS nomenclature or of the statistical regions.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}[A-Z0-9]{1,3}$")))]
    code: Option<&'a str>,
    /// The name, in the country's own language.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    name: Option<&'a str>,
}

/// A point in WGS 84 degrees, and how exactly it is known.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Location", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireLocation<'a> {
    /// Latitude, north positive; seven decimals are kept.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = -90, max = 90)))]
    pub(in crate::dataset) lat: f64,
    /// Longitude, east positive; seven decimals are kept.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = -180, max = 180)))]
    pub(in crate::dataset) lon: f64,
    /// How exactly the point is known; `region` where neither the record nor the defaults say.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = Precision::ALL.map(Precision::as_str))))]
    precision: Option<&'a str>,
}

/// Numbers of members by kind.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Members", deny_unknown_fields)
)]
struct WireMembers {
    /// All members.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<u32>,
    /// Small and medium-sized enterprises.
    #[serde(skip_serializing_if = "Option::is_none")]
    sme: Option<u32>,
    /// Large companies.
    #[serde(skip_serializing_if = "Option::is_none")]
    large: Option<u32>,
    /// Research and education organisations.
    #[serde(skip_serializing_if = "Option::is_none")]
    research: Option<u32>,
    /// Any other members.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<u32>,
}

/// The European cluster excellence label.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Label", deny_unknown_fields))]
struct WireLabel<'a> {
    /// Its level.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = ExcellenceLevel::ALL.map(ExcellenceLevel::as_str))))]
    level: &'a str,
    /// The last day it is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    until: Option<String>,
}

impl<'a> WireOrganisation<'a> {
    /// A record without what the file's defaults already say.
    pub(in crate::dataset) fn new(organisation: &'a Organisation, defaults: &WireDefaults<'a>) -> Self {
        let differs = |value: Option<&'a str>, default: Option<&'a str>| value.filter(|_| value != default);
        let updated = day(organisation.updated);
        Self {
            id: organisation.id.as_str(),
            name: &organisation.name,
            acronym: organisation.acronym.as_deref(),
            kind: Some(organisation.kind)
                .filter(|kind| *kind != OrganisationKind::default())
                .map(OrganisationKind::as_str),
            country: organisation.country.as_str(),
            city: organisation.city.as_deref(),
            city_listed: organisation.city_listed.as_deref(),
            region: organisation.region.as_ref().map(WireRegion::new),
            location: organisation.location.map(|location| WireLocation::new(location, defaults.precision)),
            ecosystems: codes(&organisation.ecosystems),
            expertise: codes(&organisation.expertise),
            expertise_basis: differs(
                organisation.expertise_basis.map(ExpertiseBasis::as_str),
                defaults.expertise_basis,
            ),
            nace: codes(&organisation.nace),
            members: WireMembers::new(organisation.members),
            founded: organisation.founded,
            staff_fte: organisation.staff_fte,
            label: organisation.label.map(WireLabel::new),
            website: organisation.website.as_ref().map(crate::domain::WebAddress::as_str),
            email: organisation.email.as_ref().map(crate::domain::Email::as_str),
            summary: languages(&organisation.summary),
            updated: if updated == defaults.updated { None } else { updated },
            source: differs(organisation.source.as_deref(), defaults.source),
            fields: organisation.own.iter().map(|(id, value)| (id.as_str(), WireOwn::new(value))).collect(),
        }
    }
}

impl WireOrganisation<'_> {
    /// Leaves the region to be named by its code.
    pub(in crate::dataset) fn leave_region_name_out(&mut self) {
        if let Some(region) = &mut self.region {
            region.name = None;
        }
    }
}

impl<'a> WireOwn<'a> {
    fn new(value: &'a OwnValue) -> Self {
        match value {
            OwnValue::Line(text) => Self::Text(text.into()),
            OwnValue::Link(address) => Self::Text(address.as_str().into()),
            OwnValue::Date(day) => Self::Text(day.to_string().into()),
            OwnValue::Picture(file) => Self::Text(file.as_str().into()),
            OwnValue::Number(number) => Self::Number(*number),
            OwnValue::Terms(terms) => Self::Terms(codes(terms)),
        }
    }
}

impl<'a> WireRegion<'a> {
    fn new(region: &'a Region) -> Self {
        Self {
            code: region.code.as_ref().map(crate::domain::RegionCode::as_str),
            name: region.name.as_deref(),
        }
    }
}

impl WireLocation<'_> {
    pub(super) fn new(location: Location, default: Option<&str>) -> Self {
        let precision = location.precision.as_str();
        Self {
            lat: location.point.lat(),
            lon: location.point.lon(),
            precision: (default != Some(precision)).then_some(precision),
        }
    }
}

impl WireMembers {
    fn new(members: Members) -> Option<Self> {
        let Members { total, sme, large, research, other } = members;
        (members != Members::default()).then_some(Self { total, sme, large, research, other })
    }
}

impl WireLabel<'_> {
    fn new(label: Label) -> Self {
        Self { level: label.level.as_str(), until: day(label.until) }
    }
}
