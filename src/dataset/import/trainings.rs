//! Importing trainings.

use std::collections::HashSet;

use super::columns::TRAININGS;
use super::entries::{each_text, english, is_absent, object, put, read_day, sources, take, text_of, word};
use super::identifiers::{identify, slug};
use super::input::Input;
use super::moments::moment;
use super::pace::at_once;
use super::values::{Cells, mended};
use super::{ImportError, ImportOptions};
use crate::dataset::json::{Entries, Json};
use crate::dataset::records::Titled;
use crate::dataset::report::{Loaded, Reading};
use crate::dataset::trainings::read_training;
use crate::domain::{Day, LocalText, Term, Training, Vocabularies};
use crate::explore::fold;

/// English names of the EU's official languages, folded, and their codes.
const LANGUAGES: &[(&str, &str)] = &[
    ("bulgarian", "bg"),
    ("croatian", "hr"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("estonian", "et"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hungarian", "hu"),
    ("irish", "ga"),
    ("italian", "it"),
    ("latvian", "lv"),
    ("lithuanian", "lt"),
    ("maltese", "mt"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("romanian", "ro"),
    ("slovak", "sk"),
    ("slovenian", "sl"),
    ("spanish", "es"),
    ("swedish", "sv"),
];

/// Imports trainings: a table, a JSON list or a file of the format.
///
/// Audiences and topics may be free text: those that no label of `vocabularies` fits become new terms there, with
/// the text as their English label. The capacity may be a text like "25 to 40", the language an English name.
pub fn import_trainings(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &mut Vocabularies,
) -> Result<Loaded<Training>, ImportError> {
    at_once(importing_trainings(file, bytes, options, vocabularies))
}

/// The same at a pace of the options' own.
pub(crate) async fn importing_trainings(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &mut Vocabularies,
) -> Result<Loaded<Training>, ImportError> {
    let mut reading = Reading::new(file);
    let input = Input::open(file, bytes, options, &TRAININGS, &mut reading).await?;
    let before = vocabularies.clone();
    let cells = Cells::new(&before);
    // The terms first, because what reads the records refers to all of them.
    let mut name_all = |entries: &mut Entries<'_>| {
        name_terms(entries, "audience", &mut vocabularies.training_audiences);
        name_terms(entries, "topics", &mut vocabularies.training_topics);
    };
    input
        .each(&cells, &options.pace, &mut Reading::new(file), &mut |mut value, _| {
            if let Json::Object(entries) = &mut value {
                name_all(entries);
            }
            None::<()>
        })
        .await?;
    let (mut audiences, mut topics) =
        (vocabularies.training_audiences.clone(), vocabularies.training_topics.clone());
    let mut titled = Titled::new(vocabularies);
    let mut ids = HashSet::new();
    let records = input
        .each(&cells, &options.pace, &mut reading, &mut |mut value, reading| {
            if let Json::Object(entries) = &mut value {
                name_terms(entries, "audience", &mut audiences);
                name_terms(entries, "topics", &mut topics);
                prepare(entries, options);
                dates(entries, reading);
                identify(entries, "title", &mut ids, reading);
            }
            read_training(&mut titled, value, reading)
        })
        .await?;
    Ok(Loaded { records, report: input.finish(reading) })
}

/// The one session that a row of a table may have, as the list that the format has.
fn gather_session(entries: &mut Entries<'_>) {
    if let Some(Json::Object(mut session)) = take(entries, "session") {
        put(&mut session, "id", Some(word("session-1")));
        put(entries, "sessions", Some(Json::List(vec![Json::Object(session)])));
    }
}

/// Brings days and times into the format's way of writing them. A session whose date has its time in it begins then.
fn dates(entries: &mut Entries<'_>, reading: &mut Reading) {
    read_day(entries, "application_deadline", reading);
    let Some((_, Json::List(sessions))) = entries.iter_mut().find(|(name, _)| name == "sessions") else {
        return;
    };
    for (position, session) in sessions.iter_mut().enumerate() {
        let Json::Object(members) = session else { continue };
        let given = text_of(members, "date");
        if given.parse::<Day>().is_ok() {
            continue;
        }
        let Some(read) = moment(&given) else { continue };
        let time = read.time.map(|time| time.to_string());
        let shown = [&*read.day.to_string(), " ", time.as_deref().unwrap_or_default()].concat();
        mended(&format!("sessions[{position}].date"), &given, shown.trim(), reading);
        take(members, "date");
        put(members, "date", Some(word(read.day.to_string())));
        if is_absent(members, "start") {
            put(members, "start", time.map(word));
        }
    }
}

/// Puts the identifiers of terms for texts, and new terms where there is none.
fn name_terms(entries: &mut Entries<'_>, name: &str, terms: &mut Vec<Term>) {
    let Some((_, Json::List(list))) = entries.iter_mut().find(|(known, _)| known == name) else { return };
    for value in list {
        let Json::Text(text) = value else { continue };
        let folded = fold(text);
        let id = slug(text);
        let known = terms.iter().find(|term| {
            term.id.as_str() == text.trim()
                || term.id.as_str() == id
                || term.label.iter().any(|(_, label)| fold(label) == folded)
        });
        let id = match known {
            Some(term) => term.id.as_str().to_owned(),
            None => match (id.parse(), "en".parse()) {
                (Ok(term), Ok(english)) => {
                    let label = LocalText::new([(english, capitalised(text.trim()))]);
                    terms.push(Term { id: term, label, badge: None });
                    id
                }
                // Nothing but signs: the reader says that it is no term.
                _ => continue,
            },
        };
        *text = id.into();
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Brings a record into the shape of the format.
fn prepare(entries: &mut Entries<'_>, options: &ImportOptions) {
    gather_session(entries);
    each_text(entries, "language", &|text| {
        let folded = fold(text);
        let known = LANGUAGES.iter().find(|(name, _)| *name == folded);
        known.map_or(text, |(_, code)| code).to_owned()
    });
    let capacity = match take(entries, "capacity") {
        Some(Json::Text(text)) => Some(capacity(&text).unwrap_or_else(|| word(text))),
        other => other,
    };
    put(entries, "capacity", capacity);
    // What is open about the year is open about the record; where both are there, both stay.
    let year = match (take(entries, "year_note"), text_of(entries, "note")) {
        (Some(Json::Text(year)), note) if !note.is_empty() => {
            take(entries, "note");
            Some(word([&*note, "; ", &*year].concat()))
        }
        (year, _) => year,
    };
    put(entries, "note", year);
    english(entries, "summary", "summary");
    sources(entries, options);
}

/// "25 to 40", "25-40" or "40".
fn capacity(text: &str) -> Option<Json<'static>> {
    let figure = |text: &str| text.trim().parse::<u32>().ok().map(|figure| Json::Number(f64::from(figure)));
    match text.split_once(" to ").or_else(|| text.split_once(['-', '–'])) {
        Some((from, to)) => Some(object([("from", Some(figure(from)?)), ("to", Some(figure(to)?))])),
        None => figure(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_text_becomes_a_term_once() {
        let mut terms = Vec::new();
        let list = ["SME funding", "sme  funding", "Sme-Funding", "sme-funding"].map(word);
        let mut entries = vec![("topics".into(), Json::List(list.into()))];
        name_terms(&mut entries, "topics", &mut terms);
        assert_eq!(terms.len(), 1);
        assert_eq!(terms[0].label.in_language("en").map(|(_, label)| label), Some("SME funding"));
        let Json::List(list) = &entries[0].1 else { panic!("a list") };
        assert!(list.iter().all(|term| *term == word("sme-funding")), "{list:?}");
    }
}
