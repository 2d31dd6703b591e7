//! When to send, what an answer means, and when to try again. Nobody gives up here.
//!
//! One tab at a time sends (the browser's lock sees to that): it asks [`next_due`], keeps what [`begin_sending`]
//! gives, posts, and keeps what [`after_response`] gives. A tab that dies in between leaves an entry in
//! `Sending`; the next one to hold the lock puts it back with [`recover`]. The key makes the repetition harmless.

use crate::dataset::{Delivery, ReceiptBy};
use crate::domain::Instant;

use super::answer::{Accepted, Answer, Problem, Response, acceptance};
use super::entry::{Entry, EntryState, Receipt, Trouble, Waiting};
use super::key::EntryKey;
use super::wait::{
    BACK_OFF_MOST, PRESSED_LEAST, RETRY_AFTER_MOST, RETRY_AFTER_SPREAD, TIMEOUT_SECONDS, back_off,
    retry_after, spread,
};

/// What is to be sent next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NextDue<'a> {
    /// This one, now.
    Send(&'a Entry),
    /// None before this moment.
    Wait(Instant),
    /// None at all.
    Nothing,
}

/// A request to the receiver. `Idempotency-Key` is the entry's key, `Content-Type` is `application/json`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What is asked.
    pub method: Method,
    /// Where.
    pub url: String,
    /// The header `Idempotency-Key`.
    pub idempotency_key: String,
    /// The body of a `POST`.
    pub body: Option<String>,
}

/// What is asked of a receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To take the entry.
    Post,
    /// To forget it.
    Delete,
}

impl Method {
    /// The HTTP method.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

impl Entry {
    /// The same entry, still to be sent or still to be withdrawn, but at another time.
    fn waiting_again(&self, waiting: Waiting) -> Self {
        self.with(match self.state {
            EntryState::WithdrawQueued(_) => EntryState::WithdrawQueued(waiting),
            _ => EntryState::Queued(waiting),
        })
    }
}

fn waiting(entry: &Entry) -> Option<&Waiting> {
    match (&entry.state, entry.delivery()) {
        (EntryState::Queued(waiting) | EntryState::WithdrawQueued(waiting), Delivery::Endpoint { .. }) => {
            Some(waiting)
        }
        _ => None,
    }
}

/// The entry that has been due for longest, or the moment at which one will be.
pub fn next_due(entries: &[Entry], now: Instant) -> NextDue<'_> {
    let due = |entry: &&Entry| waiting(entry).map(|waiting| (waiting.not_before, entry.made()));
    let first = entries.iter().filter(|entry| waiting(entry).is_some()).min_by_key(due);
    match first.and_then(|entry| Some((entry, waiting(entry)?.not_before))) {
        Some((entry, not_before)) if not_before <= now => NextDue::Send(entry),
        Some((_, not_before)) => NextDue::Wait(not_before),
        None => NextDue::Nothing,
    }
}

/// The entry as it is to be kept before its request leaves, and the request. `None` while it is not due, and for
/// entries that are not sent by the app.
pub fn begin_sending(entry: &Entry, now: Instant) -> Option<(Entry, Request)> {
    let due = waiting(entry).filter(|waiting| waiting.not_before <= now)?;
    let Delivery::Endpoint { url, .. } = entry.delivery() else { return None };
    let attempts = due.attempts.saturating_add(1);
    let (method, body, state) = if let EntryState::Queued(_) = entry.state {
        (Method::Post, Some(entry.body().to_owned()), EntryState::Sending { attempts, since: now })
    } else {
        (Method::Delete, None, EntryState::WithdrawSending { attempts, since: now })
    };
    let request = Request {
        method,
        url: url.as_str().to_owned(),
        idempotency_key: entry.key().as_str().to_owned(),
        body,
    };
    Some((entry.with(state).known_as_posted(), request))
}

/// The entry after its request has ended. `jitter` is a random number from 0 to 1.
///
/// | answer | to `POST` | to `DELETE` |
/// | --- | --- | --- |
/// | 2xx that gives back the key | acknowledged | withdrawn |
/// | 204, which has nothing to give back | tried again | withdrawn |
/// | 409 that gives back the key | acknowledged: was there already | tried again |
/// | 400, 422 with `application/problem+json` | rejected | tried again |
/// | 404 that gives back the key | tried again | withdrawn: is not there |
/// | 410 that gives back the key | tried again: nobody on this device has withdrawn it | withdrawn |
/// | any of these without the key | tried again: it may be the page of some machine on the way | tried again |
/// | a redirect, which is not followed | tried again | tried again |
/// | anything else, or none | tried again | tried again |
///
/// Where the deployment says that a status is enough ([`ReceiptBy::Status`]), nobody has to give back the key.
///
/// An entry that is not being sent stays as it is: its owner withdrew it, or another tab was quicker.
pub fn after_response(entry: &Entry, response: &Response, now: Instant, jitter: f32) -> Entry {
    let (attempts, withdrawing) = match entry.state {
        EntryState::Sending { attempts, .. } => (attempts, false),
        EntryState::WithdrawSending { attempts, .. } => (attempts, true),
        _ => return entry.clone(),
    };
    let settled = |answer: &Answer| settled(answer, withdrawing, now);
    if let Response::Answered(answer) = response
        && let Some(state) = settled(answer)
        && is_proven(entry, answer, &state)
    {
        return entry.with(state);
    }
    let trouble = trouble(response, &|answer| settled(answer).is_some());
    let waiting = wait_again(attempts, response, trouble, now, jitter);
    entry.with(if withdrawing { EntryState::WithdrawQueued(waiting) } else { EntryState::Queued(waiting) })
}

