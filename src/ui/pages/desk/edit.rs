//! A dataset that is there already: records of it are changed, one by one, and saved with the rest of the package.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::dataset::{
    self, DatasetError, Fetched, Finding, ImportError, Manifest, RecordField, RecordFieldKind,
};
use crate::domain::Vocabularies;
use crate::explore::fold;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;
use crate::ui::{files, sentences};

use super::bring::bring;
use super::edit_records::{Edited, List, Listed, Put, Take, Written};
use super::field_names::field_name;
use super::file::collection_name;
use super::kept::KeptDataset;
use super::parts::{choice, text};
use super::proposals::{self, LeftField, Waiting};
use super::state::{Desk, Finished, Step};

/// Records of a list that are shown; the search finds the others.
const SHOWN: usize = 50;

/// A dataset that was opened.
#[derive(Clone)]
struct Opened {
    manifest: Manifest,
    /// The name of the package; `None` for what is published here.
    package: Option<String>,
    /// The files of the package by their names, but for the manifest and the vocabularies.
    files: BTreeMap<String, String>,
}

/// What is published of where single values are from, among the published files.
pub const PROVENANCE: &str = "provenance";

/// What a change of a value says.
const CHANGE: [&str; 4] = ["record", "field", "before", "after"];
type Change = [String; CHANGE.len()];

/// What is known while records are changed.
#[derive(Clone, Copy)]
pub struct Editing {
    opened: RwSignal<Option<Arc<Opened>>>,
    /// The published files that were needed, by the names of their collections.
    pub published: RwSignal<BTreeMap<&'static str, String>>,
    /// The records of the collection.
    pub listed: RwSignal<Option<Result<Arc<Listed>, DatasetError>>>,
    /// What people propose, as long as nobody has decided.
    pub proposals: RwSignal<Waiting>,
    /// Fields of them that are not to be taken over: the list is drawn anew with every decision, the ticks stay.
    pub left: StoredValue<BTreeSet<LeftField>>,
    /// Where single values are from, once a proposal was taken over.
    pub provenance: RwSignal<Option<String>>,
    wanted: RwSignal<String>,
    edited: RwSignal<Option<Arc<Edited>>>,
    /// Why a changed record is not taken.
    faults: RwSignal<Vec<Finding>>,
    /// What was changed, collection by collection.
    changes: RwSignal<BTreeMap<&'static str, Vec<Change>>>,
}

impl Editing {
    /// Nothing is open.
    pub fn new() -> Self {
        Self {
            opened: RwSignal::new(None),
            published: RwSignal::new(BTreeMap::new()),
            listed: RwSignal::new(None),
            proposals: RwSignal::new(Waiting::default()),
            left: StoredValue::new(BTreeSet::new()),
            provenance: RwSignal::new(None),
            wanted: RwSignal::new(String::new()),
            edited: RwSignal::new(None),
            faults: RwSignal::new(Vec::new()),
            changes: RwSignal::new(BTreeMap::new()),
        }
    }

    /// Depends on all that is kept.
    pub fn track(self) {
        self.opened.track();
        self.changes.track();
        self.proposals.track();
        self.provenance.track();
    }

    /// Notes what was changed in a collection.
    pub fn note_changes(self, name: &'static str, changes: Vec<Change>) {
        self.changes.update(|all| all.entry(name).or_default().extend(changes));
    }

    /// Whether a package is open, or something was changed: what is published alone is there all the same.
    pub fn is_worth_keeping(self) -> bool {
        self.opened.with(|opened| opened.as_ref().is_some_and(|it| it.package.is_some()))
            || self.changes.with(|changes| !changes.is_empty())
            || self.proposals.with(|waiting| !waiting.is_empty())
    }

    /// What is open, as it is kept on this device.
    pub fn to_keep(self) -> Option<KeptDataset> {
        let opened = self.opened.get_untracked()?;
        let changes = self.changes.get_untracked();
        Some(KeptDataset {
            package: opened.package.clone(),
            manifest: dataset::manifest_file(&opened.manifest),
            files: opened.files.clone(),
            changes: changes.into_iter().map(|(name, changes)| (name.to_owned(), changes)).collect(),
            proposals: self.proposals.get_untracked(),
            provenance: self.provenance.get_untracked(),
        })
    }

