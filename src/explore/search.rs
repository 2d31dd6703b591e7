//! Which records have the words of a query, and how well.

use std::ops::Range;

use super::dictionary::{Dictionary, joined};
use super::fold::fold_onto;
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

/// Where a word of the query is found: ranges of the records' words and of the label words.
pub(super) struct WordPlaces {
    pub(super) words: Vec<Range<u32>>,
    pub(super) labels: Vec<Range<u32>>,
    /// Whether these are only similar words.
    pub(super) slipped: bool,
}

impl WordPlaces {
    /// Whether nothing has the word.
    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().chain(&self.labels).all(Range::is_empty)
    }
}

/// How many bits of a rank's upper half the score takes; the title's fit stands above them.
const SCORE_BITS: u32 = 28;

/// What is asked for, as folded words.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    folded: String,
    /// For each word, whether it was written with a hyphen to the next one.
    tied: Vec<bool>,
}

impl Asked {
    /// Reads what somebody has typed.
    pub(super) fn read(text: &str) -> Self {
        let mut asked = Self::default();
        for part in text.split_whitespace() {
            let before = asked.folded.len();
            if before > 0 {
                asked.folded.push(' ');
            }
            let start = asked.folded.len();
            fold_onto(part, &mut asked.folded);
            let count = asked.folded[start..].split_ascii_whitespace().count();
            if count == 0 {
                asked.folded.truncate(before);
            }
            let is_compound = count == 2 && halves(part).is_some();
            asked.tied.extend((0..count).map(|word| is_compound && word == 0));
        }
        asked
    }

    /// The words, parted by single spaces.
    pub(super) fn folded(&self) -> &str {
        &self.folded
    }
}

/// One of the things that are asked for: a word, or several that belong together.
pub(super) struct Unit {
    /// As it was asked, folded.
    asked: String,
    /// What finds it: any of these.
    wordings: Vec<Wording>,
}

/// Words that must all be there.
struct Wording {
    words: Vec<(String, WordPlaces)>,
    /// The words as they must follow each other in the title; empty where they need not.
    in_title: String,
}

impl Wording {
    fn of(words: Vec<(String, WordPlaces)>) -> Self {
        Self { words, in_title: String::new() }
    }
}

impl Unit {
    /// Whether a similar word was taken.
    fn slipped(&self) -> bool {
        matches!(self.wordings.as_slice(), [only] if only.words.iter().any(|(_, places)| places.slipped))
    }
}

/// A shorter half of a compound says too little, unless it was written with a hyphen.
const SHORTEST_HALF: usize = 3;
/// Names of at least so many letters are found as beginnings of words too: "Bavaria" finds "Bavarian", but "Roma" must
/// not find "Romania".
const LONG_NAME: usize = 6;

impl IndexCore {
    /// Searches for words; `None` when there are none to search for.
    pub(super) fn search(&self, asked: &Asked, synonyms: &Synonyms, among: Among) -> Option<Found> {
        let units = self.units(asked, synonyms);
        if units.is_empty() {
            return None;
        }
        let rows = self.len;
        let mut found = Found {
            asked: asked.folded.clone(),
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
        let words: Vec<&str> = asked.folded.split_ascii_whitespace().collect();
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

    /// What is asked for, thing by thing: names of one thing, compounds however they are written, and words.
    pub(super) fn units(&self, asked: &Asked, synonyms: &Synonyms) -> Vec<Unit> {
        let words: Vec<&str> = asked.folded.split_ascii_whitespace().take(self.ranking.most_words).collect();
        let mut units: Vec<Unit> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let (unit, count) = self.unit(&words[at..], asked.tied.get(at) == Some(&true), synonyms);
            if units.iter().all(|known| known.asked != unit.asked) {
                units.push(unit);
            }
            at += count;
        }
        units
    }

    /// The thing that some words begin with, and how many of them it takes.
    fn unit(&self, words: &[&str], tied: bool, synonyms: &Synonyms) -> (Unit, usize) {
        let unit = |count: usize, wordings| Unit { asked: words[..count].join(" "), wordings };
        let word = words[0];
        let named = synonyms.at_start_of(words);
        if let Some(named) = named.as_ref().filter(|named| named.whole) {
            let mut wordings: Vec<Wording> = named.names.iter().map(|name| self.name(name)).collect();
            if named.words == 1 {
                wordings.push(self.typed(&[word], false));
            }
            return (unit(named.words, wordings), named.words);
        }
        if let Some(next) = words.get(1) {
            let joined = [word, next].concat();
            if self.is_compound(&joined) || (tied && self.knows(&joined)) {
                return (unit(2, self.compound(&joined, word, next)), 2);
            }
            if self.knows_exactly(&joined) {
                return (unit(2, vec![self.typed(&[word, next], false), self.typed(&[&joined], false)]), 2);
            }
        }
        let mut wordings = match (self.halves_of(word), named) {
            (halves, _) if !halves.is_empty() => {
                halves.iter().flat_map(|(a, b)| self.compound(word, a, b)).collect()
            }
            // What begins a name is that name for now, and goes on being a word.
            (_, Some(named)) => named.names.iter().map(|name| self.name(name)).collect(),
            _ => Vec::new(),
        };
        let count = wordings.iter().filter(|wording| Self::is_there(wording)).count();
        wordings.retain(Self::is_there);
        wordings.push(self.typed(&[word], count == 0));
        (unit(1, wordings), 1)
    }

    /// Words as they are typed: each may go on. With `forgiving`, one that nothing has may have a slip.
    fn typed(&self, words: &[&str], forgiving: bool) -> Wording {
        let places = |word: &&str| {
            let as_typed = self.places_as_typed(word);
            let places = if forgiving { self.places_of(word) } else { as_typed };
            ((*word).to_owned(), places)
        };
        Wording::of(words.iter().map(places).collect())
    }

    /// A whole name.
    fn name(&self, name: &str) -> Wording {
        if !name.contains(' ') && name.len() >= LONG_NAME {
            self.typed(&[name], false)
        } else {
            Wording::of(self.exactly_all(name))
        }
    }

    fn exactly_all(&self, words: &str) -> Vec<(String, WordPlaces)> {
        words.split_ascii_whitespace().map(|word| (word.to_owned(), self.exactly(word))).collect()
    }

    /// What finds a compound, however it is written: in one word, with a hyphen, and in two words where it is known to be
    /// written with a hyphen too, or stands so in a title.
    fn compound(&self, joined: &str, first: &str, second: &str) -> Vec<Wording> {
        let apart = vec![(first.to_owned(), self.exactly(first)), (second.to_owned(), self.exactly(second))];
        let in_title = if self.is_compound(joined) { String::new() } else { [first, " ", second].concat() };
        vec![self.typed(&[joined], false), Wording { words: apart, in_title }]
    }

    /// The halves of a word that may be a compound of two words of the records.
    fn halves_of<'a>(&self, word: &'a str) -> Vec<(&'a str, &'a str)> {
        if let Some(at) = self.hyphen_in(word) {
            return vec![word.split_at(at)];
        }
        let places = SHORTEST_HALF..(word.len() + 1).saturating_sub(SHORTEST_HALF);
        let halves = places.filter(|at| word.is_char_boundary(*at)).map(|at| word.split_at(at));
        halves.filter(|(a, b)| self.knows_exactly(a) && self.knows_exactly(b)).collect()
    }

