//! Open calls: which one can still apply for, until when; then what is coming, then the archive.

use leptos::prelude::*;

use crate::browser;
use crate::dataset;
use crate::domain::{Call, CallStatus, Day, Instant};
use crate::explore::{CallAt, CountriesOfCalls, Index};
use crate::route::{Collection, FindParams, View};
use crate::ui::calendars;
use crate::ui::components::{
    CallLine, Export, FindPage, Format, Timeline, download, export_note, page_title,
};
use crate::ui::finder::Finder;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, said, say, text};
use crate::ui::shelf::Records;
use crate::ui::state::{Atlas, Shared, app};

/// Days to a cut-off that one can ask for.
const WITHIN: [u16; 5] = [7, 14, 30, 60, 90];

/// What the parts of the page share beyond what every page that finds records has.
#[derive(Clone, Copy)]
struct Calls {
    finder: Finder,
    atlas: StoredValue<Shared<Atlas>>,
    index: Memo<Shared<Index<CallAt>>>,
    now: Memo<Instant>,
}

/// The moment of viewing: the day in the address, else now, as long as nothing about the calls changes.
///
/// The clock ticks every minute; the list is only made anew when a call opens, a cut-off passes or a day begins.
pub fn moment_of(records: Records<Call>, at: Memo<Option<Day>>) -> Memo<Instant> {
    let app = app();
    let stage = Memo::new(move |before: Option<&(Instant, Vec<Standing>)>| {
        let now = at.get().map_or_else(|| app.now.get(), Instant::start_of);
        let standing = standing(&records, now);
        match before {
            Some((then, unchanged)) if *unchanged == standing => (*then, standing),
            _ => (now, standing),
        }
    });
    Memo::new(move |_| stage.with(|(now, _)| *now))
}

/// What can change about a call as time goes by.
type Standing = (Day, CallStatus, Option<i64>);

fn standing(records: &Records<Call>, now: Instant) -> Vec<Standing> {
    let today = now.in_brussels().day;
    let next = |call: &Call| call.next_cutoff(now).map(|cutoff| cutoff.closes().unix());
    records.iter().map(|call| (today, call.status(now), next(call))).collect()
}

/// The page.
#[component]
pub fn CallsPage(atlas: Shared<Atlas>, records: Records<Call>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || said("calls-title"));
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let at = Memo::new(move |_| app.params_of(Collection::Calls).at);
    let now = moment_of(records.clone(), at);
    let index = Memo::new({
        let atlas = atlas.clone();
        move |_| {
            // Who may come from anywhere comes from where the organisations are.
            let everywhere = atlas.index.values(0).iter().filter_map(|code| code.parse().ok());
            let countries = CountriesOfCalls::new(everywhere, &atlas.vocabularies);
            let calls = records.iter().map(|call| CallAt::new(call.clone(), now.get(), &countries));
            let labels = labels.get();
            Shared::new(Index::build(calls.collect(), &|facet, value, visit| {
                labels.visit(Collection::Calls, facet, value, visit);
            }))
        }
    });
    let finder = Finder::new(app, Collection::Calls, Memo::new(move |_| index.get().catalogue()));
    let calls = Calls { finder, atlas: StoredValue::new(atlas), index, now };
    provide_context(finder);
    provide_context(calls);
    let count = Signal::derive(move || {
        let all = finder.outcome.with(|outcome| outcome.rows.len());
        let open = calls.with_status(CallStatus::Open, true);
        if all == 0 {
            said("calls-count-none")
        } else {
            text!("calls-count", "count" => all as f64, "open" => open as f64)
        }
    });
    view! {
        <FindPage
            heading="calls-title"
            count
            draw=line
            order="sort-deadline"
            filters=view! { <ClosesWithin/> }.into_any()
            beside=view! { <Views/> }.into_any()
            notice=view! { <NoneOpen/> <Unsure/> }.into_any()
            instead=timeline
            tools=view! { <Dates/> }.into_any()
        />
    }
}

impl Calls {
    /// How many calls have a status, among the matches or among all.
    fn with_status(self, status: CallStatus, matches_only: bool) -> usize {
        self.index.with(|index| {
            let is = |row: &u32| index.records()[*row as usize].status() == status;
            if matches_only {
                self.finder.outcome.with(|outcome| outcome.rows.iter().filter(|row| is(row)).count())
            } else {
                (0..index.records().len() as u32).filter(|row| is(row)).count()
            }
        })
    }
}

fn line(row: u32) -> AnyView {
    let calls = expect_context::<Calls>();
    let now = calls.now.get_untracked();
    let call = calls.index.with_untracked(|index| index.records()[row as usize].call().clone());
    let at = calls.finder.params.with_untracked(|params| params.at);
    let atlas = calls.atlas.get_value();
    view! { <CallLine call now at atlas remark=None/> }.into_any()
}

fn timeline() -> AnyView {
    let calls = expect_context::<Calls>();
    (move || {
        let (now, at) = (calls.now.get(), calls.finder.params.with(|params| params.at));
        let rows = calls.finder.outcome.with(|outcome| outcome.rows.clone());
        let shown = calls.index.with(|index| {
            rows.iter().map(|row| index.records()[*row as usize].call().clone()).collect::<Vec<_>>()
        });
        view! { <Timeline calls=shown now at/> }
    })
    .into_any()
}

