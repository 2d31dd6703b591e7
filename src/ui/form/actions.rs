//! What the owner of an entry can do with it: one thing that comes next, and quieter ones.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::dataset::Delivery;
use crate::domain::Email;
use crate::signup::{
    BodyKind, Entry, EntryState, MailDraft, MailWords, Waiting, WithdrawalNotice, can_be_corrected,
    file_name, hand_over, mail, proposals_csv, requests_csv, sign_ups_csv, withdraw, withdrawal_mail,
};
use crate::ui::components::Dialog;
use crate::ui::messages::{tr, tr_view};
use crate::ui::outbox::{Kept, Outbox};
use crate::ui::task::to_the_end;

use super::receiver::receiver_question;
use super::summary::calendar;
use super::wording::Wording;

/// How a button looks that does what comes next, one beside it, and the others.
const PRIMARY: &str = "button primary";
const BESIDE: &str = "button";
const QUIET: &str = "linklike";

/// The mail that delivers an entry, with everything in it that fits.
fn mail_of(entry: &Entry, to: &Email, wording: &Wording) -> MailDraft {
    let title = entry.contents().title();
    let subject = match entry.contents().kind {
        BodyKind::SignUp => tr!("mail-subject-sign-up", "title" => title),
        BodyKind::Interest => tr!("mail-subject-interest", "title" => title),
        BodyKind::PartnerRequest => tr!("mail-subject-request", "title" => title),
        BodyKind::NewProfile => tr!("mail-subject-new-profile", "title" => title),
        BodyKind::Correction => tr!("mail-subject-correction", "title" => title),
    };
    let opening = tr("mail-opening");
    let cut = tr!("mail-cut", "file" => file_name(entry, "json"));
    mail(
        entry,
        to,
        &MailWords {
            subject: &subject,
            opening: &opening,
            cut: &cut,
            line: &|label, value| tr!("mail-line", "label" => label, "value" => value),
            label: &Wording::label,
            value: &|line| wording.value(line),
        },
    )
}

fn save_json(entry: &Entry) {
    browser::download(&file_name(entry, "json"), "application/json", entry.body());
}

