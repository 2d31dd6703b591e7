//! How far off a date is, as people say it: "today at 17:00", "in 3 days", "8 months ago".

use super::{CutOff, Day, Instant, TimeOfDay};

/// How far a date is from now; the words are the interface's.
///
/// Days are calendar days in Brussels: at 23:59 the next day is tomorrow, a minute later it is today. Up to
/// [`Distance::MOST_DAYS`] days are told in days, then whole months up to 23, then whole years. Whole ones: a date two
/// months and three weeks ahead is "in 2 months", so that nobody is promised time that is not there. A month is whole
/// on the same day of the month, or on the month's last day where it has no such day; so a year after 29 February is
/// 28 February.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Distance {
    /// Today, and not over: at this time, or at any where none is stated.
    Today {
        /// The time, where one is stated.
        time: Option<TimeOfDay>,
    },
    /// On the next day.
    Tomorrow {
        /// The time, where one is stated.
        time: Option<TimeOfDay>,
    },
    /// In so many days, at least 2.
    InDays(u32),
    /// In so many whole months, 2 to 23.
    InMonths(u32),
    /// In so many whole years, at least 2.
    InYears(u32),
    /// Today, at a time that has passed.
    EarlierToday {
        /// The time.
        time: TimeOfDay,
    },
    /// On the day before.
    Yesterday {
        /// The time, where one is stated.
        time: Option<TimeOfDay>,
    },
    /// So many days ago, at least 2.
    DaysAgo(u32),
    /// So many whole months ago, 2 to 23.
    MonthsAgo(u32),
    /// So many whole years ago, at least 2.
    YearsAgo(u32),
}

impl Distance {
    /// The longest distance told in days. From 62 days on, two months are always whole (July and August are 62).
    pub const MOST_DAYS: i64 = 61;

    /// How far it is from `now` to a day in Brussels, and a time on it where one is stated.
    ///
    /// ```
    /// use cluster_atlas::domain::{Day, Distance, Instant};
    /// let day: Day = "2026-11-12".parse().expect("a day");
    /// let five = "17:00".parse().ok();
    /// let at = |time: &str| Instant::at(day, time.parse().expect("a time"));
    /// assert_eq!(Distance::between(at("16:59"), day, five), Distance::Today { time: five });
    /// assert_eq!(Distance::between(at("00:00"), day.plus(3), five), Distance::InDays(3));
    /// assert_eq!(Distance::between(at("12:00"), day.plus(-250), None), Distance::MonthsAgo(8));
    /// ```
    pub fn between(now: Instant, day: Day, time: Option<TimeOfDay>) -> Self {
        let today = now.in_brussels().day;
        let days = today.days_until(day);
        match (days, time) {
            (0, Some(time)) if Instant::at(day, time) <= now => Self::EarlierToday { time },
            (0, _) => Self::Today { time },
            (1, _) => Self::Tomorrow { time },
            (-1, _) => Self::Yesterday { time },
            (2.., _) => match Span::between(today, day) {
                Span::Days(days) => Self::InDays(days),
                Span::Months(months) => Self::InMonths(months),
                Span::Years(years) => Self::InYears(years),
            },
            _ => match Span::between(day, today) {
                Span::Days(days) => Self::DaysAgo(days),
                Span::Months(months) => Self::MonthsAgo(months),
                Span::Years(years) => Self::YearsAgo(years),
            },
        }
    }
}

impl CutOff {
    /// How far it is to this cut-off, or how long ago it was.
    pub fn distance(&self, now: Instant) -> Distance {
        Distance::between(now, self.date, self.time)
    }
}

/// A number of the unit that fits.
enum Span {
    Days(u32),
    Months(u32),
    Years(u32),
}

impl Span {
    /// From one day to a later one.
    fn between(earlier: Day, later: Day) -> Self {
        let days = earlier.days_until(later);
        if days <= Distance::MOST_DAYS {
            return Self::Days(days as u32);
        }
        let months = whole_months(earlier, later);
        if months < 24 { Self::Months(months) } else { Self::Years(months / 12) }
    }
}

