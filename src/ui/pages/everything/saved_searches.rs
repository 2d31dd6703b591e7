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

use super::asked::{Asked, awaited};
use super::mine::keep_focus;

/// The name under which the searches are kept.
const SEARCHES: &str = "saved-searches/1";
/// What could not be read under that name, as it was before something else was written there.
const UNREAD: &str = "saved-searches/1/unread";
/// How many new records of a search are shown.
const FEW: usize = 5;

/// The searches of this device.
#[derive(Clone, Copy)]
pub struct Searches {
    /// Oldest first.
    pub all: RwSignal<Vec<SavedSearch>>,
    /// Whether the browser keeps them.
    kept: RwSignal<bool>,
    /// How much of what is kept could not be read.
    unread: RwSignal<usize>,
}

/// What the device keeps.
struct Stored {
    text: String,
    searches: Vec<SavedSearch>,
    /// How much of the text could not be read.
    unread: usize,
}

impl Searches {
    /// Those that the device keeps.
    pub fn open() -> Self {
        let stored = stored();
        Self {
            kept: RwSignal::new(stored.is_some()),
            unread: RwSignal::new(stored.as_ref().map_or(0, |stored| stored.unread)),
            all: RwSignal::new(stored.map(|stored| stored.searches).unwrap_or_default()),
        }
    }

    /// Whether the browser keeps them.
    pub fn is_kept(self) -> bool {
        self.kept.get()
    }

    /// Changes them; what another tab has changed meanwhile is not lost, nor what cannot be read.
    pub fn change(self, change: impl FnOnce(&mut Vec<SavedSearch>)) {
        let stored = stored().filter(|_| self.kept.get_untracked());
        if let Some(stored) = stored.as_ref().filter(|stored| stored.unread > 0)
            && browser::write_stored(&browser::scoped(UNREAD), &stored.text).is_err()
        {
            // Better no change than one that loses something.
            self.kept.set(false);
        }
        let mut all = stored.map_or_else(|| self.all.get_untracked(), |stored| stored.searches);
        change(&mut all);
        if self.kept.get_untracked() {
            let written = browser::write_stored(&browser::scoped(SEARCHES), &searches_json(&all));
            self.kept.set(written.is_ok());
        }
        self.all.set(all);
    }

    /// Adds some, as many as there is room for; of a search that is there already, what is there stays. How many found
    /// no room.
    pub fn add(self, more: &[SavedSearch]) -> usize {
        let mut left_out = 0;
        self.change(|all| {
            for search in more {
                if all.iter().any(|it| it.link == search.link) {
                    continue;
                }
                if all.len() < MOST_SEARCHES {
                    all.push(search.clone());
                } else {
                    left_out += 1;
                }
            }
        });
        left_out
    }
}

/// `None` where the browser keeps nothing.
fn stored() -> Option<Stored> {
    let text = browser::read_scoped(SEARCHES).ok()?.unwrap_or_default();
    let (searches, unread) = read_searches(&text);
    Some(Stored { text, searches, unread })
}

/// What a search asks: one collection, or each of them.
#[derive(Clone)]
struct Watched {
    asked: Vec<(Asked, FindParams)>,
    everywhere: bool,
}

impl Watched {
    fn of(route: &Route, all: &[Asked]) -> Self {
        let (wanted, everywhere): (Vec<FindParams>, bool) = match route {
            Route::Find(params) => (vec![(**params).clone()], false),
            Route::Search { q, .. } => {
                let each =
                    all.iter().map(|asked| FindParams { q: q.clone(), ..FindParams::of(asked.collection) });
                (each.collect(), true)
            }
            // A saved search is never anything else.
            _ => (Vec::new(), false),
        };
        let asked = wanted.into_iter().filter_map(|params| {
            Some((*all.iter().find(|asked| asked.collection == params.collection)?, params))
        });
        let watched = Self { asked: asked.collect(), everywhere };
        watched.asked.iter().for_each(|(asked, _)| asked.load());
        watched
    }

    /// What matches now, by identifiers; `None` as long as it is not known.
    fn found(&self) -> Option<Vec<String>> {
        // What is found by other names counts too, once they are there: else it would be new the next time.
        let synonyms = app().synonyms();
        synonyms.want();
        let mut found = Vec::new();
        for (asked, params) in &self.asked {
            let index = asked.index()?;
            if !params.q.trim().is_empty() && !synonyms.are_there() {
                return None;
            }
            let rows = synonyms.run(index.catalogue.core(), &params.query()).rows;
            found.extend(rows.iter().map(|row| self.id(*asked, index.catalogue.id(*row))));
        }
        (!self.asked.is_empty()).then_some(found)
    }

    /// A record as the search knows it: two collections may have the same identifier.
    fn id(&self, asked: Asked, id: &str) -> String {
        if self.everywhere { [asked.collection.about().name, ":", id].concat() } else { id.to_owned() }
    }

    /// The lines of the first few of some records.
    fn lines(&self, ids: &[String], atlas: &Shared<Atlas>) -> AnyView {
        let line = |id: &String| {
            self.asked.iter().find_map(|(asked, _)| {
                let of_it = match id.split_once(':').filter(|_| self.everywhere) {
                    Some((name, id)) => (name == asked.collection.about().name).then_some(id)?,
                    None => id.as_str(),
                };
                let index = asked.index()?;
                let row = index.catalogue.row_of(of_it)?;
                Some(view! { <li>{index.line(row, atlas)}</li> }.into_any())
            })
        };
        let lines = ids.iter().filter_map(line).take(FEW).collect_view();
        view! { <ul class="plain-lines">{lines}</ul> }.into_any()
    }

