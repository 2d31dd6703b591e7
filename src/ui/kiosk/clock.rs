//! The latest moment that the clock of this screen has ever shown: what is before it cannot be right.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Instant;
use crate::ui::task::while_there;

use super::Shell;

/// Where it is noted: nothing of a visitor.
pub const LATEST: &str = "kiosk/latest";
/// How often is looked at the clock, in milliseconds.
const EVERY_MS: i32 = 5_000;
/// So much later it is noted anew, in seconds.
const STEP: i64 = 60;

/// The latest moment that was noted.
pub type Noted = RwSignal<Instant>;

/// Looks at the clock for as long as the page lives. Where nothing can be kept, the memory of the page is all there is.
pub fn start(shell: Shell) -> Noted {
    let kept = browser::lasting(LATEST).and_then(|text| text.parse().ok()).map(Instant::from_unix);
    let noted = RwSignal::new(kept.unwrap_or_else(browser::now));
    if kept.is_none() {
        note(noted, browser::now());
    }
    let shown = shell.app.now;
    while_there(shell.left, async move {
        loop {
            let now = browser::now();
            if now.unix() >= noted.get_untracked().unix().saturating_add(STEP) {
                note(noted, now);
            }
            // A clock that was set is followed before the next minute of the wall.
            if shown.get_untracked().unix().abs_diff(now.unix()) > STEP.unsigned_abs() {
                shown.set(now);
            }
            browser::wait(EVERY_MS).await;
        }
    });
    noted
}

/// Notes a moment as the latest, also where it is before the one that was: the staff says that the clock is right.
pub fn note(noted: Noted, now: Instant) {
    noted.set(now);
    browser::set_lasting(LATEST, &now.unix().to_string());
}
