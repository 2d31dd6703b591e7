//! Records as other tools write them: JSON lists, with names where the format has codes.

use std::borrow::Cow;

use super::cells::without_markup;
use super::json_table::listed;
use super::steps::{CellSteps, Part};
use super::values::{Cells, day, mended, private};
use super::{ImportError, ImportOptions};
use crate::dataset::file::{Fetched, fault, text};
use crate::dataset::json::{Entries, Json, list, stream};
use crate::dataset::report::{FindingKind as Kind, Reading};
use crate::domain::without_hidden;

/// Whether a file is JSON rather than a table.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(bytes.trim_ascii_start().first(), Some(b'[' | b'{'))
}

/// The records of a JSON list, or of an object with the member `records` or a list further in, their members renamed as the
/// mapping says.
pub(super) fn json_records<'a>(
    file: &'a str,
    bytes: &'a [u8],
    options: &ImportOptions,
) -> Result<Vec<Json<'a>>, ImportError> {
    let text = text(&Fetched::opened(file, bytes))?;
    let mut records = Vec::new();
    if text.trim_start().starts_with('[') {
        records = list(text).map_err(|error| fault(file, &error))?;
    } else {
        let streamed = stream(text, "records", &mut |_, value| records.push(value))
            .map_err(|error| fault(file, &error))?;
        if streamed.before_list.is_none() {
            records = list(listed(file, text)?).map_err(|error| fault(file, &error))?;
        }
    }
    for record in &mut records {
        let Json::Object(entries) = record else { continue };
        *entries = renamed(std::mem::take(entries), options);
    }
    Ok(records)
}

/// Members under the names that the mapping has for them, with what it does to their texts.
fn renamed<'a>(entries: Entries<'a>, options: &ImportOptions) -> Entries<'a> {
    let mut all: Entries<'a> = Vec::with_capacity(entries.len());
    for (name, value) in entries {
        let Some(mapped) = options.mapping.get(&*name) else {
            all.push((name, value));
            continue;
        };
        let (steps, field) = CellSteps::read(mapped);
        if field.is_empty() {
            continue;
        }
        let Json::Text(text) = value else {
            all.push((Cow::Owned(field.to_owned()), value));
            continue;
        };
        let text = match steps.stripped(&text) {
            Cow::Owned(text) => Cow::Owned(text),
            Cow::Borrowed(_) => text,
        };
        let pair = field.split_once(" & ").filter(|_| steps.split.is_some());
        for (field, part) in match pair {
            Some((first, second)) => vec![(first, Part::First), (second, Part::Second)],
            None => vec![(field, Part::Whole)],
        } {
            let Some(text) = steps.part(&text, part) else { continue };
            let value = match steps.split.as_deref().filter(|_| part == Part::Whole) {
                Some(separator) => {
                    let parts = text.split(separator).map(str::trim).filter(|part| !part.is_empty());
                    Json::List(parts.map(|part| word(part.to_owned())).collect())
                }
                None => word(text.to_owned()),
            };
            match all.iter_mut().find(|(known, _)| known == field).filter(|_| steps.join.is_some()) {
                Some((_, before)) => join(before, value, steps.join.as_deref().unwrap_or(" ")),
                None => all.push((Cow::Owned(field.to_owned()), value)),
            }
        }
    }
    all
}

/// Joins a value to what another member says of the same field.
fn join<'a>(before: &mut Json<'a>, value: Json<'a>, separator: &str) {
    match (before, value) {
        (Json::Text(before), Json::Text(more)) => {
            let before = before.to_mut();
            before.push_str(separator);
            before.push_str(&more);
        }
        (Json::List(before), Json::List(more)) => before.extend(more),
        (Json::List(before), more) => before.push(more),
        (before, Json::List(more)) => {
            let first = std::mem::replace(before, Json::Null);
            *before = Json::List([first].into_iter().chain(more).collect());
        }
        (before, more) => *before = Json::List(vec![std::mem::replace(before, Json::Null), more]),
    }
}

/// The text of a member, empty where there is none.
pub(super) fn text_of(entries: &Entries<'_>, name: &str) -> String {
    match entries.iter().find(|(known, _)| known == name) {
        Some((_, Json::Text(text))) => text.to_string(),
        _ => String::new(),
    }
}

/// Takes a member out; `null` is the same as absent.
pub(super) fn take<'a>(entries: &mut Entries<'a>, name: &str) -> Option<Json<'a>> {
    let position = entries.iter().position(|(known, _)| known == name)?;
    Some(entries.remove(position).1).filter(|value| *value != Json::Null)
}

