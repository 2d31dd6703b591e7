//! Numbers that put dated records in order: group after group, within a group by a moment.

use crate::domain::Instant;

/// Room for a group's moments: more seconds than the calendar has, either side of 1970.
const ROOM: i64 = 1 << 42;

/// The order of a record in a group whose soonest moment comes first; without a moment it comes last.
pub(super) fn soonest_first(group: i64, moment: Option<Instant>) -> i64 {
    2 * ROOM * group + moment.map_or(ROOM - 1, |moment| moment.unix().clamp(1 - ROOM, ROOM - 2))
}

/// The order of a record in a group whose latest moment comes first; without a moment it comes last.
pub(crate) fn latest_first(group: i64, moment: Option<Instant>) -> i64 {
    soonest_first(group, moment.map(|moment| Instant::from_unix(moment.unix().saturating_neg())))
}

/// The group of an order.
pub(super) fn group_of(order: i64) -> u8 {
    (order.saturating_add(ROOM) / (2 * ROOM)).clamp(0, i64::from(u8::MAX)) as u8
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn groups_never_overlap() {
        let moments = [i64::MIN, -5, 0, 5, i64::MAX].map(Instant::from_unix);
        for group in 0..3 {
            let soonest: Vec<i64> =
                moments.iter().map(|&moment| soonest_first(group, Some(moment))).collect();
            let latest: Vec<i64> = moments.iter().map(|&moment| latest_first(group, Some(moment))).collect();
            assert!(soonest.is_sorted_by(|a, b| a < b) && latest.is_sorted_by(|a, b| a > b));
            assert!(soonest.iter().chain(&latest).all(|&order| order < soonest_first(group, None)));
            assert!(soonest.iter().chain(&latest).all(|&order| order > latest_first(group - 1, None)));
            let none = soonest_first(group, None);
            assert!(
                soonest
                    .iter()
                    .chain(&latest)
                    .chain([&none])
                    .all(|&order| i64::from(group_of(order)) == group)
            );
        }
    }
}
