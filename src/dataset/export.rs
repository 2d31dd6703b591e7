//! Writing: exact, so that what is exported is read back the same.
//!
//! Every export says where it came from. JSON and `GeoJSON` carry that as one member, `exported`. A CSV file has no
//! place for it that a spreadsheet or an importer would not take for a record (comment lines are no part of
//! RFC 4180), so it stands in columns of its own, on every row: a row copied into another table keeps its
//! provenance, and the importer knows these columns and skips them.

mod calls;
mod table;
mod workbook;

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::domain::{
    Call, Day, Event, ExpertiseBasis, FieldKind, LocalText, OWN, Organisation, OwnField, OwnValue,
    PartnerRequest, Precision, Region, RegionCode, Source, TermId, Training, Vocabularies, decimal,
};

use super::Manifest;
use super::wire::{
    WireCall, WireCountryGroup, WireDefaults, WireEvent, WireExported, WireField, WireManifest,
    WireOrganisation, WirePartnerRequest, WireRegionEntry, WireSource, WireTerm, WireTraining,
};
#[cfg(test)]
pub(super) use calls::COLUMNS as CALL_COLUMNS;
pub use calls::calls_csv;
pub use table::csv;
pub(super) use table::{PROVENANCE, is_exported, is_label, spreadsheet_plain};
pub(crate) use table::{Table, spreadsheet_safe};
use table::{exported_table, listed};
pub use workbook::workbook;

/// Where an export came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportNote {
    /// The link that shows the same records.
    pub link: String,
    /// The day of the export.
    pub date: Day,
    /// The dataset's title.
    pub title: String,
    /// The sources of the records.
    pub sources: Vec<Source>,
    /// What the codes in some columns of a table are called, by the column, for those who read it.
    pub names: BTreeMap<&'static str, BTreeMap<String, String>>,
}

impl ExportNote {
    fn wire(&self) -> WireExported<'_> {
        WireExported {
            title: &self.title,
            date: self.date.to_string(),
            link: &self.link,
            sources: self.sources.iter().map(WireSource::from).collect(),
        }
    }

    /// The sources in one line, names with licences.
    fn attribution(&self) -> String {
        let lines = self.sources.iter().map(|source| match &source.licence {
            Some(licence) => format!("{} ({licence})", source.name),
            None => source.name.clone(),
        });
        lines.collect::<Vec<_>>().join("; ")
    }
}

/// The records as a file of format 1, one record a line, with a note of where they came from.
pub fn organisations_json(records: &[&Organisation], note: &ExportNote) -> String {
    write_organisations(records, Some(note), &|_| false)
}

/// The records as the file that a dataset publishes beside `vocabularies`: names of regions that stand there are
/// not repeated, the reader puts them back.
pub fn organisations_file(records: &[&Organisation], vocabularies: &Vocabularies) -> String {
    let official: HashMap<&str, &str> =
        vocabularies.regions.iter().map(|region| (region.code.as_str(), region.name.as_str())).collect();
    write_organisations(records, None, &|region| {
        let code = region.code.as_ref();
        code.is_some_and(|code| official.get(code.as_str()).copied() == region.name.as_deref())
    })
}

fn write_organisations(
    records: &[&Organisation],
    note: Option<&ExportNote>,
    is_official: &dyn Fn(&Region) -> bool,
) -> String {
    let defaults = common(records);
    let mut out = String::from("{\"format\":\"cluster-atlas/organisations/1\"");
    if let Some(note) = note {
        out.push_str(",\n\"exported\":");
        out.push_str(&json(&note.wire()));
    }
    if !defaults.is_empty() {
        out.push_str(",\n\"defaults\":");
        out.push_str(&json(&defaults));
    }
    out.push_str(",\n\"records\":");
    let written = records.iter().map(|record| {
        let mut wire = WireOrganisation::new(record, &defaults);
        if record.region.as_ref().is_some_and(is_official) {
            wire.leave_region_name_out();
        }
        wire
    });
    lines(&mut out, written);
    out.push_str("}\n");
    out
}

/// With more values than these nothing is usual.
const MOST_SHARED: usize = 20;

