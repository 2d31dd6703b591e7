//! Words in order, and what each of them leads to.

use std::ops::Range;

use super::asked::{HYPHENS, halves};
use super::fold::{each_word, fold, fold_onto};
use super::intern::{Interner, piece, ranks_of, sort_values};
use super::lists::starts_of;

/// Sorted unique words; each leads to targets (rows, or facet values), each with a weight.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary {
    letters: String,
    ends: Vec<u32>,
    /// Where each word's targets start, and one past the last.
    starts: Vec<u32>,
    targets: Vec<u32>,
    weights: Vec<u8>,
    heaviest: u8,
    /// Words that some text writes with a hyphen, ascending, and where it stood.
    compounds: Vec<(u32, u32)>,
}

impl Dictionary {
    pub(super) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    pub(super) fn word(&self, number: u32) -> &str {
        piece(&self.letters, &self.ends, number)
    }

    /// What a word leads to, ascending, with weights.
    pub(super) fn targets(&self, number: u32) -> impl Iterator<Item = (u32, u8)> {
        let range = self.starts[number as usize] as usize..self.starts[number as usize + 1] as usize;
        self.targets[range.clone()].iter().copied().zip(self.weights[range].iter().copied())
    }

    /// The greatest weight there is.
    pub(super) fn heaviest(&self) -> u8 {
        self.heaviest
    }

    /// How many targets a word leads to.
    pub(super) fn count(&self, number: u32) -> u32 {
        self.starts[number as usize + 1] - self.starts[number as usize]
    }

    /// The word itself, if there is one like it.
    pub(super) fn exactly(&self, word: &str) -> Range<u32> {
        let found = self.starting_with(word);
        let is_there = !found.is_empty() && self.word(found.start) == word;
        found.start..found.start + u32::from(is_there)
    }

    /// Where a word is written with a hyphen, if any text does so: in bytes.
    pub(super) fn half(&self, word: &str) -> Option<usize> {
        let exactly = self.exactly(word);
        let found = self.compounds.binary_search_by_key(&exactly.start, |&(word, _)| word).ok();
        found.filter(|_| !exactly.is_empty()).map(|at| self.compounds[at].1 as usize)
    }

    /// The words that start with `start`.
    pub(super) fn starting_with(&self, start: &str) -> Range<u32> {
        self.starting_within(0..self.len(), start)
    }

    fn starting_within(&self, among: Range<u32>, start: &str) -> Range<u32> {
        let first = self.part(among.clone(), |word| word < start);
        first..self.part(first..among.end, |word| word.starts_with(start))
    }

    /// The first word of a range for which `before` no longer holds.
    fn part(&self, mut among: Range<u32>, before: impl Fn(&str) -> bool) -> u32 {
        while among.start < among.end {
            let middle = among.start + (among.end - among.start) / 2;
            if before(self.word(middle)) {
                among.start = middle + 1;
            } else {
                among.end = middle;
            }
        }
        among.start
    }

    /// The words that start with something one slip away from `asked`: a letter left out, added, or another, or
    /// two neighbours swapped. Ranges are ascending and do not overlap.
    ///
    /// Instead of comparing every word, each place where the slip may be is tried: what stands before it is a
    /// range of the dictionary, the letters that can follow are those found there, and the rest must be as asked.
    pub(super) fn one_slip_from(&self, asked: &str) -> Vec<Range<u32>> {
        let mut ranges = Vec::new();
        let mut candidate = String::with_capacity(asked.len() + 4);
        let letters: Vec<(usize, char)> = asked.char_indices().collect();
        for (place, &(at, letter)) in letters.iter().enumerate() {
            let before = &asked[..at];
            let rest = &asked[at + letter.len_utf8()..];
            let among = self.starting_with(before);
            if among.is_empty() {
                break;
            }
            let mut try_within = |among: &Range<u32>, middle: &[char], end: &str| {
                candidate.clear();
                candidate.push_str(before);
                candidate.extend(middle);
                candidate.push_str(end);
                let found = self.starting_within(among.clone(), &candidate);
                if !found.is_empty() {
                    ranges.push(found);
                }
            };
            try_within(&among, &[], rest);
            if let Some(&(_, next)) = letters.get(place + 1) {
                try_within(&among, &[next, letter], &rest[next.len_utf8()..]);
            }
            let mut word = among.start;
            while word < among.end {
                let Some(other) = self.word(word)[at..].chars().next() else {
                    word += 1;
                    continue;
                };
                let same = word..self.part(word..among.end, |word| word[at..].starts_with(other));
                word = same.end;
                if other != letter {
                    try_within(&same, &[other], rest);
                }
                try_within(&same, &[other, letter], rest);
            }
        }
        joined(ranges)
    }
}

