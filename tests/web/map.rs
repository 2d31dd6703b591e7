//! The map in an element of a page: what it draws, tells and leaves behind.

use std::cell::RefCell;
use std::rc::Rc;

use cluster_atlas::browser::{
    AtlasMap, MapColours, MapError, MapEvents, MapText, MapView, map_colours, next_frame,
};
use cluster_atlas::dataset::{Fetched, TileLayer, read_base_map};
use cluster_atlas::domain::Point;
use cluster_atlas::explore::{Bounds, Bubble, BubbleKind};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlElement, MouseEvent, MouseEventInit,
};

const LEAFLET: &str = include_str!("../../public/vendor/leaflet/leaflet.js");
const LEAFLET_STYLE: &str = include_str!("../../public/vendor/leaflet/leaflet.css");
const TOKENS: &str = include_str!("../../style/tokens.css");
const LAND: &[u8] = include_bytes!("../../public/basemap/land.json");
const PLACES: &[u8] = include_bytes!("../../public/basemap/places.json");

const WIDTH: i32 = 600;
const HEIGHT: i32 = 400;

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Puts Leaflet into the page, once.
fn load_leaflet() {
    if document().get_element_by_id("leaflet").is_some() {
        return;
    }
    for (name, text) in [("style", LEAFLET_STYLE), ("script", LEAFLET)] {
        let element = document().create_element(name).unwrap();
        element.set_id(if name == "script" { "leaflet" } else { "leaflet-style" });
        element.set_text_content(Some(text));
        document().head().unwrap().append_child(&element).unwrap();
    }
}

/// What a map told, in order.
#[derive(Default)]
struct Told {
    moves: RefCell<Vec<MapView>>,
    picks: RefCell<Vec<Bubble>>,
    hovers: RefCell<Vec<Option<Bubble>>>,
}

/// A map in an element of a known size at the page's corner; both are gone in the end.
struct Stage {
    element: HtmlElement,
    map: Option<AtlasMap>,
    told: Rc<Told>,
}

impl Stage {
    fn new() -> Self {
        load_leaflet();
        let element: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        let place =
            [("position", "fixed"), ("left", "0"), ("top", "0"), ("width", "600px"), ("height", "400px")];
        for (property, value) in place {
            element.style().set_property(property, value).unwrap();
        }
        document().body().unwrap().append_child(&element).unwrap();
        let told = Rc::new(Told::default());
        let mut stage = Self { element, map: None, told };
        stage.open();
        stage
    }

    fn open(&mut self) {
        self.open_with(None);
    }

    fn open_with(&mut self, tiles: Option<&TileLayer>) {
        let (moves, picks, hovers) = (self.told.clone(), self.told.clone(), self.told.clone());
        let events = MapEvents {
            on_move: Box::new(move |view| moves.moves.borrow_mut().push(view)),
            on_pick: Box::new(move |bubble| picks.picks.borrow_mut().push(bubble)),
            on_hover: Box::new(move |bubble| hovers.hovers.borrow_mut().push(bubble)),
        };
        let text = MapText { attribution: "Land: <b>Natural Earth</b>".to_owned() };
        self.map = Some(AtlasMap::new(&self.element, &text, tiles, events).unwrap());
    }

    fn map(&self) -> &AtlasMap {
        self.map.as_ref().unwrap()
    }

    /// A mouse event at a distance from the middle of the map.
    fn mouse(&self, kind: &str, dx: i32, dy: i32) {
        let init = MouseEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_client_x(WIDTH / 2 + dx);
        init.set_client_y(HEIGHT / 2 + dy);
        let event = MouseEvent::new_with_mouse_event_init_dict(kind, &init).unwrap();
        self.canvases().last().unwrap().dispatch_event(&event).unwrap();
    }

    fn canvases(&self) -> Vec<HtmlCanvasElement> {
        let found = self.element.query_selector_all("canvas").unwrap();
        (0..found.length()).map(|i| found.get(i).unwrap().unchecked_into()).collect()
    }

