//! Importing tables: a spreadsheet's rows become records of the format and go through the same reader as a file.

mod calls;
mod columns;
mod country_names;
mod entries;
mod partner_requests;
mod region_names;
mod table;
mod trainings;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use csv::StringRecord;
use thiserror::Error;

use crate::domain::{Organisation, RegionEntry, Term, Vocabularies};
use crate::explore::fold;

use super::export::spreadsheet_plain;
use super::fields::has_scheme;
use super::file::{DatasetError, Fetched, text};
use super::json::{Entries, Json, stream};
use super::organisations::{Defaults, Known, OrganisationReader};
use super::report::{FindingKind as Kind, Loaded, Reading};
use super::vocabularies::read_region;
pub use calls::import_calls;
use columns::{Column, ORGANISATION, REGION, Shape, columns};
use country_names::CountryNames;
pub use partner_requests::import_partner_requests;
use table::{Table, read_table};
pub use trainings::import_trainings;

/// Why a table cannot be imported at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// No cell with anything in it.
    #[error("{file} is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// No column that could be the name.
    #[error("{file} has no column {missing:?}; its columns are {}", found.join(", "))]
    NoColumn {
        /// The file.
        file: String,
        /// The column without which no record can be read.
        missing: &'static str,
        /// The columns it has.
        found: Vec<String>,
    },
    /// More bytes than can be taken in.
    #[error("{file} has {bytes} bytes, at most {limit} can be read")]
    TooLarge {
        /// The file.
        file: String,
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// The mapping or the defaults are no JSON object.
    #[error("{file} must be a JSON object")]
    NotAnObject {
        /// The file.
        file: String,
    },
    /// The defaults hold something that cannot be a default.
    #[error("{file}: {field:?} cannot be used as a default")]
    NoField {
        /// The file.
        file: String,
        /// Which field.
        field: String,
    },
    /// The mapping or the defaults cannot be read.
    #[error(transparent)]
    Unreadable(#[from] DatasetError),
}

/// What the table itself does not say.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    mapping: BTreeMap<String, String>,
    defaults: Defaults,
    sources: BTreeMap<String, String>,
}

impl ImportOptions {
    /// Takes a mapping from column names to field names: a JSON object, or a table with two columns. An empty field
    /// name skips the column.
    pub fn with_mapping(mut self, file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        self.mapping.extend(pairs(file, bytes)?);
        Ok(self)
    }

    /// Takes a mapping from what the file calls its sources to their identifiers in the manifest, in the same two
    /// forms. Calls, trainings and partner requests use it.
    pub fn with_sources(mut self, file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        self.sources.extend(pairs(file, bytes)?);
        Ok(self)
    }

    /// Takes what holds for every record, as the `defaults` of a file of organisations write it.
    pub fn with_defaults(mut self, file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        let text = text(&Fetched::opened(file, bytes))?;
        let streamed = stream(text, "", &mut |_, _| {}).map_err(|error| super::file::fault(file, &error))?;
        let mut reading = Reading::new(file);
        self.defaults = Defaults::read(Json::Object(streamed.header), &mut reading);
        match reading.finish().findings.into_iter().next() {
            Some(finding) => Err(ImportError::NoField { file: file.to_owned(), field: finding.path }),
            None => Ok(self),
        }
    }
}

/// Pairs of names: a JSON object, or a table with two columns.
fn pairs(file: &str, bytes: &[u8]) -> Result<Vec<(String, String)>, ImportError> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        let streamed = stream(text, "", &mut |_, _| {}).map_err(|error| super::file::fault(file, &error))?;
        let pairs = streamed.header.into_iter().map(|(from, to)| match to {
            Json::Text(to) => Ok((from.into_owned(), to.into_owned())),
            _ => Err(ImportError::NotAnObject { file: file.to_owned() }),
        });
        pairs.collect()
    } else {
        let Table { header, rows, .. } = read_table(file, bytes)?;
        let header = StringRecord::from(header);
        // A first row that names what follows ("column", "field") maps a column that no table has.
        let rows = rows.iter().chain([&header]).filter(|row| row.len() >= 2);
        Ok(rows.map(|row| (row[0].to_owned(), row[1].to_owned())).collect())
    }
}

