//! Where an event stands at some moment.

use super::{Event, EventDay, Instant};

/// Where an event stands at some moment; exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventStatus {
    /// It has begun and not ended.
    Running,
    /// It is ahead.
    Upcoming,
    /// No date is known.
    Undated,
    /// It has ended.
    Past,
}

impl EventStatus {
    /// All statuses, in the order that lists show them.
    pub const ALL: [Self; 4] = [Self::Running, Self::Upcoming, Self::Undated, Self::Past];

    /// The name used in URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Upcoming => "upcoming",
            Self::Undated => "undated",
            Self::Past => "past",
        }
    }
}

impl EventDay {
    /// When it begins: the time stated, else the start of the day in Brussels.
    pub fn begins(&self) -> Instant {
        Instant::beginning(self.date, self.start)
    }

    /// When it ends, never before it begins: the time stated, else the end of the day in Brussels. An end that comes
    /// before the start on the clock is on the next day.
    pub fn ends(&self) -> Instant {
        Instant::ending(self.date, self.start, self.end)
    }
}

impl Event {
    /// The first moment at which it may begin.
    pub fn begins(&self) -> Option<Instant> {
        let first = self.days.iter().map(EventDay::begins).min();
        first.or_else(|| self.start.map(|date| Instant::start_of(date.first())))
    }

    /// The last moment at which it may end, never before it begins.
    pub fn ends(&self) -> Option<Instant> {
        let begins = self.begins()?;
        let last = self.days.iter().map(EventDay::ends).max();
        let last = last.or_else(|| self.end.or(self.start).map(|date| Instant::end_of(date.last())));
        last.map(|last| last.max(begins))
    }

    /// Where the event stands. Of one whose day is not known nobody can say that it is running: it is upcoming until
    /// the last day that it may be has ended.
    pub fn status(&self, now: Instant) -> EventStatus {
        let (Some(begins), Some(ends)) = (self.begins(), self.ends()) else { return EventStatus::Undated };
        let known_to_the_day = !self.days.is_empty() || self.start.is_some_and(|start| start.day().is_some());
        if now >= ends {
            EventStatus::Past
        } else if now >= begins && known_to_the_day {
            EventStatus::Running
        } else {
            EventStatus::Upcoming
        }
    }

    /// The day that has not ended and comes first; it may be under way.
    pub fn next_day(&self, now: Instant) -> Option<&EventDay> {
        self.days.iter().filter(|day| now < day.ends()).min_by_key(|day| (day.begins(), day.ends()))
    }