    /// The colour at a distance from the middle of the map, on one of its layers.
    fn colour(&self, layer: usize, dx: f64, dy: f64) -> [u8; 4] {
        let canvas = &self.canvases()[layer];
        let place = canvas.get_bounding_client_rect();
        let ratio = f64::from(canvas.width()) / place.width();
        let pen: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
        let x = (f64::from(WIDTH) / 2.0 + dx - place.left()) * ratio;
        let y = (f64::from(HEIGHT) / 2.0 + dy - place.top()) * ratio;
        let data = pen.get_image_data(x, y, 1.0, 1.0).unwrap().data();
        [data[0], data[1], data[2], data[3]]
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.map = None;
        self.element.remove();
    }
}

fn colours() -> MapColours {
    let named = |colour: &str| colour.to_owned();
    MapColours {
        sea: named("rgb(0, 0, 200)"),
        land: named("rgb(0, 200, 0)"),
        border: named("rgb(90, 90, 90)"),
        label: named("rgb(10, 10, 10)"),
        label_halo: named("rgb(0, 200, 0)"),
        bubble: named("rgb(200, 0, 0)"),
        bubble_ink: named("rgb(255, 255, 255)"),
        ring: named("rgb(250, 250, 250)"),
        highlight: named("rgb(0, 0, 0)"),
    }
}

fn prague() -> Point {
    Point::new(50.08, 14.42).unwrap()
}

fn bubble(lat: f64, lon: f64, count: u32, kind: BubbleKind) -> Bubble {
    Bubble { lat, lon, count, kind }
}

async fn drawn() {
    next_frame().await;
    next_frame().await;
}

#[wasm_bindgen_test]
async fn a_click_on_a_bubble_or_near_a_dot_tells_which() {
    let stage = Stage::new();
    stage.map().set_view(prague(), 6);
    let dot = bubble(50.08, 14.42, 1, BubbleKind::One(7));
    // 80 pixels further east at zoom 6.
    let pile = bubble(50.08, 14.42 + 80.0 * 360.0 / 16_384.0, 9, BubbleKind::SamePoint(3));
    stage.map().show(vec![dot.clone(), pile.clone()]);
    drawn().await;
    stage.mouse("click", 0, 0);
    stage.mouse("click", 9, 4);
    stage.mouse("click", 82, 3);
    stage.mouse("click", 40, 0);
    assert_eq!(*stage.told.picks.borrow(), [dot.clone(), dot, pile]);
}

#[wasm_bindgen_test]
async fn the_smaller_of_two_overlapping_bubbles_is_on_top() {
    let stage = Stage::new();
    stage.map().set_view(prague(), 6);
    let large = bubble(50.08, 14.42, 400, BubbleKind::SamePoint(1));
    let small = bubble(50.08, 14.42 + 20.0 * 360.0 / 16_384.0, 1, BubbleKind::One(2));
    stage.map().show(vec![small.clone(), large.clone()]);
    stage.mouse("click", 20, 0);
    stage.mouse("click", -20, 0);
    assert_eq!(*stage.told.picks.borrow(), [small, large]);
}

#[wasm_bindgen_test]
async fn pointing_is_told_once_a_bubble_and_changes_the_cursor() {
    let stage = Stage::new();
    stage.map().set_view(prague(), 6);
    let dot = bubble(50.08, 14.42, 1, BubbleKind::One(7));
    stage.map().show(vec![dot.clone()]);
    for dx in [60, 2, 1, 60] {
        stage.mouse("mousemove", dx, 0);
        let cursor = stage.element.style().get_property_value("cursor").unwrap();
        assert_eq!(cursor, if dx < 60 { "pointer" } else { "" });
    }
    assert_eq!(*stage.told.hovers.borrow(), [Some(dot), None]);
}

#[wasm_bindgen_test]
async fn movements_say_who_made_them() {
    let stage = Stage::new();
    stage.map().set_view(prague(), 6);
    stage.map().fit(Bounds { west: 5.0, south: 45.0, east: 15.0, north: 55.0 }, false);
    stage.map().resize();
    let count = stage.told.moves.borrow().len();
    assert!(count >= 2 && stage.told.moves.borrow().iter().all(|view| !view.by_user));
    let before = stage.map().view();
    assert!(before.bounds.contains(Point::new(45.1, 5.1).unwrap()), "{before:?}");
    stage.map().zoom_by(1);
    for _ in 0..10 {
        drawn().await;
    }
    let last = *stage.told.moves.borrow().last().unwrap();
    assert!(last.by_user && last.zoom == before.zoom + 1, "{last:?}");
}

