//! The answer to a query: which rows, in what order, and how many there would be with other choices.

use super::index::IndexCore;
use super::search::{Among, Found};
use super::{Bits, Choice, Counts, NumberRange, Outcome, Query, Sort, fold};

impl IndexCore {
    /// Answers a query. Facets, fields and values that these records do not have never fail: an unknown facet or
    /// field restricts nothing, an unknown value matches nothing.
    pub fn run(&self, query: &Query) -> Outcome {
        let found = self.search(fold(&query.text), Among::Everything);
        let others = self.without_facets(query, found.as_ref());
        let chosen = self.chosen(&query.facets);
        let matched = all_of(others.as_ref(), chosen.iter().map(|(_, rows)| rows));

        let counts = (0..self.facets.len()).map(|facet| {
            // The other facets' choices and everything else hold, this facet's own choice does not.
            let among = if chosen.iter().any(|&(with_choice, _)| with_choice == facet) {
                let elsewhere = chosen.iter().filter(|&&(with_choice, _)| with_choice != facet);
                &all_of(others.as_ref(), elsewhere.map(|(_, rows)| rows))
            } else {
                &matched
            };
            (self.facets[facet].id, self.facets[facet].count(among.as_ref()))
        });
        let counts = Counts(counts.collect());

        let rows = self.ordered(matched.as_ref(), query, found.as_ref());
        let matched = matched.unwrap_or_else(|| Bits::full(self.len));
        let located = matched.len_below(self.places.len()) as u32;
        let unlocated = rows.len() as u32 - located;
        let similar = found.map(|found| found.similar).unwrap_or_default();
        Outcome { rows, matched, counts, located, unlocated, similar }
    }

    /// The rows that everything but the facets leaves; `None` for all rows.
    fn without_facets(&self, query: &Query, found: Option<&Found>) -> Option<Bits> {
        let rows = self.len;
        let mut constraints: Vec<Bits> = Vec::new();
        constraints.extend(found.map(|found| found.matched.clone()));
        constraints.extend(query.ranges.iter().filter_map(|range| self.in_range(range)));
        constraints.extend(query.near.as_ref().map(|near| self.places.within(near, rows)));
        constraints.extend(query.bounds.as_ref().map(|bounds| self.places.inside(bounds, rows)));
        let mut constraints = constraints.into_iter();
        let mut left = constraints.next()?;
        constraints.for_each(|rows| left.and_with(&rows));
        Some(left)
    }

    fn in_range(&self, range: &NumberRange) -> Option<Bits> {
        let numbers = &self.numbers.iter().find(|(id, _)| *id == range.field)?.1;
        if range.from.is_none() && range.to.is_none() {
            return None;
        }
        let mut rows = Bits::new(numbers.len());
        for (row, &number) in numbers.iter().enumerate() {
            // Unknown numbers are not-a-number and compare with nothing.
            let above = range.from.is_none_or(|from| number >= from);
            if above && range.to.is_none_or(|to| number <= to) {
                rows.insert(row as u32);
            }
        }
        Some(rows)
    }

    /// For each facet with a choice, the rows that have any chosen value; several choices of one facet are one.
    fn chosen(&self, choices: &[Choice]) -> Vec<(usize, Bits)> {
        let mut chosen: Vec<(usize, Bits)> = Vec::new();
        for choice in choices.iter().filter(|choice| !choice.any_of.is_empty()) {
            let Some(facet) = self.facet(choice.facet) else { continue };
            let rows = self.facets[facet].rows_of_any(&choice.any_of, self.len);
            match chosen.iter_mut().find(|(known, _)| *known == facet) {
                Some((_, known)) => known.or_with(&rows),
                None => chosen.push((facet, rows)),
            }
        }
        chosen
    }

    /// The rows of a set in the order asked for.
    fn ordered(&self, matched: Option<&Bits>, query: &Query, found: Option<&Found>) -> Vec<u32> {
        if let Sort::Facet(facet) = query.sort
            && let Some(facet) = self.facet(facet)
        {
            let facet = &self.facets[facet];
            return self.by_key(matched, |row| {
                facet.values_of(row).first().map_or(u32::MAX, |&value| facet.ranks[value as usize])
            });
        }
        match (query.sort, found, &query.near) {
            (Sort::Best, Some(found), _) => self.by_key(matched, |row| !self.relevance(found, row)),
            (Sort::Best, None, Some(near)) | (Sort::Distance, _, Some(near)) => {
                let distance = self.places.distance_from(near.point);
                // Distances are not negative, and such numbers compare as their bits do.
                let mut keys: Vec<u128> = self
                    .rows(matched)
                    .map(|row| {
                        u128::from(distance(row).to_bits()) << 32
                            | u128::from(self.titles.ranks[row as usize])
                    })
                    .collect();
                keys.sort_unstable();
                keys.into_iter().map(|key| self.titles.order[key as u32 as usize]).collect()
            }
            (Sort::Best | Sort::Own, ..) if !self.own_ranks.is_empty() => {
                self.by_key(matched, |row| self.own_ranks[row as usize])
            }
            _ => self.by_title(matched),
        }
    }

    /// The rows of a set by title.
    fn by_title(&self, matched: Option<&Bits>) -> Vec<u32> {
        let Some(matched) = matched else { return self.titles.order.clone() };
        let count = matched.len();
        if count * SORTING_COSTS > self.len {
            let mut rows = Vec::with_capacity(count);
            rows.extend(self.titles.order.iter().copied().filter(|&row| matched.contains(row)));
            return rows;
        }
        self.by_key(Some(matched), |_| 0)
    }

    /// The rows of a set by a key, then by title.
    fn by_key(&self, matched: Option<&Bits>, key: impl Fn(u32) -> u32) -> Vec<u32> {
        let (ranks, order) = (self.titles.ranks.as_slice(), self.titles.order.as_slice());
        let whole = |row: u32| u64::from(key(row)) << 32 | u64::from(ranks[row as usize]);
        let mut keys: Vec<u64> = match matched {
            Some(rows) => rows.iter().map(whole).collect(),
            None => (0..self.len as u32).map(whole).collect(),
        };
        keys.sort_unstable();
        keys.into_iter().map(|key| order[key as u32 as usize]).collect()
    }

    /// The rows of a set, or all.
    fn rows<'a>(&self, matched: Option<&'a Bits>) -> impl Iterator<Item = u32> + use<'a> {
        let all = if matched.is_some() { 0 } else { self.len as u32 };
        matched.into_iter().flatten().chain(0..all)
    }
}

/// The rows in all of some sets; `None` for all rows.
fn all_of<'a>(first: Option<&Bits>, others: impl Iterator<Item = &'a Bits>) -> Option<Bits> {
    let mut left = first.cloned();
    for rows in others {
        match &mut left {
            Some(left) => left.and_with(rows),
            None => left = Some(rows.clone()),
        }
    }
    left
}

/// Sorting a row costs about as much as passing over this many rows that are in order already.
const SORTING_COSTS: usize = 12;