    /// Opens what was kept. A manifest that cannot be read was not written by this app.
    pub fn restore(self, kept: KeptDataset) {
        let manifest = dataset::read_manifest(&Fetched::opened("atlas.json", kept.manifest.as_bytes()));
        let Ok((manifest, _)) = manifest else { return };
        let named = |(name, changes): (String, Vec<Change>)| {
            Collection::named(&name).map(|collection| (collection.about().name, changes))
        };
        self.opened.set(Some(Arc::new(Opened { manifest, package: kept.package, files: kept.files })));
        self.changes.set(kept.changes.into_iter().filter_map(named).collect());
        self.proposals.set(kept.proposals);
        self.provenance.set(kept.provenance);
    }

    /// Closes what is open.
    pub fn clear(self) {
        self.opened.set(None);
        self.published.set(BTreeMap::new());
        self.listed.set(None);
        self.edited.set(None);
        self.faults.set(Vec::new());
        self.changes.set(BTreeMap::new());
        self.proposals.set(Waiting::default());
        self.left.set_value(BTreeSet::new());
        self.provenance.set(None);
    }

    /// Whether a dataset is open.
    pub fn is_open(self) -> bool {
        self.opened.with_untracked(Option::is_some)
    }

    /// Whether it is a package.
    pub fn is_package(self) -> bool {
        self.opened.with_untracked(|opened| opened.as_ref().is_some_and(|it| it.package.is_some()))
    }

    /// The manifest and the files of a package that is open.
    pub fn package(self) -> Option<(Manifest, BTreeMap<String, String>)> {
        let opened = self.opened.get_untracked().filter(|opened| opened.package.is_some())?;
        Some((opened.manifest.clone(), opened.files.clone()))
    }

    /// What was changed by hand, with names: a table for each collection, which says it again years later.
    pub fn changes_files(self) -> Vec<(String, String)> {
        let one = |(name, changes): (&&str, &Vec<Change>)| {
            (format!("changes-{name}.csv"), dataset::csv(&CHANGE, changes))
        };
        self.changes.with_untracked(|all| all.iter().map(one).collect())
    }

    /// The file of a collection in a package that is open.
    pub fn in_package(self, collection: Collection) -> Option<String> {
        let (manifest, files) = self.package()?;
        files.get(manifest.collections.get(collection.about().name)?).cloned()
    }
}

/// Opens a package: the names and texts of its files.
pub fn open_package(desk: Desk, name: String, files: Vec<(String, String)>) {
    match opened(name, files) {
        Ok((opened, vocabularies)) => {
            desk.title.set(opened.manifest.title.clone().unwrap_or_default());
            desk.vocabularies.set(Shared::new(vocabularies));
            desk.finished.set(BTreeMap::new());
            open(desk, opened);
        }
        Err(error) => desk.survey.set(Some(Err(ImportError::Unreadable(error)))),
    }
}

fn opened(name: String, files: Vec<(String, String)>) -> Result<(Opened, Vocabularies), DatasetError> {
    let mut files: BTreeMap<String, String> = files.into_iter().collect();
    let manifest = files.remove("atlas.json").unwrap_or_default();
    let (manifest, _) = dataset::read_manifest(&Fetched::opened("atlas.json", manifest.as_bytes()))?;
    let vocabularies = manifest.vocabularies.as_ref().and_then(|name| files.remove_entry(name));
    let vocabularies = match vocabularies {
        Some((name, text)) => dataset::read_vocabularies(&Fetched::opened(&name, text.as_bytes()))?.0,
        None => Vocabularies::default(),
    };
    Ok((Opened { manifest, package: Some(name), files }, vocabularies))
}

