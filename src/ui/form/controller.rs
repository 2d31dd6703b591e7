//! A form on the screen: hands events to the machine and does what it asks for.

use leptos::prelude::*;

use crate::browser::{self, Lock, Locked, Store};
use crate::route::Route;
use crate::signup::{
    Boxes, DraftId, Effect, EntryKey, EntryState, Event, Field, FieldError, Notice, Origin, Page, Receiver,
    carried_draft,
};
use crate::ui::messages::{language, tr};
use crate::ui::outbox::{Keeping, Outbox, fresh_key};
use crate::ui::state::{Announcement, app};
use crate::ui::task::{to_the_end, while_there};

use super::fields::field_id;
use super::history_state::HistoryState;
use super::machine::{DraftFacts, Machine};

/// The version of the privacy notice in the messages `privacy-…`. Whoever changes what they say raises it: it is
/// part of what a consent records.
const PRIVACY_VERSION: &str = "cluster-atlas/privacy/2";

/// A draft, as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What is known of it.
    pub facts: DraftFacts,
    /// The name under which it is kept.
    id: String,
    text: String,
}

/// How far the page has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    /// Looks what is kept.
    Looking,
    /// There are drafts: they can be gone on with or thrown away.
    Offered {
        /// The drafts, the last one touched first.
        drafts: Vec<Found>,
    },
    /// The form is filled in.
    Open,
    /// It is submitted under this key.
    Done(EntryKey),
}

/// What a form needs from its page.
pub struct Plan {
    /// The machine.
    pub machine: Box<dyn Machine>,
    /// The outbox.
    pub outbox: Outbox,
    /// Who receives it.
    pub receiver: Receiver,
    /// The entry that the address asks to begin with.
    pub begin_with: Option<Origin>,
}

/// A form on the screen.
#[derive(Clone, Copy)]
pub struct FormController {
    announcement: RwSignal<Announcement>,
    machine: StoredValue<Box<dyn Machine>, LocalStorage>,
    outbox: StoredValue<Outbox>,
    receiver: StoredValue<Receiver>,
    /// How far the page has come.
    pub opening: RwSignal<Opening>,
    /// The page of the form.
    pub page: RwSignal<Page>,
    /// What is wrong on it.
    pub errors: RwSignal<Vec<FieldError>>,
    /// Grows when fields appear or disappear: what has been typed does not draw a page anew.
    pub shape: RwSignal<u32>,
    /// Grows with every change.
    pub changes: RwSignal<u32>,
    /// Counts changes that are to be kept, and which of them are.
    unsaved: StoredValue<u32>,
    saved: StoredValue<u32>,
    saving: StoredValue<bool>,
    /// Holds the key of the form against other tabs.
    claim: StoredValue<Option<Lock>, LocalStorage>,
    /// How many entries of the history the form has put after the one it began on.
    depth: StoredValue<u32>,
    /// Whether what is typed was posted before under another key, and may have arrived.
    pub was_posted: RwSignal<bool>,
    /// Whether the history is on its way back to that one, because the form is done.
    returning: StoredValue<bool>,
}

impl FormController {
    /// Opens a form: with its draft where the visitor comes back to the page, with the offer to go on where not.
    pub fn open(plan: Plan) -> Self {
        let steps = plan.machine.steps();
        let controller = Self {
            announcement: app().announcement,
            machine: StoredValue::new_local(plan.machine),
            outbox: StoredValue::new(plan.outbox),
            receiver: StoredValue::new(plan.receiver),
            opening: RwSignal::new(Opening::Looking),
            page: RwSignal::new(Page::Fill(steps[0])),
            errors: RwSignal::new(Vec::new()),
            shape: RwSignal::new(0),
            changes: RwSignal::new(0),
            unsaved: StoredValue::new(0),
            saved: StoredValue::new(0),
            saving: StoredValue::new(false),
            claim: StoredValue::new_local(None),
            depth: StoredValue::new(0),
            was_posted: RwSignal::new(false),
            returning: StoredValue::new(false),
        };
        browser::on_leave(move || controller.leave());
        on_cleanup(move || controller.keep_rest());
        browser::on_step(move || controller.travelled());
        controller.work(controller.look(plan.begin_with));
        controller
    }

    /// Does something that takes time, for as long as the form is on the screen.
    pub fn work(self, task: impl Future<Output = ()> + 'static) {
        while_there(self.opening, task);
    }

    /// The outbox.
    pub fn outbox(self) -> Outbox {
        self.outbox.get_value()
    }

    /// Who receives it.
    pub fn receiver(self) -> Receiver {
        self.receiver.get_value()
    }

    /// Reads from the machine.
    pub fn read<T>(self, read: impl FnOnce(&dyn Machine) -> T) -> T {
        self.machine.with_value(|machine| read(machine.as_ref()))
    }

