//! What the link in a snippet says, which is also the title of a frame: which view it is, and of which site.

use leptos::prelude::*;

use crate::collection::{Collection, facet};
use crate::landscape::Theme;
use crate::route::{FindParams, LandscapePage, LandscapeParams, Route, left_out};
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::tr;
use crate::ui::pages::landscape::theme_name;
use crate::ui::shared::Shared;
use crate::ui::state::app;

/// The record that a view is about.
fn record(view: &Route) -> Option<(Collection, &str)> {
    match view {
        Route::Record { collection, id, .. } | Route::SignUp { of: collection, id, .. } => {
            Some((*collection, id))
        }
        _ => None,
    }
}

/// Loads what the record of a view is called by. Nothing waits for it: the text follows when it is there.
pub fn load_title(hash: Memo<String>, atlas: Shared<Atlas>) {
    Effect::new(move |_| {
        let view = Route::parse(&hash.get());
        let of = record(&view).map(|(collection, _)| collection);
        if let Some(collection) = of.filter(|of| *of != Collection::Organisations) {
            app().store.load_one_soon(collection, &atlas);
        }
    });
}

/// The text, as far as it is known.
pub fn link_text(hash: &str, atlas: &Atlas, labels: &Labels) -> String {
    let view = Route::parse(hash);
    let name = match (&view, record(&view)) {
        (_, Some((Collection::Organisations, id))) => atlas.organisation(id).map(|known| known.name.clone()),
        (_, Some((collection, id))) => app().store.title(collection, id),
        (Route::Find(params), _) => Some(of_search(params, labels)),
        (Route::Landscape(params), _) => of_landscape(params, labels),
        (Route::Search { q, .. }, _) => Some(q.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    };
    [name.unwrap_or_else(|| tr("embed-link-text")), atlas.config.title.clone()].join(" · ")
}

/// A page that counts by what it is about, else by its name in the navigation.
fn of_landscape(params: &LandscapeParams, labels: &Labels) -> Option<String> {
    match params.page {
        LandscapePage::Countries => Some(tr("nav-countries")),
        LandscapePage::Figures => Some(tr("nav-figures")),
        LandscapePage::Country => Some(labels.of(facet::COUNTRY, &params.subject)),
        LandscapePage::Focus => Theme::named(&params.subject).map(theme_name),
    }
}

/// What is found, in words: all of a collection, or what its text and filters leave.
fn of_search(params: &FindParams, labels: &Labels) -> String {
    // "Explore" is what the mapping tool is called in the navigation, and says nothing on another page.
    let is_tool = params.collection == Collection::Organisations;
    let name = tr(if is_tool { "embed-link-text" } else { params.collection.about().words.navigation });
    let chosen = params.facets.iter().flat_map(|(facet, values)| {
        values.iter().map(move |value| match left_out(value) {
            Some(value) => tr!("mine-search-without", "what" => labels.of(facet, value)),
            None => labels.of(facet, value),
        })
    });
    let text = Some(params.q.trim().to_owned()).filter(|text| !text.is_empty());
    let parts: Vec<String> = text.into_iter().chain(chosen).collect();
    if parts.is_empty() { name } else { tr!("comma-title", "words" => name, "title" => parts.join(", ")) }
}
