//! The second step: which column is which field, and what holds for every row.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::dataset::{ColumnSurvey, ImportOptions, Survey};
use crate::domain::{ExpertiseBasis, Precision};
use crate::ui::atlas::Atlas;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::field_names::field_name;
use super::parts::{choice, ways};
use super::run::{import, look, mapping_file};
use super::state::Desk;

pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let columns = move || match desk.survey.get()? {
        Ok(survey) => Some(of_survey(desk, &survey)),
        Err(error) => {
            Some(view! { <p class="warning">{move || super::file::import_error(&error)}</p> }.into_any())
        }
    };
    let atlas = atlas.clone();
    let app = app();
    let go = move || import(desk, &atlas, app.now.get_untracked());
    let can = move || desk.survey.with(|survey| matches!(survey, Some(Ok(_))));
    view! {
        <p>{tr_view("desk-columns-note")}</p>
        {columns}
        {every_row(desk)}
        {saved_mapping(desk)}
        {ways(desk, "desk-to-report", can, go)}
    }
    .into_any()
}

fn of_survey(desk: Desk, survey: &Arc<Survey>) -> AnyView {
    let lacks = !survey.columns.iter().any(|column| column.field.as_deref() == Some(survey.required));
    let required = survey.required;
    let missing = lacks.then(|| {
        let sentence = move || tr!("desk-columns-missing", "field" => field_name(required));
        view! { <p class="warning">{sentence}</p> }.into_any()
    });
    let one = |(position, column): (usize, &ColumnSurvey)| column_view(desk, survey, position, column);
    let columns = survey.columns.iter().enumerate().map(one).collect_view();
    view! { {missing} <ul class="desk-columns" aria-label=tr_view("desk-columns")>{columns}</ul> }.into_any()
}

fn column_view(desk: Desk, survey: &Survey, position: usize, column: &ColumnSurvey) -> AnyView {
    let ColumnSurvey { name, filled, examples, field } = column.clone();
    let rows = survey.rows;
    let fill =
        move || tr!("desk-column-filled", "filled" => number(filled as f64), "rows" => number(rows as f64));
    let chosen = field.unwrap_or_default();
    // Somebody chose a field for it that is read from another column.
    let wanted = desk.mapping.with_untracked(|mapping| mapping.get(&name).cloned()).unwrap_or_default();
    let is_rival = !wanted.is_empty() && chosen.is_empty();
    let rival =
        is_rival.then(|| view! { <p class="field-error">{tr_view("desk-column-rival")}</p> }.into_any());
    let fields = survey.fields.clone();
    let options = {
        let chosen = chosen.clone();
        move || {
            let mut all = vec![(String::new(), tr("desk-column-unused"))];
            let mut fields: Vec<(String, String)> =
                fields.iter().map(|field| ((*field).to_owned(), field_name(field))).collect();
            for language in ["de", "fr", "es", "it", "pl"] {
                let path = ["summary.", language].concat();
                fields.push((path.clone(), field_name(&path)));
            }
            if !chosen.is_empty() && !fields.iter().any(|(path, _)| *path == chosen) {
                fields.push((chosen.clone(), field_name(&chosen)));
            }
            fields.sort_by_key(|(_, name)| crate::explore::fold(name));
            all.extend(fields);
            all
        }
    };
    let options = move || {
        let option = |(value, text): (String, String)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{text}</option> }.into_any()
        };
        options().into_iter().map(option).collect_view()
    };
    let shown = if name.is_empty() { "—".to_owned() } else { name.clone() };
    let has_name = !name.is_empty();
    let id = format!("desk-column-{position}");
    let select = id.clone();
    let change = move |event| {
        let field = event_target_value(&event);
        desk.mapping.update(|mapping| drop(mapping.insert(name.clone(), field)));
        look(desk, Some(id.clone()));
    };
    view! {
        <li>
            <label>
                <b>{shown}</b>
                <select id=select disabled=!has_name on:change=change>{options}</select>
            </label>
            <p class="quiet">{fill}</p>
            <p class="desk-examples">{examples.join(" · ")}</p>
            {rival}
        </li>
    }
    .into_any()
}

