//! Categories of somebody's own, and what becomes of each: a term that there is, a term of its own, or nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::identifiers::slug;
use crate::domain::{LanguageTag, LocalText, OWN, Term, TermId, Vocabularies};
use crate::explore::fold;

/// What becomes of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordChoice {
    /// It is a term that there is.
    Term(TermId),
    /// It is a term of its own.
    Own,
    /// It is left out.
    Dropped,
}

impl WordChoice {
    /// What a mapping says: the identifier of a term, `+` for one of its own, nothing for what is left out.
    ///
    /// ```
    /// use cluster_atlas::dataset::WordChoice;
    /// for text in ["digital", "+", ""] {
    ///     assert_eq!(WordChoice::read(text).expect("a choice").written(), text);
    /// }
    /// assert_eq!(WordChoice::read("two words"), None);
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        match text.trim() {
            "" => Some(Self::Dropped),
            "+" => Some(Self::Own),
            id => id.parse().ok().map(Self::Term),
        }
    }

    /// The same as a mapping writes it.
    pub fn written(&self) -> &str {
        match self {
            Self::Term(id) => id.as_str(),
            Self::Own => "+",
            Self::Dropped => "",
        }
    }
}

/// What was chosen for words, by the path of their field and the word, in plain letters.
pub type WordChoices = BTreeMap<(String, String), WordChoice>;

/// A word that is no term of its vocabulary, or of which something was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The field: `ecosystems`, `fields.services`.
    pub path: String,
    /// The word in plain letters, as choices know it.
    pub key: String,
    /// As it was written first.
    pub text: String,
    /// How often it was met.
    pub count: usize,
    /// What becomes of it.
    pub becomes: WordChoice,
}

/// The fields whose words are terms of a vocabulary of the dataset.
pub(super) const VOCABULARIES: [&str; 5] = ["ecosystems", "expertise", "audience", "purpose", "themes"];

/// Whether a word without a term becomes one whatever its letters; elsewhere only one that could be an identifier does.
fn takes_any(path: &str) -> bool {
    path.starts_with(OWN) || matches!(path, "ecosystems" | "expertise")
}

/// The word in plain letters; one that has none is as it is.
pub(super) fn key_of(word: &str) -> String {
    let key = fold(word);
    if key.is_empty() { word.trim().to_owned() } else { key }
}

/// The identifier of a term of its own for a word; `None` where there can be none.
fn own_id(path: &str, word: &str) -> Option<TermId> {
    let as_it_is = || word.trim().parse().ok();
    let plain = || slug(word).parse().ok();
    if takes_any(path) { plain().or_else(as_it_is) } else { as_it_is().or_else(plain) }
}

/// What becomes of a word of which nothing was chosen.
fn unchosen(path: &str, word: &str) -> WordChoice {
    let could_be =
        if takes_any(path) { own_id(path, word).is_some() } else { word.trim().parse::<TermId>().is_ok() };
    if could_be { WordChoice::Own } else { WordChoice::Dropped }
}

/// The label that is spelt nearly like a word, both in plain letters: one letter is another in a word of four letters or more,
/// two in one of eight or more, or only the words that join differ. It is proposed, never taken.
pub(super) fn near<'l>(word: &str, labels: impl Iterator<Item = &'l str>) -> Option<&'l str> {
    let word = without_joins(&fold(word));
    let length = word.chars().count();
    let most = match length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    let near = labels.filter_map(|label| {
        let plain = without_joins(label);
        let longest = plain.chars().count().max(length);
        let is_close = longest - plain.chars().count().min(length) <= most;
        let differing = if is_close { distance(&word, &plain) } else { usize::MAX };
        (differing <= most && !word.is_empty()).then_some((differing, label))
    });
    near.min().map(|(_, label)| label)
}

/// Folded words without those that join them.
fn without_joins(folded: &str) -> String {
    let joins = ["and", "und", "et", "of", "the", "de", "der", "des"];
    folded.split(' ').filter(|word| !joins.contains(word)).collect::<Vec<_>>().join(" ")
}

/// How many letters are put in, left out or changed between two texts (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut before = std::mem::replace(&mut row[0], at + 1);
        for (position, d) in other.iter().enumerate() {
            let changed = before + usize::from(c != *d);
            before = row[position + 1];
            row[position + 1] = changed.min(before + 1).min(row[position] + 1);
        }
    }
    row[other.len()]
}

