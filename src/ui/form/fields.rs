//! Fields: the label above, what is wrong beside it, and everything tied together for assistive technology.

use leptos::prelude::*;

use crate::browser;
use crate::signup::{Event, Field};
use crate::ui::messages::{tr, tr_view};

use super::controller::FormController;
use super::wording::{fault_words, field_label};

/// How a text field looks and what the browser may fill in.
#[derive(Clone, Copy, Default)]
pub struct TextLook {
    /// Another label than the field's own.
    pub label: Option<&'static str>,
    /// A sentence under the label.
    pub hint: Option<&'static str>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// `email`, `url`, `number`, `date`; empty is text.
    pub kind: &'static str,
    /// What the browser may offer.
    pub autocomplete: &'static str,
}

/// The identifier of a field in the page.
pub fn field_id(field: Field) -> String {
    let mut id = String::from("field");
    for part in field.pointer().split('/') {
        if !part.is_empty() {
            id.push('-');
            id.push_str(part);
        }
    }
    id
}

/// What is wrong with a field, in words; follows the language.
pub(super) fn fault_of(controller: FormController, field: Field) -> Memo<Option<String>> {
    Memo::new(move |_| controller.error(field).map(|error| fault_words(field, &error.fault)))
}

/// What assistive technology reads along with a field.
pub(super) fn described(
    id: &str,
    has_hint: bool,
    fault: Memo<Option<String>>,
) -> impl Fn() -> Option<String> + use<> {
    let (hint, error) = ([id, "-hint"].concat(), [id, "-error"].concat());
    move || {
        let mut ids = Vec::new();
        if has_hint {
            ids.push(hint.as_str());
        }
        if fault.with(Option::is_some) {
            ids.push(error.as_str());
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// Hint and fault of a field.
pub(super) fn remarks(id: &str, hint: Option<&'static str>, fault: Memo<Option<String>>) -> AnyView {
    let (hint_id, error_id) = ([id, "-hint"].concat(), [id, "-error"].concat());
    view! {
        {hint.map(|hint| view! { <p class="hint" id=hint_id>{tr_view(hint)}</p> }.into_any())}
        {move || {
            let id = error_id.clone();
            fault.get().map(|words| view! { <p class="field-error" id=id>{words}</p> }.into_any())
        }}
    }
    .into_any()
}

/// The label of a field.
pub(super) fn label_of(field: Field, look: TextLook) -> AnyView {
    let words = move || look.label.map_or_else(|| field_label(field), tr);
    view! {
        {words}
        {look.optional.then(|| view! { " " <span class="optional">{tr_view("field-optional")}</span> }.into_any())}
    }
    .into_any()
}

/// One line of text.
pub fn text_field(controller: FormController, field: Field, look: TextLook) -> AnyView {
    let id = field_id(field);
    let fault = fault_of(controller, field);
    let start = controller.read(|machine| machine.text(field));
    view! {
        <div class="field" class:faulty=move || fault.with(Option::is_some)>
            <label for=id.clone()>{label_of(field, look)}</label>
            {remarks(&id, look.hint, fault)}
            <input
                id=id.clone()
                // A field of the type `email` gives another address than the one that is typed where the host has
                // letters beyond ASCII. What phones offer for it is asked for in another way.
                type=if look.kind == "date" { "date" } else { "text" }
                inputmode=match look.kind {
                    "number" => Some("decimal"),
                    "email" | "url" => Some(look.kind),
                    _ => None,
                }
                autocapitalize=matches!(look.kind, "email" | "url").then_some("off")
                prop:value=start
                autocomplete=if look.autocomplete.is_empty() { "off" } else { look.autocomplete }
                spellcheck="false"
                aria-required=(!look.optional).then_some("true")
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                aria-describedby=described(&id, look.hint.is_some(), fault)
                on:input=move |event| controller.act(Event::Typed { field, text: event_target_value(&event) })
            />
        </div>
    }
    .into_any()
}

/// Several lines of text.
pub fn area_field(controller: FormController, field: Field, look: TextLook) -> AnyView {
    let id = field_id(field);
    let fault = fault_of(controller, field);
    let start = controller.read(|machine| machine.text(field));
    view! {
        <div class="field" class:faulty=move || fault.with(Option::is_some)>
            <label for=id.clone()>{label_of(field, look)}</label>
            {remarks(&id, look.hint, fault)}
            <textarea
                id=id.clone()
                rows="4"
                prop:value=start
                aria-required=(!look.optional).then_some("true")
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                aria-describedby=described(&id, look.hint.is_some(), fault)
                on:input=move |event| controller.act(Event::Typed { field, text: event_target_value(&event) })
            ></textarea>
        </div>
    }
    .into_any()
}

/// A choice of one among many, by code and name.
pub fn chooser_field(
    controller: FormController,
    field: Field,
    look: TextLook,
    choices: Signal<Vec<(String, String)>>,
) -> AnyView {
    let id = field_id(field);
    let fault = fault_of(controller, field);
    let now = move || {
        controller.changes.track();
        controller.read(|machine| machine.text(field))
    };
    let none = untrack(now).is_empty();
    let options = move || {
        let chosen = untrack(now);
        let option = |(code, name): (String, String)| {
            let selected = code == chosen;
            view! { <option value=code selected=selected>{name}</option> }.into_any()
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="field" class:faulty=move || fault.with(Option::is_some)>
            <label for=id.clone()>{label_of(field, look)}</label>
            {remarks(&id, look.hint, fault)}
            <select
                id=id.clone()
                autocomplete=if look.autocomplete.is_empty() { "off" } else { look.autocomplete }
                aria-required=(!look.optional).then_some("true")
                aria-invalid=move || fault.with(Option::is_some).then_some("true")
                aria-describedby=described(&id, look.hint.is_some(), fault)
                prop:value=now
                on:change=move |event| controller.act(Event::Typed { field, text: event_target_value(&event) })
            >
                {none.then(|| view! { <option value="" selected=true>{tr_view("field-choose")}</option> }.into_any())}
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// One thing that can be put on a list.
pub struct Choosable {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub words: AnyView,
    /// Whether it can no longer be chosen.
    pub disabled: bool,
}

/// A list of boxes.
pub fn check_list(
    controller: FormController,
    field: Field,
    look: TextLook,
    choices: Vec<Choosable>,
) -> AnyView {
    let id = field_id(field);
    let fault = fault_of(controller, field);
    let chosen = controller.read(|machine| machine.chosen(field));
    let first = id.clone();
    let boxes = choices
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let checked = chosen.contains(&choice.id);
            let value = choice.id;
            // Links of the summary lead to the first box.
            let id = if at == 0 { first.clone() } else { [first.as_str(), "-", &value].concat() };
            let toggle = move |event| {
                controller.act(Event::Chosen { field, id: value.clone(), on: event_target_checked(&event) });
            };
            view! {
                <label class="check">
                    // One that cannot be chosen any more, but was, can still be taken off.
                    <input type="checkbox" id=id checked=checked disabled=choice.disabled && !checked on:change=toggle/>
                    <span>{choice.words}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <fieldset
            class="field"
            class:faulty=move || fault.with(Option::is_some)
            aria-describedby=described(&id, look.hint.is_some(), fault)
        >
            <legend>{label_of(field, look)}</legend>
            {remarks(&id, look.hint, fault)}
            {boxes}
        </fieldset>
    }
    .into_any()
}

/// Everything that is wrong on the page, as links to the fields. It takes the focus when the visitor cannot go on.
pub fn error_summary(controller: FormController) -> AnyView {
    let item = move |field: Field, words: String| {
        let go = move |event: leptos::ev::MouseEvent| {
            // The hash belongs to the route, so the link moves the focus itself.
            event.prevent_default();
            browser::focus_soon(&field_id(field));
        };
        let words = match field {
            // The registration as a whole, not the kind of a request.
            Field::Whole => words,
            Field::Kind if controller.read(|machine| machine.people()) > 0 => words,
            Field::Person(at, _) if controller.read(|machine| machine.people()) > 1 => {
                let name = tr!("person-field", "number" => at as f64 + 1.0, "field" => field_label(field));
                tr!("fault-at", "field" => name, "fault" => words)
            }
            _ => tr!("fault-at", "field" => field_label(field), "fault" => words),
        };
        // A receiver may name what is no field of this form, or none that is shown.
        let has_field = controller
            .read(|machine| machine.has(field) && (field != Field::Sessions || machine.has_choice()));
        if has_field {
            view! { <li><a href="#" on:click=go>{words}</a></li> }.into_any()
        } else {
            view! { <li>{words}</li> }.into_any()
        }
    };
    (move || {
        let errors = controller.errors.get();
        if errors.is_empty() {
            return ().into_any();
        }
        let items = errors
            .iter()
            .map(|error| item(error.field, fault_words(error.field, &error.fault)))
            .collect_view();
        view! {
            <div class="errors" id="errors" tabindex="-1" role="group" aria-labelledby="errors-title">
                <h2 id="errors-title">{tr_view("errors-title")}</h2>
                <ul>{items}</ul>
            </div>
        }
        .into_any()
    })
    .into_any()
}
