//! Records that belong beside another: alike in what they do, or near where they are.

use super::FacetId;
use super::index::IndexCore;

impl IndexCore {
    /// Rows that share values with `row` in the facets `alike`, with how many they share: the most shared first, of
    /// those the ones with fewest other values, then by title.
    ///
    /// With `differs_in`, only rows that are known to differ there: they have a value in that facet, and none that
    /// `row` has. Where `row` has none itself, nothing is known to differ and nothing is returned. "Complementary"
    /// is: same expertise, another country.
    pub fn similar_to(
        &self,
        row: u32,
        alike: &[FacetId],
        differs_in: Option<FacetId>,
        limit: usize,
    ) -> Vec<(u32, u32)> {
        let mut shared = vec![0_u32; self.len];
        let mut reached: Vec<u32> = Vec::new();
        for facet in alike.iter().filter_map(|facet| self.facet(facet)) {
            for &value in self.facets[facet].values_of(row) {
                for &other in self.facets[facet].rows_of(value as usize) {
                    if shared[other as usize] == 0 {
                        reached.push(other);
                    }
                    shared[other as usize] += 1;
                }
            }
        }
        let differs = |other: u32| {
            differs_in.is_none_or(|facet| {
                let (mine, theirs) = (self.values_of(facet, row), self.values_of(facet, other));
                !mine.is_empty() && !theirs.is_empty() && !theirs.iter().any(|value| mine.contains(value))
            })
        };
        let values =
            |other: u32| -> usize { alike.iter().map(|&facet| self.values_of(facet, other).len()).sum() };
        let mut keys: Vec<u128> = reached
            .into_iter()
            .filter(|&other| other != row && differs(other))
            .map(|other| {
                u128::from(u32::MAX - shared[other as usize]) << 96
                    | (values(other) as u128) << 32
                    | u128::from(self.titles.ranks[other as usize])
            })
            .collect();
        keys.sort_unstable();
        keys.truncate(limit);
        let rows = keys.into_iter().map(|key| self.titles.order[key as u32 as usize]);
        rows.map(|row| (row, shared[row as usize])).collect()
    }

    /// The rows nearest to `row`, with the distance in kilometres: nearest first, then by title; none where it has
    /// no place.
    pub fn near_row(&self, row: u32, limit: usize) -> Vec<(u32, f64)> {
        let Some(point) = self.places.point(row) else { return Vec::new() };
        let distance = self.places.distance_from(point);
        let mut nearest: Vec<(u64, u32)> = Vec::with_capacity(limit + 1);
        for other in (0..self.places.len()).filter(|&other| other != row) {
            // Distances are not negative, and such numbers compare as their bits do.
            let key = (distance(other).to_bits(), self.titles.ranks[other as usize]);
            if nearest.len() < limit || nearest.last().is_some_and(|worst| key < *worst) {
                let at = nearest.partition_point(|nearer| *nearer < key);
                nearest.insert(at, key);
                nearest.truncate(limit);
            }
        }
        nearest
            .into_iter()
            .filter_map(|(_, rank)| {
                let other = self.titles.order[rank as usize];
                Some((other, point.distance_km(self.places.point(other)?)))
            })
            .collect()
    }
}
