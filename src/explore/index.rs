//! The index: records in map order, and everything that finds them.

use std::cmp::Ordering;
use std::ops::Deref;

use crate::domain::{OWN, Point};

use super::dictionary::{Dictionary, DictionaryBuilder};
use super::facets::{FacetIndex, FacetReader};
use super::fold::fold_onto;
use super::intern::{Table, hash, in_order, in_order_of, piece, ranks_of};
use super::own::own_facet_id;
use super::places::{Places, morton, whole_position};
use super::ranking::{Ranking, whole_weight};
use super::record::AnyRecord;
use super::sort_keys::group_of;
use super::suggest::Suggestion;
use super::{Bounds, Catalogue, FacetId, FacetKind, NumberId, Outcome, Record, Synonyms};

/// Records of one kind, and everything that finds them.
///
/// Rows are numbered so that records with a place come first, in Morton order of their place on the map: what is
/// near on the map is near in row order, and every cell of the map at every zoom is a run of rows. Records without
/// a place follow by title.
#[derive(Clone)]
pub struct Index<R: Record> {
    records: Vec<R>,
    core: IndexCore,
}

/// What finds rows, whatever their records are: one copy of it serves every kind.
#[derive(Clone)]
pub struct IndexCore {
    /// How many rows there are.
    pub(super) len: usize,
    pub(super) places: Places,
    pub(super) facets: Vec<FacetIndex>,
    /// Numbers per field, one a row; not-a-number where unknown.
    pub(super) numbers: Vec<(NumberId, Vec<f64>)>,
    /// Words of the records' texts, leading to rows.
    pub(super) words: Dictionary,
    /// Words of the labels of facet values, leading to values as numbered in `label_targets`.
    pub(super) label_words: Dictionary,
    pub(super) labels: Labels,
    /// Folded titles, end to end.
    pub(super) titles: Titles,
    /// Each row's place in the records' own order; empty where all stand alike, which is the order of titles.
    pub(super) own_ranks: Vec<u32>,
    /// Each row's group in that order; empty where there is one.
    pub(super) groups: Vec<u8>,
    ids: Table,
    pub(super) ranking: Ranking,
}

impl<R: Record> Deref for Index<R> {
    type Target = IndexCore;

    fn deref(&self) -> &IndexCore {
        &self.core
    }
}

/// Folded texts, end to end in one string.
#[derive(Debug, Clone, Default)]
pub(super) struct FoldedTexts {
    letters: String,
    ends: Vec<u32>,
}

impl FoldedTexts {
    fn push(&mut self, text: &str) {
        fold_onto(text, &mut self.letters);
        self.ends.push(self.letters.len() as u32);
    }

    pub(super) fn of(&self, number: u32) -> &str {
        piece(&self.letters, &self.ends, number)
    }

    fn last(&self) -> &str {
        self.ends.len().checked_sub(1).map_or("", |last| self.of(last as u32))
    }
}

/// Folded titles and their order.
#[derive(Debug, Clone)]
pub(super) struct Titles {
    pub(super) texts: FoldedTexts,
    /// Rows by title, then by title as written, then by id.
    pub(super) order: Vec<u32>,
    /// Each row's place in `order`.
    pub(super) ranks: Vec<u32>,
}

/// The folded labels of facet values.
#[derive(Debug, Clone, Default)]
pub(super) struct Labels {
    pub(super) texts: FoldedTexts,
    /// Facet and value of each label, ascending; a value may have several labels.
    pub(super) values: Vec<(u32, u32)>,
}

/// Visits the label texts of a facet value: facet, value, visitor.
pub type LabelsOf<'a> = dyn Fn(FacetId, &str, &mut dyn FnMut(&str)) + 'a;

impl<R: Record> Index<R> {
    /// Builds the index. `labels` visits the label texts of a facet value, so that the words people read find
    /// records too ("allemagne" finds what has the country DE).
    pub fn build(records: Vec<R>, labels: &LabelsOf<'_>) -> Self {
        let mut facets: Vec<_> = R::FACETS.iter().map(|facet| (facet.id, facet.kind)).collect();
        for record in &records {
            record.own_facets(&mut |id| {
                let is_known = |(facet, _): &(FacetId, FacetKind)| facet.strip_prefix(OWN) == Some(id);
                if !facets.iter().any(is_known) {
                    facets.push((own_facet_id(&[OWN, id].concat()), FacetKind::Many));
                }
            });
        }
        let shape = Shape {
            facets,
            numbers: R::NUMBERS.iter().map(|number| number.id).collect(),
            records: records.len(),
        };
        let (core, order) = IndexCore::build(&shape, &|at| &records[at as usize], labels);
        Self { records: rearranged(records, &order), core }
    }

