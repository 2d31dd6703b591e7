//! Lists of identifiers that are kept on this device only, one for each collection: the shortlist of organisations, the
//! saved calls.

use leptos::prelude::*;

use super::reactive::memo;
use crate::browser;

/// More than anybody compares; keeps a shared link short enough to paste.
pub const MOST: usize = 100;

/// What became of what was to be put on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is on the list, and the browser keeps that.
    Kept,
    /// It is on the list until the page is closed: the browser keeps nothing.
    ForNow,
    /// There was no room for it, or not for all.
    Full,
}

/// A list of this device.
#[derive(Clone, Copy)]
pub struct SavedIds(StoredValue<Parts>);

#[derive(Clone, Copy)]
struct Parts {
    name: &'static str,
    ids: RwSignal<Vec<String>>,
    kept: RwSignal<bool>,
}

impl SavedIds {
    /// A list of which nothing is known before [`SavedIds::open`].
    pub fn new(name: &'static str) -> Self {
        Self(StoredValue::new(Parts { name, ids: RwSignal::default(), kept: RwSignal::new(true) }))
    }

    /// Reads the list as this device keeps it. What other tabs change is followed.
    pub fn open(self) {
        let Parts { name, ids, kept } = self.parts();
        let stored = read(name);
        kept.set(stored.is_some());
        ids.set(stored.unwrap_or_default());
        browser::on_stored_change(browser::scoped(name), move || self.catch_up());
    }

    fn parts(self) -> Parts {
        self.0.get_value()
    }

    /// What another tab has put on the list since must not be lost by what this one changes.
    fn catch_up(self) {
        // What could not be written is here only: what stands in the browser is older.
        if !self.parts().kept.get_untracked() {
            return;
        }
        if let Some(ids) =
            read(self.parts().name).filter(|ids| self.parts().ids.with_untracked(|known| known != ids))
        {
            self.parts().ids.set(ids);
        }
    }

    /// The identifiers, oldest first.
    pub fn ids(self) -> Vec<String> {
        self.parts().ids.get()
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.parts().ids.with(Vec::len)
    }

    /// Whether one is on it.
    pub fn has(self, id: &str) -> bool {
        self.parts().ids.with(|ids| ids.iter().any(|known| known == id))
    }

    /// Whether this browser keeps the list when the page is closed.
    pub fn is_kept(self) -> bool {
        self.parts().kept.get()
    }

    /// Puts one on the list.
    pub fn add(self, id: &str) -> Added {
        self.add_all(&[id.to_owned()])
    }

    /// Takes one off the list.
    pub fn remove(self, id: &str) {
        self.catch_up();
        self.parts().ids.update(|ids| ids.retain(|known| known != id));
        self.keep();
    }

    /// Puts several on the list, as many as there is room for.
    pub fn add_all(self, more: &[String]) -> Added {
        self.catch_up();
        let mut left_out = false;
        self.parts().ids.update(|ids| {
            for id in more.iter().filter(|id| !ids.contains(id)).cloned().collect::<Vec<_>>() {
                if ids.len() < MOST {
                    ids.push(id);
                } else {
                    left_out = true;
                }
            }
        });
        self.keep();
        match (left_out, self.parts().kept.get_untracked()) {
            (true, _) => Added::Full,
            (false, true) => Added::Kept,
            (false, false) => Added::ForNow,
        }
    }

    /// Empties the list.
    pub fn clear(self) {
        self.parts().ids.update(Vec::clear);
        self.keep();
    }

    fn keep(self) {
        let text = self.parts().ids.with_untracked(|ids| ids.join(","));
        self.parts().kept.set(browser::write_stored(&browser::scoped(self.parts().name), &text).is_ok());
    }
}

/// The identifiers under a name; `None` where the browser does not let the page keep anything. Until this deployment
/// has a list of its own it goes on with the one that all of the origin shared.
fn read(name: &str) -> Option<Vec<String>> {
    let text = browser::read_scoped(name).ok()?.unwrap_or_default();
    let mut ids: Vec<String> = Vec::new();
    for id in text.split(',').filter(|id| !id.is_empty()) {
        if ids.len() < MOST && !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    Some(ids)
}

/// What the page of a list shows: the list of this device, or one that came with a link.
#[derive(Clone, Copy)]
pub struct ShownIds {
    shared: Memo<Option<Vec<String>>>,
    /// The identifiers, oldest first.
    pub ids: Memo<Vec<String>>,
    /// Those of them that the dataset has.
    pub known: Memo<Vec<String>>,
}

impl ShownIds {
    /// `shared` gives what came with the link, `is_known` says whether the dataset has a record.
    pub fn of(
        list: SavedIds,
        shared: impl Fn() -> Option<Vec<String>> + Send + Sync + 'static,
        is_known: impl Fn(&str) -> bool + Send + Sync + 'static,
    ) -> Self {
        let shared = memo(move |_| shared());
        let ids = memo(move |_| shared.get().unwrap_or_else(|| list.ids()));
        let known = memo(move |_| ids.get().into_iter().filter(|id| is_known(id)).collect());
        Self { shared, ids, known }
    }

    /// Whether it came with a link.
    pub fn is_shared(self) -> bool {
        self.shared.with(Option::is_some)
    }

    /// Whether there is nothing to show.
    pub fn is_empty(self) -> bool {
        self.known.with(Vec::is_empty)
    }

    /// Those that the dataset does not have.
    pub fn gone(self) -> Vec<String> {
        let known = self.known.get();
        self.ids.get().into_iter().filter(|id| !known.contains(id)).collect()
    }
}
