//! The search box: results follow every letter, suggestions follow the last words.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::explore::{Catalogue, NearTown, Suggestion, Towns};
use crate::route::{FindParams, NearParam, Route};
use crate::ui::labels::Labels;
use crate::ui::messages::{tr, tr_view, tr_with};
use crate::ui::reactive::{live, memo};
use crate::ui::search_context::SearchContext;
use crate::ui::state::app;

/// Most suggestions shown at once.
const MOST: usize = 8;
/// How far the surroundings of a town reach where nothing is said, in kilometres.
const AROUND_KM: f64 = 50.0;

/// A suggestion, ready to show and to follow.
#[derive(Clone, PartialEq)]
pub struct Offer {
    /// What is offered.
    pub text: String,
    /// What kind of thing it is.
    pub kind: String,
    /// Where it leads.
    pub route: Route,
}

/// The search box of a collection with its list of suggestions.
#[component]
pub fn SearchBox() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let typed = memo(move |_| search.params.with(|params| params.q.clone()));
    let offers = Callback::new(move |typed: String| offers(search, &typed));
    let with_text = Callback::new(move |text| {
        let mut params = search.now();
        params.q = text;
        params.sel = None;
        params.map = None;
        params.route()
    });
    let placeholder = search.collection.about().words.placeholder;
    view! { <SearchField typed offers with_text placeholder/> }
}

/// A field whose every letter is a route, with a list of suggestions.
#[component]
pub fn SearchField(
    /// The text in the address.
    typed: Memo<String>,
    /// What is offered for a text.
    offers: Callback<String, Vec<Offer>>,
    /// The page for another text.
    with_text: Callback<String, Route>,
    /// The key of what may be typed.
    placeholder: &'static str,
) -> impl IntoView {
    let app = app();
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let offers = memo(move |_| {
        let typed = typed.get();
        if open.get() && !typed.trim().is_empty() { offers.run(typed) } else { Vec::new() }
    });
    let follow = move |at: usize| {
        if let Some(offer) = offers.with_untracked(|offers| offers.get(at).cloned()) {
            open.set(false);
            active.set(None);
            app.go(offer.route);
        }
    };
    let on_input = move |event| {
        let text = event_target_value(&event);
        active.set(None);
        open.set(true);
        app.type_to(with_text.run(text));
    };
    let on_key = move |event: KeyboardEvent| {
        // The keys of an input method choose its own words.
        if browser::composes(&event) {
            return;
        }
        let count = offers.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                event.prevent_default();
                open.set(true);
                if count > 0 {
                    let down = event.key() == "ArrowDown";
                    active.update(|at| *at = step(*at, count, down));
                }
            }
            "Enter" => match active.get_untracked() {
                Some(at) => follow(at),
                None => open.set(false),
            },
            "Escape" if open.get_untracked() && count > 0 => {
                // The first Escape closes the suggestions; the next one, the browser's own, empties the field.
                event.prevent_default();
                open.set(false);
                active.set(None);
            }
            _ => {}
        }
    };
    let shown = memo(move |_| offers.with(|offers| !offers.is_empty()));
    let announced = move || match offers.with(Vec::len) {
        0 => String::new(),
        count => tr!("suggestions-count", "count" => count as f64),
    };
    view! {
        <div class="search">
            <input
                id="search"
                type="search"
                aria-label=tr_view("search")
                placeholder=tr_view(placeholder)
                autocomplete="off"
                spellcheck="false"
                maxlength="200"
                aria-autocomplete="list"
                aria-controls=live(move || shown.get().then_some("suggestions"))
                aria-activedescendant=live(move || active.get().map(|at| format!("suggestion-{at}")))
                prop:value=live(move || typed.get())
                on:input=on_input
                on:keydown=on_key
                on:focus=move |_| {
                    open.set(true);
                    app.synonyms().want();
                }
                // Leaving the page takes the focus away too, when the signals may be gone.
                on:blur=move |_| {
                    open.try_set(false);
                    active.try_set(None);
                }
            />
            <span class="unseen" aria-live="polite">{announced}</span>
            {live(move || shown.get().then(|| view! {
                <Suggestions offers active follow/>
            }.into_any()))}
        </div>
    }
}

