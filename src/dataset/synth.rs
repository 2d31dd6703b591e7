//! Fictional organisations in any number, for tests and measurements: same seed, same records, on every machine.
//!
//! The distributions are those of the published listing of 2026 (1,445 organisations): a few countries hold most
//! records, capitals hold many on one point, every twentieth has no place, half have no ecosystem. Members, years,
//! labels and web sites, which that listing lacks, are given to some, because a fuller export has them. Every name
//! says that it is invented, every web site ends in `.example` (RFC 2606), every region is one of the codes that
//! the nomenclature keeps for extra-regio (`FRZ…`), so nothing can be taken for real.

use crate::domain::{
    CountryCode, ExcellenceLevel, ExpertiseBasis, Label, LocalText, Location, Members, Organisation,
    OrganisationKind, Point, Precision, Region, RegionEntry, TermId,
};

/// Organisations per country, towns they are in, and the box of those towns: west, south, east, north in degrees.
const COUNTRIES: [(&str, u32, u32, [f64; 4]); 37] = [
    ("ES", 212, 70, [-8.0, 37.0, 2.5, 43.3]),
    ("DE", 146, 61, [7.0, 47.8, 14.0, 54.0]),
    ("FR", 124, 76, [-3.5, 43.3, 7.0, 50.5]),
    ("IT", 118, 61, [8.0, 38.0, 17.0, 46.0]),
    ("PL", 82, 32, [15.0, 49.8, 23.0, 54.2]),
    ("RO", 70, 23, [21.5, 44.0, 28.0, 47.8]),
    ("SE", 47, 28, [12.0, 56.0, 20.0, 66.0]),
    ("FI", 46, 18, [22.0, 60.3, 29.0, 66.5]),
    ("BE", 45, 24, [3.0, 49.9, 5.9, 51.3]),
    ("UA", 44, 21, [23.0, 46.8, 38.0, 51.5]),
    ("CZ", 43, 19, [12.8, 48.9, 18.4, 50.8]),
    ("TR", 40, 12, [27.0, 37.0, 43.0, 41.0]),
    ("BG", 37, 11, [22.8, 41.6, 28.0, 43.9]),
    ("HU", 37, 13, [16.5, 46.0, 22.0, 48.3]),
    ("NL", 36, 23, [4.3, 51.4, 6.8, 53.2]),
    ("AT", 32, 8, [10.0, 46.8, 16.7, 48.6]),
    ("LT", 32, 5, [21.3, 54.2, 26.2, 56.2]),
    ("SK", 31, 14, [17.1, 48.0, 22.2, 49.4]),
    ("PT", 28, 16, [-9.0, 37.2, -6.8, 41.8]),
    ("RS", 25, 10, [19.3, 42.8, 22.4, 45.9]),
    ("SI", 24, 7, [13.7, 45.6, 16.3, 46.6]),
    ("DK", 22, 13, [8.5, 55.0, 12.5, 57.4]),
    ("GR", 22, 8, [20.5, 37.0, 26.0, 41.3]),
    ("EE", 17, 2, [23.5, 57.9, 27.5, 59.4]),
    ("MD", 17, 10, [27.2, 46.0, 29.5, 48.2]),
    ("HR", 15, 6, [14.5, 43.5, 18.8, 46.2]),
    ("LV", 15, 5, [21.3, 56.2, 27.7, 57.6]),
    ("IE", 12, 8, [-9.5, 51.9, -6.3, 54.5]),
    ("GE", 7, 1, [41.8, 41.4, 46.0, 42.8]),
    ("CY", 5, 2, [32.5, 34.7, 33.8, 35.1]),
    ("AL", 4, 2, [19.5, 40.0, 20.7, 42.2]),
    ("LU", 3, 3, [5.9, 49.5, 6.4, 50.0]),
    ("ME", 2, 1, [18.7, 42.2, 19.9, 43.2]),
    ("MK", 2, 1, [20.8, 41.1, 22.6, 42.1]),
    ("BA", 1, 1, [16.0, 43.5, 19.0, 45.0]),
    ("MT", 1, 1, [14.4, 35.8, 14.5, 35.9]),
    ("XK", 1, 1, [20.5, 42.1, 21.4, 42.9]),
];

