//! Records of a dataset that is open are changed, one by one, and saved with the rest of the package.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::dataset::{Fetched, FindingKind, RecordField, RecordFieldKind};
use crate::explore::fold;
use crate::ui::atlas::Atlas;
use crate::ui::labels::sort_named;
use crate::ui::messages::{language, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;
use crate::ui::{files, sentences};

use super::bring::bring;
use super::edit_records::{Edited, Fault, List, Listed, Put, Take, Written};
use super::field_names::{field_name, label};
use super::file::collection_name;
use super::opened::{Change, collections};
use super::parts::{choice, text, tick};
use super::proposals;
use super::state::{Desk, Finished, Step};

/// Records of a list that are shown; the search finds the others.
const SHOWN: usize = 50;

/// The page.
pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let editing = desk.editing();
    // Something else may have been imported since.
    let all =
        editing.opened.with_untracked(|opened| opened.as_ref().map(|it| collections(it)).unwrap_or_default());
    if !all.contains(&desk.collection.get_untracked()) {
        desk.collection.set(all.first().copied().unwrap_or_default());
    }
    editing.close();
    list(desk, atlas);
    let name = move || {
        let package = editing.opened.with(|opened| opened.as_ref().and_then(|it| it.package.clone()));
        package.map_or_else(
            || tr("desk-edit-is-published"),
            |name| tr!("desk-file-here", "file" => name.as_str()),
        )
    };
    let options = move || {
        let all = editing.opened.with(|opened| opened.as_ref().map(|it| collections(it)).unwrap_or_default());
        all.into_iter().map(|it| (it.about().name.to_owned(), collection_name(it))).collect()
    };
    let choose = {
        let atlas = atlas.clone();
        move |name: String| {
            desk.collection.set(Collection::named(&name).unwrap_or_default());
            editing.wanted.set(String::new());
            list(desk, &atlas);
        }
    };
    let chosen = move || desk.collection.get().about().name.to_owned();
    let atlas = atlas.clone();
    let body = move || {
        if let Some(edited) = editing.edited.get() {
            form(desk, &edited)
        } else {
            let of_found = atlas.clone();
            let found = move || match editing.listed.get()? {
                Ok(listed) => Some(found(desk, &listed, &of_found)),
                Err(error) => {
                    let sentence = move || sentences::dataset_error(&error);
                    Some(view! { <p class="warning">{sentence}</p> }.into_any())
                }
            };
            let can = move || !desk.finished.with(BTreeMap::is_empty);
            view! {
                <div class="desk-fields">
                    {choice("desk-collection", chosen, options, choose.clone())}
                    {text("desk-edit-find", "search", editing.wanted)}
                </div>
                {proposals::view(desk, &atlas)}
                {found}
                {changed(desk)}
                {more_proposals(desk, &atlas)}
                <p class="actions">
                    <button type="button" class="button" on:click=move |_| desk.go(Step::File)>{tr_view("desk-back")}</button>
                    <button type="button" class="button primary" disabled=move || !can() on:click=move |_| desk.go(Step::Publish)>
                        {tr_view("desk-to-publish")}
                    </button>
                </p>
            }
            .into_any()
        }
    };
    view! { <p>{name}</p> {body} }.into_any()
}

/// The way to bring proposals.
fn more_proposals(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let atlas = atlas.clone();
    let chosen = move |event: leptos::ev::Event| {
        if let Some(file) = browser::chosen_file(&event) {
            bring(desk, &atlas, vec![file]);
        }
    };
    view! {
        <label class="field">
            {tr_view("desk-proposals-file")} <input type="file" accept=".json" on:change=chosen/>
        </label>
    }
    .into_any()
}

