//! The work of the desk: looking at a file, importing it, packing what came of it. All of it happens here, in the browser.
//!
//! It is not taken apart: the page is drawn first with a sentence that says so, then stands still for as long as it takes.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{self, Brought};
use crate::collection::{Changes, Collection, CollectionRecord, Phrase, Setting, Visit, appended};
use crate::dataset::{
    self, DatasetError, Fetched, Finding, FindingKind, ImportError, ImportOptions, Manifest, Report,
    refused_rows, survey,
};
use crate::domain::{Day, Instant, Source, TermId, Vocabularies, WebAddress};
use crate::ui::atlas::Atlas;
use crate::ui::shared::Shared;
use crate::ui::task::to_the_end;
use crate::ui::{files, sentences, store};

use super::edit;
use super::state::{Desk, Finished, Step};

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
    /// Where the records take the place of those that are published.
    pub replaced: Edition,
    /// Where they are put to them.
    pub appended: Edition,
    /// The vocabularies, with new terms.
    pub vocabularies: Vocabularies,
    /// The rows that were refused, as a table.
    pub refused: Option<String>,
}

/// Records that the preview shows.
const PREVIEWED: usize = 200;

impl Outcome {
    /// Records of which somebody should look where they are, or whether they are twice.
    pub fn suspects(&self) -> impl Iterator<Item = &Finding> {
        use FindingKind::{FarFromCountry, LikelyDuplicate, NullIsland, SwappedCoordinates};
        let is_suspect = |finding: &&Finding| {
            matches!(finding.kind, FarFromCountry | LikelyDuplicate | NullIsland | SwappedCoordinates)
        };
        self.report.findings.iter().filter(is_suspect)
    }
}

/// Takes a file from the visitor.
pub fn bring(desk: Desk, file: web_sys::File) {
    desk.clear_file();
    desk.busy.set(true);
    to_the_end(async move {
        if let Some(brought) = browser::read_file(file).await {
            // A workbook is packed too, but holds no dataset.
            if let Some(files) = dataset::unpack(&brought.bytes) {
                desk.busy.set(false);
                edit::open_package(desk, brought.name, files);
                return;
            }
            desk.file.set(Some(Arc::new(brought)));
            look(desk, None);
        } else {
            desk.unread.set(true);
            desk.busy.set(false);
        }
    });
}

/// Looks at the file anew, after a choice in the control `chosen`: what is drawn anew has the focus where it was.
pub fn look(desk: Desk, chosen: Option<String>) {
    let Some(file) = desk.file.get_untracked() else { return };
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        surveyed(desk, &file);
        desk.outcome.set(None);
        desk.busy.set(false);
        if let Some(chosen) = chosen {
            browser::focus_soon(&chosen);
        }
    });
}

/// Goes on with a desk that was kept: looks at its file again, imports it where that had been done, and goes to the step
/// that had been reached.
pub fn take_up(desk: Desk, atlas: &Shared<Atlas>, now: Instant) {
    let reached = desk.keep().reached.get_value();
    desk.keep().taken_up.set(true);
    let Some(file) = desk.file.get_untracked() else {
        // Of the steps that are about a file there is nothing to show.
        let is_about_file = matches!(reached, Step::Columns | Step::Report | Step::Compare);
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
        surveyed(desk, &file);
        if matches!(reached, Step::Report | Step::Compare | Step::Publish) {
            let outcome = outcome(desk, &atlas, &file, now, None).await;
            if !is_there() {
                return;
            }
            desk.outcome.set(Some(outcome.map(Arc::new)));
        }
        desk.step.set(reached);
        desk.busy.set(false);
    });
}

fn surveyed(desk: Desk, file: &Brought) {
    let collection = desk.collection.get_untracked().about().name;
    let seen = survey(&file.name, &file.bytes, &desk.options(), collection);
    desk.survey.set(Some(seen.map(Arc::new)));
}

