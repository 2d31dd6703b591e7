//! Whether one can apply for a training at some moment, and which session is next.

use super::{Instant, Registration, Session, Training, TrainingKind};

/// Where a training stands at some moment; exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrainingStatus {
    /// One can still apply.
    Open,
    /// Sessions are ahead or under way, and one can no longer apply, or never could.
    Upcoming,
    /// No session has a date.
    Undated,
    /// Every session has ended.
    Past,
}

impl TrainingStatus {
    /// All statuses, in the order that lists show them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Upcoming, Self::Undated, Self::Past];

    /// The name used in URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Upcoming => "upcoming",
            Self::Undated => "undated",
            Self::Past => "past",
        }
    }
}

impl Session {
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

impl Training {
    /// Where the training stands.
    ///
    /// One can apply where there is a registration, and the deadline is ahead; a training that has begun takes
    /// applications as long as its organiser says so. Without a deadline one can apply until the first session begins;
    /// a webinar can be joined until its last session ends. When every session has ended, nobody applies any more.
    pub fn status(&self, now: Instant) -> TrainingStatus {
        let in_time = self.applications_end().is_some_and(|end| now < end);
        match self.sessions.iter().map(Session::ends).max() {
            _ if in_time && self.registration != Registration::None => TrainingStatus::Open,
            None => TrainingStatus::Undated,
            Some(ends) if now < ends => TrainingStatus::Upcoming,
            Some(_) => TrainingStatus::Past,
        }
    }

    /// The moment from which nobody can apply any more, where the data tells.
    pub fn applications_end(&self) -> Option<Instant> {
        let begins = self.sessions.iter().map(Session::begins).min();
        let ends = self.sessions.iter().map(Session::ends).max();
        let last_chance = if self.kind == TrainingKind::Webinar { ends } else { begins };
        let end = self.application_deadline.map(Instant::end_of).or(last_chance)?;
        Some(ends.map_or(end, |ends| end.min(ends)))
    }

