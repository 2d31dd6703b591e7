//! Partner requests as they are written.

use serde::Serialize;

use crate::domain::{PartnerRequest, RequestKind};

#[cfg(not(target_arch = "wasm32"))]
use super::WireExported;
use super::{Languages, codes, day, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A file of partner requests: `data/partner_requests.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: partner requests, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct PartnerRequestsFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/partner_requests/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Where an exported file came from.
    exported: Option<WireExported<'a>>,
    /// The partner requests.
    records: Vec<WirePartnerRequest<'a>>,
}

/// A published partner request. What is left out is unknown, never "no".
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "PartnerRequest", deny_unknown_fields)
)]
pub(in crate::dataset) struct WirePartnerRequest<'a> {
    /// Unique in the file; appears in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// The title.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    title: &'a str,
    /// What kind of request it is; partners for a project or a call where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = RequestKind::ALL.map(RequestKind::as_str))))]
    kind: Option<&'a str>,
    /// Who asks, as the source names them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    requester: Option<&'a str>,
    /// The dataset's organisations that ask, by their identifiers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    organisations: Vec<&'a str>,
    /// Where the asking party is: ISO 3166-1 alpha-2, or XK.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    country: Option<&'a str>,
    /// What is sought, in plain text per language.
    #[serde(skip_serializing_if = "Languages::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    seeks: Languages<'a>,
    /// What is offered, in plain text per language.
    #[serde(skip_serializing_if = "Languages::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    offers: Languages<'a>,
    /// Industrial ecosystems, by their identifiers in the vocabularies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    ecosystems: Vec<&'a str>,
    /// Topics of expertise, by their identifiers in the vocabularies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    expertise: Vec<&'a str>,
    /// Countries in which partners are sought; any where left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(regex(pattern = "^[A-Z]{2}$"))))]
    partner_countries: Vec<&'a str>,
    /// The call it is for: the identifier of one of the dataset's calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    call_id: Option<&'a str>,
    /// The call it is for, as the source names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    call: Option<&'a str>,
    /// The last day to answer, to its end in Brussels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    deadline: Option<String>,
    /// The day it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    published: Option<String>,
    /// A role address to answer to, not a person's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "email")))]
    email: Option<&'a str>,
    /// Its page: an https or http address.
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

impl<'a> WirePartnerRequest<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(request: &'a PartnerRequest) -> Self {
        Self {
            id: request.id.as_str(),
            title: &request.title,
            kind: Some(request.kind).filter(|kind| *kind != RequestKind::default()).map(RequestKind::as_str),
            requester: request.requester.as_deref(),
            organisations: codes(&request.organisations),
            country: request.country.as_ref().map(crate::domain::CountryCode::as_str),
            seeks: languages(&request.seeks),
            offers: languages(&request.offers),
            ecosystems: codes(&request.ecosystems),
            expertise: codes(&request.expertise),
            partner_countries: codes(&request.partner_countries),
            call_id: request.call_id.as_ref().map(crate::domain::RecordId::as_str),
            call: request.call.as_deref(),
            deadline: day(request.deadline),
            published: day(request.published),
            email: request.email.as_ref().map(crate::domain::Email::as_str),
            url: request.url.as_ref().map(crate::domain::WebAddress::as_str),
            note: request.note.as_deref(),
            sources: codes(&request.sources),
        }
    }
}
