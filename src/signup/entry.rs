//! An entry of the outbox: what was submitted, and how far it has come. Format `cluster-atlas/outbox/1`.

use serde::{Deserialize, Serialize};

use crate::dataset::{Delivery, ReceiptBy};
use crate::domain::Instant;

use super::answer::Problem;
use super::body::Body;
use super::draft::{DraftId, DraftOutline, StoredError, versioned, written};
use super::key::EntryKey;
use super::receiver::Receiver;

/// The format of entries that this version writes.
pub const ENTRY_FORMAT: &str = "cluster-atlas/outbox/1";

/// A submitted form. It stays until its owner erases it; how far it has come is changed by the functions of the
/// outbox only ([`super::begin_sending`], [`super::after_response`] and their neighbours).
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    key: EntryKey,
    made: Instant,
    /// Exactly what is sent, in every attempt, whatever a later version of the app would write.
    body: String,
    contents: Body,
    draft: String,
    /// Who receives it: what its owner has agreed to.
    receiver: Receiver,
    /// Who received it before, and may have it: its owner has chosen another receiver since.
    earlier: Option<Receiver>,
    /// The entry that it corrects.
    replaces: Option<EntryKey>,
    /// Whether it was ever on its way to anybody: recorded before the first attempt leaves.
    posted: bool,
    pub(super) state: EntryState,
}

/// How far an entry has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// Waits to be posted.
    Queued(Waiting),
    /// Being posted, by one tab.
    Sending {
        /// How many times it was tried, this one included.
        attempts: u32,
        /// Since when.
        #[serde(with = "unix")]
        since: Instant,
    },
    /// Waits for its owner to mail it or to hand over the file.
    ByHand,
    /// Sent by its owner, who says so; nobody has acknowledged it to the app.
    HandedOver {
        /// When its owner said so.
        #[serde(with = "unix")]
        at: Instant,
    },
    /// The receiver has it.
    Acknowledged(Receipt),
    /// The receiver refused it, and says why: its owner can correct it.
    Rejected {
        /// Why.
        problem: Problem,
        /// When.
        #[serde(with = "unix")]
        at: Instant,
    },
    /// Withdrawn by its owner; the receiver is yet to be told.
    WithdrawQueued(Waiting),
    /// The receiver is being told.
    WithdrawSending {
        /// How many times it was tried, this one included.
        attempts: u32,
        /// Since when.
        #[serde(with = "unix")]
        since: Instant,
    },
    /// Withdrawn.
    Withdrawn {
        /// When.
        #[serde(with = "unix")]
        at: Instant,
        /// Whether the receiver has said that it knows. Where not, it never had it from this app, or its owner has to
        /// tell it: see [`super::WithdrawalNotice`].
        #[serde(default, skip_serializing_if = "is_false")]
        told: bool,
    },
}

/// Waiting to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// How many times it was tried.
    pub attempts: u32,
    /// Not to be tried before.
    #[serde(with = "unix")]
    pub not_before: Instant,
    /// Since when it waits: a clock that shows an earlier time now has been set back meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "unix_if_known")]
    pub since: Option<Instant>,
    /// Whether it was the receiver who asked to wait: then nothing but time makes it due.
    pub asked_to_wait: bool,
    /// What happened the last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
}

impl EntryState {
    /// Whether an entry in this state has been posted for certain. What an earlier version kept says no more.
    fn is_after_post(&self) -> bool {
        match self {
            Self::Queued(waiting) => waiting.attempts > 0,
            Self::Withdrawn { told, .. } => *told,
            Self::ByHand | Self::HandedOver { .. } => false,
            Self::Sending { .. }
            | Self::Acknowledged(_)
            | Self::Rejected { .. }
            | Self::WithdrawQueued(_)
            | Self::WithdrawSending { .. } => true,
        }
    }
}

impl Waiting {
    /// Waiting for a first attempt, from `now` on.
    pub(super) fn until(not_before: Instant, now: Instant) -> Self {
        Self { attempts: 0, not_before, since: Some(now), asked_to_wait: false, trouble: None }
    }
}

/// Why an attempt did not end with an answer that settles the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// No connection, or it broke.
    NoNetwork,
    /// No answer within [`super::TIMEOUT_SECONDS`].
    TimedOut,
    /// The deployment's security policy does not allow the address: its operator has to mend that.
    Blocked,
    /// The page was closed before there was an answer.
    Interrupted,
    /// The address leads to another one, which was not asked.
    Redirected,
    /// An answer that is neither yes nor no: its HTTP status.
    Status(u16),
    /// An answer that would settle the matter, but does not give back the key: its HTTP status. It may be the page of
    /// some machine on the way.
    Unproven(u16),
}

