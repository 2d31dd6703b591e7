//! A set of rows, one bit each.

/// A set of row numbers below a fixed limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    limit: usize,
}

impl Bits {
    /// The empty set of rows below `limit`.
    pub fn new(limit: usize) -> Self {
        Self { words: vec![0; limit.div_ceil(64)], limit }
    }

    /// The set of all rows below `limit`.
    pub fn full(limit: usize) -> Self {
        let mut words = vec![u64::MAX; limit.div_ceil(64)];
        if let (Some(last), used @ 1..) = (words.last_mut(), limit % 64) {
            *last = (1 << used) - 1;
        }
        Self { words, limit }
    }

    /// Puts a row in.
    ///
    /// # Panics
    /// When the row is not below the limit.
    pub fn insert(&mut self, row: u32) {
        let row = row as usize;
        assert!(row < self.limit, "row {row} is not below {}", self.limit);
        self.words[row / 64] |= 1 << (row % 64);
    }

    /// Whether a row is in.
    #[expect(clippy::inline_always, reason = "see `BitsIter::next`")]
    #[inline(always)]
    pub fn contains(&self, row: u32) -> bool {
        self.words.get(row as usize / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// How many rows are in.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether no row is in.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Keeps only rows that are in `other` too. Both sets have the same limit.
    pub fn and_with(&mut self, other: &Self) {
        debug_assert_eq!(self.limit, other.limit);
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine &= theirs;
        }
    }

    /// Takes the rows of `other` in. Both sets have the same limit.
    pub fn or_with(&mut self, other: &Self) {
        debug_assert_eq!(self.limit, other.limit);
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine |= theirs;
        }
    }

    /// Takes the rows of `other` out. Both sets have the same limit.
    pub fn without(&mut self, other: &Self) {
        debug_assert_eq!(self.limit, other.limit);
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine &= !theirs;
        }
    }

    /// The rows, ascending.
    pub fn iter(&self) -> BitsIter<'_> {
        BitsIter { words: &self.words, next: 0, left: 0 }
    }

    /// How many rows are in both sets.
    pub(super) fn common(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(mine, theirs)| (mine & theirs).count_ones() as usize).sum()
    }

    /// How many rows below `end` are in.
    pub(super) fn len_below(&self, end: u32) -> usize {
        let end = (end as usize).min(self.limit);
        let whole: usize = self.words[..end / 64].iter().map(|word| word.count_ones() as usize).sum();
        match end % 64 {
            0 => whole,
            rest => whole + (self.words[end / 64] & ((1 << rest) - 1)).count_ones() as usize,
        }
    }
}

impl<'a> IntoIterator for &'a Bits {
    type Item = u32;
    type IntoIter = BitsIter<'a>;

    fn into_iter(self) -> BitsIter<'a> {
        self.iter()
    }
}

/// The rows of a [`Bits`], ascending.
#[derive(Debug, Clone)]
pub struct BitsIter<'a> {
    words: &'a [u64],
    /// The word to load next; the one before it is being read.
    next: usize,
    /// What is left of the word being read.
    left: u64,
}

impl Iterator for BitsIter<'_> {
    type Item = u32;

    // The release build is made for size and inlines next to nothing by itself; every pass over rows is this.
    #[expect(clippy::inline_always, reason = "measured: a call per row costs more than the row's work")]
    #[inline(always)]
    fn next(&mut self) -> Option<u32> {
        while self.left == 0 {
            self.left = *self.words.get(self.next)?;
            self.next += 1;
        }
        let bit = self.left.trailing_zeros();
        self.left &= self.left - 1;
        Some((self.next as u32 - 1) * 64 + bit)
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_full_set_ends_at_its_limit() {
        for limit in [0, 1, 63, 64, 65, 1445] {
            let full = Bits::full(limit);
            assert_eq!(full.len(), limit);
            assert_eq!(full.iter().count(), limit);
            assert!(!full.contains(limit as u32));
            assert_eq!(full.len_below(70), limit.min(70));
        }
    }

    #[test]
    fn rows_come_back_in_order() {
        let mut bits = Bits::new(200);
        for row in [199, 0, 64, 63, 128] {
            bits.insert(row);
        }
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 63, 64, 128, 199]);
        let mut even = Bits::new(200);
        (0..200).step_by(2).for_each(|row| even.insert(row));
        assert_eq!(bits.common(&even), 3);
        bits.and_with(&even);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 64, 128]);
    }
}
