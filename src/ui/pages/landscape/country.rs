//! A country's factsheet: its figures from all collections, beside those of the whole dataset.

mod organisations;
mod records;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::domain::{Organisation, Region};
use crate::landscape::{
    CountryFigures, Landscape, OrganisationFigures, POPULATION_YEAR, ShownFigure, inhabitants,
    population_source, share,
};
use crate::route::{LandscapePage, LandscapeParams, MOST_OTHERS};
use crate::ui::atlas::Atlas;
use crate::ui::components::{OutgoingLink, page_title};
use crate::ui::labels::sort_named;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::shared::Shared;

use super::compare::comparison;
use super::{Counting, as_of, calls_open_to, citation, day_notice, embed_link, failures, not_here};
use organisations::{ecosystems, expertise, regions};
use records::{
    call_section, event_section, fact_section, neighbours, network_section, policy_section, region_policies,
    training_section,
};

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
            {move || is_known.get().then(|| citation(counting, move || title.get()).into_any())}
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
        {region_policies(counting, &figures.country, key)}
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
                    <dd><a href=href>{value}</a></dd>
                    <dd class="quiet basis">{words} " " {source}</dd>
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
