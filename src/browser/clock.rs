//! The only clock: now, today by the visitor's own calendar, and how the visitor's clock differs from Brussels.

use js_sys::{Array, Date, Object};
use wasm_bindgen::prelude::*;

use crate::domain::{Day, Instant};

/// This moment. Everything that depends on it takes it as an argument.
pub fn now() -> Instant {
    Instant::from_unix((Date::now() / 1000.0) as i64)
}

/// This moment in milliseconds since the start of 1970, UTC.
pub fn milliseconds() -> u64 {
    Date::now() as u64
}

/// Today by the visitor's calendar.
pub fn today() -> Day {
    let now = Date::new_0();
    let text = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    // A clock beyond the year 9999 is wrong in any case.
    text.parse().unwrap_or_default()
}

/// Calls `then` at the beginning of every minute and when the page is looked at again; for as long as the page lives.
pub fn on_minute(then: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let tick = Closure::<dyn Fn()>::new(then);
    // Timers of a hidden page sleep: whoever comes back to it must not read yesterday's state.
    let _ = window.add_event_listener_with_callback("focus", tick.as_ref().unchecked_ref());
    let _ =
        window.set_interval_with_callback_and_timeout_and_arguments_0(tick.as_ref().unchecked_ref(), 60_000);
    tick.forget();
}

/// What the visitor's own clock shows at a moment, in the manner of `language`; `None` where it shows what clocks in
/// Brussels show.
pub fn own_time(moment: Instant, language: &str) -> Option<String> {
    let date = Date::new(&(moment.unix() as f64 * 1000.0).into());
    let brussels = if moment.in_brussels().summer { -120.0 } else { -60.0 };
    if (date.get_timezone_offset() - brussels).abs() < 0.5 {
        return None;
    }
    Some(moment_here(moment, language)).filter(|text| !text.is_empty())
}

/// What the visitor's own clock shows at a moment, in the manner of `language`.
pub fn moment_here(moment: Instant, language: &str) -> String {
    let date = Date::new(&(moment.unix() as f64 * 1000.0).into());
    let options = Object::new();
    for (key, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
    }
    let preferred = if language == "en" { "en-GB" } else { language };
    let format = js_sys::Intl::DateTimeFormat::new(&Array::of1(&preferred.into()), &options);
    format
        .format()
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
