//! Pages that count across collections: countries, figures, themes.

mod charts;
mod compare;
mod countries;
mod country;
mod facts;
mod figures;
mod focus;
mod lists;
mod map;
mod policies;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, CollectionRecord, Network, Policy, Visit};
use crate::domain::{Call, CountryCode, Day, Event, Fact, Instant};
use crate::explore::FacetId;
use crate::landscape::{Given, Landscape};
use crate::route::{FindParams, LandscapeParams, Route};
use crate::ui::atlas::Atlas;
use crate::ui::components::AtNotice;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::sentences;
use crate::ui::shared::Shared;
use crate::ui::state::{App, app};
use crate::ui::store::Store;

pub use countries::CountriesPage;
pub use country::CountryPage;
pub use figures::FiguresPage;
pub use focus::{FocusPage, theme_name};

/// What a page that counts has to hand: the collections as far as they are there, counted at the moment of viewing.
#[derive(Clone, Copy)]
struct Counting {
    app: App,
    atlas: StoredValue<Shared<Atlas>>,
    /// What the address asks for.
    params: Memo<LandscapeParams>,
    /// The figures; another value only where some figure has changed, so that nothing is drawn anew each minute.
    landscape: Memo<Arc<Landscape>>,
    labels: Memo<Shared<Labels>>,
    /// Whether everything has been loaded, or has failed.
    settled: Memo<bool>,
}

impl Counting {
    /// Begins to load all collections, and counts what is there.
    fn new(atlas: &Shared<Atlas>) -> Self {
        let app = app();
        let store = app.store;
        app.store.load_all_soon(atlas);
        store.load_stated_soon::<Fact>(atlas);
        let params = Memo::new(move |before: Option<&LandscapeParams>| match app.route() {
            Route::Landscape(params) => *params,
            // The page is about to go.
            _ => before.cloned().unwrap_or_default(),
        });
        let at = Memo::new(move |_| params.with(|params| params.at));
        let counted = atlas.clone();
        let landscape = Memo::new(move |_| {
            let now = at.get().map_or_else(|| app.now.get(), Instant::start_of);
            let (calls, events) = (store.records::<Call>(), store.records::<Event>());
            let (networks, policies) = (store.records::<Network>(), store.records::<Policy>());
            let facts = store.stated::<Fact>();
            Arc::new(Landscape::new(&Given {
                organisations: counted.index.records(),
                calls: calls.as_ref().map(|all| all.as_slice()),
                events: events.as_ref().map(|all| all.as_slice()),
                networks: networks.as_ref().map(|all| all.as_slice()),
                policies: policies.as_ref().map(|all| all.as_slice()),
                facts: facts.as_ref().map(|all| all.as_slice()),
                vocabularies: &counted.vocabularies,
                now,
            }))
        });
        let settled = Memo::new(move |_| {
            let all = Collection::ALL.iter().all(|collection| collection.visit(IsSettled(store)));
            all && (store.stated::<Fact>().is_some() || store.stated_failure::<Fact>().is_some())
        });
        let labels = expect_context::<Memo<Shared<Labels>>>();
        Self { app, atlas: StoredValue::new(atlas.clone()), params, landscape, labels, settled }
    }

    /// The moment of viewing, as it is now.
    fn now(self) -> Instant {
        self.params
            .with_untracked(|params| params.at)
            .map_or_else(|| self.app.now.get_untracked(), Instant::start_of)
    }

    /// The dataset.
    fn atlas(self) -> Shared<Atlas> {
        self.atlas.get_value()
    }

    /// What a country is called.
    fn name(self, code: &str) -> String {
        self.labels.with(|labels| labels.of("country", code))
    }

    /// The link to a country's page on the day of viewing.
    fn country_link(self, code: &CountryCode) -> String {
        let params = LandscapeParams::of(crate::route::LandscapePage::Country, code.as_str());
        LandscapeParams { at: self.day(), ..params }.link()
    }

    /// The day of viewing in the address.
    fn day(self) -> Option<Day> {
        self.params.with(|params| params.at)
    }

