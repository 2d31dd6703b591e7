//! Identifiers for records that have none, or none that fits in an address.

use std::collections::HashSet;

use super::values::mended;
use crate::dataset::json::{Entries, Json};
use crate::dataset::report::{FindingKind as Kind, Reading};
use crate::domain::RecordId;
use crate::explore::fold;

/// Gives a record without an identifier one: its country and its name, in plain letters, so that the same table
/// gives the same addresses again. An identifier that does not fit in an address is mended.
pub(super) fn identify(
    entries: &mut Entries<'_>,
    name: &str,
    ids: &mut HashSet<String>,
    reading: &mut Reading,
) {
    let text = |entries: &Entries<'_>, key: &str| match entries.iter().find(|(name, _)| name == key) {
        Some((_, Json::Text(text))) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    };
    let given = match entries.iter().find(|(name, _)| name == "id") {
        Some((_, number @ Json::Number(_))) => Some(number.shown().into_owned()),
        _ => text(entries, "id"),
    };
    if let Some(given) = &given
        && given.parse::<RecordId>().is_ok()
    {
        ids.insert(given.clone());
        if let Some((_, value)) = entries.iter_mut().find(|(name, _)| name == "id") {
            *value = Json::Text(given.clone().into());
        }
        return;
    }
    // Another type than text or number is for the reader to refuse.
    if entries
        .iter()
        .any(|(name, value)| name == "id" && !matches!(value, Json::Null | Json::Text(_) | Json::Number(_)))
    {
        return;
    }
    let stem = given.as_deref().map(slug).filter(|stem| !stem.is_empty());
    let stem = stem.or_else(|| {
        let country = text(entries, "country").unwrap_or_default();
        Some(slug(&format!("{country} {}", text(entries, name)?)))
    });
    // A record that has not even a name is refused for that, not for the identifier that nobody can make.
    let is_nameless = given.is_none() && stem.is_none();
    let Some(stem) = stem.or_else(|| is_nameless.then(|| NAMELESS.to_owned())) else { return };
    entries.retain(|(name, _)| name != "id");
    let made = free(&stem, &|id| ids.contains(id));
    ids.insert(made.clone());
    if !is_nameless {
        reading.identified(&made);
    }
    match given {
        None if is_nameless => {}
        Some(given) => mended("id", &given, &made, reading),
        None => reading.noted("id", Kind::MadeId, &made),
    }
    entries.push(("id".into(), Json::Text(made.into())));
}

/// What stands for the identifier of a record that has not even a name, in the findings about it.
const NAMELESS: &str = "unnamed";

/// Whether an identifier in a report stands for a record without a name, which is no word of its file.
///
/// ```
/// use cluster_atlas::dataset::stands_for_no_name;
/// assert!(stands_for_no_name("unnamed") && stands_for_no_name("unnamed-12") && !stands_for_no_name("de-unnamed"));
/// ```
pub fn stands_for_no_name(id: &str) -> bool {
    let number = id.strip_prefix(NAMELESS).map(|rest| rest.strip_prefix('-').unwrap_or(rest));
    number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// An identifier for an organisation of a name in a country, another than those that are taken.
pub(crate) fn identifier_of(country: &str, name: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    free(&slug(&[country, " ", name].concat()), is_taken)
}

/// An identifier that is not taken: with a number behind it where it is.
fn free(stem: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    let mut made = stem.to_owned();
    let mut number = 2;
    while is_taken(&made) {
        made = format!("{stem}-{number}");
        number += 1;
    }
    made
}

/// A text as an identifier: plain letters and digits, parted by hyphens.
pub(super) fn slug(text: &str) -> String {
    let words = fold(text);
    let mut slug: String =
        words.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(100).collect();
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
