//! Partners of a network as they are written.

use serde::Serialize;

use crate::domain::{CountryCode, Partner, WebAddress};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A partner of a network.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Partner", deny_unknown_fields)
)]
pub(in crate::dataset) struct WirePartner<'a> {
    /// Its name, as the source has it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    name: &'a str,
    /// Which organisation of the dataset it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    organisation: Option<&'a str>,
    /// Whether it is likely and not certain that it is that organisation.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    likely: bool,
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
            likely: partner.likely,
            country: partner.country.as_ref().map(CountryCode::as_str),
            website: partner.website.as_ref().map(WebAddress::as_str),
            note: partner.note.as_deref(),
        }
    }
}
