//! What a person types into a form, as the format writes it: the readers of the importer read it, and terms are known by what
//! they are called.

use super::editing::{RecordField, RecordFieldKind, record_fields};
use super::export::organisations_file;
use super::import::{ImportOptions, Word, WordChoice, declare_words, import_organisations};
use super::report::{Finding, FindingKind as Kind, Severity};
use crate::domain::{LanguageTag, LocalText, OWN, Term, TermId, Vocabularies};
use crate::explore::fold;

/// The terms of a field; `None` where it has other values.
pub fn terms_of<'v>(vocabularies: &'v Vocabularies, collection: &str, path: &str) -> Option<&'v [Term]> {
    let Vocabularies { ecosystems, expertise, audiences, purposes, themes, fields, .. } = vocabularies;
    Some(match (path, collection) {
        ("ecosystems", _) => ecosystems,
        ("expertise", _) => expertise,
        ("audience", "trainings") => &vocabularies.training_audiences,
        ("topics", "trainings") => &vocabularies.training_topics,
        ("audience", _) => audiences,
        ("purpose", _) => purposes,
        ("themes", _) => themes,
        (own, _) => {
            let id = own.strip_prefix(OWN)?;
            let field = fields.iter().find(|field| field.id.as_str() == id)?;
            (field.kind == crate::domain::FieldKind::Facet).then_some(&field.terms)?
        }
    })
}

/// The identifiers of terms, one a line, as they are called in a language.
pub fn called(text: &str, terms: &[Term], language: &str) -> String {
    let name = |id: &str| {
        let term = terms.iter().find(|term| term.id.as_str() == id);
        let label = term.and_then(|term| term.label.in_language(language));
        label.map_or_else(|| id.to_owned(), |(_, label)| label.to_owned())
    };
    text.lines().map(name).collect::<Vec<_>>().join("\n")
}

/// The term that a word means: its identifier, or what it is called in any language.
fn meant<'t>(word: &str, terms: &'t [Term]) -> Option<&'t Term> {
    let folded = fold(word);
    let exact = terms.iter().find(|term| term.id.as_str() == word);
    let called = |term: &&Term| term.label.iter().any(|(_, label)| fold(label) == folded);
    // Of terms with one label the first; an identifier in other letters comes last.
    let called = exact.or_else(|| terms.iter().find(called));
    called.or_else(|| terms.iter().find(|term| fold(term.id.as_str()) == folded && !folded.is_empty()))
}

/// The identifiers that lines of words mean, one a line, and the words that mean none. What the record `had` may stay.
pub fn term_ids(text: &str, had: &str, terms: &[Term]) -> (String, Vec<String>) {
    let (mut ids, mut unknown): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for word in text.lines().map(str::trim).filter(|word| !word.is_empty()) {
        let known = meant(word, terms).map(|term| term.id.to_string());
        // Without a list any identifier is one.
        let is_free = terms.is_empty() && word.parse::<TermId>().is_ok();
        let kept = || (is_free || had.lines().any(|had| had == word)).then(|| word.to_owned());
        match known.or_else(kept) {
            Some(id) if ids.contains(&id) => {}
            Some(id) => ids.push(id),
            None => unknown.push(word.to_owned()),
        }
    }
    (ids.join("\n"), unknown)
}

/// Makes terms of words, with the words as labels. Those of which there can be none are left.
pub fn add_terms(
    words: &[String],
    vocabularies: &mut Vocabularies,
    collection: &str,
    path: &str,
    language: &str,
) {
    let is_training = collection == "trainings";
    let Vocabularies { training_audiences, training_topics, fields, .. } = &mut *vocabularies;
    let list = match path {
        "audience" if is_training => training_audiences,
        "topics" if is_training => training_topics,
        own if own.starts_with(OWN) => {
            let field = fields.iter_mut().find(|field| [OWN, field.id.as_str()].concat() == own);
            let Some(field) = field else { return };
            &mut field.terms
        }
        // The importer's own way: a term of the ecosystems has a badge.
        _ => {
            let word = |text: &String| Word {
                path: path.to_owned(),
                key: fold(text),
                text: text.clone(),
                count: 1,
                becomes: WordChoice::Own,
            };
            return declare_words(&words.iter().map(word).collect::<Vec<_>>(), vocabularies, language);
        }
    };
    for word in words {
        let Ok(id) = fold(word).replace(' ', "-").parse::<TermId>() else { continue };
        if list.iter().all(|term| term.id != id) {
            let label = language.parse::<LanguageTag>().ok().map(|tag| (tag, word.clone()));
            list.push(Term { id, label: LocalText::new(label), badge: None });
        }
    }
}

