//! What restricts the matches, each with a way to take it off.

use leptos::prelude::*;

use crate::browser;
use crate::domain::decimal;
use crate::explore::Towns;
use crate::route::{FindParams, NearParam, Route, left_out};
use crate::ui::messages::{tr, tr_view};
use crate::ui::reactive::{live, memo};
use crate::ui::search_context::SearchContext;

/// Radii on offer around a point, in kilometres.
const RADII: [f64; 6] = [25.0, 50.0, 100.0, 200.0, 500.0, 1000.0];

/// A chip: what it says, and the view without it.
#[derive(Clone, PartialEq)]
pub(super) struct Chip {
    pub(super) text: String,
    unknown: bool,
    pub(super) without: FindParams,
}

/// The chosen filters as removable chips, and a way to clear them all.
#[component]
pub fn Chips() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let chips = memo(move |_| chips(search));
    let near = memo(move |_| search.params.with(|p| p.near.is_some()));
    let any = memo(move |_| !chips.with(Vec::is_empty));
    let group = move || {
        view! {
            <div class="chips" role="group" aria-label=tr_view("chips")>
                {live(move || {
                    chips
                        .get()
                        .into_iter()
                        .map(|chip| view! { <ChipButton chip/> }.into_any())
                        .collect_view()
                })}
                {live(move || near.get().then(|| view! {
                    <RadiusChoice/>
                }.into_any()))}
                <button
                    type="button"
                    class="linklike"
                    on:click=move |_| {
                        search.filter(|params| *params = params.cleared());
                        browser::focus_soon("search");
                    }
                >
                    {tr_view("clear-all")}
                </button>
                {search_keep(Signal::derive(move || search.params.get().route()))}
            </div>
        }
        .into_any()
    };
    move || any.get().then(group)
}

/// The way to save a search; none where what is kept is gone with the visit: in a frame, at a screen in a hall.
pub fn search_keep(route: Signal<Route>) -> Option<AnyView> {
    let route = move || Route::Mine { shared: Vec::new(), search: Some(Box::new(route.get())) };
    (!browser::is_embedded() && !browser::is_kiosk()).then(|| {
        view! { <a class="linklike" href=live(move || route().to_hash())>{tr_view("search-keep")}</a> }
            .into_any()
    })
}

#[component]
fn ChipButton(chip: Chip) -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let Chip { text: label, unknown, without } = chip;
    let name = tr!("chip-remove", "what" => label.as_str());
    view! {
        <button
            type="button"
            class="chip"
            class:unknown=unknown
            aria-label=name
            on:click=move |_| {
                search.app.go(without.clone().route());
                // The chip that had the focus is gone.
                browser::focus_soon("search");
            }
        >
            {label}
            <span aria-hidden="true">" ×"</span>
        </button>
    }
}

/// What restricts the matches, one thing at a time: each word of several, each value, each place.
pub(super) fn restrictions(search: SearchContext) -> Vec<Chip> {
    let params = search.params.get();
    let words: Vec<&str> = params.q.split_whitespace().collect();
    let mut each = chips(search);
    if words.len() > 1 {
        let without = |left_out: usize| {
            let rest = words.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, word)| *word);
            FindParams { q: rest.collect::<Vec<_>>().join(" "), sel: None, ..params.clone() }
        };
        let single = words.iter().enumerate().map(|(at, word)| Chip {
            text: tr!("chip-text", "text" => *word),
            unknown: false,
            without: without(at),
        });
        each.splice(0..1, single);
    }
    each
}

fn chips(search: SearchContext) -> Vec<Chip> {
    let params = search.params.get();
    let labels = search.labels.get();
    let mut chips = Vec::new();
    let mut add = |text: String, unknown: bool, change: &dyn Fn(&mut FindParams)| {
        let mut without = params.clone();
        change(&mut without);
        without.sel = None;
        chips.push(Chip { text, unknown, without });
    };
    if !params.q.trim().is_empty() {
        add(tr!("chip-text", "text" => params.q.trim()), false, &|p| p.q.clear());
    }
    for facet in search.facets() {
        for value in params.facets.of(facet.id) {
            let out = left_out(value);
            let chosen = value;
            let value = out.unwrap_or(value);
            let known = search.catalogue.with(|index| index.core().value_position(facet.id, value).is_some());
            let known = known || labels.means_something(facet, value);
            let label = labels.of(facet.id, value);
            let mut text = match (known, facet.named_with_heading) {
                // A code or "yes" says little without its facet; a country or an ecosystem speaks for itself.
                (true, true) => tr!("chip-facet", "facet" => labels.heading(facet.title), "value" => label),
                (true, false) => label,
                (false, _) => {
                    tr!("chip-unknown", "facet" => labels.heading(facet.title), "value" => value)
                }
            };
            if out.is_some() {
                text = tr!("chip-left-out", "value" => text);
            }
            add(text, !known, &|p| *p = p.with_value(facet.id, chosen, false));
        }
    }
    if let Some(near) = params.near {
        let atlas = search.app.atlas();
        let named = |towns: &Towns| towns.at(near.point).map(|town| town.name.clone());
        let town = atlas.and_then(|atlas| named(atlas.towns()));
        let town = town.or_else(|| named(&search.app.store.towns().get()));
        let point = town.unwrap_or_else(|| near.to_string());
        add(tr!("chip-near", "point" => point, "km" => near.km), false, &|p| p.near = None);
    }
    if let Some(days) = params.closes_within {
        add(tr!("chip-closes-within", "days" => u32::from(days)), false, &|p| p.closes_within = None);
    }
    if params.bbox.is_some() {
        add(tr!("chip-bbox"), false, &|p| p.bbox = None);
    }
    chips
}

#[component]
fn RadiusChoice() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let now = move || search.params.with(|p| p.near.map(|near| near.km)).unwrap_or_default();
    let choose = move |event| {
        if let Some(km) = decimal::read(&event_target_value(&event)) {
            search.filter(|params| {
                params.near = params.near.map(|near| NearParam { km, ..near });
                params.map = None;
            });
        }
    };
    view! {
        <label class="radius">
            {tr_view("radius")} " "
            <select on:change=choose>
                {live(move || {
                    let mut radii = RADII.to_vec();
                    if !radii.contains(&now()) {
                        radii.insert(radii.partition_point(|km| *km < now()), now());
                    }
                    radii
                        .into_iter()
                        .map(|km| view! { <option value=decimal::written(km) selected=(km - now()).abs() < f64::EPSILON>{tr!("kilometres", "km" => km)}</option> }.into_any())
                        .collect_view()
                })}
            </select>
        </label>
    }
}