/// What the receiver said when it took the entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Its reference number: plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Where the entry stands with the receiver.
    pub status: Status,
    /// The receiver's own word for that, where it is none that this version knows: plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// Whether the receiver had it already.
    pub already: bool,
    /// When it said so.
    #[serde(with = "unix")]
    pub at: Instant,
}

/// Where an entry stands with its receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// There is a place.
    Confirmed,
    /// There is none yet.
    WaitingList,
    /// It has arrived; nothing else is known.
    Received,
}

impl Entry {
    pub(super) fn new(
        key: &EntryKey,
        contents: Body,
        draft: String,
        receiver: &Receiver,
        made: Instant,
    ) -> Self {
        let state = match receiver.delivery {
            Delivery::Endpoint { .. } => EntryState::Queued(Waiting::until(made, made)),
            Delivery::Mail { .. } | Delivery::File => EntryState::ByHand,
        };
        let body = contents.to_json();
        Self {
            key: key.clone(),
            made,
            body,
            contents,
            draft,
            receiver: receiver.clone(),
            earlier: None,
            replaces: None,
            posted: false,
            state,
        }
    }

    /// The key, the same in every attempt.
    pub fn key(&self) -> &EntryKey {
        &self.key
    }

    /// When it was submitted.
    pub fn made(&self) -> Instant {
        self.made
    }

    /// Exactly what is sent.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// What is sent, to be shown.
    pub fn contents(&self) -> &Body {
        &self.contents
    }

    /// What was typed: the text of a [`super::StoredDraft`].
    pub fn draft(&self) -> &str {
        &self.draft
    }

    /// How it is delivered.
    pub fn delivery(&self) -> &Delivery {
        &self.receiver.delivery
    }

    /// Who receives it.
    pub fn receiver(&self) -> &Receiver {
        &self.receiver
    }

    /// Who received it before and may have it, where its owner has chosen another receiver since.
    pub fn earlier(&self) -> Option<&Receiver> {
        self.earlier.as_ref()
    }

    /// The entry that it corrects.
    pub fn replaces(&self) -> Option<&EntryKey> {
        self.replaces.as_ref()
    }

    /// The same entry, as the correction of another one.
    pub(super) fn correcting(self, replaces: Option<EntryKey>) -> Self {
        Self { replaces, ..self }
    }

    /// The receiver before, where the one of now has not been asked yet.
    pub(super) fn only_earlier(&self) -> Option<&Receiver> {
        let untried = match &self.state {
            EntryState::Queued(waiting) => waiting.attempts == 0,
            EntryState::ByHand => true,
            _ => false,
        };
        let posts = |receiver: &&Receiver| matches!(receiver.delivery, Delivery::Endpoint { .. });
        self.earlier.as_ref().filter(|_| untried).filter(posts)
    }

    /// How far it has come.
    pub fn state(&self) -> &EntryState {
        &self.state
    }

    /// Whether it was ever posted. Its key is never used for anything else then.
    pub fn was_posted(&self) -> bool {
        self.posted
    }

    /// The same entry, of which something has recorded that it was posted.
    #[must_use]
    pub fn known_as_posted(mut self) -> Self {
        self.posted = true;
        self
    }

    /// Whether erasing it now would lose something that nobody else has: nothing of it was ever sent.
    pub fn is_only_here(&self) -> bool {
        !self.posted && matches!(self.state, EntryState::Queued(_) | EntryState::ByHand)
    }

    /// The name of the draft that it was made from.
    pub fn draft_id(&self) -> Option<DraftId> {
        DraftOutline::read(&self.draft).ok().map(|outline| outline.id(&self.key))
    }

