//! Phrases of the pure part put into the visitor's language.

use leptos::prelude::*;

use crate::collection::{Between, Phrase};
use crate::domain::{Instant, LocalText};
use crate::fluent::Argument;

use super::labels::Labels;
use super::messages::{date, language, number, tr, tr_with};
use super::shared::Shared;
use super::times;

/// A phrase in words, as it is now; a view that calls this follows the language.
pub fn in_words(phrase: &Phrase, labels: &Labels, now: Instant) -> String {
    match phrase {
        Phrase::Text(text) => text.clone(),
        Phrase::Local(text) => {
            text.in_language(&language()).map_or_else(String::new, |(_, words)| words.to_owned())
        }
        Phrase::Message(key) => tr(key),
        Phrase::With(key, arguments) => {
            let arguments: Vec<_> =
                arguments.iter().map(|(name, value)| (*name, argument(value, labels, now))).collect();
            tr_with(key, &arguments)
        }
        Phrase::Number(value) => number(*value),
        Phrase::Day(day) => date(*day),
        Phrase::Moment(day, time) => times::with_own(*day, *time, None),
        Phrase::Hours(day, start, end) => times::with_own(*day, Some(*start), *end),
        Phrase::Away(day, time) => times::away_to(*day, *time, now),
        Phrase::Closes(day, time) => times::closes(*day, *time, now),
        Phrase::Value(facet, value) => labels.of(facet, value),
        Phrase::Region(region) => labels.region(region),
        Phrase::Several(each, between) => {
            let each: Vec<_> = each.iter().map(|phrase| in_words(phrase, labels, now)).collect();
            each.join(match between {
                Between::Dots => " · ",
                Between::Commas => ", ",
                Between::Semicolons => "; ",
            })
        }
    }
}

/// Numbers stay numbers, because messages count by them.
fn argument(phrase: &Phrase, labels: &Labels, now: Instant) -> Argument {
    match phrase {
        Phrase::Number(value) => Argument::from(*value),
        other => Argument::from(in_words(other, labels, now)),
    }
}

/// A phrase in a view; it follows the language.
pub fn phrase_view(phrase: Phrase, now: Instant) -> AnyView {
    let labels = expect_context::<Memo<Shared<Labels>>>();
    match phrase {
        Phrase::Text(text) => text.into_any(),
        Phrase::Local(text) => local_view(text, "").into_any(),
        phrase => {
            view! { <span>{move || labels.with(|labels| in_words(&phrase, labels, now))}</span> }.into_any()
        }
    }
}

/// A text in the visitor's language where it has one, else in another, marked with which; nothing where there is none.
pub fn local_view(text: LocalText, class: &'static str) -> impl IntoView {
    move || {
        let language = language();
        text.in_language(&language).map(|(tag, words)| {
            view! { <p class=class lang=tag.as_str().to_owned()>{words.to_owned()}</p> }.into_any()
        })
    }
}
