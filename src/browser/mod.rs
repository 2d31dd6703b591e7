//! Thin adapters to the browser: no decisions here.
