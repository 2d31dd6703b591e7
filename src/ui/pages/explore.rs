//! The mapping tool: filters, search, map, list and coverage over one outcome.

use leptos::prelude::*;

use crate::browser;
use crate::explore::{Outcome, Query};
use crate::route::{ExploreParams, Route, View};
use crate::ui::components::{Chips, CoverageMatrix, ExportMenu, Filters, MapPane, ResultList, SearchBox};
use crate::ui::labels::Labels;
use crate::ui::messages::{say, text};
use crate::ui::state::{App, Atlas, Shared, app};

/// What the parts of the mapping tool share: the parameters of the address and the outcome they lead to.
#[derive(Clone, Copy)]
pub struct Explorer {
    /// The app.
    pub app: App,
    /// The dataset.
    pub atlas: StoredValue<Shared<Atlas>>,
    /// The parameters of the address.
    pub params: Memo<ExploreParams>,
    /// The answer to the parameters' question.
    pub outcome: Memo<Shared<Outcome>>,
    /// The names of values in the visitor's language.
    pub labels: Memo<Shared<Labels>>,
    /// The row under the pointer or the focus, in list or map.
    pub pointed: RwSignal<Option<u32>>,
    /// Whether the sheet of filters is open, where there is no room for them beside the rest.
    pub sheet: RwSignal<bool>,
}

impl Explorer {
    /// The row that is selected in the address, if the dataset has it.
    pub fn selected(self) -> Option<u32> {
        self.params.with(|params| {
            let id = params.sel.as_deref()?;
            self.atlas.with_value(|atlas| atlas.index.row_of(id))
        })
    }

    /// Selects a record, or none, without a step in the history.
    pub fn select(self, row: Option<u32>) {
        let mut params = self.app.explore_now();
        params.sel = self
            .atlas
            .with_value(|atlas| row.map(|row| atlas.index.records()[row as usize].id.as_str().to_owned()));
        self.app.adjust(Route::Explore(Box::new(params)));
    }
}

/// The mapping tool.
#[component]
pub fn ExplorePage(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let params = Memo::new(move |_| app.explore());
    // Selecting and panning change the address too, but ask no other question.
    let query: Memo<Query> = Memo::new(move |_| params.with(ExploreParams::query));
    let outcome = Memo::new({
        let atlas = atlas.clone();
        move |_| Shared::new(query.with(|query| atlas.index.run(query)))
    });
    let explorer = Explorer {
        app,
        atlas: StoredValue::new(atlas),
        params,
        outcome,
        labels,
        pointed: RwSignal::new(None),
        sheet: RwSignal::new(false),
    };
    provide_context(explorer);
    let view = Memo::new(move |_| params.with(|params| params.view));
    Effect::new(move |_| {
        let title = explorer.atlas.with_value(|atlas| atlas.config.title.clone());
        browser::set_title(&text!("title-explore", "title" => title));
    });
    view! {
        <main id="main" class="explore" tabindex="-1" data-view=move || view_name(view.get())>
            <h1 class="unseen">{say("explore-heading")}</h1>
            <Filters/>
            <div class="middle">
                <div class="bar">
                    <SearchBox/>
                    <FiltersButton/>
                    <ViewChoice/>
                </div>
                <Chips/>
                {move || match view.get() {
                    View::Coverage => view! { <CoverageMatrix/> }.into_any(),
                    View::List => ().into_any(),
                    View::Both | View::Map => view! { <MapPane/> }.into_any(),
                }}
            </div>
            <section class="results" aria-labelledby="results-title">
                <h2 id="results-title" class="unseen">{say("results-title")}</h2>
                <Count/>
                <div class="sort">
                    <SortChoice/>
                    <ExportMenu/>
                </div>
                <ResultList/>
            </section>
        </main>
    }
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Both => "both",
        View::Map => "map",
        View::List => "list",
        View::Coverage => "coverage",
    }
}