/// A bubble of several points is opened by going as close as it takes: that must always part it, as far as the map
/// goes, and is the visitor's wish. What the app itself fits stays where the base map has something to show.
#[wasm_bindgen_test]
async fn opening_goes_further_in_and_a_single_place_keeps_its_surroundings() {
    let stage = Stage::new();
    let close = Bounds { west: 14.42, south: 50.08, east: 14.4201, north: 50.0801 };
    let mut zooms = Vec::new();
    for _ in 0..4 {
        stage.map().open(close, false);
        zooms.push(stage.map().view().zoom);
    }
    assert_eq!(zooms, [12, 14, 16, 16]);
    assert!(stage.told.moves.borrow().iter().any(|view| view.by_user && view.zoom == 16));
    stage.map().set_view(prague(), 5);
    stage.map().fit(Bounds { west: 14.42, south: 50.08, east: 14.42, north: 50.08 }, false);
    assert_eq!(stage.map().view().zoom, 9);
}

#[wasm_bindgen_test]
async fn an_order_given_while_a_movement_is_told_is_carried_out() {
    let mut stage = Stage::new();
    stage.map = None;
    let map: Rc<RefCell<Option<AtlasMap>>> = Rc::default();
    let events = MapEvents {
        on_move: Box::new({
            let map = Rc::downgrade(&map);
            move |view| {
                if let (Some(map), 6) = (map.upgrade(), view.zoom) {
                    map.borrow().as_ref().unwrap().set_view(prague(), 9);
                }
            }
        }),
        on_pick: Box::new(|_| {}),
        on_hover: Box::new(|_| {}),
    };
    let text = MapText { attribution: String::new() };
    *map.borrow_mut() = Some(AtlasMap::new(&stage.element, &text, None, events).unwrap());
    map.borrow().as_ref().unwrap().set_view(prague(), 6);
    drawn().await;
    assert_eq!(map.borrow().as_ref().unwrap().view().zoom, 9);
    *map.borrow_mut() = None;
}

/// An order that comes while Leaflet animates a zoom would be lost by Leaflet.
#[wasm_bindgen_test]
async fn an_order_during_a_zoom_animation_is_carried_out_after_it() {
    let stage = Stage::new();
    stage.map().set_view(prague(), 5);
    let (lisbon, riga) = (Point::new(38.72, -9.14).unwrap(), Point::new(56.95, 24.1).unwrap());
    for (place, at_once) in [(lisbon, false), (riga, true)] {
        stage.map().zoom_by(1);
        if !at_once {
            next_frame().await;
        }
        stage.map().set_view(place, 8);
        for _ in 0..12 {
            drawn().await;
        }
        let view = stage.map().view();
        assert_eq!(view.zoom, 8);
        assert!(view.centre.unwrap().distance_km(place) < 5.0, "{view:?}");
    }
}

#[wasm_bindgen_test]
async fn land_sea_bubbles_and_rings_are_drawn_in_their_colours() {
    let stage = Stage::new();
    let (land, places) = (Fetched::opened("land.json", LAND), Fetched::opened("places.json", PLACES));
    let base = read_base_map(&land, Some(&places)).unwrap();
    stage.map().set_base(&base, &colours());
    // In the middle of Bohemia, no border near; the dot covers the middle only.
    stage.map().set_view(Point::new(49.6, 14.6).unwrap(), 7);
    stage.map().show(vec![bubble(49.6, 14.6, 1, BubbleKind::One(0))]);
    stage.map().highlight(Some(Point::new(49.6, 14.6).unwrap()), false);
    drawn().await;
    assert_eq!(stage.colour(0, 0.0, 0.0), [0, 200, 0, 255], "land");
    assert_eq!(stage.colour(1, 0.0, 0.0), [200, 0, 0, 255], "a dot");
    // The ring is 4 pixels off the dot of 5.
    let ring = stage.colour(1, 9.0, 0.0);
    assert!(ring[..3].iter().all(|part| *part < 80), "the ring around it is {ring:?}");
    stage.map().set_view(Point::new(56.0, 3.0).unwrap(), 7);
    drawn().await;
    assert_eq!(stage.colour(0, 0.0, 0.0)[3], 0, "the North Sea is not drawn on");
    let background = stage.element.style().get_property_value("background-color").unwrap();
    assert_eq!(background, "rgb(0, 0, 200)");
    stage.map().set_colours(&MapColours { land: "rgb(1, 2, 3)".to_owned(), ..colours() });
    stage.map().set_view(Point::new(49.6, 14.6).unwrap(), 7);
    drawn().await;
    assert_eq!(stage.colour(0, 0.0, 0.0), [1, 2, 3, 255], "land in another scheme");
}