/// How often each ecosystem is listed.
const ECOSYSTEMS: [(&str, u32); 14] = [
    ("agri-food", 138),
    ("digital", 125),
    ("aerospace-defence", 81),
    ("construction", 61),
    ("health", 56),
    ("mobility-transport-automotive", 50),
    ("creative-cultural", 41),
    ("energy-renewables", 33),
    ("energy-intensive", 29),
    ("textiles", 18),
    ("electronics", 14),
    ("proximity-social-economy", 11),
    ("tourism", 10),
    ("retail", 4),
];

/// How often each topic of expertise occurs, and the word that names it in a name.
const EXPERTISE: [(&str, u32, &str); 45] = [
    ("ict-software", 124, "Software"),
    ("health", 87, "Health"),
    ("clean-tech", 81, "Clean Technology"),
    ("food-beverages", 80, "Food"),
    ("renewable-energy", 77, "Energy"),
    ("biotech", 57, "Biotechnology"),
    ("automotive", 56, "Automotive"),
    ("construction", 53, "Construction"),
    ("agriculture", 50, "Agriculture"),
    ("advanced-manufacturing", 48, "Manufacturing"),
    ("transport-logistics", 47, "Logistics"),
    ("maritime-blue", 45, "Maritime"),
    ("aerospace", 37, "Aerospace"),
    ("wood-furniture", 36, "Wood"),
    ("tourism", 35, "Tourism"),
    ("creative-cultural", 34, "Creative"),
    ("textile-fashion", 30, "Textile"),
    ("defence-security", 30, "Security"),
    ("photonics", 27, "Photonics"),
    ("media-games", 27, "Media"),
    ("bioeconomy", 24, "Bioeconomy"),
    ("mechatronics-robotics", 22, "Robotics"),
    ("plastics", 21, "Plastics"),
    ("advanced-materials", 21, "Materials"),
    ("smart-cities", 19, "Smart City"),
    ("metal", 18, "Metal"),
    ("electronics-semiconductors", 17, "Semiconductor"),
    ("circular-economy", 14, "Circular"),
    ("education-skills", 13, "Skills"),
    ("water", 13, "Water"),
    ("retail-consumer", 13, "Retail"),
    ("social-economy", 12, "Social Economy"),
    ("space", 12, "Space"),
    ("chemistry", 12, "Chemistry"),
    ("paper-packaging", 12, "Packaging"),
    ("sport", 11, "Sport"),
    ("cybersecurity", 11, "Cybersecurity"),
    ("hydrogen", 10, "Hydrogen"),
    ("rail", 10, "Rail"),
    ("finance", 9, "Finance"),
    ("nanotechnology", 7, "Nanotechnology"),
    ("raw-materials", 6, "Raw Materials"),
    ("artificial-intelligence", 5, "Artificial Intelligence"),
    ("batteries", 3, "Battery"),
    ("additive-manufacturing", 2, "3D Printing"),
];

/// What the organisations call themselves, in some of the ways that real ones do.
const FORMS: [&str; 10] =
    ["Cluster", "Cluster", "Cluster", "Network", "Valley", "Pôle", "Netzwerk", "Klaster", "Hub", "Clúster"];

/// Letters and digits that name invented regions: two countries' codes never meet, because they start with theirs.
const REGION_SIGNS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXY";

/// The step of the splitmix64 generator (Steele, Lea, Flood 2014): small, quick, the same everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `limit`.
    fn below(&mut self, limit: u32) -> u32 {
        (((self.next() >> 32) * u64::from(limit)) >> 32) as u32
    }

    /// Whether something that happens `percent` times in a hundred happens.
    fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// The position of a choice, each as likely as its weight.
    fn weighted(&mut self, weights: impl Iterator<Item = u32> + Clone) -> usize {
        let mut rest = self.below(weights.clone().sum());
        for (position, weight) in weights.enumerate() {
            if rest < weight {
                return position;
            }
            rest -= weight;
        }
        0
    }
}