/// How many match, and how many of them the map cannot show.
#[component]
fn Count() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let counts = Memo::new(move |_| explorer.outcome.with(|o| (o.rows.len(), o.unlocated)));
    let sentence = move || {
        let (all, unlocated) = counts.get();
        match (all, unlocated) {
            (0, _) => text!("count-none"),
            (all, 0) => text!("count-all-located", "count" => all as f64),
            (all, unlocated) => {
                text!("count-some-unlocated", "count" => all as f64, "unlocated" => unlocated)
            }
        }
    };
    let unlocated_only = move || {
        let params = explorer.params.get();
        let only = ["no".to_owned()];
        (counts.get().1 > 0 && params.chosen("located") != only).then(|| {
            let mut next = params;
            next.facets[LOCATED] = only.to_vec();
            next.view = View::List;
            Route::Explore(Box::new(next)).to_hash()
        })
    };
    let similar = move || {
        explorer.outcome.with(|outcome| {
            let listed = outcome.similar.iter().filter(|s| !s.found.is_empty());
            listed
                .map(|s| text!("similar-words", "asked" => s.asked.as_str(), "found" => s.found.join(", ")))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <div class="count">
            <p role="status">{sentence}</p>
            {move || unlocated_only().map(|href| view! { <p class="quiet"><a href=href>{say("count-show-unlocated")}</a></p> }.into_any())}
            {move || similar().into_iter().map(|line| view! { <p class="quiet">{line}</p> }.into_any()).collect_view()}
            <Show when=move || explorer.params.with(|p| p.at.is_some())>
                <p class="quiet">{say("at-organisations")}</p>
            </Show>
        </div>
    }
}

/// The position of `located` among the facets.
const LOCATED: usize = 5;

#[component]
fn ViewChoice() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let link = move |view: View| {
        let mut params = explorer.params.get();
        params.view = view;
        Route::Explore(Box::new(params)).to_hash()
    };
    let here =
        move |views: &'static [View]| views.contains(&explorer.params.with(|p| p.view)).then_some("true");
    view! {
        <nav class="views" aria-label=say("views")>
            <a class="wide-only" href=move || link(View::Both) aria-current=move || here(&[View::Both, View::Map])>
                {say("view-both")}
            </a>
            <a class="wide-only" href=move || link(View::List) aria-current=move || here(&[View::List])>{say("view-list")}</a>
            <a class="narrow-only" href=move || link(View::Both) aria-current=move || here(&[View::Both, View::List])>
                {say("view-list")}
            </a>
            <a class="narrow-only" href=move || link(View::Map) aria-current=move || here(&[View::Map])>{say("view-map")}</a>
            <a href=move || link(View::Coverage) aria-current=move || here(&[View::Coverage])>{say("view-coverage")}</a>
        </nav>
    }
}

#[component]
fn FiltersButton() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let set = move || explorer.params.with(|p| p.facets.iter().map(Vec::len).sum::<usize>());
    view! {
        <button
            id="open-filters"
            type="button"
            class="button filters-button"
            aria-expanded=move || explorer.sheet.get().to_string()
            on:click=move |_| {
                explorer.sheet.set(true);
                browser::focus_soon("close-filters");
            }
        >
            {move || text!("open-filters", "count" => set() as f64)}
        </button>
    }
}

#[component]
fn SortChoice() -> impl IntoView {
    use crate::route::SortKey;
    let explorer = expect_context::<Explorer>();
    let choices = move || {
        let (text, near) = explorer.params.with(|p| (!p.q.trim().is_empty(), p.near.is_some()));
        let best = if text {
            "sort-relevance"
        } else if near {
            "sort-nearest"
        } else {
            "sort-name"
        };
        let mut choices = vec![(SortKey::Best, best)];
        if text || near {
            choices.push((SortKey::Name, "sort-name"));
        }
        choices.push((SortKey::Country, "sort-country"));
        if text && near {
            choices.push((SortKey::Distance, "sort-nearest"));
        }
        choices
    };
    let choose = move |event| {
        let wanted = event_target_value(&event);
        if let Some(sort) = SortKey::ALL.iter().copied().find(|s| s.as_str() == wanted) {
            explorer.app.filter(|params| params.sort = sort);
        }
    };
    view! {
        <label>
            {say("sort-by")} " "
            <select on:change=choose>
                {move || {
                    let now = explorer.params.with(|p| p.sort);
                    let choices = choices();
                    // `sort=name` in a link is the default order where nothing else decides.
                    let shown = if choices.iter().any(|(sort, _)| *sort == now) { now } else { SortKey::Best };
                    choices
                        .into_iter()
                        .map(|(sort, key)| {
                            view! { <option value=sort.as_str() selected=sort == shown>{crate::ui::messages::said(key)}</option> }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
}
