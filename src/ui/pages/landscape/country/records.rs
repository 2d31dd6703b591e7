//! What else the dataset has of a country: policies, calls, events, networks, trainings, facts, and its neighbours.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::Names;
use crate::collection::{Collection, Network, Policy};
use crate::dataset::concerns_region;
use crate::domain::{Call, CallStatus, CountryCode, Event, EventStatus, Fact, FactTopic, Training};
use crate::explore::sort_values;
use crate::landscape::{CountryFigures, eligible, trainings_in};
use crate::ui::components::{off_paper, policy_years};
use crate::ui::files;
use crate::ui::messages::{tr, tr_view};
use crate::ui::pages::landscape::facts::{fact_item, latest_first, topic_name};
use crate::ui::pages::landscape::lists::lines;
use crate::ui::pages::landscape::{Counting, calls_open_to, not_here, policies};
use crate::ui::task::while_drawn;

/// Lines of each kind of record that are shown on the page.
const FEW: usize = 8;

/// A section for records, with the way to their list.
fn section(heading: &'static str, href: Option<String>, body: AnyView) -> AnyView {
    let heading = match href {
        Some(href) => view! { <h2><a href=href>{tr_view(heading)}</a></h2> }.into_any(),
        None => view! { <h2>{tr_view(heading)}</h2> }.into_any(),
    };
    view! { <section>{heading} {body}</section> }.into_any()
}

fn nothing(words: &'static str) -> AnyView {
    view! { <p class="absent">{tr_view(words)}</p> }.into_any()
}

pub(super) fn policy_section(counting: Counting, figures: &CountryFigures) -> AnyView {
    let code = figures.country.as_str();
    let href = counting.list(Collection::Policies, &[("country", &[code])]);
    let body = match (figures.policies, counting.app.store.records::<Policy>()) {
        (Some(counted), Some(all)) if counted.all > 0 => {
            let own: Vec<Arc<Policy>> = all
                .iter()
                .filter(|policy| policy.country.as_ref() == Some(&figures.country))
                .cloned()
                .collect();
            view! { {policies::by_type(counting, code, counted, &all)} {policy_years(&own, counting.now(), counting.day())} }
                .into_any()
        }
        (Some(_), _) => nothing("country-policies-none"),
        (None, _) => not_here(counting),
    };
    section("nav-policies", Some(href), body)
}

/// Policies that name a region which is this one, lies in it, or has it within.
pub(super) fn region_policies(counting: Counting, country: &CountryCode, region: &str) -> AnyView {
    let body = match counting.app.store.records::<Policy>() {
        None => not_here(counting),
        Some(all) => {
            let atlas = counting.atlas();
            let concerns = |policy: &&Arc<Policy>| {
                policy.country.as_ref() == Some(country)
                    && policy
                        .region
                        .as_ref()
                        .is_some_and(|name| concerns_region(country, name, region, &atlas.vocabularies))
            };
            let own: Vec<Arc<Policy>> = all.iter().filter(concerns).cloned().collect();
            if own.is_empty() {
                nothing("country-region-policies-none")
            } else {
                lines(counting, &own, usize::MAX, None)
            }
        }
    };
    section("country-region-policies", None, body)
}

pub(super) fn call_section(counting: Counting, figures: &CountryFigures) -> AnyView {
    let code = figures.country.as_str();
    let href = calls_open_to(counting, code);
    let (Some(counted), Some(all)) = (figures.calls, counting.app.store.records::<Call>()) else {
        return section("country-calls", Some(href), not_here(counting));
    };
    let (now, atlas) = (counting.now(), counting.atlas());
    let groups = &atlas.vocabularies.country_groups;
    let open = |call: &&Arc<Call>| {
        call.status(now) == CallStatus::Open
            && eligible(&call.eligibility, &figures.country, groups).is_open()
    };
    let own: Vec<Arc<Call>> = all.iter().filter(open).cloned().collect();
    let list = if own.is_empty() {
        nothing("country-calls-none")
    } else {
        lines(counting, &own, FEW, Some(href.clone()))
    };
    let note = |words: String| view! { <p class="quiet">{words}</p> }.into_any();
    let notes = [
        (counted.some_regions > 0)
            .then(|| note(tr!("country-calls-regions", "count" => f64::from(counted.some_regions)))),
        (counted.group_not_known > 0)
            .then(|| note(tr!("country-calls-group", "count" => f64::from(counted.group_not_known)))),
        counting.landscape.with(|landscape| landscape.calls_not_stated).filter(|count| *count > 0).map(
            |count| {
                let href =
                    counting.list(Collection::Calls, &[("country", &["not_stated"]), ("status", &["open"])]);
                let words = tr!("landscape-calls-not-stated", "count" => f64::from(count));
                view! { <p class="quiet"><a href=href>{words}</a></p> }.into_any()
            },
        ),
    ];
    section(
        "country-calls",
        Some(href),
        view! { {list} {notes.into_iter().flatten().collect_view()} }.into_any(),
    )
}