/// By where a word stands and what it is known by: how it was written first, and how often it was met.
type Met = BTreeMap<(String, String), (String, usize)>;

/// The choices of an import, and the words that it met; those of a copy are the same ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    pub(super) choices: WordChoices,
    met: Rc<RefCell<Met>>,
    /// Those that the record which is being read has met.
    of_record: Rc<RefCell<Vec<(String, String)>>>,
}

impl Words {
    fn choice(&self, path: &str, word: &str) -> Option<&WordChoice> {
        // Most imports have none.
        if self.choices.is_empty() { None } else { self.choices.get(&(path.to_owned(), key_of(word))) }
    }

    /// Whether something was chosen of a word.
    pub(super) fn is_chosen(&self, path: &str, word: &str) -> bool {
        self.choice(path, word).is_some()
    }

    /// Whether a word may become a term of its own: nothing else was chosen.
    pub(super) fn may_be_own(&self, path: &str, word: &str) -> bool {
        self.choice(path, word).is_none_or(|choice| *choice == WordChoice::Own)
    }

    /// Notes a word that is new, and is to be counted wherever it comes.
    pub(super) fn announce(&self, path: &str, word: &str) {
        let mut met = self.met.borrow_mut();
        met.entry((path.to_owned(), key_of(word))).or_insert_with(|| (word.to_owned(), 0));
    }

    /// Ends a record. One that was refused has met nothing: what its words would become, nothing needs.
    pub(super) fn next_record(&self, is_refused: bool) {
        let keys = std::mem::take(&mut *self.of_record.borrow_mut());
        let mut met = self.met.borrow_mut();
        for key in keys.iter().filter(|_| is_refused) {
            if let Some((_, count)) = met.get_mut(key) {
                *count = count.saturating_sub(1);
            }
        }
    }

    /// Begins to count anew.
    pub(super) fn count_anew(&self) {
        self.met.borrow_mut().values_mut().for_each(|(_, count)| *count = 0);
    }

    /// Meets a word of which the vocabulary has the term `known`. What it becomes: the identifier of a term, or nothing.
    pub(super) fn meet(&self, path: &str, word: &str, known: Option<&str>) -> Option<String> {
        let choice = self.choice(path, word);
        if choice.is_some() || known.is_none() || path.starts_with(OWN) {
            let key = (path.to_owned(), key_of(word));
            self.of_record.borrow_mut().push(key.clone());
            let mut met = self.met.borrow_mut();
            match met.get_mut(&key) {
                Some((_, count)) => *count += 1,
                None if choice.is_some() || known.is_none() => {
                    met.insert(key, (word.trim().to_owned(), 1));
                }
                None => {}
            }
        }
        match (choice, known) {
            (Some(WordChoice::Dropped), _) => None,
            (Some(WordChoice::Term(id)), _) => Some(id.to_string()),
            (Some(WordChoice::Own) | None, Some(known)) => Some(known.to_owned()),
            (Some(WordChoice::Own), None) => {
                Some(own_id(path, word).map_or_else(|| word.to_owned(), |id| id.to_string()))
            }
            (None, None) => {
                // What cannot be a term as it is stays as it is, and the reader says so.
                let id = own_id(path, word).filter(|_| takes_any(path));
                Some(id.map_or_else(|| word.to_owned(), |id| id.to_string()))
            }
        }
    }

    /// The words that were met, the most frequent of each field first.
    pub(super) fn met(&self) -> Vec<Word> {
        let met = self.met.borrow();
        let met = met.iter().filter(|(_, (_, count))| *count > 0);
        let mut words: Vec<Word> = met
            .map(|((path, key), (text, count))| Word {
                becomes: self.choice(path, text).cloned().unwrap_or_else(|| unchosen(path, text)),
                path: path.clone(),
                key: key.clone(),
                text: text.clone(),
                count: *count,
            })
            .collect();
        words.sort_by(|a, b| a.path.cmp(&b.path).then(b.count.cmp(&a.count)).then_with(|| a.key.cmp(&b.key)));
        words
    }
}

