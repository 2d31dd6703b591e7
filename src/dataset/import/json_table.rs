//! Lists of JSON objects and `GeoJSON` as tables: a member is a column, what is in a member has both names with a full stop
//! between them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::ImportError;
use super::geometry::{self, Place};
use super::table::{Row, Sheet};
use crate::dataset::file::{DatasetError, Fetched, fault, text};
use crate::dataset::json::{Entries, Json, list};
use crate::dataset::report::FindingKind as Kind;
use crate::domain::{FieldKind, OWN, Precision, decimal};
use crate::explore::fold;

/// The member of an object that its records are in, the surest first.
const LISTS: [&str; 7] =
    ["features", "records", "data", "items", "results", "organisations", "organizations"];

/// The rows of a list; the first of them are its columns. Records are counted from 1, as the file has them.
pub(super) fn sheet(file: &str, bytes: &[u8]) -> Result<Sheet, ImportError> {
    let text = text(&Fetched::opened(file, bytes))?;
    let records = if text.trim_start().starts_with('[') { text } else { listed(file, text)? };
    let counted = serde_json::from_str::<Vec<IgnoredAny>>(records).map(|all| all.len());
    let records = list(records).map_err(|error| fault(file, &error))?;
    let counted = counted.unwrap_or(records.len());
    Ok(table(records, counted))
}

/// The text of the list in an object: a member of it, or of an object in it. What services answer has the list in `data`
/// or in `data.items`.
pub(super) fn listed<'t>(file: &str, text: &'t str) -> Result<&'t str, ImportError> {
    let members: BTreeMap<String, &'t RawValue> =
        serde_json::from_str(text).map_err(|error| fault(file, &error))?;
    let has_objects = |text: &str| text[1..].trim_start().starts_with('{');
    let found = within(&members, DEEPEST, &has_objects).or_else(|| within(&members, DEEPEST, &|_| true));
    found.ok_or_else(|| DatasetError::NoRecords { file: file.to_owned() }.into())
}

/// How many objects a list may be in.
const DEEPEST: usize = 3;

/// The first list that fits, the nearest first.
fn within<'t>(
    members: &BTreeMap<String, &'t RawValue>,
    deepest: usize,
    fits: &dyn Fn(&str) -> bool,
) -> Option<&'t str> {
    let named = LISTS.into_iter().filter_map(|name| members.get(name));
    let in_order = || named.clone().chain(members.values()).map(|value| value.get());
    let direct = in_order().find(|text| text.starts_with('[') && fits(text));
    direct.or_else(|| {
        let objects = in_order().filter(|text| deepest > 1 && text.starts_with('{'));
        let mut inner = objects.filter_map(|text| serde_json::from_str(text).ok());
        inner.find_map(|inner| within(&inner, deepest - 1, fits))
    })
}

fn table(records: Vec<Json<'_>>, counted: usize) -> Sheet {
    let mut columns: Vec<String> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    // What the values of the dataset's own fields are, as far as JSON says it: the name of a column says the rest.
    let mut own: HashMap<String, FieldKind> = HashMap::new();
    let mut rows = Vec::with_capacity(records.len() + 1);
    for (position, record) in records.into_iter().enumerate() {
        let mut row = Row { number: position + 1, ..Row::default() };
        match record {
            Json::Object(entries) => {
                let mut cells = Vec::with_capacity(entries.len());
                let entries = feature(entries, &mut row.findings);
                kinds_of_own(&entries, &mut own);
                flat(entries, "", &mut cells);
                for (name, cell) in cells {
                    let at = *places.entry(name).or_insert_with_key(|name| {
                        columns.push(name.clone());
                        columns.len() - 1
                    });
                    if row.cells.len() <= at {
                        row.cells.resize(at + 1, String::new());
                    }
                    row.cells[at] = cell;
                }
            }
            other => row.findings.push((Kind::NotAnObject, other.shown().into_owned())),
        }
        rows.push(row);
    }
    for row in &mut rows {
        row.cells.resize(columns.len(), String::new());
    }
    for name in &mut columns {
        if let Some(kind) = own.get(name).filter(|kind| **kind != FieldKind::Line) {
            name.extend([":", kind.as_str()]);
        }
    }
    rows.insert(0, Row { cells: columns, ..Row::default() });
    Sheet { name: String::new(), rows, counted: counted + 1, ends_in_line: false }
}

/// Notes which of the dataset's own fields are numbers or lists in every record that has them.
fn kinds_of_own(entries: &Entries<'_>, own: &mut HashMap<String, FieldKind>) {
    let fields = entries.iter().find(|(name, _)| name.len() + 1 == OWN.len() && OWN.starts_with(&**name));
    let Some((_, Json::Object(fields))) = fields else { return };
    for (name, value) in fields {
        let kind = match value {
            Json::Null => continue,
            Json::Number(_) => FieldKind::Number,
            Json::List(_) => FieldKind::Facet,
            _ => FieldKind::Line,
        };
        let known = own.entry([OWN, name].concat()).or_insert(kind);
        if *known != kind {
            *known = FieldKind::Line;
        }
    }
}

