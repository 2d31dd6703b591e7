//! Moments in time, and what the clocks in Brussels show then.
//!
//! Deadlines of the Union's programmes are Brussels local times. Summer time runs from the last Sunday of March to
//! the last Sunday of October, changing at 01:00 UTC on both (Directive 2000/84/EC, from 2002 on; Directive 97/44/EC
//! said the same from 1998 on). Days before that follow the rule too, which is not what clocks did then.

use super::{Day, TimeOfDay};

/// A moment in time: whole seconds since the start of 1970, UTC.
///
/// ```
/// use cluster_atlas::domain::{Day, Instant, TimeOfDay};
/// let day: Day = "2026-07-01".parse().expect("a day");
/// let five: TimeOfDay = "17:00".parse().expect("a time");
/// let closes = Instant::at(day, five);
/// assert_eq!(closes.unix(), 1_782_918_000); // 15:00 UTC
/// assert_eq!(closes.in_brussels().zone(), "CEST");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    seconds: i64,
}

/// What calendar and clock show in Brussels at some moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BrusselsMoment {
    /// The day.
    pub day: Day,
    /// The time, seconds cut off.
    pub time: TimeOfDay,
    /// Whether summer time is in force.
    pub summer: bool,
}

impl BrusselsMoment {
    /// The zone as the date demands it: `CET`, or `CEST` in summer.
    pub fn zone(self) -> &'static str {
        if self.summer { "CEST" } else { "CET" }
    }
}

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

impl Instant {
    /// The moment so many seconds after the start of 1970, UTC.
    pub fn from_unix(seconds: i64) -> Self {
        Self { seconds }
    }

    /// Seconds since the start of 1970, UTC.
    pub fn unix(self) -> i64 {
        self.seconds
    }

    /// The moment at which clocks in Brussels show `time` on `day`.
    ///
    /// When clocks go back, an hour is there twice; a deadline in it means the later one, so that nobody loses the
    /// hour. When they go forward an hour is left out; a time in it is read by winter time and so comes an hour
    /// later on the clock, again to nobody's loss.
    pub fn at(day: Day, time: TimeOfDay) -> Self {
        Self::local(day.number() * DAY + i64::from(time.minutes()) * 60)
    }

    /// The moment at which a day begins in Brussels.
    pub fn start_of(day: Day) -> Self {
        Self::local(day.number() * DAY)
    }

    /// The moment at which a day ends in Brussels, which is when the next one begins: the first that is not in it.
    pub fn end_of(day: Day) -> Self {
        Self::local((day.number() + 1) * DAY)
    }

    /// The moment at which something on a day begins: at the time stated, else with the day.
    pub fn beginning(day: Day, start: Option<TimeOfDay>) -> Self {
        start.map_or_else(|| Self::start_of(day), |start| Self::at(day, start))
    }

    /// The moment at which something on a day ends, never before it begins: at the time stated, else with the day. An end
    /// that comes before the start on the clock is on the next day.
    pub fn ending(day: Day, start: Option<TimeOfDay>, end: Option<TimeOfDay>) -> Self {
        let Some(end) = end else { return Self::end_of(day) };
        let overnight = start.is_some_and(|start| end < start);
        Self::at(if overnight { day.plus(1) } else { day }, end).max(Self::beginning(day, start))
    }

    /// What calendar and clock show in Brussels. Moments outside the years that [`Day`] can hold show its first or
    /// last day.
    pub fn in_brussels(self) -> BrusselsMoment {
        let summer = self.is_summer();
        let local = self.seconds.saturating_add(if summer { 2 * HOUR } else { HOUR });
        BrusselsMoment { day: day_of(local), time: time_of(local), summer }
    }

    /// What calendar and clock show in UTC, and the seconds of the minute.
    pub fn in_utc(self) -> (Day, TimeOfDay, u8) {
        (day_of(self.seconds), time_of(self.seconds), self.seconds.rem_euclid(60) as u8)
    }

    /// The moment at which a clock in Brussels that counts seconds from the start of 1970 shows `local`.
    fn local(local: i64) -> Self {
        let by_summer = Self { seconds: local - 2 * HOUR };
        let by_winter = Self { seconds: local - HOUR };
        // In the doubled hour only the first reading is in summer, in the one left out only the second.
        if by_summer.is_summer() && by_winter.is_summer() { by_summer } else { by_winter }
    }

    fn is_summer(self) -> bool {
        let day = day_of(self.seconds);
        let change = |month| {
            let last = time::Date::from_calendar_date(day.year(), month, 31).map_or(day, Day::from);
            let sunday = last.plus(-i32::from(last.date().weekday().number_days_from_sunday()));
            sunday.number() * DAY + HOUR
        };
        (change(time::Month::March)..change(time::Month::October)).contains(&self.seconds)
    }
}

fn day_of(seconds: i64) -> Day {
    Day::default().plus(seconds.div_euclid(DAY).clamp(i32::MIN.into(), i32::MAX.into()) as i32)
}

