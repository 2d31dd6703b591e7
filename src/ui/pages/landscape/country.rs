//! A country's factsheet: its figures from all collections, beside those of the whole dataset.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{self, Names};
use crate::collection::{Collection, facet};
use crate::domain::{
    Call, CallStatus, Event, EventStatus, Fact, FactTopic, Network, Organisation, Policy, Region, Training,
};
use crate::explore::{FacetId, sort_named, sort_values};
use crate::landscape::{
    CountryFigures, Landscape, OrganisationFigures, POPULATION_YEAR, ShownFigure, TermFigure, eligible,
    inhabitants, population_source, share, trainings_in,
};
use crate::route::{LandscapePage, LandscapeParams, MOST_OTHERS};
use crate::ui::atlas::Atlas;
use crate::ui::components::{OutgoingLink, page_title, policy_years};
use crate::ui::files;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::task::while_drawn;

use super::charts::{Bar, ChartWords, bar_chart};
use super::compare::comparison;
use super::facts::{fact_item, latest_first, topic_name};
use super::lists::lines;
use super::{
    Counting, as_of, calls_open_to, day_notice, embed_link, failures, not_here, policies, true_note,
};

/// Lines of each kind of record that are shown on the page.
const FEW: usize = 8;

/// The page.
#[component]
pub fn CountryPage(atlas: Shared<Atlas>, code: String) -> impl IntoView {
    let counting = Counting::new(&atlas);
    let code = StoredValue::new(code);
    let name = Signal::derive(move || code.with_value(|code| counting.name(code)));
    let region = Memo::new(move |_| counting.params.with(|params| params.region.clone()));
    let region_name = Memo::new(move |_| {
        let key = region.get()?;
        let landscape = counting.landscape.get();
        let figures = code.with_value(|code| landscape.of(code).map(|figures| figures.regions.clone()))?;
        figures.into_iter().find(|figure| figure.key == key).map(|figure| figure.name)
    });
    let title = Signal::derive(move || match region_name.get() {
        Some(region) => [region, ", ".to_owned(), name.get()].concat(),
        None => name.get(),
    });
    page_title(&atlas, move || title.get());
    let body = move || {
        if !counting.settled.get() {
            return view! { <p role="status">{tr_view("loading-collection")}</p> }.into_any();
        }
        let landscape = counting.landscape.get();
        let Some(figures) = code.with_value(|code| landscape.of(code).cloned()) else {
            let words = tr!("country-unknown", "code" => code.get_value());
            return view! { <p role="alert">{words}</p> }.into_any();
        };
        match (region.get(), region_name.get()) {
            (Some(_), Some(_)) => {
                region_sheet(counting, &landscape, &figures, &region.get().unwrap_or_default())
            }
            (Some(key), None) => {
                let words = tr!("country-region-unknown", "region" => key);
                view! { <p class="at-notice" role="note">{words}</p> {sheet(counting, &landscape, &figures)} }
                    .into_any()
            }
            (None, _) => sheet(counting, &landscape, &figures),
        }
    };
    // Nothing can be done with a country of which there is no record.
    let is_known = Memo::new(move |_| {
        !counting.settled.get()
            || code.with_value(|code| counting.landscape.with(|landscape| landscape.of(code).is_some()))
    });
    let up = move || {
        LandscapeParams { at: counting.day(), ..LandscapeParams::of(LandscapePage::Countries, "") }.link()
    };
    view! {
        <main id="main" class="page landscape country" tabindex="-1">
            <p class="trail"><a href=up>{tr_view("country-back")}</a></p>
            <h1>{move || title.get()}</h1>
            {move || is_known.get().then(|| view! {
                <p class="lead">{move || as_of(counting)} " " {tr_view("country-lead")}</p>
                {day_notice(counting)}
            }.into_any())}
            {failures(counting)}
            {move || is_known.get().then(|| tools(counting, code).into_any())}
            {body}
        </main>
    }
}

