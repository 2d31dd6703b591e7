//! What a file is, told by its content and never by its name, and the sheets that are in it.

use std::fmt;

use encoding_rs::Encoding;

use super::pace::at_once;
use super::table::{FARTHEST, Sheet, Table};
use super::{ImportError, ImportOptions, delimited, encoding, json_table, workbook};
use crate::dataset::LARGEST_FILE;
use crate::dataset::report::FindingKind as Kind;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A workbook of Excel since 2007.
    Excel,
    /// A workbook of Excel before.
    OldExcel,
    /// A spreadsheet of `OpenDocument`.
    OpenDocument,
    /// Text, its cells parted by a comma, a semicolon, a tab or a bar.
    Delimited,
    /// A list of JSON objects.
    JsonList,
    /// `GeoJSON`.
    GeoJson,
}

/// A kind of file that is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignKind {
    /// A PDF.
    Pdf,
    /// A document of a word processor.
    Document,
    /// Slides.
    Presentation,
    /// A packed folder.
    Archive,
    /// A web page.
    WebPage,
    /// XML of any other kind.
    Xml,
    /// A picture.
    Picture,
    /// A file of an older office program that is no workbook, or one that a password locks.
    OldOffice,
    /// A workbook that is damaged or locked.
    Damaged,
    /// No text in any encoding.
    Binary,
}

impl fmt::Display for ForeignKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Pdf => "a PDF",
            Self::Document => "a text document",
            Self::Presentation => "a presentation",
            Self::Archive => "a packed folder (ZIP)",
            Self::WebPage => "a web page",
            Self::Xml => "XML",
            Self::Picture => "a picture",
            Self::OldOffice => "an office file that is locked or no workbook",
            Self::Damaged => "a workbook that is damaged or locked",
            Self::Binary => "no text",
        })
    }
}

/// What kind of file bytes are.
pub(super) fn kind_of(bytes: &[u8]) -> Result<FileKind, ForeignKind> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let start = &plain[..plain.len().min(4000)];
    // The names of a packed file's parts stand at its end once more.
    let end = &plain[plain.len().saturating_sub(65_536)..];
    let has = |part: &[u8], word: &[u8]| part.windows(word.len()).any(|found| found == word);
    let starts = |mark: &[u8]| plain.starts_with(mark);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return if has(start, b"opendocument.spreadsheet") {
            Ok(FileKind::OpenDocument)
        } else if has(end, b"xl/workbook") || has(start, b"xl/") {
            Ok(FileKind::Excel)
        } else if has(end, b"word/document") || has(start, b"opendocument.text") {
            Err(ForeignKind::Document)
        } else if has(end, b"ppt/presentation") || has(start, b"opendocument.presentation") {
            Err(ForeignKind::Presentation)
        } else if has(start, b"[Content_Types].xml") {
            Err(ForeignKind::Damaged)
        } else {
            Err(ForeignKind::Archive)
        };
    }
    if starts(b"\xd0\xcf\x11\xe0") {
        return Ok(FileKind::OldExcel);
    }
    for (mark, kind) in [
        (&b"%PDF"[..], ForeignKind::Pdf),
        (b"\x89PNG", ForeignKind::Picture),
        (b"\xff\xd8\xff", ForeignKind::Picture),
        (b"GIF8", ForeignKind::Picture),
        (b"\x1f\x8b", ForeignKind::Archive),
        (b"7z\xbc\xaf", ForeignKind::Archive),
        (b"Rar!", ForeignKind::Archive),
        (b"{\\rtf", ForeignKind::Document),
    ] {
        if starts(mark) {
            return Err(kind);
        }
    }
    match plain.first() {
        Some(b'{' | b'[') if has(start, b"\"FeatureCollection\"") => Ok(FileKind::GeoJson),
        Some(b'{') if has(start, b"\"") => Ok(FileKind::JsonList),
        Some(b'[') if has(start, b"{") || has(start, b"\"") => Ok(FileKind::JsonList),
        Some(b'<') => {
            let lower = start.to_ascii_lowercase();
            let is_page = has(&lower, b"<html") || has(&lower, b"<!doctype html") || has(&lower, b"<table");
            Err(if is_page { ForeignKind::WebPage } else { ForeignKind::Xml })
        }
        _ => {
            // Zeros are text in UTF-16 only.
            let zeros = start.iter().map(|byte| usize::from(*byte == 0)).sum::<usize>();
            let is_wide =
                bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || zeros * 4 > start.len();
            let controls = start.iter().filter(|byte| **byte < 9 || (14..27).contains(*byte)).count();
            if !is_wide && controls * 20 > start.len() {
                Err(ForeignKind::Binary)
            } else {
                Ok(FileKind::Delimited)
            }
        }
    }
}

