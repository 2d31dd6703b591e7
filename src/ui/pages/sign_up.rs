//! Signing up for a training or an event, step by step.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, CollectionRecord};
use crate::domain::{Day, Event, Instant, LocalText, Session, Training, WebAddress};
use crate::route::{FindParams, Route};
use crate::signup::{
    Event as FormEvent, Field, MOST_PEOPLE, Offer, Origin, Part, Receiver, SignUpDraft, SignUpKind, Step,
    Way, sessions_of,
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

/// What one signs up for, whichever collection it is of.
#[derive(Clone)]
pub struct Matter {
    of: Collection,
    id: String,
    title: String,
    host: Option<String>,
    url: Option<WebAddress>,
    summary: LocalText,
    sources: Vec<String>,
    sessions: Vec<Session>,
    record: Taking,
}

/// The record itself, which tells what it takes at a moment.
#[derive(Clone)]
enum Taking {
    Training(Arc<Training>),
    Event(Arc<Event>),
}

impl Matter {
    /// The training with an identifier.
    pub fn of_training(records: &Records<Training>, id: &str) -> Option<Self> {
        let training = found(records, id)?;
        Some(Self {
            host: training.host.clone(),
            url: training.url.clone(),
            summary: training.summary.clone(),
            sessions: training.sessions.clone(),
            ..Self::new(&*training, Taking::Training(training.clone()))
        })
    }

    /// The event with an identifier.
    pub fn of_event(records: &Records<Event>, id: &str) -> Option<Self> {
        let event = found(records, id)?;
        Some(Self {
            host: (!event.hosts.is_empty()).then(|| event.hosts.join("; ")),
            url: event.url.clone(),
            summary: event.summary.clone(),
            sessions: sessions_of(&event),
            ..Self::new(&*event, Taking::Event(event.clone()))
        })
    }

    fn new<R: CollectionRecord>(record: &R, taking: Taking) -> Self {
        Self {
            of: R::COLLECTION,
            id: record.id().as_str().to_owned(),
            title: record.title().to_owned(),
            host: None,
            url: None,
            summary: LocalText::default(),
            sources: record.sources().to_vec(),
            sessions: Vec::new(),
            record: taking,
        }
    }

    fn offer(&self, now: Instant) -> Offer {
        match &self.record {
            Taking::Training(training) => Offer::of(training, now),
            Taking::Event(event) => Offer::of_event(event, now),
        }
    }

    fn way(&self, organiser: Option<&str>, now: Instant) -> Way {
        match &self.record {
            Taking::Training(training) => Way::of(training, organiser, now),
            Taking::Event(event) => Way::of_event(event, organiser, now),
        }
    }

    /// The key of a message that speaks of it.
    fn key(&self, training: &'static str, event: &'static str) -> &'static str {
        match self.record {
            Taking::Training(_) => training,
            Taking::Event(_) => event,
        }
    }
}

fn found<R: CollectionRecord>(records: &Records<R>, id: &str) -> Option<Arc<R>> {
    records.iter().find(|record| record.id().as_str() == id).cloned()
}

/// The page of the sign-up for the record of a collection with an identifier, which the dataset may not have.
pub fn sign_up_page(atlas: Shared<Atlas>, of: Collection, id: &str, matter: Option<Matter>) -> AnyView {
    let Some(matter) = matter else {
        let find = FindParams::of(of);
        return view! { <MissingRecord id=id.to_owned() atlas find/> }.into_any();
    };
    let back = Route::record(of, id).to_hash();
    let title = matter.title.clone();
    // The real day decides, and for a form that is open it decides again at every event.
    let (heading, body) = match matter.way(atlas.config.organiser.as_deref(), browser::now()) {
        Way::Register | Way::Interest if !atlas.config.reaches_somebody(&atlas.config.sign_up) => {
            let nobody = matter.key("sign-up-nobody", "event-sign-up-nobody");
            let why = view! {
                {no_form(move || tr(nobody), &atlas, &matter)}
                {held_by(&atlas, &matter)}
            };
            (Signal::stored("sign-up-title"), why.into_any())
        }
        Way::Register | Way::Interest => match framed_notice(&atlas.config) {
            Some(notice) => (Signal::stored("sign-up-title"), notice),
            None => form(&atlas, &matter),
        },
        Way::Elsewhere(address) => {
            let link = view! {
                {held_by(&atlas, &matter)}
                <OutgoingLink address words=tr("sign-up-elsewhere") button=true/>
            };
            (Signal::stored("sign-up-title"), link.into_any())
        }
        Way::WithHost => {
            let (host, of) = (matter.host.clone().unwrap_or_default(), matter.of);
            let why = move || with_host(of, &host);
            (Signal::stored("sign-up-title"), no_form(why, &atlas, &matter))
        }
        Way::None => {
            let key = matter.key("sign-up-none", "event-sign-up-none");
            (Signal::stored("sign-up-title"), view! { <p>{tr_view(key)}</p> }.into_any())
        }
    };
    page_title(&atlas, {
        let title = title.clone();
        move || tr!("comma-title", "words" => tr(heading.get()), "title" => title.as_str())
    });
    let back_words = matter.key("back-to-training", "back-to-event");
    view! {
        <main id="main" class="page sign-up" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=back>{tr_view(back_words)}</a></nav>
            <h1><span class="kicker">{move || tr(heading.get())}</span> " " <span>{title}</span></h1>
            {body}
        </main>
    }
    .into_any()
}

