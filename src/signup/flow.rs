//! The way through a form: `(state, event) → (state, effects)`, the same for both forms.
//!
//! What must not happen cannot be written down: only [`Checking`] holds a checked form, only checking makes one,
//! and only from there an entry is made. Whatever happens on the way, what was typed stays.

use crate::domain::Instant;

use super::body::Body;
use super::consent::{Boxes, Consent, Notice};
use super::draft::{DraftId, StoredDraft};
use super::entry::{Entry, EntryState};
use super::form::{Checked, Fault, Field, FieldError, Form, Page, Setting, Step};
use super::form_state::FormState;
use super::key::EntryKey;
use super::policy::can_be_corrected;
use super::receiver::Receiver;

/// Where a visitor stands.
#[derive(Debug, Clone, PartialEq)]
pub enum State<F: Form> {
    /// On a step that is filled in.
    Filling(Filling<F>),
    /// Before everything once more, with consent to give.
    Checking(Checking<F>),
    /// Through: the entry is in the outbox.
    Done(Done),
}

/// On a step that is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Filling<F: Form> {
    form_state: FormState<F>,
    step: Step,
    errors: Vec<FieldError>,
}

/// With a form that is without faults.
#[derive(Debug, Clone, PartialEq)]
pub struct Checking<F: Form> {
    form_state: FormState<F>,
    checked: Box<Checked>,
    errors: Vec<FieldError>,
}

/// With an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    entry: Box<Entry>,
}

/// The entry that a form begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is corrected, and the form takes its place.
    Correct(EntryKey),
    /// It is the draft for another one, and stays as it is.
    Like(EntryKey),
}

impl Origin {
    /// What an address says; `None` where it names nothing or what is no key.
    pub fn in_address(correct: Option<&str>, like: Option<&str>) -> Option<Self> {
        let key = |text: Option<&str>| text.and_then(|text| text.parse().ok());
        key(correct).map(Self::Correct).or_else(|| key(like).map(Self::Like))
    }

    /// The entry's key.
    pub fn key(&self) -> &EntryKey {
        match self {
            Self::Correct(key) | Self::Like(key) => key,
        }
    }
}

/// What a visitor does.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Types into a field; `text` is all that stands there now.
    Typed {
        /// Where.
        field: Field,
        /// What.
        text: String,
    },
    /// Picks a record for a field that takes a record or free text.
    Picked {
        /// Where.
        field: Field,
        /// The record.
        id: String,
        /// Its name.
        name: String,
    },
    /// Puts a value on a list or takes it off.
    Chosen {
        /// The list.
        field: Field,
        /// The value.
        id: String,
        /// Whether it is on the list now.
        on: bool,
    },
    /// Adds a person.
    AddPerson,
    /// Takes a person off, with what was typed about them.
    RemovePerson {
        /// Which one, from 0.
        at: usize,
    },
    /// Goes on.
    Next,
    /// Goes back.
    Back,
    /// Goes to a page (the address was changed). Ahead, only as far as there are no faults; never to the end.
    GoTo(Page),
    /// Ticks or clears the boxes.
    Ticked(Boxes),
    /// Sends.
    Submit {
        /// The privacy notice that is shown.
        notice: Notice,
        /// Who receives it.
        receiver: Receiver,
    },
}

/// What is to be done outside, in this order.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Keep [`State::draft`], at the latest when the page is left.
    SaveDraft,
    /// In one transaction: add the entry, remove the draft. What it corrects stays until it is acknowledged, see
    /// [`super::settled_corrections`]. If that fails, the entry is still in the state, to be handed over by mail or as a file. Where there is an entry of this key
    /// already, the form was submitted in another tab: that entry stays as it is.
    Enqueue {
        /// The entry.
        entry: Box<Entry>,
        /// The draft it was made from.
        draft: DraftId,
    },
    /// Show a page: put it into the address and focus its heading.
    Show(Page),
    /// Focus the summary of errors.
    FocusErrors,
    /// Focus a field.
    Focus(Field),
}

impl<F: Form> State<F> {
    /// The start of a form, with whatever is known already.
    pub fn begin(key: EntryKey, subject: &str, typed: F) -> Self {
        let form_state = FormState::new(key, subject.to_owned(), typed);
        form_state.filling(F::STEPS[0])
    }

