//! The interface.

/// Starts the app.
pub fn start() {}
