//! Rows held against the records that are published already and against each other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::cells::{plain_name, plain_site};
use super::entries::text_of;
use crate::dataset::editing::{RecordField, leaves, record_fields};
use crate::dataset::export::organisations_file;
use crate::dataset::json::{Entries, Json};
use crate::dataset::report::{FindingKind as Kind, Reading};
use crate::domain::{Organisation, Vocabularies};
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
pub(super) struct Published(Arc<Vec<(Organisation, Marks)>>);

/// Rows and records of one name are held against each other field by field while there are not more pairs of them; beyond
/// that their order decides.
const MOST_PAIRS: usize = 20_000;

impl Published {
    pub(super) fn new(organisations: &[Organisation]) -> Self {
        let known = organisations.iter().map(|organisation| {
            let website = organisation.website.as_ref().map_or("", crate::domain::WebAddress::as_str);
            let city = organisation.city.as_deref().unwrap_or_default();
            let marks = marks(organisation.country.as_str(), &organisation.name, city, website);
            (organisation.clone(), marks)
        });
        Self(Arc::new(known.collect()))
    }

    /// The identifiers that no new record may get.
    pub(super) fn ids(&self) -> HashSet<String> {
        self.0.iter().map(|(known, _)| known.id.as_str().to_owned()).collect()
    }

