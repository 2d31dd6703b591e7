//! Regions as English texts call them, where the nomenclature has another name.

use crate::domain::{CountryCode, Vocabularies};
use crate::explore::fold;

/// Folded names by code. Source: NUTS 2024; the names are those in common English use.
const NAMES: &[(&str, &str)] = &[
    ("BE1", "brussels"),
    ("BE2", "flanders"),
    ("BE3", "wallonia"),
    ("DE2", "bavaria"),
    ("DEA", "north rhine westphalia"),
    ("DED", "saxony"),
    ("DEG", "thuringia"),
    ("ES21", "basque country"),
    ("ES22", "navarre"),
    ("ES24", "aragon"),
    ("ES41", "castile and leon"),
    ("ES51", "catalonia"),
    ("ES61", "andalusia"),
    ("FRD", "normandy"),
    ("FRH", "brittany"),
    ("FRM", "corsica"),
    ("ITC1", "piedmont"),
    ("ITC4", "lombardy"),
    ("ITF4", "apulia"),
    ("ITG1", "sicily"),
    ("ITG2", "sardinia"),
    ("ITI1", "tuscany"),
    ("RO124", "harghita"),
];

/// The code of a country's region, from its name in English or as the vocabularies have it. Of two regions of one
/// name, one within the other, it is the larger one.
pub(super) fn region_code<'v>(
    country: &CountryCode,
    name: &str,
    vocabularies: &'v Vocabularies,
) -> Option<&'v str> {
    let wanted = fold(name);
    let english = NAMES.iter().find(|(code, known)| code.starts_with(country.as_str()) && *known == wanted);
    english.map(|(code, _)| *code).or_else(|| {
        let own = vocabularies.regions.iter().filter(|region| region.country == *country);
        let own = own.filter(|region| fold(&region.name) == wanted);
        own.map(|region| region.code.as_str()).min_by_key(|code| code.len())
    })
}
