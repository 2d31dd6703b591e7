//! The colours of the map, from the page's own tokens.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// What each thing on the map is drawn in: CSS colours that a canvas understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapColours {
    /// Water, and whatever is beyond the map.
    pub sea: String,
    /// Land.
    pub land: String,
    /// Borders and coasts.
    pub border: String,
    /// Names of towns.
    pub label: String,
    /// What surrounds a town's name so that it can be read across lines.
    pub label_halo: String,
    /// A bubble's surface.
    pub bubble: String,
    /// The number in a bubble.
    pub bubble_ink: String,
    /// A bubble's edge.
    pub ring: String,
    /// The rings around what is pointed at or selected.
    pub highlight: String,
}

impl Default for MapColours {
    fn default() -> Self {
        let named = |colour: &str| colour.to_owned();
        Self {
            sea: named("#dfe8ea"),
            land: named("#f6f2e7"),
            border: named("#cfc6b2"),
            label: named("#4a5763"),
            label_halo: named("#f6f2e7"),
            bubble: named("#0b6b5e"),
            bubble_ink: named("#ffffff"),
            ring: named("#ffffff"),
            highlight: named("#16212c"),
        }
    }
}

/// The colours that the style sheets give now: they follow the visitor's colour scheme.
pub fn map_colours() -> MapColours {
    resolved().unwrap_or_default()
}

/// A custom property reads back as it was written, `light-dark(…)` and all; a colour that uses it reads back resolved.
fn resolved() -> Option<MapColours> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let probe: HtmlElement = document.create_element("span").ok()?.dyn_into().ok()?;
    document.body()?.append_child(&probe).ok()?;
    // In forced colours the tokens themselves name the system's colours; the probe must not be recoloured again.
    let _ = probe.style().set_property("forced-color-adjust", "none");
    let style = window.get_computed_style(&probe).ok().flatten()?;
    let of = |token: &str| {
        probe.style().set_property("color", &format!("var({token})")).ok()?;
        style.get_property_value("color").ok().filter(|colour| !colour.is_empty())
    };
    let colours = (|| {
        Some(MapColours {
            sea: of("--sea")?,
            land: of("--land")?,
            border: of("--border")?,
            label: of("--ink-2")?,
            label_halo: of("--land")?,
            bubble: of("--accent")?,
            bubble_ink: of("--accent-ink")?,
            ring: of("--sheet")?,
            highlight: of("--ink")?,
        })
    })();
    probe.remove();
    colours
}
