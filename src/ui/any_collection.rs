//! A collection as pages across collections use it, whatever its records: what it can do comes from the chunk in which
//! its own pages are, so that no code of records is in two chunks.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use crate::collection::{Collection, CollectionRecord, Setting};
use crate::domain::{Day, Instant};
use crate::explore::Index;

use super::atlas::Atlas;
use super::collection_page::moment_of_those;
use super::components::{LineOf, OrganisationLine, line_view};
use super::labels::Labels;
use super::lazy_view::NotFetched;
use super::shared::{AnyCatalogue, Shared};
use super::state::app;
use super::store::Store;

/// The loading of a collection, to be awaited.
pub type Loading = Pin<Box<dyn Future<Output = ()>>>;

/// Fetches what a collection can do. The router provides it: pages know no chunk.
pub type Fetch = fn(Collection) -> Pin<Box<dyn Future<Output = Result<Shared<AnyCollection>, NotFetched>>>>;

/// What a collection can do.
pub struct AnyCollection {
    load: fn(Store, Shared<Atlas>) -> Loading,
    index: fn(Shared<Atlas>) -> Memo<Option<AnyIndex>>,
    calendar: Option<Box<CalendarOf>>,
}

/// Makes a calendar of the records in some rows, under a name.
type CalendarOf = dyn Fn(&AnyIndex, &[u32], &str, &Atlas) -> Option<String> + Send + Sync;

/// The records of a collection as they stand, indexed.
#[derive(Clone)]
pub struct AnyIndex {
    /// What finds them.
    pub catalogue: AnyCatalogue,
    /// The moment at which they stand so.
    pub now: Instant,
    /// The day of viewing; `None` is today.
    at: Option<Day>,
    records: Shared<dyn std::any::Any + Send + Sync>,
    line: fn(&Self, u32, &Shared<Atlas>) -> AnyView,
}

impl PartialEq for AnyIndex {
    fn eq(&self, other: &Self) -> bool {
        self.catalogue == other.catalogue && self.now == other.now
    }
}

impl AnyIndex {
    /// The line of the record in a row, as the list of its collection has it.
    pub fn line(&self, row: u32, atlas: &Shared<Atlas>) -> AnyView {
        (self.line)(self, row, atlas)
    }
}

impl AnyCollection {
    /// A collection that is loaded when it is needed.
    pub fn of<R: CollectionRecord>() -> Self {
        Self {
            load: |store, atlas| Box::pin(async move { store.load::<R>(&atlas).await }),
            index: index_of::<R>,
            calendar: None,
        }
    }

    /// The same with the dates of its records.
    #[must_use]
    pub fn dated<R: CollectionRecord>(self, calendar: fn(&[&R], Instant, &str, &Atlas) -> String) -> Self {
        let of = move |index: &AnyIndex, rows: &[u32], name: &str, atlas: &Atlas| {
            let all = index.records.downcast_ref::<Index<R::At>>()?.records();
            let records: Vec<&R> = rows.iter().map(|row| all[*row as usize].as_ref()).collect();
            Some(calendar(&records, index.now, name, atlas))
        };
        Self { calendar: Some(Box::new(of)), ..self }
    }

    /// A calendar of the records in some rows, under a name; `None` where such records have no dates.
    pub fn calendar(&self, index: &AnyIndex, rows: &[u32], name: &str, atlas: &Atlas) -> Option<String> {
        self.calendar.as_ref()?(index, rows, name, atlas)
    }

    /// The organisations, which are there from the start.
    pub fn organisations() -> Self {
        Self {
            load: |_, _| Box::pin(async {}),
            index: |atlas| {
                let now = app().now.get_untracked();
                let index = AnyIndex {
                    catalogue: atlas.index.catalogue(),
                    now,
                    at: None,
                    records: atlas.index.any(),
                    line: |_, row, atlas| {
                        view! { <OrganisationLine atlas=atlas.clone() row remark=None/> }.into_any()
                    },
                };
                let is_there = atlas.missing.is_none();
                Memo::new(move |_| is_there.then(|| index.clone()))
            },
            calendar: None,
        }
    }

    /// Loads its records, unless they are there.
    pub fn load(&self, store: Store, atlas: Shared<Atlas>) -> Loading {
        (self.load)(store, atlas)
    }

    /// Its records, indexed as soon as they are there, and anew when something about them changes.
    pub fn index(&self, atlas: Shared<Atlas>) -> Memo<Option<AnyIndex>> {
        (self.index)(atlas)
    }
}

fn index_of<R: CollectionRecord>(atlas: Shared<Atlas>) -> Memo<Option<AnyIndex>> {
    let app = app();
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let records = Memo::new(move |_| app.store.records::<R>());
    // A page that shows another day shows all of them as of that.
    let at = Memo::new(move |_| app.day());
    let now = moment_of_those::<R>(move || records.get(), at);
    Memo::new(move |_| {
        let (records, now, labels) = (records.get()?, now.get(), labels.get());
        let standing = R::at(&records, &Setting { now, vocabularies: &atlas.vocabularies });
        let index = Shared::new(Index::build(standing, &|facet, value, visit| {
            labels.visit(R::COLLECTION, facet, value, visit);
        }));
        let (records, at) = (index.any(), at.get());
        Some(AnyIndex { catalogue: index.catalogue(), now, at, records, line: line_of::<R> })
    })
}

fn line_of<R: CollectionRecord>(index: &AnyIndex, row: u32, atlas: &Shared<Atlas>) -> AnyView {
    let now = index.now;
    let Some(records) = index.records.downcast_ref::<Index<R::At>>() else { return ().into_any() };
    let at = &records.records()[row as usize];
    let record: &R = at.as_ref();
    let (id, title) = (record.id().as_str().to_owned(), record.title().to_owned());
    let of = LineOf { collection: R::COLLECTION, id, title, now, at: index.at };
    line_view(R::line(at, now), of, atlas, None)
}
