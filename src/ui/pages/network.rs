//! A network: what its page has beyond its sections.

use leptos::prelude::*;

use crate::collection::Network;
use crate::dataset::{CountryShape, in_square};
use crate::domain::{Partner, Point};
use crate::ui::atlas::Atlas;
use crate::ui::components::{Slots, Viewed, outline, tenths};
use crate::ui::files;
use crate::ui::messages::tr_view;
use crate::ui::task::while_drawn;

/// Width and height of the drawing, in its own units.
const SIZE: (f64, f64) = (600.0, 380.0);
/// What the drawing shows at the least, of the width of the world: about ten degrees.
const LEAST: f64 = 0.028;
/// Room around the outermost places, of what they span.
const ROOM: f64 = 0.12;

/// A small map of its partners, where at least two of them have a place. The list says the same.
pub fn network_parts(viewed: &Viewed<Network>) -> Slots {
    let coordinator = viewed.record.coordinator.as_ref().and_then(|partner| place_of(partner, &viewed.atlas));
    let partners = viewed.record.partners.iter().filter_map(|partner| place_of(partner, &viewed.atlas));
    let mut partners: Vec<Point> = partners.collect();
    // Who leads it may be among the partners too: a line to oneself is none.
    partners.retain(|point| Some(*point) != coordinator);
    let enough = partners.len() + usize::from(coordinator.is_some()) > 1;
    let map = enough.then(|| view! { <PartnerMap coordinator partners/> }.into_any());
    // Beside the text where there is room, below it where there is none: who is in it is said in words.
    Slots { aside: map, ..Slots::default() }
}

/// Where a partner is, if it is an organisation of the dataset with a place.
fn place_of(partner: &Partner, atlas: &Atlas) -> Option<Point> {
    let row = atlas.index.row_of(partner.organisation.as_ref()?.as_str())?;
    atlas.index.point(row)
}

/// Lines from who leads the network to its partners, over the countries; without the countries the lines are still there.
#[component]
fn PartnerMap(coordinator: Option<Point>, partners: Vec<Point>) -> impl IntoView {
    let shapes = RwSignal::new(Vec::new());
    while_drawn(async move { shapes.set(files::country_shapes().await.unwrap_or_default()) });
    let words = if coordinator.is_some() { "network-map" } else { "network-map-unled" };
    view! {
        <figure class="partner-map" aria-hidden="true">
            {move || shapes.with(|shapes| drawing(shapes, coordinator, &partners))}
            <figcaption class="quiet">{tr_view(words)}</figcaption>
        </figure>
    }
}

fn drawing(shapes: &[CountryShape], coordinator: Option<Point>, partners: &[Point]) -> AnyView {
    let places = || coordinator.iter().chain(partners).copied().map(in_square);
    let [west, north, east, south] = places()
        .fold([1.0, 1.0, 0.0, 0.0], |[west, north, east, south]: [f64; 4], (x, y)| {
            [west.min(x), north.min(y), east.max(x), south.max(y)]
        });
    // As wide as it has to be for both directions, in the proportion of the drawing.
    let across = (east - west).max((south - north) * SIZE.0 / SIZE.1);
    let across = (across * (1.0 + 2.0 * ROOM)).max(LEAST);
    let scale = SIZE.0 / across;
    let (x, y) = (f64::midpoint(west, east), f64::midpoint(north, south));
    let place =
        move |(px, py): (f64, f64)| ((px - x) * scale + SIZE.0 / 2.0, (py - y) * scale + SIZE.1 / 2.0);
    let land = shapes.iter().map(|shape| view! { <path class="land" d=outline(shape, &place)/> }.into_any());
    let land = land.collect_view();
    let at = |point: Point| {
        let (x, y) = place(in_square(point));
        (tenths(x), tenths(y))
    };
    let lines = coordinator.into_iter().flat_map(|from| partners.iter().map(move |to| (from, *to)));
    let lines = lines.map(|(from, to)| {
        let ((x1, y1), (x2, y2)) = (at(from), at(to));
        view! { <line x1=x1 y1=y1 x2=x2 y2=y2/> }.into_any()
    });
    let lines = lines.collect_view();
    let dot = |point: Point, class: &'static str, radius: &'static str| {
        let (x, y) = at(point);
        view! { <circle class=class cx=x cy=y r=radius/> }.into_any()
    };
    let dots = partners.iter().map(|point| dot(*point, "partner", "6")).collect_view();
    let centre = coordinator.map(|point| dot(point, "coordinator", "9"));
    let view_box = ["0 0 ", &tenths(SIZE.0), " ", &tenths(SIZE.1)].concat();
    view! { <svg viewBox=view_box>{land} {lines} {dots} {centre}</svg> }.into_any()
}