fn time_of(seconds: i64) -> TimeOfDay {
    TimeOfDay::from_minutes((seconds.rem_euclid(DAY) / 60) as u16)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use jiff::tz::{AmbiguousOffset, TimeZone};
    use proptest::prelude::*;

    use super::{Day, Instant, TimeOfDay};

    fn brussels() -> TimeZone {
        TimeZone::get("Europe/Brussels").expect("the time zone database is built in")
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn time(text: &str) -> TimeOfDay {
        text.parse().expect("a time")
    }

    fn at(day_of: &str, time_of: &str) -> Instant {
        Instant::at(day(day_of), time(time_of))
    }

    /// The same moment as the time zone database shows it.
    fn shown(zone: &TimeZone, unix: i64) -> String {
        let moment = jiff::Timestamp::from_second(unix).expect("in range").to_zoned(zone.clone());
        moment.strftime("%Y-%m-%d %H:%M %Z").to_string()
    }

    fn same_as_the_database(zone: &TimeZone, unix: i64) {
        let ours = Instant::from_unix(unix).in_brussels();
        assert_eq!(format!("{} {} {}", ours.day, ours.time, ours.zone()), shown(zone, unix), "{unix}");
    }

    /// Both changeover Sundays of every year, minute by minute around the change.
    #[test]
    fn changeovers_are_those_of_the_time_zone_database() {
        let zone = brussels();
        for year in 2000..=2100 {
            for month in [3, 10] {
                let first = jiff::civil::date(year, month, 1);
                let sunday = first.nth_weekday_of_month(-1, jiff::civil::Weekday::Sunday).expect("a Sunday");
                let noon = sunday.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).expect("in range").timestamp();
                for minute in (-1440..1440).step_by(7).chain(-665..-650) {
                    same_as_the_database(&zone, noon.as_second() + minute * 60);
                }
                let change = noon.as_second() - 11 * 3_600;
                for second in -2..=2 {
                    same_as_the_database(&zone, change + second);
                }
            }
        }
    }

    #[test]
    fn the_doubled_hour_is_the_later_one() {
        // 27 October 2024: at 03:00 CEST clocks go back to 02:00 CET.
        assert_eq!(at("2024-10-27", "01:59").unix() + 60, at("2024-10-27", "02:00").unix() - 3_600);
        assert_eq!(at("2024-10-27", "02:30").in_brussels().zone(), "CET");
        assert_eq!(at("2024-10-27", "02:30").unix() + 1_800, at("2024-10-27", "03:00").unix());
    }

    #[test]
    fn a_time_that_clocks_leave_out_comes_an_hour_later() {
        // 31 March 2024: at 02:00 CET clocks go forward to 03:00 CEST.
        let moment = at("2024-03-31", "02:30").in_brussels();
        assert_eq!((moment.day, moment.time, moment.zone()), (day("2024-03-31"), time("03:30"), "CEST"));
        assert_eq!(at("2024-03-31", "01:59").unix() + 60, at("2024-03-31", "03:00").unix());
    }

    #[test]
    fn changeover_days_have_23_and_25_hours() {
        let hours = |text| (Instant::end_of(day(text)).unix() - Instant::start_of(day(text)).unix()) / 3_600;
        assert_eq!([hours("2026-03-28"), hours("2026-03-29"), hours("2026-10-25")], [24, 23, 25]);
    }

    #[test]
    fn the_ends_of_the_calendar_do_no_harm() {
        for unix in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX - 1, i64::MAX] {
            let _ = Instant::from_unix(unix).in_brussels();
        }
        let (first, last) = (day("0000-01-01"), day("9999-12-31"));
        assert!(Instant::start_of(first) < Instant::end_of(first));
        assert!(Instant::end_of(last) > Instant::start_of(last));
        assert_eq!(Instant::end_of(last).in_brussels().day, last);
    }

    proptest! {
        #[test]
        fn any_moment_shows_what_the_database_shows(unix in 946_681_200_i64..=4_133_977_199) {
            same_as_the_database(&brussels(), unix);
        }

        #[test]
        fn any_local_time_is_the_database_s_later_moment(number in 10_957_i32..47_847, minutes in 0_u16..1440) {
            let (day, time) = (Day::default().plus(number), TimeOfDay::from_minutes(minutes));
            let civil = format!("{day}T{time}").parse::<jiff::civil::DateTime>().expect("a date and time");
            let offset = match brussels().to_ambiguous_timestamp(civil).offset() {
                AmbiguousOffset::Unambiguous { offset } => offset,
                AmbiguousOffset::Fold { after, .. } => after,
                AmbiguousOffset::Gap { before, .. } => before,
            };
            prop_assert_eq!(Instant::at(day, time).unix(), offset.to_timestamp(civil).expect("in range").as_second());
        }

        #[test]
        fn a_moment_is_in_its_day(unix in -100_000_000_000_i64..100_000_000_000) {
            let moment = Instant::from_unix(unix);
            let day = moment.in_brussels().day;
            prop_assert!(Instant::start_of(day) <= moment && moment < Instant::end_of(day));
            prop_assert_eq!(Instant::end_of(day), Instant::start_of(day.plus(1)));
        }
    }
}
