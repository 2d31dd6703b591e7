//! Which column of a table is which field of a record.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::ImportOptions;
use super::own::{self, OwnColumn};
use super::steps::{CellSteps, Part};
use crate::dataset::export::{PROVENANCE, is_label};
use crate::dataset::report::{FindingKind as Kind, Reading, Severity};
use crate::domain::{OWN, OwnField};
use crate::explore::fold;

/// How the cells of a column become a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text as it is.
    Text,
    /// A decimal number, with comma or point.
    Number,
    /// A whole number, perhaps with separators between thousands.
    Whole,
    /// Values parted by `;` or `|`.
    List,
    /// Values on lines of their own.
    Lines,
    /// `true` or `false`.
    Flag,
    /// A country's code or name.
    Country,
    /// A web address, perhaps without its scheme.
    Web,
    /// An e-mail address, perhaps with the name of its owner.
    Email,
    /// A calendar day.
    Day,
    /// A latitude or longitude, perhaps in degrees and minutes.
    Degrees,
    /// Latitude and longitude in one cell.
    Pair,
    /// One of the format's own words, perhaps with spaces.
    Choice,
}

/// A field of a kind of record that a table may have a column for.
pub(super) struct Field {
    /// Its path in the format: `name` or `location.lat`.
    pub(super) path: &'static str,
    /// How its cells are read.
    pub(super) shape: Shape,
    /// Other names that its column goes by, folded; the path and our own export's name are known anyway.
    pub(super) also: &'static [&'static str],
}

const fn field(path: &'static str, shape: Shape, also: &'static [&'static str]) -> Field {
    Field { path, shape, also }
}

/// The columns that a table of some collection may have.
pub(super) struct Columns {
    /// The name of the collection in the manifest.
    pub(super) collection: &'static str,
    /// Its fields.
    pub(super) fields: &'static [Field],
    /// The field without which there is no record.
    pub(super) required: &'static str,
}

impl Columns {
    /// Whether any other column can be carried as a field of the dataset's own.
    pub(super) fn has_own(&self) -> bool {
        self.collection == "organisations"
    }
}

macro_rules! columns {
    ($($name:ident = $collection:literal, $fields:ident, $required:literal;)+) => {
        $(pub(super) const $name: Columns =
            Columns { collection: $collection, fields: $fields, required: $required };)+

        /// Every collection's.
        const ALL: &[&Columns] = &[$(&$name),+];
    };
}

columns! {
    ORGANISATIONS = "organisations", ORGANISATION, "name";
    CALLS = "calls", CALL, "title";
    TRAININGS = "trainings", TRAINING, "title";
    EVENTS = "events", EVENT, "title";
    NETWORKS = "networks", NETWORK, "name";
    PARTNER_REQUESTS = "partner_requests", PARTNER_REQUEST, "title";
    POLICIES = "policies", POLICY, "name";
    RESOURCES = "resources", RESOURCE, "title";
    REGIONS = "regions", REGION, "code";
    ORGANISATION_FACTS = "organisation_facts", ORGANISATION_FACT, "organisation";
}

/// The columns of a collection by its name in the manifest; those of organisations for any other name.
pub(super) fn columns_of(collection: &str) -> &'static Columns {
    ALL.iter().find(|columns| columns.collection == collection).copied().unwrap_or(&ORGANISATIONS)
}

/// Other names of a summary whose language nobody said: it is taken for English.
const SUMMARY: Field = field(
    "summary.en",
    Shape::Text,
    &["summary", "description", "about", "abstract", "short description", "objective", "objectives"],
);

