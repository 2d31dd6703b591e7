//! Importing calls, from JSON or from a table.

use std::collections::HashSet;

use super::columns::CALL;
use super::entries::{
    each_text, english, is_json, json_records, object, put, sources, take, take_list, terms, word,
};
use super::region_names::region_code;
use super::{Cells, ImportError, ImportOptions, identify, read_table, wanted_columns};
use crate::dataset::calls::read_call;
use crate::dataset::json::{Entries, Json};
use crate::dataset::records::Titled;
use crate::dataset::report::{Loaded, Reading};
use crate::domain::{Call, CountryCode, Vocabularies};

/// Imports calls: a JSON list, a file of the format, or a table.
///
/// Countries, groups of countries and regions may stand in one list, by name; ecosystems, audiences and purposes by
/// label; the budget as a text that begins with its amount. A call without an identifier gets one made of its title.
pub fn import_calls(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Call>, ImportError> {
    let mut reading = Reading::new(file);
    let mut titled = Titled::new(vocabularies);
    let cells = Cells::new(vocabularies);
    let mut ids = HashSet::new();
    let mut records = Vec::new();
    let mut import = |mut entries: Entries<'_>, reading: &mut Reading| {
        prepare(&mut entries, &cells, vocabularies, options);
        identify(&mut entries, "title", &mut ids, reading);
        read_call(&mut titled, Json::Object(entries), reading)
    };
    if is_json(bytes) {
        for value in json_records(file, bytes, options)? {
            records.extend(reading.record(|reading| match value {
                Json::Object(entries) => import(entries, reading),
                other => read_call(&mut Titled::new(vocabularies), other, reading),
            }));
        }
    } else {
        let table = read_table(file, bytes)?;
        let columns = wanted_columns(file, &table, CALL, "title", options, &mut reading)?;
        for row in &table.rows {
            records.extend(reading.record(|reading| {
                let entries = cells.row(row, &columns, reading);
                import(entries, reading)
            }));
        }
    }
    Ok(Loaded { records, report: reading.finish() })
}

/// Brings a record into the shape of the format.
fn prepare(
    entries: &mut Entries<'_>,
    cells: &Cells<'_>,
    vocabularies: &Vocabularies,
    options: &ImportOptions,
) {
    for name in ["ecosystems", "audience", "purpose", "eligible_groups"] {
        terms(entries, name, cells);
    }
    eligibility(entries, cells, vocabularies);
    let cutoffs = take_list(entries, "cutoffs").into_iter().map(|cutoff| match cutoff {
        Json::Text(text) => cut_off(&text),
        other => other,
    });
    let cutoffs = Json::List(cutoffs.collect());
    put(entries, "cutoffs", Some(cutoffs));
    let budget = match take(entries, "budget") {
        Some(Json::Text(text)) => Some(amount(&text).unwrap_or_else(|| object([("note", Some(word(text)))]))),
        other => other,
    };
    put(entries, "budget", budget);
    english(entries, "summary", "summary");
    sources(entries, options);
}

/// Sorts the names of a list of countries into countries, groups and regions. What is none of them stays, and is
/// reported by the reader.
fn eligibility(entries: &mut Entries<'_>, cells: &Cells<'_>, vocabularies: &Vocabularies) {
    let mut regions: Vec<Json<'_>> = take_list(entries, "eligible_regions").into_iter().map(region).collect();
    let mut groups = take_list(entries, "eligible_groups");
    let mut countries = Vec::new();
    for value in take_list(entries, "eligible_countries") {
        let Json::Text(text) = &value else {
            countries.push(value);
            continue;
        };
        if let Some(code) = cells.countries.code(text) {
            countries.push(word(code));
        } else if let Some(group) = cells.known_term(text, "eligible_groups") {
            groups.push(word(group.to_owned()));
        } else if let Some((country, names)) = parts_of_country(text, cells) {
            for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                let code = region_code(&country, name, vocabularies).map(|code| word(code.to_owned()));
                let country = Some(word(country.to_string()));
                regions.push(object([
                    ("country", country),
                    ("code", code),
                    ("name", Some(word(name.to_owned()))),
                ]));
            }
        } else {
            countries.push(value);
        }
    }
    for (name, list) in
        [("eligible_countries", countries), ("eligible_groups", groups), ("eligible_regions", regions)]
    {
        put(entries, name, Some(Json::List(list)));
    }
    each_text(entries, "eligible_countries", &|text| text.trim().to_owned());
}

