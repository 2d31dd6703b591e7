//! What a webmaster pastes. Version 1 of the snippet is frozen: `tests/fixtures/embed/` holds what is given out, and
//! the page of somebody who pasted it must go on to work.

use std::fmt::Write as _;

use crate::domain::percent;

/// The parts of a view that a host may leave out, by their names in `panels=`.
pub const PANELS: [&str; 4] = ["search", "filters", "views", "tools"];
/// The rights of the frame. Each is needed: scripts, files from its own origin, the search form, links that open in a
/// tab, pages there without the sandbox, the export, the print dialog.
pub const SANDBOX: &str = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
/// How tall a plain frame is, which cannot grow by itself, in pixels.
pub const FRAME_HEIGHT: u32 = 700;

/// What a webmaster has chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The view: a hash, with its `#`.
    pub hash: String,
    /// The language; `None` is that of the host's page.
    pub language: Option<String>,
    /// `light` or `dark`; `None` is as the host's page.
    pub theme: Option<String>,
    /// Six hexadecimal digits; `None` is the app's own accent.
    pub accent: Option<String>,
    /// Which of [`PANELS`] are shown; `None` is all.
    pub panels: Option<Vec<String>>,
    /// The height in pixels; `None` is as tall as what is in it.
    pub height: Option<u32>,
}

/// A kind of snippet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A link that becomes the widget: what even a strict editor leaves alone.
    Link,
    /// The custom element.
    Element,
    /// A `<div>`, for editors that strip unknown elements.
    Div,
    /// A plain frame, without our script.
    Frame,
    /// A block of `WordPress` with the link and the script.
    WordPress,
    /// A text of Drupal's full format with the `<div>` and the script.
    Drupal,
}

impl Kind {
    /// All kinds, the simplest first.
    pub const ALL: [Self; 6] =
        [Self::Link, Self::Element, Self::Div, Self::Frame, Self::WordPress, Self::Drupal];

    /// Its name in fixtures and in the builder.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Element => "element",
            Self::Div => "div",
            Self::Frame => "frame",
            Self::WordPress => "wordpress",
            Self::Drupal => "drupal",
        }
    }
}

impl Choice {
    /// The address of the frame, in a deployment's folder.
    pub fn frame_address(&self, folder: &str) -> String {
        let mut address = format!("{folder}index.html?mode=embed");
        for (name, value) in self.looks() {
            address.push('&');
            address.push_str(name);
            address.push('=');
            percent::encode(&value, b",", &mut address);
        }
        address + &self.hash
    }

    /// The address of a link that becomes the widget: the frame's, and how tall it is to be, which only the script reads.
    fn link_address(&self, folder: &str) -> String {
        let address = self.frame_address(folder);
        match (self.height, address.split_once('#')) {
            (Some(height), Some((frame, view))) => format!("{frame}&height={height}#{view}"),
            _ => address,
        }
    }

    /// The address of the view as a page of its own.
    pub fn page_address(&self, folder: &str) -> String {
        let language = self.language.as_ref().map_or_else(String::new, |tag| format!("?lang={tag}"));
        format!("{folder}index.html{language}{}", self.hash)
    }

    /// What is chosen about its look, in the order in which snippets name it.
    fn looks(&self) -> Vec<(&'static str, String)> {
        let panels = self.panels.as_ref().map(|panels| panels.join(","));
        [
            ("lang", self.language.clone()),
            ("theme", self.theme.clone()),
            ("accent", self.accent.clone()),
            ("panels", panels),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }

    /// The snippet of a kind. `folder` is the deployment's address with a slash at its end, `text` what the link says.
    pub fn snippet(&self, kind: Kind, folder: &str, text: &str) -> String {
        let script = format!("<script src=\"{}embed.js\" async></script>", escaped(folder));
        let text = escaped(text);
        let page = escaped(&self.page_address(folder));
        let height = self.height.map(|height| height.to_string());
        match kind {
            Kind::Link => {
                format!("<a href=\"{}\">{text}</a>\n{script}\n", escaped(&self.link_address(folder)))
            }
            Kind::Element => {
                let attributes = self.attributes("", height);
                format!(
                    "<cluster-atlas{attributes}><a href=\"{page}\">{text}</a></cluster-atlas>\n{script}\n"
                )
            }
            Kind::Div => {
                let attributes = self.attributes("data-", height);
                format!(
                    "<div class=\"cluster-atlas\"{attributes}><a href=\"{page}\">{text}</a></div>\n{script}\n"
                )
            }
            Kind::Frame => format!(
                "<iframe src=\"{}\" title=\"{text}\" width=\"100%\" height=\"{}\" loading=\"lazy\" \
                 referrerpolicy=\"no-referrer\" sandbox=\"{SANDBOX}\"></iframe>\n",
                escaped(&self.frame_address(folder)),
                self.height.unwrap_or(FRAME_HEIGHT),
            ),
            Kind::WordPress => format!(
                "<!-- wp:html -->\n{}<!-- /wp:html -->\n",
                self.snippet(Kind::Link, folder, &unescaped(&text))
            ),
            Kind::Drupal => self.snippet(Kind::Div, folder, &unescaped(&text)),
        }
    }

    fn attributes(&self, prefix: &str, height: Option<String>) -> String {
        let mut out = String::new();
        let looks = self.looks().into_iter().chain(height.map(|height| ("height", height)));
        for (name, value) in [("href", self.hash.clone())].into_iter().chain(looks) {
            // Writing to a String cannot fail.
            let _ = write!(out, " {prefix}{name}=\"{}\"", escaped(&value));
        }
        out
    }
}

/// A text inside an attribute or an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
}
