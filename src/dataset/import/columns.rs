//! Which column of a table is which field of a record.

mod fields;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::ImportOptions;
use super::own::{self, OwnColumn};
use super::steps::{CellSteps, Part};
use crate::dataset::export::{PROVENANCE, is_label};
use crate::dataset::report::{FindingKind as Kind, Reading, Severity};
use crate::domain::{OWN, OwnField};
use crate::explore::fold;

pub(crate) use fields::Shape;
pub(super) use fields::{
    CALLS, Columns, EVENTS, Field, ORGANISATION_FACTS, ORGANISATIONS, PARTNER_REQUESTS, REGIONS, TRAININGS,
    columns_of,
};

/// Where a column's cells go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// The path in the format.
    pub(super) path: String,
    /// How its cells are read.
    pub(super) shape: Shape,
    /// The field of the dataset's own that it is.
    pub(super) own: Option<OwnColumn>,
    /// What is done to its cells before.
    pub(super) steps: CellSteps,
    /// Which part of a cell it is.
    pub(super) part: Part,
}

/// What of a cell goes into a field.
pub(super) struct Taken<'c> {
    /// It; `None` for the second part of a cell that is not split anywhere.
    pub(super) text: Option<Cow<'c, str>>,
    /// Whether something was taken out of the cell.
    pub(super) is_stripped: bool,
    /// Values behind the first one, in a field that has but one.
    pub(super) others: Option<String>,
}

impl Column {
    fn new(path: String, shape: Shape, own: Option<OwnColumn>) -> Self {
        Self { path, shape, own, steps: CellSteps::default(), part: Part::Whole }
    }

    /// What of a cell goes into the field.
    pub(super) fn taken<'c>(&self, cell: &'c str) -> Taken<'c> {
        let stripped = self.steps.stripped(cell);
        let is_stripped = matches!(stripped, Cow::Owned(_));
        let (text, others) = match (self.part, stripped) {
            (Part::Whole, stripped) => {
                let (text, others) = self.steps.values(stripped, self.shape);
                (Some(text), others)
            }
            (part, Cow::Borrowed(text)) => (self.steps.part(text, part).map(Cow::Borrowed), None),
            (part, Cow::Owned(text)) => {
                (self.steps.part(&text, part).map(|text| Cow::Owned(text.to_owned())), None)
            }
        };
        Taken { text, is_stripped, others }
    }

    /// Whether its cells have days in them.
    pub(super) fn is_dated(&self) -> bool {
        self.shape == Shape::Day || matches!(&*self.path, "cutoffs" | "session.date" | "application_deadline")
    }
}

/// Finds the fields of every column: none for those that no field wants, which are reported; two for a pair.
///
/// A mapping decides first: from a column's name to a field's, or to nothing for a column to be skipped. Of several
/// columns that could be one field, the mapped one is it, then the one with the field's own name, then the first; the
/// others are reported with the one that was taken. A column that is to be joined to them competes with none.
pub(super) fn columns(
    header: &[String],
    of: &Columns,
    options: &ImportOptions,
    reading: &mut Reading,
) -> Vec<Vec<Column>> {
    let mapping = folded(&options.mapping);
    let candidates: Vec<Vec<(Column, u8)>> = header
        .iter()
        .map(|name| {
            let mapped = mapping.get(&fold(name)).copied();
            if mapped.is_none() && is_label(header, name) {
                return Vec::new();
            }
            let columns = match mapped {
                Some(mapped) => mapped_columns(mapped, of, &options.declared).unwrap_or_default(),
                None => find(name, of, &options.declared).into_iter().collect(),
            };
            let ranked = |column: Column| {
                let is_own = fold(&column.path) == fold(name);
                (column, if mapped.is_some() { 0 } else { 2 - u8::from(is_own) })
            };
            columns.into_iter().map(ranked).collect()
        })
        .collect();
    let best = |path: &str| {
        let rivals = candidates.iter().enumerate().flat_map(|(position, columns)| {
            let rivals = columns.iter().filter(|(other, _)| other.path == path && other.steps.join.is_none());
            rivals.map(move |(_, rank)| (*rank, position))
        });
        rivals.min().map(|(_, position)| position)
    };
    let mut all: Vec<Vec<Column>> = Vec::with_capacity(header.len());
    for (position, (name, columns)) in header.iter().zip(&candidates).enumerate() {
        let mut wanted = Vec::with_capacity(columns.len());
        for (column, _) in columns {
            let taken = best(&column.path).filter(|taken| *taken != position && column.steps.join.is_none());
            match taken {
                Some(taken) => {
                    let value = format!("{} is read from column {:?}", column.path, header[taken]);
                    reading.noted_once(name, Kind::DuplicateValue, Severity::Dropped, &value);
                }
                None => wanted.push(column.clone()),
            }
        }
        let mapped = mapping.get(&fold(name)).copied();
        let skipped = mapped.is_some_and(|field| field.trim().is_empty())
            || PROVENANCE.contains(&name.as_str())
            || is_label(header, name)
            || name.is_empty();
        if columns.is_empty() && !skipped {
            reading.noted_once(name, Kind::UnknownField, Severity::Dropped, mapped.unwrap_or(name));
        }
        all.push(wanted);
    }
    all
}

