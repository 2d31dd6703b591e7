//! The shortlist of this device, or one that came with a link.

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::route::{MOST_COMPARED, Route};
use crate::ui::atlas::Atlas;
use crate::ui::components::{OrganisationLine, ShareLink, added, page_title};
use crate::ui::messages::{tr, tr_view};
use crate::ui::saved_ids::ShownIds;
use crate::ui::search_context::way_back;
use crate::ui::shared::Shared;
use crate::ui::state::app;

/// The list, what can be done with it, and how to hand it on.
#[component]
pub fn ShortlistPage(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || tr("shortlist-title"));
    let shared = move || match app.route() {
        Route::Shortlist { ids } => ids,
        _ => None,
    };
    let list = ShownIds::of(app.shortlist(), shared, {
        let atlas = atlas.clone();
        move |id| atlas.index.row_of(id).is_some()
    });
    let gone = move || {
        let gone = list.gone();
        (!gone.is_empty())
            .then(|| tr!("shortlist-gone", "count" => gone.len() as f64, "ids" => gone.join(", ")))
    };
    let link = Signal::derive(move || Route::Shortlist { ids: Some(list.ids.get()) });
    let compare = move || {
        let ids: Vec<String> = list.known.get().into_iter().take(MOST_COMPARED).collect();
        (ids.len() > 1).then(|| Route::Compare { ids }.to_hash())
    };
    view! {
        <main id="main" class="page shortlist" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=way_back(Collection::Organisations)>{tr_view("back-to-explore")}</a></nav>
            <h1>{move || if list.is_shared() { tr("shortlist-shared-title") } else { tr("shortlist-title") }}</h1>
            <p class="lead">{move || {
                if list.is_shared() { tr("shortlist-shared-note") }
                else if app.shortlist().is_kept() { tr("shortlist-note") }
                else { tr("shortlist-not-kept") }
            }}</p>
            <div class="actions">
                <Show when=move || list.is_shared()>
                    <button type="button" class="button primary" on:click=move |_| {
                        let result = app.shortlist().add_all(&list.known.get_untracked());
                        app.announce(added(result, "shortlist-kept"));
                        app.go(Route::Shortlist { ids: None });
                    }>{tr_view("shortlist-keep")}</button>
                </Show>
                {move || compare().map(|href| view! { <a class="button" href=href>{tr_view("shortlist-compare")}</a> }.into_any())}
                {move || (!list.is_empty()).then(|| {
                    let request = Route::NewPartnerRequest { organisations: list.known.get(), call: None, correct: None, like: None }.to_hash();
                    view! { <a class="button" href=request>{tr_view("introduce-request")}</a> }.into_any()
                })}
                <Show when=move || !list.is_shared() && !list.ids.with(Vec::is_empty)>
                    <button type="button" class="button" on:click=move |_| app.shortlist().clear()>{tr_view("shortlist-clear")}</button>
                </Show>
                <button type="button" class="button" on:click=|_| browser::print_soon()>{tr_view("print")}</button>
            </div>
            {move || gone().map(|text| view! { <p class="warning">{text}</p> }.into_any())}
            <Show when=move || list.is_empty()>
                <p>{tr_view("shortlist-empty")} " " <a href="#/explore">{tr_view("go-to-explore")}</a></p>
            </Show>
            <Show when=move || !list.is_empty()>
                <h2 class="unseen">{tr_view("figure-organisations")}</h2>
            </Show>
            <ul class="plain-lines">
                {move || {
                    let rows = list.known.get().into_iter().filter_map(|id| atlas.index.row_of(&id));
                    rows.map(|row| view! { <li><OrganisationLine atlas=atlas.clone() row remark=None/></li> }.into_any())
                        .collect_view()
                }}
            </ul>
            <Show when=move || !list.is_empty()>
                <ShareLink route=link/>
            </Show>
        </main>
    }
}