/// Imports a table of organisations.
///
/// A row without an identifier gets one made of its country and name. Terms may be given by their label in any of
/// the vocabularies' languages. The name of a region whose code the vocabularies know is the official one.
pub fn import_organisations(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Organisation>, ImportError> {
    let table = read_table(file, bytes)?;
    let mut reading = Reading::new(file);
    let columns = wanted_columns(file, &table, ORGANISATION, "name", options, &mut reading)?;
    let known = Known::new(vocabularies);
    let cells = Cells::new(vocabularies);
    let mut reader = OrganisationReader::new(&known);
    let mut ids = HashSet::new();
    let mut records = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        records.extend(reading.record(|reading| {
            let mut entries = cells.row(row, &columns, reading);
            identify(&mut entries, "name", &mut ids, reading);
            official_region(&mut entries, vocabularies, reading);
            reader.read(Json::Object(entries), &options.defaults, reading)
        }));
    }
    Ok(Loaded { records, report: reading.finish() })
}

/// Imports a table of regions: code, country and name, perhaps a level, and a kind that may be
/// `statistical_region`.
pub fn import_regions(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<Loaded<RegionEntry>, ImportError> {
    let table = read_table(file, bytes)?;
    let mut reading = Reading::new(file);
    let columns = wanted_columns(file, &table, REGION, "code", options, &mut reading)?;
    let no_terms = Vocabularies::default();
    let cells = Cells::new(&no_terms);
    let mut codes = HashSet::new();
    let mut records: Vec<RegionEntry> = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let region = reading.record(|reading| {
            let mut entries = cells.row(row, &columns, reading);
            if let Some((name, kind)) = entries.iter_mut().find(|(name, _)| name == "kind") {
                *kind = Json::Bool(matches!(kind, Json::Text(kind) if kind.starts_with("statistical")));
                *name = Cow::Borrowed("statistical");
            }
            read_region(Json::Object(entries), &codes, reading)
        });
        codes.extend(region.as_ref().map(|region| region.code.clone()));
        records.extend(region);
    }
    Ok(Loaded { records, report: reading.finish() })
}

fn wanted_columns(
    file: &str,
    table: &Table,
    fields: &[columns::Field],
    required: &'static str,
    options: &ImportOptions,
    reading: &mut Reading,
) -> Result<Vec<Option<Column>>, ImportError> {
    if table.bad_encoding {
        reading.noted("", Kind::BadEncoding, "");
    }
    let columns = columns(&table.header, fields, &options.mapping, reading);
    if columns.iter().flatten().any(|column| column.path == required) {
        return Ok(columns);
    }
    let found = table.header.iter().take(40).map(|name| name.chars().take(40).collect()).collect();
    Err(ImportError::NoColumn { file: file.to_owned(), missing: required, found })
}

/// Names of ecosystems as European programmes and the platform write them, folded, where they are not the label.
const ECOSYSTEM_NAMES: &[(&str, &str)] = &[
    ("aerospace defence", "aerospace-defence"),
    ("creative cultural industries", "creative-cultural"),
    ("cultural creative industries", "creative-cultural"),
    ("energy intensive", "energy-intensive"),
    ("proximity social economy", "proximity-social-economy"),
    ("renewable energy", "energy-renewables"),
    ("renewables", "energy-renewables"),
    ("textile", "textiles"),
];

/// What turns cells into values.
struct Cells<'v> {
    countries: CountryNames,
    /// The identifiers of terms by folded label, for each path.
    labels: HashMap<&'static str, HashMap<String, &'v str>>,
}