fn folded(mapping: &BTreeMap<String, String>) -> BTreeMap<String, &str> {
    mapping.iter().map(|(column, field)| (fold(column), field.as_str())).collect()
}

/// What a mapping asks for that is not there: columns that the table does not have, fields that the format does not.
pub(super) fn mistakes(
    header: &[String],
    of: &Columns,
    options: &ImportOptions,
) -> (Vec<String>, Vec<String>) {
    let mapping = &options.mapping;
    let header: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let columns = mapping.keys().filter(|column| !header.contains(&fold(column))).cloned();
    let unknown = mapping
        .values()
        .filter(|field| !field.trim().is_empty() && mapped_columns(field, of, &options.declared).is_none());
    (columns.collect(), unknown.cloned().collect())
}

/// Whether a row could be the header: most of what it names is a field.
pub(super) fn is_header(row: &[String], of: &Columns, options: &ImportOptions) -> bool {
    let mapping = folded(&options.mapping);
    let found: Vec<Column> = row
        .iter()
        .flat_map(|name| match mapping.get(&fold(name)) {
            Some(mapped) => mapped_columns(mapped, of, &options.declared).unwrap_or_default(),
            None => find(name, of, &options.declared).into_iter().collect(),
        })
        .collect();
    found.len() >= 2 && found.iter().any(|column| column.path == of.required)
}

/// The fields that a mapping names for a column, with what is done to its cells; `None` where there is no such field.
fn mapped_columns(mapped: &str, of: &Columns, declared: &[OwnField]) -> Option<Vec<Column>> {
    let (steps, field) = CellSteps::read(mapped);
    let found = |field: &str, part| {
        find(field, of, declared).map(|column| Column { steps: steps.clone(), part, ..column })
    };
    // A label may have the sign in it that stands between two fields.
    let places = field.match_indices(" & ").filter(|_| steps.split.is_some());
    let mut pair = places.filter_map(|(at, between)| {
        let second = found(&field[at + between.len()..], Part::Second)?;
        Some(vec![found(&field[..at], Part::First)?, second])
    });
    pair.find(|pair| pair[0].path != pair[1].path)
        .or_else(|| found(field, Part::Whole).map(|column| vec![column]))
}

/// The field that a column asks for, as a mapping names it, whether or not it gets it: what the mapping says, else what its
/// name says. `None` where it is to be left out.
pub(super) fn wanted(name: &str, of: &Columns, options: &ImportOptions) -> Option<String> {
    let mapped = folded(&options.mapping).get(&fold(name)).map(|mapped| (*mapped).to_owned());
    let by_name = || find(name, of, &options.declared).map(|column| column.path);
    mapped.or_else(by_name).filter(|field| !field.is_empty())
}

/// How the cells of a field are read; `None` where there is no such field.
pub(super) fn shape_of(field: &str, of: &Columns) -> Option<Shape> {
    find(field, of, &[]).map(|column| column.shape)
}

/// The field of the format that goes by a name; `None` where only the dataset could have one.
pub(super) fn field_named(name: &str, of: &Columns) -> Option<Field> {
    let folded = fold(name);
    let own = of.fields().find(|field| fold(field.path) == folded);
    own.or_else(|| of.fields().find(|field| field.also.contains(&folded.as_str())))
}

