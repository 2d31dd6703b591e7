//! Reading, checking, importing and exporting datasets: the only code that knows the file format.
//!
//! Reading is forgiving and says so: a record with a fatal fault is refused, any other fault costs the value
//! only, and everything is in the [`Report`]. Writing is exact: what is exported is read back the same.

mod basemap;
mod calendar;
mod calls;
mod config;
mod countries;
mod editing;
mod edition;
mod events;
mod export;
mod facts;
mod feed;
mod fields;
mod file;
mod import;
mod json;
mod kiosk;
mod manifest;
pub(crate) mod members;
mod organisation_facts;
mod organisations;
mod package;
mod partner_requests;
mod provenance;
mod records;
mod report;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
pub mod synth;
mod trainings;
mod typed;
mod vocabularies;
mod wire;

pub use basemap::{BaseMap, CountryShape, Line, Town, in_square, read_base_map, read_country_shapes};
pub use calendar::{
    CalendarHead, EventWords, calls_calendar, events_calendar, joined_calendars, trainings_calendar,
};
pub use calls::read_calls;
pub use config::{Config, Contact, Delivery, ReceiptBy, TileLayer, read_config};
pub use countries::can_be_in;
pub use editing::{RecordField, RecordFieldKind, filled, record_fields, with_fields};
pub use edition::{edition_by_content, edition_of, with_edition};
pub use events::read_events;
pub(crate) use export::Table;
pub use export::{
    ExportNote, calls_csv, calls_file, calls_json, csv, events_file, events_json, manifest_file,
    organisations_csv, organisations_file, organisations_geojson, organisations_json, partner_requests_file,
    partner_requests_json, trainings_file, trainings_json, vocabularies_file, workbook,
};
#[cfg(not(target_arch = "wasm32"))]
pub use export::{facts_file, organisation_facts_file};
pub use facts::read_facts;
pub use feed::{EntryWords, FeedEntry, FeedHead, calls_feed, entries_feed};
pub use file::{DatasetError, Fetched, LARGEST_FILE, VERSION};
pub use import::{
    CellSteps, ColumnSurvey, Corrections, Counted, DateOrder, FileKind, ForeignKind, ImportError,
    ImportOptions, OwnColumn, Pace, Rest, Survey, TWINS_IN_MAPPING, TwinChoice, TwinChoices, TwinReason,
    Twins, WORDS_IN_MAPPING, Word, WordChoice, WordChoices, at_once, concerns_region, declare_words,
    fill_from_trainings, import_calls, import_events, import_networks, import_organisation_facts,
    import_organisations, import_organisations_into, import_partner_requests, import_regions,
    import_trainings, likely_collection, refused_rows, row_cells, separator_between, stands_for_no_name,
    survey, surveying, two_days, well_known_label,
};
pub(crate) use import::{
    identifier_of, importing_calls, importing_events, importing_networks, importing_organisations,
    importing_partner_requests, importing_trainings, merged, published_organisations, twins,
};
pub(crate) use json::Json;
pub use kiosk::{Kiosk, Preset, PublicKey};
pub use manifest::{Manifest, read_manifest, start_view};
pub use members::MemberAbout;
pub use organisation_facts::read_organisation_facts;
pub use organisations::read_organisations;
pub use package::{pack, unpack};
pub use partner_requests::read_partner_requests;
pub use provenance::{provenance_file, read_provenance};
pub use report::{
    Finding, FindingKind, Loaded, MOST_FINDINGS, Report, Severity, write_report_csv, write_report_in_words,
    write_report_json,
};
#[cfg(not(target_arch = "wasm32"))]
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schemas;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use schema::{
    calls_schema, events_schema, organisations_schema, partner_requests_schema, trainings_schema,
};
pub use trainings::read_trainings;
pub use typed::{add_terms, as_imported, called, term_ids, terms_of};
pub use vocabularies::read_vocabularies;
