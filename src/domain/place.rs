//! Where a record is, and how exactly that is known.

use thiserror::Error;

use super::angle::{cos, sin};

/// A point on the globe in WGS 84 degrees. Both numbers are finite and in range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    lat: f64,
    lon: f64,
}

/// Why a pair of numbers is no point.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum PlaceError {
    /// A latitude outside −90 to 90, or not a number.
    #[error("the latitude {lat} is not between -90 and 90 degrees")]
    Latitude {
        /// What was given.
        lat: f64,
    },
    /// A longitude outside −180 to 180, or not a number.
    #[error("the longitude {lon} is not between -180 and 180 degrees")]
    Longitude {
        /// What was given.
        lon: f64,
    },
}

/// Mean radius of the Earth in kilometres (IUGG).
pub const EARTH_RADIUS_KM: f64 = 6_371.008_8;

impl Point {
    /// A point from latitude and longitude in degrees.
    pub fn new(lat: f64, lon: f64) -> Result<Self, PlaceError> {
        if !(-90.0..=90.0).contains(&lat) {
            return Err(PlaceError::Latitude { lat });
        }
        if !(-180.0..=180.0).contains(&lon) {
            return Err(PlaceError::Longitude { lon });
        }
        Ok(Self { lat, lon })
    }

    /// Latitude in degrees, north positive.
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// Longitude in degrees, east positive.
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// Great-circle distance in kilometres (haversine; within 0.5 % of the ellipsoid).
    ///
    /// ```
    /// use cluster_atlas::domain::Point;
    /// let paris = Point::new(48.8566, 2.3522).expect("in range");
    /// let berlin = Point::new(52.52, 13.405).expect("in range");
    /// assert!((paris.distance_km(berlin) - 878.0).abs() < 5.0);
    /// ```
    pub fn distance_km(self, other: Self) -> f64 {
        let (a, b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = sin((b - a) / 2.0);
        let half_lon = sin((other.lon - self.lon).to_radians() / 2.0);
        let h = half_lat * half_lat + cos(a) * cos(b) * half_lon * half_lon;
        2.0 * EARTH_RADIUS_KM * h.sqrt().min(1.0).asin()
    }
}

/// How exactly a location is known, from most to least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The building.
    Exact,
    /// The street.
    Street,
    /// Somewhere in the city: many records share one point.
    City,
    /// Somewhere in the region.
    Region,
}

impl Precision {
    /// All values, from most to least exact.
    pub const ALL: [Self; 4] = [Self::Exact, Self::Street, Self::City, Self::Region];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Street => "street",
            Self::City => "city",
            Self::Region => "region",
        }
    }
}

/// A point and how exactly it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Location {
    /// Where.
    pub point: Point,
    /// How exactly.
    pub precision: Precision,
}
