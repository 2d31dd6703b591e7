//! One question to the index, whatever the kind of record.

use crate::domain::angle::cos;
use crate::domain::{EARTH_RADIUS_KM, Point};

use super::{FacetId, NumberId};

/// A question. Values of one facet are OR-ed, everything else is AND-ed; the default asks for all records in their own order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// Words that must all be found; one after a hyphen (`-word`) must not be. Empty asks for nothing in particular.
    pub text: String,
    /// Chosen values per facet. Values that the dataset does not have match nothing by themselves.
    pub facets: Vec<Choice>,
    /// Ranges of numeric fields, both ends included; records without the number do not match.
    pub ranges: Vec<NumberRange>,
    /// Within a distance of a point; records without a place do not match.
    pub near: Option<Near>,
    /// Within a box; records without a place do not match.
    pub bounds: Option<Bounds>,
    /// The order of the matches.
    pub sort: Sort,
}

/// The chosen values of one facet; an empty choice restricts nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The facet.
    pub facet: FacetId,
    /// Any of these.
    pub any_of: Vec<String>,
    /// Where any are chosen, these match too, but what has none of the chosen ones comes after the others of its group.
    pub lesser: Vec<String>,
    /// None of these.
    pub none_of: Vec<String>,
}

impl Choice {
    /// Any of some values.
    pub fn any_of(facet: FacetId, any_of: Vec<String>) -> Self {
        Self { facet, any_of, ..Self::default() }
    }
}

/// A range of a numeric field, both ends included; without any end it restricts nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NumberRange {
    /// The field.
    pub field: NumberId,
    /// The least value.
    pub from: Option<f64>,
    /// The greatest value.
    pub to: Option<f64>,
}

/// A circle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Its centre.
    pub point: Point,
    /// Its radius in kilometres.
    pub km: f64,
}

/// A degree of latitude, in kilometres.
const KM_PER_DEGREE: f64 = EARTH_RADIUS_KM * std::f64::consts::PI / 180.0;

impl Near {
    /// A box that holds the circle. Close to a pole it reaches around the globe.
    ///
    /// ```
    /// use cluster_atlas::{domain::Point, explore::Near};
    /// let around = Near { point: Point::new(60.0, 10.0)?, km: 111.195_08 }.bounds();
    /// assert!((around.south - 59.0).abs() < 1e-6 && (around.east - 12.0).abs() < 0.1);
    /// # Ok::<(), cluster_atlas::domain::PlaceError>(())
    /// ```
    pub fn bounds(&self) -> Bounds {
        let (lat, lon) = (self.point.lat(), self.point.lon());
        let up = self.km / KM_PER_DEGREE;
        let aside = up / cos(lat.to_radians()).max(0.01);
        Bounds {
            west: (lon - aside).max(-180.0),
            south: (lat - up).max(-90.0),
            east: (lon + aside).min(180.0),
            north: (lat + up).min(90.0),
        }
    }
}

/// A box of latitudes and longitudes in degrees, edges included. `west` greater than `east` crosses the date line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Least longitude.
    pub west: f64,
    /// Least latitude.
    pub south: f64,
    /// Greatest longitude.
    pub east: f64,
    /// Greatest latitude.
    pub north: f64,
}

impl Bounds {
    /// Whether a point is inside or on the edge.
    pub fn contains(&self, point: Point) -> bool {
        let (lat, lon) = (point.lat(), point.lon());
        let across = if self.west <= self.east {
            (self.west..=self.east).contains(&lon)
        } else {
            lon >= self.west || lon <= self.east
        };
        across && (self.south..=self.north).contains(&lat)
    }

    /// Whether a view of this box shows all of another one, and not too small: across one of its sides, or both, the other
    /// fills at least the part `least` of it. Neither may cross the date line.
    pub fn shows(&self, other: Self, least: f64) -> bool {
        let holds = self.west <= other.west
            && other.east <= self.east
            && self.south <= other.south
            && other.north <= self.north;
        let is_large = other.east - other.west >= (self.east - self.west) * least
            || other.north - other.south >= (self.north - self.south) * least;
        holds && is_large
    }

    /// The box that holds just one point.
    pub(super) fn at(point: Point) -> Self {
        Self { west: point.lon(), south: point.lat(), east: point.lon(), north: point.lat() }
    }

    /// The smallest box around this one and a point. Never crosses the date line.
    pub(super) fn including(self, point: Point) -> Self {
        Self {
            west: self.west.min(point.lon()),
            south: self.south.min(point.lat()),
            east: self.east.max(point.lon()),
            north: self.north.max(point.lat()),
        }
    }
}

/// The order of the matches. Ties are broken by title, then by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// By relevance where there is text, else by distance where there is a point, else in the records' own order.
    #[default]
    Best,
    /// In the records' own order ([`Record::sort_key`](super::Record::sort_key)); for kinds that have none, by title.
    Own,
    /// By title, as folded text.
    Title,
    /// By the first value of a facet in the order of the values' labels, then by title; none last. A facet that the
    /// records do not have sorts nothing.
    Facet(FacetId),
    /// By distance from `Query::near`, nearest first, without a place last; by title where there is no point.
    Distance,
}

#[cfg(test)]
mod tests {
    use super::Bounds;

    const EUROPE: Bounds = Bounds { west: -10.0, south: 36.0, east: 38.0, north: 63.0 };

    #[test]
    fn a_view_shows_what_it_holds_at_a_size_that_can_be_read() {
        let spain = Bounds { west: -9.0, south: 36.5, east: 3.0, north: 43.5 };
        assert!(EUROPE.shows(EUROPE, 0.2) && EUROPE.shows(spain, 0.2));
        let with_the_canaries = Bounds { west: -18.0, south: 28.0, ..spain };
        assert!(!EUROPE.shows(with_the_canaries, 0.2), "a part is outside");
        let luxembourg = Bounds { west: 5.8, south: 49.4, east: 6.5, north: 50.2 };
        assert!(!EUROPE.shows(luxembourg, 0.2), "a mark among others");
        let line = Bounds { north: EUROPE.south, ..EUROPE };
        assert!(EUROPE.shows(line, 0.2), "long one way is enough");
        assert!(!spain.shows(EUROPE, 0.2));
    }
}
