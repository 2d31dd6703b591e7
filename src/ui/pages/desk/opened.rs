//! A dataset that is there already is opened: what is published here, or a package of the desk. What is known of it while its
//! records are changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::Collection;
use crate::dataset::{self, DatasetError, Fetched, ImportError, Manifest};
use crate::domain::Vocabularies;
use crate::ui::atlas::Atlas;
use crate::ui::messages::tr_view;
use crate::ui::shared::Shared;

use super::edit_records::{Edited, Fault, Listed};
use super::kept::KeptDataset;
use super::proposals::{LeftField, Waiting};
use super::state::{Desk, Step};

/// A dataset that was opened.
#[derive(Clone)]
pub(super) struct Opened {
    manifest: Manifest,
    /// The name of the package; `None` for what is published here.
    pub(super) package: Option<String>,
    /// The files of the package by their names, but for the manifest and the vocabularies.
    files: BTreeMap<String, String>,
}

/// What is published of where single values are from, among the published files.
pub const PROVENANCE: &str = "provenance";

/// What a change of a value says.
const CHANGE: [&str; 4] = ["record", "field", "before", "after"];
pub type Change = [String; CHANGE.len()];

/// What is known while records are changed.
#[derive(Clone, Copy)]
pub struct Editing {
    pub(super) opened: RwSignal<Option<Arc<Opened>>>,
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
    /// What is looked for in the list.
    pub wanted: RwSignal<String>,
    /// The record that is being changed.
    pub(super) edited: RwSignal<Option<Arc<Edited>>>,
    /// Why a changed record is not taken.
    pub(super) faults: RwSignal<Vec<Fault>>,
    /// What was changed, collection by collection.
    pub changes: RwSignal<BTreeMap<&'static str, Vec<Change>>>,
}

impl Editing {
    /// Puts the record that is being changed away.
    pub fn close(self) {
        self.edited.set(None);
        self.faults.set(Vec::new());
    }

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
        self.close();
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

    /// Whether a package is open that does not name a collection.
    pub fn lacks(self, collection: Collection) -> bool {
        let name = collection.about().name;
        self.package().is_some_and(|(manifest, _)| !manifest.collections.contains_key(name))
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
    editing.close();
    editing.listed.set(None);
    desk.go(Step::Edit);
}

/// The collections that a dataset names.
pub(super) fn collections(opened: &Opened) -> Vec<Collection> {
    let named = opened.manifest.collections.keys().filter_map(|name| Collection::named(name));
    let named: BTreeSet<&str> = named.map(|collection| collection.about().name).collect();
    let is_there = |collection: &&Collection| {
        // A manifest without organisations is taken to mean the usual file beside it.
        named.contains(collection.about().name)
            || (opened.package.is_none() && **collection == Collection::Organisations)
    };
    Collection::ALL.iter().filter(is_there).copied().collect()
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
