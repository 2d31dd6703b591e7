//! Which records have the words of a query, and how well.

use std::ops::Range;

use super::asked::{Asked, Unit, WordPlaces, Wording};
use super::dictionary::Dictionary;
use super::index::IndexCore;
use super::intern::sort_by;
use super::{Bits, Ranking, Similar, Synonyms};

/// What the words of a query found.
pub(super) struct Found {
    /// The query as folded words; how the titles are compared.
    pub(super) asked: String,
    /// Rows that match every word.
    pub(super) matched: Bits,
    /// The score of each row; 0 where it does not match.
    scores: Vec<u32>,
    /// Words that nothing has, and what was taken instead.
    pub(super) similar: Vec<Similar>,
}

/// What is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Among {
    /// All texts and the labels of facet values.
    Everything,
    /// The texts that weigh most, as names do: more than half of the heaviest weight.
    Names,
}

/// How many bits of a rank's upper half the score takes; the title's fit stands above them.
const SCORE_BITS: u32 = 28;

impl IndexCore {
    /// Searches for words; `None` when there are none to search for.
    pub(super) fn search(&self, asked: &Asked, synonyms: &Synonyms, among: Among) -> Option<Found> {
        let units = self.units(asked, synonyms);
        if units.is_empty() {
            return None;
        }
        let rows = self.len;
        let mut found = Found {
            asked: asked.folded().to_owned(),
            matched: Bits::full(rows),
            scores: vec![0; rows],
            similar: Vec::new(),
        };
        // The score of the best-fitting word of each row, for one thing that is asked for at a time.
        let mut best = vec![0_u32; rows];
        for mut unit in units {
            if unit.slipped() {
                let offered = self.similar(&unit, false);
                self.without_leaps(&mut unit);
                let taken = self.similar(&unit, true);
                found.similar.push(if taken.found.is_empty() { offered } else { taken });
            }
            let having = self.having(&unit, among, &mut best);
            let rarity = Ranking::rarity(rows, having.len());
            found.matched.and_with(&having);
            for row in &having {
                let row = row as usize;
                found.scores[row] = found.scores[row].saturating_add(best[row].saturating_mul(rarity));
                best[row] = 0;
            }
        }
        Some(found)
    }

    /// The rows that have every one of some words, as they are or by another of their names.
    pub(super) fn having_all(&self, text: &str, synonyms: &Synonyms) -> Bits {
        let asked = Asked::read(text);
        let words: Vec<&str> = asked.folded().split_ascii_whitespace().collect();
        let mut all = Bits::full(self.len);
        let mut at = 0;
        while at < words.len() {
            let named = synonyms.at_start_of(&words[at..]).filter(|named| named.whole);
            let count = named.as_ref().map_or(1, |named| named.words);
            let itself = [words[at..at + count].join(" ")];
            let others = named.iter().flat_map(|named| named.names.iter().copied());
            let wordings = itself.iter().map(String::as_str).chain(others);
            let wordings = wordings.map(|name| Wording::of(self.exactly_all(name))).collect();
            let unit = Unit { asked: String::new(), wordings };
            all.and_with(&self.having(&unit, Among::Everything, &mut vec![0; self.len]));
            at += count;
        }
        all
    }

    /// The rows that have a thing that is asked for; notes in `best` how well each row fits.
    fn having(&self, unit: &Unit, among: Among, best: &mut [u32]) -> Bits {
        let mut all = Bits::new(self.len);
        for Wording { words, in_title } in &unit.wordings {
            if let [(word, places)] = words.as_slice() {
                all.or_with(&self.fit(word, places, among, best));
                continue;
            }
            // A row fits several words as well as the one that fits it least.
            let mut having = Bits::full(self.len);
            let mut least: Vec<u32> = vec![u32::MAX; self.len];
            for (word, places) in words {
                let mut fits = vec![0; self.len];
                having.and_with(&self.fit(word, places, among, &mut fits));
                for (least, fit) in least.iter_mut().zip(fits) {
                    *least = fit.min(*least);
                }
            }
            let mut without = Bits::new(self.len);
            for row in &having {
                if !in_title.is_empty() && !self.stands_in_title(row, in_title) {
                    without.insert(row);
                } else {
                    let best = &mut best[row as usize];
                    *best = least[row as usize].max(*best);
                }
            }
            having.without(&without);
            all.or_with(&having);
        }
        all
    }

    fn stands_in_title(&self, row: u32, words: &str) -> bool {
        let title = self.titles.texts.of(row);
        title.starts_with(words) || holds_words(title, words)
    }

