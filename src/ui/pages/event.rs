//! An event: what its page has beyond its sections.

use leptos::prelude::*;

use crate::collection::{Collection, next_editions};
use crate::domain::{Event, EventStatus, Instant, Registration};
use crate::route::Route;
use crate::signup::Way;
use crate::ui::calendars;
use crate::ui::components::{Slots, Viewed, section_view, way_today};
use crate::ui::messages::{date, tr, tr_view};
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
    let (enter, notes) = way_in(viewed);
    let actions = view! {
        {enter}
        <Show when=move || is_ahead.get()>
            <button type="button" class="button" on:click=save.clone()>{tr_view("calendar-add-one")}</button>
        </Show>
    };
    Slots {
        actions: Some(actions.into_any()),
        notes: Some(notes),
        after: Some(editions(viewed)),
        ..Slots::default()
    }
}

/// The way to our own form, where this deployment takes registrations, whatever day is viewed, as it is today; and what has
/// to be said of it. The organiser's own page is among what the record says.
fn way_in(viewed: &Viewed<Event>) -> (AnyView, AnyView) {
    let app = app();
    let (event, atlas) = (viewed.record.clone(), viewed.atlas.clone());
    let (at, viewed_now) = (viewed.at, viewed.now);
    let reachable = atlas.config.reaches_somebody(&atlas.config.sign_up);
    let organiser = atlas.config.organiser.clone();
    let (entered, named) = (event.clone(), organiser.clone());
    let way = Memo::new(move |_| Way::of_event(&entered, named.as_deref(), app.now.get()));
    let id = event.id.as_str().to_owned();
    let href = Route::SignUp { of: Collection::Events, id, correct: None }.to_hash();
    let enter = move || match way.get() {
        Way::Register if reachable => {
            view! { <a class="button primary" href=href.clone()>{tr_view("sign-up-register")}</a> }.into_any()
        }
        Way::Register => view! { <p class="note">{tr_view("event-sign-up-nobody")}</p> }.into_any(),
        Way::Interest | Way::Elsewhere(_) | Way::WithHost | Way::None => ().into_any(),
    };
    let closed = event.clone();
    let why = move || {
        why_closed(&closed, app.now.get()).map(|words| view! { <p class="note">{words}</p> }.into_any())
    };
    let with_host = move || {
        with_host(&event, organiser.as_deref(), viewed_now.get())
            .map(|words| view! { <p class="note">{words}</p> }.into_any())
    };
    let real = way_today(at, way);
    (enter.into_any(), view! { {why} {with_host} {real} }.into_any())
}

/// Why one can no longer register, where one cannot.
fn why_closed(event: &Event, now: Instant) -> Option<String> {
    if event.status(now) == EventStatus::Past {
        // Of what is known to the month or the year alone nobody can say on which day it ended.
        let last = event.known_days().into_iter().map(|(_, last)| last).max();
        return last.map(|last| tr!("event-over", "date" => date(last)));
    }
    let passed = event.registration_deadline.filter(|day| Instant::end_of(*day) <= now);
    passed.map(|day| tr!("event-closed", "date" => date(day)))
}

/// Who takes registrations of what somebody else holds: as it stands at the moment of viewing. A training, which an event
/// may be too, says it of past ones as well.
fn with_host(event: &Event, organiser: Option<&str>, now: Instant) -> Option<String> {
    let is_asked = event.takes_registrations(now) || event.is_training_too();
    let is_theirs = event.registration == Registration::NotStated && !event.is_held_by(organiser);
    (is_asked && is_theirs && !event.hosts.is_empty())
        .then(|| tr!("event-sign-up-with-host", "host" => event.hosts.join("; ")))
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
