//! What makes one match better than another.

/// The weights of ranking by relevance, all in one place. Whole numbers, so that the order is the same everywhere.
///
/// A record's score is the sum over the query's words of `fit × field weight × rarity`, where the best-fitting
/// word of the record counts. `fit` is one of the figures below; `field weight` is what the record gives its texts
/// (in sixteenths); `rarity` is one plus the binary logarithm of all records over those that match the word.
/// Before the score counts the title: equal to the query, starting with it, holding its words in a row, else.
/// Ties are in the order of titles.
///
/// ```
/// use cluster_atlas::explore::Ranking;
/// let ranking = Ranking::default();
/// assert!(ranking.exact > ranking.prefix.1 && ranking.prefix.0 > ranking.slip.1);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranking {
    /// Fit of a record's word that is the word asked for.
    pub exact: u16,
    /// Fit of a record's word that starts with the word asked for: from the first figure when next to nothing of it
    /// was asked, to the second when nearly all of it was.
    pub prefix: (u16, u16),
    /// Fit of a record's word, or the start of it, that is one slip away; as for `prefix`.
    pub slip: (u16, u16),
    /// Field weight, in sixteenths, of the labels of a record's facet values.
    pub label: u8,
    /// Words longer than this are not searched for slips.
    pub longest_slip: usize,
    /// Words shorter than this are not searched for slips: too much is one letter away from "bio".
    pub shortest_slip: usize,
    /// Words beyond this many are left out of the question.
    pub most_words: usize,
}

impl Default for Ranking {
    fn default() -> Self {
        Self {
            exact: 100,
            prefix: (50, 80),
            slip: (20, 30),
            label: 8,
            longest_slip: 40,
            shortest_slip: 4,
            most_words: 16,
        }
    }
}

impl Ranking {
    /// Fit of `word`, given in bytes how long the asked word is and how long the record's.
    pub(super) fn graded((least, most): (u16, u16), asked: usize, word: usize) -> u16 {
        let word = word.clamp(1, 255);
        least + (usize::from(most.saturating_sub(least)) * asked.min(word) / word) as u16
    }

    /// One plus the binary logarithm of all records over those that match.
    pub(super) fn rarity(records: usize, matching: usize) -> u32 {
        1 + ((records + 1) / matching.max(1)).max(1).ilog2()
    }
}

/// A text's weight in sixteenths, at least one.
pub(super) fn whole_weight(weight: f32) -> u8 {
    (weight * 16.0).round().clamp(1.0, 255.0) as u8
}
