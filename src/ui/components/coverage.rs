//! The coverage matrix: where there is what, and where there is nothing.

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::collection::facet::{COUNTRY, ECOSYSTEM, EXPERTISE, REGION};
use crate::domain::{RegionEntry, Vocabularies};
use crate::explore::FacetId;
use crate::route::{Axis, View};
use crate::ui::explorer::{Deferred, Explorer};
use crate::ui::labels::{heading_view, sort_named};
use crate::ui::messages::{number, tr, tr_view};

use super::csv_button;

/// More columns than this do not make a table that anybody reads: the others are drawn when somebody asks for them.
const MOST_COLUMNS: usize = 60;

/// A column or row head: its identifier, its name and how many have it, whatever else they have.
#[derive(Clone, PartialEq)]
struct Head {
    /// Its position among the values of the index; none for a region that no organisation is in.
    position: Option<usize>,
    value: String,
    label: String,
    total: u32,
}

struct Table {
    rows: Vec<Head>,
    columns: Vec<Head>,
    cells: Vec<Vec<u32>>,
    most: u32,
    all: u32,
    without_row: u32,
    without_column: u32,
    left_out: usize,
}

impl Table {
    /// As a file for spreadsheets: heads, rows, and what is in no cell.
    fn as_file(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let heads = [String::new()].into_iter().chain(self.columns.iter().map(|column| column.label.clone()));
        let heads = heads.chain([tr("coverage-total")]).collect();
        let numbers = |counts: &[u32], total: u32| {
            counts.iter().copied().chain([total]).map(|count| count.to_string()).collect::<Vec<_>>()
        };
        let line = |label: String, counts: &[u32], total: u32| [vec![label], numbers(counts, total)].concat();
        let rows = self.rows.iter().zip(&self.cells);
        let rows = rows.map(|(row, cells)| line(row.label.clone(), cells, row.total));
        let totals: Vec<u32> = self.columns.iter().map(|column| column.total).collect();
        (heads, rows.chain([line(tr("coverage-total"), &totals, self.all)]).collect())
    }
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
    let all = RwSignal::new(false);
    view! {
        <section class="coverage">
            <div class="coverage-head">
                <h2 id="coverage-title">{tr_view("coverage-title")}</h2>
                <AxisChoices/>
            </div>
            {move || {
                let (row, column) = axes.get();
                let most = if all.get() { usize::MAX } else { MOST_COLUMNS };
                let shown = table(explorer, row, column, most);
                let about = |facet| Collection::Organisations.facet(facet);
                let note = |about| explorer.search.app.atlas().and_then(|atlas| atlas.note(about));
                let without = |count: u32, facet| (count > 0).then(|| {
                    let named = about(facet).map_or_else(String::new, |facet| explorer.search.labels.with(|labels| labels.heading(facet.title)));
                    tr!("coverage-without", "count" => count, "facet" => named)
                });
                let notes = [
                    about(row).and_then(note).map(tr),
                    without(shown.without_row, row),
                    without(shown.without_column, column),
                ];
                let left_out = (shown.left_out > 0).then(|| {
                    let words = tr!("coverage-left-out", "count" => shown.left_out as f64);
                    let show = move |_| {
                        all.set(true);
                        // The button is gone: whoever pressed it goes on with the table.
                        browser::focus_soon("coverage-table");
                    };
                    view! {
                        <p class="quiet">{words} " " <button type="button" class="linklike" on:click=show>{tr_view("coverage-show-all")}</button></p>
                    }
                    .into_any()
                });
                let notes = notes.into_iter().flatten().map(|note| view! { <p class="quiet">{note}</p> }.into_any());
                view! {
                    <div class="coverage-notes">
                        <div>{notes.collect_view()} {left_out}</div>
                        // A file has all columns, whatever is drawn.
                        {csv_button("coverage".to_owned(), move || untrack(|| table(explorer, row, column, usize::MAX)).as_file())}
                    </div>
                    // A region that scrolls must be reachable by keyboard.
                    <div id="coverage-table" class="scroll" tabindex="0" role="region" aria-labelledby="coverage-title">{matrix(explorer, shown, row, column)}</div>
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
                <option value="expertise" selected=move || explorer.params.with(|p| p.rows == Axis::Expertise)>{heading_view("facet-expertise")}</option>
                <option value="ecosystem" selected=move || explorer.params.with(|p| p.rows == Axis::Ecosystem)>{heading_view("facet-ecosystem")}</option>
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

fn table(explorer: Explorer, row: FacetId, column: FacetId, most_columns: usize) -> Table {
    let labels = explorer.labels.get();
    explorer.outcome.with(|outcome| {
        explorer.atlas.with_value(|atlas| {
            let coverage = atlas.index.coverage(outcome, row, column);
            let heads = |facet: FacetId| {
                let values = atlas.index.values(facet).iter().enumerate();
                let totals = if facet == row { &coverage.row_totals } else { &coverage.column_totals };
                let heads = values.zip(totals).map(|((position, value), total)| Head {
                    position: Some(position),
                    value: value.clone(),
                    label: labels.of(facet, value),
                    total: *total,
                });
                heads.collect::<Vec<_>>()
            };
            let cell = |row: &Head, column: &Head| match (row.position, column.position) {
                (Some(row), Some(column)) => coverage.cells[row * coverage.columns + column],
                _ => 0,
            };
            let mut rows = heads(row);
            let chosen_rows = explorer.params.with_untracked(|params| params.facets.of(row).to_vec());
            rows.retain(|head| chosen_rows.is_empty() || chosen_rows.contains(&head.value));
            // A gap is a zero among others: a country that the filters exclude is none.
            let mut columns = heads(column);
            let chosen_columns = explorer.params.with_untracked(|params| params.facets.of(column).to_vec());
            columns.retain(|head| {
                head.position.is_some_and(|position| outcome.counts.of(column)[position] > 0)
                    && (chosen_columns.is_empty() || chosen_columns.contains(&head.value))
            });
            if column == REGION && chosen_columns.is_empty() {
                let countries = explorer.params.with_untracked(|params| params.facets.of(COUNTRY).to_vec());
                let empty = regions_without(&atlas.vocabularies, &countries, &columns);
                columns.extend(empty.into_iter().map(|region| Head {
                    position: None,
                    value: region.code.as_str().to_owned(),
                    label: region.shown(),
                    total: 0,
                }));
            }
            sort_named(&mut rows, |head| &head.label);
            sort_named(&mut columns, |head| &head.label);
            let left_out = columns.len().saturating_sub(most_columns);
            columns.truncate(most_columns);
            let cells: Vec<Vec<u32>> =
                rows.iter().map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect();
            let most = cells.iter().flatten().copied().max().unwrap_or(0);
            Table {
                rows,
                columns,
                cells,
                most,
                all: outcome.rows.len() as u32,
                without_row: coverage.without_row,
                without_column: coverage.without_column,
                left_out,
            }
        })
    })
}

/// The regions of chosen countries that no match is in, of the size of those that matches are in.
fn regions_without<'a>(
    vocabularies: &'a Vocabularies,
    countries: &[String],
    columns: &[Head],
) -> Vec<&'a RegionEntry> {
    // Those of a country may be of several sizes: the smallest says where there is nothing.
    let length = columns.iter().map(|head| head.value.len()).max().unwrap_or_default();
    let is_empty = |region: &&RegionEntry| {
        let code = region.code.as_str();
        countries.iter().any(|country| country == region.country.as_str())
            && code.len() == length
            && !columns.iter().any(|head| head.value == code)
    };
    vocabularies.regions.iter().filter(is_empty).collect()
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
    let total = |name: String, count: u32, href: String| {
        let name = tr!("coverage-total-of", "what" => name, "count" => count);
        view! { <td class="total"><a href=href aria-label=name>{number(count)}</a></td> }.into_any()
    };
    let totals = table
        .columns
        .iter()
        .map(|head| total(head.label.clone(), head.total, link(None, Some(&head.value))))
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
                    {total(row.label.clone(), row.total, link(Some(&row.value), None))}
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <table>
            <thead>
                <tr><td></td>{head}<th scope="col"><span>{tr_view("coverage-total")}</span></th></tr>
            </thead>
            <tbody>{body}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{tr_view("coverage-total")}</th>
                    {totals}
                    {total(tr("coverage-total"), table.all, link(None, None))}
                </tr>
            </tfoot>
        </table>
    }
}

/// Five steps of shading, by the square root so that one large cell does not turn all others pale; 0 is empty.
pub fn depth(count: u32, most: u32) -> String {
    let share = (f64::from(count) / f64::from(most.max(1))).sqrt();
    ((share * 5.0).ceil() as u32).to_string()
}
