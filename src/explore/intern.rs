//! Texts numbered as they come, each once; and the order of many texts.

/// Texts that were seen, each kept once and numbered in the order they came.
pub(super) struct Interner {
    letters: String,
    ends: Vec<u32>,
    table: Table,
}

impl Interner {
    pub(super) fn new() -> Self {
        Self { letters: String::new(), ends: Vec::new(), table: Table::with_room_for(64) }
    }

    /// The number of a text, new or known.
    pub(super) fn intern(&mut self, text: &str) -> u32 {
        let hash = hash(text.as_bytes());
        if let Some(known) = self.table.find(hash, |number| piece(&self.letters, &self.ends, number) == text)
        {
            return known;
        }
        let number = self.ends.len() as u32;
        self.letters.push_str(text);
        self.ends.push(self.letters.len() as u32);
        let (letters, ends) = (&self.letters, &self.ends);
        self.table.insert(hash, number, |number| self::hash(piece(letters, ends, number).as_bytes()));
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
        in_order(self.len(), |number| self.text(number), |_, _| std::cmp::Ordering::Equal)
    }
}

/// One of many texts that lie end to end in one string.
pub(super) fn piece<'a>(letters: &'a str, ends: &[u32], number: u32) -> &'a str {
    let number = number as usize;
    let start = if number == 0 { 0 } else { ends[number - 1] };
    &letters[start as usize..ends[number] as usize]
}

/// The numbers `0..count` in the order of their texts, then as `tie` says.
///
/// Most comparisons are settled by the first sixteen bytes, which are kept beside the number.
pub(super) fn in_order<'a>(
    count: usize,
    text: impl Fn(u32) -> &'a str,
    tie: impl Fn(u32, u32) -> std::cmp::Ordering,
) -> Vec<u32> {
    let mut keys: Vec<(u64, u64, u32)> = (0..count as u32)
        .map(|number| {
            let bytes = text(number).as_bytes();
            (first_eight(bytes), first_eight(bytes.get(8..).unwrap_or_default()), number)
        })
        .collect();
    keys.sort_unstable_by(|a, b| {
        (a.0, a.1)
            .cmp(&(b.0, b.1))
            .then_with(|| text(a.2).cmp(text(b.2)))
            .then_with(|| tie(a.2, b.2))
            .then(a.2.cmp(&b.2))
    });
    keys.into_iter().map(|(.., number)| number).collect()
}

/// The first eight bytes as a number that compares as they do.
fn first_eight(bytes: &[u8]) -> u64 {
    let mut first = [0; 8];
    let count = bytes.len().min(8);
    first[..count].copy_from_slice(&bytes[..count]);
    u64::from_be_bytes(first)
}

/// A hash table of numbers; what they stand for lies elsewhere.
#[derive(Clone)]
pub(super) struct Table {
    /// Number + 1, or 0 where free. The length is a power of two, at least twice the entries.
    slots: Vec<u32>,
    entries: usize,
}

impl Table {
    pub(super) fn with_room_for(entries: usize) -> Self {
        Self { slots: vec![0; (entries.max(4) * 2).next_power_of_two()], entries: 0 }
    }

    /// The number under `hash` that `is_it` accepts.
    pub(super) fn find(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at] {
                0 => return None,
                taken if is_it(taken - 1) => return Some(taken - 1),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Files a number under `hash`; `hash_of` tells the hash of numbers filed before, for when the table grows.
    pub(super) fn insert(&mut self, hash: u64, number: u32, hash_of: impl Fn(u32) -> u64) {
        self.entries += 1;
        if self.entries * 2 > self.slots.len() {
            let grown = self.slots.len() * 2;
            for old in std::mem::replace(&mut self.slots, vec![0; grown]) {
                if old != 0 {
                    self.put(hash_of(old - 1), old);
                }
            }
        }
        self.put(hash, number + 1);
    }

    fn put(&mut self, hash: u64, slot: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

/// A quick hash of short texts. Not made to withstand collisions on purpose: a dataset that tries slows only its own page.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15; // 2^64 / golden ratio
    let mut hash = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut eight = [0; 8];
        eight.copy_from_slice(chunk);
        hash = (hash.rotate_left(23) ^ u64::from_le_bytes(eight)).wrapping_mul(ODD);
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        hash = (hash.rotate_left(23) ^ first_eight(rest)).wrapping_mul(ODD);
    }
    hash ^ (hash >> 32)
}

#[cfg(test)]
mod tests {
    use super::{Interner, in_order};

    #[test]
    fn a_text_keeps_its_number() {
        let mut interner = Interner::new();
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
        let order = in_order(texts.len(), |number| texts[number as usize], |_, _| std::cmp::Ordering::Equal);
        assert_eq!(order, [3, 2, 4, 1, 0]);
    }
}
