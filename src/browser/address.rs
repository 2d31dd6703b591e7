//! The address bar: reading it, and changing it without a reload.

use wasm_bindgen::prelude::*;

use super::embedding::{is_embedded, tell_route};
use super::overlays::{OVER, UNDER, moved_to};
use super::steps::step;
use super::visit;

/// The parts of the address that the app reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The `lang` parameter before the hash.
    pub language: Option<String>,
    /// The hash with its `#`, or empty.
    pub hash: String,
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the app only runs in a window")
}

fn search_params(search: &str) -> Option<web_sys::UrlSearchParams> {
    web_sys::UrlSearchParams::new_with_str(search).ok()
}

/// The address as it is now.
pub fn current() -> Address {
    let (_, search, hash) = parts();
    let language = search_params(&search).and_then(|params| params.get("lang"));
    Address { language, hash }
}

/// The full address as it is now.
pub fn now() -> String {
    visit::address().unwrap_or_else(|| window().location().href().unwrap_or_default())
}

/// Where a calendar beside the page is subscribed to: programs fetch again and again what is called `webcal`.
pub fn webcal(file: &str) -> String {
    let (page, ..) = parts();
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let place = folder.split_once("://").map_or(folder, |(_, place)| place);
    ["webcal://", place, "/", file].concat()
}

/// The address as it is now: up to the parameters, these with their mark, and the hash with its own.
fn parts() -> (String, String, String) {
    // At a screen that many people use, the address bar tells nothing: the view is in the memory of the visit.
    if let Some(url) = visit::address().and_then(|address| web_sys::Url::new(&address).ok()) {
        return ([url.origin(), url.pathname()].concat(), url.search(), url.hash());
    }
    let location = window().location();
    let base = [location.origin().unwrap_or_default(), location.pathname().unwrap_or_default()].concat();
    (base, location.search().unwrap_or_default(), location.hash().unwrap_or_default())
}

/// The full address with another hash and, where given, another language: what a person copies.
pub fn with(hash: &str, language: Option<&str>) -> String {
    let (base, search, _) = parts();
    let search = match (language, search_params(&search)) {
        (Some(language), Some(params)) => {
            params.set("lang", language);
            String::from(params.to_string())
        }
        _ => search.trim_start_matches('?').to_owned(),
    };
    let mark = if search.is_empty() { "" } else { "?" };
    format!("{base}{mark}{search}{hash}")
}

/// The full address with another hash, of the edition of a day: what is cited. What the address was asked for besides goes
/// along, but for the language, which is the reader's.
pub fn of_edition(hash: &str, day: &str) -> String {
    let (base, search, _) = parts();
    let Some(params) = search_params(&search) else { return with(hash, None) };
    params.delete("lang");
    params.set("edition", day);
    format!("{base}?{}{hash}", String::from(params.to_string()))
}

/// Goes to another hash as a step that the back button undoes.
pub fn push(hash: &str) {
    let push = web_sys::History::push_state_with_url;
    if is_embedded() {
        // The history is the host's: one step back leaves their page.
        replace(hash, None);
    } else if step().as_deref() == Some(OVER) {
        // What lies over the page stays the last step.
        change(hash, None, &UNDER.into(), web_sys::History::replace_state_with_url);
        change(hash, None, &OVER.into(), push);
    } else {
        change(hash, None, &JsValue::NULL, push);
    }
}

/// Changes the hash, and where given the language, without a new step in the history.
pub fn replace(hash: &str, language: Option<&str>) {
    let here = window().history().ok().and_then(|history| history.state().ok()).unwrap_or_default();
    change(hash, language, &here, web_sys::History::replace_state_with_url);
}

type Change = fn(&web_sys::History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

fn change(hash: &str, language: Option<&str>, state: &JsValue, how: Change) {
    let url = with(hash, language);
    moved_to(&url);
    if let Ok(history) = window().history() {
        // A browser refuses only when a page changes its address hundreds of times a second: the view is right all the same.
        let _ = how(&history, state, "", Some(&url));
    }
    tell_route();
}

/// Calls `then` whenever the address changes by a link, the back button or by hand; for as long as the page lives.
pub fn on_change(then: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(then);
    for event in ["hashchange", "popstate"] {
        // Adding a listener to a window cannot fail.
        let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