    /// Takes other labels, after a switch of language; everything else stays.
    pub fn set_labels(&mut self, labels: &LabelsOf<'_>) {
        self.core.set_labels(labels);
    }

    /// Takes other weights for ranking by relevance.
    pub fn set_ranking(&mut self, ranking: Ranking) {
        self.core.ranking = ranking;
    }

    /// The records in row order.
    pub fn records(&self) -> &[R] {
        &self.records
    }

    /// The row of a record by its identifier.
    pub fn row_of(&self, id: &str) -> Option<u32> {
        self.core.ids.find(hash(id.as_bytes()), |row| self.records[row as usize].id() == id)
    }

    /// Offers at most `limit` things for what is typed so far: first values of facets (labels that start with it
    /// before labels that only have its words), then records by name, then completed words. Nothing twice.
    pub fn suggest(&self, typed: &str, synonyms: &Synonyms, limit: usize) -> Vec<Suggestion> {
        self.core.suggest(typed, synonyms, limit, &|row, visit| Catalogue::texts(self, row, visit))
    }
}

/// What kind of records are indexed, and how many.
struct Shape {
    facets: Vec<(FacetId, FacetKind)>,
    numbers: Vec<NumberId>,
    records: usize,
}

impl IndexCore {
    /// The index of records, of which `nth` gives one by its place in the file; and the order of rows: row `n` is the
    /// record that was in place `order[n]`.
    fn build<'a>(
        shape: &Shape,
        nth: &dyn Fn(u32) -> &'a dyn AnyRecord,
        labels: &LabelsOf<'_>,
    ) -> (Self, Vec<u32>) {
        let read = Reading::of(shape, nth);
        let titles = Titles::new(read.titles, &|a, b| {
            let (a, b) = (nth(a), nth(b));
            (a.title(), a.id()).cmp(&(b.title(), b.id()))
        });
        let located = located_in_order(&read.points, &titles.order);
        let mut order: Vec<u32> = located.iter().map(|place| place.record).collect();
        order.extend(titles.order.iter().filter(|&&record| read.points[record as usize].is_none()));

        let mut ids = Table::with_room_for(shape.records);
        for (row, &record) in order.iter().enumerate() {
            ids.insert(read.ids[record as usize], row as u32);
        }
        let titles = titles.in_row_order(&order);
        let own_ranks = own_ranks(&read.sort_keys, &order, &titles.ranks);
        let mut groups: Vec<u8> = order.iter().map(|&at| group_of(read.sort_keys[at as usize])).collect();
        if groups.windows(2).all(|two| two[0] == two[1]) {
            groups = Vec::new();
        }
        let in_row_order = |numbers: &Vec<f64>| order.iter().map(|&at| numbers[at as usize]).collect();
        let mut index = Self {
            len: shape.records,
            places: Places::new(located.iter().map(|place| (place.point, place.position))),
            facets: read.facets.into_iter().map(|facet| facet.finish(&order)).collect(),
            numbers: shape.numbers.iter().copied().zip(read.numbers.iter().map(in_row_order)).collect(),
            words: read.words.finish(order.iter().copied()),
            label_words: Dictionary::default(),
            labels: Labels::default(),
            titles,
            own_ranks,
            groups,
            ids,
            ranking: Ranking::default(),
        };
        index.set_labels(labels);
        (index, order)
    }

    fn set_labels(&mut self, labels: &LabelsOf<'_>) {
        let mut folded = Labels::default();
        let mut words = DictionaryBuilder::with_room_for(64);
        for (facet, index) in self.facets.iter_mut().enumerate() {
            let mut first_labels: Vec<String> = Vec::with_capacity(index.values.len());
            for (value, text) in index.values.iter().enumerate() {
                words.next_target();
                let mut first = None;
                labels(index.id, text, &mut |label| {
                    folded.texts.push(label);
                    folded.values.push((facet as u32, value as u32));
                    first.get_or_insert_with(|| folded.texts.last().to_owned());
                    words.add(folded.texts.last(), 1);
                    words.add_compounds(label, 1);
                });
                first_labels.push(first.unwrap_or_else(|| super::fold(text)));
            }
            let by_label = in_order(first_labels.len(), &|value| &first_labels[value as usize], &|a, b| {
                index.values[a as usize].cmp(&index.values[b as usize])
            });
            for (rank, value) in by_label.into_iter().enumerate() {
                index.ranks[value as usize] = rank as u32;
            }
        }
        self.labels = folded;
        let values: usize = self.facets.iter().map(|facet| facet.values.len()).sum();
        self.label_words = words.finish(0..values as u32);
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

    /// The position of a facet; `None` for one that the records do not have.
    pub(super) fn facet(&self, id: FacetId) -> Option<usize> {
        self.facets.iter().position(|facet| facet.id == id)
    }

    fn indexed(&self, id: FacetId) -> Option<&FacetIndex> {
        self.facets.iter().find(|facet| facet.id == id)
    }

    /// The distinct values of a facet, sorted; empty for a facet that the records do not have.
    pub fn values(&self, facet: FacetId) -> &[String] {
        self.indexed(facet).map_or(&[], |facet| &facet.values)
    }

    /// Where a value is among [`Index::values`].
    pub fn value_position(&self, facet: FacetId, value: &str) -> Option<usize> {
        self.indexed(facet)?.position(value)
    }

    /// The values of one row in a facet, as positions in [`Index::values`], in the record's own order.
    pub fn values_of(&self, facet: FacetId, row: u32) -> &[u32] {
        self.indexed(facet).map_or(&[], |facet| facet.values_of(row))
    }

    /// Whether some record has a value in a facet.
    pub fn is_stated(&self, facet: FacetId) -> bool {
        self.indexed(facet).is_some_and(|facet| (0..facet.values.len()).any(|value| facet.total(value) > 0))
    }

    /// Whether the records differ in a facet: more than one of its values is some record's.
    pub fn differs(&self, facet: FacetId) -> bool {
        self.indexed(facet).is_some_and(|facet| {
            (0..facet.values.len()).filter(|&value| facet.total(value) > 0).nth(1).is_some()
        })
    }

    /// Where the record in a row is, as far as it has a place on the map.
    pub fn point(&self, row: u32) -> Option<Point> {
        self.places.point(row)
    }

    /// The smallest box around the located matches; `None` where none has a place.
    pub fn bounds_of(&self, outcome: &Outcome) -> Option<Bounds> {
        let mut points = outcome.matched.iter().map_while(|row| self.places.point(row));
        let first = Bounds::at(points.next()?);
        Some(points.fold(first, Bounds::including))
    }

    /// The box around those of the matches that lie inside `core`, when most of the located ones do; else around all.
    ///
    /// A few records on another ocean would otherwise push all others into a corner of the map: with France chosen
    /// the map shows France, and Réunion is one step of zooming out away.
    pub fn bounds_of_most(&self, outcome: &Outcome, core: Bounds) -> Option<Bounds> {
        let points = outcome.matched.iter().map_while(|row| self.places.point(row));
        let mut inside: Option<Bounds> = None;
        let mut count = 0;
        for point in points.filter(|point| core.contains(*point)) {
            inside = Some(inside.map_or(Bounds::at(point), |bounds| bounds.including(point)));
            count += 1;
        }
        if count * 2 > outcome.located { inside } else { self.bounds_of(outcome) }
    }
}