    /// Notes in `best` how well each row fits one word; the rows that do at all.
    fn fit(&self, asked: &str, places: &WordPlaces, among: Among, best: &mut [u32]) -> Bits {
        let mut having = Bits::new(best.len());
        let least = if among == Among::Names { self.words.heaviest() / 2 + 1 } else { 0 };
        let fit_of = |word: &str| {
            if places.slipped || !word.starts_with(asked) {
                Ranking::graded(self.ranking.slip, asked.len(), word.len())
            } else if word.len() == asked.len() {
                self.ranking.exact
            } else {
                Ranking::graded(self.ranking.prefix, asked.len(), word.len())
            }
        };
        let mut note = |row: u32, score: u32| {
            let best = &mut best[row as usize];
            *best = score.max(*best);
            having.insert(row);
        };
        for word in places.words.iter().cloned().flatten() {
            let fit = u32::from(fit_of(self.words.word(word)));
            let heavy = self.words.targets(word).filter(|&(_, weight)| weight >= least);
            heavy.for_each(|(row, weight)| note(row, fit * u32::from(weight)));
        }
        if among == Among::Names {
            return having;
        }
        for word in places.labels.iter().cloned().flatten() {
            let fit = u32::from(fit_of(self.label_words.word(word)));
            for (target, _) in self.label_words.targets(word) {
                if let Some((facet, value)) = self.labelled(target) {
                    let score = fit * u32::from(self.ranking.label);
                    self.facets[facet].rows_of(value).iter().for_each(|&row| note(row, score));
                }
            }
        }
        having
    }

    /// Leaves of the similar words those that begin like the one that was asked for.
    fn without_leaps(&self, unit: &mut Unit) {
        let Some(first) = unit.asked.chars().next().map(String::from) else { return };
        let within = |dictionary: &Dictionary, ranges: &mut Vec<Range<u32>>| {
            let alike = dictionary.starting_with(&first);
            for range in ranges.iter_mut() {
                *range = range.start.max(alike.start)..range.end.min(alike.end);
            }
            ranges.retain(|range| !range.is_empty());
        };
        for (_, places) in unit.wordings.iter_mut().flat_map(|wording| &mut wording.words) {
            within(&self.words, &mut places.words);
            within(&self.label_words, &mut places.labels);
        }
    }

    /// The most frequent of the words that are like one that nothing has.
    fn similar(&self, unit: &Unit, taken: bool) -> Similar {
        let mut found: Vec<(u32, &str)> = Vec::new();
        let places = || unit.wordings.iter().flat_map(|wording| &wording.words).map(|(_, places)| places);
        for word in places().flat_map(|places| places.words.iter().cloned()).flatten() {
            found.push((self.words.count(word), self.words.word(word)));
        }
        for word in places().flat_map(|places| places.labels.iter().cloned()).flatten() {
            let targets = self.label_words.targets(word);
            let values = targets.filter_map(|(target, _)| self.labelled(target));
            let count = values.map(|(facet, value)| self.facets[facet].total(value)).sum();
            found.push((count, self.label_words.word(word)));
        }
        // Most frequent first; a word that is both in texts and in labels stands where it is most frequent.
        let mut order: Vec<u32> = (0..found.len() as u32).collect();
        sort_by(&mut order, &|a, b| {
            let (a, b) = (found[a as usize], found[b as usize]);
            b.0.cmp(&a.0).then(a.1.cmp(b.1))
        });
        let mut words: Vec<String> = Vec::new();
        for word in order.into_iter().map(|at| found[at as usize].1) {
            if words.len() < MOST_SIMILAR && !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
        Similar { asked: unit.asked.clone(), taken: taken && !words.is_empty(), found: words }
    }

    /// How a row ranks: greater is better, ties are by title.
    pub(super) fn relevance(&self, found: &Found, row: u32) -> u32 {
        let title = self.titles.texts.of(row);
        let title_fit = if !title.starts_with(&found.asked) {
            u32::from(found.asked.contains(' ') && holds_words(title, &found.asked))
        } else if title.len() == found.asked.len() {
            3
        } else {
            2
        };
        title_fit << SCORE_BITS | found.scores[row as usize].min((1 << SCORE_BITS) - 1)
    }
}

/// Whether a folded text goes on with `asked` after one of its spaces.
fn holds_words(mut text: &str, asked: &str) -> bool {
    while let Some((_, rest)) = text.split_once(' ') {
        if rest.starts_with(asked) {
            return true;
        }
        text = rest;
    }
    false
}

/// How many similar words an answer names.
const MOST_SIMILAR: usize = 5;
