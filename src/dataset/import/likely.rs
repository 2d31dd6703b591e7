//! What a file is about, told from what is in it.

use super::ImportOptions;
use super::columns::{Columns, columns_of, field_named};
use super::source::{FileKind, Source, kind_of};
use super::table::FARTHEST;
use crate::collection::Collection;

/// The collection that a file is most likely of: what a file of the format says itself, else the one that most of the columns
/// belong to. A name that few collections have a field for counts for more. `None` where no collection could be read of it.
///
/// ```
/// use cluster_atlas::collection::Collection;
/// use cluster_atlas::dataset::likely_collection;
/// let calls = likely_collection("a.csv", b"Title;Deadline;Budget\nA;2027-01-01;1\n");
/// assert_eq!(calls, Some(Collection::Calls));
/// assert_eq!(likely_collection("a.pdf", b"%PDF-1.7"), None);
/// ```
pub fn likely_collection(file: &str, bytes: &[u8]) -> Option<Collection> {
    if let Some(collection) = stated(bytes) {
        return Some(collection);
    }
    let is_text = kind_of(bytes).is_ok_and(|kind| kind == FileKind::Delimited);
    let bytes = if is_text { beginning(bytes) } else { bytes };
    let source = Source::open(file, bytes, &ImportOptions::default()).ok()?;
    let all: Vec<(Collection, Columns)> =
        Collection::ALL.iter().map(|collection| (*collection, columns_of(collection.about().name))).collect();
    let rows = source.sheets.iter().flat_map(|sheet| sheet.rows.iter().take(FARTHEST));
    let mut best: Option<(f64, Collection)> = None;
    for row in rows {
        // The field of each cell in each collection.
        let fields: Vec<Vec<Option<&'static str>>> = row
            .cells
            .iter()
            .map(|cell| all.iter().map(|(_, of)| field_named(cell, of).map(|field| field.path)).collect())
            .collect();
        for (at, (collection, of)) in all.iter().enumerate() {
            let mut found: Vec<&str> = Vec::new();
            let mut score = 0.0;
            for cell in &fields {
                let Some(path) = cell[at].filter(|path| !found.contains(path)) else { continue };
                found.push(path);
                score += 1.0 / cell.iter().flatten().count() as f64;
            }
            let could_be = found.len() >= 2 && found.contains(&of.required);
            if could_be && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, *collection));
            }
        }
    }
    best.map(|(_, collection)| collection)
}

/// Bytes of a text in which its header is.
const BEGINNING: usize = 64 << 10;

/// The first lines of a text.
fn beginning(bytes: &[u8]) -> &[u8] {
    let first = &bytes[..bytes.len().min(BEGINNING)];
    let end = first.iter().rposition(|byte| *byte == b'\n').filter(|_| first.len() < bytes.len());
    end.map_or(first, |end| &first[..=end])
}

/// The collection that a file of the format names.
fn stated(bytes: &[u8]) -> Option<Collection> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(300)]);
    let start: String = start.chars().filter(|c| !c.is_whitespace()).collect();
    let (_, named) = start.split_once("\"format\":\"cluster-atlas/")?;
    Collection::named(named.split('/').next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_by_its_columns() {
        for (text, collection) in [
            ("Cluster name,Country,City,Latitude,Longitude,Website\n", Some(Collection::Organisations)),
            ("Name;Land;Stadt;Website\n", Some(Collection::Organisations)),
            ("Prepared for the board\n\nTitle,Deadline,Audience,Issuer\n", Some(Collection::Calls)),
            ("title,kind,sessions,capacity,application_deadline\n", Some(Collection::Trainings)),
            ("title,hosts,venue,city,country,start,end\n", Some(Collection::Events)),
            ("Event name;Start;End;Venue;City\n", Some(Collection::Events)),
            ("Veranstaltung;Beginn;Ende;Ort\n", Some(Collection::Events)),
            ("{\"edition\": \"a\", \"format\": \"cluster-atlas/policies/1\"}", Some(Collection::Policies)),
            (
                "[{\"title\": \"A\", \"deadline\": \"2027-01-01\", \"issuer\": \"B\"}]",
                Some(Collection::Calls),
            ),
            ("Person,Telephone of hers\n", None),
            ("", None),
        ] {
            assert_eq!(likely_collection("list", text.as_bytes()), collection, "{text}");
        }
    }

    #[test]
    fn every_export_of_ours_is_told() {
        for collection in Collection::ALL {
            let of = columns_of(collection.about().name);
            let header: Vec<&str> = of.fields().map(|field| field.path).collect();
            let told = likely_collection("list.csv", (header.join(",") + "\n").as_bytes());
            assert_eq!(told, Some(*collection));
        }
    }
}
