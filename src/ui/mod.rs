//! The interface: what the outcome looks like, in the visitor's language.
//!
//! One direction only: address → route → query → outcome → view. A click changes the address; nothing else
//! changes what is shown.

mod app;
mod calendars;
mod chunks;
mod components;
mod finder;
mod form;
mod kept;
mod labels;
mod later;
mod loading;
mod messages;
mod outbox;
mod pages;
mod reasons;
mod sentences;
mod shelf;
mod state;
mod times;

/// Starts the app: from here on the page belongs to it.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| crate::browser::report_panic(&panic.to_string())));
    app::mount();
}
