//! An entry of the outbox: how far it has come, in words.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Instant;
use crate::signup::{Entry, EntryState, Status, Telling, Trouble, Waiting};
use crate::ui::messages::{date, language, said, say, text};
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
    let earlier = entry.earlier().cloned().map(|earlier| {
        view! {
            <p class="note">{move || text!("receiver-earlier", "receiver" => receiver_name(&earlier))}</p>
        }
        .into_any()
    });
    let already = matches!(&state, EntryState::Acknowledged(receipt) if receipt.already);
    view! {
        <p class="entry-state">
            <span class="status" data-status=colour>{say(word)}</span> " "
            <span>{move || if is_held { said("entry-held") } else { explained(&entry) }}</span>
        </p>
        {earlier}
        {already.then(|| view! { <p class="note">{say("entry-already")}</p> }.into_any())}
        {(!is_kept).then(|| view! { <p class="warning">{say("entry-not-kept")}</p> }.into_any())}
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
        return text!("entry-asked-to-wait", "moment" => moment(waiting.not_before));
    }
    let why = match waiting.trouble {
        Some(Trouble::NoNetwork) => said("trouble-network"),
        Some(Trouble::TimedOut) => said("trouble-time"),
        Some(Trouble::Blocked) => said("trouble-blocked"),
        Some(Trouble::Redirected) => said("trouble-redirected"),
        Some(Trouble::Unproven(status)) => text!("trouble-unproven", "status" => u32::from(status)),
        Some(Trouble::Status(410)) => said("trouble-gone"),
        Some(Trouble::Status(status)) => text!("trouble-status", "status" => u32::from(status)),
        Some(Trouble::Interrupted) | None => said("trouble-interrupted"),
    };
    [why, text!("entry-next-try", "moment" => moment(waiting.not_before))].join(" ")
}

fn explained(entry: &Entry) -> String {
    match entry.state() {
        EntryState::Queued(waiting) if waiting.attempts == 0 => said("entry-queued-first"),
        EntryState::WithdrawQueued(waiting) if waiting.attempts == 0 => said("entry-withdrawing-first"),
        EntryState::Queued(waiting) | EntryState::WithdrawQueued(waiting) => waited(waiting),
        EntryState::Sending { .. } | EntryState::WithdrawSending { .. } => String::new(),
        EntryState::ByHand => said("entry-by-hand-text"),
        EntryState::HandedOver { at } => text!("entry-handed-over-text", "date" => day_of(*at)),
        EntryState::Acknowledged(receipt) => {
            let date = day_of(receipt.at);
            match receipt.status {
                Status::Confirmed => text!("entry-confirmed-text", "date" => date),
                Status::WaitingList => text!("entry-waiting-list-text", "date" => date),
                Status::Received => text!("entry-received-text", "date" => date),
            }
        }
        EntryState::Rejected { problem, .. } => {
            let detail = problem.detail.as_deref().or(problem.title.as_deref());
            detail.map_or_else(
                || said("entry-rejected-text"),
                |detail| text!("entry-rejected-because", "detail" => detail),
            )
        }
        EntryState::Withdrawn { at, told } => {
            let date = day_of(*at);
            match Telling::of(entry) {
                _ if *told => text!("entry-withdrawn-told", "date" => date),
                Telling::ByMail => text!("entry-withdrawn-by-mail", "date" => date),
                Telling::ByHand => text!("entry-withdrawn-by-hand", "date" => date),
                Telling::Nobody | Telling::App => text!("entry-withdrawn-on", "date" => date),
            }
        }
    }
}
