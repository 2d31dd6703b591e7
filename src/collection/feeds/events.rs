//! The events that run or are ahead.

use crate::collection::Collection;
use crate::dataset::{EntryWords, EventWords, FeedEntry, entries_feed, events_calendar};
use crate::domain::{Event, EventDay, EventStatus, Instant};

use super::{Build, dated, english};

/// The feed of the events that run or are ahead, the next one first.
pub(in crate::collection) fn events_atom(events: &[Event], build: &Build<'_>) -> String {
    let entry = |event: &&Event| {
        let days = [event.begins(), event.ends()].map(|at| at.map(|at| at.in_brussels().day.to_string()));
        let when = match days {
            [Some(first), Some(last)] if first != last => format!("{first} to {last}."),
            [first, _] => first.map(|day| format!("{day}.")).unwrap_or_default(),
        };
        let parts = [when, event.whereabouts().join(", "), english(&event.summary).unwrap_or_default()];
        FeedEntry {
            identity: format!("event:{}", event.id),
            url: event.url.clone(),
            published: None,
            words: EntryWords {
                title: event.title.clone(),
                summary: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
                categories: vec![event.kind.as_str().replace('_', " ")],
                page: build.page_of(*event),
            },
        }
    };
    let head = build.feed_head("Events", Collection::Events.about().path, "events.atom");
    entries_feed("events", &head, ahead(events, build.now).iter().map(entry).collect())
}

/// The calendar of them.
pub(in crate::collection) fn events_ics(events: &[Event], build: &Build<'_>) -> Option<String> {
    let mut ahead = ahead(events, build.now);
    // A calendar has to hold something (RFC 5545, 3.6): with nothing ahead it is the latest of the archive.
    if ahead.is_empty() {
        ahead.extend(
            events.iter().filter(|event| event.begins().is_some()).max_by_key(|event| event.begins()),
        );
    }
    let words = |event: &Event, day: Option<&EventDay>| EventWords {
        summary: event.title.clone(),
        description: day
            .and_then(|day| day.note.clone())
            .into_iter()
            .chain(english(&event.summary))
            .collect::<Vec<_>>()
            .join("\n"),
        location: String::new(),
        categories: vec!["Event".to_owned()],
        page: build.page_of(event),
        tentative: false,
    };
    dated(events_calendar(ahead, &build.calendar_head("Events"), &words))
}

fn ahead(events: &[Event], now: Instant) -> Vec<&Event> {
    let current = |event: &&Event| matches!(event.status(now), EventStatus::Running | EventStatus::Upcoming);
    let mut ahead: Vec<&Event> = events.iter().filter(current).collect();
    ahead.sort_by_key(|event| (event.begins(), event.id.clone()));
    ahead
}
