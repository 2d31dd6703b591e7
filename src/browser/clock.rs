//! The only clock: now, the day by the visitor's own calendar, and how the visitor's clock differs from Brussels.

use js_sys::Date;
use wasm_bindgen_futures::spawn_local;

use crate::domain::{Day, Instant};

use super::intl::{self, MOMENT, TIME};
use super::page::listen_until_gone;
use super::tabs::wait;

/// This moment. Everything that depends on it takes it as an argument.
pub fn now() -> Instant {
    Instant::from_unix((Date::now() / 1000.0) as i64)
}

/// This moment in milliseconds since the start of 1970, UTC.
pub fn milliseconds() -> u64 {
    Date::now() as u64
}

/// The day that a moment is on by the visitor's calendar.
pub fn day_here(moment: Instant) -> Day {
    let date = date_of(moment);
    let text = format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date());
    // A clock beyond the year 9999 is wrong in any case.
    text.parse().unwrap_or_default()
}

/// Calls `then` at the beginning of every minute of the clock and when the page is looked at again; for as long as
/// the page lives.
pub fn on_minute(then: impl Fn() + Copy + 'static) {
    // Timers of a hidden page sleep: whoever comes back to it must not read yesterday's state.
    listen_until_gone(&["focus", "visibilitychange"], then);
    spawn_local(async move {
        loop {
            let left = 60_000 - milliseconds() % 60_000;
            // A timer may be early by a hair's breadth; then the minute is told a second late, not over and over.
            wait(left.max(1_000) as i32).await;
            then();
        }
    });
}

fn date_of(moment: Instant) -> Date {
    Date::new(&(moment.unix() as f64 * 1000.0).into())
}

/// The day and the time that the visitor's own clock shows at a moment, in the manner of `language`; `None` where it shows
/// what clocks in Brussels show.
pub fn own_time(moment: Instant, language: &str) -> Option<(Day, String)> {
    let date = date_of(moment);
    let brussels = if moment.in_brussels().summer { -120.0 } else { -60.0 };
    if (date.get_timezone_offset() - brussels).abs() < 0.5 {
        return None;
    }
    Some(clock_here(moment, language)).filter(|(_, text)| !text.is_empty())
}

/// The day and the time that the visitor's own clock shows at a moment, in the manner of `language`.
pub fn clock_here(moment: Instant, language: &str) -> (Day, String) {
    (day_here(moment), intl::written(&date_of(moment), language, TIME))
}

/// What the visitor's own clock shows at a moment, in the manner of `language`.
pub fn moment_here(moment: Instant, language: &str) -> String {
    intl::written(&date_of(moment), language, MOMENT)
}
