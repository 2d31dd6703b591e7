//! The whole app on the organisations of the desk, before anything is published. It ends with a button, or when the page is
//! loaded anew.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, CollectionRecord};
use crate::dataset::Fetched;
use crate::domain::Organisation;
use crate::explore::Index;
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::{language, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::{App, Phase, app};
use crate::ui::task::to_the_end;

use super::state::Desk;

thread_local! {
    /// What is published, while something else is tried.
    static PUBLISHED: RefCell<Option<Shared<Atlas>>> = const { RefCell::new(None) };
}

/// The way into a trial, for organisations; and the way out of one.
pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let app = app();
    if PUBLISHED.with_borrow(Option::is_some) {
        let end = move |_| {
            if let Some(published) = PUBLISHED.take() {
                app.phase.set(Phase::Ready(published));
            }
        };
        return view! {
            <p class="note">
                {tr_view("desk-trial-on")} " "
                <button type="button" class="button" on:click=end>{tr_view("desk-trial-end")}</button>
            </p>
        }
        .into_any();
    }
    let can = move || {
        let has = desk.outcome.with(|outcome| matches!(outcome, Some(Ok(_))));
        has && desk.collection.get() == Collection::Organisations && !desk.busy.get()
    };
    let atlas = atlas.clone();
    let begin = move |_| begin(desk, app, atlas.clone());
    view! {
        <p class="actions">
            <button type="button" class="button" disabled=move || !can() on:click=begin>{tr_view("desk-try")}</button>
        </p>
    }
    .into_any()
}

fn begin(desk: Desk, app: App, atlas: Shared<Atlas>) {
    let Some(Ok(outcome)) = desk.outcome.get_untracked() else { return };
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        let edition = if desk.replace.get_untracked() { &outcome.replaced } else { &outcome.appended };
        let file = Fetched::opened("organisations.json", edition.file.as_bytes());
        let vocabularies = outcome.vocabularies.clone();
        if let Ok(loaded) = Organisation::read(&file, &vocabularies) {
            let labels = Labels::new(&vocabularies, &untrack(language), app.store);
            let index = Index::build(loaded.records, &|facet, value, visit| {
                labels.visit(Collection::Organisations, facet, value, visit);
            });
            let mut trial = Atlas::clone(&atlas);
            let title = desk.title.get_untracked();
            // The name of the app says on every page what it is that one looks at.
            trial.config.title = tr!("desk-trial-title", "title" => title.as_str());
            trial.manifest.title = Some(title);
            trial.manifest.published = desk.day.get_untracked().parse().ok();
            trial.vocabularies = vocabularies;
            trial.index = Shared::new(index);
            trial.missing = None;
            trial.fault = None;
            PUBLISHED.set(Some(atlas));
            app.phase.set(Phase::Ready(Shared::new(trial)));
            app.go(Route::default());
        }
        desk.busy.set(false);
    });
}