impl<'v> Cells<'v> {
    fn new(vocabularies: &'v Vocabularies) -> Self {
        let mut labels: HashMap<&'static str, HashMap<String, &'v str>> = HashMap::new();
        let mut add = |path: &'static str, term: &'v Term| {
            let known = term.label.iter().map(|(_, label)| (fold(label), term.id.as_str()));
            labels.entry(path).or_default().extend(known);
        };
        for (path, terms) in [
            ("ecosystems", &vocabularies.ecosystems),
            ("expertise", &vocabularies.expertise),
            ("audience", &vocabularies.audiences),
            ("purpose", &vocabularies.purposes),
        ] {
            for term in terms {
                add(path, term);
            }
        }
        for group in &vocabularies.country_groups {
            add("eligible_groups", &group.term);
        }
        for (name, id) in ECOSYSTEM_NAMES {
            if let Some(term) = vocabularies.ecosystems.iter().find(|term| term.id.as_str() == *id) {
                labels.entry("ecosystems").or_default().insert((*name).to_owned(), term.id.as_str());
            }
        }
        Self { countries: CountryNames::new(), labels }
    }

    /// One row as the members of a record; empty cells are absent.
    fn row<'r>(
        &'r self,
        row: &'r StringRecord,
        columns: &'r [Option<Column>],
        reading: &mut Reading,
    ) -> Entries<'r> {
        let mut entries: Entries<'r> = Vec::with_capacity(columns.len());
        for (position, cell) in row.iter().enumerate() {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let Some(column) = columns.get(position) else {
                reading.dropped(format!("column {}", position + 1), Kind::ExtraCells, cell);
                continue;
            };
            let Some(column) = column else { continue };
            let value = self.value(cell, column, reading);
            match column.path.split_once('.') {
                None => entries.push((Cow::Borrowed(&column.path), value)),
                Some((group, member)) => match entries.iter_mut().find(|(name, _)| name == group) {
                    Some((_, Json::Object(members))) => members.push((member.into(), value)),
                    _ => entries.push((group.into(), Json::Object(vec![(member.into(), value)]))),
                },
            }
        }
        entries
    }

    fn value<'r>(&'r self, cell: &'r str, column: &'r Column, reading: &mut Reading) -> Json<'r> {
        match column.shape {
            Shape::Text => Json::Text(spreadsheet_plain(cell).into()),
            Shape::Number => decimal(cell).map_or(Json::Text(cell.into()), Json::Number),
            Shape::Whole => whole(cell).map_or(Json::Text(cell.into()), Json::Number),
            Shape::Country => Json::Text(self.countries.code(cell).unwrap_or(cell).into()),
            Shape::List => {
                let parts =
                    spreadsheet_plain(cell).split([';', '|']).map(str::trim).filter(|part| !part.is_empty());
                Json::List(parts.map(|part| Json::Text(self.term(part, &column.path).into())).collect())
            }
            Shape::Lines => {
                let parts = spreadsheet_plain(cell).lines().map(str::trim).filter(|part| !part.is_empty());
                Json::List(parts.map(|part| Json::Text(part.into())).collect())
            }
            Shape::Flag => match cell {
                "true" => Json::Bool(true),
                "false" => Json::Bool(false),
                other => Json::Text(other.into()),
            },
            Shape::Web => Json::Text(web(spreadsheet_plain(cell), &column.path, reading)),
        }
    }

    /// The identifier of a term given by its label; anything else as it is.
    fn term<'r>(&'r self, given: &'r str, path: &str) -> &'r str {
        // Identifiers are no labels, so nothing is lost by looking at labels first.
        self.known_term(given, path).unwrap_or(given)
    }

    /// The identifier of a term given by its label.
    fn known_term(&self, given: &str, path: &str) -> Option<&'v str> {
        self.labels.get(path)?.get(&fold(given)).copied()
    }
}

