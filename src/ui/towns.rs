//! Larger towns, fetched when a place is asked for that no record is in.

use std::cell::Cell;

use leptos::prelude::*;

use crate::browser;
use crate::explore::{Towns, listed_towns};

use super::files::fetch;
use super::shared::Shared;
use super::task::to_the_end;

/// The file, in the folder of the app.
pub const FILE: &str = "names/towns.txt";

/// The towns, as far as they are there.
#[derive(Clone, Copy)]
pub struct KnownTowns(RwSignal<Shared<Towns>>);

thread_local! {
    /// Whether they were asked for.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

impl KnownTowns {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(Shared::new(Towns::default())))
    }

    /// The towns as they are now; follows them.
    pub fn get(self) -> Shared<Towns> {
        self.0.get()
    }

    /// The same; what was not fetched yet is asked for. For what is not in the first load: reading them is not, either.
    pub fn wanted(self) -> Shared<Towns> {
        if !ASKED.replace(true) {
            to_the_end(async move {
                match fetch(&browser::edition_file(FILE)).await {
                    (_, Ok(answer)) if answer.status == 200 => {
                        let text = String::from_utf8(answer.body).unwrap_or_default();
                        let towns = Towns::of(listed_towns(&text).map(|(name, _, point)| (name, point)));
                        self.0.try_set(Shared::new(towns));
                    }
                    // Whoever asks next tries again.
                    _ => ASKED.set(false),
                }
            });
        }
        self.0.get()
    }
}
