//! The app's frame: the page of the route with what is around it, and what is said when there is none yet.

mod navigation;

use futures_util::future::join;
use leptos::mount::mount_to_body;
use leptos::prelude::*;

use crate::browser::{self, AppState};
use crate::collection::Collection;
use crate::dataset::DatasetError;
use crate::route::Route;

use super::atlas::Atlas;
use super::chunks;
use super::explorer::Deferred;
use super::labels::Labels;
use super::lazy_view::{Place, lazy_view, load_later};
use super::loading::{self, TryAgain};
use super::messages::{self, language, tr, tr_view};
use super::page::{OfCalls, OfCollection, OfOrganisations, Page};
use super::pages::ExplorePage;
use super::reactive::{effect, live, memo};
use super::sentences;
use super::shared::Shared;
use super::state::{App, Bar, Phase, Step, app};
use super::task::{to_the_end, while_there};
use navigation::{GroupNav, Header};

/// Puts the app into the page.
pub fn mount() {
    mount_to_body(Frame);
}

#[component]
fn Frame() -> impl IntoView {
    messages::provide();
    let app = App::new();
    provide_context(app);
    provide_context(Bar(RwSignal::new(None)));
    provide_context(Deferred {
        map: |line| lazy_view(Place::Part, move || chunks::map_with_library(line), || ()),
        coverage: || lazy_view(Place::Part, chunks::coverage, || ()),
        export: |explorer, format, then| {
            while_there(explorer.atlas, async move {
                let exported = chunks::export(explorer, format).await.ok().flatten();
                // The menu that asked for it may have gone, with the page as it was.
                let _ = then.try_run((format, exported));
            });
        },
        workbook: |table, sheet| {
            Box::pin(async move {
                chunks::workbook(table, sheet).await.unwrap_or_else(|_| {
                    // It may be of an edition that is gone.
                    browser::tell("atlas-look");
                    None
                })
            })
        },
        suggesting: |here| {
            while_there(here, async move {
                // Without its words it would have nothing to say.
                if let (Ok(()), Ok(suggesting)) = join(load_later(), chunks::suggesting()).await {
                    here.set(Some(suggesting));
                }
            });
        },
    });
    provide_context(TryAgain(load));
    load(app);
    // The static frame stays until there is something better to show, which needs the locale file.
    let speaks = memo(move |_| !matches!(app.phase.get(), Phase::Loading(Step::Start)));
    effect(move |_| {
        if speaks.get() {
            browser::remove_static_frame(&[
                ("failed-title", messages::tr("failed-title")),
                ("failed-text", messages::tr("failed-text")),
                ("failed-reload", messages::tr("failed-reload")),
            ]);
        }
    });
    move || speaks.get().then(|| view! { <Whole/> }.into_any())
}

/// Loads everything, and what the page of the address needs.
fn load(app: App) {
    loading::load(app, |route, store, atlas| Box::pin(chunks::load_for(route, store, atlas)));
}

#[component]
fn Whole() -> impl IntoView {
    let app = app();
    let Bar(bar) = expect_context();
    // A page is drawn anew when its kind or its record changes, not when its filters do.
    let page = memo(move |_| Page::of(app.route()));
    // What was said of another page is no news on this one.
    effect(move |is_first| {
        page.track();
        if !is_first {
            app.announce(String::new());
        }
    });
    view! {
        <a class="skip" href="#main" on:click=move |event| skip_to(&event, "main")>{tr_view("skip-to-content")}</a>
        {live(move || has_search(app).then(|| view! {
            <a class="skip" href="#search" on:click=move |event| skip_to(&event, "search")>{tr_view("skip-to-search")}</a>
        }.into_any()))}
        {(!browser::is_embedded()).then(|| view! { <Header/> }.into_any())}
        {live(move || bar.get().map(|bar| bar()))}
        {live(move || notice(app))}
        {(!browser::is_embedded()).then(|| view! { <GroupNav/> }.into_any())}
        {live(move || match app.phase.get() {
            Phase::Loading(step) => view! { <LoadingPage step/> }.into_any(),
            Phase::Ready(atlas) => view! { <Ready atlas page/> }.into_any(),
        })}
        {browser::is_embedded().then(|| view! { <FrameFooter/> }.into_any())}
        {browser::is_kiosk().then(|| kiosk_shell(app))}
        {live(move || app.printing.get().then(|| view! { <PrintFooter/> }.into_any()))}
        <p class="unseen" aria-live="polite">{live(move || app.announcement.with(|it| it.of(false)))}</p>
        <p class="unseen" aria-live="polite">{live(move || app.announcement.with(|it| it.of(true)))}</p>
    }
}

/// The shell of a screen that many people use, as soon as the settings are known; another language changes nothing about it.
fn kiosk_shell(app: App) -> AnyView {
    let is_there = memo(move |_| app.atlas().is_some());
    let shell = move || {
        let atlas = if is_there.get() { untrack(|| app.atlas()) } else { None };
        atlas.map(|atlas| lazy_view(Place::Part, move || chunks::kiosk_shell(atlas.clone()), || ()))
    };
    shell.into_any()
}

