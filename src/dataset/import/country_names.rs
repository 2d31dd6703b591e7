//! Countries as people write them: a code, or the name in any language of the EU.

use std::collections::HashMap;

use crate::explore::fold;

/// One country a line: its code, a tab, its names parted by `|`.
///
/// Source: Unicode CLDR by way of `Intl.DisplayNames`, in the 24 official languages of the EU and the country's
/// own, with long and former names added by hand, and the EU's own codes EL and UK.
const NAMES: &str = include_str!("country-names.tsv");

/// The names, ready to be looked up.
pub(super) struct CountryNames(HashMap<String, &'static str>);

impl CountryNames {
    /// Takes the table in.
    pub(super) fn new() -> Self {
        let lines = NAMES.lines().filter_map(|line| line.split_once('\t'));
        Self(lines.flat_map(|(code, names)| names.split('|').map(move |name| (fold(name), code))).collect())
    }

    /// The code of a country, from a name; `None` for anything else, codes among it.
    ///
    /// Case, accents and punctuation do not matter.
    pub(super) fn code(&self, name: &str) -> Option<&'static str> {
        self.0.get(&fold(name)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_any_of_its_names() {
        let names = CountryNames::new();
        for (name, code) in [
            ("Germany", "DE"),
            ("ALLEMAGNE", "DE"),
            ("Německo", "DE"),
            ("nemecko", "DE"),
            ("Ελλάδα", "GR"),
            ("България", "BG"),
            ("EL", "GR"),
            ("uk", "GB"),
            ("Czech Republic", "CZ"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("Bosnia & Herzegovina", "BA"),
        ] {
            assert_eq!(names.code(name), Some(code), "{name}");
        }
        assert_eq!(names.code("Atlantis"), None);
    }

    #[test]
    fn no_name_means_two_countries() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for (code, names) in NAMES.lines().filter_map(|line| line.split_once('\t')) {
            for name in names.split('|') {
                let other = seen.insert(fold(name), code);
                assert!(other.is_none_or(|other| other == code), "{name}: {code} and {other:?}");
            }
        }
    }
}
