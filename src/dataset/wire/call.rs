//! Calls as they are written.

use serde::Serialize;

use crate::domain::{ANY_COUNTRY, Call, CountryCode, CutOff, Eligibility, EligibleRegion};

#[cfg(not(target_arch = "wasm32"))]
use super::WireExported;
use super::shared::WireBudget;
use super::{Languages, codes, day, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A file of calls: `data/calls.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: calls, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct CallsFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/calls/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Where an exported file came from.
    exported: Option<WireExported<'a>>,
    /// The calls.
    records: Vec<WireCall<'a>>,
}

/// An open call. What is left out is unknown, never "no" and never "any".
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Call", deny_unknown_fields))]
pub(in crate::dataset) struct WireCall<'a> {
    /// Unique in the file; appears in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// The title.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    title: &'a str,
    /// Who issues it: a programme, an agency, a Eurocluster.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    issuer: Option<&'a str>,
    /// The topic's identifier in its programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    topic_id: Option<&'a str>,
    /// The programme's type of action.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    action_type: Option<&'a str>,
    /// Who may apply, by identifiers of the vocabulary `audiences`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    audience: Vec<&'a str>,
    /// What it pays for, by identifiers of the vocabulary `purposes`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    purpose: Vec<&'a str>,
    /// Industrial ecosystems, by their identifiers in the vocabularies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    ecosystems: Vec<&'a str>,
    /// Countries that are eligible as a whole: ISO 3166-1 alpha-2, or XK; `any` where the call says that applicants
    /// may come from anywhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(regex(pattern = "^([A-Z]{2}|any)$"))))]
    eligible_countries: Vec<&'a str>,
    /// Groups of countries, by identifiers of the vocabulary `country_groups`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    eligible_groups: Vec<&'a str>,
    /// Regions of countries that are not eligible as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    eligible_regions: Vec<WireEligibleRegion<'a>>,
    /// The first day on which one may apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    opens: Option<String>,
    /// The cut-offs, by time; an application counts for the first one it reaches.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, length(max = 400)))]
    cutoffs: Vec<WireCutOff<'a>>,
    /// A cut-off that the source has in words only. Such a call is never shown as open.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    deadline_words: Option<&'a str>,
    /// Whether the closing date is known; where left out, it is when there are cut-offs.
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline_known: Option<bool>,
    /// The zone of all times: always Brussels, and the same where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = "Europe/Brussels")))]
    timezone: Option<&'a str>,
    /// The day it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    published: Option<String>,
    /// Only that a call was withdrawn is written; every other status follows from the dates and the day of viewing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = "cancelled")))]
    status: Option<&'a str>,
    /// The whole budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<WireBudget<'a>>,
    /// The largest grant to one applicant, in whole euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(max = 1_000_000_000_000_u64)))]
    max_grant_eur: Option<u64>,
    /// What it is about, in plain text per language.
    #[serde(skip_serializing_if = "Languages::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    summary: Languages<'a>,
    /// The official page: an https or http address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^[hH][tT][tT][pP][sS]?://[^\\s]+$"), length(max = 2000))
    )]
    url: Option<&'a str>,
    /// Whether the official page is a list of many calls.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    url_is_list: bool,
    /// Where the record is from: identifiers of the dataset's sources, or addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    sources: Vec<&'a str>,
}

/// A region from which one may apply: a code, a name, or both.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "EligibleRegion", deny_unknown_fields)
)]
struct WireEligibleRegion<'a> {
    /// Its country: ISO 3166-1 alpha-2, or XK.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    country: &'a str,
    /// A code of the NUTS nomenclature or of the statistical regions.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}[A-Z0-9]{1,3}$")))]
    code: Option<&'a str>,
    /// Its name as the call writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    name: Option<&'a str>,
}

/// A moment until which applications are collected.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "CutOff", deny_unknown_fields))]
struct WireCutOff<'a> {
    /// The day in Brussels.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    date: String,
    /// The time in Brussels; where left out, the day counts to its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$")))]
    time: Option<String>,
    /// What the source says about this cut-off.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
}

impl<'a> WireCall<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(call: &'a Call) -> Self {
        let eligibility = &call.eligibility;
        Self {
            id: call.id.as_str(),
            title: &call.title,
            issuer: Some(call.issuer.as_str()).filter(|issuer| !issuer.is_empty()),
            topic_id: call.topic_id.as_deref(),
            action_type: call.action_type.as_deref(),
            audience: codes(&call.audience),
            purpose: codes(&call.purpose),
            ecosystems: codes(&call.ecosystems),
            eligible_countries: named_countries(eligibility),
            eligible_groups: codes(&eligibility.groups),
            eligible_regions: eligibility.regions.iter().map(WireEligibleRegion::new).collect(),
            opens: day(call.opens),
            cutoffs: call.cutoffs.iter().map(WireCutOff::new).collect(),
            deadline_words: call.deadline_words.as_deref(),
            deadline_known: (call.deadline_known == call.cutoffs.is_empty()).then_some(call.deadline_known),
            timezone: None,
            published: day(call.published),
            status: call.cancelled.then_some("cancelled"),
            budget: call.budget.as_ref().map(WireBudget::from),
            max_grant_eur: call.max_grant_eur,
            summary: languages(&call.summary),
            url: call.url.as_ref().map(crate::domain::WebAddress::as_str),
            url_is_list: call.url_is_list,
            sources: codes(&call.sources),
        }
    }
}

/// The countries as a list that can say "any".
pub(in crate::dataset) fn named_countries(eligibility: &Eligibility) -> Vec<&str> {
    let any = eligibility.any.then_some(ANY_COUNTRY);
    any.into_iter().chain(eligibility.countries.iter().map(CountryCode::as_str)).collect()
}

impl<'a> WireEligibleRegion<'a> {
    fn new(region: &'a EligibleRegion) -> Self {
        Self {
            country: region.country.as_str(),
            code: region.code.as_ref().map(crate::domain::RegionCode::as_str),
            name: region.name.as_deref(),
        }
    }
}

impl<'a> WireCutOff<'a> {
    fn new(cutoff: &'a CutOff) -> Self {
        Self {
            date: cutoff.date.to_string(),
            time: cutoff.time.map(|time| time.to_string()),
            note: cutoff.note.as_deref(),
        }
    }
}