/// The records that are looked for, each a way to its fields.
fn found(desk: Desk, listed: &Arc<Listed>, atlas: &Shared<Atlas>) -> AnyView {
    let wanted = fold(&desk.editing().wanted.get());
    let fits = |(id, title): &&(String, String)| {
        wanted.is_empty() || fold(title).contains(&wanted) || fold(id).contains(&wanted)
    };
    let count = listed.records.iter().filter(fits).count();
    let one = |(id, title): &(String, String)| {
        let (atlas, of) = (atlas.clone(), id.clone());
        let take = move |_| take(desk, &atlas, &of);
        let (id, title) = (id.clone(), title.clone());
        view! {
            <li>
                <button type="button" class="linklike" on:click=take>{title}</button> " "
                <span class="quiet key">{id}</span>
            </li>
        }
        .into_any()
    };
    let records = listed.records.iter().filter(fits).take(SHOWN).map(one).collect_view();
    let (shown, all) = (count.min(SHOWN) as f64, listed.records.len() as f64);
    let note = move || tr!("desk-edit-shown", "shown" => shown, "all" => all);
    let refused = listed.refused as f64;
    let refused = (refused > 0.0).then(|| {
        view! { <p class="warning">{move || tr!("desk-edit-refused", "count" => refused)}</p> }.into_any()
    });
    view! {
        {refused}
        <p class="quiet">{note}</p>
        <ul class="desk-list" aria-label=tr_view("desk-preview")>{records}</ul>
    }
    .into_any()
}

/// What was changed so far.
fn changed(desk: Desk) -> impl IntoView {
    move || {
        let changes = desk.editing().changes.get();
        let count = changes.values().map(Vec::len).sum::<usize>() as f64;
        (count > 0.0).then(|| {
            let one = |[id, field, before, after]: &Change| {
                let field = label(desk, field);
                view! { <tr><td>{id.clone()}</td><td>{field}</td><td class="desk-value">{before.clone()}</td><td class="desk-value">{after.clone()}</td></tr> }
                    .into_any()
            };
            let rows = changes.values().flatten().map(one).collect_view();
            let heading = move || tr!("desk-edit-changes", "count" => count);
            view! {
                <details>
                    <summary>{heading}</summary>
                    <div class="desk-scroll" tabindex="0" role="group" aria-label=heading>
                        <table>
                            <thead><tr>
                                <th scope="col">{tr_view("desk-record")}</th>
                                <th scope="col">{tr_view("desk-edit-field")}</th>
                                <th scope="col">{tr_view("desk-edit-before")}</th>
                                <th scope="col">{tr_view("desk-edit-after")}</th>
                            </tr></thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                </details>
            }
            .into_any()
        })
    }
}

/// The fields of a record.
fn form(desk: Desk, edited: &Arc<Edited>) -> AnyView {
    let editing = desk.editing();
    let texts = edited.fields.iter().map(|field| RwSignal::new(field.text.clone())).collect::<Vec<_>>();
    let takes_new = RwSignal::new(false);
    let fields = edited.fields.iter().zip(&texts).map(|(field, text)| field_view(desk, edited, field, *text));
    let fields = fields.collect_view();
    let faults = move || {
        let faults = editing.faults.get();
        let is_new = faults.iter().any(|fault| matches!(fault, Fault::NoTerm { .. }));
        // Whoever means it says so; else a slip of the pen would be a term.
        let new_terms = is_new.then(|| tick("desk-edit-new-terms", takes_new));
        (!faults.is_empty()).then(|| {
            let faults = faults.into_iter().map(|fault| fault_view(desk, fault)).collect_view();
            view! {
                <div id="desk-faults" class="warning" role="alert" tabindex="-1">
                    <p>{tr_view("desk-edit-faults")}</p>
                    <ul>{faults}</ul>
                    {new_terms}
                </div>
            }
            .into_any()
        })
    };
    let save = {
        let edited = Arc::clone(edited);
        move |_| {
            let texts: Vec<String> = texts.iter().map(RwSignal::get_untracked).collect();
            save(desk, &edited, &texts, takes_new.get_untracked());
        }
    };
    let leave = move |_| {
        editing.close();
        browser::focus_soon("desk-step");
    };
    let title = edited.title.clone();
    let id = edited.id.clone();
    view! {
        <h3 id="desk-record" tabindex="-1">{title}</h3>
        <p class="quiet key">{id}</p>
        <div class="desk-fields desk-record">{fields}</div>
        {faults}
        <p class="actions">
            <button type="button" class="button" on:click=leave>{tr_view("desk-edit-leave")}</button>
            <button type="button" class="button primary" on:click=save>{tr_view("desk-edit-save")}</button>
        </p>
    }
    .into_any()
}

