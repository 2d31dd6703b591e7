//! Days and times as people, spreadsheets and databases write them.

use std::ops::Range;

use crate::domain::{Day, Instant, TimeOfDay};
use crate::explore::fold;

/// A day, and a time where one is stated; in Brussels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Day,
    pub(super) time: Option<TimeOfDay>,
}

/// Names of the months by their number, folded: English, German, French, Spanish and Italian, and what is usually
/// left of them.
const MONTHS: [&str; 12] = [
    "january jan januar janner janvier janv enero ene gennaio gen",
    "february feb februar feber fevrier fevr febrero febbraio",
    "march mar marz maerz mrz mars marzo",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag",
    "june jun juni juin junio giugno giu",
    "july jul juli juillet juil julio luglio lug",
    "august aug aout agosto ago",
    "september sep sept septembre septiembre settembre set",
    "october oct oktober okt octobre octubre ottobre ott",
    "november nov novembre noviembre",
    "december dec dezember dez decembre diciembre dic dicembre",
];

/// Days of the week, folded; what they say follows from the date.
const WEEKDAYS: &str = "monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun montag \
                        dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi \
                        dimanche";

/// What people write for local time in Brussels, folded. "CET" in summer is meant like that too.
const BRUSSELS: &str = "|cet|cest|mez|mesz|hec|cet cest|brussels|brussels time|brussels local time|brussels time cet|\
                        cet brussels|cet brussels time|local time|central european time|heure de bruxelles|\
                        brusseler zeit|uhr|h|hrs|";

/// The moment that a text is. `None` where it is no date or could be two: `10/03/2024` is in March or in October.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Some(moment) = serial(text).or_else(|| epoch(text)) {
        return Some(moment);
    }
    let (day, rest) = figures(text).or_else(|| words(text))?;
    let (minutes, zone) = clock(rest)?;
    let Some(minutes) = minutes else { return Some(Moment { day, time: None }) };
    let Some(offset) = zone else {
        return Some(Moment { day, time: Some(TimeOfDay::from_minutes(minutes)) });
    };
    let seconds = day.number() * 86_400 + (i64::from(minutes) - offset) * 60;
    let brussels = Instant::from_unix(seconds).in_brussels();
    Some(Moment { day: brussels.day, time: Some(brussels.time) })
}

/// What a spreadsheet shows of a date in a cell that is formatted as a number: days since 1899, from 1954 to 2119.
fn serial(text: &str) -> Option<Moment> {
    let (days, fraction) = text.split_once('.').unwrap_or((text, ""));
    if days.len() != 5 || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let number: i32 = days.parse().ok().filter(|days| (20_000..80_000).contains(days))?;
    // 25,569 is 1 January 1970.
    let day = Day::default().plus(number - 25_569);
    let part: f64 = if fraction.is_empty() { 0.0 } else { format!("0.{fraction}").parse().ok()? };
    let minutes = (part * 1440.0).round() as u16;
    Some(Moment { day, time: (1..1440).contains(&minutes).then(|| TimeOfDay::from_minutes(minutes)) })
}

/// What databases and programs write: a day in eight figures; seconds or milliseconds since 1970, from 2001 to 2100. Midnight is how they write a day.
fn epoch(text: &str) -> Option<Moment> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let seconds = match text.len() {
        // ISO 8601 without its hyphens.
        8 => return Some(Moment { day: day(&text[..4], text[4..6].parse().ok()?, &text[6..])?, time: None }),
        10 => text.parse::<i64>().ok()?,
        13 => text.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    let seconds = Some(seconds).filter(|seconds| (1_000_000_000..4_102_444_800).contains(seconds))?;
    if seconds % 86_400 == 0 {
        let days = i32::try_from(seconds / 86_400).ok()?;
        return Some(Moment { day: Day::default().plus(days), time: None });
    }
    let brussels = Instant::from_unix(seconds).in_brussels();
    let is_midnight = brussels.time.minutes() == 0;
    Some(Moment { day: brussels.day, time: Some(brussels.time).filter(|_| !is_midnight) })
}

fn day(year: &str, month: u32, day: &str) -> Option<Day> {
    let year = match year.len() {
        4 => year.to_owned(),
        2 => format!("20{year}"),
        _ => return None,
    };
    if day.is_empty() || day.len() > 2 {
        return None;
    }
    format!("{year}-{month:02}-{day:0>2}").parse().ok()
}

/// A day in figures at the start of a text, and the rest.
fn figures(text: &str) -> Option<(Day, &str)> {
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '.' | '/'))).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    let run = run.trim_end_matches('.');
    let separator = run.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = run.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let number = |text: &str| text.parse::<u32>().ok();
    let found = if first.len() == 4 {
        day(first, number(second)?, third)
    } else if separator == '.' {
        day(third, number(second)?, first)
    } else if third.len() == 4 {
        match (number(first)?, number(second)?) {
            (one, two) if one > 12 || one == two => day(third, two, first),
            (one, two) if two > 12 => day(third, one, second),
            _ => None,
        }
    } else {
        None
    };
    Some((found?, rest))
}

