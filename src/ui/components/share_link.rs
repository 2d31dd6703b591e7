//! A list of this device, handed on.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser;
use crate::route::Route;
use crate::ui::messages::{tr, tr_view};
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::QrCode;

/// A button that copies the link to a page. Where the browser does not allow that, the link is there, selected.
pub fn copy_link(route: Signal<Route>) -> AnyView {
    // At a screen in a hall nobody has a clipboard; things are taken along from there by a code.
    if browser::is_kiosk() {
        return ().into_any();
    }
    let app = app();
    let link = Signal::derive(move || browser::address_with(&route.get().to_hash(), None));
    let copied = RwSignal::new(None::<bool>);
    let field = NodeRef::<Input>::new();
    let copy = move |_| {
        let link = link.get_untracked();
        to_the_end(async move {
            let done = browser::copy_text(&link).await;
            let _ = copied.try_set(Some(done));
            app.announce(if done { tr("link-copied") } else { tr("link-not-copied") });
        });
    };
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Its property is set a moment later, and what is selected has to be there.
            field.set_value(&link.get_untracked());
            let _ = field.focus();
            field.select();
        }
    });
    let told = move || {
        copied.get().map(|done| {
            if done {
                return view! { <span class="said" aria-hidden="true">{tr_view("link-copied")}</span> }.into_any();
            }
            view! {
                <span class="share-link">
                    <input node_ref=field type="text" readonly=true aria-label=tr_view("page-link") prop:value=move || link.get()/>
                    <span class="said" aria-hidden="true">{tr_view("link-not-copied")}</span>
                </span>
            }
            .into_any()
        })
    };
    view! { <button type="button" class="button share" on:click=copy>{tr_view("copy-link")}</button> {told} }
        .into_any()
}

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
