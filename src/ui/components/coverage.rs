//! The coverage matrix: where there is what, and where there is nothing.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::collection::facet::{COUNTRY, ECOSYSTEM, EXPERTISE, REGION};
use crate::explore::FacetId;
use crate::route::{Axis, View};
use crate::ui::explorer::{Deferred, Explorer};
use crate::ui::messages::{number, tr, tr_view};

/// More columns than this do not make a table that anybody reads.
const MOST_COLUMNS: usize = 60;

/// A column or row head: the value's position, its identifier and its name.
#[derive(Clone, PartialEq)]
struct Head {
    position: usize,
    value: String,
    label: String,
}

struct Table {
    rows: Vec<Head>,
    columns: Vec<Head>,
    cells: Vec<Vec<u32>>,
    most: u32,
    without_row: u32,
    left_out: usize,
}

/// A table of ecosystems or topics against countries or regions, over the current matches. Every cell is a link.
#[component]
pub fn CoverageMatrix() -> impl IntoView {
    (expect_context::<Deferred>().coverage)()
}

/// What is fetched for it.
#[component]
pub fn Coverage() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let axes = Memo::new(move |_| {
        explorer.params.with(|p| {
            let row = if p.rows == Axis::Ecosystem { ECOSYSTEM } else { EXPERTISE };
            (row, if p.by_region { REGION } else { COUNTRY })
        })
    });
    view! {
        <section class="coverage">
            <div class="coverage-head">
                <h2 id="coverage-title">{tr_view("coverage-title")}</h2>
                <AxisChoices/>
            </div>
            {move || {
                let (row, column) = axes.get();
                let table = table(explorer, row, column);
                let note = (table.without_row > 0).then(|| {
                    tr!("coverage-without", "count" => table.without_row, "facet" => Collection::Organisations.facet(row).map_or_else(String::new, |facet| tr(facet.title)))
                });
                let left_out = (table.left_out > 0).then(|| tr!("coverage-left-out", "count" => table.left_out as f64));
                view! {
                    {note.map(|note| view! { <p class="quiet">{note}</p> }.into_any())}
                    {left_out.map(|note| view! { <p class="quiet">{note}</p> }.into_any())}
                    // A region that scrolls must be reachable by keyboard.
                    <div class="scroll" tabindex="0" role="region" aria-labelledby="coverage-title">{matrix(explorer, table, row, column)}</div>
                }
            }}
        </section>
    }
}

#[component]
fn AxisChoices() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    view! {
        <label>
            {tr_view("coverage-rows")} " "
            <select on:change=move |event| {
                let expertise = event_target_value(&event) == "expertise";
                explorer.filter(|p| p.rows = if expertise { Axis::Expertise } else { Axis::Ecosystem });
            }>
                <option value="ecosystem" selected=move || explorer.params.with(|p| p.rows == Axis::Ecosystem)>{tr_view("facet-ecosystem")}</option>
                <option value="expertise" selected=move || explorer.params.with(|p| p.rows == Axis::Expertise)>{tr_view("facet-expertise")}</option>
            </select>
        </label>
        <label>
            {tr_view("coverage-columns")} " "
            <select on:change=move |event| {
                let by_region = event_target_value(&event) == "region";
                explorer.filter(|p| p.by_region = by_region);
            }>
                <option value="country" selected=move || explorer.params.with(|p| !p.by_region)>{tr_view("facet-country")}</option>
                <option value="region" selected=move || explorer.params.with(|p| p.by_region)>{tr_view("facet-region")}</option>
            </select>
        </label>
    }
}

fn table(explorer: Explorer, row: FacetId, column: FacetId) -> Table {
    let labels = explorer.labels.get();
    explorer.outcome.with(|outcome| {
        explorer.atlas.with_value(|atlas| {
            let coverage = atlas.index.coverage(outcome, row, column);
            let heads = |facet: FacetId| {
                let values = atlas.index.values(facet).iter().enumerate();
                let mut heads: Vec<Head> = values
                    .map(|(position, value)| Head {
                        position,
                        value: value.clone(),
                        label: labels.of(facet, value),
                    })
                    .collect();
                heads.sort_by(|a, b| a.label.cmp(&b.label));
                heads
            };
            let cell =
                |row: &Head, column: &Head| coverage.cells[row.position * coverage.columns + column.position];
            let mut rows = heads(row);
            let chosen_rows = explorer.params.with_untracked(|params| params.facets.of(row).to_vec());
            rows.retain(|head| chosen_rows.is_empty() || chosen_rows.contains(&head.value));
            // A gap is a zero among others: a country that the filters exclude is none.
            let mut columns = heads(column);
            let chosen_columns = explorer.params.with_untracked(|params| params.facets.of(column).to_vec());
            columns.retain(|head| {
                outcome.counts.of(column)[head.position] > 0
                    && (chosen_columns.is_empty() || chosen_columns.contains(&head.value))
            });
            let left_out = columns.len().saturating_sub(MOST_COLUMNS);
            columns.truncate(MOST_COLUMNS);
            let cells: Vec<Vec<u32>> =
                rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
            let most = cells.iter().flatten().copied().max().unwrap_or(0);
            Table { rows, columns, cells, most, without_row: coverage.without_row, left_out }
        })
    })
}

fn matrix(explorer: Explorer, table: Table, row: FacetId, column: FacetId) -> impl IntoView {
    let base = explorer.now();
    let most = table.most;
    let link = move |row_value: Option<&str>, column_value: Option<&str>| {
        let mut params = base.clone();
        params.view = View::Both;
        params.map = None;
        params.sel = None;
        for (facet, value) in [(row, row_value), (column, column_value)] {
            if let Some(value) = value {
                params.facets.set(facet, vec![value.to_owned()]);
            }
        }
        params.link()
    };
    let head = table
        .columns
        .iter()
        .map(|head| {
            view! { <th scope="col"><a href=link(None, Some(&head.value))>{head.label.clone()}</a></th> }
                .into_any()
        })
        .collect_view();
    let body = table
        .rows
        .iter()
        .zip(&table.cells)
        .map(|(row, cells)| {
            let cells = cells
                .iter()
                .zip(&table.columns)
                .map(|(count, column)| {
                    let name = tr!("coverage-cell", "row" => row.label.as_str(), "column" => column.label.as_str(), "count" => *count);
                    view! {
                        <td data-depth=depth(*count, most)>
                            <a href=link(Some(&row.value), Some(&column.value)) aria-label=name>{number(*count)}</a>
                        </td>
                    }
                    .into_any()
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row"><a href=link(Some(&row.value), None)>{row.label.clone()}</a></th>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <table>
            <thead>
                <tr><td></td>{head}</tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}

/// Five steps of shading, by the square root so that one large cell does not turn all others pale; 0 is empty.
fn depth(count: u32, most: u32) -> String {
    let share = (f64::from(count) / f64::from(most.max(1))).sqrt();
    ((share * 5.0).ceil() as u32).to_string()
}