/// What holds for every organisation; other collections have nothing of the kind.
fn every_row(desk: Desk) -> AnyView {
    let default =
        move |name: &'static str, words: &'static str, values: Vec<(&'static str, &'static str)>| {
            let chosen = move || desk.defaults.with(|all| all.get(name).cloned().unwrap_or_default());
            let options = move || {
                let mut all = vec![(String::new(), tr("desk-default-none"))];
                all.extend(values.iter().map(|(value, words)| ((*value).to_owned(), tr(words))));
                all
            };
            let choose = move |value| desk.defaults.update(|all| drop(all.insert(name, value)));
            choice(words, chosen, options, choose)
        };
    let precision = |precision: Precision| {
        let words = match precision {
            Precision::Exact => "desk-precision-exact",
            Precision::Street => "desk-precision-street",
            Precision::City => "desk-precision-city",
            Precision::Region => "desk-precision-region",
        };
        (precision.as_str(), words)
    };
    let basis = |basis: ExpertiseBasis| {
        let words = match basis {
            ExpertiseBasis::Declared => "desk-basis-declared",
            ExpertiseBasis::Inferred => "desk-basis-inferred",
        };
        (basis.as_str(), words)
    };
    let country = move || {
        let value = move || desk.defaults.with(|all| all.get("country").cloned().unwrap_or_default());
        let input = move |event| {
            let code = event_target_value(&event).trim().to_ascii_uppercase();
            desk.defaults.update(|all| drop(all.insert("country", code)));
        };
        view! {
            <label class="field">
                {tr_view("desk-default-country")}
                <input type="text" maxlength="2" prop:value=value on:change=input/>
            </label>
        }
        .into_any()
    };
    (move || {
        (desk.collection.get() == Collection::Organisations).then(|| {
            view! {
                <fieldset class="desk-fields">
                    <legend>{tr_view("desk-defaults")}</legend>
                    {default("precision", "desk-default-precision", Precision::ALL.map(precision).into())}
                    {default("expertise_basis", "desk-default-basis", ExpertiseBasis::ALL.map(basis).into())}
                    {country()}
                </fieldset>
            }
        })
    })
    .into_any()
}

/// A mapping as a file, to be used again next time.
fn saved_mapping(desk: Desk) -> AnyView {
    let fault = RwSignal::new(None::<String>);
    let save = move |_| {
        let mapping: BTreeMap<String, String> = match desk.survey.get_untracked() {
            Some(Ok(survey)) => {
                let named =
                    |column: &ColumnSurvey| (column.name.clone(), column.field.clone().unwrap_or_default());
                survey.columns.iter().filter(|column| !column.name.is_empty()).map(named).collect()
            }
            _ => return,
        };
        browser::download("mapping.json", "application/json", &mapping_file(&mapping));
    };
    let chosen = move |event: leptos::ev::Event| {
        let Some(file) = browser::chosen_file(&event) else { return };
        to_the_end(async move {
            let Some(brought) = browser::read_file(file).await else { return };
            match ImportOptions::default().with_mapping(&brought.name, &brought.bytes) {
                Ok(options) => {
                    desk.mapping.set(options.columns().clone());
                    let _ = fault.try_set(None);
                    look(desk, None);
                }
                Err(error) => drop(fault.try_set(Some(super::file::import_error(&error)))),
            }
        });
    };
    view! {
        <details>
            <summary>{tr_view("desk-mapping")}</summary>
            <p>{tr_view("desk-mapping-note")}</p>
            <p class="actions"><button type="button" class="button" on:click=save>{tr_view("desk-mapping-save")}</button></p>
            <label class="field">{tr_view("desk-mapping-load")} <input type="file" accept=".json,.csv" on:change=chosen/></label>
            {move || fault.get().map(|text| view! { <p class="warning">{text}</p> })}
        </details>
    }
    .into_any()
}
