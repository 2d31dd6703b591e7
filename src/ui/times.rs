//! Days, cut-offs and countdowns in words.

use crate::browser;
use crate::domain::{Call, CutOff, Day, Distance, Instant, TimeOfDay};

use super::messages::{date, language, tr};

/// A day, and the time on it with the zone that clocks in Brussels keep then; says so where no time is stated.
pub fn moment(day: Day, time: Option<TimeOfDay>) -> String {
    match time {
        Some(time) => {
            let zone = zone(day, time);
            tr!("moment", "date" => date(day), "time" => time.to_string(), "zone" => zone)
        }
        None => tr!("moment-no-time", "date" => date(day)),
    }
}

/// What the zone of clocks in Brussels is called then, in the visitor's language: CET, MEZ.
fn zone(day: Day, time: TimeOfDay) -> String {
    tr(if Instant::at(day, time).in_brussels().zone() == "CEST" { "zone-summer" } else { "zone-winter" })
}

/// From when to when on a day, by the clocks of Brussels.
pub fn between(day: Day, start: TimeOfDay, end: TimeOfDay) -> String {
    let zone = zone(day, start);
    let (start, end) = (start.to_string(), end.to_string());
    tr!("session-times", "date" => date(day), "start" => start, "end" => end, "zone" => zone)
}

/// The same by the visitor's own clock, where that shows another time than clocks in Brussels: from when, and to when where
/// that is known. A day stands there only where it is another one.
pub fn own(day: Day, start: Option<TimeOfDay>, end: Option<TimeOfDay>) -> Option<String> {
    let start = start?;
    let language = language();
    let dated = |own: Day, time: String, before: Day| {
        if own == before { time } else { tr!("moment-plain", "date" => date(own), "time" => time) }
    };
    let (first, from) = browser::own_time(Instant::at(day, start), &language)?;
    let from = dated(first, from, day);
    let moment = match end {
        Some(end) => {
            let (last, to) = browser::clock_here(Instant::ending(day, Some(start), Some(end)), &language);
            tr!("moment-from-to", "from" => from, "to" => dated(last, to, first))
        }
        None => from,
    };
    Some(tr!("moment-own", "moment" => moment))
}

/// A day with its times as far as they are known, and the same by the visitor's own clock where that differs.
pub fn with_own(day: Day, start: Option<TimeOfDay>, end: Option<TimeOfDay>) -> String {
    let there = match (start, end) {
        (Some(start), Some(end)) => between(day, start, end),
        (start, _) => moment(day, start),
    };
    let own = own(day, start, end).map(|own| tr!("comma", "words" => own));
    [there, own.unwrap_or_default()].concat()
}

/// A cut-off: when it is.
pub fn cutoff(cutoff: &CutOff) -> String {
    moment(cutoff.date, cutoff.time)
}

/// A time on a day with the zone that clocks in Brussels keep then. The moment itself, which says the visitor's own time,
/// stands beside each countdown.
fn clock(day: Day, time: TimeOfDay) -> String {
    tr!("clock", "time" => time.to_string(), "zone" => zone(day, time))
}

/// How far off something is that closes: "closes in 3 days", "closes today at 17:00 CET", "closed 8 months ago".
pub fn closes(day: Day, time: Option<TimeOfDay>, now: Instant) -> String {
    match Distance::between(now, day, time) {
        Distance::Today { time: Some(time) } => tr!("closes-today-at", "time" => clock(day, time)),
        Distance::Today { time: None } => tr("closes-today"),
        Distance::Tomorrow { time: Some(time) } => tr!("closes-tomorrow-at", "time" => clock(day, time)),
        Distance::Tomorrow { time: None } => tr("closes-tomorrow"),
        Distance::InDays(days) => tr!("closes-in-days", "count" => days),
        Distance::InMonths(months) => tr!("closes-in-months", "count" => months),
        Distance::InYears(years) => tr!("closes-in-years", "count" => years),
        Distance::EarlierToday { time } => tr!("closed-today-at", "time" => clock(day, time)),
        Distance::Yesterday { .. } => tr("closed-yesterday"),
        Distance::DaysAgo(days) => tr!("closed-days-ago", "count" => days),
        Distance::MonthsAgo(months) => tr!("closed-months-ago", "count" => months),
        Distance::YearsAgo(years) => tr!("closed-years-ago", "count" => years),
    }
}

/// Until when one can apply to a call that is open. The next cut-off and the close are two things: "closes in 8 days"
/// only where the next cut-off is the last, else "next cut-off in 8 days · closes 30 April 2024 (1 more cut-off)".
pub fn call_closes(call: &Call, now: Instant) -> String {
    let Some(next) = call.next_cutoff(now) else { return tr("call-open-end") };
    let rounds = match call.after_next(now) {
        Some((further, last)) => tr!("call-rounds", "date" => date(last.date), "count" => further),
        None if !call.deadline_known => tr("call-rounds-unknown"),
        None => return closes(next.date, next.time, now),
    };
    let next = tr!("call-next-cutoff", "away" => away_to(next.date, next.time, now));
    tr!("dot", "first" => next, "second" => rounds)
}

/// How far off a moment is: "in 3 days", "tomorrow at 17:00 CET".
pub fn away_to(day: Day, time: Option<TimeOfDay>, now: Instant) -> String {
    match Distance::between(now, day, time) {
        Distance::Today { time: Some(time) } => tr!("away-today-at", "time" => clock(day, time)),
        Distance::Tomorrow { time: Some(time) } => tr!("away-tomorrow-at", "time" => clock(day, time)),
        distance => away(distance),
    }
}

/// How far off a day is: "in 3 days", "8 months ago".
pub fn away(distance: Distance) -> String {
    match distance {
        Distance::Today { .. } | Distance::EarlierToday { .. } => tr("away-today"),
        Distance::Tomorrow { .. } => tr("away-tomorrow"),
        Distance::InDays(days) => tr!("away-in-days", "count" => days),
        Distance::InMonths(months) => tr!("away-in-months", "count" => months),
        Distance::InYears(years) => tr!("away-in-years", "count" => years),
        Distance::Yesterday { .. } => tr("away-yesterday"),
        Distance::DaysAgo(days) => tr!("away-days-ago", "count" => days),
        Distance::MonthsAgo(months) => tr!("away-months-ago", "count" => months),
        Distance::YearsAgo(years) => tr!("away-years-ago", "count" => years),
    }
}