/// What the index needs of the records, in the order they came: each record's memory is visited once, in order,
/// which is what building the index of many records spends its time on.
struct Reading {
    titles: FoldedTexts,
    points: Vec<Option<Point>>,
    facets: Vec<FacetReader>,
    numbers: Vec<Vec<f64>>,
    words: DictionaryBuilder,
    /// Where each stands in the order of its kind.
    sort_keys: Vec<i64>,
    /// Hashes of the identifiers.
    ids: Vec<u32>,
}

impl Reading {
    fn of<'a>(shape: &Shape, nth: &dyn Fn(u32) -> &'a dyn AnyRecord) -> Self {
        let count = shape.records;
        let facets = shape.facets.iter().enumerate();
        let mut read = Self {
            titles: FoldedTexts::default(),
            points: Vec::with_capacity(count),
            facets: facets.map(|(at, &(id, kind))| FacetReader::new(id, at, kind, count)).collect(),
            numbers: vec![Vec::with_capacity(count); shape.numbers.len()],
            words: DictionaryBuilder::with_room_for(count),
            sort_keys: Vec::with_capacity(count),
            ids: Vec::with_capacity(count),
        };
        for at in 0..count as u32 {
            read.record(nth(at));
        }
        read
    }

    fn record(&mut self, record: &dyn AnyRecord) {
        self.ids.push(hash(record.id().as_bytes()));
        self.points.push(record.point());
        self.sort_keys.push(record.sort_key());
        for facet in &mut self.facets {
            facet.read(record);
        }
        for (field, numbers) in self.numbers.iter_mut().enumerate() {
            numbers.push(record.number(field).unwrap_or(f64::NAN));
        }
        let title = record.title();
        self.titles.push(title);
        let folded_title = self.titles.last();
        self.words.next_target();
        record.texts(&mut |text, weight| {
            let weight = whole_weight(weight);
            if std::ptr::eq(text, title) {
                self.words.add(folded_title, weight); // folded already
                self.words.add_compounds(title, weight);
            } else {
                self.words.add_text(text, weight);
            }
        });
    }
}

