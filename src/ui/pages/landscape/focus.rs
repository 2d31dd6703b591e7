//! A theme across all collections: what is open, coming, known, and who works on it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{Collection, CollectionRecord, Network, Setting, Visit};
use crate::domain::{Fact, Organisation};
use crate::landscape::{Counted, Part, Theme, count};
use crate::route::{FindParams, LandscapePage, LandscapeParams};
use crate::ui::atlas::Atlas;
use crate::ui::components::page_title;
use crate::ui::messages::{number, tr, tr_view, tr_with};
use crate::ui::shared::Shared;

use super::figures::{is_shown, link_to};
use super::lists::lines;
use super::{Counting, as_of, citation, day_notice, embed_link, failures, not_here};

/// Networks that are shown.
const FEW: usize = 30;

/// The page.
#[component]
pub fn FocusPage(atlas: Shared<Atlas>, theme: String) -> impl IntoView {
    let known = Theme::named(&theme);
    page_title(&atlas, move || known.map_or_else(|| tr("focus-unknown-title"), title));
    let counting = Counting::new(&atlas);
    let body = move || match known {
        None => view! { <p role="alert">{tr!("focus-unknown", "theme" => theme.as_str())}</p> }.into_any(),
        Some(_) if !counting.settled.get() => {
            view! { <p role="status">{tr_view("loading-collection")}</p> }.into_any()
        }
        Some(theme) => {
            // What is open changes with the figures.
            counting.landscape.track();
            sheet(counting, theme)
        }
    };
    let others = move || {
        let each = Theme::ALL.map(|theme| {
            let params = LandscapeParams { at: counting.day(), ..LandscapeParams::of(LandscapePage::Focus, theme.as_str()) };
            let current = (Some(theme) == known).then_some("page");
            view! { <li><a class="button" href=params.link() aria-current=current>{move || theme_name(theme)}</a></li> }.into_any()
        });
        each.collect_view()
    };
    view! {
        <main id="main" class="page landscape" tabindex="-1">
            <h1>{move || known.map_or_else(|| tr("focus-unknown-title"), title)}</h1>
            <p class="lead">{tr_view("focus-lead")} " " {move || as_of(counting)}</p>
            <nav aria-label=tr_view("focus-themes")><ul class="row">{others}</ul></nav>
            {day_notice(counting)}
            {failures(counting)}
            {body}
            <p class="row">{embed_link(counting)}</p>
            {citation(counting, move || known.map_or_else(|| tr("focus-unknown-title"), title))}
        </main>
    }
}

/// What a theme is called.
pub fn theme_name(theme: Theme) -> String {
    match theme {
        Theme::Green => tr("focus-green"),
        Theme::Digital => tr("focus-digital"),
        Theme::Resilience => tr("focus-resilience"),
        Theme::Skills => tr("focus-skills"),
        Theme::Internationalisation => tr("focus-internationalisation"),
    }
}

fn title(theme: Theme) -> String {
    tr!("focus-title", "theme" => theme_name(theme))
}

fn sheet(counting: Counting, theme: Theme) -> AnyView {
    let part = |part: Part, words: &'static str| part.list(theme).map(|params| line(counting, params, words));
    let section = |heading: &'static str, parts: Vec<Option<AnyView>>| {
        let parts: Vec<AnyView> = parts.into_iter().flatten().collect();
        let body = if parts.is_empty() {
            view! { <p class="absent">{tr_view("focus-nothing")}</p> }.into_any()
        } else {
            view! { <ul class="focus-parts">{parts}</ul> }.into_any()
        };
        view! { <section><h2>{tr_view(heading)}</h2> {body}</section> }.into_any()
    };
    let sections = [
        section("focus-open", vec![part(Part::OpenCalls, "focus-calls-open")]),
        section(
            "focus-coming",
            vec![
                part(Part::ComingCalls, "focus-calls-coming"),
                part(Part::ComingTrainings, "focus-trainings-coming"),
                part(Part::ComingEvents, "focus-events-coming"),
            ],
        ),
        section(
            "focus-known",
            vec![
                part(Part::Policies, "focus-policies"),
                part(Part::Resources, "focus-resources"),
                part(Part::AllCalls, "focus-calls-all"),
                part(Part::AllTrainings, "focus-trainings-all"),
                part(Part::AllEvents, "focus-events-all"),
                facts(counting, theme),
            ],
        ),
        section(
            "focus-who",
            vec![
                part(Part::Expertise, "focus-expertise"),
                part(Part::Ecosystem, "focus-ecosystem"),
                networks(counting, theme),
                part(Part::PartnerRequests, "focus-requests"),
            ],
        ),
    ];
    sections.collect_view().into_any()
}

