//! The first step: a file, and what is in it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::dataset::{FileKind, ForeignKind, ImportError, Survey};
use crate::ui::atlas::Atlas;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::sentences;
use crate::ui::shared::Shared;

use super::bring::bring;
use super::parts::{choice, ways};
use super::run::look;
use super::state::{Desk, Step};

pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let collections = || {
        let named = |collection: &Collection| {
            let about = collection.about();
            (about.name.to_owned(), collection_name(*collection))
        };
        Collection::ALL.iter().map(named).collect()
    };
    let choose = move |name: String| {
        desk.collection.set(Collection::named(&name).unwrap_or_default());
        desk.told().set(true);
        desk.mapping.set(BTreeMap::new());
        look(desk, None);
    };
    let collection = move || desk.collection.get().about().name.to_owned();
    let published = StoredValue::new(atlas.clone());
    let chosen = move |event: leptos::ev::Event| {
        let files = browser::chosen_files(&event);
        if !files.is_empty() {
            published.with_value(|atlas| bring(desk, atlas, files));
        }
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        let files = browser::dropped_files(&event);
        if !files.is_empty() {
            published.with_value(|atlas| bring(desk, atlas, files));
        }
    };
    let over = |event: leptos::ev::DragEvent| event.prevent_default();
    let name = move || {
        desk.file.with(|file| file.as_ref().map(|file| tr!("desk-file-here", "file" => file.name.as_str())))
    };
    let unread =
        move || desk.unread.get().then(|| view! { <p class="warning">{tr_view("desk-file-unread")}</p> });
    let found = move || match desk.survey.get()? {
        Ok(survey) => Some(surveyed(desk, &survey)),
        Err(error) => Some(view! { <p class="warning">{move || import_error(&error)}</p> }.into_any()),
    };
    let can = move || desk.survey.with(|survey| matches!(survey, Some(Ok(_))));
    view! {
        <div class="desk-fields">
            {choice("desk-collection", collection, collections, choose)}
            <div class="desk-drop" on:dragover=over on:drop=dropped>
                <label class="field">
                    {tr_view("desk-file")} <input type="file" multiple accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt,.json,.geojson,.zip" on:change=chosen/>
                </label>
                <p class="quiet">{tr_view("desk-file-note")}</p>
                <p>{name}</p>
            </div>
        </div>
        {unread}
        {super::queue::view(desk, atlas)}
        {found}
        {super::opened::ways_in(desk, atlas)}
        {ways(desk, "desk-to-columns", can, move || desk.go(Step::Columns))}
    }
    .into_any()
}

/// What a collection is called: the mapping tool has another name than what is on its map.
pub fn collection_name(collection: Collection) -> String {
    tr(if collection == Collection::Organisations {
        "figure-organisations"
    } else {
        collection.about().words.navigation
    })
}

fn surveyed(desk: Desk, survey: &Survey) -> AnyView {
    let Survey { kind, rows, .. } = *survey;
    let sheets = survey.sheets.len();
    let said = move || match kind {
        FileKind::Excel | FileKind::OldExcel => tr!("desk-kind-excel", "sheets" => sheets as f64),
        FileKind::OpenDocument => tr!("desk-kind-opendocument", "sheets" => sheets as f64),
        FileKind::Delimited => tr("desk-kind-delimited"),
        FileKind::JsonList => tr("desk-kind-json"),
        FileKind::GeoJson => tr("desk-kind-geojson"),
    };
    let below = move || tr!("desk-rows", "rows" => number(rows as f64));
    let sheet = (sheets > 1).then(|| {
        let names: Vec<(String, usize)> = survey.sheets.clone();
        let chosen = names[survey.sheet].0.clone();
        let options = move || {
            let option = |(name, rows): &(String, usize)| {
                (name.clone(), tr!("desk-sheet-rows", "sheet" => name.as_str(), "rows" => *rows as f64))
            };
            names.iter().map(option).collect()
        };
        let choose = move |name| {
            desk.chosen.update(|chosen| {
                chosen.sheet = Some(name);
                chosen.header_row = None;
            });
            desk.forget_corrections();
            look(desk, Some("desk-sheet".to_owned()));
        };
        choice("desk-sheet", move || chosen.clone(), options, choose)
    });
    let is_table = !matches!(kind, FileKind::JsonList | FileKind::GeoJson);
    let header = is_table.then(|| {
        let (top, row) = (survey.top.clone(), survey.header_row);
        let options = move || {
            let option = |(number, cells): &(usize, Vec<String>)| {
                let filled = cells.iter().filter(|cell| !cell.is_empty()).take(6);
                let cells = filled.map(String::as_str).collect::<Vec<_>>().join(" · ");
                let cells = cells.as_str();
                (number.to_string(), tr!("desk-row-cells", "row" => number.to_string(), "cells" => cells))
            };
            top.iter().map(option).collect()
        };
        let choose = move |row: String| {
            desk.chosen.update(|chosen| chosen.header_row = row.parse().ok());
            look(desk, Some("desk-header".to_owned()));
        };
        choice("desk-header", move || row.to_string(), options, choose)
    });
    let encoding = (!survey.encodings.is_empty()).then(|| encodings(desk, survey));
    view! {
        <p>{said} " " {below}</p>
        <div class="desk-fields">{sheet} {header} {encoding}</div>
    }
    .into_any()
}

