//! A row of the file is corrected where the report names it, and everything is read again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::dataset::{FileKind, row_cells};
use crate::ui::atlas::Atlas;
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
