//! Which records have the words of a query, and how well.

use std::ops::Range;

use super::dictionary::{Dictionary, joined};
use super::index::IndexCore;
use super::intern::sort_by;
use super::{Bits, Ranking, Similar};

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

/// Where a word of the query is found: ranges of the records' words and of the label words.
pub(super) struct WordPlaces {
    pub(super) words: Vec<Range<u32>>,
    pub(super) labels: Vec<Range<u32>>,
    /// Whether these are only similar words.
    pub(super) slipped: bool,
}

/// How many bits of a rank's upper half the score takes; the title's fit stands above them.
const SCORE_BITS: u32 = 28;

impl IndexCore {
    /// Searches for folded words; `None` when there are none to search for.
    pub(super) fn search(&self, asked: String, among: Among) -> Option<Found> {
        let mut words: Vec<&str> = Vec::new();
        for word in asked.split_ascii_whitespace() {
            if !words.contains(&word) && words.len() < self.ranking.most_words {
                words.push(word);
            }
        }
        if words.is_empty() {
            return None;
        }
        let rows = self.len;
        let mut found = Found {
            asked: String::new(),
            matched: Bits::full(rows),
            scores: vec![0; rows],
            similar: Vec::new(),
        };
        // The score of the best-fitting word of each row, for one word of the query at a time.
        let mut best = vec![0_u32; rows];
        for word in words {
            let places = self.places_of(word);
            if places.slipped {
                found.similar.push(self.similar(word, &places));
            }
            let having = self.fit(word, &places, among, &mut best);
            let rarity = Ranking::rarity(rows, having.len());
            found.matched.and_with(&having);
            for row in &having {
                let row = row as usize;
                found.scores[row] = found.scores[row].saturating_add(best[row].saturating_mul(rarity));
                best[row] = 0;
            }
        }
        found.asked = asked;
        Some(found)
    }

    /// The rows that have every one of some folded words, as they are.
    pub(super) fn having_all(&self, words: &str) -> Bits {
        let mut all = Bits::full(self.len);
        for word in words.split_ascii_whitespace() {
            let exactly = |dictionary: &Dictionary| vec![dictionary.exactly(word)];
            let places = WordPlaces {
                words: exactly(&self.words),
                labels: exactly(&self.label_words),
                slipped: false,
            };
            all.and_with(&self.fit(word, &places, Among::Everything, &mut vec![0; self.len]));
        }
        all
    }

    /// Where one word is found: as it is, as a beginning, or in the singular; only where nothing has it, one slip
    /// away.
    pub(super) fn places_of(&self, word: &str) -> WordPlaces {
        let places = |dictionary: &Dictionary| {
            // The singular is shorter and begins alike, so that it stands before or around the plural.
            let singular = singular(word).map(|(singular, whole)| {
                if whole { dictionary.exactly(singular) } else { dictionary.starting_with(singular) }
            });
            let plural = dictionary.starting_with(word);
            joined(singular.into_iter().chain([plural]).filter(|range| !range.is_empty()).collect())
        };
        let (words, labels) = (places(&self.words), places(&self.label_words));
        if !words.is_empty() || !labels.is_empty() {
            return WordPlaces { words, labels, slipped: false };
        }
        let length = word.chars().count();
        if (self.ranking.shortest_slip..=self.ranking.longest_slip).contains(&length) {
            let (words, labels) = (self.words.one_slip_from(word), self.label_words.one_slip_from(word));
            return WordPlaces { words, labels, slipped: true };
        }
        WordPlaces { words, labels, slipped: true }
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

    /// The most frequent of the words that were taken instead of one that nothing has.
    fn similar(&self, asked: &str, places: &WordPlaces) -> Similar {
        let mut found: Vec<(u32, &str)> = Vec::new();
        for word in places.words.iter().cloned().flatten() {
            found.push((self.words.count(word), self.words.word(word)));
        }
        for word in places.labels.iter().cloned().flatten() {
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
        Similar { asked: asked.to_owned(), found: words }
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

/// Whoever asks for "robots" or "technologies" wants robot, robotics and technology too: a word without the ending of
/// its plural, and whether it is to be a whole word. Short ones are, or too much begins with them. The endings are
/// those of English; most of them are those of French, Spanish and Portuguese as well.
fn singular(word: &str) -> Option<(&str, bool)> {
    let plural = |rest: &&str| !rest.ends_with(['s', 'u', 'i']);
    let singular = word.strip_suffix("ies").or_else(|| word.strip_suffix('s').filter(plural))?;
    match singular.chars().count() {
        0..SHORTEST_SINGULAR => None,
        SHORTEST_SINGULAR => Some((singular, true)),
        _ => Some((singular, false)),
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

/// Shorter words have no plural here: what is left of "gas" is not a word that is meant.
const SHORTEST_SINGULAR: usize = 4;
/// How many similar words an answer names.
const MOST_SIMILAR: usize = 5;

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn plurals_have_a_singular_and_other_words_have_none() {
        assert_eq!(singular("clusters"), Some(("cluster", false)));
        assert_eq!(singular("technologies"), Some(("technolog", false)));
        assert_eq!(singular("ports"), Some(("port", true)));
        for word in ["gas", "glass", "campus", "basis", "energy", "s", ""] {
            assert_eq!(singular(word), None, "{word}");
        }
    }
}
