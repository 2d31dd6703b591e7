//! A training: its sessions, everything known of it, and the way in.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::domain::{Capacity, Day, Instant, Registration, Session, TermId, Training, TrainingStatus};
use crate::route::{FindParams, Route};
use crate::signup::Way;
use crate::ui::atlas::Atlas;
use crate::ui::calendars;
use crate::ui::collection_page::moment_of;
use crate::ui::components::{
    AtNotice, Fact, MissingRecord, OutgoingLink, SourceList, StatusMark, page_title,
};
use crate::ui::labels::Labels;
use crate::ui::messages::{date, language, number, tr, tr_view};
use crate::ui::search_context::way_back_on;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::store::Records;
use crate::ui::times;

/// The training with an identifier; says so where the dataset has none.
#[component]
pub fn TrainingPage(atlas: Shared<Atlas>, records: Records<Training>, id: String) -> impl IntoView {
    let app = app();
    let Some(training) = records.iter().find(|training| training.id.as_str() == id).cloned() else {
        let find = FindParams::of(Collection::Trainings);
        return view! { <MissingRecord id atlas find/> }.into_any();
    };
    let title = training.title.clone();
    page_title(&atlas, move || title.clone());
    let at = Memo::new(move |_| app.route().day());
    let now = moment_of(Shared::new(vec![training.clone()]), at);
    let today = Signal::derive(move || Route::record(Collection::Trainings, &id));
    let back = move || way_back_on(Collection::Trainings, at.get());
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let (kind, format) = (training.kind.as_str(), training.format.as_str());
    let marked = training.clone();
    let (listed, list_atlas) = (training.clone(), atlas.clone());
    view! {
        <main id="main" class="page" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=back>{tr_view("back-to-trainings")}</a></nav>
            <AtNotice at today/>
            <article>
                <header>
                    <p class="kicker tags">
                        {move || view! { <StatusMark status=marked.status(now.get()).as_str()/> }}
                        <span>{move || labels.with(|labels| labels.of("kind", kind))}</span>
                        <span>{move || labels.with(|labels| labels.of("format", format))}</span>
                    </p>
                    <h1>{training.title.clone()}</h1>
                    <Actions training=training.clone() at now atlas=atlas.clone()/>
                </header>
                <Summary training=training.clone()/>
                <h2>{tr_view("training-sessions")}</h2>
                {move || sessions(&listed, now.get(), &list_atlas)}
                <h2>{tr_view("training-facts")}</h2>
                <Facts training=training.clone()/>
                <SourceList sources=training.sources.clone() atlas/>
            </article>
        </main>
    }
    .into_any()
}

/// The way in as it is today, whatever day is viewed.
#[component]
fn Actions(
    training: Arc<Training>,
    at: Memo<Option<Day>>,
    /// The moment of viewing.
    now: Memo<Instant>,
    atlas: Shared<Atlas>,
) -> impl IntoView {
    let app = app();
    let href = Route::SignUp { training: training.id.as_str().to_owned(), correct: None }.to_hash();
    let entered = training.clone();
    let way = Memo::new(move |_| Way::of(&entered, app.now.get()));
    let reachable = atlas.config.reaches_somebody(&atlas.config.sign_up);
    let enter = move || match way.get() {
        Way::Register | Way::Interest if !reachable => {
            view! { <p class="note">{tr_view("sign-up-nobody")}</p> }.into_any()
        }
        Way::Register => {
            view! { <a class="button primary" href=href.clone()>{tr_view("sign-up-register")}</a> }.into_any()
        }
        Way::Interest => {
            view! { <a class="button primary" href=href.clone()>{tr_view("sign-up-interest")}</a> }.into_any()
        }
        Way::Elsewhere(address) => {
            view! { <OutgoingLink address words=tr("sign-up-elsewhere") button=true/> }.into_any()
        }
        Way::None => view! { <p class="note">{tr_view("sign-up-none")}</p> }.into_any(),
    };
    let closed = training.clone();
    let why = move || {
        why_closed(&closed, app.now.get()).map(|words| view! { <p class="note">{words}</p> }.into_any())
    };
    // Another day is looked at: what can be done is what can be done today.
    let real = move || {
        at.get().map(|_| {
            let words = match way.get() {
                Way::Register => "sign-up-today-open",
                _ => "sign-up-today-closed",
            };
            view! { <p class="note">{tr_view(words)}</p> }.into_any()
        })
    };
    let page = training
        .url
        .clone()
        .map(|address| view! { <OutgoingLink address words=tr("training-page") button=false/> }.into_any());
    let dated = training.clone();
    let has_dates = Memo::new(move |_| dated.next_session(now.get()).is_some());
    let save = move |_| {
        let now = now.get_untracked();
        let ahead = training.sessions.iter().filter(|session| now < session.ends());
        let done = calendars::download_sessions(&training, &ahead.cloned().collect::<Vec<_>>(), &atlas);
        app.announce(tr(if done { "calendar-done" } else { "export-failed" }));
    };
    view! {
        <div class="actions">
            {enter}
            <Show when=move || has_dates.get()>
                <button type="button" class="button" on:click=save.clone()>{tr_view("calendar-all-sessions")}</button>
            </Show>
            <button type="button" class="button" on:click=|_| browser::print_soon()>{tr_view("print")}</button>
            {page}
        </div>
        {why}
        {real}
    }
}