/// What was typed as the importer reads it, where a reader of the format has found a fault with it; `None` where the importer
/// cannot read it either.
pub fn as_imported(field: &RecordField, fault: &Finding) -> Option<String> {
    let member = field.path.rsplit('.').next().unwrap_or_default();
    let is_list = field.kind == RecordFieldKind::List;
    let column = match (fault.kind, member) {
        (Kind::BadCountry, _) => "country",
        (Kind::BadAddress | Kind::UnsafeAddress, _) => "website",
        (Kind::BadEmail, _) => "email",
        (Kind::BadDay, _) => "updated",
        (Kind::UnknownValue, "kind" | "precision" | "level" | "expertise_basis") if !is_list => {
            return Some(fold(&field.text).replace(' ', "_")).filter(|text| *text != field.text);
        }
        (Kind::WrongType, "lat") => "location.lat",
        (Kind::WrongType, "lon") => "location.lon",
        (Kind::WrongType, "founded") => "founded",
        (Kind::WrongType, "staff_fte") => "staff_fte",
        (Kind::WrongType, _) if field.path.starts_with(OWN) => "staff_fte",
        // All others are counted: members, places, whole amounts.
        (Kind::WrongType, _) if field.kind == RecordFieldKind::Number => "members.total",
        _ => return None,
    };
    // A list has a value a line; each is read as a cell of its own.
    let cells: Vec<&str> = if is_list { field.text.lines().collect() } else { vec![&field.text] };
    let read: Option<Vec<String>> = cells.into_iter().map(|cell| cell_as_imported(cell, column)).collect();
    read.map(|lines| lines.join("\n"))
}

/// A cell of a column of organisations, as the importer reads it.
fn cell_as_imported(cell: &str, column: &str) -> Option<String> {
    let mut row = vec![("name", "A")];
    if column != "country" {
        row.push(("country", ELSEWHERE));
    }
    // A place has two numbers.
    row.extend(match column {
        "location.lat" => Some(("location.lon", "1")),
        "location.lon" => Some(("location.lat", "1")),
        _ => None,
    });
    row.push((column, cell));
    let (header, cells): (Vec<&str>, Vec<&str>) = row.into_iter().unzip();
    let cells = cells.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let table = one_row(&header, cells);
    let options = ImportOptions::default();
    let loaded =
        import_organisations("typed.csv", table.as_bytes(), &options, &Vocabularies::default()).ok()?;
    // Of a table a part of a cell may be left out, and the report says so; what somebody types is taken as a whole or not at all.
    if loaded.report.findings.iter().any(|finding| finding.severity != Severity::Noted) {
        return None;
    }
    let file = organisations_file(&[loaded.records.first()?], &Vocabularies::default());
    let fields = record_fields(&file, "organisations")?;
    let found = fields.into_iter().find(|field| field.path == column);
    found.map(|field| field.text).filter(|text| !text.is_empty())
}

/// A country of which the places are not known: any point may lie in it.
const ELSEWHERE: &str = "JP";

