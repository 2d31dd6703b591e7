//! Drafts as they are kept on the device: format `cluster-atlas/draft/1`.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::domain::Instant;

use super::form::{Form, Page};
use super::key::EntryKey;

/// The format of drafts that this version writes.
pub const DRAFT_FORMAT: &str = "cluster-atlas/draft/1";

/// A draft that was not touched for so long is removed, in seconds: 30 days.
pub const DRAFT_LIFETIME: i64 = 30 * 86_400;

/// A draft that has expired is not shown any more, and removed when it has still expired so many seconds later: a clock
/// that jumps ahead once deletes nothing.
pub const DRAFT_GRACE: i64 = 86_400;

/// How a note begins of when a draft was first seen to have expired.
const NOTE: &str = "\"expired\":";

/// Under which name a draft is kept: the form, what it is about, and the key. Two tabs with the same form keep two
/// drafts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

impl DraftId {
    /// The name of the draft about `subject` that will be sent under a key.
    pub fn of<F: Form>(subject: &str, key: &EntryKey) -> Self {
        Self::named(F::NAME, subject, key)
    }

    fn named(form: &str, subject: &str, key: &EntryKey) -> Self {
        Self([form, "/", subject, "#", key.as_str()].concat())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why something kept cannot be used. It stays where it is: another version may read it, and its owner may remove it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoredError {
    /// A later version of the app wrote it.
    #[error("a later version of this app wrote this ({format})")]
    Newer {
        /// What it says it is.
        format: String,
    },
    /// Not what this app writes.
    #[error("this cannot be read")]
    Broken,
}

/// A draft, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoredDraft<F> {
    format: String,
    /// The name of the form.
    pub form: String,
    /// What it is about.
    pub subject: String,
    /// The key under which it will be sent.
    pub key: EntryKey,
    /// The name of the page it was left on.
    pub page: String,
    saved: i64,
    /// The entry that it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EntryKey>,
    /// What was typed.
    pub typed: F,
}

/// What is known of a draft without knowing its form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DraftOutline {
    /// The name of the form.
    pub form: String,
    /// What it is about.
    pub subject: String,
    saved: i64,
    /// When it was first seen to have expired.
    #[serde(default)]
    expired: Option<i64>,
}

#[derive(Deserialize)]
struct Envelope {
    format: String,
}

impl<F: Form> StoredDraft<F> {
    pub(super) fn new(subject: &str, key: &EntryKey, page: Page, saved: Instant, typed: &F) -> Self {
        Self {
            format: DRAFT_FORMAT.to_owned(),
            form: F::NAME.to_owned(),
            subject: subject.to_owned(),
            key: key.clone(),
            page: page.as_str().to_owned(),
            saved: saved.unix(),
            replaces: None,
            typed: typed.clone(),
        }
    }

    /// The name under which it is kept.
    pub fn id(&self) -> DraftId {
        DraftId::of::<F>(&self.subject, &self.key)
    }

    /// The text that is kept.
    pub fn to_json(&self) -> String {
        written(self)
    }

    /// When it was last touched.
    pub fn saved(&self) -> Instant {
        Instant::from_unix(self.saved)
    }

    /// The draft in a text that was kept. Whether it has expired is for [`DraftOutline`] to say.
    pub fn read(text: &str) -> Result<Self, StoredError> {
        let draft: Self = versioned(text, DRAFT_FORMAT)?;
        if draft.form == F::NAME { Ok(draft) } else { Err(StoredError::Broken) }
    }
}

impl DraftOutline {
    /// The outline of a text that was kept.
    pub fn read(text: &str) -> Result<Self, StoredError> {
        versioned(text, DRAFT_FORMAT)
    }

    /// The name under which it is kept, with its key.
    pub(super) fn id(&self, key: &EntryKey) -> DraftId {
        DraftId::named(&self.form, &self.subject, key)
    }

    /// When it was last touched.
    pub fn saved(&self) -> Instant {
        Instant::from_unix(self.saved)
    }

    /// Whether it has expired. A draft from the future (a clock was set back) has not.
    pub fn has_expired(&self, now: Instant) -> bool {
        now.unix().saturating_sub(self.saved) >= DRAFT_LIFETIME
    }

    /// Whether it is to be removed: it has expired, and had already [`DRAFT_GRACE`] ago.
    pub fn is_over(&self, now: Instant) -> bool {
        let for_long = |since| now.unix().saturating_sub(since) >= DRAFT_GRACE;
        self.has_expired(now) && self.expired.is_some_and(for_long)
    }

    /// The text of the draft as it is to be kept from now on: with a note of when it was first seen to have expired,
    /// or without one. `None` where nothing is to be changed.
    pub fn noted(&self, text: &str, now: Instant) -> Option<String> {
        let note = match (self.has_expired(now), self.expired) {
            (true, Some(since)) if since <= now.unix() => return None,
            (true, _) => Some(now.unix()),
            (false, None) => return None,
            (false, Some(_)) => None,
        };
        // The note stands first, where it is written and taken out without reading the rest.
        let rest = text.trim_start().strip_prefix('{')?;
        let rest = match rest.strip_prefix(NOTE) {
            Some(noted) => noted.split_once(',')?.1,
            None => rest,
        };
        Some(match note {
            Some(at) => format!("{{{NOTE}{at},{rest}"),
            None => ["{", rest].concat(),
        })
    }
}

/// A value as JSON on one line.
pub(super) fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("text, numbers and lists are always JSON")
}

/// What a kept text holds, if this version wrote it.
pub(super) fn versioned<'a, T: Deserialize<'a>>(text: &'a str, format: &str) -> Result<T, StoredError> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|_| StoredError::Broken)?;
    if envelope.format == format {
        return serde_json::from_str(text).map_err(|_| StoredError::Broken);
    }
    // The same name with another number: a later version, because there has been no earlier one.
    let name = |format: &str| format.rfind('/').map(|end| format[..end].to_owned());
    if name(&envelope.format) == name(format) {
        Err(StoredError::Newer { format: envelope.format })
    } else {
        Err(StoredError::Broken)
    }
}
