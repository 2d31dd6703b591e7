//! What a build knows of a view: how many records there are, and the first of them. It stands on the host's page until
//! somebody needs the app.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::collection::{Collection, CollectionRecord, Setting};
use crate::domain::{Instant, Organisation};
use crate::explore::{FacetId, Index, Record as _};
use crate::fluent::{Messages, Numbers};
use crate::route::{FindParams, Route};

/// So many rows are shown of a view.
pub const FEW: usize = 6;

/// What the façade and what stands in for it say: the name in `embed.js`, and the key of its message.
pub const WORDS: [(&str, &str); 6] = [
    ("start", "facade-start"),
    ("open", "frame-open"),
    ("policy", "facade-policy"),
    ("consent", "facade-consent"),
    ("sandbox", "facade-sandbox"),
    ("silent", "facade-silent"),
];

/// One record of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is called.
    pub title: String,
    /// The hash of its page.
    pub hash: String,
    /// What tells it from others of its name: the city of an organisation.
    pub more: Option<String>,
}

/// A view: how many there are, and the first of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// All of them.
    pub count: usize,
    /// The first few, in the order of the app.
    pub rows: Vec<Row>,
    /// Until when that is so, where it changes with the time; nothing is said of it later.
    pub until: Option<Instant>,
}

/// One record as a view of its own: its title, and its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Single {
    /// What stands behind `#/` in its address.
    pub key: String,
    /// The record.
    pub row: Row,
}

/// What is known of a collection beyond the whole of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrower {
    /// The view of each value of each facet that a snippet may name, by what stands behind `#/` in its address.
    pub views: Vec<(String, View)>,
    /// Every record.
    pub singles: Vec<Single>,
}

/// The facets that the snippet has attributes for (`FILTERS` in `embed.js`).
const FACETS: [&str; 7] = ["country", "region", "ecosystem", "expertise", "kind", "status", "audience"];
/// So many days ahead is looked whether anything changes; a build that is older says nothing of what may have.
const DAYS_AHEAD: i64 = 30;
const SECONDS_OF_A_DAY: i64 = 86_400;

/// What is known of a dataset's views.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// Each collection that is there, whole.
    pub collections: Vec<(Collection, View)>,
    /// The organisations of each country, by its code.
    pub countries: BTreeMap<String, View>,
    /// Of each collection the views that one filter makes, and its records.
    pub narrower: Vec<(Collection, Narrower)>,
}

/// The view of a whole collection, at a moment.
pub fn outline<R: CollectionRecord>(records: Vec<R>, setting: &Setting<'_>) -> View {
    let records: Vec<Arc<R>> = records.into_iter().map(Arc::new).collect();
    let index = Index::build(R::at(&records, setting), &|_, _, _| {});
    view_of::<R>(&index, &FindParams::of(R::COLLECTION))
}

/// What some parameters find: how many, and the first few.
fn view_of<R: CollectionRecord>(index: &Index<R::At>, params: &FindParams) -> View {
    let found = index.run(&params.query());
    let first = found.rows.iter().take(FEW).map(|row| row_of::<R>(&index.records()[*row as usize]));
    View { count: found.rows.len(), rows: first.collect(), until: None }
}

/// The views of a collection that one value of one facet makes, at a moment, and its records one by one.
pub fn narrower<R: CollectionRecord>(records: Vec<R>, setting: &Setting<'_>) -> Narrower {
    let records: Vec<Arc<R>> = records.into_iter().map(Arc::new).collect();
    let path = R::COLLECTION.about().path;
    let facets = R::COLLECTION.facets().iter().map(|facet| facet.id).filter(|id| FACETS.contains(id));
    let facets: Vec<FacetId> = facets.collect();
    let at = |moment: Instant| {
        let setting = Setting { now: moment, vocabularies: setting.vocabularies };
        let index = Index::build(R::at(&records, &setting), &|_, _, _| {});
        let mut views = Vec::new();
        for &facet in &facets {
            for value in index.values(facet) {
                let params = FindParams::of(R::COLLECTION).with_value(facet, value, true);
                let view = view_of::<R>(&index, &params);
                views.push(([path, "?", facet, "=", value].concat(), view));
            }
        }
        views
    };
    let mut views = at(setting.now);
    // What does not stand differently at any time is so for good.
    if records.iter().any(|record| record.status_at(setting.now).is_some()) {
        let mut until = vec![setting.now.unix(); views.len()];
        let mut same = vec![true; views.len()];
        for day in 1..=DAYS_AHEAD {
            let moment = setting.now.unix() + day * SECONDS_OF_A_DAY;
            let later: BTreeMap<String, View> = at(Instant::from_unix(moment)).into_iter().collect();
            for (at, (key, view)) in views.iter().enumerate() {
                same[at] = same[at] && later.get(key) == Some(view);
                if same[at] {
                    until[at] = moment;
                }
            }
        }
        for ((_, view), until) in views.iter_mut().zip(until) {
            view.until = Some(Instant::from_unix(until));
        }
    }
    let standing = R::at(&records, setting);
    let singles = standing.iter().map(|at| {
        let row = row_of::<R>(at);
        Single { key: row.hash.trim_start_matches("#/").to_owned(), row }
    });
    Narrower { views, singles: singles.collect() }
}

fn row_of<R: CollectionRecord>(at: &R::At) -> Row {
    let record: &R = at.as_ref();
    Row {
        title: record.title().to_owned(),
        hash: Route::record(R::COLLECTION, at.id()).to_hash(),
        more: None,
    }
}

impl Outline {
    /// Adds the countries of the organisations, each with its first few by name.
    pub fn add_countries(&mut self, organisations: &[Organisation]) {
        let mut by_name: Vec<&Organisation> = organisations.iter().collect();
        by_name.sort_by(|a, b| a.name.cmp(&b.name));
        for organisation in by_name {
            let view = self.countries.entry(organisation.country.as_str().to_owned()).or_default();
            view.count += 1;
            if view.rows.len() < FEW {
                view.rows.push(Row {
                    title: organisation.name.clone(),
                    hash: Route::record(Collection::Organisations, organisation.id.as_str()).to_hash(),
                    more: organisation.city.clone(),
                });
            }
        }
    }
}

/// How many records of a collection there are, in words.
pub fn count_words(
    collection: Collection,
    count: usize,
    messages: &Messages,
    numbers: &dyn Numbers,
) -> String {
    let count = count as f64;
    // Where the name in the navigation is no name of all of them: "Explore" is what one does with organisations, and of the
    // calls few are open, or none.
    let own = [(Collection::Organisations, "facade-organisations"), (Collection::Calls, "facade-calls")];
    let said = if let Some((_, key)) = own.into_iter().find(|(of, _)| *of == collection) {
        messages.format(key, &[("count", count.into())], numbers)
    } else {
        let name = messages.format(collection.about().words.navigation, &[], numbers).unwrap_or_default();
        messages.format("facade-collection", &[("name", name.into()), ("count", count.into())], numbers)
    };
    said.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_know_their_number_and_their_first_by_name() {
        let organisations = crate::dataset::synth::organisations(200, 7);
        let mut outline = Outline::default();
        outline.add_countries(&organisations);
        assert_eq!(outline.countries.values().map(|view| view.count).sum::<usize>(), 200);
        for (country, view) in &outline.countries {
            assert_eq!(view.rows.len(), view.count.min(FEW), "{country}");
            assert!(view.rows.is_sorted_by(|a, b| a.title <= b.title), "{country}");
        }
    }
}
