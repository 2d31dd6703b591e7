//! A form on the screen: hands events to the machine and does what it asks for.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, Lock, Locked, Store};
use crate::dataset::Delivery;
use crate::signup::{Boxes, DraftId, Effect, EntryKey, Event, Field, FieldError, Notice, Page};
use crate::ui::messages::{language, said};
use crate::ui::outbox::{Keeping, Outbox};
use crate::ui::state::app;

use super::fields::field_id;
use super::machine::Machine;

/// The version of the privacy notice in the messages `privacy-…`. Whoever changes what they say raises it: it is
/// part of what a consent records.
const PRIVACY_VERSION: &str = "cluster-atlas/privacy/1";
/// In the browser's history, what stands before the key of a form that is done.
const DONE: &str = "done ";

/// How far the page has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Looks what is kept.
    Looking,
    /// There is a draft: it can be gone on with or thrown away.
    Offered {
        /// Its text.
        text: String,
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
    /// How the deployment delivers.
    pub delivery: Delivery,
}

/// A form on the screen.
#[derive(Clone, Copy)]
pub struct Flow {
    announcement: RwSignal<String>,
    machine: StoredValue<Box<dyn Machine>, LocalStorage>,
    outbox: StoredValue<Outbox>,
    delivery: StoredValue<Delivery>,
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
}

impl Flow {
    /// Opens a form: with its draft where the visitor comes back to the page, with the offer to go on where not.
    pub fn open(plan: Plan) -> Self {
        let steps = plan.machine.steps();
        let flow = Self {
            announcement: app().announcement,
            machine: StoredValue::new_local(plan.machine),
            outbox: StoredValue::new(plan.outbox),
            delivery: StoredValue::new(plan.delivery),
            opening: RwSignal::new(Opening::Looking),
            page: RwSignal::new(Page::Fill(steps[0])),
            errors: RwSignal::new(Vec::new()),
            shape: RwSignal::new(0),
            changes: RwSignal::new(0),
            unsaved: StoredValue::new(0),
            saved: StoredValue::new(0),
            saving: StoredValue::new(false),
            claim: StoredValue::new_local(None),
        };
        browser::on_leave(move || flow.leave());
        on_cleanup(move || flow.keep_rest());
        browser::on_step(move || {
            let step = browser::step().and_then(|name| Page::named(&name));
            if let (Some(page), Some(Opening::Open)) = (step, flow.opening.try_get_untracked()) {
                flow.act_quietly(Event::GoTo(page), true);
            }
        });
        spawn_local(async move { flow.look().await });
        flow
    }

    /// The outbox.
    pub fn outbox(self) -> Outbox {
        self.outbox.get_value()
    }

    /// How the deployment delivers.
    pub fn delivery(self) -> Delivery {
        self.delivery.get_value()
    }

    /// Reads from the machine.
    pub fn read<T>(self, read: impl FnOnce(&dyn Machine) -> T) -> T {
        self.machine.with_value(|machine| read(machine.as_ref()))
    }

    /// What is wrong with a field.
    pub fn error(self, field: Field) -> Option<FieldError> {
        self.errors.with(|errors| errors.iter().find(|error| error.field == field).cloned())
    }

    async fn look(self) {
        let outbox = self.outbox();
        // Whether anything can be kept is said before anything is typed.
        for _ in 0..100 {
            if outbox.keeping_now() != Keeping::Asking {
                break;
            }
            browser::wait(30).await;
        }
        let step = browser::step();
        let done = step.as_deref().and_then(|name| name.strip_prefix(DONE)).and_then(|key| key.parse().ok());
        if let Some(key) = done.filter(|key| outbox.has(key)) {
            let _ = self.opening.try_set(Opening::Done(key));
            return;
        }
        let Some(id) = self.machine.try_with_value(|machine| machine.draft_id(None)) else { return };
        let mut text = outbox.draft(&id).await;
        let Some(key) =
            self.machine.try_with_value(|machine| text.as_deref().and_then(|t| machine.key_of(t)))
        else {
            return;
        };
        if key.as_ref().is_some_and(|key| outbox.has(key)) {
            // It was submitted in another tab.
            outbox.remove_draft(id.as_str()).await;
            text = None;
        }
        match text.filter(|_| key.is_some()) {
            // A reload, or back to the page in the history: nobody has to be asked.
            Some(text) if step.is_some_and(|name| Page::named(&name).is_some()) => self.resume(text).await,
            Some(text) => drop(self.opening.try_set(Opening::Offered { text })),
            None => self.begin().await,
        }
    }

