//! The frame of a page that finds records without a place: filters, search, count, order and list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::route::{SortKey, View};
use crate::ui::messages::tr_view;
use crate::ui::reactive::{live, memo};
use crate::ui::search_context::SearchContext;

use super::sort_choice::{Orders, sort_choice};
use super::{AtNotice, Chips, DayChoice, Filters, FiltersButton, ResultList, SearchBox, SimilarWords};

/// A view of the matches that stands in place of their list.
#[derive(Clone, Copy)]
pub struct OtherView {
    /// Its name in the address.
    pub view: View,
    /// The key of its link.
    pub words: &'static str,
    /// Draws it.
    pub draw: fn() -> AnyView,
}

/// The page; the search context of its collection comes by context.
#[component]
pub fn FindPage(
    /// The heading, for those who cannot see that the navigation says the same.
    heading: &'static str,
    /// How many match, in a sentence.
    #[prop(into)]
    count: Signal<String>,
    /// What a line shows of the record in a row.
    draw: fn(u32) -> AnyView,
    /// What the default order goes by.
    order: &'static str,
    /// What stands above the facets.
    #[prop(optional_no_strip)]
    filters: Option<AnyView>,
    /// What stands beside the search box.
    #[prop(optional_no_strip)]
    beside: Option<AnyView>,
    /// What is said above the list.
    #[prop(optional_no_strip)]
    notice: Option<AnyView>,
    /// What may stand in place of the list.
    views: &'static [OtherView],
    /// What stands beside the order.
    #[prop(optional_no_strip)]
    tools: Option<AnyView>,
) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let at = Signal::derive(move || search.params.with(|params| params.at));
    let today = Signal::derive(move || {
        let mut params = search.params.get();
        params.at = None;
        params.route()
    });
    let other = memo(move |_| {
        let view = search.params.with(|params| params.view);
        views.iter().position(|other| other.view == view)
    });
    view! {
        <main id="main" class="explore find" tabindex="-1" data-view="list">
            <h1 class="unseen">{tr_view(heading)}</h1>
            {match filters {
                Some(first) => view! { <Filters first/> }.into_any(),
                None => view! { <Filters/> }.into_any(),
            }}
            <div class="middle">
                <div class="bar">
                    <SearchBox/>
                    <div class="strip">
                        <FiltersButton/>
                        {(!views.is_empty()).then(|| view! { <ViewChoice views other/> }.into_any())}
                        {beside}
                    </div>
                </div>
                <Chips/>
            </div>
            <section class="results" aria-labelledby="results-title">
                <h2 id="results-title" class="unseen">{tr_view("results-title")}</h2>
                <AtNotice at today/>
                {notice}
                <div class="count"><p role="status">{live(move || count.get())}</p><SimilarWords/></div>
                <div class="sort strip">
                    {sort_choice(orders(order))}
                    <DayChoice/>
                    {tools}
                </div>
                {live(move || match other.get() {
                    Some(other) => (views[other].draw)(),
                    None => view! { <ResultList draw flows=true/> }.into_any(),
                })}
            </section>
        </main>
    }
}

/// The list, or what may stand in its place.
#[component]
fn ViewChoice(views: &'static [OtherView], other: Memo<Option<usize>>) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let link = move |view: View, words: &'static str, at: Option<usize>| {
        let href = move || {
            let mut params = search.params.get();
            params.view = view;
            params.link()
        };
        view! { <a href=href aria-current=live(move || (other.get() == at).then_some("true"))>{tr_view(words)}</a> }
            .into_any()
    };
    let others = views.iter().enumerate().map(|(at, other)| link(other.view, other.words, Some(at)));
    view! {
        <nav class="views" aria-label=tr_view("views")>
            {link(View::default(), "view-list", None)}
            {others.collect_view()}
        </nav>
    }
}

/// The orders of a page: its default goes by `usual`.
fn orders(usual: &'static str) -> Orders {
    Arc::new(move |params| {
        let mut orders = vec![(SortKey::Deadline, usual), (SortKey::Name, "sort-name")];
        if !params.q.trim().is_empty() {
            orders.insert(0, (SortKey::Best, "sort-relevance"));
        }
        orders
    })
}
