//! What is on the desk. It lives as long as the app: whoever looks at another page finds everything as it was.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::{self, Brought};
use crate::collection::{Collection, Marks};
use crate::dataset::{Corrections, DateOrder, ImportError, ImportOptions, Survey, TwinChoices, WordChoices};
use crate::domain::Vocabularies;
use crate::ui::atlas::Atlas;
use crate::ui::shared::Shared;
use crate::ui::state::{App, app};

use super::kept::{self, Keeping};
use super::newer::Newer;
use super::opened::Editing;
use super::queue::Queued;
use super::run::{self, Failure, Outcome};

/// The steps, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A file, its sheet, its encoding, its header.
    File,
    /// Which column is which field.
    Columns,
    /// What becomes of categories that are no terms.
    Words,
    /// What becomes of records that may be one.
    Twins,
    /// What was found, and what the records are.
    Report,
    /// What it changes about what is published.
    Compare,
    /// The title, the day, the source, and the package.
    Publish,
    /// Beside the way from a file to a package: records of a dataset that is there already are changed.
    Edit,
}

impl Step {
    /// The way from a file to a package.
    pub const ALL: [Self; 7] =
        [Self::File, Self::Columns, Self::Words, Self::Twins, Self::Report, Self::Compare, Self::Publish];
}

/// A collection that is ready to be packed.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Finished {
    /// Its file.
    pub file: String,
    /// What was found, as CSV; empty where nothing was imported.
    pub report: String,
    /// Which column is which field, as JSON; empty where nothing was imported.
    pub mapping: String,
    /// The rows that were refused, as CSV; `None` where none was.
    pub refused: Option<String>,
    /// How many records it has.
    pub records: usize,
    /// What tells the published records that the work was begun with from later ones; `None` where there were none, or it is
    /// of a package.
    pub begun: Option<Marks>,
    /// The files that it was imported from, in their order.
    pub files: Vec<String>,
    /// What the reports of the earlier ones are, each under its name in the package.
    pub beside: Vec<(String, String)>,
}

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Whether it is the bytes of a file that are counted, not its rows.
    pub of_bytes: bool,
    /// Rows that are read, or bytes.
    pub done: usize,
    /// Rows that there are, or bytes; 0 while nobody knows.
    pub of: usize,
    /// Somebody wishes it to stop.
    pub stopped: bool,
}

/// What has been published since.
#[derive(Clone, Copy)]
pub struct Since {
    /// A mark of the edition that the file on the desk was compared with last; empty where it was with none.
    pub compared: RwSignal<String>,
    /// That was done anew when the desk was taken up, because what is published is newer.
    pub compared_anew: RwSignal<bool>,
    /// The finished collections that newer records are published of.
    pub newer: RwSignal<Vec<Arc<Newer>>>,
    /// Whether those may be overwritten.
    pub over: RwSignal<bool>,
}

/// A row of the file that is being corrected.
pub struct Mending {
    /// Its number, as the spreadsheet shows it.
    pub row: usize,
    /// The names of the columns, each with what stands in the cell.
    pub cells: Vec<(String, String)>,
}

/// What the operator has chosen of a file; what is not chosen is found.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    pub sheet: Option<String>,
    pub header_row: Option<usize>,
    pub encoding: Option<String>,
    /// Text that was encoded twice is read as it was meant.
    pub repairs: bool,
    /// What comes first in days that could be two.
    pub dates: Option<DateOrder>,
}

/// What is corrected in the file.
#[derive(Clone, Copy)]
pub struct Mend {
    /// What stands in cells instead.
    pub corrections: RwSignal<Corrections>,
    /// The row that is being corrected.
    pub row: RwSignal<Option<Arc<Mending>>>,
}

/// Whether what is on the desk is kept on this device.
#[derive(Clone, Copy)]
pub struct Keep {
    /// Whether it is.
    pub keeping: RwSignal<Keeping>,
    /// Whether it was found there when the page was loaded.
    pub taken_up: RwSignal<bool>,
    /// How far one had come with that.
    pub reached: StoredValue<Step>,
    /// Whether there is nothing yet that could be lost.
    pub empty: Memo<bool>,
    /// The vocabularies of what is published.
    pub published: StoredValue<Shared<Vocabularies>>,
}

#[derive(Clone, Copy)]
struct Beside {
    app: App,
    keep: Keep,
    mend: Mend,
    /// A dataset whose records are changed.
    editing: Editing,
    since: Since,
    progress: RwSignal<Option<Progress>>,
    queue: RwSignal<Vec<Queued>>,
    words: RwSignal<WordChoices>,
    twins: RwSignal<TwinChoices>,
    /// Somebody has said what is in the file.
    told: RwSignal<bool>,
    start: RwSignal<String>,
}

