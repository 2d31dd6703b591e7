//! What the steps are put together from.

use leptos::prelude::*;

use crate::ui::messages::tr_view;

use super::state::{Desk, Step};

/// A choice with its label: each value with what it is called. It has the key of its label as its id.
pub fn choice(
    words: &'static str,
    chosen: impl Fn() -> String + Send + Sync + 'static,
    options: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let all = move || {
        let chosen = chosen();
        let option = |(value, text): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{text}</option> }.into_any()
        };
        options().into_iter().map(option).collect_view()
    };
    let change = move |event| choose(event_target_value(&event));
    view! { <label class="field">{tr_view(words)} <select id=words on:change=change>{all}</select></label> }
        .into_any()
}

/// A text with its label.
pub fn text(words: &'static str, kind: &'static str, value: RwSignal<String>) -> AnyView {
    let input = move |event| value.set(event_target_value(&event));
    view! {
        <label class="field">
            {tr_view(words)} <input type=kind prop:value=move || value.get() on:input=input/>
        </label>
    }
    .into_any()
}

/// Something that is so or not.
pub fn tick(words: &'static str, value: RwSignal<bool>) -> AnyView {
    let change = move |_| value.update(|value| *value = !*value);
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=move || value.get() on:change=change/> <span>{tr_view(words)}</span>
        </label>
    }
    .into_any()
}

/// The way back and the way on.
pub fn ways(
    desk: Desk,
    on: &'static str,
    can: impl Fn() -> bool + Send + Sync + 'static,
    go: impl Fn() + 'static,
) -> AnyView {
    let back = desk.before(desk.step.get_untracked()).map(|step: Step| {
        view! { <button type="button" class="button" on:click=move |_| desk.go(step)>{tr_view("desk-back")}</button> }
            .into_any()
    });
    let disabled = move || desk.busy.get() || !can();
    view! {
        <p class="actions">
            {back}
            <button type="button" class="button primary" disabled=disabled on:click=move |_| go()>{tr_view(on)}</button>
        </p>
    }
    .into_any()
}
