//! Saved searches: what is new in each since it was looked at last.

use leptos::prelude::*;

use crate::browser;
use crate::mine::{MOST_SEARCHES, SavedSearch, read_searches, searches_json};
use crate::route::{FindParams, Route, left_out};
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::asked::Asked;

/// The name under which the searches are kept.
const SEARCHES: &str = "saved-searches/1";
/// How many new records of a search are shown.
const FEW: usize = 5;

/// The searches of this device.
#[derive(Clone, Copy)]
pub struct Searches {
    /// Oldest first.
    pub all: RwSignal<Vec<SavedSearch>>,
    /// Whether the browser keeps them.
    kept: RwSignal<bool>,
}

impl Searches {
    /// Those that the device keeps.
    pub fn open() -> Self {
        let stored = stored();
        Self { kept: RwSignal::new(stored.is_some()), all: RwSignal::new(stored.unwrap_or_default()) }
    }

    /// Changes them; what another tab has changed meanwhile is not lost.
    pub fn change(self, change: impl FnOnce(&mut Vec<SavedSearch>)) {
        let stored = if self.kept.get_untracked() { stored() } else { None };
        let mut all = stored.unwrap_or_else(|| self.all.get_untracked());
        change(&mut all);
        all.truncate(MOST_SEARCHES);
        let written = browser::write_stored(&browser::scoped(SEARCHES), &searches_json(&all));
        self.kept.set(written.is_ok());
        self.all.set(all);
    }

    /// Adds some; of a search that is there already, what is there stays.
    pub fn add(self, more: &[SavedSearch]) {
        self.change(|all| {
            for search in more {
                if all.iter().all(|it| it.link != search.link) {
                    all.push(search.clone());
                }
            }
        });
    }
}

/// `None` where the browser keeps nothing.
fn stored() -> Option<Vec<SavedSearch>> {
    let text = browser::read_stored(&browser::scoped(SEARCHES)).ok()?;
    Some(text.map(|text| read_searches(&text)).unwrap_or_default())
}

/// The parameters of a search.
fn params_of(link: &str) -> FindParams {
    match Route::parse(link) {
        Route::Find(params) => *params,
        // A saved search is never anything else.
        _ => FindParams::default(),
    }
}

/// What matches a search now, by identifiers; `None` as long as its collection is not there.
fn matches(asked: Asked, params: &FindParams) -> Option<Vec<String>> {
    let index = asked.index()?;
    // What is found by other names counts too, once they are there: else it would be new the next time.
    let synonyms = app().synonyms();
    synonyms.want();
    if !params.q.trim().is_empty() && !synonyms.are_there() {
        return None;
    }
    let rows = synonyms.run(index.catalogue.core(), &params.query()).rows;
    Some(rows.iter().map(|row| index.catalogue.id(*row).to_owned()).collect())
}

fn asked_of(all: &[Asked], params: &FindParams) -> Option<Asked> {
    all.iter().copied().find(|asked| asked.collection == params.collection)
}

/// A search in words: its collection, its text and the values that are chosen.
fn in_words(asked: Asked, params: &FindParams, labels: &Labels) -> String {
    let chosen = params.facets.iter().flat_map(|(facet, values)| {
        values.iter().map(move |value| match left_out(value) {
            Some(value) => tr!("mine-search-without", "what" => labels.of(facet, value)),
            None => labels.of(facet, value),
        })
    });
    let text = (!params.q.trim().is_empty()).then(|| params.q.trim().to_owned());
    let parts: Vec<_> = text.into_iter().chain(chosen).collect();
    if parts.is_empty() { asked.name() } else { [asked.name(), parts.join(", ")].join(": ") }
}

/// The search that a link brings along, to be saved.
pub fn search_to_save(route: Route, searches: Searches, all: &[Asked], atlas: &Shared<Atlas>) -> AnyView {
    let Route::Find(params) = route else { return ().into_any() };
    let app = app();
    let params = StoredValue::new(FindParams { at: None, sel: None, map: None, ..*params });
    let Some(asked) = params.with_value(|params| asked_of(all, params)) else { return ().into_any() };
    asked.load();
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let words = params.with_value(|params| labels.with_untracked(|labels| in_words(asked, params, labels)));
    let name = RwSignal::new(words);
    let edition = atlas.manifest.published;
    let found = Memo::new(move |_| params.with_value(|params| matches(asked, params)));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(found) = found.get_untracked() else { return };
        let link = params.with_value(|params| params.clone().link());
        if let Some(search) = SavedSearch::new(&link, &name.get_untracked(), edition, found) {
            if searches.all.with_untracked(Vec::len) >= MOST_SEARCHES {
                app.announce(tr!("saved-full", "most" => MOST_SEARCHES as f64));
                return;
            }
            searches.add(&[search]);
            app.announce(tr(if searches.kept.get_untracked() {
                "mine-search-saved"
            } else {
                "saved-for-now"
            }));
            app.adjust(Route::Mine { shared: Vec::new(), search: None });
        }
    };
    view! {
        <form class="share" on:submit=save>
            <h2>{tr_view("mine-search-save")}</h2>
            <p class="quiet">{tr_view("mine-search-note")}</p>
            {asked.warning()}
            <div class="share-link">
                <input type="text" maxlength="120" aria-label=tr_view("mine-search-name") prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))/>
                <button type="submit" class="button primary" disabled=move || found.with(Option::is_none)>{tr_view("mine-search-do")}</button>
            </div>
        </form>
    }
    .into_any()
}

