//! Whether one can apply to a call at some moment, and until when.

use super::{Call, CutOff, Day, Instant};

/// Where a call stands at some moment; exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CallStatus {
    /// It opens later.
    Forthcoming,
    /// One can apply; its end may be unknown.
    Open,
    /// Its last cut-off has passed.
    Closed,
    /// Its issuer withdrew it.
    Cancelled,
    /// Neither its opening nor any cut-off is known, or its deadline is in words, or nobody had reported yet that it
    /// was open.
    Unknown,
}

impl CallStatus {
    /// All statuses, in the order that lists show them.
    pub const ALL: [Self; 5] = [Self::Open, Self::Forthcoming, Self::Unknown, Self::Closed, Self::Cancelled];

    /// The name used in URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Forthcoming => "forthcoming",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
            Self::Unknown => "unknown",
        }
    }
}

/// How many days ahead a cut-off makes an open call one that is closing soon, where nothing else is configured.
pub const CLOSING_SOON_DAYS: i64 = 14;

impl CutOff {
    /// The first moment at which it is too late: the time stated, or the end of the day where none is.
    pub fn closes(&self) -> Instant {
        self.time.map_or_else(|| Instant::end_of(self.date), |time| Instant::at(self.date, time))
    }

    /// Whether it is too late for this cut-off.
    pub fn passed(&self, now: Instant) -> bool {
        self.closes() <= now
    }
}

impl Call {
    /// Where the call stands. Withdrawn is withdrawn; else a call opens with the day it opens and closes with its last
    /// cut-off, however they are ordered. Where the day it opens is not known, it is open from the day on which
    /// somebody is known to have reported it; what it was before that is not known. A call that has opened and has no
    /// cut-off is open, unless its source has a deadline that cannot be read.
    pub fn status(&self, now: Instant) -> CallStatus {
        let ahead = |day: Option<Day>| day.is_some_and(|day| now < Instant::start_of(day));
        let unreported = self.opens.is_none() && ahead(self.reported());
        // Without any date of its own a call is not known to be open, whoever listed it.
        let begun = self.opens.is_some() || self.published.is_some();
        match self.final_close() {
            _ if self.cancelled => CallStatus::Cancelled,
            _ if ahead(self.opens) => CallStatus::Forthcoming,
            // A deadline in words may have passed or not: such a call is neither open nor closed for sure.
            Some(close) if close <= now && self.deadline_words.is_some() => CallStatus::Unknown,
            Some(close) if close <= now => CallStatus::Closed,
            _ if unreported => CallStatus::Unknown,
            None if !begun || self.deadline_words.is_some() => CallStatus::Unknown,
            _ => CallStatus::Open,
        }
    }

    /// The first day on which somebody is known to have reported it.
    pub fn reported(&self) -> Option<Day> {
        self.published.or(self.reported)
    }

    /// The moment from which it is known that one may apply: the day it opens, else the day it was reported.
    pub fn opened(&self) -> Option<Instant> {
        self.opens.or(self.reported()).map(Instant::start_of)
    }

    /// Whether it is known since when one may apply. Without it an open call is one whose close is ahead, no more.
    pub fn opening_known(&self) -> bool {
        self.opened().is_some()
    }

    /// Notes who reported it when: `day_of` tells the day of a source, `dataset` is the day of the dataset.
    pub fn report_days(&mut self, day_of: impl Fn(&str) -> Option<Day>, dataset: Option<Day>) {
        let sourced = self.sources.iter().filter_map(|source| day_of(source)).min();
        self.reported = sourced.or(dataset);
    }

    /// What is ahead of the next cut-off: how many further ones, and the last of them. `None` where the next cut-off
    /// is the last, or there is none.
    pub fn after_next(&self, now: Instant) -> Option<(u32, &CutOff)> {
        let next = self.next_cutoff(now)?.closes();
        let further = || self.cutoffs.iter().filter(|cutoff| next < cutoff.closes());
        let last = further().max_by_key(|cutoff| cutoff.closes())?;
        Some((further().count() as u32, last))
    }

