//! The records of a file, whether it is a list in the shape of the format or a table.

use super::columns::Columns;
use super::entries::{is_json, json_records, plain_texts};
use super::layout::{Opened, counted};
use super::pace::Pace;
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
    pub(super) async fn open(
        file: &'a str,
        bytes: &'a [u8],
        options: &ImportOptions,
        of: &Columns,
        reading: &mut Reading,
    ) -> Result<Self, ImportError> {
        if is_json(bytes) {
            return Ok(Self::List(json_records(file, bytes, options)?));
        }
        Ok(Self::Table(Opened::opening(file, bytes, options, of, reading).await?))
    }

    /// Reads every record, at the pace that is wanted.
    pub(super) async fn each<T>(
        &self,
        cells: &Cells<'_>,
        pace: &Pace,
        reading: &mut Reading,
        read: &mut dyn FnMut(Json<'_>, &mut Reading) -> Option<T>,
    ) -> Result<Vec<T>, ImportError> {
        let mut records = Vec::new();
        match self {
            Self::List(values) => {
                for (done, value) in values.iter().enumerate() {
                    let mut value = value.clone();
                    records.extend(reading.record(|reading| {
                        if let Json::Object(entries) = &mut value {
                            plain_texts(entries, "", reading);
                        }
                        let record = read(value, reading);
                        cells.end_record(record.is_none());
                        record
                    }));
                    pace.after(done + 1, values.len()).await?;
                }
            }
            Self::Table(Opened { table, layout }) => {
                for (done, row) in table.rows.iter().enumerate() {
                    records.extend(reading.record_at(row.number, |reading| {
                        let entries = cells.row(row, layout, reading);
                        let record = read(Json::Object(entries), reading);
                        cells.end_record(record.is_none());
                        record
                    }));
                    pace.after(done + 1, table.rows.len()).await?;
                }
            }
        }
        Ok(records)
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
