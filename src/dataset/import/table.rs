//! A table in memory, and which of its rows is the header.

use crate::dataset::report::FindingKind as Kind;
use crate::domain::tidy;

/// One of the sheets of a file: its rows as they stand there.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// What it is called; empty where a file has but one.
    pub(super) name: String,
    /// The rows with at least one cell that is not empty.
    pub(super) rows: Vec<Row>,
    /// How many of those there are by a count of their own.
    pub(super) counted: usize,
    /// The text ends without a line break: its last row may be cut short.
    pub(super) ends_in_line: bool,
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
    /// Where cells lead to, by their column: links that lie behind what a workbook shows.
    pub(super) links: Vec<(usize, String)>,
}

impl Row {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// Its cells as names of columns.
    pub(super) fn names(&self) -> Vec<String> {
        self.cells.iter().map(|name| tidy(name)).collect()
    }

    /// Where a cell leads to.
    pub(super) fn link(&self, column: usize) -> Option<&str> {
        self.links.iter().find(|(at, _)| *at == column).map(|(_, link)| link.as_str())
    }

    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
    }
}

/// A sheet, its header apart.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The names of the columns.
    pub(super) header: Vec<String>,
    /// The row of the header, as the spreadsheet shows it.
    pub(super) header_row: usize,
    /// The rows below the header.
    pub(super) rows: Vec<Row>,
    /// What is to be said of the table as a whole.
    pub(super) findings: Vec<(Kind, String)>,
    /// How many rows there are below the header by a count of their own.
    pub(super) counted: usize,
}

/// How far down a header is looked for.
pub(super) const FARTHEST: usize = 15;

impl Table {
    /// Parts a sheet at its header: the row with the number `wanted`, else the first that `is_header`, else the first that is
    /// as wide as most. What stands above it is a title. `None` where there is nothing at all.
    pub(super) fn of(
        sheet: Sheet,
        wanted: Option<usize>,
        is_header: &dyn Fn(&[String]) -> bool,
    ) -> Option<Self> {
        let Sheet { mut rows, counted, ends_in_line, .. } = sheet;
        let position = header_position(&rows, wanted, is_header)?;
        let mut findings = Vec::new();
        for row in &rows[..position] {
            findings.push((Kind::TitleRow, row.names().join(" ").trim().to_owned()));
        }
        let below = rows.split_off(position + 1);
        let header = rows.pop()?;
        let mut table = Self {
            header: header.names(),
            header_row: header.number,
            rows: below,
            findings,
            counted: counted.saturating_sub(position + 1),
        };
        let width = table.width();
        if let Some(last) = table.rows.last_mut().filter(|last| ends_in_line && last.cells.len() < width) {
            let end = last.cells.last().cloned().unwrap_or_default();
            last.findings.push((Kind::CutShort, end));
        }
        Some(table)
    }

    /// How many columns have a name, up to the last one that has.
    pub(super) fn width(&self) -> usize {
        self.header.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1)
    }
}

/// Where the header stands among the rows.
fn header_position(
    rows: &[Row],
    wanted: Option<usize>,
    is_header: &dyn Fn(&[String]) -> bool,
) -> Option<usize> {
    if let Some(wanted) = wanted {
        return rows.iter().position(|row| row.number >= wanted);
    }
    let first = &rows[..rows.len().min(FARTHEST)];
    if let Some(found) = first.iter().position(|row| is_header(&row.names())) {
        return Some(found);
    }
    let widest = first.iter().map(Row::filled).max()?;
    first.iter().position(|row| row.filled() * 2 >= widest)
}

#[cfg(test)]
mod tests {
    use super::super::delimited::read;
    use super::*;

    fn table(text: &str) -> Table {
        Table::of(read(text, &[]), None, &|names| names.iter().any(|name| name == "name")).expect("a table")
    }

    #[test]
    fn separators_are_told_from_the_file() {
        for text in [
            "name,city\nPôle,Köln",
            "name;city\r\nPôle;Köln\r\n",
            "name\tcity\nPôle\tKöln",
            "name|city\nPôle|Köln",
            "sep=;\r\nname;city\r\nPôle;Köln",
            "\n\n\"name\",\"city\"\n\n\"Pôle\",\"Köln\"\n,\n",
        ] {
            let table = table(text);
            assert_eq!(
                (table.header, &*table.rows[0].cells),
                (vec!["name".into(), "city".into()], &["Pôle".to_owned(), "Köln".to_owned()][..])
            );
            assert_eq!(table.counted, 1);
        }
    }

    #[test]
    fn the_header_is_below_a_title_and_can_be_chosen() {
        let text = "List of clusters;;\n;;\nFirma;Ort;Land\nA;B;C\n";
        let found = table(text);
        assert_eq!((found.header_row, found.header[0].as_str(), found.findings.len()), (3, "Firma", 1));
        let chosen = Table::of(read(text, &[]), Some(4), &|_| false).expect("a table");
        assert_eq!((chosen.header_row, chosen.rows.len(), chosen.counted), (4, 0, 0));
    }
}
