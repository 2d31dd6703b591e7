//! The list of events, their month and their map.

use leptos::prelude::*;

use crate::domain::{Event, TrainingFormat};
use crate::route::View;
use crate::ui::collection_page::CollectionPage;
use crate::ui::components::{OtherView, row_line};
use crate::ui::explorer::Deferred;
use crate::ui::list_page::ListSlots;
use crate::ui::messages::{tr, tr_view, tr_with};

use super::event_month::month_view;

/// What may stand in place of the list.
const VIEWS: &[OtherView] = &[
    OtherView { view: View::Month, words: "view-month", draw: month_view },
    OtherView { view: View::Map, words: "view-map", draw: map_view },
];

/// The events by month, and on a map.
pub fn event_slots() -> ListSlots {
    ListSlots { views: VIEWS, ..ListSlots::default() }
}

/// The matches that have a place, and beneath it those that have none.
fn map_view() -> AnyView {
    let map = expect_context::<Deferred>().map;
    view! {
        <div class="in-place events-map">
            {map(row_line::<Event>)}
            <WithoutPlace/>
        </div>
    }
    .into_any()
}

/// How many matches the map shows, and which it does not: those that take place online are said apart.
#[component]
fn WithoutPlace() -> impl IntoView {
    let events = expect_context::<CollectionPage<Event>>();
    let parted = Memo::new(move |_| {
        let rows = events.search.outcome.with(|outcome| outcome.rows.clone());
        events.index.with(|index| {
            let without: Vec<u32> = rows.iter().copied().filter(|row| index.point(*row).is_none()).collect();
            let is_online =
                |row: &u32| index.records()[*row as usize].event().format == Some(TrainingFormat::Online);
            let (online, elsewhere): (Vec<u32>, Vec<u32>) = without.into_iter().partition(is_online);
            (rows.len(), online, elsewhere)
        })
    });
    let said = move || {
        parted.with(|(all, online, elsewhere)| {
            let without = online.len() + elsewhere.len();
            tr!("events-on-map", "count" => (all - without) as f64, "without" => without as f64)
        })
    };
    let list = move |words: &'static str, rows: Vec<u32>| {
        let count = rows.len();
        (count > 0).then(|| {
            let lines = rows.into_iter().map(|row| view! { <li>{row_line::<Event>(row)}</li> }.into_any());
            let words = tr_with(words, &[("count", (count as f64).into())]);
            view! { <details><summary>{words}</summary><ul class="plain-lines">{lines.collect_view()}</ul></details> }
                .into_any()
        })
    };
    view! {
        <div class="without-place">
            <p>{said} " " {tr_view("events-on-map-list")}</p>
            {move || {
                // The same rows are said otherwise on another day.
                events.search.edition.track();
                parted.with(|(_, online, _)| list("events-online", online.clone()))
            }}
            {move || {
                events.search.edition.track();
                parted.with(|(.., elsewhere)| list("events-without-place", elsewhere.clone()))
            }}
        </div>
    }
}
