//! The outbox through whatever a receiver and a page may do, at random: what was promised holds in every order.

use std::collections::{BTreeMap, BTreeSet};

use cluster_atlas::domain::Instant;
use cluster_atlas::signup::{
    Answer, BACK_OFF_MOST, Entry, EntryState, NextDue, RETRY_AFTER_MOST, RETRY_AFTER_SPREAD, Request,
    Response, after_response, back_off, begin_sending, next_due, recover, retry_after,
};
use proptest::prelude::*;

use super::{after, kept, queued};
use crate::fixtures::now;

/// What a receiver does with one request.
#[derive(Debug, Clone)]
enum Deed {
    /// Takes it and says so, sometimes in garbage.
    Take(u16, String),
    /// Takes it, but the answer is lost.
    TakeSilently(Response),
    /// Takes it, and the page is closed before the answer.
    TakeAndClose,
    /// Does not take it, and says something else.
    Refuse(u16, Option<u32>, String),
    /// Does not take it, and says nothing.
    Drop(Response),
    /// The page is closed before the request leaves.
    Close,
    /// Refuses for good.
    Reject,
}

fn deed() -> impl Strategy<Value = Deed> {
    let silence = || {
        let silences = [Response::NoNetwork, Response::TimedOut, Response::Blocked, Response::Redirected];
        prop::sample::select(silences.to_vec())
    };
    let body = || prop_oneof![Just(BACK.to_owned()), any::<String>()];
    prop_oneof![
        2 => (200_u16..300, body()).prop_map(|(status, body)| Deed::Take(status, body)),
        2 => silence().prop_map(Deed::TakeSilently),
        1 => Just(Deed::TakeAndClose),
        4 => (prop_oneof![Just(500_u16), Just(503), Just(429), Just(0), 300_u16..409, 411_u16..600],
              proptest::option::of(0_u32..200_000), body())
            .prop_map(|(status, wait, body)| Deed::Refuse(status, wait, body)),
        2 => silence().prop_map(Deed::Drop),
        1 => Just(Deed::Close),
        1 => Just(Deed::Reject),
    ]
}

/// A body that gives back the key.
const BACK: &str = "{\"reference\":\"R\",\"idempotency_key\":\"KEY\"}";

/// What the receiver has, and what it has said yes to.
#[derive(Default)]
struct Receiver {
    stored: BTreeMap<String, (u32, String)>,
    said_yes: BTreeSet<String>,
}

impl Receiver {
    /// Stores once a key; whether it was new.
    fn store(&mut self, request: &Request) -> bool {
        let body = request.body.clone().expect("a body");
        let key = request.idempotency_key.clone();
        if let Some((_, first)) = self.stored.get(&key) {
            assert_eq!(*first, body, "every attempt is the same");
            return false;
        }
        self.stored.insert(key, (1, body));
        true
    }

    /// What the app gets to see of an attempt; `None` when it is closed meanwhile.
    fn meet(&mut self, request: &Request, deed: Deed) -> Option<Response> {
        let key = request.idempotency_key.clone();
        let plain = |status, body| Answer { status, body, ..Answer::default() };
        Some(match deed {
            Deed::Take(status, body) => {
                let status = if self.store(request) { status } else { 409 };
                // In garbage, it has not said so to anybody who listens.
                if body == BACK {
                    self.said_yes.insert(key.clone());
                }
                Response::Answered(plain(status, body.replace("KEY", &key)))
            }
            Deed::TakeSilently(silence) => {
                self.store(request);
                silence
            }
            Deed::TakeAndClose => {
                self.store(request);
                return None;
            }
            Deed::Refuse(status, wait, body) => {
                let retry_after = wait.map(|wait| wait.to_string());
                Response::Answered(Answer { retry_after, ..plain(status, body) })
            }
            Deed::Drop(silence) => silence,
            Deed::Close => return None,
            // Who has it already does not refuse it.
            Deed::Reject if self.stored.contains_key(&key) => Response::NoNetwork,
            Deed::Reject => Response::Answered(Answer {
                content_type: Some("application/problem+json".to_owned()),
                ..plain(422, "{}".to_owned())
            }),
        })
    }
}