/// What most of the records to which it applies say: written once, and by those that say something else. One record that
/// does not say anything, and all write it.
fn common<'a>(records: &[&'a Organisation]) -> WireDefaults<'a> {
    fn shared<T: PartialEq>(values: impl Iterator<Item = Option<T>>) -> Option<T> {
        let mut counted: Vec<(T, usize)> = Vec::new();
        for value in values {
            let value = value?;
            let is_many = counted.len() == MOST_SHARED;
            match counted.iter_mut().find(|(known, _)| *known == value) {
                Some((_, count)) => *count += 1,
                // So many values are no usual one: days of records, for instance.
                None if is_many => return None,
                None => counted.push((value, 1)),
            }
        }
        // The first of those that are as common.
        let most = counted.iter().map(|(_, count)| *count).max().filter(|count| *count > 1)?;
        counted.into_iter().find(|(_, count)| *count == most).map(|(value, _)| value)
    }
    if records.len() < 2 {
        return WireDefaults::default();
    }
    let located = records.iter().filter_map(|record| record.location);
    let with_expertise = records.iter().filter(|record| !record.expertise.is_empty());
    WireDefaults {
        precision: shared(located.map(|location| Some(location.precision))).map(Precision::as_str),
        expertise_basis: shared(with_expertise.map(|record| record.expertise_basis))
            .map(ExpertiseBasis::as_str),
        updated: shared(records.iter().map(|record| record.updated)).map(|day| day.to_string()),
        source: shared(records.iter().map(|record| record.source.as_deref())),
        ..WireDefaults::default()
    }
}

/// The vocabularies as a dataset publishes them, one term a line.
pub fn vocabularies_file(vocabularies: &Vocabularies) -> String {
    let mut out = String::from("{\"format\":\"cluster-atlas/vocabularies/1\",\n\"ecosystems\":");
    lines(&mut out, vocabularies.ecosystems.iter().map(WireTerm::from));
    out.push_str(",\n\"expertise\":");
    lines(&mut out, vocabularies.expertise.iter().map(WireTerm::from));
    out.push_str(",\n\"regions\":");
    lines(&mut out, vocabularies.regions.iter().map(WireRegionEntry::from));
    for (list, terms) in [("audiences", &vocabularies.audiences), ("purposes", &vocabularies.purposes)] {
        more_terms(&mut out, list, terms.iter().map(WireTerm::from));
    }
    more_terms(&mut out, "country_groups", vocabularies.country_groups.iter().map(WireCountryGroup::from));
    for (list, terms) in [
        ("training_audiences", &vocabularies.training_audiences),
        ("training_topics", &vocabularies.training_topics),
        ("themes", &vocabularies.themes),
    ] {
        more_terms(&mut out, list, terms.iter().map(WireTerm::from));
    }
    more_terms(&mut out, "fields", vocabularies.fields.iter().map(WireField::from));
    more_terms(&mut out, "headings", vocabularies.headings.iter().map(WireTerm::from));
    out.push_str("}\n");
    out
}

/// A list that only datasets with calls, trainings or further collections have.
fn more_terms(out: &mut String, list: &str, terms: impl ExactSizeIterator<Item = impl Serialize>) {
    if terms.len() > 0 {
        out.push_str(",\n\"");
        out.push_str(list);
        out.push_str("\":");
        lines(out, terms);
    }
}

/// The calls as the file that a dataset publishes.
pub fn calls_file(records: &[&Call]) -> String {
    collection("calls", None, records.iter().map(|record| WireCall::new(record)))
}

/// The calls as a file of format 1, with a note of where they came from.
pub fn calls_json(records: &[&Call], note: &ExportNote) -> String {
    collection("calls", Some(note), records.iter().map(|record| WireCall::new(record)))
}

/// The trainings as the file that a dataset publishes.
pub fn trainings_file(records: &[&Training]) -> String {
    collection("trainings", None, records.iter().map(|record| WireTraining::new(record)))
}

/// The trainings as a file of format 1, with a note of where they came from.
pub fn trainings_json(records: &[&Training], note: &ExportNote) -> String {
    collection("trainings", Some(note), records.iter().map(|record| WireTraining::new(record)))
}

/// The partner requests as a file of format 1, with a note of where they came from.
pub fn partner_requests_json(records: &[&PartnerRequest], note: &ExportNote) -> String {
    collection("partner_requests", Some(note), records.iter().map(|record| WirePartnerRequest::new(record)))
}

