//! Organisations that may be one: found by what they say, and made one field by field where somebody wishes it.

use std::collections::{BTreeMap, HashMap};

use super::cells::{plain_name, plain_site};
use crate::domain::{LanguageTag, LocalText, Members, Organisation};
use crate::explore::fold;

/// What two organisations have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TwinReason {
    /// Their name in their city.
    NameAndCity,
    /// Their website.
    Website,
    /// Their point, and much of their name.
    PlaceAndName,
}

/// Two records that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twins {
    /// Where the earlier one is among the records.
    pub first: usize,
    /// Where the later one is.
    pub second: usize,
    /// Why they may be one; never empty.
    pub reasons: Vec<TwinReason>,
}

/// What becomes of two records that may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwinChoice {
    /// Both stay.
    Both,
    /// The later one fills the gaps of the earlier one.
    IntoFirst,
    /// The earlier one fills the gaps of the later one.
    IntoSecond,
    /// The later one is left out.
    FirstAlone,
    /// The earlier one is left out.
    SecondAlone,
}

impl TwinChoice {
    /// All choices.
    pub const ALL: [Self; 5] =
        [Self::Both, Self::IntoFirst, Self::IntoSecond, Self::FirstAlone, Self::SecondAlone];

    /// The name used in files.
    ///
    /// ```
    /// use cluster_atlas::dataset::TwinChoice;
    /// assert!(TwinChoice::ALL.into_iter().all(|choice| TwinChoice::read(choice.as_str()) == Some(choice)));
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::IntoFirst => "merge-into-first",
            Self::IntoSecond => "merge-into-second",
            Self::FirstAlone => "first",
            Self::SecondAlone => "second",
        }
    }

    /// The choice of a name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == name)
    }
}

/// What was chosen for records that may be one, by the identifiers of the earlier and the later one.
pub type TwinChoices = BTreeMap<(String, String), TwinChoice>;

/// How far apart two records on one point may stand, in the order of their names, to be held against each other: in the
/// middle of a city there can be hundreds.
const NEAR: usize = 8;

/// The organisations that may be one, in the order of the earlier of them: those that have a mark in common, each with the
/// first that has it.
pub fn twins(records: &[Organisation]) -> Vec<Twins> {
    let mut pairs: BTreeMap<(usize, usize), Vec<TwinReason>> = BTreeMap::new();
    let mut first_with: HashMap<(TwinReason, String), usize> = HashMap::new();
    let mut on_point: HashMap<(u64, u64), Vec<(String, usize)>> = HashMap::new();
    for (at, record) in records.iter().enumerate() {
        let name = plain_name(&record.name);
        let city = record.city.as_deref().map(fold).filter(|city| !city.is_empty() && !name.is_empty());
        let in_city = city.map(|city| [record.country.as_str(), &name, &city].join("/"));
        let site = record.website.as_ref().map(|site| plain_site(site.as_str()).into_owned());
        for (reason, mark) in [(TwinReason::NameAndCity, in_city), (TwinReason::Website, site)] {
            let Some(mark) = mark else { continue };
            let first = *first_with.entry((reason, mark)).or_insert(at);
            if first != at {
                pairs.entry((first, at)).or_default().push(reason);
            }
        }
        if let Some(point) = record.location.map(|location| location.point).filter(|_| !name.is_empty()) {
            on_point.entry((point.lat().to_bits(), point.lon().to_bits())).or_default().push((name, at));
        }
    }
    for mut there in on_point.into_values().filter(|there| there.len() > 1) {
        there.sort();
        for (position, (name, at)) in there.iter().enumerate() {
            for (other, later) in there[position + 1..].iter().take(NEAR) {
                if are_alike(name, other) {
                    let pair = (*at.min(later), *at.max(later));
                    pairs.entry(pair).or_default().push(TwinReason::PlaceAndName);
                }
            }
        }
    }
    let twins = pairs.into_iter().map(|((first, second), mut reasons)| {
        reasons.sort_unstable();
        Twins { first, second, reasons }
    });
    twins.collect()
}

/// Whether two folded names are alike: more than half of their words are the same ones, or all of the shorter.
fn are_alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().filter(|word| long.contains(word)).count();
    same == short.len() || same * 2 > long.len()
}

