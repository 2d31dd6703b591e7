//! Bubbles and dots, and the rings around one of them.

use std::f64::consts::TAU;

use web_sys::CanvasRenderingContext2d;

use crate::domain::Point;
use crate::explore::{Bubble, BubbleKind, Near, bubble_radius, sort_values};

use super::colours::MapColours;
use super::frame::{Frame, square};

/// Within this distance a finger or a pointer meets a dot: a target of 24 pixels (WCAG 2.2, 2.5.8).
const REACH: f64 = 12.0;
/// The Mercator square ends here, in degrees.
const MOST_NORTHERN: f64 = 85.0;
/// Between the two outlines of a bubble whose records share one point, in pixels.
const DOUBLE: f64 = 3.0;

/// A bubble with its place on the Mercator square.
#[derive(Debug)]
pub struct Mark {
    /// What it stands for.
    pub bubble: Bubble,
    at: (f64, f64),
}

/// Where a mark is on a layer.
#[derive(Debug, Clone, Copy)]
pub struct Disc {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
    /// To its outermost line.
    pub radius: f64,
    mark: usize,
}

/// What is to stand out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Highlight {
    /// Where.
    pub point: Point,
    /// Selected, not only pointed at.
    pub strong: bool,
}

/// Marks for bubbles, the smallest last: they are drawn in this order, so that none is hidden.
pub fn marks(bubbles: Vec<Bubble>) -> Vec<Mark> {
    let mut marks = bubbles
        .into_iter()
        .map(|bubble| Mark { at: square(bubble.lat, bubble.lon), bubble })
        .collect::<Vec<_>>();
    sort_values(&mut marks, &|a: &Mark, b: &Mark| b.bubble.count.cmp(&a.bubble.count));
    marks
}

/// The marks that are on a layer.
pub fn discs(marks: &[Mark], frame: &Frame) -> Vec<Disc> {
    let placed = marks.iter().enumerate().map(|(mark, Mark { bubble, at })| {
        let (x, y) = frame.place(*at);
        Disc { x, y, radius: bubble_radius(bubble.count), mark }
    });
    placed.filter(|disc| frame.shows((disc.x, disc.y), disc.radius)).collect()
}

/// Which mark is met at a point of the layer: the uppermost that covers it, else the nearest within reach.
pub fn hit<'a>(marks: &'a [Mark], frame: &Frame, (x, y): (f64, f64)) -> Option<&'a Mark> {
    let near = discs(marks, frame).into_iter().rev().map(|disc| (disc, (disc.x - x).hypot(disc.y - y)));
    let near = near.filter(|(disc, away)| *away <= disc.radius.max(REACH)).collect::<Vec<_>>();
    let covering = near.iter().find(|(disc, away)| *away <= disc.radius);
    let nearest = || near.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    covering.or_else(nearest).map(|(disc, _)| &marks[disc.mark])
}

/// Draws the marks of a layer.
pub fn draw(
    pen: &CanvasRenderingContext2d,
    marks: &[Mark],
    discs: &[Disc],
    colours: &MapColours,
    family: &str,
) {
    pen.set_text_align("center");
    pen.set_text_baseline("middle");
    for disc in discs {
        let bubble = &marks[disc.mark].bubble;
        let inner = if matches!(bubble.kind, BubbleKind::SamePoint(_)) {
            // One on top of the other: a second outline, which a cluster that parts has not.
            circle(pen, disc, disc.radius);
            pen.set_fill_style_str(&colours.ring);
            pen.fill();
            circle(pen, disc, disc.radius - 0.75);
            pen.set_stroke_style_str(&colours.bubble);
            pen.set_line_width(1.5);
            pen.stroke();
            disc.radius - DOUBLE
        } else {
            disc.radius
        };
        circle(pen, disc, inner);
        pen.set_fill_style_str(&colours.bubble);
        pen.fill();
        pen.set_stroke_style_str(&colours.ring);
        pen.set_line_width(1.5);
        pen.stroke();
        if bubble.count > 1 {
            let text = short(bubble.count);
            pen.set_font(&format!("600 {}px {family}", if inner < 14.0 { 11 } else { 12 }));
            pen.set_fill_style_str(&colours.bubble_ink);
            // Half a pixel lower: figures have no descenders.
            let _ = pen.fill_text(&text, disc.x, disc.y + 0.5);
        }
    }
}

