//! Importing tables: a spreadsheet's rows become records of the format and go through the same reader as a file.

mod calls;
mod cells;
mod columns;
mod country_names;
mod entries;
mod listed;
mod moments;
mod partner_requests;
mod published;
mod region_names;
mod table;
mod trainings;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use encoding_rs::Encoding;
use thiserror::Error;

use crate::domain::{
    Day, ExpertiseBasis, Organisation, OrganisationKind, Precision, RecordId, RegionEntry, Term, Vocabularies,
};
use crate::explore::fold;

use super::export::{PROVENANCE, spreadsheet_plain};
use super::fields::has_scheme;
use super::file::{DatasetError, Fetched, text};
use super::json::{Entries, Json, stream};
use super::organisations::{Defaults, Known, OrganisationReader};
use super::report::{FindingKind as Kind, Loaded, Reading};
use super::vocabularies::read_region;
pub use calls::import_calls;
use columns::{Column, ORGANISATION, REGION, Shape, is_header, mistakes};
use country_names::CountryNames;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use listed::published_organisations;
pub use listed::{import_events, import_networks, import_policies, import_resources};
pub use partner_requests::import_partner_requests;
use published::{Published, Twins};
use table::{Row, Table, read_table};
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
    #[error("{file} must be a JSON object with a text for each name")]
    NotAnObject {
        /// The file.
        file: String,
    },
    /// The defaults hold something that cannot be a default.
    #[error("{file}: {field:?} cannot be {value:?} by default; allowed: {}", allowed.join(", "))]
    NoField {
        /// The file.
        file: String,
        /// Which field.
        field: String,
        /// What it was to be.
        value: String,
        /// The values it may have; the fields that have defaults where there is no such field.
        allowed: Vec<String>,
    },
    /// No table but something else.
    #[error("{file} is {kind}; save it as CSV")]
    OtherKind {
        /// The file.
        file: String,
        /// What it is.
        kind: &'static str,
    },
    /// A quotation mark that opens a cell and is not closed, so that rows would vanish in it.
    #[error("{file}: the quotation mark that opens a cell in line {line} is not closed")]
    OpenQuote {
        /// The file.
        file: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// The mapping names what is not there.
    #[error(
        "the mapping does not fit {file}: {}; its columns are {}; fields are {}",
        [named("no column", columns), named("no field", fields)].concat().join(", "), found.join(", "), known.join(", ")
    )]
    Mapping {
        /// The table.
        file: String,
        /// Columns that the table does not have.
        columns: Vec<String>,
        /// Fields that the format does not have.
        fields: Vec<String>,
        /// The columns that the table has.
        found: Vec<String>,
        /// The fields that the format has.
        known: Vec<&'static str>,
    },
    /// No encoding of this name.
    #[error(
        "{name:?} is no encoding; there are utf-8, windows-1250 to windows-1258, iso-8859-2, macintosh and others"
    )]
    NoEncoding {
        /// What was given.
        name: String,
    },
    /// The mapping or the defaults cannot be read.
    #[error(transparent)]
    Unreadable(#[from] DatasetError),
}

fn named(what: &str, names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("{what} {name:?}")).collect()
}

