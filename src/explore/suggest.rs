//! What the search box offers while somebody types.

use std::cmp::Reverse;

use super::asked::Asked;
use super::index::IndexCore;
use super::search::Among;
use super::{Bits, FacetId, Synonyms, fold};

/// Something the search box offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// Choose a value of a facet.
    Value {
        /// The facet.
        facet: FacetId,
        /// The value's position in `Index::values`.
        value: usize,
        /// How many records have it.
        count: u32,
    },
    /// Open a record.
    Record {
        /// Its row.
        row: u32,
    },
    /// Search for other words.
    Word {
        /// The whole text to search for: what was typed, folded, with its last word completed or put right and spelled
        /// as the records spell it.
        word: String,
        /// How many records that finds.
        count: u32,
    },
}

/// Visits the texts of the record in a row.
pub(super) type TextsOf<'a> = dyn Fn(u32, &mut dyn FnMut(&str)) + 'a;

/// At most this many completions are tried out: each costs a search.
const MOST_WORDS: usize = 3;

impl IndexCore {
    /// Offers at most `limit` things for what is typed so far: first values of facets (labels that start with it
    /// before labels that only have its words), then records by name, then completed words. Nothing twice.
    ///
    /// `texts` visits the texts of a row, so that a word is offered as its record spells it.
    pub(super) fn suggest(
        &self,
        typed: &str,
        synonyms: &Synonyms,
        limit: usize,
        texts: &TextsOf<'_>,
    ) -> Vec<Suggestion> {
        let asked = Asked::read(typed);
        if asked.folded().is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut values = self.suggested_values(&asked, synonyms);
        values.truncate(limit.div_ceil(2));
        let words: Vec<(String, u32)> = self
            .completions(asked.folded(), texts)
            .into_iter()
            .filter(|(word, _)| !self.is_label(&fold(word), &values))
            .collect();
        let for_words = words.len().min(limit / 4);
        let records = self.suggested_records(
            &asked,
            synonyms,
            limit - values.len() - for_words.min(limit - values.len()),
        );

        let mut offered: Vec<Suggestion> = Vec::with_capacity(limit);
        offered.extend(values.into_iter().map(|(facet, value)| {
            let (facet, count) = (self.facets[facet].id, self.facets[facet].total(value));
            Suggestion::Value { facet, value, count }
        }));
        offered.extend(records.into_iter().map(|row| Suggestion::Record { row }));
        let left = limit - offered.len();
        offered.extend(words.into_iter().take(left).map(|(word, count)| Suggestion::Word { word, count }));
        offered
    }

    /// Values whose labels have every typed word, those whose label starts with the typed text first, then frequent
    /// ones.
    fn suggested_values(&self, asked: &Asked, synonyms: &Synonyms) -> Vec<(usize, usize)> {
        let values: usize = self.facets.iter().map(|facet| facet.values.len()).sum();
        let mut left = Bits::full(values);
        for unit in self.units(asked, synonyms) {
            let mut having = Bits::new(values);
            for words in Self::labels_of_unit(&unit) {
                let mut all = Bits::full(values);
                for labels in words {
                    let mut of_word = Bits::new(values);
                    for label_word in labels.iter().cloned().flatten() {
                        self.label_words.targets(label_word).for_each(|(target, _)| of_word.insert(target));
                    }
                    all.and_with(&of_word);
                }
                having.or_with(&all);
            }
            left.and_with(&having);
        }
        let asked = asked.folded();
        let fitting: Vec<(usize, usize)> = left.iter().filter_map(|target| self.labelled(target)).collect();
        let mut keys: Vec<u128> = Vec::with_capacity(fitting.len());
        for (at, &(facet, value)) in fitting.iter().enumerate() {
            let total = self.facets[facet].total(value);
            if total > 0 {
                let starts = self.labels_of(facet, value).any(|label| label.starts_with(asked));
                let rank = self.facets[facet].ranks[value];
                keys.push(
                    u128::from(!starts) << 127
                        | u128::from(u32::MAX - total) << 95
                        | (facet as u128) << 64
                        | u128::from(rank) << 32
                        | at as u128,
                );
            }
        }
        keys.sort_unstable();
        keys.into_iter().map(|key| fitting[key as u32 as usize]).collect()
    }