/// The fields of an organisation, but for summaries in other languages.
const ORGANISATION: &[Field] = &[
    field("id", Shape::Text, &["identifier", "slug"]),
    field(
        "name",
        Shape::Text,
        &[
            "organisation",
            "organization",
            "organisation name",
            "organization name",
            "cluster",
            "cluster name",
            "name of cluster",
            "name of the cluster",
            "clustername",
            "title",
            "nom",
            "nom du cluster",
            "nome",
            "nombre",
            "nazwa",
            "bezeichnung",
        ],
    ),
    field("acronym", Shape::Text, &["short name", "abbreviation"]),
    field("kind", Shape::Choice, &["type"]),
    field(
        "country",
        Shape::Country,
        &["country code", "country name", "pays", "land", "staat", "pais", "paese", "kraj"],
    ),
    field("city", Shape::Text, &["town", "ville", "stadt", "ort", "ciudad", "citta", "miasto", "localite"]),
    field("city_listed", Shape::Text, &[]),
    field("region.code", Shape::Text, &["nuts", "nuts2", "nuts 2", "nuts code", "nuts id"]),
    field("region.name", Shape::Text, &["region", "regione", "bundesland"]),
    field(
        "location",
        Shape::Pair,
        &["coordinates", "coordinate", "gps", "geolocation", "lat lon", "koordinaten", "coordonnees"],
    ),
    field("location.lat", Shape::Degrees, &["lat", "latitude", "y", "breite", "breitengrad"]),
    field("location.lon", Shape::Degrees, &["lon", "longitude", "lng", "long", "x", "lange", "langengrad"]),
    field("location.precision", Shape::Choice, &["precision"]),
    field("ecosystems", Shape::List, &["ecosystem", "industrial ecosystem", "industrial ecosystems"]),
    field("expertise", Shape::List, &["topics", "technologies", "topics of expertise"]),
    field("expertise_basis", Shape::Choice, &[]),
    field("nace", Shape::List, &["nace codes", "nace code"]),
    field("members.total", Shape::Whole, &["members", "number of members", "membres", "mitglieder"]),
    field("members.sme", Shape::Whole, &["smes", "sme members", "number of smes"]),
    field("members.large", Shape::Whole, &["large companies"]),
    field("members.research", Shape::Whole, &["research organisations"]),
    field("members.other", Shape::Whole, &[]),
    field("founded", Shape::Whole, &["year of foundation", "foundation year", "founded in", "established"]),
    field("staff_fte", Shape::Number, &["staff", "fte"]),
    field("label.level", Shape::Text, &["label", "excellence label"]),
    field("label.until", Shape::Day, &["label valid until"]),
    field(
        "website",
        Shape::Web,
        &[
            "web site",
            "web",
            "url",
            "homepage",
            "site web",
            "site internet",
            "webseite",
            "sito web",
            "internet",
        ],
    ),
    field(
        "email",
        Shape::Email,
        &["e mail", "mail", "email address", "e mail address", "contact email", "courriel"],
    ),
    field("updated", Shape::Day, &["last updated", "last update"]),
    field("source", Shape::Text, &[]),
    SUMMARY,
];

/// The fields of a call, but for summaries in other languages.
const CALL: &[Field] = &[
    field("id", Shape::Text, &["identifier", "slug"]),
    field("title", Shape::Text, &["name", "call", "call title"]),
    field("issuer", Shape::Text, &["programme", "issued by"]),
    field("topic_id", Shape::Text, &["topic", "topic identifier"]),
    field("action_type", Shape::Text, &["type of action"]),
    field("audience", Shape::List, &["audiences", "who may apply", "target group"]),
    field("purpose", Shape::List, &["purposes"]),
    field("ecosystems", Shape::List, &["ecosystem", "industrial ecosystem", "industrial ecosystems"]),
    field("eligible_countries", Shape::List, &["countries", "country"]),
    field("eligible_groups", Shape::List, &["country groups"]),
    field("eligible_regions", Shape::Lines, &["regions"]),
    field("opens", Shape::Day, &["opening date", "opening"]),
    field("cutoffs", Shape::Lines, &["cut offs", "cut off", "deadline", "deadlines", "closing date"]),
    field("deadline_words", Shape::Text, &[]),
    field("url_is_list", Shape::Flag, &[]),
    field("deadline_known", Shape::Flag, &[]),
    field("timezone", Shape::Text, &["time zone"]),
    field("published", Shape::Day, &["publication date"]),
    field("status", Shape::Text, &[]),
    field("budget.eur", Shape::Whole, &["budget in euro"]),
    field("budget.note", Shape::Text, &[]),
    field("budget", Shape::Text, &["total budget"]),
    field("max_grant_eur", Shape::Whole, &["max grant", "maximum grant"]),
    field("url", Shape::Web, &["web site", "website", "web", "link", "official page"]),
    field("sources", Shape::Lines, &["source"]),
    SUMMARY,
];

const SOURCES: Field = field("sources", Shape::Lines, &["source"]);
const ECOSYSTEMS: Field =
    field("ecosystems", Shape::List, &["ecosystem", "industrial ecosystem", "industrial ecosystems"]);
