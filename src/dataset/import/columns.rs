//! Which column of a table is which field of a record.

mod fields;

use std::collections::BTreeMap;

use super::ImportOptions;
use super::own::{self, OwnColumn};
use crate::dataset::export::{PROVENANCE, is_label};
use crate::dataset::report::{FindingKind as Kind, Reading, Severity};
use crate::domain::{OWN, OwnField};
use crate::explore::fold;

pub(crate) use fields::Shape;
pub(super) use fields::{
    CALLS, Columns, EVENTS, NETWORKS, ORGANISATION_FACTS, ORGANISATIONS, PARTNER_REQUESTS, POLICIES, REGIONS,
    TRAININGS, columns_of,
};

/// Where a column's cells go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// The path in the format.
    pub(super) path: String,
    /// How its cells are read.
    pub(super) shape: Shape,
    /// The field of the dataset's own that it is.
    pub(super) own: Option<OwnColumn>,
}

impl Column {
    /// Whether its cells have days in them.
    pub(super) fn is_dated(&self) -> bool {
        self.shape == Shape::Day || matches!(&*self.path, "cutoffs" | "session.date" | "application_deadline")
    }
}

/// Finds the field of every column; `None` for those that no field wants, which are reported.
///
/// A mapping decides first: from a column's name to a field's, or to nothing for a column to be skipped. Of several
/// columns that could be one field, the mapped one is it, then the one with the field's own name, then the first; the
/// others are reported with the one that was taken.
pub(super) fn columns(
    header: &[String],
    of: &Columns,
    options: &ImportOptions,
    reading: &mut Reading,
) -> Vec<Option<Column>> {
    let mapping = folded(&options.mapping);
    let candidates: Vec<(Option<Column>, u8)> = header
        .iter()
        .map(|name| {
            let mapped = mapping.get(&fold(name)).copied();
            if mapped.is_none() && is_label(header, name) {
                return (None, 2);
            }
            let column = find(mapped.unwrap_or(name), of, &options.declared);
            let is_own = column.as_ref().is_some_and(|column| fold(&column.path) == fold(name));
            (column, if mapped.is_some() { 0 } else { 2 - u8::from(is_own) })
        })
        .collect();
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(header.len());
    for (position, (name, (column, rank))) in header.iter().zip(&candidates).enumerate() {
        let rivals = candidates.iter().enumerate().filter(|(_, (other, _))| match (column, other) {
            (Some(column), Some(other)) => column.path == other.path,
            _ => false,
        });
        let best = rivals.min_by_key(|(position, (_, rank))| (*rank, *position));
        if let Some((taken, (_, better))) = best.filter(|(taken, _)| *taken != position) {
            debug_assert!(better <= rank, "the best of several");
            let path = column.as_ref().map_or("", |column| column.path.as_str());
            let value = format!("{path} is read from column {:?}", header[taken]);
            reading.noted_once(name, Kind::DuplicateValue, Severity::Dropped, &value);
            columns.push(None);
            continue;
        }
        let mapped = mapping.get(&fold(name)).copied();
        let skipped = mapped.is_some_and(|field| field.trim().is_empty())
            || PROVENANCE.contains(&name.as_str())
            || is_label(header, name)
            || name.is_empty();
        if column.is_none() && !skipped {
            reading.noted_once(name, Kind::UnknownField, Severity::Dropped, mapped.unwrap_or(name));
        }
        columns.push(column.clone());
    }
    columns
}

fn folded(mapping: &BTreeMap<String, String>) -> BTreeMap<String, &str> {
    mapping.iter().map(|(column, field)| (fold(column), field.as_str())).collect()
}

/// What a mapping asks for that is not there: columns that the table does not have, fields that the format does not.
pub(super) fn mistakes(
    header: &[String],
    of: &Columns,
    options: &ImportOptions,
) -> (Vec<String>, Vec<String>) {
    let mapping = &options.mapping;
    let header: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let columns = mapping.keys().filter(|column| !header.contains(&fold(column))).cloned();
    let unknown = mapping
        .values()
        .filter(|field| !field.trim().is_empty() && find(field, of, &options.declared).is_none());
    (columns.collect(), unknown.cloned().collect())
}

/// Whether a row could be the header: most of what it names is a field.
pub(super) fn is_header(row: &[String], of: &Columns, options: &ImportOptions) -> bool {
    let mapping = folded(&options.mapping);
    let found: Vec<Column> = row
        .iter()
        .filter_map(|name| find(mapping.get(&fold(name)).copied().unwrap_or(name), of, &options.declared))
        .collect();
    found.len() >= 2 && found.iter().any(|column| column.path == of.required)
}

fn find(name: &str, of: &Columns, declared: &[OwnField]) -> Option<Column> {
    // Languages differ in case and hyphens only, so the name is taken as it stands.
    if let Some((stem, language)) = name.trim().split_once(['_', '.'])
        && stem.eq_ignore_ascii_case("summary")
    {
        let path = format!("summary.{}", language.to_ascii_lowercase());
        return Some(Column { path, shape: Shape::Text, own: None });
    }
    let own_column = |own: OwnColumn| {
        let shape = own::shape_of(own::kind_of(&own, declared));
        Column { path: OwnField::path(&own.id), shape, own: Some(own) }
    };
    if of.has_own() && name.trim().starts_with(OWN) {
        return OwnColumn::read(name).map(own_column);
    }
    let folded = fold(name);
    let own = of.fields().find(|field| fold(field.path) == folded);
    let field = own.or_else(|| of.fields().find(|field| field.also.contains(&folded.as_str())));
    match field {
        Some(field) => Some(Column { path: field.path.to_owned(), shape: field.shape, own: None }),
        None if of.has_own() => own::by_name(name, declared).map(own_column),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::fields::ALL;
    use super::*;
    use crate::collection::Collection;
    use crate::dataset::export::{CALL_COLUMNS, COLUMNS};

    fn path(name: &str) -> Option<String> {
        find(name, &ORGANISATIONS, &[]).map(|column| column.path)
    }

    #[test]
    fn headers_are_matched_without_case_accents_and_punctuation() {
        for (name, expected) in [
            ("NAME", "name"),
            ("Región", "region.name"),
            ("region_code", "region.code"),
            ("Industrial Ecosystems", "ecosystems"),
            ("E-Mail", "email"),
            ("Label level", "label.level"),
            ("summary_FR", "summary.fr"),
            ("summary_sr-Latn", "summary.sr-latn"),
        ] {
            assert_eq!(path(name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn our_own_export_is_known_column_by_column() {
        for column in COLUMNS {
            let expected = column.replace("region_", "region.").replace("members_", "members.");
            let expected = expected.replace("label_", "label.");
            let found = path(column).expect("a field");
            assert!(found == expected || found == format!("location.{column}"), "{column}: {found}");
        }
    }

    #[test]
    fn our_own_export_of_calls_is_known_column_by_column() {
        for column in CALL_COLUMNS {
            let found = find(column, &CALLS, &[]).expect("a field").path;
            assert_eq!(found, column.replace("budget_", "budget."));
        }
    }

    #[test]
    fn other_names_are_folded_and_lead_to_one_field() {
        let stated = Collection::ALL.iter().map(|collection| columns_of(collection.about().name));
        for columns in ALL.iter().map(|columns| **columns).chain(stated) {
            let names: Vec<&str> = columns.fields().flat_map(|field| field.also.iter().copied()).collect();
            for (position, name) in names.iter().enumerate() {
                assert_eq!(fold(name), *name);
                assert!(!names[..position].contains(name), "{name}");
            }
        }
    }
}