/// The partner requests as the file that a dataset publishes.
pub fn partner_requests_file(records: &[&PartnerRequest]) -> String {
    collection("partner_requests", None, records.iter().map(|record| WirePartnerRequest::new(record)))
}

/// The events as the file that a dataset publishes.
pub fn events_file(records: &[&Event]) -> String {
    collection("events", None, records.iter().map(|record| WireEvent::new(record)))
}

/// The events as a file of format 1, with a note of where they came from.
pub fn events_json(records: &[&Event], note: &ExportNote) -> String {
    collection("events", Some(note), records.iter().map(|record| WireEvent::new(record)))
}

/// The facts as the published file of format 1.
#[cfg(not(target_arch = "wasm32"))]
pub fn facts_file(records: &[&crate::domain::Fact]) -> String {
    collection("facts", None, records.iter().map(|record| super::wire::WireFact::new(record)))
}

/// What sources say of organisations as the published file of format 1.
#[cfg(not(target_arch = "wasm32"))]
pub fn organisation_facts_file(records: &[&crate::domain::OrganisationFact]) -> String {
    let records = records.iter().map(|record| super::wire::WireOrganisationFact::new(record));
    collection("organisation_facts", None, records)
}

/// A file of format 1, one record a line.
pub(super) fn collection(
    name: &str,
    note: Option<&ExportNote>,
    records: impl Iterator<Item = impl Serialize>,
) -> String {
    let mut out = ["{\"format\":\"cluster-atlas/", name, "/1\""].concat();
    if let Some(note) = note {
        out.push_str(",\n\"exported\":");
        out.push_str(&json(&note.wire()));
    }
    out.push_str(",\n\"records\":");
    lines(&mut out, records);
    out.push_str("}\n");
    out
}

/// The manifest as a dataset publishes it.
pub fn manifest_file(manifest: &Manifest) -> String {
    let wire = WireManifest {
        format: "cluster-atlas/1",
        title: manifest.title.as_deref(),
        published: manifest.published.map(|day| day.to_string()),
        start: manifest.start.as_deref(),
        sources: manifest.sources.iter().map(WireSource::from).collect(),
        collections: manifest.collections.iter().map(|(name, file)| (name.as_str(), file.as_str())).collect(),
        vocabularies: manifest.vocabularies.as_deref(),
        editions: (!manifest.editions.is_empty()).then(|| {
            manifest.editions.iter().map(|(file, edition)| (file.as_str(), edition.as_str())).collect()
        }),
    };
    pretty(&wire)
}

fn lines(out: &mut String, values: impl Iterator<Item = impl Serialize>) {
    let mut before = "[\n";
    for value in values {
        out.push_str(before);
        out.push_str(&json(&value));
        before = ",\n";
    }
    out.push_str(if before == "[\n" { "[]" } else { "\n]" });
}

/// A value as JSON for people to read.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut out = serde_json::to_string_pretty(value).expect("text, numbers and lists are always JSON");
    out.push('\n');
    out
}

/// A value as JSON on one line.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("text, numbers and lists are always JSON")
}

/// A `GeoJSON` feature (RFC 7946). Its properties are the record as format 1 writes it.
#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: &'a str,
    /// `null` where no location is known: the record stays in the file.
    geometry: Option<Geometry>,
    properties: WireOrganisation<'a>,
}

#[derive(Serialize)]
struct Geometry {
    r#type: &'static str,
    coordinates: [f64; 2],
}

/// The records as a `GeoJSON` feature collection; records without a location have the geometry `null`.
pub fn organisations_geojson(records: &[&Organisation], note: &ExportNote) -> String {
    let mut out = String::from("{\"type\":\"FeatureCollection\",\n\"exported\":");
    out.push_str(&json(&note.wire()));
    out.push_str(",\n\"features\":");
    lines(
        &mut out,
        records.iter().map(|record| Feature {
            r#type: "Feature",
            id: record.id.as_str(),
            geometry: record.location.map(|location| Geometry {
                r#type: "Point",
                coordinates: [location.point.lon(), location.point.lat()],
            }),
            properties: WireOrganisation::new(record, &WireDefaults::default()),
        }),
    );
    out.push_str("}\n");
    out
}