    /// In words: its collection, its text and the values that are chosen.
    fn in_words(&self, labels: &Labels) -> String {
        let Some((asked, params)) = self.asked.first() else { return String::new() };
        let chosen = params.facets.iter().flat_map(|(facet, values)| {
            values.iter().map(move |value| match left_out(value) {
                Some(value) => tr!("mine-search-without", "what" => labels.of(facet, value)),
                None => labels.of(facet, value),
            })
        });
        let text = (!params.q.trim().is_empty()).then(|| params.q.trim().to_owned());
        let parts: Vec<_> = text.into_iter().chain(chosen).collect();
        let name = if self.everywhere { tr("search-title") } else { asked.name() };
        if parts.is_empty() { name } else { [name, parts.join(", ")].join(": ") }
    }

    /// Which collections it waits for, in a sentence.
    fn awaited(&self) -> Option<String> {
        awaited(&self.asked.iter().map(|(asked, _)| *asked).collect::<Vec<_>>())
    }

    fn warnings(&self) -> AnyView {
        self.asked.iter().map(|(asked, _)| asked.warning()).collect_view().into_any()
    }
}

/// The search that a link brings along, to be saved.
pub fn search_to_save(route: Route, searches: Searches, all: &[Asked], atlas: &Shared<Atlas>) -> AnyView {
    let app = app();
    let route = match route {
        Route::Find(params) => FindParams { at: None, sel: None, map: None, ..*params }.route(),
        Route::Search { q, .. } => Route::Search { q, at: None },
        other => other,
    };
    let link = route.to_hash();
    let watched = Watched::of(&route, all);
    if watched.asked.is_empty() {
        return ().into_any();
    }
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let words = labels.with_untracked(|labels| watched.in_words(labels));
    let name = RwSignal::new(words.clone());
    let edition = atlas.manifest.published;
    let warnings = watched.warnings();
    let found = Memo::new(move |_| watched.found());
    let full = RwSignal::new(None::<String>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(found) = found.get_untracked() else { return };
        // Words that nobody has changed are said in the language of whoever reads them.
        let name = name.get_untracked();
        let name = if name == words { "" } else { &name };
        if let Some(search) = SavedSearch::new(&link, name, edition, found) {
            if searches.add(&[search]) > 0 {
                full.set(Some(tr!("saved-full", "most" => MOST_SEARCHES as f64)));
                return;
            }
            app.announce(tr(if searches.kept.get_untracked() {
                "mine-search-saved"
            } else {
                "saved-for-now"
            }));
            app.adjust(Route::Mine { shared: Vec::new(), search: None });
            // The form is gone.
            browser::focus_main_soon();
        }
    };
    view! {
        <form class="share" on:submit=save>
            <h2>{tr_view("mine-search-save")}</h2>
            <p class="quiet">{tr_view("mine-search-note")}</p>
            {warnings}
            <p role="alert">{move || full.get()}</p>
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
    keep_focus("mine-searches".to_owned(), Memo::new(move |_| links.with(Vec::len)));
    (move || {
        let links = links.get();
        let unread = searches.unread.get();
        (unread > 0 || !links.is_empty()).then(|| {
            let unread = (unread > 0).then(|| {
                let words = tr!("mine-search-unread", "count" => unread as f64);
                view! { <p class="warning" role="note">{words}</p> }.into_any()
            });
            let each = links
                .into_iter()
                .map(|link| view! { <li>{one(link, searches, all, atlas.get_value())}</li> }.into_any());
            view! {
                <section>
                    <h2 id="mine-searches" tabindex="-1">{tr_view("mine-searches")}</h2>
                    {unread}
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
    let edition = atlas.manifest.published;
    let watched = StoredValue::new(all.with_value(|all| Watched::of(&Route::parse(&link), all)));
    let own = link.clone();
    let search =
        Memo::new(move |_| searches.all.with(|all| all.iter().find(|search| search.link == own).cloned()));
    let found = Memo::new(move |_| watched.with_value(Watched::found));
    let news = Memo::new(move |_| {
        let (search, found) = (search.get()?, found.get()?);
        Some(search.news(&found).into_iter().map(str::to_owned).collect::<Vec<_>>())
    });
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let name = move || {
        let name =
            search.with(|search| search.as_ref().map(|search| search.name.clone())).unwrap_or_default();
        if name.is_empty() {
            labels.with(|labels| watched.with_value(|watched| watched.in_words(labels)))
        } else {
            name
        }
    };
    let since = move || search.with(|search| search.as_ref().and_then(|search| search.seen)).map(date);
    let sentence = move || match (news.get(), since()) {
        (None, _) => watched.with_value(Watched::awaited).unwrap_or_default(),
        (Some(news), None) => tr!("mine-new", "count" => news.len() as f64),
        (Some(news), Some(since)) => tr!("mine-new-since", "count" => news.len() as f64, "date" => since),
    };
    let lines = move || {
        let news = news.get()?;
        Some(watched.with_value(|watched| watched.lines(&news, &atlas)))
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
    view! {
        <h3><a href=link>{name}</a></h3>
        {watched.with_value(Watched::warnings)}
        <p class="quiet">{sentence}</p>
        {lines}
        <div class="actions">
            {move || {
                let seen = seen.clone();
                any_news.get().then(|| view! {
                    <button type="button" class="button" aria-label=move || tr!("mine-seen-named", "name" => name()) on:click=seen>{tr_view("mine-seen")}</button>
                }.into_any())
            }}
            <button type="button" class="button" aria-label=move || tr!("mine-remove-named", "name" => name()) on:click=remove>{tr_view("mine-remove")}</button>
        </div>
    }
    .into_any()
}
