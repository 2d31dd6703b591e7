//! A table as a workbook, for those whose spreadsheet asks how a CSV file is to be read.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::table::spreadsheet_plain;

/// Excel counts rows up to here; what is longer is no workbook.
const MOST_ROWS: usize = 1_048_576;
/// Characters that a cell of a workbook can hold.
const LONGEST_CELL: usize = 32_767;

/// The workbook with one sheet that a table of this app makes: its text is that of a CSV file as [`super::csv`] and the
/// exports of records write it. Cells are texts or numbers, never formulas, so none has an apostrophe in front. `None`
/// where the table has more rows, or a cell more characters, than a workbook can hold: nothing is cut off in silence.
pub fn workbook(table: &str, sheet: &str) -> Option<Vec<u8>> {
    let rows = rows(table);
    let fits = |cell: &String| cell.chars().count() <= LONGEST_CELL;
    if rows.len() > MOST_ROWS || !rows.iter().flatten().all(fits) {
        return None;
    }
    written(&rows, sheet).ok()
}

fn written(rows: &[Vec<String>], sheet: &str) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let head = Format::new().set_bold();
    let page = workbook.add_worksheet();
    page.set_name(sheet)?;
    page.set_freeze_panes(1, 0)?;
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            let cell = spreadsheet_plain(cell);
            match number(cell) {
                _ if cell.is_empty() => continue,
                _ if row == 0 => page.write_string_with_format(row, column, cell, &head)?,
                Some(number) => page.write_number(row, column, number)?,
                None => page.write_string(row, column, cell)?,
            };
        }
    }
    let last = rows.first().map_or(0, Vec::len).saturating_sub(1);
    if let (Ok(last_row), Ok(last)) = (u32::try_from(rows.len().saturating_sub(1)), u16::try_from(last)) {
        page.autofilter(0, 0, last_row, last)?;
    }
    workbook.save_to_buffer()
}

/// The number that a cell is. One that would be written in another way stays a text: a postcode of `01234`, `1e3`, or
/// more digits than a workbook keeps.
fn number(cell: &str) -> Option<f64> {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let number: f64 = cell.parse().ok().filter(|number: &f64| number.is_finite())?;
    (digits <= 15 && number.to_string() == cell).then_some(number)
}

/// The rows of a table that this app has written.
fn rows(table: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut is_quoted = false;
    let mut rest = table.strip_prefix('\u{feff}').unwrap_or(table).chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            // A quotation mark in a quoted cell stands there twice.
            '"' if is_quoted && rest.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader as _, Xlsx};
    use proptest::prelude::*;

    use super::super::csv;
    use super::*;

    fn read(bytes: Vec<u8>) -> Vec<Vec<Data>> {
        let mut book: Xlsx<_> =
            calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
        let range = book.worksheet_range("organisations").expect("the sheet");
        range.rows().map(<[Data]>::to_vec).collect()
    }

    #[test]
    fn texts_stay_texts_and_numbers_are_numbers() {
        let heads = ["name", "lat", "postcode"].map(str::to_owned);
        let rows = [["=SUM(A1)", "48.2085", "01234"], ["Pôle \"A\",\nB", "-16.3", ""]]
            .map(|row| row.map(str::to_owned));
        let book = read(workbook(&csv(&heads, &rows), "organisations").expect("it fits"));
        let text = |text: &str| Data::String(text.to_owned());
        assert_eq!(book[0], [text("name"), text("lat"), text("postcode")]);
        assert_eq!(book[1], [text("=SUM(A1)"), Data::Float(48.2085), text("01234")]);
        assert_eq!(book[2], [text("Pôle \"A\",\nB"), Data::Float(-16.3), Data::Empty]);
    }

    #[test]
    fn what_does_not_fit_is_not_cut() {
        assert_eq!(workbook(&csv(&["name"], &[[" ".repeat(LONGEST_CELL + 1)]]), "organisations"), None);
    }

    proptest! {
        #[test]
        fn rows_are_those_that_were_written(rows_in in prop::collection::vec(prop::array::uniform3(any::<String>()), 0..8)) {
            let heads = ["a", "b", "c"].map(str::to_owned);
            let table = csv(&heads, &rows_in);
            let found: Vec<Vec<String>> = rows(&table)
                .into_iter()
                .map(|row| row.iter().map(|cell| spreadsheet_plain(cell).to_owned()).collect())
                .collect();
            prop_assert_eq!(&found[0], &heads.to_vec());
            prop_assert_eq!(found[1..].to_vec(), rows_in.iter().map(|row| row.to_vec()).collect::<Vec<_>>());
        }
    }
}
