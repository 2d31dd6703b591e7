//! The only clock: today, by the visitor's own calendar.

use crate::domain::Day;

/// Today by the visitor's calendar. Everything that depends on it takes it as an argument.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    let text = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    // A clock beyond the year 9999 is wrong in any case.
    text.parse().unwrap_or_default()
}
