//! The app's frame: header, page of the route, and what is said when there is none yet.

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, AppState};
use crate::domain::Call;
use crate::route::{Collection, Route};

use super::labels::Labels;
use super::loading::{self, Step};
use super::messages::{self, LANGUAGES, language, say, text};
use super::pages::{
    AboutDataPage, CallPage, CallsPage, ComparePage, ExplorePage, OrganisationPage, SavedCallsPage,
    ShortlistPage, UnknownPage,
};
use super::sentences;
use super::shelf::awaited;
use super::state::{App, Atlas, Phase, Shared, app};

/// Puts the app into the page.
pub fn mount() {
    mount_to_body(Frame);
}

#[component]
fn Frame() -> impl IntoView {
    messages::provide();
    let app = App::new();
    provide_context(app);
    loading::load(app);
    // The static frame stays until there is something better to show, which needs the locale file.
    let speaks = Memo::new(move |_| !matches!(app.phase.get(), Phase::Loading(Step::Start)));
    Effect::new(move |_| {
        if speaks.get() {
            browser::remove_static_frame(&[
                ("failed-title", messages::said("failed-title")),
                ("failed-text", messages::said("failed-text")),
                ("failed-reload", messages::said("failed-reload")),
            ]);
        }
    });
    view! { <Show when=move || speaks.get()><Page/></Show> }
}

#[component]
fn Page() -> impl IntoView {
    let app = app();
    // A page is drawn anew when its kind or its record changes, not when its filters do.
    let kind = Memo::new(move |_| match app.route() {
        Route::Find(params) => match params.collection {
            Collection::Organisations => Kind::Explore,
            Collection::Calls => Kind::Calls,
            Collection::Trainings | Collection::PartnerRequests => Kind::Unknown,
        },
        Route::Call { id, .. } => Kind::Call(id),
        Route::SavedCalls { .. } => Kind::SavedCalls,
        Route::Organisation { id } => Kind::Organisation(id),
        Route::Compare { .. } => Kind::Compare,
        Route::Shortlist { .. } => Kind::Shortlist,
        Route::AboutData => Kind::AboutData,
        _ => Kind::Unknown,
    });
    view! {
        <a class="skip" href="#main" on:click=skip_to_main>{say("skip-to-content")}</a>
        <Header/>
        {move || match app.phase.get() {
            Phase::Loading(step) => view! { <LoadingPage step/> }.into_any(),
            Phase::Failed(failure) => view! { <FailedPage failure/> }.into_any(),
            Phase::Ready(atlas) => view! { <Ready atlas kind/> }.into_any(),
        }}
        <p class="unseen" aria-live="polite">{move || app.announcement.get()}</p>
    }
}

#[derive(Clone, PartialEq)]
enum Kind {
    Explore,
    Calls,
    Call(String),
    SavedCalls,
    Organisation(String),
    Compare,
    Shortlist,
    AboutData,
    Unknown,
}

#[component]
fn Ready(atlas: Shared<Atlas>, kind: Memo<Kind>) -> impl IntoView {
    let labels = Memo::new({
        let atlas = atlas.clone();
        move |_| Shared::new(Labels::new(&atlas.vocabularies, &language()))
    });
    provide_context(labels);
    let first = StoredValue::new(true);
    let ready = move || {
        let kind = kind.get();
        let atlas = atlas.clone();
        // After the first page, focus follows to the new page's heading: a screen reader starts reading there.
        if !first.get_value() {
            browser::focus_main_soon();
        }
        first.set_value(false);
        match kind {
            Kind::Explore => view! { <ExplorePage atlas/> }.into_any(),
            Kind::Calls => {
                awaited::<Call>(atlas, |atlas, records| view! { <CallsPage atlas records/> }.into_any())
            }
            Kind::Call(id) => awaited::<Call>(atlas, move |atlas, records| {
                view! { <CallPage atlas records id=id.clone()/> }.into_any()
            }),
            Kind::SavedCalls => {
                awaited::<Call>(atlas, |atlas, records| view! { <SavedCallsPage atlas records/> }.into_any())
            }
            Kind::Organisation(id) => view! { <OrganisationPage atlas id/> }.into_any(),
            Kind::Compare => view! { <ComparePage atlas/> }.into_any(),
            Kind::Shortlist => view! { <ShortlistPage atlas/> }.into_any(),
            Kind::AboutData => view! { <AboutDataPage atlas/> }.into_any(),
            Kind::Unknown => view! { <UnknownPage atlas/> }.into_any(),
        }
    };
    // Effects run after the view is in the page: what is announced as ready can be used.
    Effect::new(|_| browser::set_app_state(AppState::Ready));
    ready
}

