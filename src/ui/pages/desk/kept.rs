//! What is on the desk is kept on this device until the operator clears it: whoever loads the page anew finds it again.
//!
//! One tab keeps its desk, the one that had one first; another says so, and keeps its own when that one is closed.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::{self, DeskStore, KeptValue, Lock, Locked, StoreError};
use crate::collection::Collection;
use crate::dataset::{self, DateOrder, Fetched, TwinChoice, WordChoice};
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::proposals::Waiting;
use super::queue::Queued;
use super::state::{Chosen, Desk, Finished, Step};

/// So long after a change, in milliseconds, what is on the desk is written: letters of a title are written once.
const SOON: i32 = 300;

/// Whether what is on the desk is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Nobody knows yet.
    Asked,
    /// It is.
    Kept,
    /// Another tab keeps its own.
    OtherTab,
    /// It is not, and why.
    Not(StoreError),
}

/// What is written by itself, so that a letter of the title does not write a file of many megabytes again.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// The file that was brought.
    File,
    /// The files beside it.
    QueuedFiles,
    /// What was chosen for those, and how far one has come.
    Queue,
    /// What was chosen, and how far one has come.
    Choices,
    /// The collections that are ready.
    Finished,
    /// The vocabularies, once terms were added.
    Vocabularies,
    /// The dataset whose records are changed.
    Dataset,
}

/// What was chosen, as it is kept. Whatever an earlier or a later version does not know is as on an empty desk.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    step: usize,
    collection: String,
    sheet: Option<String>,
    header_row: Option<usize>,
    encoding: Option<String>,
    repairs: bool,
    /// Whether the day comes first in days that could be two.
    day_first: Option<bool>,
    mapping: BTreeMap<String, String>,
    defaults: BTreeMap<String, String>,
    /// Row, column, text.
    corrections: Vec<(usize, usize, String)>,
    /// Field, word, what becomes of it.
    words: Vec<[String; 3]>,
    /// The two records, what becomes of them.
    twins: Vec<[String; 3]>,
    append: bool,
    title: String,
    day: String,
    start: String,
    source_name: String,
    source_url: String,
    source_licence: String,
    leaves_others: bool,
    compared: String,
}

/// A dataset that was opened, as it is kept.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptDataset {
    /// The name of the package; `None` for what is published here.
    pub package: Option<String>,
    /// `atlas.json`.
    pub manifest: String,
    /// The other files of the package.
    pub files: BTreeMap<String, String>,
    /// What was changed by hand, by collection: record, field, before, after.
    pub changes: BTreeMap<String, Vec<[String; 4]>>,
    /// What people propose, as long as nobody has decided.
    pub proposals: Waiting,
    /// Where single values are from, once a proposal was taken over.
    pub provenance: Option<String>,
}

/// The steps by their numbers, which stay what they are: an earlier version may have kept one.
fn steps() -> impl Iterator<Item = Step> {
    use Step::{Columns, Compare, Edit, File, Publish, Report, Twins, Words};
    [File, Columns, Report, Compare, Publish, Edit, Words, Twins].into_iter()
}