fn one_row(header: &[&str], cells: Vec<String>) -> String {
    let quoted = |text: &str| ["\"", &text.replace('"', "\"\""), "\""].concat();
    let line = |cells: Vec<String>| cells.join(",");
    let header = line(header.iter().map(|name| quoted(name)).collect());
    let row = line(cells.iter().map(|cell| quoted(cell)).collect());
    [&header, "\n", &row, "\n"].concat()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::dataset::{Fetched, read_vocabularies};

    fn vocabularies() -> Vocabularies {
        let file = r#"{"format":"cluster-atlas/vocabularies/1","ecosystems":[
            {"id":"agri-food","label":{"en":"Agri-food","de":"Lebensmittel"}},{"id":"digital","label":{"en":"Digital"}}],
            "fields":[{"id":"services","kind":"facet","label":{"en":"Services"},"terms":[{"id":"training","label":{"en":"Training"}}]}]}"#;
        read_vocabularies(&Fetched::opened("v.json", file.as_bytes())).expect("vocabularies").0
    }

    #[test]
    fn terms_are_known_by_their_label_in_any_language_or_their_identifier() {
        let all = vocabularies();
        let terms = terms_of(&all, "organisations", "ecosystems").expect("terms");
        let (ids, unknown) =
            term_ids("lebensmittel\n\n DIGITAL \nagri-food\nold-one\nBrand new", "old-one", terms);
        assert_eq!((ids.as_str(), unknown), ("agri-food\ndigital\nold-one", vec!["Brand new".to_owned()]));
        assert_eq!(called("agri-food\nold-one", terms, "de"), "Lebensmittel\nold-one");
        assert_eq!(terms_of(&all, "organisations", "city"), None);
        // Without a vocabulary any identifier is a term.
        assert_eq!(term_ids("digital\nBrand new", "", &[]).1, ["Brand new"]);
    }

    #[test]
    fn a_new_term_is_one_from_then_on() {
        let mut all = vocabularies();
        for path in ["ecosystems", "fields.services"] {
            add_terms(&["Brand new".to_owned()], &mut all, "organisations", path, "en");
            let terms = terms_of(&all, "organisations", path).expect("terms");
            assert_eq!(term_ids("Brand new", "", terms), ("brand-new".to_owned(), vec![]), "{path}");
        }
    }

    #[test]
    fn what_is_typed_is_read_as_a_cell_is() {
        let finding = |kind| Finding {
            file: Arc::from("a"),
            record: None,
            row: 0,
            path: String::new(),
            severity: Severity::Dropped,
            kind,
            value: String::new(),
        };
        for (path, kind, fault, text, read) in [
            ("country", RecordFieldKind::Text, Kind::BadCountry, "Deutschland", Some("DE")),
            ("country", RecordFieldKind::Text, Kind::BadCountry, "Atlantis", None),
            (
                "eligible_countries",
                RecordFieldKind::List,
                Kind::BadCountry,
                "FR\nDeutschland",
                Some("FR\nDE"),
            ),
            ("location.lat", RecordFieldKind::Number, Kind::WrongType, "50,9", Some("50.9")),
            ("location.lon", RecordFieldKind::Number, Kind::WrongType, "11° 30'", Some("11.5")),
            ("location.lat", RecordFieldKind::Number, Kind::WrongType, "north", None),
            (
                "website",
                RecordFieldKind::Text,
                Kind::BadAddress,
                "www.neu.example",
                Some("https://www.neu.example"),
            ),
            ("website", RecordFieldKind::Text, Kind::UnsafeAddress, "javascript:alert(1)", None),
            ("website", RecordFieldKind::Text, Kind::BadAddress, "www.a.example; www.b.example", None),
            ("cutoffs[0].date", RecordFieldKind::Text, Kind::BadDay, "31.12.2027", Some("2027-12-31")),
            ("budget.eur", RecordFieldKind::Number, Kind::WrongType, "1.500", Some("1500")),
            ("founded", RecordFieldKind::Number, Kind::WrongType, "long ago", None),
            ("label.level", RecordFieldKind::Text, Kind::UnknownValue, "Gold", Some("gold")),
        ] {
            let field = RecordField { path: path.to_owned(), kind, text: text.to_owned() };
            assert_eq!(as_imported(&field, &finding(fault)).as_deref(), read, "{path}: {text}");
        }
    }
}
