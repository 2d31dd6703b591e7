//! One record taken apart into texts that a person can change, and put together again. What is not changed stays exactly as
//! it was; what was changed is judged by the collection's own reader, not here.

use std::borrow::Cow;

use super::export::json as quoted;
use super::json::{Entries, Json, stream};
use super::members::edited_members;
use crate::collection::{Collection, CollectionRecord, Visit};
use crate::domain::decimal;

/// A field of a record, as a form shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordField {
    /// Where it is in the record: `name`, `location.lat`, `cutoffs[0].date`.
    pub path: String,
    /// How its text becomes a value.
    pub kind: RecordFieldKind,
    /// What it says; empty where the record does not say it.
    pub text: String,
}

/// How the text of a field becomes a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordFieldKind {
    /// A text.
    Text,
    /// A number; what is none is left to the reader, which says so.
    Number,
    /// Texts, one a line.
    List,
    /// `true` or `false`.
    Flag,
}

/// The fields of the records of each collection that has a reader of its own, but for the identifier, which is in every link: `#` is a number, `?` a flag, `[]` a
/// list. A test holds them against a record that has every field.
const FIELDS: &[(&str, &str)] = &[
    (
        "organisations",
        "name acronym kind country city city_listed region.code region.name location.lat# location.lon# \
         location.precision ecosystems[] expertise[] expertise_basis nace[] members.total# members.sme# members.large# \
         members.research# members.other# founded# staff_fte# label.level label.until website email summary.en updated \
         source",
    ),
    (
        "calls",
        "title issuer topic_id action_type audience[] purpose[] ecosystems[] eligible_countries[] eligible_groups[] \
         eligible_regions[].country eligible_regions[].code eligible_regions[].name opens cutoffs[].date cutoffs[].time \
         cutoffs[].note deadline_words deadline_known? timezone published status budget.eur# budget.note max_grant_eur# \
         summary.en url sources[]",
    ),
    (
        "trainings",
        "title kind format format_assumed? sessions[].id sessions[].date sessions[].start sessions[].end sessions[].place \
         sessions[].online? sessions[].note undated_sessions capacity.from# capacity.to# participants# \
         application_deadline language[] host audience[] topics[] registration summary.en url note sources[]",
    ),
    (
        "events",
        "title kind format format_assumed? days[].date days[].start days[].end days[].note start end date_note hosts[] \
         venue city country location.lat# location.lon# location.precision countries[] ecosystems[] themes[] topics[] \
         audience[] registration registration_deadline registration_note capacity# outcome related.calls[] related.trainings[] \
         related.events[] related.networks[] related.policies[] related.resources[] summary.en url note sources[]",
    ),
    (
        "partner_requests",
        "title kind requester organisations[] country seeks.en offers.en ecosystems[] expertise[] partner_countries[] \
         call_id call deadline published email url note sources[]",
    ),
];

/// The fields of a collection's records; those of a record whose members are stated as a table follow from it.
fn fields_of(collection: &str) -> Cow<'static, str> {
    struct Stated;
    impl Visit for Stated {
        type Output = String;
        fn visit<R: CollectionRecord>(self) -> String {
            edited_members(R::MEMBERS)
        }
    }
    if let Some((_, fields)) = FIELDS.iter().find(|(name, _)| *name == collection) {
        return Cow::Borrowed(fields);
    }
    Collection::named(collection).map_or_else(String::new, |named| named.visit(Stated)).into()
}