/// What is to be known of the edition that is shown: another is not here, a newer one is there, the data are old.
fn notice(app: App) -> Option<AnyView> {
    let renew = |words| {
        view! {
            " "
            <button type="button" class="button" on:click=|_| browser::tell("atlas-renew")>{tr_view(words)}</button>
        }
        .into_any()
    };
    let published = app.atlas().and_then(|atlas| atlas.manifest.published);
    let (text, button) = if app.newer.get() {
        (tr("edition-newer"), Some(renew("edition-load")))
    } else if app.kept.get() {
        let date = published.map_or_else(String::new, messages::date);
        // Without a network there is nothing fresh to be had; whether there is one is looked at anew every minute.
        app.now.track();
        (tr!("edition-kept", "date" => date), browser::is_online().then(|| renew("edition-fresh")))
    } else if let Some(day) = browser::missing_edition() {
        let date = day.parse().map_or(day, messages::date);
        (tr!("edition-missing", "date" => date), None)
    } else {
        return None;
    };
    untrack(|| app.announce(text.clone()));
    Some(view! { <div class="warning" role="note"><p>{text} {button}</p></div> }.into_any())
}

/// What a sheet of paper has to say of where it is from.
#[component]
fn PrintFooter() -> impl IntoView {
    let app = app();
    let title = app.atlas().map(|atlas| atlas.config.title.clone()).unwrap_or_default();
    let link = browser::address_with(&app.route().to_hash(), None);
    let today = messages::date(app.today());
    let named = app.atlas().map(|atlas| {
        atlas.manifest.sources.iter().map(|source| source.name.as_str()).collect::<Vec<_>>().join("; ")
    });
    // A dataset that names no source has a page that says so.
    let sources = named.filter(|named| !named.is_empty()).unwrap_or_else(|| tr("nav-about-data"));
    view! { <p class="print-footer">{tr!("print-footer", "title" => title, "link" => link, "date" => today, "sources" => sources)}</p> }
}

/// What a frame on somebody else's page has instead of a header: whose it is, and the way out, with every filter.
#[component]
fn FrameFooter() -> impl IntoView {
    let app = app();
    let title = move || app.atlas().map_or_else(|| tr("brand"), |atlas| atlas.config.title.clone());
    view! {
        <footer class="frame-footer">
            <span>{title}</span> <FullSize words="frame-open"/>
            // `frame.js` shows it, with the address, where the host lets no frame open a window.
            // `frame.js` puts it below a list that is cut.
            <button type="button" class="button show-more" hidden>{tr_view("frame-more")}</button>
            <p class="no-windows" role="status">{tr_view("frame-no-windows")} <code></code></p>
        </footer>
    }
}

/// A link to the present view as a page of its own.
#[component]
fn FullSize(words: &'static str) -> impl IntoView {
    let app = app();
    let href = move || browser::full_size(&app.route().to_hash());
    view! { <a href=href target="_blank" rel="noopener">{tr_view(words)}</a> }
}

/// A form in a frame: what is typed there may vanish with the frame's storage, so it has a page of its own.
#[component]
fn FormElsewhere() -> impl IntoView {
    effect(|_| browser::set_app_state(AppState::Ready));
    view! {
        <main id="main" class="notice-page" tabindex="-1">
            <h1>{tr_view("frame-form-title")}</h1>
            <p>{tr_view("frame-form-text")}</p>
            <FullSize words="frame-form-open"/>
        </main>
    }
}