/// Puts the words that became terms of their own into the vocabularies of their fields, with the word as label. Values of
/// facets of the dataset's own are there already.
pub fn declare_words(words: &[Word], vocabularies: &mut Vocabularies, language: &str) {
    for Word { path, text, becomes, .. } in words {
        let Vocabularies { ecosystems, expertise, audiences, purposes, themes, .. } = &mut *vocabularies;
        let terms = match path.as_str() {
            "ecosystems" => ecosystems,
            "expertise" => expertise,
            "audience" => audiences,
            "purpose" => purposes,
            "themes" => themes,
            _ => continue,
        };
        let (WordChoice::Own, Some(id)) = (becomes, own_id(path, text)) else { continue };
        if !terms.iter().any(|term| term.id == id) {
            let label = language.parse::<LanguageTag>().ok().map(|tag| (tag, text.clone()));
            // Only ecosystems have one: it stands before each line of the list.
            let badge = if path == "ecosystems" { own_badge(text, terms) } else { None };
            terms.push(Term { id, label: LocalText::new(label), badge });
        }
    }
}

/// The badge of a term of one's own, two letters that no other term has: the first of its first two words, else the first of
/// the word with one of those behind it. `None` where all of these are taken, or there is no letter.
fn own_badge(text: &str, terms: &[Term]) -> Option<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // Words that only join say little: "Food and drink" is FD.
    let telling = words.clone().filter(|word| word.chars().count() > 3 || words.clone().count() == 1);
    let initials: String = telling.filter_map(|word| word.chars().next()).take(2).collect();
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let (first, rest) = letters.split_first()?;
    let pairs = rest.iter().map(|other| String::from_iter([*first, *other]));
    let is_free = |badge: &String| terms.iter().all(|term| term.badge.as_ref() != Some(badge));
    let tried = std::iter::once(initials).filter(|pair| pair.chars().count() == 2).chain(pairs);
    tried.map(|pair| pair.to_uppercase()).filter(|pair| pair.chars().count() == 2).find(is_free)
}

#[cfg(test)]
mod tests {
    use super::super::{ImportOptions, import_calls, import_organisations_into};
    use super::*;

    const LIST: &str = "name,country,ecosystems,Leistungen\n\
        A,DE,Digital; Food and Drink,Beratung; Raum\n\
        B,DE,food & drink,Beratung\n\
        C,DE,Nonsense; Food and Drink,R\u{e4}ume\n";

    fn import(choices: &[(&str, &str, WordChoice)]) -> (Vec<Word>, Vec<Vec<String>>, Vocabularies) {
        let mut vocabularies = Vocabularies::default();
        let label = LocalText::new([("en".parse().expect("a language"), "Digital".to_owned())]);
        let id = "digital".parse().expect("an id");
        vocabularies.ecosystems.push(Term { id, label, badge: None });
        let choices = choices
            .iter()
            .map(|(path, key, choice)| (((*path).to_owned(), (*key).to_owned()), choice.clone()))
            .collect();
        let options = ImportOptions::default().with_words(&choices);
        let loaded =
            import_organisations_into("a.csv", LIST.as_bytes(), &options, &mut vocabularies).expect("a list");
        let words = options.words();
        declare_words(&words, &mut vocabularies, "en");
        let ecosystems = loaded.records.iter();
        let ecosystems = ecosystems.map(|record| record.ecosystems.iter().map(ToString::to_string).collect());
        (words, ecosystems.collect(), vocabularies)
    }

    #[test]
    fn terms_of_ones_own_have_badges_that_differ() {
        let mut terms = Vec::new();
        for (text, badge) in [
            ("Food and Drink", Some("FD")),
            ("Fodder", Some("FO")),
            ("Fashion Design", Some("FA")),
            ("F", None),
            ("\u{c9}nergie", Some("\u{c9}N")),
            ("\u{2014}", None),
        ] {
            let own = own_badge(text, &terms);
            assert_eq!(own.as_deref(), badge, "{text}");
            terms.push(Term { id: "t".parse().expect("an id"), label: LocalText::default(), badge: own });
        }
    }

    #[test]
    fn own_words_are_listed_with_their_count_and_become_terms() {
        let (words, ecosystems, vocabularies) = import(&[]);
        let shown = |word: &Word| format!("{} {} {}", word.path, word.text, word.count);
        assert_eq!(
            words.iter().map(shown).collect::<Vec<_>>(),
            [
                "ecosystems Food and Drink 2",
                "ecosystems food & drink 1",
                "ecosystems Nonsense 1",
                "fields.services Beratung 2",
                "fields.services Raum 1",
                "fields.services R\u{e4}ume 1",
            ]
        );
        assert!(words.iter().all(|word| word.becomes == WordChoice::Own));
        assert_eq!(ecosystems[0], ["digital", "food-and-drink"]);
        let labels: Vec<_> =
            vocabularies.ecosystems.iter().filter_map(|term| term.label.in_language("en")).collect();
        assert_eq!(
            labels.iter().map(|(_, label)| *label).collect::<Vec<_>>(),
            ["Digital", "Food and Drink", "food & drink", "Nonsense"]
        );
    }

