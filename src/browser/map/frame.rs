//! Where things are: degrees, the Mercator square, and the pixels of what is drawn.

use std::f64::consts::{FRAC_PI_4, TAU};

use crate::domain::angle::{cos, sin};

/// The poles lie at infinity on this map; beyond this latitude everything is drawn on its edge.
const EDGE_LATITUDE: f64 = 85.051_128_78;
/// Pixels along the world's side at zoom 0.
const TILE: f64 = 256.0;

/// A point in degrees on the Web Mercator square: `0, 0` is the north-western corner of the world, `1, 1` the opposite.
pub fn square(lat: f64, lon: f64) -> (f64, f64) {
    let half = FRAC_PI_4 + lat.clamp(-EDGE_LATITUDE, EDGE_LATITUDE).to_radians() / 2.0;
    (lon / 360.0 + 0.5, 0.5 - (sin(half) / cos(half)).ln() / TAU)
}

/// Pixels along the world's side at a zoom level, which may be between two levels while a finger pinches.
pub fn world_side(zoom: f64) -> f64 {
    TILE * zoom.exp2()
}

/// The part of the world that a layer shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The zoom level.
    pub zoom: f64,
    /// The left edge in pixels from the world's corner.
    pub left: f64,
    /// The upper edge in pixels from the world's corner.
    pub top: f64,
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
}

impl Frame {
    /// A point of the square in pixels of the layer.
    pub fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let side = world_side(self.zoom);
        (x * side - self.left, y * side - self.top)
    }

    /// Whether a circle around a point of the layer is at least partly on it.
    pub fn shows(&self, (x, y): (f64, f64), reach: f64) -> bool {
        x > -reach && y > -reach && x < self.width + reach && y < self.height + reach
    }
}
