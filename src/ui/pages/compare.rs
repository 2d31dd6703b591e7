//! Up to four organisations side by side.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::{Organisation, OwnField, OwnValue};
use crate::explore::own_facet_id;
use crate::route::{MOST_COMPARED, Route};
use crate::ui::atlas::Atlas;
use crate::ui::components::page_title;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, number, tr, tr_view};
use crate::ui::search_context::way_back;
use crate::ui::shared::Shared;
use crate::ui::state::app;

/// The comparison: one column an organisation, one row a fact; rows in which they differ are marked.
#[component]
pub fn ComparePage(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || tr("compare-title"));
    let ids = Memo::new(move |_| match app.route() {
        Route::Compare { ids } => ids,
        _ => Vec::new(),
    });
    let body = move || {
        let (known, unknown): (Vec<_>, Vec<_>) =
            ids.get().into_iter().partition(|id| atlas.index.row_of(id).is_some());
        let columns: Vec<Organisation> =
            known.iter().filter_map(|id| atlas.organisation(id).cloned()).collect();
        let missing = (!unknown.is_empty()).then(|| tr!("compare-missing", "ids" => unknown.join(", ")));
        view! {
            {missing.map(|text| view! { <p class="warning">{text}</p> }.into_any())}
            {if columns.is_empty() {
                view! { <p>{tr_view("compare-empty")}</p> }.into_any()
            } else {
                view! { <Table columns=columns.clone() atlas=atlas.clone()/> }.into_any()
            }}
            <AddColumn ids=known atlas=atlas.clone()/>
        }
    };
    view! {
        <main id="main" class="page compare" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=way_back(Collection::Organisations)>{tr_view("back-to-explore")}</a></nav>
            <h1>{tr_view("compare-title")}</h1>
            {body}
        </main>
    }
}

