//! What an import would change about a published collection.

use std::collections::HashMap;

use super::CollectionRecord;

/// Records that differ between two editions of a collection, each by its identifier and its title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Only in the new one.
    pub added: Vec<(String, String)>,
    /// In both, and not the same.
    pub changed: Vec<(String, String)>,
    /// Only in the old one.
    pub removed: Vec<(String, String)>,
    /// How many records the old one has.
    pub before: usize,
}

impl Changes {
    /// What makes `now` of `before`.
    pub fn between<R: CollectionRecord>(before: &[R], now: &[R]) -> Self {
        let by_id = |records: &'_ [R]| -> HashMap<String, usize> {
            records.iter().enumerate().map(|(at, record)| (record.id().to_string(), at)).collect()
        };
        let (known, current) = (by_id(before), by_id(now));
        let named = |record: &R| (record.id().to_string(), record.title().to_owned());
        let mut changes = Self { before: before.len(), ..Self::default() };
        for record in now {
            match known.get(record.id().as_str()) {
                None => changes.added.push(named(record)),
                Some(at) if before[*at] != *record => changes.changed.push(named(record)),
                Some(_) => {}
            }
        }
        let gone = before.iter().filter(|record| !current.contains_key(record.id().as_str()));
        changes.removed.extend(gone.map(named));
        changes
    }

    /// Whether more than a tenth of what is published would vanish: more than a list loses from one edition to the next.
    pub fn loses_much(&self) -> bool {
        self.removed.len() * 10 > self.before
    }
}

/// What is published with what is new put to it; a record with the identifier of a published one takes its place.
pub fn appended<R: CollectionRecord>(before: &[R], now: &[R]) -> Vec<R> {
    let mut new: HashMap<&str, &R> = now.iter().map(|record| (record.id().as_str(), record)).collect();
    let mut all: Vec<R> =
        before.iter().map(|record| new.remove(record.id().as_str()).unwrap_or(record).clone()).collect();
    all.extend(now.iter().filter(|record| new.contains_key(record.id().as_str())).cloned());
    all
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::dataset::{ImportOptions, import_organisations};
    use crate::domain::{Organisation, Vocabularies};

    fn list(names: &str) -> Vec<Organisation> {
        let rows: Vec<String> =
            names.split(' ').map(|name| format!("{},{name},DE", name.to_lowercase())).collect();
        let table = format!("id,name,country\n{}\n", rows.join("\n"));
        let options = ImportOptions::default();
        import_organisations("a.csv", table.as_bytes(), &options, &Vocabularies::default())
            .expect("a table")
            .records
    }

    #[test]
    fn additions_changes_and_removals_are_told_apart() {
        let (before, mut now) = (list("A B C"), list("B C D"));
        now[0].name = "B, renamed".to_owned();
        let changes = Changes::between(&before, &now);
        let ids = |list: &[(String, String)]| list.iter().map(|(id, _)| id.clone()).collect::<String>();
        assert_eq!(
            (ids(&changes.added), ids(&changes.changed), ids(&changes.removed)),
            ("d".into(), "b".into(), "a".into())
        );
        assert!(changes.loses_much());
        let all = appended(&before, &now);
        assert_eq!(all.iter().map(|record| record.id.as_str()).collect::<String>(), "abcd");
        assert_eq!(all[1].name, "B, renamed");
        assert!(!Changes::between(&before, &all).loses_much());
    }
}
