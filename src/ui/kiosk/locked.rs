//! What stands over everything when something of a visitor was found after the visit.

use leptos::html;
use leptos::prelude::*;

use crate::kiosk::Lock;
use crate::ui::messages::{tr, tr_view};

use super::Shell;

/// The names of the places where something was found, in words.
pub fn places(lock: &Lock) -> String {
    if lock.places.is_empty() { tr("kiosk-never") } else { lock.places.join(", ") }
}

/// A dialog that nothing closes. The only way from it leads to the panel of the staff.
#[component]
pub fn Locked(shell: Shell, lock: Lock) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let show = move || {
        if let Some(dialog) = element.get_untracked() {
            // Only an element that is not in a page cannot be shown.
            let _ = dialog.show_modal();
        }
    };
    Effect::new(move |_| {
        element.track();
        show();
    });
    view! {
        <dialog node_ref=element class="kiosk-locked" role="alertdialog" aria-label=tr_view("kiosk-locked-title")
            on:cancel=|event: leptos::ev::Event| event.prevent_default() on:close=move |_| show()>
            <h1>{tr_view("kiosk-locked-title")}</h1>
            <p>{move || tr!("kiosk-locked-text", "places" => places(&lock))}</p>
            <button type="button" class="button" on:click=move |_| shell.staff.set(true)>{tr_view("kiosk-staff")}</button>
        </dialog>
    }
}