/// All saved searches, each with what is new in it.
pub fn saved_searches(searches: Searches, all: &[Asked], atlas: &Shared<Atlas>) -> AnyView {
    let (all, atlas) = (StoredValue::new(all.to_vec()), StoredValue::new(atlas.clone()));
    let links = Memo::new(move |_| {
        searches.all.with(|all| all.iter().map(|search| search.link.clone()).collect::<Vec<_>>())
    });
    (move || {
        let links = links.get();
        (!links.is_empty()).then(|| {
            let each = links
                .into_iter()
                .map(|link| view! { <li>{one(link, searches, all, atlas.get_value())}</li> }.into_any());
            view! {
                <section>
                    <h2>{tr_view("mine-searches")}</h2>
                    <ul class="plain-lines" aria-label=tr_view("mine-searches")>{each.collect_view()}</ul>
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

fn one(link: String, searches: Searches, all: StoredValue<Vec<Asked>>, atlas: Shared<Atlas>) -> AnyView {
    let app = app();
    let params = params_of(&link);
    let edition = atlas.manifest.published;
    let asked = all.with_value(|all| asked_of(all, &params));
    if let Some(asked) = asked {
        asked.load();
    }
    let own = link.clone();
    let search =
        Memo::new(move |_| searches.all.with(|all| all.iter().find(|search| search.link == own).cloned()));
    let found = Memo::new(move |_| matches(asked?, &params));
    let news = Memo::new(move |_| {
        let (search, found) = (search.get()?, found.get()?);
        Some(search.news(&found).into_iter().map(str::to_owned).collect::<Vec<_>>())
    });
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let linked = link.clone();
    let name = move || {
        let name =
            search.with(|search| search.as_ref().map(|search| search.name.clone())).unwrap_or_default();
        match asked {
            Some(asked) if name.is_empty() => {
                labels.with(|labels| in_words(asked, &params_of(&linked), labels))
            }
            _ => name,
        }
    };
    let since = move || search.with(|search| search.as_ref().and_then(|search| search.seen)).map(date);
    let sentence = move || match (news.get(), since()) {
        (None, _) => String::new(),
        (Some(news), None) => tr!("mine-new", "count" => news.len() as f64),
        (Some(news), Some(since)) => tr!("mine-new-since", "count" => news.len() as f64, "date" => since),
    };
    let lines = move || {
        let (index, news) = (asked?.index()?, news.get()?);
        let rows = news.iter().filter_map(|id| index.catalogue.row_of(id)).take(FEW);
        let lines = rows.map(|row| view! { <li>{index.line(row, &atlas)}</li> }.into_any()).collect_view();
        Some(view! { <ul class="plain-lines">{lines}</ul> }.into_any())
    };
    let any_news = Memo::new(move |_| news.with(|news| news.as_ref().is_some_and(|news| !news.is_empty())));
    let seen_link = link.clone();
    let seen = move |_| {
        let Some(found) = found.get_untracked() else { return };
        searches.change(|all| {
            for search in all.iter_mut().filter(|search| search.link == seen_link) {
                *search = search.looked_at(edition, &found);
            }
        });
        app.announce(tr("mine-seen-done"));
    };
    let gone_link = link.clone();
    let remove = move |_| {
        searches.change(|all| all.retain(|search| search.link != gone_link));
        app.announce(tr("mine-search-removed"));
    };
    let (named, removed) = (name.clone(), name.clone());
    view! {
        <h3><a href=link>{name}</a></h3>
        {asked.map(Asked::warning)}
        <p class="quiet">{sentence}</p>
        {lines}
        <div class="actions">
            {move || {
                let (seen, named) = (seen.clone(), named.clone());
                any_news.get().then(|| view! {
                    <button type="button" class="button" aria-label=move || tr!("mine-seen-named", "name" => named()) on:click=seen>{tr_view("mine-seen")}</button>
                }.into_any())
            }}
            <button type="button" class="button" aria-label=move || tr!("mine-remove-named", "name" => removed()) on:click=remove>{tr_view("mine-remove")}</button>
        </div>
    }
    .into_any()
}