    /// Where a draft was left. (A draft whose key is in the outbox was submitted in another tab: remove it.) A page that has to be earned is not: it takes [`Event::Next`] to get there again.
    pub fn resume(draft: StoredDraft<F>) -> Self {
        let step = match Page::named(&draft.page) {
            Some(Page::Fill(step)) if F::STEPS.contains(&step) => step,
            Some(Page::Check) => F::STEPS[F::STEPS.len() - 1],
            _ => F::STEPS[0],
        };
        let mut form_state = FormState::new(draft.key, draft.subject, draft.typed);
        form_state.replaces = draft.replaces;
        form_state.filling(step)
    }

    /// Goes on with the correction of an entry: where it was refused, the receiver's complaints stand at the fields that are still
    /// as they were refused.
    pub fn resume_correction(draft: StoredDraft<F>, entry: &Entry) -> Self {
        let refused = complaints(entry, &draft.typed);
        match Self::resume(draft) {
            Self::Filling(Filling { mut form_state, step, .. }) => {
                form_state.refused = refused;
                form_state.filling(step)
            }
            other => other,
        }
    }

    /// The form of an entry that is to be corrected, where it was refused with the receiver's complaints at the fields. A
    /// corrected form is another one, so it takes a new key and says which entry it replaces. `None` for entries that
    /// cannot be corrected now (see [`can_be_corrected`]) or are of another form.
    pub fn correct(entry: &Entry, key: EntryKey) -> Option<Self> {
        if !can_be_corrected(entry) {
            return None;
        }
        let draft = StoredDraft::<F>::read(entry.draft()).ok()?;
        let refused = complaints(entry, &draft.typed);
        let first = refused.iter().find_map(|error| match page_of::<F>(error.field) {
            Page::Fill(step) => Some(step),
            _ => None,
        });
        let first = first.unwrap_or(F::STEPS[0]);
        let mut form_state = FormState::new(key, draft.subject, draft.typed);
        form_state.replaces = Some(entry.key().clone());
        form_state.refused = refused;
        Some(form_state.filling(first))
    }

    /// A form that begins with what an earlier entry says, under a key of its own; the boxes are for its owner to tick
    /// again. `None` for entries of another form.
    pub fn like(entry: &Entry, key: EntryKey) -> Option<Self> {
        let draft = StoredDraft::<F>::read(entry.draft()).ok()?;
        Some(FormState::new(key, draft.subject, draft.typed).filling(F::STEPS[0]))
    }

    /// The page to show.
    pub fn page(&self) -> Page {
        match self {
            Self::Filling(filling) => Page::Fill(filling.step),
            Self::Checking(_) => Page::Check,
            Self::Done(_) => Page::Done,
        }
    }

    /// What was typed; nothing any more when it is done.
    pub fn typed(&self) -> Option<&F> {
        self.form_state().map(|form_state| &form_state.typed)
    }

    /// What is wrong on this page, in the order of the fields.
    pub fn errors(&self) -> &[FieldError] {
        match self {
            Self::Filling(filling) => &filling.errors,
            Self::Checking(checking) => &checking.errors,
            Self::Done(_) => &[],
        }
    }

    /// The boxes as they are.
    pub fn boxes(&self) -> Boxes {
        self.form_state().map_or_else(Boxes::default, |form_state| form_state.boxes)
    }

    /// What will be sent, while it is being checked.
    pub fn contents(&self) -> Option<&Body> {
        match self {
            Self::Checking(checking) => Some(checking.checked.contents()),
            _ => None,
        }
    }

    /// The key under which it will be sent, or was.
    pub fn key(&self) -> &EntryKey {
        match self {
            Self::Filling(Filling { form_state, .. }) | Self::Checking(Checking { form_state, .. }) => {
                &form_state.key
            }
            Self::Done(done) => done.entry.key(),
        }
    }

    /// The entry that is being corrected.
    pub fn replaces(&self) -> Option<&EntryKey> {
        self.form_state()?.replaces.as_ref()
    }

    /// The entry, when it is done.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Done(done) => Some(&done.entry),
            _ => None,
        }
    }

    /// The draft to keep, as of now.
    pub fn draft(&self, now: Instant) -> Option<StoredDraft<F>> {
        self.form_state().map(|form_state| form_state.draft(self.page(), now))
    }

    fn form_state(&self) -> Option<&FormState<F>> {
        match self {
            Self::Filling(filling) => Some(&filling.form_state),
            Self::Checking(checking) => Some(&checking.form_state),
            Self::Done(_) => None,
        }
    }
}

