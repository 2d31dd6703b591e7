//! One search over all collections: how many match in each, and the best few.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::explore::{Synonyms, Towns, suggest};
use crate::route::{FindParams, Route};
use crate::ui::any_collection::Fetch;
use crate::ui::atlas::Atlas;
use crate::ui::components::{AtNotice, SearchField, around_town, offer, page_title, search_keep};
use crate::ui::labels::Labels;
use crate::ui::messages::{number, tr, tr_view, tr_with};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::suggesting::{Offer, Suggesting};

use super::asked::{Asked, awaited, failed};

/// How many records of each collection are shown.
const FEW: usize = 3;
/// Most suggestions of one collection, so that each can make some.
const OFFERED_EACH: usize = 2;
/// Most suggestions shown at once.
const OFFERED: usize = 10;

/// A collection, and the rows in it that match, best first; `None` where it cannot be asked yet.
#[derive(Clone, Copy)]
struct Found {
    asked: Asked,
    rows: Memo<Option<Vec<u32>>>,
}

impl Found {
    fn new(collection: Collection, atlas: &Shared<Atlas>, fetch: Fetch, q: Memo<String>) -> Self {
        let asked = Asked::new(collection, atlas, fetch);
        asked.load();
        let app = app();
        app.synonyms().want();
        let rows = Memo::new(move |_| {
            let query = FindParams { q: q.get(), ..FindParams::of(collection) }.query();
            asked.index().map(|index| app.run(index.catalogue.core(), &query).rows)
        });
        Self { asked, rows }
    }

    /// The list of all that match, with the words, as of the same day.
    fn link(self, q: String) -> String {
        FindParams { q, ..FindParams::of(self.asked.collection) }.route().on(app().day()).to_hash()
    }
}

/// The page.
#[component]
pub fn SearchPage(atlas: Shared<Atlas>, all: Vec<Collection>, fetch: Fetch) -> impl IntoView {
    let app = app();
    page_title(&atlas, || tr("search-title"));
    let q = Memo::new(move |before: Option<&String>| match app.route() {
        Route::Search { q, .. } => q,
        // The page is about to go.
        _ => before.cloned().unwrap_or_default(),
    });
    let all: Vec<Found> = all.into_iter().map(|one| Found::new(one, &atlas, fetch, q)).collect();
    let all = StoredValue::new(all);
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let offers = Callback::new(move |(_, typed): (Suggesting, String)| {
        all.with_value(|all| offers(all, &labels.get(), &app.synonyms().get(), &typed))
    });
    let at = Signal::derive(move || app.day());
    let with_text = Callback::new(move |q| Route::Search { q, at: at.get_untracked() });
    let today = Signal::derive(move || Route::Search { q: q.get(), at: None });
    let has_words = Memo::new(move |_| q.with(|q| !q.trim().is_empty()));
    let status = Memo::new(move |_| {
        all.with_value(|all| {
            let count: usize =
                all.iter().map(|found| found.rows.with(|rows| rows.as_ref().map_or(0, Vec::len))).sum();
            let asked: Vec<_> = all.iter().map(|found| found.asked).collect();
            let (lost, waits) = (failed(&asked), awaited(&asked));
            let words = if !has_words.get() {
                "search-all"
            } else if lost.is_some() || waits.is_some() {
                // Of what could not be asked nobody knows what it has.
                "search-found-so-far"
            } else {
                "search-found"
            };
            let count = tr_with(words, &[("count", (count as f64).into())]);
            [count].into_iter().chain(lost).chain(waits).collect::<Vec<_>>().join(" ")
        })
    });
    let parts = all
        .with_value(|all| all.iter().map(|found| part(*found, q, has_words, atlas.clone())).collect_view());
    view! {
        <main id="main" class="page everything" tabindex="-1">
            <h1>{tr_view("search-title")}</h1>
            <AtNotice at today/>
            <div class="bar">
                <SearchField typed=q offers with_text placeholder="search-title"/>
                {move || has_words.get().then(|| search_keep(Signal::derive(move || app.route())))}
            </div>
            <p role="status">{move || status.get()}</p>
            {around(&atlas, q)}
            {counts(all, q)}
            {parts}
        </main>
    }
}

