//! Which subjects of a vocabulary a text mentions.

use crate::domain::{LocalText, Term, TermId};

use super::fold::{each_word, fold};

/// The subjects of a vocabulary, as words to look for.
///
/// One label often names several subjects ("Paper, printing and packaging"); each by itself stands for the term.
pub(super) struct TermMentions<'a> {
    terms: &'a [Term],
    /// A label's language, its term's position, and one of its subjects in comparable form.
    subjects: Vec<(&'a str, usize, String)>,
}

impl<'a> TermMentions<'a> {
    pub(super) fn of(terms: &'a [Term]) -> Self {
        let mut subjects = Vec::new();
        for (at, term) in terms.iter().enumerate() {
            for (language, label) in term.label.iter() {
                each_subject(label, &mut |subject| {
                    subjects.push((language.as_str(), at, comparable(subject)));
                });
            }
        }
        Self { terms, subjects }
    }

    /// The terms of which a title or a text mentions a subject in a row of words, in the vocabulary's order. A text is
    /// searched for subjects in its own language and in English, in which programmes like to name things.
    pub(super) fn mentioned(&self, title: &str, text: &LocalText) -> Vec<&'a TermId> {
        let title = comparable(title);
        let mut found = vec![false; self.terms.len()];
        let mut search = |language: &str, text: &str| {
            for (of, at, subject) in &self.subjects {
                if (*of == language || *of == "en") && !found[*at] {
                    found[*at] = subject.len() > 2 && text.contains(subject.as_str());
                }
            }
        };
        search("en", &title);
        for (language, text) in text.iter() {
            search(language.as_str(), &title);
            search(language.as_str(), &comparable(text));
        }
        self.terms.iter().zip(found).filter(|(_, found)| *found).map(|(term, _)| &term.id).collect()
    }
}

/// A text as folded words with a space around each, the s of plurals cut off: " photonic and lighting ".
fn comparable(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    each_word(&fold(text), |word| {
        words.push_str(if word.len() > SHORT { word.strip_suffix('s').unwrap_or(word) } else { word });
        words.push(' ');
    });
    words
}

/// Visits the subjects that a label names. They are parted by punctuation and by short words in small letters,
/// which in the languages of Europe are those that join ("and", "und", "et", "y", "i") or relate ("de", "of").
fn each_subject<'a>(label: &'a str, visit: &mut dyn FnMut(&'a str)) {
    for part in label.split([',', ';', '/', '(', ')', '&', '–']) {
        let mut start = 0;
        let mut at = 0;
        for word in part.split(' ') {
            let joins = word.chars().count() <= SHORT && word.chars().all(char::is_lowercase);
            if joins {
                visit(&part[start..at]);
                start = (at + word.len() + 1).min(part.len());
            }
            at = (at + word.len() + 1).min(part.len());
        }
        visit(&part[start..]);
    }
}

/// Words of at most so many letters join others, or end in an s that is no plural.
const SHORT: usize = 3;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn local(versions: &[(&str, &str)]) -> LocalText {
        LocalText::new(
            versions.iter().map(|(tag, text)| (tag.parse().expect("a language"), (*text).to_owned())),
        )
    }

    fn subjects(label: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_subject(label, &mut |subject| found.push(comparable(subject).trim().to_owned()));
        found.retain(|subject| !subject.is_empty());
        found
    }

    #[test]
    fn a_label_names_several_subjects() {
        assert_eq!(subjects("Paper, printing and packaging"), ["paper", "printing", "packaging"]);
        assert_eq!(subjects("Raw materials and mining"), ["raw material", "mining"]);
        assert_eq!(subjects("ICT and software"), ["ict", "software"]);
        assert_eq!(subjects("Advanced manufacturing"), ["advanced manufacturing"]);
        assert_eq!(subjects("Luft- und Raumfahrt"), ["luft", "raumfahrt"]);
        assert_eq!(subjects("and"), Vec::<String>::new());
        assert_eq!(subjects(""), Vec::<String>::new());
    }

    #[test]
    fn words_are_found_as_a_whole_in_a_row_and_in_the_text_s_language() {
        let term = |id: &str, label: &[(&str, &str)]| Term {
            id: id.parse().expect("an id"),
            label: local(label),
            badge: None,
        };
        let terms = [
            term("photonics", &[("en", "Photonics and lighting"), ("de", "Photonik und Beleuchtung")]),
            term("manufacturing", &[("en", "Advanced manufacturing")]),
            term("rail", &[("en", "Rail"), ("de", "Bahn")]),
            term("empty", &[("en", "…")]),
        ];
        let mentions = TermMentions::of(&terms);
        let mentioned = |title: &str, text: &[(&str, &str)]| -> Vec<String> {
            mentions.mentioned(title, &local(text)).into_iter().map(|id| id.as_str().to_owned()).collect()
        };
        assert_eq!(mentioned("A photonic future", &[]), ["photonics"]);
        assert_eq!(
            mentioned("Call", &[("en", "For PHOTONICS, and advanced\nmanufacturing.")]),
            ["photonics", "manufacturing"]
        );
        assert_eq!(mentioned("Advanced tools for manufacturing", &[]), Vec::<String>::new());
        assert_eq!(mentioned("Trails and guardrails", &[]), Vec::<String>::new());
        assert_eq!(mentioned("Die Bahn", &[]), Vec::<String>::new(), "no text says that this is German");
        assert_eq!(mentioned("Die Bahn", &[("de", "Beleuchtung")]), ["photonics", "rail"]);
    }

    proptest! {
        /// Whatever a label is, its subjects are parts of it, and a text that holds it as it is mentions them.
        #[test]
        fn a_text_that_holds_a_label_mentions_it(label in "(and|of|, |/| |\\PC){0,12}") {
            let mut parts = Vec::new();
            each_subject(&label, &mut |subject| parts.push(subject.to_owned()));
            prop_assert!(parts.iter().all(|part| label.contains(part.as_str())));
            let named = parts.iter().any(|part| !fold(part).is_empty());
            let terms = [Term { id: "t".parse().expect("an id"), label: local(&[("en", &label)]), badge: None }];
            let mentioned = !TermMentions::of(&terms).mentioned(&label, &LocalText::default()).is_empty();
            prop_assert_eq!(mentioned, named);
        }
    }
}
