//! The index: records in map order, and everything that finds them.

use super::dictionary::{Dictionary, DictionaryBuilder};
use super::facets::FacetIndex;
use super::fold::fold_onto;
use super::intern::{Table, hash, in_order, piece};
use super::places::{Places, morton, whole_position};
use super::ranking::{Ranking, whole_weight};
use super::{Bounds, Outcome, Record};

/// Records of one kind, and everything that finds them.
///
/// Rows are numbered so that records with a place come first, in Morton order of their place on the map: what is
/// near on the map is near in row order, and every cell of the map at every zoom is a run of rows. Records without
/// a place follow by title.
#[derive(Clone)]
pub struct Index<R: Record> {
    pub(super) records: Vec<R>,
    pub(super) places: Places,
    pub(super) facets: Vec<FacetIndex>,
    /// Numbers per field, one a row; not-a-number where unknown.
    pub(super) numbers: Vec<Vec<f64>>,
    /// Words of the records' texts, leading to rows.
    pub(super) words: Dictionary,
    /// Words of the labels of facet values, leading to values as numbered in `label_targets`.
    pub(super) label_words: Dictionary,
    pub(super) labels: Labels,
    /// Folded titles, end to end.
    pub(super) titles: Titles,
    ids: Table,
    pub(super) ranking: Ranking,
}

/// Folded titles in one string, and their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Titles {
    letters: String,
    ends: Vec<u32>,
    /// Rows by title, then by title as written, then by id.
    pub(super) order: Vec<u32>,
    /// Each row's place in `order`.
    pub(super) ranks: Vec<u32>,
}

impl Titles {
    pub(super) fn of(&self, row: u32) -> &str {
        piece(&self.letters, &self.ends, row)
    }
}

/// The folded labels of facet values.
#[derive(Debug, Clone, Default)]
pub(super) struct Labels {
    letters: String,
    ends: Vec<u32>,
    /// Facet and value of each label; a value may have several labels.
    pub(super) values: Vec<(u32, u32)>,
}

impl Labels {
    pub(super) fn text(&self, label: u32) -> &str {
        piece(&self.letters, &self.ends, label)
    }
}

/// Visits the label texts of a facet value: facet position, value, visitor.
pub type LabelsOf<'a> = dyn Fn(usize, &str, &mut dyn FnMut(&str)) + 'a;

impl<R: Record> Index<R> {
    /// Builds the index. `labels` visits the label texts of a facet value, so that the words people read find
    /// records too ("allemagne" finds what has the country DE).
    pub fn build(records: Vec<R>, labels: &LabelsOf<'_>) -> Self {
        let titles = fold_titles(&records);
        let (order, positions) = row_order(&records, &titles);
        let titles = titles.in_row_order(&order);
        let records = rearranged(records, &order);

        let places = Places::new(records.iter().filter_map(Record::point).zip(positions));
        let facets = R::FACETS
            .iter()
            .enumerate()
            .map(|(at, facet)| FacetIndex::new(&records, at, facet.kind))
            .collect();
        let number = |field| move |record: &R| record.number(field).unwrap_or(f64::NAN);
        let numbers =
            (0..R::NUMBERS.len()).map(|field| records.iter().map(number(field)).collect()).collect();
        let words = words_of(&records, &titles);
        let mut ids = Table::with_room_for(records.len());
        for (row, record) in records.iter().enumerate() {
            ids.insert(hash(record.id().as_bytes()), row as u32, |row| {
                hash(records[row as usize].id().as_bytes())
            });
        }
        let mut index = Self {
            records,
            places,
            facets,
            numbers,
            words,
            label_words: Dictionary::default(),
            labels: Labels::default(),
            titles,
            ids,
            ranking: Ranking::default(),
        };
        index.set_labels(labels);
        index
    }

    /// Takes other labels, after a switch of language; everything else stays.
    pub fn set_labels(&mut self, labels: &LabelsOf<'_>) {
        let mut folded = Labels::default();
        let mut words = DictionaryBuilder::new();
        let mut target = 0;
        for (facet, index) in self.facets.iter_mut().enumerate() {
            let mut first_labels: Vec<String> = Vec::with_capacity(index.values.len());
            for (value, text) in index.values.iter().enumerate() {
                words.next_target();
                let mut first = None;
                labels(facet, text, &mut |label| {
                    let start = folded.letters.len();
                    fold_onto(label, &mut folded.letters);
                    folded.ends.push(folded.letters.len() as u32);
                    folded.values.push((facet as u32, value as u32));
                    let label = &folded.letters[start..];
                    first.get_or_insert_with(|| label.to_owned());
                    label
                        .split(' ')
                        .filter(|word| !word.is_empty())
                        .for_each(|word| words.add(word, target, 1));
                });
                first_labels.push(first.unwrap_or_else(|| super::fold(text)));
                target += 1;
            }
            let by_label = in_order(
                first_labels.len(),
                |value| &first_labels[value as usize],
                |a, b| index.values[a as usize].cmp(&index.values[b as usize]),
            );
            for (rank, value) in by_label.into_iter().enumerate() {
                index.ranks[value as usize] = rank as u32;
            }
        }
        self.labels = folded;
        self.label_words = words.finish();
    }

