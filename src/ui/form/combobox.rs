//! A field that takes a record of the dataset or free text: the combobox of the ARIA Authoring Practices.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::explore::fold;
use crate::signup::{Event, Field, ProfileField};
use crate::ui::messages::{tr, tr_view};

use super::controller::FormController;
use super::fields::{TextLook, described, fault_of, field_id, label_of, remarks};
use super::wording::field_label;

/// A record that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What tells it from others of the same name.
    pub detail: String,
    /// Where it is: fills in the form's country, if nothing stands there yet.
    pub country: Option<String>,
}

/// Finds what can be picked for what is typed.
pub type Suggest = Arc<dyn Fn(&str) -> Vec<Offered> + Send + Sync>;

/// The field. With `listed` a pick goes onto the list of that field and the text is emptied.
pub fn combobox(
    controller: FormController,
    field: Field,
    look: TextLook,
    suggest: Suggest,
    listed: bool,
) -> AnyView {
    let id = field_id(field);
    let fault = fault_of(controller, field);
    let typed = RwSignal::new(controller.read(|machine| machine.text(field)));
    let (open, active) = (RwSignal::new(false), RwSignal::new(None::<usize>));
    let offers = Memo::new(move |_| {
        let typed = typed.get();
        if typed.trim().is_empty() { Vec::new() } else { suggest(&typed) }
    });
    let list = List { controller, field, listed, typed, open, active, offers };
    let announced = move || match offers.with(Vec::len) {
        0 if list.finds_nothing() => list.nothing_words(),
        count if count > 0 && open.get() => tr!("suggestions-count", "count" => count as f64),
        _ => String::new(),
    };
    let picked_words = if list.only_picked() { "profile-town-picked" } else { "organisation-picked" };
    let picked = move || {
        controller.changes.track();
        !listed && controller.read(|machine| machine.picked(field)).is_some()
    };
    view! {
        <div class="field" class:faulty=move || fault.with(Option::is_some)>
            <label for=id.clone()>{label_of(field, look)}</label>
            {remarks(&id, look.hint, fault)}
            <div class="combobox">
                <input
                    id=id.clone()
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-expanded=move || list.shown().to_string()
                    aria-controls=move || list.shown().then(|| list.id())
                    aria-activedescendant=move || active.get().map(|at| list.option_id(at))
                    aria-required=(!look.optional).then_some("true")
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
                    aria-describedby=described(&id, look.hint.is_some(), fault)
                    prop:value=move || typed.get()
                    on:input=move |event| list.typed(event_target_value(&event))
                    on:keydown=move |event| list.key(&event)
                    // Leaving the page takes the focus away too, when the signals may be gone.
                    on:blur=move |_| list.close()
                />
                <span class="unseen" aria-live="polite">{announced}</span>
                {move || list.shown().then(|| list.view())}
            </div>
            {move || ((listed || list.only_picked()) && list.finds_nothing()).then(|| list.nothing())}
            {move || picked().then(|| view! { <p class="hint">{tr_view(picked_words)}</p> }.into_any())}
        </div>
    }
    .into_any()
}

/// What can be picked under a field.
#[derive(Clone, Copy)]
struct List {
    controller: FormController,
    field: Field,
    /// Whether a pick goes onto a list instead of standing in the field.
    listed: bool,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    offers: Memo<Vec<Offered>>,
}

impl List {
    fn id(self) -> String {
        [&field_id(self.field), "-list"].concat()
    }

    fn option_id(self, at: usize) -> String {
        [&self.id(), "-", &at.to_string()].concat()
    }

    fn shown(self) -> bool {
        self.open.get() && self.offers.with(|offers| !offers.is_empty())
    }

    /// Whether something is typed and nothing is known by it.
    fn finds_nothing(self) -> bool {
        self.typed.with(|typed| !typed.trim().is_empty()) && self.offers.with(Vec::is_empty)
    }

    /// Whether what is typed counts only once it is picked, though it stands in the field.
    fn only_picked(self) -> bool {
        matches!(self.field, Field::Profile(_))
    }

    fn nothing_words(self) -> String {
        if self.listed || self.only_picked() { tr("suggestions-none") } else { tr("suggestions-none-free") }
    }

