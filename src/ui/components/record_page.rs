//! The page of a record, from what the collection says of it: the same for every collection, with slots for what is
//! its own.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Action, Body, Collection, CollectionRecord, Phrase, RecordPage, Section, Shown};
use crate::domain::{Day, Instant};
use crate::route::{FindParams, Route};
use crate::signup::mail_to;
use crate::ui::atlas::Atlas;
use crate::ui::collection_page::moment_of;
use crate::ui::messages::{tr, tr_view};
use crate::ui::phrases::phrase_view;
use crate::ui::search_context::way_back_on;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::store::Records;

use super::sections::section_view;
use super::{
    AtNotice, MissingRecord, OutgoingLink, SaveButton, SourceList, StatusMark, copy_link, page_title,
};

/// A record on its own page.
pub struct Viewed<R> {
    /// The record.
    pub record: Arc<R>,
    /// The day in the address.
    pub at: Memo<Option<Day>>,
    /// The moment of viewing.
    pub now: Memo<Instant>,
    /// The dataset.
    pub atlas: Shared<Atlas>,
}

/// What a collection's page has beyond its sections.
#[derive(Default)]
pub struct Slots {
    /// What else can be done, before the rest.
    pub actions: Option<AnyView>,
    /// What is said below the buttons.
    pub notes: Option<AnyView>,
    /// What stands between the summary and the facts.
    pub middle: Option<AnyView>,
    /// What stands below the sections.
    pub after: Option<AnyView>,
    /// What stands beside the article.
    pub aside: Option<AnyView>,
}

/// The page of the record with an identifier; says so where the dataset has none.
pub fn record_page<R: CollectionRecord>(
    atlas: Shared<Atlas>,
    records: &Records<R>,
    id: &str,
    slots: impl FnOnce(&Viewed<R>) -> Slots,
) -> AnyView {
    // Some programs write whole links in capitals. Where capitals make another record, that is the one.
    let exactly = records.iter().find(|record| record.id().as_str() == id);
    let meant = || records.iter().find(|record| record.id().as_str().eq_ignore_ascii_case(id));
    let Some(record) = exactly.or_else(meant).cloned() else {
        let find = FindParams::of(R::COLLECTION);
        return view! { <MissingRecord id=id.to_owned() atlas find/> }.into_any();
    };
    let app = app();
    let at = Memo::new(move |_| app.day());
    let now = moment_of(Shared::new(vec![record.clone()]), at);
    let viewed = Viewed { record: record.clone(), at, now, atlas };
    let slots = slots(&viewed);
    let frame = FrameOf {
        collection: R::COLLECTION,
        back: R::LIST.back,
        id: record.id().as_str().to_owned(),
        title: record.title().to_owned(),
        sources: record.sources().to_vec(),
        page: Memo::new({
            let record = record.clone();
            move |_| record.page(now.get())
        }),
        names: Box::new(move |of, id| record.names(of, id)),
    };
    frame_view(frame, at, now, viewed.atlas, slots)
}

/// Whether a record names another one, of a collection and with an identifier.
type Names = Box<dyn Fn(Collection, &str) -> bool + Send + Sync>;

struct FrameOf {
    collection: Collection,
    back: &'static str,
    id: String,
    title: String,
    sources: Vec<String>,
    page: Memo<RecordPage>,
    /// Whether the record itself names another one: then that stands with what belongs to it.
    names: Names,
}

