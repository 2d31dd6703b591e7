//! What leads to the pages: the header, the row of collections that share an entry, and the choice of a language.

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::dataset::Config;
use crate::route::{FindParams, LandscapePage, Route};
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::loading;
use crate::ui::messages::{self, LANGUAGES, language, tr, tr_view};
use crate::ui::page::Page;
use crate::ui::reactive::{effect, live, memo};
use crate::ui::saved_ids::SavedIds;
use crate::ui::shared::Shared;
use crate::ui::state::{App, Phase, app};
use crate::ui::task::to_the_end;

/// The head of every page that is not in a frame.
#[component]
pub(super) fn Header() -> impl IntoView {
    let app = app();
    let current = memo(move |_| match app.route() {
        Route::Find(params) => entry_of(params.collection),
        // A profile is reached from many places.
        Route::Record { collection: Collection::Organisations, .. }
        | Route::Search { .. }
        | Route::Compare { .. }
        | Route::Profile { .. }
        | Route::Embed { .. }
        | Route::Unknown { .. } => "",
        Route::Record { collection, .. } => entry_of(collection),
        Route::Landscape(_) => entry_of(Collection::Policies),
        Route::SignUp { of, .. } => entry_of(of),
        Route::NewPartnerRequest { .. } => entry_of(Collection::PartnerRequests),
        Route::AboutData | Route::Desk => "about",
        Route::Mine { .. } | Route::Shortlist { .. } | Route::SavedCalls { .. } => "mine",
        Route::SignUps => "signups",
    });
    // Where the navigation is wider than the screen, the current page is in sight.
    effect(move |_| browser::reveal(&nav_id(current.get())));
    let saved = Signal::derive(move || app.all_saved().map(SavedIds::len).sum::<usize>());
    let signed_up = Signal::derive(move || app.sign_ups.get());
    let has_signed_up = memo(move |_| signed_up.get() > 0);
    let link = move |page, href, words, count| nav_link(current, page, href, words, count);
    view! {
        <header class="top">
            <a class="brand" href=move || home(app)>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="8" cy="9" r="4.5"/><circle cx="16.5" cy="7" r="2.6"/><circle cx="15" cy="16.5" r="3.6"/>
                </svg>
                {live(move || app.atlas().map_or_else(|| tr!("brand"), |atlas| atlas.config.title.clone()))}
            </a>
            <nav class="main-nav" aria-label=tr_view("nav-main")>
                {live(move || {
                    let atlas = app.atlas();
                    let is_there = |collection: &Collection| is_there(*collection, atlas.as_ref());
                    let entries = Collection::ALL.iter().copied().filter(is_there);
                    let is_first = |collection: &Collection| {
                        collection.beside().find(is_there) == Some(*collection)
                    };
                    let entries = entries.filter(is_first).map(|collection| {
                        let about = collection.about();
                        let words = about.group.unwrap_or(about.words.navigation);
                        let href = FindParams::of(collection).link();
                        link(entry_of(collection), href, tr_view(words).into_any(), None)
                    });
                    entries.collect_view()
                })}
                {link("mine", "#/mine".to_owned(), tr_view("mine-title").into_any(), Some(saved))}
                // Only for those who have any; there without a dataset too.
                {live(move || has_signed_up.get().then(|| link("signups", "#/sign-ups".to_owned(), tr_view("sign-ups-title").into_any(), Some(signed_up))))}
                {link("about", "#/about-data".to_owned(), tr_view("nav-about-data").into_any(), None)}
            </nav>
            {search_link(app)}
            <LanguageChoice/>
        </header>
    }
}

/// The view that the dataset begins with.
fn home(app: App) -> String {
    let start = app.atlas().and_then(|atlas| atlas.manifest.start.clone());
    ["#/", start.as_deref().unwrap_or("explore")].concat()
}

/// The box that asks all collections, or the way to it where there is no room for one; none where the page has it.
fn search_link(app: App) -> impl Fn() -> Option<AnyView> {
    let is_here = memo(move |_| matches!(app.route(), Route::Search { .. }));
    move || {
        (!is_here.get()).then(|| {
            let typed = RwSignal::new(String::new());
            let ask = move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                // Whoever looks at another day goes on looking at that.
                let at = untrack(|| app.day());
                app.go(Route::Search { q: typed.get_untracked(), at });
            };
            view! {
                <form class="ask" role="search" on:submit=ask>
                    <input type="search" maxlength="200" autocomplete="off" aria-label=tr_view("search-title") placeholder=tr_view("search-title")
                        on:input=move |event| typed.set(event_target_value(&event))/>
                </form>
                <a class="ask" href="#/search">
                    <svg viewBox="0 0 24 24" role="img" aria-label=tr_view("search-title")><circle cx="10" cy="10" r="6"/><path d="m15 15 6 6"/></svg>
                </a>
            }
            .into_any()
        })
    }
}

/// Whether a collection needs an entry: what the dataset does not have needs none; until that is known, all are there.
fn is_there(collection: Collection, atlas: Option<&Shared<Atlas>>) -> bool {
    atlas.is_none_or(|atlas| Page::is_there(collection, atlas))
}