/// Ranges in order, with those that overlap or touch made one.
pub(super) fn joined(ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    let mut keys: Vec<u128> =
        ranges.into_iter().map(|range| u128::from(range.start) << 32 | u128::from(range.end)).collect();
    keys.sort_unstable();
    let mut joined: Vec<Range<u32>> = Vec::new();
    for (start, end) in keys.into_iter().map(|key| ((key >> 32) as u32, key as u32)) {
        match joined.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            _ => joined.push(start..end),
        }
    }
    joined
}

/// Collects words target by target and sorts them once at the end.
pub(super) struct DictionaryBuilder {
    words: Interner,
    /// Per word: where its latest entry is in `entries`.
    latest: Vec<u32>,
    /// Words and weights of all targets, one after the other.
    entries: Vec<(u32, u8)>,
    /// Where each target's entries start.
    starts: Vec<u32>,
    /// Unfolded texts seen before, and the words of each: towns and regions come again and again.
    texts: Interner,
    words_of_texts: Vec<u32>,
    text_ends: Vec<u32>,
    scratch: String,
    /// Words that a text writes with a hyphen, and where it stood.
    compounds: Vec<(u32, u32)>,
}

/// Longer texts are seldom the same.
const LONGEST_KEPT: usize = 96;

impl DictionaryBuilder {
    pub(super) fn with_room_for(words: usize) -> Self {
        Self {
            words: Interner::with_room_for(words),
            latest: Vec::new(),
            entries: Vec::new(),
            starts: Vec::new(),
            texts: Interner::with_room_for(64),
            words_of_texts: Vec::new(),
            text_ends: Vec::new(),
            scratch: String::new(),
            compounds: Vec::new(),
        }
    }

    /// Starts the next target.
    pub(super) fn next_target(&mut self) {
        self.starts.push(self.entries.len() as u32);
    }

    /// Notes that folded words lead to the current target. Of several weights of one word the greatest counts.
    pub(super) fn add(&mut self, folded: &str, weight: u8) {
        each_word(folded, |word| {
            let word = self.words.intern(word);
            self.note(word, weight);
        });
    }

    /// Notes the words of a text that is not folded yet.
    pub(super) fn add_text(&mut self, text: &str, weight: u8) {
        if text.len() > LONGEST_KEPT {
            self.scratch.clear();
            fold_onto(text, &mut self.scratch);
            let folded = std::mem::take(&mut self.scratch);
            self.add(&folded, weight);
            self.scratch = folded;
            self.add_compounds(text, weight);
            return;
        }
        let number = self.texts.intern(text) as usize;
        if number == self.text_ends.len() {
            self.scratch.clear();
            fold_onto(text, &mut self.scratch);
            each_word(&self.scratch, |word| self.words_of_texts.push(self.words.intern(word)));
            self.each_compound(text, |builder, word| builder.words_of_texts.push(word));
            self.text_ends.push(self.words_of_texts.len() as u32);
        }
        let start = number.checked_sub(1).map_or(0, |before| self.text_ends[before]);
        for at in start..self.text_ends[number] {
            self.note(self.words_of_texts[at as usize], weight);
        }
    }

    /// Notes what a text writes with a hyphen as one word too: "agri-food" is found as "agrifood".
    pub(super) fn add_compounds(&mut self, text: &str, weight: u8) {
        self.each_compound(text, |builder, word| builder.note(word, weight));
    }

    fn each_compound(&mut self, text: &str, mut visit: impl FnMut(&mut Self, u32)) {
        // Most texts have no hyphen, which is quickly seen.
        if !text.contains(HYPHENS) {
            return;
        }
        let is_end = |letter: char| !letter.is_alphanumeric() && !HYPHENS.contains(&letter);
        for (first, second) in text.split(is_end).filter_map(halves) {
            let mut joined = fold(first);
            let half = joined.len() as u32;
            fold_onto(second, &mut joined);
            if half > 0 && joined.len() as u32 > half && !joined.contains(' ') {
                let word = self.words.intern(&joined);
                self.compounds.push((word, half));
                visit(self, word);
            }
        }
    }

