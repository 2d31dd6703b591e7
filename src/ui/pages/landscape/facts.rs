//! Facts with their values, times and sources.

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::domain::{Fact, FactTopic, Figure, FigureValue, PartialDate, decimal};
use crate::landscape::bounded;
use crate::route::Route;
use crate::ui::components::{is_off_paper, source_view};
use crate::ui::messages::{date, language, number, tr, tr_view};

use super::Counting;

/// The latest fact first; what has no date comes last.
pub fn latest_first(a: &Fact, b: &Fact) -> Ordering {
    b.date.map(PartialDate::last).cmp(&a.date.map(PartialDate::last))
}

/// What a topic is called.
pub fn topic_name(topic: FactTopic) -> String {
    match topic {
        FactTopic::Landscape => tr("fact-topic-landscape"),
        FactTopic::Policies => tr("fact-topic-policies"),
        FactTopic::Cohesion => tr("fact-topic-cohesion"),
        FactTopic::Semester => tr("fact-topic-semester"),
        FactTopic::Programmes => tr("fact-topic-programmes"),
        FactTopic::Euroclusters => tr("fact-topic-euroclusters"),
        FactTopic::Platform => tr("fact-topic-platform"),
        FactTopic::Services => tr("fact-topic-services"),
        FactTopic::Events => tr("fact-topic-events"),
        FactTopic::Investment => tr("fact-topic-investment"),
        FactTopic::Skills => tr("fact-topic-skills"),
        FactTopic::Labels => tr("fact-topic-labels"),
        FactTopic::Surveys => tr("fact-topic-surveys"),
    }
}

/// A value with its unit.
pub fn value_words(value: &FigureValue, unit: Option<&str>) -> String {
    // A year is no quantity: it has neither a mark for thousands nor a unit.
    if let (FigureValue::Number(year), Some("year")) = (value, unit) {
        return decimal::written(*year);
    }
    let value = match value {
        FigureValue::Number(value) => number(*value),
        FigureValue::Words(words) => words.clone(),
    };
    match unit {
        Some(unit) => [&value, "\u{a0}", unit].concat(),
        None => value,
    }
}

/// A value with its unit, and behind what the source says of it: "over 2,600".
fn bounded_words(bound: &str, value: &FigureValue, unit: Option<&str>) -> String {
    let words = value_words(value, unit);
    if bound.is_empty() { words } else { [bound, " ", &words].concat() }
}

/// What a fact is called. What its source says of the number at the end of it stands before the number.
pub fn title_of(fact: &Fact) -> &str {
    if fact.value.is_some() { bounded(&fact.title).0 } else { &fact.title }
}

/// What a fact's figures say; empty where it has none.
pub fn values_of(fact: &Fact) -> String {
    let bound = bounded(&fact.title).1;
    let own = fact.value.iter().map(|value| bounded_words(bound, value, fact.unit.as_deref()));
    let part = |part: &Figure| {
        // "initiatives: 110 initiatives" says it twice.
        let unit = part.unit.as_deref().filter(|unit| !part.label.starts_with(*unit));
        let (label, bound) = bounded(&part.label);
        [label, ": ", &bounded_words(bound, &part.value, unit)].concat()
    };
    own.chain(fact.parts.iter().map(part)).collect::<Vec<_>>().join("; ")
}

/// A date as exact as it is, in words.
fn partial_date(at: PartialDate) -> String {
    match at {
        PartialDate::Year(_) => at.to_string(),
        PartialDate::Month(_) => browser::format_month(at.first(), &language()),
        PartialDate::Day(day) => date(day),
    }
}

/// The time a fact speaks of; that it has none is said.
pub fn time_of(fact: &Fact) -> AnyView {
    match &fact.as_of {
        Some(as_of) => {
            let as_of = as_of.clone();
            // What is a date and nothing else is written as dates are; the words of a source stay as they are.
            let exact = fact.date.filter(|date| date.to_string() == as_of);
            let as_of = move || exact.map_or_else(|| as_of.clone(), partial_date);
            view! { <span class="fact-time">{move || tr!("fact-as-of", "date" => as_of())}</span> }.into_any()
        }
        None => view! { <span class="fact-time absent">{tr_view("fact-undated")}</span> }.into_any(),
    }
}

/// Where a fact is from: the dataset's sources by name, other addresses as links.
pub fn sources_of(counting: Counting, sources: &[String]) -> AnyView {
    let atlas = counting.atlas();
    let each = sources.iter().enumerate().map(|(at, source)| {
        let comma = (at > 0).then_some(", ");
        view! { {comma} {source_view(source, &atlas)} }.into_any()
    });
    view! { <span class="fact-sources">{each.collect_view()}</span> }.into_any()
}

/// What belongs to a fact: the policy or the network it speaks of.
pub fn related_of(counting: Counting, fact: &Fact) -> Option<AnyView> {
    let policies = fact.related.policies.iter().map(|id| (Collection::Policies, id));
    let networks = fact.related.networks.iter().map(|id| (Collection::Networks, id));
    let links: Vec<AnyView> = policies
        .chain(networks)
        .filter_map(|(collection, id)| {
            let title = counting.app.store.title(collection, id.as_str())?;
            let href = Route::record(collection, id.as_str()).to_hash();
            Some(view! { <a href=href>{title}</a> " " }.into_any())
        })
        .collect();
    (!links.is_empty()).then(|| view! { <span class="fact-related">{links}</span> }.into_any())
}

/// A fact in a list, by its place there.
pub fn fact_item(counting: Counting, nth: usize, fact: &Fact) -> AnyView {
    let values = values_of(fact);
    let values = (!values.is_empty())
        .then(|| view! { " " <span class="fact-value" lang="en">{values}</span> }.into_any());
    let subject = fact
        .subject
        .clone()
        .map(|subject| view! { <span class="quiet" lang="en">{subject} ": "</span> }.into_any());
    let note = fact
        .note
        .clone()
        .map(|note| view! { <span class="quiet basis" lang="en">{note}</span> " " }.into_any());
    view! {
        <li class:off-paper=is_off_paper(nth)>
            <p>{subject} <span lang="en">{title_of(fact).to_owned()}</span> {values}</p>
            <p class="quiet">{note} {time_of(fact)} " · " {sources_of(counting, &fact.sources)} " " {related_of(counting, fact)}</p>
        </li>
    }
    .into_any()
}
