//! From nothing to an indexed dataset, step by step, saying which.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, AppState, FetchFailed, Response};
use crate::dataset::{self, BaseMap, Config, DatasetError, Fetched, Manifest, Report};
use crate::explore::Index;
use crate::route::Collection;

use super::chunks;
use super::labels::Labels;
use super::messages;
use super::state::{App, Atlas, Phase, Shared};

/// What the app is busy with at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its own texts and settings.
    Start,
    /// Fetching the dataset.
    Data,
    /// Reading and indexing it.
    Index,
}

/// Why there is nothing to show.
pub type Failure = DatasetError;

/// The settings of the deployment, in the folder of the app.
const CONFIG: &str = "config.json";

/// Loads everything and sets the phase; called at the start and by the button that tries again.
pub fn load(app: App) {
    browser::set_app_state(AppState::Loading);
    app.phase.set(Phase::Loading(Step::Start));
    spawn_local(async move {
        let config = config().await;
        let of_deployment = config.as_ref().ok().map(|(config, _)| config.language.as_str().to_owned());
        let wanted = browser::current_address().language;
        let language = messages::first_language(wanted.as_deref(), of_deployment.as_deref());
        if let Err(failed) = speak_or_english(language).await {
            browser::report_panic(&failed.to_string());
            return;
        }
        let loaded = async { dataset(app, config?).await }.await;
        match loaded {
            Ok(atlas) => {
                let atlas = Shared::new(atlas);
                // What the address asks for is part of the first view.
                chunks::fill_for(&untrack(|| app.route()), app, &atlas).await;
                app.phase.set(Phase::Ready(atlas));
            }
            Err(failure) => {
                browser::set_app_state(AppState::Failed);
                app.phase.set(Phase::Failed(failure));
            }
        }
    });
}

/// Speaks a language; English where its file cannot be had. `false` if another was chosen in the meantime.
pub async fn speak_or_english(language: &str) -> Result<bool, messages::LocaleFailed> {
    match messages::speak(language).await {
        Err(_) if language != messages::LANGUAGES[0] => messages::speak(messages::LANGUAGES[0]).await,
        spoken => spoken,
    }
}

async fn config() -> Result<(Config, Report), DatasetError> {
    fetched(CONFIG, dataset::read_config).await
}

async fn dataset(app: App, (config, config_report): (Config, Report)) -> Result<Atlas, DatasetError> {
    app.phase.set(Phase::Loading(Step::Data));
    let (manifest, manifest_report) = fetched(&config.dataset, dataset::read_manifest).await?;
    let (vocabularies, vocabularies_report) = match &manifest.vocabularies {
        Some(name) => fetched(&Manifest::resolve(&config.dataset, name), dataset::read_vocabularies).await?,
        None => Default::default(),
    };
    let organisations = fetch(&organisations_file(&config, &manifest)).await;
    app.phase.set(Phase::Loading(Step::Index));
    // The step is drawn before the work that keeps the page busy.
    browser::next_frame().await;
    let loaded = answer(&organisations, |file| dataset::read_organisations(file, &vocabularies));
    let missing = loaded.as_ref().err().cloned();
    let labels = Labels::new(&vocabularies, &messages::language());
    let mut reports = vec![config_report, manifest_report, vocabularies_report];
    let records = loaded.map_or_else(
        |_| Vec::new(),
        |loaded| {
            reports.push(loaded.report);
            loaded.records
        },
    );
    let index = Index::build(records, &|facet, value, visit| {
        labels.visit(Collection::Organisations, facet, value, visit);
    });
    Ok(Atlas { config, manifest, vocabularies, index: Shared::new(index), missing, reports })
}

/// The address of the organisations; a manifest that names none is taken to mean the usual file beside it.
fn organisations_file(config: &Config, manifest: &Manifest) -> String {
    let name = manifest.collections.get("organisations").map_or("organisations.json", String::as_str);
    Manifest::resolve(&config.dataset, name)
}

type Answer = (String, Result<Response, FetchFailed>);

fn fetch(file: &str) -> impl Future<Output = Answer> {
    let file = file.to_owned();
    async move {
        let response = browser::get(&file).await;
        (file, response)
    }
}

/// Fetches a file of the dataset and reads it.
pub async fn fetched<T>(
    file: &str,
    read: impl FnOnce(&Fetched<'_>) -> Result<T, DatasetError>,
) -> Result<T, DatasetError> {
    answer(&fetch(file).await, read)
}

fn answer<T>(
    (file, response): &Answer,
    read: impl FnOnce(&Fetched<'_>) -> Result<T, DatasetError>,
) -> Result<T, DatasetError> {
    match response {
        Ok(response) => read(&Fetched {
            file,
            status: response.status,
            content_type: response.content_type.as_deref(),
            body: &response.body,
        }),
        Err(FetchFailed { .. }) => Err(DatasetError::Unreachable { file: file.clone() }),
    }
}

/// The base map and its place names, in the folder of the app. Without the names there is still a map.
pub async fn base_map() -> Result<BaseMap, DatasetError> {
    let land = fetch("basemap/land.json").await;
    let places = fetch("basemap/places.json").await;
    answer(&land, |land| match answer(&places, |places| dataset::read_base_map(land, Some(places))) {
        Ok(base) => Ok(base),
        Err(_) => dataset::read_base_map(land, None),
    })
}
