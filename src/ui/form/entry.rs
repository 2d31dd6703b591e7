//! An entry of the outbox: how far it has come, and what its owner can do with it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::dataset::Delivery;
use crate::domain::{Email, Instant};
use crate::signup::{
    BodyKind, Entry, EntryKey, EntryState, MailWords, Status, Trouble, file_name, hand_over, mail,
    requests_csv, sign_ups_csv, withdraw, withdrawal_mail,
};
use crate::ui::components::Dialog;
use crate::ui::messages::{date, language, said, say, text};
use crate::ui::outbox::{Kept, Outbox};

use super::frame::correct_link;
use super::words::Wording;

/// How far an entry has come, in a word and a colour, and what that means.
pub fn entry_status(kept: &Kept) -> AnyView {
    let state = kept.entry.state().clone();
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
    let reference = match &state {
        EntryState::Acknowledged(receipt) => receipt.reference.clone(),
        _ => None,
    };
    let already = matches!(&state, EntryState::Acknowledged(receipt) if receipt.already);
    view! {
        <p class="entry-state">
            <span class="status" data-status=colour>{say(word)}</span> " "
            <span>{move || explained(&state)}</span>
        </p>
        {already.then(|| view! { <p class="note">{say("entry-already")}</p> }.into_any())}
        {reference.map(|reference| view! {
            <p>{say("entry-reference")} " " <strong class="as-typed">{reference}</strong></p>
        }.into_any())}
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

fn explained(state: &EntryState) -> String {
    match state {
        EntryState::Queued(waiting) if waiting.attempts == 0 => said("entry-queued-first"),
        EntryState::Queued(waiting) | EntryState::WithdrawQueued(waiting) => {
            let why = match waiting.trouble {
                Some(Trouble::NoNetwork) => said("trouble-network"),
                Some(Trouble::TimedOut) => said("trouble-time"),
                Some(Trouble::Blocked) => said("trouble-blocked"),
                Some(Trouble::Status(status)) => text!("trouble-status", "status" => u32::from(status)),
                Some(Trouble::Interrupted) | None => said("trouble-interrupted"),
            };
            let next = text!("entry-next-try", "moment" => moment(waiting.not_before));
            [why, next].join(" ")
        }
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
        EntryState::Withdrawn { at } => text!("entry-withdrawn-text", "date" => day_of(*at)),
    }
}

/// The mail that delivers an entry, with everything in it that fits.
fn mail_of(entry: &Entry, to: &Email, wording: &Wording) -> crate::signup::MailDraft {
    let subject = subject(entry);
    let (opening, cut) = (said("mail-opening"), said("mail-cut"));
    mail(
        entry,
        to,
        &MailWords {
            subject: &subject,
            opening: &opening,
            cut: &cut,
            label: &Wording::label,
            value: &|line| wording.value(line),
        },
    )
}

fn subject(entry: &Entry) -> String {
    let title = entry.contents().title();
    match entry.contents().kind {
        BodyKind::SignUp => text!("mail-subject-sign-up", "title" => title),
        BodyKind::Interest => text!("mail-subject-interest", "title" => title),
        BodyKind::PartnerRequest => text!("mail-subject-request", "title" => title),
    }
}

/// Which kind of thing was submitted, in words.
pub fn sent_as(kind: BodyKind) -> String {
    said(match kind {
        BodyKind::SignUp => "entry-kind-sign-up",
        BodyKind::Interest => "entry-kind-interest",
        BodyKind::PartnerRequest => "entry-kind-request",
    })
}

fn save_json(entry: &Entry) {
    browser::download(&file_name(entry, "json"), "application/json", entry.body());
}

fn save_csv(entry: &Entry) {
    let entries = [entry];
    let table = match entry.contents().kind {
        BodyKind::PartnerRequest => requests_csv(&entries),
        BodyKind::SignUp | BodyKind::Interest => sign_ups_csv(&entries),
    };
    browser::download(&file_name(entry, "csv"), "text/csv;charset=utf-8", &table);
}

/// What its owner can do with an entry now.
#[component]
pub fn EntryActions(
    kept: Kept,
    outbox: Outbox,
    wording: Wording,
    /// Where a refused entry is corrected.
    correct: Option<String>,
) -> impl IntoView {
    let entry = Arc::new(kept.entry.clone());
    let key = entry.key().clone();
    let correct_key = key.clone();
    let (asking, open) = (RwSignal::new(Question::Erase), RwSignal::new(false));
    let ask = move |question| {
        asking.set(question);
        open.set(true);
    };
    let state = entry.state().clone();
    let by_hand = matches!(state, EntryState::ByHand | EntryState::HandedOver { .. });
    let waits = matches!(state, EntryState::Queued(_) | EntryState::WithdrawQueued(_));
    let stuck = !kept.is_kept() || by_hand || waits || matches!(state, EntryState::Rejected { .. });
    let mail_link = match entry.delivery() {
        Delivery::Mail { to } if by_hand => Some(mail_link(entry.clone(), to.clone(), wording)),
        _ => None,
    };
    let sent = {
        let (outbox, key) = (outbox.clone(), key.clone());
        move |_| {
            let (outbox, key) = (outbox.clone(), key.clone());
            spawn_local(async move { outbox.change(&key, hand_over).await });
        }
    };
    let send_now = {
        let outbox = outbox.clone();
        move |_| outbox.send_now()
    };
    let (json, csv) = (entry.clone(), entry.clone());
    let for_file = matches!((entry.delivery(), &state), (Delivery::File, EntryState::ByHand));
    let can_withdraw = withdraw(&entry, browser::now()).is_some();
    let taken_back_by_mail = match (entry.delivery(), &state) {
        (Delivery::Mail { to }, EntryState::Withdrawn { .. }) => {
            let subject = text!("mail-subject-withdrawal", "title" => entry.contents().title());
            let draft = withdrawal_mail(&entry, to, &subject, &said("mail-withdrawal"));
            Some(view! { <a class="button" href=draft.address>{say("entry-withdraw-mail")}</a> }.into_any())
        }
        _ => None,
    };
    let rejected = matches!(state, EntryState::Rejected { .. });
    view! {
        <div class="actions">
            {mail_link}
            {stuck.then(|| view! {
                <button type="button" class="button" class:primary=for_file on:click=move |_| save_json(&json)>{say("entry-save-json")}</button>
                <button type="button" class="button" on:click=move |_| save_csv(&csv)>{say("entry-save-csv")}</button>
            }.into_any())}
            {matches!(state, EntryState::ByHand).then(|| view! {
                <button type="button" class="button" on:click=sent>{say("entry-i-sent-it")}</button>
            }.into_any())}
            {waits.then(|| view! {
                <button type="button" class="button" on:click=send_now>{say("entry-send-now")}</button>
            }.into_any())}
            {correct.filter(|_| rejected).map(|href| correct_link(href, correct_key))}
            {taken_back_by_mail}
            {can_withdraw.then(|| view! {
                <button type="button" class="button" on:click=move |_| ask(Question::Withdraw)>{say("entry-withdraw")}</button>
            }.into_any())}
            <button type="button" class="button" on:click=move |_| ask(Question::Erase)>{say("entry-erase")}</button>
        </div>
        {confirm(open, asking, outbox, key, &kept)}
    }
}

fn mail_link(entry: Arc<Entry>, to: Email, wording: Wording) -> AnyView {
    let draft = Memo::new(move |_| mail_of(&entry, &to, &wording).address);
    view! { <a class="button primary" href=move || draft.get()>{say("entry-open-mail")}</a> }.into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Withdraw,
    Erase,
}

/// Asks before anything is taken back or removed.
fn confirm(
    open: RwSignal<bool>,
    asking: RwSignal<Question>,
    outbox: Outbox,
    key: EntryKey,
    kept: &Kept,
) -> AnyView {
    let only_here = kept.entry.is_only_here();
    let words = move || match asking.get() {
        Question::Withdraw => said("withdraw-text"),
        Question::Erase if only_here => said("erase-only-here"),
        Question::Erase => said("erase-text"),
    };
    let label = move || match asking.get() {
        Question::Withdraw => said("entry-withdraw"),
        Question::Erase => said("entry-erase"),
    };
    let go = move |_| {
        let question = asking.get_untracked();
        let (outbox, key) = (outbox.clone(), key.clone());
        open.set(false);
        spawn_local(async move {
            match question {
                Question::Withdraw => outbox.change(&key, withdraw).await,
                Question::Erase => outbox.erase(&key).await,
            }
            browser::focus_main_soon();
        });
    };
    let title = Signal::derive(label);
    view! {
        <Dialog open title>
            <p>{words}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=go.clone()>{label}</button>
                <button type="button" class="button" on:click=move |_| open.set(false)>{say("cancel")}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