fn save_csv(entry: &Entry) {
    let entries = [entry];
    let table = match entry.contents().kind {
        BodyKind::PartnerRequest => requests_csv(&entries),
        BodyKind::NewProfile | BodyKind::Correction => proposals_csv(&entries),
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
    /// Where an entry is corrected, for as long as it can be.
    correct: Option<String>,
    /// Where another one like it is begun.
    again: Option<String>,
) -> impl IntoView {
    let entry = Arc::new(kept.entry.clone());
    let question = RwSignal::new(None);
    let failed = RwSignal::new(false);
    let open = RwSignal::new(false);
    let ask = move |what| {
        question.set(Some(what));
        open.set(true);
    };
    let state = entry.state().clone();
    let by_hand = matches!(state, EntryState::ByHand);
    let refused = matches!(state, EntryState::Rejected { .. });
    let (known, key) = (outbox.clone(), entry.key().clone());
    let corrected = Memo::new(move |_| known.is_corrected(&key));
    let correct = correct.filter(|_| can_be_corrected(&entry));
    let (correct, amend) = if refused { (correct, None) } else { (None, correct) };
    let sent = {
        let (outbox, key) = (outbox.clone(), entry.key().clone());
        move |_| {
            let (outbox, key) = (outbox.clone(), key.clone());
            to_the_end(async move {
                let changed = outbox.change(&key, hand_over).await;
                let _ = failed.try_set(changed.is_err());
            });
        }
    };
    let send_now = {
        let outbox = outbox.clone();
        move |_| outbox.send_now()
    };
    // As where the settings cannot be read: then nobody is known who would receive it.
    let is_on_hold = outbox.is_on_hold(&entry);
    let can_withdraw = withdraw(&entry, browser::now()).is_some();
    let mail = mail_now(&entry, &wording);
    view! {
        {move || corrected.get().then(|| view! { <p class="note">{tr_view(if refused { "entry-corrected" } else { "entry-replaced" })}</p> }.into_any())}
        {receiver_question(&entry, &outbox, failed)}
        {mail.and_then(|mail| mail_note(&entry, mail))}
        <div class="actions">
            {correct.map(|href| move || (!corrected.get()).then(|| view! {
                <a class=PRIMARY href=href.clone()>{tr_view("entry-correct")}</a>
            }.into_any()))}
            {mail.map(|mail| mail_link(&entry, mail))}
            {save_link(&kept, &entry)}
            {by_hand.then(|| view! {
                <button type="button" class=BESIDE on:click=sent>{tr_view("entry-i-sent-it")}</button>
            }.into_any())}
            {(can_be_sent_now(&state) && !is_on_hold).then(|| view! {
                <button type="button" class=BESIDE on:click=send_now>{tr_view("entry-send-now")}</button>
            }.into_any())}
            {withdrawal_link(&entry)}
            {calendar(&entry, &wording.atlas)}
        </div>
        <div class="actions more">
            {amend.map(|href| move || (!corrected.get()).then(|| view! {
                <a class=QUIET href=href.clone()>{tr_view("entry-correct")}</a>
            }.into_any()))}
            {again.filter(|_| !refused).map(|href| view! { <a class=QUIET href=href>{tr_view("entry-again")}</a> }.into_any())}
            {other_files(&kept, &entry)}
            {can_withdraw.then(|| view! {
                <button type="button" class=QUIET on:click=move |_| ask(Question::Withdraw)>{tr_view("entry-withdraw")}</button>
            }.into_any())}
            <button type="button" class=QUIET on:click=move |_| ask(Question::Erase)>{tr_view("entry-erase")}</button>
        </div>
        {move || failed.get().then(|| view! {
            <p class="warning" role="alert">{tr_view("entry-change-failed")}</p>
        }.into_any())}
        {confirm(open, question, failed, outbox, entry.clone())}
    }
}

/// Whether the button can do anything: not while the receiver has asked to wait, which is said beside the state.
fn can_be_sent_now(state: &EntryState) -> bool {
    matches!(
        state,
        EntryState::Queued(Waiting { asked_to_wait: false, .. })
            | EntryState::WithdrawQueued(Waiting { asked_to_wait: false, .. })
    )
}

/// The mail that delivers an entry, where it is delivered so. Follows the language, in which a mail may be longer than
/// in another.
fn mail_now(entry: &Arc<Entry>, wording: &Wording) -> Option<Memo<MailDraft>> {
    let (Delivery::Mail { to }, EntryState::ByHand | EntryState::HandedOver { .. }) =
        (entry.delivery(), entry.state())
    else {
        return None;
    };
    let (entry, to, wording) = (entry.clone(), to.clone(), wording.clone());
    Some(Memo::new(move |_| mail_of(&entry, &to, &wording)))
}

/// Says that the mail does not hold everything, with the file that does.
fn mail_note(entry: &Arc<Entry>, mail: Memo<MailDraft>) -> Option<AnyView> {
    let EntryState::ByHand = entry.state() else { return None };
    let cut = Memo::new(move |_| mail.with(|mail| mail.cut));
    let entry = entry.clone();
    let note = move || {
        let entry = entry.clone();
        cut.get().then(|| view! {
            <div class="warning" role="note">
                <p>{tr_view("mail-attach")}</p>
                <p><button type="button" class=BESIDE on:click=move |_| save_json(&entry)>{tr_view("entry-save-json")}</button></p>
            </div>
        }.into_any())
    };
    Some(note.into_any())
}

fn mail_link(entry: &Entry, mail: Memo<MailDraft>) -> AnyView {
    let class = if let EntryState::ByHand = entry.state() { PRIMARY } else { QUIET };
    let address = move || mail.with(|mail| mail.address.clone());
    view! { <a class=class href=address>{tr_view("entry-open-mail")}</a> }.into_any()
}

/// The mail that takes an entry back: the app cannot know whether its owner sent the one before.
fn withdrawal_link(entry: &Entry) -> Option<AnyView> {
    let (Delivery::Mail { to }, EntryState::Withdrawn { .. }) = (entry.delivery(), entry.state()) else {
        return None;
    };
    let subject = tr!("mail-subject-withdrawal", "title" => entry.contents().title());
    let draft = withdrawal_mail(entry, to, &subject, &tr("mail-withdrawal"));
    Some(view! { <a class=BESIDE href=draft.address>{tr_view("entry-withdraw-mail")}</a> }.into_any())
}

/// Whether saving the file is what comes next: to be handed over, or because it is kept nowhere else.
fn saving_is_next(kept: &Kept) -> bool {
    let for_file =
        matches!((kept.entry.delivery(), kept.entry.state()), (Delivery::File, EntryState::ByHand));
    for_file || !kept.is_kept()
}

fn save_link(kept: &Kept, entry: &Arc<Entry>) -> Option<AnyView> {
    let class = match kept.entry.delivery() {
        Delivery::Mail { .. } => BESIDE,
        _ => PRIMARY,
    };
    let entry = entry.clone();
    saving_is_next(kept).then(|| view! {
        <button type="button" class=class on:click=move |_| save_json(&entry)>{tr_view("entry-save-json")}</button>
    }.into_any())
}

/// The files, wherever something may still have to be brought to its receiver by hand.
fn other_files(kept: &Kept, entry: &Arc<Entry>) -> Option<AnyView> {
    use EntryState::{ByHand, HandedOver, Queued, Rejected, WithdrawQueued};
    let state = kept.entry.state();
    let stuck = matches!(state, ByHand | HandedOver { .. } | Queued(_) | WithdrawQueued(_) | Rejected { .. });
    if kept.is_kept() && !stuck {
        return None;
    }
    // The mail says by itself where the file belongs to it.
    let offered_with_mail = matches!((entry.delivery(), state), (Delivery::Mail { .. }, ByHand));
    let (json, csv) = (entry.clone(), entry.clone());
    Some(view! {
        {(!saving_is_next(kept) && !offered_with_mail).then(|| view! {
            <button type="button" class=QUIET on:click=move |_| save_json(&json)>{tr_view("entry-save-json")}</button>
        }.into_any())}
        <button type="button" class=QUIET on:click=move |_| save_csv(&csv)>{tr_view("entry-save-csv")}</button>
    }.into_any())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Withdraw,
    Erase,
}

/// What follows, in words.
fn consequence(question: Question, entry: &Entry) -> String {
    tr(match (question, WithdrawalNotice::of(entry)) {
        (Question::Withdraw, WithdrawalNotice::Nobody) => "withdraw-unsent",
        (Question::Withdraw, WithdrawalNotice::App) => "withdraw-text",
        (Question::Withdraw, WithdrawalNotice::ByMail) => "withdraw-by-mail",
        (Question::Withdraw, WithdrawalNotice::ByHand) => "withdraw-by-hand",
        (Question::Erase, _) if entry.is_only_here() => "erase-only-here",
        (Question::Erase, _) => "erase-text",
    })
}

/// Asks before anything is taken back or removed.
fn confirm(
    open: RwSignal<bool>,
    question: RwSignal<Option<Question>>,
    failed: RwSignal<bool>,
    outbox: Outbox,
    entry: Arc<Entry>,
) -> AnyView {
    let key = entry.key().clone();
    let words = move || question.get().map(|question| consequence(question, &entry));
    let label = move || match question.get() {
        Some(Question::Withdraw) => tr("entry-withdraw"),
        _ => tr("entry-erase"),
    };
    let go = move |_| {
        let Some(question) = question.get_untracked() else { return };
        let (outbox, key) = (outbox.clone(), key.clone());
        open.set(false);
        to_the_end(async move {
            let changed = match question {
                Question::Withdraw => outbox.change(&key, withdraw).await,
                Question::Erase => outbox.erase(&key).await,
            };
            let _ = failed.try_set(changed.is_err());
            browser::focus_main_soon();
        });
    };
    let title = Signal::derive(label);
    view! {
        <Dialog open title>
            <p>{words.clone()}</p>
            <div class="actions">
                <button type="button" class=PRIMARY on:click=go.clone()>{label}</button>
                <button type="button" class=BESIDE on:click=move |_| open.set(false)>{tr_view("cancel")}</button>
            </div>
        </Dialog>
    }
    .into_any()
}