/// A file, opened.
pub(super) struct Source {
    pub(super) kind: FileKind,
    /// The sheets that have any rows.
    pub(super) sheets: Vec<Sheet>,
    /// The encoding of a text.
    pub(super) encoding: Option<&'static Encoding>,
    /// What is to be said of the file as a whole.
    pub(super) findings: Vec<(Kind, String)>,
}

impl Source {
    /// Opens a file at a stretch.
    pub(super) fn open(file: &str, bytes: &[u8], options: &ImportOptions) -> Result<Self, ImportError> {
        at_once(Self::opening(file, bytes, &options.at_a_stretch()))
    }

    /// Opens a file at the pace of the options: a text row by row; a workbook and a list in one piece.
    pub(super) async fn opening(
        file: &str,
        bytes: &[u8],
        options: &ImportOptions,
    ) -> Result<Self, ImportError> {
        let file = || file.to_owned();
        if bytes.len() > LARGEST_FILE {
            return Err(ImportError::TooLarge { file: file(), bytes: bytes.len(), limit: LARGEST_FILE });
        }
        let kind = kind_of(bytes).map_err(|kind| ImportError::OtherKind { file: file(), kind })?;
        let mut source = Self { kind, sheets: Vec::new(), encoding: None, findings: Vec::new() };
        match kind {
            FileKind::Delimited => {
                let decoded = encoding::decode(bytes, options.encoding);
                if decoded.is_guessed {
                    let name = decoded.encoding.name().to_ascii_lowercase();
                    source.findings.push((Kind::GuessedEncoding, name));
                }
                source.encoding = Some(decoded.encoding);
                let others: Vec<(usize, &str)> =
                    decoded.other_lines.iter().map(|(line, other)| (*line, other.name())).collect();
                source.sheets.push(delimited::reading(&decoded.text, &others, &options.pace).await?);
            }
            FileKind::JsonList | FileKind::GeoJson => source.sheets.push(json_table::sheet(&file(), bytes)?),
            FileKind::Excel | FileKind::OldExcel | FileKind::OpenDocument => {
                let foreign =
                    if kind == FileKind::OldExcel { ForeignKind::OldOffice } else { ForeignKind::Damaged };
                source.sheets = workbook::sheets(bytes, kind)
                    .ok_or_else(|| ImportError::OtherKind { file: file(), kind: foreign })?;
            }
        }
        source.sheets.retain(|sheet| !sheet.rows.is_empty());
        if source.sheets.is_empty() {
            return Err(ImportError::Empty { file: file() });
        }
        Ok(source)
    }

    /// The sheet that is wanted, else the first with a header, else the longest.
    pub(super) fn sheet(
        &self,
        file: &str,
        options: &ImportOptions,
        is_header: &dyn Fn(&[String]) -> bool,
    ) -> Result<usize, ImportError> {
        if let Some(wanted) = &options.sheet {
            let found = self.sheets.iter().position(|sheet| sheet.name == *wanted);
            let names = || self.sheets.iter().map(|sheet| sheet.name.clone()).collect();
            return found.ok_or_else(|| ImportError::NoSheet {
                file: file.to_owned(),
                sheet: wanted.clone(),
                found: names(),
            });
        }
        let has_header = |sheet: &Sheet| sheet.rows.iter().take(FARTHEST).any(|row| is_header(&row.names()));
        let longest = || (0..self.sheets.len()).rev().max_by_key(|at| self.sheets[*at].rows.len());
        Ok(self.sheets.iter().position(has_header).or_else(longest).unwrap_or(0))
    }

    /// The table in the sheet that is wanted or found.
    pub(super) fn table(
        mut self,
        file: &str,
        options: &ImportOptions,
        is_header: &dyn Fn(&[String]) -> bool,
    ) -> Result<Table, ImportError> {
        let chosen = self.sheet(file, options, is_header)?;
        let mut findings = self.findings;
        if options.sheet.is_none() && self.sheets.len() > 1 {
            findings.push((Kind::ChosenSheet, self.sheets[chosen].name.clone()));
        }
        let sheet = self.sheets.swap_remove(chosen);
        let table = Table::of(sheet, options.header_row, is_header);
        let mut table = table.ok_or_else(|| ImportError::Empty { file: file.to_owned() })?;
        findings.append(&mut table.findings);
        Ok(Table { findings, ..table })
    }
}

/// Pairs of names from a table with two columns, whose first row may say what they are.
pub(super) fn read_pairs(file: &str, bytes: &[u8]) -> Result<Vec<Vec<String>>, ImportError> {
    let mut source = Source::open(file, bytes, &ImportOptions::default())?;
    let rows = source.sheets.swap_remove(0).rows;
    Ok(rows.into_iter().map(|row| row.cells).collect())
}
