//! Many short lists of numbers, end to end.

/// Lists of numbers that lie end to end: the values of each row, the rows of each value.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    /// Where each list starts in `items`, and one past the last.
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    pub(super) fn with_room_for(lists: usize, items: usize) -> Self {
        let mut starts = Vec::with_capacity(lists + 1);
        starts.push(0);
        Self { starts, items: Vec::with_capacity(items) }
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// How many numbers there are in all lists.
    pub(super) fn items(&self) -> usize {
        self.items.len()
    }

    /// Adds a number to the list that is not ended yet.
    pub(super) fn push(&mut self, item: u32) {
        self.items.push(item);
    }

    /// The list that is not ended yet.
    pub(super) fn open(&self) -> &[u32] {
        let start = self.starts.last().copied().unwrap_or_default();
        &self.items[start as usize..]
    }

    /// Ends a list; the next number begins another.
    pub(super) fn end(&mut self) {
        self.starts.push(self.items.len() as u32);
    }

    /// One of the lists; empty where there is none.
    // The release build is made for size and inlines next to nothing by itself; this is the innermost loop of all.
    #[expect(clippy::inline_always, reason = "measured: a call per row doubles the time of a count")]
    #[inline(always)]
    pub(super) fn of(&self, list: u32) -> &[u32] {
        let (starts, items) = (self.starts.as_slice(), self.items.as_slice());
        let list = list as usize;
        if list + 1 < starts.len() { &items[starts[list] as usize..starts[list + 1] as usize] } else { &[] }
    }

    /// The same lists in another order, with each number replaced: list `n` is what was list `order[n]`.
    pub(super) fn reordered(&self, order: &[u32], replaced: &[u32]) -> Self {
        let mut lists = Self::with_room_for(order.len(), self.items.len());
        for &list in order {
            for &item in self.of(list) {
                lists.items.push(replaced[item as usize]);
            }
            lists.end();
        }
        lists
    }

    /// For every number below `count`, the lists it is in, ascending.
    pub(super) fn inverted(&self, count: usize) -> Self {
        let mut starts = starts_of(count, self.items.iter().copied());
        let mut items = vec![0; self.items.len()];
        let (free, placed) = (starts.as_mut_slice(), items.as_mut_slice());
        for list in 0..self.len() as u32 {
            for &item in self.of(list) {
                let place = &mut free[item as usize];
                placed[*place as usize] = list;
                *place += 1;
            }
        }
        // Each start has moved to its end, which is the start of the next.
        starts.pop();
        starts.insert(0, 0);
        Self { starts, items }
    }
}

/// Where the places of each number begin when equal numbers are put together, and one past the last.
pub(super) fn starts_of(count: usize, numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut starts = vec![0_u32; count + 1];
    let counts = starts.as_mut_slice();
    for number in numbers {
        counts[number as usize + 1] += 1;
    }
    for number in 0..count {
        counts[number + 1] += counts[number];
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn lists_turn_around() {
        let mut lists = Lists::with_room_for(3, 4);
        for list in [&[2, 0][..], &[], &[2]] {
            for &item in list {
                lists.push(item);
            }
            assert_eq!(lists.open(), list);
            lists.end();
        }
        let turned = lists.inverted(4);
        assert_eq!([turned.of(0), turned.of(1), turned.of(2), turned.of(3)], [&[0][..], &[], &[0, 2], &[]]);
        let other = lists.reordered(&[2, 0, 1], &[5, 6, 7]);
        assert_eq!([other.of(0), other.of(1), other.of(2), other.of(9)], [&[7][..], &[7, 5], &[], &[]]);
    }
}
