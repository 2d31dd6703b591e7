//! The fourth step: what the records change about what is published.

use leptos::prelude::*;

use crate::ui::messages::{number, tr, tr_view};

use super::parts::{tick, ways};
use super::run::ready_of_others;
use super::state::{Desk, Step};

/// Records of one list that are shown.
const SHOWN: usize = 100;

pub fn view(desk: Desk) -> AnyView {
    let is = move |replace: bool, words: &'static str| {
        let on = move || desk.replace.get() == replace;
        let change = move |_| {
            desk.replace.set(replace);
            desk.sure.set(false);
        };
        view! {
            <label class="check">
                <input type="radio" name="desk-edition" prop:checked=on on:change=change/> <span>{tr_view(words)}</span>
            </label>
        }
        .into_any()
    };
    let body = move || {
        let Some(Ok(outcome)) = desk.outcome.get() else { return None };
        let edition = if desk.replace.get() { &outcome.replaced } else { &outcome.appended };
        let changes = &edition.changes;
        let (before, after) = (changes.before as f64, edition.records as f64);
        let counts = move || tr!("desk-compare-counts", "before" => number(before), "after" => number(after));
        let lost = changes.removed.len() as f64;
        let much = changes
            .loses_much()
            .then(|| view! { <p>{move || tr!("desk-loses-much", "count" => lost)}</p> }.into_any());
        let undated = (!changes.undated.is_empty()).then(|| {
            let names: Vec<&str> =
                changes.undated.iter().take(SHOWN).map(|(_, title)| title.as_str()).collect();
            let (count, names) = (changes.undated.len() as f64, names.join(", "));
            let words = move || tr!("desk-loses-deadlines", "count" => count, "names" => names.as_str());
            view! { <p>{words}</p> }.into_any()
        });
        let warning = (!changes.are_harmless()).then(|| {
            view! {
                <div class="warning">
                    {much}
                    {undated}
                    {tick("desk-sure", desk.sure)}
                </div>
            }
            .into_any()
        });
        let lists = vec![
            list("desk-added", &changes.added),
            list("desk-changed", &changes.changed),
            list("desk-removed", &changes.removed),
        ];
        Some(view! { <p>{counts}</p> {warning} {lists} }.into_any())
    };
    let can = move || {
        desk.outcome.with(|outcome| {
            let Some(Ok(outcome)) = outcome else { return false };
            let edition = if desk.replace.get() { &outcome.replaced } else { &outcome.appended };
            edition.changes.are_harmless() || desk.sure.get()
        })
    };
    let anew = move || {
        desk.since()
            .compared_anew
            .get()
            .then(|| view! { <p class="warning">{tr_view("desk-compared-anew")}</p> })
    };
    let ready = move || {
        // Of which file it is changes only with the file.
        desk.outcome.track();
        let ready = ready_of_others(desk)?;
        let files = ready.files.join(", ");
        Some(view! { <p class="note">{move || tr!("desk-compare-ready", "files" => files.as_str())}</p> })
    };
    view! {
        {anew}
        {ready}
        <fieldset class="desk-fields">
            <legend>{tr_view("desk-edition")}</legend>
            {is(true, "desk-replace")}
            {is(false, "desk-append")}
        </fieldset>
        {body}
        {ways(desk, "desk-to-publish", can, move || desk.go(Step::Publish))}
    }
    .into_any()
}

/// Records that are added, changed or gone.
pub fn list(words: &'static str, records: &[(String, String)]) -> AnyView {
    let count = records.len() as f64;
    let heading = move || tr_with_count(words, count);
    if records.is_empty() {
        return view! { <p>{heading}</p> }.into_any();
    }
    let one = |(id, title): &(String, String)| {
        view! { <li>{title.clone()} " " <span class="quiet key">{id.clone()}</span></li> }.into_any()
    };
    let items = records.iter().take(SHOWN).map(one).collect_view();
    let more = records.len().saturating_sub(SHOWN) as f64;
    let more = (more > 0.0)
        .then(|| view! { <p class="quiet">{move || tr!("desk-more", "count" => more)}</p> }.into_any());
    view! { <details><summary>{heading}</summary><ul class="desk-list">{items}</ul>{more}</details> }
        .into_any()
}

fn tr_with_count(words: &'static str, count: f64) -> String {
    match words {
        "desk-added" => tr!("desk-added", "count" => count),
        "desk-changed" => tr!("desk-changed", "count" => count),
        _ => tr!("desk-removed", "count" => count),
    }
}
