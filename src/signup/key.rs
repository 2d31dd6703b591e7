//! The key of a sign-up: made once, sent with every attempt.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A UUID of version 7 (RFC 9562) in lower case. The browser makes it once, when a form is begun; every attempt to
/// send carries the same one, so that a receiver can tell a repetition from another sign-up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntryKey(String);

/// A text that is no key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("this is not a UUID of version 7 in lower case")]
pub struct EntryKeyError;

impl EntryKey {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key of a moment (milliseconds since the start of 1970, UTC) and ten random bytes.
    ///
    /// ```
    /// use cluster_atlas::signup::EntryKey;
    /// let key = EntryKey::new(1_645_557_742_000, [0xff; 10]);
    /// assert_eq!(key.as_str(), "017f22e2-79b0-7fff-bfff-ffffffffffff");
    /// ```
    pub fn new(milliseconds: u64, random: [u8; 10]) -> Self {
        let mut bytes = [0; 16];
        bytes[..6].copy_from_slice(&milliseconds.to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&random);
        bytes[6] = 0x70 | bytes[6] & 0x0f;
        bytes[8] = 0x80 | bytes[8] & 0x3f;
        let mut text = String::with_capacity(36);
        for (at, byte) in bytes.into_iter().enumerate() {
            if matches!(at, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit }));
            }
        }
        Self(text)
    }
}

impl FromStr for EntryKey {
    type Err = EntryKeyError;

    fn from_str(text: &str) -> Result<Self, EntryKeyError> {
        let shaped = text.len() == 36
            && text.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                14 => byte == b'7',
                19 => matches!(byte, b'8' | b'9' | b'a' | b'b'),
                _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
            });
        if shaped { Ok(Self(text.to_owned())) } else { Err(EntryKeyError) }
    }
}

impl TryFrom<String> for EntryKey {
    type Error = EntryKeyError;

    fn try_from(text: String) -> Result<Self, EntryKeyError> {
        text.parse()
    }
}

impl From<EntryKey> for String {
    fn from(key: EntryKey) -> Self {
        key.0
    }
}
