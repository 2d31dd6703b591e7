//! Dates for the visitor's own calendar.

use crate::browser;
use crate::collection::Collection;
use crate::dataset::{CalendarHead, EventWords, calls_calendar, events_calendar, trainings_calendar};
use crate::domain::{Call, Event, EventDay, Instant, Session, Training, TrainingFormat};
use crate::route::Route;

use super::atlas::Atlas;
use super::messages::{language, tr};

/// What a calendar file is, for browsers.
const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// Hands the cut-offs of calls that have not passed at `now` to the visitor, as a calendar file. Returns whether the
/// browser took it.
pub fn download_calls<'a>(
    file: &str,
    calls: impl IntoIterator<Item = &'a Call>,
    now: Instant,
    atlas: &Atlas,
) -> bool {
    hand_over(file, &calendar_of_calls(calls, now, &tr("calls-title"), atlas))
}

/// Hands a calendar file to the visitor. Returns whether the browser took it.
pub fn hand_over(file: &str, calendar: &str) -> bool {
    browser::download(file, MEDIA_TYPE, calendar)
}

/// The cut-offs of calls that have not passed at `now`, under a name.
pub fn calendar_of_calls<'a>(
    calls: impl IntoIterator<Item = &'a Call>,
    now: Instant,
    name: &str,
    atlas: &Atlas,
) -> String {
    let words = |call: &Call, cutoff: &crate::domain::CutOff| {
        let page = Route::record(Collection::Calls, call.id.as_str()).to_hash();
        let time = cutoff.time.is_none().then(|| tr("calendar-no-time"));
        let summary = call.summary.in_language(&language()).map(|(_, text)| text.to_owned());
        EventWords {
            summary: tr!("calendar-cutoff", "title" => call.title.as_str()),
            description: [cutoff.note.clone(), time, summary]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n"),
            location: String::new(),
            categories: vec![tr("suggestion-call"), call.issuer.clone()],
            page: browser::address_with(&page, None),
            tentative: false,
        }
    };
    calls_calendar(calls, now, &head(name, atlas), &words)
}

/// Hands sessions of a training to the visitor, as a calendar file. Returns whether the browser took it.
pub fn download_sessions(training: &Training, sessions: &[Session], atlas: &Atlas) -> bool {
    save_sessions(training, sessions, atlas, false)
}

/// Likewise sessions that the visitor has signed up for; `tentative` as long as the organiser has not confirmed it.
pub fn save_sessions(training: &Training, sessions: &[Session], atlas: &Atlas, tentative: bool) -> bool {
    let sessions = sessions.iter().map(|session| (training, session));
    let text = calendar_of_sessions(sessions, &training.title, atlas, tentative);
    hand_over(&[training.id.as_str(), ".ics"].concat(), &text)
}

/// Sessions of trainings, under a name.
pub fn calendar_of_sessions<'a>(
    sessions: impl IntoIterator<Item = (&'a Training, &'a Session)>,
    name: &str,
    atlas: &Atlas,
    tentative: bool,
) -> String {
    let words = |training: &Training, session: &Session| {
        let page = Route::record(Collection::Trainings, training.id.as_str()).to_hash();
        let time = session.start.is_none().then(|| tr("calendar-no-time"));
        let summary = training.summary.in_language(&language()).map(|(_, text)| text.to_owned());
        EventWords {
            summary: training.title.clone(),
            description: [session.note.clone(), time, summary]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n"),
            location: if session.online { tr("format-online") } else { String::new() },
            categories: vec![tr("suggestion-training")],
            page: browser::address_with(&page, None),
            tentative,
        }
    };
    trainings_calendar(sessions, &head(name, atlas), &words)
}

/// Hands the days of an event to the visitor, as a calendar file. Returns whether the browser took it.
pub fn download_event(event: &Event, atlas: &Atlas) -> bool {
    hand_over(&[event.id.as_str(), ".ics"].concat(), &calendar_of_events([event], &event.title, atlas))
}

/// The days of events, under a name.
pub fn calendar_of_events<'a>(
    events: impl IntoIterator<Item = &'a Event>,
    name: &str,
    atlas: &Atlas,
) -> String {
    let words = |event: &Event, day: Option<&EventDay>| {
        let page = Route::record(Collection::Events, event.id.as_str()).to_hash();
        let note = day.and_then(|day| day.note.clone());
        let summary = event.summary.in_language(&language()).map(|(_, text)| text.to_owned());
        EventWords {
            summary: event.title.clone(),
            description: note.into_iter().chain(summary).collect::<Vec<_>>().join("\n"),
            location: event.format.map(|format| tr(format_key(format))).unwrap_or_default(),
            categories: vec![tr("suggestion-event")],
            page: browser::address_with(&page, None),
            tentative: false,
        }
    };
    events_calendar(events, &head(name, atlas), &words)
}

fn format_key(format: TrainingFormat) -> &'static str {
    match format {
        TrainingFormat::Online => "format-online",
        TrainingFormat::Onsite => "format-onsite",
        TrainingFormat::Hybrid => "format-hybrid",
    }
}

/// What a calendar of this dataset says about itself.
fn head(name: &str, atlas: &Atlas) -> CalendarHead {
    let published = atlas.manifest.published.unwrap_or_default();
    CalendarHead {
        name: tr!("calendar-name", "what" => name, "title" => atlas.config.title.as_str()),
        deployment: atlas.config.deployment(),
        stamp: browser::now(),
        sequence: CalendarHead::revision(published),
    }
}
