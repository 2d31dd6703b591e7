//! Rows held against the records that are published already and against each other.

use std::collections::{HashMap, HashSet};

use super::cells::{plain_name, plain_site};
use super::entries::text_of;
use crate::dataset::json::Entries;
use crate::dataset::report::{FindingKind as Kind, Reading};
use crate::domain::Organisation;
use crate::explore::fold;

/// What tells an organisation from others, the surest first: its site, its name in its city, its name in its country.
type Marks = [Option<String>; 3];

fn marks(country: &str, name: &str, city: &str, website: &str) -> Marks {
    let name = plain_name(name);
    let city = fold(city);
    [
        (!website.is_empty()).then(|| plain_site(website).into_owned()),
        (!name.is_empty() && !city.is_empty()).then(|| format!("{country}/{name}/{city}")),
        (!name.is_empty()).then(|| format!("{country}/{name}")),
    ]
}

/// The organisations that a dataset has already.
#[derive(Debug, Clone, Default)]
pub(super) struct Published(Vec<(String, Marks)>);

impl Published {
    pub(super) fn new(organisations: &[Organisation]) -> Self {
        let known = organisations.iter().map(|organisation| {
            let website = organisation.website.as_ref().map_or("", crate::domain::WebAddress::as_str);
            let city = organisation.city.as_deref().unwrap_or_default();
            (
                organisation.id.as_str().to_owned(),
                marks(organisation.country.as_str(), &organisation.name, city, website),
            )
        });
        Self(known.collect())
    }

    /// The identifiers that no new record may get.
    pub(super) fn ids(&self) -> HashSet<String> {
        self.0.iter().map(|(id, _)| id.clone()).collect()
    }

    /// For each row the identifier of the published record that it is. A mark decides only where one row and one record
    /// have it; so the order of rows is of no importance, and no two records exchange theirs.
    pub(super) fn match_rows<'r>(
        &self,
        rows: impl Iterator<Item = Entries<'r>>,
    ) -> std::vec::IntoIter<Option<String>> {
        let rows: Vec<Marks> =
            if self.0.is_empty() { Vec::new() } else { rows.map(|row| marks_of(&row)).collect() };
        let mut found: Vec<Option<String>> = vec![None; rows.len()];
        let mut taken: HashSet<&str> = HashSet::new();
        for kind in 0..3 {
            let mut records: HashMap<&str, Vec<&str>> = HashMap::new();
            for (id, marks) in self.0.iter().filter(|(id, _)| !taken.contains(id.as_str())) {
                records.extend_mark(marks[kind].as_deref(), id);
            }
            let mut seen: HashMap<&str, usize> = HashMap::new();
            for (row, _) in rows.iter().zip(&found).filter(|(_, id)| id.is_none()) {
                if let Some(mark) = row[kind].as_deref() {
                    *seen.entry(mark).or_default() += 1;
                }
            }
            for (row, id) in rows.iter().zip(&mut found).filter(|(_, id)| id.is_none()) {
                let Some(mark) = row[kind].as_deref().filter(|mark| seen.get(mark) == Some(&1)) else {
                    continue;
                };
                if let Some([one]) = records.get(mark).map(Vec::as_slice) {
                    *id = Some((*one).to_owned());
                    taken.insert(one);
                }
            }
        }
        found.into_iter()
    }
}

/// A list of identifiers for each mark.
trait ByMark<'a> {
    fn extend_mark(&mut self, mark: Option<&'a str>, id: &'a str);
}

impl<'a> ByMark<'a> for HashMap<&'a str, Vec<&'a str>> {
    fn extend_mark(&mut self, mark: Option<&'a str>, id: &'a str) {
        if let Some(mark) = mark {
            self.entry(mark).or_default().push(id);
        }
    }
}

fn marks_of(row: &Entries<'_>) -> Marks {
    let text = |name: &str| text_of(row, name);
    marks(&text("country"), &text("name"), &text("city"), &text("website"))
}

/// The organisations of a table that were read so far, by what makes two of them look like one.
#[derive(Default)]
pub(super) struct Twins(HashMap<String, usize>);

impl Twins {
    /// Notes where an earlier row looks like the same organisation.
    pub(super) fn look(&mut self, organisation: &Organisation, row: usize, reading: &mut Reading) {
        let website = organisation.website.as_ref().map_or("", crate::domain::WebAddress::as_str);
        let city = organisation.city.as_deref().unwrap_or_default();
        let [site, in_city, _] = marks(organisation.country.as_str(), &organisation.name, city, website);
        let mut earlier = None;
        for (path, mark) in [("website", site), ("name", in_city)] {
            let Some(mark) = mark else { continue };
            earlier = self.0.get(&mark).map(|earlier| (path, *earlier)).or(earlier);
            self.0.entry(mark).or_insert(row);
        }
        if let Some((path, earlier)) = earlier {
            reading.noted(path, Kind::LikelyDuplicate, &format!("row {earlier}: {}", organisation.name));
        }
    }
}