/// The dates of all matches for the visitor's own calendar, and the published feeds to follow.
#[component]
fn Dates() -> impl IntoView {
    let calls = expect_context::<Calls>();
    let app = calls.finder.app;
    let save = move |_| {
        let matches: Vec<_> = calls.index.with_untracked(|index| {
            let rows = calls.finder.outcome.with_untracked(|outcome| outcome.rows.clone());
            rows.iter().map(|row| index.records()[*row as usize].call().clone()).collect()
        });
        let each = matches.iter().map(AsRef::as_ref);
        let atlas = calls.atlas.get_value();
        let done = calendars::download_calls("calls.ics", each, calls.now.get_untracked(), &atlas);
        app.announce(said(if done { "calendar-done" } else { "export-failed" }));
    };
    // What has no date ahead is no calendar.
    let any = Memo::new(move |_| {
        let now = calls.now.get();
        calls.index.with(|index| {
            let ahead = |row: &u32| index.records()[*row as usize].call().next_cutoff(now).is_some();
            calls.finder.outcome.with(|outcome| outcome.rows.iter().any(ahead))
        })
    });
    // The head of the page names what the build has written.
    let published =
        [("calls.atom", say("calls-feed").into_any()), ("calls.ics", say("calls-calendar").into_any())];
    let published = published.map(|(file, words)| {
        browser::is_alternate(file).then(|| view! { <a href=file>{words}</a> " " }.into_any())
    });
    view! {
        <Show when=move || any.get()>
            <button type="button" class="button" on:click=save>{say("calls-to-calendar")}</button>
        </Show>
        <Export save=Callback::new(move |format| save_as(&calls, format)) formats=&[Format::Csv, Format::Json]/>
        {published.into_iter().collect_view()}
    }
}

/// Saves the calls that match now as a file; whether that worked.
fn save_as(calls: &Calls, format: Format) -> bool {
    let rows = calls.finder.outcome.with_untracked(|outcome| outcome.rows.clone());
    calls.index.with_untracked(|index| {
        let matches: Vec<&Call> = rows.iter().map(|row| &**index.records()[*row as usize].call()).collect();
        let note = export_note(calls.finder.app, &calls.atlas.get_value());
        let text = match format {
            Format::Csv => dataset::calls_csv(&matches, &note),
            _ => dataset::calls_json(&matches, &note),
        };
        download("calls", format, &text, &note)
    })
}

/// List or timeline.
#[component]
fn Views() -> impl IntoView {
    let finder = expect_context::<Finder>();
    let link = move |view: View| {
        let mut params = finder.params.get();
        params.view = view;
        params.link()
    };
    let is_timeline = Memo::new(move |_| finder.params.with(|params| params.view) == View::Timeline);
    view! {
        <nav class="views" aria-label=say("views")>
            <a href=move || link(View::default()) aria-current=move || (!is_timeline.get()).then_some("true")>
                {say("view-list")}
            </a>
            <a href=move || link(View::Timeline) aria-current=move || is_timeline.get().then_some("true")>
                {say("view-timeline")}
            </a>
        </nav>
    }
}

/// Only calls that close soon enough to matter, or late enough to be answered.
#[component]
fn ClosesWithin() -> impl IntoView {
    let finder = expect_context::<Finder>();
    let choose = move |event| {
        let days = event_target_value(&event).parse().ok();
        finder.filter(|params| params.closes_within = days);
    };
    let chosen = Memo::new(move |_| finder.params.with(|params| params.closes_within));
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
            <b>{say("closes-within")}</b>
            <select on:change=choose>
                <option value="" selected=move || chosen.get().is_none()>{say("closes-any-time")}</option>
                {move || {
                    choices()
                        .into_iter()
                        .map(|days| {
                            let words = text!("closes-within-days", "days" => u32::from(days));
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
    let finder = calls.finder;
    let with_status = move |status: CallStatus| {
        let mut params = FindParams::of(Collection::Calls);
        params.at = finder.params.with(|params| params.at);
        params.facets[0] = vec![status.as_str().to_owned()];
        params.link()
    };
    let none = Memo::new(move |_| {
        let asked_for_others = finder.params.with(|params| {
            // Whoever looks at the archive does not ask what is open.
            let current = [CallStatus::Open, CallStatus::Forthcoming].map(CallStatus::as_str);
            let asked = params.chosen("status");
            !asked.is_empty() && !asked.iter().any(|status| current.contains(&status.as_str()))
        });
        !asked_for_others && calls.with_status(CallStatus::Open, false) == 0
    });
    view! {
        <Show when=move || none.get()>
            <div class="none-open">
                <p><b>{move || text!("calls-none-open", "date" => date(calls.now.get().in_brussels().day))}</b></p>
                <p>
                    {move || {
                        let count = calls.with_status(CallStatus::Forthcoming, false);
                        let words = text!("calls-forthcoming", "count" => count as f64);
                        // What leads nowhere is no link.
                        if count == 0 {
                            return words.into_any();
                        }
                        view! { <a href=with_status(CallStatus::Forthcoming)>{words}</a> }.into_any()
                    }}
                    " "
                    {move || {
                        let count = calls.with_status(CallStatus::Unknown, false);
                        (count > 0).then(|| {
                            let words = text!("calls-undated", "count" => count as f64);
                            view! { <a href=with_status(CallStatus::Unknown)>{words}</a> " " }.into_any()
                        })
                    }}
                    {move || {
                        let count = calls.with_status(CallStatus::Closed, false);
                        (count > 0).then(|| {
                            let words = text!("calls-archive", "count" => count as f64);
                            view! { <a href=with_status(CallStatus::Closed)>{words}</a> }.into_any()
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
        calls.finder.params.with(|params| params.at)?;
        let count = calls.index.with(|index| {
            calls.finder.outcome.with(|outcome| {
                let records = outcome.rows.iter().map(|row| &index.records()[*row as usize]);
                let open = records.filter(|record| record.status() == CallStatus::Open);
                open.filter(|record| record.call().opened().is_none()).count()
            })
        });
        (count > 0).then(|| text!("calls-unsure", "count" => count as f64))
    };
    move || unsure().map(|words| view! { <p class="quiet unsure">{words}</p> }.into_any())
}
