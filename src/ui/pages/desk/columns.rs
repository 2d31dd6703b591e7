//! The second step: which column is which field, and what holds for every row.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::dataset::{ColumnSurvey, ImportOptions, OwnColumn, Survey, well_known_label};
use crate::domain::{ExpertiseBasis, FieldKind, OWN, Precision};
use crate::ui::atlas::Atlas;
use crate::ui::labels::sort_named;
use crate::ui::messages::{language, number, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::cell_steps;
use super::field_names::field_name;
use super::mapping::mapping_file;
use super::parts::{choice, ways};
use super::run::{import, look};
use super::state::{Desk, Step};

pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let columns = move || match desk.survey.get()? {
        Ok(survey) => Some(of_survey(desk, &survey)),
        Err(error) => {
            Some(view! { <p class="warning">{move || super::file::import_error(&error)}</p> }.into_any())
        }
    };
    let atlas = atlas.clone();
    let app = app();
    let go = move || import(desk, &atlas, app.now.get_untracked(), Step::Columns);
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
    let left: Vec<(String, String)> = survey
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| {
            survey.has_own && column.field.is_none() && !column.name.is_empty() && column.filled > 0
        })
        .map(|(position, column)| (column.name.clone(), free_field(survey, position, column.likely)))
        .collect();
    let left = (!left.is_empty()).then(|| {
        let names = left.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        let count = left.len() as f64;
        let sentence = move || tr!("desk-columns-left", "count" => count, "names" => names.as_str());
        let carry = move |_| {
            desk.mapping.update(|mapping| mapping.extend(left.clone()));
            look(desk, Some("desk-step".to_owned()));
        };
        view! {
            <p class="note">
                {sentence} " "
                <button type="button" class="button" on:click=carry>{tr_view("desk-columns-carry")}</button>
            </p>
        }
        .into_any()
    });
    view! { {missing} {left} <ul class="desk-columns" aria-label=tr_view("desk-columns")>{columns}</ul> }
        .into_any()
}

fn column_view(desk: Desk, survey: &Survey, position: usize, column: &ColumnSurvey) -> AnyView {
    let ColumnSurvey { name, filled, examples, field, own, likely, rival, .. } = column.clone();
    let rows = survey.rows;
    let fill =
        move || tr!("desk-column-filled", "filled" => number(filled as f64), "rows" => number(rows as f64));
    let chosen = if own.is_some() { OWN.to_owned() } else { field.unwrap_or_default() };
    let carried = own.map(|own| carry(desk, column, position, own));
    // It asks for a field that is read from another column.
    let rival = rival.map(|wanted| cell_steps::rival(desk, &name, wanted, position));
    let fields = survey.fields.clone();
    let has_own = survey.has_own;
    let free = free_field(survey, position, likely);
    // What other columns are carried as: this one can be read together with them.
    let others: Vec<(String, String)> = survey
        .columns
        .iter()
        .filter(|other| other.name != name)
        .filter_map(|other| {
            let own = other.own.as_ref().filter(|_| other.steps.join.is_none())?;
            let label = Some(own.label.clone()).filter(|label| !label.is_empty());
            let label = label.or_else(|| declared_name(desk, own)).unwrap_or_else(|| other.name.clone());
            Some((own.written(), label))
        })
        .collect();
    let options = {
        let chosen = chosen.clone();
        move || {
            let mut all = Vec::new();
            let mut fields: Vec<(String, String)> =
                fields.iter().map(|field| ((*field).to_owned(), field_name(field))).collect();
            for language in ["de", "fr", "es", "it", "pl"] {
                let path = ["summary.", language].concat();
                fields.push((path.clone(), field_name(&path)));
            }
            if !chosen.is_empty() && chosen != OWN && !fields.iter().any(|(path, _)| *path == chosen) {
                fields.push((chosen.clone(), field_name(&chosen)));
            }
            fields.extend(others.clone());
            sort_named(&mut fields, |(_, name)| name);
            if has_own {
                all.push((OWN.to_owned(), tr("desk-column-own")));
            }
            all.extend(fields);
            all
        }
    };
    let steps = (!chosen.is_empty()).then(|| cell_steps::view(desk, position, column, options.clone()));
    let options = move || {
        let mut all = options();
        all.insert(0, (String::new(), tr("desk-column-unused")));
        all
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
        let mut field = event_target_value(&event);
        if field == OWN {
            field.clone_from(&free);
        }
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
            {carried}
            {steps}
            {rival}
        </li>
    }
    .into_any()
}