    /// The first session that has not ended, whatever the order in the data; it may be under way.
    pub fn next_session(&self, now: Instant) -> Option<&Session> {
        let ahead = self.sessions.iter().filter(|session| now < session.ends());
        ahead.min_by_key(|session| (session.begins(), session.ends(), &session.id))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::{LocalText, TimeOfDay, TrainingFormat};
    use super::*;

    fn session(id: &str, date: &str, times: Option<(&str, &str)>) -> Session {
        let time = |text: &str| text.parse::<TimeOfDay>().expect("a time");
        Session {
            id: id.parse().expect("an id"),
            date: date.parse().expect("a day"),
            start: times.map(|(start, _)| time(start)),
            end: times.map(|(_, end)| time(end)),
            place: None,
            online: true,
            note: None,
        }
    }

    fn training(sessions: Vec<Session>) -> Training {
        Training {
            id: "t".parse().expect("an id"),
            title: "Training".into(),
            kind: TrainingKind::Academy,
            format: TrainingFormat::Online,
            format_assumed: false,
            sessions,
            undated_sessions: None,
            capacity: None,
            participants: None,
            application_deadline: None,
            language: Vec::new(),
            host: None,
            audience: Vec::new(),
            topics: Vec::new(),
            registration: Registration::Here,
            summary: LocalText::default(),
            url: None,
            note: None,
            sources: Vec::new(),
        }
    }

    fn at(day: &str, time: &str) -> Instant {
        Instant::at(day.parse().expect("a day"), time.parse().expect("a time"))
    }

    #[test]
    fn an_academy_is_open_until_its_deadline_and_upcoming_until_its_last_session_ends() {
        // Later session first: the order in the data does not matter.
        let sessions =
            vec![session("s2", "2024-03-11", None), session("s1", "2024-01-23", Some(("09:00", "12:00")))];
        let academy = Training { application_deadline: "2024-01-12".parse().ok(), ..training(sessions) };
        for (day, time, status, next) in [
            ("2024-01-12", "23:59", TrainingStatus::Open, Some("s1")),
            ("2024-01-13", "00:00", TrainingStatus::Upcoming, Some("s1")),
            ("2024-01-23", "11:59", TrainingStatus::Upcoming, Some("s1")),
            ("2024-01-23", "12:00", TrainingStatus::Upcoming, Some("s2")),
            ("2024-03-11", "23:59", TrainingStatus::Upcoming, Some("s2")),
            ("2024-03-12", "00:00", TrainingStatus::Past, None),
        ] {
            assert_eq!(academy.status(at(day, time)), status, "{day} {time}");
            assert_eq!(
                academy.next_session(at(day, time)).map(|next| next.id.as_str()),
                next,
                "{day} {time}"
            );
        }
    }

    #[test]
    fn an_academy_that_has_begun_is_open_while_its_deadline_is_ahead() {
        let sessions = vec![session("s1", "2024-02-19", None), session("s2", "2024-02-26", None)];
        let until =
            |day: &str| Training { application_deadline: day.parse().ok(), ..training(sessions.clone()) };
        for (deadline, day, status) in [
            ("2024-02-23", "2024-02-21", TrainingStatus::Open),
            ("2024-02-23", "2024-02-23", TrainingStatus::Open),
            ("2024-02-23", "2024-02-24", TrainingStatus::Upcoming),
            ("2024-03-23", "2024-02-26", TrainingStatus::Open),
            ("2024-03-23", "2024-02-27", TrainingStatus::Past),
        ] {
            assert_eq!(until(deadline).status(at(day, "12:00")), status, "{deadline} {day}");
        }
        assert_eq!(training(sessions.clone()).status(at("2024-02-21", "12:00")), TrainingStatus::Upcoming);
    }

    #[test]
    fn a_webinar_can_be_joined_until_it_ends() {
        let sessions = vec![session("s1", "2024-02-21", Some(("08:30", "09:45")))];
        let webinar = Training { kind: TrainingKind::Webinar, ..training(sessions.clone()) };
        assert_eq!(webinar.status(at("2024-02-21", "09:44")), TrainingStatus::Open);
        assert_eq!(webinar.status(at("2024-02-21", "09:45")), TrainingStatus::Past);
        let workshop = Training { kind: TrainingKind::Workshop, ..training(sessions) };
        assert_eq!(workshop.status(at("2024-02-21", "08:29")), TrainingStatus::Open);
        assert_eq!(workshop.status(at("2024-02-21", "08:30")), TrainingStatus::Upcoming);
    }

    #[test]
    fn nobody_applies_where_there_is_no_registration() {
        let talk = Training {
            registration: Registration::None,
            ..training(vec![session("s1", "2024-02-21", None)])
        };
        assert_eq!(talk.status(at("2024-01-01", "12:00")), TrainingStatus::Upcoming);
        assert_eq!(talk.status(at("2024-02-22", "00:00")), TrainingStatus::Past);
    }

    #[test]
    fn without_dates_only_a_deadline_ahead_is_an_open_door() {
        let now = at("2024-02-21", "12:00");
        assert_eq!(training(Vec::new()).status(now), TrainingStatus::Undated);
        let until = |day: &str| Training { application_deadline: day.parse().ok(), ..training(Vec::new()) };
        assert_eq!(until("2024-02-21").status(now), TrainingStatus::Open);
        assert_eq!(until("2024-02-20").status(now), TrainingStatus::Undated);
    }

    #[test]
    fn a_session_past_midnight_ends_on_the_next_day() {
        let night = session("s1", "2024-12-31", Some(("22:00", "00:30")));
        assert_eq!(night.ends(), at("2025-01-01", "00:30"));
        // The end of this one is in the hour that clocks leave out, its start too.
        let left_out = session("s1", "2024-03-31", Some(("02:50", "03:10")));
        assert!(left_out.ends() >= left_out.begins());
    }

    fn any_training() -> impl Strategy<Value = Training> {
        let time = || prop::option::of((0_u16..1440).prop_map(TimeOfDay::from_minutes));
        let one = (0..12, time(), time()).prop_map(|(days, start, end)| {
            let first = session("s1", "2024-03-26", None);
            Session { date: first.date.plus(days), start, end, ..first }
        });
        let deadline = prop::option::of(
            (-2..12).prop_map(|days| "2024-03-26".parse::<super::super::Day>().expect("a day").plus(days)),
        );
        let kind = prop::sample::select(TrainingKind::ALL.to_vec());
        (prop::collection::vec(one, 0..5), deadline, kind, any::<bool>()).prop_map(
            |(sessions, deadline, kind, none)| Training {
                kind,
                application_deadline: deadline,
                registration: if none { Registration::None } else { Registration::Here },
                ..training(sessions)
            },
        )
    }

    proptest! {
        #[test]
        fn doors_close_and_never_open_again(training in any_training(), mut hours in prop::collection::vec(-60_i64..400, 2..20)) {
            hours.sort_unstable();
            let start = at("2024-03-26", "00:00").unix();
            let statuses: Vec<TrainingStatus> =
                hours.iter().map(|hour| training.status(Instant::from_unix(start + hour * 3_600))).collect();
            let stage = |status: &TrainingStatus| TrainingStatus::ALL.iter().position(|known| known == status);
            prop_assert!(statuses.iter().map(stage).is_sorted(), "{statuses:?}");
            for session in &training.sessions {
                prop_assert!(session.begins() <= session.ends());
            }
        }

        #[test]
        fn a_next_session_is_ahead_as_long_as_the_training_is_not_past(training in any_training(), hour in -60_i64..400) {
            let now = Instant::from_unix(at("2024-03-26", "00:00").unix() + hour * 3_600);
            let ahead = !training.sessions.is_empty() && training.status(now) != TrainingStatus::Past;
            prop_assert_eq!(training.next_session(now).is_some(), ahead);
        }
    }
}
