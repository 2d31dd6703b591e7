//! What was submitted and what is being typed on this device, and the sender that brings it to its receiver.
//!
//! Every tab has this; one at a time sends (the sender is a file of its own). What is decided is in [`crate::signup`]:
//! here it is read, asked, kept and done. A change of an entry goes into the store only if nobody changed it
//! meanwhile.

mod sender;

use std::cell::OnceCell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, Change, Channel, Drawer, Store, StoreError};
use crate::dataset::Config;
use crate::domain::Instant;
use crate::signup::{
    BodyKind, DraftId, DraftOutline, Entry, EntryKey, EntryState, Receiver, is_corrected, is_held, readdress,
    settled_corrections,
};
use crate::ui::state::{App, app};

/// The lock of the one that sends, and the channel on which tabs tell each other that there is news.
const NAME: &str = "cluster-atlas/outbox";
/// More often a change is not tried when others change the same entry.
const TRIES: u32 = 5;

/// An entry, and the text it was read from: what has to be there still when it is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The entry.
    pub entry: Entry,
    /// Its text in the store; `None` where it could not be kept, so that it is gone when the page is closed.
    text: Option<String>,
}

impl Kept {
    /// Whether it is kept when the page is closed.
    pub fn is_kept(&self) -> bool {
        self.text.is_some()
    }
}

/// A draft in the store.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDraft {
    /// The name it is kept under.
    pub id: String,
    /// Its text.
    pub text: String,
    /// What is known of it; `None` where this version cannot read it.
    pub outline: Option<DraftOutline>,
}

/// Whether anything can be kept here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Not known yet.
    Asking,
    /// It is kept.
    Works,
    /// It is not.
    Fails(StoreError),
}

/// The outbox, as this tab knows it.
#[derive(Clone)]
pub struct Outbox {
    entries: ArcRwSignal<Vec<Kept>>,
    unreadable: ArcRwSignal<usize>,
    drafts: ArcRwSignal<Vec<KeptDraft>>,
    keeping: ArcRwSignal<Keeping>,
    /// Who receives sign-ups, and who partner requests.
    receivers: Arc<[Receiver; 2]>,
    app: App,
}

thread_local! {
    static OUTBOX: OnceCell<Outbox> = const { OnceCell::new() };
    static CHANNEL: OnceCell<Channel> = const { OnceCell::new() };
}

/// The outbox of this tab, for a page.
pub fn outbox(config: &Config) -> Outbox {
    outbox_for(app(), config)
}

/// The outbox of this tab. The first call starts it, with the deployment's settings.
pub fn outbox_for(app: App, config: &Config) -> Outbox {
    OUTBOX.with(|outbox| {
        outbox
            .get_or_init(|| {
                let outbox = Outbox {
                    entries: ArcRwSignal::new(Vec::new()),
                    unreadable: ArcRwSignal::new(0),
                    drafts: ArcRwSignal::new(Vec::new()),
                    keeping: ArcRwSignal::new(Keeping::Asking),
                    receivers: Arc::new([Receiver::of_sign_ups(config), Receiver::of_requests(config)]),
                    app,
                };
                outbox.start();
                outbox
            })
            .clone()
    })
}

impl Outbox {
    /// The entries, the latest first.
    pub fn entries(&self) -> Vec<Kept> {
        let mut entries = self.entries.get();
        entries.sort_by(|one, other| other.entry.key().cmp(one.entry.key()));
        entries
    }

    /// The entry of a key.
    pub fn entry(&self, key: &EntryKey) -> Option<Kept> {
        self.entries.with(|entries| entries.iter().find(|kept| kept.entry.key() == key).cloned())
    }

    /// The entry of a key, without following later changes.
    pub fn entry_now(&self, key: &EntryKey) -> Option<Kept> {
        self.entries.with_untracked(|entries| entries.iter().find(|kept| kept.entry.key() == key).cloned())
    }

    /// Whether there is an entry of a key.
    pub fn has(&self, key: &EntryKey) -> bool {
        self.entry_now(key).is_some()
    }

