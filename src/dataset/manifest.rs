//! The manifest `atlas.json`: what the dataset is called, where it is from and which files it has.

use litemap::LiteMap;

use crate::domain::{Day, Source};

use super::fields::{ADDRESS, LINE, NAME, Object, SUMMARY, clean_lines, file_address};
use super::file::{DatasetError, Fetched, check_format, fault, text};
use super::json::{Json, stream};
use super::report::{FindingKind as Kind, Reading, Report};

/// The `format` of a manifest, without its version.
pub(crate) const FORMAT: &str = "cluster-atlas";

/// What a dataset says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Its name.
    pub title: Option<String>,
    /// The day it was published: the "today" of its records.
    pub published: Option<Day>,
    /// The view that a visitor sees first, as its address says it without the mark: "explore?country=AT&view=list".
    pub start: Option<String>,
    /// Where the facts come from, with licences and what was done to them.
    pub sources: Vec<Source>,
    /// The file of each collection, by the collection's name, relative to the manifest.
    pub collections: LiteMap<String, String>,
    /// The file of the vocabularies, relative to the manifest.
    pub vocabularies: Option<String>,
    /// The edition of each file, by its name, as a build has marked it.
    pub editions: LiteMap<String, String>,
}

impl Manifest {
    /// The address of one of the dataset's files, relative to the page as the manifest's own address is.
    ///
    /// ```
    /// use cluster_atlas::dataset::Manifest;
    /// assert_eq!(Manifest::resolve("data/atlas.json", "calls.json"), "data/calls.json");
    /// assert_eq!(Manifest::resolve("atlas.json", "https://example.org/x.json"), "https://example.org/x.json");
    /// ```
    pub fn resolve(manifest: &str, file: &str) -> String {
        let folder = manifest.rfind('/').map_or("", |end| &manifest[..=end]);
        if file.contains("://") || file.starts_with('/') {
            file.to_owned()
        } else {
            format!("{folder}{file}")
        }
    }

    /// The edition that a file has to be of, by its address; `None` where any will do.
    pub fn edition_of(&self, address: &str) -> Option<&str> {
        self.editions.get(address.rsplit('/').next()?).map(String::as_str)
    }

    /// The source with an identifier.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id.as_str() == id)
    }

    /// The day by which a source is known to have said what it says: the day it is of, else the day it was read.
    pub fn day_of(&self, id: &str) -> Option<Day> {
        self.source(id).and_then(|source| source.dated.or(source.retrieved))
    }
}

/// Reads a manifest. The report counts its sources.
pub fn read_manifest(fetched: &Fetched<'_>) -> Result<(Manifest, Report), DatasetError> {
    let file = fetched.file;
    let mut reading = Reading::new(file);
    let streamed = stream(text(fetched)?, "", &mut |_, _| {}).map_err(|error| fault(file, &error))?;
    let mut object = Object::from(streamed.header);
    let format = object.take("format");
    check_format(file, if let Some(Json::Text(format)) = &format { Some(format) } else { None }, FORMAT)?;

    let title = object.line("title", "title", NAME, &mut reading);
    let published = object.day("published", "published", &mut reading);
    let start = object.line("start", "start", ADDRESS, &mut reading).map(|view| start_view(&view).to_owned());
    let start = start.filter(|view| !view.is_empty());
    let mut sources: Vec<Source> = Vec::new();
    for value in object.list("sources", "sources", &mut reading) {
        let source = reading.record(|reading| read_source(value, &sources, reading));
        sources.extend(source);
    }
    let mut collections = LiteMap::new();
    match object.take("collections") {
        Some(Json::Object(entries)) => {
            for (name, value) in entries {
                let path = format!("collections.{}", name.chars().take(40).collect::<String>());
                match value {
                    Json::Text(address) => {
                        if let Some(address) = file_address(&address, &path, &mut reading) {
                            collections.insert(name.into_owned(), address);
                        }
                    }
                    Json::Null => {}
                    other => reading.wrong_type(path, &other),
                }
            }
        }
        Some(other) => reading.wrong_type("collections", &other),
        None => {}
    }
    let vocabularies = object.raw("vocabularies", "vocabularies", &mut reading);
    let vocabularies = vocabularies.and_then(|raw| file_address(&raw, "vocabularies", &mut reading));
    let mut editions = LiteMap::new();
    if let Some(Json::Object(entries)) = object.take("editions") {
        for (name, edition) in entries {
            if let Some(edition) = edition.into_text() {
                editions.insert(name.into_owned(), edition.into_owned());
            }
        }
    }
    object.rest("", &mut reading);
    Ok((Manifest { title, published, start, sources, collections, vocabularies, editions }, reading.finish()))
}

/// The view of an address: what stands behind the mark, of a whole address as of a view alone.
///
/// ```
/// use cluster_atlas::dataset::start_view;
/// assert_eq!(start_view("https://example.org/atlas/?lang=de#/calls?status=open"), "calls?status=open");
/// assert_eq!(start_view("#/explore"), "explore");
/// assert_eq!(start_view("explore?q=C#"), "explore?q=C#");
/// ```
pub fn start_view(address: &str) -> &str {
    let whole = address.contains("://").then(|| address.split_once('#').map_or("", |(_, view)| view));
    whole.unwrap_or(address).trim().trim_start_matches(['#', '/'])
}

fn read_source(value: Json<'_>, before: &[Source], reading: &mut Reading) -> Option<Source> {
    let Json::Object(entries) = value else {
        reading.refused("sources", Kind::NotAnObject, &value.shown());
        return None;
    };
    let mut object = Object::from(entries);
    let id = super::vocabularies::read_term_id(&mut object, "sources", reading)?;
    if before.iter().any(|source| source.id == id) {
        reading.refused("sources.id", Kind::DuplicateId, id.as_str());
        return None;
    }
    reading.identified(id.as_str());
    let Some(name) = object.line("name", "sources.name", NAME, reading) else {
        reading.refused("sources.name", Kind::MissingName, "");
        return None;
    };
    let note = object.raw("note", "sources.note", reading);
    let source = Source {
        id,
        name,
        url: object.web("url", "sources.url", reading),
        licence: object.line("licence", "sources.licence", LINE, reading),
        dated: object.day("dated", "sources.dated", reading),
        retrieved: object.day("retrieved", "sources.retrieved", reading),
        note: note.and_then(|note| clean_lines(&note, "sources.note", SUMMARY, reading)),
    };
    object.rest("sources.", reading);
    Some(source)
}
