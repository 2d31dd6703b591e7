//! Resources as they are written.

use serde::Serialize;

use crate::domain::{PartialDate, Resource, ResourceKind, WebAddress};

#[cfg(not(target_arch = "wasm32"))]
use super::WireExported;
use super::shared::{WireFigure, WireRelated};
use super::{Languages, codes, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A file of resources: `data/resources.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: resources, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct ResourcesFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/resources/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Where an exported file came from.
    exported: Option<WireExported<'a>>,
    /// The resources.
    records: Vec<WireResource<'a>>,
}

/// A resource. What is left out is unknown, never "no".
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Resource", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireResource<'a> {
    /// Unique in the file; appears in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// The title.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    title: &'a str,
    /// What kind of resource it is; `link` where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = ResourceKind::ALL.map(ResourceKind::as_str))))]
    kind: Option<&'a str>,
    /// Of when it is, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
    date: Option<String>,
    /// What the date is, where it is not that of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    date_note: Option<&'a str>,
    /// In what form it comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    format: Option<&'a str>,
    /// How often it takes place or is renewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    frequency: Option<&'a str>,
    /// How one gets it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    how_to_join: Option<&'a str>,
    /// The industrial ecosystems it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    ecosystems: Vec<&'a str>,
    /// What it is about (vocabulary `themes`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    themes: Vec<&'a str>,
    /// For whom it is (vocabulary `audiences`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    audience: Vec<&'a str>,
    /// The countries it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(regex(pattern = "^[A-Z]{2}$"))))]
    countries: Vec<&'a str>,
    /// Its official number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    reference: Option<&'a str>,
    /// Whether it speaks of what is to come.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    outlook: bool,
    /// Whether no more than the title is known.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    name_only: bool,
    /// Figures and facts, each with its time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, length(max = 200)))]
    facts: Vec<WireFigure<'a>>,
    /// What belongs to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<WireRelated<'a>>,
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

impl<'a> WireResource<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(resource: &'a Resource) -> Self {
        Self {
            id: resource.id.as_str(),
            title: &resource.title,
            kind: (resource.kind != ResourceKind::default()).then(|| resource.kind.as_str()),
            date: resource.date.as_ref().map(PartialDate::to_string),
            date_note: resource.date_note.as_deref(),
            format: resource.format.as_deref(),
            frequency: resource.frequency.as_deref(),
            how_to_join: resource.how_to_join.as_deref(),
            ecosystems: codes(&resource.ecosystems),
            themes: codes(&resource.themes),
            audience: codes(&resource.audience),
            countries: codes(&resource.countries),
            reference: resource.reference.as_deref(),
            outlook: resource.outlook,
            name_only: resource.name_only,
            facts: resource.facts.iter().map(WireFigure::from).collect(),
            related: WireRelated::new(&resource.related),
            summary: languages(&resource.summary),
            url: resource.url.as_ref().map(WebAddress::as_str),
            note: resource.note.as_deref(),
            sources: codes(&resource.sources),
        }
    }
}
