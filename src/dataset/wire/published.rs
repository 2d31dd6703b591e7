//! The manifest, the vocabularies and the note of an export as they are written.

use serde::Serialize;

#[cfg(not(target_arch = "wasm32"))]
use crate::domain::FieldKind;
use crate::domain::{CountryGroup, OwnField, RegionEntry, Source, Term};

use super::{Languages, codes, day, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// Where an exported file came from.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Exported", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireExported<'a> {
    /// The dataset's title.
    pub(in crate::dataset) title: &'a str,
    /// The day of the export.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    pub(in crate::dataset) date: String,
    /// The link that shows the same records.
    pub(in crate::dataset) link: &'a str,
    /// Where the facts come from.
    pub(in crate::dataset) sources: Vec<WireSource<'a>>,
}

/// The vocabularies: `data/vocabularies.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: vocabularies, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct VocabulariesFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/vocabularies/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Industrial ecosystems.
    #[schemars(default)]
    ecosystems: Vec<WireTerm<'a>>,
    /// Topics of expertise.
    #[schemars(default)]
    expertise: Vec<WireTerm<'a>>,
    /// Regions.
    #[schemars(default)]
    regions: Vec<WireRegionEntry<'a>>,
    /// Who may apply to a call.
    #[schemars(default)]
    audiences: Vec<WireTerm<'a>>,
    /// What calls pay for.
    #[schemars(default)]
    purposes: Vec<WireTerm<'a>>,
    /// Groups of countries that calls are open to.
    #[schemars(default)]
    country_groups: Vec<WireCountryGroup<'a>>,
    /// For whom trainings are.
    #[schemars(default)]
    training_audiences: Vec<WireTerm<'a>>,
    /// What trainings are about.
    #[schemars(default)]
    training_topics: Vec<WireTerm<'a>>,
    /// What events, policies and resources are about.
    #[schemars(default)]
    themes: Vec<WireTerm<'a>>,
    /// Fields of organisations beyond those of the format.
    #[schemars(default)]
    fields: Vec<WireField<'a>>,
    /// What facets are called instead of what the app calls them; the identifiers are their names in addresses.
    #[schemars(default)]
    headings: Vec<WireTerm<'a>>,
}

/// A field of organisations that the dataset declares itself.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "OwnField", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireField<'a> {
    /// The identifier that records and addresses use.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// What it is called, per language.
    label: Languages<'a>,
    /// What its values are.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = FieldKind::ALL.map(FieldKind::as_str))))]
    kind: &'a str,
    /// The values of a facet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    terms: Vec<WireTerm<'a>>,
}

/// A term of a vocabulary.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Term", deny_unknown_fields))]
pub(in crate::dataset) struct WireTerm<'a> {
    /// The identifier that records use.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// The official name, per language.
    label: Languages<'a>,
    /// Two letters that stand for the term where colour alone must not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 3)))]
    badge: Option<&'a str>,
}

/// A group of countries that a call may be open to.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "CountryGroup", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireCountryGroup<'a> {
    /// The identifier that records use.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// The name, per language.
    label: Languages<'a>,
    /// Two letters that stand for the group where colour alone must not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 3)))]
    badge: Option<&'a str>,
    /// The countries that are known to belong to it: ISO 3166-1 alpha-2, or XK.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(regex(pattern = "^[A-Z]{2}$"))))]
    members: Vec<&'a str>,
    /// Whether `members` is the whole group.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    complete: bool,
}

/// A region of the nomenclature.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "RegionEntry", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireRegionEntry<'a> {
    /// Its code.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}[A-Z0-9]{1,3}$")))]
    code: &'a str,
    /// Its level; the length of the code tells where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 1, max = 3)))]
    level: Option<u8>,
    /// Its country: ISO 3166-1 alpha-2, or XK.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    country: &'a str,
    /// Its name in the country's own language.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    name: &'a str,
    /// The same in Latin letters or in English, for a name that is written otherwise: shown beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    latin: Option<&'a str>,
    /// Whether it is a statistical region of a country outside the EU's nomenclature.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    statistical: bool,
}

/// The manifest: `data/atlas.json`.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(title = "Cluster Atlas: manifest, format 1", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireManifest<'a> {
    /// What this file is.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = "cluster-atlas/1")))]
    pub(in crate::dataset) format: &'a str,
    /// The dataset's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    pub(in crate::dataset) title: Option<&'a str>,
    /// The day it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    pub(in crate::dataset) published: Option<String>,
    /// The view that a visitor sees first, as an address says it behind "#/": `explore?country=AT&view=list`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 2000)))]
    pub(in crate::dataset) start: Option<&'a str>,
    /// Where the facts come from.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub(in crate::dataset) sources: Vec<WireSource<'a>>,
    /// The file of each collection, relative to this one.
    pub(in crate::dataset) collections: Languages<'a>,
    /// The file of the vocabularies, relative to this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::dataset) vocabularies: Option<&'a str>,
    /// The edition of each of these files, by the file's name; a build writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::dataset) editions: Option<Languages<'a>>,
}

/// Where facts come from.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Source", deny_unknown_fields))]
pub(in crate::dataset) struct WireSource<'a> {
    /// The identifier that records use.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// The licence or terms, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    /// The day it is of: when it was said or published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    dated: Option<String>,
    /// The day it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    retrieved: Option<String>,
    /// What was done with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

impl<'a> From<&'a Term> for WireTerm<'a> {
    fn from(term: &'a Term) -> Self {
        Self { id: term.id.as_str(), label: languages(&term.label), badge: term.badge.as_deref() }
    }
}

impl<'a> From<&'a OwnField> for WireField<'a> {
    fn from(field: &'a OwnField) -> Self {
        Self {
            id: field.id.as_str(),
            label: languages(&field.label),
            kind: field.kind.as_str(),
            terms: field.terms.iter().map(WireTerm::from).collect(),
        }
    }
}

impl<'a> From<&'a CountryGroup> for WireCountryGroup<'a> {
    fn from(group: &'a CountryGroup) -> Self {
        let WireTerm { id, label, badge } = WireTerm::from(&group.term);
        Self { id, label, badge, members: codes(&group.members), complete: group.complete }
    }
}

impl<'a> From<&'a RegionEntry> for WireRegionEntry<'a> {
    fn from(region: &'a RegionEntry) -> Self {
        let told_by_code = region.code.as_str().len() == usize::from(region.level) + 2;
        Self {
            code: region.code.as_str(),
            level: (!told_by_code).then_some(region.level),
            country: region.country.as_str(),
            name: &region.name,
            latin: region.latin.as_deref(),
            statistical: region.statistical,
        }
    }
}

impl<'a> From<&'a Source> for WireSource<'a> {
    fn from(source: &'a Source) -> Self {
        Self {
            id: source.id.as_str(),
            name: &source.name,
            url: source.url.as_ref().map(crate::domain::WebAddress::as_str),
            licence: source.licence.as_deref(),
            dated: day(source.dated),
            retrieved: day(source.retrieved),
            note: source.note.as_deref(),
        }
    }
}
