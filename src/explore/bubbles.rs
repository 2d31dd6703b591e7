//! What the map shows: matches that lie close together on the screen, in bubbles.
//!
//! Rows are in Morton order, so every cell of the map's grid is a run of rows at every zoom: one pass over the
//! matches forms the bubbles of any filtered set, and nothing is kept between passes.

use crate::domain::Point;

use super::index::IndexCore;
use super::places::{WORLD, degrees, position};
use super::{Bounds, Bubble, BubbleKind, Outcome, Viewport};

/// The deepest zoom that parts bubbles: from here on only records on exactly one point share one.
/// The map must not zoom further in than this, and need not.
pub const LAST_ZOOM: u8 = 16;

/// The radius that a bubble is drawn with, in pixels.
pub fn bubble_radius(count: u32) -> f64 {
    if count <= 1 { 5.0 } else { (7.5 + 1.7 * f64::from(count).sqrt()).clamp(11.0, 27.0) }
}

/// A cell is 2^6 = 64 pixels wide: more than two of the largest radii, so that only neighbouring cells can overlap.
const CELL: u32 = 6;
/// The view is widened to whole tiles of 2^8 = 256 pixels, so that bubbles do not change while the map is dragged a little.
const TILE: u32 = 8;
/// Circles that only graze each other stay two: this share of the sum of their radii makes one of them.
const NEAR: f64 = 0.85;
/// How often overlapping bubbles are looked for: a merged bubble is larger and may touch another.
const ROUNDS: usize = 2;

impl IndexCore {
    /// The bubbles of the matches inside a view and a little around it, in row order of their first members.
    ///
    /// Each match in there is in exactly one bubble. Where the view shows a copy of the world beyond the date line,
    /// bubbles have the longitudes of that copy.
    pub fn bubbles(&self, outcome: &Outcome, view: &Viewport) -> Vec<Bubble> {
        let zoom = view.zoom.min(LAST_ZOOM);
        let window = Window::around(&view.bounds, zoom);
        let cell = unit_bits(zoom) + CELL;
        let mut groups: Vec<Group> = Vec::new();
        let mut last = None;
        for row in &outcome.matched {
            let Some(point) = self.places.point(row) else { break };
            let [x, y] = self.places.positions[row as usize];
            if !window.contains(x, y) {
                continue;
            }
            let here = if zoom == LAST_ZOOM {
                Some((u64::from(x) << 32 | u64::from(y), Some(point)))
            } else {
                Some((u64::from(x >> cell) << 32 | u64::from(y >> cell), None))
            };
            match groups.last_mut() {
                Some(group) if here == last => group.add(point, x, y),
                _ => groups.push(Group::new(row, point, x, y)),
            }
            last = here;
        }
        if zoom < LAST_ZOOM {
            for _ in 0..ROUNDS {
                if !merge_overlapping(&mut groups, zoom) {
                    break;
                }
            }
        }
        let mut order: Vec<u64> =
            groups.iter().zip(0..).map(|(group, at)| u64::from(group.first) << 32 | at).collect();
        order.sort_unstable();
        order.into_iter().map(|key| groups[key as u32 as usize].into_bubble(&window)).collect()
    }

    /// The matches on exactly the point of a row, by title; none where the row has no place.
    pub fn at_same_point(&self, outcome: &Outcome, row: u32) -> Vec<u32> {
        let Some(point) = self.places.point(row) else { return Vec::new() };
        // Equal points are in one position, and one position is a run of rows.
        let here = self.places.positions[row as usize];
        let same = |&row: &u32| self.places.positions[row as usize] == here;
        let before = (0..row).rev().take_while(same);
        let after = (row..self.places.len()).take_while(same);
        let mut ranks: Vec<u64> = before
            .chain(after)
            .filter(|&row| outcome.matched.contains(row) && self.places.point(row) == Some(point))
            .map(|row| u64::from(self.titles.ranks[row as usize]))
            .collect();
        ranks.sort_unstable();
        ranks.into_iter().map(|rank| self.titles.order[rank as usize]).collect()
    }
}

/// How many bits of a position are finer than a pixel at a zoom.
fn unit_bits(zoom: u8) -> u32 {
    32 - 8 - u32::from(zoom)
}

/// Matches that will share a bubble.
#[derive(Debug, Clone, Copy)]
struct Group {
    first: u32,
    count: u32,
    sum: [u64; 2],
    point: Point,
    /// Whether all members are exactly on `point`.
    together: bool,
    bounds: Bounds,
}

impl Group {
    fn new(first: u32, point: Point, x: u32, y: u32) -> Self {
        let sum = [u64::from(x), u64::from(y)];
        Self { first, count: 1, sum, point, together: true, bounds: Bounds::at(point) }
    }

    fn add(&mut self, point: Point, x: u32, y: u32) {
        self.count += 1;
        self.sum[0] += u64::from(x);
        self.sum[1] += u64::from(y);
        if point != self.point {
            self.together = false;
            self.bounds = self.bounds.including(point);
        }
    }

    fn take_in(&mut self, other: &Self) {
        self.first = self.first.min(other.first);
        self.count += other.count;
        self.sum[0] += other.sum[0];
        self.sum[1] += other.sum[1];
        self.together &= other.together && self.point == other.point;
        let Bounds { west, south, east, north } = other.bounds;
        self.bounds = Bounds {
            west: self.bounds.west.min(west),
            south: self.bounds.south.min(south),
            east: self.bounds.east.max(east),
            north: self.bounds.north.max(north),
        };
    }

    /// The mean position, in units of the world.
    fn centre(&self) -> [f64; 2] {
        self.sum.map(|sum| sum as f64 / f64::from(self.count))
    }

