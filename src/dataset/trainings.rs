//! Reading trainings and their sessions.

use std::collections::HashSet;

use crate::domain::{
    Capacity, Day, LanguageTag, RecordId, Registration, Session, TimeOfDay, Training, TrainingFormat,
    TrainingKind, Vocabularies,
};

use super::fields::{LINE, MOST_VALUES, NAME, Object, SUMMARY, web_address};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::records::{Titled, knows, read_collection, sort_by_time};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of a file of trainings, without its version.
const FORMAT: &str = "cluster-atlas/trainings";

/// Reads a file of trainings. Terms that `vocabularies` does not have are kept and reported.
pub fn read_trainings(
    fetched: &Fetched<'_>,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Training>, DatasetError> {
    let mut records = Titled::new(vocabularies);
    read_collection(fetched, FORMAT, &mut |value, reading| read_training(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault.
pub(crate) fn read_training(
    records: &mut Titled<'_>,
    value: Json<'_>,
    reading: &mut Reading,
) -> Option<Training> {
    let (mut object, id, title) = records.open(value, reading)?;
    let known = records.known;
    if !object.has("kind") {
        reading.noted("kind", Kind::MissingValue, "");
    }
    let kind = object.one_of("kind", "kind", &TrainingKind::ALL, TrainingKind::as_str, reading);
    let format = object.one_of("format", "format", &TrainingFormat::ALL, TrainingFormat::as_str, reading);
    let sessions = read_sessions(&mut object, format, reading);
    let assumed = object.flag("format_assumed", "format_assumed", reading);
    let training = Training {
        id,
        title,
        kind: kind.unwrap_or(TrainingKind::Course),
        format: format.unwrap_or_else(|| likely_format(&sessions)),
        format_assumed: assumed || format.is_none(),
        sessions,
        undated_sessions: object.line("undated_sessions", "undated_sessions", LINE, reading),
        capacity: read_capacity(&mut object, reading),
        participants: object.whole("participants", "participants", 0..=u32::MAX, reading),
        application_deadline: object.day("application_deadline", "application_deadline", reading),
        language: object.codes::<LanguageTag>("language", Kind::BadCode, &|_| true, reading),
        host: object.line("host", "host", NAME, reading),
        audience: object.terms("audience", &|id| knows(&known.training_audiences, id), reading),
        topics: object.terms("topics", &|id| knows(&known.training_topics, id), reading),
        registration: read_registration(&mut object, reading),
        summary: object.local_text("summary", SUMMARY, reading),
        url: object.web("url", "url", reading),
        note: object.line("note", "note", LINE, reading),
        sources: object.sources(reading),
    };
    object.rest("", reading);
    Some(training)
}

/// Whether a session that does not say so can be followed online: the training's format tells, and where it does
/// not, a session without a place is online.
pub(crate) fn online_by_default(format: Option<TrainingFormat>, place: Option<&str>) -> bool {
    match format {
        Some(TrainingFormat::Online) => true,
        Some(TrainingFormat::Onsite) => false,
        Some(TrainingFormat::Hybrid) | None => place.is_none(),
    }
}

/// The format of a training that does not say it.
fn likely_format(sessions: &[Session]) -> TrainingFormat {
    let online = sessions.iter().filter(|session| session.online).count();
    if online == sessions.len() {
        TrainingFormat::Online
    } else if online == 0 {
        TrainingFormat::Onsite
    } else {
        TrainingFormat::Hybrid
    }
}

fn moment(session: &Session) -> (Day, Option<TimeOfDay>) {
    (session.date, session.start)
}

fn read_sessions(
    object: &mut Object<'_>,
    format: Option<TrainingFormat>,
    reading: &mut Reading,
) -> Vec<Session> {
    let mut sessions = Vec::new();
    let mut ids = HashSet::new();
    let mut unnamed = Vec::new();
    object.objects("sessions", MOST_VALUES, reading, &mut |object, path, reading| {
        let member = |name: &str| [path, ".", name].concat();
        let id = object.parsed::<RecordId>("id", &member("id"), Kind::BadId, reading);
        let date = object.needed_day(path, reading);
        let start = object.time("start", &member("start"), reading);
        let end = object.time("end", &member("end"), reading);
        let place = object.line("place", &member("place"), NAME, reading);
        let note = object.line("note", &member("note"), LINE, reading);
        let online = if object.has("online") {
            object.flag("online", &member("online"), reading)
        } else {
            online_by_default(format, place.as_deref())
        };
        let Some(date) = date else { return };
        if let (Some(start), Some(last)) = (start, end)
            && last < start
        {
            reading.noted(member("end"), Kind::Contradiction, &last.to_string());
        }
        let free = id.filter(|id| {
            let is_free = ids.insert(id.clone());
            if !is_free {
                reading.dropped(member("id"), Kind::DuplicateId, id.as_str());
            }
            is_free
        });
        if free.is_none() {
            unnamed.push(sessions.len());
        }
        // Those that have none get a free number once all that are given are known.
        let id = free.unwrap_or_else(|| made_id(0));
        sessions.push(Session { id, date, start, end, place, online, note });
    });
    for at in unnamed {
        let free = (at + 1..=at + 1 + ids.len()).map(made_id).find(|id| !ids.contains(id));
        sessions[at].id = free.expect("one number more than there are identifiers");
        ids.insert(sessions[at].id.clone());
    }
    sort_by_time(&mut sessions, "sessions", moment, reading);
    sessions
}

/// The identifier of a session that has none: `s1`, `s2` … in the order of the file.
fn made_id(number: usize) -> RecordId {
    format!("s{number}").parse().expect("a letter and digits are an identifier")
}

/// A number, or a range as `{"from": 25, "to": 40}`.
fn read_capacity(object: &mut Object<'_>, reading: &mut Reading) -> Option<Capacity> {
    let range = 0..=u32::MAX;
    match object.take("capacity")? {
        Json::Object(entries) => {
            let mut object = Object::from(entries);
            let from = object.whole("from", "capacity.from", range.clone(), reading);
            let to = object.whole("to", "capacity.to", range, reading);
            object.rest("capacity.", reading);
            let Some(to) = to else {
                reading.dropped("capacity.to", Kind::MissingValue, "");
                return None;
            };
            let from = from.filter(|from| {
                if *from > to {
                    reading.dropped("capacity.from", Kind::Contradiction, &from.to_string());
                }
                *from <= to
            });
            Some(Capacity { from, to })
        }
        number => {
            let mut object = Object::from(vec![("to".into(), number)]);
            object.whole("to", "capacity", range, reading).map(|to| Capacity { from: None, to })
        }
    }
}

/// `endpoint`, `none`, or an address.
pub(crate) fn read_registration(object: &mut Object<'_>, reading: &mut Reading) -> Registration {
    let Some(raw) = object.raw("registration", "registration", reading) else {
        return Registration::NotStated;
    };
    match raw.trim() {
        "endpoint" => Registration::Here,
        "" => Registration::NotStated,
        "none" => Registration::None,
        // With an address that cannot be used, people would sign up with somebody who does not expect them.
        address => web_address(address, "registration", reading).map_or(Registration::None, Registration::At),
    }
}
