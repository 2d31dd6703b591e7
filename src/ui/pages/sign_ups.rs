//! What was signed up for and asked for on this device, how far it has come, and what is still being typed.

use leptos::prelude::*;

use crate::browser::{self, StoreError};
use crate::collection::{Collection, CollectionRecord};
use crate::domain::{Call, Event, Training};
use crate::route::Route;
use crate::signup::{
    BodyKind, DraftOutline, Entry, EntryKey, EntryState, Form as _, Origin, ProfileDraft, RequestDraft,
    SignUpDraft, StoredDraft, about_subject, export_json,
};
use crate::ui::atlas::{Atlas, Fault};
use crate::ui::components::{Dialog, page_title};
use crate::ui::form::{
    EntryActions, Wording, entry_status, keeping_notice, receiver_name, reference_of, sent_as,
};
use crate::ui::loading::TryAgain;
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::outbox::{Kept, KeptDraft, Outbox, Sight, outbox};
use crate::ui::sentences;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::task::to_the_end;

use super::profile_form::publication_note;

/// The page.
#[component]
pub fn SignUpsPage(atlas: Shared<Atlas>) -> impl IntoView {
    page_title(&atlas, || tr("sign-ups-title"));
    let outbox = outbox(&atlas);
    let fault = atlas.fault.clone();
    // For titles and dates; the page works without them.
    app().store.load_soon::<Training>(&atlas);
    app().store.load_soon::<Event>(&atlas);
    let wording = Wording::new(atlas);
    let naming = wording.clone();
    let known = outbox.clone();
    let keys =
        Memo::new(move |_| known.entries().iter().map(|kept| kept.entry.key().clone()).collect::<Vec<_>>());
    let listed = outbox.clone();
    let items = move || {
        let (outbox, wording) = (listed.clone(), wording.clone());
        keys.get()
            .into_iter()
            .map(|key| {
                let (known, outbox, wording) = (outbox.clone(), outbox.clone(), wording.clone());
                let kept = Memo::new(move |_| known.entry(&key));
                view! { <li>{move || kept.get().map(|kept| one(kept, &outbox, &wording))}</li> }.into_any()
            })
            .collect_view()
    };
    let exported = outbox.clone();
    let export = move |_| {
        let entries = untrack(|| exported.entries());
        let entries: Vec<&Entry> = entries.iter().map(|kept| &kept.entry).collect();
        browser::download("sign-ups.json", "application/json", &export_json(&entries));
    };
    let lasting = RwSignal::new(true);
    to_the_end(async move {
        let is_lasting = browser::is_lasting(false).await;
        let _ = lasting.try_set(is_lasting);
    });
    let something = outbox.clone();
    let unreadable = outbox.clone();
    let elsewhere = outbox.clone();
    let drafted = outbox.clone();
    let (seen, looked) = (outbox.clone(), outbox.clone());
    // That there is nothing is said only where all of it was seen.
    let nothing = Memo::new(move |_| {
        keys.with(Vec::is_empty) && looked.sight() == Sight::Clear && looked.unreadable() == 0
    });
    view! {
        <main id="main" class="page sign-ups" tabindex="-1">
            <h1>{tr_view("sign-ups-title")}</h1>
            <p class="lead">{tr_view("sign-ups-lead")}</p>
            {fault.map(fault_notice)}
            {keeping_notice(outbox.clone())}
            {move || sight_notice(seen.sight())}
            {move || {
                let is_empty = something.entries().is_empty() && something.drafts().is_empty();
                (!is_empty && !lasting.get()).then(|| view! { <p class="quiet">{tr_view("sign-ups-not-lasting")}</p> }.into_any())
            }}
            {move || nothing.get().then(|| view! {
                <p>{tr_view("sign-ups-none")} " " <a href="#/training">{tr_view("go-to-trainings")}</a></p>
            }.into_any())}
            <ul class="entries" aria-label=tr_view("sign-ups-title")>{items}</ul>
            {move || (!keys.with(Vec::is_empty)).then({
                let export = export.clone();
                move || view! {
                    <div class="actions">
                        <button type="button" class="button" on:click=export>{tr_view("sign-ups-export")}</button>
                    </div>
                }.into_any()
            })}
            {move || unreadable_notice(&unreadable)}
            {move || elsewhere_notice(&elsewhere)}
            {move || drafts(&drafted, &naming)}
        </main>
    }
}

