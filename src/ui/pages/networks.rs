//! The list of networks, and all of them at once: which countries work together how often.

use leptos::prelude::*;

use crate::collection::Network;
use crate::collection::facet::{COUNTRY, WITH};
use crate::domain::CountryCode;
use crate::explore::Together;
use crate::route::{FindParams, View, left_out};
use crate::ui::collection_page::CollectionPage;
use crate::ui::components::{OtherView, csv_button, depth};
use crate::ui::labels::sort_named;
use crate::ui::list_page::ListSlots;
use crate::ui::messages::{number, tr, tr_view};

/// What may stand in place of the list.
const VIEWS: &[OtherView] = &[OtherView { view: View::Matrix, words: "view-matrix", draw: matrix_view }];

/// The networks by pairs of countries.
pub fn network_slots() -> ListSlots {
    ListSlots { views: VIEWS, ..ListSlots::default() }
}

/// A country: its place in what was counted, its code and its name.
#[derive(Clone)]
struct Head {
    at: usize,
    code: String,
    name: String,
}

/// Countries against countries, with what their counts are called and where they lead.
struct Table {
    together: Together,
    rows: Vec<Head>,
    columns: Vec<Head>,
    /// How many networks were counted.
    all: usize,
    /// The view without a choice of countries, as a list.
    base: FindParams,
}

impl Table {
    /// What is counted does not follow the choice of countries, which only says whose rows are shown: so each cell counts
    /// just what its link finds.
    fn of(networks: &CollectionPage<Network>) -> Self {
        let search = networks.search;
        let params = search.params.get();
        let mut base = FindParams { view: View::default(), sel: None, ..params.clone() };
        base.facets.set(COUNTRY, Vec::new());
        base.facets.set(WITH, Vec::new());
        let query = base.query();
        let rows = search.catalogue.with(|index| search.app.run(index.core(), &query).rows);
        let together = networks.index.with(|index| {
            let records = rows.iter().map(|row| index.records()[*row as usize].network());
            let countries =
                |network: &std::sync::Arc<Network>| network.all_countries().into_iter().cloned().collect();
            let each: Vec<Vec<CountryCode>> = records.map(countries).collect();
            let each: Vec<Vec<&str>> =
                each.iter().map(|codes| codes.iter().map(CountryCode::as_str).collect()).collect();
            Together::of(&each)
        });
        let labels = search.labels.get();
        let heads = together.values().iter().enumerate();
        let heads = heads.map(|(at, code)| Head { at, code: code.clone(), name: labels.of(COUNTRY, code) });
        let mut columns: Vec<Head> = heads.collect();
        sort_named(&mut columns, |head| &head.name);
        let chosen: Vec<&String> =
            params.chosen(COUNTRY).iter().filter(|value| left_out(value).is_none()).collect();
        let is_row = |head: &&Head| chosen.is_empty() || chosen.contains(&&head.code);
        let rows_shown = columns.iter().filter(is_row).cloned().collect();
        Self { together, rows: rows_shown, columns, all: rows.len(), base }
    }

    /// The list of the networks that a country is in, and another one too.
    fn link(&self, country: &str, with: Option<&str>) -> String {
        let mut params = self.base.clone();
        params.facets.set(COUNTRY, vec![country.to_owned()]);
        params.facets.set(WITH, with.map(str::to_owned).into_iter().collect());
        params.link()
    }

    /// As a file for spreadsheets; a country is not together with itself.
    fn as_file(&self) -> (Vec<String>, Vec<Vec<String>>) {
        let heads =
            [tr("facet-country")].into_iter().chain(self.columns.iter().map(|head| head.name.clone()));
        let heads = heads.chain([tr("matrix-networks"), tr("matrix-partners")]).collect();
        let rows = self.rows.iter().map(|row| {
            let cells = self.columns.iter().map(|column| {
                if row.at == column.at {
                    String::new()
                } else {
                    self.together.count(row.at, column.at).to_string()
                }
            });
            let own = self.together.count(row.at, row.at).to_string();
            let partners = self.together.partners(row.at).to_string();
            [row.name.clone()].into_iter().chain(cells).chain([own, partners]).collect()
        });
        (heads, rows.collect())
    }
}

fn matrix_view() -> AnyView {
    let networks = expect_context::<CollectionPage<Network>>();
    let drawn = move || {
        let table = Table::of(&networks);
        let file = table.as_file();
        view! {
            <div class="coverage-notes">
                <p class="quiet">{tr!("matrix-note", "count" => table.all as f64)}</p>
                {csv_button(["networks", "-", "matrix"].concat(), move || file.clone())}
            </div>
            // A region that scrolls must be reachable by keyboard.
            <div class="scroll" tabindex="0" role="region" aria-labelledby="matrix-title">{table_view(&table)}</div>
        }
        .into_any()
    };
    view! {
        <section class="coverage in-place">
            <div class="coverage-head"><h3 id="matrix-title">{tr_view("matrix-title")}</h3></div>
            {drawn}
        </section>
    }
    .into_any()
}

fn table_view(table: &Table) -> AnyView {
    let head = |head: &Head| {
        view! { <th scope="col"><a href=table.link(&head.code, None)>{head.name.clone()}</a></th> }.into_any()
    };
    let total = |head: &Head| {
        let count = table.together.count(head.at, head.at);
        let name = tr!("matrix-total", "country" => head.name.as_str(), "count" => count);
        view! { <td class="total"><a href=table.link(&head.code, None) aria-label=name>{number(count)}</a></td> }
            .into_any()
    };
    let most = table.together.most();
    let row = |row: &Head| {
        let cells = table.columns.iter().map(|column| cell_view(table, row, column, most)).collect_view();
        view! {
            <tr>
                <th scope="row"><a href=table.link(&row.code, None)>{row.name.clone()}</a></th>
                {cells}
                {total(row)}
                <td class="total"><span>{number(table.together.partners(row.at) as f64)}</span></td>
            </tr>
        }
        .into_any()
    };
    let heads = table.columns.iter().map(head).collect_view();
    let rows = table.rows.iter().map(row).collect_view();
    let totals = table.columns.iter().map(total).collect_view();
    view! {
        <table>
            <thead>
                <tr>
                    <td></td>
                    {heads}
                    <th scope="col"><span>{tr_view("matrix-networks")}</span></th>
                    <th scope="col"><span>{tr_view("matrix-partners")}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{tr_view("matrix-networks")}</th>
                    {totals}
                    <td class="total"><a href=table.base.clone().link()>{number(table.all as f64)}</a></td>
                    <td></td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

/// How often two countries are in one network; a country and itself is no pair.
fn cell_view(table: &Table, row: &Head, column: &Head, most: u32) -> AnyView {
    if row.at == column.at {
        let words = view! { <span class="unseen">{tr_view("matrix-same")}</span> };
        return view! { <td class="same"><span><span aria-hidden="true">"–"</span>{words}</span></td> }
            .into_any();
    }
    let count = table.together.count(row.at, column.at);
    // What leads nowhere is no link.
    if count == 0 {
        return view! { <td data-depth="0"><span>{number(0)}</span></td> }.into_any();
    }
    let name =
        tr!("matrix-cell", "row" => row.name.as_str(), "column" => column.name.as_str(), "count" => count);
    let href = table.link(&row.code, Some(&column.code));
    view! { <td data-depth=depth(count, most)><a href=href aria-label=name>{number(count)}</a></td> }
        .into_any()
}
