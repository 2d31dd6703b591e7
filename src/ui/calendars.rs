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
    let text = calls_calendar(calls, now, &head(&tr("calls-title"), atlas), &words);
    browser::download(file, MEDIA_TYPE, &text)
}

/// Hands sessions of a training to the visitor, as a calendar file. Returns whether the browser took it.
pub fn download_sessions(training: &Training, sessions: &[Session], atlas: &Atlas) -> bool {
    save_sessions(training, sessions, atlas, false)
}

/// Likewise sessions that the visitor has signed up for; `tentative` as long as the organiser has not confirmed it.
pub fn save_sessions(training: &Training, sessions: &[Session], atlas: &Atlas, tentative: bool) -> bool {
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
    let sessions = sessions.iter().map(|session| (training, session));
    let text = trainings_calendar(sessions, &head(&training.title, atlas), &words);
    browser::download(&[training.id.as_str(), ".ics"].concat(), MEDIA_TYPE, &text)
}

/// Hands the days of an event to the visitor, as a calendar file. Returns whether the browser took it.
pub fn download_event(event: &Event, atlas: &Atlas) -> bool {
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
    let text = events_calendar([event], &head(&event.title, atlas), &words);
    browser::download(&[event.id.as_str(), ".ics"].concat(), MEDIA_TYPE, &text)
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
        stamp: browser::now(),
        sequence: CalendarHead::revision(published),
    }
}