#[component]
fn Ready(atlas: Shared<Atlas>, page: Memo<Page>) -> impl IntoView {
    let labels = memo({
        let atlas = atlas.clone();
        move |_| Shared::new(Labels::new(&atlas.vocabularies, &language(), app().store))
    });
    provide_context(labels);
    let first = StoredValue::new(true);
    let settled = move || {
        let is_first = first.get_value();
        if is_first {
            first.set_value(false);
            // A host's visitors pay for what they look at: in a frame the rest comes when somebody goes there.
            if browser::is_embedded() {
                return is_first;
            }
            let app = app();
            let atlas = app.atlas();
            browser::when_idle(move || {
                to_the_end(async move {
                    // What an earlier visit could not send comes first, and must not wait for a visit to the page
                    // about it. Where its code is gone, the newer edition sends it; where it only did not come, it is
                    // asked for again when the network or the visitor is back.
                    if let Some(atlas) = atlas
                        && browser::has_store().await
                        && chunks::start_outbox(app, atlas.clone()).await.is_err()
                    {
                        browser::tell("atlas-look");
                        browser::on_return(move || {
                            let atlas = atlas.clone();
                            to_the_end(async move {
                                // A deploy may have come in between.
                                if chunks::start_outbox(app, atlas).await.is_err() {
                                    browser::tell("atlas-look");
                                }
                            });
                        });
                    }
                    // Whoever goes there will be told if it is not here.
                    let _ = chunks::fetch_organisations().await;
                    let _ = load_later().await;
                });
            });
        }
        is_first
    };
    let arrived = move || {
        browser::set_app_state(AppState::Ready);
        if !settled() {
            // After the first page, focus follows to the new page's heading: a screen reader starts reading there.
            browser::arrive_soon();
        }
    };
    move || {
        let atlas = atlas.clone();
        let page = page.get();
        let fault = atlas.fault.as_ref().filter(|_| page.needs_dataset()).map(|fault| fault.failure.clone());
        let missing = || atlas.missing.clone().filter(|_| page.needs_organisations());
        if let Some(failure) = fault.or_else(missing) {
            browser::set_app_state(AppState::Failed);
            settled();
            return view! { <FailedPage failure/> }.into_any();
        }
        let is_form = page.is_form();
        if browser::is_kiosk() && Page::is_elsewhere(&untrack(|| app().route()), &atlas.config) {
            let atlas = atlas.clone();
            return lazy_view(Place::Page, move || chunks::kiosk_elsewhere(atlas.clone(), is_form), arrived);
        }
        if browser::is_embedded() && is_form {
            return view! { <FormElsewhere/> }.into_any();
        }
        match page {
            Page::Explore => {
                // Effects run after the view is in the page: what is announced as ready can be used.
                effect(move |_| arrived());
                view! { <ExplorePage atlas/> }.into_any()
            }
            Page::Calls(page) => {
                if matches!(page, OfCalls::One(_)) {
                    to_the_end(chunks::load_named(Collection::Calls, app().store, atlas.clone()));
                }
                lazy_view(Place::Page, move || chunks::calls_page(atlas.clone(), page.clone()), arrived)
            }
            Page::Trainings(page) => {
                if matches!(page, OfCollection::One(_)) {
                    to_the_end(chunks::load_named(Collection::Trainings, app().store, atlas.clone()));
                }
                lazy_view(Place::Page, move || chunks::trainings_page(atlas.clone(), page.clone()), arrived)
            }
            Page::PartnerRequests(page) => lazy_view(
                Place::Page,
                move || chunks::partner_requests_page(atlas.clone(), page.clone()),
                arrived,
            ),
            Page::Forms(page) => {
                lazy_view(Place::Page, move || chunks::forms_page(atlas.clone(), page.clone()), arrived)
            }
            Page::Platform(of, page) => {
                if matches!(page, OfCollection::One(_)) {
                    to_the_end(chunks::load_named(of, app().store, atlas.clone()));
                }
                let draw = move || chunks::platform_with_style(atlas.clone(), of, page.clone());
                lazy_view(Place::Page, draw, arrived)
            }
            Page::Landscape(page, subject) => {
                let draw = move || chunks::landscape_with_style(atlas.clone(), page, subject.clone());
                lazy_view(Place::Page, draw, arrived)
            }
            Page::Everything(page) => {
                lazy_view(Place::Page, move || chunks::everything_page(atlas.clone(), page), arrived)
            }
            Page::Embed => lazy_view(Place::Page, move || chunks::embed_with_style(atlas.clone()), arrived),
            Page::Desk => lazy_view(Place::Page, move || chunks::desk_with_style(atlas.clone()), arrived),
            Page::Organisations(page) => {
                if matches!(page, OfOrganisations::One(_)) {
                    to_the_end(chunks::load_named(Collection::Organisations, app().store, atlas.clone()));
                }
                let draw = move || chunks::organisations_page(atlas.clone(), page.clone());
                lazy_view(Place::Page, draw, arrived)
            }
        }
    }
}

/// Whether the page has a search to be skipped to: that of a collection has, if there is a dataset.
fn has_search(app: App) -> bool {
    matches!(app.route(), Route::Find(_)) && app.atlas().is_some_and(|atlas| atlas.fault.is_none())
}

fn skip_to(event: &leptos::ev::MouseEvent, id: &str) {
    // The hash belongs to the route, so the link moves the focus itself.
    event.prevent_default();
    browser::focus_soon(id);
}

#[component]
fn LoadingPage(step: Step) -> impl IntoView {
    let sentence = move || match step {
        Step::Start => tr!("loading-start"),
        Step::Data => tr!("loading-data"),
        Step::Index => tr!("loading-index"),
    };
    view! {
        <main id="main" class="loading" tabindex="-1">
            <h1 class="unseen">{tr_view("brand")}</h1>
            <p role="status">{sentence}</p>
            <div class="bones" aria-hidden="true"><span></span><span></span><span></span></div>
        </main>
    }
}

#[component]
fn FailedPage(failure: DatasetError) -> impl IntoView {
    let app = app();
    let sentence = move || sentences::dataset_error(&failure);
    view! {
        <main id="main" class="notice-page" tabindex="-1">
            <div role="alert">
                <h1>{tr_view("data-failed-title")}</h1>
                <p>{sentence}</p>
            </div>
            <button type="button" class="button primary" on:click=move |_| load(app)>{tr_view("try-again")}</button>
        </main>
    }
}
