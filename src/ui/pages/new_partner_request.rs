//! Introducing a partner request, step by step: the same machine as a sign-up, another form.

use leptos::prelude::*;

use crate::domain::Call;
use crate::route::{Collection, FindParams, Route};
use crate::signup::{BodyKind, Field, Named, Occasion, RequestDraft, Step};
use crate::ui::components::page_title;
use crate::ui::form::{
    Choosable, Flow, Plan, Running, TextLook, Wording, area_field, calls, check_list, chooser_field,
    combobox, flow_page, kinds, organisations, picked_list, places, text_field,
};
use crate::ui::messages::{said, say};
use crate::ui::outbox::outbox;
use crate::ui::shelf::Shelved as _;
use crate::ui::state::{Atlas, Shared, app};

/// The page.
#[component]
pub fn NewPartnerRequestPage(atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || said("introduce-request"));
    let (askers, call) = match untrack(|| app.route()) {
        Route::NewPartnerRequest { organisations, call } => (organisations, call),
        _ => (Vec::new(), None),
    };
    let records = untrack(|| Call::shelf(app).records());
    let title = call.as_ref().and_then(|id| {
        records.and_then(|records| {
            records.iter().find(|call| call.id.as_str() == id).map(|call| call.title.clone())
        })
    });
    let about = subject(&askers, call.as_deref());
    let start = RequestDraft {
        // A link may name organisations that the dataset does not have (any more).
        askers: askers.into_iter().filter(|id| atlas.organisation(id).is_some()).collect(),
        call: match (title, call) {
            (Some(name), id) => Named { name, id },
            // Without its record the identifier is all there is to show.
            (None, Some(id)) => Named { name: id.clone(), id: Some(id) },
            (None, None) => Named::default(),
        },
        ..RequestDraft::default()
    };
    let machine = Running::new(start, move |_| Occasion { subject: about.clone() }, |_| 0, |_, _| false);
    let flow = Flow::open(Plan {
        machine: Box::new(machine),
        outbox: outbox(&atlas.config),
        delivery: atlas.config.partner_requests.clone(),
    });
    let wording = Wording::new(atlas);
    let words = wording.clone();
    let step = move |step| match step {
        Step::Partners => partners(flow, &words),
        Step::Who => who(flow, &words),
        _ => what(flow, &words),
    };
    let back = FindParams::of(Collection::PartnerRequests).link();
    view! {
        <main id="main" class="page sign-up" tabindex="-1">
            <nav class="trail" aria-label=say("trail")><a href=back>{say("back-to-requests")}</a></nav>
            <h1>{say("introduce-request")}</h1>
            <p class="lead">{say("request-lead")}</p>
            {flow_page(flow, wording, step, |kept| kept.entry.contents().kind == BodyKind::PartnerRequest)}
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

fn what(flow: Flow, wording: &Wording) -> AnyView {
    let labels = wording.labels;
    let choices = Signal::derive(move || kinds(&labels.get()));
    let look = TextLook::default();
    view! {
        {chooser_field(flow, Field::Kind, look, choices)}
        {text_field(flow, Field::Title, TextLook { hint: Some("field-title-hint"), ..look })}
        {area_field(flow, Field::Sought, TextLook { hint: Some("field-sought-hint"), ..look })}
        {area_field(flow, Field::Offered, TextLook { optional: true, ..look })}
    }
    .into_any()
}

fn partners(flow: Flow, wording: &Wording) -> AnyView {
    let labels = wording.labels;
    let optional = TextLook { optional: true, ..TextLook::default() };
    let ecosystems = wording.atlas.vocabularies.ecosystems.iter().map(|term| {
        let id = term.id.as_str().to_owned();
        let name = id.clone();
        let words = view! { <span>{move || labels.with(|labels| labels.of("ecosystem", &name))}</span> };
        Choosable { id, words: words.into_any(), disabled: false }
    });
    view! {
        {check_list(flow, Field::Ecosystems, optional, ecosystems.collect())}
        {combobox(flow, Field::Places, TextLook { hint: Some("field-places-hint"), ..optional }, places(wording), true)}
        {picked_list(flow, Field::Places, wording.clone())}
        {combobox(flow, Field::Call, TextLook { hint: Some("field-call-hint"), ..optional }, calls(), false)}
        {text_field(flow, Field::Deadline, TextLook { kind: "date", ..optional })}
    }
    .into_any()
}

fn who(flow: Flow, wording: &Wording) -> AnyView {
    let look = TextLook::default();
    let optional = TextLook { optional: true, ..look };
    view! {
        {combobox(flow, Field::Askers, TextLook { hint: Some("field-askers-hint"), ..optional }, organisations(wording), true)}
        {picked_list(flow, Field::Askers, wording.clone())}
        {text_field(flow, Field::Asker, TextLook { hint: Some("field-asker-hint"), autocomplete: "organization", ..optional })}
        {text_field(flow, Field::ContactName, TextLook { autocomplete: "name", ..look })}
        {text_field(flow, Field::ContactEmail, TextLook {
            kind: "email",
            autocomplete: "email",
            hint: Some("field-contact-email-hint"),
            ..look
        })}
    }
    .into_any()
}
