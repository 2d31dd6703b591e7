//! Words that nothing has, and what is like them.

use leptos::prelude::*;

use crate::explore::{Similar, fold};
use crate::route::FindParams;
use crate::ui::messages::tr;
use crate::ui::reactive::memo;
use crate::ui::search_context::SearchContext;

/// Says which words nothing has: what was searched for instead, or what may have been meant, each a link.
#[component]
pub fn SimilarWords() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let similar = memo(move |_| search.outcome.with(|outcome| outcome.similar.clone()));
    let line = move |Similar { asked, found, taken }: Similar| {
        if taken {
            let words = tr!("similar-words", "asked" => asked, "found" => found.join(", "));
            return view! { <p class="quiet">{words}</p> }.into_any();
        }
        let links = found.into_iter().map(|word| {
            let href = search.params.with(|params| with_word(params, &asked, &word)).link();
            view! { " " <a href=href>{word}</a> }.into_any()
        });
        let links = links.collect_view();
        view! { <p>{tr!("similar-offered", "asked" => asked)} {links}</p> }.into_any()
    };
    move || {
        let listed = similar.get().into_iter().filter(|similar| !similar.found.is_empty());
        listed.map(line).collect_view()
    }
}

/// The same search with another word in the place of one.
fn with_word(params: &FindParams, asked: &str, word: &str) -> FindParams {
    let words = params.q.split_whitespace();
    let replaced: Vec<&str> = words.map(|typed| if fold(typed) == asked { word } else { typed }).collect();
    FindParams { q: replaced.join(" "), sel: None, map: None, ..params.clone() }
}
