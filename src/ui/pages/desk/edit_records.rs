//! What is done with one collection of an opened dataset: its records listed, one taken out, one put back.

use crate::collection::{Collection, CollectionRecord, Marks, Visit, marks};
use crate::dataset::{self, DatasetError, Fetched, Finding, RecordField, RecordFieldKind, Severity};
use crate::domain::{FieldKind, OwnField, Vocabularies};

/// The records of a collection, each by its identifier and its title, and how many cannot be read.
pub(super) struct Listed {
    pub(super) records: Vec<(String, String)>,
    pub(super) refused: usize,
}

/// A record that is being changed.
pub(super) struct Edited {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) fields: Vec<RecordField>,
}

/// Lists the records of a collection.
pub(super) struct List<'a> {
    pub(super) file: &'a Fetched<'a>,
    pub(super) vocabularies: &'a Vocabularies,
}

impl Visit for List<'_> {
    type Output = Result<Listed, DatasetError>;

    fn visit<R: CollectionRecord>(self) -> Self::Output {
        let loaded = R::read(self.file, self.vocabularies)?;
        Ok(listed(&loaded.records, loaded.report.refused))
    }
}

fn listed<R: CollectionRecord>(records: &[R], refused: usize) -> Listed {
    let named = |record: &R| (record.id().to_string(), record.title().to_owned());
    Listed { records: records.iter().map(named).collect(), refused }
}

/// Takes a record out of a collection's file, to be changed.
pub(super) struct Take<'a> {
    pub(super) text: &'a str,
    pub(super) vocabularies: &'a Vocabularies,
    pub(super) id: &'a str,
}

impl Visit for Take<'_> {
    type Output = Option<Edited>;

    fn visit<R: CollectionRecord>(self) -> Option<Edited> {
        let name = R::COLLECTION.about().name;
        let loaded = R::read(&Fetched::opened(name, self.text.as_bytes()), self.vocabularies).ok()?;
        let record = loaded.records.iter().find(|record| record.id().as_str() == self.id)?;
        let file = R::file(&[record], self.vocabularies);
        let mut fields = dataset::record_fields(&file, name)?;
        if R::COLLECTION == Collection::Organisations {
            fields.extend(own_fields(self.vocabularies, &fields));
        }
        Some(Edited { id: self.id.to_owned(), title: record.title().to_owned(), fields })
    }
}

/// The dataset's own fields that a record does not have yet.
fn own_fields(vocabularies: &Vocabularies, had: &[RecordField]) -> Vec<RecordField> {
    let field = |field: &OwnField| {
        let kind = match field.kind {
            FieldKind::Number => RecordFieldKind::Number,
            FieldKind::Facet => RecordFieldKind::List,
            FieldKind::Line | FieldKind::Link | FieldKind::Date | FieldKind::Picture => RecordFieldKind::Text,
        };
        RecordField { path: OwnField::path(&field.id), kind, text: String::new() }
    };
    let is_new = |field: &RecordField| had.iter().all(|known| known.path != field.path);
    vocabularies.fields.iter().map(field).filter(is_new).collect()
}

/// Puts a changed record back; answers with what was wrong with it.
pub(super) struct Put<'a> {
    pub(super) text: &'a str,
    pub(super) vocabularies: &'a Vocabularies,
    pub(super) id: &'a str,
    pub(super) changed: &'a [RecordField],
}

/// A collection with a changed record.
pub(super) struct Written {
    pub(super) file: String,
    pub(super) listed: Listed,
    /// Marks of the records as they were.
    pub(super) before: Marks,
}

impl Visit for Put<'_> {
    type Output = Result<Written, Vec<Finding>>;

    fn visit<R: CollectionRecord>(self) -> Self::Output {
        let Self { text, vocabularies, id, changed } = self;
        let name = R::COLLECTION.about().name;
        let read = |text: &str| R::read(&Fetched::opened(name, text.as_bytes()), vocabularies).ok();
        let Some(mut loaded) = read(text) else { return Err(Vec::new()) };
        let Some(at) = loaded.records.iter().position(|record| record.id().as_str() == id) else {
            return Err(Vec::new());
        };
        let single = R::file(&[&loaded.records[at]], vocabularies);
        let Some(mut again) = dataset::with_fields(&single, name, changed).and_then(|text| read(&text))
        else {
            return Err(Vec::new());
        };
        let faults: Vec<Finding> =
            again.report.findings.into_iter().filter(|it| it.severity != Severity::Noted).collect();
        let before = marks(&loaded.records);
        match again.records.pop() {
            Some(record) if faults.is_empty() => loaded.records[at] = record,
            _ => return Err(faults),
        }
        let file = R::file(&loaded.records.iter().collect::<Vec<_>>(), vocabularies);
        Ok(Written { file, listed: listed(&loaded.records, loaded.report.refused), before })
    }
}
