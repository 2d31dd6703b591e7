//! The collections, each loaded when a page first needs it; one that cannot be had leaves the others working.

use std::any::Any;
use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{Collection, CollectionRecord, Visit};
use crate::dataset::{self, Config, DatasetError, Loaded, Manifest, Report};
use crate::domain::{Fact, Vocabularies};
use crate::explore::Towns;

use super::atlas::Atlas;
use super::files;
use super::shared::Shared;
use super::synonyms::KnownSynonyms;
use super::task::to_the_end;

/// The records of a collection.
pub type Records<R> = Shared<Vec<Arc<R>>>;

/// How many collections there are.
const COUNT: usize = Collection::ALL.len();

/// What has been loaded, collection by collection.
#[derive(Clone, Copy)]
pub struct Store(StoredValue<Signals>);

struct Signals {
    /// The collections', then that of the facts.
    states: [RwSignal<State>; COUNT + 1],
    reports: RwSignal<Vec<Report>>,
    synonyms: KnownSynonyms,
    map_towns: RwSignal<Shared<Towns>>,
}

/// A collection, as far as it is there.
enum State {
    Absent,
    Loading,
    Failed(DatasetError),
    Here(Here),
}

/// Records of some type.
struct Here {
    records: Arc<dyn Any + Send + Sync>,
    /// What the record with an identifier is called.
    title: fn(&dyn Any, &str) -> Option<String>,
}

impl Store {
    /// Collections that no page has needed yet.
    pub fn new() -> Self {
        Self(StoredValue::new(Signals {
            states: std::array::from_fn(|_| RwSignal::new(State::Absent)),
            reports: RwSignal::new(Vec::new()),
            synonyms: KnownSynonyms::new(),
            map_towns: RwSignal::new(Shared::new(Towns::default())),
        }))
    }

    fn state(self, collection: Collection) -> RwSignal<State> {
        self.0.with_value(|signals| signals.states[collection as usize])
    }

    /// What was read of the collections that pages have needed so far.
    pub fn reports(self) -> RwSignal<Vec<Report>> {
        self.0.with_value(|signals| signals.reports)
    }

    /// Names of one thing, once something was searched for.
    pub fn synonyms(self) -> KnownSynonyms {
        self.0.with_value(|signals| signals.synonyms)
    }

    /// The towns of the base map, once a map was drawn: to fetch it only for them would cost more than they are worth.
    pub fn map_towns(self) -> RwSignal<Shared<Towns>> {
        self.0.with_value(|signals| signals.map_towns)
    }

    /// The records, once they are there.
    pub fn records<R: CollectionRecord>(self) -> Option<Records<R>> {
        self.state(R::COLLECTION).with(|state| match state {
            State::Here(here) => here.records.clone().downcast::<Vec<Arc<R>>>().ok().map(Shared::from),
            State::Absent | State::Loading | State::Failed(_) => None,
        })
    }

    /// Why a collection could not be had.
    pub fn failure(self, collection: Collection) -> Option<DatasetError> {
        self.state(collection).with(|state| match state {
            State::Failed(failure) => Some(failure.clone()),
            State::Absent | State::Loading | State::Here(_) => None,
        })
    }

    /// What a record is called; `None` where it is not there, or not yet.
    pub fn title(self, collection: Collection, id: &str) -> Option<String> {
        self.state(collection).with(|state| match state {
            State::Here(here) => (here.title)(here.records.as_ref(), id),
            State::Absent | State::Loading | State::Failed(_) => None,
        })
    }

    /// Loads a collection unless it is there or on its way. A manifest that does not name it means that there is none.
    pub async fn load<R: CollectionRecord>(self, atlas: &Shared<Atlas>) {
        // What may yet be there is not said to be absent.
        if atlas.fault.is_some() {
            return;
        }
        let state = self.state(R::COLLECTION);
        if state.with_untracked(|state| matches!(state, State::Loading | State::Here(_))) {
            return;
        }
        state.set(State::Loading);
        match read::<R>(&atlas.config, &atlas.manifest, &atlas.vocabularies).await {
            Ok(loaded) => {
                let records = loaded.map_or_else(Vec::new, |Loaded { records, report }| {
                    self.reports().update(|reports| reports.push(report));
                    records
                });
                let records: Vec<Arc<R>> = records.into_iter().map(Arc::new).collect();
                state.set(State::Here(Here { records: Arc::new(records), title: title_of::<R> }));
            }
            Err(failure) => state.set(State::Failed(failure)),
        }
    }