/// After a failure: not before the receiver said, and not later than the rules say.
fn waits_as_it_should(entry: &Entry, response: &Response, now: Instant) {
    let (EntryState::Queued(waiting) | EntryState::WithdrawQueued(waiting)) = entry.state() else { return };
    let wait = waiting.not_before.unix() - now.unix();
    match response {
        Response::Answered(Answer { retry_after: Some(asked), .. }) => {
            let asked = asked.parse::<i64>().expect("seconds").min(RETRY_AFTER_MOST);
            let most = BACK_OFF_MOST.max(asked + RETRY_AFTER_SPREAD);
            assert!((asked.max(1)..=most).contains(&wait), "{asked} {wait}");
        }
        _ => assert!((1..=BACK_OFF_MOST).contains(&wait), "{wait}"),
    }
}

proptest! {
    #[test]
    fn whatever_a_receiver_does_nothing_is_lost_or_doubled(
        deeds in prop::collection::vec((deed(), 0.0_f32..=1.0), 0..60),
        count in 1_u8..8,
    ) {
        let mut entries: Vec<Entry> = (1..=count).map(queued).collect();
        let mut receiver = Receiver::default();
        let mut clock = now();
        // When it has done its worst, it does everything right.
        let right = std::iter::repeat((Deed::Take(201, BACK.to_owned()), 0.5));
        for (deed, jitter) in deeds.into_iter().chain(right) {
            let due = match next_due(&entries, clock) {
                NextDue::Send(entry) => entry.key().clone(),
                NextDue::Wait(until) => {
                    prop_assert!(until > clock);
                    clock = until;
                    let NextDue::Send(entry) = next_due(&entries, clock) else { panic!("due by now") };
                    entry.key().clone()
                }
                NextDue::Nothing => break,
            };
            let at = entries.iter().position(|entry| *entry.key() == due).expect("one of them");
            let (sending, request) = begin_sending(&entries[at], clock).expect("due");
            entries[at] = kept(&sending);
            match receiver.meet(&request, deed) {
                Some(response) => {
                    entries[at] = kept(&after_response(&entries[at], &response, clock, jitter));
                    waits_as_it_should(&entries[at], &response, clock);
                }
                None => {
                    for entry in &mut entries {
                        if let Some(again) = recover(entry, clock) {
                            *entry = kept(&again);
                        }
                    }
                }
            }
            prop_assert_eq!(entries.len(), usize::from(count));
            for entry in &entries {
                if let EntryState::Acknowledged(_) = entry.state() {
                    prop_assert!(receiver.said_yes.contains(entry.key().as_str()), "nobody said so");
                }
            }
        }
        for entry in &entries {
            let stored = receiver.stored.get(entry.key().as_str());
            match entry.state() {
                EntryState::Acknowledged(_) => prop_assert_eq!(stored.map(|(times, _)| *times), Some(1)),
                EntryState::Rejected { .. } => prop_assert!(stored.is_none()),
                other => prop_assert!(false, "still {:?}", other),
            }
        }
    }

    #[test]
    fn no_wait_is_longer_than_the_longest(attempts in any::<u32>(), jitter in any::<f32>()) {
        prop_assert!((1..=BACK_OFF_MOST).contains(&back_off(attempts, jitter)));
    }

    #[test]
    fn any_header_is_read_or_ignored(header in any::<String>(), date in any::<Option<String>>(), unix in any::<i64>()) {
        let now = Instant::from_unix(unix);
        if let Some(at) = retry_after(&header, date.as_deref(), now) {
            prop_assert!(at >= now && at.unix() <= unix.saturating_add(RETRY_AFTER_MOST));
        }
    }

    #[test]
    fn any_answer_leaves_an_entry(status in any::<u16>(), body in any::<String>(), header in any::<Option<String>>(), content_type in any::<Option<String>>()) {
        let answer = Answer { status, body, retry_after: header, date: None, content_type };
        let entry = kept(&after(&queued(1), &Response::Answered(answer)));
        if let EntryState::Acknowledged(_) = entry.state() {
            prop_assert!((200..300).contains(&status) || status == 409);
        }
    }
}
