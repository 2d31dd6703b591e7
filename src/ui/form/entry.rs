//! An entry of the outbox: how far it has come, in words.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Instant;
use crate::signup::{Entry, EntryState, Status, Trouble, Waiting, WithdrawalNotice};
use crate::ui::messages::{date, language, tr, tr_view};
use crate::ui::outbox::{Kept, Outbox};

use super::receiver::receiver_name;

/// How far an entry has come, in a word and a colour, and what that means.
pub fn entry_status(kept: &Kept, outbox: &Outbox) -> AnyView {
    let state = kept.entry.state().clone();
    let entry = kept.entry.clone();
    let (word, colour) = match &state {
        EntryState::Queued(_) => ("entry-queued", "waiting"),
        EntryState::Sending { .. } => ("entry-sending", "waiting"),
        EntryState::ByHand => ("entry-by-hand", "waiting"),
        EntryState::HandedOver { .. } => ("entry-handed-over", "open"),
        EntryState::Acknowledged(receipt) => match receipt.status {
            Status::Confirmed => ("entry-confirmed", "open"),
            Status::WaitingList => ("entry-waiting-list", "soon"),
            Status::Received => ("entry-received", "open"),
        },
        EntryState::Rejected { .. } => ("entry-rejected", "cancelled"),
        EntryState::WithdrawQueued(_) | EntryState::WithdrawSending { .. } => {
            ("entry-withdrawing", "waiting")
        }
        EntryState::Withdrawn { .. } => ("entry-withdrawn", "closed"),
    };
    let is_kept = kept.is_kept();
    let is_held = outbox.is_held(&entry);
    let is_waiting = matches!(state, EntryState::Queued(_) | EntryState::WithdrawQueued(_));
    let waits_for_settings = is_waiting && outbox.receiver_of(&entry).is_none();
    let earlier = entry.earlier().cloned().map(|earlier| {
        view! {
            <p class="note">{move || tr!("receiver-earlier", "receiver" => receiver_name(&earlier))}</p>
        }
        .into_any()
    });
    let said = match &state {
        EntryState::Acknowledged(receipt) => receipt.said.clone(),
        _ => None,
    };
    let already = matches!(&state, EntryState::Acknowledged(receipt) if receipt.already);
    view! {
        <p class="entry-state">
            <span class="status" data-status=colour>{tr_view(word)}</span> " "
            <span>{move || match (is_held, waits_for_settings) {
                (true, _) => tr("entry-held"),
                (_, true) => tr("entry-no-settings"),
                _ => explained(&entry),
            }}</span>
        </p>
        {earlier}
        {said.map(|said| view! { <p class="warning">{move || tr!("entry-said", "status" => said.as_str())}</p> }.into_any())}
        {already.then(|| view! { <p class="note">{tr_view("entry-already")}</p> }.into_any())}
        {(!is_kept).then(|| view! { <p class="warning">{tr_view("entry-not-kept")}</p> }.into_any())}
    }
    .into_any()
}

fn day_of(at: Instant) -> String {
    date(at.in_brussels().day)
}

/// When something happens, to the minute, by the visitor's own clock.
fn moment(at: Instant) -> String {
    browser::moment_here(at, &language())
}

/// What the receiver calls an entry: plain text.
pub fn reference_of(entry: &Entry) -> Option<String> {
    match entry.state() {
        EntryState::Acknowledged(receipt) => receipt.reference.clone(),
        _ => None,
    }
}

/// What happened the last time, and when it is tried again.
fn waited(waiting: &Waiting) -> String {
    if waiting.asked_to_wait {
        return tr!("entry-asked-to-wait", "moment" => moment(waiting.not_before));
    }
    let why = match waiting.trouble {
        Some(Trouble::NoNetwork) => tr("trouble-network"),
        Some(Trouble::TimedOut) => tr("trouble-time"),
        Some(Trouble::Blocked) => tr("trouble-blocked"),
        Some(Trouble::Redirected) => tr("trouble-redirected"),
        Some(Trouble::Unproven(status)) => tr!("trouble-unproven", "status" => u32::from(status)),
        Some(Trouble::Status(410)) => tr("trouble-gone"),
        Some(Trouble::Status(status)) => tr!("trouble-status", "status" => u32::from(status)),
        Some(Trouble::Interrupted) | None => tr("trouble-interrupted"),
    };
    [why, tr!("entry-next-try", "moment" => moment(waiting.not_before))].join(" ")
}

fn explained(entry: &Entry) -> String {
    match entry.state() {
        EntryState::Queued(waiting) if waiting.attempts == 0 => tr("entry-queued-first"),
        EntryState::WithdrawQueued(waiting) if waiting.attempts == 0 => tr("entry-withdrawing-first"),
        EntryState::Queued(waiting) | EntryState::WithdrawQueued(waiting) => waited(waiting),
        EntryState::Sending { .. } | EntryState::WithdrawSending { .. } => String::new(),
        EntryState::ByHand => tr("entry-by-hand-text"),
        EntryState::HandedOver { at } => tr!("entry-handed-over-text", "date" => day_of(*at)),
        EntryState::Acknowledged(receipt) => {
            let date = day_of(receipt.at);
            match receipt.status {
                Status::Confirmed => tr!("entry-confirmed-text", "date" => date),
                Status::WaitingList => tr!("entry-waiting-list-text", "date" => date),
                Status::Received => tr!("entry-received-text", "date" => date),
            }
        }
        EntryState::Rejected { problem, .. } => {
            let detail = problem.detail.as_deref().or(problem.title.as_deref());
            detail.map_or_else(
                || tr("entry-rejected-text"),
                |detail| tr!("entry-rejected-because", "detail" => detail),
            )
        }
        EntryState::Withdrawn { at, told } => {
            let date = day_of(*at);
            match WithdrawalNotice::of(entry) {
                _ if *told => tr!("entry-withdrawn-told", "date" => date),
                WithdrawalNotice::ByMail => tr!("entry-withdrawn-by-mail", "date" => date),
                WithdrawalNotice::ByHand => tr!("entry-withdrawn-by-hand", "date" => date),
                WithdrawalNotice::Nobody | WithdrawalNotice::App => tr!("entry-withdrawn-on", "date" => date),
            }
        }
    }
}