    /// Notes that a word leads to the current target.
    fn note(&mut self, word: u32, weight: u8) {
        let current = self.starts.last().copied().unwrap_or_default();
        let next = self.entries.len() as u32;
        if self.latest.len() <= word as usize {
            self.latest.resize(word as usize + 1, u32::MAX);
        }
        let latest = &mut self.latest[word as usize];
        if *latest >= current && *latest < next {
            let entry = &mut self.entries[*latest as usize];
            entry.1 = entry.1.max(weight);
        } else {
            *latest = next;
            self.entries.push((word, weight));
        }
    }

    /// The dictionary, with targets numbered anew: target `n` is what was the `order[n]`th to be added.
    pub(super) fn finish(mut self, order: impl Iterator<Item = u32>) -> Dictionary {
        self.next_target();
        let sorted = self.words.sorted();
        let ranks = ranks_of(&sorted);
        let mut dictionary = Dictionary::default();
        for &word in &sorted {
            dictionary.letters.push_str(self.words.text(word));
            dictionary.ends.push(dictionary.letters.len() as u32);
        }
        dictionary.compounds =
            self.compounds.iter().map(|&(word, half)| (ranks[word as usize], half)).collect();
        sort_values(&mut dictionary.compounds, &|a: &(u32, u32), b: &(u32, u32)| a.cmp(b));
        dictionary.compounds.dedup_by_key(|(word, _)| *word);
        let (entries, ranks) = (self.entries.as_slice(), ranks.as_slice());
        dictionary.heaviest = entries.iter().map(|&(_, weight)| weight).max().unwrap_or_default();
        dictionary.starts = starts_of(sorted.len(), entries.iter().map(|&(word, _)| ranks[word as usize]));
        dictionary.targets = vec![0; entries.len()];
        dictionary.weights = vec![0; entries.len()];
        let mut free = dictionary.starts.clone();
        let (targets, weights) = (dictionary.targets.as_mut_slice(), dictionary.weights.as_mut_slice());
        let (free, starts) = (free.as_mut_slice(), self.starts.as_slice());
        for (old, target) in order.zip(0..) {
            for &(word, weight) in &entries[starts[old as usize] as usize..starts[old as usize + 1] as usize]
            {
                let place = &mut free[ranks[word as usize] as usize];
                targets[*place as usize] = target;
                weights[*place as usize] = weight;
                *place += 1;
            }
        }
        dictionary
    }
}

#[cfg(test)]
mod tests {
    use super::{Dictionary, DictionaryBuilder};

    fn dictionary(texts: &[&str]) -> Dictionary {
        let mut builder = DictionaryBuilder::with_room_for(4);
        for text in texts {
            builder.next_target();
            builder.add(text, 6);
        }
        builder.finish(0..texts.len() as u32)
    }

    fn near(dictionary: &Dictionary, asked: &str) -> Vec<String> {
        let ranges = dictionary.one_slip_from(asked);
        ranges.into_iter().flatten().map(|word| dictionary.word(word).to_owned()).collect()
    }

    #[test]
    fn words_lead_to_their_targets_once() {
        let dictionary = dictionary(&["green energy", "energy energy", "green"]);
        let energy = dictionary.starting_with("energy").start;
        assert_eq!(dictionary.targets(energy).collect::<Vec<_>>(), [(0, 6), (1, 6)]);
        assert_eq!(dictionary.starting_with("g").len(), 1);
        assert_eq!(dictionary.starting_with("x").len(), 0);
        assert_eq!(dictionary.starting_with("").len(), 2);
        assert_eq!(dictionary.count(energy), 2);
    }

    #[test]
    fn every_kind_of_slip_is_forgiven() {
        let dictionary = dictionary(&["photonics photovoltaic hydrogen aerospace", "żółw"]);
        for slip in ["photnics", "phhotonics", "photomics", "phtoonics", "hotonics", "ohotonics", "photonisc"]
        {
            assert_eq!(near(&dictionary, slip), ["photonics"], "{slip}");
        }
        assert_eq!(near(&dictionary, "phto"), ["photonics", "photovoltaic"]);
        assert_eq!(near(&dictionary, "hydrogeen"), ["hydrogen"]);
        assert!(near(&dictionary, "hydrogeeen").is_empty());
        assert_eq!(near(&dictionary, "żłów"), ["żółw"]);
    }
}
