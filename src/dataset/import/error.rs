//! Why a file cannot be imported at all.

use thiserror::Error;

use super::ForeignKind;
use crate::dataset::file::DatasetError;

/// Why a table cannot be imported at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// No cell with anything in it.
    #[error("{file} is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// No column that could be the name.
    #[error("{file} has no column {missing:?}; its columns are {}", found.join(", "))]
    NoColumn {
        /// The file.
        file: String,
        /// The column without which no record can be read.
        missing: &'static str,
        /// The columns it has.
        found: Vec<String>,
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
    /// The mapping or the defaults are no JSON object.
    #[error("{file} must be a JSON object with a text for each name")]
    NotAnObject {
        /// The file.
        file: String,
    },
    /// The defaults hold something that cannot be a default.
    #[error("{file}: {field:?} cannot be {value:?} by default; allowed: {}", allowed.join(", "))]
    NoField {
        /// The file.
        file: String,
        /// Which field.
        field: String,
        /// What it was to be.
        value: String,
        /// The values it may have; the fields that have defaults where there is no such field.
        allowed: Vec<String>,
    },
    /// No table but something else.
    #[error("{file} is {kind}; a workbook (XLSX, XLS, ODS), CSV, GeoJSON or a JSON list is needed")]
    OtherKind {
        /// The file.
        file: String,
        /// What it is.
        kind: ForeignKind,
    },
    /// No sheet of this name.
    #[error("{file} has no sheet {sheet:?}; its sheets are {}", found.join(", "))]
    NoSheet {
        /// The file.
        file: String,
        /// The sheet that was asked for.
        sheet: String,
        /// The sheets it has.
        found: Vec<String>,
    },
    /// The mapping names what is not there.
    #[error(
        "the mapping does not fit {file}: {}; its columns are {}; fields are {}",
        [named("no column", columns), named("no field", fields)].concat().join(", "), found.join(", "), known.join(", ")
    )]
    Mapping {
        /// The table.
        file: String,
        /// Columns that the table does not have.
        columns: Vec<String>,
        /// Fields that the format does not have.
        fields: Vec<String>,
        /// The columns that the table has.
        found: Vec<String>,
        /// The fields that the format has.
        known: Vec<&'static str>,
    },
    /// No encoding of this name.
    #[error(
        "{name:?} is no encoding; there are utf-8, windows-1250 to windows-1258, iso-8859-2, macintosh and others"
    )]
    NoEncoding {
        /// What was given.
        name: String,
    },
    /// Somebody has stopped it.
    #[error("it was stopped")]
    Stopped,
    /// The mapping or the defaults cannot be read.
    #[error(transparent)]
    Unreadable(#[from] DatasetError),
}

fn named(what: &str, names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("{what} {name:?}")).collect()
}
