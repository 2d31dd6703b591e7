//! A list of this device, handed on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::route::Route;
use crate::ui::messages::{language, said, say};
use crate::ui::state::app;

use super::QrCode;

/// The list as a link and as a QR code.
#[component]
pub fn ShareLink(
    /// What the link shows.
    #[prop(into)]
    route: Signal<Route>,
) -> impl IntoView {
    let app = app();
    let link = Signal::derive(move || browser::address_with(&route.get().to_hash(), Some(&language())));
    let copy = move |_| {
        spawn_local(async move {
            let copied = browser::copy_text(&link.get_untracked()).await;
            app.announce(if copied { said("link-copied") } else { said("link-not-copied") });
        });
    };
    view! {
        <section class="share">
            <h2>{say("share-title")}</h2>
            <p class="quiet">{say("share-note")}</p>
            <div class="share-link">
                <input type="text" readonly=true aria-label=say("share-link") prop:value=move || link.get()/>
                <button type="button" class="button" on:click=copy>{say("copy-link")}</button>
            </div>
            <p class="said" aria-hidden="true">{move || app.announcement.with(|it| it.text.clone())}</p>
            <QrCode text=link name=Signal::derive(|| said("share-qr"))/>
        </section>
    }
}
