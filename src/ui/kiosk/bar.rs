//! What is always within reach, low on the screen: back, take along, keyboard, finish; and the state for the staff.

use leptos::prelude::*;

use crate::browser;
use crate::ui::messages::tr_view;

use super::Shell;
use super::staff::{Signs, StaffDot};

/// The bar at the foot of the screen.
#[component]
pub fn Bar(shell: Shell, signs: Signs) -> impl IntoView {
    let app = shell.app;
    let back = Memo::new(move |_| {
        // Every step is another route or another state of the page.
        let _ = app.route();
        browser::can_go_back()
    });
    view! {
        <div class="kiosk-bar" role="toolbar" aria-label=tr_view("kiosk-bar")>
            <button type="button" class="button" disabled=move || !back.get() on:click=|_| browser::go_back(1)>{tr_view("kiosk-back")}</button>
            <button type="button" class="button" on:click=|_| browser::take_along()>{tr_view("kiosk-take")}</button>
            <StaffDot shell signs/>
            <button type="button" class="button primary" on:click=move |_| shell.finish()>{tr_view("kiosk-finish")}</button>
        </div>
    }
}
