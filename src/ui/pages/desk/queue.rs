//! Several files that are brought at once: one is on the desk, the others wait beside it. What was chosen for a file stays with
//! it, and so does one that is done with: it can be taken up again.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::Brought;
use crate::dataset::likely_collection;
use crate::domain::Instant;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::file::collection_name;
use super::kept::{Choices, choices, restore_of_file};
use super::run;
use super::state::{Desk, Step};

/// A file beside the one on the desk.
#[derive(Clone)]
pub struct Queued {
    /// The file.
    pub file: Arc<Brought>,
    /// What was chosen for it, and how far one had come with it.
    pub choices: Choices,
}

/// Puts a file to those that wait; of what it is, its content tells.
pub fn add(desk: Desk, brought: Brought) {
    let collection = likely_collection(&brought.name, &brought.bytes).unwrap_or_default();
    let queued = Queued { file: Arc::new(brought), choices: Choices::of_collection(collection) };
    desk.queue().update(|all| all.push(queued));
}

/// The files that nothing was packed of yet, each with its place among those beside the desk.
pub fn waiting(desk: Desk) -> Vec<(usize, String)> {
    let all = desk.queue().get();
    let waiting = all.iter().enumerate().filter(|(_, queued)| ready(desk, queued).is_none());
    waiting.map(|(at, queued)| (at, queued.file.name.clone())).collect()
}

/// How many records are ready of the collection that a file went into; `None` where it did not yet.
fn ready(desk: Desk, queued: &Queued) -> Option<usize> {
    let name = queued.choices.collection().about().name;
    desk.finished.with(|all| {
        let finished = all.get(name)?;
        finished.files.contains(&queued.file.name).then_some(finished.records)
    })
}

/// Lays the file on the desk aside, with all that was chosen for it.
fn lay_aside(desk: Desk) {
    if let Some(file) = desk.file.get_untracked() {
        let queued = Queued { file, choices: choices(desk) };
        desk.queue().update(|all| all.push(queued));
    }
    desk.clear_file();
}

/// Takes a file from beside the desk; the one on it goes to the end of those.
fn take(desk: Desk, atlas: &Shared<Atlas>, now: Instant, at: usize) {
    let Some(Queued { file, choices }) = desk.queue().with_untracked(|all| all.get(at).cloned()) else {
        return;
    };
    desk.queue().update(|all| drop(all.remove(at)));
    lay_aside(desk);
    restore_of_file(desk, choices);
    desk.told().set(true);
    desk.file.set(Some(file));
    desk.step.set(Step::File);
    run::go_on(desk, atlas, now);
    crate::browser::focus_soon("desk-step");
}

/// Takes the first file that waits.
pub fn take_next(desk: Desk, atlas: &Shared<Atlas>, now: Instant) {
    if let Some((at, _)) = untrack(|| waiting(desk)).into_iter().next() {
        take(desk, atlas, now, at);
    }
}

/// Lays the file aside that is done with, and takes the first that waits; where none does, the desk is free for another.
pub fn another(desk: Desk, atlas: &Shared<Atlas>, now: Instant) {
    let next = untrack(|| waiting(desk)).into_iter().next();
    if let Some((at, _)) = next {
        take(desk, atlas, now, at);
        return;
    }
    lay_aside(desk);
    desk.told().set(false);
    desk.mapping.set(std::collections::BTreeMap::new());
    desk.go(Step::File);
}

/// The files beside the desk, each with what it is and how far it is; nothing where there are none.
pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> impl IntoView + use<> {
    let atlas = atlas.clone();
    move || {
        let all = desk.queue().get();
        (!all.is_empty()).then(|| {
            let all = all.into_iter().enumerate().map(|(at, queued)| one(desk, &atlas, at, &queued));
            view! {
                <section aria-labelledby="desk-queue">
                    <h3 id="desk-queue">{tr_view("desk-queue")}</h3>
                    <ul class="desk-list">{all.collect_view()}</ul>
                </section>
            }
        })
    }
}

fn one(desk: Desk, atlas: &Shared<Atlas>, at: usize, queued: &Queued) -> AnyView {
    let (atlas, now) = (atlas.clone(), app().now.get_untracked());
    let name = queued.file.name.clone();
    let (ready, collection) = (ready(desk, queued), queued.choices.collection());
    let state = {
        let name = name.clone();
        move || {
            let (file, collection) = (name.as_str(), collection_name(collection));
            match ready {
                Some(count) => {
                    tr!("desk-queue-ready", "file" => file, "collection" => collection, "count" => count as f64)
                }
                None => tr!("desk-queue-waits", "file" => file, "collection" => collection),
            }
        }
    };
    let (taken, left) = (name.clone(), name);
    let take_name = move || tr!("desk-queue-take-file", "file" => taken.as_str());
    let leave_name = move || tr!("desk-queue-leave-file", "file" => left.as_str());
    let take = move |_| take(desk, &atlas, now, at);
    let leave = move |_| {
        desk.queue().update(|all| drop(all.remove(at)));
        crate::browser::focus_soon("desk-step");
    };
    let busy = move || desk.busy.get();
    view! {
        <li>
            {state} " "
            <button type="button" class="linklike" disabled=busy aria-label=take_name on:click=take>{tr_view("desk-queue-take")}</button> " "
            <button type="button" class="linklike" disabled=busy aria-label=leave_name on:click=leave>{tr_view("desk-queue-leave")}</button>
        </li>
    }
    .into_any()
}
