//! A row of the file is corrected where the report names it, and everything is read again.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::dataset::{FileKind, Finding, Severity, row_cells};
use crate::domain::Instant;
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::run::import;
use super::state::{Desk, Mending, Step};

/// Whether rows of the file can be corrected here: tables can; of a list, the file is what is edited.
pub fn can_mend(desk: Desk) -> bool {
    desk.survey.with_untracked(|survey| match survey {
        Some(Ok(survey)) => !matches!(survey.kind, FileKind::JsonList | FileKind::GeoJson),
        _ => false,
    })
}

/// The number of a row, as the way to correct it.
pub fn way(desk: Desk, row: usize) -> AnyView {
    let name = move || tr!("desk-mend-row", "row" => row.to_string());
    view! { <button type="button" class="linklike" aria-label=name on:click=move |_| take(desk, row)>{row.to_string()}</button> }
        .into_any()
}

/// Values of a column that are offered to be corrected at once, the most frequent first.
const IN_BULK: usize = 5;

/// For values that several rows have in one column: one choice corrects all of them. `proposed` has for rows the codes of the
/// countries that they may lie in.
pub fn in_bulk(
    desk: Desk,
    atlas: &Shared<Atlas>,
    findings: &[&Finding],
    columns: &BTreeMap<String, String>,
    proposed: &BTreeMap<usize, Vec<String>>,
) -> Option<AnyView> {
    let mut groups: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.row > 0) {
        // A value of a list is a part of its cell only; a longer one is not there as a whole.
        let is_cell = !finding.path.contains('[') && finding.value.chars().count() < 80;
        // Of what is refused a country can be the same for many, a name or identifier cannot.
        let can_be = match finding.severity {
            Severity::Refused => finding.path == "country",
            Severity::Dropped => !finding.value.is_empty() && finding.path != "location",
            Severity::Noted => false,
        };
        if let Some(column) = columns.get(&finding.path).filter(|_| is_cell && can_be) {
            groups.entry((column, &finding.value)).or_default().push(finding.row);
        }
    }
    // A lone row has its own form, and a button where there is something to propose.
    let is_offered = |rows: &[usize]| rows.len() > 1 || rows.iter().any(|row| proposed.contains_key(row));
    let mut groups: Vec<_> = groups.into_iter().filter(|(_, rows)| is_offered(rows)).collect();
    groups.sort_by_key(|(_, rows)| Reverse(rows.len()));
    let groups: Vec<AnyView> = groups
        .into_iter()
        .take(IN_BULK)
        .map(|((column, value), rows)| {
            // The countries that most of the rows may lie in.
            let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
            for code in rows.iter().filter_map(|row| proposed.get(row)).flatten() {
                *codes.entry(code).or_default() += 1;
            }
            let mut codes: Vec<(&str, usize)> = codes.into_iter().collect();
            codes.sort_by_key(|(_, count)| Reverse(*count));
            let codes = codes.into_iter().take(PROPOSED).map(|(code, _)| code.to_owned()).collect();
            let same = Same { column: column.to_owned(), value: value.to_owned(), rows };
            same_value(desk, atlas, &Arc::new(same), codes)
        })
        .collect();
    (!groups.is_empty()).then(|| groups.collect_view().into_any())
}

/// Countries that are proposed for a value.
const PROPOSED: usize = 3;

/// A value that several rows have in one column.
struct Same {
    column: String,
    value: String,
    rows: Vec<usize>,
}

/// What a value is in all rows that have it.
fn same_value(desk: Desk, atlas: &Shared<Atlas>, same: &Arc<Same>, codes: Vec<String>) -> AnyView {
    let (atlas, now) = (atlas.clone(), app().now.get_untracked());
    let correct = {
        let same = Arc::clone(same);
        move |text: String| correct(desk, &atlas, now, &same, text.trim())
    };
    let typed = RwSignal::new(String::new());
    let name = {
        let same = Arc::clone(same);
        let count = same.rows.len() as f64;
        let row = same.rows.first().map(usize::to_string).unwrap_or_default();
        move || {
            let (column, value) = (same.column.as_str(), same.value.as_str());
            if value.is_empty() {
                tr!("desk-mend-empty", "count" => count, "row" => row.as_str(), "column" => column)
            } else {
                tr!("desk-mend-all", "count" => count, "row" => row.as_str(), "column" => column, "value" => value)
            }
        }
    };
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let proposals = codes.into_iter().map(|code| {
        let (correct, name) = (correct.clone(), code.clone());
        let press = move |_| correct(code.clone());
        view! { <button type="button" class="button" on:click=press>{move || labels.with(|labels| labels.of("country", &name))}</button> " " }
            .into_any()
    });
    let proposals = proposals.collect_view();
    let input = move |event| typed.set(event_target_value(&event));
    let press = move |_| correct(typed.get_untracked());
    let is_nothing = move || typed.with(|text| text.trim().is_empty());
    view! {
        <div class="desk-same">
            <label class="field"><span>{name}</span> <input type="text" prop:value=move || typed.get() on:input=input/></label>
            <p class="actions">
                {proposals}
                <button type="button" class="button" disabled=is_nothing on:click=press>{tr_view("desk-mend-again")}</button>
            </p>
        </div>
    }
    .into_any()
}

