//! A profile: everything known of an organisation, what is not, where it is from, and its neighbours.

use std::pin::Pin;

use leptos::prelude::*;

use crate::browser;
use crate::collection::facet::{COUNTRY, EXPERTISE};
use crate::collection::{
    Awaited, Collection, CollectionRecord as _, Network, Phrase, Whose, networks_of, provenance_of,
    with_stated,
};
use crate::domain::{Call, Day, Instant, Organisation, OrganisationFact, Provenance, WebAddress};
use crate::explore::calls_for;
use crate::route::{FindParams, NearParam, Route};
use crate::ui::atlas::Atlas;
use crate::ui::components::{
    AtNotice, CallLine, MissingRecord, OrganisationLine, OutgoingLink, SaveButton, copy_link, page_title,
    place, reasons_line, section_view,
};
use crate::ui::labels::Labels;
use crate::ui::lazy_view::{LazyResult, Place, lazy_view};
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::phrases::phrase_view;
use crate::ui::reasons;
use crate::ui::search_context::{left, way_back};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::store::Stated;

/// Neighbours of each kind.
const NEIGHBOURS: usize = 6;
/// Farther than this is not close by, in kilometres.
const CLOSE_KM: f64 = 100.0;

/// Fetches what was proposed on this device about the organisation with an identifier, with the code of the forms.
pub type FetchProposed = fn(Shared<Atlas>, String) -> Pin<Box<dyn Future<Output = LazyResult>>>;

/// The profile of the organisation with an identifier; says so where the dataset has none.
#[component]
pub fn OrganisationPage(atlas: Shared<Atlas>, id: String, proposed: FetchProposed) -> impl IntoView {
    // Some programs write whole links in capitals.
    let meant = || {
        let mut records = atlas.index.records().iter();
        records
            .position(|organisation| organisation.id.as_str().eq_ignore_ascii_case(&id))
            .map(|row| row as u32)
    };
    let Some(row) = atlas.index.row_of(&id).or_else(meant) else {
        return view! { <MissingRecord id atlas find=FindParams::default()/> }.into_any();
    };
    let organisation = atlas.index.records()[row as usize].clone();
    let id = organisation.id.as_str().to_owned();
    let app = app();
    app.store.load_stated_soon::<OrganisationFact>(&atlas);
    app.store.load_stated_soon::<Provenance>(&atlas);
    let name = organisation.name.clone();
    page_title(&atlas, move || name.clone());
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let heading = organisation.name.clone();
    let placed = organisation.clone();
    // Of a record itself nothing depends on the moment; whether what a source says still holds, does.
    let now = app.now.get_untracked();
    let at = Memo::new(move |_| app.day());
    let correct = Route::Profile { record: Some(id.clone()), correct: None }.to_hash();
    // Whoever has submitted nothing here has proposed nothing.
    let has_submitted = Memo::new(move |_| app.sign_ups.get() > 0);
    let (asked, of) = (id.clone(), atlas.clone());
    let proposals = move || {
        has_submitted.get().then(|| {
            let (id, atlas) = (asked.clone(), of.clone());
            lazy_view(Place::Part, move || proposed(atlas.clone(), id.clone()), || ())
        })
    };
    let own = id.clone();
    let link = Signal::derive(move || Route::record(Collection::Organisations, &own));
    let compare = Route::Compare { ids: vec![id.clone()] }.to_hash();
    let request =
        Route::NewPartnerRequest { organisations: vec![id.clone()], call: None, correct: None, like: None }
            .to_hash();
    view! {
        <main id="main" class="page profile" tabindex="-1">
            <nav class="trail" aria-label=tr_view("trail")><a href=way_back(Collection::Organisations)>{tr_view("back-to-explore")}</a></nav>
            <article>
                <header>
                    <p class="kicker">{phrase_view(Phrase::Value("kind", organisation.kind.as_str().to_owned()), now)}</p>
                    <h1>{heading.clone()}</h1>
                    <p class="lead">{move || place(&placed, &labels.get())}</p>
                    <div class="actions">
                        <SaveButton collection=Collection::Organisations id=id.clone() name=heading wordy=true/>
                        <a class="button" href=request>{tr_view("introduce-request")}</a>
                        <a class="button" href=correct>{tr_view("profile-correct")}</a>
                        <a class="button" href=compare>{tr_view("compare-with")}</a>
                        {show_on_map(&organisation, row, &atlas).map(|href| view! { <a class="button" href=href>{tr_view("profile-on-map")}</a> }.into_any())}
                        <button type="button" class="button" on:click=|_| browser::print_soon()>{tr_view("print")}</button>
                        {copy_link(link)}
                    </div>
                    {proposals}
                </header>
                {stated_sections(organisation.clone(), at, atlas.clone())}
                <SourceNote organisation=organisation.clone() atlas=atlas.clone()/>
            </article>
            <Neighbours row atlas=atlas.clone()/>
            <AnswerableCalls row atlas/>
        </main>
    }
    .into_any()
}

