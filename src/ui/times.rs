//! Days, cut-offs and countdowns in words.

use crate::browser;
use crate::domain::{CutOff, Day, Distance, Instant, TimeOfDay};

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

/// How far off something is that closes: "closes in 3 days", "closed 8 months ago".
pub fn closes(distance: Distance) -> String {
    match distance {
        Distance::Today { time: Some(time) } => text!("closes-today-at", "time" => time.to_string()),
        Distance::Today { time: None } => said("closes-today"),
        Distance::Tomorrow { time: Some(time) } => text!("closes-tomorrow-at", "time" => time.to_string()),
        Distance::Tomorrow { time: None } => said("closes-tomorrow"),
        Distance::InDays(days) => text!("closes-in-days", "count" => days),
        Distance::InMonths(months) => text!("closes-in-months", "count" => months),
        Distance::InYears(years) => text!("closes-in-years", "count" => years),
        Distance::EarlierToday { time } => text!("closed-today-at", "time" => time.to_string()),
        Distance::Yesterday { .. } => said("closed-yesterday"),
        Distance::DaysAgo(days) => text!("closed-days-ago", "count" => days),
        Distance::MonthsAgo(months) => text!("closed-months-ago", "count" => months),
        Distance::YearsAgo(years) => text!("closed-years-ago", "count" => years),
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