impl<F: Form> FormState<F> {
    /// A step, with what the receiver said about it.
    fn filling(mut self, step: Step) -> State<F> {
        let errors = self.refused_on(Page::Fill(step));
        State::Filling(Filling { form_state: self, step, errors })
    }

    /// The check, with what the receiver said about it.
    fn checking(mut self, checked: Checked) -> State<F> {
        let errors = self.refused_on(Page::Check);
        State::Checking(Checking { form_state: self, checked: checked.into(), errors })
    }

    /// What the receiver said about a page: said once, when it is shown.
    fn refused_on(&mut self, page: Page) -> Vec<FieldError> {
        let (here, elsewhere) = std::mem::take(&mut self.refused)
            .into_iter()
            .partition(|error: &FieldError| page_of::<F>(error.field) == page);
        self.refused = elsewhere;
        here
    }

    /// The first step with faults, and the faults on it.
    fn at_fault(self, errors: Vec<FieldError>) -> State<F> {
        let has_faults = |step: &&Step| errors.iter().any(|error| F::step_of(error.field) == **step);
        let step = F::STEPS.iter().find(has_faults).copied().unwrap_or(F::STEPS[0]);
        let errors = errors.into_iter().filter(|error| F::step_of(error.field) == step).collect();
        State::Filling(Filling { form_state: self, step, errors })
    }

    /// A page ahead, or the first step before it that has faults.
    fn ahead(self, page: Page, setting: &Setting<'_, F>) -> State<F> {
        let checked = self.typed.check(setting);
        match (page, checked) {
            (Page::Fill(step), Ok(_)) => self.filling(step),
            (Page::Fill(step), Err(mut errors)) => {
                let before = place::<F>(page);
                errors.retain(|error| place::<F>(Page::Fill(F::step_of(error.field))) < before);
                if errors.is_empty() { self.filling(step) } else { self.at_fault(errors) }
            }
            (_, Ok(checked)) => self.checking(checked),
            (_, Err(errors)) => self.at_fault(errors),
        }
    }
}

/// What a receiver said about an entry, at fields that are still as they were then, in the order of the pages.
fn complaints<F: Form>(entry: &Entry, typed: &F) -> Vec<FieldError> {
    let EntryState::Rejected { problem, .. } = entry.state() else { return Vec::new() };
    let Ok(before) = StoredDraft::<F>::read(entry.draft()) else { return Vec::new() };
    let mut refused = problem.errors();
    refused.retain(|FieldError { field, .. }| {
        before.typed.text(*field) == typed.text(*field) && before.typed.chosen(*field) == typed.chosen(*field)
    });
    refused.sort_by_key(|error| place::<F>(page_of::<F>(error.field)));
    refused
}

/// The page on which a field stands.
fn page_of<F: Form>(field: Field) -> Page {
    if field == Field::Privacy { Page::Check } else { Page::Fill(F::step_of(field)) }
}

/// Where a page stands among the pages of a form.
fn place<F: Form>(page: Page) -> usize {
    match page {
        Page::Fill(step) => F::STEPS.iter().position(|known| *known == step).unwrap_or(0),
        Page::Check => F::STEPS.len(),
        Page::Done => F::STEPS.len() + 1,
    }
}

fn page_at<F: Form>(place: usize) -> Page {
    F::STEPS.get(place).map_or(Page::Check, |step| Page::Fill(*step))
}

/// What comes of an event. An event that means nothing where it happens changes nothing.
pub fn update<F: Form>(state: State<F>, event: Event, setting: &Setting<'_, F>) -> (State<F>, Vec<Effect>) {
    let from = state.page();
    match event {
        Event::Next => travel(state, page_at::<F>(place::<F>(from) + 1), setting),
        Event::Back => travel(state, page_at::<F>(place::<F>(from).saturating_sub(1)), setting),
        Event::GoTo(Page::Fill(step)) if !F::STEPS.contains(&step) => (state, Vec::new()),
        Event::GoTo(page) => travel(state, page, setting),
        Event::Ticked(boxes) => match state {
            State::Checking(mut checking) => {
                checking.form_state.boxes = boxes;
                (State::Checking(checking), Vec::new())
            }
            other => (other, Vec::new()),
        },
        Event::Submit { notice, receiver } => match state {
            State::Checking(checking) => checking.submit(notice, &receiver, setting),
            other => (other, Vec::new()),
        },
        edit => changed(state, edit, setting),
    }
}