/// Imports the file, then shows the report.
pub fn import(desk: Desk, atlas: &Shared<Atlas>, now: Instant) {
    let Some(file) = desk.file.get_untracked() else { return };
    let atlas = atlas.clone();
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        let outcome = outcome(desk, &atlas, &file, now, None).await;
        desk.outcome.set(Some(outcome.map(Arc::new)));
        desk.sure.set(false);
        desk.busy.set(false);
        desk.go(Step::Report);
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
    let mut options = desk.options();
    if let Some(defaults) = defaults(desk, source) {
        options = options.with_defaults("defaults.json", defaults.as_bytes()).map_err(Failure::Import)?;
    }
    let vocabularies = Vocabularies::clone(&desk.vocabularies.get_untracked());
    let base = desk.editing().in_package(collection);
    let job = Job { atlas: atlas.clone(), file: Arc::clone(file), options, vocabularies, now, base };
    collection.visit(job).await
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
    now: Instant,
    /// The collection's file in a package that was opened: it is held against that, not against what is published.
    base: Option<String>,
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
        } else if fault.is_some() {
            None
        } else {
            store::read::<R>(config, manifest, vocabularies).await.map_err(Failure::Published)?
        };
        let before = before.map(|loaded| loaded.records).unwrap_or_default();
        let beside = beside(&self.atlas, R::COLLECTION).await;
        let other = |name: &str| beside.get(name).cloned();
        let Brought { name, bytes } = &*self.file;
        let options = self.options.clone();
        let loaded =
            R::import((name, bytes), options, &mut self.vocabularies, &other).map_err(Failure::Import)?;
        let setting = Setting { now: self.now, vocabularies: &self.vocabularies };
        let first: Vec<Arc<R>> = loaded.records.iter().take(PREVIEWED).cloned().map(Arc::new).collect();
        let standing = R::at(&first, &setting);
        let preview = standing.iter().map(|at| {
            let record: &R = at.as_ref();
            let line = R::line(at, self.now);
            Previewed { id: record.id().to_string(), title: record.title().to_owned(), about: line.about }
        });
        let preview = preview.collect();
        let edition = |records: &[R]| Edition {
            file: R::file(&records.iter().collect::<Vec<_>>(), &self.vocabularies),
            records: records.len(),
            changes: Changes::between(&before, records),
        };
        let replaced = edition(&loaded.records);
        let appended = edition(&appended(&before, &loaded.records));
        let why = |finding: &Finding| sentences::finding(finding.kind);
        let refused = (loaded.report.refused > 0).then(|| {
            refused_rows(name, bytes, &self.options, R::COLLECTION.about().name, &loaded.report, &why)
        });
        let report = loaded.report;
        Ok(Outcome {
            report,
            preview,
            replaced,
            appended,
            refused: refused.flatten(),
            vocabularies: self.vocabularies,
        })
    }
}

/// The published files that an import looks into: who is published already keeps the identifier.
async fn beside(atlas: &Shared<Atlas>, collection: Collection) -> BTreeMap<String, Vec<u8>> {
    struct Beside;
    impl Visit for Beside {
        type Output = Option<Collection>;
        fn visit<R: CollectionRecord>(self) -> Self::Output {
            R::IMPORT_BESIDE
        }
    }
    let mut found = BTreeMap::new();
    let Some(needed) = collection.visit(Beside) else { return found };
    if atlas.fault.is_none()
        && let Some(address) = Atlas::file_of(&atlas.config, &atlas.manifest, needed)
        && let (_, Ok(response)) = files::fetch(&address).await
    {
        found.insert(format!("{}.json", needed.about().name), response.body);
    }
    found
}

/// Keeps what came of the file for the package. Organisations without a source get the one that was named.
pub fn finish(desk: Desk, atlas: &Shared<Atlas>, now: Instant, then: impl FnOnce() + 'static) {
    let (Some(file), Some(Ok(kept))) = (desk.file.get_untracked(), desk.outcome.get_untracked()) else {
        then();
        return;
    };
    let atlas = atlas.clone();
    desk.busy.set(true);
    to_the_end(async move {
        browser::next_frame().await;
        let source = source(desk);
        let again = match &source {
            Some(source) => outcome(desk, &atlas, &file, now, Some(source.id.as_str())).await.ok(),
            None => None,
        };
        let outcome = again.as_ref().unwrap_or(&kept);
        let edition = if desk.replace.get_untracked() { &outcome.replaced } else { &outcome.appended };
        let mapping: BTreeMap<String, String> = match desk.survey.get_untracked() {
            Some(Ok(survey)) => {
                survey.columns.iter().map(|column| (column.name.clone(), column.mapped())).collect()
            }
            _ => BTreeMap::new(),
        };
        let finished = Finished {
            file: edition.file.clone(),
            records: edition.records,
            report: dataset::write_report_csv(std::slice::from_ref(&outcome.report)),
            mapping: mapping_file(&mapping),
            refused: outcome.refused.clone(),
        };
        desk.vocabularies.set(Shared::new(outcome.vocabularies.clone()));
        let name = desk.collection.get_untracked().about().name;
        desk.finished.update(|all| drop(all.insert(name, finished)));
        desk.busy.set(false);
        then();
    });
}

