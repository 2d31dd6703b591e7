//! Which view: one of the main ones, or any link of the app, pasted or typed.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::embed::{Choice, asked_view};
use crate::route::{FindParams, LandscapePage, LandscapeParams, Route};
use crate::ui::atlas::Atlas;
use crate::ui::messages::{tr, tr_view};
use crate::ui::page::Page;
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::parts::{field, sentence, show_in};
use super::route_of;

/// What is to be said about the last text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Note {
    None,
    /// It is no view to embed.
    Unknown,
    /// It is a link of another site, of which the view alone was taken.
    Elsewhere,
}

/// The fields, and what there is to say about what was pasted.
pub fn view_field(choice: Memo<Choice>, folder: StoredValue<String>, atlas: &Shared<Atlas>) -> Vec<AnyView> {
    let app = app();
    let hash = Memo::new(move |_| choice.with(|choice| choice.hash.clone()));
    // How it looks stays.
    let show = move |view: &Route| {
        app.adjust(route_of(&Choice { hash: view.to_hash(), ..choice.get_untracked() }));
    };
    let note = RwSignal::new(Note::None);
    let change = move |event: leptos::ev::Event| {
        let asked = folder.with_value(|folder| asked_view(&event_target_value(&event), folder));
        let Some(asked) = asked else {
            note.set(Note::Unknown);
            return;
        };
        note.set(if asked.is_elsewhere { Note::Elsewhere } else { Note::None });
        show(&asked.view);
        show_in(&event, &asked.view.to_hash());
    };
    // What is pasted is whole: it is taken before the next click, which a sentence that appears then would push away.
    let pasted = move |event: leptos::ev::Event| {
        let kind = js_sys::Reflect::get(&event, &"inputType".into()).ok().and_then(|kind| kind.as_string());
        if kind.as_deref() == Some("insertFromPaste") {
            change(event);
        }
    };
    let told = move || {
        let warning = |text: AnyView| view! { <p class="warning">{text}</p> }.into_any();
        match note.get() {
            Note::None => None,
            Note::Unknown => Some(warning(tr_view("embed-view-unknown").into_any())),
            Note::Elsewhere => Some(warning(tr_view("embed-view-elsewhere").into_any())),
        }
    };
    let choose = move |event| {
        note.set(Note::None);
        show(&Route::parse(&event_target_value(&event)));
    };
    let main = StoredValue::new(main_views(atlas));
    let options = move || {
        // One that is none of these is the link below.
        let mut all = vec![(String::new(), tr("embed-view-other"))];
        all.extend(main.get_value().into_iter().map(|(link, words)| (link, tr(words))));
        let chosen = hash.get();
        let known = all.iter().any(|(link, _)| *link == chosen);
        let one = |(link, text): (String, String)| {
            let selected = if known { link == chosen } else { link.is_empty() };
            let disabled = link.is_empty();
            view! { <option value=link prop:selected=selected disabled=disabled>{text}</option> }.into_any()
        };
        all.into_iter().map(one).collect::<Vec<_>>()
    };
    let select = view! { <select on:change=choose>{options}</select> };
    let input = view! { <input type="text" prop:value=hash on:change=change on:input=pasted/> };
    vec![
        field("embed-view-main", select.into_any()),
        field("embed-view-label", input.into_any()),
        view! { <div role="alert">{told}</div> }.into_any(),
        sentence("quiet", "embed-view-note"),
    ]
}

/// The lists that the dataset has, and the pages that count: links and names as in the navigation.
fn main_views(atlas: &Shared<Atlas>) -> Vec<(String, &'static str)> {
    let there = Collection::ALL.iter().copied().filter(|collection| Page::is_there(*collection, atlas));
    let lists =
        there.map(|collection| (FindParams::of(collection).link(), collection.about().words.navigation));
    let counted = [
        (LandscapePage::Countries, "", "nav-countries"),
        (LandscapePage::Figures, "", "nav-figures"),
        (LandscapePage::Focus, "green", "nav-focus"),
    ];
    let counted = counted.map(|(page, subject, words)| (LandscapeParams::of(page, subject).link(), words));
    lists.chain(counted).collect()
}