#[component]
fn Table(columns: Vec<Organisation>, atlas: Shared<Atlas>) -> impl IntoView {
    let labels = expect_context::<Memo<Shared<Labels>>>().get();
    let ids: Vec<String> = columns.iter().map(|o| o.id.as_str().to_owned()).collect();
    let heads = columns
        .iter()
        .map(|o| {
            let id = o.id.as_str().to_owned();
            let href = Route::record(Collection::Organisations, &id).to_hash();
            let without =
                Route::Compare { ids: ids.iter().filter(|other| **other != id).cloned().collect() }.to_hash();
            let remove = tr!("compare-remove", "name" => o.name.as_str());
            view! {
                <th scope="col">
                    <a href=href>{o.name.clone()}</a>
                    <a class="remove" href=without aria-label=remove>"×"</a>
                </th>
            }
            .into_any()
        })
        .collect_view();
    let (told, untold): (Vec<_>, Vec<_>) = facts(&atlas, &labels)
        .into_iter()
        .map(|(name, of)| (name, columns.iter().map(&of).collect::<Vec<Option<String>>>()))
        .partition(|(_, cells)| cells.iter().any(Option::is_some));
    let untold = (!untold.is_empty()).then(|| {
        let names: Vec<_> = untold.into_iter().map(|(name, _)| name).collect();
        let words = tr!("facts-not-known", "names" => names.join(", "));
        view! { <p class="absent">{words}</p> }.into_any()
    });
    let rows = told
        .into_iter()
        .map(|(name, cells)| {
            // What is not known is no difference.
            let known: Vec<_> = cells.iter().flatten().collect();
            let differ = known.windows(2).any(|pair| pair[0] != pair[1]);
            let cells = cells
                .into_iter()
                .map(|cell| match cell {
                    Some(text) => view! { <td>{text}</td> }.into_any(),
                    None => view! { <td class="absent">{tr_view("not-known")}</td> }.into_any(),
                })
                .collect_view();
            view! {
                <tr class:differ=differ>
                    <th scope="row">{name}{differ.then(|| view! { <span class="unseen">" " {tr_view("compare-differs")}</span> }.into_any())}</th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=tr_view("compare-title")>
            <table>
                <thead><tr><td></td>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {untold}
    }
}

type Reading<'a> = Box<dyn Fn(&Organisation) -> Option<String> + 'a>;

fn facts<'a>(atlas: &'a Atlas, labels: &'a Labels) -> Vec<(String, Reading<'a>)> {
    let terms = move |facet: &'static str| {
        move |ids: &[crate::domain::TermId]| {
            let names: Vec<String> = ids.iter().map(|id| labels.of(facet, id.as_str())).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
    };
    let source = |o: &Organisation| {
        let id = o.source.as_deref()?;
        Some(atlas.manifest.source(id).map_or_else(|| id.to_owned(), |source| source.name.clone()))
    };
    let mut all: Vec<(String, Reading<'a>)> = vec![
        (tr("facet-country"), Box::new(|o| Some(labels.of("country", o.country.as_str())))),
        (tr("facet-region"), Box::new(|o| o.region.as_ref().map(|region| labels.region(region)))),
        (tr("fact-city"), Box::new(|o| o.city.clone())),
        (tr("facet-kind"), Box::new(|o| Some(labels.of("kind", o.kind.as_str())))),
        (labels.heading("facet-ecosystem"), Box::new(move |o| terms("ecosystem")(&o.ecosystems))),
        (labels.heading("facet-expertise"), Box::new(move |o| terms("expertise")(&o.expertise))),
        (tr("fact-members"), Box::new(|o| o.members.total.map(number))),
        (tr("fact-founded"), Box::new(|o| o.founded.map(|year| year.to_string()))),
        (tr("fact-staff"), Box::new(|o| o.staff_fte.map(number))),
        (tr("facet-label"), Box::new(|o| o.label.map(|label| labels.of("label", label.level.as_str())))),
        (tr("fact-website"), Box::new(|o| o.website.as_ref().map(|w| w.host().to_owned()))),
        (tr("source"), Box::new(source)),
    ];
    // What the dataset declares itself stands where the app's own facts end, before the source.
    for field in &atlas.vocabularies.fields {
        let name = own_facet_id(&OwnField::path(&field.id));
        let read = move |o: &Organisation| {
            let (_, value) = o.own.iter().find(|(id, _)| *id == field.id)?;
            Some(match value {
                OwnValue::Line(text) => text.clone(),
                OwnValue::Link(address) => address.host().to_owned(),
                OwnValue::Picture(file) => file.as_str().to_owned(),
                OwnValue::Number(value) => number(*value),
                OwnValue::Date(day) => date(*day),
                OwnValue::Terms(ids) => terms(name)(ids)?,
            })
        };
        all.insert(all.len() - 1, (labels.heading(name), Box::new(read)));
    }
    all
}

/// Adds one of the shortlist to the comparison.
#[component]
fn AddColumn(ids: Vec<String>, atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    if ids.len() >= MOST_COMPARED {
        return view! { <p class="quiet">{tr_view("compare-full")}</p> }.into_any();
    }
    let candidates: Vec<(String, String)> = app
        .shortlist()
        .ids()
        .into_iter()
        .filter(|id| !ids.contains(id))
        .filter_map(|id| atlas.organisation(&id).map(|o| (id.clone(), o.name.clone())))
        .collect();
    if candidates.is_empty() {
        return view! { <p class="quiet">{tr_view("compare-hint")}</p> }.into_any();
    }
    let links = candidates
        .into_iter()
        .map(|(id, name)| {
            let mut with = ids.clone();
            with.push(id);
            view! { <li><a href=Route::Compare { ids: with }.to_hash()>{name}</a></li> }
        })
        .collect_view();
    view! {
        <section>
            <h2>{tr_view("compare-add")}</h2>
            <ul>{links}</ul>
        </section>
    }
    .into_any()
}