/// Why an attempt has settled nothing; `could` says whether an answer would have, had it been proven.
pub(super) fn trouble(response: &Response, could: &dyn Fn(&Answer) -> bool) -> Trouble {
    match response {
        Response::NoNetwork => Trouble::NoNetwork,
        Response::TimedOut => Trouble::TimedOut,
        Response::Blocked => Trouble::Blocked,
        Response::Redirected => Trouble::Redirected,
        Response::Answered(answer) if could(answer) => Trouble::Unproven(answer.status),
        Response::Answered(answer) => Trouble::Status(answer.status),
    }
}

/// When to try again after so many attempts, the last of which ended so.
pub(super) fn wait_again(
    attempts: u32,
    response: &Response,
    trouble: Trouble,
    now: Instant,
    jitter: f32,
) -> Waiting {
    // Never sooner than without that word: a receiver that says 0, or a date that is past, has trouble enough.
    let own = now.unix().saturating_add(back_off(attempts, jitter));
    let asked = match response {
        Response::Answered(Answer { retry_after: Some(header), date, .. }) => {
            retry_after(header, date.as_deref(), now).filter(|asked| asked.unix() >= own)
        }
        _ => None,
    };
    let not_before =
        asked.map_or(own, |asked| asked.unix().saturating_add(spread(RETRY_AFTER_SPREAD, jitter)));
    Waiting {
        attempts,
        not_before: Instant::from_unix(not_before),
        since: Some(now),
        asked_to_wait: asked.is_some(),
        trouble: Some(trouble),
    }
}

/// Whether an answer can be believed that leads to a state: it is from somebody who has read the request.
fn is_proven(entry: &Entry, answer: &Answer, state: &EntryState) -> bool {
    let withdrawn = matches!(state, EntryState::Withdrawn { .. });
    match entry.delivery() {
        Delivery::Endpoint { receipt: ReceiptBy::Status, .. } => true,
        // A complaint has a content type of its own, and what was refused is corrected, not forgotten.
        _ if matches!(state, EntryState::Rejected { .. }) => true,
        _ => answer.gives_back(entry.key()) || withdrawn && answer.status == 204,
    }
}

/// The state that an answer leads to, if it settles the matter.
pub(super) fn settled(answer: &Answer, withdrawing: bool, now: Instant) -> Option<EntryState> {
    match (answer.status, withdrawing) {
        (200..=299 | 404 | 410, true) => Some(EntryState::Withdrawn { at: now, told: true }),
        (200..=299 | 409, false) => {
            let Accepted { reference, status, said } = acceptance(&answer.body);
            let already = answer.status == 409;
            Some(EntryState::Acknowledged(Receipt { reference, status, said, already, at: now }))
        }
        (400 | 422, false) => {
            Problem::in_answer(answer).map(|problem| EntryState::Rejected { problem, at: now })
        }
        _ => None,
    }
}

/// An entry as a tab finds it that has just become the one to send: nobody else can be sending it any more.
/// `None` where nothing is to be changed.
pub fn recover(entry: &Entry, now: Instant) -> Option<Entry> {
    let again =
        |attempts| Waiting { attempts, trouble: Some(Trouble::Interrupted), ..Waiting::until(now, now) };
    match entry.state {
        EntryState::Sending { attempts, .. } => Some(entry.with(EntryState::Queued(again(attempts)))),
        EntryState::WithdrawSending { attempts, .. } => {
            Some(entry.with(EntryState::WithdrawQueued(again(attempts))))
        }
        _ => None,
    }
}

/// An entry when the connection is back, or the app starts: due now where the last attempt had no answer. Whoever has
/// answered is not asked before its time, however often a page is loaded. `None` where nothing is to be changed.
pub fn sooner(entry: &Entry, now: Instant) -> Option<Entry> {
    let is_answered = |waiting: &Waiting| {
        matches!(waiting.trouble, Some(Trouble::Status(_) | Trouble::Unproven(_) | Trouble::Redirected))
    };
    due_from(entry, now, |waiting| (!is_answered(waiting)).then_some(now))
}

/// An entry whose owner presses the button: due now, and where the receiver has answered no sooner than some seconds after
/// that. `None` where nothing is to be changed, as where the receiver asked to wait.
pub fn pressed(entry: &Entry, now: Instant) -> Option<Entry> {
    due_from(entry, now, |waiting| {
        let least = waiting.since.map_or(now.unix(), |since| since.unix().saturating_add(PRESSED_LEAST));
        Some(Instant::from_unix(now.unix().max(least)))
    })
}

