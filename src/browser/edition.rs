//! The edition that this page is of, and what it and `boot.js` tell each other about newer ones.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

thread_local! {
    static KEPT: Cell<bool> = const { Cell::new(false) };
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the app only runs in a window")
}

/// The name with its hash of a file of this edition, which the page lists; a file that is not listed has no other name.
pub fn edition_file(name: &str) -> String {
    let boot = window().document().and_then(|document| document.get_element_by_id("boot"));
    let files = boot.and_then(|boot| boot.get_attribute("data-files")).unwrap_or_default();
    let hash = files.split(' ').find_map(|file| file.strip_prefix(name)?.strip_prefix('='));
    hash.map_or_else(|| name.to_owned(), |hash| with_hash(name, hash))
}

/// The edition of this page, as `edition.json` names it; nothing in a build that is not to be deployed.
pub fn edition() -> Option<String> {
    window().document()?.get_element_by_id("boot")?.get_attribute("data-edition")
}

/// A file's name with a hash before its ending.
pub fn with_hash(name: &str, hash: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    [stem, "-", hash, ".", ending].concat()
}

/// The day of the edition that the address asks for, where that is not kept.
pub fn missing_edition() -> Option<String> {
    window().document()?.document_element()?.get_attribute("data-missing")
}

/// Notes whether an answer is what the device has kept, not the server's.
pub fn note_kept(is_kept: bool) {
    KEPT.set(is_kept);
}

/// Whether the last answer that was noted is what the device has kept.
pub fn is_kept_copy() -> bool {
    KEPT.get()
}

/// Tells `boot.js` something by the name of an event.
pub fn tell(event: &str) {
    if let Ok(event) = web_sys::Event::new(event) {
        // The answer says only whether somebody has cancelled it.
        let _ = window().dispatch_event(&event);
    }
}

/// Calls `then` when `boot.js` tells something by the name of an event; for as long as the page lives.
pub fn on_told(event: &str, then: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(then);
    // Adding a listener to a window cannot fail.
    let _ = window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}
