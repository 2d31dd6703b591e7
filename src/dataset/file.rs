//! From the bytes that the browser fetched to a JSON document of the right format.

use serde_json::error::Category;
use thiserror::Error;

/// The version of the format that this code reads and writes.
pub const VERSION: &str = "1";

/// Largest file accepted, in bytes: a million records fit, a browser's memory is not exhausted.
pub const LARGEST_FILE: usize = 512 * 1024 * 1024;

/// What the browser hands over for one file. Every decision about it is made here.
#[derive(Debug, Clone, Copy)]
pub struct Fetched<'a> {
    /// The file's name, as reports and sentences call it.
    pub file: &'a str,
    /// The HTTP status; 0 when no answer came.
    pub status: u16,
    /// The `Content-Type` header.
    pub content_type: Option<&'a str>,
    /// The body.
    pub body: &'a [u8],
}

impl<'a> Fetched<'a> {
    /// A file that was not fetched but opened: from disk, from storage, from a test.
    pub fn opened(file: &'a str, body: &'a [u8]) -> Self {
        Self { file, status: 200, content_type: None, body }
    }
}

/// Why a file cannot be used at all. The interface makes one sentence of each.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DatasetError {
    /// The server says there is no such file.
    #[error("{file} does not exist")]
    NotFound {
        /// The file.
        file: String,
    },
    /// The server answers with another status than success.
    #[error("{file}: the server answered {status}")]
    Status {
        /// The file.
        file: String,
        /// The HTTP status.
        status: u16,
    },
    /// No answer at all.
    #[error("{file} cannot be reached")]
    Unreachable {
        /// The file.
        file: String,
    },
    /// A web page instead of data: a captive portal, or a server that answers every address with its start page.
    #[error("{file} is a web page, not data")]
    Html {
        /// The file.
        file: String,
    },
    /// No JSON.
    #[error("{file} is no valid JSON (line {line}, column {column})")]
    NotJson {
        /// The file.
        file: String,
        /// The line of the first fault, counted from 1.
        line: usize,
        /// Its column, counted from 1 in bytes.
        column: usize,
    },
    /// Valid JSON up to a sudden end.
    #[error("{file} ends in the middle")]
    CutShort {
        /// The file.
        file: String,
    },
    /// JSON of something else.
    #[error("{file} is not in the format expected")]
    NotFormat {
        /// The file.
        file: String,
        /// What it says it is.
        found: Option<String>,
    },
    /// The right format in a version this app does not know.
    #[error("{file} is of version {found}, this app reads version {supported}")]
    OtherVersion {
        /// The file.
        file: String,
        /// The version it says it is.
        found: String,
        /// The version that can be read.
        supported: String,
    },
    /// The right format, but no list of records in it.
    #[error("{file} holds no list of records")]
    NoRecords {
        /// The file.
        file: String,
    },
    /// The data were published anew while the page was open, and the file that goes with them is not kept.
    #[error("{file} is of another edition of the dataset")]
    OtherEdition {
        /// The file.
        file: String,
    },
    /// More bytes than can be taken in.
    #[error("{file} has {bytes} bytes, at most {limit} can be read")]
    TooLarge {
        /// The file.
        file: String,
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// No bytes.
    #[error("{file} is empty")]
    Empty {
        /// The file.
        file: String,
    },
}