    /// Loads a collection beside whatever else goes on.
    pub fn load_soon<R: CollectionRecord>(self, atlas: &Shared<Atlas>) {
        let atlas = atlas.clone();
        to_the_end(async move { self.load::<R>(&atlas).await });
    }

    /// Loads all collections in this way. The organisations are there from the start.
    pub fn load_all_soon(self, atlas: &Shared<Atlas>) {
        struct LoadSoon<'a>(Store, &'a Shared<Atlas>);
        impl Visit for LoadSoon<'_> {
            type Output = ();
            fn visit<R: CollectionRecord>(self) {
                self.0.load_soon::<R>(self.1);
            }
        }
        for collection in Collection::ALL.iter().filter(|it| **it != Collection::Organisations) {
            collection.visit(LoadSoon(self, atlas));
        }
    }
}

/// The facts, which have no list of their own: the name of their file in the manifest.
const FACTS: &str = "facts";

impl Store {
    fn facts_state(self) -> RwSignal<State> {
        self.0.with_value(|signals| signals.states[COUNT])
    }

    /// The facts, once they are there.
    pub fn facts(self) -> Option<Shared<Vec<Fact>>> {
        self.facts_state().with(|state| match state {
            State::Here(here) => here.records.clone().downcast::<Vec<Fact>>().ok().map(Shared::from),
            State::Absent | State::Loading | State::Failed(_) => None,
        })
    }

    /// Why the facts could not be had.
    pub fn facts_failure(self) -> Option<DatasetError> {
        self.facts_state().with(|state| match state {
            State::Failed(failure) => Some(failure.clone()),
            State::Absent | State::Loading | State::Here(_) => None,
        })
    }

    /// Loads the facts beside whatever else goes on, unless they are there or on their way.
    pub fn load_facts_soon(self, atlas: &Shared<Atlas>) {
        let state = self.facts_state();
        let is_there = state.with_untracked(|state| matches!(state, State::Loading | State::Here(_)));
        if is_there || atlas.fault.is_some() {
            return;
        }
        state.set(State::Loading);
        let atlas = atlas.clone();
        to_the_end(async move {
            let file = atlas.manifest.collections.get(FACTS);
            let loaded = match file.map(|name| Manifest::resolve(&atlas.config.dataset, name)) {
                Some(file) => {
                    files::fetched_with(&atlas.manifest, &file, dataset::read_facts).await.map(Some)
                }
                None => Ok(None),
            };
            match loaded {
                Ok(loaded) => {
                    let facts = loaded.map_or_else(Vec::new, |Loaded { records, report }| {
                        self.reports().update(|reports| reports.push(report));
                        records
                    });
                    state.set(State::Here(Here { records: Arc::new(facts), title: |_, _| None }));
                }
                Err(failure) => state.set(State::Failed(failure)),
            }
        });
    }
}

fn title_of<R: CollectionRecord>(records: &dyn Any, id: &str) -> Option<String> {
    let records = records.downcast_ref::<Vec<Arc<R>>>()?;
    records.iter().find(|record| record.id().as_str() == id).map(|record| record.title().to_owned())
}

/// Reads a collection's file; `None` where the dataset has none.
pub async fn read<R: CollectionRecord>(
    config: &Config,
    manifest: &Manifest,
    vocabularies: &Vocabularies,
) -> Result<Option<Loaded<R>>, DatasetError> {
    let Some(file) = Atlas::file_of(config, manifest, R::COLLECTION) else { return Ok(None) };
    let mut loaded = files::fetched_with(manifest, &file, |file| R::read(file, vocabularies)).await?;
    for record in &mut loaded.records {
        record.seen_in(manifest);
    }
    Ok(Some(loaded))
}