impl Part {
    /// All, in the order in which they are put back: what was chosen for files comes behind them.
    const ALL: [Self; 7] = [
        Self::File,
        Self::QueuedFiles,
        Self::Queue,
        Self::Choices,
        Self::Finished,
        Self::Vocabularies,
        Self::Dataset,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::QueuedFiles => "queued-files",
            Self::Queue => "queue",
            Self::Choices => "choices",
            Self::Finished => "finished",
            Self::Vocabularies => "vocabularies",
            Self::Dataset => "dataset",
        }
    }

    /// Depends on all that belongs to it.
    fn track(self, desk: Desk) {
        match self {
            Self::File => desk.file.track(),
            Self::QueuedFiles | Self::Queue => desk.queue().track(),
            Self::Choices => {
                desk.step.track();
                desk.collection.track();
                desk.chosen.track();
                desk.mapping.track();
                desk.defaults.track();
                desk.mend().corrections.track();
                desk.words().track();
                desk.twins().track();
                desk.since().compared.track();
                for tick in [desk.replace, desk.keep_others] {
                    tick.track();
                }
                let source = [desk.source_name, desk.source_url, desk.source_licence];
                for text in [desk.title, desk.day, desk.start()].into_iter().chain(source) {
                    text.track();
                }
            }
            Self::Finished => desk.finished.track(),
            Self::Vocabularies => desk.vocabularies.track(),
            Self::Dataset => desk.editing().track(),
        }
    }

    /// As it is kept; `None` where there is nothing.
    fn value(self, desk: Desk) -> Option<KeptValue> {
        let text = |text: serde_json::Result<String>| text.ok().map(KeptValue::Text);
        match self {
            Self::File => desk.file.get_untracked().map(KeptValue::File),
            Self::QueuedFiles => {
                let files =
                    desk.queue().with_untracked(|all| all.iter().map(|one| one.file.clone()).collect());
                Some(KeptValue::Files(files))
            }
            Self::Queue => desk.queue().with_untracked(|all| {
                let choices: Vec<&Choices> = all.iter().map(|one| &one.choices).collect();
                text(serde_json::to_string(&choices))
            }),
            Self::Choices => text(serde_json::to_string(&choices(desk))),
            Self::Finished => desk
                .finished
                .with_untracked(|all| (!all.is_empty()).then(|| text(serde_json::to_string(all))).flatten()),
            // Those of what is published come with it, and may be others by the next visit.
            Self::Vocabularies => {
                let now = desk.vocabularies.get_untracked();
                (now != desk.keep().published.get_value())
                    .then(|| KeptValue::Text(dataset::vocabularies_file(&now)))
            }
            Self::Dataset => desk.editing().to_keep().and_then(|kept| text(serde_json::to_string(&kept))),
        }
    }

    /// Puts what was kept on an empty desk. What cannot be read is left out: the file is still where it came from.
    fn restore(self, desk: Desk, value: KeptValue) {
        match (self, value) {
            (Self::File, KeptValue::File(file)) => desk.file.set(Some(file)),
            (Self::QueuedFiles, KeptValue::Files(files)) => {
                let queued = |file| Queued { file, choices: Choices::default() };
                desk.queue().set(files.into_iter().map(queued).collect());
            }
            (Self::Queue, KeptValue::Text(text)) => {
                let choices: Vec<Choices> = serde_json::from_str(&text).unwrap_or_default();
                desk.queue().update(|all| {
                    for (one, choices) in all.iter_mut().zip(choices) {
                        one.choices = choices;
                    }
                });
            }
            (Self::Choices, KeptValue::Text(text)) => {
                restore_choices(desk, serde_json::from_str(&text).unwrap_or_default());
            }
            (Self::Finished, KeptValue::Text(text)) => {
                let all: BTreeMap<String, Finished> = serde_json::from_str(&text).unwrap_or_default();
                let named = |(name, finished): (String, Finished)| {
                    Collection::named(&name).map(|collection| (collection.about().name, finished))
                };
                desk.finished.set(all.into_iter().filter_map(named).collect());
            }
            (Self::Vocabularies, KeptValue::Text(text)) => {
                let file = Fetched::opened("vocabularies.json", text.as_bytes());
                if let Ok((vocabularies, _)) = dataset::read_vocabularies(&file) {
                    desk.vocabularies.set(Shared::new(vocabularies));
                }
            }
            (Self::Dataset, KeptValue::Text(text)) => {
                if let Ok(kept) = serde_json::from_str(&text) {
                    desk.editing().restore(kept);
                }
            }
            (Self::File | Self::QueuedFiles, KeptValue::Text(_))
            | (_, KeptValue::File(_) | KeptValue::Files(_)) => {}
        }
    }
}

