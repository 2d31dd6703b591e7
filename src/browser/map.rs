//! The map: Leaflet moves it and listens to hands and keys, the canvas layers of this module are what is seen.
//!
//! Two canvases lie in Leaflet's panes, land below and marks above. Both are drawn in the next frame after something
//! has changed, however often it changed, and follow Leaflet's own zoom animation until then.

mod base;
mod canvas_layer;
mod colours;
mod events;
mod frame;
mod labels;
mod marks;
mod scene;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use leaflet::{LatLng, LatLngBounds, Map, MapOptions, TileLayerOptions};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::dataset::{BaseMap, TileLayer};
use crate::domain::Point;
use crate::explore::{Bounds, Bubble, LAST_ZOOM, Near};

use super::page::matches_media;
use canvas_layer::Panes;
use events::Handles;
use marks::Highlight;
use scene::Scene;

pub use colours::{MapColours, map_colours};

/// How large the map is on paper, as `style/print.css` has it: width, height.
const PAPER: [(&str, &str); 2] = [("width", "18cm"), ("height", "9cm")];
/// The world fits into 1,024 pixels.
const FIRST_ZOOM: f64 = 2.0;
/// Something small that was found is to be seen with what lies around it: closer than this the base map shows nothing.
const OVERVIEW: f64 = 9.0;
/// A bubble that a visitor opens is looked at this closely at the least.
const CLOSE_UP: f64 = 12.0;
/// But a bubble that is opened parts: so many levels further in are always allowed.
const OPENING: f64 = 2.0;
/// Between what is to be seen and the map's edge: a part of the map's smaller side, in pixels at most.
const PADDING: (f64, f64) = (0.05, 36.0);
/// Beyond this there is nothing to see: south, west, north, east.
const WORLD: [f64; 4] = [-62.0, -200.0, 84.5, 200.0];
/// Where a map looks before it is told: Europe.
const START: (f64, f64, f64) = (52.0, 13.0, 4.0);

/// The texts on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapText {
    /// Whom the map is owed to, as plain text.
    pub attribution: String,
}

/// What the map shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapView {
    /// The edges.
    pub bounds: Bounds,
    /// The middle, unless it is on a copy of the world beyond the date line.
    pub centre: Option<Point>,
    /// The zoom level.
    pub zoom: u8,
    /// Whether a visitor moved it there; the app did otherwise.
    pub by_user: bool,
}

/// What the map tells.
pub struct MapEvents {
    /// It was moved, and now rests.
    pub on_move: Box<dyn Fn(MapView)>,
    /// A bubble or a dot was clicked or tapped.
    pub on_pick: Box<dyn Fn(Bubble)>,
    /// The pointer is over another bubble or dot than before, or over none.
    pub on_hover: Box<dyn Fn(Option<Bubble>)>,
}

/// Why there is no map. Everything that it would show is in the list.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MapError {
    /// `vendor/leaflet/leaflet.js` was not loaded.
    #[error("Leaflet is not loaded")]
    NoLeaflet,
    /// Leaflet does not accept the element.
    #[error("Leaflet could not start: {message}")]
    NotStarted {
        /// What it said.
        message: String,
    },
    /// The browser gives no canvas to draw on.
    #[error("there is no canvas to draw on")]
    NoCanvas,
}

/// A map in an element of the page; gone with everything it put there when it is dropped.
pub struct AtlasMap {
    core: Rc<Core>,
    handles: Option<Handles>,
    attribution: HtmlElement,
}

/// Where the map is to look once it can.
#[derive(Debug, Clone, Copy)]
enum Aim {
    /// All of a box, but not so close that the base map has nothing to show.
    Fit(Bounds),
    /// All of a box that a visitor wants to see closer.
    Open(Bounds),
    Centre(Point, u8),
}

