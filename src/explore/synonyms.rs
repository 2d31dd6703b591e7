//! Names of one thing: "Cologne", "Köln" and "Keulen", "photonics" and "Photonik".

use super::slip::is_slip_of;
use super::{fold, sort_values};

/// Which words and phrases are names of one thing. What finds one of them finds all.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    /// Folded names in order, each with the thing it names. A name may be that of several things.
    names: Vec<(Box<str>, u32)>,
    /// The names of each thing, as positions in `names`.
    things: Vec<Vec<u32>>,
}

/// What a text begins with, when that is a name.
pub(super) struct Named<'a> {
    /// How many words of the text are the name.
    pub(super) words: usize,
    /// Whether they are the whole name, not only its beginning.
    pub(super) whole: bool,
    /// The names of what is named, the asked one among them when it is whole.
    pub(super) names: Vec<&'a str>,
}

/// A name has at most this many words.
const MOST_WORDS: usize = 6;
/// A shorter beginning is no name yet.
const SHORTEST_START: usize = 4;
/// A beginning that could become more things than this says nothing.
const MOST_THINGS: usize = 8;

impl Synonyms {
    /// Reads names: a line a thing, its names parted by `|`. What stands after `#` at the start of a line, and lines
    /// with a single name, are passed over: nothing in such a text is a fault.
    ///
    /// ```
    /// use cluster_atlas::explore::Synonyms;
    /// assert_eq!(Synonyms::read("# Towns\nKöln|Cologne\nBerlin\n").things(), 1);
    /// ```
    pub fn read(text: &str) -> Self {
        let mut names = Self::default();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.for_each(|line| names.add(line.split('|').map(fold)));
        names.sorted()
    }

    fn add(&mut self, of_thing: impl Iterator<Item = String>) {
        let mut folded: Vec<String> = Vec::new();
        for name in of_thing {
            if !name.is_empty() && !folded.contains(&name) {
                folded.push(name);
            }
        }
        if folded.len() > 1 {
            let thing = self.things.len() as u32;
            self.names.extend(folded.into_iter().map(|name| (name.into_boxed_str(), thing)));
            self.things.push(Vec::new());
        }
    }

    fn sorted(mut self) -> Self {
        sort_values(&mut self.names, &|a: &(Box<str>, u32), b: &(Box<str>, u32)| {
            a.0.cmp(&b.0).then(a.1.cmp(&b.1))
        });
        for (at, (_, thing)) in self.names.iter().enumerate() {
            self.things[*thing as usize].push(at as u32);
        }
        self
    }

    /// How many things have names.
    pub fn things(&self) -> usize {
        self.things.len()
    }

    /// The names of all that a folded text names as a whole, itself among them; none where it names nothing.
    pub fn names_of(&self, folded: &str) -> Vec<&str> {
        let from = self.names.partition_point(|(name, _)| &**name < folded);
        let same = self.names[from..].iter().take_while(|(name, _)| &**name == folded);
        let places = same.flat_map(|(_, thing)| &self.things[*thing as usize]);
        places.map(|at| &*self.names[*at as usize].0).collect()
    }

    /// The names that a folded word is one slip away from, folded and in order.
    pub fn alike(&self, asked: &str) -> Vec<&str> {
        let mut alike: Vec<&str> =
            self.names.iter().map(|(name, _)| &**name).filter(|name| is_slip_of(asked, name)).collect();
        // One that several things have stands once for each.
        alike.dedup();
        alike
    }

