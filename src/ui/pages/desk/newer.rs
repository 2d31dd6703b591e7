//! What has been published since the work on the desk was begun: nobody puts a package over it without being told.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{
    CarriedOver, Changes, Collection, CollectionRecord, Marks, Visit, carried_over, marks,
};
use crate::dataset::{self, DatasetError, Fetched};
use crate::domain::Vocabularies;
use crate::signup::Applying;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;
use crate::ui::{sentences, store};

use super::compare::list;
use super::file::collection_name;
use super::parts::tick;
use super::proposals;
use super::run::Outcome;
use super::state::{Desk, Finished};

/// A finished collection that newer records are published of.
pub struct Newer {
    collection: Collection,
    /// How it stands; an error where what is published cannot be had.
    found: Result<Carried, DatasetError>,
}

/// The work, brought into the newer edition.
struct Carried {
    since: Changes,
    /// Changed on the desk and there.
    both: Vec<(String, String)>,
    finished: Finished,
}

/// What tells one edition from another.
fn mark(begun: Option<&Marks>) -> String {
    begun.map_or_else(String::new, |begun| {
        let text: Vec<String> = begun.iter().map(|(id, mark)| [id, ":", mark].concat()).collect();
        dataset::edition_by_content(&text.join(" "))
    })
}

/// Notes which edition the file was compared with.
pub fn note(desk: Desk, outcome: Option<&Outcome>) {
    if let Some(outcome) = outcome {
        desk.since().compared.set(mark(outcome.begun.as_ref()));
    }
}

/// Whether that is another edition than the one it was compared with before.
pub fn is_newer(desk: Desk, outcome: Option<&Outcome>) -> bool {
    let before = desk.since().compared.get_untracked();
    !before.is_empty() && outcome.is_some_and(|outcome| mark(outcome.begun.as_ref()) != before)
}

/// Holds each finished collection against what is published now.
pub async fn check(desk: Desk, atlas: &Shared<Atlas>) {
    let mut newer = Vec::new();
    if atlas.fault.is_none() {
        let vocabularies = desk.vocabularies.get_untracked();
        for (name, finished) in desk.finished.get_untracked() {
            let Some(collection) = Collection::named(name).filter(|_| finished.begun.is_some()) else {
                continue;
            };
            let vocabularies = vocabularies.clone();
            let found = collection.visit(Hold { atlas: atlas.clone(), finished, vocabularies }).await;
            match found {
                Ok(None) => {}
                Ok(Some(carried)) => newer.push(Arc::new(Newer { collection, found: Ok(carried) })),
                Err(error) => newer.push(Arc::new(Newer { collection, found: Err(error) })),
            }
        }
    }
    if newer.is_empty() {
        desk.since().over.set(false);
    }
    renew_provenance(desk, atlas).await;
    desk.since().newer.set(newer);
}

/// Puts what was published meanwhile of where values are from to what the desk says of it.
async fn renew_provenance(desk: Desk, atlas: &Shared<Atlas>) {
    let editing = desk.editing();
    let Some(work) = editing.provenance.get_untracked().filter(|_| !editing.is_package()) else { return };
    let Some(published) = proposals::published_provenance(atlas).await.filter(|text| !text.is_empty()) else {
        return;
    };
    let [published, work] =
        [&published, &work].map(|text| Fetched::opened("provenance.json", text.as_bytes()));
    if let Some(merged) = Applying::merged(&published, &work).filter(|merged| merged.as_bytes() != work.body)
    {
        editing.provenance.set(Some(merged));
    }
}

struct Hold {
    atlas: Shared<Atlas>,
    finished: Finished,
    vocabularies: Shared<Vocabularies>,
}

type Held = std::pin::Pin<Box<dyn Future<Output = Result<Option<Carried>, DatasetError>>>>;

impl Visit for Hold {
    type Output = Held;

    fn visit<R: CollectionRecord>(self) -> Held {
        Box::pin(self.run::<R>())
    }
}

impl Hold {
    async fn run<R: CollectionRecord>(self) -> Result<Option<Carried>, DatasetError> {
        let Self { atlas, finished, vocabularies } = self;
        let Some(begun) = &finished.begun else { return Ok(None) };
        let published = store::read::<R>(&atlas.config, &atlas.manifest, &atlas.vocabularies).await?;
        let now = published.map(|loaded| loaded.records).unwrap_or_default();
        let now_marks = marks(&now);
        if now_marks == *begun {
            return Ok(None);
        }
        let name = R::COLLECTION.about().name;
        let work = R::read(&Fetched::opened(name, finished.file.as_bytes()), &vocabularies)?.records;
        let CarriedOver { records, since, both } = carried_over(begun, &work, &now);
        let file = R::file(&records.iter().collect::<Vec<_>>(), &vocabularies);
        let finished = Finished { file, records: records.len(), begun: Some(now_marks), ..finished };
        Ok(Some(Carried { since, both, finished }))
    }
}

/// Looks once, when the page of the package is opened.
pub fn look(desk: Desk, atlas: &Shared<Atlas>) {
    let atlas = atlas.clone();
    to_the_end(async move { check(desk, &atlas).await });
}

/// Whether nothing newer would be overwritten, or that is wanted.
pub fn can_pack(desk: Desk) -> bool {
    desk.since().newer.with(Vec::is_empty) || desk.since().over.get()
}

/// What is newer, and what can be done about it.
pub fn view(desk: Desk) -> AnyView {
    (move || {
        let newer = desk.since().newer.get();
        (!newer.is_empty()).then(|| {
            let all = newer.iter().map(|newer| one(desk, newer)).collect_view();
            view! {
                <section class="warning" aria-labelledby="desk-newer">
                    <h3 id="desk-newer" tabindex="-1">{tr_view("desk-newer")}</h3>
                    {all}
                    {tick("desk-newer-over", desk.since().over)}
                </section>
            }
        })
    })
    .into_any()
}

fn one(desk: Desk, newer: &Arc<Newer>) -> AnyView {
    let collection = newer.collection;
    let carried = match &newer.found {
        Ok(carried) => carried,
        Err(error) => {
            let error = error.clone();
            let sentence = move || tr!("desk-published-missing", "why" => sentences::dataset_error(&error));
            return view! { <p>{move || collection_name(collection)} ": " {sentence}</p> }.into_any();
        }
    };
    let both = carried.both.len() as f64;
    let both = (both > 0.0).then(|| {
        let names: Vec<String> = carried.both.iter().map(|(_, title)| title.clone()).collect();
        let names = names.join(", ");
        view! { <p>{move || tr!("desk-newer-both", "count" => both, "names" => names.as_str())}</p> }
            .into_any()
    });
    let lists = vec![
        list("desk-added", &carried.since.added),
        list("desk-changed", &carried.since.changed),
        list("desk-removed", &carried.since.removed),
    ];
    let carry = {
        let newer = Arc::clone(newer);
        move |_| {
            let Ok(carried) = &newer.found else { return };
            let name = newer.collection.about().name;
            desk.finished.update(|all| drop(all.insert(name, carried.finished.clone())));
            desk.since().newer.update(|all| all.retain(|other| !Arc::ptr_eq(other, &newer)));
            app().announce(tr("desk-newer-carried"));
            browser::focus_soon("desk-step");
        }
    };
    view! {
        <p>{move || tr!("desk-newer-of", "collection" => collection_name(collection))}</p>
        {lists}
        {both}
        <p class="actions"><button type="button" class="button" on:click=carry>{tr_view("desk-newer-carry")}</button></p>
    }
    .into_any()
}
