//! Names of facets that a dataset declares. Those of the app are constants, and names of both kinds are compared and copied
//! everywhere; so a declared one is made a constant when it is first met, once, and stays.

use std::sync::{Mutex, PoisonError};

use super::FacetId;

static NAMES: Mutex<Vec<FacetId>> = Mutex::new(Vec::new());

/// The name of a facet that a dataset declares, as a facet's name.
pub fn own_facet_id(name: &str) -> FacetId {
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.iter().find(|known| **known == name) {
        return known;
    }
    let name: FacetId = Box::leak(name.into());
    names.push(name);
    name
}