#[wasm_bindgen_test]
async fn tiles_take_the_place_of_the_base_map() {
    let mut stage = Stage::new();
    stage.map = None;
    // Browsers refuse to connect to the discard port, so nobody is asked in earnest.
    let url = "http://127.0.0.1:9/{z}/{x}/{y}.png".parse().unwrap();
    stage.open_with(Some(&TileLayer { url, attribution: String::new() }));
    stage.map().set_view(prague(), 6);
    drawn().await;
    assert_eq!(stage.canvases().len(), 1, "bubbles only");
    let tile = stage.element.query_selector("img.leaflet-tile").unwrap().expect("a tile");
    assert!(tile.get_attribute("src").unwrap().starts_with("http://127.0.0.1:9/6/"));
}

#[wasm_bindgen_test]
async fn the_attribution_is_text_whatever_is_in_it() {
    let stage = Stage::new();
    let line = stage.element.query_selector(".leaflet-control-attribution").unwrap().unwrap();
    assert_eq!(line.text_content().unwrap(), "Land: <b>Natural Earth</b>");
    assert_eq!(line.child_element_count(), 0);
}

#[wasm_bindgen_test]
async fn a_dropped_map_leaves_nothing_behind_even_in_the_middle_of_a_zoom() {
    let mut stage = Stage::new();
    stage.map().set_view(prague(), 5);
    stage.map().show(vec![bubble(50.08, 14.42, 1, BubbleKind::One(7))]);
    stage.map().zoom_by(2);
    next_frame().await;
    let told = stage.told.moves.borrow().len();
    stage.map = None;
    assert_eq!(stage.element.child_element_count(), 0);
    for _ in 0..12 {
        drawn().await;
    }
    assert_eq!(stage.told.moves.borrow().len(), told, "a map that is gone says nothing");
    // The element is as good as new.
    stage.open();
    stage.map().set_view(prague(), 6);
    assert_eq!(stage.map().view().zoom, 6);
    assert_eq!(stage.canvases().len(), 2);
}

#[wasm_bindgen_test]
fn an_element_has_room_for_one_map() {
    let stage = Stage::new();
    let text = MapText { attribution: String::new() };
    let nothing =
        MapEvents { on_move: Box::new(|_| {}), on_pick: Box::new(|_| {}), on_hover: Box::new(|_| {}) };
    let second = AtlasMap::new(&stage.element, &text, None, nothing);
    assert!(matches!(second, Err(MapError::NotStarted { .. })));
}

/// Where the style sheets cannot be asked, the map is drawn as they have it in the light scheme.
#[wasm_bindgen_test]
fn the_map_has_the_colours_of_the_tokens() {
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(&[TOKENS, ":root { color-scheme: only light }"].concat()));
    document().head().unwrap().append_child(&style).unwrap();
    let probe: HtmlElement = document().create_element("span").unwrap().unchecked_into();
    document().body().unwrap().append_child(&probe).unwrap();
    let computed = web_sys::window().unwrap().get_computed_style(&probe).unwrap().unwrap();
    let resolved = |colour: String| {
        probe.style().set_property("color", &colour).unwrap();
        computed.get_property_value("color").unwrap()
    };
    let usual = MapColours::default();
    let usual = MapColours {
        sea: resolved(usual.sea),
        land: resolved(usual.land),
        border: resolved(usual.border),
        label: resolved(usual.label),
        label_halo: resolved(usual.label_halo),
        bubble: resolved(usual.bubble),
        bubble_ink: resolved(usual.bubble_ink),
        ring: resolved(usual.ring),
        highlight: resolved(usual.highlight),
    };
    let of_tokens = map_colours();
    style.remove();
    probe.remove();
    assert_eq!(usual, of_tokens);
}
