//! Cross tables: how many matches have both this and that.

use super::index::IndexCore;
use super::{Coverage, FacetId, Outcome};

impl IndexCore {
    /// Counts the matches for every pair of values of two facets. A match with several values counts in several
    /// cells, once in each.
    pub fn coverage(&self, outcome: &Outcome, row_facet: FacetId, column_facet: FacetId) -> Coverage {
        let (rows, columns) = (self.values(row_facet).len(), self.values(column_facet).len());
        let mut table = Coverage {
            rows,
            columns,
            cells: vec![0; rows * columns],
            row_totals: vec![0; rows],
            column_totals: vec![0; columns],
            without_row: 0,
            without_column: 0,
        };
        for row in &outcome.matched {
            let (downs, acrosses) = (self.values_of(row_facet, row), self.values_of(column_facet, row));
            table.without_row += u32::from(downs.is_empty());
            table.without_column += u32::from(acrosses.is_empty());
            for &across in acrosses {
                table.column_totals[across as usize] += 1;
            }
            for &down in downs {
                table.row_totals[down as usize] += 1;
                for &across in acrosses {
                    table.cells[down as usize * columns + across as usize] += 1;
                }
            }
        }
        table
    }
}
