//! What was submitted and what is being typed on this device, and the sender that brings it to its receiver.
//!
//! Every tab has this; one at a time sends (the sender is a file of its own). What is decided is in [`crate::signup`]:
//! here it is read, asked, kept and done. A change of an entry goes into the store only if nobody changed it
//! meanwhile.

mod sealing;
mod sender;
mod take_over;

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{self, Change, Channel, Contents, Drawer, Foreign, Store, StoreError};
use crate::dataset::PublicKey;
use crate::domain::Instant;
use crate::signup::{
    BodyKind, DraftId, DraftOutline, Entry, EntryKey, EntryState, Receiver, is_corrected, is_held, readdress,
    settled_corrections,
};
use crate::ui::atlas::Atlas;
use crate::ui::state::{App, app};
use crate::ui::task::to_the_end;

/// The lock of the one that sends, and the channel on which tabs tell each other that there is news.
const NAME: &str = "outbox";
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

/// What stands in the way of seeing what is kept here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Nobody has looked yet.
    Unseen,
    /// All of it is seen.
    Clear,
    /// It cannot be read now; what the page knows of is shown.
    Blocked(StoreError),
    /// It was deleted from outside while the page was open, which has kept anew what it knew of.
    Deleted,
}

/// Something in the outbox or among the drafts that is no entry and no draft of this version.
#[derive(Debug, Clone)]
enum Unreadable {
    /// A text, under its name.
    Text(Drawer, String, String),
    /// Something else.
    Foreign(Drawer, Foreign),
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
    sight: ArcRwSignal<Sight>,
    drafts: ArcRwSignal<Vec<KeptDraft>>,
    /// Who receives what earlier versions have kept for some site at this origin, and who is not named by this one.
    elsewhere: ArcRwSignal<Vec<Receiver>>,
    keeping: ArcRwSignal<Keeping>,
    /// Who receives sign-ups, who partner requests, and who proposals; nobody knows while the settings of the deployment cannot be had.
    receivers: ArcRwSignal<Option<Arc<[Receiver; 3]>>>,
    /// Whom entries are sealed for at a screen that many people use.
    seals_for: ArcRwSignal<Option<PublicKey>>,
    /// What was sealed and kept there since the visit began.
    sealed: ArcRwSignal<Vec<EntryKey>>,
    app: App,
}

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
    static OUTBOX: OnceCell<Outbox> = const { OnceCell::new() };
    static CHANNEL: OnceCell<Channel> = const { OnceCell::new() };
}

/// The outbox of this tab, for a page.
pub fn outbox(atlas: &Atlas) -> Outbox {
    outbox_for(app(), atlas)
}

