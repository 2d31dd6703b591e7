//! What a table does not say itself: which column is which field, what holds for every row, how it is encoded.

use std::collections::BTreeMap;
use std::sync::Arc;

use encoding_rs::Encoding;

use super::ImportError;
use super::moments::DateOrder;
use super::pace::Pace;
use super::published::Published;
use super::source::read_pairs;
use super::towns::TownList;
use super::twins::{TwinChoice, TwinChoices};
use super::words::{Word, WordChoice, WordChoices, Words, key_of};
use crate::dataset::file::{Fetched, fault, text};
use crate::dataset::json::{Entries, Json, stream};
use crate::dataset::organisations::Defaults;
use crate::dataset::report::Reading;
use crate::domain::{Day, ExpertiseBasis, Organisation, OrganisationKind, OwnField, Precision};
use crate::explore::fold;

/// What the table itself does not say.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    pub(super) mapping: BTreeMap<String, String>,
    pub(super) defaults: Defaults,
    pub(super) sources: BTreeMap<String, String>,
    pub(super) encoding: Option<&'static Encoding>,
    pub(super) sheet: Option<String>,
    pub(super) header_row: Option<usize>,
    pub(super) repairs: bool,
    pub(super) dates: Option<DateOrder>,
    pub(super) today: Option<Day>,
    pub(super) published: Published,
    pub(super) towns: Arc<TownList>,
    pub(super) declared: Vec<OwnField>,
    pub(super) language: Option<String>,
    pub(super) corrections: Corrections,
    pub(super) pace: Pace,
    pub(super) words: Words,
    twins: TwinChoices,
}

/// What stands in cells instead, by the row as the spreadsheet counts it and the column, counted from 0.
pub type Corrections = BTreeMap<(usize, usize), String>;

impl ImportOptions {
    /// Takes a mapping from column names to field names: a JSON object, or a table with two columns. An empty field
    /// name skips the column. In JSON the member `/words` may say what becomes of categories, field by field:
    /// `{"Column": "ecosystems", "/words": {"ecosystems": {"Food": "agri-food", "Other": "", "Glass": "+"}}}`; and
    /// `/twins` of records that may be one: `{"/twins": {"de-one": {"de-other": "merge-into-first"}}}`.
    pub fn with_mapping(mut self, file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        let Pairs { names, words, twins } = pairs(file, bytes)?;
        self.mapping.extend(names);
        self.words.choices.extend(words);
        self.twins.extend(twins);
        Ok(self)
    }

    /// Takes what becomes of categories that are no terms.
    #[must_use]
    pub fn with_words(mut self, choices: &WordChoices) -> Self {
        self.words.choices.clone_from(choices);
        self
    }

    /// What becomes of records that may be one, as a mapping says it.
    pub fn twin_choices(&self) -> &TwinChoices {
        &self.twins
    }

    /// What was chosen for categories.
    pub fn word_choices(&self) -> &WordChoices {
        &self.words.choices
    }

    /// The categories that are no terms, or of which something was chosen, as far as an import with these options has met them.
    pub fn words(&self) -> Vec<Word> {
        self.words.met()
    }

    /// Takes a mapping from what the file calls its sources to their identifiers in the manifest, in the same two
    /// forms. Calls, trainings and partner requests use it.
    pub fn with_sources(mut self, file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        self.sources.extend(pairs(file, bytes)?.names);
        Ok(self)
    }

    /// Takes the mapping from column names to field names as it is.
    #[must_use]
    pub fn with_columns(mut self, mapping: &BTreeMap<String, String>) -> Self {
        self.mapping.clone_from(mapping);
        self
    }

    /// The mapping from column names to field names.
    pub fn columns(&self) -> &BTreeMap<String, String> {
        &self.mapping
    }

    /// Takes the encoding of a table, by its name (`windows-1253`); a byte order mark says it better.
    pub fn with_encoding(mut self, name: &str) -> Result<Self, ImportError> {
        let encoding = Encoding::for_label(name.as_bytes());
        self.encoding = Some(encoding.ok_or_else(|| ImportError::NoEncoding { name: name.to_owned() })?);
        Ok(self)
    }

    /// Takes the sheet of a workbook, by its name.
    #[must_use]
    pub fn with_sheet(mut self, name: &str) -> Self {
        self.sheet = Some(name.to_owned());
        self
    }

    /// Has text that was encoded twice read as it was meant, cell by cell.
    #[must_use]
    pub fn with_repairs(mut self, repairs: bool) -> Self {
        self.repairs = repairs;
        self
    }

    /// Takes what comes first in days of a table that could be two, as `10/03/2024`; without it they are not read.
    #[must_use]
    pub fn with_dates(mut self, order: DateOrder) -> Self {
        self.dates = Some(order);
        self
    }

    /// Takes the day on which the table is imported: a year of foundation behind it is said.
    #[must_use]
    pub fn with_today(mut self, today: Day) -> Self {
        self.today = Some(today);
        self
    }

    /// Takes the fields of its own that the dataset has declared already.
    #[must_use]
    pub fn with_declared(mut self, fields: &[OwnField]) -> Self {
        self.declared = fields.to_vec();
        self
    }

    /// Takes the language that the names of columns and categories are in: new fields and terms have their labels in it.
    #[must_use]
    pub fn with_language(mut self, language: &str) -> Self {
        self.language = Some(language.to_owned());
        self
    }

