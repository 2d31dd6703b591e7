//! Which countries are together in how many networks.

/// How often each two values are together in one record: countries in networks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Together {
    /// The values, ascending.
    values: Vec<String>,
    /// Row by row; on the diagonal, how many records have the value at all.
    counts: Vec<u32>,
}

impl Together {
    /// Counts records by what each of them has; what one has twice it has once.
    pub fn of<'a>(records: &[Vec<&'a str>]) -> Self {
        let mut values: Vec<&'a str> = records.iter().flatten().copied().collect();
        values.sort_unstable();
        values.dedup();
        let mut counts = vec![0; values.len() * values.len()];
        for record in records {
            let mut has: Vec<usize> =
                record.iter().filter_map(|value| values.binary_search(value).ok()).collect();
            has.sort_unstable();
            has.dedup();
            for one in &has {
                for other in &has {
                    counts[one * values.len() + other] += 1;
                }
            }
        }
        Self { values: values.into_iter().map(str::to_owned).collect(), counts }
    }

    /// The values, ascending.
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// How many records have both of two values, given by their places; of one value, how many have it.
    pub fn count(&self, one: usize, other: usize) -> u32 {
        self.counts.get(one * self.values.len() + other).copied().unwrap_or_default()
    }

    /// With how many other values a value is together at least once.
    pub fn partners(&self, one: usize) -> usize {
        (0..self.values.len()).filter(|other| *other != one && self.count(one, *other) > 0).count()
    }

    /// The greatest count of two different values.
    pub fn most(&self) -> u32 {
        let places = || 0..self.values.len();
        let pairs = places().flat_map(|one| places().map(move |other| (one, other)));
        let pairs = pairs.filter(|(one, other)| one != other);
        pairs.map(|(one, other)| self.count(one, other)).max().unwrap_or_default()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::collection::Collection;
    use crate::collection::{CollectionRecord, Network, NetworkAt};
    use crate::dataset::Fetched;
    use crate::domain::{CountryCode, Vocabularies};
    use crate::explore::Index;
    use crate::route::FindParams;

    #[test]
    fn pairs_are_counted_both_ways_and_each_record_once() {
        let together = Together::of(&[vec!["DE", "FR", "DE"], vec!["FR"], vec![], vec!["AT", "DE"]]);
        assert_eq!(together.values(), ["AT", "DE", "FR"]);
        let rows: Vec<[u32; 3]> =
            (0..3).map(|one| [0, 1, 2].map(|other| together.count(one, other))).collect();
        assert_eq!(rows, [[1, 1, 0], [1, 2, 1], [0, 1, 2]]);
        assert_eq!((together.partners(0), together.partners(1), together.most()), (1, 2, 1));
        assert_eq!(Together::of(&[]).most(), 0);
    }

    const SOME: [&str; 5] = ["AT", "DE", "ES", "FR", "XK"];

    fn countries() -> impl Strategy<Value = Vec<&'static str>> {
        prop::collection::vec(prop::sample::select(&SOME[..]), 0..5)
    }

    proptest! {
        /// A cell says what the list that it leads to counts: `country` and `with` are two facets.
        #[test]
        fn a_cell_counts_what_its_link_finds(
            networks in prop::collection::vec((countries(), countries()), 0..8),
        ) {
            let records = networks.iter().zip(0..).map(|((countries, partners), at)| {
                let partners: Vec<_> =
                    partners.iter().map(|code| format!(r#"{{"name":"P","country":"{code}"}}"#)).collect();
                format!(
                    r#"{{"id":"n{at}","name":"N","countries":{},"partners":[{}]}}"#,
                    serde_json::to_string(countries).expect("texts"),
                    partners.join(",")
                )
            });
            let records = records.collect::<Vec<_>>().join(",");
            let file = format!(r#"{{"format":"cluster-atlas/networks/1","records":[{records}]}}"#);
            let file = Fetched::opened("networks.json", file.as_bytes());
            let read = Network::read(&file, &Vocabularies::default()).expect("readable").records;
            prop_assert_eq!(read.len(), networks.len());
            let of_each: Vec<Vec<&str>> = read
                .iter()
                .map(|network| network.all_countries().into_iter().map(CountryCode::as_str).collect())
                .collect();
            let together = Together::of(&of_each);
            let at = read.iter().map(|network| NetworkAt::new(Arc::new(network.clone()))).collect();
            let index = Index::build(at, &|_, _, _| ());
            for (one, country) in together.values().iter().enumerate() {
                for (other, with) in together.values().iter().enumerate() {
                    let mut params = FindParams::of(Collection::Networks);
                    params.facets.set("country", vec![country.clone()]);
                    params.facets.set("with", vec![with.clone()]);
                    let found = index.run(&params.query()).rows.len();
                    prop_assert_eq!(together.count(one, other) as usize, found);
                    prop_assert_eq!(together.count(one, other), together.count(other, one));
                    prop_assert!(together.count(one, other) <= together.count(one, one));
                }
            }
        }
    }
}
