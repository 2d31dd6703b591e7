//! Reading resources.

use crate::domain::{Resource, ResourceKind, Vocabularies};

use super::fields::{LINE, NAME, SUMMARY};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::records::{Titled, knows, read_collection};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of a file of resources, without its version.
const FORMAT: &str = "cluster-atlas/resources";

/// Reads a file of resources. Terms that `vocabularies` does not have are kept and reported.
pub fn read_resources(
    fetched: &Fetched<'_>,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Resource>, DatasetError> {
    let mut records = Titled::new(vocabularies);
    read_collection(fetched, FORMAT, &mut |value, reading| read_resource(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault.
pub(crate) fn read_resource(
    records: &mut Titled<'_>,
    value: Json<'_>,
    reading: &mut Reading,
) -> Option<Resource> {
    let (mut object, id, title) = records.open(value, reading)?;
    let known = records.known;
    let resource = Resource {
        id,
        title,
        kind: object
            .one_of("kind", "kind", &ResourceKind::ALL, ResourceKind::as_str, reading)
            .unwrap_or_default(),
        date: object.partial_date("date", reading),
        date_note: object.line("date_note", "date_note", LINE, reading),
        format: object.line("format", "format", NAME, reading),
        frequency: object.line("frequency", "frequency", NAME, reading),
        how_to_join: object.line("how_to_join", "how_to_join", LINE, reading),
        ecosystems: object.terms("ecosystems", &|id| knows(&known.ecosystems, id), reading),
        themes: object.terms("themes", &|id| knows(&known.themes, id), reading),
        audience: object.terms("audience", &|id| knows(&known.audiences, id), reading),
        countries: object.codes("countries", Kind::BadCountry, &|_| true, reading),
        reference: object.line("reference", "reference", NAME, reading),
        outlook: object.flag("outlook", "outlook", reading),
        name_only: object.flag("name_only", "name_only", reading),
        facts: object.figures("facts", reading),
        related: object.related(reading),
        summary: object.local_text("summary", SUMMARY, reading),
        url: object.web("url", "url", reading),
        note: object.line("note", "note", LINE, reading),
        sources: object.sources(reading),
    };
    object.rest("", reading);
    Some(resource)
}
