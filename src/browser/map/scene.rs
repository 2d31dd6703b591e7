//! What is on the two canvas layers, and how much of it is out of date.

use leaflet::Event;

use crate::dataset::BaseMap;
use crate::explore::{Bubble, Near};

use super::MapError;
use super::base;
use super::canvas_layer::{self, CanvasLayer, Panes, Pose};
use super::colours::MapColours;
use super::frame::Frame;
use super::labels::{self, Label, Placed};
use super::marks::{self, Disc, Highlight, Mark};

/// How much has to be drawn anew; each includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// The rings: names stay where they are.
    Rings,
    /// Other bubbles, and names that look for room among them.
    Marks,
    /// Other land or other colours.
    Land,
    /// Another view.
    View,
}

/// A zoom animation under way. Leaflet's style sheet scales the land; numbers that grow would be ugly, so the marks
/// are drawn frame by frame in the same pace.
struct Glide {
    from: Pose,
    to: Pose,
    /// The time of the first frame, in milliseconds.
    start: Option<f64>,
}

/// How long Leaflet's zoom animation takes, in milliseconds.
const GLIDE: f64 = 250.0;

/// Everything that is drawn, and the layers that it is drawn on.
pub struct Scene {
    /// Land and borders; none where tiles show them.
    land: Option<CanvasLayer>,
    /// Names, bubbles, rings.
    marks: CanvasLayer,
    /// What the layers were drawn for; none before the first drawing.
    frame: Option<Frame>,
    /// Where the land is until it is drawn anew; the marks are drawn to match it.
    pose: Pose,
    glide: Option<Glide>,
    due: Option<Due>,
    base: BaseMap,
    /// The language of the names.
    language: String,
    labels: Vec<Label>,
    placed: Vec<Placed>,
    bubbles: Vec<Mark>,
    discs: Vec<Disc>,
    highlight: Option<Highlight>,
    /// The circle that is searched.
    area: Option<Near>,
    colours: MapColours,
    family: String,
}

impl Scene {
    /// Empty layers in the map's panes.
    pub fn new(map: &Panes, tiles: bool) -> Result<Self, MapError> {
        let pane = |name| map.pane(name).ok_or(MapError::NoCanvas);
        Ok(Self {
            land: if tiles { None } else { Some(CanvasLayer::new(&pane("tilePane")?, true)?) },
            marks: CanvasLayer::new(&pane("overlayPane")?, false)?,
            frame: None,
            pose: Pose { x: 0.0, y: 0.0, scale: 1.0 },
            glide: None,
            due: None,
            base: BaseMap::default(),
            language: String::new(),
            labels: Vec::new(),
            placed: Vec::new(),
            bubbles: Vec::new(),
            discs: Vec::new(),
            highlight: None,
            area: None,
            colours: MapColours::default(),
            family: family(),
        })
    }

    /// Takes note of what has to be drawn.
    pub fn is_due(&mut self, due: Due) {
        self.due = self.due.max(Some(due));
    }

    /// Other land, borders and names.
    pub fn set_base(&mut self, base: &BaseMap) {
        if self.land.is_some() {
            self.base = base.clone();
            self.measure();
            self.is_due(Due::Land);
        }
    }

    /// Names in another language.
    pub fn set_language(&mut self, language: &str) {
        if self.language != language {
            language.clone_into(&mut self.language);
            self.measure();
            self.is_due(Due::Marks);
        }
    }

    fn measure(&mut self) {
        self.labels = labels::measure(&self.marks.pen, &self.base.towns, &self.language, &self.family);
    }

    /// Other colours.
    pub fn set_colours(&mut self, colours: &MapColours) {
        self.colours.clone_from(colours);
        self.is_due(Due::Land);
    }

    /// Other bubbles.
    pub fn set_bubbles(&mut self, bubbles: Vec<Bubble>) {
        self.bubbles = marks::marks(bubbles);
        self.is_due(Due::Marks);
    }

    /// Another highlight; whether it is another.
    pub fn set_highlight(&mut self, highlight: Option<Highlight>) -> bool {
        let other = self.highlight != highlight;
        if other {
            self.highlight = highlight;
            self.is_due(Due::Rings);
        }
        other
    }

    /// Another area that is searched; whether it is another.
    pub fn set_area(&mut self, area: Option<Near>) -> bool {
        let other = self.area != area;
        if other {
            self.area = area;
            self.is_due(Due::Rings);
        }
        other
    }

