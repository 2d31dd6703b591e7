//! What somebody sees of a file before it is imported: its sheets, its encoding, its columns and what they are taken for;
//! and the rows that were refused, to be mended.

use std::collections::BTreeSet;

use super::columns::{self, Column, columns_of, is_header};
use super::encoding::candidates;
use super::layout::Opened;
use super::own::{self, OwnColumn};
use super::pace::at_once;
use super::source::{FileKind, Source};
use super::steps::{CellSteps, Part, between};
use super::table::FARTHEST;
use super::{ImportError, ImportOptions};
use crate::dataset::export::{Table, spreadsheet_safe};
use crate::dataset::report::{Finding, Reading, Report, Severity};
use crate::domain::FieldKind;

/// A file before it is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// What the file is.
    pub kind: FileKind,
    /// The names of its sheets that have anything in them, each with its number of rows; a file without sheets has one
    /// without a name.
    pub sheets: Vec<(String, usize)>,
    /// Which of them is surveyed.
    pub sheet: usize,
    /// The encodings that a text may be in, the one it is read in first, with how words that are not plain ASCII read
    /// in each. Empty for any other file.
    pub encodings: Vec<(&'static str, Vec<String>)>,
    /// The row of the header, as the spreadsheet counts it; 0 in a list.
    pub header_row: usize,
    /// The first rows of the sheet: where the header may be.
    pub top: Vec<(usize, Vec<String>)>,
    /// Rows below the header.
    pub rows: usize,
    /// The columns, from left to right.
    pub columns: Vec<ColumnSurvey>,
    /// The fields that columns may be, by their paths.
    pub fields: Vec<&'static str>,
    /// The field without which there is no record.
    pub required: &'static str,
    /// Whether any other column can be carried as a field of the dataset's own.
    pub has_own: bool,
}

/// A column before it is imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnSurvey {
    /// Its name in the header.
    pub name: String,
    /// How many of its cells have something in them.
    pub filled: usize,
    /// Some of its values, each once.
    pub examples: Vec<String>,
    /// The field that it is taken for.
    pub field: Option<String>,
    /// The field of the dataset's own that this is.
    pub own: Option<OwnColumn>,
    /// The field that it would be taken for, as a mapping names it, if another column were not.
    pub rival: Option<String>,
    /// The field that the second part of each cell is taken for, as a mapping names it.
    pub second: Option<String>,
    /// What is done to its cells before they are read.
    pub steps: CellSteps,
    /// What it is best carried as, where it is a field of the dataset's own.
    pub likely: FieldKind,
}

impl ColumnSurvey {
    /// What a mapping says of it.
    pub fn mapped(&self) -> String {
        let own = self.own.as_ref().map(OwnColumn::written);
        let field = own.or_else(|| self.field.clone()).unwrap_or_default();
        match &self.second {
            _ if field.is_empty() => field,
            Some(second) => self.steps.written(&[&field, " & ", second].concat()),
            None => self.steps.written(&field),
        }
    }
}

/// Examples of a column.
const EXAMPLES: usize = 3;
/// Cells of a column that are looked at for examples, and for what it is best carried as.
const LOOKED_AT: usize = 5_000;
/// Characters of an example.
const LONGEST_EXAMPLE: usize = 60;

/// Looks at a file for `collection`, which is a name in the manifest. What the options do not say is proposed.
pub fn survey(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    collection: &str,
) -> Result<Survey, ImportError> {
    at_once(surveying(file, bytes, &options.at_a_stretch(), collection))
}

