//! The answer to a query: which rows, in what order, and how many there would be with other choices.

use super::asked::Asked;
use super::index::IndexCore;
use super::search::{Among, Found};
use super::{Bits, Choice, Counts, NumberRange, Outcome, Query, Sort, Synonyms};

impl IndexCore {
    /// Answers a query without synonyms: see [`IndexCore::run_with`].
    pub fn run(&self, query: &Query) -> Outcome {
        self.run_with(query, &Synonyms::default())
    }

    /// Answers a query; a name in its text finds what has another name of the same thing. Facets, fields and values that
    /// these records do not have never fail: an unknown facet or field restricts nothing, an unknown value matches nothing.
    pub fn run_with(&self, query: &Query, synonyms: &Synonyms) -> Outcome {
        let (asked, left_out) = parted(&query.text);
        let found = self.search(&Asked::read(&asked), synonyms, Among::Everything);
        let others = self.without_facets(query, found.as_ref(), self.without_words(&left_out, synonyms));
        let (chosen, lesser) = self.chosen(&query.facets);
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
        let rows = self.apart(rows, query, found.is_some(), lesser.as_ref());
        let matched = matched.unwrap_or_else(|| Bits::full(self.len));
        let located = matched.len_below(self.places.len()) as u32;
        let unlocated = rows.len() as u32 - located;
        let similar = found.map(|found| found.similar).unwrap_or_default();
        Outcome { rows, matched, counts, located, unlocated, similar }
    }

    /// The rows that everything but the facets leaves; `None` for all rows.
    fn without_facets(&self, query: &Query, found: Option<&Found>, without: Option<Bits>) -> Option<Bits> {
        let rows = self.len;
        let mut constraints: Vec<Bits> = Vec::new();
        constraints.extend(without);
        constraints.extend(found.map(|found| found.matched.clone()));
        constraints.extend(query.ranges.iter().filter_map(|range| self.in_range(range)));
        constraints.extend(query.near.as_ref().map(|near| self.places.within(near, rows)));
        constraints.extend(query.bounds.as_ref().map(|bounds| self.places.inside(bounds, rows)));
        let mut constraints = constraints.into_iter();
        let mut left = constraints.next()?;
        constraints.for_each(|rows| left.and_with(&rows));
        Some(left)
    }

    /// The rows that have none of some words; `None` where there are no words.
    fn without_words(&self, left_out: &[String], synonyms: &Synonyms) -> Option<Bits> {
        let mut left = None;
        for words in left_out {
            let having = self.having_all(words, synonyms);
            left.get_or_insert_with(|| Bits::full(self.len)).without(&having);
        }
        left
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

    /// For each facet with a choice, the rows that it leaves, several choices of one facet being one; and the rows
    /// that match by a lesser value alone, where there are such values.
    fn chosen(&self, choices: &[Choice]) -> (Vec<(usize, Bits)>, Option<Bits>) {
        let mut chosen: Vec<(usize, Bits)> = Vec::new();
        let mut lesser: Option<Bits> = None;
        let is_chosen = |facet: &usize| choices.iter().any(|choice| choice.facet == self.facets[*facet].id);
        for facet in (0..self.facets.len()).filter(is_chosen) {
            let of_facet = || choices.iter().filter(|choice| choice.facet == self.facets[facet].id);
            let rows_of = |values: &dyn Fn(&Choice) -> &[String]| {
                let mut rows = Bits::new(self.len);
                of_facet().for_each(|choice| {
                    rows.or_with(&self.facets[facet].rows_of_any(values(choice), self.len));
                });
                rows
            };
            let restricts = of_facet().any(|choice| !choice.any_of.is_empty());
            let leaves_out = of_facet().any(|choice| !choice.none_of.is_empty());
            if !restricts && !leaves_out {
                continue;
            }
            let mut rows = Bits::full(self.len);
            if restricts {
                rows = rows_of(&|choice| &choice.any_of);
                let mut also = rows_of(&|choice| &choice.lesser);
                also.without(&rows);
                if !also.is_empty() {
                    rows.or_with(&also);
                    match &mut lesser {
                        Some(lesser) => lesser.or_with(&also),
                        None => lesser = Some(also),
                    }
                }
            }
            if leaves_out {
                rows.without(&rows_of(&|choice| &choice.none_of));
            }
            chosen.push((facet, rows));
        }
        (chosen, lesser)
    }

    /// The rows, group after group where they are by relevance, since what one can still act on comes before the rest
    /// however well that fits; and within a group those that match by a lesser value alone after the others.
    fn apart(&self, rows: Vec<u32>, query: &Query, searched: bool, lesser: Option<&Bits>) -> Vec<u32> {
        // Whoever asks for an order of names or distances gets that.
        let by_distance = query.near.is_some() && query.sort == Sort::Best && !searched;
        let by_group = matches!(query.sort, Sort::Best | Sort::Own) && !by_distance;
        // One group is in order already: a letter typed among a million organisations costs no further pass.
        if !by_group || (lesser.is_none() && (!searched || self.groups.is_empty())) {
            return rows;
        }
        let group = |row: u32| self.groups.get(row as usize).copied().unwrap_or(0);
        let last = rows.iter().map(|&row| group(row)).max().unwrap_or(0);
        let is_lesser = |row: u32| lesser.is_some_and(|lesser| lesser.contains(row));
        let mut apart = Vec::with_capacity(rows.len());
        for (at, after) in (0..=last).flat_map(|at| [(at, false), (at, true)]) {
            apart.extend(rows.iter().filter(|&&row| group(row) == at && is_lesser(row) == after));
        }
        apart
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
        let whole = |row: u32| u128::from(key(row)) << 32 | u128::from(ranks[row as usize]);
        // Wider than needed: the code that sorts such numbers is there anyway.
        let mut keys: Vec<u128> = match matched {
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

/// A text as what is asked for, and the words that are to be left out: those with a hyphen before them, several where they
/// stand in quotation marks.
fn parted(text: &str) -> (String, Vec<String>) {
    let (mut asked, mut left_out) = (String::new(), Vec::new());
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let quoted = rest.strip_prefix(MINUS).and_then(|out| out.strip_prefix(QUOTES));
        if let Some((words, after)) = quoted.and_then(|quoted| quoted.split_once(QUOTES)) {
            left_out.push(words.to_owned());
            rest = after.trim_start();
            continue;
        }
        let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let out = word.strip_prefix(MINUS).filter(|out| out.starts_with(char::is_alphanumeric));
        if let Some(out) = out {
            left_out.push(out.to_owned());
        } else {
            asked.push_str(word);
            asked.push(' ');
        }
        rest = after.trim_start();
    }
    (asked, left_out)
}

/// What stands before a word that is to be left out.
const MINUS: [char; 3] = ['-', '−', '–'];
/// Quotation marks, as keyboards and word processors of the interface's languages write them.
const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

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

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn what_is_left_out_is_a_word_or_words_in_quotation_marks() {
        let out = |text: &str| parted(text).1;
        assert_eq!(
            parted("cluster -\"smart cities\" energy"),
            ("cluster energy ".to_owned(), vec!["smart cities".to_owned()])
        );
        assert_eq!(out("-„künstliche Intelligenz“ -France"), ["künstliche Intelligenz", "France"]);
        assert_eq!(out("agri-food - \"smart\" --x"), [] as [&str; 0]);
        assert_eq!(out("-\"not closed"), [] as [&str; 0], "half a quotation is typed still");
    }
}
