//! Reading what sources say of organisations.

use crate::domain::{
    Confidence, OrganisationFact, PartialDate, PartnerRole, RecordId, StatedField, StatedValue,
};

use super::fields::{LINE, NAME, Object};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::organisations::{EARLIEST_YEAR, LATEST_YEAR};
use super::records::{not_before, read_collection};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of such a file, without its version.
const FORMAT: &str = "cluster-atlas/organisation_facts";

/// Reads a file of what sources say of organisations; `knows` says whether there is the organisation with an identifier.
pub fn read_organisation_facts(
    fetched: &Fetched<'_>,
    knows: &dyn Fn(&str) -> bool,
) -> Result<Loaded<OrganisationFact>, DatasetError> {
    read_collection(fetched, FORMAT, &mut |value, reading| read_organisation_fact(knows, value, reading))
}

/// One record, or `None` where it has a fatal fault: what is stated of nobody, or states nothing.
pub(crate) fn read_organisation_fact(
    knows: &dyn Fn(&str) -> bool,
    value: Json<'_>,
    reading: &mut Reading,
) -> Option<OrganisationFact> {
    let mut object = match value {
        Json::Object(entries) => Object::from(entries),
        other => {
            let is_json = !matches!(other, Json::Unreadable(_));
            let kind = if is_json { Kind::NotAnObject } else { Kind::UnreadableRecord };
            reading.refused("", kind, &other.shown());
            return None;
        }
    };
    let organisation = read_organisation(knows, &mut object, reading)?;
    let Some(field) = object.one_of("field", "field", &StatedField::ALL, StatedField::as_str, reading) else {
        reading.refused("field", Kind::MissingValue, "");
        return None;
    };
    let Some(value) = read_value(field, &mut object, reading) else {
        reading.refused("value", Kind::MissingValue, "");
        return None;
    };
    let mut fact = OrganisationFact {
        organisation,
        value,
        role: object.one_of("role", "role", &PartnerRole::ALL, PartnerRole::as_str, reading),
        network: object.parsed("network", "network", Kind::BadId, reading),
        policy: object.parsed("policy", "policy", Kind::BadId, reading),
        as_of: object.partial_date("as_of", reading),
        until: object.partial_date("until", reading),
        historic: object.flag("historic", "historic", reading),
        inferred: object.flag("inferred", "inferred", reading),
        confidence: object
            .one_of("confidence", "confidence", &Confidence::ALL, Confidence::as_str, reading)
            .unwrap_or_default(),
        named_as: object.line("named_as", "named_as", NAME, reading),
        note: object.line("note", "note", LINE, reading),
        source: object.source("source", "source", reading),
    };
    fact.until = not_before(fact.as_of, fact.until, "until", reading);
    // What nobody can look up is still what somebody wrote.
    if fact.source.is_none() {
        reading.noted("source", Kind::MissingValue, "");
    }
    object.rest("", reading);
    Some(fact)
}

fn read_organisation(
    knows: &dyn Fn(&str) -> bool,
    object: &mut Object<'_>,
    reading: &mut Reading,
) -> Option<RecordId> {
    let raw = object.raw("organisation", "organisation", reading);
    let raw = raw.as_deref().map(str::trim).filter(|raw| !raw.is_empty());
    let Some(raw) = raw else {
        reading.refused("organisation", Kind::MissingId, "");
        return None;
    };
    let Ok(id) = raw.parse::<RecordId>() else {
        reading.refused("organisation", Kind::BadId, raw);
        return None;
    };
    reading.identified(id.as_str());
    if !knows(id.as_str()) {
        reading.refused("organisation", Kind::UnknownOrganisation, id.as_str());
        return None;
    }
    Some(id)
}

fn read_value(field: StatedField, object: &mut Object<'_>, reading: &mut Reading) -> Option<StatedValue> {
    let mut words = || object.line("value", "value", NAME, reading);
    Some(match field {
        StatedField::Label => StatedValue::Label(words()?),
        StatedField::Programme => StatedValue::Programme(words()?),
        StatedField::Participation => StatedValue::Participation(words()?),
        StatedField::TechnologyField => StatedValue::TechnologyField(words()?),
        StatedField::Website => StatedValue::Website(object.web("value", "value", reading)?),
        StatedField::Members => {
            StatedValue::Members(object.whole("value", "value", 0..=u32::MAX, reading)?)
        }
        StatedField::Founded => {
            let date: PartialDate = object.partial_date("value", reading)?;
            let is_likely =
                u32::try_from(date.year()).is_ok_and(|it| (EARLIEST_YEAR..=LATEST_YEAR).contains(&it));
            if !is_likely {
                reading.dropped("value", Kind::OutOfRange, &date.to_string());
                return None;
            }
            StatedValue::Founded(date)
        }
    })
}
