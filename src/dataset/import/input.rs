//! The records of a file, whether it is a list in the shape of the format or a table.

use super::columns::Columns;
use super::entries::{is_json, json_records, plain_texts};
use super::layout::{Opened, counted};
use super::values::Cells;
use super::{ImportError, ImportOptions};
use crate::dataset::json::Json;
use crate::dataset::report::{Reading, Report};

/// What a file has.
pub(super) enum Input<'a> {
    /// Records that are objects already.
    List(Vec<Json<'a>>),
    /// Rows, whose cells become the members of a record.
    Table(Opened),
}

impl<'a> Input<'a> {
    pub(super) fn open(
        file: &'a str,
        bytes: &'a [u8],
        options: &ImportOptions,
        of: &Columns,
        reading: &mut Reading,
    ) -> Result<Self, ImportError> {
        if is_json(bytes) {
            return Ok(Self::List(json_records(file, bytes, options)?));
        }
        Ok(Self::Table(Opened::new(file, bytes, options, of, reading)?))
    }

    /// Reads every record.
    pub(super) fn each<T>(
        &self,
        cells: &Cells<'_>,
        reading: &mut Reading,
        read: &mut dyn FnMut(Json<'_>, &mut Reading) -> Option<T>,
    ) -> Vec<T> {
        match self {
            Self::List(values) => {
                let one = |value: &Json<'_>| {
                    let mut value = value.clone();
                    reading.record(|reading| {
                        if let Json::Object(entries) = &mut value {
                            plain_texts(entries, "", reading);
                        }
                        read(value, reading)
                    })
                };
                values.iter().filter_map(one).collect()
            }
            Self::Table(Opened { table, layout }) => {
                let one = |row| {
                    let entries = |reading: &mut Reading| cells.row(row, layout, reading);
                    reading.record_at(row.number, |reading| {
                        let entries = entries(reading);
                        read(Json::Object(entries), reading)
                    })
                };
                table.rows.iter().filter_map(one).collect()
            }
        }
    }

    /// The report; the rows of a table are counted twice.
    pub(super) fn finish(&self, reading: Reading) -> Report {
        let all = match self {
            Self::List(values) => values.len(),
            Self::Table(opened) => opened.table.counted,
        };
        counted(all, reading)
    }
}
