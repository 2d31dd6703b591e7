//! An entry in short: what it is about, when, for whom, and by what it is known.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::{Event, Session, Training};
use crate::route::Route;
use crate::signup::{Attendance, Body, Entry, EntrySummary, Field, Label, Line};
use crate::ui::atlas::Atlas;
use crate::ui::calendars;
use crate::ui::messages::{tr, tr_view};
use crate::ui::outbox::Kept;
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::entry::reference_of;
use super::wording::Wording;

/// What a summary says of a body, in the order of the form; the values of one label stand together.
fn lines_of(body: &Body) -> Vec<Vec<Line>> {
    let wanted = |label: Label| {
        matches!(
            label,
            Label::Training
                | Label::Event
                | Label::Field(
                    Field::Sessions
                        | Field::Organisation
                        | Field::Title
                        | Field::Kind
                        | Field::Call
                        | Field::Deadline
                        | Field::Askers
                        | Field::Asker
                        | Field::ContactName
                        | Field::Profile(_)
                )
        )
    };
    let mut groups: Vec<Vec<Line>> = Vec::new();
    let people = body.people.iter().map(|person| {
        let name = [person.given_name.as_str(), &person.family_name].join(" ");
        Line::new(Label::Field(Field::People), name)
    });
    for line in body.lines().into_iter().filter(|line| wanted(line.label)).chain(people) {
        match groups.last_mut() {
            Some(group) if group[0].label == line.label => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    groups
}

/// The summary, also for paper. What the receiver calls it is its reference; before, its key is.
pub fn summary(kept: &Kept, wording: &Wording) -> AnyView {
    let body = kept.entry.contents();
    let page = body.matter().map(|(of, matter)| Route::record(of, &matter.id).to_hash());
    let rows = lines_of(body)
        .into_iter()
        .map(|group| {
            let (label, wording) = (group[0].label, wording.clone());
            let href = page.clone().filter(|_| matches!(label, Label::Training | Label::Event));
            let words = move || {
                let values: Vec<String> = group.iter().map(|line| wording.value(line)).collect();
                values.join("\n")
            };
            let value = match href {
                Some(href) => view! { <a href=href>{words}</a> }.into_any(),
                None => words.into_any(),
            };
            view! { <div><dt>{move || Wording::label(label)}</dt><dd class="as-typed">{value}</dd></div> }
                .into_any()
        })
        .collect_view();
    let key = kept.entry.key().as_str().to_owned();
    let reference = reference_of(&kept.entry);
    let key_label = if reference.is_some() { "entry-key" } else { "entry-reference-key" };
    view! {
        <dl class="facts">
            {rows}
            {reference.map(|reference| view! {
                <div><dt>{tr_view("entry-reference")}</dt><dd class="as-typed"><strong>{reference}</strong></dd></div>
            }.into_any())}
            <div><dt>{move || tr(key_label)}</dt><dd><code class="key">{key}</code></dd></div>
        </dl>
    }
    .into_any()
}

/// The chosen sessions for the visitor's own calendar, where they are known and belong there.
pub fn calendar(entry: &Arc<Entry>, atlas: &Shared<Atlas>) -> Option<AnyView> {
    let attendance = EntrySummary::of(entry.state(), entry.contents().kind).calendar?;
    let store = app().store;
    let (entry, atlas) = (entry.clone(), atlas.clone());
    let button = move || {
        let body = entry.contents();
        let (of, wanted) = body.matter()?;
        if of == Collection::Events {
            return calendar_of_event(&wanted.id, &atlas);
        }
        let records = store.records::<Training>()?;
        let training = records.iter().find(|known| known.id.as_str() == wanted.id)?.clone();
        let chosen = |session: &&Session| body.sessions.iter().any(|it| it.id == session.id.as_str());
        let sessions: Vec<Session> = training.sessions.iter().filter(chosen).cloned().collect();
        let atlas = atlas.clone();
        let save = move |_| {
            calendars::save_sessions(&training, &sessions, &atlas, attendance == Attendance::Tentative);
        };
        (!body.sessions.is_empty()).then(|| {
            view! {
                <button type="button" class="button" on:click=save>{tr_view("calendar-my-sessions")}</button>
            }
            .into_any()
        })
    };
    Some(button.into_any())
}

/// The days of an event likewise: all of them, because most events say no more than from when to when.
fn calendar_of_event(id: &str, atlas: &Shared<Atlas>) -> Option<AnyView> {
    let records = app().store.records::<Event>()?;
    let event = records.iter().find(|known| known.id.as_str() == id)?.clone();
    let has_day = !event.known_days().is_empty();
    let atlas = atlas.clone();
    let save = move |_| {
        calendars::download_event(&event, &atlas);
    };
    has_day.then(|| {
        view! { <button type="button" class="button" on:click=save>{tr_view("calendar-add-one")}</button> }
            .into_any()
    })
}
