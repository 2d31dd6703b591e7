//! The work of the desk: looking at a file, importing it. All of it happens here, in the browser.
//!
//! There is one thread. So rows are read in slices, between which the page answers, says how far it is, and can be told to stop;
//! what is done in one piece (a workbook opened, an edition written) is short beside that.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{self, Brought};
use crate::collection::{
    Changes, Collection, CollectionRecord, Marks, Phrase, Setting, Visit, appended, marks, settled,
};
use crate::dataset::{
    Counted, DatasetError, Fetched, Finding, FindingKind, ImportError, ImportOptions, Loaded, Pace, Report,
    Rest, Severity, TwinChoices, Word, WordChoices, declare_words, refused_rows, surveying,
};
use crate::domain::{Instant, Point, Vocabularies};
use crate::explore::Record;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{language, tr};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;
use crate::ui::{sentences, store};

use super::against::{Needed, beside, needed, said};
use super::mapping::mapping_file;
use super::newer;
use super::packing::source;
use super::state::{Desk, Finished, Progress, Step};
use super::twins::{self, Twin};

/// Why there is no outcome.
#[derive(Debug, Clone)]
pub enum Failure {
    /// The file cannot be imported.
    Import(ImportError),
    /// What is published could not be had, so that nothing can be held against it.
    Published(DatasetError),
}

/// A record as the preview shows it.
pub struct Previewed {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What its line in a list says.
    pub about: Vec<Phrase>,
}

/// A collection as it would be published.
pub struct Edition {
    /// Its file.
    pub file: String,
    /// How many records it has.
    pub records: usize,
    /// What it changes.
    pub changes: Changes,
}

/// What came of a file.
pub struct Outcome {
    /// What was found.
    pub report: Report,
    /// The first records.
    pub preview: Vec<Previewed>,
    /// What the records are called that something was found of.
    pub titles: BTreeMap<String, String>,
    /// Where records are, as far as a preview shows them, each with its identifier: suspects always.
    pub placed: Vec<(String, Point)>,
    /// Where the file puts records that have no place because of that.
    pub misplaced: Vec<(String, Point)>,
    /// How many records name no source.
    pub unsourced: usize,
    /// How many have a place.
    pub with_place: usize,
    /// Where the records take the place of those that are published.
    pub replaced: Edition,
    /// Where they are put to them.
    pub appended: Edition,
    /// What tells the published records that it was compared with from later ones; `None` where there are none.
    pub begun: Option<Marks>,
    /// The vocabularies, with new terms.
    pub vocabularies: Vocabularies,
    /// The rows that were refused, as a table.
    pub refused: Option<String>,
    /// Categories that are no terms, with what has become of each.
    pub words: Vec<Word>,
    /// Records that may be one, whatever was decided about them.
    pub twins: Vec<Twin>,
    /// How many more of them are not listed.
    pub more_twins: usize,
    /// How many records are gone, as was decided.
    pub gone: usize,
    /// What was chosen for categories then.
    pub chosen: WordChoices,
    /// What was decided about records that may be one.
    pub decided: TwinChoices,
}

/// Records that the preview shows.
const PREVIEWED: usize = 200;
/// Records that its map shows, but for suspects.
const PLACED: usize = 10_000;

impl Outcome {
    /// Records of which somebody should look where they are, or whether they are twice.
    pub fn suspects(&self) -> impl Iterator<Item = &Finding> {
        let is_there = |finding: &&Finding| {
            finding.record.as_ref().is_some_and(|record| self.titles.contains_key(record))
        };
        suspects(&self.report).filter(is_there)
    }
}

fn suspects(report: &Report) -> impl Iterator<Item = &Finding> {
    use FindingKind::{FarFromCountry, LikelyDuplicate, NullIsland, SwappedCoordinates};
    let is_suspect = |finding: &&Finding| {
        matches!(finding.kind, FarFromCountry | LikelyDuplicate | NullIsland | SwappedCoordinates)
    };
    report.findings.iter().filter(is_suspect)
}

/// Looks at the file anew, after a choice in the control `chosen`: what is drawn anew has the focus where it was.
pub fn look(desk: Desk, chosen: Option<String>) {
    let Some(file) = desk.file.get_untracked() else { return };
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        if surveyed(desk, &file).await {
            desk.outcome.set(None);
        } else {
            // Of a file that nobody has looked at there is nothing to go on with.
            if desk.survey.with_untracked(Option::is_none) {
                desk.clear_file();
            }
            desk.announce(tr("desk-stopped"));
        }
        desk.busy.set(false);
        if let Some(chosen) = chosen {
            browser::focus_soon(&chosen);
        }
    });
}

