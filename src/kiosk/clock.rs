//! Whether the clock of a screen can be right, as far as a page can know.

use crate::domain::{Day, Instant};

/// A clock that is put right by the network goes back a little now and then, in seconds.
const TOLERANCE: i64 = 120;

/// Why a clock cannot be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It shows a day before the data were published.
    BeforeData,
    /// It shows a moment before one that this screen has noted earlier: it is wrong, or it was then.
    BeforeNoted(Instant),
}

/// What speaks against a clock that shows `now`, of the day `today`: the day of the data, and the latest moment that the
/// screen has noted so far. A clock that is ahead, and one that was always behind, cannot be told from one that is right.
pub fn doubt(now: Instant, today: Day, published: Option<Day>, noted: Option<Instant>) -> Option<Doubt> {
    if published.is_some_and(|published| today < published) {
        return Some(Doubt::BeforeData);
    }
    noted.filter(|noted| now.unix().saturating_add(TOLERANCE) < noted.unix()).map(Doubt::BeforeNoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_goes_back_is_noticed_and_one_that_goes_on_is_not() {
        let at = Instant::from_unix;
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let noted = at(1_700_000_000);
        let (today, published) = (day("2023-11-14"), Some(day("2023-11-01")));
        for (now, wrong) in [
            (noted.unix(), false),
            (noted.unix() + 366 * 86_400, false),
            (noted.unix() - TOLERANCE, false),
            (noted.unix() - TOLERANCE - 1, true),
            (noted.unix() - 86_400, true),
            (noted.unix() - 366 * 86_400, true),
        ] {
            let expected = wrong.then_some(Doubt::BeforeNoted(noted));
            assert_eq!(doubt(at(now), today, published, Some(noted)), expected, "{now}");
            assert_eq!(doubt(at(now), today, None, None), None, "nothing is known");
        }
        assert_eq!(doubt(noted, day("2023-10-31"), published, None), Some(Doubt::BeforeData));
        assert_eq!(doubt(noted, day("2023-11-01"), published, None), None);
    }
}
