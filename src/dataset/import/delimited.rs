//! Tables as text: any of four separators, quotation marks that may be missing, and no row inside another.

use std::collections::BTreeMap;

use super::ImportError;
use super::pace::Pace;
use super::table::{Row, Sheet};
use crate::dataset::report::FindingKind as Kind;

/// A cell that is longer than this was opened by a quotation mark that nobody closed; a spreadsheet's cell has half of it.
const LONGEST_CELL: usize = 65_536;

/// Reads a table, at a pace; every line of it is a row or a part of a cell.
pub(super) async fn reading(
    text: &str,
    other_lines: &[(usize, &'static str)],
    pace: &Pace,
) -> Result<Sheet, ImportError> {
    let (separator, rest, skipped) = separator(text);
    let parsed = parse(rest, separator, skipped + 1, pace).await?;
    let mut lines = other_lines.iter().peekable();
    let mut rows = Vec::with_capacity(parsed.len());
    let (mut within, mut blank) = (0, 0);
    for Parsed { mut row, last_line } in parsed {
        let mut encoding = None;
        while let Some((_, name)) = lines.next_if(|(line, _)| *line <= last_line) {
            encoding = Some(*name);
        }
        if let Some(name) = encoding {
            row.findings.push((Kind::GuessedEncoding, name.to_owned()));
        }
        if let Some(bad) = row.cells.iter().find(|cell| cell.contains('\u{fffd}')) {
            row.findings.push((Kind::BadEncoding, bad.clone()));
        }
        within += row.cells.iter().map(|cell| line_breaks(cell)).sum::<usize>();
        if row.is_blank() {
            blank += 1;
        } else {
            rows.push(row);
        }
    }
    // The second count, of lines: none of them may be missing.
    let all = line_breaks(rest) + usize::from(!rest.is_empty() && !rest.ends_with(['\n', '\r']));
    let counted = all.saturating_sub(within + blank);
    let ends_in_line = !text.ends_with(['\n', '\r']);
    Ok(Sheet { name: String::new(), rows, counted, ends_in_line })
}

/// The same at a stretch.
#[cfg(test)]
pub(super) fn read(text: &str, other_lines: &[(usize, &'static str)]) -> Sheet {
    let sheet = super::pace::at_once(reading(text, other_lines, &Pace::default()));
    sheet.expect("nobody stops it")
}

/// Line breaks of any system.
fn line_breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_break = |at: usize| match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (0..bytes.len()).filter(|at| is_break(*at)).count()
}

/// The separator, the text after a line `sep=;` that spreadsheets write for themselves, and how many lines that was.
fn separator(text: &str) -> (u8, &str, usize) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator @ (b',' | b';' | b'\t' | b'|')) = rest.bytes().next()
    {
        let rest = &rest[1..];
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
        return (separator, rest, 1);
    }
    // The last of the most frequent in the first line that has any: bars part values within cells too.
    let mut counts = [(b'|', 0_u32), (b'\t', 0), (b';', 0), (b',', 0)];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            // A title above the header has no separator; the first line that has one decides.
            b'\n' | b'\r' if !quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if quoted => {}
            _ => counts
                .iter_mut()
                .filter(|(separator, _)| *separator == byte)
                .for_each(|(_, count)| *count += 1),
        }
    }
    let best = counts.iter().max_by_key(|(_, count)| *count);
    (best.map_or(b',', |(separator, _)| *separator), text, 0)
}

/// A row and the line it ends on.
struct Parsed {
    row: Row,
    last_line: usize,
}

/// The rows of a table (RFC 4180).
///
/// Written out because what the usual readers forgive is what loses rows here: a quotation mark that opens a cell in one
/// row and is closed by one in another. Such a mark is taken out, and that is said.
async fn parse(
    text: &str,
    separator: u8,
    first_line: usize,
    pace: &Pace,
) -> Result<Vec<Parsed>, ImportError> {
    let bytes = text.as_bytes();
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut at, mut line) = (0, first_line);
    let mut rows: Vec<Parsed> = Vec::new();
    while at < bytes.len() {
        let (start, began) = (at, line);
        let number = rows.len() + 1;
        let mut row = read_row(text, separator, &mut at, &mut line, true);
        if line > began + 1 && has_swallowed(&text[start..at], separator, &widths) {
            // Its marks belong to different rows: each line is a row again.
            (at, line) = (start, began);
            row = read_row(text, separator, &mut at, &mut line, false);
            row.findings.push((Kind::OpenQuote, format!("line {began}")));
        }
        row.number = number;
        *widths.entry(row.cells.len()).or_default() += 1;
        // The last line may end without a break.
        let broke = at > start && matches!(bytes[at - 1], b'\n' | b'\r');
        rows.push(Parsed { row, last_line: if broke { line - 1 } else { line } });
        pace.after_bytes(at, bytes.len()).await?;
    }
    Ok(rows)
}