/// One organisation of two, field by field: what is filled wins over what is empty, and where both say something `kept` does.
pub fn merged(kept: &Organisation, other: &Organisation) -> Organisation {
    let Organisation {
        id,
        name,
        acronym,
        kind,
        country,
        city,
        city_listed,
        region,
        location,
        ecosystems,
        expertise,
        expertise_basis,
        nace,
        members,
        founded,
        staff_fte,
        label,
        website,
        email,
        summary,
        updated,
        source,
        own,
    } = kept.clone();
    let filled = |list: Vec<_>, others: &Vec<_>| if list.is_empty() { others.clone() } else { list };
    // How the expertise is known is said of the expertise that is taken.
    let expertise_basis = if expertise.is_empty() { other.expertise_basis } else { expertise_basis };
    let absent = |(id, _): &&(_, _)| !own.iter().any(|(known, _)| known == id);
    let more: Vec<_> = other.own.iter().filter(absent).cloned().collect();
    let languages: Vec<LanguageTag> = summary.iter().map(|(tag, _)| tag.clone()).collect();
    let more_summary = other.summary.iter().filter(|(tag, _)| !languages.contains(tag));
    let versions = summary.iter().chain(more_summary).map(|(tag, text)| (tag.clone(), text.to_owned()));
    let Members { total, sme, large, research, other: others } = members;
    Organisation {
        summary: LocalText::new(versions.collect::<Vec<_>>()),
        id,
        name,
        acronym: acronym.or_else(|| other.acronym.clone()),
        kind,
        // What is said of another country is no place in this one.
        city_listed: city_listed.or_else(|| other.city_listed.clone()),
        region: region.or_else(|| other.region.clone().filter(|_| country == other.country)),
        location: location.or_else(|| other.location.filter(|_| country == other.country)),
        city: city.or_else(|| other.city.clone().filter(|_| country == other.country)),
        country,
        ecosystems: filled(ecosystems, &other.ecosystems),
        expertise: filled(expertise, &other.expertise),
        expertise_basis,
        nace: filled(nace, &other.nace),
        members: Members {
            total: total.or(other.members.total),
            sme: sme.or(other.members.sme),
            large: large.or(other.members.large),
            research: research.or(other.members.research),
            other: others.or(other.members.other),
        },
        founded: founded.or(other.founded),
        staff_fte: staff_fte.or(other.staff_fte),
        label: label.or(other.label),
        website: website.or_else(|| other.website.clone()),
        email: email.or_else(|| other.email.clone()),
        updated: updated.or(other.updated),
        source: source.or_else(|| other.source.clone()),
        own: own.into_iter().chain(more).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ImportOptions, import_organisations};
    use super::*;
    use crate::domain::Vocabularies;

    fn list(rows: &str) -> Vec<Organisation> {
        let table = format!("name,country,city,website,lat,lon,members,email,founded\n{rows}");
        let options = ImportOptions::default();
        import_organisations("a.csv", table.as_bytes(), &options, &Vocabularies::default())
            .expect("a table")
            .records
    }

    #[test]
    fn twins_are_found_by_name_and_city_by_website_and_by_point() {
        use TwinReason::{NameAndCity, PlaceAndName, Website};
        let records = list(
            "Example Cluster,DE,Jena,https://example.org,50.9,11.6,,,\n\
             EXAMPLE CLUSTER e.V.,DE,Jena,,,,,,\n\
             Another,DE,Jena,http://www.example.org/,,,,,\n\
             Example Cluster,DE,Gera,,,,,,\n\
             Cluster Example Jena,DE,,,50.9,11.6,,,\n\
             Something else,DE,,,50.9,11.6,,,\n",
        );
        let found: Vec<_> = twins(&records).into_iter().map(|it| (it.first, it.second, it.reasons)).collect();
        assert_eq!(found, [(0, 1, vec![NameAndCity]), (0, 2, vec![Website]), (0, 4, vec![PlaceAndName])]);
        assert_eq!(twins(&list("A,DE,Jena,,,,,,\nB,DE,Jena,,,,,,\n")), []);
    }

    #[test]
    fn what_is_filled_wins_over_what_is_empty_and_else_what_is_kept() {
        let records = list(
            "A,DE,Jena,https://a.example,,,12,,\n\
             A e.V.,DE,Jena,,50.9,11.6,15,info@a.example,1999\n",
        );
        let one = merged(&records[0], &records[1]);
        assert_eq!((one.id.as_str(), one.name.as_str(), one.members.total), ("de-a", "A", Some(12)));
        assert_eq!((one.founded, one.location), (Some(1999), records[1].location));
        assert_eq!(one.email, records[1].email);
        assert_eq!(one.website, records[0].website);
        let other = merged(&records[1], &records[0]);
        assert_eq!((other.id.as_str(), other.members.total), ("de-a-e-v", Some(15)));
        assert_eq!(other.website, records[0].website);
        assert_eq!(merged(&records[0], &records[0]), records[0]);
    }
}
