//! Importing the collections that come as JSON lists in the shape of the format: names become codes and terms, plain
//! texts are English, and several spellings of a date, a sum or a partner are brought into one.

use std::collections::HashSet;

use super::entries::{
    each_text, english, is_absent, json_records, plain_texts, put, sources, take, take_list, terms, text_of,
    word,
};
use super::{Cells, ImportError, ImportOptions, identify};
use crate::dataset::events::read_event;
use crate::dataset::file::Fetched;
use crate::dataset::json::{Entries, Json};
use crate::dataset::organisations::read_organisations;
use crate::dataset::records::Titled;
use crate::dataset::report::{Loaded, Reading};
use crate::domain::{Event, Location, Organisation, Precision, Vocabularies};
use crate::explore::fold;

/// Imports a list: `prepare` brings a record into the shape of the format, `read` reads it; `name` is the member with
/// what it is called.
fn import_list<T>(
    (file, bytes): (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    name: &str,
    prepare: &dyn Fn(&mut Entries<'_>, &Cells<'_>),
    read: fn(&mut Titled<'_>, Json<'_>, &mut Reading) -> Option<T>,
) -> Result<Loaded<T>, ImportError> {
    let values = json_records(file, bytes, options)?;
    let cells = Cells::new(vocabularies);
    let mut reading = Reading::new(file);
    let mut titled = Titled::new(vocabularies);
    let mut ids = HashSet::new();
    let mut records = Vec::with_capacity(values.len());
    for mut value in values {
        records.extend(reading.record(|reading| {
            if let Json::Object(entries) = &mut value {
                plain_texts(entries, "", reading);
                prepare(entries, &cells);
                english(entries, "summary", "summary");
                sources(entries, options);
                identify(entries, name, &mut ids, reading);
            }
            read(&mut titled, value, reading)
        }));
    }
    Ok(Loaded { records, report: reading.finish() })
}

/// Imports events: a JSON list or a file of the format.
///
/// Countries may be names, ecosystems, themes and audiences labels. `host`, `theme`, `start_time` and `end_time` are
/// read too. A city that one of the published `organisations` is in gets the point of that city.
pub fn import_events(
    file: (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    organisations: &[Organisation],
) -> Result<Loaded<Event>, ImportError> {
    let prepare = |entries: &mut Entries<'_>, cells: &Cells<'_>| {
        codes(entries, &["country", "countries"], cells);
        for list in ["ecosystems", "themes", "audience"] {
            terms(entries, list, cells);
        }
        gather(entries, "host", "hosts");
        if is_absent(entries, "motto") {
            let theme = take(entries, "theme");
            put(entries, "motto", theme);
        }
        times(entries);
    };
    let mut loaded = import_list(file, options, vocabularies, "title", &prepare, read_event)?;
    for event in loaded.records.iter_mut().filter(|event| event.location.is_none()) {
        let (Some(city), Some(country)) = (&event.city, &event.country) else { continue };
        let named = fold(city);
        let there = organisations.iter().find(|known| {
            known.country == *country && known.city.as_ref().is_some_and(|city| fold(city) == named)
        });
        let place = there.and_then(|known| known.location.as_ref());
        event.location = place.map(|place| Location { point: place.point, precision: Precision::City });
    }
    Ok(loaded)
}

/// The organisations of the published dataset, as far as they can be had.
pub(crate) fn published_organisations(
    vocabularies: &Vocabularies,
    other: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Vec<Organisation> {
    let file = other("organisations.json");
    let read = file.and_then(|bytes| {
        read_organisations(&Fetched::opened("organisations.json", &bytes), vocabularies).ok()
    });
    read.map_or_else(Vec::new, |loaded| loaded.records)
}

/// Puts the codes of countries for their names, in members that are a name or a list of names.
fn codes(entries: &mut Entries<'_>, members: &[&str], cells: &Cells<'_>) {
    for member in members {
        let Some((_, value)) = entries.iter_mut().find(|(known, _)| known == member) else { continue };
        let list = match value {
            Json::List(list) => &mut list[..],
            one => std::slice::from_mut(one),
        };
        for value in list {
            if let Json::Text(text) = value
                && let Some(code) = cells.countries.code(text)
            {
                *text = code.into();
            }
        }
    }
}

/// Puts a single value where the format has a list.
fn gather(entries: &mut Entries<'_>, from: &'static str, to: &'static str) {
    let all: Vec<Json<'_>> = [from, to].into_iter().flat_map(|name| take_list(entries, name)).collect();
    put(entries, to, (!all.is_empty()).then_some(Json::List(all)));
    each_text(entries, to, &|text| text.trim().to_owned());
}

/// Makes one day with its times of a beginning with a time. Times of another time zone stay for the reader to report.
fn times(entries: &mut Entries<'_>) {
    if text_of(entries, "timezone") == "Europe/Brussels" {
        take(entries, "timezone");
    }
    let start = text_of(entries, "start");
    let is_one_day = start.len() == "2024-04-10".len() && is_absent(entries, "end");
    if is_absent(entries, "start_time") || !is_one_day || !is_absent(entries, "days") {
        return;
    }
    take(entries, "start");
    let (from, to) = (take(entries, "start_time"), take(entries, "end_time"));
    let day = super::entries::object([("date", Some(word(start))), ("start", from), ("end", to)]);
    put(entries, "days", Some(Json::List(vec![day])));
}
