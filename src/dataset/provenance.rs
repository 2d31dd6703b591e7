//! Where single values are from: `provenance.json`, beside the collections. Format 1 says once for a record where it is from;
//! this says it for a field that somebody has corrected since; of several for one field the last says where its value is from,
//! and the others are known so that a proposal is applied once. The profile lists it; readers who do not know the file miss
//! nothing else.

use serde::Serialize;

use crate::domain::{Provenance, RecordId, TermId};

use super::fields::{NAME, Object};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::records::read_collection;
use super::report::{FindingKind as Kind, Loaded, Reading};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// The `format` of such a file, without its version.
const FORMAT: &str = "cluster-atlas/provenance";

/// Reads where single values are from.
pub fn read_provenance(fetched: &Fetched<'_>) -> Result<Loaded<Provenance>, DatasetError> {
    read_collection(fetched, FORMAT, &mut |value, reading| read_one(value, reading))
}

fn read_one(value: Json<'_>, reading: &mut Reading) -> Option<Provenance> {
    let Json::Object(entries) = value else {
        reading.refused("", Kind::NotAnObject, &value.shown());
        return None;
    };
    let mut object = Object::from(entries);
    let record = object.parsed::<RecordId>("record", "record", Kind::BadId, reading);
    let field = object.line("field", "field", NAME, reading);
    let source = object.parsed::<TermId>("source", "source", Kind::BadTerm, reading);
    let day = object.day("day", "day", reading);
    let proposal = object.line("proposal", "proposal", NAME, reading);
    object.rest("", reading);
    let (Some(record), Some(field), Some(source), Some(day)) = (record, field, source, day) else {
        // Half of it says nothing about any value.
        reading.refused("", Kind::MissingValue, "");
        return None;
    };
    Some(Provenance { record, field, source, day, proposal })
}

/// Where single values are from, as the file of format 1, one value a line.
pub fn provenance_file(records: &[Provenance]) -> String {
    super::export::collection("provenance", None, records.iter().map(WireProvenance::new))
}

/// A file that says where single values are from: `data/provenance.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: where single values are from, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct ProvenanceFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/provenance/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// The values.
    records: Vec<WireProvenance<'a>>,
}

/// Where one value is from.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Provenance", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireProvenance<'a> {
    /// The organisation's identifier.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    record: &'a str,
    /// The field, as proposals name it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    field: &'a str,
    /// The identifier of one of the dataset's sources.
    source: &'a str,
    /// The day by which the source said so.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    day: String,
    /// The mark of the proposal that it came with, made of its key: by the key itself anybody could withdraw it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    proposal: Option<&'a str>,
}

impl<'a> WireProvenance<'a> {
    fn new(one: &'a Provenance) -> Self {
        Self {
            record: one.record.as_str(),
            field: &one.field,
            source: one.source.as_str(),
            day: one.day.to_string(),
            proposal: one.proposal.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_the_same_and_half_of_it_is_refused() {
        let one = Provenance {
            record: "fr-a".parse().expect("an id"),
            field: "website".to_owned(),
            source: "proposals".parse().expect("a term"),
            day: "2026-11-22".parse().expect("a day"),
            proposal: Some("0a1b2c3d4e".to_owned()),
        };
        let all = [one.clone(), Provenance { proposal: None, ..one }];
        let file = provenance_file(&all);
        let loaded = read_provenance(&Fetched::opened("provenance.json", file.as_bytes())).expect("a file");
        assert_eq!((loaded.records, loaded.report.findings), (all.to_vec(), vec![]));
        let half = file.replace("\"day\":\"2026-11-22\"", "\"day\":7");
        let loaded = read_provenance(&Fetched::opened("provenance.json", half.as_bytes())).expect("a file");
        assert_eq!((loaded.records.len(), loaded.report.refused), (0, 2));
    }
}