    /// Whether another entry holds the same, but for when it was submitted and agreed to.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let mut contents = self.contents.clone();
        contents.submitted.clone_from(&other.contents.submitted);
        contents.consent.at.clone_from(&other.contents.consent.at);
        contents == other.contents
    }

    /// What was submitted, under another key: the one it has was used for something else. Only before it is posted.
    #[must_use]
    pub fn under(&self, key: &EntryKey) -> Self {
        let mut contents = self.contents.clone();
        key.as_str().clone_into(&mut contents.key);
        let draft = self.draft.replace(self.key.as_str(), key.as_str());
        Self { key: key.clone(), body: contents.to_json(), contents, draft, ..self.clone() }
    }

    /// The same entry in another state.
    pub(super) fn with(&self, state: EntryState) -> Self {
        Self { state, ..self.clone() }
    }

    /// The same entry, with another address of its receiver.
    pub(super) fn delivered_to(&self, receiver: &Receiver) -> Self {
        Self { receiver: receiver.clone(), ..self.clone() }
    }

    /// The same entry for another receiver; the one before may have it, if it was posted.
    pub(super) fn moved_to(&self, receiver: &Receiver) -> Self {
        let earlier = if self.posted { Some(self.receiver.clone()) } else { None };
        Self { receiver: receiver.clone(), earlier: self.earlier.clone().or(earlier), ..self.clone() }
    }

    /// The text that is kept.
    pub fn to_json(&self) -> String {
        let stored = Stored {
            format: ENTRY_FORMAT.to_owned(),
            key: self.key.clone(),
            made: self.made.unix(),
            delivery: StoredDelivery::of(&self.receiver.delivery),
            organiser: self.receiver.organiser.clone(),
            earlier: self.earlier.as_ref().map(|earlier| StoredReceiver {
                delivery: StoredDelivery::of(&earlier.delivery),
                organiser: earlier.organiser.clone(),
            }),
            replaces: self.replaces.clone(),
            posted: self.posted && !self.state.is_after_post(),
            state: self.state.clone(),
            body: self.body.clone(),
            draft: self.draft.clone(),
        };
        written(&stored)
    }

    /// The entry in a text that was kept. One that cannot be read is not to be removed.
    pub fn read(text: &str) -> Result<Self, StoredError> {
        let stored: Stored = versioned(text, ENTRY_FORMAT)?;
        let contents: Body = versioned(&stored.body, super::BODY_FORMAT)?;
        let earlier = stored.earlier.map(|earlier| {
            let StoredReceiver { delivery, organiser } = earlier;
            delivery.read().map(|delivery| Receiver { delivery, organiser })
        });
        Ok(Self {
            key: stored.key,
            made: Instant::from_unix(stored.made),
            body: stored.body,
            contents,
            draft: stored.draft,
            receiver: Receiver { delivery: stored.delivery.read()?, organiser: stored.organiser },
            earlier: earlier.transpose()?,
            replaces: stored.replaces,
            posted: stored.posted || stored.state.is_after_post(),
            state: stored.state,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Stored {
    format: String,
    key: EntryKey,
    made: i64,
    delivery: StoredDelivery,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organiser: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    earlier: Option<StoredReceiver>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    replaces: Option<EntryKey>,
    #[serde(default, skip_serializing_if = "is_false")]
    posted: bool,
    state: EntryState,
    body: String,
    draft: String,
}

#[derive(Serialize, Deserialize)]
struct StoredDelivery {
    by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    receipt: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct StoredReceiver {
    delivery: StoredDelivery,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organiser: Option<String>,
}

impl StoredDelivery {
    fn of(delivery: &Delivery) -> Self {
        let (by, to, receipt) = match delivery {
            Delivery::File => ("file", None, ReceiptBy::default()),
            Delivery::Mail { to } => ("mail", Some(to.as_str()), ReceiptBy::default()),
            Delivery::Endpoint { url, receipt } => ("endpoint", Some(url.as_str()), *receipt),
        };
        let receipt = (receipt != ReceiptBy::default()).then(|| receipt.as_str().to_owned());
        Self { by: by.to_owned(), to: to.map(str::to_owned), receipt }
    }

    fn read(self) -> Result<Delivery, StoredError> {
        let broken = StoredError::Broken;
        match (self.by.as_str(), self.to.as_deref()) {
            ("file", _) => Ok(Delivery::File),
            ("mail", Some(to)) => Ok(Delivery::Mail { to: to.parse().map_err(|_| broken)? }),
            ("endpoint", Some(url)) => {
                let receipt = self.receipt.as_deref().and_then(ReceiptBy::named).unwrap_or_default();
                Ok(Delivery::Endpoint { url: url.parse().map_err(|_| broken)?, receipt })
            }
            _ => Err(broken),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn is_false(value: &bool) -> bool {
    !value
}

/// Moments that an earlier version did not keep.
mod unix_if_known {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::domain::Instant;

    #[allow(clippy::ref_option, reason = "serde hands references")]
    pub(super) fn serialize<S: Serializer>(at: &Option<Instant>, to: S) -> Result<S::Ok, S::Error> {
        match at {
            Some(at) => to.serialize_i64(at.unix()),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Instant>, D::Error> {
        Ok(Option::<i64>::deserialize(from)?.map(Instant::from_unix))
    }
}

/// Moments are kept in seconds since the start of 1970, UTC.
mod unix {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::domain::Instant;

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references; on wasm32 one is as small")]
    pub(super) fn serialize<S: Serializer>(at: &Instant, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(at.unix())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Instant, D::Error> {
        i64::deserialize(from).map(Instant::from_unix)
    }
}