    /// The longest name that some folded words begin with. Where they are the end of what was typed, the last one may
    /// be the beginning of a word.
    pub(super) fn at_start_of(&self, words: &[&str]) -> Option<Named<'_>> {
        let longest = words.len().min(MOST_WORDS);
        (1..=longest)
            .rev()
            .find_map(|count| self.named(&words[..count].join(" "), count, count == words.len()))
    }

    fn named(&self, asked: &str, words: usize, is_all: bool) -> Option<Named<'_>> {
        let from = self.names.partition_point(|(name, _)| &**name < asked);
        let beginning = self.names[from..].iter().take_while(|(name, _)| name.starts_with(asked));
        let whole = self.names.get(from).is_some_and(|(name, _)| &**name == asked);
        if !whole && (!is_all || asked.len() < SHORTEST_START) {
            return None;
        }
        let mut things: Vec<u32> = Vec::new();
        for (name, thing) in beginning {
            if whole && &**name != asked {
                break;
            }
            if !things.contains(thing) {
                things.push(*thing);
            }
        }
        let fits = !things.is_empty() && (whole || things.len() <= MOST_THINGS);
        fits.then(|| {
            let names = things.iter().flat_map(|thing| &self.things[*thing as usize]);
            Named { words, whole, names: names.map(|at| &*self.names[*at as usize].0).collect() }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that are published with the app.
    const PUBLISHED: &str = include_str!("../../public/names/synonyms.txt");

    fn names() -> Synonyms {
        Synonyms::read(
            "# Towns\nKöln|Cologne|Koeln|Keulen\nPaís Vasco|Basque Country|Euskadi\nBerlin\nCologno|Colonia\n",
        )
    }

    fn named<'a>(names: &'a Synonyms, asked: &str) -> Option<(usize, bool, Vec<&'a str>)> {
        let words: Vec<&str> = asked.split(' ').collect();
        names.at_start_of(&words).map(|named| (named.words, named.whole, named.names))
    }

    #[test]
    fn a_name_leads_to_all_of_its_thing() {
        let names = names();
        assert_eq!(named(&names, "koln"), Some((1, true, vec!["cologne", "keulen", "koeln", "koln"])));
        let basque = vec!["basque country", "euskadi", "pais vasco"];
        assert_eq!(named(&names, "basque country photonics"), Some((2, true, basque.clone())));
        assert_eq!(named(&names, "basque coun"), Some((2, false, basque)));
        assert_eq!(named(&names, "basque photonics"), None);
        assert_eq!(named(&names, "berlin"), None, "a thing with one name");
    }

    #[test]
    fn the_beginning_of_a_name_may_be_that_of_several_things() {
        let names = names();
        let both = vec!["cologne", "keulen", "koeln", "koln", "cologno", "colonia"];
        assert_eq!(named(&names, "colo"), Some((1, false, both)));
        assert_eq!(named(&names, "col"), None, "too short to say anything");
        assert_eq!(named(&names, "colo cluster"), None, "a word that is followed by another is whole");
    }

    #[test]
    fn the_published_names_are_told_apart_and_written_once() {
        let lines = PUBLISHED.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        for line in lines {
            let written: Vec<String> = line.split('|').map(fold).collect();
            assert!(written.len() > 1, "a thing with one name: {line}");
            // What everybody writes in two letters, and nothing else that short.
            let is_name = |name: &String| name.len() > 2 || ["ai", "ki", "ia", "uk"].contains(&name.as_str());
            assert!(written.iter().all(is_name), "too short to be a name: {line}");
            assert!(written.iter().all(|name| name.split(' ').count() <= MOST_WORDS), "too long: {line}");
        }
        let names = Synonyms::read(PUBLISHED);
        assert!(names.things() > 500, "{}", names.things());
        // What a name of a place leads to is not half the dictionary.
        assert!(names.names.chunk_by(|a, b| a.0 == b.0).all(|same| same.len() < 4));
    }

    #[test]
    fn the_countries_are_those_of_the_importer() {
        let known = include_str!("../dataset/import/country-names.tsv");
        let countries = PUBLISHED.split("# Countries").nth(1).and_then(|rest| rest.split("# ").next());
        let lines: Vec<&str> = countries.into_iter().flat_map(|part| part.lines().skip(1)).collect();
        assert!(lines.len() > 50);
        for line in lines.into_iter().filter(|line| !line.is_empty()) {
            let all =
                |row: &&str| line.split('|').all(|name| row.split(['|', '\t']).any(|known| known == name));
            assert!(known.lines().any(|row| all(&row)), "not the names of one country: {line}");
        }
    }
}
