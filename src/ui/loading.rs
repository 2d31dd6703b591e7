//! From nothing to an indexed dataset, step by step, saying which. It knows no pages: what the first one needs, the router
//! loads.

use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;

use leptos::prelude::*;

use crate::browser::{self, AppState};
use crate::collection::Collection;
use crate::dataset::{self, Config, DatasetError, Manifest, Report};
use crate::domain::{Organisation, TermId};
use crate::explore::Index;
use crate::route::Route;

use super::atlas::Atlas;
use super::files::{fetched, fetched_with};
use super::labels::Labels;
use super::messages;
use super::shared::Shared;
use super::state::{App, Phase, Step};
use super::store::{self, Store};
use super::task::to_the_end;

/// The settings of the deployment, in the folder of the app.
const CONFIG: &str = "config.json";

/// Loads what the page of a route cannot be drawn without.
pub type LoadFor = fn(Route, Store, Shared<Atlas>) -> Pin<Box<dyn Future<Output = ()>>>;

/// Loads everything again; the router provides it, because it alone knows what the pages need.
#[derive(Clone, Copy)]
pub struct TryAgain(pub fn(App));

/// Loads everything and sets the phase; called at the start and by the button that tries again.
pub fn load(app: App, load_for: LoadFor) {
    browser::set_app_state(AppState::Loading);
    app.phase.set(Phase::Loading(Step::Start));
    to_the_end(async move {
        let config = config().await;
        if let Ok((config, _)) = &config {
            app.open_lists(config.id.as_ref().map(TermId::as_str));
        }
        let of_deployment = config.as_ref().ok().map(|(config, _)| config.language.as_str().to_owned());
        // A screen that many people use begins with the language of its settings, not with that of its browser.
        let of_screen = config.as_ref().ok().filter(|_| browser::is_kiosk()).and_then(|(config, _)| {
            let preset = config.kiosk.preset(browser::kiosk_name().as_deref());
            preset.languages.first().map(|language| language.as_str().to_owned())
        });
        let wanted = browser::current_address().language.or(of_screen);
        let language = messages::first_language(wanted.as_deref(), of_deployment.as_deref());
        if let Err(failed) = set_locale_or_english(language).await {
            browser::report_panic(&failed.to_string());
            return;
        }
        let atlas = match config {
            Ok((config, report)) => dataset(app, config.clone(), report)
                .await
                .unwrap_or_else(|failure| Atlas::without_dataset(Some(config), failure)),
            Err(failure) => Atlas::without_dataset(None, failure),
        };
        let atlas = Shared::new(atlas);
        // An address that names no view gives the one that the dataset begins with; a kiosk begins with its preset's.
        if let Some(start) = &atlas.manifest.start
            && matches!(browser::current_address().hash.as_str(), "" | "#")
            && !browser::is_kiosk()
        {
            app.adjust(Route::of_view(start));
        }
        // What the address asks for is part of the first view.
        let route = untrack(|| app.route());
        if matches!(&route, Route::Find(params) if !params.q.trim().is_empty()) {
            app.synonyms().load().await;
        }
        load_for(route, app.store, atlas.clone()).await;
        app.phase.set(Phase::Ready(atlas));
    });
}

/// Speaks a language; English where its file cannot be had. `false` if another was chosen in the meantime.
pub async fn set_locale_or_english(language: &str) -> Result<bool, messages::LocaleFailed> {
    match messages::set_locale(language).await {
        Err(_) if language != messages::LANGUAGES[0] => messages::set_locale(messages::LANGUAGES[0]).await,
        outcome => outcome,
    }
}

async fn config() -> Result<(Config, Report), DatasetError> {
    let (mut config, report) = fetched(CONFIG, dataset::read_config).await?;
    // A page that is pinned to a day names the dataset of that day.
    config.dataset = browser::edition_file(&config.dataset);
    Ok((config, report))
}

async fn dataset(app: App, config: Config, config_report: Report) -> Result<Atlas, DatasetError> {
    app.phase.set(Phase::Loading(Step::Data));
    let (manifest, manifest_report) = fetched(&config.dataset, dataset::read_manifest).await?;
    app.kept.set(browser::is_kept_copy());
    let (vocabularies, vocabularies_report) = match &manifest.vocabularies {
        Some(name) => {
            let file = Manifest::resolve(&config.dataset, name);
            fetched_with(&manifest, &file, dataset::read_vocabularies).await?
        }
        None => Default::default(),
    };
    let loaded = store::read::<Organisation>(&config, &manifest, &vocabularies).await;
    app.phase.set(Phase::Loading(Step::Index));
    // The step is drawn before the work that keeps the page busy.
    browser::next_frame().await;
    let missing = loaded.as_ref().err().cloned();
    let labels = Labels::new(&vocabularies, &messages::language(), app.store);
    let mut reports = vec![config_report, manifest_report, vocabularies_report];
    let records = loaded.ok().flatten().map_or_else(Vec::new, |loaded| {
        reports.push(loaded.report);
        loaded.records
    });
    let index = Index::build(records, &|facet, value, visit| {
        labels.visit(Collection::Organisations, facet, value, visit);
    });
    Ok(Atlas {
        config,
        manifest,
        vocabularies,
        index: Shared::new(index),
        missing,
        reports,
        fault: None,
        towns: OnceLock::new(),
    })
}