/// Why one cannot apply, where one cannot; nothing where there never was a registration.
fn why_closed(training: &Training, now: Instant) -> Option<String> {
    let day_of = |session: &Session| date(session.date);
    let first = training.sessions.iter().min_by_key(|session| session.begins());
    let last = training.sessions.iter().max_by_key(|session| session.ends());
    let passed = training.application_deadline.filter(|day| Instant::end_of(*day) <= now);
    match (training.status(now), &training.registration) {
        (TrainingStatus::Open, _) | (TrainingStatus::Upcoming, Registration::None) => None,
        (TrainingStatus::Past, _) => last.map(|last| tr!("training-over", "date" => day_of(last))),
        (_, _) if passed.is_some() => passed.map(|day| tr!("training-closed", "date" => date(day))),
        (TrainingStatus::Upcoming, _) => first.map(|first| tr!("training-begun", "date" => day_of(first))),
        (TrainingStatus::Undated, _) => Some(tr("training-undated")),
    }
}

#[component]
fn Summary(training: Arc<Training>) -> impl IntoView {
    move || {
        let language = language();
        training.summary.in_language(&language).map(
            |(tag, text)| view! { <p class="summary" lang=tag.as_str().to_owned()>{text.to_owned()}</p> },
        )
    }
}

/// The sessions by time, with what the source says of those without a date.
fn sessions(training: &Arc<Training>, now: Instant, atlas: &Shared<Atlas>) -> AnyView {
    let next = training.next_session(now).map(|session| session.id.clone());
    let items = training
        .sessions
        .iter()
        .map(|session| {
            let is_next = next.as_ref() == Some(&session.id);
            let over = session.ends() <= now;
            let save = {
                let (training, session) = (training.clone(), session.clone());
                let atlas = atlas.clone();
                move |_| {
                    calendars::download_sessions(&training, std::slice::from_ref(&session), &atlas);
                }
            };
            let named = session.clone();
            let label = move || tr!("calendar-add-session", "session" => session_words(&named));
            view! {
                <li>
                    {session_view(session, over)}
                    {is_next.then(|| view! { <p><span class="status" data-status="open">{tr_view("session-next")}</span></p> }.into_any())}
                    {(!over).then(|| view! {
                        <button type="button" class="linklike" aria-label=label on:click=save>{tr_view("calendar-add-one")}</button>
                    }.into_any())}
                </li>
            }
            .into_any()
        })
        .collect_view();
    let undated = training.undated_sessions.clone().map(|words| view! { <p>{words}</p> }.into_any());
    let none = training.sessions.is_empty() && training.undated_sessions.is_none();
    view! {
        {(!training.sessions.is_empty()).then(|| view! { <ol class="cutoffs">{items}</ol> }.into_any())}
        {undated}
        {none.then(|| view! { <p class="absent">{tr_view("training-no-dates")}</p> }.into_any())}
    }
    .into_any()
}

