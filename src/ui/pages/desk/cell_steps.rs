//! What is done to the cells of a column before they are read: something taken out, a pair split, several columns joined.

use leptos::prelude::*;

use crate::dataset::{CellSteps, ColumnSurvey, OwnColumn, separator_between};
use crate::domain::{FieldKind, OWN};
use crate::ui::messages::{tr, tr_view};

use super::run::look;
use super::state::Desk;

/// Puts a changed column into the mapping and looks again; the control `focus` has the focus then.
fn change(desk: Desk, column: &ColumnSurvey, focus: String) {
    let (name, mapped) = (column.name.clone(), column.mapped());
    desk.mapping.update(|mapping| drop(mapping.insert(name, mapped)));
    look(desk, Some(focus));
}

/// The steps of a column that is read; `fields` are what the second part of a pair can be, each with its name.
pub fn view(
    desk: Desk,
    position: usize,
    column: &ColumnSurvey,
    fields: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
) -> AnyView {
    let steps = column.steps.clone();
    let is_open = !steps.is_plain();
    let column = StoredValue::new(column.clone());
    let text = move |words: &'static str,
                     id: &'static str,
                     value: Option<String>,
                     put: fn(&mut CellSteps, Option<String>)| {
        let id = format!("desk-{id}-{position}");
        let focus = id.clone();
        let set = move |event| {
            let value = event_target_value(&event);
            let mut column = column.get_value();
            put(&mut column.steps, (!value.is_empty()).then_some(value));
            if column.steps.split.is_none() {
                column.second = None;
            }
            change(desk, &column, focus.clone());
        };
        view! { <label>{tr_view(words)} <input id=id type="text" maxlength="80" prop:value=value on:change=set/></label> }
            .into_any()
    };
    let strip = text("desk-steps-strip", "strip", steps.strip.clone(), |steps, value| steps.strip = value);
    let split = text("desk-steps-split", "split", steps.split.clone(), |steps, value| steps.split = value);
    let join = steps.join.clone().map(|separator| {
        let input = text("desk-steps-join", "join", Some(separator), |steps, value| {
            steps.join = Some(value.unwrap_or_default());
        });
        let focus = format!("desk-column-{position}");
        let apart = move |_| {
            let mut column = column.get_value();
            column.steps.join = None;
            change(desk, &column, focus.clone());
        };
        view! { {input} <button type="button" class="linklike" on:click=apart>{tr_view("desk-steps-apart")}</button> }
            .into_any()
    });
    let second = steps.split.is_some().then(|| {
        let id = format!("desk-second-{position}");
        let focus = id.clone();
        let chosen = column.with_value(|column| column.second.clone()).unwrap_or_default();
        let options = move || {
            let mut all = vec![(String::new(), tr("desk-steps-values"))];
            all.extend(fields());
            if !chosen.is_empty() && !all.iter().any(|(value, _)| *value == chosen) {
                let own = OwnColumn::read(&chosen).map(|own| own.label).unwrap_or_default();
                all.push((chosen.clone(), own));
            }
            let option = |(value, text): (String, String)| {
                let is_chosen = value == chosen;
                view! { <option value=value selected=is_chosen>{text}</option> }.into_any()
            };
            all.into_iter().map(option).collect_view()
        };
        let set = move |event| {
            let value = event_target_value(&event);
            let mut column = column.get_value();
            column.second = match value.as_str() {
                "" => None,
                OWN => own_second(&column.name),
                _ => Some(value),
            };
            change(desk, &column, focus.clone());
        };
        view! { <label>{tr_view("desk-steps-second")} <select id=id on:change=set>{options}</select></label> }
            .into_any()
    });
    view! {
        <details open=is_open>
            <summary>{tr_view("desk-steps-cells")}</summary>
            <p class="quiet">{tr_view("desk-steps-note")}</p>
            <div class="desk-own">{strip} {split} {second} {join}</div>
        </details>
    }
    .into_any()
}

/// A field of its own for what stands behind.
fn own_second(name: &str) -> Option<String> {
    let label = [name, " 2"].concat();
    OwnColumn::of_column(&label, FieldKind::Line).map(|own| OwnColumn { label, ..own }.written())
}

/// The way to read a column together with the one that is read for its field already.
pub fn rival(desk: Desk, name: &str, wanted: String, position: usize) -> AnyView {
    let name = name.to_owned();
    let both = move |_| {
        let (mut steps, field) = CellSteps::read(&wanted);
        let collection = desk.collection.get_untracked().about().name;
        steps.join = Some(separator_between(collection, field).to_owned());
        let mapped = steps.written(field);
        desk.mapping.update(|mapping| drop(mapping.insert(name.clone(), mapped)));
        look(desk, Some(format!("desk-join-{position}")));
    };
    view! {
        <p class="field-error">
            {tr_view("desk-column-rival")} " "
            <button type="button" class="button" on:click=both>{tr_view("desk-steps-both")}</button>
        </p>
    }
    .into_any()
}