    /// The folded labels of a value.
    fn labels_of(&self, facet: usize, value: usize) -> impl Iterator<Item = &str> {
        let wanted = (facet as u32, value as u32);
        let first = self.labels.values.partition_point(|&labelled| labelled < wanted);
        let count = self.labels.values[first..].iter().take_while(|&&labelled| labelled == wanted).count();
        (first..first + count).map(|label| self.labels.texts.of(label as u32))
    }

    /// Whether a text is just the label of one of some values.
    fn is_label(&self, text: &str, values: &[(usize, usize)]) -> bool {
        values.iter().any(|&(facet, value)| self.labels_of(facet, value).any(|label| label == text))
    }

    /// Records named like what is typed, best first.
    fn suggested_records(&self, asked: &Asked, synonyms: &Synonyms, limit: usize) -> Vec<u32> {
        let Some(found) = self.search(asked, synonyms, Among::Names) else { return Vec::new() };
        let mut best: Vec<(Reverse<u32>, u32)> = Vec::with_capacity(limit + 1);
        for row in &found.matched {
            let key = (Reverse(self.relevance(&found, row)), self.titles.ranks[row as usize]);
            if best.len() < limit || best.last().is_some_and(|worst| key < *worst) {
                let at = best.partition_point(|better| *better < key);
                best.insert(at, key);
                best.truncate(limit);
            }
        }
        best.into_iter().map(|(_, rank)| self.titles.order[rank as usize]).collect()
    }

    /// The typed text with its last word completed or put right, most frequent words first; with how many records
    /// each finds.
    fn completions(&self, asked: &str, texts: &TextsOf<'_>) -> Vec<(String, u32)> {
        let (before, last) = asked.rsplit_once(' ').unwrap_or(("", asked));
        let places = self.places_of(last);
        let mut frequent: Vec<(Reverse<u32>, u32)> = Vec::with_capacity(MOST_WORDS + 1);
        for word in places.words.iter().cloned().flatten().filter(|&word| self.words.word(word) != last) {
            let key = (Reverse(self.words.count(word)), word);
            if frequent.len() < MOST_WORDS || frequent.last().is_some_and(|worst| key < *worst) {
                let at = frequent.partition_point(|better| *better < key);
                frequent.insert(at, key);
                frequent.truncate(MOST_WORDS);
            }
        }
        // A completion that finds a single record is no help: the record is offered itself.
        let enough = if places.slipped { 1 } else { 2 };
        frequent
            .into_iter()
            .filter_map(|(_, word)| {
                let with = |word: &str| [before, if before.is_empty() { "" } else { " " }, word].concat();
                let asked = Asked::read(&with(self.words.word(word)));
                let found = self.search(&asked, &Synonyms::default(), Among::Everything);
                let count = found.map_or(0, |found| found.matched.len()) as u32;
                (count >= enough).then(|| (with(&self.spelled(word, texts)), count))
            })
            .collect()
    }

    /// A word as one of its records spells it, with its capitals and accents.
    fn spelled(&self, word: u32, texts: &TextsOf<'_>) -> String {
        let folded = self.words.word(word);
        let mut spelled: Option<String> = None;
        for (row, _) in self.words.targets(word).take(1) {
            texts(row, &mut |text| {
                if spelled.is_none() {
                    let mut written = text.split(|letter: char| !letter.is_alphanumeric());
                    spelled = written.find(|written| fold(written) == folded).map(str::to_owned);
                }
            });
        }
        spelled.unwrap_or_else(|| folded.to_owned())
    }
}
