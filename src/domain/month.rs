//! Months of the calendar, and the weeks that a page of one has.

use std::fmt;
use std::str::FromStr;

use super::{Day, DayError};

/// A month of a year, as links write it: `2026-05`.
///
/// ```
/// use cluster_atlas::domain::Month;
/// let month: Month = "2026-12".parse().expect("a month");
/// assert_eq!(month.plus(2).to_string(), "2027-02");
/// assert_eq!(month.last().to_string(), "2026-12-31");
/// assert!("2026-13".parse::<Month>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// Months of the years 0 to 9999, which are those that days are written with.
const MONTHS: i32 = 120_000;

impl Month {
    /// The month that a day is in.
    pub fn of(day: Day) -> Self {
        Self::numbered(day.year() * 12 + i32::from(u8::from(day.date().month())) - 1)
    }

    /// The month so many months after January of the year 0; the first or last one that there is where that is beyond.
    pub fn numbered(number: i32) -> Self {
        Self(number.clamp(0, MONTHS - 1))
    }

    /// How many months it is after January of the year 0.
    pub fn number(self) -> i32 {
        self.0
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.0 / 12
    }

    /// The month so many months later, or earlier where negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self::numbered(self.0.saturating_add(months))
    }

    /// Its first day.
    pub fn first(self) -> Day {
        self.day(1)
    }

    /// Its last day.
    pub fn last(self) -> Day {
        self.day(31)
    }

    /// The day with a number in it; its last day where it has no such day.
    pub fn day(self, number: u8) -> Day {
        let month = time::Month::try_from((self.0 % 12) as u8 + 1).unwrap_or(time::Month::January);
        let number = number.clamp(1, month.length(self.year()));
        time::Date::from_calendar_date(self.year(), month, number).map_or_else(|_| Day::default(), Day::from)
    }

    /// Its weeks, each with the seven days from the one that weeks begin with; a day of another month is `None`.
    ///
    /// `begins` is 1 where weeks begin with Monday, to 7 for Sunday, as ISO 8601 counts days; anything else is Monday.
    pub fn weeks(self, begins: u8) -> Vec<[Option<Day>; 7]> {
        let begins = if (1..=7).contains(&begins) { begins } else { 1 };
        let before = (weekday(self.first()) + 7 - begins) % 7;
        let days = self.last().date().day();
        let rows = (before + days).div_ceil(7);
        let cell = |at: u8| (before..before + days).contains(&at).then(|| self.day(at - before + 1));
        (0..rows).map(|row| std::array::from_fn(|column| cell(row * 7 + column as u8))).collect()
    }
}

/// Which day of the week a day is, from 1 for Monday to 7 for Sunday.
pub fn weekday(day: Day) -> u8 {
    day.date().weekday().number_from_monday()
}

impl FromStr for Month {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        // A month is written as the beginning of its days.
        let day: Result<Day, DayError> = [text, "-01"].concat().parse();
        day.map(Self::of).map_err(|_| DayError { text: text.chars().take(40).collect() })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year(), self.0 % 12 + 1)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(month: &str, begins: u8) -> Vec<String> {
        let month: Month = month.parse().expect("a month");
        let cell = |day: &Option<Day>| day.map_or_else(|| "·".to_owned(), |day| day.date().day().to_string());
        month.weeks(begins).iter().map(|week| week.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn weeks_begin_where_the_language_has_them_begin() {
        let monday = ["· · · · 1 2 3", "4 5 6 7 8 9 10", "11 12 13 14 15 16 17", "18 19 20 21 22 23 24"];
        assert_eq!(written("2026-05", 1)[..4], monday);
        assert_eq!(written("2026-05", 1)[4], "25 26 27 28 29 30 31");
        assert_eq!(written("2026-05", 7)[0], "· · · · · 1 2");
        assert_eq!(written("2026-05", 7)[5], "31 · · · · · ·");
        // Saturday, as in Egypt.
        assert_eq!(written("2026-05", 6)[0], "· · · · · · 1");
        assert_eq!(written("2027-02", 1).len(), 4, "February that fits");
        assert_eq!(written("2027-02", 99), written("2027-02", 1), "no day of the week");
    }

    #[test]
    fn what_is_no_month_is_none() {
        for text in ["", "2026", "2026-13", "2026-00", "2026-5", "soon", "2026-05-01", "-026-05"] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn each_day_of_a_month_is_in_one_cell_below_its_own_weekday(number in 0..MONTHS, begins in 1_u8..=7) {
            let month = Month::numbered(number);
            let weeks = month.weeks(begins);
            let days: Vec<Day> = weeks.iter().flatten().flatten().copied().collect();
            prop_assert_eq!(days.first().copied(), Some(month.first()));
            prop_assert_eq!(days.last().copied(), Some(month.last()));
            prop_assert!(days.windows(2).all(|two| two[0].plus(1) == two[1]));
            for week in &weeks {
                prop_assert!(week.iter().any(Option::is_some));
                for (column, day) in (0_u8..).zip(week) {
                    let Some(day) = day else { continue };
                    prop_assert_eq!(weekday(*day), (begins - 1 + column) % 7 + 1);
                    prop_assert_eq!(Month::of(*day), month);
                }
            }
        }

        #[test]
        fn a_month_is_read_as_it_is_written(number in 0..MONTHS, steps in -30_i32..30) {
            let month = Month::numbered(number);
            prop_assert_eq!(month.to_string().parse::<Month>().ok(), Some(month));
            if month.plus(steps).number() == number + steps {
                prop_assert_eq!(month.plus(steps).plus(-steps), month);
            }
        }
    }
}