/// The same at the pace of the options.
pub async fn surveying(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    collection: &str,
) -> Result<Survey, ImportError> {
    let of = &columns_of(collection);
    let source = Source::opening(file, bytes, options).await?;
    let is_header = |row: &[String]| is_header(row, of, options);
    let sheet = source.sheet(file, options, &is_header)?;
    let encodings = source.encoding.map_or_else(Vec::new, |present| candidates(bytes, present));
    let kind = source.kind;
    let sheets = source.sheets.iter().map(|sheet| (sheet.name.clone(), sheet.rows.len())).collect();
    let top = source.sheets[sheet].rows.iter().take(FARTHEST);
    let top = top.map(|row| (row.number, row.cells.iter().map(|cell| shortened(cell)).collect())).collect();
    let table = source.table(file, options, &is_header)?;
    let proposed = columns::columns(&table.header, of, options, &mut Reading::new(file));
    let columns = table.header.iter().zip(&proposed).enumerate().map(|(position, (name, columns))| {
        let filled = || {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(position));
            cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
        };
        let first = columns.iter().find(|column| column.part != Part::Second);
        let second = columns.iter().find(|column| column.part == Part::Second);
        let own = |column: &Column| {
            let own = column.own.clone()?;
            Some(OwnColumn { kind: Some(own::kind_of(&own, &options.declared)), ..own })
        };
        let named = |column: &Column| own(column).map_or_else(|| column.path.clone(), |own| own.written());
        let mut cells = ColumnSurvey {
            name: name.clone(),
            filled: filled().count(),
            examples: Vec::new(),
            field: first.map(|column| column.path.clone()),
            own: first.and_then(own),
            rival: if columns.is_empty() { columns::wanted(name, of, options) } else { None },
            second: second.map(named),
            steps: columns.first().map(|column| column.steps.clone()).unwrap_or_default(),
            likely: own::likely(filled().take(LOOKED_AT)),
        };
        for cell in filled().take(LOOKED_AT) {
            let example = example(cell, columns);
            if !cells.examples.contains(&example) {
                cells.examples.push(example);
            }
            if cells.examples.len() == EXAMPLES {
                break;
            }
        }
        cells
    });
    let columns = columns.filter(|column| !column.name.is_empty() || column.filled > 0).collect();
    Ok(Survey {
        kind,
        sheets,
        sheet,
        encodings,
        header_row: table.header_row,
        top,
        rows: table.rows.len(),
        columns,
        fields: of.fields().map(|field| field.path).collect(),
        required: of.required,
        has_own: of.has_own(),
    })
}

/// A cell as it stands there, and what is read of it where that is something else.
fn example(cell: &str, columns: &[Column]) -> String {
    if columns.iter().all(|column| column.steps.is_plain()) {
        return shortened(cell);
    }
    let taken = columns.iter().filter_map(|column| column.taken(cell).text);
    let read: Vec<String> = taken.map(|text| shortened(&text)).collect();
    [shortened(cell), read.join(" | ")].join(" → ")
}

fn shortened(cell: &str) -> String {
    let plain = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = plain.chars().take(LONGEST_EXAMPLE).collect();
    if short.len() < plain.len() {
        short.push('…');
    }
    short
}

/// What is put between the cells of several columns that are one field of `collection`, where nobody says it.
pub fn separator_between(collection: &str, field: &str) -> &'static str {
    columns::shape_of(field, &columns_of(collection)).map_or(" ", between)
}

/// The cells of a row, as the spreadsheet counts it, each with the name of its column and with what was corrected. `None`
/// where there is no such row, as in a list in the shape of the format.
pub fn row_cells(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    collection: &str,
    row: usize,
) -> Option<Vec<(String, String)>> {
    let Opened { table, .. } =
        Opened::new(file, bytes, options, &columns_of(collection), &mut Reading::new(file)).ok()?;
    let row = table.rows.into_iter().find(|known| known.number == row)?;
    let mut cells = row.cells.into_iter();
    Some(table.header.into_iter().map(|name| (name, cells.next().unwrap_or_default())).collect())
}

/// The rows that were refused, as they stand in the file, with the row and why behind them: to be mended and brought again.
/// `None` where the file is a list in the shape of the format.
pub fn refused_rows(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    collection: &str,
    report: &Report,
    reason: &dyn Fn(&Finding) -> String,
) -> Option<String> {
    let Opened { table, .. } =
        Opened::new(file, bytes, options, &columns_of(collection), &mut Reading::new(file)).ok()?;
    let refused: Vec<&Finding> =
        report.findings.iter().filter(|finding| finding.severity == Severity::Refused).collect();
    let numbers: BTreeSet<usize> = refused.iter().map(|finding| finding.row).collect();
    let mut written = Table::new();
    let width = table.header.len();
    written.row(table.header.iter().map(String::as_str).chain(["row", "reason"]));
    let mut rest = refused.iter().peekable();
    for row in table.rows.iter().filter(|row| numbers.contains(&row.number)) {
        let mut why = Vec::new();
        while rest.peek().is_some_and(|finding| finding.row < row.number) {
            rest.next();
        }
        while let Some(finding) = rest.next_if(|finding| finding.row == row.number) {
            why.push(reason(finding));
        }
        let cells = (0..width).map(|at| row.cells.get(at).map_or("", String::as_str));
        let (number, why) = (row.number.to_string(), spreadsheet_safe(&why.join("; ")));
        let cells: Vec<String> = cells.map(spreadsheet_safe).collect();
        written.row(cells.iter().map(String::as_str).chain([number.as_str(), why.as_str()]));
    }
    Some(written.finish())
}
