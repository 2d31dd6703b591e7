//! The shortlist of this device, or one that came with a link.

use leptos::prelude::*;

use crate::browser;
use crate::route::Route;
use crate::ui::components::{OrganisationLine, ShareLink};
use crate::ui::messages::{said, say, text};
use crate::ui::state::{Atlas, Shared, app};

/// Most organisations side by side.
const MOST_COMPARED: usize = 4;

/// The list, what can be done with it, and how to hand it on.
#[component]
pub fn ShortlistPage(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    let title = atlas.config.title.clone();
    Effect::new(move |_| {
        browser::set_title(
            &text!("title-page", "page" => said("shortlist-title"), "title" => title.as_str()),
        );
    });
    let shared = Memo::new(move |_| match app.route() {
        Route::Shortlist { ids } => ids,
        _ => None,
    });
    let ids = Memo::new(move |_| shared.get().unwrap_or_else(|| app.shortlist.ids()));
    let known = Memo::new({
        let atlas = atlas.clone();
        move |_| ids.get().into_iter().filter(|id| atlas.index.row_of(id).is_some()).collect::<Vec<_>>()
    });
    let gone = move || {
        let (all, known) = (ids.get(), known.get());
        let gone: Vec<String> = all.into_iter().filter(|id| !known.contains(id)).collect();
        (!gone.is_empty())
            .then(|| text!("shortlist-gone", "count" => gone.len() as f64, "ids" => gone.join(", ")))
    };
    let link = Signal::derive(move || Route::Shortlist { ids: Some(known.get()) });
    let compare = move || {
        let ids: Vec<String> = known.get().into_iter().take(MOST_COMPARED).collect();
        (ids.len() > 1).then(|| Route::Compare { ids }.to_hash())
    };
    view! {
        <main id="main" class="page shortlist" tabindex="-1">
            <nav class="trail" aria-label=say("trail")><a href="#/explore">{say("back-to-explore")}</a></nav>
            <h1>{move || if shared.get().is_some() { said("shortlist-shared-title") } else { said("shortlist-title") }}</h1>
            <p class="lead">{move || {
                if shared.get().is_some() { said("shortlist-shared-note") }
                else if app.shortlist.is_kept() { said("shortlist-note") }
                else { said("shortlist-not-kept") }
            }}</p>
            <div class="actions">
                <Show when=move || shared.get().is_some()>
                    <button type="button" class="button primary" on:click=move |_| {
                        app.shortlist.add_all(&known.get_untracked());
                        app.announce(said("shortlist-kept"));
                        app.go(Route::Shortlist { ids: None });
                    }>{say("shortlist-keep")}</button>
                </Show>
                {move || compare().map(|href| view! { <a class="button" href=href>{say("shortlist-compare")}</a> }.into_any())}
                {move || (!known.with(Vec::is_empty)).then(|| {
                    let request = Route::NewPartnerRequest { organisations: known.get(), call: None }.to_hash();
                    view! { <a class="button" href=request>{say("introduce-request")}</a> }.into_any()
                })}
                <Show when=move || shared.get().is_none() && !ids.with(Vec::is_empty)>
                    <button type="button" class="button" on:click=move |_| app.shortlist.clear()>{say("shortlist-clear")}</button>
                </Show>
                <button type="button" class="button" on:click=|_| browser::print_soon()>{say("print")}</button>
            </div>
            {move || gone().map(|text| view! { <p class="warning">{text}</p> }.into_any())}
            <Show when=move || known.with(Vec::is_empty)>
                <p>{say("shortlist-empty")} " " <a href="#/explore">{say("go-to-explore")}</a></p>
            </Show>
            <Show when=move || !known.with(Vec::is_empty)>
                <h2 class="unseen">{say("figure-organisations")}</h2>
            </Show>
            <ul class="plain-lines">
                {move || {
                    let rows = known.get().into_iter().filter_map(|id| atlas.index.row_of(&id));
                    rows.map(|row| view! { <li><OrganisationLine atlas=atlas.clone() row remark=None/></li> }.into_any())
                        .collect_view()
                }}
            </ul>
            <Show when=move || !known.with(Vec::is_empty)>
                <ShareLink route=link/>
            </Show>
        </main>
    }
}