/// When a session is, in Brussels.
pub fn session_words(session: &Session) -> String {
    match (session.start, session.end) {
        (Some(start), Some(end)) => {
            let zone = session.begins().in_brussels().zone();
            let (start, end) = (start.to_string(), end.to_string());
            tr!("session-times", "date" => date(session.date), "start" => start, "end" => end, "zone" => zone)
        }
        (start, _) => times::moment(session.date, start),
    }
}

/// A session: when, by the visitor's own clock where that differs, and where.
pub fn session_view(session: &Session, over: bool) -> AnyView {
    let (shown, own) = (session.clone(), session.clone());
    let when = move || session_words(&shown);
    let when = if over {
        view! { <s>{when}</s> " " <span class="status" data-status="closed">{tr_view("session-over")}</span> }
            .into_any()
    } else {
        view! { <b>{when}</b> }.into_any()
    };
    let place = session.place.clone();
    let online = session.online;
    let whereabouts = move || match (&place, online) {
        (Some(place), true) => tr!("session-place-or-online", "place" => place.as_str()),
        (Some(place), false) => place.clone(),
        (None, true) => tr("format-online"),
        (None, false) => tr("session-place-unknown"),
    };
    let note = session.note.clone();
    view! {
        <p>{when}</p>
        <p class="quiet">
            {whereabouts}
            {move || times::own(own.date, own.start).map(|own| tr!("comma", "words" => own))}
        </p>
        {note.map(|note| view! { <p class="quiet note">{note}</p> }.into_any())}
    }
    .into_any()
}

#[component]
fn Facts(training: Arc<Training>) -> impl IntoView {
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let words = move |facet: &'static str, terms: &[TermId]| {
        let ids: Vec<String> = terms.iter().map(|term| term.as_str().to_owned()).collect();
        listed(labels, facet, ids)
    };
    let languages = training.language.iter().map(|tag| tag.as_str().to_owned()).collect();
    let deadline =
        training.application_deadline.map(|day| view! { <span>{move || date(day)}</span> }.into_any());
    let capacity =
        training.capacity.map(|capacity| view! { <span>{move || room(capacity)}</span> }.into_any());
    let took_part = training
        .participants
        .map(|count| view! { <Fact name="training-participants" value=Some(view! { <span>{move || number(count)}</span> }.into_any())/> }.into_any());
    let assumed = training
        .format_assumed
        .then(|| view! { " " <span class="quiet">{tr_view("training-format-assumed")}</span> }.into_any());
    let format = training.format.as_str();
    let format = view! { <span>{move || labels.with(|labels| labels.of("format", format))}</span> {assumed} }
        .into_any();
    let note = training
        .note
        .clone()
        .map(|note| view! { <Fact name="training-note" value=Some(note.into_any())/> }.into_any());
    view! {
        <dl class="facts">
            <Fact name="training-deadline" value=deadline/>
            <Fact name="facet-format" value=Some(format)/>
            <Fact name="facet-language" value=listed(labels, "language", languages)/>
            <Fact name="facet-topic" value=words("topic", &training.topics)/>
            <Fact name="facet-audience" value=words("audience", &training.audience)/>
            <Fact name="training-capacity" value=capacity/>
            {took_part}
            <Fact name="training-host" value=training.host.clone().map(IntoAny::into_any)/>
            {note}
        </dl>
    }
}

/// The names of values of a facet; `None` where there are none.
pub fn listed(labels: Memo<Shared<Labels>>, facet: &'static str, ids: Vec<String>) -> Option<AnyView> {
    (!ids.is_empty()).then(|| {
        let words = move || {
            labels.with(|labels| ids.iter().map(|id| labels.of(facet, id)).collect::<Vec<_>>().join(", "))
        };
        view! { <span>{words}</span> }.into_any()
    })
}

fn room(capacity: Capacity) -> String {
    match capacity.from {
        Some(from) => tr!("capacity-range", "from" => from, "to" => capacity.to),
        None => tr!("capacity-most", "to" => capacity.to),
    }
}