fn travel<F: Form>(state: State<F>, to: Page, setting: &Setting<'_, F>) -> (State<F>, Vec<Effect>) {
    let from = state.page();
    if to == from || to == Page::Done {
        return (state, Vec::new());
    }
    let form_state = match state {
        State::Filling(filling) => filling.form_state,
        State::Checking(checking) => checking.form_state,
        State::Done(_) => return (state, Vec::new()),
    };
    let state = match to {
        Page::Fill(step) if place::<F>(to) < place::<F>(from) => form_state.filling(step),
        _ => form_state.ahead(to, setting),
    };
    let effects = arrived(&state, from);
    (state, effects)
}

/// What a change of page asks for.
fn arrived<F: Form>(state: &State<F>, from: Page) -> Vec<Effect> {
    let page = state.page();
    let mut effects = Vec::new();
    if page != from {
        effects.extend([Effect::SaveDraft, Effect::Show(page)]);
    }
    if !state.errors().is_empty() {
        effects.push(Effect::FocusErrors);
    }
    effects
}

fn changed<F: Form>(state: State<F>, edit: Event, setting: &Setting<'_, F>) -> (State<F>, Vec<Effect>) {
    let removed = if let Event::RemovePerson { at } = edit { at } else { usize::MAX };
    let settled =
        if let Event::Typed { field, .. } = edit { F::is_everywhere(field).then_some(field) } else { None };
    let (state, (changed, focus)) = match state {
        State::Filling(mut filling) => {
            let done = filling.form_state.edit(edit);
            // The others move up, and what was said about them would stand at the wrong one.
            filling.errors.retain(|error| !matches!(error.field, Field::Person(of, _) if of >= removed));
            // What stands above every page is answered by itself, not by going on.
            filling.errors.retain(|error| Some(error.field) != settled);
            (State::Filling(filling), done)
        }
        // A field that reports late, when its page has been left: it counts, so everything is checked again.
        State::Checking(mut checking) => {
            let done = checking.form_state.edit(edit);
            let state = checking.form_state.ahead(Page::Check, setting);
            let mut effects = vec![Effect::SaveDraft];
            effects.extend(arrived(&state, Page::Check));
            return (state, if done.0 { effects } else { Vec::new() });
        }
        State::Done(_) => return (state, Vec::new()),
    };
    let mut effects = Vec::new();
    if changed {
        effects.push(Effect::SaveDraft);
        effects.extend(focus.map(Effect::Focus));
    }
    (state, effects)
}

impl<F: Form> Checking<F> {
    /// The entry, if the box is ticked and the form is still without faults: a deadline may have passed meanwhile.
    fn submit(
        mut self,
        notice: Notice,
        receiver: &Receiver,
        setting: &Setting<'_, F>,
    ) -> (State<F>, Vec<Effect>) {
        let checked = match self.form_state.typed.check(setting) {
            Ok(checked) => checked,
            Err(errors) if errors.iter().all(|error| F::is_everywhere(error.field)) => {
                self.errors = errors;
                return (State::Checking(self), vec![Effect::FocusErrors]);
            }
            Err(errors) => {
                let state = self.form_state.at_fault(errors);
                let effects = arrived(&state, Page::Check);
                return (state, effects);
            }
        };
        let Some(consent) = Consent::given(self.form_state.boxes, notice, setting.now) else {
            self.errors = vec![FieldError { field: Field::Privacy, fault: Fault::NotTicked }];
            return (State::Checking(Self { checked: checked.into(), ..self }), vec![Effect::FocusErrors]);
        };
        let draft = self.form_state.draft(Page::Check, setting.now);
        let body = checked.0.submitted(&self.form_state.key, self.form_state.replaces.as_ref(), &consent);
        let entry = Entry::new(&self.form_state.key, body, draft.to_json(), receiver, setting.now);
        let entry = Box::new(entry.correcting(self.form_state.replaces.clone()));
        let effects = vec![
            Effect::Enqueue { entry: entry.clone(), draft: self.form_state.id() },
            Effect::Show(Page::Done),
        ];
        (State::Done(Done { entry }), effects)
    }
}
