//! Dates that are known to the day, to the month or to the year, as sources have them.

use std::fmt;
use std::str::FromStr;

use super::Day;

/// A date as exactly as it is known: `2022-09-01`, `2022-09` or `2022`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// To the year.
    Year(Day),
    /// To the month.
    Month(Day),
    /// To the day.
    Day(Day),
}

impl PartialDate {
    /// The first day that it may be.
    pub fn first(self) -> Day {
        let (Self::Year(day) | Self::Month(day) | Self::Day(day)) = self;
        day
    }

    /// The last day that it may be.
    pub fn last(self) -> Day {
        let first = self.first();
        let year = first.year();
        let next = match self {
            Self::Day(day) => return day,
            Self::Year(_) => format!("{:04}-01-01", year + 1),
            Self::Month(_) if u8::from(first.date().month()) == 12 => format!("{:04}-01-01", year + 1),
            Self::Month(_) => format!("{year:04}-{:02}-01", u8::from(first.date().month()) + 1),
        };
        // The last year that a date can have has no next one.
        next.parse::<Day>().map_or(first, |next| next.plus(-1))
    }

    /// The day, where it is known to the day.
    pub fn day(self) -> Option<Day> {
        if let Self::Day(day) = self { Some(day) } else { None }
    }

    /// The month as `2026-11`, where it is known.
    pub fn month(self) -> Option<String> {
        let mut text = self.first().to_string();
        text.truncate("2026-11".len());
        (!matches!(self, Self::Year(_))).then_some(text)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.first().year()
    }
}

/// A text that is no such date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no date of the form 2022-09-01, 2022-09 or 2022")]
pub struct PartialDateError(String);

impl FromStr for PartialDate {
    type Err = PartialDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let whole = |rest: &str| [text, rest].concat().parse::<Day>().ok();
        let date = match text.len() {
            4 => whole("-01-01").map(Self::Year),
            7 => whole("-01").map(Self::Month),
            _ => whole("").map(Self::Day),
        };
        date.ok_or_else(|| PartialDateError(text.to_owned()))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.first().to_string();
        let length = match self {
            Self::Year(_) => 4,
            Self::Month(_) => 7,
            Self::Day(_) => text.len(),
        };
        f.write_str(&text[..length])
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_long_as_it_is_known() {
        for (text, first, last) in [
            ("2022-09-01", "2022-09-01", "2022-09-01"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023-12", "2023-12-01", "2023-12-31"),
            ("2022", "2022-01-01", "2022-12-31"),
        ] {
            let date: PartialDate = text.parse().expect("a date");
            assert_eq!(date.to_string(), text);
            assert_eq!(
                (date.first().to_string(), date.last().to_string()),
                (first.to_owned(), last.to_owned())
            );
        }
        assert_eq!("2022".parse::<PartialDate>().expect("a date").month(), None);
        for text in ["", "22", "2022-13", "2022-02-30", "soon", "2022-9", "99999"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
