//! Collections that are loaded when a page first needs them; one that cannot be had leaves the others working.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::dataset::{self, DatasetError, Fetched, Loaded, Manifest, Report};
use crate::domain::{Call, PartnerRequest, Training, Vocabularies};
use crate::route::Collection;

use super::loading;
use super::messages::say;
use super::sentences;
use super::state::{App, Atlas, Shared, app};

/// The records of a collection.
pub type Records<T> = Shared<Vec<Arc<T>>>;

/// A collection, as far as it is there.
pub struct Shelf<T: Send + Sync + 'static>(RwSignal<State<T>>);

enum State<T> {
    Empty,
    Loading,
    Failed(DatasetError),
    Filled(Records<T>),
}

impl<T: Send + Sync + 'static> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Shelf<T> {}

impl<T: Send + Sync + 'static> Shelf<T> {
    fn new() -> Self {
        Self(RwSignal::new(State::Empty))
    }

    /// The records, once they are there.
    pub fn records(self) -> Option<Records<T>> {
        self.0.with(|state| match state {
            State::Filled(records) => Some(records.clone()),
            _ => None,
        })
    }

    fn failure(self) -> Option<DatasetError> {
        self.0.with(|state| match state {
            State::Failed(failure) => Some(failure.clone()),
            _ => None,
        })
    }
}

/// The collections beside the organisations, and what was read of them.
#[derive(Clone, Copy)]
pub struct Shelves {
    /// The open calls.
    pub calls: Shelf<Call>,
    /// The trainings.
    pub trainings: Shelf<Training>,
    /// The partner requests.
    pub partner_requests: Shelf<PartnerRequest>,
    /// What was read of the collections that pages have needed so far.
    pub reports: RwSignal<Vec<Report>>,
}

impl Shelves {
    /// Collections that no page has needed yet.
    pub fn new() -> Self {
        let reports = RwSignal::new(Vec::new());
        Self { calls: Shelf::new(), trainings: Shelf::new(), partner_requests: Shelf::new(), reports }
    }
}

/// A kind of record that is loaded when it is needed.
pub trait Shelved: Send + Sync + Sized + 'static {
    /// Its collection.
    const COLLECTION: Collection;
    /// Where it is kept.
    fn shelf(app: App) -> Shelf<Self>;
    /// How its file is read.
    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError>;
}

impl Shelved for Call {
    const COLLECTION: Collection = Collection::Calls;
    fn shelf(app: App) -> Shelf<Self> {
        app.shelves().calls
    }
    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_calls(file, vocabularies)
    }
}

impl Shelved for Training {
    const COLLECTION: Collection = Collection::Trainings;
    fn shelf(app: App) -> Shelf<Self> {
        app.shelves().trainings
    }
    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_trainings(file, vocabularies)
    }
}

impl Shelved for PartnerRequest {
    const COLLECTION: Collection = Collection::PartnerRequests;
    fn shelf(app: App) -> Shelf<Self> {
        app.shelves().partner_requests
    }
    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_partner_requests(file, vocabularies)
    }
}

/// Loads a collection unless it is there or on its way. A manifest that does not name it means that there is none.
pub async fn fill<T: Shelved>(app: App, atlas: &Shared<Atlas>) {
    let Shelf(state) = T::shelf(app);
    if state.with_untracked(|state| matches!(state, State::Loading | State::Filled(_))) {
        return;
    }
    let Some(name) = atlas.manifest.collections.get(T::COLLECTION.name()) else {
        state.set(State::Filled(Shared::new(Vec::new())));
        return;
    };
    state.set(State::Loading);
    let file = Manifest::resolve(&atlas.config.dataset, name);
    match loading::fetched(&file, |file| T::read(file, &atlas.vocabularies)).await {
        Ok(Loaded { records, report }) => {
            app.shelves().reports.update(|reports| reports.push(report));
            state.set(State::Filled(Shared::new(records.into_iter().map(Arc::new).collect())));
        }
        Err(failure) => state.set(State::Failed(failure)),
    }
}

/// Loads a collection beside whatever else goes on.
pub fn fill_soon<T: Shelved>(app: App, atlas: &Shared<Atlas>) {
    let atlas = atlas.clone();
    spawn_local(async move { fill::<T>(app, &atlas).await });
}

/// A page that needs a collection: drawn once it is there, with a sentence and a button where it cannot be had.
pub fn awaited<T: Shelved>(
    atlas: Shared<Atlas>,
    draw: impl Fn(Shared<Atlas>, Records<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let app = app();
    fill_soon::<T>(app, &atlas);
    let shelf = T::shelf(app);
    let again = atlas.clone();
    let fill_again = Arc::new(move || fill_soon::<T>(app, &again));
    (move || match (shelf.records(), shelf.failure()) {
        (Some(records), _) => draw(atlas.clone(), records),
        (None, Some(failure)) => failed(failure, fill_again.clone()),
        (None, None) => view! {
            <main id="main" class="loading" tabindex="-1">
                <p role="status">{say("loading-collection")}</p>
                <div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>
            </main>
        }
        .into_any(),
    })
    .into_any()
}

fn failed(failure: DatasetError, again: Arc<dyn Fn() + Send + Sync>) -> AnyView {
    view! {
        <main id="main" class="notice-page" tabindex="-1">
            <div role="alert">
                <h1>{say("data-failed-title")}</h1>
                <p>{move || sentences::dataset_error(&failure)}</p>
                <p>{say("collection-failed-others")}</p>
            </div>
            <button type="button" class="button primary" on:click=move |_| again()>{say("try-again")}</button>
        </main>
    }
    .into_any()
}
