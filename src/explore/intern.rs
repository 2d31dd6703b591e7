//! Texts numbered as they come, each once; and the order of many texts.

use std::cmp::Ordering;

/// Texts that were seen, each kept once and numbered in the order they came.
pub(super) struct Interner {
    letters: String,
    ends: Vec<u32>,
    table: Table,
}

impl Interner {
    pub(super) fn with_room_for(texts: usize) -> Self {
        Self { letters: String::new(), ends: Vec::new(), table: Table::with_room_for(texts) }
    }

    /// The number of a text, new or known.
    pub(super) fn intern(&mut self, text: &str) -> u32 {
        let hash = hash(text.as_bytes());
        let (letters, ends) = (self.letters.as_bytes(), self.ends.as_slice());
        let is_it = |number: u32| {
            let number = number as usize;
            let start = if number == 0 { 0 } else { ends[number - 1] as usize };
            letters[start..ends[number] as usize] == *text.as_bytes()
        };
        if let Some(known) = self.table.find(hash, is_it) {
            return known;
        }
        let number = self.ends.len() as u32;
        self.letters.push_str(text);
        self.ends.push(self.letters.len() as u32);
        self.table.insert(hash, number);
        number
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn text(&self, number: u32) -> &str {
        piece(&self.letters, &self.ends, number)
    }

    /// The numbers in the order of their texts.
    pub(super) fn sorted(&self) -> Vec<u32> {
        in_order(self.len(), &|number| self.text(number), &|_, _| Ordering::Equal)
    }
}

/// Each number's place in an order.
pub(super) fn ranks_of(order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    let places = ranks.as_mut_slice();
    for (&number, rank) in order.iter().zip(0..) {
        places[number as usize] = rank;
    }
    ranks
}

/// One of many texts that lie end to end in one string.
// The release build is made for size and inlines next to nothing by itself.
#[expect(
    clippy::inline_always,
    reason = "measured: this and the next are called millions of times in a build"
)]
#[inline(always)]
pub(super) fn piece<'a>(letters: &'a str, ends: &[u32], number: u32) -> &'a str {
    let number = number as usize;
    let start = if number == 0 { 0 } else { ends[number - 1] };
    &letters[start as usize..ends[number] as usize]
}

/// The numbers `0..count` in the order of their texts, then as `tie` says, then as they are.
///
/// Sorts by twelve bytes at a time, which stand beside the number: texts that begin alike ("Cluster of …") are then
/// sorted by the next twelve, and only few or very long ones are compared as a whole.
pub(super) fn in_order<'a>(
    count: usize,
    text: &dyn Fn(u32) -> &'a str,
    tie: &dyn Fn(u32, u32) -> Ordering,
) -> Vec<u32> {
    let compare = |a, b| text(a).cmp(text(b)).then_with(|| tie(a, b));
    let mut numbers: Vec<u32> = (0..count as u32).collect();
    let mut keys: Vec<u128> = Vec::with_capacity(count);
    let mut alike = vec![(0..count, 0)];
    while let Some((range, depth)) = alike.pop() {
        if range.len() <= FEW_ALIKE || depth >= LONG_ALIKE {
            sort_by(&mut numbers[range], &compare);
            continue;
        }
        keys.clear();
        keys.extend(numbers[range.clone()].iter().map(|&number| {
            let bytes = text(number).as_bytes().get(depth..).unwrap_or_default();
            let (first, next) = (first_eight(bytes), first_eight(bytes.get(8..).unwrap_or_default()) >> 32);
            u128::from(first) << 64 | u128::from(next) << 32 | u128::from(number)
        }));
        keys.sort_unstable();
        for (number, key) in numbers[range.clone()].iter_mut().zip(&keys) {
            *number = *key as u32;
        }
        let mut start = range.start;
        for run in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
            let ended = text(run[0] as u32).len() <= depth + 12;
            if run.len() > 1 {
                alike.push((start..start + run.len(), if ended { LONG_ALIKE } else { depth + 12 }));
            }
            start += run.len();
        }
    }
    numbers
}

/// So few texts are compared as a whole.
const FEW_ALIKE: usize = 16;
/// Texts that are alike in so many bytes are compared as a whole.
const LONG_ALIKE: usize = 240;

/// The numbers in the lowest 32 bits of some keys, in the order of what stands above them, then as `tie` says, then
/// as they are.
///
/// Sorting is done in few places and on plain numbers where it can be: every other type that is sorted brings 5 KB
/// of code to the page.
pub(super) fn in_order_of(mut keys: Vec<u128>, tie: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    keys.sort_unstable();
    let mut numbers: Vec<u32> = keys.iter().map(|&key| key as u32).collect();
    let mut start = 0;
    for run in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
        if run.len() > 1 {
            sort_by(&mut numbers[start..start + run.len()], tie);
        }
        start += run.len();
    }
    numbers
}