/// Goes on with a desk that was kept.
pub fn take_up(desk: Desk, atlas: &Shared<Atlas>, now: Instant) {
    desk.keep().taken_up.set(true);
    go_on(desk, atlas, now);
}

/// Goes on with a file that was laid aside: looks at it again, imports it where that had been done, and goes to the step that
/// had been reached.
pub fn go_on(desk: Desk, atlas: &Shared<Atlas>, now: Instant) {
    let reached = desk.keep().reached.get_value();
    let Some(file) = desk.file.get_untracked() else {
        // Of the steps that are about a file there is nothing to show.
        let is_about_file =
            matches!(reached, Step::Columns | Step::Words | Step::Twins | Step::Report | Step::Compare);
        desk.step.set(if is_about_file { Step::File } else { reached });
        return;
    };
    let atlas = atlas.clone();
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        // Whoever has brought another file or opened a dataset meanwhile goes on with that.
        let is_there = || {
            desk.step.get_untracked() == Step::File
                && desk.file.with_untracked(|now| now.as_ref().is_some_and(|now| Arc::ptr_eq(now, &file)))
        };
        if !is_there() {
            return;
        }
        let is_surveyed = surveyed(desk, &file).await;
        if !is_there() {
            return;
        }
        if !is_surveyed {
            desk.busy.set(false);
            return;
        }
        if matches!(reached, Step::Words | Step::Twins | Step::Report | Step::Compare | Step::Publish) {
            let outcome = outcome(desk, &atlas, &file, now, None).await;
            if !is_there() {
                return;
            }
            if matches!(outcome, Err(Failure::Import(ImportError::Stopped))) {
                desk.step.set(Step::Columns);
                desk.busy.set(false);
                return;
            }
            // What was looked at is another edition than what is published now: it is for the operator to look again.
            let is_newer = newer::is_newer(desk, outcome.as_ref().ok());
            newer::note(desk, outcome.as_ref().ok());
            desk.since().compared_anew.set(is_newer);
            desk.outcome.set(Some(outcome.map(Arc::new)));
            if is_newer && reached > Step::Compare {
                desk.step.set(Step::Compare);
                desk.busy.set(false);
                return;
            }
        }
        desk.step.set(reached);
        desk.busy.set(false);
    });
}

/// Looks at a file, at a pace. Whether it was not stopped; then everything is as it was before.
async fn surveyed(desk: Desk, file: &Brought) -> bool {
    let collection = desk.collection.get_untracked().about().name;
    let options = desk.options().with_pace(pace(desk));
    let seen = surveying(&file.name, &file.bytes, &options, collection).await;
    if is_stopped(desk) || matches!(seen, Err(ImportError::Stopped)) {
        return false;
    }
    desk.survey.set(Some(seen.map(Arc::new)));
    true
}

/// Goes on from a step at which something was decided; everything is read again where that is not what it was read with.
pub fn go_on_from(desk: Desk, atlas: &Shared<Atlas>, now: Instant, step: Step) {
    let is_other = desk.outcome.with_untracked(|outcome| {
        let Some(Ok(outcome)) = outcome else { return true };
        desk.words().with_untracked(|words| *words != outcome.chosen)
            || desk.twins().with_untracked(|twins| *twins != outcome.decided)
    });
    if is_other {
        import(desk, atlas, now, step);
    } else {
        desk.go(desk.after(step));
    }
}

/// Imports the file, then goes on to what is to be decided behind the step `from`, or to the report.
pub fn import(desk: Desk, atlas: &Shared<Atlas>, now: Instant, from: Step) {
    let Some(file) = desk.file.get_untracked() else { return };
    let (atlas, app) = (atlas.clone(), app());
    let announce = move |text| app.announce(text);
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        let outcome = outcome(desk, &atlas, &file, now, None).await;
        desk.busy.set(false);
        // Whoever stops it stays where they are, with what was there before.
        if matches!(outcome, Err(Failure::Import(ImportError::Stopped))) {
            announce(tr("desk-stopped"));
            browser::focus_soon("desk-step");
            return;
        }
        newer::note(desk, outcome.as_ref().ok());
        // A second file of a collection is put to the first: nobody brings two so that one is lost.
        if desk.outcome.with_untracked(Option::is_none) && ready_of_others(desk).is_some() {
            desk.replace.set(false);
        }
        desk.outcome.set(Some(outcome.map(Arc::new)));
        desk.sure.set(false);
        desk.go(desk.after(from));
    });
}

