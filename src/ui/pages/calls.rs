//! Open calls: which one can still apply for, until when; then what is coming, then the archive.

use leptos::prelude::*;

use crate::collection::{Collection, facet};
use crate::domain::{Call, CallStatus};
use crate::explore::{CallAt, NOT_STATED};
use crate::route::{FindParams, SortKey, View, left_out};
use crate::ui::atlas::Atlas;
use crate::ui::calendars;
use crate::ui::collection_page::CollectionPage;
use crate::ui::components::{OtherView, Timeline, row_line};
use crate::ui::list_page::ListSlots;
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::reactive::memo;
use crate::ui::search_context::SearchContext;
use crate::ui::shared::Shared;

/// Days to a cut-off that one can ask for.
const WITHIN: [u16; 5] = [7, 14, 30, 60, 90];

/// What may stand in place of the list.
const VIEWS: &[OtherView] = &[OtherView { view: View::Timeline, words: "view-timeline", draw: timeline }];

/// What the parts of the page share.
type Calls = CollectionPage<Call>;

/// What the list has beyond what every list has: how soon it closes, the timeline, the calendar, and what is said where
/// nothing is open.
pub fn call_slots(_atlas: &Shared<Atlas>) -> ListSlots {
    ListSlots {
        filters: Some(view! { <ClosesWithin/> }.into_any()),
        notice: Some(view! { <NoneOpen/> <Unsure/> <NotStated/> }.into_any()),
        views: VIEWS,
        tools: Some(view! { <Dates/> }.into_any()),
        line: Some(line),
        ..ListSlots::default()
    }
}

/// How many calls have a status, whether they match or not.
fn with_status(calls: &Calls, status: CallStatus) -> usize {
    calls.index.with(|index| index.records().iter().filter(|call| call.status() == status).count())
}

fn timeline() -> AnyView {
    let calls = expect_context::<Calls>();
    (move || {
        let (now, at) = (calls.now.get(), calls.search.params.with(|params| params.at));
        let rows = calls.search.outcome.with(|outcome| outcome.rows.clone());
        let shown = calls.index.with(|index| {
            rows.iter().map(|row| index.records()[*row as usize].call().clone()).collect::<Vec<_>>()
        });
        view! { <Timeline calls=shown now at/> }
    })
    .into_any()
}

/// The dates of all matches for the visitor's own calendar.
#[component]
fn Dates() -> impl IntoView {
    let calls = expect_context::<Calls>();
    let app = calls.search.app;
    let save = move |_| {
        let matches: Vec<_> = calls.index.with_untracked(|index| {
            let rows = calls.search.outcome.with_untracked(|outcome| outcome.rows.clone());
            rows.iter().map(|row| index.records()[*row as usize].call().clone()).collect()
        });
        let each = matches.iter().map(AsRef::as_ref);
        let atlas = calls.atlas.get_value();
        let done = calendars::download_calls("calls.ics", each, calls.now.get_untracked(), &atlas);
        app.announce(tr(if done { "calendar-done" } else { "export-failed" }));
    };
    // What has no date ahead is no calendar.
    let any = Memo::new(move |_| {
        let now = calls.now.get();
        calls.index.with(|index| {
            let ahead = |row: &u32| index.records()[*row as usize].call().next_cutoff(now).is_some();
            calls.search.outcome.with(|outcome| outcome.rows.iter().any(ahead))
        })
    });
    view! {
        <Show when=move || any.get()>
            <button type="button" class="button" on:click=save>{tr_view("calls-to-calendar")}</button>
        </Show>
    }
}

