//! An event: what its page has beyond its sections.

use leptos::prelude::*;

use crate::collection::{Collection, next_editions};
use crate::domain::{Event, EventStatus};
use crate::route::Route;
use crate::signup::Way;
use crate::ui::calendars;
use crate::ui::components::{Slots, Viewed, section_view};
use crate::ui::messages::{tr, tr_view};
use crate::ui::state::app;

/// The way in as it is today, and a button that hands its days to the visitor's own calendar, where they are known and not
/// over.
pub fn event_parts(viewed: &Viewed<Event>) -> Slots {
    let app = app();
    let (event, now, atlas) = (viewed.record.clone(), viewed.now, viewed.atlas.clone());
    let has_day = !event.days.is_empty() || event.start.is_some_and(|start| start.day().is_some());
    let entered = event.clone();
    let is_ahead = Memo::new(move |_| has_day && entered.status(now.get()) != EventStatus::Past);
    let save = move |_| {
        let done = calendars::download_event(&event, &atlas);
        app.announce(tr(if done { "calendar-done" } else { "export-failed" }));
    };
    let actions = view! {
        {way_in(viewed)}
        <Show when=move || is_ahead.get()>
            <button type="button" class="button" on:click=save.clone()>{tr_view("calendar-add-one")}</button>
        </Show>
    };
    Slots { actions: Some(actions.into_any()), after: Some(editions(viewed)), ..Slots::default() }
}

/// The way to our own form, where this deployment takes registrations, or why there is none; whatever day is viewed, as it
/// is today. The organiser's own page is among what the record says.
fn way_in(viewed: &Viewed<Event>) -> AnyView {
    let app = app();
    let (event, atlas) = (viewed.record.clone(), viewed.atlas.clone());
    let reachable = atlas.config.reaches_somebody(&atlas.config.sign_up);
    let entered = event.clone();
    let way = Memo::new(move |_| Way::of_event(&entered, atlas.config.organiser.as_deref(), app.now.get()));
    let enter = move || match way.get() {
        Way::Register if reachable => {
            let id = event.id.as_str().to_owned();
            let href = Route::SignUp { of: Collection::Events, id, correct: None }.to_hash();
            view! { <a class="button primary" href=href>{tr_view("sign-up-register")}</a> }.into_any()
        }
        Way::Register => view! { <p class="note">{tr_view("event-sign-up-nobody")}</p> }.into_any(),
        // Who holds it stands among the facts, with the page of the event.
        Way::Interest | Way::Elsewhere(_) | Way::WithHost | Way::None => ().into_any(),
    };
    enter.into_any()
}

/// The editions that come after it, where a series can be told.
fn editions(viewed: &Viewed<Event>) -> AnyView {
    let (event, now, atlas) = (viewed.record.clone(), viewed.now, viewed.atlas.clone());
    let store = app().store;
    let section = move || {
        let (all, now) = (store.records::<Event>()?, now.get());
        let section = next_editions(&event, all.iter().map(|event| &**event), now)?;
        Some(section_view(section, now, &atlas))
    };
    section.into_any()
}