    /// Whether an entry was corrected, and the correction not withdrawn.
    pub fn is_corrected(&self, key: &EntryKey) -> bool {
        let entries: Vec<Entry> = self.entries.with(|all| all.iter().map(|it| it.entry.clone()).collect());
        entries.iter().any(|entry| entry.key() == key && is_corrected(entry, &entries))
    }

    /// How many entries there are that this version of the app cannot read.
    pub fn unreadable(&self) -> usize {
        self.unreadable.get()
    }

    /// The drafts.
    pub fn drafts(&self) -> Vec<KeptDraft> {
        self.drafts.get()
    }

    /// Whether anything can be kept.
    pub fn keeping(&self) -> Keeping {
        self.keeping.get()
    }

    /// Whether anything can be kept, as far as it is known now.
    pub fn keeping_now(&self) -> Keeping {
        self.keeping.get_untracked()
    }

    /// Who receives entries of that kind as the deployment is now.
    pub fn receiver_of(&self, entry: &Entry) -> &Receiver {
        match entry.contents().kind {
            BodyKind::SignUp | BodyKind::Interest => &self.receivers[0],
            BodyKind::PartnerRequest => &self.receivers[1],
        }
    }

    /// Whether an entry is not sent before its owner has been asked.
    pub fn is_held(&self, entry: &Entry) -> bool {
        is_held(entry, self.receiver_of(entry))
    }

    fn start(&self) {
        let channel = Channel::open(NAME, {
            let outbox = self.clone();
            move || {
                let outbox = outbox.clone();
                spawn_local(async move {
                    outbox.look().await;
                    outbox.wake();
                });
            }
        });
        CHANNEL.with(|held| drop(held.set(channel)));
        let outbox = self.clone();
        browser::on_return(move || outbox.send_now());
        let outbox = self.clone();
        spawn_local(async move {
            outbox.look().await;
            outbox.tidy().await;
            let works = Store::try_out().await;
            outbox.keeping.set(works.map_or_else(Keeping::Fails, |()| Keeping::Works));
            outbox.change_all(|entry, _| readdress(entry, outbox.receiver_of(entry))).await;
            outbox.send_now();
        });
    }

    /// Reads what is kept, and says in the header how much there is.
    async fn look(&self) {
        self.read().await;
        self.count();
    }

    fn count(&self) {
        let entries = self.entries.with_untracked(Vec::len);
        let count = entries + self.drafts.with_untracked(Vec::len) + self.unreadable.get_untracked();
        if self.app.sign_ups.get_untracked() != count {
            self.app.sign_ups.set(count);
        }
    }

    async fn read(&self) {
        let Ok(store) = Store::open().await else { return };
        if let Ok(found) = store.all(Drawer::Outbox).await {
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
            self.unreadable.set(count - entries.len());
            entries.extend(known.iter().filter(|kept| kept.text.is_none()).cloned());
            if self.entries.with_untracked(|known| *known != entries) {
                self.entries.set(entries);
            }
        }
        if let Ok(found) = store.all(Drawer::Drafts).await {
            let read = |(id, text): (String, String)| {
                let outline = DraftOutline::read(&text).ok();
                KeptDraft { id, text, outline }
            };
            let now = browser::now();
            let mut drafts: Vec<KeptDraft> = found.into_iter().map(read).collect();
            drafts.retain(|draft| !draft.outline.as_ref().is_some_and(|it| it.has_expired(now)));
            if self.drafts.with_untracked(|known| *known != drafts) {
                self.drafts.set(drafts);
            }
        }
    }

    /// Removes drafts that have expired for certain. What cannot be changed is there the next time.
    async fn tidy(&self) {
        let now = browser::now();
        let Ok(store) = Store::open().await else { return };
        for (id, text) in store.all(Drawer::Drafts).await.unwrap_or_default() {
            let Ok(outline) = DraftOutline::read(&text) else { continue };
            if outline.is_over(now) {
                self.remove_draft(&id).await;
            } else if let Some(noted) = outline.noted(&text, now) {
                let _ = store.replace(Drawer::Drafts, &id, &text, Some(&noted)).await;
            }
        }
    }

