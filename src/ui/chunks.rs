//! What is split off from the first load. Functions of one name, the first word of the attribute, share a chunk.
//!
//! Who draws what a chunk with words of its own draws wants these words, before anything is waited for: they come with it.

// The attribute asks for a `Result`: the error is that of the fetching, which it puts in front.
#![allow(clippy::unnecessary_wraps)]

use futures_util::future::join;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::browser;
use crate::collection::{Collection, CollectionRecord, Format, Network, Pages, Policy, Visit};
use crate::dataset;
use crate::domain::{Call, Event, PartnerRequest, Training};
use crate::route::{LandscapePage, Route};

use super::any_collection::{AnyCollection, Fetch};
use super::atlas::Atlas;
use super::calendars;
use super::collection_page::Exported;
use super::components::{self, Coverage, MapPane, SUGGESTING, Slots, Viewed, record_page};
use super::explorer::Explorer;
use super::kiosk::{Elsewhere, KioskShell};
use super::lazy_view::{LazyResult, NotFetched};
use super::list_page::{ListSlots, list_page};
use super::messages::want;
use super::outbox::outbox_for;
use super::page::{OfAll, OfCalls, OfCollection, OfForms, OfOrganisations, Page};
use super::pages::{
    AboutDataPage, ComparePage, CountriesPage, CountryPage, DeskPage, EmbedPage, FetchProposed, FiguresPage,
    FocusPage, Matter, MinePage, NewPartnerRequestPage, OrganisationPage, ProfileFormPage, SavedCallsPage,
    SearchPage, ShortlistPage, SignUpsPage, UnknownPage, call_parts, call_slots, event_parts, event_slots,
    network_parts, network_slots, policy_slots, proposed_notice, request_slots, sign_up_page, training_parts,
    training_slots,
};
use super::shared::Shared;
use super::state::App;
use super::store::Store;
use super::suggesting::Suggesting;
use super::with_collection::with_collection;

/// Draws a page around the mapping tool, with the way to what was proposed on this device.
pub async fn organisations_page(atlas: Shared<Atlas>, page: OfOrganisations) -> LazyResult {
    organisations(atlas, page, |atlas, id| {
        want("forms");
        Box::pin(proposed(atlas, id))
    })
    .await
}

/// Draws a page around the mapping tool.
#[wasm_split(organisations, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch_organisations))]
pub fn organisations(atlas: Shared<Atlas>, page: OfOrganisations, proposed: FetchProposed) -> LazyResult {
    Ok(match page {
        OfOrganisations::One(id) => view! { <OrganisationPage atlas id proposed/> }.into_any(),
        OfOrganisations::Compared => view! { <ComparePage atlas/> }.into_any(),
        OfOrganisations::Shortlist => view! { <ShortlistPage atlas/> }.into_any(),
        OfOrganisations::AboutData => view! { <AboutDataPage atlas/> }.into_any(),
        OfOrganisations::Unknown => view! { <UnknownPage atlas/> }.into_any(),
    })
}

/// Draws the map, once its library is there as well; `line` draws the record in a row.
pub async fn map_with_library(line: fn(u32) -> AnyView) -> LazyResult {
    // Both at once. What the library could not be had for, the map will say.
    let (script, style) = (browser::edition_file(MAP_SCRIPT), browser::edition_file(MAP_STYLE));
    let library = browser::load_library(&script, &style);
    let drawn = map(line);
    let _ = library.await;
    drawn.await
}

/// The library of the map, as `cargo xtask vendor` makes it.
const MAP_SCRIPT: &str = "vendor/leaflet/leaflet.js";
const MAP_STYLE: &str = "vendor/leaflet/leaflet.css";

#[wasm_split(map, wasm_split_path = ::leptos::wasm_split, fallible)]
fn map(line: fn(u32) -> AnyView) -> LazyResult {
    Ok(view! { <MapPane line/> }.into_any())
}

/// Draws the coverage matrix.
#[wasm_split(organisations, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn coverage() -> LazyResult {
    Ok(view! { <Coverage/> }.into_any())
}

/// The present result of the mapping tool as a file.
#[wasm_split(organisations, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn export(explorer: Explorer, format: Format) -> Result<Option<Exported>, NotFetched> {
    Ok(components::export(explorer, format))
}

/// Makes a workbook of a table.
#[wasm_split(workbook, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn workbook(table: String, sheet: &'static str) -> Result<Option<Vec<u8>>, NotFetched> {
    Ok(dataset::workbook(&table, sheet))
}

/// What the search box offers.
#[wasm_split(suggestions, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn suggesting() -> Result<Suggesting, NotFetched> {
    Ok(SUGGESTING)
}

