//! Signing up for a training, step by step.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::domain::{Day, Training};
use crate::route::{FindParams, Route};
use crate::signup::{
    Event, Field, MOST_PEOPLE, Offer, Origin, Part, Receiver, SignUpDraft, SignUpKind, Step, Way,
};
use crate::ui::atlas::Atlas;
use crate::ui::components::{MissingRecord, OutgoingLink, SourceList, page_title};
use crate::ui::form::{
    Choosable, FormController, Plan, Running, TextLook, Wording, area_field, check_list, chooser_field,
    combobox, countries, field_id, form_page, framed_notice, organisations, recipient_note, text_field,
};
use crate::ui::messages::{date, language, tr, tr_view};
use crate::ui::outbox::outbox;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::store::Records;

use super::training::session_view;

/// The page.
#[component]
pub fn SignUpPage(atlas: Shared<Atlas>, records: Records<Training>, id: String) -> impl IntoView {
    let Some(training) = records.iter().find(|training| training.id.as_str() == id).cloned() else {
        let find = FindParams::of(Collection::Trainings);
        return view! { <MissingRecord id atlas find/> }.into_any();
    };
    let back = Route::record(Collection::Trainings, &id).to_hash();
    let title = training.title.clone();
    // The real day decides, and for a form that is open it decides again at every event.
    let (heading, body) = match Way::of(&training, atlas.config.organiser.as_deref(), browser::now()) {
        Way::Register | Way::Interest if !atlas.config.reaches_somebody(&atlas.config.sign_up) => {
            let why = view! {
                {no_form(|| tr("sign-up-nobody"), &atlas, &training)}
                {held_by(&atlas, &training)}
            };
            (Signal::stored("sign-up-title"), why.into_any())
        }
        Way::Register | Way::Interest => match framed_notice(&atlas.config) {
            Some(notice) => (Signal::stored("sign-up-title"), notice),
            None => form(&atlas, &training),
        },
        Way::Elsewhere(address) => {
            let link = view! {
                {held_by(&atlas, &training)}
                <OutgoingLink address words=tr("sign-up-elsewhere") button=true/>
            };
            (Signal::stored("sign-up-title"), link.into_any())
        }
        Way::WithHost => {
            let host = training.host.clone().unwrap_or_default();
            let why = move || tr!("sign-up-with-host", "host" => host.as_str());
            (Signal::stored("sign-up-title"), no_form(why, &atlas, &training))
        }
        Way::None => (Signal::stored("sign-up-title"), view! { <p>{tr_view("sign-up-none")}</p> }.into_any()),
    };
    page_title(&atlas, {
        let title = title.clone();
        move || tr!("comma-title", "words" => tr(heading.get()), "title" => title.as_str())
    });
    view! {
        <main id="main" class="page sign-up" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=back>{tr_view("back-to-training")}</a></nav>
            <h1><span class="kicker">{move || tr(heading.get())}</span> " " <span>{title}</span></h1>
            {body}
        </main>
    }
    .into_any()
}

/// Why there is no form: nobody would receive it, or not who holds the training. The source knows how one takes part.
fn no_form(
    why: impl Fn() -> String + Send + 'static,
    atlas: &Shared<Atlas>,
    training: &Arc<Training>,
) -> AnyView {
    let page = training
        .url
        .clone()
        .map(|address| view! { <OutgoingLink address words=tr("training-page") button=true/> }.into_any());
    view! {
        <p class="note">{why}</p>
        <div class="actions">{page}</div>
        <SourceList sources=training.sources.clone() atlas=atlas.clone()/>
    }
    .into_any()
}

/// Says who holds a training, where that is somebody else than the organiser of this website.
fn held_by(atlas: &Shared<Atlas>, training: &Training) -> Option<AnyView> {
    let host = training.host.clone().filter(|host| atlas.config.organiser.as_ref() != Some(host))?;
    Some(view! { <p class="note">{move || tr!("sign-up-held-by", "host" => host.as_str())}</p> }.into_any())
}

