//! Waiting by clocks that are wrong: nobody waits longer than the longest wait there is.

use cluster_atlas::domain::Instant;
use cluster_atlas::signup::{
    Answer, BACK_OFF_MOST, Entry, EntryState, RETRY_AFTER_MOST, RETRY_AFTER_SPREAD, Response, SignUpKind,
    Waiting, after_response, begin_sending, by_this_clock, next_due, withdraw,
};
use proptest::prelude::*;

use crate::fixtures::{endpoint, entry, now, offer, sign_up};

const WEEK: i64 = 7 * 86_400;

fn later(seconds: i64) -> Instant {
    Instant::from_unix(now().unix() + seconds)
}

/// An entry whose attempt was answered at a moment, with a header or without.
fn answered(at: Instant, retry_after: Option<&str>) -> Entry {
    let queued = entry(1, sign_up(), &offer(SignUpKind::Registration), &endpoint());
    let sending = begin_sending(&queued, at).expect("due").0;
    let answer = Answer { status: 503, retry_after: retry_after.map(str::to_owned), ..Answer::default() };
    after_response(&sending, &Response::Answered(answer), at, 0.0)
}

fn waiting(entry: &Entry) -> &Waiting {
    match entry.state() {
        EntryState::Queued(waiting) | EntryState::WithdrawQueued(waiting) => waiting,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_clock_that_was_a_week_ahead_costs_nobody_a_week() {
    let entry = answered(later(WEEK), Some("120"));
    let right = by_this_clock(&entry, now()).expect("the clock was set back");
    assert_eq!(waiting(&right).not_before, later(120), "as long as it was to wait, from now on");
    assert!(waiting(&right).asked_to_wait);
    assert_eq!(by_this_clock(&right, later(5)), None, "once");
    let own = answered(later(WEEK), None);
    assert_eq!(waiting(&by_this_clock(&own, now()).expect("likewise")).not_before, later(1));
}

#[test]
fn what_an_earlier_version_kept_waits_a_day_at_most() {
    let entry = answered(later(WEEK), Some("120"));
    let text = entry.to_json();
    let since = format!("\"since\":{},", later(WEEK).unix());
    assert!(text.contains(&since), "{text}");
    let earlier = Entry::read(&text.replace(&since, "")).expect("an entry");
    let right = by_this_clock(&earlier, now()).expect("that is no wait of ours");
    assert_eq!(waiting(&right).not_before, later(RETRY_AFTER_MOST + RETRY_AFTER_SPREAD));
}

#[test]
fn a_right_clock_changes_no_wait() {
    for header in [None, Some("120"), Some("86400"), Some("999999999")] {
        let entry = answered(now(), header);
        for seconds in [0, 1, 60, RETRY_AFTER_MOST, WEEK] {
            assert_eq!(by_this_clock(&entry, later(seconds)), None, "{header:?} {seconds}");
        }
    }
}

/// How long it waits after so many attempts, each answered with these headers, by a clock that is off by some seconds.
fn waits(attempts: u32, retry_after: &str, date: Option<&str>, fast: i64) -> Vec<i64> {
    let mut entry = entry(1, sign_up(), &offer(SignUpKind::Registration), &endpoint());
    let mut clock = later(fast);
    let answer = Answer {
        status: 503,
        retry_after: Some(retry_after.to_owned()),
        date: date.map(str::to_owned),
        ..Answer::default()
    };
    let attempt = |_| {
        let sending = begin_sending(&entry, clock).expect("due").0;
        entry = after_response(&sending, &Response::Answered(answer.clone()), clock, 0.0);
        let wait = waiting(&entry).not_before.unix() - clock.unix();
        clock = waiting(&entry).not_before;
        wait
    };
    (0..attempts).map(attempt).collect()
}

#[test]
fn a_receiver_that_is_in_a_hurry_is_not_hammered() {
    assert_eq!(waits(6, "0", None, 0), [1, 2, 4, 8, 16, 32], "never sooner than the back-off");
    assert_eq!(waits(3, "3", None, 0), [3, 3, 4]);
    let answer = Answer { status: 503, retry_after: Some("0".to_owned()), ..Answer::default() };
    let queued = entry(1, sign_up(), &offer(SignUpKind::Registration), &endpoint());
    let sending = begin_sending(&queued, now()).expect("due").0;
    let entry = after_response(&sending, &Response::Answered(answer), now(), 0.0);
    assert!(!waiting(&entry).asked_to_wait, "the button works: nobody asked to wait");
}

#[test]
fn a_date_is_measured_by_the_clock_of_whoever_named_it() {
    // NOW and ten minutes later.
    let (date, then) = ("Sun, 22 Nov 2026 09:30:00 GMT", "Sun, 22 Nov 2026 09:40:00 GMT");
    for fast in [0, 3_600, 40 * 86_400] {
        assert_eq!(waits(1, then, Some(date), fast), [600], "{fast}");
    }
    assert_eq!(waits(1, then, None, 0), [600]);
    assert_eq!(waits(4, then, None, 3_600), [1, 2, 4, 8], "a clock that is fast sees a date that is past");
    assert_eq!(waits(1, then, Some("yesterday"), 0), [600]);
}

proptest! {
    #[test]
    fn no_wait_is_longer_than_the_longest(
        ahead in -WEEK..WEEK * 60, header in proptest::option::of(0_u32..200_000), withdrawn in any::<bool>(),
    ) {
        let then = later(ahead.max(0));
        let mut entry = answered(then, header.map(|seconds| seconds.to_string()).as_deref());
        if withdrawn {
            entry = withdraw(&entry, then).expect("may have arrived");
        }
        let here = later(ahead.min(0));
        let entry = by_this_clock(&entry, here).unwrap_or(entry);
        let most = if waiting(&entry).asked_to_wait { RETRY_AFTER_MOST + RETRY_AFTER_SPREAD } else { BACK_OFF_MOST };
        prop_assert!(waiting(&entry).not_before.unix() - here.unix() <= most);
        let due = [entry];
        let settled = by_this_clock(&due[0], here);
        prop_assert_eq!(settled, None, "once is enough");
        prop_assert!(next_due(&due, Instant::from_unix(here.unix() + most)) != cluster_atlas::signup::NextDue::Nothing);
    }
}
