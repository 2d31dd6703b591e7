//! Tables as files.

use crate::dataset::{Table, spreadsheet_safe};

/// A table for spreadsheets: a row of heads, then the rows. Nothing in it is run as a formula.
pub fn csv(heads: &[String], rows: &[Vec<String>]) -> String {
    let mut table = Table::new();
    for row in std::iter::once(heads).chain(rows.iter().map(Vec::as_slice)) {
        let cells: Vec<String> = row.iter().map(|cell| spreadsheet_safe(cell)).collect();
        table.row(cells.iter().map(String::as_str));
    }
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_run_nothing() {
        let file = csv(&["Region".into(), "Count".into()], &[vec!["a, \"b\"".into(), "=1+1".into()]]);
        assert_eq!(file, "\u{feff}Region,Count\r\n\"a, \"\"b\"\"\",'=1+1\r\n");
    }
}