/// A decimal number with a point or a comma, and perhaps spaces between thousands.
fn decimal(cell: &str) -> Option<f64> {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = if plain.contains('.') { plain } else { plain.replacen(',', ".", 1) };
    plain.parse::<f64>().ok().filter(|value| value.is_finite())
}

/// A whole number; separators between groups of three digits are no decimal signs there.
fn whole(cell: &str) -> Option<f64> {
    let groups: Vec<&str> =
        cell.split(|c: char| matches!(c, '.' | ',' | '\'' | '’') || c.is_whitespace()).collect();
    let grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    if grouped { groups.concat().parse().ok() } else { decimal(cell) }
}

/// A web address with the scheme that tables often leave out.
fn web<'r>(cell: &'r str, path: &str, reading: &mut Reading) -> Cow<'r, str> {
    let bare =
        !has_scheme(cell) && cell.contains('.') && !cell.contains('@') && !cell.contains(char::is_whitespace);
    if !bare {
        return cell.into();
    }
    reading.noted(path, Kind::CompletedAddress, cell);
    format!("https://{cell}").into()
}

/// Gives a record without an identifier one: its country and its name, in plain letters, so that the same table
/// gives the same addresses again.
fn identify(entries: &mut Entries<'_>, name: &str, ids: &mut HashSet<String>, reading: &mut Reading) {
    let text = |entries: &Entries<'_>, key: &str| match entries.iter().find(|(name, _)| name == key) {
        Some((_, Json::Text(text))) => Some(text.to_string()),
        _ => None,
    };
    if let Some(id) = text(entries, "id") {
        ids.insert(id);
        return;
    }
    // Another type than text is for the reader to refuse.
    if entries.iter().any(|(name, value)| name == "id" && *value != Json::Null) {
        return;
    }
    entries.retain(|(name, _)| name != "id");
    let (Some(name), country) = (text(entries, name), text(entries, "country").unwrap_or_default()) else {
        return;
    };
    let stem = slug(&format!("{country} {name}"));
    let mut made = stem.clone();
    let mut number = 2;
    while !ids.insert(made.clone()) {
        made = format!("{stem}-{number}");
        number += 1;
    }
    reading.identified(&made);
    reading.noted("id", Kind::MadeId, &made);
    entries.push(("id".into(), Json::Text(made.into())));
}

/// A text as an identifier: plain letters and digits, parted by hyphens.
fn slug(text: &str) -> String {
    let words = fold(text);
    let mut slug: String =
        words.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(100).collect();
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Leaves the name of a region to the vocabularies where they know its code.
fn official_region(entries: &mut Entries<'_>, vocabularies: &Vocabularies, reading: &mut Reading) {
    let Some((_, Json::Object(region))) = entries.iter_mut().find(|(name, _)| name == "region") else {
        return;
    };
    let member = |key: &str| region.iter().position(|(name, _)| name == key);
    let (Some(code), Some(name)) = (member("code"), member("name")) else { return };
    let (Json::Text(code), Json::Text(given)) = (&region[code].1, &region[name].1) else { return };
    let Some(official) = vocabularies.regions.iter().find(|known| known.code.as_str() == code) else {
        return;
    };
    if official.name != *given {
        reading.noted("region.name", Kind::OfficialName, given);
    }
    region.swap_remove(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_europe_writes_them() {
        assert_eq!(decimal("48,85"), Some(48.85));
        assert_eq!(decimal("-7.7432"), Some(-7.7432));
        assert_eq!(decimal("1 234,5"), Some(1234.5));
        assert_eq!(decimal("about 5"), None);
        assert_eq!(decimal("inf"), None);
        for text in ["1234", "1.234", "1,234", "1 234", "1’234", "1\u{a0}234", "1234.0"] {
            assert_eq!(whole(text), Some(1234.0), "{text}");
        }
        assert_eq!(whole("12,5"), Some(12.5));
    }
}
