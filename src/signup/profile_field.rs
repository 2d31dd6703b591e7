//! What a proposal can change of an organisation's record, and what the record says there, as texts.

use std::collections::BTreeMap;

use crate::dataset::{RecordField, organisations_file, record_fields};
use crate::domain::{Organisation, OrganisationKind, Point, Vocabularies, decimal, tidy};

/// A field of an organisation's record that a proposal can change. Everything else of a record is the publisher's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProfileField {
    /// The name.
    Name,
    /// The short name.
    Acronym,
    /// What kind of organisation it is: a name of [`OrganisationKind`].
    Kind,
    /// What it does, in English.
    Summary,
    /// What it does, in German.
    SummaryDe,
    /// What it does, in French.
    SummaryFr,
    /// The web site.
    Website,
    /// The address that everybody may see.
    Email,
    /// The town.
    City,
    /// The country: ISO 3166-1 alpha-2, or XK.
    Country,
    /// The region: its code, or its name where it has none.
    Region,
    /// The town's point: `47.07, 15.44`, in degrees.
    Location,
    /// Industrial ecosystems, by identifier, one a line.
    Ecosystems,
    /// Topics of expertise, likewise.
    Expertise,
    /// The year of foundation.
    Founded,
    /// How many members there are.
    Members,
    /// How many of them are small and medium-sized enterprises.
    Sme,
    /// How many of them are large companies.
    Large,
    /// How many of them do research or teach.
    Research,
    /// Staff in full-time equivalents.
    Staff,
}

/// The field, its name in bodies, where its value stands in a record, and the key of what it is called.
const TABLE: [(ProfileField, &str, &[&str], &str); 20] = [
    (ProfileField::Name, "name", &["name"], "profile-name"),
    (ProfileField::Acronym, "acronym", &["acronym"], "fact-acronym"),
    (ProfileField::Kind, "kind", &["kind"], "facet-kind"),
    (ProfileField::Summary, "summary", &["summary.en"], "profile-summary"),
    (ProfileField::SummaryDe, "summary_de", &["summary.de"], "profile-summary-de"),
    (ProfileField::SummaryFr, "summary_fr", &["summary.fr"], "profile-summary-fr"),
    (ProfileField::Website, "website", &["website"], "fact-website"),
    (ProfileField::Email, "email", &["email"], "profile-email"),
    (ProfileField::City, "city", &["city"], "profile-town"),
    (ProfileField::Country, "country", &["country"], "facet-country"),
    (ProfileField::Region, "region", &["region.code", "region.name"], "facet-region"),
    (ProfileField::Location, "location", &["location.lat", "location.lon"], "fact-location"),
    (ProfileField::Ecosystems, "ecosystems", &["ecosystems"], "field-ecosystems"),
    (ProfileField::Expertise, "expertise", &["expertise"], "profile-expertise"),
    (ProfileField::Founded, "founded", &["founded"], "profile-founded"),
    (ProfileField::Members, "members", &["members.total"], "profile-members"),
    (ProfileField::Sme, "members_sme", &["members.sme"], "profile-members-sme"),
    (ProfileField::Large, "members_large", &["members.large"], "profile-members-large"),
    (ProfileField::Research, "members_research", &["members.research"], "profile-members-research"),
    (ProfileField::Staff, "staff_fte", &["staff_fte"], "fact-staff"),
];

impl ProfileField {
    /// All fields, in the order of the form.
    pub const ALL: [Self; TABLE.len()] = {
        let mut all = [Self::Name; TABLE.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = TABLE[at].0;
            at += 1;
        }
        all
    };

    /// The name used in bodies.
    pub fn as_str(self) -> &'static str {
        TABLE[self as usize].1
    }

    /// The field of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == name)
    }

    /// Where its value stands in a record of the dataset.
    pub fn paths(self) -> &'static [&'static str] {
        TABLE[self as usize].2
    }

    /// The key of the message that names it.
    pub fn words(self) -> &'static str {
        TABLE[self as usize].3
    }

    /// Whether it is what the organisation does, in one of the languages.
    pub fn is_summary(self) -> bool {
        matches!(self, Self::Summary | Self::SummaryDe | Self::SummaryFr)
    }

    /// Whether its value is a list of identifiers.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Ecosystems | Self::Expertise)
    }
}

/// What a record says, field by field. What it does not say is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileTexts(BTreeMap<ProfileField, String>);