/// The fields of the first record of a collection's file, those that it does not have among them; what the record has beside
/// them comes last. `None` where the file has no record.
pub fn record_fields(file: &str, collection: &str) -> Option<Vec<RecordField>> {
    let record = first_record(file)?;
    let mut had = Vec::new();
    leaves(&record, String::new(), &mut had);
    let mut fields: Vec<RecordField> = Vec::new();
    let mut add = |path: String, kind: RecordFieldKind| {
        let at = had.iter().position(|leaf| leaf.path == path);
        let found = at.map(|at| had.remove(at));
        fields.push(RecordField { text: found.map(|leaf| leaf.text).unwrap_or_default(), path, kind });
    };
    let known = fields_of(collection);
    let mut known = known.split_whitespace().peekable();
    while let Some(spec) = known.next() {
        let (path, kind) = kind_of(spec);
        let Some((list, member)) = path.split_once("[].") else {
            add(path.to_owned(), kind);
            continue;
        };
        // What belongs to one element stands together; behind the last one there is room for another.
        let mut members = vec![(member, kind)];
        while let Some(next) = known.next_if(|next| next.starts_with(&[list, "[]."].concat())) {
            let (path, kind) = kind_of(next);
            members.extend(path.split_once("[].").map(|(_, member)| (member, kind)));
        }
        let count = match at(&record, list) {
            Some(Json::List(list)) => list.len(),
            _ => 0,
        };
        for number in 0..=count {
            for (member, kind) in &members {
                add(format!("{list}[{number}].{member}"), *kind);
            }
        }
    }
    had.retain(|leaf| leaf.path != "id");
    fields.extend(had);
    Some(fields)
}

/// The file of the first record with other texts in some of its fields. An empty text takes a value out. `None` where the file
/// has no record.
pub fn with_fields(file: &str, collection: &str, changed: &[RecordField]) -> Option<String> {
    let mut record = first_record(file)?;
    for RecordField { path, kind, text } in changed {
        put(&mut record, path, value_of(text.trim(), *kind));
    }
    Some(written(&pruned(record)?, collection))
}

/// The file of one record.
fn written(record: &Json<'_>, collection: &str) -> String {
    let mut out = ["{\"format\":\"cluster-atlas/", collection, "/1\",\n\"records\":[\n"].concat();
    write(record, &mut out);
    out.push_str("\n]}\n");
    out
}

/// Members that are one statement: a record that has one of them says all of it.
const TOGETHER: &[&[&str]] = &[
    &["cutoffs", "deadline_words", "deadline_known"],
    &["eligible_countries", "eligible_groups", "eligible_regions"],
    &["sessions", "undated_sessions"],
    &["days", "start", "end", "date_note"],
    &["format", "format_assumed"],
];
/// Members that importers fill where a list does not say them.
const ASSUMED: &[&str] = &["kind", "format", "format_assumed", "timezone", "status"];

/// The file of the first record of `file` with what only the first of `other` has; of what a record always has, the value of
/// `other` where the own one is `unsaid`. `None` where one of them has no record.
pub fn filled(file: &str, other: &str, collection: &str, unsaid: &dyn Fn(&str) -> bool) -> Option<String> {
    let (record, before) = (first_record(file)?, first_record(other)?);
    let (Json::Object(mut record), Json::Object(before)) = (record, before) else { return None };
    let had: Vec<String> = record.iter().map(|(name, _)| name.to_string()).collect();
    let has = |name: &str| had.iter().any(|known| known == name);
    // Where it is follows from the town: that of another one is no place of this one.
    let is_moved = has("city") && at_member(&record, "city") != at_member(&before, "city");
    for (name, value) in before {
        let group = TOGETHER.iter().find(|group| group.contains(&&*name));
        let is_said = group.map_or_else(|| has(&name), |group| group.iter().any(|name| has(name)));
        let now = member(&mut record, &name);
        match (now, value) {
            (now, value) if ASSUMED.contains(&&*name) && unsaid(&name) => *now = value,
            // Versions in other languages.
            (Json::Object(now), Json::Object(versions))
                if matches!(&*name, "summary" | "seeks" | "offers") =>
            {
                let absent = |(tag, _): &(_, _)| !now.iter().any(|(known, _)| known == tag);
                let more: Vec<_> = versions.into_iter().filter(absent).collect();
                now.extend(more);
            }
            (_, _) if is_said || (name == "location" && is_moved) => {}
            (now, value) => *now = value,
        }
    }
    Some(written(&pruned(Json::Object(record))?, collection))
}