fn open(desk: Desk, opened: Opened) {
    let editing = desk.editing();
    let first = collections(&opened).into_iter().next().unwrap_or_default();
    editing.opened.set(Some(Arc::new(opened)));
    editing.published.set(BTreeMap::new());
    editing.changes.set(BTreeMap::new());
    editing.proposals.set(Waiting::default());
    editing.left.set_value(BTreeSet::new());
    editing.provenance.set(None);
    desk.clear_file();
    desk.collection.set(first);
    close(desk);
    editing.listed.set(None);
    desk.go(Step::Edit);
}

/// The collections that a dataset names.
fn collections(opened: &Opened) -> Vec<Collection> {
    let named = opened.manifest.collections.keys().filter_map(|name| Collection::named(name));
    let named: BTreeSet<&str> = named.map(|collection| collection.about().name).collect();
    let is_there = |collection: &&Collection| {
        // A manifest without organisations is taken to mean the usual file beside it.
        named.contains(collection.about().name)
            || (opened.package.is_none() && **collection == Collection::Organisations)
    };
    Collection::ALL.iter().filter(is_there).copied().collect()
}

/// Puts the record that is being changed away.
fn close(desk: Desk) {
    desk.editing().edited.set(None);
    desk.editing().faults.set(Vec::new());
}

/// Opens what is published.
pub fn open_published(desk: Desk, manifest: Manifest) {
    open(desk, Opened { manifest, package: None, files: BTreeMap::new() });
}

/// The ways to records that are there already.
pub fn ways_in(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let is_published = atlas.fault.is_none();
    let manifest = StoredValue::new(atlas.manifest.clone());
    let published = move |_| open_published(desk, manifest.get_value());
    let again = move || {
        desk.editing().opened.with(Option::is_some).then(|| {
            view! { <button type="button" class="button" on:click=move |_| desk.go(Step::Edit)>{tr_view("desk-edit-again")}</button> }
                .into_any()
        })
    };
    let published = is_published.then(|| {
        view! { <button type="button" class="button" on:click=published>{tr_view("desk-edit-published")}</button> }
            .into_any()
    });
    view! {
        <section aria-labelledby="desk-edit-title">
            <h3 id="desk-edit-title">{tr_view("desk-edit-title")}</h3>
            <p class="quiet">{tr_view("desk-edit-ways")}</p>
            <p class="actions">{published} {again}</p>
        </section>
    }
    .into_any()
}

/// The page.
pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let editing = desk.editing();
    // Something else may have been imported since.
    let all =
        editing.opened.with_untracked(|opened| opened.as_ref().map(|it| collections(it)).unwrap_or_default());
    if !all.contains(&desk.collection.get_untracked()) {
        desk.collection.set(all.first().copied().unwrap_or_default());
    }
    close(desk);
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
                let field = label(field);
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

/// What a field is called; elements of a list are counted from one.
fn label(path: &str) -> String {
    let Some((list, rest)) = path.split_once('[') else { return field_name(path) };
    let (place, member) = rest.split_once(']').unwrap_or((rest, ""));
    let place = place.parse::<usize>().unwrap_or_default() + 1;
    let member = member.trim_start_matches('.').replace('_', " ");
    [&field_name(list), " ", &number(place as f64), ": ", &member].concat()
}

