//! What is finished becomes one file: the dataset, with what tells of it and what was found.

use leptos::prelude::*;

use crate::collection::{Build, Collection, CollectionRecord, Visit};
use crate::dataset::{self, Config, Fetched, Manifest};
use crate::domain::{Day, Instant, Source, TermId, Vocabularies, WebAddress};
use crate::route::Route;
use crate::signup::Applying;
use crate::ui::atlas::Atlas;
use crate::ui::shared::Shared;

use super::state::Desk;

/// The source that was named, with an identifier made of its name.
pub fn source(desk: Desk) -> Option<Source> {
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

/// The view that a visitor sees first; `None` for the usual one, and where what was typed is no view.
pub fn start(desk: Desk) -> Option<String> {
    let typed = desk.start().get_untracked();
    is_view(&typed).then(|| dataset::start_view(&typed).to_owned()).filter(|view| !view.is_empty())
}

/// Whether an address is one of a view; nothing is: it stands for the usual one.
pub fn is_view(typed: &str) -> bool {
    let view = dataset::start_view(typed);
    let is_nothing = typed.trim().is_empty();
    is_nothing || !view.is_empty() && !matches!(Route::of_view(view), Route::Unknown { .. })
}

/// A file with the mark of its edition, which the manifest names: a page never shows it with a manifest of another one.
fn marked(manifest: &mut Manifest, file: &str, text: String) -> String {
    let edition = dataset::edition_by_content(&text);
    let Some(marked) = dataset::with_edition(&text, &edition) else { return text };
    manifest.editions.insert(file.to_owned(), edition);
    marked
}

/// Where single values are from, in a package.
const PROVENANCE_FILE: &str = "provenance.json";

/// Packs all that is finished, and what else is in a package that was opened. `None` where it cannot be packed.
pub fn packed(desk: Desk, atlas: &Shared<Atlas>, now: Instant) -> Option<Vec<u8>> {
    let finished = desk.finished.get_untracked();
    let title = desk.title.get_untracked().trim().to_owned();
    let keeps = desk.keep_others.get_untracked();
    let mut manifest = if keeps { atlas.manifest.clone() } else { Manifest::default() };
    let (of_package, mut others) = desk.editing().package().unzip();
    manifest = of_package.unwrap_or(manifest);
    manifest.title = (!title.is_empty()).then_some(title);
    manifest.start = start(desk);
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
        files.extend(collection.beside);
        // It may have had another name in the package.
        let before = manifest.collections.insert(name.to_owned(), file);
        before.zip(others.as_mut()).and_then(|(before, others)| others.remove(&before));
    }
    for (file, text) in others.unwrap_or_default() {
        let is_older = Applying::provenance_of(&manifest) == Some(&file);
        if is_older && desk.editing().provenance.with_untracked(Option::is_some) {
            continue;
        }
        let text = marked(&mut manifest, &file, text);
        files.push((format!("data/{file}"), text));
    }
    files.extend(desk.editing().changes_files());
    if let Some(text) = desk.editing().provenance.get_untracked() {
        let text = marked(&mut manifest, PROVENANCE_FILE, text);
        let day = manifest.published.unwrap_or_default();
        Applying::describe(&mut manifest, PROVENANCE_FILE, day);
        files.push((format!("data/{PROVENANCE_FILE}"), text));
    }
    // Where records were changed and nothing imported, there is no report and no choice of columns.
    files.retain(|(_, text)| !text.is_empty());
    files.extend(feeds(desk, atlas, &manifest, &files, now));
    let vocabularies = dataset::vocabularies_file(&desk.vocabularies.get_untracked());
    let vocabularies = marked(&mut manifest, "vocabularies.json", vocabularies);
    files.insert(0, ("data/vocabularies.json".to_owned(), vocabularies));
    files.insert(0, ("data/atlas.json".to_owned(), dataset::manifest_file(&manifest)));
    dataset::pack(&files)
}

/// The feeds and calendars of what is in a package, as a build writes them: they belong beside the page.
fn feeds(
    desk: Desk,
    atlas: &Shared<Atlas>,
    manifest: &Manifest,
    files: &[(String, String)],
    now: Instant,
) -> Vec<(String, String)> {
    let vocabularies = desk.vocabularies.get_untracked();
    let packed = Packed { manifest, files, vocabularies: &vocabularies, config: &atlas.config, now };
    Collection::ALL.iter().flat_map(|collection| collection.visit(packed)).collect()
}

/// What is in a package, for the feeds and calendars of a collection.
#[derive(Clone, Copy)]
struct Packed<'a> {
    manifest: &'a Manifest,
    files: &'a [(String, String)],
    vocabularies: &'a Vocabularies,
    config: &'a Config,
    now: Instant,
}

impl Visit for Packed<'_> {
    type Output = Vec<(String, String)>;

    fn visit<R: CollectionRecord>(self) -> Self::Output {
        let Self { manifest, files, vocabularies, config, now } = self;
        // Whoever has no feed is not read for one.
        let records = || records::<R>(manifest, files, vocabularies);
        let Some(records) = (!R::FEEDS.is_empty()).then(records).flatten() else { return Vec::new() };
        let text = |file: &str| R::feed(file, &records, &Build { config, manifest, now });
        R::FEEDS.iter().filter_map(|(file, _)| Some(((*file).to_owned(), text(file)?))).collect()
    }
}

/// The records of a collection in a package; `None` where it is not in it.
fn records<R: CollectionRecord>(
    manifest: &Manifest,
    files: &[(String, String)],
    vocabularies: &Vocabularies,
) -> Option<Vec<R>> {
    let name = ["data/", manifest.collections.get(R::COLLECTION.about().name)?].concat();
    let (_, text) = files.iter().find(|(known, _)| *known == name)?;
    let mut records = R::read(&Fetched::opened(&name, text.as_bytes()), vocabularies).ok()?.records;
    for record in &mut records {
        record.seen_in(manifest);
    }
    Some(records)
}