impl Titles {
    fn new(texts: FoldedTexts, tie: &dyn Fn(u32, u32) -> Ordering) -> Self {
        let order = in_order(texts.ends.len(), &|title| texts.of(title), tie);
        let ranks = ranks_of(&order);
        Self { texts, order, ranks }
    }
}

impl Titles {
    /// The same titles once row `n` is what was row `order[n]`.
    fn in_row_order(&self, order: &[u32]) -> Self {
        let mut texts = FoldedTexts {
            letters: String::with_capacity(self.texts.letters.len()),
            ends: Vec::with_capacity(order.len()),
        };
        for &old in order {
            texts.letters.push_str(self.texts.of(old));
            texts.ends.push(texts.letters.len() as u32);
        }
        let now = ranks_of(order);
        Self {
            texts,
            order: self.order.iter().map(|&old| now[old as usize]).collect(),
            ranks: order.iter().map(|&old| self.ranks[old as usize]).collect(),
        }
    }
}

/// Each row's place in the records' own order, then by title; nothing where all stand alike.
fn own_ranks(orders: &[i64], rows: &[u32], title_ranks: &[u32]) -> Vec<u32> {
    if orders.windows(2).all(|two| two[0] == two[1]) {
        return Vec::new();
    }
    let key = |(row, (&record, &title)): (usize, (&u32, &u32))| {
        // Negative numbers first: as unsigned ones, they are the upper half.
        let order = orders[record as usize] as u64 ^ (1 << 63);
        u128::from(order) << 64 | u128::from(title) << 32 | row as u128
    };
    let keys = rows.iter().zip(title_ranks).enumerate().map(key).collect();
    ranks_of(&in_order_of(keys, &|_, _| Ordering::Equal))
}

/// A located record.
#[derive(Clone, Copy)]
struct Located {
    point: Point,
    position: [u32; 2],
    record: u32,
}

/// The located records in Morton order, on one point in the order given.
fn located_in_order(points: &[Option<Point>], order: &[u32]) -> Vec<Located> {
    let mut keys: Vec<u128> = Vec::with_capacity(points.len());
    let mut located: Vec<Located> = Vec::with_capacity(points.len());
    for &record in order {
        let Some(point) = points[record as usize] else { continue };
        let position = whole_position(point);
        keys.push(u128::from(morton(position)) << 32 | located.len() as u128);
        located.push(Located { point, position, record });
    }
    // Exactly equal points lie side by side even where two points have one code.
    let degrees = |at: u32| (located[at as usize].point.lat(), located[at as usize].point.lon());
    let by_point = |a, b| degrees(a).partial_cmp(&degrees(b)).unwrap_or(Ordering::Equal);
    let order = in_order_of(keys, &by_point);
    order.into_iter().map(|at| located[at as usize]).collect()
}

/// The records in a new order: place `n` takes what was in place `order[n]`. Each cycle of the order is followed
/// once, so that no second copy of all records is ever in memory.
fn rearranged<R>(mut records: Vec<R>, order: &[u32]) -> Vec<R> {
    let mut order = order.to_vec();
    let (places, from) = (records.as_mut_slice(), order.as_mut_slice());
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let next = from[at] as usize;
            from[at] = at as u32;
            if next == start || next == at {
                break;
            }
            places.swap(at, next);
            at = next;
        }
    }
    records
}
