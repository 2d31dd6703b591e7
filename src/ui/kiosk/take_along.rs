//! What would lead out of the page: as a QR code for the visitor's own phone, with the address in words.

use leptos::prelude::*;

use crate::browser::{self, Drawer, Store};
use crate::kiosk::{is_of_this_device, public_address};
use crate::route::Route;
use crate::signup::{DraftOutline, with_draft};
use crate::ui::atlas::Atlas;
use crate::ui::components::{Dialog, QrCode};
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::task::to_the_end;

use super::Shell;

/// The dialog with the code.
#[component]
pub fn TakeAlong(shell: Shell, atlas: Shared<Atlas>) -> impl IntoView {
    let open = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(address) = shell.taken.get() {
            shell.taken.set(None);
            let atlas = atlas.clone();
            to_the_end(async move {
                let address = with_begun(&address).await;
                let _ = text.try_set(public(&address, &atlas));
                // Nothing is taken along from a screen that is locked meanwhile.
                let _ = open.try_set(!shell.is_locked());
            });
        }
    });
    let title = Signal::derive(|| tr("kiosk-take-title"));
    let name = Signal::derive(|| tr("kiosk-take-code"));
    view! {
        <Dialog open title>
            <p>{tr_view("kiosk-take-text")}</p>
            <QrCode text name/>
            <p class="kiosk-address">{move || in_words(&text.get())}</p>
            {move || is_of_this_device(&text.get()).then(|| view! {
                <p class="warning" role="note">{tr_view("kiosk-take-nowhere")}</p>
            }.into_any())}
        </Dialog>
    }
}

/// The address of a form with what has been typed into it: it can be finished on the visitor's own phone.
async fn with_begun(address: &str) -> String {
    let Some((page, hash)) = address.split_once('#') else { return address.to_owned() };
    let hash = ["#", hash].concat();
    let is_form = matches!(
        Route::parse(&hash),
        Route::SignUp { .. } | Route::NewPartnerRequest { .. } | Route::Profile { .. }
    );
    if !is_form {
        return address.to_owned();
    }
    let drafts = match Store::open().await {
        Ok(store) => store.all(Drawer::Drafts).await.unwrap_or_default().texts,
        Err(_) => Vec::new(),
    };
    let outlined =
        drafts.into_iter().filter_map(|(_, text)| Some((DraftOutline::read(&text).ok()?.saved(), text)));
    match outlined.max_by_key(|(saved, _)| *saved) {
        Some((_, draft)) => [page, &with_draft(&hash, &draft)].concat(),
        None => address.to_owned(),
    }
}

/// An address as others reach it.
pub fn public(address: &str, atlas: &Atlas) -> String {
    let published = atlas.config.address.as_ref().map(crate::domain::WebAddress::as_str);
    public_address(address, &browser::folder(), published)
}

/// An address as a person reads it; a draft in it is for machines.
fn in_words(address: &str) -> String {
    let end = ["?draft=", "&draft="].iter().find_map(|mark| address.find(mark));
    address[..end.unwrap_or(address.len())].to_owned()
}
