//! The pure machine behind a form, whichever form it is: the views are made once for both.

use crate::browser;
use crate::domain::Instant;
use crate::signup::{
    Body, Boxes, DraftId, Effect, Entry, EntryKey, Event, Field, FieldError, Form, Page, Setting, State,
    Step, StoredDraft, update,
};

/// A form that is being filled in.
pub trait Machine {
    /// Does what an event asks for; what is left to be done outside.
    fn act(&mut self, event: Event) -> Vec<Effect>;
    /// Begins anew, with what is known at the start.
    fn begin(&mut self, key: EntryKey);
    /// Goes on with a draft, under another key where one is given. Returns whether it could be read.
    fn resume(&mut self, text: &str, other_key: Option<EntryKey>) -> bool;
    /// Goes on with an entry that was refused. Returns whether that is possible.
    fn correct(&mut self, entry: &Entry, key: EntryKey) -> bool;
    /// The key of the draft in a text.
    fn key_of(&self, text: &str) -> Option<EntryKey>;
    /// The name under which drafts are kept.
    fn draft_id(&self, replaces: Option<&EntryKey>) -> DraftId;
    /// The draft to keep, if there is one.
    fn draft(&self, now: Instant) -> Option<(DraftId, String)>;
    /// The steps before the check.
    fn steps(&self) -> &'static [Step];
    /// The page to show.
    fn page(&self) -> Page;
    /// The text of a field.
    fn text(&self, field: Field) -> String;
    /// The record picked for a field.
    fn picked(&self, field: Field) -> Option<String>;
    /// What is chosen in a list.
    fn chosen(&self, field: Field) -> Vec<String>;
    /// How many people there are.
    fn people(&self) -> usize;
    /// Whether one goes there.
    fn on_site(&self) -> bool;
    /// What is wrong on this page.
    fn errors(&self) -> Vec<FieldError>;
    /// The boxes.
    fn boxes(&self) -> Boxes;
    /// What will be sent.
    fn contents(&self) -> Option<Body>;
}

/// The machine of one form.
pub struct Running<F: Form> {
    /// `None` only while an event is at work.
    state: Option<State<F>>,
    context: Box<dyn Fn(Instant) -> F::Context>,
    start: F,
    people: fn(&F) -> usize,
    on_site: fn(&F, &F::Context) -> bool,
}

impl<F: Form> Running<F> {
    /// A form at its start. What it is checked against is made anew for every event, because time goes by.
    pub fn new(
        start: F,
        context: impl Fn(Instant) -> F::Context + 'static,
        people: fn(&F) -> usize,
        on_site: fn(&F, &F::Context) -> bool,
    ) -> Self {
        Self { state: None, context: Box::new(context), start, people, on_site }
    }

    fn now(&self) -> F::Context {
        (self.context)(browser::now())
    }

    fn typed(&self) -> Option<&F> {
        self.state.as_ref()?.typed()
    }
}

impl<F: Form> Machine for Running<F> {
    fn act(&mut self, event: Event) -> Vec<Effect> {
        let Some(state) = self.state.take() else { return Vec::new() };
        let context = self.now();
        let setting = Setting { context: &context, now: browser::now(), nfc: &browser::composed };
        let (state, effects) = update(state, event, &setting);
        self.state = Some(state);
        effects
    }

    fn begin(&mut self, key: EntryKey) {
        let context = self.now();
        self.state = Some(State::begin(key, F::subject(&context), self.start.clone()));
    }

    fn resume(&mut self, text: &str, other_key: Option<EntryKey>) -> bool {
        let Ok(mut draft) = StoredDraft::<F>::read(text) else { return false };
        if let Some(key) = other_key {
            draft.key = key;
        }
        self.state = Some(State::resume(draft));
        true
    }

    fn correct(&mut self, entry: &Entry, key: EntryKey) -> bool {
        let state = State::correct(entry, key);
        let possible = state.is_some();
        self.state = state.or(self.state.take());
        possible
    }

    fn key_of(&self, text: &str) -> Option<EntryKey> {
        StoredDraft::<F>::read(text).ok().map(|draft| draft.key)
    }

    fn draft_id(&self, replaces: Option<&EntryKey>) -> DraftId {
        DraftId::of::<F>(F::subject(&self.now()), replaces)
    }

    fn draft(&self, now: Instant) -> Option<(DraftId, String)> {
        let draft = self.state.as_ref()?.draft(now)?;
        Some((draft.id(), draft.to_json()))
    }

    fn steps(&self) -> &'static [Step] {
        F::STEPS
    }

    fn page(&self) -> Page {
        self.state.as_ref().map_or(Page::Fill(F::STEPS[0]), State::page)
    }

    fn text(&self, field: Field) -> String {
        self.typed().map(|typed| typed.text(field).to_owned()).unwrap_or_default()
    }

    fn picked(&self, field: Field) -> Option<String> {
        self.typed()?.picked(field).map(str::to_owned)
    }

    fn chosen(&self, field: Field) -> Vec<String> {
        self.typed().map(|typed| typed.chosen(field).to_vec()).unwrap_or_default()
    }

    fn people(&self) -> usize {
        self.typed().map_or(0, self.people)
    }

    fn on_site(&self) -> bool {
        self.typed().is_some_and(|typed| (self.on_site)(typed, &self.now()))
    }

    fn errors(&self) -> Vec<FieldError> {
        self.state.as_ref().map(|state| state.errors().to_vec()).unwrap_or_default()
    }

    fn boxes(&self) -> Boxes {
        self.state.as_ref().map(State::boxes).unwrap_or_default()
    }

    fn contents(&self) -> Option<Body> {
        self.state.as_ref()?.contents().cloned()
    }
}
