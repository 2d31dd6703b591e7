//! What the parts of a page that finds records share, whatever the kind of record.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, FacetAbout};
use crate::domain::Day;
use crate::explore::{Outcome, Query};
use crate::route::{FindParams, Route};

use super::labels::Labels;
use super::reactive::{effect, memo};
use super::shared::{AnyCatalogue, Shared};
use super::state::App;
use super::task::while_there;

/// How a page that finds records was left: whoever comes back finds it so.
struct Left {
    params: FindParams,
    /// How far its list was scrolled, in pixels.
    scrolled: i32,
}

thread_local! {
    static LEFT: RefCell<Vec<Left>> = const { RefCell::new(Vec::new()) };
}

/// The page of a collection as it was left, or all of it.
pub fn left(collection: Collection) -> FindParams {
    let known = |left: &Vec<Left>| {
        left.iter().find(|left| left.params.collection == collection).map(|it| it.params.clone())
    };
    LEFT.with_borrow(known).unwrap_or_else(|| FindParams::of(collection))
}

/// The link to the page of a collection as it was left, or to all of it.
pub fn way_back(collection: Collection) -> String {
    left(collection).link()
}

/// The same, on the day that is viewed now.
pub fn way_back_on(collection: Collection, at: Option<Day>) -> String {
    FindParams { at, ..left(collection) }.link()
}

fn note(params: FindParams) {
    LEFT.with_borrow_mut(|left| {
        match left.iter_mut().find(|left| left.params.collection == params.collection) {
            Some(left) if left.params == params => {}
            Some(left) => *left = Left { params, scrolled: 0 },
            None => left.push(Left { params, scrolled: 0 }),
        }
    });
}

/// How often something has changed.
fn counted(follow: impl Fn() + Send + Sync + 'static) -> Memo<usize> {
    memo(move |before: Option<&usize>| {
        follow();
        before.map_or(0, |before| before + 1)
    })
}

/// Follows an outcome as soon as what follows it at once has been painted; of several in the meantime the last one counts.
fn after_paint(catalogue: Memo<AnyCatalogue>, outcome: Memo<Shared<Outcome>>) -> RwSignal<Found> {
    let found = move || Found { index: catalogue.get(), outcome: outcome.get() };
    let later = RwSignal::new(untrack(found));
    let waits = StoredValue::new(false);
    effect(move |_| {
        let now = found();
        if waits.get_value() || later.with_untracked(|before| *before == now) {
            return;
        }
        waits.set_value(true);
        while_there(later, async move {
            browser::next_frame().await;
            waits.set_value(false);
            browser::keep_focus(|| later.set(untrack(found)));
        });
    });
    later
}

/// What a question led to, and the index that was asked: the rows of one are no rows of another.
#[derive(Clone, PartialEq)]
pub struct Found {
    /// The index.
    pub index: AnyCatalogue,
    /// Its answer.
    pub outcome: Shared<Outcome>,
}

/// The parameters of the address, the outcome they lead to, and what is pointed at.
#[derive(Clone, Copy)]
pub struct SearchContext {
    /// The app.
    pub app: App,
    /// Which records are looked for.
    pub collection: Collection,
    /// Their index; another one when the day of viewing changes.
    pub catalogue: Memo<AnyCatalogue>,
    /// The parameters of the address.
    pub params: Memo<FindParams>,
    /// The answer to the parameters' question.
    pub outcome: Memo<Shared<Outcome>>,
    /// The same once the list and the count have been painted with it: facets and map follow this, so that nobody waits
    /// for what is drawn beside the answer.
    pub later: RwSignal<Found>,
    /// How many other questions were asked before: the same question answered anew is no other.
    pub question: Memo<usize>,
    /// How many other indexes there were before: rows of another one are other records.
    pub edition: Memo<usize>,
    /// The names of values in the visitor's language.
    pub labels: Memo<Shared<Labels>>,
    /// The row under the pointer or the focus, in list or map.
    pub pointed: RwSignal<Option<u32>>,
    /// Whether the sheet of filters is open, where there is no room for them beside the rest.
    pub filters_open: RwSignal<bool>,
}

impl SearchContext {
    /// Follows the address of a collection's page.
    pub fn new(app: App, collection: Collection, catalogue: Memo<AnyCatalogue>) -> Self {
        let params = memo(move |_| app.params_of(collection));
        // Selecting and panning change the address too, but ask no other question.
        let query: Memo<Query> = memo(move |_| params.with(FindParams::query));
        let outcome = memo(move |_| {
            Shared::new(query.with(|query| catalogue.with(|index| app.run(index.core(), query))))
        });
        effect(move |_| {
            if query.with(|query| !query.text.trim().is_empty()) {
                app.synonyms().want();
            }
        });
        let later = after_paint(catalogue, outcome);
        let question = counted(move || query.track());
        let edition = counted(move || catalogue.track());
        let labels = expect_context::<Memo<Shared<Labels>>>();
        let (pointed, filters_open) = (RwSignal::new(None), RwSignal::new(false));
        effect(move |_| match app.route() {
            // The address of another page is not this one's.
            Route::Find(params) if params.collection == collection => note(*params),
            _ => {}
        });
        Self {
            app,
            collection,
            catalogue,
            params,
            outcome,
            later,
            question,
            edition,
            labels,
            pointed,
            filters_open,
        }
    }

    /// The facets of the collection, and those that the dataset declares.
    pub fn facets(self) -> Vec<&'static FacetAbout> {
        let atlas = self.app.atlas();
        self.collection.facets_with(atlas.as_ref().map_or(&[], |atlas| &atlas.vocabularies.fields))
    }

    /// The parameters as they are now, without following later changes.
    pub fn now(self) -> FindParams {
        untrack(|| self.app.params_of(self.collection))
    }

    /// Goes to the same page with other parameters.
    pub fn filter(self, change: impl FnOnce(&mut FindParams)) {
        let mut params = self.now();
        change(&mut params);
        self.app.go(params.route());
    }

    /// Notes how far the list was scrolled when its page was left.
    pub fn leave_at(self, scrolled: i32) {
        LEFT.with_borrow_mut(|left| {
            if let Some(left) = left.iter_mut().find(|left| left.params.collection == self.collection) {
                left.scrolled = scrolled;
            }
        });
    }

    /// How far the list was scrolled when this very page was left; 0 for a page that was not.
    pub fn left_at(self) -> i32 {
        let now = self.now();
        LEFT.with_borrow(|left| left.iter().find(|left| left.params == now).map_or(0, |left| left.scrolled))
    }

    /// How many values are chosen in all facets.
    pub fn chosen(self) -> usize {
        self.params.with(|params| params.facets.len())
    }

    /// The row that is selected in the address, if the dataset has it.
    pub fn selected(self) -> Option<u32> {
        self.params.with(|params| {
            let id = params.sel.as_deref()?;
            self.catalogue.with(|index| index.row_of(id))
        })
    }

    /// Selects a record, or none, without a step in the history.
    pub fn select(self, row: Option<u32>) {
        let mut params = self.now();
        params.sel = row.map(|row| self.catalogue.with_untracked(|index| index.id(row).to_owned()));
        self.app.adjust(params.route());
    }
}