    /// Draws what is due. Without a size there is nothing to draw on, and the resize that gives one says so.
    pub fn draw(&mut self, map: &Panes) {
        let Some(mut due) = self.due.take() else { return };
        if self.frame.is_none() {
            due = Due::View;
        }
        if due == Due::View {
            self.frame = canvas_layer::frame_of(map);
        }
        let Some(frame) = self.frame else { return };
        if due == Due::View {
            self.glide = None;
            self.pose = Pose::of(&frame, canvas_layer::origin_of(map), frame.zoom);
            for layer in self.land.iter().chain([&self.marks]) {
                layer.lay(&frame);
                layer.pose(self.pose);
            }
        }
        if let Some(land) = self.land.as_ref().filter(|_| due >= Due::Land) {
            land.wipe(&frame);
            base::draw(&land.pen, &self.base, &frame, &self.colours);
        }
        if due >= Due::Marks {
            self.discs = marks::discs(&self.bubbles, &frame);
            self.placed = labels::place(&self.labels, &frame, &self.discs);
        }
        if self.is_stretched() {
            self.draw_marks_in_pose(map);
            return;
        }
        self.marks.wipe(&frame);
        labels::draw(&self.marks.pen, &self.labels, &self.placed, &self.colours, &self.family);
        self.draw_marks(&frame, &self.discs);
    }

    fn draw_marks(&self, frame: &Frame, discs: &[Disc]) {
        let pen = &self.marks.pen;
        if let Some(area) = self.area {
            marks::draw_area(pen, frame, area, &self.colours);
        }
        marks::draw(pen, &self.bubbles, discs, &self.colours, &self.family);
        if let Some(highlight) = self.highlight {
            marks::draw_highlight(pen, &self.bubbles, discs, frame, highlight, &self.colours);
        }
    }

    /// Draws the marks where the stretched land has their places; names wait until it is drawn anew.
    fn draw_marks_in_pose(&self, map: &Panes) {
        let Some(frame) = self.frame else { return };
        let corner = canvas_layer::corner_of(map);
        let frame = self.pose.seen_from(&frame, corner);
        self.marks.pose(Pose { x: corner.0, y: corner.1, scale: 1.0 });
        self.marks.wipe(&frame);
        self.draw_marks(&frame, &marks::discs(&self.bubbles, &frame));
    }

    /// The land is as it was drawn, unless fingers or an animation stretch it.
    fn is_stretched(&self) -> bool {
        (self.pose.scale - 1.0).abs() > f64::EPSILON
    }

    /// Begins a zoom animation that Leaflet announces.
    pub fn begin_glide(&mut self, map: &Panes, event: &Event) {
        if let (Some(frame), Some((origin, zoom))) = (&self.frame, canvas_layer::announced(map, event)) {
            let to = Pose::of(frame, origin, zoom);
            self.glide = Some(Glide { from: self.pose, to, start: None });
            if let Some(land) = &self.land {
                land.pose(to);
            }
        }
    }

    /// Draws the marks for a moment of the animation; whether another is to come.
    pub fn glide(&mut self, map: &Panes, now: f64) -> bool {
        let Some(glide) = &mut self.glide else { return false };
        let passed = ((now - *glide.start.get_or_insert(now)) / GLIDE).clamp(0.0, 1.0);
        self.pose = glide.from.towards(glide.to, eased(passed));
        self.draw_marks_in_pose(map);
        passed < 1.0
    }

    /// Follows a zoom that is under way, finger by finger.
    pub fn follow(&mut self, map: &Panes) {
        if let Some(frame) = &self.frame {
            self.pose = Pose::of(frame, canvas_layer::origin_of(map), map.get_zoom());
            if let Some(land) = &self.land {
                land.pose(self.pose);
            }
            self.is_due(Due::Rings);
        }
    }

    /// Whether the map has been dragged beyond the layers.
    pub fn is_short_of(&self, map: &Panes) -> bool {
        // While fingers pinch, the land is stretched; it is drawn anew when the fingers are gone.
        !self.is_stretched() && self.frame.is_some_and(|frame| !canvas_layer::covers(&frame, map))
    }

    /// The bubble at a point of Leaflet's panes.
    pub fn bubble_at(&self, map: &Panes, (x, y): (f64, f64)) -> Option<Bubble> {
        let frame = canvas_layer::frame_of(map)?;
        let (left, top) = canvas_layer::origin_of(map);
        let point = (left + x - frame.left, top + y - frame.top);
        marks::hit(&self.bubbles, &frame, point).map(|mark| mark.bubble.clone())
    }
}

/// The pace of Leaflet's zoom animation, `cubic-bezier(0, 0, 0.25, 1)`: how far it is when a part of its time has passed.
fn eased(passed: f64) -> f64 {
    let along = |u: f64| 0.75 * u * u * (1.0 - u) + u * u * u;
    let (mut low, mut high) = (0.0, 1.0);
    // Twelve halvings find the curve's parameter to within a pixel of any screen.
    for _ in 0..12 {
        let middle = f64::midpoint(low, high);
        if along(middle) < passed {
            low = middle;
        } else {
            high = middle;
        }
    }
    high * high * (3.0 - 2.0 * high)
}

/// The type of the page; Leaflet sets its own on the map.
fn family() -> String {
    let of_page = || {
        let window = web_sys::window()?;
        let body = window.document()?.body()?;
        window.get_computed_style(&body).ok()??.get_property_value("font-family").ok()
    };
    of_page().filter(|family| !family.is_empty()).unwrap_or_else(|| "sans-serif".to_owned())
}