/// Region, comparison, print, embed.
fn tools(counting: Counting, code: StoredValue<String>) -> AnyView {
    let change = move |make: &dyn Fn(&mut LandscapeParams)| {
        let mut params = counting.params.get_untracked();
        make(&mut params);
        counting.app.go(params.route());
    };
    let choose_region = move |event| {
        let region = Some(event_target_value(&event)).filter(|region| !region.is_empty());
        change(&|params: &mut LandscapeParams| params.region.clone_from(&region));
    };
    let regions = move || {
        let landscape = counting.landscape.get();
        let mut regions =
            code.with_value(|code| landscape.of(code).map(|it| it.regions.clone())).unwrap_or_default();
        sort_named(&mut regions, |region| &region.name);
        let option = |figure: crate::landscape::RegionFigure| {
            let key = figure.key.clone();
            let chosen = move || counting.params.with(|params| params.region.as_ref() == Some(&key));
            let words = [figure.name, " (".to_owned(), number(figure.count), ")".to_owned()].concat();
            view! { <option value=figure.key selected=chosen>{words}</option> }.into_any()
        };
        regions.into_iter().map(option).collect_view()
    };
    let add = move |event| {
        let code = event_target_value(&event);
        change(&|params: &mut LandscapeParams| {
            if !code.is_empty() && params.compare.len() < MOST_OTHERS {
                params.compare.push(code.clone());
            }
        });
    };
    let others = move || {
        let params = counting.params.get();
        let landscape = counting.landscape.get();
        let is_other = |code: &str| code != params.subject && !params.compare.iter().any(|one| one == code);
        let all =
            landscape.countries.iter().map(|figures| figures.country.as_str()).filter(|code| is_other(code));
        let mut all: Vec<(String, String)> = all.map(|code| (counting.name(code), code.to_owned())).collect();
        sort_named(&mut all, |(name, _)| name);
        let first =
            view! { <option value="" selected=true>{tr_view("country-compare-choose")}</option> }.into_any();
        let each =
            all.into_iter().map(|(name, code)| view! { <option value=code>{name}</option> }.into_any());
        std::iter::once(first).chain(each).collect_view()
    };
    let full = move || counting.params.with(|params| params.compare.len() >= MOST_OTHERS);
    view! {
        <p class="row tools">
            <label>{tr_view("facet-region")} " "
                <select on:change=choose_region>
                    <option value="" selected=move || counting.params.with(|params| params.region.is_none())>{tr_view("country-whole")}</option>
                    {regions}
                </select>
            </label> " "
            <label>{tr_view("country-compare")} " " <select on:change=add disabled=full>{others}</select></label> " "
            <button type="button" class="button" on:click=|_| browser::print_soon()>{tr_view("print")}</button> " "
            {embed_link(counting)}
        </p>
    }
    .into_any()
}