/// What the map and its listeners share.
struct Core {
    map: Panes,
    scene: RefCell<Scene>,
    events: MapEvents,
    /// The frame that is waited for.
    awaited: Cell<Option<i32>>,
    /// The app is being told of a movement.
    telling: Cell<bool>,
    /// Leaflet was told to move and has not begun: it begins a zoom animation in the next frame, whatever it is told
    /// in between.
    starting: Cell<bool>,
    /// The movement under way was the app's wish.
    by_app: Cell<bool>,
    /// What could not be done at once.
    aim: Cell<Option<Aim>>,
    /// Under the pointer.
    hovered: RefCell<Option<Bubble>>,
    /// The page is being printed: what is due is drawn at once.
    on_paper: Cell<bool>,
    /// The visitor wants no animation.
    still: bool,
}

impl AtlasMap {
    /// A map of Europe in `element`, which must be in the page. With `tiles`, these are shown instead of a base map.
    pub fn new(
        element: &HtmlElement,
        text: &MapText,
        tiles: Option<&TileLayer>,
        events: MapEvents,
    ) -> Result<Self, MapError> {
        let leaflet = Reflect::get(&js_sys::global(), &"L".into()).unwrap_or_default();
        if !leaflet.is_object() {
            return Err(MapError::NoLeaflet);
        }
        let still = matches_media("(prefers-reduced-motion: reduce)");
        let map = Map::new_with_element(element, &options(still))
            .map_err(|error| MapError::NotStarted { message: format!("{error:?}") })?;
        let map: Panes = map.unchecked_into();
        let made = Scene::new(&map, tiles.is_some()).and_then(|scene| {
            let attribution = attribution_element(element)?;
            Ok((scene, attribution))
        });
        let (scene, attribution) = made.inspect_err(|_| take_down(&map))?;
        if let Some(tiles) = tiles {
            let options = TileLayerOptions::new();
            options.set_max_zoom(f64::from(LAST_ZOOM));
            leaflet::TileLayer::new_options(tiles.url.as_str(), &options).add_to(&map);
        }
        let core = Rc::new(Core {
            map,
            scene: RefCell::new(scene),
            events,
            awaited: Cell::new(None),
            telling: Cell::new(false),
            starting: Cell::new(false),
            by_app: Cell::new(false),
            aim: Cell::new(None),
            hovered: RefCell::new(None),
            on_paper: Cell::new(false),
            still,
        });
        let handles = Handles::listen(&core);
        let map = Self { core, handles: Some(handles), attribution };
        map.set_attribution(&text.attribution);
        Ok(map)
    }

    /// Says whom the map is owed to, as plain text.
    pub fn set_attribution(&self, text: &str) {
        self.attribution.set_text_content(Some(text));
    }

    /// Draws land, borders and names of towns. With tiles, only the colours are taken.
    pub fn set_base(&self, base: &BaseMap, colours: &MapColours) {
        self.core.scene.borrow_mut().set_base(base);
        self.set_colours(colours);
    }

    /// Writes the names of towns in a language (BCP 47), as far as the base map knows them.
    pub fn set_language(&self, language: &str) {
        self.core.scene.borrow_mut().set_language(language);
        self.core.draw_soon();
    }

    /// Draws everything in other colours.
    pub fn set_colours(&self, colours: &MapColours) {
        let background = self.core.map.get_container().style();
        // Both properties exist in every browser that runs WebAssembly.
        let _ = background.set_property("background-color", &colours.sea);
        let _ = self.attribution.style().set_property("color", &colours.label);
        self.core.scene.borrow_mut().set_colours(colours);
        self.core.draw_soon();
    }

    /// Shows these bubbles and no others.
    pub fn show(&self, bubbles: Vec<Bubble>) {
        self.core.scene.borrow_mut().set_bubbles(bubbles);
        self.core.draw_soon();
    }

    /// Makes a place stand out, or none: by a ring where it is pointed at, by two and a dot where it is selected.
    /// A bubble that holds the place wears the rings for it.
    pub fn highlight(&self, point: Option<Point>, strong: bool) {
        let highlight = point.map(|point| Highlight { point, strong });
        if self.core.scene.borrow_mut().set_highlight(highlight) {
            self.core.draw_soon();
        }
    }

