//! Partner requests: who looks for whom, for what.

use leptos::prelude::*;

use crate::domain::Call;
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::list_page::ListSlots;
use crate::ui::messages::tr_view;
use crate::ui::shared::Shared;
use crate::ui::state::app;

/// What the list has beyond what every list has: the way to a request of one's own.
pub fn request_slots(atlas: &Shared<Atlas>) -> ListSlots {
    // Requests name the calls they are for by their identifiers.
    app().store.load_soon::<Call>(atlas);
    let introduce =
        Route::NewPartnerRequest { organisations: Vec::new(), call: None, correct: None, like: None }
            .to_hash();
    let beside = view! {
        <a class="button primary" href=introduce>{tr_view("introduce-request")}</a>
        <a class="button" href="#/sign-ups">{tr_view("sign-ups-title")}</a>
    };
    ListSlots { beside: Some(beside.into_any()), ..ListSlots::default() }
}