    fn is_compound(&self, word: &str) -> bool {
        self.hyphen_in(word).is_some()
    }

    /// Where a word is written with a hyphen, in texts or in labels, if anywhere: in bytes.
    fn hyphen_in(&self, word: &str) -> Option<usize> {
        self.words.half(word).or_else(|| self.label_words.half(word))
    }

    fn knows(&self, start: &str) -> bool {
        !self.words.starting_with(start).is_empty() || !self.label_words.starting_with(start).is_empty()
    }

    fn knows_exactly(&self, word: &str) -> bool {
        !self.exactly(word).is_empty()
    }

    fn is_there(wording: &Wording) -> bool {
        wording.words.iter().all(|(_, places)| !places.is_empty())
    }

    fn exactly(&self, word: &str) -> WordPlaces {
        let exactly = |dictionary: &Dictionary| vec![dictionary.exactly(word)];
        WordPlaces { words: exactly(&self.words), labels: exactly(&self.label_words), slipped: false }
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

    /// The label words that lead to a thing that is asked for: for each of its wordings those of each of its words.
    pub(super) fn labels_of_unit(unit: &Unit) -> impl Iterator<Item = Vec<&[Range<u32>]>> + use<'_> {
        unit.wordings
            .iter()
            .map(|wording| wording.words.iter().map(|(_, places)| places.labels.as_slice()).collect())
    }

    /// Where one word is found: as it is, as a beginning, or in the singular; only where nothing has it, one slip
    /// away.
    pub(super) fn places_of(&self, word: &str) -> WordPlaces {
        let as_typed = self.places_as_typed(word);
        if !as_typed.is_empty() {
            return as_typed;
        }
        let length = word.chars().count();
        if (self.ranking.shortest_slip..=self.ranking.longest_slip).contains(&length) {
            let (words, labels) = (self.words.one_slip_from(word), self.label_words.one_slip_from(word));
            return WordPlaces { words, labels, slipped: true };
        }
        WordPlaces { slipped: true, ..as_typed }
    }

    /// Where one word is found as it is, as a beginning, or in the singular.
    fn places_as_typed(&self, word: &str) -> WordPlaces {
        let places = |dictionary: &Dictionary| {
            // The singular is shorter and begins alike, so that it stands before or around the plural.
            let singular = singular(word).map(|(singular, whole)| {
                if whole { dictionary.exactly(singular) } else { dictionary.starting_with(singular) }
            });
            let plural = dictionary.starting_with(word);
            joined(singular.into_iter().chain([plural]).filter(|range| !range.is_empty()).collect())
        };
        WordPlaces { words: places(&self.words), labels: places(&self.label_words), slipped: false }
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

/// What joins the halves of a compound.
pub(super) const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// The halves of a word that is written with one hyphen; `None` for any other.
pub(super) fn halves(word: &str) -> Option<(&str, &str)> {
    let (first, second) = word.split_once(HYPHENS)?;
    let is_word = |half: &str| half.chars().any(char::is_alphanumeric);
    (is_word(first) && is_word(second) && !second.contains(HYPHENS)).then_some((first, second))
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
