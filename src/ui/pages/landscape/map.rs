//! A map shaded by a figure. It shows what the table says, so that nothing on it has to be reached by keyboard.

use leptos::prelude::*;

use crate::dataset::{CountryShape, Line};
use crate::domain::CountryCode;
use crate::landscape::{Landscape, Shade, ShownFigure, shades};
use crate::route::Route;
use crate::ui::components::{outline, tenths as written};
use crate::ui::files;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::sentences;
use crate::ui::task::while_drawn;

use super::Counting;

/// Width of the drawing, in its own units.
const WIDTH: f64 = 600.0;
/// Room around the land.
const RIM: f64 = 4.0;
/// A country smaller than this is a dot.
const SMALL: f64 = 7.0;
/// A country at least so wide has room for its figure.
const ROOMY: f64 = 17.0;

/// The map, once its shapes are there, with its legend.
pub fn shaded_map(counting: Counting, shown: Memo<ShownFigure>, title: Signal<String>) -> AnyView {
    let shapes = RwSignal::new(None);
    while_drawn(async move { shapes.set(Some(files::country_shapes().await)) });
    let drawing = move || {
        shapes.with(|shapes| match shapes {
            None => view! { <p class="quiet">{tr_view("loading-collection")}</p> }.into_any(),
            Some(Err(failure)) => {
                let failure = failure.clone();
                view! { <p class="warning">{move || sentences::dataset_error(&failure)} " " {tr_view("countries-map-failed")}</p> }
                    .into_any()
            }
            Some(Ok(shapes)) => {
                let landscape = counting.landscape.get();
                let shown = shown.get();
                let steps = shades(landscape.countries.iter().filter_map(|figures| shown.of(figures)));
                view! { {drawing(counting, shapes, &landscape, &shown, &steps)} {legend(&landscape, &shown, &steps, shapes)} }
                    .into_any()
            }
        })
    };
    view! {
        <figure class="shaded">
            <figcaption><h2>{move || title.get()}</h2></figcaption>
            {drawing}
            <p class="quiet">{tr_view("countries-map-note")}</p>
        </figure>
    }
    .into_any()
}

/// The shade of a value: 0 is none, 1 to 5 the steps.
fn shade_of(value: u32, steps: &[Shade]) -> usize {
    let step = steps.iter().position(|step| (step.from..=step.to).contains(&value));
    // With few steps the strongest shades are used, which are told apart best.
    step.map_or(0, |step| step + 1 + (5 - steps.len()) / 2)
}

fn class_of(value: Option<u32>, steps: &[Shade]) -> &'static str {
    const SHADES: [&str; 6] = ["land s0", "land s1", "land s2", "land s3", "land s4", "land s5"];
    value.map_or("land", |value| SHADES[shade_of(value, steps).min(5)])
}

fn drawing(
    counting: Counting,
    shapes: &[CountryShape],
    landscape: &Landscape,
    shown: &ShownFigure,
    steps: &[Shade],
) -> AnyView {
    let points = || shapes.iter().flat_map(|shape| &shape.outlines).flat_map(|Line(points)| points);
    let bounds = points().fold([1.0, 1.0, 0.0, 0.0], |[west, north, east, south]: [f64; 4], (x, y)| {
        [west.min(*x), north.min(*y), east.max(*x), south.max(*y)]
    });
    let [west, north, east, south] = bounds;
    if east <= west {
        return ().into_any();
    }
    let scale = (WIDTH - 2.0 * RIM) / (east - west);
    let place = move |(x, y): (f64, f64)| ((x - west) * scale + RIM, (y - north) * scale + RIM);
    let height = (south - north) * scale + 2.0 * RIM;
    let countries = shapes.iter().map(|shape| {
        let figures = landscape.of(shape.code.as_str());
        let value = figures.and_then(|figures| shown.of(figures));
        let class = class_of(value, steps);
        let name = counting.name(shape.code.as_str());
        let said = [name, ": ".to_owned(), value.map_or_else(|| tr("not-known"), |value| number(shown.number(value)))].concat();
        let outline = outline(shape, &place);
        let [west, north, east, south] = shape.bounds();
        let (wide, high) = ((east - west) * scale, (south - north) * scale);
        let (x, y) = place(shape.middle());
        let dot = (wide < SMALL && high < SMALL)
            .then(|| view! { <circle class=class cx=written(x) cy=written(y) r="4"/> }.into_any());
        let go = to_country(counting, figures.is_some(), shape.code.clone());
        view! { <g class:known=figures.is_some() on:click=go><title>{said}</title><path class=class d=outline/>{dot}</g> }
            .into_any()
    });
    let countries = countries.collect_view();
    // The figures stand above all land.
    let texts = shapes.iter().filter_map(|shape| {
        let value = landscape.of(shape.code.as_str()).and_then(|figures| shown.of(figures))?;
        let [west, north, east, south] = shape.bounds();
        let roomy = (east - west) * scale >= ROOMY && (south - north) * scale >= ROOMY * 0.6;
        let (x, y) = place(shape.middle());
        let class = if shade_of(value, steps) >= 4 { "on-dark" } else { "" };
        roomy.then(|| {
            view! { <text class=class x=written(x) y=written(y + 3.5)>{number(shown.number(value))}</text> }.into_any()
        })
    });
    let texts = texts.collect_view();
    let view_box = ["0 0 ", &written(WIDTH), " ", &written(height)].concat();
    view! { <svg viewBox=view_box aria-hidden="true">{countries} {texts}</svg> }.into_any()
}

fn to_country(
    counting: Counting,
    known: bool,
    code: CountryCode,
) -> impl Fn(leptos::ev::MouseEvent) + 'static {
    move |_| {
        if known {
            counting.app.go(Route::parse(&untrack(|| counting.country_link(&code))));
        }
    }
}

/// What the shades mean, in words.
fn legend(landscape: &Landscape, shown: &ShownFigure, steps: &[Shade], shapes: &[CountryShape]) -> AnyView {
    let values = || landscape.countries.iter().map(|figures| shown.of(figures));
    let zeros = values().filter(|value| *value == Some(0)).count();
    let unknown = values().filter(Option::is_none).count();
    let item = |class: &'static str, words: String| {
        view! { <li><span class=["swatch ", class].concat() aria-hidden="true"></span> {words}</li> }
            .into_any()
    };
    let written = |value| number(shown.number(value));
    let each = steps.iter().map(|step| {
        let countries = f64::from(step.count);
        let words = if step.from == step.to {
            tr!("countries-step-one", "value" => written(step.from), "countries" => countries)
        } else {
            tr!("countries-step", "from" => written(step.from), "to" => written(step.to), "countries" => countries)
        };
        item(class_of(Some(step.from), steps), words)
    });
    let none = item("land s0", tr!("countries-step-none", "countries" => zeros as f64));
    let not_known =
        (unknown > 0).then(|| item("land", tr!("countries-step-unknown", "countries" => unknown as f64)));
    let outside = shapes.iter().filter(|shape| landscape.of(shape.code.as_str()).is_none()).count();
    let in_no_record = (outside > 0).then(|| item("land", tr("countries-step-outside")));
    view! { <ul class="legend">{none} {each.collect_view()} {not_known} {in_no_record}</ul> }.into_any()
}
