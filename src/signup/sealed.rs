//! What was submitted at a screen that many people use: an envelope that only the organiser can open, and how far it has
//! come. Format `cluster-atlas/sealed/1`.
//!
//! The envelope is a JSON Web Encryption in its compact form (RFC 7516, `ECDH-ES` with `A256GCM`) around the very bytes
//! that would have been posted. Nothing of it can be read at the screen again: whoever comes next, and whoever takes the
//! device away, has the key under which it is repeated, and the name of the key that opens it.

use serde::{Deserialize, Serialize};

use crate::dataset::{Delivery, ReceiptBy};
use crate::domain::Instant;

use super::answer::{Answer, Response};
use super::draft::{StoredError, versioned, written};
use super::entry::{Entry, EntryState, Trouble, Waiting};
use super::key::EntryKey;
use super::policy::{settled, trouble, wait_again};

/// The format that this version writes.
pub const SEALED_FORMAT: &str = "cluster-atlas/sealed/1";
/// The media type of an envelope (RFC 7515, section 9.2.1).
pub const SEALED_TYPE: &str = "application/jose";

/// An envelope that waits for its receiver.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sealed {
    format: String,
    /// The key that every attempt carries.
    pub key: EntryKey,
    /// The name of the organiser's key that opens it.
    pub kid: String,
    /// Where it is posted.
    pub url: String,
    /// Whether a status is enough of a receipt there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    by_status: bool,
    /// The envelope.
    pub envelope: String,
    /// When it is tried, and what came of it so far.
    pub waiting: Waiting,
    /// The receiver has refused it: the visitor is gone, so the organiser has to mend it. It is not posted again, and
    /// stays for the staff to take along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<u16>,
}

/// What becomes of an envelope.
#[derive(Debug, Clone, PartialEq)]
pub enum SealedAfter {
    /// The receiver has it: it goes.
    Delivered,
    /// It stays.
    Kept(Sealed),
}

impl Sealed {
    /// The envelope of an entry that the app is to post; `None` for one that is delivered otherwise.
    pub fn of(entry: &Entry, kid: &str, envelope: String, now: Instant) -> Option<Self> {
        let Delivery::Endpoint { url, receipt } = entry.delivery() else { return None };
        Some(Self {
            format: SEALED_FORMAT.to_owned(),
            key: entry.key().clone(),
            kid: kid.to_owned(),
            url: url.as_str().to_owned(),
            by_status: *receipt == ReceiptBy::Status,
            envelope,
            waiting: Waiting::until(now, now),
            refused: None,
        })
    }

    /// The text that is kept.
    pub fn to_json(&self) -> String {
        written(self)
    }

    /// What a text that was kept holds.
    pub fn read(text: &str) -> Result<Self, StoredError> {
        versioned(text, SEALED_FORMAT)
    }

    /// Whether it is to be posted now. A wait that was measured by a clock which was set back since is over.
    pub fn is_due(&self, now: Instant) -> bool {
        let set_back = self.waiting.since.is_some_and(|since| now < since);
        self.refused.is_none() && (self.waiting.not_before <= now || set_back)
    }

    /// As it is when an attempt is over. What settles an attempt is what settles one of an entry, see
    /// [`super::after_response`].
    pub fn after(&self, response: &Response, now: Instant, jitter: f32) -> SealedAfter {
        let state = |answer: &Answer| settled(answer, false, now);
        let mut next = self.clone();
        if let Response::Answered(answer) = response {
            match state(answer) {
                Some(EntryState::Acknowledged(_)) if self.by_status || answer.gives_back(&self.key) => {
                    return SealedAfter::Delivered;
                }
                Some(EntryState::Rejected { .. }) => {
                    next.refused = Some(answer.status);
                    next.waiting.trouble = Some(Trouble::Status(answer.status));
                    return SealedAfter::Kept(next);
                }
                _ => {}
            }
        }
        let attempts = self.waiting.attempts.saturating_add(1);
        let trouble = trouble(response, &|answer| state(answer).is_some());
        next.waiting = wait_again(attempts, response, trouble, now, jitter);
        SealedAfter::Kept(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> Sealed {
        Sealed {
            format: SEALED_FORMAT.to_owned(),
            key: EntryKey::new(1_700_000_000_000, [7; 10]),
            kid: "2026-11".to_owned(),
            url: "https://example.org/sign-ups".to_owned(),
            by_status: false,
            envelope: "a.b.c.d.e".to_owned(),
            waiting: Waiting::until(at(0), at(0)),
            refused: None,
        }
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_unix(1_700_000_000 + seconds)
    }

    fn answer(status: u16, body: String, content_type: &str) -> Response {
        let content_type = Some(content_type.to_owned());
        Response::Answered(Answer { status, content_type, body, ..Answer::default() })
    }

    #[test]
    fn it_is_kept_as_it_is() {
        assert_eq!(Sealed::read(&sealed().to_json()), Ok(sealed()));
        assert_eq!(Sealed::read("{}"), Err(StoredError::Broken));
        let newer = sealed().to_json().replace("sealed/1", "sealed/2");
        assert!(matches!(Sealed::read(&newer), Err(StoredError::Newer { .. })));
    }

    #[test]
    fn only_who_gives_back_the_key_has_it() {
        let one = sealed();
        let back = format!(r#"{{"idempotency_key": "{}"}}"#, one.key.as_str());
        let json = "application/json";
        for status in [200, 201, 409] {
            assert_eq!(one.after(&answer(status, back.clone(), json), at(1), 0.5), SealedAfter::Delivered);
        }
        for (response, trouble) in [
            (answer(200, "<p>Sign in".to_owned(), "text/html"), Trouble::Unproven(200)),
            (answer(410, back.clone(), json), Trouble::Status(410)),
            (answer(500, back.clone(), json), Trouble::Status(500)),
            (Response::Redirected, Trouble::Redirected),
            (Response::NoNetwork, Trouble::NoNetwork),
        ] {
            let SealedAfter::Kept(next) = one.after(&response, at(1), 0.5) else { panic!("{response:?}") };
            assert_eq!((next.waiting.attempts, next.waiting.trouble.as_ref()), (1, Some(&trouble)));
            assert_eq!(next.envelope, one.envelope);
            assert!(!next.is_due(at(1)) && next.is_due(at(60)) && next.is_due(at(-5)), "{response:?}");
        }
    }

    #[test]
    fn what_is_refused_waits_for_the_staff() {
        let problem = answer(422, r#"{"title": "No"}"#.to_owned(), "application/problem+json");
        let SealedAfter::Kept(next) = sealed().after(&problem, at(1), 0.5) else { panic!("it stays") };
        assert_eq!(next.refused, Some(422));
        assert!(!next.is_due(at(1_000_000)));
    }
}
