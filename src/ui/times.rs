//! Days, cut-offs and countdowns in words.

use crate::browser;
use crate::domain::{Call, CutOff, Day, Distance, Instant, TimeOfDay};

use super::messages::{date, language, said, text};

/// A day, and the time on it with the zone that clocks in Brussels keep then; says so where no time is stated.
pub fn moment(day: Day, time: Option<TimeOfDay>) -> String {
    match time {
        Some(time) => {
            let zone = Instant::at(day, time).in_brussels().zone();
            text!("moment", "date" => date(day), "time" => time.to_string(), "zone" => zone)
        }
        None => text!("moment-no-time", "date" => date(day)),
    }
}

/// The same moment by the visitor's own clock, where that shows another time than clocks in Brussels.
pub fn own(day: Day, time: Option<TimeOfDay>) -> Option<String> {
    let own = browser::own_time(Instant::at(day, time?), &language())?;
    Some(text!("moment-own", "moment" => own))
}

/// A cut-off: when it is.
pub fn cutoff(cutoff: &CutOff) -> String {
    moment(cutoff.date, cutoff.time)
}

/// A time on a day with the zone that clocks in Brussels keep then, and by the visitor's own clock where that differs.
fn clock(day: Day, time: TimeOfDay) -> String {
    let zone = Instant::at(day, time).in_brussels().zone();
    let clock = text!("clock", "time" => time.to_string(), "zone" => zone);
    match own(day, Some(time)) {
        Some(own) => text!("clock-own", "clock" => clock, "own" => own),
        None => clock,
    }
}

/// How far off something is that closes: "closes in 3 days", "closes today at 17:00 CET", "closed 8 months ago".
pub fn closes(day: Day, time: Option<TimeOfDay>, now: Instant) -> String {
    match Distance::between(now, day, time) {
        Distance::Today { time: Some(time) } => text!("closes-today-at", "time" => clock(day, time)),
        Distance::Today { time: None } => said("closes-today"),
        Distance::Tomorrow { time: Some(time) } => text!("closes-tomorrow-at", "time" => clock(day, time)),
        Distance::Tomorrow { time: None } => said("closes-tomorrow"),
        Distance::InDays(days) => text!("closes-in-days", "count" => days),
        Distance::InMonths(months) => text!("closes-in-months", "count" => months),
        Distance::InYears(years) => text!("closes-in-years", "count" => years),
        Distance::EarlierToday { time } => text!("closed-today-at", "time" => clock(day, time)),
        Distance::Yesterday { .. } => said("closed-yesterday"),
        Distance::DaysAgo(days) => text!("closed-days-ago", "count" => days),
        Distance::MonthsAgo(months) => text!("closed-months-ago", "count" => months),
        Distance::YearsAgo(years) => text!("closed-years-ago", "count" => years),
    }
}

/// Until when one can apply to a call that is open. The next cut-off and the close are two things: "closes in 8 days"
/// only where the next cut-off is the last, else "next cut-off in 8 days · closes 30 April 2024 (1 more cut-off)".
pub fn call_closes(call: &Call, now: Instant) -> String {
    let Some(next) = call.next_cutoff(now) else { return said("call-open-end") };
    let rounds = match call.after_next(now) {
        Some((further, last)) => text!("call-rounds", "date" => date(last.date), "count" => further),
        None if !call.deadline_known => said("call-rounds-unknown"),
        None => return closes(next.date, next.time, now),
    };
    let next = text!("call-next-cutoff", "away" => away_to(next.date, next.time, now));
    text!("dot", "first" => next, "second" => rounds)
}

/// How far off a moment is: "in 3 days", "tomorrow at 17:00 CET".
pub fn away_to(day: Day, time: Option<TimeOfDay>, now: Instant) -> String {
    match Distance::between(now, day, time) {
        Distance::Today { time: Some(time) } => text!("away-today-at", "time" => clock(day, time)),
        Distance::Tomorrow { time: Some(time) } => text!("away-tomorrow-at", "time" => clock(day, time)),
        distance => away(distance),
    }
}

/// How far off a day is: "in 3 days", "8 months ago".
pub fn away(distance: Distance) -> String {
    match distance {
        Distance::Today { .. } | Distance::EarlierToday { .. } => said("away-today"),
        Distance::Tomorrow { .. } => said("away-tomorrow"),
        Distance::InDays(days) => text!("away-in-days", "count" => days),
        Distance::InMonths(months) => text!("away-in-months", "count" => months),
        Distance::InYears(years) => text!("away-in-years", "count" => years),
        Distance::Yesterday { .. } => said("away-yesterday"),
        Distance::DaysAgo(days) => text!("away-days-ago", "count" => days),
        Distance::MonthsAgo(months) => text!("away-months-ago", "count" => months),
        Distance::YearsAgo(years) => text!("away-years-ago", "count" => years),
    }
}
