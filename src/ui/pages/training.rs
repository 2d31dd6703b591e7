//! A training: its sessions, everything known of it, and the way in.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::{Day, Instant, Registration, Session, Training, TrainingStatus};
use crate::route::Route;
use crate::signup::Way;
use crate::ui::atlas::Atlas;
use crate::ui::calendars;
use crate::ui::components::{OutgoingLink, Slots, Viewed, way_today};
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::times;

/// What the page has beyond its sections: the way in, and the sessions.
pub fn training_parts(viewed: &Viewed<Training>) -> Slots {
    let Viewed { record: training, at, now, atlas } = viewed;
    let (at, now) = (*at, *now);
    let (actions, notes) = way_in(training.clone(), at, now, atlas.clone());
    let (listed, list_atlas) = (training.clone(), atlas.clone());
    let middle = view! {
        <h2>{tr_view("training-sessions")}</h2>
        {move || sessions(&listed, now.get(), &list_atlas)}
    };
    Slots { actions: Some(actions), notes: Some(notes), middle: Some(middle.into_any()), ..Slots::default() }
}

/// The way in as it is today, whatever day is viewed; and what has to be said of it.
fn way_in(
    training: Arc<Training>,
    at: Memo<Option<Day>>,
    now: Memo<Instant>,
    atlas: Shared<Atlas>,
) -> (AnyView, AnyView) {
    let app = app();
    let href =
        Route::SignUp { of: Collection::Trainings, id: training.id.as_str().to_owned(), correct: None }
            .to_hash();
    let entered = training.clone();
    let organiser = atlas.config.organiser.clone();
    let way = Memo::new(move |_| Way::of(&entered, organiser.as_deref(), app.now.get()));
    let host = training.host.clone().unwrap_or_default();
    let reachable = atlas.config.reaches_somebody(&atlas.config.sign_up);
    let enter = move || match way.get() {
        Way::Register | Way::Interest if !reachable => {
            view! { <p class="note">{tr_view("sign-up-nobody")}</p> }.into_any()
        }
        Way::Register => {
            view! { <a class="button primary" href=href.clone()>{tr_view("sign-up-register")}</a> }.into_any()
        }
        Way::Interest => {
            view! { <a class="button primary" href=href.clone()>{tr_view("sign-up-interest")}</a> }.into_any()
        }
        Way::Elsewhere(address) => {
            view! { <OutgoingLink address words=tr("sign-up-elsewhere") button=true/> }.into_any()
        }
        Way::WithHost => {
            let host = host.clone();
            view! { <p class="note">{move || tr!("sign-up-with-host", "host" => host.as_str())}</p> }
                .into_any()
        }
        Way::None => view! { <p class="note">{tr_view("sign-up-none")}</p> }.into_any(),
    };
    let closed = training.clone();
    let why = move || {
        why_closed(&closed, app.now.get()).map(|words| view! { <p class="note">{words}</p> }.into_any())
    };
    let real = way_today(at, way);
    let dated = training.clone();
    let has_dates = Memo::new(move |_| dated.next_session(now.get()).is_some());
    let save = move |_| {
        let now = now.get_untracked();
        let ahead = training.sessions.iter().filter(|session| now < session.ends());
        let done = calendars::download_sessions(&training, &ahead.cloned().collect::<Vec<_>>(), &atlas);
        app.announce(tr(if done { "calendar-done" } else { "export-failed" }));
    };
    let actions = view! {
        {enter}
        <Show when=move || has_dates.get()>
            <button type="button" class="button" on:click=save.clone()>{tr_view("calendar-all-sessions")}</button>
        </Show>
    };
    (actions.into_any(), view! { {why} {real} }.into_any())
}

/// Why one cannot apply, where one cannot; nothing where there never was a registration.
fn why_closed(training: &Training, now: Instant) -> Option<String> {
    let day_of = |session: &Session| date(session.date);
    let first = training.sessions.iter().min_by_key(|session| session.begins());
    let last = training.sessions.iter().max_by_key(|session| session.ends());
    let passed = training.application_deadline.filter(|day| Instant::end_of(*day) <= now);
    match (training.status(now), &training.registration) {
        (TrainingStatus::Open, _) | (TrainingStatus::Upcoming, Registration::None) => None,
        (TrainingStatus::Past, _) => last.map(|last| tr!("training-over", "date" => day_of(last))),
        (_, _) if passed.is_some() => passed.map(|day| tr!("training-closed", "date" => date(day))),
        (TrainingStatus::Upcoming, _) => first.map(|first| tr!("training-begun", "date" => day_of(first))),
        (TrainingStatus::Undated, _) => Some(tr("training-undated")),
    }
}

/// The sessions by time, with what the source says of those without a date.
fn sessions(training: &Arc<Training>, now: Instant, atlas: &Shared<Atlas>) -> AnyView {
    let next = training.next_session(now).map(|session| session.id.clone());
    let items = training
        .sessions
        .iter()
        .map(|session| {
            let is_next = next.as_ref() == Some(&session.id);
            let over = session.ends() <= now;
            let save = {
                let (training, session) = (training.clone(), session.clone());
                let atlas = atlas.clone();
                move |_| {
                    calendars::download_sessions(&training, std::slice::from_ref(&session), &atlas);
                }
            };
            let named = session.clone();
            let label = move || tr!("calendar-add-session", "session" => session_words(&named));
            view! {
                <li>
                    {session_view(session, over)}
                    {is_next.then(|| view! { <p><span class="status" data-status="open">{tr_view("session-next")}</span></p> }.into_any())}
                    {(!over).then(|| view! {
                        <button type="button" class="linklike" aria-label=label on:click=save>{tr_view("calendar-add-one")}</button>
                    }.into_any())}
                </li>
            }
            .into_any()
        })
        .collect_view();
    let undated = training.undated_sessions.clone().map(|words| view! { <p>{words}</p> }.into_any());
    let none = training.sessions.is_empty() && training.undated_sessions.is_none();
    view! {
        {(!training.sessions.is_empty()).then(|| view! { <ol class="cutoffs">{items}</ol> }.into_any())}
        {undated}
        {none.then(|| view! { <p class="absent">{tr_view("training-no-dates")}</p> }.into_any())}
    }
    .into_any()
}

/// When a session is, in Brussels.
pub fn session_words(session: &Session) -> String {
    match (session.start, session.end) {
        (Some(start), Some(end)) => times::between(session.date, start, end),
        (start, _) => times::moment(session.date, start),
    }
}

/// A session: when, by the visitor's own clock where that differs, and where.
pub fn session_view(session: &Session, over: bool) -> AnyView {
    let (shown, own) = (session.clone(), session.clone());
    let when = move || session_words(&shown);
    let when = if over {
        view! { <s>{when}</s> " " <span class="status" data-status="closed">{tr_view("session-over")}</span> }
            .into_any()
    } else {
        view! { <b>{when}</b> }.into_any()
    };
    let place = session.place.clone();
    let online = session.online;
    let whereabouts = move || match (&place, online) {
        (Some(place), true) => tr!("session-place-or-online", "place" => place.as_str()),
        (Some(place), false) => place.clone(),
        (None, true) => tr("format-online"),
        (None, false) => tr("session-place-unknown"),
    };
    let note = session.note.clone();
    view! {
        <p>{when}</p>
        <p class="quiet">
            {whereabouts}
            {move || times::own(own.date, own.start, own.end).map(|own| tr!("comma", "words" => own))}
        </p>
        {note.map(|note| view! { <p class="quiet note">{note}</p> }.into_any())}
    }
    .into_any()
}