/// Why there is no form: nobody would receive it, or not who holds it. The source knows how one takes part.
fn no_form(why: impl Fn() -> String + Send + 'static, atlas: &Shared<Atlas>, matter: &Matter) -> AnyView {
    let words = matter.key("training-page", "event-page");
    let page = matter
        .url
        .clone()
        .map(|address| view! { <OutgoingLink address words=tr(words) button=true/> }.into_any());
    view! {
        <p class="note">{why}</p>
        <div class="actions">{page}</div>
        <SourceList sources=matter.sources.clone() atlas=atlas.clone()/>
    }
    .into_any()
}

/// Says who holds it, where that is somebody else than the organiser of this website.
fn held_by(atlas: &Shared<Atlas>, matter: &Matter) -> Option<AnyView> {
    let host = matter.host.clone().filter(|host| atlas.config.organiser.as_ref() != Some(host))?;
    let is_event = matter.of == Collection::Events;
    let words = move || {
        if is_event {
            tr!("event-sign-up-held-by", "host" => host.as_str())
        } else {
            tr!("sign-up-held-by", "host" => host.as_str())
        }
    };
    Some(view! { <p class="note">{words}</p> }.into_any())
}

/// That one registers with whoever holds it, and that nobody knows where.
fn with_host(of: Collection, host: &str) -> String {
    if of == Collection::Events {
        tr!("event-sign-up-with-host", "host" => host)
    } else {
        tr!("sign-up-with-host", "host" => host)
    }
}

/// The form, under its heading.
fn form(atlas: &Shared<Atlas>, matter: &Matter) -> (Signal<&'static str>, AnyView) {
    let offer = matter.offer(browser::now());
    let mut ahead = offer.sessions.iter().filter(|session| !session.over);
    let mut start = SignUpDraft { kind: offer.kind.as_str().to_owned(), ..SignUpDraft::default() };
    // Where there is only one session, there is nothing to choose.
    if let (SignUpKind::Registration, Some(only), None) = (offer.kind, ahead.next(), ahead.next()) {
        start.sessions.push(only.id.as_str().to_owned());
    }
    let offered = matter.clone();
    let machine =
        Running::new(start, move |now| offered.offer(now), |typed| typed.people.len(), SignUpDraft::on_site);
    let controller = FormController::open(Plan {
        machine: Box::new(machine),
        outbox: outbox(atlas),
        receiver: Receiver::of_sign_ups(&atlas.config),
        begin_with: match untrack(|| app().route()) {
            Route::SignUp { correct, .. } => Origin::in_address(correct.as_deref(), None),
            _ => None,
        },
    });
    let asked = matter.clone();
    let state = Memo::new(move |_| {
        controller.changes.track();
        let offer = asked.offer(browser::now());
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
    let (drawn, words) = (matter.clone(), wording.clone());
    let step = move |step| match step {
        Step::You => you(controller, &words),
        Step::Needs => needs(controller),
        _ => choose(controller, &drawn, state.get().begun),
    };
    let (of, id) = (matter.of, matter.id.clone());
    let notice = move || (move || standing_notice(controller, of, state.get())).into_any();
    let page = form_page(controller, wording, notice, step, move |kept| {
        kept.entry.contents().matter().is_some_and(|(own, matter)| own == of && matter.id == id)
    });
    let body = view! {
        {recipient_note(&Receiver::of_sign_ups(&atlas.config), &atlas.config)}
        {held_by(atlas, matter)}
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
fn standing_notice(controller: FormController, of: Collection, standing: Standing) -> AnyView {
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
        controller.act(FormEvent::Typed { field: Field::Kind, text: standing.takes.as_str().to_owned() });
        controller.redraw();
        browser::focus_soon("steptitle");
    };
    // Of an event nobody asks who would come to the next one.
    let is_offered = (of, standing.takes) != (Collection::Events, SignUpKind::Interest);
    let button = is_offered.then(|| {
        view! {
            <p><button type="button" class="button" id=field_id(Field::Kind) on:click=change>{tr_view(other)}</button></p>
        }
        .into_any()
    });
    // A fault of the whole leads to the button, or to these words.
    let target = (!is_offered).then(|| field_id(Field::Kind));
    let focusable = (!is_offered).then_some("-1");
    view! {
        <div class="warning" role="note" id=target tabindex=focusable>
            <p>{words}</p>
            {button}
        </div>
    }
    .into_any()
}

/// Which sessions; or what it is, where there is nothing to choose.
fn choose(controller: FormController, matter: &Matter, kind: SignUpKind) -> AnyView {
    let nothing = |words| {
        let summary = matter.summary.clone();
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
    if matter.sessions.is_empty() {
        return nothing(matter.key("choose-undated", "choose-event"));
    }
    let now = browser::now();
    let choices = matter
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
                <button type="button" class="button" on:click=move |_| controller.act(FormEvent::AddPerson)>{tr_view("person-add")}</button>
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
    let remove = move |_| controller.act(FormEvent::RemovePerson { at });
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
