//! Countries as people write them: a code, or the name in any language of the EU, perhaps with something beside it.

use std::collections::HashMap;

use crate::explore::fold;

/// One country a line: its code, a tab, its names parted by `|`.
///
/// Source: Unicode CLDR by way of `Intl.DisplayNames`, in the 24 official languages of the EU and the country's
/// own, with long and former names added by hand, and the EU's own codes EL and UK.
const NAMES: &str = include_str!("country-names.tsv");

/// The same for official long names and for what else people write.
const OFFICIAL: &str = include_str!("country-names-official.tsv");

/// The letters that stand on the cars of European countries (UN, distinguishing signs of vehicles), where they are no codes
/// of ISO: none of them is that of two countries.
const ON_CARS: [(&str, &str); 15] = [
    ("A", "AT"),
    ("B", "BE"),
    ("D", "DE"),
    ("E", "ES"),
    ("F", "FR"),
    ("H", "HU"),
    ("I", "IT"),
    ("L", "LU"),
    ("M", "MT"),
    ("N", "NO"),
    ("P", "PT"),
    ("S", "SE"),
    ("V", "VA"),
    ("SLO", "SI"),
    ("RKS", "XK"),
];

/// Territories with a code of their own, by the state that they are a part of: beside its name they contradict nothing.
const PARTS_OF: [(&str, &str); 6] = [
    ("FR", " GP MQ GF RE YT PM BL MF NC PF WF TF "),
    ("NL", " AW CW SX BQ "),
    ("GB", " JE GG IM GI BM FK KY VG TC "),
    ("DK", " GL FO "),
    ("CN", " HK MO "),
    ("US", " PR GU VI AS MP UM "),
];

/// States whose parts have two letters that are the code of some country as well: "Germany (BY)" is Bavaria.
const LETTERS_OF_PARTS: [(&str, &str); 3] = [
    ("DE", " BE BY BB MV NI SN SL ST SH TH "),
    ("CH", " AG AI AR BE BL BS FR GE GL GR LU NE SG SH SO SZ TG VD VG ZG "),
    ("IT", " * "),
];

/// Countries whose bare name is that of others too: what stands beside it may say which of them is meant.
const SHARED: [(&str, &[&str]); 5] =
    [("CG", &["CD"]), ("GN", &["GW", "GQ", "PG"]), ("SD", &["SS"]), ("DM", &["DO"]), ("WS", &["AS"])];