/// The form, under its heading.
fn form(atlas: &Shared<Atlas>, training: &Arc<Training>) -> (Signal<&'static str>, AnyView) {
    let offer = Offer::of(training, browser::now());
    let mut ahead = offer.sessions.iter().filter(|session| !session.over);
    let mut start = SignUpDraft { kind: offer.kind.as_str().to_owned(), ..SignUpDraft::default() };
    // Where there is only one session, there is nothing to choose.
    if let (SignUpKind::Registration, Some(only), None) = (offer.kind, ahead.next(), ahead.next()) {
        start.sessions.push(only.id.as_str().to_owned());
    }
    let offered = training.clone();
    let machine = Running::new(
        start,
        move |now| Offer::of(&offered, now),
        |typed| typed.people.len(),
        SignUpDraft::on_site,
    );
    let controller = FormController::open(Plan {
        machine: Box::new(machine),
        outbox: outbox(atlas),
        receiver: Receiver::of_sign_ups(&atlas.config),
        begin_with: match untrack(|| app().route()) {
            Route::SignUp { correct, .. } => Origin::in_address(correct.as_deref(), None),
            _ => None,
        },
    });
    let asked = training.clone();
    let state = Memo::new(move |_| {
        controller.changes.track();
        let offer = Offer::of(&asked, browser::now());
        let (typed, sessions) =
            controller.read(|machine| (machine.text(Field::Kind), machine.chosen(Field::Sessions)));
        let begun = SignUpKind::begun(&typed, !sessions.is_empty(), offer.kind);
        Standing { begun, takes: offer.kind, closed: offer.closed }
    });
    let heading = Signal::derive(move || match state.get().begun {
        SignUpKind::Registration => "sign-up-title",
        SignUpKind::Interest => "sign-up-title-interest",
    });
    let wording = Wording::new(atlas.clone());
    let (drawn, words) = (training.clone(), wording.clone());
    let step = move |step| match step {
        Step::You => you(controller, &words),
        Step::Needs => needs(controller),
        _ => choose(controller, &drawn, state.get().begun),
    };
    let id = training.id.as_str().to_owned();
    let notice = move || (move || standing_notice(controller, state.get())).into_any();
    let page = form_page(controller, wording, notice, step, move |kept| {
        kept.entry.contents().training.as_ref().is_some_and(|training| training.id == id)
    });
    let body = view! {
        {recipient_note(&Receiver::of_sign_ups(&atlas.config), &atlas.config)}
        {held_by(atlas, training)}
        {page}
    };
    (heading, body.into_any())
}

/// What the form was begun as, and what the training takes by now.
#[derive(Clone, Copy, PartialEq)]
struct Standing {
    begun: SignUpKind,
    takes: SignUpKind,
    closed: Option<Day>,
}

/// Says above every step that the training takes something else by now. What is made of it is the visitor's choice.
fn standing_notice(controller: FormController, standing: Standing) -> AnyView {
    let (words, other) = match (standing.begun, standing.takes) {
        (SignUpKind::Registration, SignUpKind::Interest) => {
            let words = standing.closed.map_or_else(
                || tr("registration-closed"),
                |last| tr!("registration-closed-on", "date" => date(last)),
            );
            (words, "take-interest")
        }
        (SignUpKind::Interest, SignUpKind::Registration) => (tr("registration-open"), "take-registration"),
        _ => return ().into_any(),
    };
    let change = move |_| {
        controller.act(Event::Typed { field: Field::Kind, text: standing.takes.as_str().to_owned() });
        controller.redraw();
        browser::focus_soon("steptitle");
    };
    view! {
        <div class="warning" role="note">
            <p>{words}</p>
            <p><button type="button" class="button" id=field_id(Field::Kind) on:click=change>{tr_view(other)}</button></p>
        </div>
    }
    .into_any()
}