/// The field of a summary whose language nobody said.
const SUMMARY_PATH: &str = "summary.en";

/// What summaries are called, folded, with the language that the word is in; nothing where it is that of several.
const SUMMARIES: [(&str, &str); 30] = [
    ("summary", ""),
    ("description", ""),
    ("short description", "en"),
    ("about", "en"),
    ("abstract", ""),
    ("text", ""),
    ("beschreibung", "de"),
    ("kurzbeschreibung", "de"),
    ("zusammenfassung", "de"),
    ("kurzprofil", "de"),
    ("kurztext", "de"),
    ("resume", "fr"),
    ("descriptif", "fr"),
    ("presentation", ""),
    ("description courte", "fr"),
    ("opis", "pl"),
    ("krotki opis", "pl"),
    ("descripcion", "es"),
    ("resumen", "es"),
    ("descrizione", "it"),
    ("riassunto", "it"),
    ("descricao", "pt"),
    ("beschrijving", "nl"),
    ("omschrijving", "nl"),
    ("samenvatting", "nl"),
    ("beskrivning", "sv"),
    ("beskrivelse", "da"),
    ("perigrafi", "el"),
    ("popis", "cs"),
    ("leiras", "hu"),
];

/// Languages as headings write them, folded.
const LANGUAGES: [(&str, &str); 24] = [
    ("en", "english englisch anglais eng engels ingles inglese angielski"),
    ("de", "german deutsch allemand ger deu duits aleman tedesco niemiecki"),
    ("fr", "french francais franzosisch fra fre frans frances francese francuski"),
    ("es", "spanish espanol spanisch espagnol spa spagnolo"),
    ("it", "italian italiano italienisch italien ita"),
    ("nl", "dutch nederlands niederlandisch neerlandais nld"),
    ("pl", "polish polski polnisch polonais pol"),
    ("pt", "portuguese portugues portugiesisch portugais por"),
    ("sv", "swedish svenska schwedisch suedois swe"),
    ("da", "danish dansk danisch danois dan"),
    ("fi", "finnish suomi finnisch finnois fin"),
    ("cs", "czech cesky cestina tschechisch tcheque ces"),
    ("sk", "slovak slovensky slovencina slowakisch slovaque slk"),
    ("hu", "hungarian magyar ungarisch hongrois hun"),
    ("ro", "romanian romana rumanisch roumain ron"),
    ("bg", "bulgarian balgarski bulgarisch bulgare bul"),
    ("el", "greek ellinika griechisch grec ell gr"),
    ("hr", "croatian hrvatski kroatisch croate hrv"),
    ("sl", "slovenian slovenscina slowenisch slovene slv"),
    ("lt", "lithuanian lietuviu litauisch lituanien lit"),
    ("lv", "latvian latviesu lettisch letton lav"),
    ("et", "estonian eesti estnisch estonien est"),
    ("ga", "irish gaeilge irisch irlandais gle"),
    ("mt", "maltese malti maltesisch maltais mlt"),
];

/// The language of a summary, by the name of its column: "Description (EN)", "Beschreibung". `None` where the name is
/// something else, or says no language.
fn summary_language(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let stem = |text: &str| SUMMARIES.iter().find(|(known, _)| *known == text).map(|(_, language)| *language);
    if let Some(language) = stem(&folded) {
        return Some(language).filter(|language| !language.is_empty());
    }
    let (before, last) = folded.rsplit_once(' ')?;
    let language =
        LANGUAGES.iter().find(|(tag, names)| *tag == last || names.split(' ').any(|name| name == last));
    let joins = [" in", " auf", " en"];
    let before = joins.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    stem(before).and(language).map(|(tag, _)| *tag)
}

