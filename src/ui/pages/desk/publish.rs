//! The last step: the title, the day, the source, and everything as one file.

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::file::collection_name;
use super::newer;
use super::parts::{text, tick};
use super::run::{finish, packed};
use super::state::{Desk, Step};

pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
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
            finish(desk, &atlas, now, move || {
                desk.clear_file();
                desk.mapping.set(std::collections::BTreeMap::new());
                desk.go(Step::File);
            });
        }
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
    let bad_day = move || {
        let is_day = desk.day.get().parse::<crate::domain::Day>().is_ok();
        (!is_day).then(|| view! { <p class="field-error">{tr_view("finding-bad-day")}</p> })
    };
    let disabled = move || desk.busy.get() || desk.day.get().parse::<crate::domain::Day>().is_err();
    // Whoever has changed records goes back to them, not to a comparison that there is none of.
    let back = move |_| {
        let is_edited = desk.outcome.with_untracked(Option::is_none) && desk.editing().is_open();
        desk.go(if is_edited { Step::Edit } else { Step::Compare });
    };
    view! {
        <div class="desk-fields">
            {text("desk-dataset-title", "text", desk.title)}
            {text("desk-day", "date", desk.day)}
            {bad_day}
        </div>
        <fieldset class="desk-fields">
            <legend>{tr_view("desk-source")}</legend>
            {text("desk-source-name", "text", desk.source_name)}
            {text("desk-source-url", "url", desk.source_url)}
            {text("desk-source-licence", "text", desk.source_licence)}
        </fieldset>
        {others}
        {newer::view(desk)}
        {ready}
        {super::trial::view(desk, atlas)}
        <p>{tr_view("desk-package")}</p>
        <p class="actions">
            <button type="button" class="button" on:click=back>{tr_view("desk-back")}</button>
            <button type="button" class="button" disabled=disabled on:click=another>{tr_view("desk-another")}</button>
            <button type="button" class="button primary" disabled=disabled on:click=save>{tr_view("desk-save")}</button>
        </p>
        <p class="said" aria-hidden="true">{move || app.announcement.with(|it| it.text.clone())}</p>
    }
    .into_any()
}