/// Exchanges latitude and longitude in all rows where the mirror of the point lies in the country: nobody does it unasked.
pub fn swap(
    desk: Desk,
    atlas: &Shared<Atlas>,
    findings: &[&Finding],
    columns: &BTreeMap<String, String>,
) -> Option<AnyView> {
    let [lat, lon] = ["location.lat", "location.lon"].map(|path| columns.get(path).cloned());
    let (lat, lon) = (lat?, lon?);
    let pairs: Vec<(usize, String, String)> = findings
        .iter()
        .filter(|finding| finding.row > 0)
        .filter_map(|finding| {
            let (lat, lon) = finding.value.split_once(", ")?;
            Some((finding.row, lat.to_owned(), lon.to_owned()))
        })
        .collect();
    let count = pairs.len() as f64;
    let first = pairs.first()?.0;
    let (atlas, now) = (atlas.clone(), app().now.get_untracked());
    let press = move |_| {
        let Some(file) = desk.file.get_untracked() else { return };
        let collection = desk.collection.get_untracked().about().name;
        let cells = row_cells(&file.name, &file.bytes, &desk.options(), collection, first);
        let cells = cells.unwrap_or_default();
        let at = |wanted: &String| cells.iter().position(|(name, _)| name == wanted);
        let (Some(lat_at), Some(lon_at)) = (at(&lat), at(&lon)) else { return };
        desk.mend().corrections.update(|corrections| {
            for (row, lat, lon) in &pairs {
                corrections.insert((*row, lat_at), lon.clone());
                corrections.insert((*row, lon_at), lat.clone());
            }
        });
        import(desk, &atlas, now, Step::Twins);
    };
    let words = move || tr!("desk-mend-swap", "count" => count);
    Some(
        view! { <p class="actions"><button type="button" class="button" on:click=press>{words}</button></p> }
            .into_any(),
    )
}

/// Corrects a value in all rows that have it, and reads everything again.
fn correct(desk: Desk, atlas: &Shared<Atlas>, now: Instant, same: &Same, text: &str) {
    let Some(file) = desk.file.get_untracked() else { return };
    let Some(first) = same.rows.first() else { return };
    let collection = desk.collection.get_untracked().about().name;
    let cells = row_cells(&file.name, &file.bytes, &desk.options(), collection, *first).unwrap_or_default();
    let is_it = |(name, cell): &(String, String)| *name == same.column && cell.trim() == same.value.trim();
    let Some(at) = cells.iter().position(is_it) else {
        // The cell has more in it than the value.
        take(desk, *first);
        return;
    };
    desk.mend().corrections.update(|corrections| {
        corrections.extend(same.rows.iter().map(|row| ((*row, at), text.to_owned())));
    });
    desk.mend().row.set(None);
    import(desk, atlas, now, Step::Twins);
}

fn take(desk: Desk, row: usize) {
    let Some(file) = desk.file.get_untracked() else { return };
    let collection = desk.collection.get_untracked().about().name;
    let cells = row_cells(&file.name, &file.bytes, &desk.options(), collection, row);
    desk.mend().row.set(cells.map(|cells| Arc::new(Mending { row, cells })));
    browser::focus_soon("desk-mend");
}

/// The row that is being corrected.
pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> impl IntoView + use<> {
    let atlas = atlas.clone();
    move || desk.mend().row.get().map(|mending| form(desk, &mending, &atlas))
}

fn form(desk: Desk, mending: &Arc<Mending>, atlas: &Shared<Atlas>) -> AnyView {
    let row = mending.row;
    let texts: Vec<String> = mending.cells.iter().map(|(_, text)| text.clone()).collect();
    let texts = StoredValue::new(texts);
    let cells = mending.cells.iter().enumerate().filter(|(_, (name, _))| !name.is_empty());
    let cells = cells.map(|(at, (name, text))| {
        let input = move |event| texts.update_value(|texts| texts[at] = event_target_value(&event));
        let (name, text) = (name.clone(), text.clone());
        // A cell of several lines would lose them in a field of one.
        let control = if text.contains('\n') {
            view! { <textarea rows="3" prop:value=text on:input=input></textarea> }.into_any()
        } else {
            view! { <input type="text" prop:value=text on:input=input/> }.into_any()
        };
        view! { <label class="field"><span>{name}</span> {control}</label> }.into_any()
    });
    let cells = cells.collect_view();
    let read_again = {
        let (mending, atlas, now) = (Arc::clone(mending), atlas.clone(), app().now.get_untracked());
        move |_| {
            desk.mend().corrections.update(|corrections| {
                for (at, ((_, before), text)) in mending.cells.iter().zip(texts.get_value()).enumerate() {
                    if *before != text {
                        corrections.insert((row, at), text);
                    }
                }
            });
            desk.mend().row.set(None);
            import(desk, &atlas, now, Step::Twins);
        }
    };
    let leave = move |_| {
        desk.mend().row.set(None);
        browser::focus_soon("desk-step");
    };
    view! {
        <section class="desk-mend" aria-labelledby="desk-mend">
            <h3 id="desk-mend" tabindex="-1">{move || tr!("desk-mend-row", "row" => row.to_string())}</h3>
            <p class="quiet">{tr_view("desk-mend-note")}</p>
            <div class="desk-fields desk-record">{cells}</div>
            <p class="actions">
                <button type="button" class="button" on:click=leave>{tr_view("desk-edit-leave")}</button>
                <button type="button" class="button primary" on:click=read_again>{tr_view("desk-mend-again")}</button>
            </p>
        </section>
    }
    .into_any()
}
