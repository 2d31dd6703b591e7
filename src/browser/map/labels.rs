//! Names of towns: which of them find room, and where.

use web_sys::CanvasRenderingContext2d;

use crate::dataset::Town;

use super::colours::MapColours;
use super::frame::Frame;
use super::marks::Disc;

/// The height of a name, in pixels.
const HEIGHT: f64 = 14.0;
/// Between a town's dot and its name.
const GAP: f64 = 5.0;
/// Between a bubble and the name of the town under it.
const BESIDE: f64 = 3.0;
/// Between two names.
const AIR: f64 = 3.0;

/// A town's name with its width in the map's type.
#[derive(Debug)]
pub struct Label {
    town: Town,
    /// In the language of the interface, as far as the data know it.
    name: Box<str>,
    width: f64,
}

/// A name that found room.
#[derive(Debug, Clone, Copy)]
pub struct Placed {
    label: usize,
    /// The left end of the name, at half its height.
    at: (f64, f64),
    /// The town's dot, unless a bubble covers it.
    dot: Option<(f64, f64)>,
}

/// Measures the names once, in the language and the type that they are drawn in.
pub fn measure(pen: &CanvasRenderingContext2d, towns: &[Town], language: &str, family: &str) -> Vec<Label> {
    let measured = towns.iter().map(|town| {
        pen.set_font(&font(town, family));
        let name = town.name_in(language);
        let width = pen.measure_text(name).map_or(0.0, |metrics| metrics.width());
        Label { town: town.clone(), name: name.into(), width }
    });
    measured.collect()
}

/// Finds room for names, in their own order: beside the dot, or beside the bubble that covers it; never over another
/// name or a bubble.
pub fn place(labels: &[Label], frame: &Frame, discs: &[Disc]) -> Vec<Placed> {
    let mut taken: Vec<Area> = Vec::new();
    let mut placed = Vec::new();
    for (index, Label { town, width, .. }) in labels.iter().enumerate() {
        if f64::from(town.zoom) > frame.zoom.round() {
            continue;
        }
        let at = frame.place(town.at);
        if !frame.shows(at, 0.0) {
            continue;
        }
        let cover = discs.iter().rev().find(|disc| (disc.x - at.0).hypot(disc.y - at.1) < disc.radius + 2.0);
        let (anchor, gap) = cover.map_or((at, GAP), |disc| ((disc.x, disc.y), disc.radius + BESIDE));
        let (half, below) = (width / 2.0, gap + HEIGHT / 2.0);
        let spots = [
            (anchor.0 + gap, anchor.1),
            (anchor.0 - gap - width, anchor.1),
            (anchor.0 - half, anchor.1 + below),
            (anchor.0 - half, anchor.1 - below),
        ];
        let free = spots.into_iter().find(|spot| {
            let area = Area::of(*spot, *width);
            !taken.iter().any(|other| area.meets(other)) && !discs.iter().any(|disc| area.under(disc))
        });
        if let Some(spot) = free {
            taken.push(Area::of(spot, *width));
            placed.push(Placed { label: index, at: spot, dot: cover.is_none().then_some(at) });
        }
    }
    placed
}

/// Draws the names that found room.
pub fn draw(
    pen: &CanvasRenderingContext2d,
    labels: &[Label],
    placed: &[Placed],
    colours: &MapColours,
    family: &str,
) {
    pen.set_text_align("left");
    pen.set_text_baseline("middle");
    pen.set_line_join("round");
    pen.set_line_width(3.0);
    pen.set_stroke_style_str(&colours.label_halo);
    pen.set_fill_style_str(&colours.label);
    for Placed { label, at, dot } in placed {
        let Label { town, name, .. } = &labels[*label];
        pen.set_font(&font(town, family));
        // Text is drawn where it can be; a canvas that refuses it has lost its context, and is drawn anew later.
        let _ = pen.stroke_text(name, at.0, at.1);
        let _ = pen.fill_text(name, at.0, at.1);
        if let Some((x, y)) = dot {
            pen.begin_path();
            let _ = pen.arc(*x, *y, if town.capital { 2.2 } else { 1.6 }, 0.0, std::f64::consts::TAU);
            pen.fill();
        }
    }
}

fn font(town: &Town, family: &str) -> String {
    format!("{} 12px {family}", if town.capital { "600" } else { "400" })
}

/// The room that a name takes.
#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn of((x, y): (f64, f64), width: f64) -> Self {
        let half = HEIGHT / 2.0;
        Self { left: x - AIR, top: y - half, right: x + width + AIR, bottom: y + half }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn under(&self, disc: &Disc) -> bool {
        let nearest =
            (disc.x.max(self.left + AIR).min(self.right - AIR), disc.y.max(self.top).min(self.bottom));
        (disc.x - nearest.0).hypot(disc.y - nearest.1) < disc.radius
    }
}
