//! What the readers of all collections share: the walk through a file, identifiers, sources, times and amounts.

use std::collections::HashSet;

use crate::domain::{
    Budget, Day, Figure, FigureValue, PartialDate, RecordId, Related, Term, TimeOfDay, Vocabularies,
    WebAddress,
};

use super::fields::{LINE, MOST_VALUES, NAME, Object, clean_line, has_scheme, web_address};
use super::file::{DatasetError, Fetched, check_format, fault, text};
use super::json::{Json, Streamed, stream};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// Largest amount of money and largest number of people accepted: beyond the budget of the Union, and exact as a number.
const MOST: f64 = 1e12;

/// Reads a file of records without defaults: `read` makes a record of each value or refuses it.
pub(crate) fn read_collection<T>(
    fetched: &Fetched<'_>,
    format: &str,
    read: &mut dyn FnMut(Json<'_>, &mut Reading) -> Option<T>,
) -> Result<Loaded<T>, DatasetError> {
    let mut reading = Reading::new(fetched.file);
    let mut records = Vec::new();
    let streamed = stream(text(fetched)?, "records", &mut |_, value| {
        records.extend(reading.record(|reading| read(value, reading)));
    })
    .map_err(|error| fault(fetched.file, &error))?;
    header(fetched.file, streamed, format)?.0.rest("", &mut reading);
    Ok(Loaded { records, report: reading.finish() })
}

/// The members of a file beside its records, once they say that the file is of the format, and how many of them stood
/// before the records.
pub(crate) fn header<'a>(
    file: &str,
    streamed: Streamed<'a>,
    format: &str,
) -> Result<(Object<'a>, usize), DatasetError> {
    let mut header = Object::from(streamed.header);
    let found = header.take("format");
    check_format(file, if let Some(Json::Text(found)) = &found { Some(found) } else { None }, format)?;
    let Some(before_list) = streamed.before_list else {
        return Err(DatasetError::NoRecords { file: file.to_owned() });
    };
    // Where an exported file came from is for people to read.
    header.take("exported");
    // Of which edition it is was looked at before it was read.
    header.take("edition");
    Ok((header, before_list))
}

/// The identifiers of the records read so far.
#[derive(Default)]
pub(crate) struct Ids(HashSet<RecordId>);

impl Ids {
    /// Opens a record: an object with an identifier that is still free, and with a name, which is its member `name`.
    /// Anything else is refused.
    pub(crate) fn open<'a>(
        &self,
        value: Json<'a>,
        name: &str,
        reading: &mut Reading,
    ) -> Option<(Object<'a>, RecordId, String)> {
        let entries = match value {
            Json::Object(entries) => entries,
            other => {
                let is_json = !matches!(other, Json::Unreadable(_));
                let kind = if is_json { Kind::NotAnObject } else { Kind::UnreadableRecord };
                reading.refused("", kind, &other.shown());
                return None;
            }
        };
        let mut object = Object::from(entries);
        let id = self.identify(&mut object, reading)?;
        reading.identified(id.as_str());
        let Some(line) = object.line(name, name, NAME, reading) else {
            reading.refused(name, Kind::MissingName, "");
            return None;
        };
        Some((object, id, line))
    }

    /// Takes an identifier; from here on it is not free.
    pub(crate) fn add(&mut self, id: &RecordId) {
        self.0.insert(id.clone());
    }

    fn identify(&self, object: &mut Object<'_>, reading: &mut Reading) -> Option<RecordId> {
        let raw = match object.take("id") {
            Some(Json::Text(raw)) if !raw.trim().is_empty() => raw,
            Some(Json::Text(_)) | None => {
                reading.refused("id", Kind::MissingId, "");
                return None;
            }
            Some(other) => {
                reading.refused("id", Kind::BadId, &other.shown());
                return None;
            }
        };
        let Ok(id) = raw.trim().parse::<RecordId>() else {
            reading.refused("id", Kind::BadId, &raw);
            return None;
        };
        if self.0.contains(&id) {
            reading.refused("id", Kind::DuplicateId, id.as_str());
            return None;
        }
        Some(id)
    }
}

/// Records with a title, read one after another: what is known of the terms they use, and which identifiers are taken.
pub(crate) struct Titled<'v> {
    /// The vocabularies that the records refer to.
    pub(crate) known: &'v Vocabularies,
    ids: Ids,
}

impl<'v> Titled<'v> {
    /// The beginning of a file.
    pub(crate) fn new(known: &'v Vocabularies) -> Self {
        Self { known, ids: Ids::default() }
    }

