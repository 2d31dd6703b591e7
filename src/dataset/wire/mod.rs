//! The format as it is written, borrowed from the domain. The published JSON Schema is made from these types.
//!
//! What the schema asks for is what a careful publisher writes; the reader is more forgiving and reports the
//! difference.

mod call;
mod event;
#[cfg(not(target_arch = "wasm32"))]
mod fact;
mod organisation;
#[cfg(not(target_arch = "wasm32"))]
mod organisation_fact;
mod partner;
mod partner_request;
mod published;
mod shared;
mod training;

use std::collections::BTreeMap;

use crate::domain::{Day, LocalText};

pub(super) use call::{WireCall, named_countries};
pub(super) use event::WireEvent;
pub(super) use organisation::{WireDefaults, WireOrganisation};
pub(super) use partner::WirePartner;
pub(super) use partner_request::WirePartnerRequest;
pub(super) use published::{
    WireCountryGroup, WireExported, WireField, WireManifest, WireRegionEntry, WireSource, WireTerm,
};
pub(super) use shared::{WireBudget, WireFigure, WireRelated};
pub(super) use training::WireTraining;

// What only the schema needs.
#[cfg(not(target_arch = "wasm32"))]
pub(super) use {
    call::CallsFile, event::EventsFile, fact::FactsFile, fact::WireFact, organisation::OrganisationsFile,
    organisation_fact::OrganisationFactsFile, organisation_fact::WireOrganisationFact,
    partner_request::PartnerRequestsFile, published::VocabulariesFile, training::TrainingsFile,
};

/// A text per language.
pub(super) type Languages<'a> = BTreeMap<&'a str, &'a str>;

pub(super) fn languages(text: &LocalText) -> Languages<'_> {
    text.iter().map(|(tag, text)| (tag.as_str(), text)).collect()
}

pub(super) fn codes<T: AsRef<str>>(codes: &[T]) -> Vec<&str> {
    codes.iter().map(AsRef::as_ref).collect()
}

fn day(day: Option<Day>) -> Option<String> {
    day.map(|day| day.to_string())
}