    /// Takes what somebody has corrected in the sheet: it is read instead, and the report says so.
    #[must_use]
    pub fn with_corrections(mut self, corrections: &Corrections) -> Self {
        self.corrections.clone_from(corrections);
        self
    }

    /// Takes how the work lets others have their turn, and stops.
    #[must_use]
    pub fn with_pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }

    /// The same without a pace: for work that is done at a stretch.
    pub(super) fn at_a_stretch(&self) -> Self {
        Self { pace: Pace::default(), ..self.clone() }
    }

    /// Takes the row with the names of the columns, as the spreadsheet counts it.
    #[must_use]
    pub fn with_header_row(mut self, row: usize) -> Self {
        self.header_row = Some(row);
        self
    }

    /// Takes the organisations that are published already: a row without an identifier that is one of them keeps its.
    #[must_use]
    pub fn with_published(mut self, organisations: &[Organisation]) -> Self {
        self.published = Published::new(organisations);
        self
    }

    /// Takes where towns are: a record that names one, and has no point of its own, is placed there. `other` gives `towns.txt`
    /// and `synonyms.txt`, as far as they are there.
    #[must_use]
    pub fn with_towns(mut self, other: &dyn Fn(&str) -> Option<Vec<u8>>) -> Self {
        self.towns =
            Arc::new(TownList::read(other("towns.txt").as_deref(), other("synonyms.txt").as_deref()));
        self
    }

    /// Takes what holds for every record, as the `defaults` of a file of organisations write it.
    pub fn with_defaults(mut self, file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        let text = text(&Fetched::opened(file, bytes))?;
        let streamed = stream(text, "", &mut |_, _| {}).map_err(|error| fault(file, &error))?;
        let mut reading = Reading::new(file);
        self.defaults = Defaults::read(Json::Object(streamed.header), &mut reading);
        match reading.finish().findings.into_iter().next() {
            Some(finding) => {
                let field = finding.path.strip_prefix("defaults.").unwrap_or(&finding.path).to_owned();
                let allowed = allowed_defaults(&field).iter().map(|name| (*name).to_owned()).collect();
                Err(ImportError::NoField { file: file.to_owned(), field, value: finding.value, allowed })
            }
            None => Ok(self),
        }
    }
}

/// What a default may be; the fields that have defaults for any other field.
fn allowed_defaults(field: &str) -> Vec<&'static str> {
    match field {
        "precision" => Precision::ALL.map(Precision::as_str).to_vec(),
        "kind" => OrganisationKind::ALL.map(OrganisationKind::as_str).to_vec(),
        "expertise_basis" => ExpertiseBasis::ALL.map(ExpertiseBasis::as_str).to_vec(),
        "country" => vec!["a two-letter code"],
        "updated" => vec!["YYYY-MM-DD"],
        "source" => vec!["the id of a source", "an address"],
        _ => vec!["kind", "country", "precision", "expertise_basis", "updated", "source"],
    }
}

/// What a file of pairs has.
#[derive(Default)]
struct Pairs {
    /// The pairs.
    names: Vec<(String, String)>,
    words: WordChoices,
    twins: TwinChoices,
}

/// Pairs of names: a JSON object, or a table with two columns; and what the object has beside them.
fn pairs(file: &str, bytes: &[u8]) -> Result<Pairs, ImportError> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let mut all = Pairs::default();
    if text.trim_start().starts_with('{') {
        let streamed = stream(text, "", &mut |_, _| {}).map_err(|error| fault(file, &error))?;
        let wrong = || ImportError::NotAnObject { file: file.to_owned() };
        for (from, to) in streamed.header {
            match to {
                Json::Text(to) => all.names.push((from.into_owned(), to.into_owned())),
                Json::Object(fields) if from == WORDS_IN_MAPPING => {
                    each_choice(fields, &mut |path, word, choice| {
                        all.words.insert((path, key_of(&word)), WordChoice::read(&choice)?);
                        Some(())
                    })
                    .ok_or_else(wrong)?;
                }
                Json::Object(records) if from == TWINS_IN_MAPPING => {
                    each_choice(records, &mut |first, second, choice| {
                        all.twins.insert((first, second), TwinChoice::read(&choice)?);
                        Some(())
                    })
                    .ok_or_else(wrong)?;
                }
                _ => return Err(wrong()),
            }
        }
    } else {
        let rows = read_pairs(file, bytes)?;
        // A first row that names what follows is no pair.
        let names_columns =
            |row: &Vec<String>| matches!(&*fold(&row[0]), "column" | "columns" | "from" | "name");
        let from = usize::from(rows.first().is_some_and(names_columns));
        let rows = rows[from..].iter().filter(|row| row.len() >= 2);
        all.names.extend(rows.map(|row| (row[0].trim().to_owned(), row[1].trim().to_owned())));
    }
    Ok(all)
}

/// Takes what was chosen, two names each; `None` where something is no choice.
fn each_choice(outer: Entries<'_>, take: &mut dyn FnMut(String, String, String) -> Option<()>) -> Option<()> {
    for (first, inner) in outer {
        let Json::Object(inner) = inner else { return None };
        for (second, choice) in inner {
            let Json::Text(choice) = choice else { return None };
            take(first.to_string(), second.into_owned(), choice.into_owned())?;
        }
    }
    Some(())
}

/// The member of a mapping that is about categories: hardly the name of a column.
pub const WORDS_IN_MAPPING: &str = "/words";
/// The member of a mapping that is about records that may be one.
pub const TWINS_IN_MAPPING: &str = "/twins";