    /// What is wrong with a field.
    pub fn error(self, field: Field) -> Option<FieldError> {
        self.errors.with(|errors| errors.iter().find(|error| error.field == field).cloned())
    }

    /// The history stands elsewhere.
    fn travelled(self) {
        let Some(opening) = self.opening.try_get_untracked() else { return };
        match opening {
            Opening::Done(key) if self.returning.get_value() => {
                self.returning.set_value(false);
                HistoryState { page: Page::Done, key, depth: 0 }.set();
                browser::focus_soon("steptitle");
            }
            Opening::Open => {
                if let Some(history_state) = HistoryState::here() {
                    self.depth.set_value(history_state.depth);
                    self.act_quietly(Event::GoTo(history_state.page), true);
                }
            }
            _ => {}
        }
    }

    async fn look(self, begin_with: Option<Origin>) {
        let outbox = self.outbox();
        // Whether anything can be kept is said before anything is typed.
        for _ in 0..100 {
            if outbox.keeping_now() != Keeping::Asking {
                break;
            }
            browser::wait(30).await;
        }
        if self.take_carried().await {
            return;
        }
        let history_state = HistoryState::here();
        if let Some(history_state) =
            history_state.as_ref().filter(|history_state| outbox.has(&history_state.key))
        {
            let _ = self.opening.try_set(Opening::Done(history_state.key.clone()));
            return;
        }
        let mut drafts = self.drafts().await;
        if let Some(history_state) = history_state
            && let Some(at) = drafts.iter().position(|draft| draft.facts.key == history_state.key)
        {
            // A reload, or back to the page in the history: nobody has to be asked.
            let _ = self.depth.try_set_value(history_state.depth);
            self.resume(drafts.swap_remove(at), true).await;
            return;
        }
        if let Some(origin) = begin_with {
            let is_settled = matches!(&origin, Origin::Correct(key) if untrack(|| outbox.is_corrected(key)));
            if !is_settled && self.begin_with(&origin).await {
                return;
            }
        }
        drafts.retain(|draft| draft.facts.is_ours);
        if drafts.is_empty() {
            self.begin().await;
        } else {
            let _ = self.opening.try_set(Opening::Offered { drafts });
        }
    }

    /// Goes on with a draft that the address brings from a screen in a hall; it is kept here from now on, and the address
    /// forgets it. Returns whether there was one of this form.
    async fn take_carried(self) -> bool {
        let hash = browser::current_address().hash;
        let Some(text) = carried_draft(&hash) else { return false };
        browser::replace(&Route::parse(&hash).to_hash(), None);
        let Some(facts) = self.machine.try_with_value(|machine| machine.facts(&text)).flatten() else {
            return false;
        };
        let outbox = self.outbox();
        if outbox.has(&facts.key) {
            let _ = self.opening.try_set(Opening::Done(facts.key));
            return true;
        }
        // What cannot be kept is said where it is typed.
        let _ = outbox.save_draft(&facts.id, text.clone()).await;
        let id = facts.id.as_str().to_owned();
        self.resume(Found { facts, id, text }, false).await;
        true
    }

    /// The drafts of this form, whatever they are about, the last one touched first.
    async fn drafts(self) -> Vec<Found> {
        let outbox = self.outbox();
        let mut found = Vec::new();
        for draft in outbox.drafts_now().await {
            let facts = self.machine.try_with_value(|machine| machine.facts(&draft.text)).flatten();
            let Some(facts) = facts else { continue };
            if outbox.has(&facts.key) {
                // It was submitted in another tab.
                outbox.remove_draft(&draft.id).await;
            } else {
                found.push(Found { facts, id: draft.id, text: draft.text });
            }
        }
        found.sort_by_key(|draft| std::cmp::Reverse(draft.facts.saved));
        found
    }

    /// Begins a form.
    async fn begin(self) {
        let key = fresh_key();
        self.hold(&key, true).await;
        if self.machine.try_update_value(|machine| machine.begin(key)).is_some() {
            self.opened();
        }
    }

