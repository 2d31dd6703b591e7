//! Reading partner requests.

use crate::domain::{CountryCode, PartnerRequest, RecordId, RequestKind, Vocabularies};

use super::fields::{LINE, NAME, SUMMARY};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::records::{Titled, knows, read_collection};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of a file of partner requests, without its version.
const FORMAT: &str = "cluster-atlas/partner_requests";

/// Reads a file of partner requests. Terms that `vocabularies` does not have are kept and reported.
pub fn read_partner_requests(
    fetched: &Fetched<'_>,
    vocabularies: &Vocabularies,
) -> Result<Loaded<PartnerRequest>, DatasetError> {
    let mut records = Titled::new(vocabularies);
    read_collection(fetched, FORMAT, &mut |value, reading| read_partner_request(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault.
pub(crate) fn read_partner_request(
    records: &mut Titled<'_>,
    value: Json<'_>,
    reading: &mut Reading,
) -> Option<PartnerRequest> {
    let (mut object, id, title) = records.open(value, reading)?;
    let kind = object.one_of("kind", "kind", &RequestKind::ALL, RequestKind::as_str, reading);
    let request = PartnerRequest {
        id,
        title,
        kind: kind.unwrap_or_default(),
        requester: object.line("requester", "requester", NAME, reading),
        organisations: object.codes::<RecordId>("organisations", Kind::BadId, &|_| true, reading),
        country: object.parsed("country", "country", Kind::BadCountry, reading),
        seeks: object.local_text("seeks", SUMMARY, reading),
        offers: object.local_text("offers", SUMMARY, reading),
        ecosystems: object.terms("ecosystems", &|id| knows(&records.known.ecosystems, id), reading),
        expertise: object.terms("expertise", &|id| knows(&records.known.expertise, id), reading),
        partner_countries: object.codes::<CountryCode>(
            "partner_countries",
            Kind::BadCountry,
            &|_| true,
            reading,
        ),
        call_id: object.parsed("call_id", "call_id", Kind::BadId, reading),
        call: object.line("call", "call", NAME, reading),
        deadline: object.day("deadline", "deadline", reading),
        published: object.day("published", "published", reading),
        email: object.email("email", "email", reading),
        url: object.web("url", "url", reading),
        note: object.line("note", "note", LINE, reading),
        sources: object.sources(reading),
    };
    object.rest("", reading);
    Some(request)
}
