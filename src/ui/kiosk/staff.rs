//! For the staff: a dot that says at a glance whether all is well, and a panel with the reasons. It shows nothing that a
//! visitor may not see: a PIN in a public file would protect nothing.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Day, Instant};
use crate::kiosk::{Doubt, Lock, doubt};
use crate::ui::atlas::Atlas;
use crate::ui::components::Dialog;
use crate::ui::messages::{self, language, number, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::task::to_the_end;

use super::clock::{self, Noted};
use super::locked::places;
use super::queue::{self, Waits};
use super::{LAST_END, Shell};

/// Notes that a visit has ended and that nothing of it was found afterwards.
pub fn note_end(at: Instant) {
    browser::set_lasting(LAST_END, &at.unix().to_string());
}

/// How the device is: what the dot and the panel show, looked at once.
#[derive(Clone, Copy)]
pub struct Signs {
    waits: Waits,
    noted: Noted,
    online: RwSignal<bool>,
    /// Whether the browser has promised to keep what waits; `None` until it has said so.
    lasting: RwSignal<Option<bool>>,
    /// What speaks against the clock.
    doubt: Memo<Option<Doubt>>,
}

impl Signs {
    /// Looks for as long as the page lives.
    pub fn watch(shell: Shell, published: Option<Day>) -> Self {
        let lasting = RwSignal::new(None::<bool>);
        to_the_end(async move {
            let is_lasting = browser::is_lasting(true).await;
            let _ = lasting.try_set(Some(is_lasting));
        });
        let (app, noted) = (shell.app, clock::start(shell));
        let doubt = Memo::new(move |_| doubt(app.now.get(), app.today(), published, Some(noted.get())));
        Self { waits: queue::start(), noted, online: browser::online(), lasting, doubt }
    }
}

fn moment(at: Instant) -> String {
    browser::moment_here(at, &language())
}

/// The dot, which leads to the panel.
#[component]
pub fn StaffDot(shell: Shell, signs: Signs) -> impl IntoView {
    let Signs { waits, online, lasting, doubt, .. } = signs;
    let state = move || {
        if doubt.get().is_some() || lasting.get() == Some(false) || waits.get().refused > 0 {
            "bad"
        } else if !online.get() || waits.get().waiting > 0 {
            "waits"
        } else {
            "well"
        }
    };
    let words = move || {
        tr(match state() {
            "bad" => "kiosk-state-bad",
            "waits" => "kiosk-state-waits",
            _ => "kiosk-state-well",
        })
    };
    view! {
        <button type="button" class="button kiosk-state" data-state=state aria-label=move || tr!("kiosk-state", "state" => words()) on:click=move |_| shell.staff.set(true)>
            <span aria-hidden="true">"●"</span>
        </button>
    }
}

/// The panel.
#[component]
pub fn StaffPanel(shell: Shell, atlas: Shared<Atlas>, signs: Signs) -> impl IntoView {
    let Signs { waits, noted, online, lasting, doubt } = signs;
    let open = shell.staff;
    let app = shell.app;
    let published = atlas.manifest.published;
    let has_key = atlas.config.kiosk.public_key.is_some();
    let line = |label: &'static str, value: String, is_bad: bool| {
        view! { <div class:warning=is_bad><dt>{tr_view(label)}</dt><dd>{value}</dd></div> }.into_any()
    };
    let known = move |yes: bool| tr(if yes { "kiosk-yes" } else { "kiosk-no" });
    let time = move || {
        let now = moment(app.now.get());
        match doubt.get() {
            None => now,
            Some(Doubt::BeforeData) => tr!("kiosk-clock-before-data", "time" => now),
            Some(Doubt::BeforeNoted(noted)) => {
                tr!("kiosk-clock-before-noted", "time" => now, "noted" => moment(noted))
            }
        }
    };
    let lines = move || {
        let queue = waits.get();
        let never = || tr("kiosk-never");
        let ended = browser::lasting(LAST_END).and_then(|text| text.parse().ok()).map(Instant::from_unix);
        vec![
            line("kiosk-online", known(online.get()), !online.get()),
            line("kiosk-data", published.map_or_else(never, messages::date), false),
            line("kiosk-edition", browser::edition().unwrap_or_else(never), false),
            line("kiosk-clock", time(), doubt.get().is_some()),
            line("kiosk-storage", known(lasting.get() == Some(true)), lasting.get() == Some(false)),
            line("kiosk-forms", known(has_key), false),
            line("kiosk-waiting", number(queue.waiting as f64), false),
            line("kiosk-refused", number(queue.refused as f64), queue.refused > 0),
            line("kiosk-delivered", queue.delivered.map_or_else(never, moment), false),
            line(
                "kiosk-clean",
                ended.map_or_else(never, |at| tr!("kiosk-clean-at", "time" => moment(at))),
                false,
            ),
            line("kiosk-screen", browser::kiosk_name().unwrap_or_else(never), false),
        ]
    };
    let export = move |_| {
        to_the_end(async move {
            let text = queue::export().await;
            browser::download_for_staff("sealed.json", "application/json", &text);
        });
    };
    let clock_is_right = move || {
        matches!(doubt.get(), Some(Doubt::BeforeNoted(_))).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| clock::note(noted, browser::now())>
                    {tr_view("kiosk-clock-right")}
                </button>
            }
            .into_any()
        })
    };
    let title = Signal::derive(|| tr("kiosk-staff"));
    view! {
        <Dialog open title>
            {move || shell.lock.get().map(|lock| view! { <Unlock shell lock/> }.into_any())}
            <p class="quiet">{tr_view("kiosk-staff-note")}</p>
            <dl class="facts">{lines}</dl>
            <div class="actions">
                {clock_is_right}
                {move || (waits.get().waiting + waits.get().refused > 0).then(|| view! {
                    <button type="button" class="button" on:click=export>{tr_view("kiosk-export")}</button>
                }.into_any())}
            </div>
        </Dialog>
    }
}

/// What a lock means, and the way out of it: in two steps, because anybody may press here, and a visitor who does not read
/// is stopped by the first.
#[component]
fn Unlock(shell: Shell, lock: Lock) -> impl IntoView {
    let is_sure = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let since = lock.since;
    let unlock = move |_| {
        to_the_end(async move {
            if !shell.unlock().await {
                let _ = failed.try_set(true);
            }
        });
    };
    let since = move || since.map_or_else(|| tr("kiosk-never"), moment);
    view! {
        <section class="kiosk-unlock" aria-label=tr_view("kiosk-unlock-title")>
            <h3>{tr_view("kiosk-unlock-title")}</h3>
            <p>{move || tr!("kiosk-unlock-why", "time" => since(), "places" => places(&lock))}</p>
            <p>{move || tr(if shell.lock_stays.get() { "kiosk-unlock-stays" } else { "kiosk-unlock-goes" })}</p>
            <p>{tr_view("kiosk-unlock-means")}</p>
            <label class="check">
                <input type="checkbox" prop:checked=move || is_sure.get() on:change=move |event| is_sure.set(event_target_checked(&event))/>
                {tr_view("kiosk-unlock-sure")}
            </label>
            <button type="button" class="button primary" disabled=move || !is_sure.get() on:click=unlock>{tr_view("kiosk-unlock")}</button>
            {move || failed.get().then(|| view! { <p role="alert">{tr_view("kiosk-unlock-failed")}</p> }.into_any())}
        </section>
    }
}