    /// Goes on with a draft. If another tab has it open too, this one becomes a form of its own; also where that
    /// cannot be known, unless it was open in this one.
    pub async fn resume(self, draft: Found, was_here: bool) {
        let mut mine = self.hold(&draft.facts.key, was_here).await;
        for _ in 0..5 {
            if mine {
                break;
            }
            // After a reload, the page that was there may be about to let go of it.
            browser::wait(60).await;
            mine = self.hold(&draft.facts.key, was_here).await;
        }
        // A key that was posted once is never used for other bytes.
        let was_posted = Store::posted().iter().any(|key| key == draft.facts.key.as_str());
        let other = (!mine || was_posted).then(fresh_key);
        if let Some(key) = &other {
            self.hold(key, true).await;
        }
        let outbox = self.outbox();
        let refused = draft.facts.replaces.as_ref().and_then(|key| outbox.entry_now(key));
        let refused = refused.map(|kept| kept.entry);
        let resumed = self
            .machine
            .try_update_value(|machine| machine.resume(&draft.text, other, refused.as_ref()))
            .unwrap_or(false);
        if !resumed {
            return;
        }
        self.opened();
        let _ = self.was_posted.try_set(was_posted);
        if !mine {
            self.save_soon();
        } else if was_posted {
            self.save_soon();
            outbox.remove_draft(&draft.id).await;
        } else if draft.id != draft.facts.id.as_str() {
            // An earlier version kept it under another name.
            self.save_soon();
            outbox.remove_draft(&draft.id).await;
        }
    }

    /// Throws the draft away and begins a form. What other tabs have open stays.
    pub async fn start_anew(self) {
        self.forget_changes();
        let outbox = self.outbox();
        if let Some((id, _)) = self.machine.try_with_value(|machine| machine.draft(browser::now())).flatten()
        {
            to_the_end(async move { outbox.remove_draft(id.as_str()).await });
        } else if let Some(Opening::Offered { drafts }) = self.opening.try_get_untracked() {
            for draft in drafts {
                if self.hold(&draft.facts.key, true).await {
                    let outbox = outbox.clone();
                    to_the_end(async move { outbox.remove_draft(&draft.id).await });
                }
            }
        }
        self.begin().await;
        browser::focus_soon("steptitle");
    }

    /// Corrects an entry, or begins another one like it. Returns whether that is possible.
    pub async fn begin_with(self, origin: &Origin) -> bool {
        let outbox = self.outbox();
        let key = origin.key();
        let corrects = matches!(origin, Origin::Correct(_));
        let Some(kept) = outbox.entry_now(key) else { return false };
        // What was typed into the form that is left must not be saved as the other, and is kept whoever leaves.
        self.keep_rest();
        let is_begun = |draft: &Found| corrects && draft.facts.replaces.as_ref() == Some(key);
        let begun = self.drafts().await.into_iter().find(is_begun);
        if let Some(draft) = begun {
            self.resume(draft, false).await;
        } else {
            let fresh = fresh_key();
            self.hold(&fresh, true).await;
            let begun =
                self.machine.try_update_value(|machine| machine.begin_with(&kept.entry, origin, fresh));
            if begun != Some(true) {
                return false;
            }
            self.opened();
            if !corrects {
                // Another one like it is a form as any other, and a draft when somebody has typed into it.
                browser::focus_soon("steptitle");
                return true;
            }
            self.save_soon();
        }
        if matches!(kept.entry.state(), EntryState::Rejected { .. })
            && self.errors.with_untracked(Vec::is_empty)
        {
            // Nothing to correct in the fields: what was refused stands at the end.
            self.act_quietly(Event::GoTo(Page::Check), true);
        }
        browser::focus_soon(if self.errors.with_untracked(Vec::is_empty) { "steptitle" } else { "errors" });
        true
    }

    /// The entry that is being corrected.
    pub fn replaces(self) -> Option<EntryKey> {
        self.changes.track();
        self.read(|machine| machine.replaces())
    }

    /// Holds a key against other tabs; `unasked` says whether it is taken to be free where nobody can be asked.
    async fn hold(self, key: &EntryKey, unasked: bool) -> bool {
        let name = browser::scoped(&["draft/", key.as_str()].concat());
        self.claim.try_set_value(None);
        match browser::try_lock(&name).await {
            Locked::Held(lock) => {
                self.claim.try_set_value(Some(lock));
                true
            }
            Locked::Taken => false,
            Locked::NoLocks => unasked,
        }
    }

    fn opened(self) {
        self.follow();
        if self.opening.try_set(Opening::Open).is_none()
            && let Some(history_state) = self.history_state(self.page.get_untracked())
        {
            history_state.set();
        }
        self.redraw();
    }

    /// What the history is to know of a page of this form.
    fn history_state(self, page: Page) -> Option<HistoryState> {
        let key = self.machine.try_with_value(|machine| machine.key()).flatten()?;
        Some(HistoryState { page, key, depth: self.depth.get_value() })
    }

    /// Draws the page anew.
    pub fn redraw(self) {
        self.shape.try_update(|shape| *shape += 1);
    }

