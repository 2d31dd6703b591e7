//! The collections, each loaded when a page first needs it; one that cannot be had leaves the others working.

use std::any::Any;
use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{Collection, CollectionRecord, Visit};
use crate::dataset::{self, Config, DatasetError, Fetched, Loaded, Manifest, Report};
use crate::domain::{Fact, Instant, OrganisationFact, Provenance, Vocabularies};

use super::atlas::Atlas;
use super::files;
use super::shared::Shared;
use super::synonyms::KnownSynonyms;
use super::task::to_the_end;
use super::towns::KnownTowns;

/// The records of a collection.
pub type Records<R> = Shared<Vec<Arc<R>>>;

/// A record's identifier and title.
pub type Named = (String, String);

/// How many collections there are.
const COUNT: usize = Collection::ALL.len();

/// What has been loaded, collection by collection.
#[derive(Clone, Copy)]
pub struct Store(StoredValue<Signals>);

struct Signals {
    /// The collections', then those of the files without a list of their own.
    states: [RwSignal<State>; COUNT + 3],
    reports: RwSignal<Vec<Report>>,
    synonyms: KnownSynonyms,
    towns: KnownTowns,
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
    /// Where the record with an identifier stands at a moment.
    status: fn(&dyn Any, &str, Instant) -> Option<&'static str>,
    /// The records that name one of a collection: identifiers and titles.
    naming: fn(&dyn Any, Collection, &str) -> Vec<Named>,
}