/// The path of the entry of the navigation under which a collection is.
fn entry_of(collection: Collection) -> &'static str {
    collection.beside().next().unwrap_or(collection).about().path
}

/// Pages that count across collections: which ones, where the first is, and its message.
const COUNTED: [(&[LandscapePage], &str, &str); 3] = [
    (&[LandscapePage::Countries, LandscapePage::Country], "#/countries", "nav-countries"),
    (&[LandscapePage::Figures], "#/figures", "nav-figures"),
    (&[LandscapePage::Focus], "#/focus/green", "nav-focus"),
];

/// The collections that share an entry of the navigation, where one of them is shown.
#[component]
pub(super) fn GroupNav() -> impl IntoView {
    let app = app();
    let shown = memo(move |_| match app.route() {
        Route::Find(params) => (params.collection, None),
        Route::Record { collection, .. } => (collection, None),
        Route::Landscape(params) => (Collection::Policies, Some(params.page)),
        Route::NewPartnerRequest { .. } => (Collection::PartnerRequests, None),
        // These are no page of a collection that shares an entry.
        Route::Search { .. }
        | Route::Mine { .. }
        | Route::Compare { .. }
        | Route::Shortlist { .. }
        | Route::SavedCalls { .. }
        | Route::SignUp { .. }
        | Route::SignUps
        | Route::Profile { .. }
        | Route::Embed { .. }
        | Route::AboutData
        | Route::Desk
        | Route::Unknown { .. } => (Collection::Organisations, None),
    });
    // Where the row is wider than the screen, the current page is in sight.
    effect(move |_| {
        shown.track();
        browser::reveal(&nav_id("group"));
    });
    move || {
        let (shown, counting) = shown.get();
        let atlas = app.atlas();
        shown.about().group.map(|group| {
            let link = |href: String, is_shown: bool, words| {
                let id = is_shown.then(|| nav_id("group"));
                let is_shown = is_shown.then_some("page");
                view! { <a href=href id=id aria-current=is_shown>{tr_view(words)}</a> }.into_any()
            };
            let collections = shown
                .beside()
                .filter(|one| *one == shown || is_there(*one, atlas.as_ref()))
                .map(|collection| {
                    let is_shown = counting.is_none() && collection == shown;
                    link(FindParams::of(collection).link(), is_shown, collection.about().words.navigation)
                });
            // What is counted across collections is with the policies: one knows a country by them.
            let counted = COUNTED.iter().filter(|_| shown.beside().any(|one| one == Collection::Policies));
            let counted = counted.map(|(pages, href, words)| {
                let is_shown = counting.is_some_and(|page| pages.contains(&page));
                link((*href).to_owned(), is_shown, *words)
            });
            let links = collections.chain(counted);
            view! { <nav class="main-nav group-nav" aria-label=tr_view(group)>{links.collect_view()}</nav> }
                .into_any()
        })
    }
}

/// A link of the navigation, with how many things wait there.
fn nav_link(
    current: Memo<&'static str>,
    page: &'static str,
    href: String,
    words: AnyView,
    count: Option<Signal<usize>>,
) -> AnyView {
    let badge = move || {
        let count = count.map_or(0, |count| count.get());
        (count > 0)
            .then(|| view! { " " <b class="badge-count">{messages::number(count as f64)}</b> }.into_any())
    };
    view! {
        <a href=href id=nav_id(page) aria-current=live(move || (current.get() == page).then_some("page"))>{words}{badge}</a>
    }
    .into_any()
}

fn nav_id(page: &str) -> String {
    ["goes-to-", page].concat()
}

/// Whether a language is offered: at a screen that many people use, its settings may choose some.
fn speaks(config: &Config, tag: &str) -> bool {
    if !browser::is_kiosk() {
        return true;
    }
    let chosen = &config.kiosk.preset(browser::kiosk_name().as_deref()).languages;
    chosen.is_empty() || chosen.iter().any(|it| it.as_str() == tag)
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let app = app();
    let choose = move |event| {
        let wanted = event_target_value(&event);
        to_the_end(async move {
            if !matches!(loading::set_locale_or_english(&wanted).await, Ok(true)) {
                return;
            }
            let spoken = language();
            browser::replace(&untrack(|| app.route()).to_hash(), Some(&spoken));
            // Names of countries and vocabulary terms are searchable, so the index learns the new ones.
            if let Some(atlas) = untrack(|| app.atlas()) {
                let labels = Labels::new(&atlas.vocabularies, &spoken, app.store);
                app.phase.set(Phase::Ready(Shared::new(atlas.relabelled(&|facet, value, visit| {
                    labels.visit(Collection::Organisations, facet, value, visit);
                }))));
            }
        });
    };
    view! {
        <label class="language">
            <span class="unseen">{tr_view("language")}</span>
            <select on:change=choose prop:value=language>
                {LANGUAGES
                    .map(|tag| {
                        // Each language is named in itself, so that those who need it can read it.
                        let name = browser::capitalised(&browser::Names::of_languages(tag).name(tag), tag);
                        let is_offered = move || app.atlas().is_none_or(|atlas| speaks(&atlas.config, tag));
                        view! { <option value=tag lang=tag hidden=live(move || !is_offered()) selected=live(move || language() == tag)>{name}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}
