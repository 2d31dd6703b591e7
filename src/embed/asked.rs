//! A view that somebody names: by a link of the app, or by what is behind the `#` in one.

use crate::route::Route;

/// A view, as it was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The view.
    pub view: Route,
    /// Whether the link is one of another site, of which only what is behind its `#` counts.
    pub is_elsewhere: bool,
}

/// The view that a text names, where the app is deployed at `folder`; `None` where it names none that can be embedded.
///
/// ```
/// use cluster_atlas::embed::asked_view;
/// let asked = asked_view("https://elsewhere.example/#/calls", "https://atlas.example/").expect("it is a view");
/// assert_eq!((asked.view.to_hash().as_str(), asked.is_elsewhere), ("#/calls", true));
/// assert_eq!(asked_view("France", "https://atlas.example/"), None);
/// ```
pub fn asked_view(text: &str, folder: &str) -> Option<Asked> {
    let text = text.trim();
    let (address, hash) = text.split_at(text.find('#').unwrap_or(0));
    let view = Route::parse(hash);
    let scheme = |address: &str| address.split_once("://").map_or(0, |(scheme, _)| scheme.len());
    // The same site may be had by another scheme.
    let page = address.split('?').next().unwrap_or_default();
    let page = page[scheme(page)..].trim_end_matches("index.html");
    let is_elsewhere = !page.is_empty() && page != &folder[scheme(folder)..];
    view.can_be_embedded().then_some(Asked { view, is_elsewhere })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDER: &str = "https://atlas.example/clusters/";

    #[test]
    fn a_link_of_another_site_is_told_apart() {
        for (text, elsewhere) in [
            ("#/calls", false),
            ("/calls", false),
            ("https://atlas.example/clusters/#/calls", false),
            (" http://atlas.example/clusters/index.html?mode=embed&lang=fr#/calls ", false),
            ("https://atlas.example/other/#/calls", true),
            ("http://evil.example/#/calls", true),
            ("evil.example#/calls", true),
        ] {
            let asked = asked_view(text, FOLDER).expect(text);
            assert_eq!(asked, Asked { view: Route::parse("#/calls"), is_elsewhere: elsewhere }, "{text}");
        }
        for none in ["France", "#/nope", "#/mine", "#/desk", "https://atlas.example/clusters/"] {
            assert_eq!(asked_view(none, FOLDER), None, "{none}");
        }
    }
}