    /// Keeps a draft.
    pub async fn save_draft(&self, id: &DraftId, text: String) -> Result<(), StoreError> {
        let put = Change::Put(Drawer::Drafts, id.as_str().to_owned(), text.clone());
        let saved = async { Store::open().await?.write(&[put]).await }.await;
        let keeping = saved.map_or_else(Keeping::Fails, |()| Keeping::Works);
        if self.keeping_now() != keeping {
            self.keeping.set(keeping);
        }
        if saved.is_ok() {
            Store::release(id.as_str());
            self.drafts.update(|drafts| {
                let outline = DraftOutline::read(&text).ok();
                let id = id.as_str().to_owned();
                match drafts.iter_mut().find(|known| known.id == id) {
                    Some(known) => *known = KeptDraft { id, text, outline },
                    None => drafts.push(KeptDraft { id, text, outline }),
                }
            });
            self.count();
        }
        saved
    }

    /// Removes a draft.
    pub async fn remove_draft(&self, id: &str) {
        Store::release(id);
        if let Ok(store) = Store::open().await {
            // What cannot be removed is there the next time, and can be removed then.
            let _ = store.write(&[Change::Remove(Drawer::Drafts, id.to_owned())]).await;
        }
        self.news().await;
    }

    /// The drafts, as they are kept now.
    pub async fn drafts_now(&self) -> Vec<KeptDraft> {
        self.look().await;
        self.drafts.get_untracked()
    }

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
    fn would_be_lost(&self) -> bool {
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
    async fn try_to_swap(
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

    async fn change_all(&self, rule: impl Fn(&Entry, Instant) -> Option<Entry>) {
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

    /// Removes entries and drafts that this version cannot read.
    pub async fn erase_unreadable(&self) {
        if let Ok(store) = Store::open().await
            && let Ok(found) = store.all(Drawer::Outbox).await
        {
            let unreadable = found.into_iter().filter(|(name, text)| readable(name, text).is_none());
            let changes: Vec<Change> =
                unreadable.map(|(key, _)| Change::Remove(Drawer::Outbox, key)).collect();
            // What cannot be removed is shown again.
            let _ = store.write(&changes).await;
        }
        self.news().await;
    }

    /// Puts an entry in the place of another, or removes it, if that is still as it was. Returns whether it was. What
    /// could not be kept before may have room by now.
    async fn swap(&self, kept: &Kept, next: Option<&Entry>) -> Result<bool, StoreError> {
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
    fn ahead(&self, kept: &Kept, next: &Entry) {
        self.entries.update(|entries| {
            if let Some(known) = entries.iter_mut().find(|known| known.entry.key() == kept.entry.key()) {
                known.entry = next.clone();
            }
        });
    }

    /// Removes what was refused and has been corrected for good.
    async fn settle(&self) {
        let known = self.entries.get_untracked();
        let entries: Vec<Entry> = known.into_iter().map(|kept| kept.entry).collect();
        for key in settled_corrections(&entries) {
            // What cannot be removed is there the next time.
            let _ = self.erase(&key).await;
        }
    }

    /// Keeps what could not be kept when it happened.
    async fn catch_up(&self) {
        for kept in self.entries.get_untracked() {
            if kept.text.as_ref() != Some(&kept.entry.to_json()) {
                // There may be no room still.
                let _ = self.swap(&kept, Some(&kept.entry)).await;
            }
        }
    }

    /// Looks again, and has the other tabs look.
    async fn news(&self) {
        self.look().await;
        CHANNEL.with(|channel| channel.get().map(Channel::tell));
    }
}

/// A key that nobody has used.
pub fn fresh_key() -> EntryKey {
    EntryKey::new(browser::milliseconds(), browser::random_bytes())
}

/// The entry that is kept under a name, where this version can read it.
fn readable(name: &str, text: &str) -> Option<Entry> {
    Entry::read(text).ok().filter(|entry| entry.key().as_str() == name)
}

/// Whether something else is kept under the key of an entry: its form was submitted in another tab, otherwise.
async fn is_another(entry: &Entry) -> bool {
    let name = entry.key().as_str();
    let kept = async { Store::open().await?.get(Drawer::Outbox, name).await }.await;
    kept.ok().flatten().and_then(|text| readable(name, &text)).is_some_and(|kept| !kept.says_the_same(entry))
}