    /// Begins a form.
    async fn begin(self) {
        let key = fresh_key();
        self.hold(&key).await;
        if self.machine.try_update_value(|machine| machine.begin(key)).is_some() {
            self.opened();
        }
    }

    /// Goes on with a draft. If another tab has it open too, this one becomes a form of its own.
    pub async fn resume(self, text: String) {
        let Some(Some(key)) = self.machine.try_with_value(|machine| machine.key_of(&text)) else { return };
        let mine = self.hold(&key).await;
        let other = (!mine).then(fresh_key);
        let resumed = self.machine.try_update_value(|machine| machine.resume(&text, other));
        if resumed == Some(true) {
            self.opened();
        }
    }

    /// Throws the draft away and begins a form.
    pub async fn start_anew(self) {
        self.forget_changes();
        if let Some(id) = self.machine.try_with_value(|machine| {
            machine.draft(browser::now()).map_or_else(|| machine.draft_id(None), |(id, _)| id)
        }) {
            self.outbox().remove_draft(id.as_str()).await;
            self.begin().await;
            browser::focus_soon("steptitle");
        }
    }

    /// Goes on with an entry that its receiver refused.
    pub async fn correct(self, key: &EntryKey) {
        let Some(kept) = self.outbox().entry_now(key) else { return };
        let Some(id) = self.machine.try_with_value(|machine| machine.draft_id(Some(key))) else { return };
        if let Some(text) = self.outbox().draft(&id).await {
            self.resume(text).await;
        } else {
            let fresh = fresh_key();
            self.hold(&fresh).await;
            let began = self.machine.try_update_value(|machine| machine.correct(&kept.entry, fresh));
            if began == Some(true) {
                self.opened();
            }
        }
        browser::focus_soon(if self.errors.with_untracked(Vec::is_empty) { "steptitle" } else { "errors" });
    }

    async fn hold(self, key: &EntryKey) -> bool {
        let name = ["cluster-atlas/draft/", key.as_str()].concat();
        self.claim.try_set_value(None);
        match browser::try_lock(&name).await {
            Locked::Held(lock) => {
                self.claim.try_set_value(Some(lock));
                true
            }
            Locked::Taken => false,
            Locked::NoLocks => true,
        }
    }

    fn opened(self) {
        self.follow();
        if self.opening.try_set(Opening::Open).is_none() {
            browser::name_step(self.page.get_untracked().as_str());
        }
        self.redraw();
    }

    fn redraw(self) {
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
                Effect::RemoveDraft(id) => {
                    self.forget_changes();
                    let outbox = self.outbox();
                    spawn_local(async move { outbox.remove_draft(id.as_str()).await });
                }
                Effect::Enqueue { entry, draft, replaces } => {
                    self.forget_changes();
                    let (outbox, key) = (self.outbox(), entry.key().clone());
                    spawn_local(async move {
                        outbox.take(*entry, &draft, replaces.as_ref()).await;
                        browser::push_step(&[DONE, key.as_str()].concat());
                        self.claim.try_set_value(None);
                        let _ = self.opening.try_set(Opening::Done(key));
                        browser::focus_soon("steptitle");
                    });
                }
                // It is shown when it is in the outbox.
                Effect::Show(Page::Done) => {}
                Effect::Show(page) => {
                    if from_history {
                        browser::name_step(page.as_str());
                    } else {
                        browser::push_step(page.as_str());
                    }
                    browser::focus_soon("steptitle");
                }
                Effect::FocusErrors => {
                    self.announcement.set(said("errors-title"));
                    browser::focus_soon("errors");
                }
                Effect::Focus(field) => browser::focus_soon(&field_id(field)),
            }
        }
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
        self.act(Event::Submit { notice, delivery: self.delivery() });
    }

    /// Keeps what is typed, one write after the other: while one is under way, what is typed waits for the next.
    fn save_soon(self) {
        self.unsaved.try_update_value(|count| *count += 1);
        if self.saving.try_get_value() != Some(false) {
            return;
        }
        self.saving.set_value(true);
        spawn_local(async move {
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

    /// The visitor goes to another page of the app: what waits for its turn is kept now.
    fn keep_rest(self) {
        if let (Some((id, text)), Some(outbox)) = (self.next_to_save(), self.outbox.try_get_value()) {
            spawn_local(async move {
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

fn fresh_key() -> EntryKey {
    EntryKey::new(browser::milliseconds(), browser::random_bytes())
}