/// A field with its label. Of terms there is a choice beside it, by what they are called.
fn field_view(desk: Desk, edited: &Edited, field: &RecordField, text: RwSignal<String>) -> AnyView {
    let path = field.path.clone();
    let name = {
        let path = path.clone();
        move || label(desk, &path)
    };
    let input = move |event| text.set(event_target_value(&event));
    let value = move || text.get();
    let is_long = field.kind == RecordFieldKind::List
        || field.text.contains('\n')
        || ["summary.", "note", "outcome", "seeks.", "offers."].iter().any(|it| path.starts_with(it));
    let control = match field.kind {
        RecordFieldKind::Flag => {
            let option = |value: &'static str, key: &'static str| {
                let is_chosen = field.text == value;
                view! { <option value=value selected=is_chosen>{tr_view(key)}</option> }.into_any()
            };
            let options = [("", "desk-default-none"), ("true", "desk-yes"), ("false", "desk-no")];
            let options = options.map(|(value, key)| option(value, key)).collect_view();
            view! { <select on:change=input>{options}</select> }.into_any()
        }
        _ if is_long => view! { <textarea rows="3" prop:value=value on:input=input></textarea> }.into_any(),
        _ => view! { <input type="text" prop:value=value on:input=input/> }.into_any(),
    };
    let lines = (field.kind == RecordFieldKind::List)
        .then(|| view! { <span class="hint">{tr_view("desk-edit-lines")}</span> }.into_any());
    let terms = edited.terms.get(&path).filter(|terms| !terms.is_empty()).map(|terms| {
        let option = |name: &String| view! { <option>{name.clone()}</option> }.into_any();
        let options = terms.iter().map(option).collect_view();
        let add = move |event| {
            let chosen = event_target_value(&event);
            text.update(|text| {
                if !chosen.is_empty() && !text.lines().any(|line| line == chosen) {
                    let break_before = if text.trim().is_empty() { "" } else { "\n" };
                    *text = [text.trim(), break_before, &chosen].concat();
                }
            });
        };
        let name = {
            let path = path.clone();
            move || tr!("desk-edit-add-term", "field" => label(desk, &path))
        };
        view! {
            <select aria-label=name on:change=add>
                <option value="">{tr_view("desk-edit-add")}</option>
                {options}
            </select>
        }
        .into_any()
    });
    view! { <div><label class="field"><span>{name}</span> {lines} {control}</label> {terms}</div> }.into_any()
}

/// Why a value is not taken.
fn fault_view(desk: Desk, fault: Fault) -> AnyView {
    let words = move || match &fault {
        Fault::NoTerm { path, words, terms } => {
            let (field, words, terms) = (label(desk, path), words.join(", "), terms.join(", "));
            tr!("desk-edit-no-term", "field" => field, "words" => words, "terms" => terms)
        }
        Fault::Found(finding) => {
            let field = match finding.path.as_str() {
                "" => String::new(),
                // The form has both parts of it.
                "location" => ["location.lat", "location.lon"].map(field_name).join(", "),
                path => label(desk, path),
            };
            let (kind, value) = (finding.kind, finding.value.as_str());
            if kind == FindingKind::BadTerm {
                return tr!("desk-edit-bad-term", "field" => field, "value" => value);
            }
            tr!("desk-edit-fault", "field" => field, "why" => sentences::finding(kind), "value" => value)
        }
    };
    view! { <li>{words}</li> }.into_any()
}

/// The file of a collection as it is on the desk.
pub fn file_of(desk: Desk, collection: Collection) -> Option<String> {
    let name = collection.about().name;
    let finished = desk.finished.with_untracked(|all| all.get(name).map(|it| it.file.clone()));
    finished
        .or_else(|| desk.editing().in_package(collection))
        .or_else(|| desk.editing().published.with_untracked(|all| all.get(name).cloned()))
}

