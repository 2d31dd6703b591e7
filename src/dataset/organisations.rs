//! Reading organisations: a record is refused only where it could not be found, named or placed in a country.

use litemap::LiteMap;

use crate::domain::{
    CountryCode, Day, ExcellenceLevel, ExpertiseBasis, Label, Location, Members, Organisation,
    OrganisationKind, OwnField, Point, Precision, Region, TermId, Vocabularies, decimal,
};

use super::countries::{Lies, lies};
use super::fields::{NAME, Object, SUMMARY};
use super::file::{DatasetError, Fetched, fault, text};
use super::json::{Json, stream};
use super::records::{Ids, header};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of an organisations file, without its version.
pub(crate) const FORMAT: &str = "cluster-atlas/organisations";

/// Earliest year of foundation accepted: guilds are old, typing errors are older.
pub(crate) const EARLIEST_YEAR: u32 = 1000;
/// Latest year of foundation accepted.
pub(crate) const LATEST_YEAR: u32 = 2100;

/// Reads a file of organisations. Terms and regions that `vocabularies` does not have are kept and reported;
/// an empty vocabulary knows nothing and so reports nothing.
pub fn read_organisations(
    fetched: &Fetched<'_>,
    vocabularies: &Vocabularies,
) -> Result<Loaded<Organisation>, DatasetError> {
    let text = text(fetched)?;
    let known = Known::new(vocabularies);
    // Defaults stand before the records in every file we write; elsewhere the file is read once more with them.
    match read_with(fetched.file, text, &known, None)? {
        Pass::Complete(loaded) => Ok(loaded),
        Pass::DefaultsCameLate(defaults) => match read_with(fetched.file, text, &known, Some(defaults))? {
            Pass::Complete(loaded) => Ok(loaded),
            Pass::DefaultsCameLate(_) => {
                Err(DatasetError::NotFormat { file: fetched.file.to_owned(), found: None })
            }
        },
    }
}

enum Pass<'a> {
    Complete(Loaded<Organisation>),
    DefaultsCameLate(Json<'a>),
}

fn read_with<'a>(
    file: &str,
    text: &'a str,
    known: &Known<'_>,
    late: Option<Json<'a>>,
) -> Result<Pass<'a>, DatasetError> {
    let mut reading = Reading::new(file);
    let mut reader = OrganisationReader::new(known);
    let is_late = late.is_some();
    let mut defaults = late.map(|defaults| Defaults::read(defaults, &mut reading));
    let mut records = Vec::new();
    let streamed = stream(text, "records", &mut |header, value| {
        let defaults = defaults.get_or_insert_with(|| {
            let found = header.iter().find(|(key, _)| key == "defaults");
            found.map_or_else(Defaults::default, |(_, value)| Defaults::read(value.clone(), &mut reading))
        });
        records.extend(reading.record(|reading| reader.read(value, defaults, reading)));
    })
    .map_err(|error| fault(file, &error))?;

    let position = streamed.header.iter().position(|(key, _)| key == "defaults");
    let (mut header, before_list) = header(file, streamed, FORMAT)?;
    let given = header.take("defaults");
    if let Some(given) = given
        && position.is_some_and(|position| position >= before_list)
        && !is_late
    {
        return Ok(Pass::DefaultsCameLate(given));
    }
    header.rest("", &mut reading);
    Ok(Pass::Complete(Loaded { records, report: reading.finish() }))
}

/// Names by their identifiers. One type for all lists: each further one brings its own code to the first load.
type Names<'v> = LiteMap<&'v str, &'v str>;

/// What the vocabularies know, for quick look-up.
pub(crate) struct Known<'v> {
    ecosystems: Names<'v>,
    expertise: Names<'v>,
    regions: Names<'v>,
    fields: &'v [OwnField],
}

impl<'v> Known<'v> {
    /// Look-up tables over `vocabularies`.
    pub(crate) fn new(vocabularies: &'v Vocabularies) -> Self {
        Self {
            ecosystems: names(vocabularies.ecosystems.iter().map(|term| (term.id.as_str(), ""))),
            expertise: names(vocabularies.expertise.iter().map(|term| (term.id.as_str(), ""))),
            regions: names(
                vocabularies.regions.iter().map(|region| (region.code.as_str(), region.name.as_str())),
            ),
            fields: &vocabularies.fields,
        }
    }
}

fn names<'v>(named: impl Iterator<Item = (&'v str, &'v str)>) -> Names<'v> {
    let mut by_id = LiteMap::new();
    // One by one: all at once would bring a further sort.
    named.for_each(|(id, name)| _ = by_id.insert(id, name));
    by_id
}

/// What holds for every record of a file that does not say otherwise.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Defaults {
    pub(crate) kind: Option<OrganisationKind>,
    pub(crate) country: Option<CountryCode>,
    pub(crate) precision: Option<Precision>,
    /// Applies to records that list expertise.
    pub(crate) expertise_basis: Option<ExpertiseBasis>,
    pub(crate) updated: Option<Day>,
    pub(crate) source: Option<String>,
}

