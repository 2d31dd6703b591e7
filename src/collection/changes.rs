//! What an import would change about a published collection.

use std::collections::{BTreeMap, HashMap};

use crate::dataset::{self, RecordFieldKind, edition_by_content};
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
    /// In both, but without a value that the old one has.
    pub poorer: Vec<(String, String)>,
    /// What differs, by the identifiers of the records: of the first [`DETAILED`] that are changed, and as many that are poorer.
    pub fields: BTreeMap<String, Vec<FieldChange>>,
    /// How many records the old one has.
    pub before: usize,
}

/// Records of which a comparison has what differs, field by field.
pub const DETAILED: usize = 100;

/// A field that two editions of a record do not have alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Where it is in the record.
    pub path: String,
    /// What the old one says; empty where it says nothing.
    pub before: String,
    /// What the new one says.
    pub after: String,
    /// A value that is in the old one alone.
    pub is_lost: bool,
}

/// What differs between two editions of a record.
fn differences<R: CollectionRecord>(before: &R, now: &R) -> Vec<FieldChange> {
    let fields = |record: &R| {
        let file = R::file(&[record], &Vocabularies::default());
        dataset::record_fields(&file, R::COLLECTION.about().name).unwrap_or_default()
    };
    let (old, mut new) = (fields(before), fields(now));
    let mut changes = Vec::new();
    for field in old {
        let at = new.iter().position(|other| other.path == field.path);
        let after = at.map(|at| new.swap_remove(at).text).unwrap_or_default();
        if after != field.text {
            // That something is not so is no value that vanishes.
            let is_lost = after.is_empty() && field.kind != RecordFieldKind::Flag;
            changes.push(FieldChange { path: field.path, before: field.text, after, is_lost });
        }
    }
    let added = new.into_iter().filter(|field| !field.text.is_empty());
    changes.extend(added.map(|field| FieldChange {
        path: field.path,
        before: String::new(),
        after: field.text,
        is_lost: false,
    }));
    changes
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
                    let fields = differences(&before[*at], record);
                    let is_poorer = fields.iter().any(|field| field.is_lost);
                    if is_poorer {
                        changes.poorer.push(named(record));
                    }
                    if changes.changed.len() <= DETAILED || is_poorer && changes.poorer.len() <= DETAILED {
                        changes.fields.insert(record.id().to_string(), fields);
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

    /// Whether it may be published without a word: not where much would vanish, nor where a deadline or any other value would.
    pub fn are_harmless(&self) -> bool {
        !self.loses_much() && self.undated.is_empty() && self.poorer.is_empty()
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

/// What is published with what is new put to it; of a record with the identifier of a published one that takes the place which
/// it says, the rest stays. `unsaid` tells by identifier and path which values are not the file's own.
pub fn appended<R: CollectionRecord>(before: &[R], now: &[R], unsaid: &dyn Fn(&str, &str) -> bool) -> Vec<R> {
    let mut new: HashMap<&str, &R> = now.iter().map(|record| (record.id().as_str(), record)).collect();
    let put = |record: &R| {
        let id = record.id().as_str();
        new.remove(id).map_or_else(|| record.clone(), |new| new.over(record, &|path| unsaid(id, path)))
    };
    let mut all: Vec<R> = before.iter().map(put).collect();
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
        let all = appended(&before, &now, &|_, _| false);
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

    fn organisations(table: &str) -> Vec<Organisation> {
        let options = ImportOptions::default();
        import_organisations("a.csv", table.as_bytes(), &options, &Vocabularies::default())
            .expect("a table")
            .records
    }

    #[test]
    fn what_a_file_does_not_say_stays_as_it_is_published() {
        let before = organisations(
            "id,name,country,city,kind,region_name,region_code,lat,lon,precision,ecosystems,founded,label_level,label_until\n\
             a,A,DE,Jena,network,Thüringen,DEG0,50.9,11.6,exact,health,1999,gold,2027-01-31\n\
             b,B,DE,Ulm,,,,48.4,10,exact,digital,,,\n",
        );
        let now = organisations(
            "id,name,country,city,region_name,lat,lon,founded,label_level\n\
             a,A e.V.,DE,Jena,Thüringen,50.92,11.58,2001,gold\nb,B,DE,Bonn,,50.7,7.1,,\n",
        );
        // The points are those of the towns, nobody has stated a kind.
        let unsaid = |_: &str, path: &str| matches!(path, "kind" | "location" | "source");
        let all = appended(&before, &now, &unsaid);
        let changes = Changes::between(&before, &all);
        let told = |id: &str| {
            let fields = changes.fields.get(id).into_iter().flatten();
            fields.map(|it| format!("{}: {} > {}", it.path, it.before, it.after)).collect::<Vec<_>>()
        };
        assert_eq!(told("a"), ["name: A > A e.V.", "founded: 1999 > 2001"]);
        assert_eq!(told("b")[0], "city: Ulm > Bonn");
        assert_eq!(all[1].location, now[1].location, "of another town the place is another");
        assert!(changes.are_harmless(), "{:?}", changes.poorer);
        // In the place of all that is published it would be lost, and that is told.
        let changes = Changes::between(&before, &now);
        let lost = changes.fields["a"].iter().filter(|it| it.is_lost).map(|it| &*it.path).collect::<Vec<_>>();
        assert_eq!(lost, ["kind", "region.code", "ecosystems", "label.until"]);
        assert!(!changes.are_harmless());
    }

    #[test]
    fn of_other_collections_what_belongs_together_stays_together() {
        let calls = |table: &str| {
            let options = ImportOptions::default();
            crate::dataset::import_calls("a.csv", table.as_bytes(), &options, &Vocabularies::default())
                .expect("a table")
                .records
        };
        let before = calls("id,title,issuer,deadline,summary_en,max_grant_eur\na,A,X,2027-01-31,Text,100\n");
        let now = calls("id,title,deadline,summary_de\na,A,when the money is gone,Worte\n");
        let [one] = &appended(&before, &now, &|_, _| false)[..] else { panic!("one call") };
        assert_eq!((&*one.issuer, one.max_grant_eur), ("X", before[0].max_grant_eur));
        assert_eq!(one.cutoffs, [], "a deadline in words is no date");
        assert_eq!(one.summary.iter().count(), 2);
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
