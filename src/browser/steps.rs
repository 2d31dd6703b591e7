//! Steps of a form in the browser's history, under one address: the back button goes a page back, not away.

use super::embedding::is_embedded;

fn history() -> Option<web_sys::History> {
    web_sys::window().and_then(|window| window.history().ok())
}

/// The step that the history stands on, if it is one of a form.
pub fn step() -> Option<String> {
    history()?.state().ok()?.as_string()
}

/// A further step; in a frame, where the history is the host's, the same one by another name.
pub fn push_step(name: &str) {
    if is_embedded() {
        return name_step(name);
    }
    if let Some(history) = history() {
        // A browser refuses only when a page changes its address hundreds of times a second.
        let _ = history.push_state(&name.into(), "");
    }
}

/// Names the step that the history stands on.
pub fn name_step(name: &str) {
    if let Some(history) = history() {
        let _ = history.replace_state(&name.into(), "");
    }
}

/// Goes back by a number of steps; the browser says so with the event of [`on_step`].
pub fn go_back(steps: u32) {
    if let (Some(history), Ok(steps)) = (history(), i32::try_from(steps)) {
        // A browser that does not go back stays where it is.
        let _ = history.go_with_delta(-steps);
    }
}

/// Calls `then` whenever the visitor goes to another entry of the history, until the owner is gone.
pub fn on_step(then: impl Fn() + 'static) {
    super::page::listen_until_gone(&["popstate"], then);
}
