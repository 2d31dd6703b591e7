//! Facets that a dataset declares itself, as people see them.

use std::sync::{Mutex, PoisonError};

use crate::domain::{OWN, TermId};
use crate::explore::own_facet_id;

use super::{FacetAbout, LabelSource};

static FACETS: Mutex<Vec<&'static FacetAbout>> = Mutex::new(Vec::new());

/// The facet of organisations that an address calls `fields.` and an identifier, whether a dataset declares it or not; its
/// heading has the same name. Like the others it is there for good once it has been met.
pub(super) fn own_facet(name: &str) -> Option<&'static FacetAbout> {
    name.strip_prefix(OWN)?.parse::<TermId>().ok()?;
    let mut facets = FACETS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = facets.iter().find(|known| known.id == name) {
        return Some(known);
    }
    let id = own_facet_id(name);
    let about: &'static FacetAbout = Box::leak(Box::new(FacetAbout::new(id, id, LabelSource::Terms)));
    facets.push(about);
    Some(about)
}
