//! What is kept on this device, of all collections, in one place.

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, Pages};
use crate::dataset::joined_calendars;
use crate::mine::{Mine, MineError};
use crate::route::Route;
use crate::ui::any_collection::Fetch;
use crate::ui::atlas::Atlas;
use crate::ui::calendars;
use crate::ui::components::{Dialog, ShareLink, page_title};
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::saved_ids::SavedIds;
use crate::ui::shared::Shared;
use crate::ui::state::{App, app};
use crate::ui::task::while_there;

use super::asked::{Asked, awaited};
use super::saved_searches::{Searches, saved_searches, search_to_save};

/// A list of this device, or the same of somebody's who shared it.
#[derive(Clone, Copy)]
struct List {
    asked: Asked,
    own: SavedIds,
    shown: Memo<Vec<String>>,
}

impl List {
    /// The rows of its records, in the order of the list of their collection, and the identifiers of those that the
    /// dataset does not have.
    fn rows(self) -> Option<(Vec<u32>, Vec<String>)> {
        let index = self.asked.index()?;
        let (mut rows, mut gone) = (Vec::new(), Vec::new());
        for id in self.shown.get() {
            match index.catalogue.row_of(&id) {
                Some(row) => rows.push(row),
                None => gone.push(id),
            }
        }
        Some((rows, gone))
    }
}

/// The page.
#[component]
pub fn MinePage(atlas: Shared<Atlas>, all: Vec<Collection>, fetch: Fetch) -> impl IntoView {
    let app = app();
    page_title(&atlas, || tr("mine-title"));
    let params = Memo::new(move |before: Option<&(Lists, Option<Route>)>| match app.route() {
        Route::Mine { shared, search } => (shared, search.map(|search| *search)),
        // The page is about to go.
        _ => before.cloned().unwrap_or_default(),
    });
    let is_shared = Memo::new(move |_| params.with(|(shared, _)| !shared.is_empty()));
    let asked: Vec<Asked> = all.into_iter().map(|one| Asked::new(one, &atlas, fetch)).collect();
    let lists: Vec<List> = asked
        .iter()
        .filter_map(|asked| {
            let (asked, own) = (*asked, app.saved(asked.collection)?);
            let shown = Memo::new(move |_| {
                params.with(|(shared, _)| match shared.iter().find(|(one, _)| *one == asked.collection) {
                    Some((_, ids)) => ids.clone(),
                    None if shared.is_empty() => own.ids(),
                    None => Vec::new(),
                })
            });
            Some(List { asked, own, shown })
        })
        .collect();
    for list in lists.iter().copied() {
        // A collection is loaded when there is something of it, now or later.
        let needed = Memo::new(move |_| list.shown.with(|ids| !ids.is_empty()));
        Effect::new(move |_| {
            if needed.get() {
                list.asked.load();
            }
        });
    }
    let lists = StoredValue::new(lists);
    let searches = Searches::open();
    let taken = Memo::new(move |_| lists.with_value(|lists| taken_lists(lists)));
    let is_empty = Memo::new(move |_| taken.with(Vec::is_empty) && searches.all.with(Vec::is_empty));
    let waiting = move || {
        lists.with_value(|lists| {
            let some = lists.iter().filter(|list| list.shown.with(|ids| !ids.is_empty()));
            awaited(&some.map(|list| list.asked).collect::<Vec<_>>())
        })
    };
    // What did not go as it should; what did can be seen.
    let told = RwSignal::new(String::new());
    let keeps = Memo::new(move |_| searches.is_kept() && app.all_saved().all(SavedIds::is_kept));
    let keep = move |_| {
        let shared = params.with_untracked(|(shared, _)| shared.clone());
        let brought = add(app, &Mine { saved: shared, searches: Vec::new() }, searches);
        let but = brought.but();
        app.announce(if but.is_empty() { tr("mine-kept") } else { but.clone() });
        told.set(but);
        app.go(Route::Mine { shared: Vec::new(), search: None });
    };
    let link = Signal::derive(move || Route::Mine { shared: taken.get(), search: None });
    let (all, for_saving, for_searches) = (asked.clone(), atlas.clone(), atlas.clone());
    view! {
        <main id="main" class="page everything" tabindex="-1">
            <h1>{move || tr(if is_shared.get() { "mine-shared-title" } else { "mine-title" })}</h1>
            <p class="lead">{move || tr(if is_shared.get() {
                "mine-shared-note"
            } else if keeps.get() {
                "mine-note"
            } else {
                "mine-not-kept"
            })}</p>
            {move || (!told.with(String::is_empty)).then(|| view! { <p class="warning" role="note">{told.get()}</p> }.into_any())}
            {move || is_shared.get().then(|| view! {
                <div class="actions"><button type="button" class="button primary" on:click=keep>{tr_view("mine-keep")}</button></div>
            }.into_any())}
            <p role="status">{waiting}</p>
            {move || params.with(|(_, search)| search.clone()).map(|search| search_to_save(search, searches, &all, &for_saving))}
            {move || (!is_shared.get() && is_empty.get()).then(|| view! {
                <p>{tr_view("mine-empty")} " " <a href="#/search">{tr_view("search-title")}</a></p>
            }.into_any())}
            {move || (!is_shared.get()).then(|| saved_searches(searches, &asked, &for_searches))}
            {lists.with_value(|lists| lists.iter().map(|list| section(*list, atlas.clone())).collect_view())}
            {move || (!is_shared.get()).then(submitted)}
            // A screen in a hall gives and takes no files, and forgets by itself.
            {move || (!is_shared.get() && !browser::is_kiosk()).then(|| around(lists, searches, atlas.clone(), is_empty))}
            {move || (!taken.with(Vec::is_empty)).then(|| view! { <ShareLink route=link/> }.into_any())}
        </main>
    }
}

