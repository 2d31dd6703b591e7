//! The last step: the title, the day, the source, and everything as one file.

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::domain::{LanguageTag, LocalText, Term, Vocabularies};
use crate::ui::atlas::Atlas;
use crate::ui::messages::{language, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::file::collection_name;
use super::newer;
use super::packing::{is_view, packed};
use super::parts::{text, tick};
use super::queue;
use super::run::finish;
use super::state::{Desk, Step};

/// The filters of organisations that can be called otherwise, by the names of their headings.
const HEADINGS: [&str; 4] = ["facet-ecosystem", "facet-expertise", "facet-region", "facet-kind"];

/// What filters are called in this dataset, in the language of the page; what is left empty is called as everywhere.
fn headings(desk: Desk) -> AnyView {
    let one = |words: &'static str| {
        let (_, id) = words.split_once('-').unwrap_or_default();
        let value = move || {
            desk.vocabularies.with(|vocabularies| {
                let known = vocabularies.headings.iter().find(|term| term.id.as_str() == id);
                let label =
                    known.and_then(|term| term.label.iter().find(|(tag, _)| tag.as_str() == language()));
                label.map(|(_, label)| label.to_owned()).unwrap_or_default()
            })
        };
        let change = move |event| {
            let text = event_target_value(&event).trim().to_owned();
            let mut vocabularies = Vocabularies::clone(&desk.vocabularies.get_untracked());
            call(&mut vocabularies.headings, id, &untrack(language), &text);
            desk.vocabularies.set(Shared::new(vocabularies));
        };
        view! {
            <label class="field">
                {tr_view(words)} <input type="text" maxlength="60" prop:value=value on:change=change/>
            </label>
        }
        .into_any()
    };
    let fields = HEADINGS.map(one).collect_view();
    view! {
        <details>
            <summary>{tr_view("desk-headings")}</summary>
            <p class="quiet">{tr_view("desk-headings-note")}</p>
            <div class="desk-fields">{fields}</div>
        </details>
    }
    .into_any()
}

/// Gives a heading a name in a language, or takes it away.
fn call(headings: &mut Vec<Term>, id: &str, language: &str, text: &str) {
    let before = headings.iter().position(|term| term.id.as_str() == id).map(|at| headings.remove(at));
    let versions = before.iter().flat_map(|term| term.label.iter());
    let mut label: Vec<(LanguageTag, String)> = versions
        .filter(|(tag, _)| tag.as_str() != language)
        .map(|(tag, label)| (tag.clone(), label.to_owned()))
        .collect();
    if let Ok(tag) = language.parse::<LanguageTag>()
        && !text.is_empty()
    {
        label.push((tag, text.to_owned()));
    }
    let label = LocalText::new(label);
    if let Ok(id) = id.parse()
        && !label.is_empty()
    {
        headings.push(Term { id, label, badge: None });
    }
}

/// What the dataset is called, the day that it is of, and what a visitor sees first.
fn named(desk: Desk) -> AnyView {
    let bad_day = move || {
        let is_day = desk.day.get().parse::<crate::domain::Day>().is_ok();
        (!is_day).then(|| view! { <p class="field-error">{tr_view("finding-bad-day")}</p> })
    };
    let no_title = move || {
        let is_nameless = desk.title.with(|title| title.trim().is_empty());
        is_nameless.then(|| view! { <p class="field-error">{tr_view("desk-no-title")}</p> })
    };
    let no_view = move || {
        let is_view = desk.start().with(|typed| is_view(typed));
        (!is_view).then(|| view! { <p class="field-error">{tr_view("desk-no-view")}</p> })
    };
    view! {
        <div class="desk-fields">
            {text("desk-dataset-title", "text", desk.title)}
            {no_title}
            {text("desk-day", "date", desk.day)}
            {bad_day}
            {text("desk-start", "text", desk.start())}
            {no_view}
        </div>
        <p class="quiet">{tr_view("desk-start-note")}</p>
    }
    .into_any()
}