impl ProfileTexts {
    /// The texts of an organisation.
    pub fn of(organisation: &Organisation) -> Self {
        // With the names of regions that no code tells.
        let file = organisations_file(&[organisation], &Vocabularies::default());
        let fields = record_fields(&file, "organisations").unwrap_or_default();
        let texts = ProfileField::ALL.into_iter().map(|field| (field, text_in(&fields, field)));
        Self(texts.filter(|(_, text)| !text.is_empty()).collect())
    }

    /// What it says in a field; empty where it does not say it.
    pub fn get(&self, field: ProfileField) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }
}

/// The text of a field of a record that was taken apart.
fn text_in(fields: &[RecordField], field: ProfileField) -> String {
    let at = |path: &str| {
        let known = fields.iter().find(|known| known.path == path);
        known.map_or("", |known| known.text.as_str())
    };
    match (field, field.paths()) {
        (ProfileField::Location, [lat, lon]) if !at(lat).is_empty() && !at(lon).is_empty() => {
            [at(lat), at(lon)].join(", ")
        }
        (ProfileField::Location, _) => String::new(),
        // What is left out of a file is the usual kind.
        (ProfileField::Kind, [kind]) if at(kind).is_empty() => {
            OrganisationKind::default().as_str().to_owned()
        }
        (_, paths) => {
            paths.iter().map(|path| at(path)).find(|text| !text.is_empty()).unwrap_or("").to_owned()
        }
    }
}

/// The latitude and the longitude in the text of a point, as they are written there.
pub(super) fn degrees(text: &str) -> Option<(&str, &str)> {
    let (lat, lon) = text.split_once(',')?;
    let (lat, lon) = (lat.trim(), lon.trim());
    Point::new(decimal::read(lat)?, decimal::read(lon)?).ok().map(|_| (lat, lon))
}

/// A point as text.
pub(super) fn written_point(point: Point) -> String {
    [decimal::written(point.lat()), decimal::written(point.lon())].join(", ")
}

/// Whether two texts of a field say the same: the order of a list is nobody's statement.
pub(super) fn is_same(field: ProfileField, one: &str, other: &str) -> bool {
    if !field.is_list() {
        return one == other || plain(field, one) == plain(field, other);
    }
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    sorted(one) == sorted(other)
}

/// A text as the reader of the dataset makes it fit to show.
fn plain(field: ProfileField, text: &str) -> String {
    if !field.is_summary() {
        return tidy(text);
    }
    let mut plain = String::with_capacity(text.len());
    for line in text.lines().map(tidy) {
        if !(line.is_empty() && (plain.is_empty() || plain.ends_with("\n\n"))) {
            plain.push_str(&line);
            plain.push('\n');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Fetched, read_organisations};

    #[test]
    fn every_field_has_a_name_of_its_own_and_stands_in_its_place() {
        for (at, field) in ProfileField::ALL.into_iter().enumerate() {
            assert_eq!(field as usize, at);
            assert_eq!(ProfileField::named(field.as_str()), Some(field));
        }
        for name in ["", "id", "source", "updated", "fields", "__proto__", "constructor", "members.total"] {
            assert_eq!(ProfileField::named(name), None, "{name}");
        }
    }

    #[test]
    fn the_texts_are_what_the_record_says() {
        let file = include_str!("../../tests/fixtures/organisations-every-field.json");
        let read = read_organisations(&Fetched::opened("a", file.as_bytes()), &Vocabularies::default());
        let texts = ProfileTexts::of(&read.expect("a file").records[0]);
        let said: Vec<&str> = ProfileField::ALL.into_iter().map(|field| texts.get(field)).collect();
        assert_eq!(
            said,
            [
                "Pôle fictif de photonique",
                "PFP",
                "network",
                "A fictional cluster.\n\nIt does not exist.",
                "",
                "Un pôle fictif.",
                "https://www.fictional.example/",
                "contact@fictional.example",
                "Orléans",
                "FR",
                "FRB0",
                "47.9025, 1.9041",
                "digital\nhealth",
                "photonics\nspace",
                "2005",
                "120",
                "90",
                "12",
                "15",
                "7.5",
            ]
        );
    }

    #[test]
    fn a_point_is_two_numbers_of_degrees() {
        assert_eq!(degrees("47.9025, 1.9041"), Some(("47.9025", "1.9041")));
        for none in ["", "47.9", "91, 0", "1e999, 0", "a, b", "0x1, 2", "NaN, NaN", "1, 2, 3"] {
            assert_eq!(degrees(none), None, "{none}");
        }
        assert!(is_same(ProfileField::Expertise, "a\nb", "b\na"));
        assert!(!is_same(ProfileField::Summary, "a\nb", "b\na"));
    }
}
