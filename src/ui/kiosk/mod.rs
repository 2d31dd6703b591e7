//! The shell around the app at a screen that many people use: what is shown while nobody is there, the question whether
//! anybody still is, the way things are taken along, a keyboard, and the end of a visit.
//!
//! What is decided is in [`crate::kiosk`]; the ways out of the page are closed by `public/kiosk.js`.

mod attract;
mod bar;
mod clock;
mod elsewhere;
mod keys;
mod locked;
mod queue;
mod staff;
mod take_along;

use leptos::prelude::*;

use crate::browser;
use crate::dataset::Preset;
use crate::kiosk::{Idle, Lock, Notice, Typed};
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::components::Dialog;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::{App, app};
use crate::ui::task::{to_the_end, while_there};

pub use elsewhere::Elsewhere;

use attract::Attract;
use bar::Bar;
use keys::Keys;
use locked::Locked;
use staff::{Signs, StaffPanel};
use take_along::TakeAlong;

/// Where it is noted how the last visit ended: nothing of the visitor, and all that outlives a document.
const LAST_END: &str = "kiosk/end";

/// What the parts of the shell share.
#[derive(Clone, Copy)]
struct Shell {
    app: App,
    idle: RwSignal<Idle>,
    /// Seconds that are left to answer the question whether anybody is there.
    left: RwSignal<Option<u64>>,
    asks: RwSignal<bool>,
    /// The address that is shown to be taken along.
    taken: RwSignal<Option<String>>,
    /// Something of a visitor was found after a visit: the screen is locked.
    lock: RwSignal<Option<Lock>>,
    /// Whether the lock stays when the page goes; `false` where the browser keeps nothing.
    lock_stays: RwSignal<bool>,
    /// The panel of the staff is open.
    staff: RwSignal<bool>,
    /// What was kept when the screen was made ready.
    before: StoredValue<Vec<String>>,
    /// The keyboard is put away until a field is touched again.
    keys_away: RwSignal<bool>,
}

impl Shell {
    fn act(self, notice: Option<Notice>) {
        match notice {
            Some(Notice::Ask) => self.asks.set(true),
            Some(Notice::Stay) => self.asks.set(false),
            Some(Notice::Forget) => self.forget(),
            // What is shown to nobody goes by itself.
            Some(Notice::Begin) | None => {}
        }
    }

    fn touched(self) {
        if !self.is_locked() {
            let notice = self.idle.try_update(|idle| idle.touched(browser::steady_milliseconds())).flatten();
            self.act(notice);
        }
    }

    /// Something of the visitor before was found: nobody is let in, and nothing makes it be forgotten.
    fn is_locked(self) -> bool {
        self.lock.try_with_untracked(Option::is_some) == Some(true)
    }

    /// The visitor says that the visit is over.
    fn finish(self) {
        let notice = self.idle.try_update(Idle::finished).flatten();
        self.act(notice);
    }

    /// Ends the visit. The next document gets the hashes of what was typed, and looks for it.
    fn forget(self) {
        let mut before = self.before.try_get_value().unwrap_or_default();
        // What the app itself notes meanwhile.
        before.extend([LAST_END, queue::LAST_DELIVERY, clock::LATEST].map(browser::scoped));
        let typed = Typed::new(browser::random_bytes(), &browser::typed(), &before);
        browser::fresh_document(&typed.to_text());
    }

    /// Lets nobody in. What stood open goes, so that nothing of it is to be found behind the lock.
    fn lock_with(self, lock: Lock) {
        let _ = self.lock.try_set(Some(lock));
        let _ = self.asks.try_set(false);
        let _ = self.staff.try_set(false);
    }

    /// The staff opens the screen again: a fresh document begins as if nothing had been. Says whether it could.
    async fn unlock(self) -> bool {
        let is_off = browser::set_lock_mark(None).await.is_ok() || !self.lock_stays.get_untracked();
        if is_off {
            browser::fresh_document("");
        }
        is_off
    }

    /// Looks whether anything of the visit before this document is where it must not be. Whatever it still had to write was
    /// written before this document began.
    async fn prove(self) {
        let handed = browser::handed_over();
        // A screen that was locked stays so, whatever is found now.
        if let Ok(Some(mark)) = browser::lock_mark().await {
            self.lock_with(Lock::read(&mark));
        }
        let kept = browser::all_that_is_kept().await;
        if let Some(typed) = handed.as_deref().and_then(Typed::read) {
            let found = typed.found_in(&kept);
            if found.is_empty() {
                staff::note_end(browser::now());
            } else {
                let places = found.into_iter().map(|place| typed.without_traces(place).to_owned()).collect();
                let lock = Lock::new(browser::now(), places);
                let mark = lock.to_text();
                self.lock_with(lock);
                let stays = browser::set_lock_mark(Some(&mark)).await.is_ok();
                let _ = self.lock_stays.try_set(stays);
            }
        }
        self.before.try_set_value(kept.into_iter().map(|(_, text)| text).collect());
    }
}

/// The shell, beside the app.
#[component]
pub fn KioskShell(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    let preset: Preset = atlas.config.kiosk.preset(browser::kiosk_name().as_deref()).clone();
    let shell = Shell {
        app,
        idle: RwSignal::new(Idle::new(preset.idle_seconds)),
        left: RwSignal::new(None),
        asks: RwSignal::new(false),
        taken: RwSignal::new(None),
        lock: RwSignal::new(None),
        lock_stays: RwSignal::new(true),
        staff: RwSignal::new(false),
        before: StoredValue::new(Vec::new()),
        keys_away: RwSignal::new(false),
    };
    to_the_end(shell.prove());
    browser::on_touch(move || shell.touched());
    browser::on_way_out(move |address| {
        let _ = shell.taken.try_set(Some(address));
    });
    while_there(shell.left, async move {
        loop {
            browser::wait(500).await;
            let now = browser::steady_milliseconds();
            if shell.is_locked() {
                break;
            }
            let notice = shell.idle.try_update(|idle| idle.passed(now)).flatten();
            shell.act(notice);
            let left = shell.idle.with_untracked(|idle| idle.left(now));
            if shell.left.get_untracked() != left {
                shell.left.set(left);
            }
        }
    });
    let signs = Signs::watch(shell, atlas.manifest.published);
    // The dialog is closed by whatever closes dialogs: that is a touch as well.
    Effect::new(move |before: Option<bool>| {
        let asks = shell.asks.get();
        if before == Some(true) && !asks {
            shell.touched();
        }
        asks
    });
    let start = Route::of_view(&preset.start);
    let begin = move || {
        app.adjust(start.clone());
        browser::focus_main_soon();
    };
    let question = Signal::derive(|| tr("kiosk-ask"));
    let count = move || tr!("kiosk-left", "seconds" => shell.left.get().unwrap_or_default() as f64);
    view! {
        <Attract shell preset=preset.clone() atlas=atlas.clone() begin/>
        <Dialog open=shell.asks title=question>
            <p class="kiosk-left" role="timer">{count}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| shell.asks.set(false)>{tr_view("kiosk-stay")}</button>
                <button type="button" class="button" on:click=move |_| shell.finish()>{tr_view("kiosk-finish")}</button>
            </div>
        </Dialog>
        <TakeAlong shell atlas=atlas.clone()/>
        <footer class="kiosk-foot" data-kiosk-keys="">
            <Keys shell/>
            <Bar shell signs/>
        </footer>
        {move || shell.lock.get().map(|lock| view! { <Locked shell lock/> }.into_any())}
        <StaffPanel shell atlas signs/>
    }
}