/// The facts of the theme's topic, as the page of the figures shows them.
fn facts(counting: Counting, theme: Theme) -> Option<AnyView> {
    let topic = Some(theme.facts()?);
    let all = counting.app.store.stated::<Fact>()?;
    let count = all.iter().filter(|fact| is_shown(fact, topic)).count();
    let href = link_to(topic);
    let words = tr!("focus-facts", "count" => count as f64);
    Some(
        view! { <li><a href=href><b class="number">{number(count as u32)}</b> " " {words}</a></li> }
            .into_any(),
    )
}

/// A part: how many there are, as a link to the list with its filters, and by what they were chosen.
fn line(counting: Counting, params: FindParams, words: &'static str) -> AnyView {
    let count = counted(counting, &params);
    let by = params.facets.iter().filter(|(facet, _)| *facet != "status").map(|(facet, values)| {
        let title = params
            .collection
            .facet(facet)
            .map_or_else(String::new, |about| counting.labels.with(|labels| labels.heading(about.title)));
        let names: Vec<String> =
            values.iter().map(|value| counting.labels.with(|labels| labels.of(facet, value))).collect();
        [title, ": ".to_owned(), names.join(", ")].concat()
    });
    let by = by.collect::<Vec<_>>().join("; ");
    let href = counting.list_of(params);
    // What is not known is many, for all that is known.
    let many = match count {
        Some(Counted::Of(count)) => count,
        Some(Counted::NotStated) | None => u32::MAX,
    };
    let words = tr_with(words, &[("count", f64::from(many).into())]);
    let figure = match count {
        Some(Counted::Of(count)) => number(count).into_any(),
        Some(Counted::NotStated) => {
            return view! { <li><span class="absent">{tr!("focus-not-stated", "what" => words)}</span> " " <span class="quiet">{by}</span></li> }
                .into_any();
        }
        None => not_here(counting),
    };
    view! { <li><a href=href><b class="number">{figure}</b> " " {words}</a> " " <span class="quiet">{by}</span></li> }.into_any()
}

/// How many records the list of these parameters has; `None` where they are not there.
fn counted(counting: Counting, params: &FindParams) -> Option<Counted> {
    struct Count<'a>(Counting, &'a FindParams);
    impl Visit for Count<'_> {
        type Output = Option<Counted>;
        fn visit<R: CollectionRecord>(self) -> Option<Counted> {
            let Self(counting, params) = self;
            let records = counting.app.store.records::<R>()?;
            let now = counting.now();
            counting.atlas.with_value(|atlas| {
                let mut standing = R::at(&records, &Setting { now, vocabularies: &atlas.vocabularies });
                // What is about policies and none itself, their list counts apart.
                standing.retain(|at| !R::is_beside(at));
                Some(count(&standing, params))
            })
        }
    }
    // Organisations are there from the start, as they are indexed.
    if params.collection == Collection::Organisations {
        return counting.atlas.with_value(|atlas| {
            atlas.missing.is_none().then(|| count::<Organisation>(atlas.index.records(), params))
        });
    }
    params.collection.visit(Count(counting, params))
}

/// Networks whose aims name the theme; there is no filter for aims, so that they stand here.
fn networks(counting: Counting, theme: Theme) -> Option<AnyView> {
    let aim = theme.aim()?;
    let all = counting.app.store.records::<Network>()?;
    let own: Vec<Arc<Network>> = all.iter().filter(|network| network.aims.contains(&aim)).cloned().collect();
    let words = tr!("focus-networks", "count" => own.len() as f64);
    let list = lines(counting, &own, FEW, None);
    Some(view! { <li><p>{words}</p> {list}</li> }.into_any())
}