const NOTE: Field = field("note", Shape::Text, &["notes", "remark", "remarks", "comment"]);
const LINK: Field =
    field("url", Shape::Web, &["web site", "website", "web", "link", "homepage", "official page"]);
const TITLE: Field = field("title", Shape::Text, &["name", "heading"]);
const ID: Field = field("id", Shape::Text, &["identifier", "slug"]);

/// The fields of a training; a row has one session.
const TRAINING: &[Field] = &[
    ID,
    TITLE,
    field("kind", Shape::Choice, &["type"]),
    field("format", Shape::Choice, &[]),
    field("session.date", Shape::Text, &["date", "start date", "day"]),
    field("session.start", Shape::Text, &["start", "start time", "from"]),
    field("session.end", Shape::Text, &["end", "end time", "to"]),
    field("session.place", Shape::Text, &["place", "venue", "location"]),
    field("application_deadline", Shape::Text, &["deadline", "apply until", "registration deadline"]),
    field("capacity", Shape::Text, &["places", "seats"]),
    field("language", Shape::List, &["languages"]),
    field("host", Shape::Text, &["organiser", "organizer", "hosted by"]),
    field("audience", Shape::List, &["audiences", "target group"]),
    field("topics", Shape::List, &["topic", "subjects"]),
    field("registration", Shape::Text, &["registration link", "sign up"]),
    LINK,
    NOTE,
    SOURCES,
    SUMMARY,
];

/// The fields of an event.
const EVENT: &[Field] = &[
    ID,
    TITLE,
    field("kind", Shape::Choice, &["type"]),
    field("format", Shape::Choice, &[]),
    field("start", Shape::Day, &["date", "start date", "begins", "from"]),
    field("end", Shape::Day, &["end date", "ends", "to"]),
    field("start_time", Shape::Text, &[]),
    field("end_time", Shape::Text, &[]),
    field("hosts", Shape::List, &["host", "organiser", "organizer", "organised by"]),
    field("venue", Shape::Text, &["place"]),
    field("city", Shape::Text, &["town", "ville", "stadt", "ort"]),
    field("country", Shape::Country, &["country code", "pays", "land"]),
    field("countries", Shape::List, &[]),
    ECOSYSTEMS,
    field("themes", Shape::List, &["theme", "topics"]),
    field("audience", Shape::List, &["audiences", "target group"]),
    field("registration", Shape::Web, &["registration link", "sign up"]),
    field("registration_deadline", Shape::Day, &["register by"]),
    LINK,
    NOTE,
    SOURCES,
    SUMMARY,
];

/// The fields of a network.
const NETWORK: &[Field] = &[
    ID,
    field("name", Shape::Text, &["title", "network", "partnership", "network name"]),
    field("full_name", Shape::Text, &["long name"]),
    field("acronym", Shape::Text, &["short name", "abbreviation"]),
    field("kind", Shape::Choice, &["type"]),
    field("programme", Shape::Text, &["program"]),
    field("scope", Shape::Choice, &[]),
    ECOSYSTEMS,
    field("sectors", Shape::List, &["sector"]),
    field("countries", Shape::List, &["country"]),
    field("target_countries", Shape::List, &[]),
    field("start", Shape::Day, &["since", "start date"]),
    field("end", Shape::Day, &["until", "end date"]),
    field("coordinator", Shape::Text, &["lead partner", "lead"]),
    field("partners", Shape::List, &["members", "consortium"]),
    field("partner_count", Shape::Whole, &["number of partners"]),
    field("aims", Shape::List, &["goals"]),
    field("offers", Shape::List, &["services"]),
    field("budget", Shape::Text, &["total budget"]),
    field("grant_agreement", Shape::Text, &["grant agreement number", "project number"]),
    field("website", Shape::Web, &["web site", "web", "url", "link", "homepage"]),
    NOTE,
    SOURCES,
    SUMMARY,
];

