//! A month of events: which are on which of its days.

use std::collections::BTreeMap;

use crate::domain::{Day, Month};

use super::EventAt;

/// The events of a month. Each that is known to take place in it is on at least one of its days, or has no known day there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agenda {
    days: BTreeMap<Day, Vec<u32>>,
    /// The rows of events in the month whose day is not known, in the order given.
    pub without_day: Vec<u32>,
}

impl Agenda {
    /// The events of a month among some, each with its row; an event of several days is on each of them.
    pub fn of<'a>(month: Month, events: impl Iterator<Item = (u32, &'a EventAt)>) -> Self {
        let mut agenda = Self::default();
        for (row, at) in events.filter(|(_, at)| at.months().contains(&month)) {
            let mut is_on_a_day = false;
            for (first, last) in at.event().known_days() {
                let (mut day, last) = (first.max(month.first()), last.min(month.last()));
                while day <= last {
                    let there = agenda.days.entry(day).or_default();
                    // Two sittings on one day are one event.
                    if there.last() != Some(&row) {
                        there.push(row);
                    }
                    is_on_a_day = true;
                    day = day.plus(1);
                }
            }
            if !is_on_a_day {
                agenda.without_day.push(row);
            }
        }
        agenda
    }

    /// The rows of the events on a day, in the order given.
    pub fn on(&self, day: Day) -> &[u32] {
        self.days.get(&day).map_or(&[], Vec::as_slice)
    }

    /// The days with events, ascending.
    pub fn days(&self) -> impl Iterator<Item = (Day, &[u32])> {
        self.days.iter().map(|(day, rows)| (*day, rows.as_slice()))
    }
}

/// The month of some that is nearest to another one: the later of two that are as near, since that is ahead.
pub fn nearest_month(months: impl Iterator<Item = Month>, to: Month) -> Option<Month> {
    months.min_by_key(|month| ((month.number() - to.number()).abs(), -month.number()))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::dataset::{Fetched, read_events};
    use crate::domain::{Instant, Vocabularies};

    fn events(dates: &[String]) -> Vec<EventAt> {
        let records =
            dates.iter().zip(0..).map(|(dates, at)| format!(r#"{{"id":"e{at}","title":"E",{dates}}}"#));
        let records = records.collect::<Vec<_>>().join(",");
        let file = format!(r#"{{"format":"cluster-atlas/events/1","records":[{records}]}}"#);
        let file = Fetched::opened("events.json", file.as_bytes());
        let read = read_events(&file, &Vocabularies::default()).expect("readable");
        read.records.into_iter().map(|event| EventAt::new(Arc::new(event), Instant::from_unix(0))).collect()
    }

    fn agenda(month: &str, dates: &[&str]) -> (Vec<String>, Vec<u32>) {
        let events = events(&dates.iter().map(|dates| (*dates).to_owned()).collect::<Vec<_>>());
        let agenda = Agenda::of(month.parse().expect("a month"), (0..).zip(&events));
        let days = agenda.days().map(|(day, rows)| format!("{day} {rows:?}")).collect();
        (days, agenda.without_day)
    }

    #[test]
    fn an_event_is_on_each_of_its_days_and_one_of_unknown_day_is_said_apart() {
        let (days, without_day) = agenda(
            "2026-05",
            &[
                r#""start":"2026-04-29","end":"2026-05-02""#,
                r#""start":"2026-05-31""#,
                r#""start":"2026-05""#,
                r#""start":"2026""#,
                r#""days":[{"date":"2026-05-02","start":"09:00"},{"date":"2026-05-02","start":"14:00"},{"date":"2026-06-02"}]"#,
                r#""start":"2026-04-28","end":"2026-05""#,
            ],
        );
        assert_eq!(days, ["2026-05-01 [0]", "2026-05-02 [0, 4]", "2026-05-31 [1]"]);
        assert_eq!(without_day, [2, 5], "to the month; begun before, to end at some time in it");
    }

    #[test]
    fn the_nearest_month_is_the_later_of_two() {
        let month = |text: &str| text.parse::<Month>().expect("a month");
        let some = ["2025-10", "2026-02", "2026-08"].map(month);
        for (to, nearest) in
            [("2026-05", "2026-08"), ("2026-04", "2026-02"), ("2020-01", "2025-10"), ("2026-08", "2026-08")]
        {
            assert_eq!(nearest_month(some.into_iter(), month(to)), Some(month(nearest)), "{to}");
        }
        assert_eq!(nearest_month(std::iter::empty(), month("2026-05")), None);
    }

    fn a_day() -> impl Strategy<Value = Day> {
        (0..90).prop_map(|days| "2026-04-01".parse::<Day>().expect("a day").plus(days))
    }

    fn dates() -> impl Strategy<Value = String> {
        let cut = |day: Day, length: usize| day.to_string()[..length].to_owned();
        let length = || prop::sample::select(vec![4_usize, 7, 10, 10]);
        prop_oneof![
            (a_day(), length(), 0..40, length()).prop_map(move |(start, short, days, long)| {
                let end = start.plus(days);
                format!(r#""start":"{}","end":"{}""#, cut(start, short), cut(end, long))
            }),
            prop::collection::vec(a_day(), 1..4).prop_map(|days| {
                let days: Vec<_> = days.iter().map(|day| format!(r#"{{"date":"{day}"}}"#)).collect();
                format!(r#""days":[{}]"#, days.join(","))
            }),
        ]
    }

    proptest! {
        #[test]
        fn what_the_facet_has_in_a_month_is_on_its_page_and_nothing_else(
            dates in prop::collection::vec(dates(), 0..12),
            step in -1_i32..4,
        ) {
            let events = events(&dates);
            let month = "2026-04".parse::<Month>().expect("a month").plus(step);
            let agenda = Agenda::of(month, (0..).zip(&events));
            for (row, at) in (0_u32..).zip(&events) {
                let on = agenda.days().filter(|(_, rows)| rows.contains(&row)).count();
                let apart = agenda.without_day.contains(&row);
                prop_assert_eq!(at.months().contains(&month), on > 0 || apart);
                prop_assert!(on == 0 || !apart);
                let days = (0..31).map(|day| month.first().plus(day)).filter(|day| *day <= month.last());
                for day in days {
                    let takes_place = at.months().contains(&month)
                        && at.event().known_days().iter().any(|(first, last)| (*first..=*last).contains(&day));
                    prop_assert_eq!(agenda.on(day).iter().filter(|there| **there == row).count(), usize::from(takes_place));
                }
            }
            prop_assert!(agenda.days().all(|(day, rows)| Month::of(day) == month && !rows.is_empty()));
        }
    }
}