fn frame_view(
    frame: FrameOf,
    at: Memo<Option<Day>>,
    now: Memo<Instant>,
    atlas: Shared<Atlas>,
    slots: Slots,
) -> AnyView {
    let FrameOf { collection, back, id, title, sources, page, names } = frame;
    let name = title.clone();
    page_title(&atlas, move || name.clone());
    let (own, here) = (id.clone(), id.clone());
    let link = Signal::derive(move || Route::record(collection, &here));
    let elsewhere = seen_elsewhere(collection, id.clone(), names, now, atlas.clone());
    let today = Signal::derive(move || Route::record(collection, &own));
    let way = move || way_back_on(collection, at.get());
    let save = collection.about().saving.is_some().then(|| {
        let name = title.clone();
        view! { <SaveButton collection id name wordy=true/> }.into_any()
    });
    let soon_days = i64::from(atlas.config.closing_soon_days);
    let kicker = move || {
        let (page, now) = (page.get(), now.get());
        let status = page.status.map(|status| {
            let soon = page.closes_in.is_some_and(|days| days <= soon_days);
            view! { <StatusMark status soon/> }.into_any()
        });
        let doubt =
            page.doubt.map(|doubt| view! { <span class="unstated">{tr_view(doubt)}</span> }.into_any());
        let words = page.kicker.into_iter().map(|phrase| view! { <span>{phrase_view(phrase, now)}</span> });
        view! { {status} {doubt} {words.collect_view()} }.into_any()
    };
    let lead = move || {
        let lead = page.with(|page| page.lead.clone());
        lead.map(|lead| view! { <p class="lead">{phrase_view(lead, now.get())}</p> }.into_any())
    };
    let actions = move || page.with(|page| page.actions.clone()).into_iter().map(action_view).collect_view();
    // The summary stands before the slot, what has a heading of its own after it.
    let sections = {
        let atlas = atlas.clone();
        move |headed: bool| {
            let (page, now) = (page.get(), now.get());
            let sections = page.sections.into_iter().filter(|section| section.heading.is_some() == headed);
            sections.map(|section| section_view(section, now, &atlas)).collect_view()
        }
    };
    let (first, rest) = (sections.clone(), sections);
    let beside = slots.aside.is_some();
    view! {
        <main id="main" class="page" class:profile=beside tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=way>{tr_view(back)}</a></nav>
            <AtNotice at today/>
            <article>
                <header>
                    <p class="kicker tags">{kicker}</p>
                    <h1>{title}</h1>
                    {lead}
                    <div class="actions">
                        {slots.actions}
                        {actions}
                        {save}
                        <button type="button" class="button" on:click=|_| browser::print_soon()>{tr_view("print")}</button>
                        {copy_link(link)}
                    </div>
                    {slots.notes}
                </header>
                {move || first(false)}
                {slots.middle}
                {move || rest(true)}
                {slots.after}
                {elsewhere}
                <SourceList sources atlas/>
            </article>
            {slots.aside}
        </main>
    }
    .into_any()
}

/// What else of the dataset names the record, of the collections that are there. What could not be had is said: there may
/// be more.
fn seen_elsewhere(
    of: Collection,
    id: String,
    names: Names,
    now: Memo<Instant>,
    atlas: Shared<Atlas>,
) -> impl Fn() -> Option<AnyView> {
    let store = app().store;
    move || {
        let mut each = Vec::new();
        let mut is_whole = true;
        // The networks that a call is of stand above.
        let others =
            Collection::ALL.iter().filter(|it| (of, **it) != (Collection::Calls, Collection::Networks));
        for &collection in others {
            is_whole &= store.failure(collection).is_none();
            for (other, title) in store.naming(collection, of, &id) {
                if !names(collection, &other) {
                    let kind = Phrase::Message(collection.about().words.suggestion);
                    each.push(Shown::Record(collection, other, Some(title)).remarked(kind));
                }
            }
        }
        if !is_whole {
            each.push(Shown::Words(Phrase::Message("seen-elsewhere-partial")));
        }
        (!each.is_empty()).then(|| {
            let section = Section { heading: Some("seen-elsewhere"), body: Body::List(each) };
            section_view(section, now.get(), &atlas)
        })
    }
}

fn action_view(action: Action) -> AnyView {
    match action {
        Action::Go(route, words) => {
            let route = route.on(untrack(|| app().day()));
            view! { <a class="button" href=route.to_hash()>{tr_view(words)}</a> }.into_any()
        }
        Action::Leave(address, words, button) => {
            view! { <OutgoingLink address words=tr(words) button/> }.into_any()
        }
        Action::Write(email, words) => {
            let href = mail_to(email.as_str());
            view! { <a class="button primary" href=href>{tr_view(words)}</a> }.into_any()
        }
    }
}