fn due_from(entry: &Entry, now: Instant, due: impl Fn(&Waiting) -> Option<Instant>) -> Option<Entry> {
    let mut waiting = waiting(entry).filter(|it| !it.asked_to_wait && it.not_before > now)?.clone();
    let due = due(&waiting).filter(|due| *due < waiting.not_before)?;
    waiting.not_before = due;
    Some(entry.waiting_again(waiting))
}

/// An entry whose wait was measured by a clock that has been set back since: it waits for as long as it was to wait,
/// from now on, and never longer than the longest. `None` where nothing is to be changed.
pub fn by_this_clock(entry: &Entry, now: Instant) -> Option<Entry> {
    let mut waiting = waiting(entry)?.clone();
    let most = if waiting.asked_to_wait { RETRY_AFTER_MOST + RETRY_AFTER_SPREAD } else { BACK_OFF_MOST };
    let left = waiting.not_before.unix().saturating_sub(now.unix());
    let wait = match waiting.since {
        Some(since) if now < since => waiting.not_before.unix().saturating_sub(since.unix()).clamp(0, most),
        _ if left > most => most,
        _ => return None,
    };
    waiting.not_before = Instant::from_unix(now.unix().saturating_add(wait));
    waiting.since = Some(now);
    Some(entry.waiting_again(waiting))
}

/// An entry whose owner says that it was mailed or handed over. `None` where that cannot be.
pub fn hand_over(entry: &Entry, now: Instant) -> Option<Entry> {
    match entry.state {
        EntryState::ByHand | EntryState::Queued(_) => Some(entry.with(EntryState::HandedOver { at: now })),
        _ => None,
    }
}

/// An entry whose owner takes it back. The receiver is told if it may have it; what was mailed or handed over has
/// to be taken back the same way, see [`super::withdrawal_mail`]. `None` where it is withdrawn already.
pub fn withdraw(entry: &Entry, now: Instant) -> Option<Entry> {
    let tell = |not_before: Instant| EntryState::WithdrawQueued(Waiting::until(not_before, now));
    if let Some(earlier) = entry.only_earlier() {
        // Its owner has chosen another receiver, which was not asked yet: the one before may have it.
        return Some(entry.delivered_to(earlier).with(tell(now)));
    }
    let posted = matches!(entry.delivery(), Delivery::Endpoint { .. });
    Some(entry.with(match &entry.state {
        EntryState::WithdrawQueued(_) | EntryState::WithdrawSending { .. } | EntryState::Withdrawn { .. } => {
            return None;
        }
        // It may have arrived without an answer.
        EntryState::Queued(_) if entry.was_posted() => tell(now),
        // Not before that request is over: a withdrawal must not overtake what it withdraws.
        EntryState::Sending { since, .. } => {
            let over = since.unix().saturating_add(i64::from(TIMEOUT_SECONDS) + 1);
            tell(Instant::from_unix(over.max(now.unix())))
        }
        EntryState::Acknowledged(_) | EntryState::HandedOver { .. } if posted => tell(now),
        _ => EntryState::Withdrawn { at: now, told: false },
    }))
}

/// Whether an entry can be corrected now: it was refused, its receiver has it, or it is in its owner's hands. What waits
/// or is on its way is not: nobody knows yet what becomes of it.
pub fn can_be_corrected(entry: &Entry) -> bool {
    match entry.state {
        EntryState::Rejected { .. }
        | EntryState::Acknowledged(_)
        | EntryState::HandedOver { .. }
        | EntryState::ByHand => true,
        EntryState::Queued(_)
        | EntryState::Sending { .. }
        | EntryState::WithdrawQueued(_)
        | EntryState::WithdrawSending { .. }
        | EntryState::Withdrawn { .. } => false,
    }
}

/// Whether an entry was corrected by another one, which was not withdrawn.
pub fn is_corrected(entry: &Entry, entries: &[Entry]) -> bool {
    entries.iter().any(|other| {
        other.replaces() == Some(entry.key()) && !matches!(other.state, EntryState::Withdrawn { .. })
    })
}

/// The refused entries that have been corrected for good: their corrections, or the corrections of these, are
/// acknowledged. Before that, a refused entry stays, unless its owner erases it. What its receiver has accepted stays in
/// any case: its owner may want to withdraw it.
pub fn settled_corrections(entries: &[Entry]) -> Vec<EntryKey> {
    let mut settled: Vec<EntryKey> = Vec::new();
    let acknowledged = |entry: &&Entry| matches!(entry.state, EntryState::Acknowledged(_));
    for entry in entries.iter().filter(acknowledged) {
        let mut next = entry.replaces();
        while let Some(refused) = next.and_then(|key| entries.iter().find(|entry| entry.key() == key)) {
            if !matches!(refused.state, EntryState::Rejected { .. }) || settled.contains(refused.key()) {
                break;
            }
            settled.push(refused.key().clone());
            next = refused.replaces();
        }
    }
    settled
}
