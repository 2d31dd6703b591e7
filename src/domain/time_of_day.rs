//! A time on the clock, as the dataset writes it.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A time of day to the minute, `00:00` to `23:59`.
///
/// ```
/// use cluster_atlas::domain::TimeOfDay;
/// assert_eq!("09:05".parse::<TimeOfDay>().expect("a time").to_string(), "09:05");
/// assert!("24:00".parse::<TimeOfDay>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    minutes: u16,
}

/// A text that is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text:?} is not a time written as HH:MM")]
pub struct TimeOfDayError {
    /// What was given, cut to 40 characters.
    pub text: String,
}

impl TimeOfDay {
    /// Minutes since midnight, 0 to 1,439.
    pub fn minutes(self) -> u16 {
        self.minutes
    }

    /// The time so many minutes after midnight; past the day it wraps.
    pub fn from_minutes(minutes: u16) -> Self {
        Self { minutes: minutes % 1440 }
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeOfDayError;

    fn from_str(text: &str) -> Result<Self, TimeOfDayError> {
        let two = |digits: &[u8]| match digits {
            [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
                Some(u16::from(tens - b'0') * 10 + u16::from(ones - b'0'))
            }
            _ => None,
        };
        let read = || {
            let [hours @ .., b':', tens, ones] = text.as_bytes() else { return None };
            let (hours, minutes) = (two(hours)?, two(&[*tens, *ones])?);
            (hours < 24 && minutes < 60).then_some(Self { minutes: hours * 60 + minutes })
        };
        read().ok_or_else(|| TimeOfDayError { text: text.chars().take(40).collect() })
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}
