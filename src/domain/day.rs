//! Calendar days, as the dataset and the URL write them.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A calendar day in the proleptic Gregorian calendar, without a time or a zone.
///
/// ```
/// use cluster_atlas::domain::Day;
/// let day: Day = "2024-02-29".parse().expect("a leap day");
/// assert_eq!(day.to_string(), "2024-02-29");
/// assert!("2023-02-29".parse::<Day>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(time::Date);

/// The Julian day number of 1 January 1970.
const FIRST_OF_1970: i32 = 2_440_588;

/// A text that is no calendar day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text:?} is not a day written as YYYY-MM-DD")]
pub struct DayError {
    /// What was given, cut to 40 characters.
    pub text: String,
}

impl Default for Day {
    /// 1 January 1970, where clocks without a battery start.
    fn default() -> Self {
        Self(time::Date::from_julian_day(FIRST_OF_1970).unwrap_or(time::Date::MIN))
    }
}

impl Day {
    /// The day's year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// How many days after 1 January 1970 the day is.
    pub fn number(self) -> i64 {
        i64::from(self.0.to_julian_day() - FIRST_OF_1970)
    }

    /// The day so many days later, or earlier where negative; the calendar's first or last day where it ends before.
    ///
    /// ```
    /// use cluster_atlas::domain::Day;
    /// let day: Day = "2024-02-28".parse().expect("a day");
    /// assert_eq!(day.plus(2).to_string(), "2024-03-01");
    /// assert_eq!(day.plus(2).plus(-2), day);
    /// ```
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let number = self.0.to_julian_day().saturating_add(days);
        let number = number.clamp(time::Date::MIN.to_julian_day(), time::Date::MAX.to_julian_day());
        Self(time::Date::from_julian_day(number).unwrap_or(self.0))
    }

    /// How many days later `other` is; negative where it is earlier.
    ///
    /// ```
    /// use cluster_atlas::domain::Day;
    /// let (from, to): (Day, Day) = ("2023-12-31".parse().expect("a day"), "2024-03-01".parse().expect("a day"));
    /// assert_eq!((from.days_until(to), to.days_until(from)), (61, -61));
    /// ```
    pub fn days_until(self, other: Self) -> i64 {
        other.number() - self.number()
    }

    /// The day as a date of the `time` crate, for arithmetic.
    pub fn date(self) -> time::Date {
        self.0
    }
}

impl From<time::Date> for Day {
    fn from(date: time::Date) -> Self {
        Self(date)
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        // Written out because the crate's own parser reads any layout, at ten times the bytes.
        day_of(text).map(Self).ok_or_else(|| DayError { text: text.chars().take(40).collect() })
    }
}

impl Day {
    /// A day as people write one into a link: with or without zeros, year first, or day first with full stops. What could be
    /// two days ("03/04/2024") is none.
    ///
    /// ```
    /// use cluster_atlas::domain::Day;
    /// let day: Day = "2024-02-03".parse()?;
    /// assert_eq!([Day::asked("2024-2-3"), Day::asked("3.2.2024"), Day::asked("2024/02/03")], [Some(day); 3]);
    /// assert_eq!((Day::asked("30.2.2024"), Day::asked("03/02/2024")), (None, None));
    /// # Ok::<(), cluster_atlas::domain::DayError>(())
    /// ```
    pub fn asked(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut parts = text.split(['-', '.', '/']);
        let (one, month, three) = (parts.next()?, parts.next()?, parts.next()?);
        let (year, day) = if text.contains('.') && three.len() == 4 { (three, one) } else { (one, three) };
        if parts.next().is_some() || year.len() != 4 || text.contains('+') {
            return None;
        }
        let month: u8 = month.parse().ok()?;
        let date =
            time::Date::from_calendar_date(year.parse().ok()?, month.try_into().ok()?, day.parse().ok()?);
        date.ok().map(Self)
    }
}

fn day_of(text: &str) -> Option<time::Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() });
    shaped.then_some(())?;
    let month: u8 = text[5..7].parse().ok()?;
    time::Date::from_calendar_date(text[..4].parse().ok()?, month.try_into().ok()?, text[8..].parse().ok()?)
        .ok()
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}
