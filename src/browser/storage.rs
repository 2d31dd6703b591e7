//! What is kept on this device: small texts by name, nothing that identifies anybody.

use thiserror::Error;
use wasm_bindgen::prelude::*;

use super::embedding::is_embedded;
use super::scope::names;
use super::visit;

/// Why something could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The browser's settings deny storage to this page, or it is full.
    #[error("this browser does not let the page keep anything")]
    Denied,
}

fn storage() -> Result<web_sys::Storage, StorageError> {
    // In a frame it is partitioned, may be denied and may vanish: nothing is promised, and nothing touched.
    let window = web_sys::window().filter(|_| !is_embedded());
    window.and_then(|w| w.local_storage().ok().flatten()).ok_or(StorageError::Denied)
}

/// A text that was kept; `None` where there is none.
pub fn read(name: &str) -> Result<Option<String>, StorageError> {
    if visit::is_kiosk() {
        return Ok(visit::text(name));
    }
    storage()?.get_item(name).map_err(|_| StorageError::Denied)
}

/// A text that was kept under a name of this deployment. Until there is one, that under the names before it is meant.
pub fn read_scoped(name: &str) -> Result<Option<String>, StorageError> {
    let mut text = None;
    for name in names(name) {
        text = text.or(read(&name)?);
    }
    Ok(text)
}

/// Keeps a text.
pub fn write(name: &str, text: &str) -> Result<(), StorageError> {
    if visit::is_kiosk() {
        visit::set_text(name, Some(text));
        return Ok(());
    }
    storage()?.set_item(name, text).map_err(|_| StorageError::Denied)
}

/// Removes a text.
pub fn remove(name: &str) -> Result<(), StorageError> {
    if visit::is_kiosk() {
        visit::set_text(name, None);
        return Ok(());
    }
    storage()?.remove_item(name).map_err(|_| StorageError::Denied)
}

/// Calls `then` when another tab has changed what is kept under a name; for as long as the page lives.
pub fn on_change(name: String, then: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
        // Without a key everything was removed.
        if event.key().is_none_or(|key| key == name) {
            then();
        }
    });
    // Adding a listener to a window cannot fail.
    let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    listener.forget();
}
