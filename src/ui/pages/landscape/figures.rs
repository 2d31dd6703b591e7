//! What the programmes did, in figures that sources state.

use leptos::prelude::*;

use crate::domain::{Fact, FactSeries, FactTopic, PartialDate};
use crate::explore::sort_values;
use crate::landscape::bounded;
use crate::route::{LandscapePage, LandscapeParams};
use crate::ui::atlas::Atlas;
use crate::ui::components::csv_button;
use crate::ui::components::page_title;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;

use super::charts::{Bar, ChartWords, bar_chart};
use super::facts::{latest_first, related_of, sources_of, time_of, title_of, topic_name, values_of};
use super::{Counting, as_of, citation, embed_link, failures, not_here};

/// The page.
#[component]
pub fn FiguresPage(atlas: Shared<Atlas>) -> impl IntoView {
    page_title(&atlas, || tr("programme-title"));
    let counting = Counting::new(&atlas);
    let asked = Memo::new(move |_| counting.params.with(|params| params.show.clone()));
    let topic = Memo::new(move |_| {
        let asked = asked.get()?;
        FactTopic::ALL.into_iter().find(|topic| topic.as_str() == asked)
    });
    let body = move || match counting.app.store.stated::<Fact>() {
        Some(facts) => sheet(counting, &facts, topic.get()),
        None => not_here(counting),
    };
    let status = move || match counting.app.store.stated::<Fact>() {
        Some(facts) => {
            let shown = facts.iter().filter(|fact| is_shown(fact, topic.get()));
            let undated = shown.clone().filter(|fact| fact.as_of.is_none()).count() as f64;
            tr!("programme-count", "count" => shown.count() as f64, "undated" => undated)
        }
        None => tr("loading-collection"),
    };
    let unknown = move || {
        let asked = asked.get().filter(|_| topic.get().is_none())?;
        let words = tr!("countries-show-unknown", "show" => asked);
        Some(view! { <p class="at-notice" role="note">{words} " " <a href="#/figures">{tr_view("countries-show-remove")}</a></p> }.into_any())
    };
    view! {
        <main id="main" class="page landscape" tabindex="-1">
            <h1>{tr_view("programme-title")}</h1>
            <p class="lead"><span role="status">{status}</span> " " {move || as_of(counting)}</p>
            <p>{tr_view("programme-lead")}</p>
            {unknown}
            {failures(counting)}
            {topics(topic, counting)}
            {body}
            <p class="row">{embed_link(counting)}</p>
            {citation(counting, || tr("programme-title"))}
        </main>
    }
}

/// Facts on a single country stand on its page.
pub fn is_shown(fact: &Fact, topic: Option<FactTopic>) -> bool {
    fact.country.is_none() && topic.is_none_or(|topic| fact.topic == topic)
}

/// The link to the facts of a topic, or to all.
pub fn link_to(topic: Option<FactTopic>) -> String {
    let show = topic.map(|topic| topic.as_str().to_owned());
    LandscapeParams { show, ..LandscapeParams::of(LandscapePage::Figures, "") }.link()
}

/// The choice of the topic, as links.
fn topics(chosen: Memo<Option<FactTopic>>, counting: Counting) -> AnyView {
    let link = move |topic: Option<FactTopic>| {
        let href = link_to(topic);
        let words = move || topic.map_or_else(|| tr("programme-all"), topic_name);
        view! { <li><a class="button" href=href aria-current=move || (chosen.get() == topic).then_some("true")>{words}</a></li> }
            .into_any()
    };
    let there = move || {
        let facts = counting.app.store.stated::<Fact>();
        let has = |topic: &FactTopic| {
            facts.as_ref().is_none_or(|all| all.iter().any(|fact| is_shown(fact, Some(*topic))))
        };
        std::iter::once(link(None))
            .chain(FactTopic::ALL.into_iter().filter(has).map(|topic| link(Some(topic))))
            .collect_view()
    };
    view! { <nav aria-label=tr_view("programme-topics")><ul class="row">{there}</ul></nav> }.into_any()
}

fn sheet(counting: Counting, facts: &[Fact], topic: Option<FactTopic>) -> AnyView {
    let shown: Vec<&Fact> = facts.iter().filter(|fact| is_shown(fact, topic)).collect();
    let series: Vec<AnyView> =
        FactSeries::ALL.into_iter().filter_map(|series| chart(&shown, series)).collect();
    let series = (!series.is_empty()).then(|| {
        view! { <section><h2>{tr_view("programme-series")}</h2> <div class="charts">{series}</div></section> }.into_any()
    });
    let topics = FactTopic::ALL.into_iter().filter_map(|topic| {
        let mut own: Vec<&Fact> = shown.iter().copied().filter(|fact| fact.topic == topic).collect();
        // What has no date comes last.
        sort_values(&mut own, &|a, b| latest_first(a, b));
        (!own.is_empty()).then(|| table(counting, topic, &own))
    });
    view! { {series} {topics.collect_view()} }.into_any()
}