/// "Belgium (Wallonia)" as the country and the names of its parts.
fn parts_of_country<'t>(text: &'t str, cells: &Cells<'_>) -> Option<(CountryCode, &'t str)> {
    let (country, names) = text.trim().strip_suffix(')')?.split_once('(')?;
    Some((cells.countries.code(country)?.parse().ok()?, names))
}

/// A region as the table of an export writes it, `BE/BE3/Wallonia`.
fn region(value: Json<'_>) -> Json<'_> {
    let Json::Text(text) = &value else { return value };
    let mut parts = text.splitn(3, '/').map(|part| Some(part.trim()).filter(|part| !part.is_empty()));
    let mut part = || parts.next().flatten().map(|part| word(part.to_owned()));
    let (country, code, name) = (part(), part(), part());
    object([("country", country), ("code", code), ("name", name)])
}

/// A cut-off as the table of an export writes it, `2024-03-10 17:00 (first round)`.
fn cut_off(text: &str) -> Json<'static> {
    let (when, note) = match text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        Some((when, note)) => (when.trim(), Some(word(note.trim().to_owned()))),
        None => (text.trim(), None),
    };
    let (date, time) = when.split_once([' ', 'T']).unwrap_or((when, ""));
    let time = Some(time.trim()).filter(|time| !time.is_empty()).map(|time| word(time.to_owned()));
    object([("date", Some(word(date.to_owned()))), ("time", time), ("note", note)])
}

/// A text like "EUR 90,000 (25 vouchers of EUR 3,600)" as an amount and a note; `None` for any other text.
fn amount(text: &str) -> Option<Json<'static>> {
    let rest = text.trim();
    let rest = rest.strip_prefix("EUR").or_else(|| rest.strip_prefix('€'))?.trim_start();
    let (figure, note) = match rest.split_once('(') {
        Some((figure, note)) => (figure.trim(), Some(note.strip_suffix(')')?.trim())),
        None => (rest, None),
    };
    let figure = super::whole(figure).filter(|figure| figure.fract() == 0.0)?;
    let note = note.filter(|note| !note.is_empty()).map(|note| word(note.to_owned()));
    Some(object([("eur", Some(Json::Number(figure))), ("note", note)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: Option<Json<'_>>) -> Vec<(String, String)> {
        let Some(Json::Object(entries)) = value else { return Vec::new() };
        entries.into_iter().map(|(name, value)| (name.into_owned(), value.shown().into_owned())).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn an_amount_and_its_note_are_told_apart() {
        assert_eq!(shown(amount("EUR 42,000,000")), pairs(&[("eur", "42000000")]));
        assert_eq!(
            shown(amount("EUR 90,000 (25 vouchers of EUR 3,600)")),
            pairs(&[("eur", "90000"), ("note", "25 vouchers of EUR 3,600")])
        );
        for other in ["about EUR 5", "EUR 1.5 million", "5", "EUR 5 (open"] {
            assert_eq!(amount(other), None, "{other}");
        }
    }

    #[test]
    fn a_cut_off_is_a_day_perhaps_a_time_and_a_note() {
        for (text, expected) in [
            ("2024-03-10", pairs(&[("date", "2024-03-10")])),
            ("2024-03-10T17:00", pairs(&[("date", "2024-03-10"), ("time", "17:00")])),
            ("2024-03-10 (17:00 (sic))", pairs(&[("date", "2024-03-10"), ("note", "17:00 (sic)")])),
            ("soon", pairs(&[("date", "soon")])),
        ] {
            assert_eq!(shown(Some(cut_off(text))), expected, "{text}");
        }
    }
}
