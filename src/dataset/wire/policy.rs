//! Policies as they are written.

use serde::Serialize;

use crate::domain::{CountryCode, PartialDate, Policy, PolicyKind, PolicyState, WebAddress};

#[cfg(not(target_arch = "wasm32"))]
use super::WireExported;
use super::shared::{WireBudget, WireFigure, WireRelated};
use super::{Languages, codes, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A file of policies: `data/policies.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: policies, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct PoliciesFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/policies/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Where an exported file came from.
    exported: Option<WireExported<'a>>,
    /// The policies.
    records: Vec<WirePolicy<'a>>,
}

/// A policy. What is left out is unknown, never "no".
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Policy", deny_unknown_fields))]
#[expect(clippy::struct_excessive_bools, reason = "each is a remark of its own on the record")]
pub(in crate::dataset) struct WirePolicy<'a> {
    /// Unique in the file; appears in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// What it is called.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    name: &'a str,
    /// What type of policy it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = PolicyKind::ALL.map(PolicyKind::as_str))))]
    kind: Option<&'a str>,
    /// Whether the type is a reading of the publisher, because the source does not name it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    kind_assumed: bool,
    /// The country whose policy it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    country: Option<&'a str>,
    /// The region whose policy it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    region: Option<&'a str>,
    /// Since when it is in force, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
    start: Option<String>,
    /// How the beginning is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    start_note: Option<&'a str>,
    /// Until when it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
    end: Option<String>,
    /// How the end is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    end_note: Option<&'a str>,
    /// What the source says of it where the dates do not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = PolicyState::ALL.map(PolicyState::as_str))))]
    state: Option<&'a str>,
    /// What it is about (vocabulary `themes`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    themes: Vec<&'a str>,
    /// The strategic challenges it answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(length(min = 1, max = 500))))]
    challenges: Vec<&'a str>,
    /// The types of support it gives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(length(min = 1, max = 500))))]
    support: Vec<&'a str>,
    /// What kind of example it is in the toolkit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(length(min = 1, max = 500))))]
    typology: Vec<&'a str>,
    /// Keywords of the toolkit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(length(min = 1, max = 500))))]
    keywords: Vec<&'a str>,
    /// Whether it is an example of the policy toolkit.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    toolkit: bool,
    /// By what means it works.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    instrument: Option<&'a str>,
    /// Its money.
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<WireBudget<'a>>,
    /// Figures, each with its time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, length(max = 200)))]
    figures: Vec<WireFigure<'a>>,
    /// What belongs to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<WireRelated<'a>>,
    /// Whether no more than the name is known.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    name_only: bool,
    /// Whether the record is a fact about policies rather than a policy.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    fact_only: bool,
    /// The time that the record speaks of, where the source is older than it looks.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    as_of: Option<&'a str>,
    /// What it is, in plain text per language.
    #[serde(skip_serializing_if = "Languages::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    summary: Languages<'a>,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^[hH][tT][tT][pP][sS]?://[^\\s]+$"), length(max = 2000))
    )]
    url: Option<&'a str>,
    /// What the source leaves open.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
    /// Where the record is from: identifiers of the dataset's sources, or addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    sources: Vec<&'a str>,
}

impl<'a> WirePolicy<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(policy: &'a Policy) -> Self {
        Self {
            id: policy.id.as_str(),
            name: &policy.name,
            kind: policy.kind.map(PolicyKind::as_str),
            kind_assumed: policy.kind_assumed,
            country: policy.country.as_ref().map(CountryCode::as_str),
            region: policy.region.as_deref(),
            start: policy.start.as_ref().map(PartialDate::to_string),
            start_note: policy.start_note.as_deref(),
            end: policy.end.as_ref().map(PartialDate::to_string),
            end_note: policy.end_note.as_deref(),
            state: policy.state.map(PolicyState::as_str),
            themes: codes(&policy.themes),
            challenges: codes(&policy.challenges),
            support: codes(&policy.support),
            typology: codes(&policy.typology),
            keywords: codes(&policy.keywords),
            toolkit: policy.toolkit,
            instrument: policy.instrument.as_deref(),
            budget: policy.budget.as_ref().map(WireBudget::from),
            figures: policy.figures.iter().map(WireFigure::from).collect(),
            related: WireRelated::new(&policy.related),
            name_only: policy.name_only,
            fact_only: policy.fact_only,
            as_of: policy.as_of.as_deref(),
            summary: languages(&policy.summary),
            url: policy.url.as_ref().map(WebAddress::as_str),
            note: policy.note.as_deref(),
            sources: codes(&policy.sources),
        }
    }
}