fn find(name: &str, of: &Columns, declared: &[OwnField]) -> Option<Column> {
    // Languages differ in case and hyphens only, so the name is taken as it stands.
    if let Some((stem, language)) = name.trim().split_once(['_', '.'])
        && stem.eq_ignore_ascii_case("summary")
    {
        let path = format!("summary.{}", language.to_ascii_lowercase());
        return Some(Column::new(path, Shape::Text, None));
    }
    if let Some(language) =
        summary_language(name).filter(|_| of.fields().any(|field| field.path == SUMMARY_PATH))
    {
        return Some(Column::new(format!("summary.{language}"), Shape::Text, None));
    }
    let own_column = |own: OwnColumn| {
        let shape = own::shape_of(own::kind_of(&own, declared));
        Column::new(OwnField::path(&own.id), shape, Some(own))
    };
    if of.has_own() && name.trim().starts_with(OWN) {
        return OwnColumn::read(name).map(own_column);
    }
    match field_named(name, of) {
        Some(field) => Some(Column::new(field.path.to_owned(), field.shape, None)),
        None if of.has_own() => own::by_name(name, declared).map(own_column),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::fields::ALL;
    use super::*;
    use crate::collection::Collection;
    use crate::dataset::export::{CALL_COLUMNS, COLUMNS};

    fn path(name: &str) -> Option<String> {
        find(name, &ORGANISATIONS, &[]).map(|column| column.path)
    }

    #[test]
    fn headers_are_matched_without_case_accents_and_punctuation() {
        for (name, expected) in [
            ("NAME", "name"),
            ("Región", "region.name"),
            ("region_code", "region.code"),
            ("Industrial Ecosystems", "ecosystems"),
            ("E-Mail", "email"),
            ("Label level", "label.level"),
            ("summary_FR", "summary.fr"),
            ("summary_sr-Latn", "summary.sr-latn"),
            ("Beschreibung (DE)", "summary.de"),
            ("Beschreibung (EN)", "summary.en"),
            ("Description (EN)", "summary.en"),
            ("Description FR", "summary.fr"),
            ("Description", "summary.en"),
            ("Description in German", "summary.de"),
            ("Résumé", "summary.fr"),
            ("Περιγραφή", "summary.el"),
            ("Branche", "fields.sector"),
            ("Filière", "fields.sector"),
            ("davon KMU", "members.sme"),
            ("Gründungsjahr", "founded"),
            ("Year founded", "founded"),
            ("Année de création", "founded"),
            ("Nombre d'adhérents", "members.total"),
            ("letzte Änderung", "updated"),
            ("Sitz", "city"),
            ("Netzwerk", "name"),
            ("Nazwa", "name"),
            ("Strona internetowa", "website"),
            ("Kod pocztowy", "fields.postcode"),
            ("Szerokość geograficzna", "location.lat"),
            ("Liczba członków", "members.total"),
            ("Ragione sociale", "name"),
            ("Anno di fondazione", "founded"),
            ("Naam", "name"),
            ("Telefoonnummer", "fields.telephone"),
            ("Correo electrónico", "email"),
            ("Dirección", "fields.address"),
            ("Επωνυμία", "name"),
            ("Χώρα", "country"),
            ("Πόλη", "city"),
            ("Ιστοσελίδα", "website"),
            ("Διεύθυνση", "fields.address"),
            ("Τηλέφωνο", "fields.telephone"),
            ("Γεωγραφικό πλάτος", "location.lat"),
            ("Κλάδος", "fields.sector"),
            ("Μέλη", "members.total"),
            ("Έτος ίδρυσης", "founded"),
        ] {
            assert_eq!(path(name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn our_own_export_is_known_column_by_column() {
        for column in COLUMNS {
            let expected = column.replace("region_", "region.").replace("members_", "members.");
            let expected = expected.replace("label_", "label.");
            let found = path(column).expect("a field");
            assert!(found == expected || found == format!("location.{column}"), "{column}: {found}");
        }
    }

    #[test]
    fn our_own_export_of_calls_is_known_column_by_column() {
        for column in CALL_COLUMNS {
            let found = find(column, &CALLS, &[]).expect("a field").path;
            assert_eq!(found, column.replace("budget_", "budget."));
        }
    }

    #[test]
    fn other_names_are_folded_and_lead_to_one_field() {
        let stated = Collection::ALL.iter().map(|collection| columns_of(collection.about().name));
        for columns in ALL.iter().map(|columns| **columns).chain(stated) {
            let names: Vec<&str> = columns.fields().flat_map(|field| field.also.iter().copied()).collect();
            for (position, name) in names.iter().enumerate() {
                assert_eq!(fold(name), *name);
                assert!(!names[..position].contains(name), "{name}");
            }
        }
    }
}
