//! What is kept beside the database, where that is too slow or full: a draft while the page is being left, and what was
//! posted.

use crate::browser::scope::{names, scoped};
use crate::browser::storage;

use super::{Change, Drawer, Store};

/// Where a draft is held while the page is being left.
pub(super) const HELD: &str = "held/1";
/// Where it is noted of what could not be kept itself that it was posted: one key a line.
const POSTED: &str = "posted/1";
/// So many keys are noted at most, the latest.
const MOST_POSTED: usize = 200;

/// What was held when a page was left: a browser may end a transaction then, but not this.
#[derive(Clone, PartialEq, Eq)]
struct Held {
    key: String,
    text: String,
}

impl Held {
    fn read(name: &str) -> Option<Self> {
        let kept = storage::read(name).ok().flatten()?;
        let (key, text) = kept.split_once('\n')?;
        Some(Self { key: key.to_owned(), text: text.to_owned() })
    }

    fn forget(name: &str) {
        // What cannot be removed could not be kept either.
        let _ = storage::remove(name);
    }
}

impl Store {
    /// Puts what is held under a name among the drafts.
    pub async fn take_held(&self, name: &str) {
        let Some(held) = Held::read(name) else { return };
        let put = Change::Put(Drawer::Drafts, held.key.clone(), held.text.clone());
        // Where there is no room it stays held: what is kept already can be read and sent all the same. And another
        // tab may have held something since.
        if self.write(&[put]).await.is_ok() && Held::read(name).as_ref() == Some(&held) {
            Held::forget(name);
        }
    }

    /// The name under which a deployment of that scope holds what is kept while the page is being left.
    pub fn held_name(scope: &str) -> String {
        [scope, HELD].concat()
    }

    /// Holds a draft while the page is being left, when there is no time for more; [`Store::open`] puts it among the
    /// others. Whoever keeps it in the usual way after all calls [`Store::release`].
    pub fn hold(key: &str, text: &str) {
        // Where even this is denied there is nothing left to be done.
        let _ = storage::write(&scoped(HELD), &[key, "\n", text].concat());
    }

    /// Forgets what was held of a draft.
    pub fn release(key: &str) {
        let name = scoped(HELD);
        if Held::read(&name).is_some_and(|held| held.key == key) {
            Held::forget(&name);
        }
    }

    /// The keys of what was posted from this device and could not be kept with that word.
    pub fn posted() -> Vec<String> {
        // Of all names: a key stands for one entry, wherever that was submitted.
        let texts = names(POSTED).into_iter().filter_map(|name| storage::read(&name).ok().flatten());
        texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// Notes that something is about to be posted which cannot be kept itself: a key has room where nothing else has.
    pub fn note_posted(key: &str) {
        let mut keys = Self::posted();
        if keys.iter().any(|known| known == key) {
            return;
        }
        keys.push(key.to_owned());
        let latest = &keys[keys.len().saturating_sub(MOST_POSTED)..];
        // Where even this is denied there is nothing left to be done.
        let _ = storage::write(&scoped(POSTED), &latest.join("\n"));
    }
}