/// The outbox of this tab. The first call starts it; it sends as soon as a call brings the deployment's settings.
pub fn outbox_for(app: App, atlas: &Atlas) -> Outbox {
    let outbox = OUTBOX.with(|outbox| {
        outbox
            .get_or_init(|| {
                let outbox = Outbox {
                    entries: ArcRwSignal::new(Vec::new()),
                    unreadable: ArcRwSignal::new(0),
                    sight: ArcRwSignal::new(Sight::Unseen),
                    drafts: ArcRwSignal::new(Vec::new()),
                    elsewhere: ArcRwSignal::new(Vec::new()),
                    keeping: ArcRwSignal::new(Keeping::Asking),
                    receivers: ArcRwSignal::new(None),
                    seals_for: ArcRwSignal::new(None),
                    sealed: ArcRwSignal::new(Vec::new()),
                    app,
                };
                outbox.start();
                outbox
            })
            .clone()
    });
    if atlas.has_settings() && outbox.receivers.with_untracked(Option::is_none) {
        let config = &atlas.config;
        outbox.seals_for.set(config.kiosk.public_key.clone());
        let receivers =
            [Receiver::of_sign_ups(config), Receiver::of_requests(config), Receiver::of_profiles(config)];
        outbox.receivers.set(Some(Arc::new(receivers)));
        outbox.readdress_and_send();
    }
    outbox
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

    /// Whether an entry is kept in an envelope that only the organiser can open.
    pub fn is_sealed(&self, key: &EntryKey) -> bool {
        self.sealed.with(|sealed| sealed.contains(key))
    }

    /// How many entries there are that this version of the app cannot read.
    pub fn unreadable(&self) -> usize {
        self.unreadable.get()
    }

    /// What stands in the way of seeing what is kept.
    pub fn sight(&self) -> Sight {
        self.sight.get()
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

    /// Who receives entries of that kind as the deployment is now; `None` while its settings cannot be had.
    pub fn receiver_of(&self, entry: &Entry) -> Option<Receiver> {
        let at = match entry.contents().kind {
            BodyKind::SignUp | BodyKind::Interest => 0,
            BodyKind::PartnerRequest => 1,
            BodyKind::NewProfile | BodyKind::Correction => 2,
        };
        self.receivers.with(|receivers| receivers.as_ref().map(|receivers| receivers[at].clone()))
    }

    /// Whether an entry is not sent before its owner has been asked.
    pub fn is_held(&self, entry: &Entry) -> bool {
        self.receiver_of(entry).is_some_and(|receiver| is_held(entry, &receiver))
    }

    /// Whether an entry waits for something else than its turn: its owner's word, the settings of the deployment, or
    /// the later version of the app that has it too.
    fn is_on_hold(&self, entry: &Entry) -> bool {
        let is_elsewhere = self.sight.get_untracked() == Sight::Blocked(StoreError::Newer);
        untrack(|| self.receiver_of(entry).is_none_or(|receiver| is_held(entry, &receiver)))
            || (is_elsewhere && self.entry_now(entry.key()).is_some_and(|kept| kept.is_kept()))
    }

    fn start(&self) {
        let channel = Channel::open(&browser::scoped(NAME), {
            let outbox = self.clone();
            move || {
                let outbox = outbox.clone();
                to_the_end(async move {
                    outbox.look().await;
                    outbox.wake();
                });
            }
        });
        CHANNEL.with(|held| drop(held.set(channel)));
        let outbox = self.clone();
        browser::on_return(move || outbox.send_now());
        let outbox = self.clone();
        to_the_end(async move {
            outbox.look().await;
            outbox.tidy().await;
            let works = Store::try_out().await;
            outbox.keeping.set(works.map_or_else(Keeping::Fails, |()| Keeping::Works));
        });
    }

    /// The deployment has said who receives what.
    fn readdress_and_send(&self) {
        let outbox = self.clone();
        to_the_end(async move {
            // Now it can be told what of earlier versions belongs here.
            outbox.take_over(false).await;
            outbox.look().await;
            let named = |entry: &Entry, _| readdress(entry, &untrack(|| outbox.receiver_of(entry))?);
            outbox.change_all(named).await;
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
        let mut count = entries + self.drafts.with_untracked(Vec::len) + self.unreadable.get_untracked();
        if self.sight.get_untracked() == Sight::Blocked(StoreError::Newer) {
            // Something is there, however much it is.
            count = count.max(1);
        }
        if self.app.sign_ups.get_untracked() != count {
            self.app.sign_ups.set(count);
        }
    }

    async fn read(&self) {
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

    fn see(&self, sight: Sight) {
        let known = self.sight.get_untracked();
        // That it was deleted is said until the page is loaded again.
        if known != sight && !(known == Sight::Deleted && sight == Sight::Clear) {
            self.sight.set(sight);
        }
    }

    /// Keeps drafts again that were deleted from outside, and the entries, which the next pass keeps.
    fn keep_anew(&self, drafts: Vec<KeptDraft>) {
        let outbox = self.clone();
        to_the_end(async move {
            let kept = drafts.into_iter().map(|draft| Change::Add(Drawer::Drafts, draft.id, draft.text));
            let kept: Vec<Change> = kept.collect();
            // What cannot be kept is said where it is typed.
            let _ = async { Store::open().await?.write(&kept).await }.await;
            outbox.catch_up().await;
            outbox.news().await;
        });
    }

    /// Removes drafts that have expired for certain. What cannot be changed is there the next time.
    async fn tidy(&self) {
        let now = browser::now();
        let Ok(store) = Store::open().await else { return };
        for (id, text) in store.all(Drawer::Drafts).await.unwrap_or_default().texts {
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
            ask_to_last();
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

/// From now on there is something to lose: the browser is asked, once, not to clear it by itself.
fn ask_to_last() {
    if !ASKED.replace(true) {
        to_the_end(async {
            let _ = browser::is_lasting(true).await;
        });
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
