//! A sheet: a canvas in one of Leaflet's panes, larger than the view, that Leaflet shifts and scales until it is drawn anew.

use js_sys::{Object, Reflect};
use leaflet::{LatLng, Map, Point};
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::MapError;
use super::frame::{Frame, world_side};

/// How far a sheet reaches beyond the view, in pixels, so that a short pan needs no drawing.
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
pub struct Sheet {
    canvas: HtmlCanvasElement,
    /// Draws in CSS pixels from the sheet's corner.
    pub pen: CanvasRenderingContext2d,
}

impl Sheet {
    /// An empty sheet in a pane.
    pub fn new(pane: &HtmlElement) -> Result<Self, MapError> {
        let document = pane.owner_document().ok_or(MapError::NoCanvas)?;
        let canvas = document.create_element("canvas").map_err(|_| MapError::NoCanvas)?;
        let canvas: HtmlCanvasElement = canvas.dyn_into().map_err(|_| MapError::NoCanvas)?;
        let pen = canvas.get_context("2d").ok().flatten().ok_or(MapError::NoCanvas)?;
        // Leaflet's sheet of styles gives this class the origin and the pace of its zoom animation.
        canvas.set_class_name("leaflet-zoom-animated");
        // What the map shows is in the list; a canvas has nothing to say to a screen reader.
        let _ = canvas.set_attribute("aria-hidden", "true");
        pane.append_child(&canvas).map_err(|_| MapError::NoCanvas)?;
        Ok(Self { canvas, pen: pen.unchecked_into() })
    }

    /// Puts the sheet where its frame is, empty, with room for the screen's own pixels.
    pub fn lay(&self, frame: &Frame, origin: (f64, f64)) {
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(1.0, FINEST);
        let style = self.canvas.style();
        for (property, size) in [("width", frame.width), ("height", frame.height)] {
            // A canvas without a size would still be drawn on, only blurred.
            let _ = style.set_property(property, &format!("{size}px"));
        }
        // Setting the size empties the canvas and resets the pen.
        self.canvas.set_width((frame.width * ratio).round() as u32);
        self.canvas.set_height((frame.height * ratio).round() as u32);
        let _ = self.pen.scale(ratio, ratio);
        self.shift(frame.left - origin.0, frame.top - origin.1, 1.0);
    }

    /// Wipes the sheet.
    pub fn wipe(&self, frame: &Frame) {
        self.pen.clear_rect(0.0, 0.0, frame.width, frame.height);
    }

    /// Shifts and scales what is drawn to where it will be at another centre and zoom.
    pub fn follow(&self, frame: &Frame, origin: (f64, f64), zoom: f64) {
        let scale = (zoom - frame.zoom).exp2();
        self.shift(frame.left * scale - origin.0, frame.top * scale - origin.1, scale);
    }

    fn shift(&self, x: f64, y: f64, scale: f64) {
        let transform = format!("translate3d({x}px, {y}px, 0) scale({scale})");
        // The property exists in every browser that runs WebAssembly.
        let _ = self.canvas.style().set_property("transform", &transform);
    }
}

/// The frame for what the map shows now, with its margin; nothing while the map has no size.
pub fn frame_of(map: &Panes) -> Option<Frame> {
    let size = map.get_size();
    if size.x() < 1.0 || size.y() < 1.0 {
        return None;
    }
    let corner = map.container_to_layer(&Point::new(-MARGIN, -MARGIN)).round();
    let (left, top) = origin_of(map);
    Some(Frame {
        zoom: map.get_zoom(),
        left: left + corner.x(),
        top: top + corner.y(),
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
