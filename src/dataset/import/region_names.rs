//! Regions as English texts call them, where the nomenclature has another name.

use crate::domain::{CountryCode, Vocabularies};
use crate::explore::fold;

/// Folded names by code. Source: NUTS 2024; the names are those in common English use.
const NAMES: &[(&str, &str)] = &[
    ("AT12", "lower austria"),
    ("AT31", "upper austria"),
    ("BE1", "brussels"),
    ("BE2", "flanders"),
    ("BE3", "wallonia"),
    ("DE2", "bavaria"),
    ("DEA", "north rhine westphalia"),
    ("DED", "saxony"),
    ("DEG", "thuringia"),
    ("EL52", "central macedonia"),
    ("ES21", "basque country"),
    ("ES22", "navarre"),
    ("ES24", "aragon"),
    ("ES41", "castile and leon"),
    ("ES51", "catalonia"),
    ("ES61", "andalusia"),
    ("FI1D7", "lapland"),
    ("FRD", "normandy"),
    ("FRH", "brittany"),
    ("FRM", "corsica"),
    ("ITC1", "piedmont"),
    ("ITC4", "lombardy"),
    ("ITF4", "apulia"),
    ("ITG1", "sicily"),
    ("ITG2", "sardinia"),
    ("ITI1", "tuscany"),
    ("NL2", "eastern netherlands"),
    ("RO124", "harghita"),
    ("SE224", "skane"),
];

/// The code of a country's region, from its name in English or as the vocabularies have it. Of two regions of one
/// name, one within the other, it is the larger one.
pub(super) fn region_code<'v>(
    country: &CountryCode,
    name: &str,
    vocabularies: &'v Vocabularies,
) -> Option<&'v str> {
    let wanted = fold(name);
    // Codes of Greece have the letters that the Union writes, which a country's code reads.
    let is_within = |code: &str| code[..2].parse().is_ok_and(|letters: CountryCode| letters == *country);
    let english = NAMES.iter().find(|(code, known)| *known == wanted && is_within(code));
    english.map(|(code, _)| *code).or_else(|| {
        let own = vocabularies.regions.iter().filter(|region| region.country == *country);
        let is_called = |name: &str| fold(name) == wanted;
        let own =
            own.filter(|region| is_called(&region.name) || region.latin.as_deref().is_some_and(is_called));
        own.map(|region| region.code.as_str()).min_by_key(|code| code.len())
    })
}

/// Whether what is said of a region, as somebody writes its name ("Berlin and Brandenburg" are two), concerns the region
/// with a code: it is that one, one within it, or the one that it lies in.
pub fn concerns_region(country: &CountryCode, name: &str, code: &str, vocabularies: &Vocabularies) -> bool {
    let concerns = |name: &str| {
        region_code(country, name, vocabularies)
            .map(|known| known.starts_with(code) || code.starts_with(known))
    };
    concerns(name).unwrap_or_else(|| name.split(" and ").any(|one| concerns(one) == Some(true)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RegionEntry;

    fn vocabularies() -> Vocabularies {
        let names = [
            ("DE3", "Berlin"),
            ("DE30", "Berlin"),
            ("DE40", "Brandenburg"),
            ("DE21", "Oberbayern"),
            ("EL52", "Κεντρική Μακεδονία"),
        ];
        let regions = names.map(|(code, name)| RegionEntry {
            code: code.parse().unwrap(),
            level: 2,
            country: code[..2].parse().unwrap(),
            name: name.to_owned(),
            latin: code.starts_with("EL").then(|| "Kentrikí Makedonía".to_owned()),
            statistical: false,
        });
        Vocabularies { regions: regions.to_vec(), ..Vocabularies::default() }
    }

    #[test]
    fn regions_are_known_by_their_names_in_english_and_of_the_nomenclature() {
        let vocabularies = vocabularies();
        let code = |country: &str, name| region_code(&country.parse().unwrap(), name, &vocabularies);
        assert_eq!(code("DE", "Bavaria"), Some("DE2"));
        assert_eq!(code("DE", "Berlin"), Some("DE3"), "the larger one of a name");
        assert_eq!(code("GR", "Central Macedonia"), Some("EL52"));
        assert_eq!(code("GR", "Kentriki Makedonia"), Some("EL52"));
        assert_eq!(code("AT", "Bavaria"), None, "of its own country only");
    }

    #[test]
    fn what_is_said_of_a_region_concerns_those_within_and_around() {
        let vocabularies = vocabularies();
        let concerns =
            |country: &str, name, code| concerns_region(&country.parse().unwrap(), name, code, &vocabularies);
        assert!(concerns("DE", "Bavaria", "DE21"), "Upper Bavaria lies in it");
        assert!(concerns("FI", "Lapland", "FI1D"), "it lies in Northern and Eastern Finland");
        assert!(!concerns("DE", "Bavaria", "DE40"));
        for code in ["DE30", "DE40"] {
            assert!(concerns("DE", "Berlin and Brandenburg", code), "{code}");
        }
        assert!(!concerns("DE", "Berlin and Brandenburg", "DE21"));
        assert!(!concerns("DE", "Nowhere", "DE21"), "what nobody knows is no region");
    }
}
