//! Importing calls, from JSON or from a table.

use std::collections::HashSet;

use super::columns::CALLS;
use super::country_names::Country;
use super::entries::{
    each_text, english, is_absent, object, put, read_day, sources, take, take_list, terms, word,
};
use super::identifiers::identify;
use super::input::Input;
use super::moments::moment;
use super::pace::at_once;
use super::region_names::region_code;
use super::values::{Cells, mended};
use super::{ImportError, ImportOptions};
use crate::dataset::calls::read_call;
use crate::dataset::json::{Entries, Json};
use crate::dataset::records::Titled;
use crate::dataset::report::{FindingKind as Kind, Loaded, Reading};
use crate::domain::{ANY_COUNTRY, Call, CountryCode, Day, TimeOfDay, Vocabularies};
use crate::explore::fold;

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
    at_once(importing_calls(file, bytes, options, vocabularies))
}

/// The same at a pace of the options' own.
pub(crate) async fn importing_calls(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Call>, ImportError> {
    let mut reading = Reading::new(file);
    let input = Input::open(file, bytes, options, &CALLS, &mut reading).await?;
    let mut titled = Titled::new(vocabularies);
    let cells = Cells::new(vocabularies).with_words(&options.words);
    let mut ids = HashSet::new();
    let records = input
        .each(&cells, &options.pace, &mut reading, &mut |mut value, reading| {
            if let Json::Object(entries) = &mut value {
                prepare(entries, &cells, vocabularies, options, reading);
                identify(entries, "title", &mut ids, reading);
            }
            read_call(&mut titled, value, reading)
        })
        .await?;
    Ok(Loaded { records, report: input.finish(reading) })
}

/// Brings a record into the shape of the format.
fn prepare(
    entries: &mut Entries<'_>,
    cells: &Cells<'_>,
    vocabularies: &Vocabularies,
    options: &ImportOptions,
    reading: &mut Reading,
) {
    for name in ["ecosystems", "audience", "purpose", "eligible_groups"] {
        terms(entries, name, cells);
    }
    anybody(entries, reading);
    eligibility(entries, cells, vocabularies);
    for name in ["opens", "published"] {
        read_day(entries, name, reading);
    }
    deadlines(entries, reading);
    let budget = match take(entries, "budget") {
        Some(Json::Text(text)) => Some(amount(&text).unwrap_or_else(|| object([("note", Some(word(text)))]))),
        other => other,
    };
    put(entries, "budget", budget);
    english(entries, "summary", "summary");
    sources(entries, options);
}

/// Whether an audience is anybody.
pub(super) fn is_anybody(text: &str) -> bool {
    const ANYBODY: [&str; 9] =
        ["all", "any", "anybody", "anyone", "everybody", "everyone", "alle", "tous", "todos"];
    // An identifier such as `all_` is a term's own.
    ANYBODY.contains(&text.trim().trim_end_matches(['.', '!']).to_lowercase().as_str())
}

/// Takes out of the audience what says that anybody may apply: a call without an audience rules nobody out.
fn anybody(entries: &mut Entries<'_>, reading: &mut Reading) {
    let Some((_, Json::List(list))) = entries.iter_mut().find(|(name, _)| name == "audience") else { return };
    list.retain(|value| {
        let Json::Text(text) = value else { return true };
        let is_anybody = is_anybody(text);
        if is_anybody {
            mended("audience", text, "", reading);
        }
        !is_anybody
    });
}

/// Reads the cut-offs from any way of writing them. What is no date stays in words: a call whose deadline were dropped
/// would look as if it were open for ever.
fn deadlines(entries: &mut Entries<'_>, reading: &mut Reading) {
    let mut cutoffs = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for (position, value) in take_list(entries, "cutoffs").into_iter().enumerate() {
        let path = format!("cutoffs[{position}]");
        let (text, rest) = match value {
            Json::Text(text) => (text, Vec::new()),
            Json::Object(mut members) => match take(&mut members, "date") {
                Some(Json::Text(text)) => (text, members),
                other => {
                    put(&mut members, "date", other);
                    cutoffs.push(Json::Object(members));
                    continue;
                }
            },
            other => {
                cutoffs.push(other);
                continue;
            }
        };
        let Some(read) = cut_offs(&text) else {
            reading.noted(path, Kind::InWords, &text);
            words.push(text.trim().to_owned());
            continue;
        };
        let shown = read.iter().map(Read::shown).collect::<Vec<_>>().join("; ");
        if shown != *text.trim() && exact_cut_off(&text).is_none() {
            mended(&path, &text, &shown, reading);
        }
        cutoffs.extend(read.into_iter().map(|read| {
            // What stands beside the date says more than what stands in it.
            let own = |name: &str| !rest.iter().any(|(known, _)| known == name);
            let mut members = rest.clone();
            put(&mut members, "date", Some(word(read.date.to_string())));
            put(&mut members, "time", read.time.filter(|_| own("time")).map(|time| word(time.to_string())));
            put(&mut members, "note", read.note.filter(|_| own("note")).map(word));
            Json::Object(members)
        }));
    }
    put(entries, "cutoffs", Some(Json::List(cutoffs)));
    if !words.is_empty() && is_absent(entries, "deadline_words") {
        put(entries, "deadline_words", Some(word(words.join("; "))));
    }
}

/// How people write that applicants may come from anywhere, folded.
const ANYWHERE: [&str; 10] = [
    "any",
    "any country",
    "all",
    "all countries",
    "worldwide",
    "international",
    "global",
    "alle lander",
    "weltweit",
    "tous les pays",
];

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
        if let Some(group) = cells.known_term(text, "eligible_groups") {
            groups.push(word(group.to_owned()));
        } else if ANYWHERE.contains(&fold(text).as_str()) {
            countries.push(word(ANY_COUNTRY));
        } else if let Country::Named(code) | Country::Meant(code) = cells.countries.read(text) {
            countries.push(word(code));
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
    let (_, names) = text.trim().strip_suffix(')')?.split_once('(')?;
    // Where what is in brackets is another country, it is no part of the first.
    let Country::Beside(country) = cells.countries.read(text) else { return None };
    Some((country.parse().ok()?, names))
}

/// A region as the table of an export writes it, `BE/BE3/Wallonia`.
fn region(value: Json<'_>) -> Json<'_> {
    let Json::Text(text) = &value else { return value };
    let mut parts = text.splitn(3, '/').map(|part| Some(part.trim()).filter(|part| !part.is_empty()));
    let mut part = || parts.next().flatten().map(|part| word(part.to_owned()));
    let (country, code, name) = (part(), part(), part());
    object([("country", country), ("code", code), ("name", name)])
}

/// A cut-off that was read.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    date: Day,
    time: Option<TimeOfDay>,
    note: Option<String>,
}

impl Read {
    /// As the table of an export writes it.
    fn shown(&self) -> String {
        let time = self.time.map(|time| format!(" {time}")).unwrap_or_default();
        let note = self.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{}{time}{note}", self.date)
    }
}

/// A cut-off as the table of an export writes it, `2024-03-10 17:00 (first round)`.
fn exact_cut_off(text: &str) -> Option<Read> {
    let (when, note) = with_note(text);
    let (date, time) = when.split_once([' ', 'T']).unwrap_or((when, ""));
    let time = Some(time.trim()).filter(|time| !time.is_empty()).map(str::parse).transpose().ok()?;
    Some(Read { date: date.parse().ok()?, time, note: note.map(str::to_owned) })
}

/// A text and what stands behind it in parentheses.
fn with_note(text: &str) -> (&str, Option<&str>) {
    match text.trim().strip_suffix(')').and_then(|text| text.split_once('(')) {
        Some((when, note)) => (when.trim(), Some(note.trim())),
        None => (text.trim(), None),
    }
}

/// A cut-off in any way of writing it, perhaps with a name before it or a note behind it.
fn one_cut_off(text: &str) -> Option<Read> {
    let read = |text: &str, note: Option<&str>| {
        let moment = moment(text)?;
        Some(Read { date: moment.day, time: moment.time, note: note.map(str::to_owned) })
    };
    let (when, note) = with_note(text);
    let named = || {
        let (name, when) = text.split_once(": ")?;
        // "17:00" has no space behind its colon, so what stands before is a name, of which figures are no part.
        read(when, Some(name.trim()))
    };
    exact_cut_off(text).or_else(|| read(text, None)).or_else(|| read(when, note)).or_else(named)
}

/// The cut-offs in one text: a single one, or several parted by semicolons, bars, commas or "and". `None` unless all of
/// them can be read, because half of them would say that the call closes earlier or later than it does.
fn cut_offs(text: &str) -> Option<Vec<Read>> {
    if let Some(one) = one_cut_off(text) {
        return Some(vec![one]);
    }
    [&[";", "|", "\n"][..], &[", "], &[","], &[" and ", " & ", " und ", " et "]].iter().find_map(
        |separators| {
            let mut parts = vec![text];
            for separator in *separators {
                parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
            }
            let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
            if parts.len() < 2 {
                return None;
            }
            parts.into_iter().map(one_cut_off).collect()
        },
    )
}

/// A text like "EUR 90,000 (25 vouchers of EUR 3,600)" as an amount and a note; `None` for any other text.
pub(super) fn amount(text: &str) -> Option<Json<'static>> {
    let rest = text.trim();
    let rest = rest.strip_prefix("EUR").or_else(|| rest.strip_prefix('€'))?.trim_start();
    let (figure, note) = match rest.split_once('(') {
        Some((figure, note)) => (figure.trim(), Some(note.strip_suffix(')')?.trim())),
        None => (rest, None),
    };
    let figure = super::numbers::whole(figure).filter(|figure| figure.fract() == 0.0)?;
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
            ("2024-03-10", "2024-03-10"),
            ("2024-03-10T17:00", "2024-03-10 17:00"),
            ("2024-03-10 (17:00 (sic))", "2024-03-10 (17:00 (sic))"),
            ("2024-03-10 (a; b)", "2024-03-10 (a; b)"),
            ("First round: 10 March 2024", "2024-03-10 (First round)"),
            ("2026-03-10 17:00; 2026-09-10 17:00", "2026-03-10 17:00; 2026-09-10 17:00"),
            ("2026-03-10 17:00, 2026-09-10 17:00", "2026-03-10 17:00; 2026-09-10 17:00"),
            ("2026-03-10 | 2026-09-10", "2026-03-10; 2026-09-10"),
            ("10 March 2026 and 10 September 2026", "2026-03-10; 2026-09-10"),
            ("soon", ""),
            ("2026-03-10, later", ""),
        ] {
            let read = cut_offs(text).unwrap_or_default();
            assert_eq!(read.iter().map(Read::shown).collect::<Vec<_>>().join("; "), expected, "{text}");
        }
    }
}
