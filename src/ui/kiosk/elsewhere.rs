//! What is not for this screen: forms where nobody could open what is submitted, and what its preset leaves out. It can be
//! gone on with on the visitor's own phone.

use leptos::prelude::*;

use crate::browser::{self, AppState};
use crate::ui::atlas::Atlas;
use crate::ui::components::QrCode;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::take_along::public;

/// The page in the place of one that is not for this screen.
#[component]
pub fn Elsewhere(atlas: Shared<Atlas>, is_form: bool) -> impl IntoView {
    let app = app();
    Effect::new(|_| browser::set_app_state(AppState::Ready));
    let (title, words) = if is_form {
        ("kiosk-form-title", "kiosk-form-text")
    } else {
        ("kiosk-elsewhere-title", "kiosk-elsewhere-text")
    };
    let link = Signal::derive(move || public(&browser::address_with(&app.route().to_hash(), None), &atlas));
    view! {
        <main id="main" class="notice-page" tabindex="-1">
            <h1>{tr_view(title)}</h1>
            <p>{tr_view(words)}</p>
            <QrCode text=link name=Signal::derive(|| tr("kiosk-take-code"))/>
            <p class="kiosk-address">{move || link.get()}</p>
        </main>
    }
}
