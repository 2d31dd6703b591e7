//! Tables as spreadsheets save them: any of three separators, any encoding that the file or the caller names.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::ImportError;
use crate::dataset::LARGEST_FILE;
use crate::dataset::report::FindingKind as Kind;

/// A table in memory, its first row apart.
#[derive(Debug)]
pub(super) struct Table {
    /// The names of the columns.
    pub(super) header: Vec<String>,
    /// The rows with at least one cell that is not empty.
    pub(super) rows: Vec<Row>,
    /// What is to be said of the file as a whole.
    pub(super) findings: Vec<(Kind, String)>,
}

/// One row of a table.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Its number as the spreadsheet shows it: the header and blank rows count.
    pub(super) number: usize,
    /// Its cells, as they are.
    pub(super) cells: Vec<String>,
    /// What is wrong with the row as a whole.
    pub(super) findings: Vec<(Kind, String)>,
}

impl Row {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Reads a table. The encoding is the one given, else what the byte order mark says, else UTF-8 where the bytes are.
/// Where a few lines alone are not UTF-8, they were pasted in and are taken for Windows-1252 by themselves; where no line
/// is, the whole file is, which is what older spreadsheets in Western Europe write. Both are a guess and reported.
pub(super) fn read_table(
    file: &str,
    bytes: &[u8],
    encoding: Option<&'static Encoding>,
) -> Result<Table, ImportError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ImportError::TooLarge { file: file.to_owned(), bytes: bytes.len(), limit: LARGEST_FILE });
    }
    if let Some(kind) = other_kind(bytes) {
        return Err(ImportError::OtherKind { file: file.to_owned(), kind });
    }
    let mut findings = Vec::new();
    let (text, guessed) = decode(bytes, encoding, &mut findings);
    let (separator, rest, skipped) = separator(&text);
    let mut rows = parse(rest, separator, skipped + 1)
        .map_err(|line| ImportError::OpenQuote { file: file.to_owned(), line })?;
    let mut lines = guessed.iter().peekable();
    for (row, last_line) in &mut rows {
        let mut is_guessed = false;
        while lines.next_if(|line| **line <= *last_line).is_some() {
            is_guessed = true;
        }
        if is_guessed {
            row.findings.push((Kind::GuessedEncoding, "windows-1252".to_owned()));
        }
    }
    let ends_in_line = !text.ends_with(['\n', '\r']);
    let mut rows = rows.into_iter().map(|(row, _)| row).filter(|row| !row.is_blank());
    let Some(header) = rows.next() else { return Err(ImportError::Empty { file: file.to_owned() }) };
    let mut table = Table { header: names(&header), rows: rows.collect(), findings };
    let width = table.width();
    if let Some(last) = table.rows.last_mut().filter(|last| ends_in_line && last.cells.len() < width) {
        let end = last.cells.last().cloned().unwrap_or_default();
        last.findings.push((Kind::CutShort, end));
    }
    Ok(table)
}

/// The names of columns, from the row that has them.
fn names(row: &Row) -> Vec<String> {
    row.cells.iter().map(|name| name.trim().to_owned()).collect()
}

impl Table {
    /// How many columns have a name, up to the last one that has.
    pub(super) fn width(&self) -> usize {
        self.header.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1)
    }

    /// Takes the first of the next few rows that `is_header` for the header; what stands above it is a title.
    pub(super) fn find_header(&mut self, is_header: impl Fn(&[String]) -> bool) {
        const FARTHEST: usize = 10;
        let found = self.rows.iter().take(FARTHEST).position(|row| is_header(&names(row)));
        let Some(position) = found else { return };
        self.findings.push((Kind::TitleRow, self.header.concat()));
        for row in &self.rows[..position] {
            self.findings.push((Kind::TitleRow, row.cells.concat()));
        }
        self.header = names(&self.rows[position]);
        self.rows.drain(..=position);
    }
}

/// What a file is that is no table at all, by its first bytes.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let has = |word: &[u8]| plain[..plain.len().min(4000)].windows(word.len()).any(|part| part == word);
    if plain.starts_with(b"PK\x03\x04") {
        return Some(if has(b"mimetypeapplication/vnd.oasis") {
            "an OpenDocument spreadsheet"
        } else {
            "an Excel workbook or another packed file"
        });
    }
    match plain.first()? {
        b'{' | b'[' if has(b"\"FeatureCollection\"") => Some("GeoJSON"),
        b'{' if has(b"\"") => Some("JSON"),
        b'[' if has(b"\"") || has(b"{") => Some("JSON"),
        b'<' => Some("a web page or XML"),
        b'%' if plain.starts_with(b"%PDF") => Some("a PDF"),
        0xd0 if plain.starts_with(b"\xd0\xcf\x11\xe0") => Some("an old Excel workbook"),
        _ => None,
    }
}

/// The text, and the lines of it, counted from 1, whose encoding was guessed.
fn decode(
    bytes: &[u8],
    encoding: Option<&'static Encoding>,
    findings: &mut Vec<(Kind, String)>,
) -> (String, Vec<usize>) {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let known = marked.or(encoding).or_else(|| std::str::from_utf8(bytes).is_ok().then_some(UTF_8));
    if let Some(known) = known {
        let (text, _, is_bad) = known.decode(bytes);
        if is_bad {
            findings.push((Kind::BadEncoding, String::new()));
        }
        return (text.into_owned(), Vec::new());
    }
    let mut text = String::with_capacity(bytes.len());
    let mut guessed = Vec::new();
    let mut is_mixed = false;
    for (position, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        if let Ok(line) = std::str::from_utf8(line) {
            is_mixed |= !line.is_ascii();
            text.push_str(line);
        } else {
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0);
            guessed.push(position + 1);
        }
    }
    if is_mixed {
        return (text, guessed);
    }
    findings.push((Kind::GuessedEncoding, "windows-1252".to_owned()));
    (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Vec::new())
}