/// The fields of a partner request.
const PARTNER_REQUEST: &[Field] = &[
    ID,
    TITLE,
    field("kind", Shape::Choice, &["type"]),
    field("requester", Shape::Text, &["organisation", "organization", "contact organisation"]),
    field("country", Shape::Country, &["country code", "pays", "land"]),
    field("looking_for", Shape::Text, &["seeks", "partner sought"]),
    field("offers", Shape::Text, &["offer"]),
    ECOSYSTEMS,
    field("partner_countries", Shape::List, &["countries"]),
    field("call", Shape::Text, &["topic", "call topic"]),
    field("deadline", Shape::Day, &["until", "closes"]),
    field("published", Shape::Day, &["publication date", "date"]),
    field("email", Shape::Email, &["e mail", "mail"]),
    LINK,
    NOTE,
    SOURCES,
];

/// The fields of a policy.
const POLICY: &[Field] = &[
    ID,
    field("name", Shape::Text, &["title", "policy", "programme"]),
    field("kind", Shape::Choice, &["type"]),
    field("country", Shape::Country, &["country code", "pays", "land"]),
    field("region", Shape::Text, &[]),
    field("start", Shape::Day, &["since", "start date"]),
    field("end", Shape::Day, &["until", "end date"]),
    field("state", Shape::Choice, &["status"]),
    field("themes", Shape::List, &["theme", "topics"]),
    field("challenges", Shape::List, &["challenge"]),
    field("support", Shape::List, &["type of support"]),
    field("keywords", Shape::List, &[]),
    field("instrument", Shape::Text, &[]),
    field("budget", Shape::Text, &["total budget"]),
    LINK,
    NOTE,
    SOURCES,
    SUMMARY,
];

/// The fields of a resource.
const RESOURCE: &[Field] = &[
    ID,
    TITLE,
    field("kind", Shape::Choice, &["type"]),
    field("date", Shape::Day, &["published", "publication date"]),
    field("format", Shape::Choice, &[]),
    field("frequency", Shape::Text, &[]),
    field("how_to_join", Shape::Text, &[]),
    ECOSYSTEMS,
    field("themes", Shape::List, &["theme", "topics"]),
    field("audience", Shape::List, &["audiences", "target group"]),
    field("countries", Shape::List, &["country"]),
    field("reference", Shape::Text, &[]),
    LINK,
    NOTE,
    SOURCES,
    SUMMARY,
];

/// The fields of a region.
const REGION: &[Field] = &[
    field("code", Shape::Text, &["nuts", "nuts id", "nuts code", "id"]),
    field("level", Shape::Whole, &["levl code", "nuts level"]),
    field("country", Shape::Country, &["country code", "cntr code"]),
    field("name", Shape::Text, &["nuts name", "region", "name latn"]),
    field("kind", Shape::Text, &["type"]),
];

/// The fields of what a source says of an organisation. A date may be a month or a year, so that it is read as it is.
const ORGANISATION_FACT: &[Field] = &[
    field("organisation", Shape::Text, &["org id", "organisation id", "organization"]),
    field("field", Shape::Choice, &[]),
    field("value", Shape::Text, &[]),
    field("role", Shape::Choice, &[]),
    field("network", Shape::Text, &[]),
    field("policy", Shape::Text, &[]),
    field("as_of", Shape::Text, &["as of"]),
    field("until", Shape::Text, &["valid until"]),
    field("historic", Shape::Flag, &[]),
    field("inferred", Shape::Flag, &[]),
    field("confidence", Shape::Choice, &["match confidence"]),
    NOTE,
    field("source", Shape::Text, &[]),
];

/// Where a column's cells go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// The path in the format.
    pub(super) path: String,
    /// How its cells are read.
    pub(super) shape: Shape,
    /// The field of the dataset's own that it is.
    pub(super) own: Option<OwnColumn>,
    /// What is done to its cells before.
    pub(super) steps: CellSteps,
    /// Which part of a cell it is.
    pub(super) part: Part,
}

/// What of a cell goes into a field.
pub(super) struct Taken<'c> {
    /// It; `None` for the second part of a cell that is not split anywhere.
    pub(super) text: Option<Cow<'c, str>>,
    /// Whether something was taken out of the cell.
    pub(super) is_stripped: bool,
    /// Values behind the first one, in a field that has but one.
    pub(super) others: Option<String>,
}

impl Column {
    fn new(path: String, shape: Shape, own: Option<OwnColumn>) -> Self {
        Self { path, shape, own, steps: CellSteps::default(), part: Part::Whole }
    }

