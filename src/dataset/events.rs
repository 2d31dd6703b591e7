//! Reading events.

use crate::domain::{
    CountryCode, Day, Event, EventDay, EventKind, PartialDate, TimeOfDay, TrainingFormat, Vocabularies,
};

use super::fields::{LINE, MOST_VALUES, NAME, Object, SUMMARY};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::organisations::read_location;
use super::records::{Titled, knows, not_before, read_collection, sort_by_time};
use super::report::{FindingKind as Kind, Loaded, Reading};
use super::trainings::read_registration;

/// The `format` of a file of events, without its version.
const FORMAT: &str = "cluster-atlas/events";

/// Reads a file of events. Terms that `vocabularies` does not have are kept and reported.
pub fn read_events(
    fetched: &Fetched<'_>,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Event>, DatasetError> {
    let mut records = Titled::new(vocabularies);
    read_collection(fetched, FORMAT, &mut |value, reading| read_event(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault.
pub(crate) fn read_event(records: &mut Titled<'_>, value: Json<'_>, reading: &mut Reading) -> Option<Event> {
    let (mut object, id, title) = records.open(value, reading)?;
    let known = records.known;
    // An event may be a training too, which has an audience of its own.
    let is_audience = |id: &_| knows(&known.audiences, id) || knows(&known.training_audiences, id);
    let kind = object.one_of("kind", "kind", &EventKind::ALL, EventKind::as_str, reading);
    let format = object.one_of("format", "format", &TrainingFormat::ALL, TrainingFormat::as_str, reading);
    let country = object.parsed::<CountryCode>("country", "country", Kind::BadCountry, reading);
    let days = read_days(&mut object, reading);
    let start = object.partial_date("start", reading);
    let end = object.partial_date("end", reading);
    let (start, end) = span(&days, start, end, reading);
    let event = Event {
        id,
        title,
        kind: kind.unwrap_or_default(),
        format,
        format_assumed: object.flag("format_assumed", "format_assumed", reading),
        days,
        start,
        end,
        date_note: object.line("date_note", "date_note", LINE, reading),
        hosts: object.lines("hosts", NAME, reading),
        venue: object.line("venue", "venue", NAME, reading),
        city: object.line("city", "city", NAME, reading),
        location: read_location(&mut object, country.as_ref(), None, reading),
        country,
        countries: object.codes("countries", Kind::BadCountry, &|_| true, reading),
        ecosystems: object.terms("ecosystems", &|id| knows(&known.ecosystems, id), reading),
        themes: object.terms("themes", &|id| knows(&known.themes, id), reading),
        motto: object.line("motto", "motto", NAME, reading),
        topics: object.terms("topics", &|id| knows(&known.training_topics, id), reading),
        audience: object.terms("audience", &is_audience, reading),
        registration: read_registration(&mut object, reading),
        registration_deadline: object.day("registration_deadline", "registration_deadline", reading),
        registration_note: object.line("registration_note", "registration_note", LINE, reading),
        capacity: object.whole("capacity", "capacity", 0..=u32::MAX, reading),
        outcome: object.line("outcome", "outcome", LINE, reading),
        related: object.related(reading),
        summary: object.local_text("summary", SUMMARY, reading),
        url: object.web("url", "url", reading),
        note: object.line("note", "note", LINE, reading),
        sources: object.sources(reading),
    };
    object.rest("", reading);
    Some(event)
}

/// When it begins and ends, as far as its days do not say. An end that comes before the beginning is dropped.
fn span(
    days: &[EventDay],
    start: Option<PartialDate>,
    end: Option<PartialDate>,
    reading: &mut Reading,
) -> (Option<PartialDate>, Option<PartialDate>) {
    let shown = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    if !days.is_empty() && start.or(end).is_some() {
        reading.dropped(
            if start.is_some() { "start" } else { "end" },
            Kind::Contradiction,
            &shown(start.or(end)),
        );
        return (None, None);
    }
    (start, not_before(start, end, "end", reading))
}

fn moment(day: &EventDay) -> (Day, Option<TimeOfDay>) {
    (day.date, day.start)
}

fn read_days(object: &mut Object<'_>, reading: &mut Reading) -> Vec<EventDay> {
    let mut days = Vec::new();
    object.objects("days", MOST_VALUES, reading, &mut |object, path, reading| {
        let member = |name: &str| [path, ".", name].concat();
        let date = object.needed_day(path, reading);
        let start = object.time("start", &member("start"), reading);
        let end = object.time("end", &member("end"), reading);
        let note = object.line("note", &member("note"), LINE, reading);
        let Some(date) = date else { return };
        if let (Some(start), Some(last)) = (start, end)
            && last < start
        {
            reading.noted(member("end"), Kind::Contradiction, &last.to_string());
        }
        days.push(EventDay { date, start, end, note });
    });
    sort_by_time(&mut days, "days", moment, reading);
    days
}
