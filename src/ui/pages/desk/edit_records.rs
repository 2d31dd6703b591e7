//! What is done with one collection of an opened dataset: its records listed, one taken out, one put back.

use std::collections::{BTreeMap, BTreeSet};

use crate::collection::{Collection, CollectionRecord, Marks, Visit, marks};
use crate::dataset::{self, DatasetError, Fetched, Finding, RecordField, RecordFieldKind, Severity};
use crate::domain::{FieldKind, OwnField, Vocabularies};
use crate::ui::messages::LANGUAGES;

/// The records of a collection, each by its identifier and its title, and how many cannot be read.
pub(super) struct Listed {
    pub(super) records: Vec<(String, String)>,
    pub(super) refused: usize,
}

/// A record that is being changed.
pub(super) struct Edited {
    pub(super) id: String,
    pub(super) title: String,
    /// Its fields; terms are there as they are called.
    pub(super) fields: Vec<RecordField>,
    /// What the terms are called that a field may have, by its path.
    pub(super) terms: BTreeMap<String, Vec<String>>,
    /// The terms that it has, by their identifiers.
    ids: BTreeMap<String, String>,
}

impl Edited {
    /// What a field said, as the format writes it.
    pub(super) fn before(&self, path: &str) -> &str {
        let shown = || self.fields.iter().find(|field| field.path == path).map(|field| &field.text);
        self.ids.get(path).or_else(shown).map_or("", String::as_str)
    }
}

/// Why a changed record is not taken.
#[derive(Clone)]
pub(super) enum Fault {
    /// What the reader has found.
    Found(Finding),
    /// Words of a field that are no terms, with what the terms are called.
    NoTerm { path: String, words: Vec<String>, terms: Vec<String> },
}

impl Fault {
    fn is(&self, finding: &Finding) -> bool {
        matches!(self, Self::Found(found) if found.path == finding.path && found.kind == finding.kind)
    }
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
    pub(super) language: &'a str,
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
        with_languages(&mut fields);
        let (mut terms, mut ids) = (BTreeMap::new(), BTreeMap::new());
        for field in &mut fields {
            let Some(all) = dataset::terms_of(self.vocabularies, name, &field.path) else { continue };
            let names = all.iter().map(|term| dataset::called(term.id.as_str(), all, self.language));
            terms.insert(field.path.clone(), names.collect());
            let shown = dataset::called(&field.text, all, self.language);
            ids.insert(field.path.clone(), std::mem::replace(&mut field.text, shown));
        }
        Some(Edited { id: self.id.to_owned(), title: record.title().to_owned(), fields, terms, ids })
    }
}