/// What a dataset is called that has nothing of the published one: like its file, until somebody says it.
fn propose_title(desk: Desk, atlas: &Shared<Atlas>) {
    if desk.editing().is_package() {
        return;
    }
    let published = atlas.manifest.title.clone().unwrap_or_default();
    let of_file = desk.file.with_untracked(|file| {
        let name = file.as_ref().map(|file| file.name.clone()).unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        stem.split(['_', '-', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    });
    let title = desk.title.get_untracked();
    if !title.is_empty() && title != published && title != of_file {
        return;
    }
    let is_another = desk.outcome.with_untracked(|outcome| {
        let Some(Ok(outcome)) = outcome else { return false };
        let changes = &outcome.replaced.changes;
        changes.removed.len() == changes.before
    });
    let is_another = is_another && desk.replace.get_untracked() && !of_file.is_empty();
    desk.title.set(if is_another { of_file } else { published });
}

/// Says where records name no source and none is named for them.
fn unsourced(desk: Desk) -> impl IntoView {
    move || {
        let count = desk.outcome.with(|outcome| match outcome {
            Some(Ok(outcome)) => outcome.unsourced,
            Some(Err(_)) | None => 0,
        }) as f64;
        let is_named = desk.source_name.with(|name| !name.trim().is_empty());
        (count > 0.0 && !is_named).then(|| {
            view! { <p class="warning">{move || tr!("desk-no-source", "count" => count)}</p> }.into_any()
        })
    }
}

pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    propose_title(desk, atlas);
    newer::look(desk, atlas);
    let app = app();
    let now = app.now.get_untracked();
    let save = {
        let atlas = atlas.clone();
        move |_| {
            let kept = atlas.clone();
            finish(desk, &atlas, now, move || {
                to_the_end(async move {
                    // Somebody may have published since this page was opened.
                    newer::check(desk, &kept).await;
                    if !untrack(|| newer::can_pack(desk)) {
                        app.announce(tr("desk-newer"));
                        browser::focus_soon("desk-newer");
                        return;
                    }
                    let saved = packed(desk, &kept, now).is_some_and(|bytes| {
                        browser::download_bytes("dataset.zip", "application/zip", &bytes)
                    });
                    app.announce(if saved { tr("desk-packed") } else { tr("desk-not-packed") });
                });
            });
        }
    };
    let another = {
        let atlas = atlas.clone();
        move |_| {
            let kept = atlas.clone();
            finish(desk, &atlas, now, move || queue::another(desk, &kept, now));
        }
    };
    let another_words = move || match queue::waiting(desk).first() {
        Some((_, name)) => tr!("desk-next", "file" => name.as_str()),
        None => tr("desk-another"),
    };
    let waiting = move || {
        let names: Vec<String> = queue::waiting(desk).into_iter().map(|(_, name)| name).collect();
        let (count, names) = (names.len() as f64, names.join(", "));
        (count > 0.0).then(|| {
            let words = move || tr!("desk-waiting", "count" => count, "files" => names.as_str());
            view! { <p class="note">{words}</p> }
        })
    };
    let ready = move || {
        let one = |(name, finished): (&'static str, super::state::Finished)| {
            let collection = Collection::named(name).unwrap_or_default();
            let count = finished.records as f64;
            let words =
                move || tr!("desk-ready", "collection" => collection_name(collection), "count" => count);
            view! { <li>{words}</li> }.into_any()
        };
        let all: Vec<AnyView> = desk.finished.get().into_iter().map(one).collect();
        (!all.is_empty()).then(|| view! { <ul aria-label=tr_view("desk-finished")>{all}</ul> })
    };
    let is_kept = desk.editing().is_package();
    let others = (!is_kept && atlas.fault.is_none() && !atlas.manifest.collections.is_empty())
        .then(|| tick("desk-keep-others", desk.keep_others));
    let disabled = move || {
        let is_day = desk.day.get().parse::<crate::domain::Day>().is_ok();
        let is_nameless = desk.title.with(|title| title.trim().is_empty());
        desk.busy.get() || !is_day || is_nameless || !desk.start().with(|typed| is_view(typed))
    };
    // Whoever has changed records goes back to them, not to a comparison that there is none of.
    let back = move |_| {
        let is_edited = desk.outcome.with_untracked(Option::is_none) && desk.editing().is_open();
        desk.go(if is_edited { Step::Edit } else { Step::Compare });
    };
    view! {
        {named(desk)}
        <fieldset class="desk-fields">
            <legend>{tr_view("desk-source")}</legend>
            {text("desk-source-name", "text", desk.source_name)}
            {text("desk-source-url", "url", desk.source_url)}
            {text("desk-source-licence", "text", desk.source_licence)}
            {unsourced(desk)}
        </fieldset>
        {headings(desk)}
        {others}
        {newer::view(desk)}
        {ready}
        {waiting}
        {super::trial::view(desk, atlas)}
        <p>{tr_view("desk-package")}</p>
        <p class="actions">
            <button type="button" class="button" on:click=back>{tr_view("desk-back")}</button>
            <button type="button" class="button" disabled=disabled on:click=another>{another_words}</button>
            <button type="button" class="button primary" disabled=disabled on:click=save>{tr_view("desk-save")}</button>
        </p>
        <p class="said" aria-hidden="true">{move || app.announcement.with(|it| it.text.clone())}</p>
    }
    .into_any()
}