/// What a feature says, with its point as a location; any other object as it is. A shape that is no point is placed in its
/// middle, which is said, and so is it where there is no place at all.
fn feature<'a>(mut entries: Entries<'a>, findings: &mut Vec<(Kind, String)>) -> Entries<'a> {
    let mut take = |name: &str| {
        let position = entries.iter().position(|(known, _)| known == name)?;
        Some(entries.swap_remove(position).1)
    };
    if !matches!(take("type"), Some(Json::Text(kind)) if kind == "Feature") {
        return entries;
    }
    let (properties, geometry, id) = (take("properties"), take("geometry"), take("id"));
    let mut record = if let Some(Json::Object(properties)) = properties { properties } else { Vec::new() };
    let has = |record: &Entries<'_>, name: &str| record.iter().any(|(known, _)| known == name);
    if let Some(id) = id.filter(|_| !has(&record, "id")) {
        record.push((Cow::Borrowed("id"), id));
    }
    if has(&record, "location") {
        return record;
    }
    let (kind, found) = match &geometry {
        Some(Json::Object(members)) => {
            let kind = members.iter().find(|(name, _)| name == "type");
            (kind.map_or_else(String::new, |(_, kind)| kind.shown().into_owned()), geometry::place(members))
        }
        other => (other.as_ref().map_or_else(String::new, |other| other.shown().into_owned()), None),
    };
    let numbers =
        |lon, lat| [("lat", lat), ("lon", lon)].map(|(name, value)| (name.into(), Json::Number(value)));
    let members: Entries<'_> = match found {
        Some(Place::Point(lon, lat)) => numbers(lon, lat).into(),
        Some(Place::Middle(lon, lat)) => {
            findings.push((Kind::PlacedByShape, format!("{kind} → {lat}, {lon}")));
            let mut members = numbers(lon, lat).to_vec();
            members.push(("precision".into(), Json::Text(Precision::Region.as_str().into())));
            members
        }
        None => {
            // What its properties say of the place is read like any other column.
            let is_latitude = |name: &str| matches!(&*fold(name), "lat" | "latitude" | "coordinates" | "gps");
            if !record.iter().any(|(name, _)| is_latitude(name)) {
                findings.push((Kind::NoPoint, kind));
            }
            return record;
        }
    };
    record.push((Cow::Borrowed("location"), Json::Object(members)));
    record
}

fn flat(entries: Entries<'_>, before: &str, cells: &mut Vec<(String, String)>) {
    for (name, value) in entries {
        let name = if before.is_empty() { name.into_owned() } else { [before, ".", &name].concat() };
        match value {
            Json::Object(members) => flat(members, &name, cells),
            Json::List(values) => {
                let texts: Vec<String> =
                    values.into_iter().map(plain).filter(|text| !text.is_empty()).collect();
                cells.push((name, texts.join("; ")));
            }
            other => cells.push((name, plain(other))),
        }
    }
}

/// A value as a cell: an object in a list by its name.
fn plain(value: Json<'_>) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(value) => value.to_string(),
        Json::Number(value) => decimal::written(value),
        Json::Text(text) => text.into_owned(),
        Json::Unreadable(text) => text.to_owned(),
        Json::List(values) => values.into_iter().map(plain).collect::<Vec<_>>().join(", "),
        Json::Object(members) => {
            let named = ["name", "label", "title", "value", "id"];
            let found = named.iter().find_map(|wanted| members.iter().position(|(name, _)| name == wanted));
            let at = found.unwrap_or(0);
            members.into_iter().nth(at).map_or_else(String::new, |(_, value)| plain(value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let sheet = sheet("a.json", text.as_bytes()).expect("a list");
        assert_eq!(sheet.rows.len(), sheet.counted);
        sheet.rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn members_are_columns_and_points_are_locations() {
        let list = r#"[{"name":"A","members":{"total":3}},{"name":"B","tags":["x","y"],"open":true}]"#;
        assert_eq!(rows(list)[0], ["name", "members.total", "tags", "open"]);
        assert_eq!(rows(list)[2], ["B", "", "x; y", "true"]);
        for (text, is_found) in [
            (r#"{"meta":{"pages":[1]},"data":{"items":[{"name":"A"}]}}"#, true),
            (r#"{"tags":["a"],"payload":{"rows":[{"name":"A"}]}}"#, true),
            (r#"{"response":{"data":{"list":[{"name":"A"}]}}}"#, true),
            (r#"{"a":{"b":{"c":{"d":[{"name":"A"}]}}}}"#, false),
            (r#"{"a":1}"#, false),
        ] {
            let found = super::sheet("a.json", text.as_bytes());
            assert_eq!(found.is_ok_and(|sheet| sheet.rows[1].cells == ["A"]), is_found, "{text}");
        }
        let features = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":7,
            "geometry":{"type":"Point","coordinates":[11.5,50.9]},"properties":{"name":"A"}}]}"#;
        assert_eq!(
            rows(features),
            [["name", "id", "location.lat", "location.lon"], ["A", "7", "50.9", "11.5"]]
        );
        let shapes = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[11,50],[12,51]]},"properties":{"name":"A"}},
            {"type":"Feature","geometry":null,"properties":{"name":"B"}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":{"name":"C"}}]}"#;
        let sheet = super::sheet("a.geojson", shapes.as_bytes()).expect("a list");
        let said: Vec<_> = sheet.rows.iter().flat_map(|row| row.findings.clone()).collect();
        assert_eq!(
            said,
            [
                (Kind::PlacedByShape, "LineString → 50.5, 11.5".to_owned()),
                (Kind::NoPoint, "null".to_owned()),
                (Kind::NoPoint, "Point".to_owned()),
            ]
        );
        assert_eq!(sheet.rows[1].cells, ["A", "50.5", "11.5", "region"]);
    }
}
