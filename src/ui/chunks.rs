//! What is split off from the first load. Functions of one name, the first word of the attribute, share a chunk.

// The attribute asks for a `Result`: the error is that of the fetching, which it puts in front.
#![allow(clippy::unnecessary_wraps)]

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::domain::{Call, PartnerRequest, Training};
use crate::route::{Collection, Route};

use super::components::{self, Coverage, Format};
use super::later::{Fetched, NotFetched};
use super::outbox::outbox_for;
use super::pages::{
    AboutDataPage, CallPage, CallsPage, ComparePage, Explorer, NewPartnerRequestPage, OrganisationPage,
    PartnerRequestPage, PartnerRequestsPage, SavedCallsPage, ShortlistPage, SignUpPage, SignUpsPage,
    TrainingPage, TrainingsPage, UnknownPage,
};
use super::shelf::{awaited, fill};
use super::state::{App, Atlas, Shared};

/// A page around the mapping tool.
#[derive(Clone, PartialEq, Eq)]
pub enum OfOrganisations {
    /// The profile of the organisation with this identifier.
    One(String),
    /// Some side by side.
    Compared,
    /// The shortlist, own or shared.
    Shortlist,
    /// Where the data are from.
    AboutData,
    /// An address that leads nowhere.
    Unknown,
}

/// Draws a page around the mapping tool.
#[wasm_split(organisations, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch_organisations))]
pub fn organisations_page(atlas: Shared<Atlas>, page: OfOrganisations) -> Fetched {
    Ok(match page {
        OfOrganisations::One(id) => view! { <OrganisationPage atlas id/> }.into_any(),
        OfOrganisations::Compared => view! { <ComparePage atlas/> }.into_any(),
        OfOrganisations::Shortlist => view! { <ShortlistPage atlas/> }.into_any(),
        OfOrganisations::AboutData => view! { <AboutDataPage atlas/> }.into_any(),
        OfOrganisations::Unknown => view! { <UnknownPage atlas/> }.into_any(),
    })
}

/// Draws the coverage matrix.
#[wasm_split(organisations, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn coverage() -> Fetched {
    Ok(view! { <Coverage/> }.into_any())
}

/// Saves the present result of the mapping tool as a file; whether that worked.
#[wasm_split(organisations, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn save(explorer: Explorer, format: Format) -> Result<bool, NotFetched> {
    Ok(components::save(explorer, format))
}

/// A page of the open calls.
#[derive(Clone, PartialEq, Eq)]
pub enum OfCalls {
    /// All that match.
    All,
    /// The call with this identifier.
    One(String),
    /// Those saved on this device, or shared.
    Saved,
}

/// Draws a page of the open calls.
#[wasm_split(calls, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn calls_page(atlas: Shared<Atlas>, page: OfCalls) -> Fetched {
    Ok(awaited::<Call>(atlas, move |atlas, records| match page.clone() {
        OfCalls::All => view! { <CallsPage atlas records/> }.into_any(),
        OfCalls::One(id) => view! { <CallPage atlas records id/> }.into_any(),
        OfCalls::Saved => view! { <SavedCallsPage atlas records/> }.into_any(),
    }))
}

/// A page about taking part: trainings, partner requests, and the forms for both.
#[derive(Clone, PartialEq, Eq)]
pub enum OfTakingPart {
    /// All trainings that match.
    Trainings,
    /// The training with this identifier.
    Training(String),
    /// The sign-up for the training with this identifier.
    SignUp(String),
    /// What was submitted on this device.
    SignUps,
    /// All partner requests that match.
    Requests,
    /// The partner request with this identifier.
    Request(String),
    /// A new partner request, for these organisations and this call.
    NewRequest(Vec<String>, Option<String>),
}

/// Draws a page about taking part.
#[wasm_split(taking_part, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn taking_part_page(atlas: Shared<Atlas>, page: OfTakingPart) -> Fetched {
    Ok(match page {
        OfTakingPart::SignUps => view! { <SignUpsPage atlas/> }.into_any(),
        OfTakingPart::Requests => awaited::<PartnerRequest>(atlas, |atlas, records| {
            view! { <PartnerRequestsPage atlas records/> }.into_any()
        }),
        OfTakingPart::Request(id) => awaited::<PartnerRequest>(atlas, move |atlas, records| {
            let id = id.clone();
            view! { <PartnerRequestPage atlas records id/> }.into_any()
        }),
        // Calls that cannot be had can still be named in words.
        OfTakingPart::NewRequest(..) => {
            awaited::<Call>(atlas, |atlas, _| view! { <NewPartnerRequestPage atlas/> }.into_any())
        }
        page => awaited::<Training>(atlas, move |atlas, records| match page.clone() {
            OfTakingPart::Training(id) => view! { <TrainingPage atlas records id/> }.into_any(),
            OfTakingPart::SignUp(id) => view! { <SignUpPage atlas records id/> }.into_any(),
            _ => view! { <TrainingsPage atlas records/> }.into_any(),
        }),
    })
}

/// Starts the sender, for what an earlier visit left in the outbox.
#[wasm_split(taking_part, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn start_outbox(app: App, atlas: Shared<Atlas>) -> Result<(), NotFetched> {
    drop(outbox_for(app, &atlas.config));
    Ok(())
}

/// The filling of a shelf, to be awaited.
pub type Filling = Pin<Box<dyn Future<Output = ()>>>;

/// Loads the open calls.
#[wasm_split(calls, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn fill_calls(app: App, atlas: Shared<Atlas>) -> Result<Filling, NotFetched> {
    Ok(Box::pin(async move { fill::<Call>(app, &atlas).await }))
}

/// Loads the trainings.
#[wasm_split(taking_part, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn fill_trainings(app: App, atlas: Shared<Atlas>) -> Result<Filling, NotFetched> {
    Ok(Box::pin(async move { fill::<Training>(app, &atlas).await }))
}

/// Loads the partner requests.
#[wasm_split(taking_part, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn fill_partner_requests(app: App, atlas: Shared<Atlas>) -> Result<Filling, NotFetched> {
    Ok(Box::pin(async move { fill::<PartnerRequest>(app, &atlas).await }))
}

/// Loads what the page of a route cannot be drawn without. What cannot be had, the page will say.
pub async fn fill_for(route: &Route, app: App, atlas: &Shared<Atlas>) {
    let atlas = atlas.clone();
    let filling = match route {
        Route::Find(params) => match params.collection {
            Collection::Organisations => return,
            Collection::Calls => fill_calls(app, atlas).await,
            Collection::Trainings => fill_trainings(app, atlas).await,
            Collection::PartnerRequests => fill_partner_requests(app, atlas).await,
        },
        Route::Call { .. } | Route::SavedCalls { .. } | Route::NewPartnerRequest { .. } => {
            fill_calls(app, atlas).await
        }
        Route::Training { .. } | Route::SignUp { .. } => fill_trainings(app, atlas).await,
        Route::PartnerRequest { .. } => fill_partner_requests(app, atlas).await,
        _ => return,
    };
    if let Ok(filling) = filling {
        filling.await;
    }
}
