//! The mapping tool: filters, search, map, list and coverage over one outcome.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, facet};
use crate::route::{FindParams, SortKey, View};
use crate::ui::atlas::Atlas;
use crate::ui::components::{
    Chips, CoverageMatrix, ExportMenu, Filters, FiltersButton, OrganisationLine, ResultList, SearchBox,
    SimilarWords, sort_choice,
};
use crate::ui::explorer::{Deferred, Explorer};
use crate::ui::messages::{tr, tr_view};
use crate::ui::reactive::{effect, live, memo};
use crate::ui::search_context::SearchContext;
use crate::ui::shared::Shared;
use crate::ui::state::app;

/// Where the style sheet shows the list or the map, not both.
const NARROW: &str = "(max-width: 44rem)";

/// What stands beside the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Map,
    Coverage,
}

/// The mapping tool.
#[component]
pub fn ExplorePage(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    let catalogue = atlas.index.catalogue();
    let search = SearchContext::new(app, Collection::Organisations, memo(move |_| catalogue.clone()));
    let explorer = Explorer { search, atlas: StoredValue::new(atlas) };
    provide_context(search);
    provide_context(explorer);
    let params = search.params;
    let view = memo(move |_| params.with(|params| params.view));
    // A phone shows one thing at a time: it fetches no map before the map is asked for.
    let narrow = browser::media(NARROW);
    let beside = memo(move |_| match view.get() {
        View::Coverage => Some(Beside::Coverage),
        View::List => None,
        View::Both | View::Timeline | View::Month | View::Matrix => (!narrow.get()).then_some(Beside::Map),
        View::Map => Some(Beside::Map),
    });
    let map = expect_context::<Deferred>().map;
    effect(move |_| {
        let title = explorer.atlas.with_value(|atlas| atlas.config.title.clone());
        browser::set_title(&tr!("title-explore", "title" => title));
    });
    view! {
        <main id="main" class="explore" tabindex="-1" data-view=live(move || view_name(view.get()))>
            <h1 class="unseen">{tr_view("explore-heading")}</h1>
            <Filters/>
            <div class="middle">
                <div class="bar">
                    <SearchBox/>
                    <div class="strip">
                        <FiltersButton/>
                        <ViewChoice/>
                    </div>
                </div>
                <Chips/>
                {live(move || beside.get().map(|beside| match beside {
                    Beside::Coverage => view! { <CoverageMatrix/> }.into_any(),
                    Beside::Map => map(card),
                }))}
            </div>
            <section class="results" aria-labelledby="results-title">
                <h2 id="results-title" class="unseen">{tr_view("results-title")}</h2>
                <Count/>
                <div class="sort strip">
                    {sort_choice(Arc::new(orders))}
                    <ExportMenu/>
                </div>
                <ResultList draw=organisation_line flows=false/>
            </section>
        </main>
    }
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Both | View::Timeline | View::Month | View::Matrix => "both",
        View::Map => "map",
        View::List => "list",
        View::Coverage => "coverage",
    }
}

/// How many match, and how many of them the map cannot show.
#[component]
fn Count() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let counts = memo(move |_| explorer.outcome.with(|o| (o.rows.len(), o.unlocated)));
    let sentence = move || {
        let (all, unlocated) = counts.get();
        match (all, unlocated) {
            (0, _) => tr!("count-none"),
            (all, 0) => tr!("count-all-located", "count" => all as f64),
            (all, unlocated) => {
                tr!("count-some-unlocated", "count" => all as f64, "unlocated" => unlocated)
            }
        }
    };
    let unlocated_only = move || {
        let params = explorer.params.get();
        let only = ["no".to_owned()];
        (counts.get().1 > 0 && params.chosen("located") != only).then(|| {
            let mut next = params;
            next.facets.set(facet::LOCATED, only.to_vec());
            next.view = View::List;
            next.link()
        })
    };
    let at = memo(move |_| explorer.params.with(|p| p.at.is_some()));
    view! {
        <div class="count">
            <p role="status">{sentence}</p>
            {live(move || unlocated_only().map(|href| view! { <p class="quiet"><a href=href>{tr_view("count-show-unlocated")}</a></p> }.into_any()))}
            <SimilarWords/>
            {live(move || at.get().then(|| view! {
                <p class="quiet">{tr_view("at-organisations")}</p>}.into_any()))}
        </div>
    }
}

#[component]
fn ViewChoice() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let link = move |view: View| {
        let mut params = explorer.params.get();
        params.view = view;
        params.link()
    };
    let here =
        move |views: &'static [View]| views.contains(&explorer.params.with(|p| p.view)).then_some("true");
    view! {
        <nav class="views" aria-label=tr_view("views")>
            <a class="wide-only" href=live(move || link(View::Both)) aria-current=live(move || here(&[View::Both, View::Map]))>
                {tr_view("view-both")}
            </a>
            <a class="wide-only" href=live(move || link(View::List)) aria-current=live(move || here(&[View::List]))>{tr_view("view-list")}</a>
            <a class="narrow-only" href=live(move || link(View::Both)) aria-current=live(move || here(&[View::Both, View::List]))>
                {tr_view("view-list")}
            </a>
            <a class="narrow-only" href=live(move || link(View::Map)) aria-current=live(move || here(&[View::Map]))>{tr_view("view-map")}</a>
            <a href=live(move || link(View::Coverage)) aria-current=live(move || here(&[View::Coverage]))>{tr_view("view-coverage")}</a>
        </nav>
    }
}

/// What matches can be in the order of.
fn orders(params: &FindParams) -> Vec<(SortKey, &'static str)> {
    let (text, near) = (!params.q.trim().is_empty(), params.near.is_some());
    let best = if text {
        "sort-relevance"
    } else if near {
        "sort-nearest"
    } else {
        "sort-name"
    };
    let mut orders = vec![(SortKey::Best, best)];
    if text || near {
        orders.push((SortKey::Name, "sort-name"));
    }
    orders.push((SortKey::Country, "sort-country"));
    if text && near {
        orders.push((SortKey::Distance, "sort-nearest"));
    }
    orders
}

/// What the map shows of an organisation.
fn card(row: u32) -> AnyView {
    let atlas = expect_context::<Explorer>().atlas.get_value();
    view! { <OrganisationLine atlas row remark=None/> }.into_any()
}

/// A line of the list: the organisation, its distance where one is asked for, and a way to find it on the map.
fn organisation_line(row: u32) -> AnyView {
    let explorer = expect_context::<Explorer>();
    let atlas = explorer.atlas.get_value();
    let location = atlas.index.records()[row as usize].location;
    let near = explorer.params.with_untracked(|params| params.near);
    let remark = near.zip(location).map(|(near, location)| {
        let km = near.point.distance_km(location.point);
        tr!("distance", "km" => km.round())
    });
    let selected = memo(move |_| explorer.selected() == Some(row));
    let show = location.is_some().then(|| {
        let name = atlas.index.records()[row as usize].name.clone();
        view! {
            <button
                type="button"
                class="icon show-on-map"
                aria-label=live(move || tr!("show-on-map", "name" => name.as_str()))
                aria-pressed=live(move || selected.get().to_string())
                on:click=move |_| explorer.select((!selected.get_untracked()).then_some(row))
            >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M12 2a7 7 0 0 0-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7zm0 10a3 3 0 1 1 0-6 3 3 0 0 1 0 6z"/>
                </svg>
            </button>
        }
        .into_any()
    });
    view! { <OrganisationLine atlas row remark/> {show} }.into_any()
}
