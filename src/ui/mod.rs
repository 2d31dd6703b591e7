//! The interface: what the outcome looks like, in the visitor's language.
//!
//! One direction only: address → route → query → outcome → view. A click changes the address; nothing else
//! changes what is shown.

mod any_collection;
mod app;
mod atlas;
mod calendars;
mod chunks;
mod collection_page;
mod components;
mod explorer;
mod files;
mod form;
mod kiosk;
mod labels;
mod lazy_view;
mod list_page;
mod loading;
mod messages;
mod outbox;
mod page;
mod pages;
mod phrases;
mod reactive;
mod reasons;
mod saved_ids;
mod search_context;
mod sentences;
mod shared;
mod state;
mod store;
mod suggesting;
mod synonyms;
mod task;
mod times;
mod towns;
mod with_collection;

/// Starts the app: from here on the page belongs to it.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| crate::browser::report_panic(&panic.to_string())));
    app::mount();
}
