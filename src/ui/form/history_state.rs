//! What the browser's history knows of a form: which one, where in it, and how many steps from its beginning.

use crate::browser;
use crate::signup::{EntryKey, Page};

/// What one entry of the history holds as its state: `you 0199… 1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryState {
    /// The page.
    pub page: Page,
    /// The key of the form.
    pub key: EntryKey,
    /// How many entries before this one the form began.
    pub depth: u32,
}

impl HistoryState {
    /// The state of the entry on which the history stands.
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

    /// Gives the entry on which the history stands this state.
    pub fn set(&self) {
        browser::name_step(&self.name());
    }

    /// Puts another entry after it, with this state.
    pub fn push(&self) {
        browser::push_step(&self.name());
    }
}