/// What a text says of a country.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Country {
    /// It is a name of it.
    Named(&'static str),
    /// It says it twice or in an unusual way, and nothing else.
    Meant(&'static str),
    /// It is a name of it with something beside it that is no country.
    Beside(&'static str),
    /// It could be each of these: its parts contradict each other, or the country is not what it begins with.
    Unclear(Vec<&'static str>),
    /// It names none.
    Unknown,
}

impl Country {
    /// The country, where there is one.
    pub(super) fn code(&self) -> Option<&'static str> {
        match self {
            Self::Named(code) | Self::Meant(code) | Self::Beside(code) => Some(code),
            Self::Unclear(_) | Self::Unknown => None,
        }
    }
}

/// The names, ready to be looked up.
pub(super) struct CountryNames {
    names: HashMap<String, &'static str>,
    /// The codes, in the order of letters.
    codes: Vec<&'static str>,
}

impl CountryNames {
    /// Takes the tables in.
    pub(super) fn new() -> Self {
        let lines = || NAMES.lines().chain(OFFICIAL.lines()).filter_map(|line| line.split_once('\t'));
        let pairs = || lines().flat_map(|(code, names)| names.split('|').map(move |name| (name, code)));
        let mut known: HashMap<String, &'static str> =
            pairs().map(|(name, code)| (fold(name), code)).collect();
        // Where a keyboard has no umlauts, two letters stand for one.
        for (name, code) in pairs().filter(|(name, _)| name.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü'])) {
            let spelt = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")]
                .iter()
                .fold(name.to_owned(), |spelt, (one, two)| spelt.replace(one, two));
            known.entry(fold(&spelt)).or_insert(code);
        }
        let codes = NAMES.lines().filter_map(|line| line.split_once('\t')).map(|(code, _)| code);
        Self { names: known, codes: codes.collect() }
    }

    /// The code of a country, from a name; `None` for anything else, codes among it.
    ///
    /// Case, accents and punctuation do not matter.
    pub(super) fn code(&self, name: &str) -> Option<&'static str> {
        self.names.get(&fold(name)).copied()
    }

    /// What a text says of a country, from all of it: what stands beside a name may mean another country, and then it is
    /// for nobody to choose.
    pub(super) fn read(&self, text: &str) -> Country {
        if let Some(code) = self.name_or_code(text.trim()) {
            return Country::Named(code);
        }
        let on_cars = |text: &str| ON_CARS.iter().find(|(sign, _)| *sign == text).map(|(_, code)| *code);
        if let Some(code) = on_cars(text.trim()) {
            return Country::Meant(code);
        }
        let is_between = |c: char| matches!(c, '(' | ')' | '[' | ']' | ',' | '/' | ';');
        let is_footnote = |c: char| c.is_ascii_digit() || c.is_whitespace() || c == '*';
        let parts = text.split(is_between).map(|part| part.trim_start().trim_end_matches(is_footnote));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        // "Korea (South)", "Congo, Dem. Rep.": the parts are one name.
        if let [first, second] = parts[..]
            && !text.contains('/')
        {
            let whole = [" ", " of ", " of the "].map(|between| [second, between, first].concat());
            if let Some(code) = whole.iter().find_map(|name| self.code(name)) {
                return Country::Meant(code);
            }
        }
        let codes: Vec<Option<&'static str>> = parts.iter().map(|part| self.name_or_code(part)).collect();
        let mut distinct: Vec<&'static str> = Vec::new();
        for code in codes.iter().copied().flatten() {
            if !distinct.contains(&code) {
                distinct.push(code);
            }
        }
        let (Some(&named), Some(Some(first))) = (distinct.first(), codes.first().copied()) else {
            return if distinct.is_empty() { Country::Unknown } else { Country::Unclear(distinct) };
        };
        let is_all = codes.iter().all(Option::is_some);
        if text.contains('/') {
            let is_one = is_all && distinct.len() == 1;
            return if is_one { Country::Meant(named) } else { Country::Unclear(distinct) };
        }
        let beside = |table: &[(&str, &str)], code: &str| {
            let of = table.iter().find(|(state, _)| *state == first);
            of.is_some_and(|(_, parts)| *parts == " * " || parts.contains(&format!(" {code} ")))
        };
        let is_part = |(part, code): (&&str, Option<&'static str>)| {
            code.is_none_or(|code| {
                code == first
                    || beside(&PARTS_OF, code)
                    || (part.len() == 2 && beside(&LETTERS_OF_PARTS, code))
            })
        };
        // "Congo (DRC)": the name is that of both, and what is beside it says which.
        let shared = SHARED.iter().find(|(code, _)| *code == first).map(|(_, others)| *others);
        if let (Some(others), [_, Some(second)]) = (shared, &codes[..])
            && others.contains(second)
        {
            return Country::Meant(second);
        }
        if !parts.iter().zip(codes.iter().copied()).all(is_part) {
            return Country::Unclear(distinct);
        }
        match shared.filter(|_| !is_all) {
            Some(others) => Country::Unclear([&[first], others].concat()),
            None if is_all && distinct.len() == 1 => Country::Meant(first),
            None => Country::Beside(first),
        }
    }

    /// The code of a country, from a name or the code itself in capital letters.
    fn name_or_code(&self, text: &str) -> Option<&'static str> {
        let known = || {
            let at = self.codes.binary_search(&text).ok()?;
            Some(self.codes[at])
        };
        self.code(text).or_else(known)
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
    fn what_stands_beside_a_name_never_chooses_another_country() {
        let names = CountryNames::new();
        let read = |text: &str| match names.read(text) {
            Country::Unclear(codes) => format!("? {}", codes.join(" ")),
            other => other.code().unwrap_or("-").to_owned(),
        };
        for (text, expected) in [
            ("Congo (DRC)", "CD"),
            ("Congo, Dem. Rep.", "CD"),
            ("Congo (Democratic Republic of the)", "CD"),
            ("DR Congo", "CD"),
            ("Congo (Kinshasa)", "CD"),
            ("Congo (Brazzaville)", "CG"),
            ("Congo (East)", "? CG CD"),
            ("Congo", "CG"),
            ("Korea (South)", "KR"),
            ("Korea, Rep.", "KR"),
            ("Korea (Democratic People's Republic of)", "KP"),
            ("Guinea (Equatorial)", "GQ"),
            ("Guinea (Conakry)", "? GN GW GQ PG"),
            ("Ireland (Northern)", "GB"),
            ("Hong Kong (China)", "HK"),
            ("China (Taiwan)", "? CN TW"),
            ("Georgia, USA", "? GE US"),
            ("Bavaria, Germany", "? DE"),
            ("Germany, Bavaria", "DE"),
            ("Germany (Austria)", "? DE AT"),
            ("Germany (AT)", "? DE AT"),
            ("Germany (BY)", "DE"),
            ("Italy (AL)", "IT"),
            ("France (R\u{e9}union)", "FR"),
            ("DE (Germany)", "DE"),
            ("Germany (DE)", "DE"),
            ("DE - Germany", "-"),
            ("Deutschland/Germany", "DE"),
            ("Germany / Austria", "? DE AT"),
            ("Kosovo*", "XK"),
            ("France 1)", "FR"),
            ("D", "DE"),
            ("SLO", "SI"),
            ("d", "-"),
            ("Frace", "-"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn official_names_and_usual_abbreviations_are_known() {
        let names = CountryNames::new();
        for (name, code) in [
            ("K\u{f6}nigreich Belgien", "BE"),
            ("Gro\u{df}herzogtum Luxemburg", "LU"),
            ("K\u{f6}nigreich der Niederlande", "NL"),
            ("Schweizerische Eidgenossenschaft", "CH"),
            ("Conf\u{e9}d\u{e9}ration suisse", "CH"),
            ("R\u{e9}publique f\u{e9}d\u{e9}rale d\u{2019}Allemagne", "DE"),
            ("Ελληνική Δημοκρατία", "GR"),
            ("Κυπριακή Δημοκρατία", "CY"),
            ("Republika Hrvatska", "HR"),
            ("Suomen tasavalta", "FI"),
            ("Konungariket Sverige", "SE"),
            ("Republiken Finland", "FI"),
            ("Lietuvos Respublika", "LT"),
            ("Kongeriget Danmark", "DK"),
            ("Република България", "BG"),
            ("People's Republic of China", "CN"),
            ("Hong Kong", "HK"),
            ("Oesterreich", "AT"),
            ("Daenemark", "DK"),
            ("Suedkorea", "KR"),
            ("GER", "DE"),
            ("U.K.", "GB"),
            ("U.S.A.", "US"),
            ("Swiss", "CH"),
        ] {
            assert_eq!(names.code(name), Some(code), "{name}");
        }
    }

    #[test]
    fn no_name_means_two_countries() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        let lines = NAMES.lines().chain(OFFICIAL.lines());
        for (code, names) in lines.filter_map(|line| line.split_once('\t')) {
            for name in names.split('|') {
                let other = seen.insert(fold(name), code);
                assert!(other.is_none_or(|other| other == code), "{name}: {code} and {other:?}");
            }
        }
    }
}