/// Only calls that close soon enough to matter, or late enough to be answered.
#[component]
fn ClosesWithin() -> impl IntoView {
    let search = expect_context::<SearchContext>();
    let choose = move |event| {
        let days = event_target_value(&event).parse().ok();
        search.filter(|params| params.closes_within = days);
    };
    let chosen = Memo::new(move |_| search.params.with(|params| params.closes_within));
    // A link may ask for any number of days.
    let choices = move || {
        let mut choices = WITHIN.to_vec();
        if let Some(days) = chosen.get().filter(|days| !WITHIN.contains(days)) {
            choices.push(days);
            choices.sort_unstable();
        }
        choices
    };
    view! {
        <label class="within">
            <b>{tr_view("closes-within")}</b>
            <select on:change=choose>
                <option value="" selected=move || chosen.get().is_none()>{tr_view("closes-any-time")}</option>
                {move || {
                    choices()
                        .into_iter()
                        .map(|days| {
                            let words = tr!("closes-within-days", "days" => u32::from(days));
                            view! { <option value=days.to_string() selected=chosen.get() == Some(days)>{words}</option> }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
}

/// Says plainly that no call is open, what is coming, and where the past ones are: a quiet day must not look broken.
#[component]
fn NoneOpen() -> impl IntoView {
    let calls = expect_context::<Calls>();
    let search = calls.search;
    let link_to = move |status: CallStatus| {
        let mut params = FindParams::of(Collection::Calls);
        params.at = search.params.with(|params| params.at);
        params.facets.set(facet::STATUS, vec![status.as_str().to_owned()]);
        params.link()
    };
    let none = Memo::new(move |_| {
        let asked_for_others = search.params.with(|params| {
            // Whoever looks at the archive does not ask what is open.
            let current = [CallStatus::Open, CallStatus::Forthcoming].map(CallStatus::as_str);
            let asked = params.chosen("status");
            !asked.is_empty() && !asked.iter().any(|status| current.contains(&status.as_str()))
        });
        !asked_for_others && with_status(&calls, CallStatus::Open) == 0
    });
    view! {
        <Show when=move || none.get()>
            <div class="none-open strip">
                <p><b>{move || tr!("calls-none-open", "date" => date(calls.now.get().in_brussels().day))}</b></p>
                <p>
                    {move || {
                        let count = with_status(&calls, CallStatus::Forthcoming);
                        let words = tr!("calls-forthcoming", "count" => count as f64);
                        // What leads nowhere is no link.
                        if count == 0 {
                            return words.into_any();
                        }
                        view! { <a href=link_to(CallStatus::Forthcoming)>{words}</a> }.into_any()
                    }}
                    " "
                    {move || {
                        let count = with_status(&calls, CallStatus::Unknown);
                        (count > 0).then(|| {
                            let words = tr!("calls-undated", "count" => count as f64);
                            view! { <a href=link_to(CallStatus::Unknown)>{words}</a> " " }.into_any()
                        })
                    }}
                    {move || {
                        let count = with_status(&calls, CallStatus::Closed);
                        (count > 0).then(|| {
                            let words = tr!("calls-archive", "count" => count as f64);
                            view! { <a href=link_to(CallStatus::Closed)>{words}</a> }.into_any()
                        })
                    }}
                </p>
            </div>
        </Show>
    }
}

/// On another day: how many of the calls shown as open may have opened later, because their opening is not stated.
#[component]
fn Unsure() -> impl IntoView {
    let calls = expect_context::<Calls>();
    let unsure = move || {
        calls.search.params.with(|params| params.at)?;
        let count = calls.index.with(|index| {
            calls.search.outcome.with(|outcome| {
                let records = outcome.rows.iter().map(|row| &index.records()[*row as usize]);
                let open = records.filter(|record| record.status() == CallStatus::Open);
                open.filter(|record| record.call().opened().is_none()).count()
            })
        });
        (count > 0).then(|| tr!("calls-unsure", "count" => count as f64))
    };
    move || unsure().map(|words| view! { <p class="quiet unsure">{words}</p> }.into_any())
}

/// Whether a country is chosen, so that it matters whether a call says from where one may apply.
fn asks_for_country(calls: &Calls) -> bool {
    calls.search.params.with(|params| {
        params.chosen(facet::COUNTRY).iter().any(|value| left_out(value).is_none() && value != NOT_STATED)
    })
}

/// A line of the list. Where a country is chosen, those calls that say that one may apply from there have a heading, and those
/// that do not say it have another: in each group of the list, since the open ones come first.
fn line(row: u32) -> AnyView {
    let calls = expect_context::<Calls>();
    let heading = memo(move |_| {
        // In an order of names or distances they are not apart.
        let is_by_state = calls
            .search
            .params
            .with(|params| params.near.is_none() && matches!(params.sort, SortKey::Best | SortKey::Deadline));
        if !is_by_state || !asks_for_country(&calls) {
            return None;
        }
        calls.index.with(|index| {
            let is_stated = |row: u32| {
                index.records().get(row as usize).is_some_and(|record| record.call().eligibility.stated())
            };
            calls.search.outcome.with(|outcome| {
                let at = outcome.rows.iter().position(|other| *other == row)?;
                let before = at.checked_sub(1).map(|before| is_stated(outcome.rows[before]));
                let this = is_stated(row);
                let words = if this { "call-eligibility-stated" } else { "call-eligibility-not-stated" };
                (before != Some(this)).then_some(words)
            })
        })
    });
    view! {
        {move || heading.get().map(|words| view! { <p class="apart">{tr_view(words)}</p> }.into_any())}
        {row_line::<Call>(row)}
    }
    .into_any()
}

/// Where a country is chosen: how many of the calls shown do not say from where one may apply.
#[component]
fn NotStated() -> impl IntoView {
    let calls = expect_context::<Calls>();
    let count = Memo::new(move |_| {
        let stated = |call: &CallAt| call.call().eligibility.stated();
        let all = || calls.search.outcome.with(|outcome| outcome.rows.len());
        if asks_for_country(&calls) { all() - calls.matching(stated) } else { 0 }
    });
    move || {
        let count = count.get();
        (count > 0).then(|| {
            let words = tr!("calls-eligibility-not-stated", "count" => count as f64);
            view! { <p class="quiet unsure">{words}</p> }.into_any()
        })
    }
}
