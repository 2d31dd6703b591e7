//! An address that leads nowhere.

use leptos::prelude::*;

use crate::domain::tidy;
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::components::page_title;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

/// Longest piece of an unknown address that is shown.
const SHOWN: usize = 120;

/// Says that there is no such page, and where to go instead.
#[component]
pub fn UnknownPage(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || tr("unknown-title"));
    let path = move || match app.route() {
        Route::Unknown { path } => tidy(&path).chars().take(SHOWN).collect::<String>(),
        _ => String::new(),
    };
    view! {
        <main id="main" class="notice-page" tabindex="-1">
            <h1>{tr_view("unknown-title")}</h1>
            <p>{move || tr!("unknown-text", "path" => path())}</p>
            <p><a href="#/explore">{tr_view("go-to-explore")}</a></p>
        </main>
    }
}
