//! For the staff: a dot that says at a glance whether all is well, and a panel with the reasons. It shows nothing that a
//! visitor may not see: a PIN in a public file would protect nothing.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Instant;
use crate::ui::atlas::Atlas;
use crate::ui::components::Dialog;
use crate::ui::messages::{self, language, number, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::task::to_the_end;

use super::queue::{self, Waits};
use super::{LAST_END, Shell};

/// Notes that a visit has ended and that nothing of it was found afterwards.
pub fn note_end(at: Instant) {
    browser::set_lasting(LAST_END, &at.unix().to_string());
}

/// The dot, and the panel behind it.
#[component]
pub fn Staff(shell: Shell, atlas: Shared<Atlas>, waits: Waits) -> impl IntoView {
    let open = RwSignal::new(false);
    let online = browser::online();
    let lasting = RwSignal::new(None::<bool>);
    to_the_end(async move {
        let is_lasting = browser::is_lasting(true).await;
        let _ = lasting.try_set(Some(is_lasting));
    });
    let app = shell.app;
    let published = atlas.manifest.published;
    // Data of a day that is still to come: the clock is wrong, and with it what is open and when.
    let clock_is_wrong = Memo::new(move |_| published.is_some_and(|day| app.today() < day));
    let has_key = atlas.config.kiosk.public_key.is_some();
    let state = move || {
        if clock_is_wrong.get() || lasting.get() == Some(false) || waits.get().refused > 0 {
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
    let moment = |at: Instant| browser::moment_here(at, &language());
    let line = |label: &'static str, value: String, is_bad: bool| {
        view! { <div class:warning=is_bad><dt>{tr_view(label)}</dt><dd>{value}</dd></div> }.into_any()
    };
    let known = move |yes: bool| tr(if yes { "kiosk-yes" } else { "kiosk-no" });
    let lines = move || {
        let queue = waits.get();
        let never = || tr("kiosk-never");
        let ended = browser::lasting(LAST_END).and_then(|text| text.parse().ok()).map(Instant::from_unix);
        vec![
            line("kiosk-online", known(online.get()), !online.get()),
            line("kiosk-data", published.map_or_else(never, messages::date), false),
            line("kiosk-edition", browser::edition().unwrap_or_else(never), false),
            line("kiosk-clock", moment(app.now.get()), clock_is_wrong.get()),
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
    let title = Signal::derive(|| tr("kiosk-staff"));
    view! {
        <button type="button" class="button kiosk-state" data-state=state aria-label=move || tr!("kiosk-state", "state" => words()) on:click=move |_| open.set(true)>
            <span aria-hidden="true">"●"</span>
        </button>
        <Dialog open title>
            <p class="quiet">{tr_view("kiosk-staff-note")}</p>
            <dl class="facts">{lines}</dl>
            {move || (waits.get().waiting + waits.get().refused > 0).then(|| view! {
                <button type="button" class="button" on:click=export>{tr_view("kiosk-export")}</button>
            }.into_any())}
        </Dialog>
    }
}