/// What the table itself does not say.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    mapping: BTreeMap<String, String>,
    defaults: Defaults,
    sources: BTreeMap<String, String>,
    encoding: Option<&'static Encoding>,
    published: Published,
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

    /// Takes the encoding of a table, by its name (`windows-1253`); a byte order mark says it better.
    pub fn with_encoding(mut self, name: &str) -> Result<Self, ImportError> {
        let encoding = Encoding::for_label(name.as_bytes());
        self.encoding = Some(encoding.ok_or_else(|| ImportError::NoEncoding { name: name.to_owned() })?);
        Ok(self)
    }

    /// Takes the organisations that are published already: a row without an identifier that is one of them keeps its.
    #[must_use]
    pub fn with_published(mut self, organisations: &[Organisation]) -> Self {
        self.published = Published::new(organisations);
        self
    }

    /// Takes what holds for every record, as the `defaults` of a file of organisations write it.
    pub fn with_defaults(mut self, file: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        let text = text(&Fetched::opened(file, bytes))?;
        let streamed = stream(text, "", &mut |_, _| {}).map_err(|error| super::file::fault(file, &error))?;
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
        let Table { header, rows, .. } = read_table(file, bytes, None)?;
        // A first row that names what follows is no pair.
        let names_columns = matches!(&*fold(&header[0]), "column" | "columns" | "from" | "name");
        let header = (!names_columns).then_some(header);
        let rows = rows.into_iter().map(|row| row.cells).chain(header).filter(|row| row.len() >= 2);
        Ok(rows.map(|row| (row[0].trim().to_owned(), row[1].trim().to_owned())).collect())
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
    let mut table = read_table(file, bytes, options.encoding)?;
    let mut reading = Reading::new(file);
    let layout = Layout::new(file, &mut table, ORGANISATION, "name", options, &mut reading)?;
    if options.defaults.country.is_none() {
        layout.needs(file, &table, "country")?;
    }
    let known = Known::new(vocabularies);
    let cells = Cells::new(vocabularies);
    let mut reader = OrganisationReader::new(&known);
    let mut ids = options.published.ids();
    let mut kept = options.published.match_rows(table.rows.iter().map(|row| {
        let mut unheard = Reading::new(file);
        cells.row(row, &layout, &mut unheard)
    }));
    let mut twins = Twins::default();
    let mut records = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        records.extend(reading.record_at(row.number, |reading| {
            let mut entries = cells.row(row, &layout, reading);
            let kept = kept.next().flatten();
            if let Some(id) = kept.filter(|_| entries::is_absent(&mut entries, "id")) {
                reading.identified(&id);
                reading.noted("id", Kind::MadeId, &id);
                entries.push(("id".into(), Json::Text(id.into())));
            }
            identify(&mut entries, "name", &mut ids, reading);
            official_region(&mut entries, vocabularies, reading);
            let organisation = reader.read(Json::Object(entries), &options.defaults, reading)?;
            if !layout.exact {
                twins.look(&organisation, row.number, reading);
                if let Some(email) = &organisation.email
                    && cells::is_personal(email.as_str())
                {
                    reading.noted("email", Kind::PersonalEmail, email.as_str());
                }
            }
            Some(organisation)
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
    let mut table = read_table(file, bytes, options.encoding)?;
    let mut reading = Reading::new(file);
    let layout = Layout::new(file, &mut table, REGION, "code", options, &mut reading)?;
    let no_terms = Vocabularies::default();
    let cells = Cells::new(&no_terms);
    let mut codes = HashSet::new();
    let mut records: Vec<RegionEntry> = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let region = reading.record_at(row.number, |reading| {
            let mut entries = cells.row(row, &layout, reading);
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

/// How the columns of a table are read.
struct Layout {
    columns: Vec<Option<Column>>,
    /// How many columns have a name.
    width: usize,
    /// The table is an export of this app: its cells are as they were, however odd they look.
    exact: bool,
}

impl Layout {
    /// The layout of a table with the column `required`. A title above the header is taken off the table.
    fn new(
        file: &str,
        table: &mut Table,
        fields: &[columns::Field],
        required: &'static str,
        options: &ImportOptions,
        reading: &mut Reading,
    ) -> Result<Self, ImportError> {
        let is_header = |row: &[String]| is_header(row, fields, &options.mapping, required);
        if !is_header(&table.header) {
            table.find_header(is_header);
        }
        for (kind, value) in &table.findings {
            reading.noted("", *kind, value);
        }
        let (columns, unknown) = mistakes(&table.header, fields, &options.mapping);
        if !columns.is_empty() || !unknown.is_empty() {
            return Err(ImportError::Mapping {
                file: file.to_owned(),
                columns,
                fields: unknown,
                found: shown_header(table),
                known: fields.iter().map(|field| field.path).collect(),
            });
        }
        let exact = PROVENANCE.iter().all(|name| table.header.iter().any(|known| known == name));
        let columns = columns::columns(&table.header, fields, &options.mapping, reading);
        let layout = Self { columns, width: table.width(), exact };
        layout.needs(file, table, required)?;
        Ok(layout)
    }

    /// Whether there is a column without which no record can be read.
    fn needs(&self, file: &str, table: &Table, missing: &'static str) -> Result<(), ImportError> {
        if self.columns.iter().flatten().any(|column| column.path == missing) {
            return Ok(());
        }
        Err(ImportError::NoColumn { file: file.to_owned(), missing, found: shown_header(table) })
    }
}

/// The names of a table's columns, fit to be printed.
fn shown_header(table: &Table) -> Vec<String> {
    let shown = |name: &String| name.chars().filter(|c| !c.is_control()).take(40).collect();
    table.header.iter().take(40).map(shown).collect()
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

/// The Union as an eligibility, folded, where it is not the label of its group.
const UNION_NAMES: &[&str] = &[
    "eu",
    "eu27",
    "eu 27",
    "eu countries",
    "eu member states",
    "eu27 member states",
    "all eu countries",
    "all eu member states",
    "all member states",
    "member states",
    "european union",
    "ue",
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
            let labels = labels.entry(path).or_default();
            labels.extend(known);
            // An identifier in other letters is the same term; a label of another one comes first.
            labels.entry(fold(term.id.as_str())).or_insert(term.id.as_str());
        };
        for (path, terms) in [
            ("ecosystems", &vocabularies.ecosystems),
            ("expertise", &vocabularies.expertise),
            ("audience", &vocabularies.audiences),
            ("purpose", &vocabularies.purposes),
            ("themes", &vocabularies.themes),
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
        if let Some(group) = vocabularies.country_groups.iter().find(|group| group.term.id.as_str() == "eu") {
            let groups = labels.entry("eligible_groups").or_default();
            groups.extend(UNION_NAMES.iter().map(|name| ((*name).to_owned(), group.term.id.as_str())));
        }
        Self { countries: CountryNames::new(), labels }
    }

    /// One row as the members of a record; empty cells are absent.
    fn row<'r>(&'r self, row: &'r Row, layout: &'r Layout, reading: &mut Reading) -> Entries<'r> {
        for (kind, value) in &row.findings {
            reading.noted("", *kind, value);
        }
        if row.cells.len() < layout.width && !row.findings.iter().any(|(kind, _)| *kind == Kind::CutShort) {
            let value = format!("{} of {} cells", row.cells.len(), layout.width);
            reading.noted("", Kind::ShortRow, &value);
        }
        let mut entries: Entries<'r> = Vec::with_capacity(layout.columns.len());
        for (position, cell) in row.cells.iter().enumerate() {
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            let Some(column) = layout.columns.get(position) else {
                reading.dropped(format!("column {}", position + 1), Kind::ExtraCells, cell);
                continue;
            };
            let Some(column) = column else { continue };
            let Some(value) = self.cell(cell, column, layout.exact, reading) else { continue };
            match column.path.split_once('.') {
                None => match (entries.iter_mut().find(|(name, _)| *name == column.path), value) {
                    (Some((_, Json::Object(members))), Json::Object(more)) => members.extend(more),
                    (_, value) => entries.push((Cow::Borrowed(&column.path), value)),
                },
                Some((group, member)) => match entries.iter_mut().find(|(name, _)| name == group) {
                    Some((_, Json::Object(members))) => members.push((member.into(), value)),
                    _ => entries.push((group.into(), Json::Object(vec![(member.into(), value)]))),
                },
            }
        }
        entries
    }

    /// One cell. Those of our own export are as they were; others are read as people write them, and that is noted.
    fn cell<'r>(
        &'r self,
        cell: &'r str,
        column: &'r Column,
        exact: bool,
        reading: &mut Reading,
    ) -> Option<Json<'r>> {
        let plain = spreadsheet_plain(cell);
        if exact {
            return Some(self.value(plain.into(), column, true, reading));
        }
        if cells::is_placeholder(plain) {
            reading.dropped(&*column.path, Kind::Placeholder, plain);
            return None;
        }
        if cells::twice_encoded(plain) {
            reading.noted(&*column.path, Kind::TwiceEncoded, plain);
        }
        // A link tag is for the address in it.
        let text = match cells::without_markup(plain).filter(|_| column.shape != Shape::Web) {
            Some(text) => {
                mended(&column.path, plain, &text, reading);
                Cow::Owned(text)
            }
            None => Cow::Borrowed(plain),
        };
        (!text.is_empty()).then(|| self.value(text, column, false, reading))
    }

    fn value<'r>(
        &'r self,
        cell: Cow<'r, str>,
        column: &'r Column,
        exact: bool,
        reading: &mut Reading,
    ) -> Json<'r> {
        let path = &*column.path;
        let number = |read: fn(&str) -> Option<f64>, reading: &mut Reading| {
            if let Some(value) = read(&cell) {
                return Some(value);
            }
            // A day of foundation says its year.
            let year = || cells::year(&cell).filter(|_| path == "founded");
            let value = cells::about(&cell).and_then(read).or_else(year)?;
            mended(path, &cell, &value.to_string(), reading);
            Some(value)
        };
        match column.shape {
            Shape::Text => Json::Text(cell),
            Shape::Number => number(decimal, reading).map_or(Json::Text(cell), Json::Number),
            Shape::Whole => number(whole, reading).map_or(Json::Text(cell), Json::Number),
            Shape::Country => Json::Text(self.country(cell, path, reading)),
            Shape::Choice => match cell.parse::<RecordId>() {
                Ok(_) => Json::Text(cell),
                Err(_) => Json::Text(fold(&cell).replace(' ', "_").into()),
            },
            Shape::List => Json::List(self.list(&cell, path, exact)),
            Shape::Lines => {
                let parts = cell.lines().map(str::trim).filter(|part| !part.is_empty());
                Json::List(parts.map(|part| Json::Text(part.to_owned().into())).collect())
            }
            Shape::Flag => match fold(&cell).as_str() {
                "true" | "yes" => Json::Bool(true),
                "false" | "no" => Json::Bool(false),
                _ => Json::Text(cell),
            },
            Shape::Web if exact => Json::Text(cell),
            Shape::Web => Json::Text(web(cell, path, reading)),
            Shape::Email => Json::Text(match cells::email(&cell).filter(|_| !exact) {
                None => cell,
                Some((address, left)) => {
                    mended(path, &cell, &address, reading);
                    if let Some(left) = left {
                        reading.dropped(path, Kind::TooMany, &left);
                    }
                    address.into()
                }
            }),
            Shape::Day => Json::Text(day(cell, path, reading)),
            Shape::Degrees => match decimal(&cell) {
                Some(value) => Json::Number(value),
                None => match cells::degrees(&cell) {
                    None => Json::Text(cell),
                    Some(value) => {
                        mended(path, &cell, &value.to_string(), reading);
                        Json::Number(value)
                    }
                },
            },
            Shape::Pair => match cells::pair(&cell) {
                None => Json::Text(cell),
                Some((lat, lon)) => {
                    mended(path, &cell, &format!("{lat}, {lon}"), reading);
                    let members = [("lat", lat), ("lon", lon)];
                    Json::Object(members.map(|(name, value)| (name.into(), Json::Number(value))).into())
                }
            },
        }
    }

    /// The code of a country, from its code or name, perhaps with a footnote or a part of the country beside it.
    fn country<'r>(&self, cell: Cow<'r, str>, path: &str, reading: &mut Reading) -> Cow<'r, str> {
        if let Some(code) = self.countries.code(&cell) {
            return code.into();
        }
        let bare = cell.split('(').next().unwrap_or_default();
        let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '*');
        let mut codes = bare.split('/').map(|name| self.countries.code(name));
        // Two names of one country are that country; two countries are none.
        let first = codes.next().flatten();
        let Some(code) = first.filter(|_| codes.all(|code| code == first)) else { return cell };
        mended(path, &cell, code, reading);
        code.into()
    }

    /// The values in one cell, parted by semicolons, bars or line breaks; by commas where that gives known terms.
    fn list<'r>(&self, cell: &str, path: &str, exact: bool) -> Vec<Json<'r>> {
        let parts = |separators: &'static [char]| {
            cell.split(separators).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>()
        };
        let mut values = parts(&[';', '|', '\n']);
        if !exact && cell.contains(',') {
            let smaller = parts(&[';', '|', '\n', ',']);
            let is_known = |part: &&str| self.known_term(part, path).is_some();
            let is_whole = values.iter().all(|value| self.known_term(value, path).is_some());
            if path == "nace" || (!is_whole && smaller.iter().all(is_known)) {
                values = smaller;
            }
        }
        let term = |part: &str| match self.known_term(part, path) {
            Some(id) => id.to_owned(),
            // A word that no vocabulary has becomes one term however it is spelt; the reader reports it as unknown.
            None if !exact && matches!(path, "ecosystems" | "expertise") && !slug(part).is_empty() => {
                slug(part)
            }
            None => part.to_owned(),
        };
        values.into_iter().map(|part| Json::Text(term(part).into())).collect()
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