/// Draws a page of the open calls.
#[wasm_split(calls, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn calls_page(atlas: Shared<Atlas>, page: OfCalls) -> LazyResult {
    Ok(with_collection::<Call>(atlas, move |atlas, records| match page.clone() {
        OfCalls::All => list_page(atlas, records, call_slots),
        OfCalls::One(id) => record_page(atlas, &records, &id, call_parts),
        OfCalls::Saved => view! { <SavedCallsPage atlas records/> }.into_any(),
    }))
}

/// Draws a page of a collection, with what is its own in slots.
fn pages_of<R: CollectionRecord>(
    atlas: Shared<Atlas>,
    page: OfCollection,
    list: fn(&Shared<Atlas>) -> ListSlots,
    parts: fn(&Viewed<R>) -> Slots,
) -> AnyView {
    with_collection::<R>(atlas, move |atlas, records| match &page {
        OfCollection::All => list_page(atlas, records, list),
        OfCollection::One(id) => record_page(atlas, &records, id, parts),
    })
}

/// Draws the builder of snippets, once its style sheet is there as well.
pub fn embed_with_style(atlas: Shared<Atlas>) -> impl Future<Output = LazyResult> {
    want("embed");
    with_style("builder.css", embed_page(atlas))
}

/// Draws the builder of snippets.
#[wasm_split(embed, wasm_split_path = ::leptos::wasm_split, fallible)]
fn embed_page(atlas: Shared<Atlas>) -> LazyResult {
    Ok(view! { <EmbedPage atlas/> }.into_any())
}

/// Draws the operator's desk.
#[wasm_split(desk, wasm_split_path = ::leptos::wasm_split, fallible)]
fn desk_page(atlas: Shared<Atlas>) -> LazyResult {
    Ok(view! { <DeskPage atlas/> }.into_any())
}

/// Draws a page of the trainings.
#[wasm_split(trainings_and_requests, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn trainings_page(atlas: Shared<Atlas>, page: OfCollection) -> LazyResult {
    Ok(pages_of::<Training>(atlas, page, training_slots, training_parts))
}

/// Draws a page of the partner requests.
#[wasm_split(trainings_and_requests, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn partner_requests_page(atlas: Shared<Atlas>, page: OfCollection) -> LazyResult {
    Ok(pages_of::<PartnerRequest>(atlas, page, request_slots, |_| Slots::default()))
}

/// Draws a form, or what was submitted.
pub fn forms_page(atlas: Shared<Atlas>, page: OfForms) -> impl Future<Output = LazyResult> {
    want("forms");
    form(atlas, page)
}

#[wasm_split(forms, wasm_split_path = ::leptos::wasm_split, fallible)]
fn form(atlas: Shared<Atlas>, page: OfForms) -> LazyResult {
    Ok(match page {
        OfForms::SignUp(Collection::Events, id) => with_collection::<Event>(atlas, move |atlas, records| {
            sign_up_page(atlas, Collection::Events, &id, Matter::of_event(&records, &id))
        }),
        OfForms::SignUp(of, id) => with_collection::<Training>(atlas, move |atlas, records| {
            sign_up_page(atlas, of, &id, Matter::of_training(&records, &id))
        }),
        // Calls that cannot be had can still be named in words.
        OfForms::NewRequest(..) => {
            with_collection::<Call>(atlas, |atlas, _| view! { <NewPartnerRequestPage atlas/> }.into_any())
        }
        OfForms::Profile(record) => view! { <ProfileFormPage atlas record/> }.into_any(),
        OfForms::Submitted => view! { <SignUpsPage atlas/> }.into_any(),
    })
}

/// Draws what was proposed on this device about the organisation with an identifier.
#[wasm_split(forms, wasm_split_path = ::leptos::wasm_split, fallible)]
fn proposed(atlas: Shared<Atlas>, id: String) -> LazyResult {
    Ok(proposed_notice(&atlas, id))
}

/// The style sheets of what stands in place of a list, where a collection has such a view.
const VIEW_STYLES: [(Collection, &str); 3] = [
    (Collection::Events, "views.css"),
    (Collection::Networks, "views.css"),
    (Collection::Policies, "landscape.css"),
];

/// Draws a page of a collection whose pages are alike, once the style sheet of its views is there as well.
pub async fn platform_with_style(atlas: Shared<Atlas>, of: Collection, page: OfCollection) -> LazyResult {
    let drawn = platform_page(atlas, of, page);
    match VIEW_STYLES.iter().find(|(collection, _)| *collection == of) {
        Some((_, style)) => with_style(style, drawn).await,
        None => drawn.await,
    }
}

/// Draws a page of a collection.
type DrawPage = fn(Shared<Atlas>, OfCollection) -> AnyView;

