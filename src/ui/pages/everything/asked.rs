//! A collection that a page across collections asks, as far as it is there.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::ui::any_collection::{AnyCollection, AnyIndex, Fetch};
use crate::ui::atlas::Atlas;
use crate::ui::messages::{tr, tr_view, tr_with};
use crate::ui::sentences;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::store::Store;
use crate::ui::task::while_there;

/// A collection that is asked.
#[derive(Clone, Copy)]
pub struct Asked {
    /// Which one.
    pub collection: Collection,
    parts: RwSignal<Option<Parts>>,
    /// Whether its code cannot be had.
    is_lost: RwSignal<bool>,
    owner: StoredValue<Owner>,
    atlas: StoredValue<Shared<Atlas>>,
    fetch: Fetch,
    store: Store,
}

/// What there is once the code of a collection is there.
#[derive(Clone)]
struct Parts {
    any: Shared<AnyCollection>,
    /// Its records, once they are there.
    index: Memo<Option<AnyIndex>>,
}

impl Asked {
    /// A collection that is not loaded before [`Asked::load`].
    pub fn new(collection: Collection, atlas: &Shared<Atlas>, fetch: Fetch) -> Self {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        let (parts, is_lost) = (RwSignal::new(None), RwSignal::new(false));
        Self {
            collection,
            parts,
            is_lost,
            owner,
            atlas: StoredValue::new(atlas.clone()),
            fetch,
            store: app().store,
        }
    }

    /// Loads what is not there yet.
    pub fn load(self) {
        let store = self.store;
        self.is_lost.set(false);
        while_there(self.parts, async move {
            let Ok(any) = (self.fetch)(self.collection).await else {
                self.is_lost.set(true);
                return;
            };
            let atlas = self.atlas.get_value();
            if self.parts.with_untracked(Option::is_none) {
                // The index belongs to the page, whoever asks for it first.
                let index = self.owner.with_value(|owner| owner.with(|| any.index(atlas.clone())));
                self.parts.set(Some(Parts { any: any.clone(), index }));
            }
            any.load(store, atlas).await;
        });
    }

    /// Its records, indexed; `None` where they are not there, or not yet.
    pub fn index(self) -> Option<AnyIndex> {
        self.parts.get()?.index.get()
    }

    /// Its records without following them.
    pub fn index_now(self) -> Option<AnyIndex> {
        self.parts.get_untracked()?.index.get_untracked()
    }

    /// What it can do.
    pub fn any_now(self) -> Option<Shared<AnyCollection>> {
        Some(self.parts.get_untracked()?.any)
    }

    /// What it is called.
    pub fn name(self) -> String {
        // The mapping tool has another name than what is on its map.
        let is_map = self.collection == Collection::Organisations;
        tr(if is_map { "figure-organisations" } else { self.collection.about().words.navigation })
    }

    /// Why it cannot be asked, in a sentence.
    pub fn failure(self) -> Option<String> {
        if self.is_lost.get() {
            return Some(tr("later-failed-text"));
        }
        let missing = self.atlas.with_value(|atlas| atlas.missing.clone());
        let missing = missing.filter(|_| self.collection == Collection::Organisations);
        let failure = missing.or_else(|| self.store.failure(self.collection))?;
        Some(sentences::dataset_error(&failure))
    }

    /// Whether it is still on its way.
    pub fn is_awaited(self) -> bool {
        self.index().is_none() && self.failure().is_none()
    }

    /// Why it cannot be asked, with a button to try again; nothing where it can.
    pub fn warning(self) -> AnyView {
        let failure = Memo::new(move |_| self.failure());
        let warning = move |sentence: String| {
            view! {
                <div class="warning" role="note">
                    <p>{self.name()} ": " {sentence}</p>
                    <button type="button" class="button" on:click=move |_| self.load()>{tr_view("try-again")}</button>
                </div>
            }
            .into_any()
        };
        (move || failure.get().map(warning)).into_any()
    }
}

/// Which of some could not be had, in a sentence.
pub fn failed(all: &[Asked]) -> Option<String> {
    named("search-failed", all, |asked| asked.failure().is_some())
}

/// Which of some are still on their way, in a sentence.
pub fn awaited(all: &[Asked]) -> Option<String> {
    named("search-waiting", all, Asked::is_awaited)
}

/// A sentence with the names of those of which something holds; `None` where it holds of none.
fn named(words: &'static str, all: &[Asked], holds: fn(Asked) -> bool) -> Option<String> {
    let names: Vec<_> = all.iter().filter(|asked| holds(**asked)).map(|asked| asked.name()).collect();
    (!names.is_empty()).then(|| tr_with(words, &[("names", names.join(", ").into())]))
}