/// What a mapping says to carry a column as a field of the dataset's own that no other column is.
fn free_field(survey: &Survey, position: usize, likely: FieldKind) -> String {
    let Some(mut own) = OwnColumn::of_column(&survey.columns[position].name, likely) else {
        return String::new();
    };
    let stem = own.id.to_string();
    let is_taken = |own: &OwnColumn| {
        let others = survey.columns.iter().enumerate().filter(|(other, _)| *other < position);
        let same = |column: &ColumnSurvey| {
            let would_be = || OwnColumn::of_column(&column.name, likely);
            column.own.clone().or_else(would_be).is_some_and(|other| other.id == own.id)
        };
        others.into_iter().any(|(_, column)| same(column))
    };
    let mut number = 2;
    while is_taken(&own) {
        let Ok(id) = format!("{stem}-{number}").parse() else { break };
        own.id = id;
        number += 1;
    }
    own.written()
}

/// How a column is carried that is a field of the dataset's own: what its values are, and what it is called.
fn carry(desk: Desk, column: &ColumnSurvey, position: usize, own: OwnColumn) -> AnyView {
    let name = column.name.as_str();
    let kinds = move || {
        let one = |kind: FieldKind| {
            let is_chosen = own.kind == Some(kind);
            let words = match kind {
                FieldKind::Line => "desk-own-line",
                FieldKind::Link => "desk-own-link",
                FieldKind::Number => "desk-own-number",
                FieldKind::Date => "desk-own-date",
                FieldKind::Facet => "desk-own-facet",
                FieldKind::Picture => "desk-own-picture",
            };
            view! { <option value=kind.as_str() selected=is_chosen>{tr_view(words)}</option> }.into_any()
        };
        FieldKind::ALL.map(one).collect_view()
    };
    let (kind_id, label_id) = (format!("desk-own-kind-{position}"), format!("desk-own-label-{position}"));
    let set = {
        let (column, own) = (column.clone(), own.clone());
        move |change: &dyn Fn(&mut OwnColumn), focus: &str| {
            let mut own = own.clone();
            change(&mut own);
            let column = ColumnSurvey { own: Some(own), ..column.clone() };
            desk.mapping.update(|mapping| drop(mapping.insert(column.name.clone(), column.mapped())));
            look(desk, Some(focus.to_owned()));
        }
    };
    let choose = {
        let (set, focus) = (set.clone(), kind_id.clone());
        move |event| {
            let value = event_target_value(&event);
            let kind = FieldKind::ALL.into_iter().find(|kind| kind.as_str() == value);
            set(&|own| own.kind = kind, &focus);
        }
    };
    let label = if own.label.is_empty() {
        declared_name(desk, &own).unwrap_or_else(|| name.to_owned())
    } else {
        own.label.clone()
    };
    let call = {
        let focus = label_id.clone();
        move |event| {
            let value = event_target_value(&event);
            set(&|own| value.trim().clone_into(&mut own.label), &focus);
        }
    };
    view! {
        <p class="desk-own">
            <label>{tr_view("desk-own-kind")} <select id=kind_id on:change=choose>{kinds()}</select></label>
            <label>{tr_view("desk-own-label")} <input id=label_id type="text" maxlength="200" prop:value=label on:change=call/></label>
        </p>
    }
    .into_any()
}

/// What a field is called already: by the dataset, or because it is one that many lists have.
fn declared_name(desk: Desk, own: &OwnColumn) -> Option<String> {
    let language = untrack(language);
    let known = desk.vocabularies.with_untracked(|vocabularies| {
        let field = vocabularies.fields.iter().find(|field| field.id == own.id)?;
        field.label.in_language(&language).map(|(_, label)| label.to_owned())
    });
    let well_known = || {
        let label = well_known_label(&own.id)?;
        label.in_language(&language).map(|(_, label)| label.to_owned())
    };
    known.or_else(well_known)
}

/// The fields that one value can hold for in every row, by their names in the format.
pub const DEFAULTS: [&str; 3] = ["precision", "expertise_basis", "country"];

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
        let value = move || desk.defaults.with(|all| all.get(DEFAULTS[2]).cloned().unwrap_or_default());
        let input = move |event| {
            let code = event_target_value(&event).trim().to_ascii_uppercase();
            desk.defaults.update(|all| drop(all.insert(DEFAULTS[2], code)));
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
                    {default(DEFAULTS[0], "desk-default-precision", Precision::ALL.map(precision).into())}
                    {default(DEFAULTS[1], "desk-default-basis", ExpertiseBasis::ALL.map(basis).into())}
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
        if desk.survey.with_untracked(|survey| !matches!(survey, Some(Ok(_)))) {
            return;
        }
        browser::download("mapping.json", "application/json", &mapping_file(desk));
    };
    let chosen = move |event: leptos::ev::Event| {
        let Some(file) = browser::chosen_file(&event) else { return };
        to_the_end(async move {
            let Some(brought) = browser::read_file(file).await else { return };
            match ImportOptions::default().with_mapping(&brought.name, &brought.bytes) {
                Ok(options) => {
                    desk.mapping.set(options.columns().clone());
                    desk.words().set(options.word_choices().clone());
                    desk.twins().set(options.twin_choices().clone());
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