/// `count` fictional organisations. The first of a longer list are those of a shorter one with the same seed.
///
/// ```
/// use cluster_atlas::dataset::synth::organisations;
/// assert_eq!(organisations(10, 7), organisations(100, 7)[..10]);
/// assert_ne!(organisations(10, 7), organisations(10, 8));
/// ```
pub fn organisations(count: usize, seed: u64) -> Vec<Organisation> {
    (0..count)
        .map(|number| {
            // Each record has its own stream, so that it does not depend on those before it.
            let mut chance = Chance(seed ^ (number as u64).wrapping_mul(0xd134_2543_de82_ef95));
            chance.next();
            organisation(number + 1, seed, &mut chance)
        })
        .collect()
}

/// The invented regions that the organisations are in, for the vocabularies.
pub fn regions() -> Vec<RegionEntry> {
    let entries = COUNTRIES.iter().flat_map(|(country, _, towns, _)| {
        (0..region_count(*towns)).map(move |region| RegionEntry {
            code: code(&region_code(country, region)),
            level: 2,
            country: code(country),
            name: region_name(country, region),
            latin: None,
            statistical: false,
        })
    });
    entries.collect()
}

fn code<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().expect("the tables above hold valid codes")
}

/// About as many regions to towns as in the listing.
fn region_count(towns: u32) -> u32 {
    towns.div_ceil(3).min(REGION_SIGNS.len() as u32)
}

fn region_code(country: &str, region: u32) -> String {
    format!("{country}Z{}", char::from(REGION_SIGNS[region as usize]))
}

fn region_name(country: &str, region: u32) -> String {
    format!("Invented Region {} of {country}", region + 1)
}

fn organisation(number: usize, seed: u64, chance: &mut Chance) -> Organisation {
    let (country, _, towns, area) =
        COUNTRIES[chance.weighted(COUNTRIES.iter().map(|(_, weight, ..)| *weight))];
    let expertise = expertise(chance);
    let word = expertise.first().map_or("Enterprise", |first| EXPERTISE[*first].2);
    let form = FORMS[chance.below(FORMS.len() as u32) as usize];
    let town = chance.percent(95).then(|| town(towns, chance));
    let region = town.map(|town| town % region_count(towns));
    let ecosystems = if chance.percent(46) {
        let count = if chance.percent(15) { 2 } else { 1 };
        distinct(count, chance, |chance| chance.weighted(ECOSYSTEMS.iter().map(|(_, weight)| *weight)))
    } else {
        Vec::new()
    };
    let total = chance.percent(40).then(|| 5 + chance.below(40) * (1 + chance.below(12)));
    Organisation {
        id: code(&format!("{}-invented-{number}", country.to_ascii_lowercase())),
        name: format!("Invented {word} {form} {number} (fictional)"),
        acronym: chance.percent(20).then(|| format!("I{}{number}", &word[..1])),
        kind: match chance.below(100) {
            0..88 => OrganisationKind::ClusterOrganisation,
            88..95 => OrganisationKind::Network,
            95..98 => OrganisationKind::SupportOrganisation,
            _ => OrganisationKind::Eurocluster,
        },
        country: code::<CountryCode>(country),
        city: town.map(|town| format!("Invented Town {} ({country})", town + 1)),
        city_listed: (town.is_none() || chance.percent(20)).then(|| format!("invented place, {country}")),
        region: region.map(|region| Region {
            code: Some(code(&region_code(country, region))),
            name: Some(region_name(country, region)),
        }),
        location: town
            .map(|town| Location { point: point(country, town, area, seed), precision: Precision::City }),
        ecosystems: ecosystems.into_iter().map(|position| code::<TermId>(ECOSYSTEMS[position].0)).collect(),
        expertise_basis: (!expertise.is_empty()).then_some(ExpertiseBasis::Inferred),
        expertise: expertise.into_iter().map(|position| code::<TermId>(EXPERTISE[position].0)).collect(),
        nace: Vec::new(),
        members: Members {
            total,
            sme: total.filter(|_| chance.percent(70)).map(|total| total * (50 + chance.below(40)) / 100),
            ..Members::default()
        },
        founded: chance.percent(35).then(|| 1985 + chance.below(40).cast_signed()),
        staff_fte: chance.percent(10).then(|| f64::from(1 + chance.below(60)) / 2.0),
        label: chance.percent(12).then(|| Label {
            level: ExcellenceLevel::ALL[chance.weighted([60, 25, 15].into_iter())],
            until: None,
        }),
        website: chance.percent(60).then(|| code(&format!("https://www.invented-{number}.example/"))),
        email: None,
        summary: if chance.percent(15) {
            let text = format!("An invented organisation for {}. It does not exist.", word.to_lowercase());
            LocalText::new([(code("en"), text)])
        } else {
            LocalText::default()
        },
        updated: None,
        source: Some("synth".to_owned()),
        own: Vec::new(),
    }
}