fn series_name(series: FactSeries) -> String {
    match series {
        FactSeries::RegisteredOrganisations => tr("programme-series-registered"),
        FactSeries::PoliciesByType => tr("programme-series-policies"),
        FactSeries::PoliciesByPriority => tr("programme-series-priorities"),
        FactSeries::Euroclusters => tr("programme-series-euroclusters"),
        FactSeries::Escp4i => tr("programme-series-escp"),
        FactSeries::Excellence => tr("programme-series-excellence"),
    }
}

/// A series as bars, one for each source: what contradicts itself stands side by side, and between two years there is
/// nothing.
fn chart(facts: &[&Fact], series: FactSeries) -> Option<AnyView> {
    let mut points: Vec<(PartialDate, f64, &Fact)> = facts
        .iter()
        .filter(|fact| fact.series == Some(series))
        .filter_map(|fact| Some((fact.period.or(fact.date)?, fact.number()?, *fact)))
        .collect();
    sort_values(&mut points, &|(a, ..), (b, ..)| a.first().cmp(&b.first()));
    // What is all of one year is told apart by what it counts.
    let years = points.first().map(|first| first.0) != points.last().map(|last| last.0);
    let bars: Vec<Bar> = points
        .iter()
        .map(|(period, value, fact)| {
            let year = period.to_string();
            // A bar is a number: that the source says "more than" is said beside it.
            let title = match bounded(&fact.title) {
                (_, "") => fact.title.clone(),
                (title, _) => [title, ": ", &values_of(fact)].concat(),
            };
            let (name, remark) = if years { (year, title) } else { (title, year) };
            Bar { name, href: None, value: *value, share: None, average: None, remark: Some(remark) }
        })
        .collect();
    if bars.is_empty() {
        return undrawn(facts, series);
    }
    let words = ChartWords {
        title: series_name(series),
        note: Some(tr("programme-series-note")),
        names: if years { tr("programme-year") } else { tr("programme-what") },
        values: series_name(series),
        average: None,
        file: series.as_str().replace('_', "-"),
    };
    Some(bar_chart(words, bars))
}

/// A series of which the source has no number that a bar could be: what it has, in its own words.
fn undrawn(facts: &[&Fact], series: FactSeries) -> Option<AnyView> {
    let own = facts.iter().filter(|fact| fact.series == Some(series)).map(|fact| {
        let note = fact.note.clone().map(|note| view! { " " <span class="quiet">{note}</span> }.into_any());
        view! { <p lang="en">{title_of(fact).to_owned()} ": " {values_of(fact)} {note}</p> }.into_any()
    });
    let own: Vec<AnyView> = own.collect();
    (!own.is_empty()).then(|| {
        view! {
            <figure class="chart">
                <figcaption><h3>{series_name(series)}</h3> <p class="absent">{tr_view("programme-series-undrawn")}</p></figcaption>
                {own}
            </figure>
        }
        .into_any()
    })
}

fn table(counting: Counting, topic: FactTopic, facts: &[&Fact]) -> AnyView {
    let heads = || [tr("programme-what"), tr("programme-value"), tr("programme-as-of"), tr("sources")];
    let head = heads().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect_view();
    let rows = facts.iter().map(|fact| {
        let subject =
            fact.subject.clone().map(|it| view! { <span class="quiet">{it} ": "</span> }.into_any());
        let note = fact.note.clone().map(|note| view! { <span class="quiet basis">{note}</span> }.into_any());
        view! {
            <tr>
                <th scope="row" lang="en">{subject} {title_of(fact).to_owned()} {note}</th>
                <td lang="en">{values_of(fact)}</td>
                <td>{time_of(fact)}</td>
                <td>{sources_of(counting, &fact.sources)} " " {related_of(counting, fact)}</td>
            </tr>
        }
        .into_any()
    });
    let rows = rows.collect_view();
    let plain: Vec<Vec<String>> = facts
        .iter()
        .map(|fact| {
            let what =
                fact.subject.as_deref().into_iter().chain([title_of(fact)]).collect::<Vec<_>>().join(": ");
            let time = fact.as_of.clone().unwrap_or_else(|| tr("fact-undated"));
            vec![what, values_of(fact), time, fact.sources.join(" ")]
        })
        .collect();
    let file = ["figures", "-", topic.as_str()].concat();
    view! {
        <section>
            <h2>{topic_name(topic)}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=topic_name(topic)>
                <table class="fact-table"><thead><tr>{head}</tr></thead> <tbody>{rows}</tbody></table>
            </div>
            {csv_button(file, move || (heads().to_vec(), plain.clone()))}
        </section>
    }
    .into_any()
}