    /// What of a cell goes into the field.
    pub(super) fn taken<'c>(&self, cell: &'c str) -> Taken<'c> {
        let stripped = self.steps.stripped(cell);
        let is_stripped = matches!(stripped, Cow::Owned(_));
        let (text, others) = match (self.part, stripped) {
            (Part::Whole, stripped) => {
                let (text, others) = self.steps.values(stripped, self.shape);
                (Some(text), others)
            }
            (part, Cow::Borrowed(text)) => (self.steps.part(text, part).map(Cow::Borrowed), None),
            (part, Cow::Owned(text)) => {
                (self.steps.part(&text, part).map(|text| Cow::Owned(text.to_owned())), None)
            }
        };
        Taken { text, is_stripped, others }
    }

    /// Whether its cells have days in them.
    pub(super) fn is_dated(&self) -> bool {
        self.shape == Shape::Day || matches!(&*self.path, "cutoffs" | "session.date" | "application_deadline")
    }
}

/// Finds the fields of every column: none for those that no field wants, which are reported; two for a pair.
///
/// A mapping decides first: from a column's name to a field's, or to nothing for a column to be skipped. Of several
/// columns that could be one field, the mapped one is it, then the one with the field's own name, then the first; the
/// others are reported with the one that was taken. A column that is to be joined to them competes with none.
pub(super) fn columns(
    header: &[String],
    of: &Columns,
    options: &ImportOptions,
    reading: &mut Reading,
) -> Vec<Vec<Column>> {
    let mapping = folded(&options.mapping);
    let candidates: Vec<Vec<(Column, u8)>> = header
        .iter()
        .map(|name| {
            let mapped = mapping.get(&fold(name)).copied();
            if mapped.is_none() && is_label(header, name) {
                return Vec::new();
            }
            let columns = match mapped {
                Some(mapped) => mapped_columns(mapped, of, &options.declared).unwrap_or_default(),
                None => find(name, of, &options.declared).into_iter().collect(),
            };
            let ranked = |column: Column| {
                let is_own = fold(&column.path) == fold(name);
                (column, if mapped.is_some() { 0 } else { 2 - u8::from(is_own) })
            };
            columns.into_iter().map(ranked).collect()
        })
        .collect();
    let best = |path: &str| {
        let rivals = candidates.iter().enumerate().flat_map(|(position, columns)| {
            let rivals = columns.iter().filter(|(other, _)| other.path == path && other.steps.join.is_none());
            rivals.map(move |(_, rank)| (*rank, position))
        });
        rivals.min().map(|(_, position)| position)
    };
    let mut all: Vec<Vec<Column>> = Vec::with_capacity(header.len());
    for (position, (name, columns)) in header.iter().zip(&candidates).enumerate() {
        let mut wanted = Vec::with_capacity(columns.len());
        for (column, _) in columns {
            let taken = best(&column.path).filter(|taken| *taken != position && column.steps.join.is_none());
            match taken {
                Some(taken) => {
                    let value = format!("{} is read from column {:?}", column.path, header[taken]);
                    reading.noted_once(name, Kind::DuplicateValue, Severity::Dropped, &value);
                }
                None => wanted.push(column.clone()),
            }
        }
        let mapped = mapping.get(&fold(name)).copied();
        let skipped = mapped.is_some_and(|field| field.trim().is_empty())
            || PROVENANCE.contains(&name.as_str())
            || is_label(header, name)
            || name.is_empty();
        if columns.is_empty() && !skipped {
            reading.noted_once(name, Kind::UnknownField, Severity::Dropped, mapped.unwrap_or(name));
        }
        all.push(wanted);
    }
    all
}

fn folded(mapping: &BTreeMap<String, String>) -> BTreeMap<String, &str> {
    mapping.iter().map(|(column, field)| (fold(column), field.as_str())).collect()
}

/// What a mapping asks for that is not there: columns that the table does not have, fields that the format does not.
pub(super) fn mistakes(
    header: &[String],
    of: &Columns,
    options: &ImportOptions,
) -> (Vec<String>, Vec<String>) {
    let mapping = &options.mapping;
    let header: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let columns = mapping.keys().filter(|column| !header.contains(&fold(column))).cloned();
    let unknown = mapping
        .values()
        .filter(|field| !field.trim().is_empty() && mapped_columns(field, of, &options.declared).is_none());
    (columns.collect(), unknown.cloned().collect())
}

