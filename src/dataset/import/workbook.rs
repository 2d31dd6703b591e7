//! Workbooks: Excel of both kinds and `OpenDocument`, sheet by sheet, each cell as the text that a person would type.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader, Xls, Xlsb, Xlsx};

use super::source::FileKind;
use super::table::{Row, Sheet};
use crate::domain::decimal;

/// Columns beyond this one are left alone: a stray cell in the last column of a sheet must not cost the memory of all.
const MOST_COLUMNS: usize = 1_000;

/// The sheets of a workbook that have any rows, in its order; `None` where it cannot be opened.
pub(super) fn sheets(bytes: &[u8], kind: FileKind) -> Option<Vec<Sheet>> {
    let file = Cursor::new(bytes);
    match kind {
        FileKind::Excel => match Xlsx::new(file) {
            Ok(book) => Some(excel(book)),
            Err(_) => Some(whole(&mut Xlsb::new(Cursor::new(bytes)).ok()?)),
        },
        FileKind::OldExcel => Some(whole(&mut Xls::new(file).ok()?)),
        FileKind::OpenDocument => Some(whole(&mut Ods::new(file).ok()?)),
        FileKind::Delimited | FileKind::JsonList | FileKind::GeoJson => None,
    }
}

/// An Excel workbook, cell by cell: the size that a sheet says it has is not to be trusted.
fn excel(mut book: Xlsx<Cursor<&[u8]>>) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        // A sheet of charts has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut filling = Filling::default();
        while let Ok(Some(cell)) = cells.next_cell() {
            let text = match cell.get_value() {
                DataRef::Int(value) => value.to_string(),
                DataRef::Float(value) => decimal::written(*value),
                DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                    text.clone()
                }
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::Bool(value) => value.to_string(),
                DataRef::DateTime(moment) => moment_text(moment),
                DataRef::Error(error) => error.to_string(),
                DataRef::Empty => continue,
            };
            filling.put(cell.get_position(), text);
        }
        sheets.push(filling.sheet(name));
    }
    sheets
}

/// Any other workbook, sheet by sheet.
fn whole<'a, R: Reader<Cursor<&'a [u8]>>>(book: &mut R) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        sheets.push(of_range(name, &range));
    }
    sheets
}

fn of_range(name: String, range: &Range<Data>) -> Sheet {
    let (row, column) = range.start().unwrap_or_default();
    let mut filling = Filling::default();
    for (down, right, value) in range.used_cells() {
        let text = match value {
            Data::Int(value) => value.to_string(),
            Data::Float(value) => decimal::written(*value),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
            Data::Bool(value) => value.to_string(),
            Data::DateTime(moment) => moment_text(moment),
            Data::Error(error) => error.to_string(),
            Data::Empty => continue,
        };
        filling.put((row + down as u32, column + right as u32), text);
    }
    filling.sheet(name)
}

/// The rows of a sheet while its cells come in.
#[derive(Default)]
struct Filling {
    rows: Vec<Row>,
    /// The rows with anything in them, counted beside: by the positions of the cells.
    seen: BTreeSet<u32>,
}

impl Filling {
    fn put(&mut self, (row, column): (u32, u32), text: String) {
        let column = column as usize;
        if text.trim().is_empty() || column >= MOST_COLUMNS {
            return;
        }
        self.seen.insert(row);
        let number = row as usize + 1;
        let at = match self.rows.last() {
            Some(last) if last.number == number => self.rows.len() - 1,
            Some(last) if last.number > number => {
                match self.rows.binary_search_by_key(&number, |row| row.number) {
                    Ok(at) => at,
                    Err(at) => {
                        self.rows.insert(at, Row { number, ..Row::default() });
                        at
                    }
                }
            }
            _ => {
                self.rows.push(Row { number, ..Row::default() });
                self.rows.len() - 1
            }
        };
        let cells = &mut self.rows[at].cells;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }

    fn sheet(self, name: String) -> Sheet {
        let mut rows = self.rows;
        // A sheet has no short rows: cells that nobody filled are there and empty.
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let few = rows.len().saturating_mul(width) <= 20_000_000;
        for row in rows.iter_mut().filter(|_| few) {
            row.cells.resize(width, String::new());
        }
        Sheet { name, rows, counted: self.seen.len(), ends_in_line: false }
    }
}

/// A date, a time or both, as the format writes them.
fn moment_text(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    // Dates that Excel itself cannot show are numbers.
    if !value.is_finite() || !(0.0..2_958_466.0).contains(&value) {
        return decimal::written(value);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    if value < 1.0 || moment.is_duration() {
        return time;
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if value.fract() == 0.0 { day } else { format!("{day} {time}") }
}