/// Sorts numbers as `compare` says, then as they are.
pub(super) fn sort_by(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
}

/// Sorts values of any type; those that are equal stay in their order. All types share the code that sorts.
pub fn sort_values<T>(values: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    sort_by(&mut order, &|a, b| compare(&values[a as usize], &values[b as usize]));
    arrange(values, &order);
}

/// Sorts values by what is known of their positions; those that are equal stay in their order.
pub fn sort_by_position<T>(values: &mut Vec<T>, compare: &dyn Fn(usize, usize) -> Ordering) {
    let mut order: Vec<u32> = (0..values.len() as u32).collect();
    sort_by(&mut order, &|a, b| compare(a as usize, b as usize));
    arrange(values, &order);
}

fn arrange<T>(values: &mut Vec<T>, order: &[u32]) {
    let mut taken: Vec<Option<T>> = values.drain(..).map(Some).collect();
    values.extend(order.iter().filter_map(|&at| taken[at as usize].take()));
}

/// The first eight bytes as a number that compares as they do.
#[expect(clippy::inline_always, reason = "see `piece`")]
#[inline(always)]
fn first_eight(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(&eight) => u64::from_be_bytes(eight),
        None => bytes.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte)) << ((8 - bytes.len()) * 8 % 64),
    }
}

/// A hash table of numbers; what they stand for lies elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// Hash above, number + 1 below; 0 where free. The length is a power of two, at least twice the entries.
    slots: Vec<u64>,
    entries: usize,
}

impl Table {
    pub(super) fn with_room_for(entries: usize) -> Self {
        Self { slots: vec![0; (entries.max(4) * 2).next_power_of_two()], entries: 0 }
    }

    /// The number under `hash` that `is_it` accepts.
    pub(super) fn find(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let slots = self.slots.as_slice();
        let mask = slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = slots[at];
            if slot == 0 {
                return None;
            }
            let number = slot as u32 - 1;
            if slot >> 32 == u64::from(hash) && is_it(number) {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }

    /// Files a number under `hash`.
    pub(super) fn insert(&mut self, hash: u32, number: u32) {
        self.entries += 1;
        if self.entries * 2 > self.slots.len() {
            let grown = self.slots.len() * 2;
            for old in std::mem::replace(&mut self.slots, vec![0; grown]) {
                if old != 0 {
                    self.put(old);
                }
            }
        }
        self.put(u64::from(hash) << 32 | u64::from(number + 1));
    }

    fn put(&mut self, slot: u64) {
        let slots = self.slots.as_mut_slice();
        let mask = slots.len() - 1;
        let mut at = (slot >> 32) as usize & mask;
        while slots[at] != 0 {
            at = (at + 1) & mask;
        }
        slots[at] = slot;
    }
}

/// A quick hash of short texts. Not made to withstand collisions on purpose: a dataset that tries slows only its own page.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15; // 2^64 / golden ratio
    let mut hash = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((eight, after)) = rest.split_first_chunk() {
        hash = (hash.rotate_left(23) ^ u64::from_be_bytes(*eight)).wrapping_mul(ODD);
        rest = after;
    }
    if !rest.is_empty() {
        hash = (hash.rotate_left(23) ^ first_eight(rest)).wrapping_mul(ODD);
    }
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::{Interner, in_order};

    #[test]
    fn a_text_keeps_its_number() {
        let mut interner = Interner::with_room_for(4);
        let words: Vec<String> = (0..5000).map(|n| format!("word{}", n % 1777)).collect();
        let numbers: Vec<u32> = words.iter().map(|word| interner.intern(word)).collect();
        assert_eq!(interner.len(), 1777);
        for (word, number) in words.iter().zip(numbers) {
            assert_eq!(interner.text(number), word);
        }
        let sorted = interner.sorted();
        assert!(sorted.windows(2).all(|pair| interner.text(pair[0]) < interner.text(pair[1])));
    }

    #[test]
    fn long_common_beginnings_are_told_apart() {
        let texts = ["cluster of clusters b", "cluster of clusters a", "cluster", "", "cluster of clusters"];
        let order = in_order(texts.len(), &|number| texts[number as usize], &|_, _| Ordering::Equal);
        assert_eq!(order, [3, 2, 4, 1, 0]);
    }
}
