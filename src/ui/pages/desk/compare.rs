//! The fourth step: what the records change about what is published.

use leptos::prelude::*;

use crate::collection::{Changes, DETAILED, FieldChange};
use crate::ui::messages::{number, tr, tr_view};

use super::field_names::label;
use super::parts::{tick, ways};
use super::run::ready_of_others;
use super::state::{Desk, Step};

/// Records of one list that are shown.
const SHOWN: usize = DETAILED;

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
        let poorer = (!changes.poorer.is_empty()).then(|| {
            let count = changes.poorer.len() as f64;
            let heading = move || tr!("desk-loses-values", "count" => count);
            let items = records(desk, changes, &changes.poorer, true);
            view! { <details open=true><summary>{heading}</summary> {items}</details> }.into_any()
        });
        let warning = (!changes.are_harmless()).then(|| {
            view! {
                <div class="warning">
                    {much}
                    {undated}
                    {poorer}
                    {tick("desk-sure", desk.sure)}
                </div>
            }
            .into_any()
        });
        let lists = vec![
            list("desk-added", &changes.added),
            changed(desk, changes),
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

/// Records that are changed, each with what differs.
fn changed(desk: Desk, changes: &Changes) -> AnyView {
    if changes.changed.is_empty() {
        return list("desk-changed", &[]);
    }
    let count = changes.changed.len() as f64;
    let heading = move || tr_with_count("desk-changed", count);
    let items = records(desk, changes, &changes.changed, false);
    view! { <details><summary>{heading}</summary> {items}</details> }.into_any()
}

/// Records with what differs about them, field by field, or with what they lose alone.
fn records(desk: Desk, changes: &Changes, records: &[(String, String)], lost_alone: bool) -> AnyView {
    let one = |(id, title): &(String, String)| {
        let fields = changes.fields.get(id).into_iter().flatten();
        let fields = fields.filter(|field| field.is_lost || !lost_alone).cloned().map(|field| {
            let words = move || {
                let FieldChange { path, before, after, .. } = &field;
                let [before, after] = [before, after].map(|text| in_one_line(text));
                let field = label(desk, path);
                if lost_alone {
                    tr!("desk-lost-value", "field" => field, "value" => before)
                } else {
                    tr!("desk-change", "field" => field, "before" => before, "after" => after)
                }
            };
            view! { <li class="desk-value">{words}</li> }.into_any()
        });
        let fields = fields.collect_view();
        view! { <li>{title.clone()} " " <span class="quiet key">{id.clone()}</span> <ul>{fields}</ul></li> }
            .into_any()
    };
    let items = records.iter().take(SHOWN).map(one).collect_view();
    view! { <ul class="desk-list">{items}</ul> {more(records.len())} }.into_any()
}

/// The values of a list one after the other; a dash where there is nothing.
fn in_one_line(text: &str) -> String {
    if text.is_empty() { "—".to_owned() } else { text.lines().collect::<Vec<_>>().join("; ") }
}

/// How many more there are than are shown.
fn more(all: usize) -> Option<AnyView> {
    let more = all.saturating_sub(SHOWN) as f64;
    (more > 0.0)
        .then(|| view! { <p class="quiet">{move || tr!("desk-more", "count" => more)}</p> }.into_any())
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
    let more = more(records.len());
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