fn at_member<'v, 'a>(entries: &'v Entries<'a>, name: &str) -> Option<&'v Json<'a>> {
    entries.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// The first record of a file.
fn first_record(file: &str) -> Option<Json<'_>> {
    let mut first = None;
    let visit = &mut |_: &[_], record| {
        first.get_or_insert(record);
    };
    stream(file, "records", visit).ok()?;
    first.filter(|record| matches!(record, Json::Object(_)))
}

/// A path and how its text is read, of its entry in the table.
fn kind_of(spec: &str) -> (&str, RecordFieldKind) {
    if let Some(path) = spec.strip_suffix('#') {
        (path, RecordFieldKind::Number)
    } else if let Some(path) = spec.strip_suffix('?') {
        (path, RecordFieldKind::Flag)
    } else if let Some(path) = spec.strip_suffix("[]") {
        (path, RecordFieldKind::List)
    } else {
        (spec, RecordFieldKind::Text)
    }
}

/// Every value of a record with its path.
pub(super) fn leaves(value: &Json<'_>, path: String, found: &mut Vec<RecordField>) {
    let (kind, text) = match value {
        Json::Object(entries) => {
            for (name, value) in entries {
                let path = if path.is_empty() { name.to_string() } else { [&path, ".", name].concat() };
                leaves(value, path, found);
            }
            return;
        }
        Json::List(list) if list.iter().any(|value| matches!(value, Json::Object(_))) => {
            for (number, value) in list.iter().enumerate() {
                leaves(value, format!("{path}[{number}]"), found);
            }
            return;
        }
        Json::List(list) => {
            let lines: Vec<_> = list.iter().map(Json::shown).collect();
            (RecordFieldKind::List, lines.join("\n"))
        }
        Json::Number(_) => (RecordFieldKind::Number, value.shown().into_owned()),
        Json::Bool(_) => (RecordFieldKind::Flag, value.shown().into_owned()),
        Json::Text(text) => (RecordFieldKind::Text, text.to_string()),
        Json::Null | Json::Unreadable(_) => return,
    };
    found.push(RecordField { path, kind, text });
}

/// The value at a path without numbers.
fn at<'v, 'a>(value: &'v Json<'a>, path: &str) -> Option<&'v Json<'a>> {
    path.split('.').try_fold(value, |value, name| match value {
        Json::Object(entries) => entries.iter().find(|(known, _)| known == name).map(|(_, value)| value),
        _ => None,
    })
}

fn value_of(text: &str, kind: RecordFieldKind) -> Json<'static> {
    let word = |text: &str| Json::Text(Cow::Owned(text.to_owned()));
    if text.is_empty() {
        return Json::Null;
    }
    match kind {
        RecordFieldKind::Text => word(text),
        RecordFieldKind::Number => decimal::read(text).map_or_else(|| word(text), Json::Number),
        RecordFieldKind::Flag => match text {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            other => word(other),
        },
        RecordFieldKind::List => {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            Json::List(lines.map(word).collect())
        }
    }
}

/// Puts a value where a path leads; what is missing on the way is made.
fn put(value: &mut Json<'_>, path: &str, new: Json<'static>) {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    let (name, number) = match step.strip_suffix(']').and_then(|step| step.split_once('[')) {
        Some((name, number)) => (name, number.parse::<usize>().ok()),
        None => (step, None),
    };
    let Json::Object(entries) = value else { return };
    let mut inner = member(entries, name);
    if let Some(number) = number {
        if !matches!(inner, Json::List(_)) {
            *inner = Json::List(Vec::new());
        }
        let Json::List(list) = inner else { return };
        // A form has room for one more than there are.
        if number > list.len() {
            return;
        }
        if number == list.len() {
            list.push(Json::Object(Vec::new()));
        }
        inner = &mut list[number];
    }
    match rest {
        Some(rest) => {
            if !matches!(inner, Json::Object(_)) {
                *inner = Json::Object(Vec::new());
            }
            put(inner, rest, new);
        }
        None => *inner = new,
    }
}