/// The fields of a record.
fn form(desk: Desk, edited: &Arc<Edited>) -> AnyView {
    let editing = desk.editing();
    let texts: Vec<String> = edited.fields.iter().map(|field| field.text.clone()).collect();
    let texts = StoredValue::new(texts);
    let fields = edited.fields.iter().enumerate().map(|(at, field)| {
        let path = field.path.clone();
        let name = move || label(&path);
        let input = move |event| texts.update_value(|texts| texts[at] = event_target_value(&event));
        let text = field.text.clone();
        let is_long = field.kind == RecordFieldKind::List
            || text.contains('\n')
            || ["summary.", "note", "outcome", "seeks.", "offers."]
                .iter()
                .any(|it| field.path.starts_with(it));
        let control = match field.kind {
            RecordFieldKind::Flag => {
                let option = |value: &'static str, key: &'static str| {
                    let is_chosen = text == value;
                    view! { <option value=value selected=is_chosen>{tr_view(key)}</option> }.into_any()
                };
                let options = [("", "desk-default-none"), ("true", "desk-yes"), ("false", "desk-no")];
                let options = options.map(|(value, key)| option(value, key)).collect_view();
                view! { <select on:change=input>{options}</select> }.into_any()
            }
            _ if is_long => {
                view! { <textarea rows="3" prop:value=text on:input=input></textarea> }.into_any()
            }
            _ => view! { <input type="text" prop:value=text on:input=input/> }.into_any(),
        };
        let lines = (field.kind == RecordFieldKind::List)
            .then(|| view! { <span class="hint">{tr_view("desk-edit-lines")}</span> }.into_any());
        view! { <label class="field"><span>{name}</span> {lines} {control}</label> }.into_any()
    });
    let fields = fields.collect_view();
    let faults = move || {
        let faults = editing.faults.get();
        let one = |finding: Finding| {
            let Finding { path, kind, value, .. } = finding;
            let words = move || {
                let field = match path.as_str() {
                    "" => String::new(),
                    // The form has both parts of it.
                    "location" => ["location.lat", "location.lon"].map(field_name).join(", "),
                    path => label(path),
                };
                tr!("desk-edit-fault", "field" => field, "why" => sentences::finding(kind), "value" => value.as_str())
            };
            view! { <li>{words}</li> }.into_any()
        };
        (!faults.is_empty()).then(|| {
            let faults = faults.into_iter().map(one).collect_view();
            view! {
                <div id="desk-faults" class="warning" role="alert" tabindex="-1">
                    <p>{tr_view("desk-edit-faults")}</p>
                    <ul>{faults}</ul>
                </div>
            }
            .into_any()
        })
    };
    let save = {
        let edited = Arc::clone(edited);
        move |_| save(desk, &edited, &texts.get_value())
    };
    let leave = move |_| {
        close(desk);
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
    let job = Take { text: &text, vocabularies: &vocabularies, id };
    if let Some(edited) = collection.visit(job) {
        desk.editing().faults.set(Vec::new());
        desk.editing().edited.set(Some(Arc::new(edited)));
        browser::focus_soon("desk-record");
    }
}

/// Puts a changed record back where every value of it can be read; says what cannot.
fn save(desk: Desk, edited: &Edited, texts: &[String]) {
    let collection = desk.collection.get_untracked();
    let Some(text) = file_of(desk, collection) else { return };
    let name = collection.about().name;
    let vocabularies = desk.vocabularies.get_untracked();
    let changed = edited.fields.iter().zip(texts).filter(|(field, text)| field.text.trim() != text.trim());
    let changed: Vec<(&RecordField, &String)> = changed.collect();
    let app = app();
    if changed.is_empty() {
        close(desk);
        browser::focus_soon("desk-step");
        return;
    }
    let with_text = |(field, text): &(&RecordField, &String)| RecordField {
        path: field.path.clone(),
        kind: field.kind,
        text: (*text).clone(),
    };
    let values: Vec<RecordField> = changed.iter().map(with_text).collect();
    let job = Put { text: &text, vocabularies: &vocabularies, id: &edited.id, changed: &values };
    match collection.visit(job) {
        Ok(Written { file, listed, before }) => {
            let editing = desk.editing();
            let line = |(field, text): &(&RecordField, &String)| {
                [edited.id.clone(), field.path.clone(), field.text.clone(), text.trim().to_owned()]
            };
            editing.note_changes(name, changed.iter().map(line).collect());
            let records = listed.records.len();
            editing.listed.set(Some(Ok(Arc::new(listed))));
            desk.finished.update(|all| {
                let begun = (!editing.is_package()).then_some(before);
                let had = all.remove(name).unwrap_or_else(|| Finished { begun, ..Finished::default() });
                all.insert(name, Finished { file, records, ..had });
            });
            close(desk);
            app.announce(tr!("desk-edit-saved", "title" => edited.title.as_str()));
            browser::focus_soon("desk-step");
        }
        Err(faults) => {
            desk.editing().faults.set(faults);
            browser::focus_soon("desk-faults");
        }
    }
}