/// What some of the collections whose pages are alike have beside what their records say.
const OWN_SLOTS: [(Collection, DrawPage); 3] = [
    (Collection::Events, |atlas, page| pages_of::<Event>(atlas, page, |_| event_slots(), event_parts)),
    (Collection::Networks, |atlas, page| {
        pages_of::<Network>(atlas, page, |_| network_slots(), network_parts)
    }),
    (Collection::Policies, |atlas, page| {
        pages_of::<Policy>(atlas, page, |_| policy_slots(), |_| Slots::default())
    }),
];

/// Draws a page of a collection whose pages are alike.
#[wasm_split(platform, wasm_split_path = ::leptos::wasm_split, fallible)]
fn platform_page(atlas: Shared<Atlas>, of: Collection, page: OfCollection) -> LazyResult {
    /// Draws it without any slots.
    struct Plain(Shared<Atlas>, OfCollection);
    impl Visit for Plain {
        type Output = AnyView;
        fn visit<R: CollectionRecord>(self) -> AnyView {
            pages_of::<R>(self.0, self.1, |_| ListSlots::default(), |_| Slots::default())
        }
    }
    Ok(match OWN_SLOTS.iter().find(|(collection, _)| *collection == of) {
        Some((_, draw)) => draw(atlas, page),
        None => of.visit_alike(Plain(atlas, page)).expect("the router asks for those that are alike"),
    })
}

/// Loads what a record of a collection may name, or be named by: without it the record's page has identifiers where
/// titles should be, no networks, and nothing that is seen elsewhere. A frame on somebody else's page does without that.
pub async fn load_named(of: Collection, store: Store, atlas: Shared<Atlas>) {
    let is_named = |named: &Collection| match of.pages() {
        Pages::Organisations => *named == Collection::Networks,
        Pages::Calls => {
            let speaks_of = matches!(named.pages(), Pages::Alike | Pages::PartnerRequests);
            *named == Collection::Networks || !browser::is_embedded() && speaks_of
        }
        Pages::Trainings => !browser::is_embedded() && named.pages() == Pages::Alike,
        Pages::PartnerRequests => false,
        Pages::Alike => matches!(named.pages(), Pages::Alike | Pages::Calls | Pages::Trainings),
    };
    for collection in Collection::ALL.iter().copied().filter(is_named) {
        if let Ok(any) = any(collection).await {
            any.load(store, atlas.clone()).await;
        }
    }
}

/// The shell around the app at a screen that many people use.
pub fn kiosk_shell(atlas: Shared<Atlas>) -> impl Future<Output = LazyResult> {
    want("kiosk");
    shell(atlas)
}

#[wasm_split(kiosk, wasm_split_path = ::leptos::wasm_split, fallible)]
fn shell(atlas: Shared<Atlas>) -> LazyResult {
    Ok(view! { <KioskShell atlas/> }.into_any())
}

/// What stands at such a screen in the place of a page that is not for it.
pub fn kiosk_elsewhere(atlas: Shared<Atlas>, is_form: bool) -> impl Future<Output = LazyResult> {
    want("kiosk");
    elsewhere(atlas, is_form)
}

#[wasm_split(kiosk, wasm_split_path = ::leptos::wasm_split, fallible)]
fn elsewhere(atlas: Shared<Atlas>, is_form: bool) -> LazyResult {
    Ok(view! { <Elsewhere atlas is_form/> }.into_any())
}

/// Draws a page that counts across collections, once its style sheet is there as well.
pub fn landscape_with_style(
    atlas: Shared<Atlas>,
    page: LandscapePage,
    subject: String,
) -> impl Future<Output = LazyResult> {
    want("countries");
    with_style("landscape.css", landscape_page(atlas, page, subject))
}

/// Draws the operator's desk, once its style sheet is there as well.
pub fn desk_with_style(atlas: Shared<Atlas>) -> impl Future<Output = LazyResult> {
    want("desk");
    with_style("desk.css", desk_page(atlas))
}

/// What is drawn, once a style sheet is there that the first load does without.
async fn with_style(style: &'static str, drawn: impl Future<Output = LazyResult>) -> LazyResult {
    // Without its style the page says the same.
    join(browser::load_style(&browser::edition_file(style)), drawn).await.1
}

/// Draws a page that counts across collections.
#[wasm_split(countries, wasm_split_path = ::leptos::wasm_split, fallible)]
fn landscape_page(atlas: Shared<Atlas>, page: LandscapePage, subject: String) -> LazyResult {
    Ok(match page {
        LandscapePage::Countries => view! { <CountriesPage atlas/> }.into_any(),
        LandscapePage::Country => view! { <CountryPage atlas code=subject/> }.into_any(),
        LandscapePage::Figures => view! { <FiguresPage atlas/> }.into_any(),
        LandscapePage::Focus => view! { <FocusPage atlas theme=subject/> }.into_any(),
    })
}

