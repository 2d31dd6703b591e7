//! What the builder is put together from: each kind of part once, so that it looks and is named alike everywhere.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use crate::ui::messages::{tr, tr_view};

/// A part of the page with its heading.
pub fn section(class: &'static str, title: &'static str, body: AnyView) -> AnyView {
    view! { <section class=class aria-label=tr_view(title)><h2>{tr_view(title)}</h2>{body}</section> }
        .into_any()
}

/// A sentence.
pub fn sentence(class: &'static str, words: &'static str) -> AnyView {
    view! { <p class=class>{tr_view(words)}</p> }.into_any()
}

/// A text to copy.
pub fn code(text: Signal<String>) -> AnyView {
    view! { <pre class="code">{move || text.get()}</pre> }.into_any()
}

/// A field with its label.
pub fn field(words: &'static str, control: AnyView) -> AnyView {
    view! { <label class="field">{tr_view(words)} {control}</label> }.into_any()
}

/// Shows in a field what became of the text in it: where that is what was chosen before, nothing else would.
pub fn show_in(event: &leptos::ev::Event, text: &str) {
    if let Some(input) = event.target().and_then(|input| input.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.set_value(text);
    }
}

/// Fields that belong together.
pub fn group(words: &'static str, body: Vec<AnyView>) -> AnyView {
    view! { <fieldset><legend>{tr_view(words)}</legend>{body}</fieldset> }.into_any()
}

/// A choice of texts, each with its value.
pub fn choice(
    words: &'static str,
    chosen: Signal<String>,
    choose: Callback<String>,
    all: fn() -> Vec<(&'static str, String)>,
) -> AnyView {
    let options = move || {
        let option = |(value, text): (&'static str, String)| {
            let selected = move || chosen.with(|chosen| chosen == value);
            view! { <option value=value prop:selected=selected>{text}</option> }.into_any()
        };
        all().into_iter().map(option).collect::<Vec<_>>()
    };
    let select =
        view! { <select on:change=move |event| choose.run(event_target_value(&event))>{options}</select> };
    field(words, select.into_any())
}

/// A box to tick, or one of several to choose (`kind` is `checkbox` or `radio`).
pub fn tick(
    kind: &'static str,
    name: &'static str,
    words: &'static str,
    on: Signal<bool>,
    act: Callback<()>,
) -> AnyView {
    view! {
        <label>
            <input type=kind name=name prop:checked=move || on.get() on:change=move |_| act.run(())/>
            " " {move || tr(words)}
        </label>
    }
    .into_any()
}

/// A button that may be pressed in.
pub fn button(words: &'static str, pressed: Option<Signal<bool>>, act: Callback<()>) -> AnyView {
    let pressed = move || pressed.map(|pressed| pressed.get().to_string());
    view! {
        <button type="button" class="button" aria-pressed=pressed on:click=move |_| act.run(())>{tr_view(words)}</button>
    }
    .into_any()
}
