//! Reading policies.

use crate::domain::{Policy, PolicyKind, PolicyState, Vocabularies};

use super::fields::{LINE, NAME, SUMMARY};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::records::{Titled, knows, not_before, read_collection};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of a file of policies, without its version.
const FORMAT: &str = "cluster-atlas/policies";

/// Reads a file of policies. Terms that `vocabularies` does not have are kept and reported.
pub fn read_policies(
    fetched: &Fetched<'_>,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Policy>, DatasetError> {
    let mut records = Titled::new(vocabularies);
    read_collection(fetched, FORMAT, &mut |value, reading| read_policy(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault.
pub(crate) fn read_policy(
    records: &mut Titled<'_>,
    value: Json<'_>,
    reading: &mut Reading,
) -> Option<Policy> {
    let (mut object, id, name) = records.open_named(value, "name", reading)?;
    let known = records.known;
    let mut policy = Policy {
        id,
        name,
        kind: object.one_of("kind", "kind", &PolicyKind::ALL, PolicyKind::as_str, reading),
        kind_assumed: object.flag("kind_assumed", "kind_assumed", reading),
        country: object.parsed("country", "country", Kind::BadCountry, reading),
        region: object.line("region", "region", NAME, reading),
        start: object.partial_date("start", reading),
        start_note: object.line("start_note", "start_note", LINE, reading),
        end: object.partial_date("end", reading),
        end_note: object.line("end_note", "end_note", LINE, reading),
        state: object.one_of("state", "state", &PolicyState::ALL, PolicyState::as_str, reading),
        themes: object.terms("themes", &|id| knows(&known.themes, id), reading),
        challenges: object.lines("challenges", LINE, reading),
        support: object.lines("support", LINE, reading),
        typology: object.lines("typology", LINE, reading),
        keywords: object.lines("keywords", LINE, reading),
        toolkit: object.flag("toolkit", "toolkit", reading),
        instrument: object.line("instrument", "instrument", NAME, reading),
        budget: object.budget("budget", reading),
        figures: object.figures("figures", reading),
        related: object.related(reading),
        name_only: object.flag("name_only", "name_only", reading),
        fact_only: object.flag("fact_only", "fact_only", reading),
        as_of: object.line("as_of", "as_of", NAME, reading),
        summary: object.local_text("summary", SUMMARY, reading),
        url: object.web("url", "url", reading),
        note: object.line("note", "note", LINE, reading),
        sources: object.sources(reading),
    };
    policy.end = not_before(policy.start, policy.end, "end", reading);
    object.rest("", reading);
    Some(policy)
}
