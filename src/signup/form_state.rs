//! What goes along from page to page of a form, and how typing changes it.

use crate::domain::Instant;

use super::consent::Boxes;
use super::draft::{DraftId, StoredDraft};
use super::flow::Event;
use super::form::{Field, FieldError, Form, Page, Part, Slot};
use super::key::EntryKey;

/// What goes along from page to page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FormState<F> {
    pub(super) key: EntryKey,
    pub(super) subject: String,
    pub(super) typed: F,
    pub(super) boxes: Boxes,
    /// The entry that is being corrected.
    pub(super) replaces: Option<EntryKey>,
    /// What the receiver did not accept, on pages that were not shown since.
    pub(super) refused: Vec<FieldError>,
}

impl<F: Form> FormState<F> {
    /// A form with whatever is known already.
    pub(super) fn new(key: EntryKey, subject: String, typed: F) -> Self {
        Self { key, subject, typed, boxes: Boxes::default(), replaces: None, refused: Vec::new() }
    }

    pub(super) fn draft(&self, page: Page, now: Instant) -> StoredDraft<F> {
        let mut draft = StoredDraft::new(&self.subject, &self.key, page, now, &self.typed);
        draft.replaces.clone_from(&self.replaces);
        draft
    }

    pub(super) fn id(&self) -> DraftId {
        DraftId::of::<F>(&self.subject, &self.key)
    }

    /// Changes what was typed; whether anything could be changed, and the field to focus.
    pub(super) fn edit(&mut self, event: Event) -> (bool, Option<Field>) {
        let field = match event {
            Event::Typed { field, text } => match self.typed.slot(field) {
                Some(Slot::Text(slot) | Slot::Picks { text: slot, .. }) => {
                    *slot = text;
                    field
                }
                Some(Slot::Named(named)) => {
                    // Another name is another organisation, until it is picked from the list again.
                    if named.name != text {
                        named.id = None;
                        named.name = text;
                    }
                    field
                }
                _ => return (false, None),
            },
            Event::Picked { field, id, name } => match self.typed.slot(field) {
                Some(Slot::Named(named)) => {
                    named.name = name;
                    named.id = Some(id);
                    field
                }
                _ => return (false, None),
            },
            Event::Chosen { field, id, on } => match self.typed.slot(field) {
                Some(Slot::List(list)) => {
                    if on && !list.contains(&id) {
                        list.push(id);
                    } else if !on {
                        list.retain(|chosen| *chosen != id);
                    }
                    field
                }
                Some(Slot::Picks { list, text }) => {
                    if on {
                        // What was typed has led to it.
                        text.clear();
                        if !list.contains(&id) {
                            list.push(id);
                        }
                    } else {
                        list.retain(|chosen| *chosen != id);
                    }
                    field
                }
                _ => return (false, None),
            },
            Event::AddPerson => {
                let added = self.typed.add_person();
                return (added.is_some(), added.map(|at| Field::Person(at, Part::GivenName)));
            }
            Event::RemovePerson { at } => {
                self.typed.remove_person(at);
                self.refused.retain(|error| !matches!(error.field, Field::Person(of, _) if of >= at));
                return (true, Some(Field::Person(at.saturating_sub(1), Part::GivenName)));
            }
            _ => return (false, None),
        };
        self.refused.retain(|error| error.field != field);
        (true, None)
    }
}