/// The separator, the text after a line `sep=;` that spreadsheets write for themselves, and how many lines that was.
fn separator(text: &str) -> (u8, &str, usize) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator @ (b',' | b';' | b'\t')) = rest.bytes().next()
    {
        return (separator, rest[1..].trim_start_matches(['\r', '\n']), 1);
    }
    let mut counts = [(b',', 0_u32), (b';', 0), (b'\t', 0)];
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
    // The first of the most frequent: a header without any separator has one column.
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    (best.map_or(b',', |(separator, _)| *separator), text, 0)
}

/// The rows of a table (RFC 4180), each with the line it ends on; or the line of a quotation mark that is not closed.
///
/// Written out because what the usual readers forgive is what loses rows here: a quotation mark that opens a cell in one
/// row and is closed by one in another.
fn parse(text: &str, separator: u8, first_line: usize) -> Result<Vec<(Row, usize)>, usize> {
    let bytes = text.as_bytes();
    let (mut at, mut line) = (0, first_line);
    let mut rows = Vec::new();
    while at < bytes.len() {
        let mut row = Row { number: rows.len() + 1, ..Row::default() };
        let last_line = loop {
            let (cell, end) = if bytes.get(at) == Some(&b'"') {
                quoted(text, at, separator, &mut line)?
            } else {
                let end = end_of_cell(bytes, at, separator);
                (text[at..end].to_owned(), end)
            };
            row.cells.push(cell);
            at = end;
            match bytes.get(at) {
                Some(byte) if *byte == separator => at += 1,
                Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => {
                    at += 2;
                    line += 1;
                    break line - 1;
                }
                Some(_) => {
                    at += 1;
                    line += 1;
                    break line - 1;
                }
                None => break line,
            }
        };
        rows.push((row, last_line));
    }
    Ok(rows)
}

fn end_of_cell(bytes: &[u8], from: usize, separator: u8) -> usize {
    let ends = |byte: &u8| *byte == separator || matches!(byte, b'\n' | b'\r');
    bytes[from..].iter().position(ends).map_or(bytes.len(), |length| from + length)
}

/// A cell that begins with a quotation mark, and where it ends.
fn quoted(text: &str, start: usize, separator: u8, line: &mut usize) -> Result<(String, usize), usize> {
    let opened = *line;
    let mut cell = String::new();
    let mut at = start + 1;
    loop {
        let Some(length) = text[at..].find('"') else { return Err(opened) };
        cell.push_str(&text[at..at + length]);
        at += length + 1;
        if text.as_bytes().get(at) != Some(&b'"') {
            break;
        }
        cell.push('"');
        at += 1;
    }
    *line += cell.matches('\n').count();
    let end = end_of_cell(text.as_bytes(), at, separator);
    if text[at..end].trim_matches(' ').is_empty() {
        return Ok((cell, end));
    }
    // Words after the closing mark: within one line the marks are part of the text, as in `"smart" city`. Over several
    // lines they belong to different rows.
    if *line == opened && !cell.contains('\r') {
        return Ok((text[start..end].to_owned(), end));
    }
    Err(opened)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_row(bytes: &[u8]) -> Vec<String> {
        let table = read_table("a.csv", bytes, None).expect("a table");
        assert_eq!(table.header, ["name", "city"]);
        table.rows[0].cells.clone()
    }

    #[test]
    fn separators_and_encodings_are_told_from_the_file() {
        for bytes in [
            &b"name,city\nP\xc3\xb4le,K\xc3\xb6ln"[..],
            b"\xef\xbb\xbfname;city\r\nP\xc3\xb4le;K\xc3\xb6ln\r\n",
            b"name\tcity\nP\xf4le\tK\xf6ln",
            b"sep=;\r\nname;city\r\nP\xf4le;K\xf6ln",
            b"\n\n\"name\",\"city\"\n\n\"P\xc3\xb4le\",\"K\xc3\xb6ln\"\n,\n",
            b"\xff\xfen\0a\0m\0e\0\t\0c\0i\0t\0y\0\n\0P\0\xf4\0l\0e\0\t\0K\0\xf6\0l\0n\0",
        ] {
            assert_eq!(first_row(bytes), ["Pôle", "Köln"]);
        }
    }

    #[test]
    fn quotation_marks_within_a_line_are_text() {
        let table =
            read_table("a.csv", b"a,b\n\"also\" quoted,\"say \"\"so\"\"\" \n", None).expect("a table");
        assert_eq!(table.rows[0].cells, ["\"also\" quoted", "say \"so\""]);
    }

    #[test]
    fn nothing_but_empty_cells_is_an_empty_file() {
        for bytes in [&b""[..], b"\n\n", b",,\n,,"] {
            assert!(matches!(read_table("a.csv", bytes, None), Err(ImportError::Empty { .. })));
        }
    }
}
