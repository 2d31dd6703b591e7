//! What is on the two sheets, and how much of it is out of date.

use leaflet::Event;

use crate::dataset::BaseMap;
use crate::explore::Bubble;

use super::MapError;
use super::base;
use super::colours::MapColours;
use super::frame::Frame;
use super::labels::{self, Label, Placed};
use super::marks::{self, Disc, Highlight, Mark};
use super::sheet::{self, Panes, Sheet};

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

/// Everything that is drawn, and the sheets that it is drawn on.
pub struct Scene {
    /// Land and borders; none where tiles show them.
    land: Option<Sheet>,
    /// Names, bubbles, rings.
    marks: Sheet,
    /// Where the sheets lie; none before the first drawing.
    frame: Option<Frame>,
    due: Option<Due>,
    base: BaseMap,
    labels: Vec<Label>,
    placed: Vec<Placed>,
    bubbles: Vec<Mark>,
    discs: Vec<Disc>,
    highlight: Option<Highlight>,
    colours: MapColours,
    family: String,
}

impl Scene {
    /// Empty sheets in the map's panes.
    pub fn new(map: &Panes, tiles: bool) -> Result<Self, MapError> {
        let sheet = |pane| map.pane(pane).ok_or(MapError::NoCanvas).and_then(|pane| Sheet::new(&pane));
        Ok(Self {
            land: if tiles { None } else { Some(sheet("tilePane")?) },
            marks: sheet("overlayPane")?,
            frame: None,
            due: None,
            base: BaseMap::default(),
            labels: Vec::new(),
            placed: Vec::new(),
            bubbles: Vec::new(),
            discs: Vec::new(),
            highlight: None,
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
            self.labels = labels::measure(&self.marks.pen, &base.towns, &self.family);
            self.base = base.clone();
            self.is_due(Due::Land);
        }
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

    /// Draws what is due. Without a size there is nothing to draw on, and the resize that gives one says so.
    pub fn draw(&mut self, map: &Panes) {
        let Some(mut due) = self.due.take() else { return };
        if self.frame.is_none() {
            due = Due::View;
        }
        if due == Due::View {
            self.frame = sheet::frame_of(map);
        }
        let Some(frame) = self.frame else { return };
        if due == Due::View {
            let origin = sheet::origin_of(map);
            for sheet in self.land.iter().chain([&self.marks]) {
                sheet.lay(&frame, origin);
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
        let pen = &self.marks.pen;
        self.marks.wipe(&frame);
        labels::draw(pen, &self.labels, &self.placed, &self.colours, &self.family);
        marks::draw(pen, &self.bubbles, &self.discs, &self.colours, &self.family);
        if let Some(highlight) = self.highlight {
            marks::draw_highlight(pen, &self.bubbles, &self.discs, &frame, highlight, &self.colours);
        }
    }

    /// Follows a zoom animation that Leaflet announces.
    pub fn follow_event(&self, map: &Panes, event: &Event) {
        if let Some((origin, zoom)) = sheet::announced(map, event) {
            self.follow(origin, zoom);
        }
    }

    /// Follows a zoom that is under way, finger by finger.
    pub fn follow_now(&self, map: &Panes) {
        self.follow(sheet::origin_of(map), map.get_zoom());
    }

    fn follow(&self, origin: (f64, f64), zoom: f64) {
        if let Some(frame) = &self.frame {
            for sheet in self.land.iter().chain([&self.marks]) {
                sheet.follow(frame, origin, zoom);
            }
        }
    }

    /// Whether the map has been dragged beyond the sheets.
    pub fn is_short_of(&self, map: &Panes) -> bool {
        self.frame.is_some_and(|frame| {
            // While fingers pinch, the sheets are stretched; they are drawn anew when the fingers are gone.
            (frame.zoom - map.get_zoom()).abs() < f64::EPSILON && !sheet::covers(&frame, map)
        })
    }

    /// The bubble at a point of Leaflet's panes.
    pub fn bubble_at(&self, map: &Panes, (x, y): (f64, f64)) -> Option<Bubble> {
        let frame = sheet::frame_of(map)?;
        let (left, top) = sheet::origin_of(map);
        let point = (left + x - frame.left, top + y - frame.top);
        marks::hit(&self.bubbles, &frame, point).map(|mark| mark.bubble.clone())
    }
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