/// Notes that a value was read as another one.
fn mended(path: &str, from: &str, to: &str, reading: &mut Reading) {
    // A finding quotes 80 characters; what was read should be among them.
    let shown: String = from.chars().take(36).collect();
    let dots = if shown.len() < from.len() { "…" } else { "" };
    reading.noted(path, Kind::Mended, &format!("{shown}{dots} → {to}"));
}

/// A day as the format writes it, from any other way that leaves no doubt.
fn day<'r>(cell: Cow<'r, str>, path: &str, reading: &mut Reading) -> Cow<'r, str> {
    if cell.parse::<Day>().is_ok() {
        return cell;
    }
    let Some(moment) = moments::moment(&cell) else { return cell };
    let day = moment.day.to_string();
    mended(path, &cell, &day, reading);
    day.into()
}

/// A web address, mended where there is one way to do it, with the scheme that tables often leave out.
fn web<'r>(cell: Cow<'r, str>, path: &str, reading: &mut Reading) -> Cow<'r, str> {
    let cell = match cells::web(&cell) {
        None => cell,
        Some((address, left)) => {
            mended(path, &cell, &address, reading);
            if let Some(left) = left {
                reading.dropped(path, Kind::TooMany, &left);
            }
            Cow::Owned(address)
        }
    };
    let bare = !has_scheme(&cell)
        && cell.contains('.')
        && !cell.contains('@')
        && !cell.contains(char::is_whitespace);
    if !bare {
        return cell;
    }
    reading.noted(path, Kind::CompletedAddress, &cell);
    format!("https://{cell}").into()
}

/// Gives a record without an identifier one: its country and its name, in plain letters, so that the same table
/// gives the same addresses again. An identifier that does not fit in an address is mended.
fn identify(entries: &mut Entries<'_>, name: &str, ids: &mut HashSet<String>, reading: &mut Reading) {
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
    let Some(stem) = stem else { return };
    entries.retain(|(name, _)| name != "id");
    let mut made = stem.clone();
    let mut number = 2;
    while !ids.insert(made.clone()) {
        made = format!("{stem}-{number}");
        number += 1;
    }
    reading.identified(&made);
    match given {
        Some(given) => mended("id", &given, &made, reading),
        None => reading.noted("id", Kind::MadeId, &made),
    }
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