/// Identifiers by collection.
type Lists = Vec<(Collection, Vec<String>)>;

/// The lists that hold something.
fn taken_lists(lists: &[List]) -> Lists {
    let some = lists.iter().map(|list| (list.asked.collection, list.shown.get()));
    some.filter(|(_, ids)| !ids.is_empty()).collect()
}

/// What became of what was brought.
struct Brought {
    /// How much of it is here now.
    here: usize,
    /// How much found no room.
    left_out: usize,
    /// Whether the browser keeps it.
    kept: bool,
}

impl Brought {
    /// What did not go as it should, in sentences; empty where all did.
    fn but(&self) -> String {
        let no_room = (self.left_out > 0).then(|| tr!("mine-no-room", "count" => self.left_out as f64));
        let for_now = (self.here > 0 && !self.kept).then(|| tr("saved-for-now"));
        no_room.into_iter().chain(for_now).collect::<Vec<_>>().join(" ")
    }
}

/// Puts what was brought to what is there.
fn add(app: App, mine: &Mine, searches: Searches) -> Brought {
    untrack(|| {
        let all = mine.saved.iter().map(|(_, ids)| ids.len()).sum::<usize>() + mine.searches.len();
        let mut brought =
            Brought { here: 0, left_out: searches.add(&mine.searches), kept: searches.is_kept() };
        for (collection, ids) in &mine.saved {
            let Some(list) = app.saved(*collection) else {
                brought.left_out += ids.len();
                continue;
            };
            list.add_all(ids);
            brought.left_out += ids.iter().filter(|id| !list.has(id)).count();
            brought.kept &= list.is_kept();
        }
        brought.here = all - brought.left_out;
        brought
    })
}

/// The saved records of a collection.
fn section(list: List, atlas: Shared<Atlas>) -> AnyView {
    // Both have a page of their own, with more to do.
    let own_page = match list.asked.collection.pages() {
        Pages::Organisations => Some(("#/shortlist", "mine-to-shortlist")),
        Pages::Calls => Some(("#/saved-calls", "mine-to-saved-calls")),
        Pages::Trainings | Pages::PartnerRequests | Pages::Alike => None,
    };
    let any = Memo::new(move |_| list.shown.with(|ids| !ids.is_empty()));
    let lines = move || {
        let atlas = atlas.clone();
        let (rows, gone) = list.rows()?;
        let index = list.asked.index()?;
        let lines = rows.iter().map(|row| view! { <li>{index.line(*row, &atlas)}</li> }.into_any());
        let lines = lines.collect_view();
        let gone = (!gone.is_empty()).then(|| {
            let words = tr!("mine-gone", "count" => gone.len() as f64, "ids" => gone.join(", "));
            view! { <p class="warning" role="note">{words}</p> }.into_any()
        });
        Some(view! { {gone} <ul class="plain-lines">{lines}</ul> }.into_any())
    };
    let body = move || {
        let lines = lines.clone();
        any.get().then(|| {
            view! {
                <section>
                    <h2>{list.asked.name()} " " <b class="badge-count">{move || number(list.shown.with(Vec::len) as f64)}</b></h2>
                    {list.asked.warning()}
                    {lines}
                    {own_page.map(|(href, words)| view! { <p><a href=href>{tr_view(words)}</a></p> }.into_any())}
                </section>
            }
            .into_any()
        })
    };
    body.into_any()
}