/// What is known of an organisation, what sources say of it, and the networks it is in, as all of it arrives.
fn stated_sections(
    organisation: Organisation,
    at: Memo<Option<Day>>,
    atlas: Shared<Atlas>,
) -> impl Fn() -> AnyView {
    let app = app();
    let store = app.store;
    let is_listed = atlas.manifest.collections.contains_key(<OrganisationFact as Stated>::FILE);
    let has_networks = Atlas::file_of(&atlas.config, &atlas.manifest, Collection::Networks).is_some();
    move || {
        let now = at.get().map_or_else(|| app.now.get_untracked(), Instant::start_of);
        let all = store.stated::<OrganisationFact>();
        let stated = match &all {
            Some(all) => {
                Awaited::Here(all.iter().filter(|one| one.organisation == organisation.id).collect())
            }
            None if store.stated_failure::<OrganisationFact>().is_some() => Awaited::Failed,
            None => Awaited::Waiting,
        };
        let mut page = organisation.page(now);
        let whose = Whose { name: &organisation.name, now };
        if is_listed {
            with_stated(&mut page, &stated, whose);
        }
        if is_listed || has_networks {
            let all = store.records::<Network>();
            let networks = match &all {
                Some(all) => Awaited::Here(all.as_slice()),
                None if store.failure(Collection::Networks).is_some() => Awaited::Failed,
                None => Awaited::Waiting,
            };
            page.sections.push(networks_of(&organisation.id, &networks, &stated, whose));
        }
        let all = store.stated::<Provenance>();
        let provenance = match &all {
            Some(all) => Awaited::Here(all.as_slice()),
            None if store.stated_failure::<Provenance>().is_some() => Awaited::Failed,
            None => Awaited::Waiting,
        };
        page.sections.extend(provenance_of(&organisation.id, &provenance));
        page.sections.into_iter().map(|section| section_view(section, now, &atlas)).collect_view().into_any()
    }
}

/// The map at the place of an organisation, among those it was found with.
fn show_on_map(organisation: &Organisation, row: u32, atlas: &Atlas) -> Option<String> {
    let point = organisation.location?.point;
    let found = left(Collection::Organisations);
    // Whoever came by another way may see an organisation that these filters leave out: they would hide it.
    let is_found = untrack(|| app().run(&atlas.index, &found.query())).rows.contains(&row);
    let params = FindParams {
        sel: Some(organisation.id.as_str().to_owned()),
        map: crate::route::MapView::new(point.lat(), point.lon(), 9),
        view: crate::route::View::Map,
        ..if is_found { found } else { FindParams::default() }
    };
    Some(params.link())
}

#[component]
fn SourceNote(organisation: Organisation, atlas: Shared<Atlas>) -> impl IntoView {
    let updated = organisation.updated;
    let source = organisation.source.clone();
    let known = source.as_deref().and_then(|id| atlas.manifest.source(id)).cloned();
    let published = atlas.manifest.published;
    view! {
        <p class="source">
            {move || match (&known, &source) {
                (Some(source), _) => {
                    let retrieved = source.retrieved.map(|day| tr!("source-retrieved", "date" => date(day)));
                    let url = source.url.clone();
                    let name = source.name.clone();
                    view! {
                        {tr_view("source")} ": "
                        {match url {
                            Some(address) => view! { <OutgoingLink address words=name/> }.into_any(),
                            None => name.into_any(),
                        }}
                        {source.licence.clone().map(|licence| format!(" ({licence})"))}
                        {retrieved.map(|text| format!(", {text}"))}
                    }.into_any()
                }
                (None, Some(text)) => match text.parse::<WebAddress>() {
                    Ok(address) => view! { {tr_view("source")} ": " <OutgoingLink address/> }.into_any(),
                    Err(_) => view! { {tr_view("source")} ": " {text.clone()} }.into_any(),
                },
                (None, None) => view! { {tr_view("source")} ": " {tr_view("not-known")} }.into_any(),
            }}
            ". "
            {move || match (updated, published) {
                (Some(day), _) => tr!("record-updated", "date" => date(day)),
                (None, Some(day)) => tr!("dataset-published", "date" => date(day)),
                (None, None) => String::new(),
            }}
        </p>
    }
}

