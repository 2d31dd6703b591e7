//! What a build knows of a view: how many records there are, and the first of them. It stands on the host's page until
//! somebody needs the app.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::collection::{Collection, CollectionRecord, Setting};
use crate::domain::Organisation;
use crate::explore::{Index, Record as _};
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
}

/// What is known of a dataset's views.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// Each collection that is there, whole.
    pub collections: Vec<(Collection, View)>,
    /// The organisations of each country, by its code.
    pub countries: BTreeMap<String, View>,
}

/// The view of a whole collection, at a moment.
pub fn outline<R: CollectionRecord>(records: Vec<R>, setting: &Setting<'_>) -> View {
    let records: Vec<Arc<R>> = records.into_iter().map(Arc::new).collect();
    let index = Index::build(R::at(&records, setting), &|_, _, _| {});
    let found = index.run(&FindParams::of(R::COLLECTION).query());
    let first = found.rows.iter().take(FEW).map(|row| {
        let at = &index.records()[*row as usize];
        let record: &R = at.as_ref();
        Row {
            title: record.title().to_owned(),
            hash: Route::record(R::COLLECTION, at.id()).to_hash(),
            more: None,
        }
    });
    View { count: found.rows.len(), rows: first.collect() }
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
    // "Explore" is what one does with them, not what they are.
    let said = if collection == Collection::Organisations {
        messages.format("facade-organisations", &[("count", count.into())], numbers)
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
