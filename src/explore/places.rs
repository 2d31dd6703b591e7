//! Where rows are: in degrees, in Web Mercator, and as directions from the Earth's centre.

use crate::domain::angle::{cos, sin};
use crate::domain::{EARTH_RADIUS_KM, Point};

use super::{Bits, Bounds, Near};

/// The places of the located rows, which come first.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    pub(super) points: Vec<Point>,
    /// Position in Web Mercator, the world 2^32 units wide and high (1 cm at the equator), from the north-west.
    pub(super) positions: Vec<[u32; 2]>,
    /// Unit vectors: distances compare by their chords, without trigonometry per row.
    directions: Vec<[f64; 3]>,
}

impl Places {
    /// Places in the order of rows. Rows on one point follow each other, so most of the trigonometry is done once a point.
    pub(super) fn new(points: impl Iterator<Item = (Point, [u32; 2])>) -> Self {
        let mut places = Self::default();
        for (point, position) in points {
            let direction = match (places.points.last(), places.directions.last()) {
                (Some(&last), Some(&direction)) if last == point => direction,
                _ => direction(point),
            };
            places.points.push(point);
            places.positions.push(position);
            places.directions.push(direction);
        }
        places
    }

    pub(super) fn len(&self) -> u32 {
        self.points.len() as u32
    }

    pub(super) fn point(&self, row: u32) -> Option<Point> {
        self.points.get(row as usize).copied()
    }

    /// The rows inside a box, among `limit` rows.
    pub(super) fn inside(&self, bounds: &Bounds, limit: usize) -> Bits {
        let mut rows = Bits::new(limit);
        for (row, &point) in self.points.iter().enumerate() {
            if bounds.contains(point) {
                rows.insert(row as u32);
            }
        }
        rows
    }

    /// The rows within a circle, among `limit` rows.
    pub(super) fn within(&self, near: &Near, limit: usize) -> Bits {
        let mut rows = Bits::new(limit);
        let centre = direction(near.point);
        let reach = square_of_chord(near.km);
        for (row, &place) in self.directions.iter().enumerate() {
            let distance = square_between(centre, place);
            // Only in a hair's breadth around the circle can rounding matter: there the exact formula decides.
            let inside = if (distance - reach).abs() <= reach * 1e-9 + 1e-18 {
                near.point.distance_km(self.points[row]) <= near.km
            } else {
                distance < reach
            };
            if inside {
                rows.insert(row as u32);
            }
        }
        rows
    }

    /// A measure of distance from a point that orders rows: the chord's square.
    pub(super) fn distance_from(&self, point: Point) -> impl Fn(u32) -> f64 + '_ {
        let centre = direction(point);
        move |row| {
            self.directions.get(row as usize).map_or(f64::INFINITY, |&place| square_between(centre, place))
        }
    }
}

fn direction(point: Point) -> [f64; 3] {
    let (lat, lon) = (point.lat().to_radians(), point.lon().to_radians());
    [cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)]
}

fn square_between(a: [f64; 3], b: [f64; 3]) -> f64 {
    let along = |axis: usize| (a[axis] - b[axis]) * (a[axis] - b[axis]);
    along(0) + along(1) + along(2)
}

/// The square of the chord that spans a distance on the ground, on a globe of radius one.
fn square_of_chord(km: f64) -> f64 {
    if km.is_nan() || km < 0.0 {
        return f64::NAN;
    }
    let half = (km / EARTH_RADIUS_KM / 2.0).min(std::f64::consts::FRAC_PI_2);
    4.0 * sin(half) * sin(half)
}

/// How many units the world of [`Places::positions`] is wide and high.
pub(super) const WORLD: f64 = 4_294_967_296.0;

/// A point's position in Web Mercator (EPSG:3857), beyond 85.05° clamped to the edge.
pub(super) fn position(lat: f64, lon: f64) -> [f64; 2] {
    let sine = sin(lat.to_radians());
    let x = (lon + 180.0) / 360.0;
    let y = 0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (4.0 * std::f64::consts::PI);
    [x * WORLD, y.clamp(0.0, 1.0) * WORLD]
}

/// The same in whole units.
pub(super) fn whole_position(point: Point) -> [u32; 2] {
    // A cast from floating point stops at the ends of the range, which is what the edges need.
    position(point.lat(), point.lon()).map(|unit| unit as u32)
}

/// The latitude and longitude of a position in Web Mercator.
pub(super) fn degrees([x, y]: [f64; 2]) -> (f64, f64) {
    let turn = std::f64::consts::PI * (1.0 - 2.0 * y / WORLD);
    ((2.0 * turn.exp().atan()).to_degrees() - 90.0, x / WORLD * 360.0 - 180.0)
}

/// The Morton code of a position: its bits interleaved, so that what is near in it is near on the map.
pub(super) fn morton([x, y]: [u32; 2]) -> u64 {
    fn spread(bits: u32) -> u64 {
        let mut bits = u64::from(bits);
        bits = (bits | bits << 16) & 0x0000_ffff_0000_ffff;
        bits = (bits | bits << 8) & 0x00ff_00ff_00ff_00ff;
        bits = (bits | bits << 4) & 0x0f0f_0f0f_0f0f_0f0f;
        bits = (bits | bits << 2) & 0x3333_3333_3333_3333;
        (bits | bits << 1) & 0x5555_5555_5555_5555
    }
    spread(x) | spread(y) << 1
}

#[cfg(test)]
mod tests {
    use super::{degrees, morton, position, square_of_chord, whole_position};
    use crate::domain::Point;

    #[test]
    fn mercator_goes_there_and_back() {
        for (lat, lon) in [(0.0, 0.0), (48.8566, 2.3522), (-33.9, 151.2), (71.2, -179.9), (85.0, 179.9)] {
            let (back_lat, back_lon) = degrees(position(lat, lon));
            assert!((back_lat - lat).abs() < 1e-9 && (back_lon - lon).abs() < 1e-9, "{lat} {lon}");
        }
    }

    #[test]
    fn the_edges_of_the_world_are_on_the_map() {
        let corner = |lat, lon| whole_position(Point::new(lat, lon).expect("in range"));
        assert_eq!(corner(90.0, -180.0), [0, 0]);
        assert_eq!(corner(-90.0, 180.0), [u32::MAX, u32::MAX]);
    }

    #[test]
    fn morton_interleaves() {
        assert_eq!(morton([0b11, 0b00]), 0b0101);
        assert_eq!(morton([0b00, 0b11]), 0b1010);
        assert_eq!(morton([u32::MAX, u32::MAX]), u64::MAX);
    }

    #[test]
    fn a_radius_beyond_the_antipode_is_everything() {
        assert!((square_of_chord(1e9) - 4.0).abs() < 1e-12);
        assert!(square_of_chord(-1.0).is_nan() && square_of_chord(f64::NAN).is_nan());
    }
}