/// The columns of a table of organisations, but for the summaries, which have one column a language.
pub(super) const COLUMNS: [&str; 29] = [
    "id",
    "name",
    "acronym",
    "kind",
    "country",
    "city",
    "city_listed",
    "region_code",
    "region_name",
    "lat",
    "lon",
    "precision",
    "ecosystems",
    "expertise",
    "expertise_basis",
    "nace",
    "members_total",
    "members_sme",
    "members_large",
    "members_research",
    "members_other",
    "founded",
    "staff_fte",
    "label_level",
    "label_until",
    "website",
    "email",
    "updated",
    "source",
];

/// The records as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8.
pub fn organisations_csv(records: &[&Organisation], note: &ExportNote) -> String {
    let summaries: Vec<&LocalText> = records.iter().map(|record| &record.summary).collect();
    // A column for each own field that any record has; its name says what its values are.
    let mut own: BTreeMap<&TermId, FieldKind> = BTreeMap::new();
    for (id, value) in records.iter().flat_map(|record| &record.own) {
        let kind = own.entry(id).or_insert(value.kind());
        if *kind != value.kind() {
            // A picture that is elsewhere is a link.
            let are_pictures =
                [*kind, value.kind()].iter().all(|kind| matches!(kind, FieldKind::Picture | FieldKind::Link));
            *kind = if are_pictures { FieldKind::Picture } else { FieldKind::Line };
        }
    }
    let named = |(id, kind): (&&TermId, &FieldKind)| match kind {
        FieldKind::Line => OwnField::path(id),
        kind => [OWN, id.as_str(), ":", kind.as_str()].concat(),
    };
    let columns: Vec<String> = COLUMNS.map(str::to_owned).into_iter().chain(own.iter().map(named)).collect();
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let row = |row: usize| {
        let record = records[row];
        let own = own.keys().map(|id| record.own.iter().find(|(known, _)| known == *id));
        cells(record).into_iter().chain(own.map(|found| found.map(|(_, value)| own_cell(value)))).collect()
    };
    exported_table(&columns, &summaries, &row, note)
}

/// A value of an own field in a cell.
fn own_cell(value: &OwnValue) -> String {
    match value {
        OwnValue::Line(text) => spreadsheet_safe(text),
        OwnValue::Link(address) => spreadsheet_safe(address.as_str()),
        OwnValue::Number(number) => decimal::written(*number),
        OwnValue::Date(day) => day.to_string(),
        OwnValue::Terms(terms) => listed(terms),
        OwnValue::Picture(file) => file.as_str().to_owned(),
    }
}

/// One record, cell by cell in the order of [`COLUMNS`].
fn cells(record: &Organisation) -> [Option<String>; COLUMNS.len()] {
    let text = |text: &str| Some(spreadsheet_safe(text));
    let list = |terms: &[TermId]| Some(listed(terms));
    let count = |count: Option<u32>| count.map(|count| count.to_string());
    let region = record.region.as_ref();
    let location = record.location;
    [
        text(record.id.as_str()),
        text(&record.name),
        record.acronym.as_deref().and_then(text),
        text(record.kind.as_str()),
        text(record.country.as_str()),
        record.city.as_deref().and_then(text),
        record.city_listed.as_deref().and_then(text),
        region.and_then(|region| region.code.as_ref()).map(RegionCode::to_string),
        region.and_then(|region| region.name.as_deref()).and_then(text),
        location.map(|location| decimal::written(location.point.lat())),
        location.map(|location| decimal::written(location.point.lon())),
        location.map(|location| location.precision.as_str().to_owned()),
        list(&record.ecosystems),
        list(&record.expertise),
        record.expertise_basis.map(|basis| basis.as_str().to_owned()),
        list(&record.nace),
        count(record.members.total),
        count(record.members.sme),
        count(record.members.large),
        count(record.members.research),
        count(record.members.other),
        record.founded.map(|year| year.to_string()),
        record.staff_fte.map(decimal::written),
        record.label.map(|label| label.level.as_str().to_owned()),
        record.label.and_then(|label| label.until).map(|day| day.to_string()),
        record.website.as_ref().and_then(|address| text(address.as_str())),
        record.email.as_ref().and_then(|address| text(address.as_str())),
        record.updated.map(|day| day.to_string()),
        record.source.as_deref().and_then(text),
    ]
}
