//! The controlled lists: industrial ecosystems, topics of expertise, regions, what calls and trainings are for.

use litemap::LiteMap;

use crate::domain::{
    CountryCode, CountryGroup, FieldKind, OwnField, RegionCode, RegionEntry, Term, TermId, Vocabularies,
};

use super::fields::{NAME, Object};
use super::file::{DatasetError, Fetched, check_format, fault, text};
use super::json::{Json, stream};
use super::report::{FindingKind as Kind, Reading, Report};

/// The `format` of a vocabularies file, without its version.
pub(crate) const FORMAT: &str = "cluster-atlas/vocabularies";

/// Longest badge, in characters: it stands in a circle.
const BADGE: usize = 3;

/// Reads the vocabularies. The report counts terms and regions together.
pub fn read_vocabularies(fetched: &Fetched<'_>) -> Result<(Vocabularies, Report), DatasetError> {
    let file = fetched.file;
    let mut reading = Reading::new(file);
    let streamed = stream(text(fetched)?, "", &mut |_, _| {}).map_err(|error| fault(file, &error))?;
    let mut object = Object::from(streamed.header);
    let format = object.take("format");
    object.take("edition");
    check_format(file, if let Some(Json::Text(format)) = &format { Some(format) } else { None }, FORMAT)?;

    let ecosystems = read_terms(&mut object, "ecosystems", &mut reading);
    let expertise = read_terms(&mut object, "expertise", &mut reading);
    let mut regions: Vec<RegionEntry> = Vec::new();
    let mut codes: LiteMap<RegionCode, ()> = LiteMap::new();
    for value in object.list("regions", "regions", &mut reading) {
        let region = reading.record(|reading| read_region(value, &codes, reading));
        if let Some(region) = &region {
            codes.insert(region.code.clone(), ());
        }
        regions.extend(region);
    }
    let vocabularies = Vocabularies {
        ecosystems,
        expertise,
        regions,
        audiences: read_terms(&mut object, "audiences", &mut reading),
        purposes: read_terms(&mut object, "purposes", &mut reading),
        training_audiences: read_terms(&mut object, "training_audiences", &mut reading),
        training_topics: read_terms(&mut object, "training_topics", &mut reading),
        themes: read_terms(&mut object, "themes", &mut reading),
        country_groups: read_groups(&mut object, &mut reading),
        fields: read_fields(&mut object, &mut reading),
        headings: read_terms(&mut object, "headings", &mut reading),
    };
    object.rest("", &mut reading);
    Ok((vocabularies, reading.finish()))
}

fn read_groups(object: &mut Object<'_>, reading: &mut Reading) -> Vec<CountryGroup> {
    const LIST: &str = "country_groups";
    let mut groups: Vec<CountryGroup> = Vec::new();
    for value in object.list(LIST, LIST, reading) {
        let group = reading.record(|reading| {
            let is_taken = |id: &TermId| groups.iter().any(|group| group.term.id == *id);
            let (mut object, term) = open_term(value, LIST, &is_taken, reading)?;
            let members = object.codes::<CountryCode>("members", Kind::BadCountry, &|_| true, reading);
            let complete = object.flag("complete", "complete", reading);
            object.rest("country_groups.", reading);
            Some(CountryGroup { term, members, complete })
        });
        groups.extend(group);
    }
    groups
}

fn read_fields(object: &mut Object<'_>, reading: &mut Reading) -> Vec<OwnField> {
    const LIST: &str = "fields";
    let mut fields: Vec<OwnField> = Vec::new();
    for value in object.list(LIST, LIST, reading) {
        let field = reading.record(|reading| {
            let is_taken = |id: &TermId| fields.iter().any(|field| field.id == *id);
            let (mut object, Term { id, label, .. }) = open_term(value, LIST, &is_taken, reading)?;
            let kind = object.one_of("kind", "fields.kind", &FieldKind::ALL, FieldKind::as_str, reading);
            let mut terms: Vec<Term> = Vec::new();
            for value in object.list("terms", "fields.terms", reading) {
                terms.extend(read_term(value, "fields.terms", &terms, reading));
            }
            reading.identified(id.as_str());
            object.rest("fields.", reading);
            Some(OwnField { id, label, kind: kind.unwrap_or_default(), terms })
        });
        fields.extend(field);
    }
    fields
}

