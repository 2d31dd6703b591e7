//! Countries side by side.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::PolicyKind;
use crate::landscape::{CountryFigures, Landscape, ShownFigure, share};
use crate::route::LandscapeParams;
use crate::ui::components::csv_button;
use crate::ui::messages::{number, tr, tr_view};

use super::charts::percent;
use super::{Counting, calls_open_to, not_here};

/// A row: what it is, and for each country a value, its words and the list that it counts.
struct Row {
    name: String,
    cells: Vec<Option<(String, String)>>,
}

/// The countries that the dataset knows among those in the address, the page's own first; and the codes it does not know.
pub fn chosen<'a>(
    landscape: &'a Landscape,
    params: &LandscapeParams,
) -> (Vec<&'a CountryFigures>, Vec<String>) {
    let all = std::iter::once(&params.subject).chain(&params.compare);
    let (known, unknown): (Vec<_>, Vec<_>) =
        all.map(|code| (code, landscape.of(code))).partition(|(_, figures)| figures.is_some());
    (
        known.into_iter().filter_map(|(_, figures)| figures).collect(),
        unknown.into_iter().map(|(code, _)| code.clone()).collect(),
    )
}

/// The table of the countries chosen; nothing where there is only one.
pub fn comparison(counting: Counting, landscape: &Landscape, params: &LandscapeParams) -> Option<AnyView> {
    let (countries, unknown) = chosen(landscape, params);
    if params.compare.is_empty() {
        return None;
    }
    let rows = rows(counting, landscape, &countries);
    let heads = countries.iter().map(|figures| {
        let code = figures.country.as_str();
        let name = counting.name(code);
        let (link, mut others) = (counting.country_link(&figures.country), params.clone());
        others.compare.retain(|one| one != code);
        let away = (*code != *params.subject).then(|| {
            let words = tr!("country-compare-remove", "name" => name.as_str());
            view! { " " <a class="remove" href=others.link() aria-label=words>"×"</a> }.into_any()
        });
        view! { <th scope="col"><a href=link>{name.clone()}</a> {away}</th> }.into_any()
    });
    let heads = heads.collect_view();
    let body = rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| match cell {
            Some((words, href)) => {
                view! { <td class="number"><a href=href.clone()>{words.clone()}</a></td> }.into_any()
            }
            None => view! { <td class="number">{not_here(counting)}</td> }.into_any(),
        });
        view! { <tr><th scope="row">{row.name.clone()}</th> {cells.collect_view()}</tr> }.into_any()
    });
    let body = body.collect_view();
    let mut names = vec![tr("country-figure")];
    names.extend(countries.iter().map(|figures| counting.name(figures.country.as_str())));
    let table: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let words = row
                .cells
                .iter()
                .map(|cell| cell.as_ref().map_or_else(|| tr("not-known"), |(words, _)| words.clone()));
            std::iter::once(row.name.clone()).chain(words).collect()
        })
        .collect();
    let below = tr!("country-compare-below", "name" => counting.name(&params.subject));
    let unknown = (!unknown.is_empty()).then(|| {
        let words = tr!("country-compare-unknown", "codes" => unknown.join(", "));
        view! { <p class="at-notice" role="note">{words}</p> }.into_any()
    });
    Some(
        view! {
            <section class="compare">
                <h2>{tr_view("country-compare-title")}</h2>
                {unknown}
                <p class="quiet">{tr_view("country-compare-shares")}</p>
                <div class="scroll" tabindex="0" role="region" aria-label=tr_view("country-compare-title")>
                    <table><thead><tr><td></td> {heads}</tr></thead> <tbody>{body}</tbody></table>
                </div>
                {csv_button("comparison".to_owned(), move || (names.clone(), table.clone()))}
                <p class="quiet">{below}</p>
            </section>
        }
        .into_any(),
    )
}

/// A number, and in brackets what part of all that is, where that can be said.
fn with_share(count: u32, all: u32) -> String {
    let part = share(count, all).map(percent);
    [number(count), part.map_or_else(String::new, |part| [" (", &part, ")"].concat())].concat()
}

fn rows(counting: Counting, landscape: &Landscape, countries: &[&CountryFigures]) -> Vec<Row> {
    let row = |name: String, cell: &dyn Fn(&CountryFigures) -> Option<(String, String)>| Row {
        name,
        cells: countries.iter().map(|figures| cell(figures)).collect(),
    };
    let list = |collection: Collection, figures: &CountryFigures| {
        counting.list(collection, &[("country", &[figures.country.as_str()])])
    };
    let mut rows = vec![
        row(tr("landscape-organisations"), &|figures| {
            let words = with_share(figures.organisations.all, landscape.whole.all);
            Some((words, list(Collection::Organisations, figures)))
        }),
        row(tr("landscape-per-million"), &|figures| {
            let value = ShownFigure::PerMillion.of(figures)?;
            Some((number(ShownFigure::PerMillion.number(value)), list(Collection::Organisations, figures)))
        }),
        row(tr("nav-networks"), &|figures| {
            figures.networks.map(|it| (number(it), list(Collection::Networks, figures)))
        }),
        row(tr("nav-policies"), &|figures| {
            figures.policies.map(|it| (number(it.all), list(Collection::Policies, figures)))
        }),
    ];
    rows.extend(PolicyKind::ALL.iter().enumerate().map(|(nth, kind)| {
        let name = counting.labels.with(|labels| labels.of("kind", kind.as_str()));
        row([tr("nav-policies"), ": ".to_owned(), name].concat(), &|figures| {
            let code = figures.country.as_str();
            let kind = [("country", &[code][..]), ("kind", &[kind.as_str()])];
            figures.policies.map(|it| (number(it.kinds[nth]), counting.list(Collection::Policies, &kind)))
        })
    }));
    rows.extend([
        row(tr("landscape-calls"), &|figures| {
            figures.calls.map(|it| (number(it.open), calls_open_to(counting, figures.country.as_str())))
        }),
        row(tr("landscape-events"), &|figures| {
            figures.events.map(|it| (number(it.all), list(Collection::Events, figures)))
        }),
    ]);
    let of_term = |figures: &CountryFigures, facet, id: &str| {
        let code = figures.country.as_str();
        counting.list(Collection::Organisations, &[("country", &[code]), (facet, &[id])])
    };
    for figure in &landscape.whole.ecosystems {
        let id = figure.term.as_str();
        rows.push(row(counting.labels.with(|labels| labels.of("ecosystem", id)), &|figures| {
            let known = figures.organisations.with_ecosystem;
            let words = with_share(figures.organisations.in_ecosystem(id), known);
            Some((words, of_term(figures, "ecosystem", id)))
        }));
    }
    for figure in landscape.whole.expertise.iter().filter(|figure| figure.count > 0) {
        let id = figure.term.as_str();
        rows.push(row(counting.labels.with(|labels| labels.of("expertise", id)), &|figures| {
            Some((number(figures.organisations.with_topic(id)), of_term(figures, "expertise", id)))
        }));
    }
    rows
}