fn one(kept: Kept, outbox: &Outbox, wording: &Wording) -> AnyView {
    let body = kept.entry.contents();
    let title = body.title().to_owned();
    let kind = body.kind;
    let correct = correction(&kept.entry);
    let is_gone = correct.is_none() && matches!(kept.entry.state(), EntryState::Rejected { .. });
    // Who asks for partners often asks again; who signs up does so for one person.
    let again = (kind == BodyKind::PartnerRequest)
        .then(|| request_begun_with(&kept.entry, Origin::Like(kept.entry.key().clone())));
    let made = kept.entry.made().in_brussels().day;
    let key = kept.entry.key().as_str().to_owned();
    let mut lines = body.lines();
    lines.extend(body.record());
    let heading = match body.matter() {
        Some((of, matter)) => {
            let href = Route::record(of, &matter.id).to_hash();
            view! { <a href=href>{title}</a> }.into_any()
        }
        None => title.into_any(),
    };
    let reference = reference_of(&kept.entry).map(|reference| {
        view! {
            <p>{move || tr!("entry-reference-number", "reference" => reference.as_str())}</p>
        }
        .into_any()
    });
    let words = wording.clone();
    let rows = move || {
        let row = |line: &crate::signup::Line| {
            view! { <div><dt>{Wording::label(line.label)}</dt><dd class="as-typed">{words.value(line)}</dd></div> }
                .into_any()
        };
        lines.iter().map(row).collect_view()
    };
    let (outbox, wording) = (outbox.clone(), wording.clone());
    view! {
        <article class="entry">
            <p class="kicker">{move || tr!("entry-made", "kind" => sent_as(kind), "date" => date(made))}</p>
            <h2 class="as-typed">{heading}</h2>
            {entry_status(&kept, &outbox)}
            {publication_note(&kept.entry, &wording.atlas)}
            {reference}
            <details>
                <summary>{tr_view("entry-contents")}</summary>
                <dl class="facts">
                    {rows}
                    <div><dt>{tr_view("entry-key")}</dt><dd><code class="key">{key}</code></dd></div>
                </dl>
            </details>
            {is_gone.then(|| view! { <p class="note">{tr_view("entry-correct-gone")}</p> }.into_any())}
            <EntryActions kept outbox wording correct again/>
        </article>
    }
    .into_any()
}

/// Where an entry is corrected: in the form that it was typed into, and in no other. `None` where that form is not there
/// any more.
fn correction(entry: &Entry) -> Option<String> {
    let key = Some(entry.key().as_str().to_owned());
    if let Some(profile) = &entry.contents().profile {
        return Some(Route::Profile { record: profile.record.clone(), correct: key }.to_hash());
    }
    let Some((of, matter)) = entry.contents().matter() else {
        return Some(request_begun_with(entry, Origin::Correct(entry.key().clone())));
    };
    let is_gone =
        if of == Collection::Events { lacks::<Event>(&matter.id) } else { lacks::<Training>(&matter.id) };
    (!is_gone).then(|| Route::SignUp { of, id: matter.id.clone(), correct: key }.to_hash())
}

/// Whether the dataset is known not to have a record.
fn lacks<R: CollectionRecord>(id: &str) -> bool {
    let records = app().store.records::<R>();
    records.is_some_and(|known| known.iter().all(|it| it.id().as_str() != id))
}

/// The form of a request that begins with an earlier one.
fn request_begun_with(entry: &Entry, origin: Origin) -> String {
    let draft = StoredDraft::<RequestDraft>::read(entry.draft()).ok();
    request_form(&draft.map(|draft| draft.subject).unwrap_or_default(), Some(origin))
}

