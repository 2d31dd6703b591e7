//! Where the visitor is: only ever asked for by a button.

use thiserror::Error;
use wasm_bindgen::prelude::*;

use crate::domain::Point;

/// Why there is no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LocateError {
    /// The visitor or the browser's settings said no.
    #[error("the position was not allowed")]
    Denied,
    /// The browser has none to give.
    #[error("no position is available")]
    Unavailable,
}

/// The position must come within so many milliseconds.
const PATIENCE_MS: u32 = 15_000;

/// Asks the browser, which asks the visitor; calls `then` once.
pub fn locate(then: impl FnOnce(Result<Point, LocateError>) + 'static) {
    let Some(geolocation) = web_sys::window().and_then(|w| w.navigator().geolocation().ok()) else {
        then(Err(LocateError::Unavailable));
        return;
    };
    let then = std::rc::Rc::new(std::cell::RefCell::new(Some(then)));
    let answer = move |result| {
        if let Some(then) = then.borrow_mut().take() {
            then(result);
        }
    };
    let failed = answer.clone();
    let on_position = Closure::once_into_js(move |position: web_sys::Position| {
        let coordinates = position.coords();
        let point = Point::new(coordinates.latitude(), coordinates.longitude());
        answer(point.map_err(|_| LocateError::Unavailable));
    });
    let on_error = Closure::once_into_js(move |error: web_sys::PositionError| {
        let denied = error.code() == web_sys::PositionError::PERMISSION_DENIED;
        failed(Err(if denied { LocateError::Denied } else { LocateError::Unavailable }));
    });
    let options = web_sys::PositionOptions::new();
    options.set_timeout(PATIENCE_MS);
    options.set_maximum_age(600_000);
    // The call reports its failures through `on_error`.
    let _ = geolocation.get_current_position_with_error_callback_and_options(
        on_position.unchecked_ref(),
        Some(on_error.unchecked_ref()),
        &options,
    );
}
