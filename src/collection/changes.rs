//! What an import would change about a published collection.

use std::collections::{BTreeMap, HashMap};

use crate::dataset::edition_by_content;
use crate::domain::Vocabularies;

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
    /// In both, but without the deadline that the old one states: whoever reads it would think that it is open for ever.
    pub undated: Vec<(String, String)>,
    /// How many records the old one has.
    pub before: usize,
}

impl Changes {
    /// Whether both are the same.
    pub fn is_empty(&self) -> bool {
        [&self.added, &self.changed, &self.removed].into_iter().all(Vec::is_empty)
    }

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
                Some(at) if before[*at] != *record => {
                    changes.changed.push(named(record));
                    if before[*at].states_deadline() && !record.states_deadline() {
                        changes.undated.push(named(record));
                    }
                }
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

    /// Whether it may be published without a word: not where much would vanish, nor where a deadline would.
    pub fn are_harmless(&self) -> bool {
        !self.loses_much() && self.undated.is_empty()
    }
}

/// What tells whether a record has changed since: a mark of each, by its identifier.
pub type Marks = BTreeMap<String, String>;

/// Marks of records, made of how the format writes them: they are the same in every version of the app that writes it so.
pub fn marks<R: CollectionRecord>(records: &[R]) -> Marks {
    records.iter().map(|record| (record.id().to_string(), mark(record))).collect()
}

fn mark<R: CollectionRecord>(record: &R) -> String {
    // Names that only stand beside codes are no part of it.
    edition_by_content(&R::file(&[record], &Vocabularies::default()))
}

/// Work on a collection that was begun with one edition of it, brought into a newer one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedOver<R> {
    /// The newer edition with what the work changed.
    pub records: Vec<R>,
    /// What has changed in the newer edition since the work was begun.
    pub since: Changes,
    /// Records that both have changed, and not in the same way: those of the work are taken.
    pub both: Vec<(String, String)>,
}

/// Puts into `newer` what makes `work` of the edition that has the marks `begun`.
pub fn carried_over<R: CollectionRecord>(begun: &Marks, work: &[R], newer: &[R]) -> CarriedOver<R> {
    let named = |record: &R| (record.id().to_string(), record.title().to_owned());
    let (work_marks, newer_marks) = (marks(work), marks(newer));
    let mut since = Changes { before: begun.len(), ..Changes::default() };
    for record in newer {
        let id = record.id().as_str();
        match begun.get(id) {
            None => since.added.push(named(record)),
            Some(mark) if newer_marks.get(id) != Some(mark) => since.changed.push(named(record)),
            Some(_) => {}
        }
    }
    // Of what is gone there is nothing but the identifier.
    let gone = begun.keys().filter(|id| !newer_marks.contains_key(*id));
    since.removed.extend(gone.map(|id| (id.clone(), id.clone())));
    let is_touched = |marks: &Marks, id: &str| marks.get(id) != begun.get(id);
    let mut touched: HashMap<&str, &R> = work
        .iter()
        .map(|record| (record.id().as_str(), record))
        .filter(|(id, _)| is_touched(&work_marks, id))
        .collect();
    let mut both = Vec::new();
    let mut records = Vec::with_capacity(newer.len());
    for record in newer {
        let id = record.id().as_str();
        let is_removed = begun.contains_key(id) && !work_marks.contains_key(id);
        let changed = touched.remove(id);
        let is_other = is_removed || changed.is_some_and(|changed| *changed != *record);
        if is_other && is_touched(&newer_marks, id) {
            both.push(named(record));
        }
        if !is_removed {
            records.push(changed.unwrap_or(record).clone());
        }
    }
    for record in work.iter().filter(|record| touched.contains_key(record.id().as_str())) {
        // Changed here and gone there.
        if begun.contains_key(record.id().as_str()) {
            both.push(named(record));
        }
        records.push(record.clone());
    }
    CarriedOver { records, since, both }
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

    #[test]
    fn a_deadline_that_would_be_lost_is_told() {
        let calls = |rows: &str| {
            let table = format!("id,title,issuer,deadline\n{rows}");
            let options = ImportOptions::default();
            crate::dataset::import_calls("a.csv", table.as_bytes(), &options, &Vocabularies::default())
                .expect("a table")
                .records
        };
        let before = calls("a,A,X,2027-01-31\nb,B,X,2027-01-31\nc,C,X,\nd,D,X,2027-01-31\n");
        let now = calls("a,A,X,\nb,B,X,2027-02-28\nc,C again,X,\nd,D,X,when the money is gone\n");
        let changes = Changes::between(&before, &now);
        assert_eq!(changes.undated, [("a".to_owned(), "A".to_owned())]);
        assert!(!changes.loses_much() && !changes.are_harmless());
        assert!(Changes::between(&before, &before).are_harmless());
    }

    #[test]
    fn work_that_was_begun_earlier_is_brought_into_a_newer_edition() {
        let begun = list("A B C D E");
        let rename = |records: &mut Vec<Organisation>, id: &str, name: &str| {
            records.iter_mut().filter(|it| it.id.as_str() == id).for_each(|it| name.clone_into(&mut it.name));
        };
        // The work renames B and E, takes C out and puts X in; meanwhile B and D were renamed, A and E went and Y came.
        let (mut work, mut newer) = (list("A B D E X"), list("B C D Y"));
        rename(&mut work, "b", "B, ours");
        rename(&mut work, "e", "E, ours");
        rename(&mut newer, "b", "B, theirs");
        rename(&mut newer, "d", "D, theirs");
        let carried = carried_over(&marks(&begun), &work, &newer);
        let names: Vec<&str> = carried.records.iter().map(|record| record.name.as_str()).collect();
        assert_eq!(names, ["B, ours", "D, theirs", "Y", "E, ours", "X"]);
        let ids = |list: &[(String, String)]| list.iter().map(|(id, _)| id.clone()).collect::<String>();
        assert_eq!(ids(&carried.both), "be");
        let since = carried.since;
        assert_eq!(
            (ids(&since.added), ids(&since.changed), ids(&since.removed)),
            ("y".into(), "bd".into(), "ae".into())
        );
        let same = carried_over(&marks(&begun), &work, &begun);
        assert!(same.since.is_empty() && same.both.is_empty());
        assert_eq!(ids(&Changes::between(&same.records, &work).changed), "");
        assert_eq!(same.records.len(), work.len());
    }
}
