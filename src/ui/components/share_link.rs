//! A list of this device, handed on.

use leptos::prelude::*;

use crate::browser;
use crate::route::Route;
use crate::ui::messages::{tr, tr_view};
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::QrCode;

/// The list as a link and as a QR code.
#[component]
pub fn ShareLink(
    /// What the link shows.
    #[prop(into)]
    route: Signal<Route>,
) -> impl IntoView {
    let app = app();
    // Whoever opens it reads it in their own language, unless a language was chosen here: then it is in the address.
    let link = Signal::derive(move || browser::address_with(&route.get().to_hash(), None));
    let copy = move |_| {
        let link = link.get_untracked();
        to_the_end(async move {
            let copied = browser::copy_text(&link).await;
            app.announce(if copied { tr("link-copied") } else { tr("link-not-copied") });
        });
    };
    view! {
        <section class="share">
            <h2>{tr_view("share-title")}</h2>
            <p class="quiet">{tr_view("share-note")}</p>
            <div class="share-link">
                <input type="text" readonly=true aria-label=tr_view("share-link") prop:value=move || link.get()/>
                <button type="button" class="button" on:click=copy>{tr_view("copy-link")}</button>
            </div>
            <p class="said" aria-hidden="true">{move || app.announcement.with(|it| it.text.clone())}</p>
            <QrCode text=link name=Signal::derive(|| tr("share-qr"))/>
        </section>
    }
}