/// Lists the records of the collection, which is fetched where it is not here yet.
pub fn list(desk: Desk, atlas: &Shared<Atlas>) {
    let atlas = atlas.clone();
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        let collection = desk.collection.get_untracked();
        let vocabularies = desk.vocabularies.get_untracked();
        let name = collection.about().name;
        proposals::load_provenance(desk, &atlas).await;
        let listed = if let Some(text) = file_of(desk, collection) {
            collection
                .visit(List { file: &Fetched::opened(name, text.as_bytes()), vocabularies: &vocabularies })
        } else if let Some(file) = Atlas::file_of(&atlas.config, &atlas.manifest, collection) {
            let read = |file: &Fetched<'_>| {
                let listed = collection.visit(List { file, vocabularies: &vocabularies })?;
                Ok((listed, String::from_utf8_lossy(file.body).into_owned()))
            };
            files::fetched_with(&atlas.manifest, &file, read).await.map(|(listed, text)| {
                desk.editing().published.update(|all| drop(all.insert(name, text)));
                listed
            })
        } else {
            Ok(Listed { records: Vec::new(), refused: 0 })
        };
        desk.editing().listed.set(Some(listed.map(Arc::new)));
        desk.busy.set(false);
    });
}

/// Takes a record out, to be changed.
fn take(desk: Desk, atlas: &Shared<Atlas>, id: &str) {
    let collection = desk.collection.get_untracked();
    let (Some(text), vocabularies) = (file_of(desk, collection), desk.vocabularies.get_untracked()) else {
        list(desk, atlas);
        return;
    };
    let job = Take { text: &text, vocabularies: &vocabularies, id, language: &untrack(language) };
    if let Some(mut edited) = collection.visit(job) {
        edited.terms.values_mut().for_each(|terms| sort_named(terms, |name| name));
        desk.editing().faults.set(Vec::new());
        desk.editing().edited.set(Some(Arc::new(edited)));
        browser::focus_soon("desk-record");
    }
}

/// Puts a changed record back where every value of it can be read; says what cannot.
fn save(desk: Desk, edited: &Edited, texts: &[String], takes_new: bool) {
    let editing = desk.editing();
    let collection = desk.collection.get_untracked();
    let Some(text) = file_of(desk, collection) else { return };
    let name = collection.about().name;
    let changed = edited.fields.iter().zip(texts).filter(|(field, text)| field.text.trim() != text.trim());
    let with_text = |(field, text): (&RecordField, &String)| RecordField {
        path: field.path.clone(),
        kind: field.kind,
        text: text.trim().to_owned(),
    };
    let changed: Vec<RecordField> = changed.map(with_text).collect();
    let app = app();
    if changed.is_empty() {
        editing.close();
        browser::focus_soon("desk-step");
        return;
    }
    let vocabularies = desk.vocabularies.get_untracked();
    let language = untrack(language);
    let put =
        Put { text: &text, vocabularies: &vocabularies, edited, changed, takes_new, language: &language };
    match collection.visit(put) {
        Ok(Written { file, listed, before, changed, vocabularies }) => {
            let line = |field: RecordField| {
                let had = edited.before(&field.path).to_owned();
                [edited.id.clone(), field.path, had, field.text]
            };
            editing.note_changes(name, changed.into_iter().map(line).collect());
            if let Some(vocabularies) = vocabularies {
                desk.vocabularies.set(Shared::new(vocabularies));
            }
            let records = listed.records.len();
            editing.listed.set(Some(Ok(Arc::new(listed))));
            desk.finished.update(|all| {
                let begun = (!editing.is_package()).then_some(before);
                let had = all.remove(name).unwrap_or_else(|| Finished { begun, ..Finished::default() });
                all.insert(name, Finished { file, records, ..had });
            });
            editing.close();
            app.announce(tr!("desk-edit-saved", "title" => edited.title.as_str()));
            browser::focus_soon("desk-step");
        }
        Err(faults) => {
            editing.faults.set(faults);
            browser::focus_soon("desk-faults");
        }
    }
}
