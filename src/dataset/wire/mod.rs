//! The format as it is written, borrowed from the domain. The published JSON Schema is made from these types.
//!
//! What the schema asks for is what a careful publisher writes; the reader is more forgiving and reports the
//! difference.

mod organisation;
mod published;

use std::collections::BTreeMap;

use crate::domain::LocalText;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use organisation::OrganisationsFile;
pub(super) use organisation::{WireDefaults, WireOrganisation};
#[cfg(not(target_arch = "wasm32"))]
pub(super) use published::VocabulariesFile;
pub(super) use published::{WireExported, WireManifest, WireRegionEntry, WireSource, WireTerm};

/// A text per language.
type Languages<'a> = BTreeMap<&'a str, &'a str>;

fn languages(text: &LocalText) -> Languages<'_> {
    text.iter().map(|(tag, text)| (tag.as_str(), text)).collect()
}
