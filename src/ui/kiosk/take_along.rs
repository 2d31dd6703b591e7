//! What would lead out of the page: as a QR code for the visitor's own phone, with the address in words.

use leptos::prelude::*;

use crate::browser;
use crate::kiosk::{is_of_this_device, public_address};
use crate::ui::atlas::Atlas;
use crate::ui::components::{Dialog, QrCode};
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;

use super::Shell;

/// The dialog with the code.
#[component]
pub fn TakeAlong(shell: Shell, atlas: Shared<Atlas>) -> impl IntoView {
    let open = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(address) = shell.taken.get() {
            shell.taken.set(None);
            text.set(public(&address, &atlas));
            open.set(true);
        }
    });
    let title = Signal::derive(|| tr("kiosk-take-title"));
    let name = Signal::derive(|| tr("kiosk-take-code"));
    view! {
        <Dialog open title>
            <p>{tr_view("kiosk-take-text")}</p>
            <QrCode text name/>
            <p class="kiosk-address">{move || text.get()}</p>
            {move || is_of_this_device(&text.get()).then(|| view! {
                <p class="warning" role="note">{tr_view("kiosk-take-nowhere")}</p>
            }.into_any())}
        </Dialog>
    }
}

/// An address as others reach it.
pub fn public(address: &str, atlas: &Atlas) -> String {
    let published = atlas.config.address.as_ref().map(crate::domain::WebAddress::as_str);
    public_address(address, &browser::folder(), published)
}
