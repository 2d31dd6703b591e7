//! Tables as spreadsheets open them, with a summary a language and the provenance of every row.

use std::collections::BTreeMap;

use crate::domain::{LanguageTag, LocalText};

use super::ExportNote;

/// What stands behind the name of a column of codes in that of the column after it, which has their names. The importer
/// skips it.
const LABEL: &str = "_label";

/// Whether a table was exported here.
pub(in crate::dataset) fn is_exported(header: &[String]) -> bool {
    PROVENANCE.iter().all(|name| header.iter().any(|known| known == name))
}

/// Whether a column of a table that was exported here says in words what the one before it says in codes.
pub(in crate::dataset) fn is_label(header: &[String], name: &str) -> bool {
    let column = name.strip_suffix(LABEL);
    column.is_some_and(|column| header.iter().any(|known| known == column)) && is_exported(header)
}

/// The columns that say where an exported row came from. The importer skips them.
pub(in crate::dataset) const PROVENANCE: [&str; 4] =
    ["exported_from", "exported_on", "exported_title", "attribution"];

/// A table of records: `columns`, whose cells `cells` gives row by row, a summary in each language that any record has,
/// and where the row came from. Behind a column of codes stands one with their names, where the note has any; what all
/// rows have to quote stands once, in the first.
pub(super) fn exported_table(
    columns: &[&str],
    summaries: &[&LocalText],
    cells: &dyn Fn(usize) -> Vec<Option<String>>,
    note: &ExportNote,
) -> String {
    let mut languages: Vec<&LanguageTag> = Vec::new();
    for (tag, _) in summaries.iter().flat_map(|summary| summary.iter()) {
        if let Err(place) = languages.binary_search(&tag) {
            languages.insert(place, tag);
        }
    }
    let mut table = Table::new();
    let mut header: Vec<String> = Vec::new();
    for column in columns {
        header.push((*column).to_owned());
        if note.names.contains_key(column) {
            header.push([column, LABEL].concat());
        }
    }
    header.extend(languages.iter().map(|tag| format!("summary_{tag}")));
    header.extend(PROVENANCE.map(str::to_owned));
    table.row(header.iter().map(String::as_str));

    let date = note.date.to_string();
    let attribution = note.attribution();
    for (row, summary) in summaries.iter().enumerate() {
        let mut all: Vec<String> = Vec::with_capacity(header.len());
        for (column, cell) in columns.iter().zip(cells(row)) {
            let codes = cell.unwrap_or_default();
            let names = note.names.get(column).map(|names| named(&codes, names));
            all.push(codes);
            all.extend(names);
        }
        for language in &languages {
            let version = summary.iter().find(|(tag, _)| tag == language);
            all.push(version.map(|(_, text)| spreadsheet_safe(text)).unwrap_or_default());
        }
        let quoted = if row == 0 { spreadsheet_safe(&attribution) } else { String::new() };
        all.extend([spreadsheet_safe(&note.link), date.clone(), spreadsheet_safe(&note.title), quoted]);
        table.row(all.iter().map(String::as_str));
    }
    table.finish()
}

/// The names of the codes in a cell; a code without one stands for itself.
fn named(codes: &str, names: &BTreeMap<String, String>) -> String {
    let name = |code| names.get(code).map_or(code, String::as_str);
    spreadsheet_safe(&codes.split(';').map(name).collect::<Vec<_>>().join("; "))
}

/// Codes in one cell. None of them has a semicolon in it.
pub(super) fn listed<T: AsRef<str>>(codes: &[T]) -> String {
    let codes: Vec<&str> = codes.iter().map(AsRef::as_ref).collect();
    spreadsheet_safe(&codes.join(";"))
}

/// Whether a spreadsheet could run a text as a formula. Some skip what is not seen, take full-width signs for plain ones,
/// or part a cell at a separator; so signs are looked for behind all of these.
fn is_formula(text: &str) -> bool {
    let skipped = |c: char| {
        matches!(c, '\'' | '"' | ';' | ',' | '|')
            || c.is_whitespace()
            || c.is_control()
            || crate::domain::takes_no_room(c)
    };
    text.trim_start_matches(skipped).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets hide. A text
/// that already looks like that gets one more, so that [`spreadsheet_plain`] gives back exactly what was there.
pub(crate) fn spreadsheet_safe(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text without the apostrophe that [`spreadsheet_safe`] put there.
pub(in crate::dataset) fn spreadsheet_plain(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => text,
    }
}

/// A table as a file for spreadsheets: a row of heads, then the rows. Nothing in it is run as a formula.
pub fn csv<T: AsRef<str>>(heads: &[T], rows: &[impl AsRef<[String]>]) -> String {
    let mut table = Table::new();
    table.safe_row(heads);
    for row in rows {
        table.safe_row(row.as_ref());
    }
    table.finish()
}

/// A CSV file being written (RFC 4180). The importer's tests read it back with the `csv` crate, whose writer is not
/// used: it asks of every cell whether it is a number, and the tables for that weigh more than all exports.
pub(crate) struct Table(String);

impl Table {
    /// A table with the byte order mark that spreadsheets want.
    pub(crate) fn new() -> Self {
        Self("\u{feff}".to_owned())
    }

    /// Writes one row; all rows must have the same number of cells.
    pub(crate) fn row<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        let mut before = "";
        for cell in cells {
            self.0.push_str(before);
            self.cell(cell);
            before = ",";
        }
        self.0.push_str("\r\n");
    }

    /// Writes one row of cells as they are to be read, none of which a spreadsheet runs as a formula.
    pub(crate) fn safe_row<T: AsRef<str>>(&mut self, cells: &[T]) {
        let cells: Vec<String> = cells.iter().map(|cell| spreadsheet_safe(cell.as_ref())).collect();
        self.row(cells.iter().map(String::as_str));
    }

    fn cell(&mut self, cell: &str) {
        if !cell.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\r' | b'\n')) {
            self.0.push_str(cell);
            return;
        }
        self.0.push('"');
        for c in cell.chars() {
            if c == '"' {
                self.0.push('"');
            }
            self.0.push(c);
        }
        self.0.push('"');
    }

    /// The file.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_run_nothing() {
        let file = csv(&["Region", "Count"], &[["a, \"b\"".to_owned(), "=1+1".to_owned()]]);
        assert_eq!(file, "\u{feff}Region,Count\r\n\"a, \"\"b\"\"\",'=1+1\r\n");
    }
}