/// The way to the organisations around a town, where the words ask for that: the other collections know no distances.
fn around(atlas: &Shared<Atlas>, q: Memo<String>) -> impl Fn() -> Option<AnyView> + use<> {
    let atlas = atlas.clone();
    let synonyms = app().synonyms();
    move || {
        let (typed, synonyms) = (q.get(), synonyms.get());
        if !Towns::is_asked_for(&typed) {
            return None;
        }
        let meant = |towns: &Towns| {
            let near =
                towns.near(&typed, &synonyms).into_iter().find(|near| near.town.ends(&typed, &synonyms))?;
            Some(around_town(near, FindParams::default()))
        };
        let (words, params) = meant(atlas.towns()).or_else(|| meant(&app().store.towns().wanted()))?;
        Some(view! { <p>{tr_view("similar-around")} " " <a href=params.link()>{words}</a></p> }.into_any())
    }
}

/// How many match, collection by collection; each leads to its list.
fn counts(all: StoredValue<Vec<Found>>, q: Memo<String>) -> AnyView {
    let one = move |found: Found| {
        let count = move || match found.rows.with(|rows| rows.as_ref().map(Vec::len)) {
            Some(count) => number(count as f64),
            None if found.asked.failure().is_some() => "?".to_owned(),
            None => "…".to_owned(),
        };
        let is_none = move || found.rows.with(|rows| rows.as_ref().is_some_and(Vec::is_empty));
        view! {
            <li class:none=is_none>
                <a href=move || found.link(q.get())>{move || found.asked.name()} " " <b>{count}</b></a>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="counted" aria-label=tr_view("search-counts")>
            {all.with_value(|all| all.iter().copied().map(one).collect_view())}
        </ul>
    }
    .into_any()
}

/// The best few of a collection, or why there are none.
fn part(found: Found, q: Memo<String>, has_words: Memo<bool>, atlas: Shared<Atlas>) -> AnyView {
    let Found { asked, rows } = found;
    let best = move || {
        let index = asked.index()?;
        let rows = rows.get().filter(|rows| has_words.get() && !rows.is_empty())?;
        let lines = rows.iter().take(FEW);
        let lines = lines.map(|row| view! { <li>{index.line(*row, &atlas)}</li> }.into_any());
        let lines = lines.collect_view();
        let all = if rows.len() > FEW {
            tr!("search-show-all", "count" => rows.len() as f64)
        } else {
            tr!("search-show-list", "count" => rows.len() as f64)
        };
        let name = [all.as_str(), ": ", &asked.name()].concat();
        Some(
            view! {
                <section>
                    <h2>{asked.name()}</h2>
                    <ul class="plain-lines">{lines}</ul>
                    <p><a href=found.link(q.get()) aria-label=name>{all}</a></p>
                </section>
            }
            .into_any(),
        )
    };
    view! { {asked.warning()} {best} }.into_any()
}

/// What is offered for a text: of each collection some, each by its kind.
fn offers(all: &[Found], labels: &Labels, synonyms: &Synonyms, typed: &str) -> Vec<Offer> {
    let mut offers = Vec::new();
    for Found { asked, .. } in all {
        let Some(index) = asked.index_now() else { continue };
        let params = FindParams { at: untrack(|| app().day()), ..FindParams::of(asked.collection) };
        let catalogue = &index.catalogue;
        for suggestion in suggest(&**catalogue, typed, synonyms, OFFERED_EACH) {
            let mut offer = offer(suggestion, &**catalogue, &params, labels);
            // What leads to a list says of which collection.
            if matches!(offer.route, Route::Find(_)) {
                offer.kind = [asked.name(), offer.kind].join(" · ");
            }
            offers.push(offer);
        }
    }
    offers.truncate(OFFERED);
    offers
}