/// Starts the sender, for what an earlier visit left in the outbox.
#[wasm_split(forms, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn start_outbox(app: App, atlas: Shared<Atlas>) -> Result<(), NotFetched> {
    drop(outbox_for(app, &atlas));
    Ok(())
}

/// What a collection can do for pages across collections, from the chunk of its own pages.
async fn any(collection: Collection) -> Result<Shared<AnyCollection>, NotFetched> {
    match collection.pages() {
        Pages::Organisations => any_organisations().await,
        Pages::Calls => any_calls().await,
        Pages::Trainings => any_training(true).await,
        Pages::PartnerRequests => any_training(false).await,
        Pages::Alike => any_alike(collection).await,
    }
}

#[wasm_split(organisations, wasm_split_path = ::leptos::wasm_split, fallible)]
fn any_organisations() -> Result<Shared<AnyCollection>, NotFetched> {
    Ok(Shared::new(AnyCollection::organisations()))
}

#[wasm_split(calls, wasm_split_path = ::leptos::wasm_split, fallible)]
fn any_calls() -> Result<Shared<AnyCollection>, NotFetched> {
    let calendar = |calls: &[&Call], now, name: &str, atlas: &Atlas| {
        calendars::calendar_of_calls(calls.iter().copied(), now, name, atlas)
    };
    Ok(Shared::new(AnyCollection::of::<Call>().dated::<Call>(calendar)))
}

/// The trainings, or else the partner requests.
#[wasm_split(trainings_and_requests, wasm_split_path = ::leptos::wasm_split, fallible)]
fn any_training(is_training: bool) -> Result<Shared<AnyCollection>, NotFetched> {
    let calendar = |trainings: &[&Training], _, name: &str, atlas: &Atlas| {
        let sessions =
            trainings.iter().flat_map(|one| one.sessions.iter().map(move |session| (*one, session)));
        calendars::calendar_of_sessions(sessions, name, atlas, true)
    };
    Ok(Shared::new(if is_training {
        AnyCollection::of::<Training>().dated::<Training>(calendar)
    } else {
        AnyCollection::of::<PartnerRequest>()
    }))
}

#[wasm_split(platform, wasm_split_path = ::leptos::wasm_split, fallible)]
fn any_alike(of: Collection) -> Result<Shared<AnyCollection>, NotFetched> {
    struct Any;
    impl Visit for Any {
        type Output = AnyCollection;
        fn visit<R: CollectionRecord>(self) -> AnyCollection {
            AnyCollection::of::<R>()
        }
    }
    let any = of.visit_alike(Any).expect("the router asks for those that are alike");
    // Of these, events alone have days that a calendar could hold.
    Ok(Shared::new(if of == Collection::Events {
        any.dated::<Event>(|events, _, name, atlas| {
            calendars::calendar_of_events(events.iter().copied(), name, atlas)
        })
    } else {
        any
    }))
}

/// Draws a page about all collections at once.
// With the collections that are alike: the search needs them all the same, and every further chunk makes files of what it shares.
#[wasm_split(platform, wasm_split_path = ::leptos::wasm_split, fallible)]
fn everything(atlas: Shared<Atlas>, page: OfAll, all: Vec<Collection>, fetch: Fetch) -> LazyResult {
    Ok(match page {
        OfAll::Search => view! { <SearchPage atlas all fetch/> }.into_any(),
        OfAll::Mine => view! { <MinePage atlas all fetch/> }.into_any(),
    })
}

/// Draws a page about all collections that the dataset has and this screen shows.
pub async fn everything_page(atlas: Shared<Atlas>, page: OfAll) -> LazyResult {
    let all = Collection::ALL.iter().copied().filter(|collection| Page::is_there(*collection, &atlas));
    let all = all.collect();
    everything(atlas, page, all, |collection| Box::pin(any(collection))).await
}

/// Loads what the page of a route cannot be drawn without. What cannot be had, the page will say.
pub async fn load_for(route: Route, store: Store, atlas: Shared<Atlas>) {
    let needed = match &route {
        Route::Find(params) => params.collection,
        Route::Record { collection, .. } => *collection,
        Route::SavedCalls { .. } | Route::NewPartnerRequest { .. } => Collection::Calls,
        Route::SignUp { of, .. } => *of,
        // Pages across collections load them themselves, and show what is there.
        Route::Landscape(_)
        | Route::Search { .. }
        | Route::Mine { .. }
        | Route::Compare { .. }
        | Route::Shortlist { .. }
        | Route::AboutData
        | Route::Desk
        | Route::SignUps
        | Route::Profile { .. }
        | Route::Embed { .. }
        | Route::Unknown { .. } => Collection::Organisations,
    };
    // Organisations are there from the start.
    if needed != Collection::Organisations
        && let Ok(any) = any(needed).await
    {
        any.load(store, atlas).await;
    }
}
