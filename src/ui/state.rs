//! What the interface knows: few signals, everything else is derived from them.

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::domain::{Day, Instant};
use crate::explore::{IndexCore, Outcome, Query};
use crate::route::{FindParams, Route, unreadable_day};

use super::atlas::Atlas;
use super::saved_ids::SavedIds;
use super::shared::Shared;
use super::store::Store;
use super::synonyms::KnownSynonyms;

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

/// How far the app has come.
#[derive(Clone)]
pub enum Phase {
    /// Fetching or indexing.
    Loading(Step),
    /// Usable, or with what there is without a dataset.
    Ready(Shared<Atlas>),
}

/// What a screen reader is told: two regions take turns, because one that gets the text that it has says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Announcement {
    /// The text.
    pub text: String,
    /// Whose turn it is.
    pub odd: bool,
}

impl Announcement {
    /// Tells a text; told twice, it is heard twice.
    pub fn tell(regions: RwSignal<Self>, text: String) {
        regions.update(|before| *before = Self { text, odd: !before.odd });
    }

    /// What one of the two regions says.
    pub fn of(&self, odd: bool) -> String {
        if self.odd == odd { self.text.clone() } else { String::new() }
    }
}

/// The last step, and what it led to.
struct Trail {
    /// Whether it was a letter typed.
    typing: bool,
    /// What the address gives as the day of viewing and is none.
    not_a_day: RwSignal<Option<String>>,
}

/// The app's state, handed down by context.
#[derive(Clone, Copy)]
pub struct App {
    route: RwSignal<Route>,
    trail: StoredValue<Trail>,
    /// How far the app has come.
    pub phase: RwSignal<Phase>,
    /// What this device keeps of each collection.
    lists: StoredValue<[SavedIds; Collection::ALL.len()]>,
    /// The collections, as far as pages have needed them.
    pub store: Store,
    /// Whether the deployment has a newer edition than this page.
    pub newer: RwSignal<bool>,
    /// Whether the data are what the device has kept, because the network gave none.
    pub kept: RwSignal<bool>,
    /// This moment, to the minute.
    pub now: RwSignal<Instant>,
    /// How much was submitted or begun on this device, as far as anybody has looked.
    pub sign_ups: RwSignal<usize>,
    /// What a screen reader is told, politely.
    pub announcement: RwSignal<Announcement>,
    /// Whether the page is being printed: then lists are drawn as a whole.
    pub printing: RwSignal<bool>,
}

/// What stands above every page, where somebody has put something there: that the data are a trial. It is no part of the
/// [`App`], which goes by value into every line of a list.
#[derive(Clone, Copy)]
pub struct Bar(pub RwSignal<Option<fn() -> AnyView>>);

impl App {
    /// The state at the start: the route of the address, nothing loaded.
    pub fn new() -> Self {
        let hash = browser::current_address().hash;
        let (route, not_a_day) = (RwSignal::new(Route::parse(&hash)), RwSignal::new(unreadable_day(&hash)));
        let trail = StoredValue::new(Trail { typing: false, not_a_day });
        browser::on_address_change(move || {
            trail.update_value(|trail| trail.typing = false);
            let hash = browser::current_address().hash;
            not_a_day.set(unreadable_day(&hash));
            let now = Route::parse(&hash);
            if route.get_untracked() != now {
                route.set(now);
            }
        });
        let printing = RwSignal::new(false);
        let now = RwSignal::new(browser::now());
        browser::on_minute(move || {
            let at = browser::now();
            // Whoever follows the time does a lot of work for it.
            if now.get_untracked() != at {
                now.set(at);
            }
        });
        browser::on_print(move |now| printing.set(now));
        let newer = RwSignal::new(false);
        browser::on_told("atlas-newer", move || newer.set(true));
        let lists = std::array::from_fn(|at| {
            SavedIds::new(Collection::ALL[at].about().saving.as_ref().map_or("", |saving| saving.list))
        });
        Self {
            route,
            trail,
            printing,
            newer,
            kept: RwSignal::new(false),
            phase: RwSignal::new(Phase::Loading(Step::Start)),
            lists: StoredValue::new(lists),
            store: Store::new(),
            now,
            sign_ups: RwSignal::new(0),
            announcement: RwSignal::new(Announcement::default()),
        }
    }