/// The encodings, each with how the words that tell them apart read in it.
fn encodings(desk: Desk, survey: &Survey) -> AnyView {
    let (present, samples) = survey.encodings[0].clone();
    if samples.is_empty() {
        return view! { <p class="quiet">{tr_view("desk-encoding-plain")}</p> }.into_any();
    }
    let all = survey.encodings.clone();
    let options = move || {
        let option = |(name, samples): &(&'static str, Vec<String>)| {
            let words = samples.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" · ");
            ((*name).to_owned(), [*name, ": ", &words].concat())
        };
        all.iter().map(option).collect()
    };
    let choose = move |name| {
        desk.chosen.update(|chosen| chosen.encoding = Some(name));
        look(desk, Some("desk-encoding".to_owned()));
    };
    view! {
        <div>
            {choice("desk-encoding", move || present.to_owned(), options, choose)}
            <p class="quiet">{tr_view("desk-encoding-note")}</p>
            <ul class="desk-samples" aria-label=tr_view("desk-encoding-words")>
                {samples.into_iter().map(|word| view! { <li>{word}</li> }.into_any()).collect_view()}
            </ul>
        </div>
    }
    .into_any()
}

/// Why a file cannot be imported, and what to do.
pub fn import_error(error: &ImportError) -> String {
    let list = |names: &[String]| names.join(", ");
    match error {
        ImportError::Empty { file } => tr!("desk-error-empty", "file" => file.as_str()),
        ImportError::NoColumn { file, missing, found } => tr!(
            "desk-error-no-column",
            "file" => file.as_str(),
            "missing" => super::field_names::field_name(missing),
            "found" => list(found),
        ),
        ImportError::TooLarge { file, bytes, limit } => tr!(
            "error-too-large",
            "file" => file.as_str(),
            "size" => number((*bytes as f64 / 1e6).round()),
            "limit" => number((*limit as f64 / 1e6).round()),
        ),
        ImportError::NotAnObject { file } => tr!("desk-error-mapping-file", "file" => file.as_str()),
        ImportError::NoField { field, value, allowed, .. } => tr!(
            "desk-error-default",
            "field" => field.as_str(),
            "value" => value.as_str(),
            "allowed" => list(allowed),
        ),
        ImportError::OtherKind { file, kind } => {
            let file = file.as_str();
            match kind {
                ForeignKind::Pdf => tr!("desk-error-pdf", "file" => file),
                ForeignKind::Document => tr!("desk-error-document", "file" => file),
                ForeignKind::Presentation => tr!("desk-error-presentation", "file" => file),
                ForeignKind::Archive => tr!("desk-error-archive", "file" => file),
                ForeignKind::WebPage => tr!("desk-error-web-page", "file" => file),
                ForeignKind::Xml => tr!("desk-error-xml", "file" => file),
                ForeignKind::Picture => tr!("desk-error-picture", "file" => file),
                ForeignKind::OldOffice | ForeignKind::Damaged => tr!("desk-error-locked", "file" => file),
                ForeignKind::Binary => tr!("desk-error-binary", "file" => file),
            }
        }
        ImportError::NoSheet { file, sheet, .. } => {
            tr!("desk-error-no-sheet", "file" => file.as_str(), "sheet" => sheet.as_str())
        }
        ImportError::Mapping { columns, fields, .. } => {
            tr!("desk-error-mapping", "names" => list(&[&columns[..], &fields[..]].concat()))
        }
        ImportError::Stopped => tr("desk-stopped"),
        ImportError::NoEncoding { name } => tr!("desk-error-encoding", "name" => name.as_str()),
        ImportError::Unreadable(error) => sentences::dataset_error(error),
    }
}
