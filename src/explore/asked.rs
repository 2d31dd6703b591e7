//! What the words of a query ask for: names of one thing, compounds however they are written, and words; and where the
//! dictionaries have each.

use std::ops::Range;

use super::Synonyms;
use super::dictionary::{Dictionary, joined};
use super::fold::fold_onto;
use super::index::IndexCore;
use super::slip::is_one_slip;

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
    pub(super) asked: String,
    /// What finds it: any of these.
    pub(super) wordings: Vec<Wording>,
}

/// Words that must all be there.
pub(super) struct Wording {
    pub(super) words: Vec<(String, WordPlaces)>,
    /// The words as they must follow each other in the title; empty where they need not.
    pub(super) in_title: String,
}

impl Wording {
    pub(super) fn of(words: Vec<(String, WordPlaces)>) -> Self {
        Self { words, in_title: String::new() }
    }
}

impl Unit {
    /// Whether a similar word was taken.
    pub(super) fn slipped(&self) -> bool {
        matches!(self.wordings.as_slice(), [only] if only.words.iter().any(|(_, places)| places.slipped))
    }
}

/// A shorter half of a compound says too little, unless it was written with a hyphen.
const SHORTEST_HALF: usize = 3;
/// A name of so many letters is found as a whole word only.
const SHORTEST_WORD: usize = 2;
/// Names of at least so many letters are found as beginnings of words too: "Bavaria" finds "Bavarian", but "Roma" must
/// not find "Romania".
const LONG_NAME: usize = 6;

impl IndexCore {
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
            // "AI" and "UK" are names; what begins with two letters is too much.
            if named.words == 1 && word.len() > SHORTEST_WORD {
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

    pub(super) fn exactly_all(&self, words: &str) -> Vec<(String, WordPlaces)> {
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
            let slips = |dictionary: &Dictionary| {
                let ranges = dictionary.one_slip_from(word);
                if length > self.ranking.shortest_slip {
                    return ranges;
                }
                // Of a word that short a beginning says too little: "Mons" is no beginning of "Montenegro".
                let words = ranges.into_iter().flatten();
                let whole = words.filter(|other| is_one_slip(word, dictionary.word(*other)));
                whole.map(|other| other..other + 1).collect()
            };
            let (words, labels) = (slips(&self.words), slips(&self.label_words));
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

/// Shorter words have no plural here: what is left of "gas" is not a word that is meant.
const SHORTEST_SINGULAR: usize = 4;

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
