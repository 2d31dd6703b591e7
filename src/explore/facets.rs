//! What values rows have in a facet, and how many rows each value has.

use super::intern::Interner;
use super::{Bits, FacetKind, NO, Record, YES};

/// One facet of all rows, looked up both ways: the values of a row, the rows of a value.
#[derive(Debug, Clone)]
pub(super) struct FacetIndex {
    /// Distinct values, sorted.
    pub(super) values: Vec<String>,
    /// Where each row's values start in `of_rows`, and one past the last.
    row_starts: Vec<u32>,
    of_rows: Vec<u32>,
    /// Where each value's rows start in `of_values`, and one past the last.
    value_starts: Vec<u32>,
    of_values: Vec<u32>,
    /// For values that many rows have, the rows as a set too: counting by sets of rows takes 64 rows at a time.
    sets: Vec<Option<Bits>>,
    /// The order in which people expect the values: by label, else by value.
    pub(super) ranks: Vec<u32>,
}

/// Collects the values of one facet, record by record.
pub(super) struct FacetReader {
    facet: usize,
    kind: FacetKind,
    seen: Interner,
    /// Where each record's values start in `values`.
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl FacetReader {
    pub(super) fn new(facet: usize, kind: FacetKind, records: usize) -> Self {
        let mut seen = Interner::new();
        if kind == FacetKind::Has {
            seen.intern(NO);
            seen.intern(YES);
        }
        let starts = Vec::with_capacity(records + 1);
        Self { facet, kind, seen, starts, values: Vec::with_capacity(records) }
    }

    /// Notes the values of the next record; a value that it names twice counts once.
    pub(super) fn read<R: Record>(&mut self, record: &R) {
        let start = self.values.len();
        self.starts.push(start as u32);
        if self.kind == FacetKind::Has {
            let mut has = false;
            record.facet_values(self.facet, &mut |_| has = true);
            self.values.push(u32::from(has));
            return;
        }
        record.facet_values(self.facet, &mut |value| {
            // Neighbours in a file often have the same value.
            let last = self.values.last().copied().filter(|&last| self.seen.text(last) == value);
            let value = last.unwrap_or_else(|| self.seen.intern(value));
            if !self.values[start..].contains(&value) {
                self.values.push(value);
            }
        });
    }

    /// The index, with row `n` being what was the `order[n]`th record read.
    pub(super) fn finish(mut self, order: &[u32]) -> FacetIndex {
        self.starts.push(self.values.len() as u32);
        let sorted = self.seen.sorted();
        let mut ranks = vec![0; sorted.len()];
        for (rank, &value) in sorted.iter().enumerate() {
            ranks[value as usize] = rank as u32;
        }
        let mut row_starts = Vec::with_capacity(order.len() + 1);
        let mut of_rows = Vec::with_capacity(self.values.len());
        for &record in order {
            row_starts.push(of_rows.len() as u32);
            let values = self.starts[record as usize] as usize..self.starts[record as usize + 1] as usize;
            of_rows.extend(self.values[values].iter().map(|&value| ranks[value as usize]));
        }
        row_starts.push(of_rows.len() as u32);
        let mut index = FacetIndex {
            values: sorted.iter().map(|&value| self.seen.text(value).to_owned()).collect(),
            row_starts,
            of_rows,
            value_starts: Vec::new(),
            of_values: Vec::new(),
            sets: Vec::new(),
            ranks: (0..sorted.len() as u32).collect(),
        };
        index.invert();
        index
    }
}

impl FacetIndex {
    /// Finds the rows of each value.
    fn invert(&mut self) {
        let rows = self.row_starts.len() - 1;
        let mut starts = vec![0_u32; self.values.len() + 1];
        for &value in &self.of_rows {
            starts[value as usize + 1] += 1;
        }
        for value in 0..self.values.len() {
            starts[value + 1] += starts[value];
        }
        let mut free = starts.clone();
        self.of_values = vec![0; self.of_rows.len()];
        for row in 0..rows {
            for &value in &self.of_rows[self.row_starts[row] as usize..self.row_starts[row + 1] as usize] {
                let place = &mut free[value as usize];
                self.of_values[*place as usize] = row as u32;
                *place += 1;
            }
        }
        self.value_starts = starts;
        self.sets = (0..self.values.len())
            .map(|value| {
                let listed = self.rows_of(value);
                // As a set, a value costs a word per 64 rows to count; as a list, a look-up per row of its own.
                (listed.len() * ROWS_A_WORD_IS_WORTH > rows).then(|| {
                    let mut set = Bits::new(rows);
                    for &row in listed {
                        set.insert(row);
                    }
                    set
                })
            })
            .collect();
    }

    /// The values of a row, in the record's own order.
    pub(super) fn values_of(&self, row: u32) -> &[u32] {
        let row = row as usize;
        match (self.row_starts.get(row), self.row_starts.get(row + 1)) {
            (Some(&start), Some(&end)) => &self.of_rows[start as usize..end as usize],
            _ => &[],
        }
    }

    /// The rows of a value, ascending.
    pub(super) fn rows_of(&self, value: usize) -> &[u32] {
        &self.of_values[self.value_starts[value] as usize..self.value_starts[value + 1] as usize]
    }

    /// How many rows have a value.
    pub(super) fn total(&self, value: usize) -> u32 {
        self.value_starts[value + 1] - self.value_starts[value]
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
        let size = among.len();
        let rows = self.row_starts.len() - 1;
        // Reading the values of every row in the set, or intersecting every value with the set: whichever is less work.
        if size * self.of_rows.len() < rows * self.work_by_value() {
            let mut counts = vec![0; self.values.len()];
            for row in among {
                for &value in self.values_of(row) {
                    counts[value as usize] += 1;
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
        let words = (self.row_starts.len() - 1) / ROWS_A_WORD_IS_WORTH;
        (0..self.values.len()).map(|value| (self.total(value) as usize).min(words)).sum()
    }
}

/// Intersecting two words of 64 rows costs about as much as looking up four rows; measured in `benches/explore.rs`.
const ROWS_A_WORD_IS_WORTH: usize = 32;