    /// Shows where the machine stands.
    fn follow(self) {
        let Some((page, errors)) = self.machine.try_with_value(|machine| (machine.page(), machine.errors()))
        else {
            return;
        };
        // That it is done is said when it is in the outbox, not before: a page that is closed until then leaves a draft.
        if page != Page::Done && self.page.get_untracked() != page {
            self.page.set(page);
        }
        if self.errors.with_untracked(|known| *known != errors) {
            self.errors.set(errors);
        }
        self.changes.update(|changes| *changes += 1);
    }

    /// What a visitor does.
    pub fn act(self, event: Event) {
        self.act_quietly(event, false);
    }

    fn act_quietly(self, event: Event, from_history: bool) {
        let draws = matches!(event, Event::AddPerson | Event::RemovePerson { .. });
        let Some(effects) = self.machine.try_update_value(|machine| machine.act(event)) else { return };
        self.follow();
        if draws {
            self.redraw();
        }
        for effect in effects {
            match effect {
                Effect::SaveDraft => self.save_soon(),
                Effect::Enqueue { entry, draft } => {
                    self.forget_changes();
                    let outbox = self.outbox();
                    to_the_end(async move {
                        let key = outbox.take(*entry, &draft).await;
                        self.claim.try_set_value(None);
                        self.end(key);
                    });
                }
                // It is shown when it is in the outbox.
                Effect::Show(Page::Done) => {}
                Effect::Show(page) => {
                    if !from_history {
                        self.depth.update_value(|depth| *depth += 1);
                    }
                    match self.history_state(page) {
                        Some(history_state) if from_history => history_state.set(),
                        Some(history_state) => history_state.push(),
                        None => {}
                    }
                    browser::focus_soon("steptitle");
                }
                Effect::FocusErrors => {
                    Announcement::tell(self.announcement, tr("errors-title"));
                    browser::focus_soon("errors");
                }
                Effect::Focus(field) => browser::focus_soon(&field_id(field)),
            }
        }
    }

    /// It is done: the back button leads to where the form was opened from, not through its steps.
    fn end(self, key: EntryKey) {
        let Some(depth) = self.depth.try_get_value() else { return };
        if self.opening.try_set(Opening::Done(key.clone())).is_some() {
            return;
        }
        HistoryState { page: Page::Done, key, depth }.set();
        if depth > 0 {
            self.returning.set_value(true);
            browser::go_back(depth);
        }
        browser::focus_soon("steptitle");
    }

    /// The boxes as they are.
    pub fn boxes(self) -> Boxes {
        self.changes.track();
        self.read(|machine| machine.boxes())
    }

    /// Sends the form, with the privacy notice that is on the screen.
    pub fn submit(self) {
        let Ok(language) = untrack(language).parse() else { return };
        let notice = Notice { version: PRIVACY_VERSION.to_owned(), language };
        self.act(Event::Submit { notice, receiver: self.receiver() });
    }

    /// Keeps what is typed, one write after the other: while one is under way, what is typed waits for the next.
    fn save_soon(self) {
        self.unsaved.try_update_value(|count| *count += 1);
        if self.saving.try_get_value() != Some(false) {
            return;
        }
        self.saving.set_value(true);
        to_the_end(async move {
            while let Some((id, text)) = self.next_to_save() {
                let Some(outbox) = self.outbox.try_get_value() else { return };
                // What cannot be kept is said on the page, and stays on it.
                let _ = outbox.save_draft(&id, text).await;
            }
            self.saving.try_set_value(false);
        });
    }

    /// The draft, if it has changed since it was last kept.
    fn next_to_save(self) -> Option<(DraftId, String)> {
        let unsaved = self.unsaved.try_get_value()?;
        if unsaved == self.saved.try_get_value()? {
            return None;
        }
        self.saved.set_value(unsaved);
        self.machine.try_with_value(|machine| machine.draft(browser::now())).flatten()
    }

    /// The visitor goes on to another form or another page of the app: what waits for its turn is kept now.
    fn keep_rest(self) {
        if let (Some((id, text)), Some(outbox)) = (self.next_to_save(), self.outbox.try_get_value()) {
            to_the_end(async move {
                let _ = outbox.save_draft(&id, text).await;
            });
        }
    }

    /// The page is left, perhaps for good: what is not kept for certain is held where it takes no time.
    fn leave(self) {
        let at_work = self.saving.try_get_value() == Some(true);
        let works = self.outbox.try_with_value(|outbox| outbox.keeping_now() == Keeping::Works);
        if at_work && works == Some(true) {
            let draft = self.machine.try_with_value(|machine| machine.draft(browser::now())).flatten();
            if let Some((id, text)) = draft {
                Store::hold(id.as_str(), &text);
            }
        }
    }

    /// What has been typed since is not to be kept any more.
    fn forget_changes(self) {
        self.unsaved.update_value(|count| *count += 1);
        self.saved.set_value(self.unsaved.get_value());
    }
}
