//! Importing organisations, from a table of any kind.

use super::columns::ORGANISATIONS;
use super::identifiers::identify;
use super::layout::Opened;
use super::pace::at_once;
use super::published::Twins;
use super::values::Cells;
use super::{ImportError, ImportOptions, cells, entries, own};
use crate::dataset::countries::around;
use crate::dataset::file::Fetched;
use crate::dataset::json::{Entries, Json};
use crate::dataset::organisations::{Known, OrganisationReader, read_organisations};
use crate::dataset::report::{FindingKind as Kind, Loaded, Reading};
use crate::domain::{Day, Location, Organisation, OwnField, Precision, Vocabularies};

/// Imports a table of organisations.
///
/// A row without an identifier gets one made of its country and name. Terms may be given by their label in any of
/// the vocabularies' languages. The name of a region whose code the vocabularies know is the official one.
pub fn import_organisations(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Organisation>, ImportError> {
    at_once(importing_organisations(file, bytes, options, &mut vocabularies.clone()))
}

/// The same; fields of its own that the table has, and the values of facets among them, are declared in the vocabularies.
pub fn import_organisations_into(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &mut Vocabularies,
) -> Result<Loaded<Organisation>, ImportError> {
    at_once(importing_organisations(file, bytes, options, vocabularies))
}

/// The same at a pace of the options' own.
pub(crate) async fn importing_organisations(
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    vocabularies: &mut Vocabularies,
) -> Result<Loaded<Organisation>, ImportError> {
    if is_format(bytes) {
        let loaded = read_organisations(&Fetched::opened(file, bytes), vocabularies)?;
        own::declare_found(&loaded.records, vocabularies);
        return Ok(loaded);
    }
    let mut reading = Reading::new(file);
    let options = &options.clone().with_declared(&vocabularies.fields);
    let opened = Opened::opening(file, bytes, options, &ORGANISATIONS, &mut reading).await?;
    if options.defaults.country.is_none() {
        opened.needs(file, "country")?;
    }
    let before: Vec<OwnField> = vocabularies.fields.clone();
    own::declare(&opened, options, vocabularies);
    let declared = &*vocabularies;
    let Opened { table, layout } = &opened;
    let known = Known::new(declared);
    let cells = Cells::new(declared).with_words(&options.words);
    let mut reader = OrganisationReader::new(&known);
    let mut ids = options.published.ids();
    let mut kept = options.published.match_rows(table.rows.iter().map(|row| {
        let mut unheard = Reading::new(file);
        cells.row(row, layout, &mut unheard)
    }));
    options.words.count_anew();
    let mut twins = Twins::default();
    let mut records = Vec::with_capacity(table.rows.len());
    for (done, row) in table.rows.iter().enumerate() {
        options.pace.after(done, table.rows.len()).await?;
        records.extend(reading.record_at(row.number, |reading| {
            let mut entries = cells.row(row, layout, reading);
            let kept = kept.next().flatten();
            if let Some(id) = kept.filter(|_| entries::is_absent(&mut entries, "id")) {
                reading.identified(&id);
                reading.noted("id", Kind::MadeId, &id);
                entries.push(("id".into(), Json::Text(id.into())));
            }
            identify(&mut entries, "name", &mut ids, reading);
            official_region(&mut entries, declared, reading);
            let point = point_of(&entries);
            let Some(mut organisation) = reader.read(Json::Object(entries), &options.defaults, reading)
            else {
                cells.end_record(true);
                if let (Some((lat, lon)), Some(Kind::BadCountry | Kind::MissingCountry)) =
                    (point, reading.last())
                {
                    let likely: Vec<&str> = around(lat, lon).into_iter().take(LIKELY).collect();
                    if !likely.is_empty() {
                        reading.noted("country", Kind::ProposedCountry, &likely.join(", "));
                    }
                }
                return None;
            };
            if !layout.exact {
                twins.look(&organisation, row.number, reading);
                // Nobody is founded in the future, and none was updated before it was there.
                let known = options.today.into_iter().chain(organisation.updated).map(Day::year).min();
                if let (Some(founded), Some(latest)) = (organisation.founded, known)
                    && founded > latest
                {
                    reading.noted("founded", Kind::Contradiction, &founded.to_string());
                }
                if let Some(email) = &organisation.email
                    && cells::is_personal(email.as_str())
                {
                    reading.noted("email", Kind::PersonalEmail, email.as_str());
                }
                // After the search for twins: that two are in one town says nothing of them.
                if organisation.location.is_none()
                    && let Some(city) = &organisation.city
                    && let Some(point) = options.towns.point(city, &organisation.country)
                {
                    reading.noted("location", Kind::PlacedByTown, city);
                    organisation.location = Some(Location { point, precision: Precision::City });
                }
            }
            Some(organisation)
        }));
    }
    own::leave_unused(&before, &records, vocabularies);
    Ok(Loaded { records, report: opened.finish(reading) })
}

/// Countries that are proposed for a point.
const LIKELY: usize = 3;

/// Latitude and longitude as a row has them, where it has both.
fn point_of(entries: &Entries<'_>) -> Option<(f64, f64)> {
    let (_, Json::Object(place)) = entries.iter().find(|(name, _)| name == "location")? else { return None };
    let number = |wanted: &str| match place.iter().find(|(name, _)| name == wanted) {
        Some((_, Json::Number(value))) => Some(*value),
        _ => None,
    };
    Some((number("lat")?, number("lon")?))
}

/// Whether a file is one of the format already.
fn is_format(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let start: String = start.chars().filter(|c| !c.is_whitespace()).collect();
    // A build and the desk mark files with their edition, which then stands first.
    start.trim_start_matches('\u{feff}').starts_with('{')
        && start.contains("\"format\":\"cluster-atlas/organisations/")
}

/// Leaves the name of a region to the vocabularies where they know its code.
fn official_region(entries: &mut Entries<'_>, vocabularies: &Vocabularies, reading: &mut Reading) {
    let Some((_, Json::Object(region))) = entries.iter_mut().find(|(name, _)| name == "region") else {
        return;
    };
    let member = |key: &str| region.iter().position(|(name, _)| name == key);
    let (Some(code), Some(name)) = (member("code"), member("name")) else { return };
    let (Json::Text(code), Json::Text(given)) = (&region[code].1, &region[name].1) else { return };
    let Some(official) = vocabularies.regions.iter().find(|known| known.code.as_str() == code) else {
        return;
    };
    if official.name != *given {
        reading.noted("region.name", Kind::OfficialName, given);
    }
    region.swap_remove(name);
}