/// Takes out a list; a single value is a list of one.
pub(super) fn take_list<'a>(entries: &mut Entries<'a>, name: &str) -> Vec<Json<'a>> {
    match take(entries, name) {
        Some(Json::List(list)) => list,
        other => other.into_iter().collect(),
    }
}

/// Whether a member is absent; `null` is taken out and counts as such.
pub(super) fn is_absent(entries: &mut Entries<'_>, name: &str) -> bool {
    entries.retain(|(known, value)| known != name || *value != Json::Null);
    !entries.iter().any(|(known, _)| known == name)
}

/// Puts a value, if there is one, where the format wants it.
pub(super) fn put<'a>(entries: &mut Entries<'a>, name: &'static str, value: Option<Json<'a>>) {
    entries.extend(value.map(|value| (Cow::Borrowed(name), value)));
}

/// A text.
pub(super) fn word<'a>(text: impl Into<Cow<'a, str>>) -> Json<'a> {
    Json::Text(text.into())
}

/// An object, of those members that have a value.
pub(super) fn object<'a, const N: usize>(members: [(&'static str, Option<Json<'a>>); N]) -> Json<'a> {
    let members = members.into_iter().filter_map(|(name, value)| Some((Cow::Borrowed(name), value?)));
    Json::Object(members.collect())
}

/// Changes each text of a member that is a list of texts, or a single one.
pub(super) fn each_text(entries: &mut Entries<'_>, name: &str, change: &dyn Fn(&str) -> String) {
    let Some((_, value)) = entries.iter_mut().find(|(known, _)| known == name) else { return };
    if matches!(value, Json::Text(_)) {
        *value = Json::List(vec![std::mem::replace(value, Json::Null)]);
    }
    let Json::List(list) = value else { return };
    for value in list {
        if let Json::Text(text) = value {
            let changed = change(text);
            *text = Cow::Owned(changed);
        }
    }
}

/// Takes markup and what nobody sees out of all texts of a record: what other tools export of a web page.
pub(super) fn plain_texts(entries: &mut Entries<'_>, path: &str, reading: &mut Reading) {
    for (name, value) in entries {
        let path = if path.is_empty() { name.to_string() } else { [path, ".", name].concat() };
        plain_value(value, &path, reading);
    }
}

fn plain_value(value: &mut Json<'_>, path: &str, reading: &mut Reading) {
    match value {
        Json::Text(text) => {
            if let Some(seen) = without_hidden(text) {
                reading.noted(path, Kind::HiddenCharacters, text);
                *text = seen.into();
            }
            if let Some(plain) = without_markup(text) {
                mended(path, text, &plain, reading);
                *text = plain.into();
            }
            if matches!(path, "url" | "website" | "registration") {
                private(text, path, reading);
            }
        }
        Json::List(list) => list.iter_mut().for_each(|value| plain_value(value, path, reading)),
        Json::Object(entries) => plain_texts(entries, path, reading),
        _ => {}
    }
}

/// Brings a day into the format's way of writing it.
pub(super) fn read_day(entries: &mut Entries<'_>, name: &str, reading: &mut Reading) {
    if let Some((_, Json::Text(text))) = entries.iter_mut().find(|(known, _)| known == name) {
        let cell = Cow::Owned(std::mem::take(text).into_owned());
        *text = day(cell, name, reading);
    }
}

/// Terms given by their labels.
pub(super) fn terms(entries: &mut Entries<'_>, name: &str, cells: &Cells<'_>) {
    // A text that is left out leaves nothing behind.
    let left_out = "\0";
    each_text(entries, name, &|text| cells.listed_term(text, name).unwrap_or_else(|| left_out.to_owned()));
    if let Some((_, Json::List(list))) = entries.iter_mut().find(|(known, _)| known == name) {
        list.retain(|value| !matches!(value, Json::Text(text) if text == left_out));
    }
}

/// A text without a language is English, which is what these files are written in.
pub(super) fn english(entries: &mut Entries<'_>, from: &str, to: &'static str) {
    let value = match take(entries, from) {
        Some(text @ Json::Text(_)) => Some(object([("en", Some(text))])),
        other => other,
    };
    put(entries, to, value);
}

/// One list of `source`, `more_sources` and `sources`, each by its identifier where the options name one.
pub(super) fn sources(entries: &mut Entries<'_>, options: &ImportOptions) {
    let names = ["source", "more_sources", "sources"];
    let all: Vec<Json<'_>> = names.into_iter().flat_map(|name| take_list(entries, name)).collect();
    if all.is_empty() {
        return;
    }
    put(entries, "sources", Some(Json::List(all)));
    each_text(entries, "sources", &|text| {
        options.sources.get(text.trim()).cloned().unwrap_or_else(|| text.to_owned())
    });
}