fn member<'v, 'a>(entries: &'v mut Entries<'a>, name: &str) -> &'v mut Json<'a> {
    let at = entries.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
        entries.push((Cow::Owned(name.to_owned()), Json::Null));
        entries.len() - 1
    });
    &mut entries[at].1
}

/// A value without what says nothing; `None` where nothing is left.
fn pruned(value: Json<'_>) -> Option<Json<'_>> {
    match value {
        Json::Null => None,
        Json::Object(entries) => {
            let entries: Entries<'_> =
                entries.into_iter().filter_map(|(name, value)| Some((name, pruned(value)?))).collect();
            (!entries.is_empty()).then_some(Json::Object(entries))
        }
        Json::List(list) => {
            let list: Vec<_> = list.into_iter().filter_map(pruned).collect();
            (!list.is_empty()).then_some(Json::List(list))
        }
        other => Some(other),
    }
}

fn write(value: &Json<'_>, out: &mut String) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(_) | Json::Number(_) => out.push_str(&value.shown()),
        Json::Text(text) => out.push_str(&quoted(&text.as_ref())),
        // As it came: it is JSON, only none that can be taken in.
        Json::Unreadable(text) => out.push_str(text),
        Json::List(list) => {
            out.push('[');
            for (number, value) in list.iter().enumerate() {
                if number > 0 {
                    out.push(',');
                }
                write(value, out);
            }
            out.push(']');
        }
        Json::Object(entries) => {
            out.push('{');
            for (number, (name, value)) in entries.iter().enumerate() {
                if number > 0 {
                    out.push(',');
                }
                out.push_str(&quoted(&name.as_ref()));
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::dataset::Fetched;
    use crate::domain::{Organisation, TermId, Vocabularies};

    fn every_field(collection: &str) -> String {
        let path = format!("{}/tests/fixtures/{collection}-every-field.json", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).expect("the fixture")
    }

    /// What a form offers of a record that has nothing, whatever the number of elements.
    fn offered(collection: &str) -> BTreeSet<String> {
        let fields = record_fields(r#"{"records":[{"id":"a"}]}"#, collection).expect("a record");
        fields.into_iter().map(|field| field.path.replace("[0]", "[]")).collect()
    }

    #[test]
    fn every_field_of_every_collection_is_offered() {
        for collection in Collection::ALL.iter().map(|collection| collection.about().name) {
            let file = every_field(collection);
            let mut had = Vec::new();
            let visit = &mut |_: &[_], record: Json<'_>| leaves(&record, String::new(), &mut had);
            stream(&file, "records", visit).expect("JSON");
            let offered = offered(collection);
            for RecordField { path, .. } in had {
                let path = path.split('[').enumerate().map(|(number, part)| match number {
                    0 => part.to_owned(),
                    _ => format!("[]{}", part.split_once(']').map_or("", |(_, rest)| rest)),
                });
                let path: String = path.collect();
                // What the format does not have, and what is offered where a record has it: other languages, own fields.
                let is_other = matches!(&*path, "id" | "motto")
                    || path.starts_with("summary.")
                    || path.starts_with("fields.");
                assert!(is_other || offered.contains(&path), "{collection}: {path}");
            }
        }
    }

    /// Takes every record apart and puts it together again, each with its own texts.
    struct Unchanged;

    impl Visit for Unchanged {
        type Output = ();

        fn visit<R: CollectionRecord>(self) {
            let name = R::COLLECTION.about().name;
            let vocabularies = Vocabularies::default();
            let text = every_field(name);
            let all =
                R::read(&Fetched::opened("a.json", text.as_bytes()), &vocabularies).expect("the fixture");
            assert!(!all.records.is_empty(), "{name}");
            for record in &all.records {
                let file = R::file(&[record], &vocabularies);
                let fields = record_fields(&file, name).expect("a record");
                for changed in [&fields[..], &[]] {
                    let file = with_fields(&file, name, changed).expect("a record");
                    let again = R::read(&Fetched::opened("a.json", file.as_bytes()), &vocabularies);
                    let again = again.expect("a file");
                    assert_eq!(again.records, std::slice::from_ref(record), "{name}: {file}");
                }
            }
        }
    }

    #[test]
    fn a_record_whose_texts_stay_is_the_same() {
        for collection in Collection::ALL {
            collection.visit(Unchanged);
        }
    }

    /// Fields of a record with other texts.
    fn changed(file: &str, collection: &str, texts: &[(&str, &str)]) -> Vec<RecordField> {
        let mut fields = record_fields(file, collection).expect("a record");
        fields.retain_mut(|field| {
            let found = texts.iter().find(|(path, _)| *path == field.path);
            found.map(|(_, text)| (*text).clone_into(&mut field.text)).is_some()
        });
        fields
    }

    fn edited(texts: &[(&str, &str)]) -> (Vec<Organisation>, Vec<String>) {
        let file = r#"{"records":[{"id":"a","name":"A","country":"FR","ecosystems":["health","digital"],
            "location":{"lat":48.85,"lon":2.35},"founded":1999,"website":"https://example.org/"}]}"#;
        let changed = changed(file, "organisations", texts);
        let file = with_fields(file, "organisations", &changed).expect("a record");
        let fetched = Fetched::opened("a.json", file.as_bytes());
        let loaded = Organisation::read(&fetched, &Vocabularies::default()).expect("a file");
        let found = loaded.report.findings.iter().map(|finding| finding.path.clone()).collect();
        (loaded.records, found)
    }

    #[test]
    fn texts_become_values_and_empty_ones_take_them_out() {
        let (records, found) = edited(&[
            ("name", "  Pôle \"A\" <b>"),
            ("ecosystems", "health\n\n mobility "),
            ("founded", ""),
            ("location.lat", ""),
            ("location.lon", ""),
            ("members.total", "120"),
            ("summary.en", "Une grappe"),
        ]);
        let record = &records[0];
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(record.name, "Pôle \"A\" <b>");
        assert_eq!(record.ecosystems.iter().map(TermId::as_str).collect::<Vec<_>>(), ["health", "mobility"]);
        assert_eq!((record.founded, record.location, record.members.total), (None, None, Some(120)));
        assert_eq!(record.summary.in_language("en").map(|(_, text)| text), Some("Une grappe"));
    }

    #[test]
    fn what_the_reader_does_not_take_is_told_by_its_field() {
        for (path, text) in [
            ("website", "javascript:alert(1)"),
            ("founded", "long ago"),
            ("country", "Atlantis"),
            ("location.lat", "1e999"),
            ("name", ""),
        ] {
            let (_, found) = edited(&[(path, text)]);
            let named = found.iter().any(|found| path.starts_with(found.as_str()));
            assert!(named, "{path}: {found:?}");
        }
    }

    #[test]
    fn there_is_room_for_one_more_element_and_emptied_ones_go() {
        let file =
            r#"{"records":[{"id":"a","title":"A","cutoffs":[{"date":"2026-01-01"},{"date":"2026-02-01"}]}]}"#;
        let fields = record_fields(file, "calls").expect("a record");
        let dates = fields.iter().filter(|field| field.path.ends_with("].date"));
        assert_eq!(dates.map(|field| &*field.text).collect::<Vec<_>>(), ["2026-01-01", "2026-02-01", ""]);
        let changed =
            [("cutoffs[0].date", ""), ("cutoffs[2].date", "2026-03-01"), ("cutoffs[9].date", "2026-04-01")];
        let changed = super::tests::changed(file, "calls", &changed);
        let written = with_fields(file, "calls", &changed).expect("a record");
        assert!(written.contains(r#""cutoffs":[{"date":"2026-02-01"},{"date":"2026-03-01"}]"#), "{written}");
    }
}