async fn outcome(
    desk: Desk,
    atlas: &Shared<Atlas>,
    file: &Arc<Brought>,
    now: Instant,
    source: Option<&str>,
) -> Result<Outcome, Failure> {
    let collection = desk.collection.get_untracked();
    let mut options = desk.options().with_pace(pace(desk));
    if let Some(defaults) = defaults(desk, source) {
        options = options.with_defaults("defaults.json", defaults.as_bytes()).map_err(Failure::Import)?;
    }
    let vocabularies = Vocabularies::clone(&desk.vocabularies.get_untracked());
    let base = ready_of_others(desk).map(|ready| ready.file);
    let base = base.or_else(|| desk.editing().in_package(collection));
    let said = said(desk, collection);
    let language = untrack(language);
    let decided = desk.twins().get_untracked();
    let (atlas, file) = (atlas.clone(), Arc::clone(file));
    let beside = needed(desk, collection, base.as_ref());
    let is_nowhere = desk.editing().lacks(collection);
    let job =
        Job { atlas, file, options, vocabularies, language, decided, now, base, beside, is_nowhere, said };
    let outcome = collection.visit(job).await;
    if is_stopped(desk) { Err(Failure::Import(ImportError::Stopped)) } else { outcome }
}

/// Ends the telling of how far it is. Whether somebody has wished it to stop, be it behind the last slice: what was pressed
/// in time holds.
fn is_stopped(desk: Desk) -> bool {
    desk.progress().try_update(Option::take).flatten().is_some_and(|progress| progress.stopped)
}

/// What is ready of the same collection from other files: this file is held against that, so that the package has both.
pub fn ready_of_others(desk: Desk) -> Option<Finished> {
    let name = desk.collection.get_untracked().about().name;
    let ready = desk.finished.with_untracked(|all| all.get(name).cloned())?;
    let file = desk.file.get_untracked()?;
    ready.files.last().is_some_and(|last| *last != file.name).then_some(ready)
}

/// Milliseconds that rows are read at a stretch: whoever presses a key meanwhile does not feel them.
const SLICE: f64 = 40.0;
/// Rows between two looks at the clock, or about as many where bytes are counted.
const ROWS: usize = 64;

/// Has the page answer while rows are read, says how far it is, and stops when somebody wishes it.
fn pace(desk: Desk) -> Pace {
    let (progress, began) = (desk.progress(), Rc::new(Cell::new(js_sys::Date::now())));
    Pace::new(move |counted, done, of| {
        if done % ROWS != 0 || js_sys::Date::now() - began.get() < SLICE {
            return None;
        }
        // What is done in a moment says nothing.
        progress.update(|now| {
            let stopped = now.is_some_and(|now| now.stopped);
            *now = Some(Progress { of_bytes: counted == Counted::Bytes, done, of, stopped });
        });
        let began = Rc::clone(&began);
        Some(Box::pin(async move {
            browser::wait(0).await;
            began.set(js_sys::Date::now());
            !progress.with_untracked(|now| now.is_none_or(|now| now.stopped))
        }) as Rest)
    })
}

/// What holds for every organisation, as the file of the importer has it.
fn defaults(desk: Desk, source: Option<&str>) -> Option<String> {
    if desk.collection.get_untracked() != Collection::Organisations {
        return None;
    }
    let mut all: BTreeMap<&str, String> = desk.defaults.get_untracked();
    all.retain(|_, value| !value.trim().is_empty());
    all.extend(source.map(|source| ("source", source.to_owned())));
    (!all.is_empty()).then(|| serde_json::to_string(&all).unwrap_or_default())
}

/// One import, of whichever collection.
struct Job {
    atlas: Shared<Atlas>,
    file: Arc<Brought>,
    options: ImportOptions,
    vocabularies: Vocabularies,
    /// The language of the labels that new terms get.
    language: String,
    decided: TwinChoices,
    now: Instant,
    /// The collection's file in a package that was opened: it is held against that, not against what is published.
    base: Option<String>,
    /// The collection that the import looks into.
    beside: Vec<Needed>,
    /// A package is open that has no such collection: there is nothing to hold it against.
    is_nowhere: bool,
    /// The fields that the file says something of.
    said: BTreeSet<String>,
}

