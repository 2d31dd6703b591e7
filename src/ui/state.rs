//! What the interface knows: few signals, everything else is derived from them.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::dataset::{Config, Manifest, Report};
use crate::domain::{Day, Organisation, Vocabularies};
use crate::explore::Index;
use crate::route::{ExploreParams, Route};

use super::loading::{Failure, Step};

/// The loaded dataset, indexed.
#[derive(Clone)]
pub struct Atlas {
    /// What the deployment chose.
    pub config: Config,
    /// What the dataset says of itself.
    pub manifest: Manifest,
    /// The controlled lists.
    pub vocabularies: Vocabularies,
    /// The organisations.
    pub index: Index<Organisation>,
    /// What was read, and what was wrong with it, file by file.
    pub reports: Vec<Report>,
}

impl Atlas {
    /// The organisation with an identifier.
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.index.row_of(id).map(|row| &self.index.records()[row as usize])
    }

    /// The same dataset, searchable under the names of another language.
    pub fn relabelled(&self, labels: &super::labels::Labels) -> Self {
        let mut next = self.clone();
        next.index.set_labels(&|facet, value, visit| labels.visit(facet, value, visit));
        next
    }
}

/// How far the app has come.
#[derive(Clone)]
pub enum Phase {
    /// Fetching or indexing.
    Loading(Step),
    /// Not usable; with a way to try again.
    Failed(Failure),
    /// Usable.
    Ready(Shared<Atlas>),
}

/// Shared immutable data that is equal only to itself: cheap to compare in a `Memo`.
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// The app's state, handed down by context.
#[derive(Clone, Copy)]
pub struct App {
    route: RwSignal<Route>,
    typing: StoredValue<bool>,
    /// How far the app has come.
    pub phase: RwSignal<Phase>,
    /// Identifiers on this device's shortlist, and whether they are kept.
    pub shortlist: super::shortlist::Shortlist,
    /// What a screen reader is told once, politely.
    pub announcement: RwSignal<String>,
    /// Whether the page is being printed: then lists are drawn as a whole.
    pub printing: RwSignal<bool>,
    /// The day on the visitor's calendar when the page was opened.
    pub today: Day,
}

impl App {
    /// The state at the start: the route of the address, nothing loaded.
    pub fn new() -> Self {
        let route = RwSignal::new(Route::parse(&browser::current_address().hash));
        let typing = StoredValue::new(false);
        browser::on_address_change(move || {
            typing.set_value(false);
            let now = Route::parse(&browser::current_address().hash);
            if route.get_untracked() != now {
                route.set(now);
            }
        });
        let printing = RwSignal::new(false);
        browser::on_print(move |now| printing.set(now));
        Self {
            route,
            typing,
            printing,
            phase: RwSignal::new(Phase::Loading(Step::Start)),
            shortlist: super::shortlist::Shortlist::open(),
            announcement: RwSignal::new(String::new()),
            today: browser::today(),
        }
    }

    /// The page shown.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Goes to another route as a step that the back button undoes.
    pub fn go(self, route: Route) {
        if self.route.get_untracked() == route {
            return;
        }
        self.typing.set_value(false);
        browser::push(&route.to_hash());
        self.route.set(route);
    }

    /// Changes the route without a step in the history: a selection, a map position.
    pub fn adjust(self, route: Route) {
        if self.route.get_untracked() == route {
            return;
        }
        browser::replace(&route.to_hash(), None);
        self.route.set(route);
    }

    /// Goes to a route while somebody types: the first letter is a step, the following ones amend it.
    pub fn type_to(self, route: Route) {
        if self.typing.get_value() {
            self.adjust(route);
        } else {
            self.go(route);
            self.typing.set_value(true);
        }
    }

    /// The parameters of the mapping tool, as its address has them; the default on other pages.
    pub fn explore(self) -> ExploreParams {
        self.route.with(|route| match route {
            Route::Explore(params) => (**params).clone(),
            _ => ExploreParams::default(),
        })
    }

    /// The same without following later changes.
    pub fn explore_now(self) -> ExploreParams {
        untrack(|| self.explore())
    }

    /// Goes to the mapping tool with other parameters.
    pub fn filter(self, change: impl FnOnce(&mut ExploreParams)) {
        let mut params = self.explore_now();
        change(&mut params);
        self.go(Route::Explore(Box::new(params)));
    }

    /// The loaded dataset; only pages that are drawn once it is there may ask.
    pub fn atlas(self) -> Option<Shared<Atlas>> {
        self.phase.with(|phase| match phase {
            Phase::Ready(atlas) => Some(atlas.clone()),
            _ => None,
        })
    }

    /// Tells a screen reader something that can be seen elsewhere.
    pub fn announce(self, text: String) {
        self.announcement.set(text);
    }
}

/// The app's state, from the context.
pub fn app() -> App {
    expect_context::<App>()
}
