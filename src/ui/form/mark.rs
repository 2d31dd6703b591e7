//! What the browser's history knows of a form: which one, where in it, and how many steps from its beginning.

use crate::browser;
use crate::signup::{EntryKey, Page};

/// The mark on one entry of the history: `you 0199… 1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The page.
    pub page: Page,
    /// The key of the form.
    pub key: EntryKey,
    /// How many entries before this one the form began.
    pub depth: u32,
}

impl Mark {
    /// The mark on the entry on which the history stands.
    pub fn here() -> Option<Self> {
        let name = browser::step()?;
        let mut parts = name.split(' ');
        let page = Page::named(parts.next()?)?;
        let key = parts.next()?.parse().ok()?;
        Some(Self { page, key, depth: parts.next()?.parse().ok()? })
    }

    fn name(&self) -> String {
        [self.page.as_str(), " ", self.key.as_str(), " ", &self.depth.to_string()].concat()
    }

    /// Marks the entry on which the history stands.
    pub fn set(&self) {
        browser::name_step(&self.name());
    }

    /// Puts another entry after it, with this mark.
    pub fn push(&self) {
        browser::push_step(&self.name());
    }
}