/// What was submitted, which has a page of its own.
fn submitted() -> AnyView {
    let app = app();
    view! {
        <section>
            <h2>{tr_view("sign-ups-title")} " " <b class="badge-count">{move || number(app.sign_ups.get() as f64)}</b></h2>
            <p><a href="#/sign-ups">{tr_view("mine-to-sign-ups")}</a></p>
            <p><a href="#/profile/new">{tr_view("profile-about")}</a></p>
        </section>
    }
    .into_any()
}

/// What can be done with all of it: take along, bring back, erase.
fn around(
    lists: StoredValue<Vec<List>>,
    searches: Searches,
    atlas: Shared<Atlas>,
    is_empty: Memo<bool>,
) -> AnyView {
    let app = app();
    let erasing = RwSignal::new(false);
    let brought = RwSignal::new(None::<String>);
    let take = move |_| {
        let mine = untrack(|| Mine {
            saved: lists.with_value(|lists| taken_lists(lists)),
            searches: searches.all.get(),
        });
        let done = browser::download("mine.json", "application/json", &mine.to_json());
        app.announce(tr(if done { "export-done" } else { "export-failed" }));
    };
    let dates = move |_| {
        let each = untrack(|| {
            lists.with_value(|lists| {
                let one = |list: &List| {
                    let (rows, _) = list.rows()?;
                    list.asked.any_now()?.calendar(&list.asked.index()?, &rows, &tr("mine-title"), &atlas)
                };
                lists.iter().filter_map(one).collect::<Vec<_>>()
            })
        });
        app.announce(tr(match joined_calendars(&each) {
            None => "mine-no-dates",
            Some(calendar) if calendars::hand_over("mine.ics", &calendar) => "calendar-done",
            Some(_) => "export-failed",
        }));
    };
    let bring = move |event: leptos::ev::Event| {
        let Some(file) = browser::chosen_file(&event) else { return };
        while_there(brought, async move {
            let read = match browser::read_file(file).await {
                Some(file) => Mine::read(&file.bytes),
                None => Err(MineError::NotJson),
            };
            let sentence = match read {
                Ok((mine, left_out)) => {
                    let brought = add(app, &mine, searches);
                    let none = mine.is_empty() && left_out == 0;
                    let found = (none || brought.here > 0)
                        .then(|| tr!("mine-brought", "count" => brought.here as f64));
                    let unusable = (left_out > 0).then(|| tr!("mine-left-out", "count" => left_out as f64));
                    let each = found.into_iter().chain(unusable).chain([brought.but()]);
                    each.filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
                }
                Err(MineError::TooLarge) => tr("mine-too-large"),
                Err(MineError::NotJson) => tr("mine-not-json"),
                Err(MineError::NotMine) => tr("mine-not-mine"),
                Err(MineError::Newer(format)) => tr!("mine-newer", "format" => format),
            };
            brought.set(Some(sentence));
        });
    };
    let erase = move |_| {
        lists.with_value(|lists| {
            for list in lists {
                list.own.clear();
            }
        });
        searches.change(Vec::clear);
        erasing.set(false);
        app.announce(tr("mine-erased"));
        // The button is gone with what there was to erase.
        browser::focus_main_soon();
    };
    view! {
        <section>
            <h2>{tr_view("mine-around")}</h2>
            <div class="actions">
                <Show when=move || !is_empty.get()>
                    <button type="button" class="button" on:click=take>{tr_view("mine-take")}</button>
                    <button type="button" class="button" on:click=dates.clone()>{tr_view("mine-dates")}</button>
                    <button type="button" class="button" on:click=move |_| erasing.set(true)>{tr_view("mine-erase")}</button>
                </Show>
            </div>
            <p><label class="field">{tr_view("mine-bring")} " " <input type="file" accept=".json,application/json" on:change=bring/></label></p>
            <p role="alert">{move || brought.get()}</p>
            <Dialog open=erasing title=Signal::derive(|| tr("mine-erase"))>
                <p>{tr_view("mine-erase-sure")}</p>
                <button type="button" class="button primary" on:click=erase>{tr_view("mine-erase-yes")}</button>
            </Dialog>
        </section>
    }
    .into_any()
}