impl Store {
    /// Collections that no page has needed yet.
    pub fn new() -> Self {
        Self(StoredValue::new(Signals {
            states: std::array::from_fn(|_| RwSignal::new(State::Absent)),
            reports: RwSignal::new(Vec::new()),
            synonyms: KnownSynonyms::new(),
            towns: KnownTowns::new(),
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

    /// Larger towns, whether or not there is a record in them, once a place was asked for.
    pub fn towns(self) -> KnownTowns {
        self.0.with_value(|signals| signals.towns)
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

    /// Where a record stands at a moment; `None` where it is not there, or not yet, or does not change.
    pub fn status(self, collection: Collection, id: &str, now: Instant) -> Option<&'static str> {
        self.state(collection).with(|state| match state {
            State::Here(here) => (here.status)(here.records.as_ref(), id, now),
            State::Absent | State::Loading | State::Failed(_) => None,
        })
    }

    /// The records of a collection that name one of another: identifiers and titles. None where it is not there, or not yet.
    pub fn naming(self, collection: Collection, of: Collection, id: &str) -> Vec<Named> {
        self.state(collection).with(|state| match state {
            State::Here(here) => (here.naming)(here.records.as_ref(), of, id),
            State::Absent | State::Loading | State::Failed(_) => Vec::new(),
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
                self.put(records);
            }
            Err(failure) => state.set(State::Failed(failure)),
        }
    }

    /// Has records in place of what is published, until they are forgotten.
    pub fn put<R: CollectionRecord>(self, records: Vec<Arc<R>>) {
        self.state(R::COLLECTION).set(State::Here(Here {
            records: Arc::new(records),
            title: title_of::<R>,
            status: status_of::<R>,
            naming: naming::<R>,
        }));
    }

    /// Forgets the records of a collection: the next page that needs them loads them.
    pub fn forget(self, collection: Collection) {
        self.state(collection).set(State::Absent);
    }

    /// Loads a collection beside whatever else goes on.
    pub fn load_soon<R: CollectionRecord>(self, atlas: &Shared<Atlas>) {
        let atlas = atlas.clone();
        to_the_end(async move { self.load::<R>(&atlas).await });
    }

    /// Loads all collections in this way. The organisations are there from the start.
    pub fn load_all_soon(self, atlas: &Shared<Atlas>) {
        for collection in Collection::ALL.iter().filter(|it| **it != Collection::Organisations) {
            self.load_one_soon(*collection, atlas);
        }
    }

    /// The same for a collection that is known by its name alone; not for the organisations.
    pub fn load_one_soon(self, collection: Collection, atlas: &Shared<Atlas>) {
        struct LoadSoon<'a>(Store, &'a Shared<Atlas>);
        impl Visit for LoadSoon<'_> {
            type Output = ();
            fn visit<R: CollectionRecord>(self) {
                self.0.load_soon::<R>(self.1);
            }
        }
        collection.visit(LoadSoon(self, atlas));
    }
}

/// What sources state, which has no list of its own.
pub trait Stated: Sized + Send + Sync + 'static {
    /// The name of its file in the manifest.
    const FILE: &'static str;
    /// Where its state stands behind those of the collections.
    const AT: usize;
    /// Reads its file.
    fn read(file: &Fetched<'_>, atlas: &Atlas) -> Result<Loaded<Self>, DatasetError>;
}

impl Stated for Fact {
    const FILE: &'static str = "facts";
    const AT: usize = COUNT;
    fn read(file: &Fetched<'_>, _atlas: &Atlas) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_facts(file)
    }
}

impl Stated for OrganisationFact {
    const FILE: &'static str = "organisation_facts";
    const AT: usize = COUNT + 1;
    fn read(file: &Fetched<'_>, atlas: &Atlas) -> Result<Loaded<Self>, DatasetError> {
        // Where the organisations could not be had, nobody can say which are missing.
        let knows = |id: &str| atlas.missing.is_some() || atlas.organisation(id).is_some();
        dataset::read_organisation_facts(file, &knows)
    }
}

impl Stated for Provenance {
    const FILE: &'static str = "provenance";
    const AT: usize = COUNT + 2;
    fn read(file: &Fetched<'_>, _atlas: &Atlas) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_provenance(file)
    }
}

impl Store {
    fn stated_state<F: Stated>(self) -> RwSignal<State> {
        self.0.with_value(|signals| signals.states[F::AT])
    }

    /// What sources state, once it is there.
    pub fn stated<F: Stated>(self) -> Option<Shared<Vec<F>>> {
        self.stated_state::<F>().with(|state| match state {
            State::Here(here) => here.records.clone().downcast::<Vec<F>>().ok().map(Shared::from),
            State::Absent | State::Loading | State::Failed(_) => None,
        })
    }

    /// Why it could not be had.
    pub fn stated_failure<F: Stated>(self) -> Option<DatasetError> {
        self.stated_state::<F>().with(|state| match state {
            State::Failed(failure) => Some(failure.clone()),
            State::Absent | State::Loading | State::Here(_) => None,
        })
    }

    /// Loads it beside whatever else goes on, unless it is there or on its way.
    pub fn load_stated_soon<F: Stated>(self, atlas: &Shared<Atlas>) {
        let state = self.stated_state::<F>();
        let is_there = state.with_untracked(|state| matches!(state, State::Loading | State::Here(_)));
        if is_there || atlas.fault.is_some() {
            return;
        }
        state.set(State::Loading);
        let atlas = atlas.clone();
        to_the_end(async move {
            let file = atlas.manifest.collections.get(F::FILE);
            let loaded = match file.map(|name| Manifest::resolve(&atlas.config.dataset, name)) {
                Some(file) => {
                    files::fetched_with(&atlas.manifest, &file, |file| F::read(file, &atlas)).await.map(Some)
                }
                None => Ok(None),
            };
            match loaded {
                Ok(loaded) => {
                    let facts = loaded.map_or_else(Vec::new, |Loaded { records, report }| {
                        self.reports().update(|reports| reports.push(report));
                        records
                    });
                    state.set(State::Here(Here {
                        records: Arc::new(facts),
                        title: |_, _| None,
                        status: |_, _, _| None,
                        naming: |_, _, _| Vec::new(),
                    }));
                }
                Err(failure) => state.set(State::Failed(failure)),
            }
        });
    }
}

fn found<'a, R: CollectionRecord>(records: &'a dyn Any, id: &str) -> Option<&'a R> {
    let records = records.downcast_ref::<Vec<Arc<R>>>()?;
    records.iter().find(|record| record.id().as_str() == id).map(Arc::as_ref)
}

fn title_of<R: CollectionRecord>(records: &dyn Any, id: &str) -> Option<String> {
    found::<R>(records, id).map(|record| record.title().to_owned())
}

fn status_of<R: CollectionRecord>(records: &dyn Any, id: &str, now: Instant) -> Option<&'static str> {
    found::<R>(records, id)?.status_at(now)
}

fn naming<R: CollectionRecord>(records: &dyn Any, of: Collection, id: &str) -> Vec<Named> {
    let Some(records) = records.downcast_ref::<Vec<Arc<R>>>() else { return Vec::new() };
    let found = records.iter().filter(|record| record.names(of, id));
    found.map(|record| (record.id().as_str().to_owned(), record.title().to_owned())).collect()
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
