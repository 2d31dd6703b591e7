//! How the view looks and how tall it is. All of it is in the address of the builder, which each field reads and writes.

use leptos::prelude::*;

use crate::browser;
use crate::embed::{Choice, FRAME_HEIGHT, HEIGHTS, PANELS};
use crate::ui::messages::{LANGUAGES, tr};
use crate::ui::state::app;

use super::parts::{choice as choice_of, field, group, sentence, show_in, tick};
use super::route_of;

/// The accent that the field starts with: the app's own, in its light scheme.
const OWN_ACCENT: &str = "0b6b5e";

/// Changes what is chosen, without a step in the history.
fn change(chosen: Memo<Choice>, edit: impl FnOnce(&mut Choice)) {
    let mut choice = chosen.get_untracked();
    edit(&mut choice);
    app().adjust(route_of(&choice));
}

fn named(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// The fields.
pub fn look_fields(chosen: Memo<Choice>) -> Vec<AnyView> {
    let languages = || {
        // Each language is named in itself.
        let name = |tag| browser::capitalised(&browser::Names::of_languages(tag).name(tag), tag);
        let mut all = vec![("", tr("embed-as-host"))];
        all.extend(LANGUAGES.map(|tag| (tag, name(tag))));
        all
    };
    let themes = || {
        vec![("", tr("embed-as-host")), ("light", tr("embed-theme-light")), ("dark", tr("embed-theme-dark"))]
    };
    let language = Signal::derive(move || chosen.with(|choice| choice.language.clone().unwrap_or_default()));
    let theme = Signal::derive(move || chosen.with(|choice| choice.theme.clone().unwrap_or_default()));
    let set_language = move |tag| change(chosen, |choice| choice.language = named(tag));
    let set_theme = move |theme| change(chosen, |choice| choice.theme = named(theme));
    vec![
        choice_of("language", language, Callback::new(set_language), languages),
        choice_of("embed-theme", theme, Callback::new(set_theme), themes),
        accent(chosen),
        parts(chosen),
        height(chosen),
    ]
}

fn accent(chosen: Memo<Choice>) -> AnyView {
    let own = Memo::new(move |_| chosen.with(|choice| choice.accent.is_none()));
    let toggle = move || {
        change(chosen, |choice| {
            choice.accent = choice.accent.is_none().then(|| OWN_ACCENT.to_owned());
        });
    };
    let colour = move || {
        (!own.get()).then(|| {
            let value =
                move || chosen.with(|choice| ["#", choice.accent.as_deref().unwrap_or(OWN_ACCENT)].concat());
            let set = move |event| {
                let colour = event_target_value(&event).trim_start_matches('#').to_owned();
                change(chosen, |choice| choice.accent = Some(colour));
            };
            let input = view! { <input type="color" prop:value=value on:change=set/> };
            field("embed-accent-choose", input.into_any())
        })
    };
    let body = vec![
        tick("checkbox", "accent", "embed-accent-own", own.into(), toggle.into()),
        colour.into_any(),
        sentence("quiet", "embed-accent-note"),
    ];
    group("embed-accent", body)
}

fn parts(chosen: Memo<Choice>) -> AnyView {
    let part = |panel: &'static str| {
        let words = match panel {
            "search" => "embed-part-search",
            "filters" => "embed-part-filters",
            "views" => "embed-part-views",
            _ => "embed-part-tools",
        };
        let on = Signal::derive(move || chosen.with(|choice| choice.shows(panel)));
        let toggle = move || {
            change(chosen, |choice| {
                let before = choice.clone();
                choice.show(|shown| before.shows(shown) != (shown == panel));
            });
        };
        tick("checkbox", panel, words, on, toggle.into())
    };
    group("embed-parts", PANELS.map(part).into())
}

fn height(chosen: Memo<Choice>) -> AnyView {
    let fixed = Memo::new(move |_| chosen.with(|choice| choice.height.is_some()));
    let one = |wanted: bool, words| {
        let on = Signal::derive(move || fixed.get() == wanted);
        let set = move || change(chosen, |choice| choice.height = wanted.then_some(FRAME_HEIGHT));
        tick("radio", "height", words, on, set.into())
    };
    let pixels = move || {
        fixed.get().then(|| {
            let value = move || chosen.with(|choice| choice.height.unwrap_or(FRAME_HEIGHT).to_string());
            let set = move |event: leptos::ev::Event| {
                if let Ok(height) = event_target_value(&event).parse::<u32>() {
                    let height = height.clamp(HEIGHTS.0, HEIGHTS.1);
                    change(chosen, |choice| choice.height = Some(height));
                }
                show_in(&event, &value());
            };
            let input =
                view! { <input type="number" min=HEIGHTS.0 max=HEIGHTS.1 prop:value=value on:change=set/> };
            field("embed-height-pixels", input.into_any())
        })
    };
    let body = vec![one(false, "embed-height-auto"), one(true, "embed-height-fixed"), pixels.into_any()];
    group("embed-height", body)
}