    /// Shows the circle that is searched, or none.
    pub fn show_area(&self, area: Option<Near>) {
        if self.core.scene.borrow_mut().set_area(area) {
            self.core.draw_soon();
        }
    }

    /// Moves to where all of a box is seen, as close as it gets.
    pub fn fit(&self, bounds: Bounds, animate: bool) {
        self.core.take_aim(Aim::Fit(bounds), animate);
    }

    /// Moves closer to what a visitor has clicked: their wish, not the app's.
    pub fn open(&self, bounds: Bounds, animate: bool) {
        self.core.take_aim(Aim::Open(bounds), animate);
    }

    /// Moves to a place and a zoom level, at once.
    pub fn set_view(&self, centre: Point, zoom: u8) {
        self.core.take_aim(Aim::Centre(centre, zoom), false);
    }

    /// What the map shows now.
    pub fn view(&self) -> MapView {
        self.core.view(false)
    }

    /// Draws the map as large as it is on paper, or as it is on the screen again. On paper everything is drawn at once.
    pub fn for_paper(&self, printing: bool) {
        self.core.on_paper.set(printing);
        let style = self.core.map.get_container().style();
        for (property, size) in PAPER {
            // Both properties exist in every browser that runs WebAssembly.
            let _ = if printing {
                style.set_property(property, size)
            } else {
                style.remove_property(property).map(drop)
            };
        }
        self.core.resize();
    }

    /// Takes notice of another size of the element.
    pub fn resize(&self) {
        self.core.resize();
    }

    /// Zooms in by steps, or out where they are negative: what the visitor's buttons do.
    pub fn zoom_by(&self, steps: i32) {
        self.core.by_app.set(false);
        self.core.starting.set(true);
        self.core.map.set_zoom(self.core.map.get_zoom() + f64::from(steps));
    }
}

impl Drop for AtlasMap {
    fn drop(&mut self) {
        // Listeners first: what Leaflet does while it goes must not reach them.
        self.handles = None;
        if let (Some(frame), Some(window)) = (self.core.awaited.take(), web_sys::window()) {
            // A frame that cannot be called off finds nothing to draw.
            let _ = window.cancel_animation_frame(frame);
        }
        take_down(&self.core.map);
    }
}

impl Core {
    fn view(&self, by_user: bool) -> MapView {
        let bounds = self.map.get_bounds();
        let (north_east, south_west) = (bounds.get_north_east(), bounds.get_south_west());
        let centre = self.map.get_center();
        MapView {
            bounds: Bounds {
                west: south_west.lng(),
                south: south_west.lat(),
                east: north_east.lng(),
                north: north_east.lat(),
            },
            centre: Point::new(centre.lat(), centre.lng()).ok(),
            zoom: self.map.get_zoom().round() as u8,
            by_user,
        }
    }

    /// Moves where it was told, or remembers it while Leaflet is about to zoom, zooms or tells of a movement, and
    /// while the element has no size.
    fn take_aim(&self, aim: Aim, animate: bool) {
        let size = self.map.get_size();
        let busy = self.starting.get() || self.is_zooming() || self.telling.get();
        if busy || size.x() < 1.0 || size.y() < 1.0 {
            self.aim.set(Some(aim));
            return;
        }
        self.aim.set(None);
        self.by_app.set(!matches!(aim, Aim::Open(_)));
        self.starting.set(true);
        let options = Object::new();
        let set = |name: &str, value: JsValue| {
            // A plain object takes every property.
            let _ = Reflect::set(&options, &name.into(), &value);
        };
        set("animate", (animate && !self.still).into());
        match aim {
            Aim::Fit(Bounds { west, south, east, north })
            | Aim::Open(Bounds { west, south, east, north }) => {
                let east = if east < west { east + 360.0 } else { east };
                let one_point = east - west <= 0.0 && north - south <= 0.0;
                let further = self.map.get_zoom() + if one_point { 0.0 } else { OPENING };
                let padding = JsValue::from((PADDING.0 * size.x().min(size.y())).min(PADDING.1));
                set("padding", Array::of2(&padding, &padding).into());
                let closest = match aim {
                    Aim::Open(_) => further.clamp(CLOSE_UP, f64::from(LAST_ZOOM)),
                    _ => OVERVIEW,
                };
                set("maxZoom", closest.into());
                let corners = LatLngBounds::new(&LatLng::new(south, west), &LatLng::new(north, east));
                self.map.fit_bounds_with_options(&corners, &options);
            }
            Aim::Centre(centre, zoom) => {
                let centre = LatLng::new(centre.lat(), centre.lon());
                self.map.set_view_with_options(&centre, f64::from(zoom), &options);
            }
        }
    }