    /// The link to a list with filters, on the day of viewing where its records change with the day.
    fn list(self, collection: Collection, filters: &[(&'static str, &[&str])]) -> String {
        let mut params = FindParams::of(collection);
        for (facet, values) in filters {
            params.facets.set(facet, values.iter().map(|&value| value.to_owned()).collect());
        }
        self.list_of(params)
    }

    /// The same for parameters made elsewhere.
    fn list_of(self, params: FindParams) -> String {
        // Organisations and networks are the same on every day.
        let dated = !matches!(params.collection, Collection::Organisations | Collection::Networks);
        FindParams { at: self.day().filter(|_| dated), ..params }.link()
    }
}

/// Calls open to a country: those that say nothing of it are left out.
fn calls_open_to(counting: Counting, code: &str) -> String {
    counting.list(Collection::Calls, &[("country", &["-not_stated", code]), ("status", &["open"])])
}

/// Whether a collection is there, or cannot be had.
struct IsSettled(Store);

impl Visit for IsSettled {
    type Output = bool;
    fn visit<R: CollectionRecord>(self) -> bool {
        R::COLLECTION == Collection::Organisations
            || self.0.records::<R>().is_some()
            || self.0.failure(R::COLLECTION).is_some()
    }
}

/// What could not be loaded and is therefore in no figure.
fn failures(counting: Counting) -> impl Fn() -> AnyView {
    move || {
        let store = counting.app.store;
        let missing = counting.atlas.with_value(|atlas| atlas.missing.clone());
        let organisations = missing.map(|failure| ("nav-explore", failure));
        let others = Collection::ALL.iter().filter_map(|collection| {
            store.failure(*collection).map(|failure| (collection.about().words.navigation, failure))
        });
        let facts = store.stated_failure::<Fact>().map(|failure| ("facts-name", failure));
        let failed = organisations.into_iter().chain(others).chain(facts).map(|(name, failure)| {
            let sentence = move || sentences::dataset_error(&failure);
            view! { <p class="warning" role="note">{tr_view(name)} ": " {sentence} " " {tr_view("landscape-not-counted")}</p> }
                .into_any()
        });
        failed.collect_view().into_any()
    }
}

/// The day of viewing where it is not today, and the way back.
fn day_notice(counting: Counting) -> AnyView {
    let at = Signal::derive(move || counting.day());
    let today = Signal::derive(move || {
        counting.params.with(|params| LandscapeParams { at: None, ..params.clone() }.route())
    });
    view! { <AtNotice at today/> }.into_any()
}

/// Of which day the dataset is.
fn as_of(counting: Counting) -> String {
    let published = counting.atlas.with_value(|atlas| atlas.manifest.published);
    published.map_or_else(|| tr("landscape-undated"), |day| tr!("dataset-published", "date" => date(day)))
}

/// How the page is cited: with the edition that its figures are of, where this is one that is kept.
fn citation(
    counting: Counting,
    title: impl Fn() -> String + Send + Sync + 'static,
) -> impl Fn() -> Option<AnyView> {
    move || {
        let atlas = counting.atlas();
        let day = atlas.manifest.published.filter(|_| browser::edition().is_some())?;
        let hash = counting.params.with(|params| params.clone().route().to_hash());
        let link = browser::address_of_edition(&hash, &day.to_string());
        let words = tr!("cite", "title" => title(), "atlas" => atlas.config.title.clone(), "date" => date(day), "link" => link);
        Some(view! { <p class="quiet citation">{words}</p> }.into_any())
    }
}

/// What is not known yet, or cannot be had.
fn not_here(counting: Counting) -> AnyView {
    if counting.settled.get() {
        view! { <span class="absent">{tr_view("not-known")}</span> }.into_any()
    } else {
        view! { <span class="absent">"…"</span> }.into_any()
    }
}

/// The way onto somebody else's page.
fn embed_link(counting: Counting) -> AnyView {
    if crate::browser::is_embedded() {
        return ().into_any();
    }
    let href = move || counting.params.with(|params| Route::embed(&params.clone().route()).to_hash());
    view! { <a class="button" href=href>{tr_view("embed-about")}</a> }.into_any()
}

/// What has to be known to read a facet of organisations, where it is true of the dataset.
fn true_note(facet: FacetId) -> Option<&'static str> {
    let about = Collection::Organisations.facet(facet)?;
    untrack(|| app().atlas()).map_or(about.note, |atlas| atlas.note(about))
}
