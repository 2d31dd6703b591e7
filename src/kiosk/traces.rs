//! Proof of forgetting: whether anything that a visitor typed is found where it must not be.
//!
//! What was typed goes with the document, and the looking comes after that: so what is handed over to the next document is
//! not what was typed but salted hashes of it, and what is kept is looked through with a window of the same length.

use std::hash::{DefaultHasher, Hasher};

use crate::domain::percent;
use crate::explore::fold;
use crate::signup::Sealed;

/// Shorter texts are found everywhere by chance and prove nothing, in characters.
pub const LEAST_TRACE: usize = 5;
/// Numbers shorter than this are found in any date and any key.
const LEAST_NUMBER: usize = 7;
/// What is longer is looked for by its words, of which so much.
const LONGEST_TRACE: usize = 48;

/// What was typed in a visit, as nothing but lengths and hashes, with a salt that no other visit has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    salt: [u8; 16],
    /// Characters of a folded text, and its hash; in order, each once.
    prints: Vec<(usize, u64)>,
}

impl Typed {
    /// The hashes of what was typed: of each text and of each of its words. What stood before the visit in what is kept is no
    /// trace: who types "cluster" has left none in a name that says so anyway.
    pub fn new(salt: [u8; 16], texts: &[String], before: &[String]) -> Self {
        let before: Vec<String> = before.iter().flat_map(|kept| readings(kept)).collect();
        let mut prints = Vec::new();
        for text in texts {
            let folded = fold(text);
            for sought in std::iter::once(folded.as_str()).chain(folded.split(' ')) {
                if is_telling(sought) && !before.iter().any(|kept| kept.contains(sought)) {
                    let start = &sought[..ends(sought).nth(LONGEST_TRACE).unwrap_or(sought.len())];
                    prints.push((start.chars().count(), print(&salt, start)));
                }
            }
        }
        prints.sort_unstable();
        prints.dedup();
        Self { salt, prints }
    }

    /// The text that is handed over.
    pub fn to_text(&self) -> String {
        let first = format!("{:032x} {:x}", u128::from_be_bytes(self.salt), print(&self.salt, ""));
        let prints = self.prints.iter().map(|(length, print)| format!("{length}:{print:x}"));
        std::iter::once(first).chain(prints).collect::<Vec<_>>().join(" ")
    }

    /// What was handed over; `None` where that is not what this version of the app can compare with.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let digits = parts.next().filter(|digits| digits.len() == 32)?;
        let salt = u128::from_str_radix(digits, 16).ok()?.to_be_bytes();
        // The hash of nothing tells whether hashes are made as they were.
        (u64::from_str_radix(parts.next()?, 16).ok()? == print(&salt, "")).then_some(())?;
        let pair = |part: &str| {
            let (length, print) = part.split_once(':')?;
            Some((length.parse().ok()?, u64::from_str_radix(print, 16).ok()?))
        };
        Some(Self { salt, prints: parts.map(pair).collect::<Option<_>>()? })
    }

    /// Which places have any of it, by their names, each once. Case, accents and the way of encoding in addresses make no
    /// difference.
    pub fn found_in<'a>(&self, places: &'a [(String, String)]) -> Vec<&'a str> {
        let has = |kept: &str| {
            self.prints.chunk_by(|one, other| one.0 == other.0).any(|alike| self.is_in(kept, alike))
        };
        let found =
            |(_, kept): &&(String, String)| !is_envelope(kept) && readings(kept).iter().any(|kept| has(kept));
        let mut names: Vec<&str> = places.iter().filter(found).map(|(name, _)| name.as_str()).collect();
        names.dedup();
        names
    }

    /// The name of a place as it may be shown and kept: a place that is called what was typed has none.
    pub fn without_traces<'a>(&self, name: &'a str) -> &'a str {
        let places = [(String::new(), name.to_owned())];
        if self.found_in(&places).is_empty() { name } else { "…" }
    }

    /// Whether a text has any of what has these hashes, all of one length.
    fn is_in(&self, kept: &str, alike: &[(usize, u64)]) -> bool {
        let Some((length, _)) = alike.first() else { return false };
        let windows = ends(kept).zip(ends(kept).skip(*length));
        windows
            .map(|(start, end)| print(&self.salt, &kept[start..end]))
            .any(|print| alike.iter().any(|(_, one)| *one == print))
    }
}

/// Whether an entry of a store is an envelope and nothing else: no words of a visitor can be read in it, and in so many
/// letters any short word stands by chance.
fn is_envelope(kept: &str) -> bool {
    Sealed::read(kept).is_ok_and(|sealed| sealed.to_json() == kept)
}

/// A text as it is compared: as it stands, and as an address would say it.
fn readings(kept: &str) -> [String; 2] {
    [fold(kept), fold(&percent::decode(kept))]
}

fn is_telling(folded: &str) -> bool {
    let least = if folded.contains(char::is_alphabetic) { LEAST_TRACE } else { LEAST_NUMBER };
    folded.chars().count() >= least
}

