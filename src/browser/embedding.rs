//! Whether the app stands in a frame on somebody else's page (`mode=embed`), and the way out of it.
//!
//! `boot.js` decides, because what the page looks like must be known before the app is; here is what follows for the
//! app: it makes no entries in the host's history, takes no focus that it was not given, and keeps nothing.

/// What the address tells a frame or a screen and nobody else.
const OF_THE_FRAME: [&str; 8] = ["mode", "theme", "accent", "panels", "height", "layout", "origin", "kiosk"];

thread_local! {
    // A document does not leave its frame.
    static EMBEDDED: bool = is_mode("embed");
}

/// Whether `boot.js` has decided for a mode.
pub(super) fn is_mode(name: &str) -> bool {
    root().and_then(|root| root.get_attribute("data-mode")).is_some_and(|mode| mode == name)
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

/// Whether the app stands in a frame.
pub fn is_embedded() -> bool {
    EMBEDDED.with(|embedded| *embedded)
}

/// Whether the app may move the focus: in a frame only where the focus is there already, because somebody acts in it.
pub(super) fn may_focus() -> bool {
    !is_embedded()
        || web_sys::window()
            .and_then(|window| window.document())
            .is_some_and(|document| document.has_focus().unwrap_or_default())
}

/// The address of a hash as a page of its own: in the same language, without what only a frame or a screen needs.
pub fn full_size(hash: &str) -> String {
    let address = super::address::with(hash, None);
    let Ok(url) = web_sys::Url::new(&address) else { return address };
    let params = url.search_params();
    for name in OF_THE_FRAME {
        params.delete(name);
    }
    url.href()
}

/// Tells `frame.js`, which talks with the host, that the address has changed.
pub(super) fn tell_route() {
    if is_embedded()
        && let Some(window) = web_sys::window()
        && let Ok(event) = web_sys::Event::new("atlas-route")
    {
        // An event without listeners is heard by nobody.
        let _ = window.dispatch_event(&event);
    }
}

/// The folder that the app is deployed in, as an address with a slash at its end.
pub fn folder() -> String {
    let location = web_sys::window().map(|window| window.location());
    let href = location.and_then(|location| location.href().ok()).unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    page.rfind('/').map_or_else(String::new, |end| page[..=end].to_owned())
}
