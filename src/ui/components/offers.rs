//! What the search box offers while somebody types, and the list of it: fetched when somebody goes to the box.

use leptos::prelude::*;

use crate::explore::{Catalogue, NearTown, Similar, Suggestion, Towns, fold, suggest};
use crate::route::{FindParams, NearParam, Route};
use crate::ui::labels::Labels;
use crate::ui::messages::{tr, tr_view, tr_with};
use crate::ui::reactive::{live, memo};
use crate::ui::search_context::SearchContext;
use crate::ui::suggesting::{Offer, Suggesting};

/// Most suggestions shown at once.
const MOST: usize = 8;
/// How far the surroundings of a town reach where nothing is said, in kilometres.
const AROUND_KM: f64 = 50.0;

/// The code that offers something, for the chunk that it is in.
pub const SUGGESTING: Suggesting = Suggesting { offers, list, meant };

/// The list under the search box.
fn list(offers: Memo<Vec<Offer>>, active: RwSignal<Option<usize>>, follow: Callback<usize>) -> AnyView {
    let option = move |(at, offer): (usize, Offer)| {
        view! {
            <li
                id=format!("suggestion-{at}")
                role="option"
                aria-selected=live(move || (active.get() == Some(at)).to_string())
                // Pressing must not take the focus away, or the list closes before the click.
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| follow.run(at)
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
    .into_any()
}

/// The search around a town in place of another one: what it is called, and its parameters.
pub fn around_town(near: NearTown<'_>, instead_of: FindParams) -> (String, FindParams) {
    let params = FindParams {
        q: near.rest,
        near: NearParam::new(near.town.point, near.km.unwrap_or(AROUND_KM)),
        bbox: None,
        map: None,
        sel: None,
        ..instead_of
    };
    let km = params.near.map_or(AROUND_KM, |near| near.km);
    (tr!("chip-near", "km" => km, "point" => near.town.name.as_str()), params)
}

/// The surroundings of the town that the typed text ends with, if it does.
fn surroundings(search: SearchContext, typed: &str) -> Vec<Offer> {
    let synonyms = search.app.synonyms().get();
    let Some(atlas) = search.app.atlas() else { return Vec::new() };
    let is_asked_for = Towns::is_asked_for(typed);
    // "University of Graz" is a name, where there is one, and "water" in "power of water" is no Waterford: the town has to be
    // there as a whole, and a distance has to be said, or the words have to find nothing as they are.
    let finds_nothing = || {
        let query = FindParams { q: typed.to_owned(), ..search.now() }.query();
        search.catalogue.with_untracked(|index| search.app.run(index.core(), &query).rows.is_empty())
    };
    let is_meant = |near: &NearTown<'_>| {
        near.town.ends(typed, &synonyms) && (near.km.is_some() || is_asked_for && finds_nothing())
    };
    let offer = |near: NearTown<'_>| {
        let meant = is_meant(&near);
        let (text, params) = around_town(near, search.now());
        let count =
            search.catalogue.with_untracked(|index| search.app.run(index.core(), &params.query()).rows.len());
        let words = search.collection.about().words.suggested_word;
        Offer {
            text,
            kind: tr_with(words, &[("count", (count as f64).into())]),
            route: params.route(),
            meant,
        }
    };
    let mut found: Vec<Offer> = atlas.towns().near(typed, &synonyms).into_iter().map(offer).collect();
    if found.is_empty() && is_asked_for {
        let towns = search.app.store.towns().wanted();
        found = towns.near(typed, &synonyms).into_iter().map(offer).collect();
    }
    found
}

/// Which words of the search nothing has: what was searched for instead, or what may have been meant, each a link; and
/// the surroundings that its text asks for.
fn meant(search: SearchContext) -> AnyView {
    let similar = memo(move |_| search.outcome.with(|outcome| outcome.similar.clone()));
    let line = move |Similar { asked, found, taken }: Similar| {
        if taken {
            // Where nothing is shown, nothing is shown instead.
            if search.outcome.with(|outcome| outcome.rows.is_empty()) {
                return None;
            }
            let words = tr!("similar-words", "asked" => asked, "found" => found.join(", "));
            return Some(view! { <p class="quiet">{words}</p> }.into_any());
        }
        let mut found = found;
        if search.collection.about().places
            && let Some(atlas) = search.app.atlas()
        {
            let synonyms = search.app.synonyms().get();
            let towns = atlas.towns().alike(&asked, &synonyms).into_iter().map(|town| town.name.as_str());
            // The index knows what records write, and not what else that is called: a name that finds something by another
            // of its names may be meant as well, once for each thing.
            for name in towns.chain(synonyms.alike(&asked)) {
                let folded = fold(name);
                let same = synonyms.names_of(&folded);
                let is_known = |known: &String| {
                    let known = fold(known);
                    known == folded || same.contains(&known.as_str())
                };
                if found.iter().any(is_known) {
                    continue;
                }
                let query = search.params.with(|params| with_word(params, &asked, name)).query();
                let rows = search.catalogue.with(|index| search.app.run(index.core(), &query).rows.len());
                if rows > 0 {
                    found.push(name.to_owned());
                }
            }
        }
        let links = found.iter().map(|word| {
            let href = search.params.with(|params| with_word(params, &asked, word)).link();
            view! { " " <a href=href>{word.clone()}</a> }.into_any()
        });
        let links = links.collect_view();
        (!found.is_empty())
            .then(|| view! { <p>{tr!("similar-offered", "asked" => asked)} {links}</p> }.into_any())
    };
    let around = move || {
        let typed = search.params.with(|params| params.q.clone());
        // Counting what is around each town is a search: it is done where surroundings may be meant at all.
        if !search.collection.about().places || !Towns::is_asked_for(&typed) {
            return None;
        }
        let offers = surroundings(search, &typed);
        let is_known = !offers.is_empty();
        let Some(offer) = offers.into_iter().find(|offer| offer.meant) else {
            // Nothing is found, and the place is why.
            let finds = search.outcome.with(|outcome| !outcome.rows.is_empty());
            let is_read = !search.app.store.towns().wanted().is_empty();
            let place = Towns::place_in(&typed).filter(|_| !finds && !is_known && is_read)?;
            return Some(view! { <p>{tr!("place-not-known", "place" => place)}</p> }.into_any());
        };
        let href = offer.route.to_hash();
        Some(view! { <p>{tr_view("similar-around")} " " <a href=href>{offer.text}</a> " (" {offer.kind} ")"</p> }.into_any())
    };
    view! { {move || similar.get().into_iter().filter_map(line).collect_view()} {around} }.into_any()
}

/// The same search with another word in the place of one.
fn with_word(params: &FindParams, asked: &str, word: &str) -> FindParams {
    let words = params.q.split_whitespace();
    let replaced: Vec<&str> = words.map(|typed| if fold(typed) == asked { word } else { typed }).collect();
    FindParams { q: replaced.join(" "), sel: None, map: None, ..params.clone() }
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
        let suggested = suggest(&**index, typed, &synonyms, most);
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
                meant: false,
            }
        }
        Suggestion::Record { row } => {
            let route = Route::Record { collection, id: index.id(row).to_owned(), at: params.at };
            Offer { text: index.title(row).to_owned(), kind: tr(words.suggestion), route, meant: false }
        }
        Suggestion::Word { word, count } => {
            let next = FindParams { q: word.clone(), sel: None, map: None, ..params.clone() };
            let kind = tr_with(words.suggested_word, &[("count", count.into())]);
            Offer { text: word, kind, route: next.route(), meant: false }
        }
    }
}
