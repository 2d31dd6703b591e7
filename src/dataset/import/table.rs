//! Tables as spreadsheets save them: any of three separators, any of three encodings.

use csv::StringRecord;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::ImportError;
use crate::dataset::LARGEST_FILE;

/// A table in memory, its first row apart.
#[derive(Debug)]
pub(super) struct Table {
    /// The names of the columns.
    pub(super) header: Vec<String>,
    /// The rows with at least one cell that is not empty.
    pub(super) rows: Vec<StringRecord>,
    /// Bytes that are no text in the file's encoding were replaced.
    pub(super) bad_encoding: bool,
}

/// Reads a table. The encoding is what the byte order mark says, else UTF-8 where the bytes are, else Windows-1252,
/// which is what older spreadsheets in Europe write.
pub(super) fn read_table(file: &str, bytes: &[u8]) -> Result<Table, ImportError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ImportError::TooLarge { file: file.to_owned(), bytes: bytes.len(), limit: LARGEST_FILE });
    }
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, bad_encoding) = encoding.decode(bytes);
    let (separator, text) = separator(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    // Text in, text out: the only fault a flexible reader can meet is invalid UTF-8.
    let mut rows = reader.records().flatten().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let Some(header) = rows.next() else { return Err(ImportError::Empty { file: file.to_owned() }) };
    Ok(Table {
        header: header.iter().map(|name| name.trim().to_owned()).collect(),
        rows: rows.collect(),
        bad_encoding,
    })
}

/// The separator, and the text after a line `sep=;` that spreadsheets write for themselves.
fn separator(text: &str) -> (u8, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(separator @ (b',' | b';' | b'\t')) = rest.bytes().next()
    {
        return (separator, rest[1..].trim_start_matches(['\r', '\n']));
    }
    let mut counts = [(b',', 0_u32), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts
                .iter_mut()
                .filter(|(separator, _)| *separator == byte)
                .for_each(|(_, count)| *count += 1),
        }
    }
    // The first of the most frequent: a header without any separator has one column.
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    (best.map_or(b',', |(separator, _)| *separator), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_row(bytes: &[u8]) -> Vec<String> {
        let table = read_table("a.csv", bytes).expect("a table");
        assert_eq!(table.header, ["name", "city"]);
        table.rows[0].iter().map(str::to_owned).collect()
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
    fn nothing_but_empty_cells_is_an_empty_file() {
        for bytes in [&b""[..], b"\n\n", b",,\n,,"] {
            assert!(matches!(read_table("a.csv", bytes), Err(ImportError::Empty { .. })));
        }
    }
}
