//! What values rows have in a facet, and how many rows each value has.

use super::intern::{Interner, ranks_of};
use super::lists::Lists;
use super::record::AnyRecord;
use super::{Bits, FacetId, FacetKind, NO, YES};

/// One facet of all rows, looked up both ways: the values of a row, the rows of a value.
#[derive(Debug, Clone)]
pub(super) struct FacetIndex {
    pub(super) id: FacetId,
    /// Distinct values, sorted.
    pub(super) values: Vec<String>,
    /// The values of each row, in the record's own order.
    pub(super) of_rows: Lists,
    /// The rows of each value, ascending.
    pub(super) of_values: Lists,
    /// For values that many rows have, the rows as a set too: counting by sets of rows takes 64 rows at a time.
    sets: Vec<Option<Bits>>,
    /// The order in which people expect the values: by label, else by value.
    pub(super) ranks: Vec<u32>,
}

/// Collects the values of one facet, record by record.
pub(super) struct FacetReader {
    id: FacetId,
    /// Its position in `Record::FACETS`.
    at: usize,
    kind: FacetKind,
    seen: Interner,
    /// The values of each record, as numbered in `seen`.
    values: Lists,
    last: u32,
}

impl FacetReader {
    pub(super) fn new(id: FacetId, at: usize, kind: FacetKind, records: usize) -> Self {
        let mut seen = Interner::with_room_for(64);
        let fixed: &[&str] = match kind {
            FacetKind::Has => &[NO, YES],
            FacetKind::OneOf(values) => values,
            FacetKind::One | FacetKind::Many => &[],
        };
        for value in fixed {
            seen.intern(value);
        }
        Self { id, at, kind, seen, values: Lists::with_room_for(records, records), last: u32::MAX }
    }

    /// Notes the values of the next record; a value that it names twice counts once.
    pub(super) fn read(&mut self, record: &dyn AnyRecord) {
        if self.kind == FacetKind::Has {
            let mut has = false;
            record.facet_values(self.at, self.id, &mut |_| has = true);
            self.values.push(u32::from(has));
        } else {
            record.facet_values(self.at, self.id, &mut |value| self.note(value));
        }
        self.values.end();
    }

    fn note(&mut self, value: &str) {
        // Neighbours in a file often have the same value.
        if self.last == u32::MAX || self.seen.text(self.last) != value {
            self.last = self.seen.intern(value);
        }
        if !self.values.open().contains(&self.last) {
            self.values.push(self.last);
        }
    }

    /// The index, with row `n` being what was the `order[n]`th record read.
    pub(super) fn finish(self, order: &[u32]) -> FacetIndex {
        let sorted = self.seen.sorted();
        let of_rows = self.values.reordered(order, &ranks_of(&sorted));
        let of_values = of_rows.inverted(sorted.len());
        let rows = order.len();
        let set_of = |value| {
            let listed = of_values.of(value);
            // As a set, a value costs a word per 64 rows to count; as a list, a look-up per row of its own.
            (listed.len() * ROWS_A_WORD_IS_WORTH > rows).then(|| {
                let mut set = Bits::new(rows);
                for &row in listed {
                    set.insert(row);
                }
                set
            })
        };
        FacetIndex {
            id: self.id,
            values: sorted.iter().map(|&value| self.seen.text(value).to_owned()).collect(),
            sets: (0..sorted.len() as u32).map(set_of).collect(),
            ranks: (0..sorted.len() as u32).collect(),
            of_rows,
            of_values,
        }
    }
}

impl FacetIndex {
    /// The values of a row, in the record's own order.
    pub(super) fn values_of(&self, row: u32) -> &[u32] {
        self.of_rows.of(row)
    }

    /// The rows of a value, ascending.
    pub(super) fn rows_of(&self, value: usize) -> &[u32] {
        self.of_values.of(value as u32)
    }

    /// How many rows have a value.
    pub(super) fn total(&self, value: usize) -> u32 {
        self.rows_of(value).len() as u32
    }

    pub(super) fn position(&self, value: &str) -> Option<usize> {
        self.values.binary_search_by(|known| known.as_str().cmp(value)).ok()
    }

    /// The rows that have any of some values, among `limit` rows; values that no row has add none.
    pub(super) fn rows_of_any(&self, any_of: &[String], limit: usize) -> Bits {
        let mut rows = Bits::new(limit);
        for value in any_of.iter().filter_map(|value| self.position(value)) {
            match &self.sets[value] {
                Some(set) => rows.or_with(set),
                None => self.rows_of(value).iter().for_each(|&row| rows.insert(row)),
            }
        }
        rows
    }

    /// How many rows of a set each value has; without a set, of all rows.
    pub(super) fn count(&self, among: Option<&Bits>) -> Vec<u32> {
        let Some(among) = among else {
            return (0..self.values.len()).map(|value| self.total(value)).collect();
        };
        // Reading the values of every row in the set, or intersecting every value with the set: whichever is less work.
        if among.len() * self.of_rows.items() < self.of_rows.len() * self.work_by_value() {
            let mut counts = vec![0; self.values.len()];
            let counted = counts.as_mut_slice();
            for row in among {
                for &value in self.of_rows.of(row) {
                    counted[value as usize] += 1;
                }
            }
            return counts;
        }
        (0..self.values.len())
            .map(|value| match &self.sets[value] {
                Some(set) => set.common(among) as u32,
                None => self.rows_of(value).iter().filter(|&&row| among.contains(row)).count() as u32,
            })
            .collect()
    }

    /// What counting value by value costs, in units of one row's value read.
    fn work_by_value(&self) -> usize {
        let words = self.of_rows.len() / ROWS_A_WORD_IS_WORTH;
        (0..self.values.len()).map(|value| (self.total(value) as usize).min(words)).sum()
    }
}

/// Intersecting two words of 64 rows costs about as much as looking up four rows; measured in `benches/explore.rs`.
const ROWS_A_WORD_IS_WORTH: usize = 32;
