//! An event: what its page has beyond its sections.

use leptos::prelude::*;

use crate::collection::next_editions;
use crate::domain::{Event, EventStatus};
use crate::ui::calendars;
use crate::ui::components::{Slots, Viewed, section_view};
use crate::ui::messages::{tr, tr_view};
use crate::ui::state::app;

/// A button that hands its days to the visitor's own calendar, where they are known and not over.
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
        <Show when=move || is_ahead.get()>
            <button type="button" class="button" on:click=save.clone()>{tr_view("calendar-add-one")}</button>
        </Show>
    };
    Slots { actions: Some(actions.into_any()), after: Some(editions(viewed)), ..Slots::default() }
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