/// What is on the desk.
#[derive(Clone, Copy)]
pub struct Desk {
    pub step: RwSignal<Step>,
    pub collection: RwSignal<Collection>,
    pub file: RwSignal<Option<Arc<Brought>>>,
    /// The file could not be read by the browser.
    pub unread: RwSignal<bool>,
    pub chosen: RwSignal<Chosen>,
    pub survey: RwSignal<Option<Result<Arc<Survey>, ImportError>>>,
    /// What the operator has chosen for columns, by their names.
    pub mapping: RwSignal<BTreeMap<String, String>>,
    /// What holds for every row, by the name of the field; an empty text says nothing.
    pub defaults: RwSignal<BTreeMap<&'static str, String>>,
    pub outcome: RwSignal<Option<Result<Arc<Outcome>, Failure>>>,
    pub busy: RwSignal<bool>,
    /// Whether the records take the place of all that are published.
    pub replace: RwSignal<bool>,
    /// That more than a tenth of what is published may vanish.
    pub sure: RwSignal<bool>,
    pub title: RwSignal<String>,
    pub day: RwSignal<String>,
    pub source_name: RwSignal<String>,
    pub source_url: RwSignal<String>,
    pub source_licence: RwSignal<String>,
    /// Whether the package names the published collections that were not brought anew.
    pub keep_others: RwSignal<bool>,
    /// The collections that are ready.
    pub finished: RwSignal<BTreeMap<&'static str, Finished>>,
    /// The vocabularies with the terms that imports have added.
    pub vocabularies: RwSignal<Shared<Vocabularies>>,
    /// What else there is, in one place: whoever is given the desk is given little.
    beside: StoredValue<Beside>,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// The desk; laid out when it is first needed.
pub fn desk(atlas: &Shared<Atlas>, today: &str) -> Desk {
    if let Some(desk) = DESK.with_borrow(|desk| *desk) {
        return desk;
    }
    // Its signals belong to the app, not to the page that needs them first.
    let mut owner = Owner::current();
    while let Some(above) = owner.as_ref().and_then(Owner::parent) {
        owner = Some(above);
    }
    let app = app();
    let desk = match &owner {
        Some(owner) => owner.with(|| Desk::new(atlas, today, app)),
        None => Desk::new(atlas, today, app),
    };
    DESK.set(Some(desk));
    let atlas = atlas.clone();
    kept::begin(desk, owner, move || run::take_up(desk, &atlas, app.now.get_untracked()));
    desk
}

impl Desk {
    fn new(atlas: &Shared<Atlas>, today: &str, app: App) -> Self {
        let (file, finished) = (RwSignal::new(None), RwSignal::new(BTreeMap::new()));
        let editing = Editing::new();
        let queue = RwSignal::new(Vec::new());
        let empty = Memo::new(move |_| {
            file.with(Option::is_none)
                && queue.with(Vec::is_empty)
                && finished.with(BTreeMap::is_empty)
                && !editing.is_worth_keeping()
        });
        let published = Shared::new(atlas.vocabularies.clone());
        Self {
            step: RwSignal::new(Step::File),
            collection: RwSignal::new(Collection::Organisations),
            file,
            unread: RwSignal::new(false),
            chosen: RwSignal::new(Chosen::default()),
            survey: RwSignal::new(None),
            mapping: RwSignal::new(BTreeMap::new()),
            defaults: RwSignal::new(BTreeMap::new()),
            outcome: RwSignal::new(None),
            busy: RwSignal::new(false),
            replace: RwSignal::new(true),
            sure: RwSignal::new(false),
            title: RwSignal::new(atlas.manifest.title.clone().unwrap_or_default()),
            day: RwSignal::new(today.to_owned()),
            source_name: RwSignal::new(String::new()),
            source_url: RwSignal::new(String::new()),
            source_licence: RwSignal::new(String::new()),
            keep_others: RwSignal::new(true),
            finished,
            vocabularies: RwSignal::new(published.clone()),
            beside: StoredValue::new(Beside {
                app,
                keep: Keep {
                    keeping: RwSignal::new(Keeping::Asked),
                    taken_up: RwSignal::new(false),
                    reached: StoredValue::new(Step::File),
                    empty,
                    published: StoredValue::new(published),
                },
                mend: Mend { corrections: RwSignal::new(Corrections::new()), row: RwSignal::new(None) },
                editing,
                since: Since {
                    compared: RwSignal::new(String::new()),
                    compared_anew: RwSignal::new(false),
                    newer: RwSignal::new(Vec::new()),
                    over: RwSignal::new(false),
                },
                progress: RwSignal::new(None),
                queue,
                words: RwSignal::new(WordChoices::new()),
                twins: RwSignal::new(TwinChoices::new()),
                told: RwSignal::new(false),
                start: RwSignal::new(atlas.manifest.start.clone().unwrap_or_default()),
            }),
        }
    }

    /// Says something to those who do not see the page, wherever in the work that is.
    pub fn announce(self, text: String) {
        self.beside.get_value().app.announce(text);
    }

    /// What is known while records of a dataset are changed.
    pub fn editing(self) -> Editing {
        self.beside.get_value().editing
    }

