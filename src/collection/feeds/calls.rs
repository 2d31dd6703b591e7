//! The calls that are open or forthcoming.

use crate::collection::Collection;
use crate::dataset::{EntryWords, EventWords, calls_calendar, calls_feed};
use crate::domain::{Call, CallStatus, CutOff, Instant};

use super::{Build, dated, english};

/// The feed of the calls.
pub(in crate::collection) fn calls_atom(calls: &[Call], build: &Build<'_>) -> String {
    let now = build.now;
    let feed = build.feed_head("Open calls", Collection::Calls.about().path, "calls.atom");
    calls_feed(calls, now, &feed, &|call| EntryWords {
        title: call.title.clone(),
        summary: [Some(deadline(call, now)), english(&call.summary)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        categories: vec![call.issuer.clone()],
        page: build.page_of(call),
    })
}

/// The calendar of their cut-offs: of those that are open or forthcoming.
pub(in crate::collection) fn calls_ics(calls: &[Call], build: &Build<'_>) -> Option<String> {
    let now = build.now;
    let current = |call: &&Call| matches!(call.status(now), CallStatus::Open | CallStatus::Forthcoming);
    let mut shown: Vec<&Call> = calls.iter().filter(current).collect();
    // A calendar has to hold something (RFC 5545, 3.6): with nothing ahead it is the latest of the archive.
    if shown.iter().all(|call| call.next_cutoff(now).is_none()) {
        shown = calls.iter().collect();
    }
    let head = build.calendar_head("Open calls");
    dated(calls_calendar(shown, now, &head, &|call, cutoff| EventWords {
        summary: format!("Cut-off: {}", call.title),
        description: [cutoff.note.clone(), untimed(cutoff), english(&call.summary)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n"),
        location: String::new(),
        categories: vec!["Open call".to_owned(), call.issuer.clone()],
        page: build.page_of(call),
        tentative: false,
    }))
}

fn untimed(cutoff: &CutOff) -> Option<String> {
    let said = "The source states no time; the day counts to its end in Brussels.";
    cutoff.time.is_none().then(|| said.to_owned())
}

/// Until when, in a sentence.
fn deadline(call: &Call, now: Instant) -> String {
    let next = call.next_cutoff(now).map(|cutoff| match cutoff.time {
        Some(time) => {
            let zone = cutoff.closes().in_brussels().zone();
            format!("Next cut-off: {}, {time} {zone}.", cutoff.date)
        }
        None => format!("Next cut-off: {} (time not stated).", cutoff.date),
    });
    let close = call.after_next(now).map(|(_, last)| format!("Closes {}.", last.date));
    let opens = call.opens.filter(|day| Instant::start_of(*day) > now).map(|day| format!("Opens {day}."));
    let told: Vec<String> = opens.into_iter().chain(next).chain(close).collect();
    if told.is_empty() { "The closing date is not stated.".to_owned() } else { told.join(" ") }
}
