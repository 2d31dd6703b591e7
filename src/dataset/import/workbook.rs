//! Workbooks: Excel of both kinds and `OpenDocument`, sheet by sheet, each cell as the text that a person would type.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, Range, Reader, Style, Xls, Xlsb, Xlsx};

use super::source::FileKind;
use super::table::{Row, Sheet};
use crate::dataset::report::FindingKind as Kind;
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
        FileKind::OldExcel => {
            let mut book = Xls::new(file).ok()?;
            let mut sheets = whole(&mut book);
            for sheet in &mut sheets {
                fill_merged(sheet, &book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default());
            }
            Some(sheets)
        }
        FileKind::OpenDocument => Some(whole(&mut Ods::new(file).ok()?)),
        FileKind::Delimited | FileKind::JsonList | FileKind::GeoJson => None,
    }
}

/// An Excel workbook, cell by cell: the size that a sheet says it has is not to be trusted. What formats, links and merged
/// cells say is taken in, because somebody who looks at the sheet sees it.
fn excel(mut book: Xlsx<Cursor<&[u8]>>) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let links = book.hyperlinks_by_sheet_name(&name).unwrap_or_default();
        // A sheet of charts has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let format_of = |style: &Style| style.number_format.as_ref().map(|format| format.format_code.clone());
        let formats: Vec<Option<String>> = cells.styles().iter().map(format_of).collect();
        let mut filling = Filling::default();
        while let Ok(Some((cell, style))) = cells.next_cell_with_style_id() {
            let format = formats.get(style).and_then(Option::as_deref).unwrap_or_default();
            let text = match cell.get_value() {
                DataRef::Int(value) => as_shown(*value as f64, format),
                DataRef::Float(value) => as_shown(*value, format),
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
        let mut sheet = filling.sheet(name);
        fill_merged(&mut sheet, &merged);
        for link in links {
            let Some(target) = link.target else { continue };
            let ((first, column), (last, _)) = (link.range.start, link.range.end);
            each_row(&mut sheet, first, last, &mut |row| row.links.push((column as usize, target.clone())));
        }
        sheets.push(sheet);
    }
    sheets
}

/// A number as its format shows it, where that is another text: zeros in front, as postcodes have them, and percents.
fn as_shown(value: f64, format: &str) -> String {
    let mask: String = format.chars().filter(|c| !matches!(c, '\\' | '"')).collect();
    let zeros = mask.matches('0').count();
    let is_mask = zeros > 1 && mask.chars().all(|c| matches!(c, '0' | ' ' | '-'));
    if is_mask && value >= 0.0 && value.fract() == 0.0 {
        let digits = decimal::written(value);
        let digits = format!("{digits:0>zeros$}");
        // More digits than the format has stand in front.
        let (front, mut rest) = digits.split_at(digits.len() - zeros);
        let mut shown = front.to_owned();
        for c in mask.chars() {
            let (digit, after) = if c == '0' { rest.split_at(1) } else { ("", rest) };
            shown.push_str(digit);
            rest = after;
            if c != '0' {
                shown.push(c);
            }
        }
        return shown;
    }
    if mask.trim_end().ends_with('%') && mask.contains('0') {
        return format!("{} %", decimal::written((value * 1e12).round() / 1e10));
    }
    decimal::written(value)
}

/// Gives the cells of a merged region what its first one has, downwards: somebody who looks at it reads it in each row.
fn fill_merged(sheet: &mut Sheet, merged: &[Dimensions]) {
    for region in merged {
        let ((first, column), (last, _)) = (region.start, region.end);
        let column = column as usize;
        if last <= first || column >= MOST_COLUMNS {
            continue;
        }
        let top = sheet.rows.iter().find(|row| row.number == first as usize + 1);
        let text = top.and_then(|row| row.cells.get(column)).cloned().unwrap_or_default();
        if text.trim().is_empty() {
            continue;
        }
        each_row(sheet, first + 1, last, &mut |row| {
            if row.cells.get(column).is_some_and(|cell| cell.trim().is_empty()) {
                row.cells[column].clone_from(&text);
                row.findings.push((Kind::MergedCell, text.clone()));
            }
        });
    }
}

/// Visits the rows that a sheet has from the one to the other, counted from 0.
fn each_row(sheet: &mut Sheet, first: u32, last: u32, visit: &mut dyn FnMut(&mut Row)) {
    let from = sheet.rows.partition_point(|row| row.number <= first as usize);
    for row in sheet.rows[from..].iter_mut().take_while(|row| row.number <= last as usize + 1) {
        visit(row);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_their_format_shows() {
        for (value, format, shown) in [
            (1234.0, "00000", "01234"),
            (123_456.0, "00000", "123456"),
            (17_000.0, "000\\ 00", "170 00"),
            (1234.0, "0", "1234"),
            (1234.5, "0.00", "1234.5"),
            (0.125, "0.0%", "12.5 %"),
            (0.1, "0%", "10 %"),
            (1234.0, "General", "1234"),
            (-3.0, "000", "-3"),
        ] {
            assert_eq!(as_shown(value, format), shown, "{value} {format}");
        }
    }
}
