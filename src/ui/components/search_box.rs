//! The search box: results follow every letter, suggestions follow the last words.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::route::Route;
use crate::ui::explorer::Deferred;
use crate::ui::messages::{tr, tr_view};
use crate::ui::reactive::{live, memo};
use crate::ui::search_context::SearchContext;
use crate::ui::state::app;
use crate::ui::suggesting::{Offer, Suggesting};

/// The search box of a collection with its list of suggestions.
#[component]
pub fn SearchBox() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let typed = memo(move |_| search.params.with(|params| params.q.clone()));
    let offers =
        Callback::new(move |(suggesting, typed): (Suggesting, String)| (suggesting.offers)(search, &typed));
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
    /// What is offered for a text, once there is code for it.
    offers: Callback<(Suggesting, String), Vec<Offer>>,
    /// The page for another text.
    with_text: Callback<String, Route>,
    /// The key of what may be typed.
    placeholder: &'static str,
) -> impl IntoView {
    let app = app();
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    // The results are found without it.
    let suggesting = RwSignal::new(None::<Suggesting>);
    let fetch = expect_context::<Deferred>().suggesting;
    let offers = memo(move |_| match suggesting.get() {
        Some(suggesting) if open.get() && !typed.with(|typed| typed.trim().is_empty()) => {
            offers.run((suggesting, typed.get()))
        }
        _ => Vec::new(),
    });
    let follow = Callback::new(move |at: usize| {
        if let Some(offer) = offers.with_untracked(|offers| offers.get(at).cloned()) {
            open.set(false);
            active.set(None);
            app.go(offer.route);
        }
    });
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
            // "within 50 km of Graz" is a place and a distance, not six words.
            "Enter" => match active
                .get_untracked()
                .or_else(|| offers.with_untracked(|offers| offers.iter().position(|offer| offer.meant)))
            {
                Some(at) => follow.run(at),
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
                    fetch(suggesting);
                }
                // Leaving the page takes the focus away too, when the signals may be gone.
                on:blur=move |_| {
                    open.try_set(false);
                    active.try_set(None);
                }
            />
            <span class="unseen" aria-live="polite">{announced}</span>
            {live(move || {
                let suggesting = suggesting.get().filter(|_| shown.get())?;
                Some((suggesting.list)(offers, active, follow))
            })}
        </div>
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