    /// The facet and value that a target of the label words stands for.
    pub(super) fn labelled(&self, mut target: u32) -> Option<(usize, usize)> {
        for (facet, index) in self.facets.iter().enumerate() {
            let count = index.values.len() as u32;
            if target < count {
                return Some((facet, target as usize));
            }
            target -= count;
        }
        None
    }

    /// Takes other weights for ranking by relevance.
    pub fn set_ranking(&mut self, ranking: Ranking) {
        self.ranking = ranking;
    }

    /// The records in row order.
    pub fn records(&self) -> &[R] {
        &self.records
    }

    /// The row of a record by its identifier.
    pub fn row_of(&self, id: &str) -> Option<u32> {
        self.ids.find(hash(id.as_bytes()), |row| self.records[row as usize].id() == id)
    }

    /// The distinct values of a facet, sorted; empty for a facet that the records do not have.
    pub fn values(&self, facet: usize) -> &[String] {
        self.facets.get(facet).map_or(&[], |facet| &facet.values)
    }

    /// Where a value is among [`Index::values`].
    pub fn value_position(&self, facet: usize, value: &str) -> Option<usize> {
        self.facets.get(facet)?.position(value)
    }

    /// The values of one row in a facet, as positions in [`Index::values`], in the record's own order.
    pub fn values_of(&self, facet: usize, row: u32) -> &[u32] {
        self.facets.get(facet).map_or(&[], |facet| facet.values_of(row))
    }

    /// The smallest box around the located matches; `None` where none has a place.
    pub fn bounds_of(&self, outcome: &Outcome) -> Option<Bounds> {
        let mut points = outcome.matched.iter().map_while(|row| self.places.point(row));
        let first = Bounds::at(points.next()?);
        Some(points.fold(first, Bounds::including))
    }
}

/// Folds all titles and finds their order, with rows as the records came.
fn fold_titles<R: Record>(records: &[R]) -> Titles {
    let mut titles = Titles::default();
    titles.ends.reserve(records.len());
    for record in records {
        fold_onto(record.title(), &mut titles.letters);
        titles.ends.push(titles.letters.len() as u32);
    }
    titles.order = in_order(
        records.len(),
        |row| titles.of(row),
        |a, b| {
            let (a, b) = (&records[a as usize], &records[b as usize]);
            (a.title(), a.id()).cmp(&(b.title(), b.id()))
        },
    );
    titles.ranks = ranks_of(&titles.order);
    titles
}

impl Titles {
    /// The same titles once row `n` is what was row `order[n]`.
    fn in_row_order(&self, order: &[u32]) -> Self {
        let mut letters = String::with_capacity(self.letters.len());
        let mut ends = Vec::with_capacity(self.ends.len());
        for &old in order {
            letters.push_str(self.of(old));
            ends.push(letters.len() as u32);
        }
        let now = ranks_of(order);
        Self {
            letters,
            ends,
            order: self.order.iter().map(|&old| now[old as usize]).collect(),
            ranks: order.iter().map(|&old| self.ranks[old as usize]).collect(),
        }
    }
}

/// Each row's place in an order.
fn ranks_of(order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![0; order.len()];
    for (rank, &row) in order.iter().enumerate() {
        ranks[row as usize] = rank as u32;
    }
    ranks
}

/// The order of rows, as indices of records, and the map positions of the located ones.
fn row_order<R: Record>(records: &[R], titles: &Titles) -> (Vec<u32>, Vec<[u32; 2]>) {
    let mut located = Vec::with_capacity(records.len());
    let mut unlocated = Vec::new();
    for &record in &titles.order {
        match records[record as usize].point() {
            Some(point) => {
                let position = whole_position(point);
                located.push((morton(position), [point.lat(), point.lon()], position, record));
            }
            None => unlocated.push(record),
        }
    }
    // Exactly equal points lie side by side even where a code stands for two points; on one point, by title.
    located.sort_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| a.1.partial_cmp(&b.1).unwrap_or(std::cmp::Ordering::Equal))
    });
    let positions = located.iter().map(|&(_, _, position, _)| position).collect();
    (located.into_iter().map(|(.., record)| record).chain(unlocated).collect(), positions)
}

/// The records in a new order.
fn rearranged<R>(records: Vec<R>, order: &[u32]) -> Vec<R> {
    let mut taken: Vec<Option<R>> = records.into_iter().map(Some).collect();
    order.iter().filter_map(|&record| taken[record as usize].take()).collect()
}

/// The dictionary of all words in all texts.
fn words_of<R: Record>(records: &[R], titles: &Titles) -> Dictionary {
    let mut words = DictionaryBuilder::new();
    let mut scratch = String::new();
    for (row, record) in records.iter().enumerate() {
        let row = row as u32;
        words.next_target();
        let title = record.title();
        record.texts(&mut |text, weight| {
            let weight = whole_weight(weight);
            // The title is folded already.
            let folded = if std::ptr::eq(text, title) {
                titles.of(row)
            } else {
                scratch.clear();
                fold_onto(text, &mut scratch);
                &scratch
            };
            folded.split(' ').filter(|word| !word.is_empty()).for_each(|word| words.add(word, row, weight));
        });
    }
    words.finish()
}