/// The text of a file that may be JSON. Everything that can be told without parsing is told here.
pub(crate) fn text<'a>(fetched: &Fetched<'a>) -> Result<&'a str, DatasetError> {
    let file = || fetched.file.to_owned();
    match fetched.status {
        0 => return Err(DatasetError::Unreachable { file: file() }),
        404 | 410 => return Err(DatasetError::NotFound { file: file() }),
        // A captive portal announces itself by status 511 (RFC 6585) or, mostly, by a page with status 200.
        511 => return Err(DatasetError::Html { file: file() }),
        200..=299 => {}
        status => return Err(DatasetError::Status { file: file(), status }),
    }
    if fetched.body.len() > LARGEST_FILE {
        return Err(DatasetError::TooLarge { file: file(), bytes: fetched.body.len(), limit: LARGEST_FILE });
    }
    let body = fetched.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(fetched.body);
    let Some(first) = body.iter().find(|byte| !byte.is_ascii_whitespace()) else {
        return Err(DatasetError::Empty { file: file() });
    };
    // The header alone decides nothing: many static servers call JSON text/plain, some call it text/html.
    let declared = fetched.content_type.is_some_and(|kind| kind.to_ascii_lowercase().contains("html"));
    if *first == b'<' || (declared && !matches!(first, b'{' | b'[')) {
        return Err(DatasetError::Html { file: file() });
    }
    std::str::from_utf8(body).map_err(|fault| {
        let before = &body[..fault.valid_up_to()];
        let lines = before.split(|byte| *byte == b'\n');
        let last = lines.clone().next_back().unwrap_or_default();
        DatasetError::NotJson { file: file(), line: lines.count(), column: last.len() + 1 }
    })
}

/// What a parser's fault means for the file.
pub(crate) fn fault(file: &str, fault: &serde_json::Error) -> DatasetError {
    let file = file.to_owned();
    match fault.classify() {
        Category::Eof => DatasetError::CutShort { file },
        Category::Data => DatasetError::NotFormat { file, found: None },
        Category::Syntax | Category::Io => {
            DatasetError::NotJson { file, line: fault.line(), column: fault.column() }
        }
    }
}

/// Checks a file's `format` member: `cluster-atlas/1` or `cluster-atlas/COLLECTION/1`.
pub(crate) fn check_format(file: &str, found: Option<&str>, name: &str) -> Result<(), DatasetError> {
    let version = found.and_then(|found| found.strip_prefix(name)?.strip_prefix('/'));
    match version {
        Some(VERSION) => Ok(()),
        Some(version) if version.starts_with(|c: char| c.is_ascii_digit()) => {
            Err(DatasetError::OtherVersion {
                file: file.to_owned(),
                found: version.chars().take(20).collect(),
                supported: VERSION.to_owned(),
            })
        }
        _ => Err(DatasetError::NotFormat {
            file: file.to_owned(),
            found: found.map(|found| found.chars().take(80).collect()),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetched(status: u16, content_type: Option<&'static str>, body: &'static [u8]) -> Fetched<'static> {
        Fetched { file: "a.json", status, content_type, body }
    }

    #[test]
    fn every_answer_of_a_server_has_its_error() {
        let file = || "a.json".to_owned();
        let cases = [
            (fetched(0, None, b""), DatasetError::Unreachable { file: file() }),
            (fetched(404, Some("text/html"), b"<p>"), DatasetError::NotFound { file: file() }),
            (fetched(503, None, b"{}"), DatasetError::Status { file: file(), status: 503 }),
            (fetched(200, Some("text/html"), b" <!doctype html>"), DatasetError::Html { file: file() }),
            (fetched(200, Some("text/html; charset=utf-8"), b"Log in"), DatasetError::Html { file: file() }),
            (fetched(200, None, b" \n"), DatasetError::Empty { file: file() }),
            (fetched(200, None, b"{\n \xff"), DatasetError::NotJson { file: file(), line: 2, column: 2 }),
        ];
        for (given, expected) in cases {
            assert_eq!(text(&given), Err(expected));
        }
        assert_eq!(text(&fetched(200, Some("text/html"), b"\xef\xbb\xbf{}")), Ok("{}"));
    }

    #[test]
    fn versions_and_formats_are_told_apart() {
        assert!(
            check_format("a", Some("cluster-atlas/organisations/1"), "cluster-atlas/organisations").is_ok()
        );
        assert!(matches!(
            check_format("a", Some("cluster-atlas/organisations/2"), "cluster-atlas/organisations"),
            Err(DatasetError::OtherVersion { found, .. }) if found == "2"
        ));
        for other in [Some("cluster-atlas/calls/1"), Some("geojson"), None] {
            assert!(matches!(
                check_format("a", other, "cluster-atlas/organisations"),
                Err(DatasetError::NotFormat { .. })
            ));
        }
    }
}
