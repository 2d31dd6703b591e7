//! Entries that come, change and go: a change goes into the store only if nobody changed the entry meanwhile.

use leptos::prelude::*;

use crate::browser::{self, Change, Drawer, Store, StoreError};
use crate::domain::Instant;
use crate::signup::{DraftId, Entry, EntryKey, EntryState, settled_corrections};

use super::reading::readable;
use super::{Keeping, Kept, Outbox, TRIES, fresh_key};

impl Outbox {
    /// Puts an entry into the outbox in one transaction in which its draft is removed, and sends. One that cannot be
    /// kept is sent all the same, for as long as the page is open. Returns the key that it has there: another one, where
    /// its own stands for something else already.
    pub async fn take(&self, mut entry: Entry, draft: &DraftId) -> EntryKey {
        Store::release(draft.as_str());
        if Store::posted().iter().any(|key| key == entry.key().as_str()) {
            entry = entry.under(&fresh_key());
        }
        let mut kept = Ok(());
        for _ in 0..TRIES {
            let changes = [
                Change::Add(Drawer::Outbox, entry.key().as_str().to_owned(), entry.to_json()),
                Change::Remove(Drawer::Drafts, draft.as_str().to_owned()),
            ];
            kept = async { Store::open().await?.write(&changes).await }.await;
            if kept.is_err() || !is_another(&entry).await {
                break;
            }
            entry = entry.under(&fresh_key());
        }
        if browser::is_kiosk() && self.seal(&entry).await.is_ok() {
            self.sealed.update(|sealed| sealed.push(entry.key().clone()));
        }
        let key = entry.key().clone();
        if let Err(error) = kept {
            self.keeping.set(Keeping::Fails(error));
            let is_first = self.entries.with_untracked(|entries| entries.iter().all(Kept::is_kept));
            self.entries.update(|entries| entries.push(Kept { entry, text: None }));
            if is_first {
                let outbox = self.clone();
                browser::ask_before_leaving(move || outbox.would_be_lost());
            }
        }
        self.news().await;
        self.wake();
        key
    }

    /// Whether something that was submitted and has not arrived is gone when the page is closed.
    pub(super) fn would_be_lost(&self) -> bool {
        let unsent = |kept: &Kept| {
            use EntryState::{ByHand, Queued, Sending};
            !kept.is_kept() && matches!(kept.entry.state(), Queued(_) | Sending { .. } | ByHand)
        };
        self.entries.with_untracked(|entries| entries.iter().any(unsent))
    }

    /// Changes an entry by a rule of the outbox; nothing happens where the rule gives nothing. Fails where the change
    /// cannot be kept: then it is not made.
    pub async fn change(
        &self,
        key: &EntryKey,
        rule: impl Fn(&Entry, Instant) -> Option<Entry>,
    ) -> Result<(), StoreError> {
        let changed = self.try_to_swap(key, |entry| rule(entry, browser::now()).map(Some)).await;
        self.news().await;
        self.wake();
        changed
    }

    /// Swaps an entry for what `wanted` makes of it, again where somebody else was quicker.
    pub(super) async fn try_to_swap(
        &self,
        key: &EntryKey,
        wanted: impl Fn(&Entry) -> Option<Option<Entry>>,
    ) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let Some(kept) = self.entry_now(key) else { break };
            let Some(next) = wanted(&kept.entry) else { break };
            if self.swap(&kept, next.as_ref()).await? {
                break;
            }
            self.look().await;
        }
        Ok(())
    }

    pub(super) async fn change_all(&self, rule: impl Fn(&Entry, Instant) -> Option<Entry>) {
        for kept in self.entries.get_untracked() {
            if let Some(next) = rule(&kept.entry, browser::now()) {
                // An entry that another tab has changed meanwhile is left to that tab.
                let _ = self.swap(&kept, Some(&next)).await;
            }
        }
    }

    /// Removes an entry for good. Fails where it cannot be removed.
    pub async fn erase(&self, key: &EntryKey) -> Result<(), StoreError> {
        let erased = self.try_to_swap(key, |_| Some(None)).await;
        self.news().await;
        erased
    }

    /// Puts an entry in the place of another, or removes it, if that is still as it was. Returns whether it was. What
    /// could not be kept before may have room by now.
    pub(super) async fn swap(&self, kept: &Kept, next: Option<&Entry>) -> Result<bool, StoreError> {
        let key = kept.entry.key();
        let text = next.map(Entry::to_json);
        let mut is_kept = kept.is_kept();
        if let Some(seen) = &kept.text {
            let store = Store::open().await?;
            if !store.replace(Drawer::Outbox, key.as_str(), seen, text.as_deref()).await? {
                return Ok(false);
            }
        } else if let Some(text) = &text {
            let mut changes = vec![Change::Add(Drawer::Outbox, key.as_str().to_owned(), text.clone())];
            let draft = kept.entry.draft_id();
            changes.extend(draft.map(|id| Change::Remove(Drawer::Drafts, id.as_str().to_owned())));
            is_kept = async { Store::open().await?.write(&changes).await }.await.is_ok();
            let there = async { Store::open().await?.get(Drawer::Outbox, key.as_str()).await }.await;
            if is_kept && there.is_ok_and(|there| there.as_ref() != Some(text)) {
                // Another tab has kept it anew, or something came between.
                return Ok(false);
            }
        }
        let text = text.filter(|_| is_kept);
        self.entries.update(|entries| {
            entries.retain_mut(|known| {
                if known.entry.key() != key {
                    return true;
                }
                if let Some(next) = next {
                    *known = Kept { entry: next.clone(), text: text.clone() };
                }
                next.is_some()
            });
        });
        Ok(true)
    }

    /// An entry has come further, and that cannot be kept: this page knows it at least.
    pub(super) fn ahead(&self, kept: &Kept, next: &Entry) {
        self.entries.update(|entries| {
            if let Some(known) = entries.iter_mut().find(|known| known.entry.key() == kept.entry.key()) {
                known.entry = next.clone();
            }
        });
    }

    /// Removes what was refused and has been corrected for good.
    pub(super) async fn settle(&self) {
        let known = self.entries.get_untracked();
        let entries: Vec<Entry> = known.into_iter().map(|kept| kept.entry).collect();
        for key in settled_corrections(&entries) {
            // What cannot be removed is there the next time.
            let _ = self.erase(&key).await;
        }
    }

    /// Keeps what could not be kept when it happened.
    pub(super) async fn catch_up(&self) {
        for kept in self.entries.get_untracked() {
            if kept.text.as_ref() != Some(&kept.entry.to_json()) {
                // There may be no room still.
                let _ = self.swap(&kept, Some(&kept.entry)).await;
            }
        }
    }
}

/// Whether something else is kept under the key of an entry: its form was submitted in another tab, otherwise.
async fn is_another(entry: &Entry) -> bool {
    let name = entry.key().as_str();
    let kept = async { Store::open().await?.get(Drawer::Outbox, name).await }.await;
    kept.ok().flatten().and_then(|text| readable(name, &text)).is_some_and(|kept| !kept.says_the_same(entry))
}
