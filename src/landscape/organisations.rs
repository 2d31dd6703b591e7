//! Organisations counted by ecosystem, expertise and region.

use crate::domain::{CountryCode, Organisation, Region, RegionCode, Term, TermId, Vocabularies};

/// Organisations of a country, a region or the whole dataset.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OrganisationFigures {
    /// All of them.
    pub all: u32,
    /// Those with a place on the map.
    pub located: u32,
    /// By industrial ecosystem: every one that the dataset knows, those without any organisation too.
    pub ecosystems: Vec<TermFigure>,
    /// Those with at least one ecosystem: of these, shares are shares.
    pub with_ecosystem: u32,
    /// By topic of expertise, likewise.
    pub expertise: Vec<TermFigure>,
    /// Those with at least one topic.
    pub with_expertise: u32,
}

/// How many have a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermFigure {
    /// The term.
    pub term: TermId,
    /// How many.
    pub count: u32,
}

/// How many are in a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionFigure {
    /// What the facet of regions calls it: its code, or its name where it has none.
    pub key: String,
    /// Its name.
    pub name: String,
    /// How many.
    pub count: u32,
}

impl OrganisationFigures {
    /// Counts organisations. The terms are those of the vocabularies in their order, then what records use beyond them.
    pub fn of<'a>(organisations: impl Iterator<Item = &'a Organisation>, known: &Vocabularies) -> Self {
        let mut figures = Self {
            ecosystems: zeros(&known.ecosystems),
            expertise: zeros(&known.expertise),
            ..Self::default()
        };
        for organisation in organisations {
            figures.all += 1;
            figures.located += u32::from(organisation.location.is_some());
            figures.with_ecosystem += u32::from(!organisation.ecosystems.is_empty());
            figures.with_expertise += u32::from(!organisation.expertise.is_empty());
            organisation.ecosystems.iter().for_each(|term| add(&mut figures.ecosystems, term));
            organisation.expertise.iter().for_each(|term| add(&mut figures.expertise, term));
        }
        figures
    }

    /// How many are in an ecosystem; 0 for one that nobody is in.
    pub fn in_ecosystem(&self, id: &str) -> u32 {
        find(&self.ecosystems, id)
    }

    /// How many have a topic of expertise.
    pub fn with_topic(&self, id: &str) -> u32 {
        find(&self.expertise, id)
    }
}

fn zeros(terms: &[Term]) -> Vec<TermFigure> {
    terms.iter().map(|term| TermFigure { term: term.id.clone(), count: 0 }).collect()
}

fn add(figures: &mut Vec<TermFigure>, term: &TermId) {
    match figures.iter_mut().find(|figure| figure.term == *term) {
        Some(figure) => figure.count += 1,
        None => figures.push(TermFigure { term: term.clone(), count: 1 }),
    }
}

fn find(figures: &[TermFigure], id: &str) -> u32 {
    figures.iter().find(|figure| figure.term.as_str() == id).map_or(0, |figure| figure.count)
}

/// The regions of a country: all of level 2 that the vocabulary has, those without an organisation too, then what else
/// its organisations name; and how many organisations have no region.
pub(super) fn regions(
    country: &CountryCode,
    organisations: &[&Organisation],
    known: &Vocabularies,
) -> (Vec<RegionFigure>, u32) {
    let own = known.regions.iter().filter(|region| region.country == *country && region.level == 2);
    let mut regions: Vec<RegionFigure> = own
        .map(|region| RegionFigure { key: region.code.as_str().to_owned(), name: region.shown(), count: 0 })
        .collect();
    let mut unknown = 0;
    for organisation in organisations {
        match &organisation.region {
            None => unknown += 1,
            Some(region) => match regions.iter_mut().find(|figure| figure.key == region.key()) {
                Some(figure) => figure.count += 1,
                None => regions.push(RegionFigure {
                    key: region.key().to_owned(),
                    name: region_name(region, known),
                    count: 1,
                }),
            },
        }
    }
    (regions, unknown)
}

fn region_name(region: &Region, known: &Vocabularies) -> String {
    let listed = region.code.as_ref().and_then(|code: &RegionCode| {
        known.regions.iter().find(|entry| entry.code == *code).map(crate::domain::RegionEntry::shown)
    });
    listed.or_else(|| region.name.clone()).unwrap_or_else(|| region.key().to_owned())
}

/// A part of a whole, 0 to 1; `None` where there is nothing to be a part of.
pub fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}
