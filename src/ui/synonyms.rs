//! Names of one thing, fetched when something is first searched for.

use std::cell::Cell;

use leptos::prelude::*;

use crate::browser;
use crate::explore::{IndexCore, Outcome, Query, Synonyms};

use super::files::fetch;
use super::shared::Shared;
use super::task::to_the_end;

/// The file, in the folder of the app.
pub const FILE: &str = "names/synonyms.txt";
/// How it begins; whatever a server answers in its place does not.
const FORMAT: &str = "# cluster-atlas/synonyms/1";

/// The synonyms, as far as they are there.
#[derive(Clone, Copy)]
pub struct KnownSynonyms {
    known: RwSignal<Shared<Synonyms>>,
    /// Whether they were fetched, or could not be.
    settled: RwSignal<bool>,
}

thread_local! {
    /// Whether they were asked for.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

impl KnownSynonyms {
    /// None yet.
    pub fn new() -> Self {
        Self { known: RwSignal::new(Shared::new(Synonyms::default())), settled: RwSignal::new(false) }
    }

    /// Fetches them, unless that was done; without them, words find what has these words.
    pub fn want(self) {
        if !ASKED.get() {
            to_the_end(self.load());
        }
    }

    /// The same for a page whose first view needs them.
    pub async fn load(self) {
        if ASKED.replace(true) {
            return;
        }
        let (_, answer) = fetch(&browser::edition_file(FILE)).await;
        let text = answer.ok().and_then(|answer| String::from_utf8(answer.body).ok());
        match text.filter(|text| text.starts_with(FORMAT)) {
            Some(text) => _ = self.known.try_set(Shared::new(Synonyms::read(&text))),
            // The next search asks again.
            None => ASKED.set(false),
        }
        // Told once: who waits for it may be the one who asks again.
        if self.settled.try_get_untracked() == Some(false) {
            self.settled.try_set(true);
        }
    }

    /// Answers a query, and follows the synonyms where its text asks for them.
    pub fn run(self, index: &IndexCore, query: &Query) -> Outcome {
        if query.text.trim().is_empty() {
            return index.run(query);
        }
        self.known.with(|known| index.run_with(query, known))
    }

    /// Whether what is found now is all that will be found; follows that.
    pub fn are_there(self) -> bool {
        self.settled.get()
    }

    /// The synonyms as they are now; follows them.
    pub fn get(self) -> Shared<Synonyms> {
        self.known.get()
    }
}
