//! The end of a form: what has become of it, and what happens next.

use leptos::prelude::*;

use crate::browser;
use crate::dataset::{Config, Delivery};
use crate::signup::{EntryKey, EntryState, EntrySummary, Heading};
use crate::ui::messages::{tr, tr_view};
use crate::ui::outbox::Kept;

use super::actions::EntryActions;
use super::controller::FormController;
use super::entry::entry_status;
use super::receiver::handed_to;
use super::summary::summary;
use super::wording::Wording;

/// The page of an entry that was just submitted. It follows the entry on its way.
pub fn done_page(controller: FormController, key: &EntryKey, wording: Wording) -> AnyView {
    let outbox = controller.outbox();
    let (wanted, asked, known) = (key.clone(), outbox.clone(), outbox.clone());
    let kept = Memo::new(move |_| asked.entry(&wanted));
    let words = wording.clone();
    let config = wording.atlas.config.clone();
    // Of one memo only: an effect that follows a memo and what that memo follows misses changes.
    let heading = Memo::new(move |_| kept.with(|kept| kept.as_ref().map(heading_of)));
    if browser::is_kiosk() {
        return sealed_page(outbox.is_sealed(key), kept, words);
    }
    view! {
        <section class="done">
            <h2 id="steptitle" tabindex="-1">
                {move || heading.get().map_or_else(|| tr("done-erased"), heading_words)}
            </h2>
            <div aria-live="polite">
                {move || kept.get().map(|kept| view! {
                    {entry_status(&kept, &known)}
                    <p>{(!known.is_held(&kept.entry)).then(|| next_words(&kept, &config))}</p>
                }.into_any())}
            </div>
            {move || kept.get().map(|kept| {
                let (outbox, wording) = (outbox.clone(), wording.clone());
                view! { <EntryActions kept outbox wording correct=None again=None/> }.into_any()
            })}
            {move || kept.get().map(|kept| summary(&kept, &words))}
            <div class="actions more">
                <a href="#/sign-ups">{tr_view("done-see-all")}</a>
                <button type="button" class="linklike" on:click=|_| browser::print_soon()>{tr_view("print")}</button>
            </div>
        </section>
    }
    .into_any()
}

/// The same at a screen that many people use: it cannot follow what only the organiser can open.
fn sealed_page(is_sealed: bool, kept: Memo<Option<Kept>>, words: Wording) -> AnyView {
    let (title, text) = if is_sealed {
        ("kiosk-sealed-title", "kiosk-sealed")
    } else {
        ("kiosk-not-sealed-title", "kiosk-not-sealed")
    };
    view! {
        <section class="done">
            <h2 id="steptitle" tabindex="-1">{tr_view(title)}</h2>
            <p class:warning=!is_sealed>{tr_view(text)}</p>
            {move || kept.get().map(|kept| summary(&kept, &words))}
        </section>
    }
    .into_any()
}

fn heading_of(kept: &Kept) -> Heading {
    EntrySummary::of(kept.entry.state(), kept.entry.contents().kind).heading
}

fn heading_words(heading: Heading) -> String {
    tr(match heading {
        Heading::AlmostDone => "done-saved",
        Heading::SignedUp => "done-sign-up",
        Heading::InterestNoted => "done-interest",
        Heading::RequestSubmitted => "done-request",
        Heading::ProposalSubmitted => "done-proposal",
        Heading::Confirmed => "done-confirmed",
        Heading::WaitingList => "done-waiting-list",
        Heading::NotAccepted => "done-not-accepted",
        Heading::Withdrawing => "done-withdrawing",
        Heading::Withdrawn => "done-withdrawn",
    })
}

fn next_words(kept: &Kept, config: &Config) -> String {
    match kept.entry.state() {
        EntryState::Queued(_) | EntryState::Sending { .. } if kept.is_kept() => tr("next-queued"),
        EntryState::Queued(_) | EntryState::Sending { .. } => tr("next-stay-open"),
        EntryState::ByHand if matches!(kept.entry.delivery(), Delivery::Mail { .. }) => tr("next-mail"),
        EntryState::ByHand => handed_to(kept.entry.receiver().organiser.as_deref(), config)
            .map_or_else(|| tr("next-file"), |name| tr!("next-file-to", "receiver" => name)),
        EntryState::Rejected { .. } => tr("next-rejected"),
        EntryState::Acknowledged(_) | EntryState::HandedOver { .. }
            if kept.entry.contents().profile.is_some() =>
        {
            tr("next-proposal")
        }
        EntryState::Acknowledged(_) | EntryState::HandedOver { .. } => tr("next-organiser"),
        _ => String::new(),
    }
}
