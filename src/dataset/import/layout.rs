//! A table opened for a kind of record: which columns it has, and how each is read.

use std::collections::BTreeSet;

use super::columns::{self, Column, Columns, is_header, mistakes};
use super::moments::DateOrder;
use super::pace::at_once;
use super::source::Source;
use super::steps::CellSteps;
use super::table::Table;
use super::{Corrections, ImportError, ImportOptions};
use crate::dataset::export::is_exported;
use crate::dataset::report::{FindingKind as Kind, Reading, Report, Severity};

/// A table and how its columns are read.
pub(super) struct Opened {
    pub(super) table: Table,
    pub(super) layout: Layout,
}

/// How the columns of a table are read.
pub(super) struct Layout {
    /// The fields of each column: none, one, or the two of a pair.
    pub(super) columns: Vec<Vec<Column>>,
    /// The fields that several columns are joined in.
    pub(super) joined: BTreeSet<String>,
    /// How many columns have a name.
    pub(super) width: usize,
    /// The table is an export of this app: its cells are as they were, however odd they look.
    pub(super) exact: bool,
    /// Text that was encoded twice is read as it was meant.
    pub(super) repairs: bool,
    /// What comes first in days that could be two.
    pub(super) dates: Option<DateOrder>,
}

impl Opened {
    /// Opens a file that is a table with the column that `of` requires.
    pub(super) fn new(
        file: &str,
        bytes: &[u8],
        options: &ImportOptions,
        of: &Columns,
        reading: &mut Reading,
    ) -> Result<Self, ImportError> {
        at_once(Self::opening(file, bytes, &options.at_a_stretch(), of, reading))
    }

    /// The same at the pace of the options.
    pub(super) async fn opening(
        file: &str,
        bytes: &[u8],
        options: &ImportOptions,
        of: &Columns,
        reading: &mut Reading,
    ) -> Result<Self, ImportError> {
        let is_header = |row: &[String]| is_header(row, of, options);
        let source = Source::opening(file, bytes, options).await?;
        let mut table = source.table(file, options, &is_header)?;
        correct(&mut table, &options.corrections);
        for (kind, value) in &table.findings {
            reading.noted("", *kind, value);
        }
        let (columns, unknown) = mistakes(&table.header, of, options);
        if !columns.is_empty() || !unknown.is_empty() {
            return Err(ImportError::Mapping {
                file: file.to_owned(),
                columns,
                fields: unknown,
                found: shown_header(&table),
                known: of.fields().map(|field| field.path).collect(),
            });
        }
        let exact = is_exported(&table.header);
        let columns = columns::columns(&table.header, of, options, reading);
        for (position, column) in columns.iter().enumerate() {
            without_effect(&table, position, column, reading);
        }
        let joined = columns.iter().flatten().filter(|column| column.steps.join.is_some());
        let joined = joined.map(|column| column.path.clone()).collect();
        let (width, repairs, dates) = (table.width(), options.repairs, options.dates);
        let layout = Layout { columns, joined, width, exact, repairs, dates };
        let opened = Self { table, layout };
        opened.needs(file, of.required)?;
        Ok(opened)
    }

    /// Whether there is a column without which no record can be read.
    pub(super) fn needs(&self, file: &str, missing: &'static str) -> Result<(), ImportError> {
        if self.layout.columns.iter().flatten().any(|column| column.path == missing) {
            return Ok(());
        }
        let found = shown_header(&self.table);
        Err(ImportError::NoColumn { file: file.to_owned(), missing, found })
    }

    /// The report, once the count of the rows that were read is held against the other one.
    pub(super) fn finish(&self, reading: Reading) -> Report {
        counted(self.table.counted, reading)
    }
}

/// Says it where no cell of a column has what the mapping takes out of it or splits it at: that is likely a slip of the pen.
fn without_effect(table: &Table, position: usize, columns: &[Column], reading: &mut Reading) {
    let Some(CellSteps { strip, split, .. }) = columns.first().map(|column| &column.steps) else { return };
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(position)).map(String::as_str);
    let strips = |cell: &str| columns[0].taken(cell).is_stripped;
    let missing = [
        strip.as_ref().filter(|_| !cells().any(strips)),
        split.as_ref().filter(|split| !cells().any(|cell| cell.contains(&***split))),
    ];
    for missing in missing.into_iter().flatten().filter(|_| cells().any(|cell| !cell.trim().is_empty())) {
        reading.noted_once(&table.header[position], Kind::StepWithoutEffect, Severity::Noted, missing);
    }
}

/// Puts what was corrected into the cells; each row says what stood there.
fn correct(table: &mut Table, corrections: &Corrections) {
    if corrections.is_empty() {
        return;
    }
    let Table { header, rows, .. } = table;
    for row in rows {
        for ((_, column), text) in corrections.range((row.number, 0)..(row.number + 1, 0)) {
            let Some(name) = header.get(*column) else { continue };
            if row.cells.len() <= *column {
                row.cells.resize(*column + 1, String::new());
            }
            let before = std::mem::replace(&mut row.cells[*column], text.clone());
            if before != *text {
                row.findings.push((Kind::CorrectedByHand, format!("{name}: {before} → {text}")));
            }
        }
    }
}

/// The report of a file that has as many records as `counted` says.
pub(super) fn counted(counted: usize, mut reading: Reading) -> Report {
    if reading.read() != counted {
        let value = format!("{} of {counted}", reading.read());
        reading.noted("", Kind::CountDiffers, &value);
    }
    reading.finish()
}

/// The names of a table's columns, fit to be printed.
fn shown_header(table: &Table) -> Vec<String> {
    let shown = |name: &String| name.chars().filter(|c| !c.is_control()).take(40).collect();
    table.header.iter().take(40).map(shown).collect()
}