/// Draws rings around the mark that holds the point, or around the point itself: one for what is pointed at,
/// two and a dot for what is selected.
pub fn draw_highlight(
    pen: &CanvasRenderingContext2d,
    marks: &[Mark],
    discs: &[Disc],
    frame: &Frame,
    highlight: Highlight,
    colours: &MapColours,
) {
    let (x, y) = frame.place(square(highlight.point.lat(), highlight.point.lon()));
    let away = |disc: &Disc| (disc.x - x).hypot(disc.y - y);
    let holding = discs
        .iter()
        .filter(|disc| holds(&marks[disc.mark].bubble, highlight.point, away(disc)))
        .min_by(|a, b| away(a).total_cmp(&away(b)));
    let centre = holding.copied().unwrap_or(Disc { x, y, radius: bubble_radius(1), mark: usize::MAX });
    let rings: &[f64] = if highlight.strong { &[4.0, 9.0] } else { &[4.0] };
    for beyond in rings {
        circle(pen, &centre, centre.radius + beyond);
        // A pale line under the dark one keeps the ring visible over land, sea and bubbles alike.
        for (colour, width) in [(&colours.ring, 4.5), (&colours.highlight, 2.25)] {
            pen.set_stroke_style_str(colour);
            pen.set_line_width(width);
            pen.stroke();
        }
    }
    let counted = holding.is_some_and(|disc| marks[disc.mark].bubble.count > 1);
    if highlight.strong && !counted {
        circle(pen, &centre, bubble_radius(1));
        pen.set_fill_style_str(&colours.highlight);
        pen.fill();
        circle(pen, &centre, 2.0);
        pen.set_fill_style_str(&colours.ring);
        pen.fill();
    }
}

/// Draws the circle that is searched, and its middle.
pub fn draw_area(pen: &CanvasRenderingContext2d, frame: &Frame, area: Near, colours: &MapColours) {
    let middle = area.point;
    let (x, y) = frame.place(square(middle.lat(), middle.lon()));
    // Mercator keeps small circles round: its radius is measured northwards.
    let edge = frame.place(square(area.bounds().north.min(MOST_NORTHERN), middle.lon()));
    let area = Disc { x, y, radius: (y - edge.1).abs(), mark: usize::MAX };
    for (radius, width) in [(area.radius, 1.5), (3.0, 2.0)] {
        circle(pen, &area, radius);
        for (colour, width) in [(&colours.ring, width + 2.0), (&colours.highlight, width)] {
            pen.set_stroke_style_str(colour);
            pen.set_line_width(width);
            pen.stroke();
        }
    }
}

fn holds(bubble: &Bubble, point: Point, pixels: f64) -> bool {
    match bubble.kind {
        BubbleKind::Several(bounds) => bounds.contains(point),
        // The same point came through the same arithmetic; half a pixel is for what rounding leaves.
        BubbleKind::One(_) | BubbleKind::SamePoint(_) => pixels < 0.5,
    }
}

fn circle(pen: &CanvasRenderingContext2d, disc: &Disc, radius: f64) {
    pen.begin_path();
    // A radius is never negative here, the only thing that `arc` refuses.
    let _ = pen.arc(disc.x, disc.y, radius, 0.0, TAU);
}

/// A count that fits into the largest bubble.
fn short(count: u32) -> String {
    match count {
        0..10_000 => count.to_string(),
        10_000..1_000_000 => format!("{}k", count / 1_000),
        _ => format!("{}M", count / 1_000_000),
    }
}