    /// The first cut-off that has not passed. A call that opens later or was withdrawn has one too, by its dates.
    pub fn next_cutoff(&self, now: Instant) -> Option<&CutOff> {
        let ahead = self.cutoffs.iter().filter(|cutoff| !cutoff.passed(now));
        ahead.min_by_key(|cutoff| (cutoff.closes(), cutoff.date))
    }

    /// The moment of the last cut-off; `None` where there is none.
    pub fn final_close(&self) -> Option<Instant> {
        self.cutoffs.iter().map(CutOff::closes).max()
    }

    /// Whole calendar days in Brussels from today to the next cut-off of an open call: 0 is today.
    pub fn closes_in_days(&self, now: Instant) -> Option<i64> {
        let next = self.next_cutoff(now).filter(|_| self.status(now) == CallStatus::Open)?;
        Some(now.in_brussels().day.days_until(next.date))
    }

    /// Whether the call is open and its next cut-off at most so many calendar days away: a mark, not a status.
    pub fn closing_soon(&self, now: Instant, within_days: i64) -> bool {
        self.closes_in_days(now).is_some_and(|days| days <= within_days)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::{Eligibility, LocalText, TimeOfDay};
    use super::*;

    fn call(opens: Option<&str>, cutoffs: &[(&str, Option<&str>)]) -> Call {
        let cutoff = |(date, time): &(&str, Option<&str>)| CutOff {
            date: date.parse().expect("a day"),
            time: time.map(|time| time.parse().expect("a time")),
            note: None,
        };
        Call {
            id: "c".parse().expect("an id"),
            title: "Call".into(),
            issuer: "Issuer".into(),
            topic_id: None,
            action_type: None,
            audience: Vec::new(),
            purpose: Vec::new(),
            ecosystems: Vec::new(),
            eligibility: Eligibility::default(),
            opens: opens.map(|day| day.parse().expect("a day")),
            cutoffs: cutoffs.iter().map(cutoff).collect(),
            deadline_words: None,
            deadline_known: true,
            published: None,
            reported: None,
            cancelled: false,
            budget: None,
            max_grant_eur: None,
            summary: LocalText::default(),
            url: None,
            url_is_list: false,
            sources: Vec::new(),
        }
    }

    fn at(day: &str, time: &str) -> Instant {
        Instant::at(day.parse().expect("a day"), time.parse().expect("a time"))
    }

    #[test]
    fn the_next_cutoff_and_the_final_close_are_two_things() {
        let call = call(None, &[("2024-04-30", None), ("2024-02-29", Some("17:00")), ("2024-06-30", None)]);
        let after = |day: &str| {
            call.after_next(at(day, "12:00")).map(|(further, last)| (further, last.date.to_string()))
        };
        assert_eq!(after("2024-02-21"), Some((2, "2024-06-30".to_owned())));
        assert_eq!(after("2024-03-01"), Some((1, "2024-06-30".to_owned())));
        assert_eq!(after("2024-05-01"), None, "the next one is the last");
        assert_eq!(after("2024-07-01"), None);
    }

    #[test]
    fn a_call_closes_at_the_minute_of_its_last_cutoff() {
        let call = call(Some("2024-01-10"), &[("2024-02-29", Some("17:00")), ("2024-04-30", Some("17:00"))]);
        for (day, time, status, next) in [
            ("2024-01-09", "23:59", CallStatus::Forthcoming, Some("2024-02-29")),
            ("2024-01-10", "00:00", CallStatus::Open, Some("2024-02-29")),
            ("2024-02-29", "16:59", CallStatus::Open, Some("2024-02-29")),
            ("2024-02-29", "17:00", CallStatus::Open, Some("2024-04-30")),
            ("2024-04-30", "16:59", CallStatus::Open, Some("2024-04-30")),
            ("2024-04-30", "17:00", CallStatus::Closed, None),
        ] {
            let now = at(day, time);
            assert_eq!(call.status(now), status, "{day} {time}");
            assert_eq!(
                call.next_cutoff(now).map(|cutoff| cutoff.date.to_string()).as_deref(),
                next,
                "{day} {time}"
            );
        }
    }

    #[test]
    fn a_cutoff_without_a_time_lasts_to_the_end_of_the_day_in_brussels() {
        let call = call(None, &[("2024-06-30", None)]);
        assert_eq!(call.status(at("2024-06-30", "23:59")), CallStatus::Open);
        assert_eq!(call.status(at("2024-07-01", "00:00")), CallStatus::Closed);
        // 22:00 UTC in summer, 23:00 in winter.
        assert_eq!(call.final_close().map(Instant::unix), Some(1_719_784_800));
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let now = at("2024-02-21", "12:00");
        assert_eq!(call(None, &[]).status(now), CallStatus::Unknown);
        assert_eq!(call(Some("2024-02-21"), &[]).status(now), CallStatus::Open);
        assert_eq!(call(None, &[("2024-02-22", None)]).status(now), CallStatus::Open);
        let published = Call { published: "2024-02-22".parse().ok(), ..call(None, &[("2024-03-01", None)]) };
        assert_eq!(published.status(now), CallStatus::Unknown, "nobody says that it was open before");
        assert_eq!(published.status(at("2024-02-22", "00:00")), CallStatus::Open);
        // The day it opens counts, not the day it was announced.
        let announced = Call { published: "2024-01-01".parse().ok(), ..call(Some("2024-03-01"), &[]) };
        assert_eq!(announced.status(now), CallStatus::Forthcoming);
    }

    #[test]
    fn a_call_of_unknown_opening_is_open_from_the_day_somebody_reported_it() {
        let days = |id: &str| match id {
            "slides" => "2024-02-21".parse().ok(),
            "page" => "2024-03-01".parse().ok(),
            _ => None,
        };
        let dataset = "2026-11-21".parse().ok();
        let mut call = call(None, &[("2027-01-31", None)]);
        let mut reported = |sources: &[&str]| {
            call.sources = sources.iter().map(|&source| source.to_owned()).collect();
            call.report_days(days, dataset);
            (call.reported().map(|day| day.to_string()), call.status(at("2024-02-21", "12:00")))
        };
        assert_eq!(reported(&["page", "slides", "x"]), (Some("2024-02-21".into()), CallStatus::Open));
        assert_eq!(reported(&["page"]), (Some("2024-03-01".into()), CallStatus::Unknown));
        assert_eq!(reported(&["https://example.org/"]), (Some("2026-11-21".into()), CallStatus::Unknown));
        // What is over is over, whoever reported it when.
        assert_eq!(call.status(at("2027-02-01", "12:00")), CallStatus::Closed);
    }

    #[test]
    fn withdrawn_is_withdrawn_on_any_day() {
        let cancelled =
            Call { cancelled: true, ..call(Some("2025-01-23"), &[("2025-04-03", Some("17:00"))]) };
        for day in ["2024-01-01", "2025-02-01", "2026-01-01"] {
            assert_eq!(cancelled.status(at(day, "12:00")), CallStatus::Cancelled);
            assert!(!cancelled.closing_soon(at(day, "12:00"), 1_000));
        }
    }

    #[test]
    fn closing_soon_counts_calendar_days_of_open_calls() {
        let call = call(Some("2024-03-01"), &[("2024-03-31", Some("01:00")), ("2024-05-01", None)]);
        assert!(!call.closing_soon(at("2024-02-29", "12:00"), 60), "not open yet");
        assert!(!call.closing_soon(at("2024-03-16", "23:59"), CLOSING_SOON_DAYS));
        assert!(call.closing_soon(at("2024-03-17", "00:00"), CLOSING_SOON_DAYS));
        assert_eq!(call.closes_in_days(at("2024-03-31", "00:59")), Some(0));
        assert_eq!(call.closes_in_days(at("2024-03-31", "01:00")), Some(31));
        assert_eq!(call.closes_in_days(at("2024-05-02", "00:00")), None);
    }

    /// A few days in a row, so that dates meet and changeover Sunday is among them.
    fn day() -> impl Strategy<Value = Day> {
        (0..12).prop_map(|days| "2024-03-26".parse::<Day>().expect("a day").plus(days))
    }

    fn any_call() -> impl Strategy<Value = Call> {
        let cutoff = (day(), prop::option::of((0_u16..1440).prop_map(TimeOfDay::from_minutes)))
            .prop_map(|(date, time)| CutOff { date, time, note: None });
        let known = (prop::option::of(day()), prop::option::of(day()), prop::bool::weighted(0.1));
        (known, prop::collection::vec(cutoff, 0..6)).prop_map(|((opens, published, cancelled), cutoffs)| {
            Call { opens, cutoffs, published, cancelled, ..call(None, &[]) }
        })
    }

    fn moment() -> impl Strategy<Value = Instant> {
        (day(), -1..1500_i64)
            .prop_map(|(day, minutes)| Instant::from_unix(Instant::start_of(day).unix() + minutes * 60))
    }

    /// How far a status is along the way; `None` where it is not on it.
    fn stage(status: CallStatus) -> Option<u8> {
        match status {
            CallStatus::Forthcoming | CallStatus::Unknown => Some(0),
            CallStatus::Open => Some(1),
            CallStatus::Closed => Some(2),
            CallStatus::Cancelled => None,
        }
    }

    proptest! {
        /// The rules once more, each for itself: just one of them holds.
        #[test]
        fn a_call_is_in_exactly_one_status(call in any_call(), now in moment()) {
            let later = |day: Day| now < Instant::start_of(day);
            let ahead = call.opens.is_some_and(later);
            let unreported = call.opens.is_none() && call.published.is_some_and(later);
            let all_passed = !call.cutoffs.is_empty() && call.cutoffs.iter().all(|cutoff| cutoff.passed(now));
            let dated = call.opens.or(call.published).is_some() || !call.cutoffs.is_empty();
            let current = !call.cancelled && !ahead && !all_passed;
            let holds = [
                (CallStatus::Cancelled, call.cancelled),
                (CallStatus::Forthcoming, !call.cancelled && ahead),
                (CallStatus::Closed, !call.cancelled && !ahead && all_passed),
                (CallStatus::Open, current && dated && !unreported),
                (CallStatus::Unknown, current && (!dated || unreported)),
            ];
            let held: Vec<CallStatus> = holds.iter().filter(|(_, holds)| *holds).map(|(status, _)| *status).collect();
            prop_assert_eq!(held, vec![call.status(now)]);
            prop_assert!(CallStatus::ALL.contains(&call.status(now)));
        }

        #[test]
        fn a_status_never_goes_backwards(call in any_call(), mut moments in prop::collection::vec(moment(), 2..20)) {
            moments.sort();
            let stages: Vec<Option<u8>> = moments.iter().map(|&now| stage(call.status(now))).collect();
            prop_assert!(stages.is_sorted(), "{stages:?}");
            prop_assert!(stages.iter().all(Option::is_some) || stages.iter().all(Option::is_none));
        }

        #[test]
        fn the_order_of_cutoffs_does_not_matter(call in any_call(), now in moment(), turn in 0_usize..6) {
            let mut other = call.clone();
            other.cutoffs.reverse();
            let turn = turn.min(other.cutoffs.len());
            other.cutoffs.rotate_left(turn);
            prop_assert_eq!(call.status(now), other.status(now));
            prop_assert_eq!(call.next_cutoff(now), other.next_cutoff(now));
            prop_assert_eq!(call.final_close(), other.final_close());
            prop_assert_eq!(call.closes_in_days(now), other.closes_in_days(now));
        }

        #[test]
        fn the_next_cutoff_is_the_first_that_has_not_passed(call in any_call(), now in moment()) {
            match call.next_cutoff(now) {
                Some(next) => {
                    prop_assert!(now < next.closes());
                    prop_assert!(call.cutoffs.iter().all(|cutoff| cutoff.passed(now) || cutoff.closes() >= next.closes()));
                }
                None => prop_assert!(call.cutoffs.iter().all(|cutoff| cutoff.passed(now))),
            }
        }
    }
}
