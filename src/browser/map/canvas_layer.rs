//! A canvas layer: a canvas in one of Leaflet's panes, larger than the view, shifted and scaled until it is drawn anew.

use js_sys::{Object, Reflect};
use leaflet::{LatLng, Map, Point};
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use crate::domain::decimal;

use super::MapError;
use super::frame::{Frame, world_side};

/// How far a layer reaches beyond the view, in pixels, so that a short pan needs no drawing.
const MARGIN: f64 = 160.0;
/// Screens with more device pixels to a CSS pixel than this are drawn at this ratio: nobody sees more, memory does.
const FINEST: f64 = 2.5;

#[wasm_bindgen]
extern "C" {
    /// What Leaflet's own canvas renderer asks the map, and the `leaflet` crate leaves out.
    #[wasm_bindgen(extends = Map)]
    pub type Panes;

    #[wasm_bindgen(method, js_name = getPixelOrigin)]
    pub fn pixel_origin(this: &Panes) -> Point;

    #[wasm_bindgen(method, js_name = _getNewPixelOrigin)]
    pub fn pixel_origin_to_be(this: &Panes, centre: &LatLng, zoom: f64) -> Point;

    #[wasm_bindgen(method, js_name = containerPointToLayerPoint)]
    pub fn container_to_layer(this: &Panes, point: &Point) -> Point;

    #[wasm_bindgen(method, js_name = getPane)]
    pub fn pane(this: &Panes, name: &str) -> Option<HtmlElement>;
}

/// A canvas and its pen.
#[derive(Debug)]
pub struct CanvasLayer {
    canvas: HtmlCanvasElement,
    /// Draws in CSS pixels from the layer's corner.
    pub pen: CanvasRenderingContext2d,
}

impl CanvasLayer {
    /// An empty layer in a pane; one that takes part in Leaflet's zoom animation, or one that is drawn in its course.
    pub fn new(pane: &HtmlElement, animated: bool) -> Result<Self, MapError> {
        let document = pane.owner_document().ok_or(MapError::NoCanvas)?;
        let canvas = document.create_element("canvas").map_err(|_| MapError::NoCanvas)?;
        let canvas: HtmlCanvasElement = canvas.dyn_into().map_err(|_| MapError::NoCanvas)?;
        let pen = canvas.get_context("2d").ok().flatten().ok_or(MapError::NoCanvas)?;
        if animated {
            // Leaflet's style sheet gives this class the origin and the pace of its zoom animation.
            canvas.set_class_name("leaflet-zoom-animated");
        }
        // What the map shows is in the list; a canvas has nothing to say to a screen reader.
        let _ = canvas.set_attribute("aria-hidden", "true");
        pane.append_child(&canvas).map_err(|_| MapError::NoCanvas)?;
        Ok(Self { canvas, pen: pen.unchecked_into() })
    }

    /// Gives the layer its size, empty, with room for the screen's own pixels.
    pub fn lay(&self, frame: &Frame) {
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(1.0, FINEST);
        let style = self.canvas.style();
        for (property, size) in [("width", frame.width), ("height", frame.height)] {
            // A canvas without a size would still be drawn on, only blurred.
            let _ = style.set_property(property, &(decimal::written(size) + "px"));
        }
        let size = [frame.width, frame.height].map(|length| (length * ratio).round() as u32);
        if size == [self.canvas.width(), self.canvas.height()] {
            self.wipe(frame);
            return;
        }
        // Setting the size empties the canvas and resets the pen; it also costs 10 ms, more than all that is drawn.
        self.canvas.set_width(size[0]);
        self.canvas.set_height(size[1]);
        let _ = self.pen.scale(ratio, ratio);
    }

    /// Wipes the layer.
    pub fn wipe(&self, frame: &Frame) {
        self.pen.clear_rect(0.0, 0.0, frame.width, frame.height);
    }

    /// Puts the layer somewhere in its pane.
    pub fn pose(&self, Pose { x, y, scale }: Pose) {
        let [x, y, scale] = [x, y, scale].map(decimal::written);
        let transform = format!("translate3d({x}px, {y}px, 0) scale({scale})");
        // The property exists in every browser that runs WebAssembly.
        let _ = self.canvas.style().set_property("transform", &transform);
    }
}

/// Where a layer is in its pane, and how much it is stretched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// From the pane's zero to the right.
    pub x: f64,
    /// From the pane's zero downwards.
    pub y: f64,
    /// 1 where it is as it was drawn.
    pub scale: f64,
}

impl Pose {
    /// Where a frame belongs while Leaflet's panes have their zero at `origin` and show `zoom`.
    pub fn of(frame: &Frame, origin: (f64, f64), zoom: f64) -> Self {
        let scale = (zoom - frame.zoom).exp2();
        Self { x: frame.left * scale - origin.0, y: frame.top * scale - origin.1, scale }
    }

    /// Part of the way to another.
    pub fn towards(self, other: Self, part: f64) -> Self {
        let between = |a: f64, b: f64| a + (b - a) * part;
        Self {
            x: between(self.x, other.x),
            y: between(self.y, other.y),
            scale: between(self.scale, other.scale),
        }
    }

    /// The frame of a layer at `corner` that is to be seen with one of `frame` in this pose.
    pub fn seen_from(self, frame: &Frame, corner: (f64, f64)) -> Frame {
        Frame {
            zoom: frame.zoom + self.scale.log2(),
            left: frame.left * self.scale - self.x + corner.0,
            top: frame.top * self.scale - self.y + corner.1,
            ..*frame
        }
    }
}

/// Where a layer with its margin begins, in Leaflet's panes.
pub fn corner_of(map: &Panes) -> (f64, f64) {
    let corner = map.container_to_layer(&Point::new(-MARGIN, -MARGIN)).round();
    (corner.x(), corner.y())
}

/// The frame for what the map shows now, with its margin; nothing while the map has no size.
pub fn frame_of(map: &Panes) -> Option<Frame> {
    let size = map.get_size();
    if size.x() < 1.0 || size.y() < 1.0 {
        return None;
    }
    let (x, y) = corner_of(map);
    let (left, top) = origin_of(map);
    Some(Frame {
        zoom: map.get_zoom(),
        left: left + x,
        top: top + y,
        width: size.x() + 2.0 * MARGIN,
        height: size.y() + 2.0 * MARGIN,
    })
}

/// Whether a frame still reaches as far as the view does.
pub fn covers(frame: &Frame, map: &Panes) -> bool {
    let corner = map.container_to_layer(&Point::new(0.0, 0.0));
    let (left, top) = origin_of(map);
    let (x, y) = (left + corner.x() - frame.left, top + corner.y() - frame.top);
    (0.0..=2.0 * MARGIN).contains(&x) && (0.0..=2.0 * MARGIN).contains(&y)
}

/// Where Leaflet's panes have their zero, in pixels from the world's corner.
pub fn origin_of(map: &Panes) -> (f64, f64) {
    let origin = map.pixel_origin();
    (origin.x(), origin.y())
}

/// The same after a zoom animation that Leaflet has announced by an event, with the zoom it leads to.
pub fn announced(map: &Panes, event: &Object) -> Option<((f64, f64), f64)> {
    let zoom = Reflect::get(event, &"zoom".into()).ok()?.as_f64()?;
    let centre = Reflect::get(event, &"center".into()).ok()?;
    if !centre.is_object() || !world_side(zoom).is_finite() {
        return None;
    }
    let origin = map.pixel_origin_to_be(centre.unchecked_ref(), zoom);
    Some(((origin.x(), origin.y()), zoom))
}
