//! Lists of identifiers that are kept on this device only: the shortlist of organisations, the saved calls.

use leptos::prelude::*;

use crate::browser;

/// The name under which the shortlist of organisations is kept.
pub const SHORTLIST: &str = "cluster-atlas/shortlist/1";
/// The name under which the saved calls are kept.
pub const SAVED_CALLS: &str = "cluster-atlas/saved-calls/1";
/// More than anybody compares; keeps a shared link short enough to paste.
pub const MOST: usize = 100;

/// A list of this device.
#[derive(Clone, Copy)]
pub struct KeptList {
    name: &'static str,
    ids: RwSignal<Vec<String>>,
    kept: RwSignal<bool>,
}

impl KeptList {
    /// The list as this device kept it; another tab's changes arrive when the page is loaded again.
    pub fn open(name: &'static str) -> Self {
        let stored = browser::read_stored(name);
        let kept = stored.is_ok();
        let text = stored.ok().flatten().unwrap_or_default();
        let mut ids: Vec<String> = Vec::new();
        for id in text.split(',').filter(|id| !id.is_empty()) {
            if ids.len() < MOST && !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
        Self { name, ids: RwSignal::new(ids), kept: RwSignal::new(kept) }
    }

    /// The identifiers, oldest first.
    pub fn ids(self) -> Vec<String> {
        self.ids.get()
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.ids.with(Vec::len)
    }

    /// Whether one is on it.
    pub fn has(self, id: &str) -> bool {
        self.ids.with(|ids| ids.iter().any(|known| known == id))
    }

    /// Whether this browser keeps the list when the page is closed.
    pub fn is_kept(self) -> bool {
        self.kept.get()
    }

    /// Puts one on the list, or takes it off.
    pub fn set(self, id: &str, on: bool) {
        self.ids.update(|ids| {
            ids.retain(|known| known != id);
            if on && ids.len() < MOST {
                ids.push(id.to_owned());
            }
        });
        self.keep();
    }

    /// Puts several on the list.
    pub fn add_all(self, more: &[String]) {
        self.ids.update(|ids| {
            for id in more {
                if ids.len() < MOST && !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
        });
        self.keep();
    }

    /// Empties the list.
    pub fn clear(self) {
        self.ids.update(Vec::clear);
        self.keep();
    }

    fn keep(self) {
        let text = self.ids.with_untracked(|ids| ids.join(","));
        self.kept.set(browser::write_stored(self.name, &text).is_ok());
    }
}