impl Visit for Job {
    type Output = Pin<Box<dyn Future<Output = Result<Outcome, Failure>>>>;

    fn visit<R: CollectionRecord>(self) -> Self::Output {
        Box::pin(self.run::<R>())
    }
}

impl Job {
    async fn run<R: CollectionRecord>(mut self) -> Result<Outcome, Failure> {
        let Atlas { config, manifest, vocabularies, fault, .. } = &*self.atlas;
        // Without a dataset there is nothing to hold it against, and nothing to lose.
        let before = if let Some(base) = &self.base {
            let file = Fetched::opened(R::COLLECTION.about().name, base.as_bytes());
            Some(R::read(&file, &self.vocabularies).map_err(Failure::Published)?)
        } else if fault.is_some() || self.is_nowhere {
            None
        } else {
            store::read::<R>(config, manifest, vocabularies).await.map_err(Failure::Published)?
        };
        let begun = before.as_ref().filter(|_| self.base.is_none()).map(|loaded| marks(&loaded.records));
        let before = before.map(|loaded| loaded.records).unwrap_or_default();
        let beside = beside(&self.atlas, std::mem::take(&mut self.beside)).await;
        let other = |name: &str| beside.get(name).cloned();
        let Brought { name, bytes } = &*self.file;
        let options = self.options.clone();
        let import = R::import((name, bytes), options, &mut self.vocabularies, &other);
        let loaded = import.await.map_err(Failure::Import)?;
        let words = self.options.words();
        declare_words(&words, &mut self.vocabularies, &self.language);
        let (twins, more_twins) = twins::shown(&loaded.records, &self.decided, &self.vocabularies);
        let mut loaded = loaded;
        let (records, gone) = settled(loaded.records, &self.decided);
        loaded.records = records;
        twins::note(&mut loaded.report, &gone);
        browser::wait(0).await;
        let setting = Setting { now: self.now, vocabularies: &self.vocabularies };
        let first: Vec<Arc<R>> = loaded.records.iter().take(PREVIEWED).cloned().map(Arc::new).collect();
        let standing = R::at(&first, &setting);
        let preview = standing.iter().map(|at| {
            let record: &R = at.as_ref();
            let line = R::line(at, self.now);
            Previewed { id: record.id().to_string(), title: record.title().to_owned(), about: line.about }
        });
        let preview = preview.collect();
        let (placed, with_place) = placed(&loaded, &setting);
        browser::wait(0).await;
        let edition = |records: &[R]| Edition {
            file: R::file(&records.iter().collect::<Vec<_>>(), &self.vocabularies),
            records: records.len(),
            changes: Changes::between(&before, records),
        };
        let replaced = edition(&loaded.records);
        browser::wait(0).await;
        let placed_by_town: BTreeSet<&str> = of_kind(&loaded.report, FindingKind::PlacedByTown);
        let unsaid = |id: &str, path: &str| match path {
            "location" => placed_by_town.contains(id),
            path => !self.said.contains(path),
        };
        let appended = edition(&appended(&before, &loaded.records, &unsaid));
        browser::wait(0).await;
        let why = |finding: &Finding| sentences::finding(finding.kind);
        let refused = (loaded.report.refused > 0).then(|| {
            refused_rows(name, bytes, &self.options, R::COLLECTION.about().name, &loaded.report, &why)
        });
        let unsourced = loaded.records.iter().filter(|record| record.sources().is_empty()).count();
        let found: BTreeSet<&str> =
            loaded.report.findings.iter().filter_map(|finding| finding.record.as_deref()).collect();
        let named = |record: &R| (record.id().to_string(), record.title().to_owned());
        let titles = loaded.records.iter().filter(|record| found.contains(record.id().as_str())).map(named);
        let titles: BTreeMap<String, String> = titles.collect();
        // What was merged or left out is on no map.
        let misplaced = loaded.report.findings.iter().filter_map(misplaced);
        let misplaced = misplaced.filter(|(id, _)| titles.contains_key(id)).collect();
        let report = loaded.report;
        Ok(Outcome {
            report,
            preview,
            titles,
            placed,
            misplaced,
            unsourced,
            with_place,
            replaced,
            appended,
            refused: refused.flatten(),
            begun,
            vocabularies: self.vocabularies,
            words,
            twins,
            more_twins,
            gone: gone.len(),
            decided: self.decided,
            chosen: self.options.word_choices().clone(),
        })
    }
}