impl Defaults {
    /// Reads the `defaults` member of a file.
    pub(crate) fn read(value: Json<'_>, reading: &mut Reading) -> Self {
        let Json::Object(entries) = value else {
            reading.wrong_type("defaults", &value);
            return Self::default();
        };
        let mut object = Object::from(entries);
        let defaults = Self {
            kind: read_kind(&mut object, "defaults.kind", reading),
            country: object.parsed("country", "defaults.country", Kind::BadCountry, reading),
            precision: read_precision(&mut object, "defaults.precision", reading),
            expertise_basis: read_basis(&mut object, "defaults.expertise_basis", reading),
            updated: object.day("updated", "defaults.updated", reading),
            source: object.source("source", "defaults.source", reading),
        };
        object.rest("defaults.", reading);
        defaults
    }
}

/// Reads one organisation after another and remembers their identifiers.
pub(crate) struct OrganisationReader<'k> {
    known: &'k Known<'k>,
    ids: Ids,
}

impl<'k> OrganisationReader<'k> {
    /// A reader at the beginning of a file.
    pub(crate) fn new(known: &'k Known<'k>) -> Self {
        Self { known, ids: Ids::default() }
    }

    /// One record, or `None` where it has a fatal fault.
    pub(crate) fn read(
        &mut self,
        value: Json<'_>,
        defaults: &Defaults,
        reading: &mut Reading,
    ) -> Option<Organisation> {
        let (mut object, id, name) = self.ids.open(value, "name", reading)?;
        let country = read_country(&mut object, defaults, reading)?;
        self.ids.add(&id);

        let city = object.line("city", "city", NAME, reading);
        let city_listed = object
            .line("city_listed", "city_listed", NAME, reading)
            .filter(|listed| city.as_ref() != Some(listed));
        let location = read_location(&mut object, Some(&country), defaults.precision, reading);
        let ecosystems = read_terms(&mut object, "ecosystems", &self.known.ecosystems, reading);
        let expertise = read_terms(&mut object, "expertise", &self.known.expertise, reading);
        let basis = read_basis(&mut object, "expertise_basis", reading);
        let organisation = Organisation {
            id,
            name,
            acronym: object.line("acronym", "acronym", NAME, reading),
            kind: read_kind(&mut object, "kind", reading).or(defaults.kind).unwrap_or_default(),
            country,
            city,
            city_listed,
            region: self.region(&mut object, reading),
            location,
            ecosystems,
            // A basis without expertise says nothing.
            expertise_basis: basis.or(defaults.expertise_basis).filter(|_| !expertise.is_empty()),
            expertise,
            nace: object.terms("nace", &|_| true, reading),
            members: read_members(&mut object, reading),
            founded: object
                .whole("founded", "founded", EARLIEST_YEAR..=LATEST_YEAR, reading)
                .map(u32::cast_signed),
            // Hundredths: exact in the file, and more than anybody counts.
            staff_fte: object
                .number("staff_fte", "staff_fte", 0.0..=1e9, reading)
                .map(|staff| (staff * 100.0).round() / 100.0),
            label: read_label(&mut object, reading),
            website: object.web("website", "website", reading),
            email: object.email("email", "email", reading),
            summary: object.local_text("summary", SUMMARY, reading),
            updated: object.day("updated", "updated", reading).or(defaults.updated),
            source: object.source("source", "source", reading).or_else(|| defaults.source.clone()),
            own: object.own_fields(self.known.fields, reading),
        };
        object.rest("", reading);
        Some(organisation)
    }

    fn region(&self, object: &mut Object<'_>, reading: &mut Reading) -> Option<Region> {
        let mut object = object.object("region", "region", reading)?;
        let code = object.parsed::<crate::domain::RegionCode>("code", "region.code", Kind::BadCode, reading);
        let mut name = object.line("name", "region.name", NAME, reading);
        if let Some(code) = &code
            && !self.known.regions.is_empty()
        {
            match self.known.regions.get(code.as_str()) {
                Some(official) => name = name.or_else(|| Some((*official).to_owned())),
                None => reading.noted("region.code", Kind::UnknownTerm, code.as_str()),
            }
        }
        object.rest("region.", reading);
        (code.is_some() || name.is_some()).then_some(Region { code, name })
    }
}

fn read_terms(object: &mut Object<'_>, key: &str, known: &Names<'_>, reading: &mut Reading) -> Vec<TermId> {
    object.terms(key, &|term| known.is_empty() || known.contains_key(term), reading)
}

