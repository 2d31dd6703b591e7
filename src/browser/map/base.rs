//! Land, coasts and borders.

use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule};

use crate::dataset::{BaseMap, Line};

use super::colours::MapColours;
use super::frame::Frame;

/// Points nearer than this to the one before are left out, in pixels.
const FINE: f64 = 0.7;
/// Outside is where even a line's width does not reach in, in pixels.
const RIM: f64 = 4.0;

/// Draws the base map on an empty layer.
pub fn draw(pen: &CanvasRenderingContext2d, base: &BaseMap, frame: &Frame, colours: &MapColours) {
    pen.begin_path();
    for outline in &base.land {
        trace(pen, outline, frame, Stroke::Closed);
    }
    pen.set_fill_style_str(&colours.land);
    // Inland seas are outlines within outlines.
    pen.fill_with_canvas_winding_rule(CanvasWindingRule::Evenodd);

    pen.set_stroke_style_str(&colours.border);
    pen.set_line_join("round");
    pen.begin_path();
    for outline in &base.land {
        trace(pen, outline, frame, Stroke::Coast);
    }
    pen.set_line_width(0.8);
    pen.stroke();

    pen.begin_path();
    for border in &base.borders {
        trace(pen, border, frame, Stroke::Open);
    }
    pen.set_line_width(1.0);
    // Dashes tell a border from a coast where colour does not.
    let _ = pen.set_line_dash(&dashes(&[4.0, 2.5]));
    pen.stroke();
    let _ = pen.set_line_dash(&dashes(&[]));
}

fn dashes(lengths: &[f64]) -> JsValue {
    lengths.iter().map(|length| JsValue::from_f64(*length)).collect::<js_sys::Array>().into()
}

/// How a run of points is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stroke {
    /// From the first point to the last.
    Open,
    /// And back to the first.
    Closed,
    /// The same, but not along the date line, where land is cut and goes on at the other edge of the world.
    Coast,
}

/// Adds a run of points to the path under way. What is outside the frame is reduced to what bounds the inside.
fn trace(pen: &CanvasRenderingContext2d, Line(points): &Line, frame: &Frame, stroke: Stroke) {
    let Some(first) = points.first() else { return };
    let closing = if stroke == Stroke::Open { None } else { Some(first) };
    let at_edge = |point: &(f64, f64)| point.0 <= 0.0 || point.0 >= 1.0;
    let mut previous = first;
    let mut kept = frame.place(*first);
    let mut held: Option<(f64, f64)> = None;
    pen.move_to(kept.0, kept.1);
    for point in points.iter().skip(1).chain(closing) {
        let here = frame.place(*point);
        if stroke == Stroke::Coast && at_edge(previous) && at_edge(point) {
            if let Some((x, y)) = held.take() {
                pen.line_to(x, y);
            }
            pen.move_to(here.0, here.1);
            kept = here;
        } else {
            // A point between two others on the same outer side of the frame changes nothing inside.
            if let Some(middle) = held.take()
                && outer(kept, frame) & outer(middle, frame) & outer(here, frame) == 0
                && (middle.0 - kept.0).abs() + (middle.1 - kept.1).abs() > FINE
            {
                pen.line_to(middle.0, middle.1);
                kept = middle;
            }
            held = Some(here);
        }
        previous = point;
    }
    if let Some((x, y)) = held {
        pen.line_to(x, y);
    }
}

/// On which sides of the frame a point is outside, one bit each.
fn outer((x, y): (f64, f64), frame: &Frame) -> u8 {
    u8::from(x < -RIM)
        | u8::from(x > frame.width + RIM) << 1
        | u8::from(y < -RIM) << 2
        | u8::from(y > frame.height + RIM) << 3
}