/// How many whole months lie between a day and a later one.
fn whole_months(earlier: Day, later: Day) -> u32 {
    let (from, to) = (earlier.date(), later.date());
    let month = |date: time::Date| date.year() * 12 + i32::from(u8::from(date.month()));
    let same_day = from.day().min(to.month().length(to.year()));
    (month(to) - month(from) - i32::from(to.day() < same_day)).max(0) as u32
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use jiff::ToSpan;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn time(text: &str) -> TimeOfDay {
        text.parse().expect("a time")
    }

    /// From "2024-02-28 23:59" to "2024-02-29" or "2024-02-29 17:00".
    fn distance(now: &str, to: &str) -> Distance {
        let parts = |text: &str| {
            let (date, clock) =
                text.split_once(' ').map_or((text, None), |(date, clock)| (date, Some(clock)));
            (day(date), clock.map(time))
        };
        let ((today, clock), (to, stated)) = (parts(now), parts(to));
        Distance::between(Instant::at(today, clock.expect("a time")), to, stated)
    }

    #[test]
    fn today_is_told_to_the_minute() {
        let five = time("17:00");
        assert_eq!(distance("2026-11-12 16:59", "2026-11-12 17:00"), Distance::Today { time: Some(five) });
        assert_eq!(distance("2026-11-12 17:00", "2026-11-12 17:00"), Distance::EarlierToday { time: five });
        assert_eq!(distance("2026-11-12 23:59", "2026-11-12"), Distance::Today { time: None });
    }

    #[test]
    fn days_change_at_midnight() {
        assert_eq!(distance("2024-02-28 23:59", "2024-02-29"), Distance::Tomorrow { time: None });
        assert_eq!(distance("2024-02-29 00:00", "2024-02-29"), Distance::Today { time: None });
        assert_eq!(distance("2024-03-01 00:00", "2024-02-29"), Distance::Yesterday { time: None });
        assert_eq!(distance("2024-02-28 00:00", "2024-03-01"), Distance::InDays(2), "a leap year");
        assert_eq!(distance("2023-02-27 00:00", "2023-03-01"), Distance::InDays(2));
        assert_eq!(
            distance("2023-12-31 23:59", "2024-01-01 00:00"),
            Distance::Tomorrow { time: Some(time("00:00")) }
        );
        assert_eq!(distance("2024-01-02 12:00", "2023-12-31"), Distance::DaysAgo(2));
    }

    #[test]
    fn a_day_of_23_or_25_hours_is_a_day() {
        assert_eq!(distance("2024-03-30 23:30", "2024-04-01 00:15"), Distance::InDays(2));
        assert_eq!(distance("2024-10-26 23:59", "2024-10-28"), Distance::InDays(2));
        // The doubled hour: the first time that clocks show 02:30 there is more than an hour left.
        let (day, stated) = (day("2024-10-27"), time("02:30"));
        let first = Instant::from_unix(Instant::at(day, stated).unix() - 3_600);
        assert_eq!(first.in_brussels().time, stated);
        assert_eq!(Distance::between(first, day, Some(stated)), Distance::Today { time: Some(stated) });
    }

    #[test]
    fn days_become_months_and_months_become_years() {
        let now = "2026-01-31 12:00";
        for (to, expected) in [
            ("2026-04-02", Distance::InDays(61)),
            ("2026-04-03", Distance::InMonths(2)),
            ("2026-04-29", Distance::InMonths(2)),
            ("2026-04-30", Distance::InMonths(3)),
            ("2027-01-30", Distance::InMonths(11)),
            ("2027-01-31", Distance::InMonths(12)),
            ("2028-01-30", Distance::InMonths(23)),
            ("2028-01-31", Distance::InYears(2)),
            ("9999-12-31", Distance::InYears(7_973)),
            ("2025-12-01", Distance::DaysAgo(61)),
            ("2025-11-30", Distance::MonthsAgo(2)),
            ("2025-05-31", Distance::MonthsAgo(8)),
            ("2024-01-31", Distance::YearsAgo(2)),
            ("0000-01-01", Distance::YearsAgo(2_026)),
        ] {
            assert_eq!(distance(now, to), expected, "{to}");
        }
        assert_eq!(distance("2026-07-01 12:00", "2026-08-31"), Distance::InDays(61));
        assert_eq!(distance("2026-07-01 12:00", "2026-09-01"), Distance::InMonths(2));
        assert_eq!(distance("2026-02-28 12:00", "2024-02-29"), Distance::YearsAgo(2));
        assert_eq!(distance("2026-02-27 12:00", "2024-02-29"), Distance::MonthsAgo(23));
    }

    /// Steps month by month with another library until the later day is passed.
    fn months_by_steps(earlier: Day, later: Day) -> u32 {
        let date = |day: Day| day.to_string().parse::<jiff::civil::Date>().expect("a date");
        let (earlier, later) = (date(earlier), date(later));
        (1..1_000)
            .take_while(|&months: &i32| earlier.checked_add(months.months()).is_ok_and(|step| step <= later))
            .count() as u32
    }

    proptest! {
        #[test]
        fn whole_months_are_those_of_another_library(from in 10_957_i32..15_000, days in 0_i32..1_500) {
            let earlier = Day::default().plus(from);
            let later = earlier.plus(days);
            prop_assert_eq!(whole_months(earlier, later), months_by_steps(earlier, later));
        }

        #[test]
        fn what_is_ahead_and_what_is_over_is_told_apart(
            now in 1_700_000_000_i64..1_800_000_000, days in -900_i32..900, minutes in prop::option::of(0_u16..1440),
        ) {
            let now = Instant::from_unix(now);
            let (day, time) = (now.in_brussels().day.plus(days), minutes.map(TimeOfDay::from_minutes));
            let cutoff = CutOff { date: day, time, note: None };
            let over = matches!(
                cutoff.distance(now),
                Distance::EarlierToday { .. } | Distance::Yesterday { .. } | Distance::DaysAgo(2..)
                    | Distance::MonthsAgo(2..=23) | Distance::YearsAgo(2..)
            );
            let ahead = matches!(
                cutoff.distance(now),
                Distance::Today { .. } | Distance::Tomorrow { .. } | Distance::InDays(2..)
                    | Distance::InMonths(2..=23) | Distance::InYears(2..)
            );
            prop_assert_eq!((over, ahead), (cutoff.passed(now), !cutoff.passed(now)));
        }
    }
}
