//! The whole app on what is on the desk, before anything is published: every collection that is ready, and the one that is being
//! worked on. It ends with a button, or when the page is loaded anew.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, CollectionRecord, Visit};
use crate::dataset::Fetched;
use crate::domain::{Organisation, Vocabularies};
use crate::explore::Index;
use crate::route::{FindParams, Route};
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::{language, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::{App, Bar, Phase, app};
use crate::ui::task::to_the_end;

use super::packing;
use super::state::Desk;

thread_local! {
    /// What is published, while something else is tried.
    static PUBLISHED: RefCell<Option<Shared<Atlas>>> = const { RefCell::new(None) };
}

/// What every page says while something is tried, with the ways out.
fn bar() -> AnyView {
    let app = app();
    let Bar(shown) = expect_context();
    let end = move |_| {
        if let Some(published) = PUBLISHED.take() {
            shown.set(None);
            forget_all(app);
            app.phase.set(Phase::Ready(published));
        }
    };
    view! {
        <aside class="warning">
            <p>
                {tr_view("desk-trial-on")} " "
                <a class="button" href=Route::Desk.to_hash()>{tr_view("desk-trial-desk")}</a> " "
                <button type="button" class="button" on:click=end>{tr_view("desk-trial-end")}</button>
            </p>
        </aside>
    }
    .into_any()
}

/// The way into a trial; while there is one the ways out are on every page.
pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let app = app();
    if PUBLISHED.with_borrow(Option::is_some) {
        return ().into_any();
    }
    let can = move || {
        let has = desk.outcome.with(|outcome| matches!(outcome, Some(Ok(_))));
        (has || desk.finished.with(|finished| !finished.is_empty())) && !desk.busy.get()
    };
    let atlas = atlas.clone();
    let shown = expect_context::<Bar>();
    let begin = move |_| begin(desk, app, shown, atlas.clone());
    view! {
        <p class="actions">
            <button type="button" class="button" disabled=move || !can() on:click=begin>{tr_view("desk-try")}</button>
        </p>
    }
    .into_any()
}

/// Forgets the records of all collections but the organisations, which are not in the store: each is loaded when it is needed.
fn forget_all(app: App) {
    for collection in Collection::ALL.iter().filter(|it| **it != Collection::Organisations) {
        app.store.forget(*collection);
    }
}

/// The files of the collections that are tried.
fn files(desk: Desk) -> BTreeMap<&'static str, String> {
    let finished = desk.finished.get_untracked();
    let mut files: BTreeMap<_, _> = finished.into_iter().map(|(name, it)| (name, it.file)).collect();
    if let Some(Ok(outcome)) = desk.outcome.get_untracked() {
        let edition = if desk.replace.get_untracked() { &outcome.replaced } else { &outcome.appended };
        files.insert(desk.collection.get_untracked().about().name, edition.file.clone());
    }
    files
}

/// Puts the records of a file where pages look for those of its collection.
struct Put<'a> {
    app: App,
    text: &'a str,
    vocabularies: &'a Vocabularies,
}

impl Visit for Put<'_> {
    type Output = ();

    fn visit<R: CollectionRecord>(self) {
        let file = Fetched::opened(R::COLLECTION.about().name, self.text.as_bytes());
        if let Ok(loaded) = R::read(&file, self.vocabularies) {
            self.app.store.put::<R>(loaded.records.into_iter().map(Arc::new).collect());
        }
    }
}

fn begin(desk: Desk, app: App, Bar(shown): Bar, atlas: Shared<Atlas>) {
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        let files = files(desk);
        let vocabularies = match desk.outcome.get_untracked() {
            Some(Ok(outcome)) => outcome.vocabularies.clone(),
            Some(Err(_)) | None => Vocabularies::clone(&desk.vocabularies.get_untracked()),
        };
        let mut trial = Atlas::clone(&atlas);
        let title = desk.title.get_untracked();
        // The name of the app says on every page what it is that one looks at.
        trial.config.title = tr!("desk-trial-title", "title" => title.as_str());
        trial.manifest.title = Some(title);
        trial.manifest.published = desk.day.get_untracked().parse().ok();
        if !desk.keep_others.get_untracked() {
            trial.manifest.collections.clear();
        }
        forget_all(app);
        for (name, text) in &files {
            trial.manifest.collections.insert((*name).to_owned(), [name, ".json"].concat());
            let others = Collection::named(name).filter(|it| *it != Collection::Organisations);
            if let Some(collection) = others {
                collection.visit(Put { app, text, vocabularies: &vocabularies });
            }
            browser::wait(0).await;
        }
        if let Some(text) = files.get(Collection::Organisations.about().name) {
            let file = Fetched::opened("organisations.json", text.as_bytes());
            if let Ok(loaded) = Organisation::read(&file, &vocabularies) {
                let labels = Labels::new(&vocabularies, &untrack(language), app.store);
                let index = Index::build(loaded.records, &|facet, value, visit| {
                    labels.visit(Collection::Organisations, facet, value, visit);
                });
                trial.index = Shared::new(index);
                trial.missing = None;
                trial.fault = None;
            }
        }
        trial.vocabularies = vocabularies;
        PUBLISHED.set(Some(atlas));
        shown.set(Some(bar));
        app.phase.set(Phase::Ready(Shared::new(trial)));
        let wanted = packing::start(desk).map(|view| Route::of_view(&view));
        app.go(wanted.unwrap_or_else(|| start(&files)));
        desk.busy.set(false);
    });
}

/// Where a trial begins: with the organisations, else with the list of what is tried.
fn start(files: &BTreeMap<&'static str, String>) -> Route {
    let is_tried = |collection: &&Collection| files.contains_key(collection.about().name);
    let first = Collection::ALL.iter().find(is_tried).filter(|it| **it != Collection::Organisations);
    first.map_or_else(Route::default, |collection| Route::Find(Box::new(FindParams::of(*collection))))
}
