//! Introducing a partner request, step by step: the same machine as a sign-up, another form.

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::{Call, Term};
use crate::route::{FindParams, Route};
use crate::signup::{BodyKind, Event, Field, Named, Occasion, Origin, Receiver, RequestDraft, Step};
use crate::ui::atlas::Atlas;
use crate::ui::components::page_title;
use crate::ui::form::{
    Choosable, FormController, Plan, Running, TextLook, Wording, area_field, calls, check_list,
    chooser_field, combobox, form_page, framed_notice, kinds, organisations, picked_list, places,
    recipient_note, text_field,
};
use crate::ui::messages::{tr, tr_view};
use crate::ui::outbox::outbox;
use crate::ui::shared::Shared;
use crate::ui::state::app;

/// The page.
#[component]
pub fn NewPartnerRequestPage(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || tr("introduce-request"));
    if !atlas.config.reaches_somebody(&atlas.config.partner_requests) {
        return nobody().into_any();
    }
    if let Some(notice) = framed_notice(&atlas.config) {
        return without_form(notice).into_any();
    }
    let note = recipient_note(&Receiver::of_requests(&atlas.config), &atlas.config);
    let (organisations, call, correct, like) = match untrack(|| app.route()) {
        Route::NewPartnerRequest { organisations, call, correct, like } => {
            (organisations, call, correct, like)
        }
        _ => (Vec::new(), None, None, None),
    };
    let records = untrack(|| app.store.records::<Call>());
    let title = call.as_ref().and_then(|id| {
        records.and_then(|records| {
            records.iter().find(|call| call.id.as_str() == id).map(|call| call.title.clone())
        })
    });
    let about = subject(&organisations, call.as_deref());
    // A link may name what the dataset does not have (any more).
    let (known, mut unknown): (Vec<String>, Vec<String>) =
        organisations.into_iter().partition(|id| atlas.organisation(id).is_some());
    if title.is_none() {
        unknown.extend(call.clone());
    }
    // A profile asks; a list of several is one of possible partners. The first step shows it and lets it be changed.
    let (askers, wanted) = if known.len() > 1 { (Vec::new(), known) } else { (known, Vec::new()) };
    let call = title.map_or_else(Named::default, |name| Named { name, id: call });
    let start = RequestDraft { wanted, call, askers, ..RequestDraft::default() };
    let machine = Running::new(start, move |_| Occasion { subject: about.clone() }, |_| 0, |_, _| false);
    let controller = FormController::open(Plan {
        machine: Box::new(machine),
        outbox: outbox(&atlas),
        receiver: Receiver::of_requests(&atlas.config),
        begin_with: Origin::in_address(correct.as_deref(), like.as_deref()),
    });
    let wording = Wording::new(atlas);
    let words = wording.clone();
    let unknown = RwSignal::new(unknown);
    let step = move |step| match step {
        Step::Partners => partners(controller, &words),
        Step::Who => who(controller, &words),
        _ => view! { {carried_over(controller, &words, unknown)} {what(controller, &words)} }.into_any(),
    };
    let back = FindParams::of(Collection::PartnerRequests).link();
    view! {
        <main id="main" class="page sign-up" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=back>{tr_view("back-to-requests")}</a></nav>
            <h1>{tr_view("introduce-request")}</h1>
            <p class="lead">{tr_view("request-lead")}</p>
            {note}
            {form_page(controller, wording, || ().into_any(), step, |kept| kept.entry.contents().kind == BodyKind::PartnerRequest)}
        </main>
    }
    .into_any()
}

/// Why there is no form: nobody would receive it.
fn nobody() -> impl IntoView {
    let why = view! {
        <p class="note">{tr_view("request-nobody")} " " <a href="#/about-data">{tr_view("request-nobody-sources")}</a></p>
    };
    without_form(why.into_any())
}

/// The page with something else in place of the form.
fn without_form(instead: AnyView) -> impl IntoView {
    let back = FindParams::of(Collection::PartnerRequests).link();
    view! {
        <main id="main" class="page sign-up" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=back>{tr_view("back-to-requests")}</a></nav>
            <h1>{tr_view("introduce-request")}</h1>
            {instead}
        </main>
    }
}

/// What a draft is about: the call, the organisations, or nothing in particular.
pub fn subject(organisations: &[String], call: Option<&str>) -> String {
    match call {
        Some(call) => ["call:", call].concat(),
        None if organisations.is_empty() => String::new(),
        None => ["for:", &organisations.join(",")].concat(),
    }
}