    /// For each row the identifier of the published record that it is. A mark decides where one row and one record have it;
    /// among several of one name what else they say does, and their order only where that is the same. So the order of rows
    /// is of no importance, and no two records exchange theirs.
    pub(super) fn match_rows<'r>(
        &self,
        rows: impl Iterator<Item = Entries<'r>>,
    ) -> std::vec::IntoIter<Option<String>> {
        let mut rows: Vec<(Marks, Entries<'r>)> =
            if self.0.is_empty() { Vec::new() } else { rows.map(|row| (marks_of(&row), row)).collect() };
        let mut found: Vec<Option<String>> = vec![None; rows.len()];
        // What names itself is not looked for, and nothing else gets its identifier.
        let named: HashSet<String> = rows.iter().map(|(_, row)| text_of(row, "id")).collect();
        let mut taken: HashSet<&str> =
            self.0.iter().map(|(known, _)| known.id.as_str()).filter(|id| named.contains(*id)).collect();
        for (marks, row) in &mut rows {
            if !text_of(row, "id").is_empty() {
                *marks = Marks::default();
            }
        }
        for kind in 0..3 {
            let mut records: HashMap<&str, Vec<&str>> = HashMap::new();
            for (known, marks) in self.0.iter().filter(|(known, _)| !taken.contains(known.id.as_str())) {
                records.extend_mark(marks[kind].as_deref(), known.id.as_str());
            }
            let mut seen: HashMap<&str, usize> = HashMap::new();
            for ((row, _), _) in rows.iter().zip(&found).filter(|(_, id)| id.is_none()) {
                if let Some(mark) = row[kind].as_deref() {
                    *seen.entry(mark).or_default() += 1;
                }
            }
            for ((row, _), id) in rows.iter().zip(&mut found).filter(|(_, id)| id.is_none()) {
                let Some(mark) = row[kind].as_deref().filter(|mark| seen.get(mark) == Some(&1)) else {
                    continue;
                };
                if let Some([one]) = records.get(mark).map(Vec::as_slice) {
                    *id = Some((*one).to_owned());
                    taken.insert(one);
                }
            }
        }
        self.match_namesakes(&rows, &mut found, &taken);
        found.into_iter()
    }

    /// Matches rows and records of which several have one name, those first that say most alike.
    fn match_namesakes(
        &self,
        rows: &[(Marks, Entries<'_>)],
        found: &mut [Option<String>],
        taken: &HashSet<&str>,
    ) {
        let mut left: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (at, (known, marks)) in self.0.iter().enumerate() {
            if let Some(name) = marks[2].as_deref().filter(|_| !taken.contains(known.id.as_str())) {
                left.entry(name).or_default().1.push(at);
            }
        }
        for (at, (marks, _)) in rows.iter().enumerate().filter(|(at, _)| found[*at].is_none()) {
            if let Some((of_rows, _)) = marks[2].as_deref().and_then(|name| left.get_mut(name)) {
                of_rows.push(at);
            }
        }
        for (of_rows, of_records) in left.into_values().filter(|(rows, _)| !rows.is_empty()) {
            if of_rows.len() * of_records.len() > MOST_PAIRS {
                let mut left = of_records.into_iter();
                for row in of_rows {
                    let next = left.find(|at| could_be_one(&rows[row].0, &self.0[*at].1));
                    found[row] = next.map(|at| self.0[at].0.id.as_str().to_owned());
                }
                continue;
            }
            let records: Vec<(usize, Leaves)> =
                of_records.iter().map(|at| (*at, said(&self.0[*at].0))).collect();
            let mut pairs = Vec::new();
            for row in of_rows {
                let mut of_row = Vec::new();
                leaves(&Json::Object(rows[row].1.clone()), String::new(), &mut of_row);
                for (record, of_record) in &records {
                    if !could_be_one(&rows[row].0, &self.0[*record].1) {
                        continue;
                    }
                    let is_said = |leaf: &&RecordField| {
                        of_record.iter().any(|(path, text)| *path == leaf.path && *text == leaf.text)
                    };
                    pairs.push((Reverse(of_row.iter().filter(is_said).count()), row, *record));
                }
            }
            pairs.sort_unstable();
            let mut given: HashSet<usize> = HashSet::new();
            for (_, row, record) in pairs {
                if found[row].is_none() && given.insert(record) {
                    found[row] = Some(self.0[record].0.id.as_str().to_owned());
                }
            }
        }
    }
}

/// What a record says: where, and what.
type Leaves = Vec<(String, String)>;

fn said(organisation: &Organisation) -> Leaves {
    let file = organisations_file(&[organisation], &Vocabularies::default());
    let fields = record_fields(&file, "organisations").unwrap_or_default();
    fields.into_iter().map(|field| (field.path, field.text)).collect()
}

/// Whether a row and a record of one name may be one: in one city or with one site, or where they do not say otherwise.
fn could_be_one(row: &Marks, record: &Marks) -> bool {
    let same = |kind: usize| row[kind].is_some() && row[kind] == record[kind];
    let differ = |kind: usize| row[kind].is_some() && record[kind].is_some() && row[kind] != record[kind];
    same(0) || same(1) || !(differ(0) || differ(1))
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

#[cfg(test)]
mod tests {
    use crate::dataset::{ImportOptions, import_organisations};
    use crate::domain::{Organisation, Vocabularies};

    fn list(rows: &str, published: &[Organisation]) -> Vec<Organisation> {
        let table = format!("name,country,city,website,members\n{rows}");
        let options = ImportOptions::default().with_published(published);
        import_organisations("a.csv", table.as_bytes(), &options, &Vocabularies::default())
            .expect("a table")
            .records
    }

    /// Each record by its identifier and its members.
    fn known(records: &[Organisation]) -> Vec<String> {
        let one = |record: &Organisation| {
            format!("{} {}", record.id, record.members.total.map_or_else(String::new, |it| it.to_string()))
        };
        let mut all: Vec<String> = records.iter().map(one).collect();
        all.sort();
        all
    }

    #[test]
    fn namesakes_keep_their_identifiers_in_any_order() {
        let alphas = ["Alpha,DE,Ulm,https://alpha.example,1\n", "Alpha,DE,Ulm,https://alpha.example,2\n"];
        let betas = ["Beta,DE,Köln,,10\n", "Beta,DE,Köln,,20\n"];
        let first = list(&[alphas, betas].concat().concat(), &[]);
        assert_eq!(known(&first), ["de-alpha 1", "de-alpha-2 2", "de-beta 10", "de-beta-2 20"]);
        for rows in [[alphas[0], alphas[1], betas[0], betas[1]], [betas[1], alphas[1], alphas[0], betas[0]]] {
            assert_eq!(known(&list(&rows.concat(), &first)), known(&first), "{rows:?}");
        }
        // One that is new takes no identifier from those that are as they were.
        let more = list(&["Beta,DE,Köln,,30\n", betas[0], betas[1]].concat(), &first);
        assert_eq!(known(&more), ["de-beta 10", "de-beta-2 20", "de-beta-3 30"]);
        // What names itself keeps its name, and nobody else gets it.
        let named = "id,name,country,city\nde-beta-2,Beta,DE,Köln\n,Beta,DE,Köln\n";
        let options = ImportOptions::default().with_published(&first);
        let named = import_organisations("a.csv", named.as_bytes(), &options, &Vocabularies::default());
        assert_eq!(known(&named.expect("a table").records), ["de-beta ", "de-beta-2 "]);
    }

    #[test]
    fn namesakes_elsewhere_are_others() {
        let first = list("Gamma,DE,Ulm,,1\nGamma,DE,Bonn,,2\n", &[]);
        let second = list("Gamma,DE,Kiel,,1\nGamma,DE,Jena,,2\n", &first);
        assert_eq!(known(&second), ["de-gamma-3 1", "de-gamma-4 2"]);
        // Rows that are the same are told apart by nothing but their order.
        let same = list("Delta,DE,Ulm,,\nDelta,DE,Ulm,,\n", &[]);
        assert_eq!(known(&list("Delta,DE,Ulm,,\nDelta,DE,Ulm,,\n", &same)), known(&same));
    }
}
