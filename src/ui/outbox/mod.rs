//! What was submitted and what is being typed on this device, and the sender that brings it to its receiver.
//!
//! Every tab has this; one at a time sends (the sender is a file of its own). What is decided is in [`crate::signup`]:
//! here it is read, asked, kept and done. A change of an entry goes into the store only if nobody changed it
//! meanwhile.

mod changes;
mod drafts;
mod reading;
mod sealing;
mod sender;
mod take_over;

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{self, Channel, Store, StoreError};
use crate::dataset::PublicKey;
use crate::signup::{BodyKind, DraftOutline, Entry, EntryKey, Receiver, is_corrected, is_held, readdress};
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
    pub fn is_on_hold(&self, entry: &Entry) -> bool {
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
        // What is deleted under the page is still in its memory: it is kept anew at once, not with the next change.
        Store::on_lost(move || {
            let outbox = outbox.clone();
            to_the_end(async move {
                outbox.look().await;
                outbox.catch_up().await;
                outbox.wake();
            });
        });
        let outbox = self.clone();
        browser::on_return(move || outbox.resume());
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
            outbox.resume();
        });
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