#[component]
fn Neighbours(row: u32, atlas: Shared<Atlas>) -> impl IntoView {
    let own = atlas.index.records()[row as usize].clone();
    let close: Vec<_> =
        atlas.index.near_row(row, NEIGHBOURS).into_iter().filter(|(_, km)| *km <= CLOSE_KM).collect();
    let complementary: Vec<_> = atlas
        .index
        .similar_to(row, &[EXPERTISE], Some(COUNTRY), NEIGHBOURS)
        .into_iter()
        .map(|(other, _)| other)
        .collect();
    let around = own
        .location
        .and_then(|location| NearParam::new(location.point, CLOSE_KM))
        .map(|near| FindParams { near: Some(near), ..FindParams::default() }.link());
    let same_topics = (!own.expertise.is_empty()).then(|| {
        let mut params = FindParams::default();
        let mut topics: Vec<String> = own.expertise.iter().map(|topic| topic.as_str().to_owned()).collect();
        topics.sort();
        params.facets.set(EXPERTISE, topics);
        params.link()
    });
    let (close_atlas, other_atlas) = (atlas.clone(), atlas.clone());
    let located = own.location.is_some();
    let nothing_close = close.is_empty();
    let nothing_alike = complementary.is_empty();
    view! {
        <aside class="neighbours" aria-label=tr_view("neighbours")>
            <section>
                <h2>{tr_view("close-by")}</h2>
                <ul class="plain-lines">
                    {close
                        .into_iter()
                        .map(|(row, km)| {
                            let remark = if km < 1.0 { tr("same-city") } else { tr!("distance", "km" => km.round()) };
                            let atlas = close_atlas.clone();
                            view! { <li><OrganisationLine atlas row remark=Some(remark)/></li> }.into_any()
                        })
                        .collect_view()}
                </ul>
                {nothing_close.then(|| view! { <p class="quiet">{tr_view(if located { "close-by-none" } else { "close-by-unlocated" })}</p> }.into_any())}
                {around.map(|href| view! { <p><a href=href>{move || tr!("close-by-all", "km" => CLOSE_KM)}</a></p> }.into_any())}
            </section>
            <section>
                <h2>{tr_view("complementary")}</h2>
                <p class="quiet">{tr_view("complementary-note")}</p>
                <ul class="plain-lines">
                    {complementary
                        .into_iter()
                        .map(|row| view! { <li><OrganisationLine atlas=other_atlas.clone() row remark=None/></li> }.into_any())
                        .collect_view()}
                </ul>
                {nothing_alike.then(|| view! { <p class="quiet">{tr_view("complementary-none")}</p> }.into_any())}
                {same_topics.map(|href| view! { <p><a href=href>{tr_view("complementary-all")}</a></p> }.into_any())}
            </section>
        </aside>
    }
}

/// Open and announced calls that the organisation could answer, with the reasons.
#[component]
fn AnswerableCalls(row: u32, atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    app.store.load_soon::<Call>(&atlas);
    let organisation = atlas.index.records()[row as usize].clone();
    let country = organisation.country.as_str().to_owned();
    let at = Memo::new(move |_| app.day());
    let id = organisation.id.as_str().to_owned();
    let today = Signal::derive(move || Route::record(Collection::Organisations, &id));
    let of_country = country.clone();
    let all = move || {
        let mut params = FindParams { at: at.get(), ..FindParams::of(Collection::Calls) };
        params.facets.set(COUNTRY, vec![of_country.clone()]);
        params.link()
    };
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let lines = move || {
        let Some(records) = app.store.records::<Call>() else {
            return view! { <p class="quiet">{tr_view("answerable-waiting")}</p> }.into_any();
        };
        let at = at.get();
        let now = at.map_or_else(|| app.now.get_untracked(), Instant::start_of);
        let found = calls_for(&organisation, records.iter().map(AsRef::as_ref), &atlas.vocabularies, now);
        if found.is_empty() {
            return view! { <p class="quiet">{tr_view("answerable-none")}</p> }.into_any();
        }
        let lines = found.into_iter().take(NEIGHBOURS).filter_map(|(call, matched)| {
            let call = records.iter().find(|one| one.id == call.id)?.clone();
            let why = {
                let atlas = atlas.clone();
                reasons_line(move || reasons::in_words(&matched.reasons, &atlas))
            };
            let atlas = atlas.clone();
            Some(view! { <li><CallLine call now at atlas remark=Some(why)/></li> }.into_any())
        });
        view! { <ul class="plain-lines">{lines.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="answerable">
            <h2>{tr_view("answerable")}</h2>
            <AtNotice at today/>
            {lines}
            <p><a href=all>{move || {
                let country = labels.with(|labels| labels.of("country", &country));
                tr!("answerable-all", "country" => country)
            }}</a></p>
        </section>
    }
}
