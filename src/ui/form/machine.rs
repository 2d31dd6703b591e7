//! The pure machine behind a form, whichever form it is: the views are made once for both.

use crate::browser;
use crate::domain::Instant;
use crate::signup::{
    Body, Boxes, DraftId, Effect, Entry, EntryKey, Event, Field, FieldError, Form, Origin, Page, Part,
    ProfileField, Setting, State, Step, StoredDraft, update,
};

/// A form that is being filled in.
pub trait Machine {
    /// Does what an event asks for; what is left to be done outside.
    fn act(&mut self, event: Event) -> Vec<Effect>;
    /// Begins anew, with what is known at the start.
    fn begin(&mut self, key: EntryKey);
    /// Goes on with a draft, under another key where one is given, and with what the receiver said about the entry
    /// that it corrects. Returns whether it could be read.
    fn resume(&mut self, text: &str, other_key: Option<EntryKey>, refused: Option<&Entry>) -> bool;
    /// Corrects an entry, or begins another one like it. Returns whether that is possible.
    fn begin_with(&mut self, entry: &Entry, origin: &Origin, key: EntryKey) -> bool;
    /// What is known of the draft in a text, if it is one of this form.
    fn facts(&self, text: &str) -> Option<DraftFacts>;
    /// The key of the form.
    fn key(&self) -> Option<EntryKey>;
    /// The entry that is being corrected.
    fn replaces(&self) -> Option<EntryKey>;
    /// The draft to keep, if there is one.
    fn draft(&self, now: Instant) -> Option<(DraftId, String)>;
    /// The steps before the check.
    fn steps(&self) -> &'static [Step];
    /// The step on which a field stands.
    fn step_of(&self, field: Field) -> Step;
    /// Whether there is anything to choose on the first step.
    fn has_choice(&self) -> bool;
    /// Whether the form has a field.
    fn has(&self, field: Field) -> bool;
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

/// What is known of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftFacts {
    /// The key under which it will be sent.
    pub key: EntryKey,
    /// The name under which this version keeps it.
    pub id: DraftId,
    /// Whether it is about what this form is about.
    pub is_ours: bool,
    /// The entry that it corrects.
    pub replaces: Option<EntryKey>,
    /// When it was last touched.
    pub saved: Instant,
    /// A text by which its owner knows it again; perhaps empty.
    pub name: String,
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

    fn resume(&mut self, text: &str, other_key: Option<EntryKey>, refused: Option<&Entry>) -> bool {
        let Ok(mut draft) = StoredDraft::<F>::read(text) else { return false };
        if let Some(key) = other_key {
            draft.key = key;
        }
        self.state = Some(match refused {
            Some(entry) => State::resume_correction(draft, entry),
            None => State::resume(draft),
        });
        true
    }

    fn begin_with(&mut self, entry: &Entry, origin: &Origin, key: EntryKey) -> bool {
        // What was typed into one form is never put into another, for another training.
        let is_ours =
            StoredDraft::<F>::read(entry.draft()).is_ok_and(|draft| draft.subject == F::subject(&self.now()));
        if !is_ours {
            return false;
        }
        let state = match origin {
            Origin::Correct(_) => State::correct(entry, key),
            Origin::Like(_) => State::like(entry, key),
        };
        let possible = state.is_some();
        self.state = state.or(self.state.take());
        possible
    }

    fn facts(&self, text: &str) -> Option<DraftFacts> {
        let draft = StoredDraft::<F>::read(text).ok()?;
        let named = [Part::GivenName, Part::FamilyName].map(|part| draft.typed.text(Field::Person(0, part)));
        let about = [Field::Title, Field::Profile(ProfileField::Name)].map(|field| draft.typed.text(field));
        let name = [named, about].concat().join(" ");
        Some(DraftFacts {
            id: draft.id(),
            is_ours: draft.subject == F::subject(&self.now()),
            saved: draft.saved(),
            name: name.trim().to_owned(),
            key: draft.key,
            replaces: draft.replaces,
        })
    }

    fn key(&self) -> Option<EntryKey> {
        self.state.as_ref().map(|state| state.key().clone())
    }

    fn replaces(&self) -> Option<EntryKey> {
        self.state.as_ref()?.replaces().cloned()
    }

    fn draft(&self, now: Instant) -> Option<(DraftId, String)> {
        let draft = self.state.as_ref()?.draft(now)?;
        Some((draft.id(), draft.to_json()))
    }

    fn steps(&self) -> &'static [Step] {
        F::STEPS
    }

    fn step_of(&self, field: Field) -> Step {
        F::step_of(field)
    }

    fn has_choice(&self) -> bool {
        self.typed().unwrap_or(&self.start).has_choice(&self.now())
    }

    fn has(&self, field: Field) -> bool {
        field == Field::Privacy || self.typed().is_some_and(|typed| typed.clone().slot(field).is_some())
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