fn read_country(object: &mut Object<'_>, defaults: &Defaults, reading: &mut Reading) -> Option<CountryCode> {
    match object.take("country") {
        Some(Json::Text(raw)) if !raw.trim().is_empty() => {
            let country = raw.trim().parse().ok();
            if country.is_none() {
                reading.refused("country", Kind::BadCountry, &raw);
            }
            country
        }
        Some(Json::Text(_)) | None => {
            if defaults.country.is_none() {
                reading.refused("country", Kind::MissingCountry, "");
            }
            defaults.country.clone()
        }
        Some(other) => {
            reading.refused("country", Kind::BadCountry, &other.shown());
            None
        }
    }
}

fn read_kind(object: &mut Object<'_>, path: &str, reading: &mut Reading) -> Option<OrganisationKind> {
    object.one_of("kind", path, &OrganisationKind::ALL, OrganisationKind::as_str, reading)
}

fn read_precision(object: &mut Object<'_>, path: &str, reading: &mut Reading) -> Option<Precision> {
    object.one_of("precision", path, &Precision::ALL, Precision::as_str, reading)
}

fn read_basis(object: &mut Object<'_>, path: &str, reading: &mut Reading) -> Option<ExpertiseBasis> {
    object.one_of("expertise_basis", path, &ExpertiseBasis::ALL, ExpertiseBasis::as_str, reading)
}

/// A number as it was written, in or out of range.
fn coordinate(
    object: &mut Object<'_>,
    key: &str,
    path: &str,
    reading: &mut Reading,
) -> Result<Option<f64>, ()> {
    match object.take(key) {
        Some(Json::Number(value)) => Ok(Some(value)),
        Some(other) => {
            reading.wrong_type(path, &other);
            Err(())
        }
        None => Ok(None),
    }
}

/// Takes the place on the map; `default` is how exact it is where it does not say.
pub(crate) fn read_location(
    object: &mut Object<'_>,
    country: Option<&CountryCode>,
    default: Option<Precision>,
    reading: &mut Reading,
) -> Option<Location> {
    let mut object = object.object("location", "location", reading)?;
    let lat = coordinate(&mut object, "lat", "location.lat", reading);
    let lon = coordinate(&mut object, "lon", "location.lon", reading);
    let precision = read_precision(&mut object, "location.precision", reading).or(default);
    object.rest("location.", reading);
    let (lat, lon) = match (lat.ok()?, lon.ok()?) {
        (Some(lat), Some(lon)) => (lat, lon),
        (None, None) => return None,
        (lat, _) => {
            let missing = if lat.is_none() { "location.lat" } else { "location.lon" };
            reading.dropped(missing, Kind::MissingCoordinate, "");
            return None;
        }
    };
    let point = read_point(country, lat, lon, reading)?;
    let precision = precision.unwrap_or_else(|| {
        reading.noted_once("location.precision", Kind::MissingPrecision, super::Severity::Noted, "");
        Precision::Region
    });
    Some(Location { point, precision })
}

/// A point that lies where its record says it is.
///
/// An exchanged pair is a guess, however good, so it is reported and dropped, never mended: the person who owns
/// the data decides.
fn read_point(country: Option<&CountryCode>, lat: f64, lon: f64, reading: &mut Reading) -> Option<Point> {
    let pair = || [lat, lon].map(decimal::written).join(", ");
    if lat == 0.0 && lon == 0.0 {
        reading.dropped("location", Kind::NullIsland, &pair());
        return None;
    }
    let lies = country.map_or(Lies::Within, |country| lies(country, lat, lon));
    if lies == Lies::Swapped {
        reading.dropped("location", Kind::SwappedCoordinates, &pair());
        return None;
    }
    // Seven decimals are a centimetre, and every such number is read back exactly.
    let rounded = |degrees: f64| (degrees * 1e7).round() / 1e7;
    let Ok(point) = Point::new(rounded(lat), rounded(lon)) else {
        reading.dropped("location", Kind::OutOfRange, &pair());
        return None;
    };
    match lies {
        Lies::Far => {
            reading.dropped("location", Kind::FarFromCountry, &pair());
            return None;
        }
        Lies::FarButPossible => reading.noted("location", Kind::FarFromCountry, &pair()),
        Lies::Within | Lies::Swapped => {}
    }
    Some(point)
}

fn read_members(object: &mut Object<'_>, reading: &mut Reading) -> Members {
    let Some(mut object) = object.object("members", "members", reading) else { return Members::default() };
    let mut count = |key: &str, path: &str| object.whole(key, path, 0..=u32::MAX, reading);
    let members = Members {
        total: count("total", "members.total"),
        sme: count("sme", "members.sme"),
        large: count("large", "members.large"),
        research: count("research", "members.research"),
        other: count("other", "members.other"),
    };
    object.rest("members.", reading);
    members
}

fn read_label(object: &mut Object<'_>, reading: &mut Reading) -> Option<Label> {
    let mut object = object.object("label", "label", reading)?;
    let level =
        object.one_of("level", "label.level", &ExcellenceLevel::ALL, ExcellenceLevel::as_str, reading);
    let until = object.day("until", "label.until", reading);
    object.rest("label.", reading);
    level.map(|level| Label { level, until })
}
