//! Pages that need a collection.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::CollectionRecord;
use crate::dataset::DatasetError;

use super::atlas::Atlas;
use super::messages::tr_view;
use super::sentences;
use super::shared::Shared;
use super::state::app;
use super::store::Records;

/// A page that needs a collection: drawn once it is there, with a sentence and a button where it cannot be had.
pub fn with_collection<R: CollectionRecord>(
    atlas: Shared<Atlas>,
    draw: impl Fn(Shared<Atlas>, Records<R>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let store = app().store;
    store.load_soon::<R>(&atlas);
    let again = atlas.clone();
    let load_again = Arc::new(move || store.load_soon::<R>(&again));
    (move || match (store.records::<R>(), store.failure(R::COLLECTION)) {
        (Some(records), _) => draw(atlas.clone(), records),
        (None, Some(failure)) => failed(failure, load_again.clone()),
        (None, None) => view! {
            <main id="main" class="loading" tabindex="-1">
                <p role="status">{tr_view("loading-collection")}</p>
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
                <h1>{tr_view("data-failed-title")}</h1>
                <p>{move || sentences::dataset_error(&failure)}</p>
                <p>{tr_view("collection-failed-others")}</p>
            </div>
            <button type="button" class="button primary" on:click=move |_| again()>{tr_view("try-again")}</button>
        </main>
    }
    .into_any()
}