/// Where characters begin, and the end.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()])
}

/// A salted hash.
fn print(salt: &[u8; 16], text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(salt);
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SALT: [u8; 16] = *b"salt of one time";

    fn places(kept: &str) -> Vec<(String, String)> {
        vec![("address".to_owned(), "#/explore".to_owned()), ("storage".to_owned(), kept.to_owned())]
    }

    fn typed(texts: &[&str], before: &[&str]) -> Typed {
        let owned = |texts: &[&str]| -> Vec<String> { texts.iter().map(|&text| text.to_owned()).collect() };
        let typed = Typed::new(SALT, &owned(texts), &owned(before));
        // As the next document has it.
        let handed = Typed::read(&typed.to_text());
        assert_eq!(handed.as_ref(), Some(&typed));
        typed
    }

    #[test]
    fn what_was_typed_is_found_however_it_is_kept() {
        let typed = typed(&["Zoë Müller", "zoe@example.org", "DE"], &[]);
        for kept in [
            "{\"name\":\"Zoë Müller\"}",
            "ZOE MULLER",
            "q=Zo%C3%AB+M%C3%BCller",
            "x zoe@EXAMPLE.org x",
            // A word of it alone, in the middle of others.
            "{\"a\":\"nmullerx\"}",
        ] {
            assert_eq!(typed.found_in(&places(kept)), ["storage"], "{kept}");
        }
        assert!(typed.found_in(&places("{\"name\":\"somebody else\"}")).is_empty());
    }

    #[test]
    fn a_long_text_is_found_by_its_start_and_its_words() {
        let long = "We build instruments for coastal observation, ".repeat(20);
        let typed = typed(&[&long], &[]);
        for kept in [long.as_str(), "instruments", &long[..60], "for coastal observation"] {
            assert_eq!(typed.found_in(&places(kept)), ["storage"], "{kept}");
        }
    }

    #[test]
    fn what_was_there_before_is_no_trace() {
        let typed = typed(&["cluster", "zoe@example.org"], &["cluster-atlas:list"]);
        assert!(typed.found_in(&places("cluster-atlas:list, more")).is_empty());
        assert_eq!(typed.found_in(&places("zoe@example.org")), ["storage"]);
    }

    #[test]
    fn what_is_too_short_proves_nothing() {
        assert!(
            typed(&["DE", "anna", "10115"], &[]).found_in(&places("country=DE Hannah 1011500")).is_empty()
        );
        assert_eq!(typed(&["030 1234567"], &[]).found_in(&places("tel 0301234567")), ["storage"]);
    }

    #[test]
    fn an_envelope_has_no_words_and_what_stands_beside_it_has() {
        let envelope = r#"{"format":"cluster-atlas/sealed/1","key":"KEY","kid":"2026","url":"https://example.org/","envelope":"eyJ..abcmullerdef.a.b","waiting":{"attempts":0,"not_before":0,"asked_to_wait":false}}"#;
        let envelope =
            envelope.replace("KEY", crate::signup::EntryKey::new(1_700_000_000_000, [7; 10]).as_str());
        let kept = Sealed::read(&envelope).expect("an envelope").to_json();
        let typed = typed(&["Müller"], &[]);
        assert!(typed.found_in(&places(&kept)).is_empty());
        let beside = kept.replacen('{', "{\"name\":\"Müller\",", 1);
        assert_eq!(typed.found_in(&places(&beside)), ["storage"]);
    }

    #[test]
    fn what_is_handed_over_says_nothing_of_what_was_typed_and_fits_one_salt() {
        let texts = ["Zoë Müller".to_owned()];
        let one = Typed::new(SALT, &texts, &[]);
        let other = Typed::new([7; 16], &texts, &[]);
        assert!(one.prints.iter().all(|print| !other.prints.contains(print)));
        assert!(!fold(&one.to_text()).contains("muller"));
        for wrong in ["", "x", "00", &one.to_text()[1..], &one.to_text().replace(':', "-"), "0 0"] {
            assert_eq!(Typed::read(wrong), None, "{wrong}");
        }
        let other_hashes = one.to_text().replacen(&format!("{:x}", print(&SALT, "")), "1", 1);
        assert_eq!(Typed::read(&other_hashes), None, "hashes that are made in another way prove nothing");
    }

    proptest! {
        /// A word is found wherever it stands.
        #[test]
        fn a_word_is_found_anywhere(word in "[a-zé-üα-ω]{5,30}", before in "\\PC{0,40}", after in "\\PC{0,40}") {
            let typed = Typed::new(SALT, std::slice::from_ref(&word), &[]);
            let text = format!("{before} {word} {after}");
            // What folds to less than that is too short.
            prop_assume!(fold(&word).split(' ').all(is_telling));
            let places = places(&text);
            prop_assert_eq!(typed.found_in(&places), ["storage"]);
        }
    }
}