    /// Opens a record and takes its identifier; one without identifier or title is refused.
    pub(crate) fn open<'a>(
        &mut self,
        value: Json<'a>,
        reading: &mut Reading,
    ) -> Option<(Object<'a>, RecordId, String)> {
        self.open_named(value, "title", reading)
    }

    /// The same where the name is another member than `title`.
    pub(crate) fn open_named<'a>(
        &mut self,
        value: Json<'a>,
        name: &str,
        reading: &mut Reading,
    ) -> Option<(Object<'a>, RecordId, String)> {
        let opened = self.ids.open(value, name, reading)?;
        self.ids.add(&opened.1);
        Some(opened)
    }
}

/// Whether a vocabulary has a term; an empty one knows nothing and so reports nothing.
pub(crate) fn knows(terms: &[Term], id: &str) -> bool {
    terms.is_empty() || terms.iter().any(|term| term.id.as_str() == id)
}

impl Object<'_> {
    /// Takes where a record is from: a source's identifier, or an address.
    pub(crate) fn source(&mut self, key: &str, path: &str, reading: &mut Reading) -> Option<String> {
        let raw = self.line(key, path, LINE, reading)?;
        source(&raw, path, reading)
    }

    /// Takes the list of all places where a record is from.
    pub(crate) fn sources(&mut self, reading: &mut Reading) -> Vec<String> {
        let mut sources: Vec<String> = Vec::new();
        self.texts("sources", reading, &mut |text, path, reading| match source(text.trim(), path, reading) {
            Some(source) if sources.contains(&source) => {
                reading.dropped(path, Kind::DuplicateValue, text);
            }
            Some(source) => sources.push(source),
            None => {}
        });
        sources
    }

    /// Takes a list of objects, of `most` at most, and hands each to `read` with its path. What `read` leaves in it is
    /// unknown to the format.
    pub(crate) fn objects(
        &mut self,
        key: &str,
        most: usize,
        reading: &mut Reading,
        read: &mut dyn FnMut(&mut Object<'_>, &str, &mut Reading),
    ) {
        for (position, value) in self.list(key, key, reading).into_iter().enumerate() {
            let path = format!("{key}[{position}]");
            if position == most {
                reading.dropped(path, Kind::TooMany, &value.shown());
                break;
            }
            match value {
                Json::Object(entries) => {
                    let mut object = Object::from(entries);
                    read(&mut object, &path, reading);
                    object.rest(&[key, "."].concat(), reading);
                }
                other => reading.wrong_type(path, &other),
            }
        }
    }

    /// Takes the day without which an entry of a list says nothing.
    pub(crate) fn needed_day(&mut self, path: &str, reading: &mut Reading) -> Option<Day> {
        let path = [path, ".date"].concat();
        if !self.has("date") {
            reading.dropped(&path, Kind::MissingValue, "");
        }
        self.day("date", &path, reading)
    }

    /// Takes a time of day in Brussels.
    pub(crate) fn time(&mut self, key: &str, path: &str, reading: &mut Reading) -> Option<TimeOfDay> {
        self.parsed(key, path, Kind::BadTime, reading)
    }

    /// Takes a date that is known to the day, the month or the year.
    pub(crate) fn partial_date(&mut self, key: &str, reading: &mut Reading) -> Option<PartialDate> {
        self.parsed(key, key, Kind::BadDay, reading)
    }

    /// Takes the records that belong to it.
    pub(crate) fn related(&mut self, reading: &mut Reading) -> Related {
        let Some(mut object) = self.object("related", "related", reading) else { return Related::default() };
        let mut ids = |key: &str| object.codes::<RecordId>(key, Kind::BadId, &|_| true, reading);
        let related = Related {
            calls: ids("calls"),
            trainings: ids("trainings"),
            events: ids("events"),
            networks: ids("networks"),
            policies: ids("policies"),
            resources: ids("resources"),
        };
        object.rest("related.", reading);
        related
    }

    /// Takes figures and facts, each under a label.
    pub(crate) fn figures(&mut self, key: &str, reading: &mut Reading) -> Vec<Figure> {
        let mut figures = Vec::new();
        self.objects(key, MOST_VALUES, reading, &mut |object, path, reading| {
            let member = |name: &str| [path, ".", name].concat();
            let label = object.line("label", &member("label"), NAME, reading);
            let value = match object.take("value") {
                Some(Json::Number(number)) => Some(FigureValue::Number(number)),
                Some(words @ Json::Text(_)) => {
                    let mut object = Object::from(vec![("value".into(), words)]);
                    object.line("value", &member("value"), LINE, reading).map(FigureValue::Words)
                }
                Some(other) => {
                    reading.wrong_type(member("value"), &other);
                    None
                }
                None => None,
            };
            let unit = object.line("unit", &member("unit"), NAME, reading);
            let as_of = object.line("as_of", &member("as_of"), NAME, reading);
            let note = object.line("note", &member("note"), LINE, reading);
            let source = object.web("source", &member("source"), reading);
            match (label, value) {
                (Some(label), Some(value)) => {
                    figures.push(Figure { label, value, unit, as_of, note, source });
                }
                (label, _) => {
                    let missing = member(if label.is_none() { "label" } else { "value" });
                    reading.dropped(missing, Kind::MissingValue, "");
                }
            }
        });
        figures
    }

    /// Takes a sum of money: in euro, in words, or both.
    pub(crate) fn budget(&mut self, key: &str, reading: &mut Reading) -> Option<Budget> {
        let mut object = self.object(key, key, reading)?;
        let budget = Budget {
            eur: object.euro("eur", &[key, ".eur"].concat(), reading),
            note: object.line("note", &[key, ".note"].concat(), LINE, reading),
        };
        object.rest(&[key, "."].concat(), reading);
        (budget.eur.is_some() || budget.note.is_some()).then_some(budget)
    }

    /// Takes a list of texts of one line, each once.
    pub(crate) fn lines(&mut self, key: &str, limit: usize, reading: &mut Reading) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        self.texts(key, reading, &mut |text, path, reading| match clean_line(
            text.into(),
            path,
            limit,
            reading,
        ) {
            Some(line) if lines.contains(&line) => reading.dropped(path, Kind::DuplicateValue, text),
            line => lines.extend(line),
        });
        lines
    }

    /// Takes a list of addresses, each once.
    pub(crate) fn webs(&mut self, key: &str, reading: &mut Reading) -> Vec<WebAddress> {
        let mut all: Vec<WebAddress> = Vec::new();
        self.texts(key, reading, &mut |text, path, reading| match web_address(text, path, reading) {
            Some(address) if all.contains(&address) => reading.dropped(path, Kind::DuplicateValue, text),
            address => all.extend(address),
        });
        all
    }

    /// Takes a list of names that `all` values have, each once.
    pub(crate) fn many_of<T: Copy + PartialEq>(
        &mut self,
        key: &str,
        all: &[T],
        name: fn(T) -> &'static str,
        reading: &mut Reading,
    ) -> Vec<T> {
        let mut values: Vec<T> = Vec::new();
        self.texts(key, reading, &mut |text, path, reading| match all
            .iter()
            .copied()
            .find(|value| name(*value).eq_ignore_ascii_case(text.trim()))
        {
            None => reading.dropped(path, Kind::UnknownValue, text),
            Some(value) if values.contains(&value) => reading.dropped(path, Kind::DuplicateValue, text),
            Some(value) => values.push(value),
        });
        values
    }

    /// Takes an amount in whole euro.
    pub(crate) fn euro(&mut self, key: &str, path: &str, reading: &mut Reading) -> Option<u64> {
        let amount = self.number(key, path, 0.0..=MOST, reading)?;
        if amount.fract() == 0.0 {
            Some(amount as u64)
        } else {
            reading.wrong_type(path, &Json::Number(amount));
            None
        }
    }
}

/// A source's identifier or an address; anything else is reported.
fn source(raw: &str, path: &str, reading: &mut Reading) -> Option<String> {
    if has_scheme(raw) {
        return web_address(raw, path, reading).map(|address| address.to_string());
    }
    if raw.parse::<crate::domain::TermId>().is_err() {
        reading.dropped(path, Kind::BadTerm, raw);
        return None;
    }
    Some(raw.to_owned())
}

/// The end, unless it comes before the start, where it is dropped.
pub(crate) fn not_before(
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    path: &str,
    reading: &mut Reading,
) -> Option<PartialDate> {
    let end = end?;
    if start.is_some_and(|start| end.last() < start.first()) {
        reading.dropped(path, Kind::Contradiction, &end.to_string());
        return None;
    }
    Some(end)
}

/// Notes that times do not follow each other, and sorts them.
pub(crate) fn sort_by_time<T, K: Ord>(values: &mut [T], path: &str, key: fn(&T) -> K, reading: &mut Reading) {
    if !values.is_sorted_by_key(key) {
        reading.noted(path, Kind::OutOfOrder, "");
        values.sort_by_key(key);
    }
}