/// Whether a row over several lines looks as if it had swallowed others: each of its lines, taken by itself, has as many
/// cells as most rows before it.
fn has_swallowed(lines: &str, separator: u8, widths: &BTreeMap<usize, usize>) -> bool {
    let usual = widths.iter().max_by_key(|(_, rows)| **rows).map_or(0, |(width, _)| *width);
    let is_row = |line: &str| line.bytes().filter(|byte| *byte == separator).count() + 1 == usual;
    usual > 2 && lines.lines().all(is_row)
}

/// One row from `at` on. With `over_lines` a quoted cell may have line breaks in it.
fn read_row(text: &str, separator: u8, at: &mut usize, line: &mut usize, over_lines: bool) -> Row {
    let bytes = text.as_bytes();
    let mut row = Row::default();
    loop {
        let plain = || {
            let end = end_of_cell(bytes, *at, separator);
            (text[*at..end].to_owned(), end)
        };
        let is_quoted = bytes.get(*at) == Some(&b'"');
        let read = is_quoted.then(|| quoted(text, *at, separator, over_lines)).flatten();
        let is_open = is_quoted && read.is_none();
        let (mut cell, end) = read.unwrap_or_else(plain);
        // Marks around words of one line are a part of the text, as in `"smart" city`.
        if is_open && !cell[1..].contains('"') {
            if over_lines && !has(&row, Kind::OpenQuote) {
                row.findings.push((Kind::OpenQuote, format!("line {line}")));
            }
            // It is a slip of the pen, and no part of a name.
            cell.remove(0);
        }
        *line += line_breaks(&cell);
        row.cells.push(cell);
        *at = end;
        match bytes.get(end) {
            Some(byte) if *byte == separator => *at += 1,
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => {
                *at += 2;
                *line += 1;
                return row;
            }
            Some(_) => {
                *at += 1;
                *line += 1;
                return row;
            }
            None => return row,
        }
        // A separator at the very end opens a last, empty cell.
        if *at == bytes.len() {
            row.cells.push(String::new());
            return row;
        }
    }
}

fn has(row: &Row, wanted: Kind) -> bool {
    row.findings.iter().any(|(kind, _)| *kind == wanted)
}

fn end_of_cell(bytes: &[u8], from: usize, separator: u8) -> usize {
    let ends = |byte: &u8| *byte == separator || matches!(byte, b'\n' | b'\r');
    bytes[from..].iter().position(ends).map_or(bytes.len(), |length| from + length)
}

/// A cell that begins with a quotation mark, and where it ends; `None` where it is not closed as one.
fn quoted(text: &str, start: usize, separator: u8, over_lines: bool) -> Option<(String, usize)> {
    let mut cell = String::new();
    let mut at = start + 1;
    loop {
        let part = &text[at..];
        let length = part.as_bytes().iter().take(LONGEST_CELL).position(|byte| *byte == b'"')?;
        cell.push_str(&part[..length]);
        at += length + 1;
        if cell.len() > LONGEST_CELL || (!over_lines && cell.contains(['\n', '\r'])) {
            return None;
        }
        if text.as_bytes().get(at) != Some(&b'"') {
            break;
        }
        cell.push('"');
        at += 1;
    }
    let end = end_of_cell(text.as_bytes(), at, separator);
    text[at..end].trim_matches(' ').is_empty().then_some((cell, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let sheet = read(text, &[]);
        assert_eq!(sheet.rows.len(), sheet.counted, "{text:?}");
        sheet.rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn quotation_marks_within_a_line_are_text() {
        assert_eq!(cells("a,b\n\"also\" quoted,\"say \"\"so\"\"\" \n")[1], ["\"also\" quoted", "say \"so\""]);
    }

    #[test]
    fn cells_may_have_lines() {
        assert_eq!(cells("a;b;c\r\n1;\"x\r\ny; z\";3\r\n")[1], ["1", "x\r\ny; z", "3"]);
    }

    #[test]
    fn a_mark_that_is_not_closed_costs_no_row() {
        let open = |text: &str| {
            let sheet = read(text, &[]);
            assert_eq!(sheet.rows.len(), sheet.counted);
            let open = |row: &Row| has(row, Kind::OpenQuote);
            (
                sheet.rows.len(),
                sheet.rows.iter().filter(|row| open(row)).map(|row| row.number).collect::<Vec<_>>(),
            )
        };
        // To the end, to words in the next row, and to a mark that closes it three rows on.
        assert_eq!(open("a,b,c\n1,\"x,2\n3,y,4\n5,z,6\n"), (4, vec![2]));
        assert_eq!(open("a,b,c\n1,\"x,2\n3,y\"z,4\n"), (3, vec![2]));
        assert_eq!(open("a,b,c\n1,\"x,2\n3,y,4\n5,z\",6\n"), (4, vec![2]));
    }
}
