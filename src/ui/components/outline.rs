//! Countries as small drawings have them.

use crate::dataset::{CountryShape, Line};
use crate::domain::decimal;

/// A country's outlines as SVG writes paths; `place` says where in the drawing a point of the world's square is.
pub fn outline(shape: &CountryShape, place: &dyn Fn((f64, f64)) -> (f64, f64)) -> String {
    let mut path = String::new();
    for Line(points) in &shape.outlines {
        for (at, point) in points.iter().enumerate() {
            let (x, y) = place(*point);
            path.push(if at == 0 { 'M' } else { 'L' });
            path.push_str(&tenths(x));
            path.push(' ');
            path.push_str(&tenths(y));
        }
        path.push('Z');
    }
    path
}

/// A measure of a drawing, to a tenth.
pub fn tenths(value: f64) -> String {
    decimal::written((value * 10.0).round() / 10.0)
}
