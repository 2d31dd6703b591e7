//! The lock of a screen where something of a visitor was found after the visit: a small mark on the device, so that neither
//! a fresh document nor a power cut opens it. It says when it was locked and in which places something was found, and
//! nothing of what was found there.

use crate::domain::Instant;

/// What the first line of a mark begins with.
const FORMAT: &str = "cluster-atlas/lock/1";

/// A locked screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// Since when; `None` where the mark does not say it in a way that this version of the app reads.
    pub since: Option<Instant>,
    /// The names of the places.
    pub places: Vec<String>,
}

impl Lock {
    /// A screen that is locked now.
    pub fn new(since: Instant, places: Vec<String>) -> Self {
        Self { since: Some(since), places }
    }

    /// The mark that is kept: seconds since 1970, and a line for each place.
    pub fn to_text(&self) -> String {
        let since = self.since.map(|since| since.unix().to_string()).unwrap_or_default();
        let mut text = [FORMAT, " ", &since].concat();
        for place in &self.places {
            text.push('\n');
            text.extend(place.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
        }
        text
    }

    /// What a mark says. Whatever stands there locks: a mark that cannot be read was made for a reason all the same.
    pub fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let known = lines.next().and_then(|line| line.strip_prefix(FORMAT)?.strip_prefix(' '));
        Self {
            since: known.and_then(|since| since.parse().ok()).map(Instant::from_unix),
            places: known.map_or_else(Vec::new, |_| lines.map(str::to_owned).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mark_that_nobody_can_read_locks_all_the_same() {
        for text in ["", "yes", "cluster-atlas/lock/2 1\nlocalStorage", "cluster-atlas/lock/1", "{}"] {
            assert_eq!(Lock::read(text), Lock { since: None, places: Vec::new() }, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_mark_is_read_as_it_was_written(since in 0_i64..4_000_000_000, places in prop::collection::vec("[^\\p{Cc}]{1,20}", 0..4)) {
            let lock = Lock::new(Instant::from_unix(since), places);
            prop_assert_eq!(Lock::read(&lock.to_text()), lock);
        }

        /// One line a place, whatever a place is called.
        #[test]
        fn a_place_is_one_line(places in prop::collection::vec("\\PC{0,5}[\n\r\t]\\PC{0,5}", 1..4)) {
            let count = places.len();
            prop_assert_eq!(Lock::read(&Lock::new(Instant::from_unix(1), places).to_text()).places.len(), count);
        }
    }
}