    /// What has been published since.
    pub fn since(self) -> Since {
        self.beside.get_value().since
    }

    /// The files beside the one on the desk: those that wait, and those that were done with.
    pub fn queue(self) -> RwSignal<Vec<Queued>> {
        self.beside.get_value().queue
    }

    /// What becomes of categories.
    pub fn words(self) -> RwSignal<WordChoices> {
        self.beside.get_value().words
    }

    /// What becomes of records that may be one.
    pub fn twins(self) -> RwSignal<TwinChoices> {
        self.beside.get_value().twins
    }

    /// The step behind another one. Where there is nothing to decide nobody has to pass by.
    pub fn after(self, step: Step) -> Step {
        Step::ALL.into_iter().find(|next| *next > step && self.has(*next)).unwrap_or(step)
    }

    /// The step before another one.
    pub fn before(self, step: Step) -> Option<Step> {
        Step::ALL.into_iter().rev().find(|before| *before < step && self.has(*before))
    }

    /// Whether there is anything to decide at a step.
    fn has(self, step: Step) -> bool {
        self.outcome.with_untracked(|outcome| match (step, outcome) {
            (Step::Words, Some(Ok(outcome))) => !outcome.words.is_empty(),
            (Step::Twins, Some(Ok(outcome))) => !outcome.twins.is_empty(),
            (Step::Words | Step::Twins, _) => false,
            (Step::File | Step::Columns | Step::Report | Step::Compare | Step::Publish | Step::Edit, _) => {
                true
            }
        })
    }

    /// Whether somebody has said what is in the file; else it is told by its content.
    pub fn told(self) -> RwSignal<bool> {
        self.beside.get_value().told
    }

    /// The address of the view that a visitor sees first, as it was typed; empty for the usual one.
    pub fn start(self) -> RwSignal<String> {
        self.beside.get_value().start
    }

    /// How far the reading is; `None` where nothing is read.
    pub fn progress(self) -> RwSignal<Option<Progress>> {
        self.beside.get_value().progress
    }

    /// Whether what is on it is kept on this device.
    pub fn keep(self) -> Keep {
        self.beside.get_value().keep
    }

    /// What is corrected in the file.
    pub fn mend(self) -> Mend {
        self.beside.get_value().mend
    }

    /// Whether there is nothing on it that could be lost.
    pub fn is_empty(self) -> bool {
        self.keep().empty.get_untracked()
    }

    /// Forgets the terms that imports have added.
    pub fn begin_vocabularies(self) {
        self.vocabularies.set(self.keep().published.get_value());
    }

    /// Goes to a step; its heading gets the focus.
    pub fn go(self, step: Step) {
        self.step.set(step);
        crate::browser::focus_soon("desk-step");
    }

    /// Forgets the file and what was chosen for it; what was finished stays.
    pub fn clear_file(self) {
        self.file.set(None);
        self.unread.set(false);
        self.chosen.set(Chosen::default());
        self.survey.set(None);
        self.outcome.set(None);
        self.forget_corrections();
        self.words().set(WordChoices::new());
        self.twins().set(TwinChoices::new());
        self.sure.set(false);
        self.since().compared.set(String::new());
        self.since().compared_anew.set(false);
    }

    /// Forgets what was corrected: it is about cells of the sheet that was taken before.
    pub fn forget_corrections(self) {
        self.mend().corrections.set(Corrections::new());
        self.mend().row.set(None);
    }

    /// What was chosen, for the importer. A choice for a column that the sheet does not have waits until there is one.
    pub fn options(self) -> ImportOptions {
        let Chosen { sheet, header_row, encoding, repairs, dates } = self.chosen.get_untracked();
        let declared = self.vocabularies.with_untracked(|vocabularies| vocabularies.fields.clone());
        let language = untrack(crate::ui::messages::language);
        let mut options = ImportOptions::default()
            // No signal: what is read in the background has no page of its own.
            .with_today(browser::now().in_brussels().day)
            .with_repairs(repairs)
            .with_declared(&declared)
            .with_language(&language);
        options = self.mend().corrections.with_untracked(|corrections| options.with_corrections(corrections));
        options = self.words().with_untracked(|words| options.with_words(words));
        if let Some(order) = dates {
            options = options.with_dates(order);
        }
        if let Some(sheet) = sheet {
            options = options.with_sheet(&sheet);
        }
        if let Some(row) = header_row {
            options = options.with_header_row(row);
        }
        if let Some(encoding) = encoding {
            options = options.clone().with_encoding(&encoding).unwrap_or(options);
        }
        let columns = self.survey.with_untracked(|survey| match survey {
            Some(Ok(survey)) => survey.columns.iter().map(|column| column.name.clone()).collect(),
            _ => Vec::new(),
        });
        let mapping = self.mapping.with_untracked(|mapping| {
            let known = mapping.iter().filter(|(column, _)| columns.is_empty() || columns.contains(column));
            known.map(|(column, field)| (column.clone(), field.clone())).collect()
        });
        options.with_columns(&mapping)
    }
}
