//! What is kept, as this version can read it, and what it cannot.

use leptos::prelude::*;

use crate::browser::{self, Change, Contents, Drawer, Foreign, Store, StoreError};
use crate::signup::{DraftOutline, Entry};

use super::{Kept, KeptDraft, Outbox, Sight};

/// Something in the outbox or among the drafts that is no entry and no draft of this version.
#[derive(Debug, Clone)]
enum Unreadable {
    /// A text, under its name.
    Text(Drawer, String, String),
    /// Something else.
    Foreign(Drawer, Foreign),
}

impl Outbox {
    /// Reads what is kept, and says in the header how much there is.
    pub(super) async fn look(&self) {
        self.read().await;
        self.count();
    }

    pub(super) fn count(&self) {
        let entries = self.entries.with_untracked(Vec::len);
        let mut count = entries + self.drafts.with_untracked(Vec::len) + self.unreadable.get_untracked();
        if self.sight.get_untracked() == Sight::Blocked(StoreError::Newer) {
            // Something is there, however much it is.
            count = count.max(1);
        }
        if self.app.sign_ups.get_untracked() != count {
            self.app.sign_ups.set(count);
        }
    }

    pub(super) async fn read(&self) {
        let store = match Store::open().await {
            Ok(store) => store,
            Err(error) => return self.see(Sight::Blocked(error)),
        };
        let deleted = Store::was_replaced();
        let mut unreadable = 0;
        let mut sight = if deleted { Sight::Deleted } else { Sight::Clear };
        if let Ok(Contents { texts: found, foreign }) =
            store.all(Drawer::Outbox).await.inspect_err(|error| sight = Sight::Blocked(*error))
        {
            let count = found.len();
            let posted = Store::posted();
            let known = self.entries.get_untracked();
            let read = |(name, text): (String, String)| {
                // A change that could not be kept is not forgotten for that.
                if let Some(kept) = known.iter().find(|kept| kept.text.as_ref() == Some(&text)) {
                    return Some(kept.clone());
                }
                let entry = readable(&name, &text)?;
                let entry = if posted.contains(&name) { entry.known_as_posted() } else { entry };
                Some(Kept { entry, text: Some(text) })
            };
            let mut entries: Vec<Kept> = found.into_iter().filter_map(read).collect();
            unreadable += count - entries.len() + foreign.len();
            // What could not be kept is here only, and so is what was deleted behind the page's back: it is kept anew
            // with the next pass. What another tab has kept anew already is there.
            let only_here = known.into_iter().filter(|kept| kept.text.is_none() || deleted);
            for kept in only_here {
                if entries.iter().all(|found| found.entry.key() != kept.entry.key()) {
                    entries.push(Kept { text: None, ..kept });
                }
            }
            if self.entries.with_untracked(|known| *known != entries) {
                self.entries.set(entries);
            }
        }
        if let Ok(Contents { texts: found, foreign }) = store.all(Drawer::Drafts).await {
            unreadable += foreign.len();
            let read = |(id, text): (String, String)| {
                let outline = DraftOutline::read(&text).ok();
                KeptDraft { id, text, outline }
            };
            let now = browser::now();
            let mut drafts: Vec<KeptDraft> = found.into_iter().map(read).collect();
            drafts.retain(|draft| !draft.outline.as_ref().is_some_and(|it| it.has_expired(now)));
            if deleted {
                let mut known = self.drafts.get_untracked();
                known.retain(|known| drafts.iter().all(|draft| draft.id != known.id));
                drafts.extend(known);
                self.keep_anew(drafts.clone());
            }
            if self.drafts.with_untracked(|known| *known != drafts) {
                self.drafts.set(drafts);
            }
        }
        if self.unreadable.get_untracked() != unreadable {
            self.unreadable.set(unreadable);
        }
        self.see(sight);
    }

    pub(super) fn see(&self, sight: Sight) {
        let known = self.sight.get_untracked();
        // That it was deleted is said until the page is loaded again.
        if known != sight && !(known == Sight::Deleted && sight == Sight::Clear) {
            self.sight.set(sight);
        }
    }

    /// What this version cannot read: entries that are none, and whatever else somebody has put there.
    async fn all_unreadable(&self) -> Vec<Unreadable> {
        let Ok(store) = Store::open().await else { return Vec::new() };
        let mut found = Vec::new();
        for drawer in [Drawer::Outbox, Drawer::Drafts] {
            let Contents { texts, foreign } = store.all(drawer).await.unwrap_or_default();
            // Drafts of another version stand among the drafts.
            let texts = texts
                .into_iter()
                .filter(|(name, text)| drawer == Drawer::Outbox && readable(name, text).is_none());
            found.extend(texts.map(|(name, text)| Unreadable::Text(drawer, name, text)));
            found.extend(foreign.into_iter().map(|it| Unreadable::Foreign(drawer, it)));
        }
        found
    }

    /// The same as a file, so that its owner can see what it is.
    pub async fn export_unreadable(&self) -> String {
        let said = |text: &str| serde_json::to_string(text).unwrap_or_default();
        let one = |it: &Unreadable| match it {
            Unreadable::Text(_, name, text) => {
                ["{\"key\":", &said(name), ",\"value\":", &said(text), "}"].concat()
            }
            Unreadable::Foreign(_, it) => it.to_json(),
        };
        let all: Vec<String> = self.all_unreadable().await.iter().map(one).collect();
        ["[", &all.join(",\n"), "]\n"].concat()
    }

    /// Removes it.
    pub async fn erase_unreadable(&self) {
        let remove = |it| match it {
            Unreadable::Text(drawer, name, _) => Change::Remove(drawer, name),
            Unreadable::Foreign(drawer, it) => Change::RemoveForeign(drawer, it),
        };
        let changes: Vec<Change> = self.all_unreadable().await.into_iter().map(remove).collect();
        // What cannot be removed is shown again.
        let _ = async { Store::open().await?.write(&changes).await }.await;
        self.news().await;
    }
}

/// The entry that is kept under a name, where this version can read it.
pub(super) fn readable(name: &str, text: &str) -> Option<Entry> {
    Entry::read(text).ok().filter(|entry| entry.key().as_str() == name)
}