    /// Reads what this device keeps, once it is known under which name: the first time that the settings are there.
    pub fn open_lists(self, id: Option<&str>) {
        if browser::set_scope(id) {
            for list in self.all_saved() {
                list.open();
            }
        }
    }

    /// The day on the visitor's calendar.
    pub fn today(self) -> Day {
        browser::day_here(self.now.get())
    }

    /// The page shown.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The day that the page shows; `None` is today.
    pub fn day(self) -> Option<Day> {
        self.route.with(Route::day)
    }

    /// Goes to another route as a step that the back button undoes.
    pub fn go(self, route: Route) {
        if self.route.get_untracked() == route {
            return;
        }
        self.trail.update_value(|trail| trail.typing = false);
        browser::push(&route.to_hash());
        self.not_a_day().set(None);
        self.route.set(route);
    }

    /// Changes the route without a step in the history: a selection, a map position.
    pub fn adjust(self, route: Route) {
        if self.route.get_untracked() == route {
            return;
        }
        browser::replace(&route.to_hash(), None);
        self.not_a_day().set(None);
        self.route.set(route);
    }

    /// Goes to a route while somebody types: the first letter is a step, the following ones amend it.
    pub fn type_to(self, route: Route) {
        if self.trail.with_value(|trail| trail.typing) {
            self.adjust(route);
        } else {
            self.go(route);
            self.trail.update_value(|trail| trail.typing = true);
        }
    }

    /// The parameters of a collection's page, as its address has them; the default on other pages.
    pub fn params_of(self, collection: Collection) -> FindParams {
        self.route.with(|route| match route {
            Route::Find(params) if params.collection == collection => (**params).clone(),
            _ => FindParams::of(collection),
        })
    }

    /// What the address gives as the day of viewing where that is no day.
    pub fn not_a_day(self) -> RwSignal<Option<String>> {
        self.trail.with_value(|trail| trail.not_a_day)
    }

    /// The loaded dataset; only pages that are drawn once it is there may ask.
    pub fn atlas(self) -> Option<Shared<Atlas>> {
        self.phase.with(|phase| match phase {
            Phase::Ready(atlas) => Some(atlas.clone()),
            Phase::Loading(_) => None,
        })
    }

    /// The list of this device for a collection; `None` where its records are not saved.
    pub fn saved(self, collection: Collection) -> Option<SavedIds> {
        collection.about().saving.as_ref().map(|_| self.list(collection))
    }

    fn list(self, collection: Collection) -> SavedIds {
        self.lists.with_value(|lists| lists[collection as usize])
    }

    /// Identifiers on this device's shortlist, and whether they are kept.
    pub fn shortlist(self) -> SavedIds {
        self.list(Collection::Organisations)
    }

    /// Identifiers of the calls saved on this device, and whether they are kept.
    pub fn saved_calls(self) -> SavedIds {
        self.list(Collection::Calls)
    }

    /// The lists of all collections that have one.
    pub fn all_saved(self) -> impl Iterator<Item = SavedIds> {
        Collection::ALL.iter().filter_map(move |collection| self.saved(*collection))
    }

    /// Names of one thing, once something was searched for.
    pub fn synonyms(self) -> KnownSynonyms {
        self.store.synonyms()
    }

    /// Answers a query with the synonyms that are there; see [`KnownSynonyms::run`].
    pub fn run(self, index: &IndexCore, query: &Query) -> Outcome {
        self.synonyms().run(index, query)
    }

    /// Tells a screen reader something that can be seen elsewhere. Told twice, it is heard twice.
    pub fn announce(self, text: String) {
        Announcement::tell(self.announcement, text);
    }
}

/// The app's state, from the context.
pub fn app() -> App {
    expect_context::<App>()
}
