//! What the type of a collection's records can do.

use std::fmt::Debug;
use std::pin::Pin;
use std::sync::Arc;

use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded, Manifest, MemberAbout};
use crate::dataset::{ImportError, ImportOptions, Twins};
use crate::domain::{Instant, RecordId, Vocabularies};
use crate::explore::Record;

use super::feeds::Build;
use super::{Collection, Line, RecordPage};

/// A type of record that is a collection.
pub trait CollectionRecord: Debug + Clone + PartialEq + Send + Sync + Sized + 'static {
    /// Its collection.
    const COLLECTION: Collection;
    /// The formats in which its records can be had, the first one first.
    const FORMATS: &'static [Format];
    /// What the pages of the collection say around its records.
    const LIST: ListWords;
    /// The key of how many records stand beside those that count: see [`CollectionRecord::is_beside`].
    const BESIDE: Option<&'static str> = None;
    /// The members of a record, where they are stated as a table: [`dataset::members`](crate::dataset).
    const MEMBERS: &'static [MemberAbout] = &[];
    /// The feeds and calendars that a build writes of its records, each with the key of its link.
    const FEEDS: &'static [(&'static str, &'static str)] = &[];
    /// The collections whose published records an import looks into: who is published already keeps the identifier, and what
    /// is a record of both says in both the same.
    const IMPORT_BESIDE: &'static [Collection] = &[];
    /// A record as it stands at some moment: what is indexed.
    type At: Record + AsRef<Self> + Send + Sync;
    /// What can change about a record as time goes by, beside the day.
    type Standing: PartialEq + Send + Sync + 'static;

    /// The identifier, unique in the collection.
    fn id(&self) -> &RecordId;
    /// What it is called.
    fn title(&self) -> &str;
    /// Where it is from: identifiers of the dataset's sources, or addresses.
    fn sources(&self) -> &[String];

    /// Reads a published file.
    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError>;
    /// Writes the file to publish; read again it gives the same records.
    fn file(records: &[&Self], vocabularies: &Vocabularies) -> String;
    /// Records as a file for visitors; `None` for a format that is not among [`CollectionRecord::FORMATS`]. Of a workbook it
    /// is the table that [`dataset::workbook`](crate::dataset::workbook) makes it of.
    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String>;

    /// Notes what follows from the dataset as a whole: the days of its sources, its own day.
    fn seen_in(&mut self, _manifest: &Manifest) {}

    /// Where it stands at a moment: a value of the facet `status`; `None` for what does not change with the time.
    fn status_at(&self, _now: Instant) -> Option<&'static str> {
        None
    }

    /// Whether it names a record of a collection.
    fn names(&self, _of: Collection, _id: &str) -> bool {
        false
    }

    /// Records as they stand at a moment, to be indexed.
    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At>;
    /// What of a record can change as time goes by: while it is the same, nothing has to be indexed anew.
    fn standing(&self, now: Instant) -> Self::Standing;

    /// Whether it is about what the collection holds and none of it: it is found with the rest, and counted apart.
    fn is_beside(_at: &Self::At) -> bool {
        false
    }

    /// Whether one can still act on it: the sentence above the list counts these apart, as `$open`.
    fn is_open(_at: &Self::At) -> bool {
        false
    }
    /// What a line of a list shows of it.
    fn line(at: &Self::At, now: Instant) -> Line;
    /// What its page shows at a moment.
    fn page(&self, now: Instant) -> RecordPage;

    /// A file of [`CollectionRecord::FEEDS`], as a build writes it; `None` where there is nothing to put into it.
    fn feed(_file: &str, _records: &[Self], _build: &Build<'_>) -> Option<String> {
        None
    }
    /// The JSON Schema of its file.
    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> String;
    /// Whether it states when it closes, as a date or in words.
    fn states_deadline(&self) -> bool {
        false
    }

    /// The records of a list that may be one.
    fn twins(_records: &[Self]) -> Vec<Twins> {
        Vec::new()
    }

    /// One record of two that are one: it has its own fields, and of the other those that it does not have.
    #[must_use]
    fn merged(&self, _other: &Self) -> Self {
        self.clone()
    }

    /// A record of a file put to the one that is published: what the file says takes the place of what is published, and what
    /// it does not say stays. Of some fields a record always has a value: `unsaid` tells where it is not the file's.
    #[must_use]
    fn over(&self, published: &Self, unsaid: &dyn Fn(&str) -> bool) -> Self {
        let file = |record: &Self| Self::file(&[record], &Vocabularies::default());
        let name = Self::COLLECTION.about().name;
        let filled = dataset::filled(&file(self), &file(published), name, unsaid);
        let read =
            |text: String| Self::read(&Fetched::opened(name, text.as_bytes()), &Vocabularies::default()).ok();
        filled.and_then(read).and_then(|mut loaded| loaded.records.pop()).unwrap_or_else(|| self.clone())
    }

    /// Imports a table or a list, see `cargo xtask import` and the desk. `vocabularies` gets the terms that are new, where the
    /// collection makes any; `other` gives a file of the
    /// published dataset by its name, and where the importer has them `towns.txt` and `synonyms.txt`.
    ///
    /// The work is at the pace of the options; without one [`at_once`](crate::dataset::at_once) does it.
    fn import<'a>(
        file: (&'a str, &'a [u8]),
        options: ImportOptions,
        vocabularies: &'a mut Vocabularies,
        other: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Importing<'a, Self>;
}

/// An import under way.
pub type Importing<'a, R> = Pin<Box<dyn Future<Output = Result<Loaded<R>, ImportError>> + 'a>>;

/// Keys of the messages on a collection's own pages; what its pages share with others is in `About`.
#[derive(Debug, Clone, Copy)]
pub struct ListWords {
    /// The heading of its list.
    pub title: &'static str,
    /// How many match; has `$count`, and `$open` for those of [`CollectionRecord::is_open`].
    pub count: &'static str,
    /// That none does.
    pub none: &'static str,
    /// The way from a record to the list.
    pub back: &'static str,
    /// What its own order goes by.
    pub order: &'static str,
}

impl ListWords {
    /// Every key.
    pub fn keys(&self) -> [&'static str; 5] {
        let Self { title, count, none, back, order } = *self;
        [title, count, none, back, order]
    }
}

/// What records are seen against.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The moment.
    pub now: Instant,
    /// The dataset's controlled lists.
    pub vocabularies: &'a Vocabularies,
}

/// A file format for visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table.
    Csv,
    /// The same table as a workbook of Excel.
    Xlsx,
    /// Points with properties.
    GeoJson,
    /// The dataset's own format.
    Json,
}
