//! Consent: what was on the screen, in which language and version, when, and which boxes.

use crate::domain::{Instant, LanguageTag};

use super::body::{ConsentBody, rfc3339};

/// The two boxes. Both are empty at the start; nothing but the visitor ticks them, and drafts do not keep them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Boxes {
    /// The privacy notice: required.
    pub privacy: bool,
    /// The newsletter: a matter of its own.
    pub newsletter: bool,
}

/// The text of the privacy notice that was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its version.
    pub version: String,
    /// Its language.
    pub language: LanguageTag,
}

/// Consent that was given. It exists only with the required box ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// What was shown.
    pub notice: Notice,
    /// When it was given.
    pub at: Instant,
    boxes: Boxes,
}

impl Consent {
    /// Consent by the boxes as they are; `None` without the required one.
    pub fn given(boxes: Boxes, notice: Notice, at: Instant) -> Option<Self> {
        boxes.privacy.then_some(Self { notice, at, boxes })
    }

    /// The boxes.
    pub fn boxes(&self) -> Boxes {
        self.boxes
    }
}

impl From<&Consent> for ConsentBody {
    fn from(consent: &Consent) -> Self {
        Self {
            text_version: consent.notice.version.clone(),
            language: consent.notice.language.as_str().to_owned(),
            at: rfc3339(consent.at),
            privacy: consent.boxes.privacy,
            newsletter: consent.boxes.newsletter,
        }
    }
}