/// What is chosen now.
pub fn choices(desk: Desk) -> Choices {
    let Chosen { sheet, header_row, encoding, repairs, dates } = desk.chosen.get_untracked();
    let step = desk.step.get_untracked();
    let defaults = desk.defaults.get_untracked();
    Choices {
        step: steps().position(|known| known == step).unwrap_or_default(),
        collection: desk.collection.get_untracked().about().name.to_owned(),
        sheet,
        header_row,
        encoding,
        repairs,
        day_first: dates.map(|order| order == DateOrder::DayFirst),
        mapping: desk.mapping.get_untracked(),
        defaults: defaults.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        corrections: desk.mend().corrections.with_untracked(|all| {
            all.iter().map(|((row, column), text)| (*row, *column, text.clone())).collect()
        }),
        words: desk.words().with_untracked(|words| {
            let kept = |((path, key), choice): (&(String, String), &WordChoice)| {
                [path.clone(), key.clone(), choice.written().to_owned()]
            };
            words.iter().map(kept).collect()
        }),
        twins: desk.twins().with_untracked(|twins| {
            let kept = |((first, second), choice): (&(String, String), &TwinChoice)| {
                [first.clone(), second.clone(), choice.as_str().to_owned()]
            };
            twins.iter().map(kept).collect()
        }),
        append: !desk.replace.get_untracked(),
        title: desk.title.get_untracked(),
        day: desk.day.get_untracked(),
        start: desk.start().get_untracked(),
        source_name: desk.source_name.get_untracked(),
        source_url: desk.source_url.get_untracked(),
        source_licence: desk.source_licence.get_untracked(),
        leaves_others: !desk.keep_others.get_untracked(),
        compared: desk.since().compared.get_untracked(),
    }
}

impl Choices {
    /// Of a file of which nothing is chosen but the collection.
    pub fn of_collection(collection: Collection) -> Self {
        Self { collection: collection.about().name.to_owned(), ..Self::default() }
    }

    /// The collection of the file.
    pub fn collection(&self) -> Collection {
        Collection::named(&self.collection).unwrap_or_default()
    }
}

/// Puts back what was chosen for the file.
pub fn restore_of_file(desk: Desk, choices: Choices) {
    let order = |day_first| if day_first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
    desk.collection.set(choices.collection());
    desk.chosen.set(Chosen {
        sheet: choices.sheet,
        header_row: choices.header_row,
        encoding: choices.encoding,
        repairs: choices.repairs,
        dates: choices.day_first.map(order),
    });
    desk.mapping.set(choices.mapping);
    let known = super::columns::DEFAULTS.iter();
    let defaults = known.filter_map(|name| choices.defaults.get(*name).map(|value| (*name, value.clone())));
    desk.defaults.set(defaults.collect());
    let corrections = choices.corrections.into_iter();
    desk.mend().corrections.set(corrections.map(|(row, column, text)| ((row, column), text)).collect());
    let words = choices.words.into_iter();
    let words = words.filter_map(|[path, key, choice]| Some(((path, key), WordChoice::read(&choice)?)));
    desk.words().set(words.collect());
    let twins = choices.twins.into_iter();
    let twins =
        twins.filter_map(|[first, second, choice]| Some(((first, second), TwinChoice::read(&choice)?)));
    desk.twins().set(twins.collect());
    desk.replace.set(!choices.append);
    desk.since().compared.set(choices.compared);
    // The page of a step is drawn of what is there: that comes first.
    desk.keep().reached.set_value(steps().nth(choices.step).unwrap_or(Step::File));
}

fn restore_choices(desk: Desk, choices: Choices) {
    desk.keep_others.set(!choices.leaves_others);
    for (text, kept) in [
        (desk.title, &choices.title),
        (desk.day, &choices.day),
        (desk.start(), &choices.start),
        (desk.source_name, &choices.source_name),
        (desk.source_url, &choices.source_url),
        (desk.source_licence, &choices.source_licence),
    ] {
        text.set(kept.clone());
    }
    restore_of_file(desk, choices);
}

/// The desk's store, and the lock under which this tab has it.
pub struct Kept {
    store: DeskStore,
    _lock: Option<Lock>,
}

/// Takes up what is kept, and keeps what is done from now on. `then` is called when something was taken up.
pub fn begin(desk: Desk, owner: Option<Owner>, then: impl FnOnce() + 'static) {
    to_the_end(async move {
        let name = browser::scoped("desk");
        let locked = match browser::try_lock(&name).await {
            Locked::Taken => {
                desk.keep().keeping.set(Keeping::OtherTab);
                browser::lock(&name).await
            }
            locked => locked,
        };
        let lock = match locked {
            Locked::Held(lock) => Some(lock),
            Locked::Taken => return,
            Locked::NoLocks => None,
        };
        match DeskStore::open().await {
            Ok(store) => {
                // Whoever has begun meanwhile, while another tab had the desk, goes on with that.
                let is_empty = desk.is_empty();
                let taken_up = is_empty && take_up(desk, &store).await;
                let is_others = !taken_up && !desk.is_empty();
                let kept = Rc::new(Kept { store, _lock: lock });
                desk.keep().keeping.set(Keeping::Kept);
                let keep_all = || {
                    for part in Part::ALL {
                        keep(desk, &kept, part, is_others);
                    }
                };
                match owner {
                    Some(owner) => owner.with(keep_all),
                    None => keep_all(),
                }
                if taken_up {
                    then();
                }
            }
            Err(error) => desk.keep().keeping.set(Keeping::Not(error)),
        }
    });
}