/// The first day in figures within a text that could be two: where it stands, and as it reads with the day and with the month first.
fn ambiguous(text: &str) -> Option<(Range<usize>, [Day; 2])> {
    let mut start = 0;
    for run in text.split(|c: char| !(c.is_ascii_digit() || c == '/')) {
        let at = start..start + run.len();
        // The sign that ends a run may be longer than a byte.
        start = at.end + text[at.end..].chars().next().map_or(0, char::len_utf8);
        let parts: Vec<&str> = run.split('/').collect();
        let [one, two, year] = parts[..] else { continue };
        let number = |text: &str| text.parse::<u32>().ok().filter(|number| (1..=12).contains(number));
        let (Some(first), Some(second)) = (number(one), number(two)) else { continue };
        if first == second || year.len() != 4 {
            continue;
        }
        if let (Some(day_first), Some(month_first)) = (day(year, second, one), day(year, first, two)) {
            return Some((at, [day_first, month_first]));
        }
    }
    None
}

/// The first day in a text that could be two, read with the day first and with the month first.
///
/// ```
/// use cluster_atlas::dataset::two_days;
/// let [day_first, month_first] = two_days("until 10/03/2024").expect("March or October");
/// assert_eq!((day_first.to_string(), month_first.to_string()), ("2024-03-10".into(), "2024-10-03".into()));
/// assert_eq!(two_days("31/03/2024"), None);
/// ```
pub fn two_days(text: &str) -> Option<[Day; 2]> {
    ambiguous(text).map(|(_, days)| days)
}

/// A text whose days have one meaning, once it is known whether the day or the month comes first; `None` where they had.
pub(super) fn settled(text: &str, order: DateOrder) -> Option<String> {
    let mut settled = text.to_owned();
    let mut is_changed = false;
    while let Some((at, [day_first, month_first])) = ambiguous(&settled) {
        let day = if order == DateOrder::DayFirst { day_first } else { month_first };
        settled.replace_range(at, &day.to_string());
        is_changed = true;
    }
    is_changed.then_some(settled)
}

/// What comes first in a date like `10/03/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

/// A day with the month by name at the start of a text, and the rest.
fn words(text: &str) -> Option<(Day, &str)> {
    let mut parts: Vec<(&str, usize)> = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if !c.is_alphanumeric() {
            let part = &text[start..at];
            let is_filler = matches!(part, "" | "de" | "of" | "the" | "den" | "le");
            let is_weekday = parts.is_empty() && has(WEEKDAYS, part);
            if !is_filler && !is_weekday {
                parts.push((part, at));
            }
            start = at + c.len_utf8();
            if parts.len() == 3 {
                break;
            }
        }
    }
    let [(first, _), (second, _), (year, end)] = parts[..] else { return None };
    let (number, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return None,
    };
    let number =
        ["st", "nd", "rd", "th", "er"].iter().find_map(|end| number.strip_suffix(end)).unwrap_or(number);
    (year.len() == 4).then_some(())?;
    Some((day(year, month, number)?, &text[end..]))
}

fn has(list: &str, word: &str) -> bool {
    let word = fold(word);
    !word.is_empty() && list.split_whitespace().any(|known| known == word)
}

fn month(name: &str) -> Option<u32> {
    MONTHS.iter().position(|names| has(names, name)).map(|position| position as u32 + 1)
}

/// What follows a day: a time in minutes after midnight, and how many minutes its zone is ahead of UTC where it is not
/// Brussels'. `None` where there is something else.
fn clock(rest: &str) -> Option<(Option<u16>, Option<i64>)> {
    let mut rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == '.');
    for word in ["T", "at ", "um ", "à ", "kl. "] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
    }
    if rest.is_empty() {
        return Some((None, None));
    }
    let (hour, mut rest) = digits(rest);
    let hour: u16 = hour.parse().ok()?;
    let mut minute = 0;
    let mut seconds = None;
    if let Some(after) = rest.strip_prefix([':', 'h', 'H', '.']) {
        let (found, after) = digits(after);
        if found.len() == 2 {
            minute = found.parse().ok()?;
            rest = after;
            if let Some(after) = rest.strip_prefix(':') {
                let (found, after) = digits(after);
                (found.len() == 2).then_some(())?;
                seconds = found.parse::<u16>().ok();
                rest = after.strip_prefix('.').map_or(after, |after| digits(after).1);
            }
        } else if !(found.is_empty() && rest.starts_with(['h', 'H'])) {
            return None;
        } else {
            rest = after;
        }
    } else if !["uhr", "am", "pm", "h"].iter().any(|word| fold(rest).starts_with(word)) {
        return None;
    }
    let mut tail = rest.trim().to_ascii_lowercase();
    let mut hour = hour;
    for (word, noon) in [("pm", 12), ("am", 0)] {
        if let Some(after) = tail.strip_prefix(word) {
            (1..=12).contains(&hour).then_some(())?;
            hour = hour % 12 + noon;
            tail = after.trim().to_owned();
        }
    }
    (minute < 60 && seconds.is_none_or(|seconds| seconds < 61)).then_some(())?;
    let zone = zone(&tail)?;
    // Midnight to the second is how databases write a day; 24:00 is its end, which a day without a time lasts to.
    if (hour, minute, seconds) == (0, 0, Some(0)) || (hour, minute) == (24, 0) {
        return Some((None, None));
    }
    (hour < 24).then_some((Some(hour * 60 + minute), zone))
}

fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// `Some(None)` for Brussels, else how many minutes ahead of UTC; `None` for what is no zone.
#[expect(clippy::option_option, reason = "no zone, the zone of the format, another zone")]
fn zone(tail: &str) -> Option<Option<i64>> {
    let folded = fold(tail);
    if tail.is_empty() || BRUSSELS.contains(&format!("|{folded}|")) {
        return Some(None);
    }
    if matches!(&*folded, "z" | "utc" | "gmt") {
        return Some(Some(0));
    }
    let (sign, rest) =
        tail.strip_prefix('+').map(|rest| (1, rest)).or_else(|| Some((-1, tail.strip_prefix('-')?)))?;
    let (hours, minutes) = match rest.split_once(':') {
        Some(parts) => parts,
        None if rest.len() == 4 => rest.split_at_checked(2)?,
        None => (rest, "0"),
    };
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 14 && minutes < 60).then_some(Some(sign * (i64::from(hours) * 60 + i64::from(minutes))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_could_be_two_is_settled_when_somebody_says_which() {
        for (text, day_first, month_first) in [
            ("10/03/2024", "2024-03-10", "2024-10-03"),
            (
                "é 1/2/2024 17:00; 3/4/2025",
                "é 2024-02-01 17:00; 2025-04-03",
                "é 2024-01-02 17:00; 2025-03-04",
            ),
        ] {
            assert_eq!(settled(text, DateOrder::DayFirst).as_deref(), Some(day_first));
            assert_eq!(settled(text, DateOrder::MonthFirst).as_deref(), Some(month_first));
        }
        for text in ["31/03/2024", "5/5/2024", "2024/03/10", "1/2/3/2024", "10/03/24"] {
            assert_eq!(settled(text, DateOrder::DayFirst), None, "{text}");
        }
    }

    fn read(text: &str) -> String {
        moment(text).map_or("-".to_owned(), |Moment { day, time }| {
            time.map_or(day.to_string(), |time| format!("{day} {time}"))
        })
    }

    #[test]
    fn times_are_read_in_brussels_whoever_wrote_them() {
        for text in [
            "2024-12-31 17:00",
            "2024-12-31 17:00:00",
            "2024-12-31T17:00:00.000+01:00",
            "2024-12-31T16:00:00Z",
            "2024-12-31 16:00 UTC",
            "2024-12-31 17:00 CET",
            "2024-12-31 17:00 (Brussels time)",
            "2024-12-31 17h00",
            "2024-12-31 17.00",
            "31/12/2024 17:00",
            "31.12.2024, 17 Uhr",
            "31 December 2024 at 17:00 CET",
            "Tuesday, December 31st, 2024, 5 pm",
            "45657.7083333333",
        ] {
            assert_eq!(read(text), "2024-12-31 17:00", "{text}");
        }
        assert_eq!(read("2024-06-30T22:30:00Z"), "2024-07-01 00:30");
        for (text, expected) in [
            ("20261231", "2026-12-31"),
            ("20261331", "-"),
            ("1798675200", "2026-12-31"),
            ("1798675200000", "2026-12-31"),
            ("1798671600", "2026-12-31"),
            ("1798732800", "2026-12-31 17:00"),
            ("999999999", "-"),
            ("9999999999", "-"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn days_are_read_where_they_can_be_one_day_only() {
        for text in [
            "2024-12-31",
            "31.12.2024",
            "31.12.24",
            "31/12/2024",
            "12/31/2024",
            "31-Dec-2024",
            "31 décembre 2024",
            "31 de diciembre de 2024",
            "45657",
            "2024-12-31 00:00:00",
            "2024-12-31T00:00:00Z",
        ] {
            assert_eq!(read(text), "2024-12-31", "{text}");
        }
        for text in [
            "",
            "10/03/2024",
            "end of March 2025",
            "mid-December 2024, 17:00",
            "continuous",
            "2024",
            "2024-02-30",
            "2024-12-31 soon",
            "17:00",
            "120",
        ] {
            assert_eq!(read(text), "-", "{text}");
        }
    }
}
