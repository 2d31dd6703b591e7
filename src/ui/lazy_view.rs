//! Views whose code is not in the first load: it comes as a file of its own, a chunk, when somebody goes there.
//!
//! A chunk is made by `cargo xtask` from all functions that carry `#[wasm_split]` with its name; they are in `chunks`. What only chunks say comes with
//! the first, and what one of them says alone with that one.

use std::future::Future;
use std::pin::Pin;

use futures_util::future::join;
use leptos::prelude::*;

use crate::browser;

use super::messages::{self, LocaleFailed, tr_view};
use super::reactive::effect;
use super::task::while_drawn;

/// The chunk could not be fetched: there is no network, or another version of the app has taken its place.
pub use leptos::wasm_split::SplitLoaderError as NotFetched;

/// What a chunk gives: a view, if the chunk could be fetched.
pub type LazyResult = Result<AnyView, NotFetched>;

/// What all that is not in the first load has in common: its words, and what it looks like. Fails where the words do.
pub async fn load_later() -> Result<(), LocaleFailed> {
    let look = browser::load_style(&browser::edition_file("later.css"));
    let words = messages::load_deferred().await;
    // Without its style a page says the same.
    let _ = look.await;
    words
}

/// Where a view that comes later stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the page's main part.
    Page,
    /// It is a part of a page.
    Part,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Awaited,
    Here,
    Failed,
}

/// A view that is fetched; until then a quiet line where that takes time, and a sentence with a button where it fails.
///
/// `settled` is called when there is something to see: the view, or that sentence.
pub fn lazy_view<F>(place: Place, fetch: impl Fn() -> F + 'static, settled: impl Fn() + 'static) -> AnyView
where
    F: Future<Output = LazyResult> + 'static,
{
    shown(place, Box::new(move || Box::pin(fetch())), Box::new(settled))
}

type Fetch = Box<dyn Fn() -> Pin<Box<dyn Future<Output = LazyResult>>>>;

fn shown(place: Place, fetch: Fetch, settled: Box<dyn Fn()>) -> AnyView {
    let attempt = RwSignal::new(());
    let state = RwSignal::new(State::Awaited);
    let view = StoredValue::new_local(None::<AnyView>);
    effect(move |_| {
        attempt.track();
        // First: with it go the words that it wants.
        let fetching = fetch();
        // The view belongs to this effect; who leaves before it is here is not bothered with it.
        let arrival = async move {
            let (words, fetched) = join(load_later(), fetching).await;
            let fetched = fetched.ok().filter(|_| words.is_ok());
            let next = if fetched.is_some() {
                State::Here
            } else {
                // It may have been replaced by that of a newer edition.
                browser::tell("atlas-look");
                State::Failed
            };
            view.set_value(fetched);
            state.set(next);
        };
        untrack(|| while_drawn(arrival));
    });
    // Effects run after the view is in the page.
    effect(move |_| {
        if state.get() != State::Awaited {
            settled();
        }
    });
    let again = move |_| {
        state.set(State::Awaited);
        attempt.set(());
    };
    (move || match (state.get(), place) {
        (State::Here, _) => view.try_update_value(Option::take).flatten().into_any(),
        // The page has its own status: a part that is on its way is none.
        (State::Awaited, Place::Part) => view! { <p class="late">{tr_view("later-waiting")}</p> }.into_any(),
        (State::Awaited, Place::Page) => {
            view! { <main id="main" class="loading" tabindex="-1">{waiting()}</main> }.into_any()
        }
        (State::Failed, Place::Part) => {
            let heading = view! { <h2>{tr_view("later-failed-title")}</h2> }.into_any();
            view! { <section class="notice-page">{failure(heading, again)}</section> }.into_any()
        }
        (State::Failed, Place::Page) => {
            let heading = view! { <h1>{tr_view("later-failed-title")}</h1> }.into_any();
            view! { <main id="main" class="notice-page" tabindex="-1">{failure(heading, again)}</main> }
                .into_any()
        }
    })
    .into_any()
}

/// The style sheet shows it only to those who wait.
fn waiting() -> AnyView {
    view! { <p class="late" role="status">{tr_view("later-waiting")}</p> }.into_any()
}

fn failure(heading: AnyView, again: impl Fn(leptos::ev::MouseEvent) + 'static) -> AnyView {
    view! {
        <div role="alert">
            {heading}
            <p>{tr_view("later-failed-text")}</p>
        </div>
        <button type="button" class="button primary" on:click=again>{tr_view("try-again")}</button>
    }
    .into_any()
}
