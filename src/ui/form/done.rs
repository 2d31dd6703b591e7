//! The end of a form: what has become of it, and what happens next.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Session, Training};
use crate::signup::{BodyKind, EntryKey, EntryState};
use crate::ui::calendars;
use crate::ui::messages::{said, say};
use crate::ui::outbox::Kept;
use crate::ui::shelf::Shelved as _;
use crate::ui::state::{Atlas, Shared, app};

use super::entry::{EntryActions, entry_status};
use super::flow::Flow;
use super::words::Wording;

/// The page of an entry that was just submitted. It follows the entry on its way.
pub fn done_page(flow: Flow, key: &EntryKey, wording: Wording) -> AnyView {
    let outbox = flow.outbox();
    let (wanted, known) = (key.clone(), outbox.clone());
    let kept = Memo::new(move |_| known.entry(&wanted));
    let words = wording.clone();
    let shown_key = key.as_str().to_owned();
    // Of one memo only: an effect that follows a memo and what that memo follows misses changes.
    let heading = Memo::new(move |_| kept.with(|kept| kept.as_ref().map_or("done-erased", heading_of)));
    view! {
        <section class="done">
            <h2 id="steptitle" tabindex="-1">{move || said(heading.get())}</h2>
            <div aria-live="polite">
                {move || kept.get().map(|kept| view! {
                    {entry_status(&kept)}
                    <p>{next_words(&kept)}</p>
                }.into_any())}
            </div>
            <p>{say("entry-key")} ": " <code class="key">{shown_key}</code></p>
            {move || kept.get().map(|kept| calendar(&kept, &words.atlas))}
            {move || kept.get().map(|kept| {
                let (outbox, wording) = (outbox.clone(), wording.clone());
                view! { <EntryActions kept outbox wording correct=None/> }.into_any()
            })}
            <div class="actions">
                <a class="button" href="#/sign-ups">{say("done-see-all")}</a>
                <button type="button" class="button" on:click=|_| browser::print_soon()>{say("print")}</button>
            </div>
        </section>
    }
    .into_any()
}

fn heading_of(kept: &Kept) -> &'static str {
    match kept.entry.contents().kind {
        _ if !is_through(kept) => "done-saved",
        BodyKind::PartnerRequest => "done-request",
        BodyKind::Interest => "done-interest",
        BodyKind::SignUp => "done-sign-up",
    }
}

/// The chosen sessions for the visitor's own calendar.
fn calendar(kept: &Kept, atlas: &Shared<Atlas>) -> AnyView {
    let body = kept.entry.contents();
    let records = untrack(|| Training::shelf(app()).records());
    let training = body.training.as_ref().and_then(|wanted| {
        records.and_then(|records| records.iter().find(|known| known.id.as_str() == wanted.id).cloned())
    });
    let Some(training) = training else { return ().into_any() };
    let chosen = |session: &&Session| body.sessions.iter().any(|chosen| chosen.id == session.id.as_str());
    let sessions: Vec<Session> = training.sessions.iter().filter(chosen).cloned().collect();
    if sessions.is_empty() {
        return ().into_any();
    }
    let atlas = atlas.clone();
    let save = move |_| {
        calendars::download_sessions(&training, &sessions, &atlas);
    };
    view! { <p><button type="button" class="button" on:click=save>{say("calendar-my-sessions")}</button></p> }
        .into_any()
}

/// Whether there is nothing left to be done by its owner.
fn is_through(kept: &Kept) -> bool {
    !matches!(
        kept.entry.state(),
        EntryState::Queued(_) | EntryState::Sending { .. } | EntryState::ByHand | EntryState::Rejected { .. }
    )
}

fn next_words(kept: &Kept) -> String {
    match kept.entry.state() {
        EntryState::Queued(_) | EntryState::Sending { .. } if kept.is_kept() => said("next-queued"),
        EntryState::Queued(_) | EntryState::Sending { .. } => said("next-stay-open"),
        EntryState::ByHand => said(match kept.entry.delivery() {
            crate::dataset::Delivery::Mail { .. } => "next-mail",
            _ => "next-file",
        }),
        EntryState::Rejected { .. } => said("next-rejected"),
        EntryState::Acknowledged(_) | EntryState::HandedOver { .. } => said("next-organiser"),
        _ => String::new(),
    }
}