    #[test]
    fn a_word_that_is_spelt_nearly_like_a_label_is_near_to_it() {
        let labels = ["digital", "health", "photonics", "photonik und beleuchtung", "sea"];
        for (word, label) in [
            ("Digitaal", Some("digital")),
            ("Healthh", Some("health")),
            ("Fotonics", Some("photonics")),
            ("photonik & beleuchtung", Some("photonik und beleuchtung")),
            ("Tea", None),
            ("Wealthy", None),
            ("Food", None),
            ("", None),
        ] {
            assert_eq!(near(word, labels.into_iter()), label, "{word}");
        }
    }

    #[test]
    fn records_that_are_refused_have_no_words() {
        let list = "name,country,ecosystems,Leistungen\nA,Nowhere,Sea,Beratung\nB,DE,Wood,Raum\n";
        let mut vocabularies = Vocabularies::default();
        let options = ImportOptions::default();
        let loaded =
            import_organisations_into("a.csv", list.as_bytes(), &options, &mut vocabularies).expect("a list");
        assert_eq!(loaded.report.refused, 1);
        let words: Vec<String> = options.words().into_iter().map(|word| word.text).collect();
        assert_eq!(words, ["Wood", "Raum"]);
        let terms: Vec<&str> = vocabularies.fields[0].terms.iter().map(|term| term.id.as_str()).collect();
        assert_eq!(terms, ["raum"]);
    }

    #[test]
    fn what_was_chosen_for_a_word_is_what_becomes_of_it() {
        let digital = WordChoice::Term("digital".parse().expect("an id"));
        let food = WordChoice::Term("food-and-drink".parse().expect("an id"));
        let room = WordChoice::Term("raum".parse().expect("an id"));
        let (words, ecosystems, vocabularies) = import(&[
            ("ecosystems", "food drink", food),
            ("ecosystems", "nonsense", WordChoice::Dropped),
            ("fields.services", "raume", room),
            ("fields.services", "beratung", WordChoice::Dropped),
            ("expertise", "never met", digital),
        ]);
        assert_eq!(
            ecosystems,
            [vec!["digital", "food-and-drink"], vec!["food-and-drink"], vec!["food-and-drink"]]
        );
        let services = &vocabularies.fields.iter().find(|field| field.id.as_str() == "services");
        let services = services.expect("declared").terms.iter().map(|term| term.id.as_str());
        assert_eq!(services.collect::<Vec<_>>(), ["raum"]);
        assert_eq!(words.iter().filter(|word| word.becomes == WordChoice::Dropped).count(), 2);
        assert_eq!(words.len(), 6, "what was chosen is listed all the same");
    }

    #[test]
    fn a_mapping_file_has_the_words_too() {
        let mapping = r#"{"Thema": "ecosystems", "/words": {"ecosystems": {"Food & Drink": "digital", "Nonsense": "", "Glass": "+"}}}"#;
        let options = ImportOptions::default().with_mapping("m.json", mapping.as_bytes()).expect("a mapping");
        assert_eq!(options.columns().len(), 1);
        let written: Vec<_> = options.word_choices().values().map(WordChoice::written).collect();
        assert_eq!(written, ["digital", "+", ""]);
        let wrong = r#"{"/words": {"ecosystems": {"Food": "two words"}}}"#;
        assert!(ImportOptions::default().with_mapping("m.json", wrong.as_bytes()).is_err());
    }

    #[test]
    fn words_of_a_list_are_met_once() {
        let list = r#"[{"title": "A", "ecosystems": ["Sea", "sea"], "audience": ["All", "Old Firms"]}]"#;
        let table = "title,ecosystems,audience\nA,Sea; sea,All; Old Firms\n";
        for (name, text) in [("a.json", list), ("a.csv", table)] {
            let options = ImportOptions::default();
            import_calls(name, text.as_bytes(), &options, &Vocabularies::default()).expect("a list");
            let met = options.words().into_iter().map(|word| (word.key, word.count, word.becomes));
            assert_eq!(
                met.collect::<Vec<_>>(),
                [("old firms".to_owned(), 1, WordChoice::Dropped), ("sea".to_owned(), 2, WordChoice::Own)],
                "{name}"
            );
        }
    }
}
