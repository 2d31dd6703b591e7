//! The page as a whole: its state for machines, its title, language and media.

use wasm_bindgen::prelude::*;

/// What `<html data-app>` tells assistive technology and automated checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppState {
    /// Not usable yet.
    Loading,
    /// Data indexed, first view drawn, input accepted.
    Ready,
    /// The data could not be loaded, or the app stopped.
    Failed,
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the app only runs in a window")
}

fn document() -> web_sys::Document {
    window().document().expect("a window shows a document")
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // The attribute names are ours and valid.
        let _ = root.set_attribute(name, value);
    }
}

/// Sets `<html data-app>`.
pub fn set_app_state(state: AppState) {
    set_root(
        "data-app",
        match state {
            AppState::Loading => "loading",
            AppState::Ready => "ready",
            AppState::Failed => "failed",
        },
    );
}

/// Sets `<html lang>`.
pub fn set_language(language: &str) {
    set_root("lang", language);
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The visitor's languages, preferred first.
pub fn preferred_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|l| l.as_string()).collect()
}

/// Loads the page anew.
pub fn reload() {
    // A browser that refuses a reload has nothing else to offer.
    let _ = window().location().reload();
}

/// Opens the print dialog.
pub fn print() {
    // A browser without printing ignores the wish.
    let _ = window().print();
}

/// Whether a media query holds now.
pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|m| m.matches())
}

/// Calls `then` whenever a media query starts or stops to hold; for as long as the page lives.
pub fn on_media_change(query: &str, then: impl Fn(bool) + 'static) {
    let Some(list) = window().match_media(query).ok().flatten() else { return };
    let watched = list.clone();
    let listener = Closure::<dyn Fn()>::new(move || then(watched.matches()));
    list.set_onchange(Some(listener.as_ref().unchecked_ref()));
    // The list lives as long as its listener needs it.
    std::mem::forget(list);
    listener.forget();
}

/// Hands a panic to `boot.js`, which shows the failed page with a reload button.
pub fn report_panic(detail: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&detail.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("atlas-panic", &init) {
        let _ = window().dispatch_event(&event);
    }
}
