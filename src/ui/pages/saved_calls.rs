//! The calls saved on this device, or those that came with a link.

use leptos::prelude::*;

use crate::domain::Call;
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::calendars;
use crate::ui::collection_page::moment_of;
use crate::ui::components::{CallLine, ShareLink, added, page_title};
use crate::ui::messages::{tr, tr_view};
use crate::ui::saved_ids::ShownIds;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::store::Records;

/// The list, what can be done with it, and how to hand it on.
#[component]
pub fn SavedCallsPage(atlas: Shared<Atlas>, records: Records<Call>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || tr("saved-calls-title"));
    let shared = move || match app.route() {
        Route::SavedCalls { ids } => ids,
        _ => None,
    };
    let list = ShownIds::of(app.saved_calls(), shared, {
        let records = records.clone();
        move |id| records.iter().any(|call| call.id.as_str() == id)
    });
    let now = moment_of(records.clone(), Memo::new(|_| None));
    let gone = move || {
        let gone = list.gone();
        (!gone.is_empty())
            .then(|| tr!("saved-calls-gone", "count" => gone.len() as f64, "ids" => gone.join(", ")))
    };
    let calls = Memo::new(move |_| {
        // What closes first stands first.
        let (known, now) = (list.known.get(), now.get());
        let mut calls: Vec<_> =
            records.iter().filter(|call| known.iter().any(|id| id == call.id.as_str())).cloned().collect();
        calls.sort_by_key(|call| {
            let next = call.next_cutoff(now).map_or(i64::MAX, |cutoff| cutoff.closes().unix());
            (next, call.title.clone())
        });
        Shared::new(calls)
    });
    let save_dates = {
        let atlas = atlas.clone();
        move |_| {
            let calls = calls.get_untracked();
            let each = calls.iter().map(AsRef::as_ref);
            let done = calendars::download_calls("saved-calls.ics", each, now.get_untracked(), &atlas);
            app.announce(tr(if done { "calendar-done" } else { "export-failed" }));
        }
    };
    let link = Signal::derive(move || Route::SavedCalls { ids: Some(list.ids.get()) });
    view! {
        <main id="main" class="page shortlist" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href="#/calls">{tr_view("back-to-calls")}</a></nav>
            <h1>{move || tr(if list.is_shared() { "saved-calls-shared-title" } else { "saved-calls-title" })}</h1>
            <p class="lead">{move || tr(match (list.is_shared(), app.saved_calls().is_kept()) {
                (true, _) => "saved-calls-shared-note",
                (false, true) => "saved-calls-note",
                (false, false) => "shortlist-not-kept",
            })}</p>
            <div class="actions">
                <Show when=move || list.is_shared()>
                    <button type="button" class="button primary" on:click=move |_| {
                        let result = app.saved_calls().add_all(&list.known.get_untracked());
                        app.announce(added(result, "saved-calls-kept"));
                        app.go(Route::SavedCalls { ids: None });
                    }>{tr_view("saved-calls-keep")}</button>
                </Show>
                <Show when=move || !list.is_empty()>
                    <button type="button" class="button" on:click=save_dates.clone()>{tr_view("calendar-add")}</button>
                </Show>
                <Show when=move || !list.is_shared() && !list.ids.with(Vec::is_empty)>
                    <button type="button" class="button" on:click=move |_| {
                        app.saved_calls().clear();
                        app.announce(tr("saved-calls-cleared"));
                    }>{tr_view("saved-calls-clear")}</button>
                </Show>
            </div>
            {move || gone().map(|text| view! { <p class="warning">{text}</p> }.into_any())}
            <Show when=move || list.is_empty()>
                <p>{tr_view("saved-calls-empty")} " " <a href="#/calls">{tr_view("go-to-calls")}</a></p>
            </Show>
            <Show when=move || !list.is_empty()>
                <h2 class="unseen">{tr_view("calls-title")}</h2>
            </Show>
            <ul class="plain-lines">
                {move || {
                    let now = now.get();
                    calls.get()
                        .iter()
                        .map(|call| {
                            let (call, atlas) = (call.clone(), atlas.clone());
                            view! { <li><CallLine call now at=None atlas remark=None/></li> }.into_any()
                        })
                        .collect_view()
                }}
            </ul>
            <Show when=move || !list.is_empty()>
                <ShareLink route=link/>
            </Show>
        </main>
    }
}