    /// Whether one can still register, as far as is known.
    pub fn takes_registrations(&self, now: Instant) -> bool {
        let in_time = self.registration_deadline.is_none_or(|day| now < Instant::end_of(day));
        in_time && self.status(now) != EventStatus::Past
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::{Day, EventKind, LocalText, PartialDate, Registration, Related, TimeOfDay};
    use super::*;

    fn event() -> Event {
        Event {
            id: "e".parse().expect("an id"),
            title: "Event".into(),
            kind: EventKind::Forum,
            format: None,
            format_assumed: false,
            days: Vec::new(),
            start: None,
            end: None,
            date_note: None,
            hosts: Vec::new(),
            venue: None,
            city: None,
            country: None,
            location: None,
            countries: Vec::new(),
            ecosystems: Vec::new(),
            themes: Vec::new(),
            motto: None,
            topics: Vec::new(),
            audience: Vec::new(),
            registration: Registration::NotStated,
            registration_deadline: None,
            registration_note: None,
            capacity: None,
            outcome: None,
            related: Related::default(),
            summary: LocalText::default(),
            url: None,
            note: None,
            sources: Vec::new(),
        }
    }

    fn spanning(start: &str, end: Option<&str>) -> Event {
        Event { start: start.parse().ok(), end: end.and_then(|end| end.parse().ok()), ..event() }
    }

    fn at(day: &str, time: &str) -> Instant {
        Instant::at(day.parse().expect("a day"), time.parse().expect("a time"))
    }

    #[test]
    fn an_event_runs_from_its_first_day_to_its_last() {
        let event = spanning("2024-05-07", Some("2024-05-08"));
        for (day, time, status) in [
            ("2024-05-06", "23:59", EventStatus::Upcoming),
            ("2024-05-07", "00:00", EventStatus::Running),
            ("2024-05-08", "23:59", EventStatus::Running),
            ("2024-05-09", "00:00", EventStatus::Past),
        ] {
            assert_eq!(event.status(at(day, time)), status, "{day} {time}");
        }
    }

    #[test]
    fn times_are_those_of_brussels() {
        let day = EventDay {
            date: "2024-04-10".parse().expect("a day"),
            start: "08:30".parse().ok(),
            end: "09:45".parse().ok(),
            note: None,
        };
        let talk = Event { days: vec![day], ..event() };
        for (time, status, next) in [
            ("08:29", EventStatus::Upcoming, true),
            ("08:30", EventStatus::Running, true),
            ("09:44", EventStatus::Running, true),
            ("09:45", EventStatus::Past, false),
        ] {
            assert_eq!(talk.status(at("2024-04-10", time)), status, "{time}");
            assert_eq!(talk.next_day(at("2024-04-10", time)).is_some(), next, "{time}");
        }
    }

    #[test]
    fn a_month_is_ahead_until_it_is_over() {
        let event = spanning("2019-06", None);
        assert_eq!(event.status(at("2019-05-31", "12:00")), EventStatus::Upcoming);
        assert_eq!(event.status(at("2019-06-15", "12:00")), EventStatus::Upcoming);
        assert_eq!(event.status(at("2019-07-01", "00:00")), EventStatus::Past);
        assert_eq!(spanning("soon", None).status(at("2019-06-15", "12:00")), EventStatus::Undated);
    }

    #[test]
    fn nobody_registers_after_the_last_day_to_do_so() {
        let until =
            Event { registration_deadline: "2019-04-24".parse().ok(), ..spanning("2019-05-14", None) };
        assert!(until.takes_registrations(at("2019-04-24", "23:59")));
        assert!(!until.takes_registrations(at("2019-04-25", "00:00")));
        let open = spanning("2019-05-14", None);
        assert!(open.takes_registrations(at("2019-05-14", "12:00")));
        assert!(!open.takes_registrations(at("2019-05-15", "00:00")));
    }

    fn any_event() -> impl Strategy<Value = Event> {
        let first: Day = "2024-03-26".parse().expect("a day");
        let time = || prop::option::of((0_u16..1440).prop_map(TimeOfDay::from_minutes));
        let day = (0..12, time(), time()).prop_map(move |(days, start, end)| EventDay {
            date: first.plus(days),
            start,
            end,
            note: None,
        });
        let date = || {
            prop::option::of(prop::sample::select(vec![
                "2024",
                "2024-03",
                "2024-04",
                "2024-03-27",
                "2024-04-02",
            ]))
        };
        (prop::collection::vec(day, 0..4), date(), date()).prop_map(|(days, start, end)| {
            let date = |text: Option<&str>| text.and_then(|text| text.parse::<PartialDate>().ok());
            Event { days, start: date(start), end: date(end), ..event() }
        })
    }

    proptest! {
        #[test]
        fn an_event_is_ahead_then_runs_then_is_over(event in any_event(), mut hours in prop::collection::vec(-60_i64..400, 2..20)) {
            hours.sort_unstable();
            let start = at("2024-03-26", "00:00").unix();
            let stage = |hour: &i64| match event.status(Instant::from_unix(start + hour * 3_600)) {
                EventStatus::Undated => 0,
                EventStatus::Upcoming => 1,
                EventStatus::Running => 2,
                EventStatus::Past => 3,
            };
            prop_assert!(hours.iter().map(stage).is_sorted());
            if let (Some(begins), Some(ends)) = (event.begins(), event.ends()) {
                prop_assert!(begins <= ends);
            }
        }
    }
}