fn read_terms(object: &mut Object<'_>, key: &str, reading: &mut Reading) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    for value in object.list(key, key, reading) {
        let term = reading.record(|reading| read_term(value, key, &terms, reading));
        terms.extend(term);
    }
    terms
}

fn read_term(value: Json<'_>, list: &str, before: &[Term], reading: &mut Reading) -> Option<Term> {
    let is_taken = |id: &TermId| before.iter().any(|term| term.id == *id);
    let (object, term) = open_term(value, list, &is_taken, reading)?;
    object.rest(&format!("{list}."), reading);
    Some(term)
}

/// What every term has: an identifier that is still free, a label, perhaps a badge.
fn open_term<'a>(
    value: Json<'a>,
    list: &str,
    is_taken: &dyn Fn(&TermId) -> bool,
    reading: &mut Reading,
) -> Option<(Object<'a>, Term)> {
    let Json::Object(entries) = value else {
        reading.refused(list, Kind::NotAnObject, &value.shown());
        return None;
    };
    let mut object = Object::from(entries);
    let id = read_term_id(&mut object, list, reading)?;
    if is_taken(&id) {
        reading.refused(format!("{list}.id"), Kind::DuplicateId, id.as_str());
        return None;
    }
    reading.identified(id.as_str());
    let label = object.local_text("label", NAME, reading);
    if label.is_empty() {
        reading.noted(format!("{list}.label"), Kind::MissingLabel, "");
    }
    let badge = object.line("badge", "badge", BADGE, reading);
    Some((object, Term { id, label, badge }))
}

/// The identifier of a term or a source.
pub(crate) fn read_term_id(object: &mut Object<'_>, list: &str, reading: &mut Reading) -> Option<TermId> {
    let path = || format!("{list}.id");
    match object.take("id") {
        None => {
            reading.refused(path(), Kind::MissingId, "");
            None
        }
        Some(Json::Text(raw)) => {
            let id = raw.trim().parse().ok();
            if id.is_none() {
                reading.refused(path(), Kind::BadId, &raw);
            }
            id
        }
        Some(other) => {
            reading.refused(path(), Kind::BadId, &other.shown());
            None
        }
    }
}

/// One region; without a code, a country or a name it is of no use.
pub(crate) fn read_region(
    value: Json<'_>,
    before: &LiteMap<RegionCode, ()>,
    reading: &mut Reading,
) -> Option<RegionEntry> {
    let Json::Object(entries) = value else {
        reading.refused("regions", Kind::NotAnObject, &value.shown());
        return None;
    };
    let mut object = Object::from(entries);
    let raw = object.raw("code", "regions.code", reading).unwrap_or_default();
    let Ok(code) = raw.trim().parse::<RegionCode>() else {
        let kind = if raw.trim().is_empty() { Kind::MissingId } else { Kind::BadCode };
        reading.refused("regions.code", kind, &raw);
        return None;
    };
    if before.contains_key(&code) {
        reading.refused("regions.code", Kind::DuplicateId, code.as_str());
        return None;
    }
    reading.identified(code.as_str());
    let Some(country) = object.parsed("country", "regions.country", Kind::BadCountry, reading) else {
        reading.refused("regions.country", Kind::MissingCountry, "");
        return None;
    };
    let Some(name) = object.line("name", "regions.name", NAME, reading) else {
        reading.refused("regions.name", Kind::MissingName, "");
        return None;
    };
    let latin = object.line("latin", "regions.latin", NAME, reading);
    // Without a level, the length of the code tells: FR1 is level 1, FR10 level 2, FR101 level 3.
    let level = object.whole("level", "regions.level", 1..=3, reading);
    let level = level.map_or((code.as_str().len() - 2).min(3) as u8, |level| level as u8);
    let statistical = object.flag("statistical", "regions.statistical", reading);
    object.rest("regions.", reading);
    Some(RegionEntry { code, level, country, name, latin, statistical })
}