/// Without a dataset, what is on this device is here all the same.
fn fault_notice(fault: Fault) -> AnyView {
    let app = app();
    let TryAgain(try_again) = expect_context();
    let words = if fault.has_settings { "sign-ups-no-dataset" } else { "sign-ups-no-settings" };
    view! {
        <div class="warning" role="note">
            <p>{move || sentences::dataset_error(&fault.failure)}</p>
            <p>{tr_view(words)}</p>
            <p><button type="button" class="button" on:click=move |_| try_again(app)>{tr_view("try-again")}</button></p>
        </div>
    }
    .into_any()
}

/// What stands in the way of seeing all that is kept.
fn sight_notice(sight: Sight) -> AnyView {
    let words = match sight {
        Sight::Unseen | Sight::Clear => return ().into_any(),
        Sight::Blocked(StoreError::Newer) => "sign-ups-newer",
        Sight::Blocked(_) => "sign-ups-unseen",
        Sight::Deleted => "sign-ups-deleted",
    };
    view! { <p class="warning" role="note">{tr_view(words)}</p> }.into_any()
}

/// What a later version of the app has kept stays, unless its owner removes it.
fn unreadable_notice(outbox: &Outbox) -> AnyView {
    let count = outbox.unreadable();
    if count == 0 {
        return ().into_any();
    }
    let open = RwSignal::new(false);
    let (outbox, saved) = (outbox.clone(), outbox.clone());
    let erase = move |_| {
        let outbox = outbox.clone();
        open.set(false);
        to_the_end(async move { outbox.erase_unreadable().await });
    };
    let save = move |_| {
        let outbox = saved.clone();
        to_the_end(async move {
            browser::download("unreadable.json", "application/json", &outbox.export_unreadable().await);
        });
    };
    let title = Signal::derive(|| tr("entry-erase"));
    view! {
        <div class="warning" role="note">
            <p>{move || tr!("sign-ups-unreadable", "count" => count as f64)}</p>
            <div class="actions">
                <button type="button" class="button" on:click=save>{tr_view("sign-ups-unreadable-save")}</button>
                <button type="button" class="button" on:click=move |_| open.set(true)>{tr_view("entry-erase")}</button>
            </div>
        </div>
        <Dialog open title>
            <p>{tr_view("erase-only-here")}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=erase.clone()>{tr_view("entry-erase")}</button>
                <button type="button" class="button" on:click=move |_| open.set(false)>{tr_view("cancel")}</button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// What an earlier version, which knew of one site only, has kept for another site at the same origin.
fn elsewhere_notice(outbox: &Outbox) -> AnyView {
    let receivers = outbox.elsewhere();
    if receivers.is_empty() {
        return ().into_any();
    }
    let names = move || receivers.iter().map(receiver_name).collect::<Vec<_>>().join("; ");
    let outbox = outbox.clone();
    let take = move |_| {
        let outbox = outbox.clone();
        to_the_end(async move { outbox.take_all_over().await });
    };
    view! {
        <div class="warning" role="note">
            <p>{move || tr!("sign-ups-elsewhere", "receivers" => names())}</p>
            <p><button type="button" class="button" on:click=take>{tr_view("sign-ups-take-over")}</button></p>
        </div>
    }
    .into_any()
}

/// Forms that were begun and not submitted.
fn drafts(outbox: &Outbox, wording: &Wording) -> AnyView {
    let drafts = outbox.drafts();
    if drafts.is_empty() {
        return ().into_any();
    }
    let items = drafts.into_iter().map(|draft| one_draft(draft, outbox, wording)).collect_view();
    view! {
        <section>
            <h2>{tr_view("drafts-title")}</h2>
            <p class="quiet">{tr_view("drafts-note")}</p>
            <ul class="plain-lines">{items}</ul>
        </section>
    }
    .into_any()
}

/// What a draft is called: by what was typed or what it is about, as far as that is known.
fn draft_name(draft: &KeptDraft, wording: &Wording) -> String {
    let Some(outline) = &draft.outline else { return tr("draft-unreadable") };
    let subject = outline.subject.as_str();
    if outline.form == SignUpDraft::NAME {
        let (of, id) = about_subject(subject);
        return app().store.title(of, id).unwrap_or_else(|| id.to_owned());
    }
    if outline.form == ProfileDraft::NAME {
        let typed = StoredDraft::<ProfileDraft>::read(&draft.text).map(|draft| draft.typed.name);
        let known = wording.atlas.organisation(subject).map(|known| known.name.clone());
        let name = known.or(typed.ok()).filter(|name| !name.trim().is_empty());
        return name.unwrap_or_else(|| tr("entry-kind-new-profile"));
    }
    let typed = StoredDraft::<RequestDraft>::read(&draft.text).map(|draft| draft.typed.title);
    if let Some(title) = typed.ok().filter(|title| !title.trim().is_empty()) {
        return title;
    }
    match subject.split_once(':') {
        Some(("call", id)) => {
            app().store.load_soon::<Call>(&wording.atlas);
            let records = app().store.records::<Call>();
            let title = records
                .and_then(|known| known.iter().find(|it| it.id.as_str() == id).map(|it| it.title.clone()));
            title.unwrap_or_else(|| id.to_owned())
        }
        Some(("for", ids)) => {
            let name =
                |id| wording.atlas.organisation(id).map_or_else(|| id.to_owned(), |it| it.name.clone());
            ids.split(',').map(name).collect::<Vec<_>>().join(", ")
        }
        _ => tr("entry-kind-request"),
    }
}

fn one_draft(draft: KeptDraft, outbox: &Outbox, wording: &Wording) -> AnyView {
    let (named, naming) = (draft.clone(), wording.clone());
    let about = Memo::new(move |_| draft_name(&named, &naming));
    let saved = draft.outline.as_ref().map(DraftOutline::saved);
    let link = draft.outline.as_ref().map(|outline| {
        if outline.form == SignUpDraft::NAME {
            let (of, id) = about_subject(&outline.subject);
            Route::SignUp { of, id: id.to_owned(), correct: None }.to_hash()
        } else if outline.form == ProfileDraft::NAME {
            let record = Some(outline.subject.clone()).filter(|id| !id.is_empty());
            Route::Profile { record, correct: None }.to_hash()
        } else {
            request_form(&outline.subject, None)
        }
    });
    let (outbox, id) = (outbox.clone(), draft.id.clone());
    let remove = move |_| {
        let (outbox, id) = (outbox.clone(), id.clone());
        to_the_end(async move { outbox.remove_draft(&id).await });
    };
    view! {
        <li>
            <p>
                {link.map(|href| view! { <a href=href>{tr_view("draft-continue")}</a> " " }.into_any())}
                <span class="as-typed">{move || about.get()}</span> " "
                {saved.map(|at| view! {
                    <span class="quiet">{move || tr!("draft-saved", "date" => date(at.in_brussels().day))}</span>
                }.into_any())}
            </p>
            <button
                type="button"
                class="linklike"
                aria-label=move || tr!("draft-remove-named", "name" => about.get())
                on:click=remove
            >{tr_view("draft-remove")}</button>
        </li>
    }
    .into_any()
}

/// The address of the request that a draft is about, by [`super::new_partner_request::subject`], and what it begins with.
fn request_form(subject: &str, origin: Option<Origin>) -> String {
    let (call, organisations) = match subject.split_once(':') {
        Some(("call", id)) => (Some(id.to_owned()), Vec::new()),
        Some(("for", ids)) => (None, ids.split(',').map(str::to_owned).collect()),
        _ => (None, Vec::new()),
    };
    let key = |key: EntryKey| Some(key.as_str().to_owned());
    let (correct, like) = match origin {
        Some(Origin::Correct(of)) => (key(of), None),
        Some(Origin::Like(of)) => (None, key(of)),
        None => (None, None),
    };
    Route::NewPartnerRequest { organisations, call, correct, like }.to_hash()
}