/// Whether anything of worth was kept.
async fn take_up(desk: Desk, store: &DeskStore) -> bool {
    let mut found = Vec::new();
    for part in Part::ALL {
        if let Ok(Some(value)) = store.get(part.name()).await {
            found.push((part, value));
        }
    }
    // Somebody may have brought a file while this was read.
    if desk.is_empty() {
        for (part, value) in found {
            part.restore(desk, value);
        }
        return !desk.is_empty();
    }
    false
}

/// Writes a part soon after each of its changes, and `now` at once.
fn keep(desk: Desk, kept: &Rc<Kept>, part: Part, now: bool) {
    let (kept, waits) = (kept.clone(), Rc::new(Cell::new(false)));
    Effect::new(move |ran: Option<()>| {
        part.track(desk);
        // What is chosen for a file is worth keeping once the file is there.
        desk.keep().empty.track();
        if ran.is_none() && !now || waits.replace(true) {
            return;
        }
        let (kept, waits) = (kept.clone(), waits.clone());
        to_the_end(async move {
            // What is cleared is gone at once.
            if !desk.is_empty() {
                browser::wait(SOON).await;
            }
            waits.set(false);
            let value = if desk.is_empty() { None } else { part.value(desk) };
            desk.keep().keeping.set(match kept.store.put(part.name(), value).await {
                Ok(()) => Keeping::Kept,
                Err(error) => Keeping::Not(error),
            });
        });
    });
}

/// Clears the desk, and with it what is kept.
fn clear(desk: Desk) {
    desk.clear_file();
    desk.queue().set(Vec::new());
    desk.told().set(false);
    desk.collection.set(Collection::default());
    desk.mapping.set(BTreeMap::new());
    desk.defaults.set(BTreeMap::new());
    desk.finished.set(BTreeMap::new());
    desk.replace.set(true);
    desk.keep_others.set(true);
    desk.since().newer.set(Vec::new());
    desk.since().over.set(false);
    for text in [desk.source_name, desk.source_url, desk.source_licence] {
        text.set(String::new());
    }
    let published = untrack(|| app().atlas()).map(|atlas| atlas.manifest.clone()).unwrap_or_default();
    desk.title.set(published.title.unwrap_or_default());
    desk.start().set(published.start.unwrap_or_default());
    desk.editing().clear();
    desk.begin_vocabularies();
    desk.keep().taken_up.set(false);
    app().announce(tr("desk-cleared"));
    desk.go(Step::File);
}

/// Whether what is on the desk is kept, and the way to clear it.
pub fn view(desk: Desk) -> AnyView {
    let words = move || {
        let is_empty = desk.keep().empty.get();
        match desk.keep().keeping.get() {
            Keeping::Asked => String::new(),
            Keeping::Kept if is_empty => tr("desk-will-be-kept"),
            Keeping::Kept if desk.keep().taken_up.get() => tr("desk-taken-up"),
            Keeping::Kept => tr("desk-kept"),
            Keeping::OtherTab => tr("desk-kept-other-tab"),
            Keeping::Not(StoreError::Full) => tr("desk-not-kept-full"),
            Keeping::Not(StoreError::Denied | StoreError::Broken | StoreError::Newer) => tr("desk-not-kept"),
        }
    };
    let way = move || {
        (!desk.keep().empty.get()).then(|| {
            view! { <button type="button" class="linklike" disabled=move || desk.busy.get() on:click=move |_| clear(desk)>{tr_view("desk-clear")}</button> }
                .into_any()
        })
    };
    view! { <p class="note">{words} " " {way}</p> }.into_any()
}