/// Whether a row could be the header: most of what it names is a field.
pub(super) fn is_header(row: &[String], of: &Columns, options: &ImportOptions) -> bool {
    let mapping = folded(&options.mapping);
    let found: Vec<Column> = row
        .iter()
        .flat_map(|name| match mapping.get(&fold(name)) {
            Some(mapped) => mapped_columns(mapped, of, &options.declared).unwrap_or_default(),
            None => find(name, of, &options.declared).into_iter().collect(),
        })
        .collect();
    found.len() >= 2 && found.iter().any(|column| column.path == of.required)
}

/// The fields that a mapping names for a column, with what is done to its cells; `None` where there is no such field.
fn mapped_columns(mapped: &str, of: &Columns, declared: &[OwnField]) -> Option<Vec<Column>> {
    let (steps, field) = CellSteps::read(mapped);
    let found = |field: &str, part| {
        find(field, of, declared).map(|column| Column { steps: steps.clone(), part, ..column })
    };
    // A label may have the sign in it that stands between two fields.
    let places = field.match_indices(" & ").filter(|_| steps.split.is_some());
    let mut pair = places.filter_map(|(at, between)| {
        let second = found(&field[at + between.len()..], Part::Second)?;
        Some(vec![found(&field[..at], Part::First)?, second])
    });
    pair.find(|pair| pair[0].path != pair[1].path)
        .or_else(|| found(field, Part::Whole).map(|column| vec![column]))
}

/// How the cells of a field are read; `None` where there is no such field.
pub(super) fn shape_of(field: &str, of: &Columns) -> Option<Shape> {
    find(field, of, &[]).map(|column| column.shape)
}

fn find(name: &str, of: &Columns, declared: &[OwnField]) -> Option<Column> {
    let fields = of.fields;
    // Languages differ in case and hyphens only, so the name is taken as it stands.
    if let Some((stem, language)) = name.trim().split_once(['_', '.'])
        && stem.eq_ignore_ascii_case("summary")
    {
        let path = format!("summary.{}", language.to_ascii_lowercase());
        return Some(Column::new(path, Shape::Text, None));
    }
    let own_column = |own: OwnColumn| {
        let shape = own::shape_of(own::kind_of(&own, declared));
        Column::new(OwnField::path(&own.id), shape, Some(own))
    };
    if of.has_own() && name.trim().starts_with(OWN) {
        return OwnColumn::read(name).map(own_column);
    }
    let folded = fold(name);
    let own = fields.iter().find(|field| fold(field.path) == folded);
    let field = own.or_else(|| fields.iter().find(|field| field.also.contains(&folded.as_str())));
    match field {
        Some(field) => Some(Column::new(field.path.to_owned(), field.shape, None)),
        None if of.has_own() => own::by_name(name, declared).map(own_column),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::export::{CALL_COLUMNS, COLUMNS};

    fn path(name: &str) -> Option<String> {
        find(name, &ORGANISATIONS, &[]).map(|column| column.path)
    }

    #[test]
    fn headers_are_matched_without_case_accents_and_punctuation() {
        for (name, expected) in [
            ("NAME", "name"),
            ("Región", "region.name"),
            ("region_code", "region.code"),
            ("Industrial Ecosystems", "ecosystems"),
            ("E-Mail", "email"),
            ("Label level", "label.level"),
            ("summary_FR", "summary.fr"),
            ("summary_sr-Latn", "summary.sr-latn"),
        ] {
            assert_eq!(path(name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn our_own_export_is_known_column_by_column() {
        for column in COLUMNS {
            let expected = column.replace("region_", "region.").replace("members_", "members.");
            let expected = expected.replace("label_", "label.");
            let found = path(column).expect("a field");
            assert!(found == expected || found == format!("location.{column}"), "{column}: {found}");
        }
    }

    #[test]
    fn our_own_export_of_calls_is_known_column_by_column() {
        for column in CALL_COLUMNS {
            let found = find(column, &CALLS, &[]).expect("a field").path;
            assert_eq!(found, column.replace("budget_", "budget."));
        }
    }

    #[test]
    fn other_names_are_folded_and_lead_to_one_field() {
        for Columns { fields, .. } in ALL {
            let names: Vec<&str> = fields.iter().flat_map(|field| field.also.iter().copied()).collect();
            for (position, name) in names.iter().enumerate() {
                assert_eq!(fold(name), *name);
                assert!(!names[..position].contains(name), "{name}");
            }
        }
    }
}