/// The list under the search box.
#[component]
fn Suggestions(
    offers: Memo<Vec<Offer>>,
    active: RwSignal<Option<usize>>,
    follow: impl Fn(usize) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let option = move |(at, offer): (usize, Offer)| {
        view! {
            <li
                id=format!("suggestion-{at}")
                role="option"
                aria-selected=live(move || (active.get() == Some(at)).to_string())
                // Pressing must not take the focus away, or the list closes before the click.
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| follow(at)
            >
                <span>{offer.text}</span>
                <span class="quiet">{offer.kind}</span>
            </li>
        }
        .into_any()
    };
    view! {
        <ul id="suggestions" role="listbox" aria-label=tr_view("suggestions")>
            {live(move || offers.get().into_iter().enumerate().map(option).collect_view())}
        </ul>
    }
}

/// The next option, with a stop at "none" between the last and the first.
fn step(at: Option<usize>, count: usize, down: bool) -> Option<usize> {
    match (at, down) {
        (None, true) => Some(0),
        (None, false) => Some(count - 1),
        (Some(at), true) => (at + 1 < count).then_some(at + 1),
        (Some(at), false) => at.checked_sub(1),
    }
}

/// The surroundings of the town that the typed text ends with, if it does.
fn surroundings(search: SearchContext, typed: &str) -> Vec<Offer> {
    let synonyms = search.app.synonyms().get();
    let Some(atlas) = search.app.atlas() else { return Vec::new() };
    let offer = |near: NearTown<'_>| {
        let params = FindParams {
            q: near.rest,
            near: NearParam::new(near.town.point, near.km.unwrap_or(AROUND_KM)),
            bbox: None,
            map: None,
            sel: None,
            ..search.now()
        };
        let km = params.near.map_or(AROUND_KM, |near| near.km);
        let count =
            search.catalogue.with_untracked(|index| search.app.run(index.core(), &params.query()).rows.len());
        let words = search.collection.about().words.suggested_word;
        Offer {
            text: tr!("chip-near", "km" => km, "point" => near.town.name.as_str()),
            kind: tr_with(words, &[("count", (count as f64).into())]),
            route: params.route(),
        }
    };
    let of_records: Vec<Offer> = atlas.towns().near(typed, &synonyms).into_iter().map(offer).collect();
    if !of_records.is_empty() || !Towns::is_asked_for(typed) {
        return of_records;
    }
    let towns = search.app.store.map_towns().get();
    towns.near(typed, &synonyms).into_iter().map(offer).collect()
}

fn offers(search: SearchContext, typed: &str) -> Vec<Offer> {
    let near = if search.collection.about().places { surroundings(search, typed) } else { Vec::new() };
    let mut offers = found(search, typed, MOST - near.len());
    // Below the values that are named so, above single records.
    let at = offers.iter().position(|offer| !matches!(offer.route, Route::Find(_))).unwrap_or(offers.len());
    offers.splice(at..at, near);
    offers
}

/// What the index offers for a text, at most `most` of it.
fn found(search: SearchContext, typed: &str, most: usize) -> Vec<Offer> {
    let params = search.now();
    let labels = search.labels.get();
    let synonyms = search.app.synonyms().get();
    search.catalogue.with_untracked(|index| {
        let suggested = index.suggest(typed, &synonyms, most);
        suggested.into_iter().map(|suggestion| offer(suggestion, &**index, &params, &labels)).collect()
    })
}

/// A suggestion of a collection's index, ready to show; it leads on from the page that `params` say.
pub fn offer(suggestion: Suggestion, index: &dyn Catalogue, params: &FindParams, labels: &Labels) -> Offer {
    let collection = params.collection;
    let words = &collection.about().words;
    match suggestion {
        Suggestion::Value { facet, value, count } => {
            let value = &index.core().values(facet)[value];
            let heading =
                collection.facet(facet).map_or_else(String::new, |about| labels.heading(about.title));
            // The chosen value takes the place of the words that led to it.
            let mut next = params.with_value(facet, value, true);
            next.q.clear();
            Offer {
                text: labels.of(facet, value),
                kind: tr!("suggestion-value", "facet" => heading, "count" => count),
                route: next.route(),
            }
        }
        Suggestion::Record { row } => {
            let route = Route::Record { collection, id: index.id(row).to_owned(), at: params.at };
            Offer { text: index.title(row).to_owned(), kind: tr(words.suggestion), route }
        }
        Suggestion::Word { word, count } => {
            let next = FindParams { q: word.clone(), sel: None, map: None, ..params.clone() };
            let kind = tr_with(words.suggested_word, &[("count", count.into())]);
            Offer { text: word, kind, route: next.route() }
        }
    }
}
