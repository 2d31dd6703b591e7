//! The organisations of a country in charts: by ecosystem, topic and region.

use leptos::prelude::*;

use crate::collection::{Collection, facet};
use crate::explore::{FacetId, sort_values};
use crate::landscape::{CountryFigures, OrganisationFigures, TermFigure, share};
use crate::route::{FindParams, LandscapePage, LandscapeParams};
use crate::ui::labels::sort_named;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::pages::landscape::charts::{Bar, ChartWords, bar_chart};
use crate::ui::pages::landscape::{Counting, true_note};

/// The longest first, equal ones by name.
fn longest_first(bars: &mut Vec<Bar>) {
    sort_named(bars, |bar| &bar.name);
    sort_values(bars, &|a, b| b.value.total_cmp(&a.value));
}

/// The bars of some terms: the longest first, equal ones by name.
fn term_bars(
    counting: Counting,
    facet: FacetId,
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
            let mut params = FindParams::of(Collection::Organisations);
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

/// The words of a chart of terms, with the note of their facet where that is true of the dataset.
fn words_of(facet: FacetId, title: String, names: String, note: String, file: String) -> ChartWords {
    let note = match true_note(facet) {
        Some(other) => [note, tr(other)].join(" "),
        None => note,
    };
    let (values, average) = (tr("landscape-organisations"), Some(tr("chart-average")));
    ChartWords { title, note: Some(note), names, values, average, file }
}

pub(super) fn ecosystems(
    counting: Counting,
    own: &OrganisationFigures,
    whole: &OrganisationFigures,
    filters: &[(&'static str, &str)],
    file: &str,
) -> AnyView {
    let known = (own.with_ecosystem, whole.with_ecosystem);
    let (own_terms, all_terms) = ((&*own.ecosystems, known.0), (&*whole.ecosystems, known.1));
    let bars = term_bars(counting, facet::ECOSYSTEM, own_terms, all_terms, filters);
    let note = tr!("country-ecosystems-note", "known" => f64::from(known.0), "all" => number(own.all));
    let (title, names) = (tr("country-by-ecosystem"), tr("facet-ecosystem"));
    bar_chart(words_of(facet::ECOSYSTEM, title, names, note, ["ecosystems", "-", file].concat()), bars)
}

/// Topics that some organisation has, as bars; the others are named.
pub(super) fn expertise(
    counting: Counting,
    own: &OrganisationFigures,
    whole: &OrganisationFigures,
    filters: &[(&'static str, &str)],
    file: &str,
) -> AnyView {
    let known = (own.with_expertise, whole.with_expertise);
    let (own_terms, all_terms) = ((&*own.expertise, known.0), (&*whole.expertise, known.1));
    let bars = term_bars(counting, facet::EXPERTISE, own_terms, all_terms, filters);
    let (found, missing): (Vec<Bar>, Vec<Bar>) = bars.into_iter().partition(|bar| bar.value > 0.0);
    let note = tr!("country-expertise-note", "known" => f64::from(known.0), "all" => number(own.all));
    let (title, names) = (tr("country-by-expertise"), tr("facet-expertise"));
    let words = words_of(facet::EXPERTISE, title, names, note, ["expertise", "-", file].concat());
    let zeros = (!missing.is_empty()).then(|| {
        let names: Vec<String> = missing.iter().map(|bar| bar.name.clone()).collect();
        let words =
            tr!("country-expertise-none", "count" => missing.len() as f64, "topics" => names.join(", "));
        view! { <p class="quiet">{words}</p> }.into_any()
    });
    view! { {bar_chart(words, found)} {zeros} }.into_any()
}

pub(super) fn regions(counting: Counting, figures: &CountryFigures) -> AnyView {
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
    let chart = bar_chart(words, bars);
    view! { {chart} <p class="quiet off-paper">{tr_view("country-regions-average")}</p> }.into_any()
}
