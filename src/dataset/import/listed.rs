//! Importing the collections that come as JSON lists in the shape of the format, or as tables of their plain fields: names become codes and terms, plain
//! texts are English, and several spellings of a date, a sum or a partner are brought into one.

use std::collections::HashSet;

use super::calls::amount;
use super::columns::{Columns, EVENTS};
use super::entries::{
    each_text, english, is_absent, object, put, sources, take, take_list, terms, text_of, word,
};
use super::identifiers::identify;
use super::input::Input;
use super::pace::at_once;
use super::talks::{fill_from_trainings, topics_and_audience};
use super::values::Cells;
use super::{ImportError, ImportOptions};
use crate::collection::{CollectionRecord, Network};
use crate::dataset::events::read_event;
use crate::dataset::file::{DatasetError, Fetched};
use crate::dataset::json::{Entries, Json};
use crate::dataset::members::{MemberAbout, PlainRecord, Spelled, read_plain_record};
use crate::dataset::organisations::read_organisations;
use crate::dataset::records::Titled;
use crate::dataset::report::{Loaded, Reading};
use crate::dataset::trainings::read_trainings;
use crate::domain::{CountryCode, Event, Location, Organisation, Partner, Precision, Vocabularies};
use crate::explore::fold;

/// Imports a list or a table: `prepare` brings a record into the shape of the format, `read` reads it.
async fn import_list<T>(
    (file, bytes): (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    of: &Columns,
    prepare: &dyn Fn(&mut Entries<'_>, &Cells<'_>),
    read: fn(&mut Titled<'_>, Json<'_>, &mut Reading) -> Option<T>,
) -> Result<Loaded<T>, ImportError> {
    let mut reading = Reading::new(file);
    let input = Input::open(file, bytes, options, of, &mut reading).await?;
    let cells = Cells::new(vocabularies).with_words(&options.words);
    let mut titled = Titled::new(vocabularies);
    let mut ids = HashSet::new();
    let records = input
        .each(&cells, &options.pace, &mut reading, &mut |mut value, reading| {
            if let Json::Object(entries) = &mut value {
                prepare(entries, &cells);
                english(entries, "summary", "summary");
                sources(entries, options);
                identify(entries, of.required, &mut ids, reading);
            }
            read(&mut titled, value, reading)
        })
        .await?;
    Ok(Loaded { records, report: input.finish(reading) })
}

/// Imports events: a table, a JSON list or a file of the format.
///
/// Countries may be names, ecosystems, themes and audiences labels. `host`, `theme`, `start_time` and `end_time` are
/// read too. A city that one of the published organisations is in gets the point of that city; else the town of the name,
/// where its country has one alone. An event that is a training too has what the training says. `other` gives
/// `organisations.json`, `trainings.json`, `towns.txt` and `synonyms.txt`, as far as they can be had.
pub fn import_events(
    file: (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    other: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Loaded<Event>, ImportError> {
    at_once(importing_events(file, options, vocabularies, other))
}

/// The same at a pace of the options' own.
pub(crate) async fn importing_events(
    file: (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    other: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Loaded<Event>, ImportError> {
    let prepare = |entries: &mut Entries<'_>, cells: &Cells<'_>| {
        codes(entries, &["country", "countries"], cells);
        for list in ["ecosystems", "themes"] {
            terms(entries, list, cells);
        }
        topics_and_audience(entries, cells, vocabularies);
        gather(entries, "host", "hosts");
        if is_absent(entries, "motto") {
            let theme = take(entries, "theme");
            put(entries, "motto", theme);
        }
        times(entries);
    };
    let mut loaded = import_list(file, options, vocabularies, &EVENTS, &prepare, read_event).await?;
    let organisations = published_organisations(vocabularies, other);
    let options = options.clone().with_towns(other);
    for event in loaded.records.iter_mut().filter(|event| event.location.is_none()) {
        let (Some(city), Some(country)) = (&event.city, &event.country) else { continue };
        let named = fold(city);
        let there = organisations.iter().find(|known| {
            known.country == *country && known.city.as_ref().is_some_and(|city| fold(city) == named)
        });
        let point = there.and_then(|known| known.location).map(|place| place.point);
        let point = point.or_else(|| options.towns.point(city, country));
        event.location = point.map(|point| Location { point, precision: Precision::City });
    }
    let trainings = published_records("trainings.json", other, |file| read_trainings(file, vocabularies));
    fill_from_trainings(&mut loaded.records, &trainings, vocabularies);
    Ok(loaded)
}

/// Imports networks: a table, a JSON list or a file of the format.
///
/// Countries may be names, ecosystems labels, sums a text that begins with its amount, a year a number. A partner may be
/// a text, with its country in brackets; one whose name is that of a published organisation is that organisation, and where it is.
pub fn import_networks(
    file: (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    organisations: &[Organisation],
) -> Result<Loaded<Network>, ImportError> {
    at_once(importing_networks(file, options, vocabularies, organisations))
}

/// The same at a pace of the options' own.
pub(crate) async fn importing_networks(
    file: (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    organisations: &[Organisation],
) -> Result<Loaded<Network>, ImportError> {
    let mut loaded = importing_plain::<Network>(file, options, vocabularies).await?;
    let same = |partner: &Partner, known: &Organisation| {
        let there = |country: &CountryCode| *country == known.country;
        fold(&known.name) == fold(&partner.name) && partner.country.as_ref().is_none_or(there)
    };
    for network in &mut loaded.records {
        for partner in network.coordinator.iter_mut().chain(&mut network.partners) {
            if partner.organisation.is_none() {
                let mut named = organisations.iter().filter(|known| same(partner, known));
                // Of two with one name nobody can say which it is.
                if let (Some(one), None) = (named.next(), named.next()) {
                    partner.organisation = Some(one.id.clone());
                }
            }
            // It is where the organisation is: what its network is found by must not hang on who wrote it down.
            let tied = organisations.iter().find(|known| partner.organisation.as_ref() == Some(&known.id));
            if let (None, Some(known)) = (&partner.country, tied) {
                partner.country = Some(known.country.clone());
            }
        }
    }
    Ok(loaded)
}

/// Imports records whose members are stated as a table: a table, a JSON list or a file of the format. Countries may be
/// names, terms labels, sums a text that begins with its amount, a year a number. At a pace of the options' own.
pub(crate) async fn importing_plain<R: CollectionRecord + PlainRecord>(
    file: (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
) -> Result<Loaded<R>, ImportError> {
    importing_renamed(file, options, vocabularies, &[]).await
}

/// The same; in a list members go by other names too: each of `renamed` by its first, where it is not there by its second.
pub(crate) async fn importing_renamed<R: CollectionRecord + PlainRecord>(
    file: (&str, &[u8]),
    options: &ImportOptions,
    vocabularies: &Vocabularies,
    renamed: &[(&'static str, &'static str)],
) -> Result<Loaded<R>, ImportError> {
    let prepare = |entries: &mut Entries<'_>, cells: &Cells<'_>| {
        for (from, to) in renamed {
            if is_absent(entries, to) {
                let value = take(entries, from);
                put(entries, to, value);
            }
        }
        for MemberAbout { name, spelled, .. } in R::TABLE {
            match spelled {
                Spelled::AsItIs => {}
                Spelled::Country => codes(entries, &[name], cells),
                Spelled::Countries => {
                    gather(entries, "country", name);
                    codes(entries, &[name], cells);
                }
                Spelled::Terms => terms(entries, name, cells),
                Spelled::Years => years(entries, &[name]),
                Spelled::Sum => sums(entries, &[name]),
                Spelled::Partner => {
                    let one = take(entries, name).map(|value| partner(value, cells));
                    put(entries, name, one);
                }
                Spelled::Partners => {
                    let all = take_list(entries, name).into_iter().map(|value| partner(value, cells));
                    let all: Vec<Json<'_>> = all.collect();
                    put(entries, name, (!all.is_empty()).then_some(Json::List(all)));
                }
            }
        }
    };
    let columns = Columns::plain(R::COLLECTION.about().name, R::TABLE);
    import_list(file, options, vocabularies, &columns, &prepare, read_plain_record).await
}

/// A partner that is a text: its name, with its country in brackets at the end.
fn partner<'a>(value: Json<'a>, cells: &Cells<'_>) -> Json<'a> {
    match value {
        Json::Text(text) => {
            let named = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
            let known = named.and_then(|(name, country)| Some((name, cells.countries.code(country)?)));
            match known {
                Some((name, country)) => {
                    object([("name", Some(word(name.to_owned()))), ("country", Some(word(country)))])
                }
                None => object([("name", Some(Json::Text(text)))]),
            }
        }
        Json::Object(mut members) => {
            codes(&mut members, &["country"], cells);
            Json::Object(members)
        }
        other => other,
    }
}

/// Writes years that are numbers as the format writes them.
fn years(entries: &mut Entries<'_>, members: &[&str]) {
    for (_, value) in entries.iter_mut().filter(|(known, _)| members.contains(&&**known)) {
        if let Json::Number(year) = value
            && year.fract() == 0.0
        {
            *value = word(format!("{year:04}"));
        }
    }
}

/// Reads sums of money from texts; what is no sum stays in words.
fn sums(entries: &mut Entries<'_>, members: &[&'static str]) {
    for member in members {
        let sum = match take(entries, member) {
            Some(Json::Text(text)) => {
                Some(amount(&text).unwrap_or_else(|| object([("note", Some(word(text)))])))
            }
            other => other,
        };
        put(entries, member, sum);
    }
}

/// The organisations of the published dataset, as far as they can be had.
pub(crate) fn published_organisations(
    vocabularies: &Vocabularies,
    other: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Vec<Organisation> {
    published_records("organisations.json", other, |file| read_organisations(file, vocabularies))
}

/// The records of a file of the published dataset, as far as they can be had.
pub(super) fn published_records<T>(
    name: &str,
    other: &dyn Fn(&str) -> Option<Vec<u8>>,
    read: impl FnOnce(&Fetched<'_>) -> Result<Loaded<T>, DatasetError>,
) -> Vec<T> {
    let read = other(name).and_then(|bytes| read(&Fetched::opened(name, &bytes)).ok());
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
                && let Some(code) = cells.countries.read(text).code()
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
    let day = object([("date", Some(word(start))), ("start", from), ("end", to)]);
    put(entries, "days", Some(Json::List(vec![day])));
}