    /// Says that nothing is known by what is typed; who asks may be said in words instead.
    fn nothing(self) -> AnyView {
        let controller = self.controller;
        let free =
            self.field == Field::Askers && controller.read(|machine| machine.text(Field::Asker).is_empty());
        let take = move |_| {
            let text = self.typed.get_untracked();
            self.typed(String::new());
            controller.act(Event::Typed { field: Field::Asker, text });
            controller.redraw();
            browser::focus_soon(&field_id(Field::Asker));
        };
        view! {
            <p class="hint">
                {move || self.nothing_words()}
                {free.then(|| view! {
                    " " <button type="button" class="linklike" on:click=take>{tr_view("askers-take")}</button>
                }.into_any())}
            </p>
        }
        .into_any()
    }

    fn close(self) {
        self.open.try_set(false);
        self.active.try_set(None);
    }

    fn pick(self, at: usize) {
        let Some(offer) = self.offers.with_untracked(|offers| offers.get(at).cloned()) else { return };
        let (controller, field) = (self.controller, self.field);
        self.close();
        if self.listed {
            self.typed.set(String::new());
            controller.act(Event::Chosen { field, id: offer.id, on: true });
            return;
        }
        self.typed.set(offer.name.clone());
        controller.act(Event::Picked { field, id: offer.id, name: offer.name });
        let Some(text) = offer.country else { return };
        match field {
            // A town is in one country, whatever stands there.
            Field::Profile(_) => {
                controller.act(Event::Typed { field: Field::Profile(ProfileField::Country), text });
            }
            _ if controller.read(|machine| machine.text(Field::Country).is_empty()) => {
                controller.act(Event::Typed { field: Field::Country, text });
            }
            _ => {}
        }
    }

    fn typed(self, text: String) {
        self.typed.set(text.clone());
        self.active.set(None);
        self.open.set(true);
        self.controller.act(Event::Typed { field: self.field, text });
    }

    fn key(self, event: &KeyboardEvent) {
        // The keys of an input method choose its own words.
        if browser::composes(event) {
            return;
        }
        match event.key().as_str() {
            key @ ("ArrowDown" | "ArrowUp") => {
                event.prevent_default();
                self.open.set(true);
                let count = self.offers.with_untracked(Vec::len);
                if count > 0 {
                    let to = next(self.active.get_untracked(), count, key == "ArrowDown");
                    self.active.set(Some(to));
                    browser::reveal(&self.option_id(to));
                }
            }
            "Enter" => {
                if let Some(at) = self.active.get_untracked() {
                    // Enter would go on to the next step.
                    event.prevent_default();
                    self.pick(at);
                } else if self.listed && self.typed.with_untracked(|typed| !typed.trim().is_empty()) {
                    // So it would with what is not picked yet. What is named in full is meant.
                    event.prevent_default();
                    if let Some(at) = self.named() {
                        self.pick(at);
                    }
                }
            }
            "Escape" => self.close(),
            _ => {}
        }
    }

    /// The only offer that is called what is typed.
    fn named(self) -> Option<usize> {
        let wanted = self.typed.with_untracked(|typed| fold(typed.trim()));
        self.offers.with_untracked(|offers| {
            let mut same = offers.iter().enumerate().filter(|(_, offer)| fold(&offer.name) == wanted);
            match (same.next(), same.next()) {
                (Some((at, _)), None) => Some(at),
                _ => None,
            }
        })
    }

    fn view(self) -> AnyView {
        let option = move |at: usize, offer: Offered| {
            view! {
                <li
                    id=self.option_id(at)
                    role="option"
                    aria-selected=move || (self.active.get() == Some(at)).to_string()
                    // Pressing must not take the focus away, or the list closes before the click.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| self.pick(at)
                >
                    <span>{offer.name}</span> " " <span class="quiet">{offer.detail}</span>
                </li>
            }
            .into_any()
        };
        view! {
            <ul id=self.id() class="options" role="listbox" aria-label=move || field_label(self.field)>
                {move || self.offers.get().into_iter().enumerate().map(|(at, offer)| option(at, offer)).collect_view()}
            </ul>
        }
        .into_any()
    }
}

/// The next option, round and round.
fn next(at: Option<usize>, count: usize, down: bool) -> usize {
    match (at, down) {
        (None, true) => 0,
        (None, false) => count - 1,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
    }
}