/// Where records are, as far as a map shows them, and how many have a place.
fn placed<R: CollectionRecord>(loaded: &Loaded<R>, setting: &Setting<'_>) -> (Vec<(String, Point)>, usize) {
    let suspects: BTreeSet<&str> =
        suspects(&loaded.report).filter_map(|finding| finding.record.as_deref()).collect();
    let (mut placed, mut with_place) = (Vec::new(), 0);
    // In blocks: each record is copied to be asked where it is.
    for block in loaded.records.chunks(PREVIEWED) {
        let block: Vec<Arc<R>> = block.iter().cloned().map(Arc::new).collect();
        for at in R::at(&block, setting) {
            let Some(point) = at.point() else { continue };
            with_place += 1;
            if placed.len() < PLACED || suspects.contains(at.id()) {
                placed.push((at.id().to_owned(), point));
            }
        }
    }
    (placed, with_place)
}

/// Where the file puts a record whose point was not taken.
fn misplaced(finding: &Finding) -> Option<(String, Point)> {
    use FindingKind::{FarFromCountry, NullIsland, SwappedCoordinates};
    let is_place = matches!(finding.kind, FarFromCountry | NullIsland | SwappedCoordinates);
    let id = finding.record.clone().filter(|_| is_place && finding.severity == Severity::Dropped)?;
    let (lat, lon) = finding.value.split_once(", ")?;
    Some((id, Point::new(lat.parse().ok()?, lon.parse().ok()?).ok()?))
}

/// The records that findings of a kind are about.
fn of_kind(report: &Report, kind: FindingKind) -> BTreeSet<&str> {
    let findings = report.findings.iter().filter(|finding| finding.kind == kind);
    findings.filter_map(|finding| finding.record.as_deref()).collect()
}

/// Keeps what came of the file for the package. Organisations without a source get the one that was named.
pub fn finish(desk: Desk, atlas: &Shared<Atlas>, now: Instant, then: impl FnOnce() + 'static) {
    let (Some(file), Some(Ok(kept))) = (desk.file.get_untracked(), desk.outcome.get_untracked()) else {
        then();
        return;
    };
    let (atlas, app) = (atlas.clone(), app());
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        let source = source(desk);
        let again = match &source {
            Some(source) => match outcome(desk, &atlas, &file, now, Some(source.id.as_str())).await {
                Ok(again) => Some(again),
                // Nothing is packed without the source that was named.
                Err(failure) => {
                    let is_stopped = matches!(failure, Failure::Import(ImportError::Stopped));
                    desk.busy.set(false);
                    app.announce(tr(if is_stopped { "desk-stopped" } else { "desk-not-packed" }));
                    return;
                }
            },
            None => None,
        };
        let outcome = again.as_ref().unwrap_or(&kept);
        let edition = if desk.replace.get_untracked() { &outcome.replaced } else { &outcome.appended };
        let name = desk.collection.get_untracked().about().name;
        let mut finished = Finished {
            file: edition.file.clone(),
            records: edition.records,
            report: super::report::in_sentences(desk, outcome),
            mapping: mapping_file(desk),
            refused: outcome.refused.clone(),
            begun: outcome.begun.clone(),
            files: vec![file.name.clone()],
            beside: Vec::new(),
        };
        if let Some(ready) = ready_of_others(desk) {
            finished.begun.clone_from(&ready.begun);
            if !desk.replace.get_untracked() {
                put_to(&mut finished, ready, name);
            }
        }
        let mut vocabularies = outcome.vocabularies.clone();
        // What filters are called may have been said since.
        vocabularies.headings = desk.vocabularies.with_untracked(|now| now.headings.clone());
        desk.vocabularies.set(Shared::new(vocabularies));
        desk.finished.update(|all| drop(all.insert(name, finished)));
        desk.busy.set(false);
        then();
    });
}

/// Puts to what is ready now where it was imported from before, with the reports of that.
fn put_to(finished: &mut Finished, ready: Finished, name: &str) {
    let Finished { files, beside, report, mapping, refused, .. } = ready;
    let number = files.len();
    finished.beside = beside;
    finished.beside.extend([
        (format!("report-{name}-{number}.csv"), report),
        (format!("mapping-{name}-{number}.json"), mapping),
    ]);
    finished.beside.extend(refused.map(|rows| (format!("refused-{name}-{number}.csv"), rows)));
    let own = std::mem::take(&mut finished.files);
    finished.files = files.into_iter().filter(|file| !own.contains(file)).collect();
    finished.files.extend(own);
}