/// Puts the languages of the interface to texts that may be in several: the format's list of fields names English alone.
fn with_languages(fields: &mut Vec<RecordField>) {
    for name in ["summary", "seeks", "offers"] {
        let path = |language: &str| [name, ".", language].concat();
        let Some(mut at) = fields.iter().position(|field| field.path == path(LANGUAGES[0])) else { continue };
        for language in &LANGUAGES[1..] {
            let path = path(language);
            at += 1;
            let had = fields.iter().position(|field| field.path == path).map(|had| fields.remove(had));
            let none = || RecordField { path, kind: RecordFieldKind::Text, text: String::new() };
            fields.insert(at.min(fields.len()), had.unwrap_or_else(none));
        }
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
    pub(super) edited: &'a Edited,
    pub(super) changed: Vec<RecordField>,
    /// Words that are no terms become some.
    pub(super) takes_new: bool,
    /// The language of their labels.
    pub(super) language: &'a str,
}

/// A collection with a changed record.
pub(super) struct Written {
    pub(super) file: String,
    pub(super) listed: Listed,
    /// Marks of the records as they were.
    pub(super) before: Marks,
    /// What was changed, as it is written now.
    pub(super) changed: Vec<RecordField>,
    /// The vocabularies, where they have new terms.
    pub(super) vocabularies: Option<Vocabularies>,
}

impl Visit for Put<'_> {
    type Output = Result<Written, Vec<Fault>>;

    fn visit<R: CollectionRecord>(mut self) -> Self::Output {
        let name = R::COLLECTION.about().name;
        let (added, mut faults) = self.terms(name);
        let vocabularies = added.as_ref().unwrap_or(self.vocabularies);
        let read = |text: &str| R::read(&Fetched::opened(name, text.as_bytes()), vocabularies).ok();
        let Some(mut loaded) = read(self.text) else { return Err(faults) };
        let id = &self.edited.id;
        let Some(at) = loaded.records.iter().position(|record| record.id().as_str() == id) else {
            return Err(faults);
        };
        let single = R::file(&[&loaded.records[at]], vocabularies);
        // Each fault takes its field out of what is tried again, so that all of them are told at once.
        let mut is_mended = BTreeSet::new();
        let record = loop {
            let again = dataset::with_fields(&single, name, &self.changed).and_then(|text| read(&text));
            let Some(mut again) = again else { return Err(faults) };
            let found: Vec<Finding> =
                again.report.findings.into_iter().filter(|it| it.severity != Severity::Noted).collect();
            if found.is_empty() {
                break again.records.pop();
            }
            let left = self.changed.len();
            let mut mended = false;
            for finding in found {
                match self.mended(&finding, &mut is_mended) {
                    Ok(is_new) => mended |= is_new,
                    // What is about nothing that was typed is found at each try.
                    Err(()) if faults.iter().any(|fault| fault.is(&finding)) => {}
                    Err(()) => faults.push(Fault::Found(finding)),
                }
            }
            if !mended && self.changed.len() == left {
                break None;
            }
        };
        let before = marks(&loaded.records);
        match record {
            Some(record) if faults.is_empty() => loaded.records[at] = record,
            _ => return Err(faults),
        }
        let file = R::file(&loaded.records.iter().collect::<Vec<_>>(), vocabularies);
        let listed = listed(&loaded.records, loaded.report.refused);
        Ok(Written { file, listed, before, changed: self.changed, vocabularies: added })
    }
}

impl Put<'_> {
    /// Puts identifiers for terms; those that are none are told, or are new from now on.
    fn terms(&mut self, collection: &str) -> (Option<Vocabularies>, Vec<Fault>) {
        let (mut added, mut faults) = (None, Vec::new());
        let edited = self.edited;
        for field in &mut self.changed {
            let path = &field.path;
            let known = added.as_ref().unwrap_or(self.vocabularies);
            let Some(terms) = dataset::terms_of(known, collection, path) else { continue };
            let (mut ids, mut words) = dataset::term_ids(&field.text, edited.before(path), terms);
            if !words.is_empty() && self.takes_new {
                let mut more = known.clone();
                dataset::add_terms(&words, &mut more, collection, path, self.language);
                let terms = dataset::terms_of(&more, collection, path).unwrap_or_default();
                (ids, words) = dataset::term_ids(&field.text, edited.before(path), terms);
                added = Some(more);
            }
            if !words.is_empty() {
                let terms = edited.terms.get(path).cloned().unwrap_or_default();
                faults.push(Fault::NoTerm { path: path.clone(), words, terms });
            }
            field.text = ids;
        }
        (added, faults)
    }

    /// Reads what was typed as an importer does, once; where that is of no help, the field is left out. Whether it was read so.
    fn mended(&mut self, finding: &Finding, is_mended: &mut BTreeSet<String>) -> Result<bool, ()> {
        let of = finding.path.as_str();
        let begins = |path: &str, with: &str, sign: char| {
            path.strip_prefix(with).is_some_and(|rest| rest.starts_with(sign))
        };
        let concerns = |path: &str| path == of || begins(path, of, '.') || begins(of, path, '[');
        if let Some(field) = self.changed.iter_mut().find(|field| concerns(&field.path)) {
            if is_mended.insert(field.path.clone())
                && let Some(text) = dataset::as_imported(field, finding)
            {
                field.text = text;
                return Ok(true);
            }
        } else {
            // A part is missing that belongs to one that was changed.
            let whole = |path: &str| path.split(['.', '[']).next().unwrap_or_default().to_owned();
            self.changed.retain(|field| whole(&field.path) != whole(of));
            return Err(());
        }
        self.changed.retain(|field| !concerns(&field.path));
        Err(())
    }
}
