//! Importing the list of regions.

use std::borrow::Cow;

use litemap::LiteMap;

use super::columns::REGIONS;
use super::layout::Opened;
use super::values::Cells;
use super::{ImportError, ImportOptions};
use crate::dataset::json::Json;
use crate::dataset::report::{Loaded, Reading};
use crate::dataset::vocabularies::read_region;
use crate::domain::{RegionEntry, Vocabularies};

/// Imports a table of regions: code, country and name, perhaps a level, and a kind that may be
/// `statistical_region`.
pub fn import_regions(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<Loaded<RegionEntry>, ImportError> {
    let mut reading = Reading::new(file);
    let opened = Opened::new(file, bytes, options, &REGIONS, &mut reading)?;
    let Opened { table, layout } = &opened;
    let no_terms = Vocabularies::default();
    let cells = Cells::new(&no_terms);
    let mut codes = LiteMap::new();
    let mut records: Vec<RegionEntry> = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let region = reading.record_at(row.number, |reading| {
            let mut entries = cells.row(row, layout, reading);
            if let Some((name, kind)) = entries.iter_mut().find(|(name, _)| name == "kind") {
                *kind = Json::Bool(matches!(kind, Json::Text(kind) if kind.starts_with("statistical")));
                *name = Cow::Borrowed("statistical");
            }
            read_region(Json::Object(entries), &codes, reading)
        });
        if let Some(region) = &region {
            codes.insert(region.code.clone(), ());
        }
        records.extend(region);
    }
    Ok(Loaded { records, report: opened.finish(reading) })
}
