//! What tabs of this app tell each other, and what concerns each of them: the connection and the time.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A channel to the other tabs. Nothing is said on it but that there is news.
pub struct Channel(Option<web_sys::BroadcastChannel>);

impl Channel {
    /// Opens the channel of a name and calls `then` when another tab has news; for as long as the page lives. Where
    /// the browser has no such channel, tabs learn nothing of each other until they look again.
    pub fn open(name: &str, then: impl Fn() + 'static) -> Self {
        let channel = web_sys::BroadcastChannel::new(name).ok();
        if let Some(channel) = &channel {
            let listener = Closure::<dyn Fn()>::new(then);
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
            listener.forget();
        }
        Self(channel)
    }

    /// Tells the other tabs that there is news.
    pub fn tell(&self) {
        if let Some(channel) = &self.0 {
            // A channel that is closed has nobody to tell.
            let _ = channel.post_message(&JsValue::NULL);
        }
    }
}

/// Calls `then` when the connection is back, and when the page is looked at again; for as long as the page lives.
pub fn on_return(then: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for event in ["online", "pageshow"] {
        let listener = Closure::<dyn Fn()>::new(then.clone());
        // Adding a listener to a window cannot fail.
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// Calls `then` when the page is hidden or left, which is the last moment at which anything can be kept, until the
/// owner is gone.
pub fn on_leave(then: impl Fn() + 'static) {
    // The first of the two bubbles up to the window.
    super::page::listen_until_gone(&["visibilitychange", "pagehide"], then);
}

/// Has the browser ask before the page is closed, while `if_so` says so; for as long as the page lives.
pub fn ask_before_leaving(if_so: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if if_so() {
            event.prevent_default();
        }
    });
    // Adding a listener to a window cannot fail.
    let _ = window.add_event_listener_with_callback("beforeunload", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Whether the browser thinks that there is a connection.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Whether the browser thinks that there is a connection, as a signal for as long as the owner lives.
pub fn online() -> leptos::prelude::RwSignal<bool> {
    use leptos::prelude::{RwSignal, Set as _};
    let online = RwSignal::new(is_online());
    super::page::listen_until_gone(&["online", "offline"], move || {
        let _ = online.try_set(is_online());
    });
    online
}

/// Waits for a number of milliseconds.
pub async fn wait(milliseconds: i32) {
    let over = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Only code that is text can be refused.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // The promise is only ever resolved.
    let _ = JsFuture::from(over).await;
}