/// Which sessions; or what the training is, where there is nothing to choose.
fn choose(controller: FormController, training: &Arc<Training>, kind: SignUpKind) -> AnyView {
    let nothing = |words| {
        let summary = training.summary.clone();
        let summary = move || {
            summary.in_language(&language()).map(|(tag, words)| {
                view! { <p class="summary" lang=tag.as_str().to_owned()>{words.to_owned()}</p> }.into_any()
            })
        };
        view! { <p>{tr_view(words)}</p> {summary} }.into_any()
    };
    if kind == SignUpKind::Interest {
        return nothing("choose-interest");
    }
    if training.sessions.is_empty() {
        return nothing("choose-undated");
    }
    let now = browser::now();
    let choices = training
        .sessions
        .iter()
        .map(|session| {
            let over = session.ends() <= now;
            Choosable {
                id: session.id.as_str().to_owned(),
                words: session_view(session, over),
                disabled: over,
            }
        })
        .collect();
    check_list(
        controller,
        Field::Sessions,
        TextLook { hint: Some("choose-hint"), ..TextLook::default() },
        choices,
    )
}

/// Who takes part, and from where.
fn you(controller: FormController, wording: &Wording) -> AnyView {
    let count = controller.read(|machine| machine.people());
    let people = (0..count).map(|at| person(controller, at, count)).collect_view();
    let add = (count < MOST_PEOPLE).then(|| {
        view! {
            <p>
                <button type="button" class="button" on:click=move |_| controller.act(Event::AddPerson)>{tr_view("person-add")}</button>
            </p>
            <p class="hint">{tr_view("person-add-hint")}</p>
        }
        .into_any()
    });
    let labels = wording.labels;
    let choices = Signal::derive(move || countries(&labels.get()));
    view! {
        {people}
        {add}
        {combobox(
            controller,
            Field::Organisation,
            TextLook { hint: Some("field-organisation-hint"), ..TextLook::default() },
            organisations(wording),
            false,
        )}
        {chooser_field(controller, Field::Country, TextLook { autocomplete: "country", ..TextLook::default() }, choices)}
    }
    .into_any()
}

fn person(controller: FormController, at: usize, count: usize) -> AnyView {
    let field = |part| Field::Person(at, part);
    // The browser knows one person: whoever uses it.
    let first = |token| if at == 0 { token } else { "" };
    let fields = view! {
        {text_field(controller, field(Part::GivenName), TextLook { autocomplete: first("given-name"), ..TextLook::default() })}
        {text_field(controller, field(Part::FamilyName), TextLook { autocomplete: first("family-name"), ..TextLook::default() })}
        {text_field(controller, field(Part::Email), TextLook {
            kind: "email",
            autocomplete: first("email"),
            hint: Some("field-email-hint"),
            ..TextLook::default()
        })}
        {text_field(controller, field(Part::Role), TextLook { autocomplete: first("organization-title"), ..TextLook::default() })}
    };
    if count == 1 {
        return fields.into_any();
    }
    let remove = move |_| controller.act(Event::RemovePerson { at });
    view! {
        <fieldset class="person">
            <legend>{move || tr!("person-number", "number" => at as f64 + 1.0)}</legend>
            {fields}
            <button type="button" class="linklike" on:click=remove>
                {move || tr!("person-remove", "number" => at as f64 + 1.0)}
            </button>
        </fieldset>
    }
    .into_any()
}

/// What they need, and what they hope for. Nobody has to say anything here.
fn needs(controller: FormController) -> AnyView {
    let (count, on_site) = controller.read(|machine| (machine.people(), machine.on_site()));
    let look = |hint| TextLook { hint, optional: true, ..TextLook::default() };
    let people = (0..count)
        .map(|at| {
            let fields = view! {
                {area_field(controller, Field::Person(at, Part::Accessibility), look(Some("field-accessibility-hint")))}
                {on_site.then(|| area_field(controller, Field::Person(at, Part::Dietary), look(None)))}
            };
            if count == 1 {
                return fields.into_any();
            }
            let name = controller.read(|machine| {
                [Part::GivenName, Part::FamilyName].map(|part| machine.text(Field::Person(at, part))).join(" ")
            });
            view! { <fieldset class="person"><legend>{name}</legend>{fields}</fieldset> }.into_any()
        })
        .collect_view();
    view! {
        <p>{tr_view("needs-text")}</p>
        {people}
        {area_field(controller, Field::Hopes, look(None))}
    }
    .into_any()
}