    fn into_bubble(self, window: &Window) -> Bubble {
        let (lat, lon) =
            if self.together { (self.point.lat(), self.point.lon()) } else { degrees(self.centre()) };
        let turn = window.turn_of(lon);
        let kind = match (self.count, self.together) {
            (1, _) => BubbleKind::One(self.first),
            (_, true) => BubbleKind::SamePoint(self.first),
            _ => {
                let Bounds { west, east, .. } = self.bounds;
                BubbleKind::Several(Bounds { west: west + turn, east: east + turn, ..self.bounds })
            }
        };
        Bubble { lat, lon: lon + turn, count: self.count, kind }
    }
}

/// Merges groups whose circles would overlap, the greatest first; whether there were any.
///
/// A group takes in what it overlaps where it stands now; where it has moved to by that is the next round's matter.
fn merge_overlapping(groups: &mut Vec<Group>, zoom: u8) -> bool {
    let pixel = 1.0 / f64::from(1_u32 << unit_bits(zoom));
    let centres: Vec<[f64; 2]> = groups.iter().map(|group| group.centre().map(|unit| unit * pixel)).collect();
    let radii: Vec<f64> = groups.iter().map(|group| bubble_radius(group.count)).collect();
    let mut by_cell: Vec<u64> =
        centres.iter().zip(0..).map(|(&centre, at)| cell_key(cell_of(centre)) | at).collect();
    by_cell.sort_unstable();
    let mut by_size: Vec<u64> =
        groups.iter().zip(0..).map(|(group, at)| u64::from(u32::MAX - group.count) << 32 | at).collect();
    by_size.sort_unstable();

    let mut taken = vec![false; groups.len()];
    let mut any = false;
    for at in by_size.into_iter().map(|key| key as u32 as usize) {
        if taken[at] {
            continue;
        }
        let mut group = groups[at];
        let [column, row] = cell_of(centres[at]);
        for column in column.saturating_sub(1)..=column + 1 {
            let (least, beyond) = (cell_key([column, row.saturating_sub(1)]), cell_key([column, row + 2]));
            let first = by_cell.partition_point(|&key| key < least);
            let near = by_cell[first..].iter().take_while(|&&key| key < beyond);
            for other in near.map(|&key| (key % MOST_GROUPS) as usize) {
                let apart = || (centres[at][0] - centres[other][0]).hypot(centres[at][1] - centres[other][1]);
                if other != at && !taken[other] && apart() < NEAR * (radii[at] + radii[other]) {
                    group.take_in(&groups[other]);
                    taken[other] = true;
                    any = true;
                }
            }
        }
        groups[at] = group;
    }
    let mut gone = taken.into_iter();
    groups.retain(|_| !gone.next().unwrap_or(false));
    any
}

/// The cell of 64 pixels that a place on the map, in pixels, is in.
fn cell_of([x, y]: [f64; 2]) -> [u64; 2] {
    [(x / 64.0) as u64, (y / 64.0) as u64]
}

/// A cell as a number, with room below for that of a group. At the last zoom there are 2^18 cells each way.
fn cell_key([column, row]: [u64; 2]) -> u64 {
    column << 44 | row << 24
}

/// Room for the number of a group below a cell: no view has that many.
const MOST_GROUPS: u64 = 1 << 24;

/// The part of the world that bubbles are made for: the view, widened to whole tiles.
struct Window {
    /// The least position, and how far it reaches from there; longitudes may wrap around.
    least: [u32; 2],
    extent: [u32; 2],
    /// The view's own longitudes.
    west: f64,
    east: f64,
}

impl Window {
    fn around(bounds: &Bounds, zoom: u8) -> Self {
        let everything = Self { least: [0; 2], extent: [u32::MAX; 2], west: -180.0, east: 180.0 };
        let Bounds { west, south, east, north } = *bounds;
        if ![west, south, east, north].iter().all(|degree| degree.is_finite() && degree.abs() < 1e6) {
            return everything;
        }
        let east = if east < west { east + 360.0 } else { east };
        let tile = f64::from(1_u32 << (unit_bits(zoom) + TILE - 1)) * 2.0;
        let margin = tile / 4.0;
        let [x0, y0] = position(north.clamp(-90.0, 90.0), west);
        let [x1, y1] = position(south.clamp(-90.0, 90.0), east);
        let down = |unit: f64| ((unit - margin) / tile).floor() * tile;
        let up = |unit: f64| ((unit + margin) / tile).ceil() * tile;
        let (top, bottom) = (down(y0).clamp(0.0, WORLD), up(y1).clamp(0.0, WORLD));
        let (left, width) = (down(x0), up(x1) - down(x0));
        let mut window = Self { west, east, ..everything };
        // The cast stops at the last unit, which belongs to the window when the world's edge does.
        window.least[1] = top as u32;
        window.extent[1] = ((bottom - top).max(1.0) - 1.0) as u32;
        if width < WORLD {
            window.least[0] = left.rem_euclid(WORLD) as u32;
            window.extent[0] = (width - 1.0) as u32;
        }
        window
    }

    fn contains(&self, x: u32, y: u32) -> bool {
        x.wrapping_sub(self.least[0]) <= self.extent[0] && y.wrapping_sub(self.least[1]) <= self.extent[1]
    }

    /// What to add to a longitude so that it lies in the view, where a copy of the world does.
    fn turn_of(&self, lon: f64) -> f64 {
        if (self.west..=self.east).contains(&lon) {
            return 0.0;
        }
        let middle = f64::midpoint(self.west, self.east);
        if self.east - self.west >= 360.0 && (-180.0..=180.0).contains(&middle) {
            return 0.0;
        }
        ((middle - lon) / 360.0).round() * 360.0
    }
}