fn skip_to_main(event: leptos::ev::MouseEvent) {
    // The hash belongs to the route, so the link moves the focus itself.
    event.prevent_default();
    browser::focus_main_soon();
}

#[component]
fn Header() -> impl IntoView {
    let app = app();
    let here = move |wanted: &'static str| {
        let route = app.route();
        let current = match route {
            Route::Find(params) => params.collection.path(),
            Route::Call { .. } => "calls",
            Route::SavedCalls { .. } => "saved-calls",
            Route::AboutData => "about",
            Route::Shortlist { .. } => "shortlist",
            _ => "",
        };
        (current == wanted).then_some("page")
    };
    let saved = move || app.shortlist.len();
    view! {
        <header class="top">
            <a class="brand" href="#/explore">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="8" cy="9" r="4.5"/><circle cx="16.5" cy="7" r="2.6"/><circle cx="15" cy="16.5" r="3.6"/>
                </svg>
                {move || app.atlas().map_or_else(|| text!("brand"), |atlas| atlas.config.title.clone())}
            </a>
            <nav class="main-nav" aria-label=say("nav-main")>
                <a href="#/explore" aria-current=move || here("explore")>{say("nav-explore")}</a>
                <a href="#/calls" aria-current=move || here("calls")>{say("nav-calls")}</a>
                <a href="#/saved-calls" aria-current=move || here("saved-calls")>
                    {say("nav-saved-calls")}
                    <Show when=move || { app.saved_calls.len() > 0 }>
                        " "<b class="badge-count">{move || messages::number(app.saved_calls.len() as f64)}</b>
                    </Show>
                </a>
                <a href="#/shortlist" aria-current=move || here("shortlist")>
                    {say("nav-shortlist")}
                    <Show when=move || { saved() > 0 }>
                        " "<b class="badge-count">{move || messages::number(saved() as f64)}</b>
                    </Show>
                </a>
                <a href="#/about-data" aria-current=move || here("about")>{say("nav-about-data")}</a>
            </nav>
            <LanguageChoice/>
        </header>
    }
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let app = app();
    let choose = move |event| {
        let wanted = event_target_value(&event);
        spawn_local(async move {
            if loading::speak_or_english(&wanted).await.is_err() {
                return;
            }
            let spoken = language();
            browser::replace(&untrack(|| app.route()).to_hash(), Some(&spoken));
            // Names of countries and vocabulary terms are searchable, so the index learns the new ones.
            if let Some(atlas) = untrack(|| app.atlas()) {
                let labels = Labels::new(&atlas.vocabularies, &spoken);
                app.phase.set(Phase::Ready(Shared::new(atlas.relabelled(&labels))));
            }
        });
    };
    view! {
        <label class="language">
            <span class="unseen">{say("language")}</span>
            <select on:change=choose prop:value=language>
                {LANGUAGES
                    .map(|tag| {
                        // Each language is named in itself, so that those who need it can read it.
                        let name = browser::capitalised(&browser::Names::of_languages(tag).name(tag), tag);
                        view! { <option value=tag lang=tag selected=move || language() == tag>{name}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

#[component]
fn LoadingPage(step: Step) -> impl IntoView {
    let sentence = move || match step {
        Step::Start => text!("loading-start"),
        Step::Data => text!("loading-data"),
        Step::Index => text!("loading-index"),
    };
    view! {
        <main id="main" class="loading" tabindex="-1">
            <h1 class="unseen">{say("brand")}</h1>
            <p role="status">{sentence}</p>
            <div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>
        </main>
    }
}

#[component]
fn FailedPage(failure: loading::Failure) -> impl IntoView {
    let app = app();
    let sentence = move || sentences::dataset_error(&failure);
    view! {
        <main id="main" class="notice-page" tabindex="-1">
            <div role="alert">
                <h1>{say("data-failed-title")}</h1>
                <p>{sentence}</p>
            </div>
            <button type="button" class="button primary" on:click=move |_| loading::load(app)>{say("try-again")}</button>
        </main>
    }
}