pub(super) fn event_section(counting: Counting, figures: &CountryFigures) -> AnyView {
    let code = figures.country.as_str();
    let href = counting.list(Collection::Events, &[("country", &[code])]);
    let (Some(counted), Some(all)) = (figures.events, counting.app.store.records::<Event>()) else {
        return section("nav-events", Some(href), not_here(counting));
    };
    let now = counting.now();
    let own = all
        .iter()
        .filter(|event| event.country.iter().chain(&event.countries).any(|it| *it == figures.country));
    let ahead: Vec<Arc<Event>> = own
        .filter(|event| matches!(event.status(now), EventStatus::Running | EventStatus::Upcoming))
        .cloned()
        .collect();
    let words = tr!(
        "country-events", "count" => f64::from(counted.all), "there" => f64::from(counted.there), "ahead" => f64::from(counted.ahead)
    );
    let list = (!ahead.is_empty()).then(|| lines(counting, &ahead, FEW, Some(href.clone())));
    section("nav-events", Some(href), view! { <p>{words}</p> {list} }.into_any())
}

pub(super) fn network_section(counting: Counting, figures: &CountryFigures) -> AnyView {
    let code = figures.country.as_str();
    let href = counting.list(Collection::Networks, &[("country", &[code])]);
    let Some(all) = counting.app.store.records::<Network>() else {
        return section("country-networks", Some(href), not_here(counting));
    };
    let own: Vec<Arc<Network>> =
        all.iter().filter(|network| network.all_countries().contains(&&figures.country)).cloned().collect();
    let body = if own.is_empty() {
        nothing("country-networks-none")
    } else {
        lines(counting, &own, FEW, Some(href.clone()))
    };
    let note = view! { <p class="quiet">{tr_view("country-networks-note")}</p> }.into_any();
    section("country-networks", Some(href), view! { {body} {note} }.into_any())
}

pub(super) fn training_section(counting: Counting, code: &str) -> AnyView {
    let Some(all) = counting.app.store.records::<Training>() else {
        return section("nav-training", None, not_here(counting));
    };
    let there = trainings_in(&all, &Names::of_countries("en").name(code));
    let list =
        if there.is_empty() { nothing("country-trainings-none") } else { lines(counting, &there, FEW, None) };
    let open = counting.list(Collection::Trainings, &[("status", &["open", "upcoming"])]);
    let online = view! { <p><a href=open>{tr_view("country-trainings-open")}</a></p> }.into_any();
    section("nav-training", None, view! { {list} {online} }.into_any())
}

/// Facts by topic, then what nobody says.
pub(super) fn fact_section(counting: Counting, code: &str) -> AnyView {
    let Some(all) = counting.app.store.stated::<Fact>() else {
        return section("facts-name", None, not_here(counting));
    };
    let own: Vec<_> = all
        .iter()
        .filter(|fact| fact.country.as_ref().is_some_and(|country| country.as_str() == code))
        .collect();
    let topics = FactTopic::ALL.into_iter().filter_map(|topic| {
        let mut of_topic: Vec<_> = own.iter().filter(|fact| fact.topic == topic).collect();
        sort_values(&mut of_topic, &|a, b| latest_first(a, b));
        let items = of_topic.iter().enumerate().map(|(nth, fact)| fact_item(counting, nth, fact)).collect_view();
        (!of_topic.is_empty())
            .then(|| view! { <h3>{topic_name(topic)}</h3> <ul class="fact-list">{items}</ul> {off_paper(of_topic.len())} }.into_any())
    });
    let topics = topics.collect_view();
    let missing: Vec<String> = FactTopic::OF_A_COUNTRY
        .into_iter()
        .filter(|topic| own.iter().all(|fact| fact.topic != *topic))
        .map(topic_name)
        .collect();
    let missing = (!missing.is_empty()).then(|| {
        let words = tr!("country-facts-missing", "topics" => missing.join(", "));
        view! { <p class="absent">{words}</p> }.into_any()
    });
    section("facts-name", None, view! { {topics} {missing} }.into_any())
}

/// The countries that it shares a land border with.
pub(super) fn neighbours(counting: Counting, code: &str) -> AnyView {
    let shapes = RwSignal::new(None);
    while_drawn(async move { shapes.set(files::country_shapes().await.ok()) });
    let code = code.to_owned();
    let links = move || {
        let landscape = counting.landscape.get();
        shapes.with(|shapes| {
            let shape = shapes.as_ref()?.iter().find(|shape| shape.code.as_str() == code)?;
            let known =
                shape.neighbours.iter().filter(|neighbour| landscape.of(neighbour.as_str()).is_some());
            let links: Vec<AnyView> = known
                .map(|neighbour| {
                    let href = counting.country_link(neighbour);
                    view! { <li><a href=href>{counting.name(neighbour.as_str())}</a></li> }.into_any()
                })
                .collect();
            let body = if links.is_empty() {
                nothing("country-neighbours-none")
            } else {
                view! { <ul class="row">{links}</ul> }.into_any()
            };
            // A way to other pages is nothing on paper.
            Some(
                view! { <div class="off-paper">{section("country-neighbours", None, body)}</div> }.into_any(),
            )
        })
    };
    view! { {links} }.into_any()
}
