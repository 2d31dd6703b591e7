//! What the fields of both forms offer: countries, organisations, places, calls.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::facet;
use crate::domain::{Call, CallStatus, RegionEntry, RequestKind, country_codes};
use crate::explore::{Query, fold};
use crate::signup::{Event, Field, Label, Line};
use crate::ui::components::place;
use crate::ui::labels::{Labels, sort_named};
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::combobox::{Offered, Suggest};
use super::controller::FormController;
use super::wording::Wording;

/// Most records offered at once.
const MOST: usize = 8;

/// All countries, by name.
pub fn countries(labels: &Labels) -> Vec<(String, String)> {
    let mut named: Vec<(String, String)> =
        country_codes().map(|code| (code.to_owned(), labels.of("country", code))).collect();
    sort_named(&mut named, |(_, name)| name);
    named
}

/// A country or a region, and what it is found by: its code, and its names, folded, one a line.
struct Known {
    code: String,
    names: String,
    offered: Offered,
}

/// All countries, by name, then all regions.
fn known_places(labels: &Labels, regions: &[RegionEntry]) -> Vec<Known> {
    let place = |id: &str, name: String, detail: String| Known {
        code: fold(id),
        names: fold(&name),
        offered: Offered { id: id.to_owned(), name, detail, country: None },
    };
    let countries = countries(labels).into_iter().map(|(code, name)| {
        let mut known = place(&code, name, String::new());
        // Whoever reads the page in one language may know a country by its name in another.
        labels.each_country_name(&code, &mut |name| {
            known.names.push('\n');
            known.names.push_str(&fold(name));
        });
        known
    });
    let regions = regions.iter().map(|region| {
        // Regions of two levels may share a name.
        let country = labels.of("country", region.country.as_str());
        let detail = [country.as_str(), " · ", region.code.as_str()].concat();
        place(region.code.as_str(), region.shown(), detail)
    });
    countries.chain(regions).collect()
}

/// Organisations of the dataset.
pub fn organisations(wording: &Wording) -> Suggest {
    let (atlas, labels, app) = (wording.atlas.clone(), wording.labels, app());
    app.synonyms().want();
    let suggest = move |typed: &str| -> Vec<Offered> {
        let query = Query { text: typed.to_owned(), ..Query::default() };
        let rows = untrack(|| app.run(&atlas.index, &query)).rows;
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
    // Once a language, not with every letter.
    let known = Memo::new(move |_| {
        labels.with(|labels| Shared::new(known_places(labels, &atlas.vocabularies.regions)))
    });
    Arc::new(move |typed: &str| {
        let wanted = fold(typed.trim());
        let known = known.get_untracked();
        let fits = |place: &&Known| place.code == wanted || place.names.contains(&wanted);
        known.iter().filter(fits).take(MOST).map(|place| place.offered.clone()).collect()
    })
}

/// Calls by their title, as far as they are loaded, with what each is today; those that are open first.
pub fn calls(wording: &Wording) -> Suggest {
    let (app, labels) = (app(), wording.labels);
    Arc::new(move |typed: &str| {
        let wanted = fold(typed);
        let records = untrack(|| app.store.records::<Call>());
        let now = app.now.get_untracked();
        let mut found: Vec<(CallStatus, &Arc<Call>)> = records
            .iter()
            .flat_map(|records| records.iter())
            .filter(|call| fold(&call.title).contains(&wanted))
            .map(|call| (call.status(now), call))
            .collect();
        found.sort_by_key(|(status, _)| match status {
            CallStatus::Open => 0,
            CallStatus::Forthcoming | CallStatus::Unknown => 1,
            CallStatus::Closed | CallStatus::Cancelled => 2,
        });
        let labels = labels.get_untracked();
        let offer = |(status, call): (CallStatus, &Arc<Call>)| Offered {
            id: call.id.as_str().to_owned(),
            name: call.title.clone(),
            detail: [labels.of(facet::STATUS, status.as_str()), call.issuer.clone()].join(" · "),
            country: None,
        };
        found.into_iter().take(MOST).map(offer).collect()
    })
}

/// What is on a list, each with a button that takes it off.
pub fn picked_list(controller: FormController, field: Field, wording: Wording) -> AnyView {
    let chosen = Memo::new(move |_| {
        controller.changes.track();
        controller.read(|machine| machine.chosen(field))
    });
    let item = move |id: String| {
        let name = {
            let (wording, value) = (wording.clone(), id.clone());
            let line = Line::new(Label::Field(field), value);
            Memo::new(move |_| wording.value(&line))
        };
        let remove = move |_| controller.act(Event::Chosen { field, id: id.clone(), on: false });
        view! {
            <li>
                <span>{move || name.get()}</span>
                <button
                    type="button"
                    class="icon"
                    aria-label=move || tr!("picked-remove", "name" => name.get())
                    on:click=remove
                >"×"</button>
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="picked" aria-label=move || tr!("picked-list", "field" => super::wording::field_label(field))>
            {move || chosen.get().into_iter().map(&item).collect_view()}
        </ul>
        {move || chosen.with(Vec::is_empty).then(|| view! { <p class="hint">{tr_view("picked-none")}</p> }.into_any())}
    }
    .into_any()
}

/// The kinds of request.
pub fn kinds(labels: &Labels) -> Vec<(String, String)> {
    let named = |kind: RequestKind| (kind.as_str().to_owned(), labels.of("kind", kind.as_str()));
    RequestKind::ALL.into_iter().map(named).collect()
}
