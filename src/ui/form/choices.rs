//! What the fields of both forms offer: countries, organisations, places, calls.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Call, RequestKind, country_codes};
use crate::explore::{Query, fold};
use crate::signup::{Event, Field, Label, Line};
use crate::ui::components::place;
use crate::ui::labels::Labels;
use crate::ui::messages::{say, text};
use crate::ui::state::app;

use super::combobox::{Offered, Suggest};
use super::flow::Flow;
use super::words::Wording;

/// Most records offered at once.
const MOST: usize = 8;

/// All countries, by name.
pub fn countries(labels: &Labels) -> Vec<(String, String)> {
    let mut named: Vec<(String, String, String)> = country_codes()
        .map(|code| {
            let name = labels.of("country", code);
            (fold(&name), code.to_owned(), name)
        })
        .collect();
    named.sort();
    named.into_iter().map(|(_, code, name)| (code, name)).collect()
}

/// The names of countries in all languages of the app, folded, one a line.
fn names_in_all_languages(labels: &Labels) -> Vec<(&'static str, String)> {
    let named = |code| {
        let mut names = String::new();
        labels.each_country_name(code, &mut |name| {
            names.push_str(&fold(name));
            names.push('\n');
        });
        (code, names)
    };
    country_codes().map(named).collect()
}

/// Organisations of the dataset.
pub fn organisations(wording: &Wording) -> Suggest {
    let (atlas, labels) = (wording.atlas.clone(), wording.labels);
    let suggest = move |typed: &str| -> Vec<Offered> {
        let rows = atlas.index.run(&Query { text: typed.to_owned(), ..Query::default() }).rows;
        let labels = labels.get_untracked();
        let offered = rows.into_iter().take(MOST).map(|row| {
            let organisation = &atlas.index.records()[row as usize];
            Offered {
                id: organisation.id.as_str().to_owned(),
                name: organisation.name.clone(),
                detail: place(organisation, &labels),
                country: Some(organisation.country.as_str().to_owned()),
            }
        });
        offered.collect()
    };
    Arc::new(suggest)
}

/// Countries and regions.
pub fn places(wording: &Wording) -> Suggest {
    let (atlas, labels) = (wording.atlas.clone(), wording.labels);
    // Whoever reads the page in one language may know a country by its name in another.
    let abroad = names_in_all_languages(&labels.get_untracked());
    Arc::new(move |typed: &str| {
        let wanted = fold(typed.trim());
        let labels = labels.get_untracked();
        let countries = countries(&labels).into_iter().map(|(code, name)| (code, name, String::new()));
        let regions = atlas.vocabularies.regions.iter().map(|region| {
            // Regions of two levels may share a name.
            let country = labels.of("country", region.country.as_str());
            let country = [country.as_str(), " · ", region.code.as_str()].concat();
            (region.code.as_str().to_owned(), region.name.clone(), country)
        });
        let fits = |(code, name, _): &(String, String, String)| {
            fold(name).contains(&wanted)
                || fold(code) == wanted
                || abroad.iter().any(|(known, names)| known == code && names.contains(&wanted))
        };
        let offered = countries.chain(regions).filter(fits).take(MOST);
        offered.map(|(id, name, detail)| Offered { id, name, detail, country: None }).collect()
    })
}

/// Open calls by their title, as far as they are loaded.
pub fn calls() -> Suggest {
    let app = app();
    Arc::new(move |typed: &str| {
        let wanted = fold(typed);
        let records = untrack(|| app.store.records::<Call>());
        let offered = records
            .iter()
            .flat_map(|records| records.iter())
            .filter(|call| fold(&call.title).contains(&wanted));
        offered
            .take(MOST)
            .map(|call| Offered {
                id: call.id.as_str().to_owned(),
                name: call.title.clone(),
                detail: call.issuer.clone(),
                country: None,
            })
            .collect()
    })
}

/// What is on a list, each with a button that takes it off.
pub fn picked_list(flow: Flow, field: Field, wording: Wording) -> AnyView {
    let chosen = Memo::new(move |_| {
        flow.changes.track();
        flow.read(|machine| machine.chosen(field))
    });
    let item = move |id: String| {
        let name = {
            let (wording, value) = (wording.clone(), id.clone());
            let line = Line { label: Label::Field(field), value };
            Memo::new(move |_| wording.value(&line))
        };
        let remove = move |_| flow.act(Event::Chosen { field, id: id.clone(), on: false });
        view! {
            <li>
                <span>{move || name.get()}</span>
                <button
                    type="button"
                    class="icon"
                    aria-label=move || text!("picked-remove", "name" => name.get())
                    on:click=remove
                >"×"</button>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="picked" aria-label=move || text!("picked-list", "field" => super::words::field_label(field))>
            {move || chosen.get().into_iter().map(&item).collect_view()}
        </ul>
        {move || chosen.with(Vec::is_empty).then(|| view! { <p class="hint">{say("picked-none")}</p> }.into_any())}
    }
    .into_any()
}

/// The kinds of request.
pub fn kinds(labels: &Labels) -> Vec<(String, String)> {
    let named = |kind: RequestKind| (kind.as_str().to_owned(), labels.of("kind", kind.as_str()));
    RequestKind::ALL.into_iter().map(named).collect()
}