/// Everything on a country.
fn sheet(counting: Counting, landscape: &Landscape, figures: &CountryFigures) -> AnyView {
    let code = figures.country.as_str();
    let params = counting.params.get();
    let filters: [(&'static str, &str); 1] = [("country", code)];
    view! {
        {comparison(counting, landscape, &params)}
        {key_figures(counting, landscape, figures)}
        <section>
            <h2>{tr_view("landscape-organisations")}</h2>
            {ecosystems(counting, &figures.organisations, &landscape.whole, &filters, code)}
            {expertise(counting, &figures.organisations, &landscape.whole, &filters, code)}
            {regions(counting, figures)}
        </section>
        {policy_section(counting, figures)}
        {call_section(counting, figures)}
        {event_section(counting, figures)}
        {network_section(counting, figures)}
        {training_section(counting, code)}
        {fact_section(counting, code)}
        {neighbours(counting, code)}
    }
    .into_any()
}

/// What is known of a region.
fn region_sheet(counting: Counting, landscape: &Landscape, figures: &CountryFigures, key: &str) -> AnyView {
    let code = figures.country.as_str();
    let atlas = counting.atlas();
    let is_there = |organisation: &&Organisation| {
        organisation.country == figures.country && organisation.region.as_ref().map(Region::key) == Some(key)
    };
    let own = OrganisationFigures::of(atlas.index.records().iter().filter(is_there), &atlas.vocabularies);
    let filters: [(&'static str, &str); 2] = [("country", code), ("region", key)];
    let all = counting.list(Collection::Organisations, &[("country", &[code]), ("region", &[key])]);
    let country = counting.country_link(&figures.country);
    let words = tr!("country-region-note", "name" => counting.name(code));
    view! {
        <dl class="figures">
            <div><dt>{tr_view("landscape-organisations")}</dt><dd><a href=all>{number(own.all)}</a></dd></div>
            {share(own.all, figures.organisations.all).map(|part| view! { <div><dt>{tr_view("country-region-share")}</dt><dd>{percent_of(part)}</dd></div> }.into_any())}
        </dl>
        <p class="quiet">{words} " " <a href=country>{tr_view("country-whole")}</a></p>
        <section>
            <h2>{tr_view("landscape-organisations")}</h2>
            {ecosystems(counting, &own, &landscape.whole, &filters, key)}
            {expertise(counting, &own, &landscape.whole, &filters, key)}
        </section>
    }
    .into_any()
}

fn percent_of(part: f64) -> String {
    super::charts::percent(part)
}

fn key_figures(counting: Counting, landscape: &Landscape, figures: &CountryFigures) -> AnyView {
    let code = figures.country.as_str();
    let list = |collection| counting.list(collection, &[("country", &[code])]);
    let figure = |name: &'static str, value: Option<u32>, href: String| {
        let value = match value {
            Some(value) => view! { <a href=href>{number(value)}</a> }.into_any(),
            None => not_here(counting),
        };
        view! { <div><dt>{tr_view(name)}</dt><dd>{value}</dd></div> }.into_any()
    };
    let part = share(figures.organisations.all, landscape.whole.all);
    let sentence = part.map(|part| {
        let words = tr!("country-share", "share" => percent_of(part), "all" => number(landscape.whole.all));
        view! { <p class="quiet">{words}</p> }.into_any()
    });
    // Without a number of inhabitants there is nothing that it could be seen beside.
    let beside =
        inhabitants(&figures.country).zip(ShownFigure::PerMillion.of(figures)).map(|(people, value)| {
            let value = number(ShownFigure::PerMillion.number(value));
            let words = tr!("country-inhabitants", "count" => f64::from(people), "year" => POPULATION_YEAR);
            let source = population_source().map(|address| view! { <OutgoingLink address/> }.into_any());
            let href = list(Collection::Organisations);
            view! {
                <div>
                    <dt>{tr_view("landscape-per-million")}</dt>
                    <dd><a href=href>{value}</a> <span class="quiet basis">{words} " " {source}</span></dd>
                </div>
            }
            .into_any()
        });
    view! {
        <dl class="figures">
            {figure("landscape-organisations", Some(figures.organisations.all), list(Collection::Organisations))}
            {beside}
            {figure("nav-networks", figures.networks, list(Collection::Networks))}
            {figure("nav-policies", figures.policies.map(|it| it.all), list(Collection::Policies))}
            {figure("landscape-calls", figures.calls.map(|it| it.open), calls_open_to(counting, code))}
            {figure("landscape-events", figures.events.map(|it| it.all), list(Collection::Events))}
        </dl>
        {sentence}
    }
    .into_any()
}

/// The longest first, equal ones by name.
fn longest_first(bars: &mut Vec<Bar>) {
    sort_values(bars, &|a, b| b.value.total_cmp(&a.value).then_with(|| a.name.cmp(&b.name)));
}

/// The bars of some terms: the longest first, equal ones by name.
fn term_bars(
    counting: Counting,
    facet: &'static str,
    own: (&[TermFigure], u32),
    whole: (&[TermFigure], u32),
    filters: &[(&'static str, &str)],
) -> Vec<Bar> {
    let mut bars: Vec<Bar> = own
        .0
        .iter()
        .map(|figure| {
            let id = figure.term.as_str();
            let everywhere = whole.0.iter().find(|it| it.term == figure.term).map_or(0, |it| it.count);
            let mut params = crate::route::FindParams::of(Collection::Organisations);
            for (facet, value) in filters {
                params.facets.set(facet, vec![(*value).to_owned()]);
            }
            params.facets.set(facet, vec![id.to_owned()]);
            Bar {
                name: counting.labels.with(|labels| labels.of(facet, id)),
                href: Some(params.link()),
                value: f64::from(figure.count),
                share: share(figure.count, own.1),
                average: share(everywhere, whole.1),
                remark: None,
            }
        })
        .collect();
    longest_first(&mut bars);
    bars
}

fn ecosystems(
    counting: Counting,
    own: &OrganisationFigures,
    whole: &OrganisationFigures,
    filters: &[(&'static str, &str)],
    file: &str,
) -> AnyView {
    let bars = term_bars(
        counting,
        "ecosystem",
        (&own.ecosystems, own.with_ecosystem),
        (&whole.ecosystems, whole.with_ecosystem),
        filters,
    );
    let note =
        tr!("country-ecosystems-note", "known" => f64::from(own.with_ecosystem), "all" => number(own.all));
    let words = ChartWords {
        title: tr("country-by-ecosystem"),
        note: Some(with_note(note, facet::ECOSYSTEM)),
        names: tr("facet-ecosystem"),
        values: tr("landscape-organisations"),
        average: Some(tr("chart-average")),
        file: ["ecosystems", "-", file].concat(),
    };
    bar_chart(words, bars)
}

/// A note with that of a facet behind it, where that is true of the dataset.
fn with_note(note: String, facet: FacetId) -> String {
    match true_note(facet) {
        Some(other) => [note, tr(other)].join(" "),
        None => note,
    }
}

/// Topics that some organisation has, as bars; the others are named.
fn expertise(
    counting: Counting,
    own: &OrganisationFigures,
    whole: &OrganisationFigures,
    filters: &[(&'static str, &str)],
    file: &str,
) -> AnyView {
    let bars = term_bars(
        counting,
        "expertise",
        (&own.expertise, own.with_expertise),
        (&whole.expertise, whole.with_expertise),
        filters,
    );
    let (found, missing): (Vec<Bar>, Vec<Bar>) = bars.into_iter().partition(|bar| bar.value > 0.0);
    let note =
        tr!("country-expertise-note", "known" => f64::from(own.with_expertise), "all" => number(own.all));
    let words = ChartWords {
        title: tr("country-by-expertise"),
        note: Some(with_note(note, facet::EXPERTISE)),
        names: tr("facet-expertise"),
        values: tr("landscape-organisations"),
        average: Some(tr("chart-average")),
        file: ["expertise", "-", file].concat(),
    };
    let zeros = (!missing.is_empty()).then(|| {
        let names: Vec<String> = missing.iter().map(|bar| bar.name.clone()).collect();
        let words =
            tr!("country-expertise-none", "count" => missing.len() as f64, "topics" => names.join(", "));
        view! { <p class="quiet">{words}</p> }.into_any()
    });
    view! { {bar_chart(words, found)} {zeros} }.into_any()
}

fn regions(counting: Counting, figures: &CountryFigures) -> AnyView {
    if figures.regions.is_empty() {
        return view! { <h3>{tr_view("country-by-region")}</h3> <p class="absent">{tr_view("country-regions-none")}</p> }
            .into_any();
    }
    let located = figures.organisations.all - figures.without_region;
    let code = figures.country.as_str();
    let mut bars: Vec<Bar> = figures
        .regions
        .iter()
        .map(|figure| {
            let params = LandscapeParams {
                region: Some(figure.key.clone()),
                at: counting.day(),
                ..LandscapeParams::of(LandscapePage::Country, code)
            };
            Bar {
                name: figure.name.clone(),
                href: Some(params.link()),
                value: f64::from(figure.count),
                share: share(figure.count, located),
                average: None,
                remark: None,
            }
        })
        .collect();
    longest_first(&mut bars);
    let words = ChartWords {
        title: tr("country-by-region"),
        note: (figures.without_region > 0)
            .then(|| tr!("country-regions-note", "count" => f64::from(figures.without_region))),
        names: tr("facet-region"),
        values: tr("landscape-organisations"),
        average: None,
        file: ["regions", "-", code].concat(),
    };
    bar_chart(words, bars)
}

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

fn policy_section(counting: Counting, figures: &CountryFigures) -> AnyView {
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

fn call_section(counting: Counting, figures: &CountryFigures) -> AnyView {
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

fn event_section(counting: Counting, figures: &CountryFigures) -> AnyView {
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

fn network_section(counting: Counting, figures: &CountryFigures) -> AnyView {
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

fn training_section(counting: Counting, code: &str) -> AnyView {
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
fn fact_section(counting: Counting, code: &str) -> AnyView {
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
        let items = of_topic.iter().map(|fact| fact_item(counting, fact)).collect_view();
        (!of_topic.is_empty())
            .then(|| view! { <h3>{topic_name(topic)}</h3> <ul class="fact-list">{items}</ul> }.into_any())
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
fn neighbours(counting: Counting, code: &str) -> AnyView {
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
            Some(section("country-neighbours", None, body))
        })
    };
    view! { {links} }.into_any()
}
