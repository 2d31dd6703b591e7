//! A published partner request: everything known of it, and how to answer.

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::domain::{LocalText, PartnerRequest};
use crate::route::{FindParams, Route};
use crate::signup::mail_to;
use crate::ui::atlas::Atlas;
use crate::ui::collection_page::moment_of;
use crate::ui::components::{
    AtNotice, EcosystemBadges, Fact, MissingRecord, OutgoingLink, SourceList, StatusMark, page_title,
};
use crate::ui::labels::Labels;
use crate::ui::messages::{date, language, tr, tr_view};
use crate::ui::search_context::way_back_on;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::store::Records;

use super::partner_requests::when;
use super::training::listed;

/// The request with an identifier; says so where the dataset has none.
#[component]
pub fn PartnerRequestPage(
    atlas: Shared<Atlas>,
    records: Records<PartnerRequest>,
    id: String,
) -> impl IntoView {
    let app = app();
    let Some(request) = records.iter().find(|request| request.id.as_str() == id).cloned() else {
        let find = FindParams::of(Collection::PartnerRequests);
        return view! { <MissingRecord id atlas find/> }.into_any();
    };
    let title = request.title.clone();
    page_title(&atlas, move || title.clone());
    let at = Memo::new(move |_| app.route().day());
    let now = moment_of(Shared::new(vec![request.clone()]), at);
    let today = Signal::derive(move || Route::record(Collection::PartnerRequests, &id));
    let back = move || way_back_on(Collection::PartnerRequests, at.get());
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let kind = request.kind.as_str();
    let (marked, dated) = (request.clone(), request.clone());
    let answer = request.email.as_ref().map(|email| {
        let href = mail_to(email.as_str());
        view! { <a class="button primary" href=href>{tr_view("request-answer")}</a> }.into_any()
    });
    let page = request
        .url
        .clone()
        .map(|address| view! { <OutgoingLink address words=tr("request-page") button=false/> }.into_any());
    let introduce =
        Route::NewPartnerRequest { organisations: Vec::new(), call: None, correct: None }.to_hash();
    view! {
        <main id="main" class="page" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=back>{tr_view("back-to-requests")}</a></nav>
            <AtNotice at today/>
            <article>
                <header>
                    <p class="kicker tags">
                        {move || view! { <StatusMark status=marked.status(now.get()).as_str()/> }}
                        <span>{move || labels.with(|labels| labels.of("kind", kind))}</span>
                    </p>
                    <h1>{request.title.clone()}</h1>
                    <p class="lead">{move || when(&dated, dated.status(now.get()), now.get())}</p>
                    <div class="actions">
                        {answer}
                        <a class="button" href=introduce>{tr_view("introduce-request")}</a>
                        <button type="button" class="button" on:click=|_| browser::print_soon()>{tr_view("print")}</button>
                        {page}
                    </div>
                </header>
                {told("field-sought", &request.seeks)}
                {told("field-offered", &request.offers)}
                <h2>{tr_view("request-facts")}</h2>
                {facts(&request, &atlas, labels)}
                <SourceList sources=request.sources.clone() atlas=atlas.clone()/>
            </article>
        </main>
    }
    .into_any()
}

/// A text in the visitor's language, under its heading.
fn told(heading: &'static str, text: &LocalText) -> AnyView {
    let text = text.clone();
    let words = move || {
        let language = language();
        match text.in_language(&language) {
            Some((tag, words)) => {
                view! { <p class="summary" lang=tag.as_str().to_owned()>{words.to_owned()}</p> }.into_any()
            }
            None => view! { <p class="absent">{tr_view("not-known")}</p> }.into_any(),
        }
    };
    view! { <h2>{tr_view(heading)}</h2> {words} }.into_any()
}

fn facts(request: &PartnerRequest, atlas: &Shared<Atlas>, labels: Memo<Shared<Labels>>) -> AnyView {
    let organisations = (!request.organisations.is_empty()).then(|| {
        let one = |id: &crate::domain::RecordId| {
            let name =
                atlas.organisation(id.as_str()).map_or_else(|| id.as_str().to_owned(), |it| it.name.clone());
            let href = Route::record(Collection::Organisations, id.as_str()).to_hash();
            view! { <li><a href=href>{name}</a></li> }.into_any()
        };
        view! { <ul>{request.organisations.iter().map(one).collect_view()}</ul> }.into_any()
    });
    let call = match (&request.call_id, &request.call) {
        (Some(id), name) => {
            let href = Route::record(Collection::Calls, id.as_str()).to_hash();
            let name = name.clone().unwrap_or_else(|| id.as_str().to_owned());
            Some(view! { <a href=href>{name}</a> }.into_any())
        }
        (None, name) => name.clone().map(IntoAny::into_any),
    };
    let ecosystems = (!request.ecosystems.is_empty()).then(|| {
        let ecosystems = request.ecosystems.clone();
        view! { <span class="tags"><EcosystemBadges ecosystems atlas=atlas.clone()/></span> }.into_any()
    });
    let country = request.country.iter().map(|code| code.as_str().to_owned()).collect();
    let partners = request.partner_countries.iter().map(|code| code.as_str().to_owned()).collect();
    let published = request.published.map(|day| view! { <span>{move || date(day)}</span> }.into_any());
    let deadline = request.deadline.map(|day| view! { <span>{move || date(day)}</span> }.into_any());
    let note = request
        .note
        .clone()
        .map(|note| view! { <Fact name="training-note" value=Some(note.into_any())/> }.into_any());
    view! {
        <dl class="facts">
            <Fact name="request-asker" value=request.requester.clone().map(IntoAny::into_any)/>
            {organisations.map(|list| view! { <Fact name="field-askers" value=Some(list)/> }.into_any())}
            <Fact name="facet-country" value=listed(labels, "country", country)/>
            <Fact name="field-places" value=listed(labels, "country", partners) absent="request-any-country"/>
            <Fact name="facet-ecosystem" value=ecosystems/>
            <Fact name="facet-call" value=call/>
            <Fact name="field-deadline" value=deadline/>
            <Fact name="call-published" value=published/>
            {note}
        </dl>
    }
    .into_any()
}
