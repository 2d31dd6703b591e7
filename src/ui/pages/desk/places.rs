//! Where the records are: a preview, fitted to them, on which those are marked that somebody should look at. What it shows the
//! list beside it says, so that nothing on it has to be reached by keyboard.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::in_square;
use crate::ui::components::{outline, tenths};
use crate::ui::files;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::task::while_drawn;

use super::run::Outcome;

/// Width of the drawing, and its greatest height, in its own units.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 420.0;
/// Room around the outermost points.
const RIM: f64 = 24.0;
/// The least part of the world that is shown, as a part of its width: a lone point needs land around it.
const LEAST: f64 = 0.01;

/// The preview; nothing where no record has a place.
pub fn view(outcome: &Arc<Outcome>) -> Option<AnyView> {
    let placed = outcome.placed.len();
    if placed + outcome.misplaced.len() == 0 {
        return None;
    }
    let shapes = RwSignal::new(None);
    while_drawn(async move { shapes.set(files::country_shapes().await.ok()) });
    let suspects: BTreeSet<&str> =
        outcome.suspects().filter_map(|finding| finding.record.as_deref()).collect();
    let squares: Vec<((f64, f64), bool)> = outcome
        .placed
        .iter()
        .map(|(id, point)| (in_square(*point), suspects.contains(id.as_str())))
        .chain(outcome.misplaced.iter().map(|(_, point)| (in_square(*point), true)))
        .collect();
    let marked = squares.iter().filter(|(_, is_suspect)| *is_suspect).count() as f64;
    let [west, north, east, south] =
        squares.iter().fold([1.0, 1.0, 0.0, 0.0], |[west, north, east, south]: [f64; 4], ((x, y), _)| {
            [west.min(*x), north.min(*y), east.max(*x), south.max(*y)]
        });
    let (wide, high) = ((east - west).max(LEAST), (south - north).max(LEAST));
    let scale = ((WIDTH - 2.0 * RIM) / wide).min((HEIGHT - 2.0 * RIM) / high);
    let height = high * scale + 2.0 * RIM;
    let (middle_x, middle_y) = (f64::midpoint(west, east), f64::midpoint(north, south));
    let place = move |(x, y): (f64, f64)| {
        ((x - middle_x) * scale + WIDTH / 2.0, (y - middle_y) * scale + height / 2.0)
    };
    // Points that one could not tell apart are drawn once; a suspect among them shows.
    let mut dots: BTreeMap<(i32, i32), bool> = BTreeMap::new();
    for (square, is_suspect) in squares {
        let (x, y) = place(square);
        *dots.entry((x.round() as i32, y.round() as i32)).or_default() |= is_suspect;
    }
    let dot = |((x, y), is_suspect): ((i32, i32), bool)| {
        if is_suspect {
            let path = format!("M{x} {}l6 6l-6 6l-6-6Z", y - 6);
            return view! { <path class="suspect" d=path/> }.into_any();
        }
        view! { <circle cx=x.to_string() cy=y.to_string() r="2.5"/> }.into_any()
    };
    let (plain, suspect): (Vec<_>, Vec<_>) = dots.into_iter().partition(|(_, is_suspect)| !is_suspect);
    let dots = plain.into_iter().chain(suspect).map(dot).collect_view();
    let land = move || {
        shapes.with(|shapes| {
            let shapes = shapes.as_ref()?;
            let seen = shapes.iter().filter(|shape| {
                let [west, north, east, south] = shape.bounds();
                let ((left, top), (right, bottom)) = (place((west, north)), place((east, south)));
                right > 0.0 && left < WIDTH && bottom > 0.0 && top < height
            });
            let drawn = seen.map(|shape| view! { <path class="land" d=outline(shape, &place)/> }.into_any());
            Some(drawn.collect_view())
        })
    };
    let view_box = ["0 0 ", &tenths(WIDTH), " ", &tenths(height)].concat();
    let all = outcome.replaced.records as f64;
    let misplaced = outcome.misplaced.len() as f64;
    let misplaced = (misplaced > 0.0).then(|| {
        view! { <p class="quiet">{move || tr!("desk-map-misplaced", "count" => misplaced)}</p> }.into_any()
    });
    let (placed, is_part) = (outcome.with_place as f64, placed < outcome.with_place);
    let note = move || tr!("desk-map-note", "placed" => number(placed), "all" => number(all), "suspects" => number(marked));
    let part = is_part.then(|| view! { <p class="quiet">{tr_view("desk-map-part")}</p> }.into_any());
    let view = view! {
        <figure class="desk-map" aria-labelledby="desk-map">
            <figcaption><h3 id="desk-map">{tr_view("desk-map")}</h3> <p class="quiet">{note}</p> {misplaced} {part}</figcaption>
            <svg viewBox=view_box aria-hidden="true">{land} {dots}</svg>
        </figure>
    };
    Some(view.into_any())
}