    fn resize(self: &Rc<Self>) {
        // A movement of the app's that is still under way stays one.
        let under_way = self.by_app.replace(true);
        let options = Object::new();
        // A plain object takes every property.
        let _ = Reflect::set(&options, &"animate".into(), &false.into());
        self.map.invalidate_size_with_options(&options);
        // Leaflet moves at once or, where the size is as it was, not at all.
        self.by_app.set(under_way);
        if let Some(aim) = self.aim.take() {
            self.take_aim(aim, false);
        }
        self.draw_anew();
    }
}

fn options(still: bool) -> MapOptions {
    let options = MapOptions::new();
    options.set_attribution_control(false);
    options.set_zoom_control(false);
    options.set_min_zoom(FIRST_ZOOM);
    options.set_max_zoom(f64::from(LAST_ZOOM));
    let [south, west, north, east] = WORLD;
    options.set_max_bounds(LatLngBounds::new(&LatLng::new(south, west), &LatLng::new(north, east)));
    options.set_max_bounds_viscosity(1.0);
    // The page tells when the element's size changes, whatever the reason.
    options.set_track_resize(false);
    options.set_center(LatLng::new(START.0, START.1));
    options.set_zoom(START.2);
    if still {
        options.set_zoom_animation(false);
        options.set_fade_animation(false);
        options.set_inertia(false);
    }
    options
}

/// An element in Leaflet's own corner for attributions. Leaflet's control would take the text for HTML.
fn attribution_element(element: &HtmlElement) -> Result<HtmlElement, MapError> {
    let missing = || MapError::NotStarted { message: "there is no corner for the attribution".to_owned() };
    let corner =
        element.query_selector(".leaflet-bottom.leaflet-right").ok().flatten().ok_or_else(missing)?;
    let document = element.owner_document().ok_or_else(missing)?;
    let made = document.create_element("p").map_err(|_| missing())?;
    made.set_class_name("leaflet-control-attribution leaflet-control");
    corner.append_child(&made).map_err(|_| missing())?;
    made.dyn_into().map_err(|_| missing())
}

/// Removes the map and all it put into its element.
fn take_down(map: &Panes) {
    // Whenever the map comes to rest, and stopping it is a rest, Leaflet pulls it back into its bounds. A pull that
    // begins within another one leaves a frame that cannot be called off: it must not find the map's listener.
    all_off(&Reflect::get(map, &"_panAnim".into()).unwrap_or_default());
    map.stop();
    // A zoom animation ends by a timer, which would look for panes that are gone.
    let _ = Reflect::set(map, &"_animatingZoom".into(), &false.into());
    let document = map.get_container().owner_document();
    map.remove();
    // A turn of the wheel, a throw or a pinch is followed up a moment later, and nobody can call that off. It moves a
    // pane then that nobody sees, and nobody listens.
    all_off(map);
    if let Some(pane) = document.and_then(|document| document.create_element("div").ok()) {
        let _ = Reflect::set(map, &"_mapPane".into(), &pane);
    }
}

/// Takes all listeners off one of Leaflet's objects, if it is one.
fn all_off(object: &JsValue) {
    if let Ok(off) = Reflect::get(object, &"off".into()).and_then(JsCast::dyn_into::<Function>) {
        // Taking listeners off cannot fail.
        let _ = off.call0(object);
    }
}