/// What the form was opened with: where it goes, and how to take it off.
fn carried_over(controller: FormController, wording: &Wording, unknown: RwSignal<Vec<String>>) -> AnyView {
    let list = |from: Field, to: Field, words: &'static str, other: &'static str| {
        let is_there = Memo::new(move |_| {
            controller.changes.track();
            !controller.read(|machine| machine.chosen(from)).is_empty()
        });
        let change = move |_| {
            for id in controller.read(|machine| machine.chosen(from)) {
                controller.act(Event::Chosen { field: to, id: id.clone(), on: true });
                controller.act(Event::Chosen { field: from, id, on: false });
            }
        };
        let wording = wording.clone();
        move || {
            is_there.get().then(|| {
                view! {
                    <div class="carried">
                        <p>{tr_view(words)}</p>
                        {picked_list(controller, from, wording.clone())}
                        <button type="button" class="linklike" on:click=change>{tr_view(other)}</button>
                    </div>
                }
                .into_any()
            })
        }
    };
    let call = Memo::new(move |_| {
        controller.changes.track();
        controller.read(|machine| machine.text(Field::Call))
    });
    let no_call = move |_| controller.act(Event::Typed { field: Field::Call, text: String::new() });
    let called = move || {
        let name = call.get();
        (!name.is_empty()).then(|| {
            let label = name.clone();
            view! {
                <div class="carried">
                    <p>{tr_view("carried-call")}</p>
                    <ul class="picked">{one_picked(name, move || tr!("picked-remove", "name" => label.as_str()), no_call)}</ul>
                </div>
            }
            .into_any()
        })
    };
    let missing = move || {
        let one = |id: String| {
            let (name, gone) = (id.clone(), id.clone());
            let remove = move |_| unknown.update(|ids| ids.retain(|known| *known != gone));
            one_picked(id, move || tr!("picked-remove", "name" => name.as_str()), remove)
        };
        let ids = unknown.get();
        (!ids.is_empty()).then(|| {
            view! {
                <div class="carried">
                    <p>{tr_view("carried-unknown")}</p>
                    <ul class="picked">{ids.into_iter().map(one).collect_view()}</ul>
                </div>
            }
            .into_any()
        })
    };
    view! {
        {list(Field::Askers, Field::Wanted, "carried-askers", "carried-to-wanted")}
        {list(Field::Wanted, Field::Askers, "carried-wanted", "carried-to-askers")}
        {called}
        {missing}
    }
    .into_any()
}

fn one_picked(
    name: String,
    label: impl Fn() -> String + Send + 'static,
    remove: impl Fn(leptos::ev::MouseEvent) + 'static,
) -> AnyView {
    view! {
        <li>
            <span>{name}</span>
            <button type="button" class="icon" aria-label=label on:click=remove>"×"</button>
        </li>
    }
    .into_any()
}

fn what(controller: FormController, wording: &Wording) -> AnyView {
    let labels = wording.labels;
    let choices = Signal::derive(move || kinds(&labels.get()));
    let look = TextLook::default();
    view! {
        {chooser_field(controller, Field::Kind, look, choices)}
        {text_field(controller, Field::Title, TextLook { hint: Some("field-title-hint"), ..look })}
        {area_field(controller, Field::Sought, TextLook { hint: Some("field-sought-hint"), ..look })}
        {area_field(controller, Field::Offered, TextLook { optional: true, ..look })}
    }
    .into_any()
}

fn partners(controller: FormController, wording: &Wording) -> AnyView {
    let labels = wording.labels;
    let optional = TextLook { optional: true, ..TextLook::default() };
    let terms = |terms: &[Term], facet: &'static str| {
        let one = |term: &Term| {
            let id = term.id.as_str().to_owned();
            let name = id.clone();
            let words = view! { <span>{move || labels.with(|labels| labels.of(facet, &name))}</span> };
            Choosable { id, words: words.into_any(), disabled: false }
        };
        terms.iter().map(one).collect::<Vec<_>>()
    };
    let vocabularies = &wording.atlas.vocabularies;
    let ecosystems = terms(&vocabularies.ecosystems, "ecosystem");
    let expertise = terms(&vocabularies.expertise, "expertise");
    view! {
        {check_list(controller, Field::Ecosystems, optional, ecosystems)}
        {check_list(controller, Field::Expertise, optional, expertise)}
        {combobox(controller, Field::Places, TextLook { hint: Some("field-places-hint"), ..optional }, places(wording), true)}
        {picked_list(controller, Field::Places, wording.clone())}
        {combobox(controller, Field::Wanted, TextLook { hint: Some("field-wanted-hint"), ..optional }, organisations(wording), true)}
        {picked_list(controller, Field::Wanted, wording.clone())}
        {combobox(controller, Field::Call, TextLook { hint: Some("field-call-hint"), ..optional }, calls(wording), false)}
        {text_field(controller, Field::Deadline, TextLook { kind: "date", ..optional })}
    }
    .into_any()
}

fn who(controller: FormController, wording: &Wording) -> AnyView {
    let look = TextLook::default();
    let optional = TextLook { optional: true, ..look };
    view! {
        {combobox(controller, Field::Askers, TextLook { hint: Some("field-askers-hint"), ..optional }, organisations(wording), true)}
        {picked_list(controller, Field::Askers, wording.clone())}
        {text_field(controller, Field::Asker, TextLook { hint: Some("field-asker-hint"), autocomplete: "organization", ..optional })}
        {text_field(controller, Field::ContactName, TextLook { autocomplete: "name", ..look })}
        {text_field(controller, Field::ContactEmail, TextLook {
            kind: "email",
            autocomplete: "email",
            hint: Some("field-contact-email-hint"),
            ..look
        })}
    }
    .into_any()
}