/// A mapping as the file that the importer takes too.
pub fn mapping_file(mapping: &BTreeMap<String, String>) -> String {
    serde_json::to_string_pretty(mapping).unwrap_or_default() + "\n"
}

/// The source that was named, with an identifier made of its name.
fn source(desk: Desk) -> Option<Source> {
    let name = desk.source_name.get_untracked().trim().to_owned();
    let id: String = crate::explore::fold(&name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(60)
        .collect();
    let id: TermId = id.trim_matches('-').parse().ok()?;
    let licence = desk.source_licence.get_untracked().trim().to_owned();
    Some(Source {
        id,
        name,
        url: desk.source_url.get_untracked().trim().parse::<WebAddress>().ok(),
        licence: (!licence.is_empty()).then_some(licence),
        dated: None,
        retrieved: desk.day.get_untracked().parse::<Day>().ok(),
        note: None,
    })
}

/// A file with the mark of its edition, which the manifest names: a page never shows it with a manifest of another one.
fn marked(manifest: &mut Manifest, file: &str, text: String) -> String {
    let edition = dataset::edition_by_content(&text);
    let Some(marked) = dataset::with_edition(&text, &edition) else { return text };
    manifest.editions.insert(file.to_owned(), edition);
    marked
}

/// Packs all that is finished, and what else is in a package that was opened. `None` where it cannot be packed.
pub fn packed(desk: Desk, atlas: &Shared<Atlas>) -> Option<Vec<u8>> {
    let finished = desk.finished.get_untracked();
    let title = desk.title.get_untracked().trim().to_owned();
    let keeps = desk.keep_others.get_untracked();
    let mut manifest = if keeps { atlas.manifest.clone() } else { Manifest::default() };
    let (of_package, mut others) = desk.editing().package().unzip();
    manifest = of_package.unwrap_or(manifest);
    manifest.title = (!title.is_empty()).then_some(title);
    manifest.published = desk.day.get_untracked().parse().ok();
    manifest.editions.clear();
    if let Some(source) = source(desk) {
        manifest.sources.retain(|known| known.id != source.id);
        manifest.sources.push(source);
    }
    manifest.vocabularies = Some("vocabularies.json".to_owned());
    let mut files = Vec::new();
    for (name, collection) in finished {
        let file = format!("{name}.json");
        files.push((format!("data/{file}"), marked(&mut manifest, &file, collection.file)));
        files.push((format!("report-{name}.csv"), collection.report));
        files.push((format!("mapping-{name}.json"), collection.mapping));
        files.extend(collection.refused.map(|rows| (format!("refused-{name}.csv"), rows)));
        // It may have had another name in the package.
        let before = manifest.collections.insert(name.to_owned(), file);
        before.zip(others.as_mut()).and_then(|(before, others)| others.remove(&before));
    }
    for (file, text) in others.unwrap_or_default() {
        let text = marked(&mut manifest, &file, text);
        files.push((format!("data/{file}"), text));
    }
    files.extend(desk.editing().changes_files());
    // Where records were changed and nothing imported, there is no report and no choice of columns.
    files.retain(|(_, text)| !text.is_empty());
    let vocabularies = dataset::vocabularies_file(&desk.vocabularies.get_untracked());
    let vocabularies = marked(&mut manifest, "vocabularies.json", vocabularies);
    files.insert(0, ("data/vocabularies.json".to_owned(), vocabularies));
    files.insert(0, ("data/atlas.json".to_owned(), dataset::manifest_file(&manifest)));
    dataset::pack(&files)
}