/// No topic for 24 of 100 records, one for 59, two for 15, three for the rest.
fn expertise(chance: &mut Chance) -> Vec<usize> {
    let count = chance.weighted([24, 59, 15, 2].into_iter());
    distinct(count, chance, |chance| chance.weighted(EXPERTISE.iter().map(|(_, weight, _)| *weight)))
}

fn distinct(count: usize, chance: &mut Chance, mut draw: impl FnMut(&mut Chance) -> usize) -> Vec<usize> {
    let mut drawn = Vec::with_capacity(count);
    while drawn.len() < count {
        let position = draw(chance);
        if !drawn.contains(&position) {
            drawn.push(position);
        }
    }
    drawn
}

/// A town: the first is the capital and holds about a sixth, the next ones ever fewer.
fn town(towns: u32, chance: &mut Chance) -> u32 {
    if chance.percent(16) {
        return 0;
    }
    // The smaller of two draws is more often a small number.
    chance.below(towns).min(chance.below(towns))
}

/// The point of a town, the same for every record in it.
fn point(country: &str, town: u32, [west, south, east, north]: [f64; 4], seed: u64) -> Point {
    let name = country.bytes().fold(u64::from(town), |sum, byte| sum * 256 + u64::from(byte));
    let mut chance = Chance(seed ^ name.wrapping_mul(0xa076_1d64_78bd_642f));
    let mut between = |low: f64, high: f64| {
        let degrees = low + (high - low) * f64::from(chance.below(10_000)) / 10_000.0;
        (degrees * 10_000.0).round() / 10_000.0
    };
    let (lat, lon) = (between(south, north), between(west, east));
    Point::new(lat, lon).expect("the boxes above lie on the globe")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn the_distributions_are_those_of_the_listing() {
        let records = organisations(20_000, 1);
        let share = |count: usize| count as f64 / records.len() as f64;
        let count =
            |test: &dyn Fn(&Organisation) -> bool| records.iter().filter(|record| test(record)).count();
        assert!((0.04..0.06).contains(&share(count(&|record| record.location.is_none()))));
        assert!((0.50..0.58).contains(&share(count(&|record| record.ecosystems.is_empty()))));
        assert!((0.22..0.26).contains(&share(count(&|record| record.expertise.is_empty()))));
        assert!((0.13..0.16).contains(&share(count(&|record| record.country.as_str() == "ES"))));
        let mut points: BTreeMap<String, usize> = BTreeMap::new();
        for location in records.iter().filter_map(|record| record.location) {
            *points.entry(format!("{:?}", location.point)).or_default() += 1;
        }
        assert!(points.len() < 700 && points.values().max() > Some(&300), "many records share a point");
    }

    #[test]
    fn identifiers_are_unique_and_regions_known() {
        let records = organisations(5_000, 2);
        let ids: BTreeSet<&str> = records.iter().map(|record| record.id.as_str()).collect();
        assert_eq!(ids.len(), records.len());
        let regions: BTreeSet<String> = regions().iter().map(|region| region.code.to_string()).collect();
        for region in records.iter().filter_map(|record| record.region.as_ref()) {
            assert!(regions.contains(region.key()));
        }
    }
}
