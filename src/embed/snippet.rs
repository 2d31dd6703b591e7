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
/// The least and the most that a fixed height can be, in pixels.
pub const HEIGHTS: (u32, u32) = (300, 3000);

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
    /// What is chosen beside the view, as one value in an address; `None` where nothing is.
    ///
    /// ```
    /// use cluster_atlas::embed::Choice;
    /// let choice = Choice::read("#/calls", "lang:fr!height:450", &["en", "fr"]);
    /// assert_eq!((choice.language.as_deref(), choice.height), (Some("fr"), Some(450)));
    /// assert_eq!(choice.look().as_deref(), Some("lang:fr!height:450"));
    /// ```
    pub fn look(&self) -> Option<String> {
        let height = self.height.map(|height| ("height", height.to_string()));
        let all = self.looks().into_iter().chain(height);
        // What an address may show as it is.
        let all = all.map(|(name, value)| [name, ":", &value.replace(',', ".")].concat());
        Some(all.collect::<Vec<_>>().join("!")).filter(|look| !look.is_empty())
    }

    /// A view with what was written so; `languages` are those that there are. What makes no sense is left out.
    pub fn read(hash: &str, look: &str, languages: &[&str]) -> Self {
        let mut choice = Self { hash: hash.to_owned(), ..Self::default() };
        let one_of = |value: &str, known: &[&str]| known.contains(&value).then(|| value.to_owned());
        for (name, value) in look.split('!').filter_map(|part| part.split_once(':')) {
            match name {
                "lang" => choice.language = one_of(value, languages),
                "theme" => choice.theme = one_of(value, &["light", "dark"]),
                "accent" => {
                    let is_colour = value.len() == 6 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
                    choice.accent = is_colour.then(|| value.to_ascii_lowercase());
                }
                "panels" => choice.show(|panel| value.split('.').any(|shown| shown == panel)),
                "height" => choice.height = value.parse().ok().map(|it: u32| it.clamp(HEIGHTS.0, HEIGHTS.1)),
                _ => {}
            }
        }
        choice
    }

    /// Whether a part of the view is shown.
    pub fn shows(&self, panel: &str) -> bool {
        self.panels.as_ref().is_none_or(|shown| shown.iter().any(|shown| shown == panel))
    }

    /// Shows these parts and no others.
    pub fn show(&mut self, is_shown: impl Fn(&str) -> bool) {
        let shown = PANELS.into_iter().filter(|panel| is_shown(panel)).map(str::to_owned);
        self.panels = Some(shown.collect::<Vec<_>>()).filter(|shown| shown.len() < PANELS.len());
    }

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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::route::Route;

    const LANGUAGES: [&str; 3] = ["en", "de", "fr"];

    proptest! {
        #[test]
        fn what_is_chosen_survives_the_address(
            language in prop::option::of(prop::sample::select(&LANGUAGES[..])),
            theme in prop::option::of(prop::sample::select(vec!["light", "dark"])),
            accent in prop::option::of("[0-9a-f]{6}"),
            parts in prop::collection::vec(any::<bool>(), 4),
            height in prop::option::of(HEIGHTS.0..=HEIGHTS.1),
        ) {
            let mut choice = Choice {
                hash: "#/calls".to_owned(),
                language: language.map(str::to_owned),
                theme: theme.map(str::to_owned),
                accent,
                panels: None,
                height,
            };
            choice.show(|panel| PANELS.iter().zip(&parts).any(|(known, shown)| *known == panel && *shown));
            let route = Route::Embed { of: Box::new(Route::parse(&choice.hash)), look: choice.look() };
            let Route::Embed { of, look } = Route::parse(&route.to_hash()) else { panic!("{route:?}") };
            prop_assert_eq!(Choice::read(&of.to_hash(), &look.unwrap_or_default(), &LANGUAGES), choice);
        }

        #[test]
        fn whatever_an_address_says_is_read(look in "((lang|theme|accent|panels|height|x)[:!]|[a-z0-9.!:é]){0,20}") {
            let choice = Choice::read("#/calls", &look, &LANGUAGES);
            prop_assert_eq!(Choice::read("#/calls", &choice.look().unwrap_or_default(), &LANGUAGES), choice);
        }
    }
}
