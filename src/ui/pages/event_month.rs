//! Events of a month: a grid of its days, or where there is no room for one a list by day.
//!
//! The grid follows the pattern of the ARIA Authoring Practices for dates: one day of it can be reached by Tab, the arrow
//! keys go on from there, over the edge of the month too. What takes place on the chosen day is listed beneath.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::browser;
use crate::collection::facet::MONTH;
use crate::domain::{Day, Event, Month, weekday};
use crate::explore::{Agenda, EventAt, nearest_month};
use crate::route::{FindParams, Route, left_out};
use crate::ui::collection_page::CollectionPage;
use crate::ui::components::row_line;
use crate::ui::messages::{language, tr, tr_view, tr_with};

/// Where the style sheet has no room for seven days side by side.
const NARROW: &str = "(max-width: 44rem)";
/// Events that a day of the grid names; the rest are counted, and all are in the list of the day.
const NAMED: usize = 3;

/// The month that is shown, and what is in it.
#[derive(Clone, PartialEq)]
struct Page {
    month: Month,
    /// Whether the address asks for it.
    asked: bool,
    agenda: Agenda,
    /// The months in which something matches, whichever is asked for.
    months: BTreeSet<Month>,
    /// The matches that are known to the year at best.
    undated: Vec<u32>,
    today: Day,
}

impl Page {
    fn of(events: &CollectionPage<Event>) -> Self {
        let search = events.search;
        let params = search.params.get();
        let asked = params.chosen(MONTH).iter().filter(|value| left_out(value).is_none());
        let asked: Vec<&String> = asked.collect();
        let today = events.now.get().in_brussels().day;
        // The other filters hold, the month does not.
        let mut others = params.clone();
        let left_out_months = params.chosen(MONTH).iter().filter(|value| left_out(value).is_some());
        others.facets.set(MONTH, left_out_months.cloned().collect());
        let query = others.query();
        let rows = search.catalogue.with(|index| search.app.run(index.core(), &query).rows);
        let (months, undated) = events.index.with(|index| {
            let at = |row: &u32| &index.records()[*row as usize];
            let months: BTreeSet<Month> = rows.iter().flat_map(|row| at(row).months()).copied().collect();
            let undated: Vec<u32> = rows.iter().copied().filter(|row| at(row).months().is_empty()).collect();
            (months, undated)
        });
        let given = asked.iter().find_map(|value| value.parse().ok());
        let month = given.or_else(|| nearest_month(months.iter().copied(), Month::of(today)));
        let month = month.unwrap_or_else(|| Month::of(today));
        let agenda = events.index.with(|index| {
            search.outcome.with(|outcome| {
                let record = |row: &u32| -> (u32, &EventAt) { (*row, &index.records()[*row as usize]) };
                Agenda::of(month, outcome.rows.iter().map(record))
            })
        });
        let undated = if asked.is_empty() { undated } else { Vec::new() };
        Self { month, asked: !asked.is_empty(), agenda, months, undated, today }
    }

    /// The events of the month, each once.
    fn count(&self) -> usize {
        let rows: BTreeSet<u32> = self.agenda.days().flat_map(|(_, rows)| rows).copied().collect();
        rows.len() + self.agenda.without_day.len()
    }

    /// The day that is chosen at first: today, else the first with an event, else the first.
    fn first_choice(&self) -> Day {
        if Month::of(self.today) == self.month {
            return self.today;
        }
        self.agenda.days().next().map_or_else(|| self.month.first(), |(day, _)| day)
    }
}

/// The same view of another month.
fn in_month(params: &FindParams, month: Month) -> FindParams {
    let mut params = FindParams { sel: None, ..params.clone() };
    let left_out_months = params.chosen(MONTH).iter().filter(|value| left_out(value).is_some());
    let months = left_out_months.cloned().chain([month.to_string()]).collect();
    params.facets.set(MONTH, months);
    params
}

fn month_name(month: Month) -> String {
    browser::format_month(month.first(), &language())
}

/// The identifier of a day's cell.
fn cell_id(day: Day) -> String {
    ["d", &day.to_string()].concat()
}

/// The month of the address, or the nearest one in which something matches.
pub fn month_view() -> AnyView {
    let events = expect_context::<CollectionPage<Event>>();
    let page = Memo::new(move |_| Page::of(&events));
    let narrow = browser::media(NARROW);
    view! {
        <section class="in-place month" aria-labelledby="month-title">
            <MonthNavigation page/>
            {move || if narrow.get() { days_view(page).into_any() } else { view! { <MonthGrid page/> }.into_any() }}
            // A day cannot be chosen on paper: all of them follow the grid.
            {move || (events.search.app.printing.get() && !narrow.get()).then(|| days_view(page).into_any())}
            {move || list_beneath(page.with(|page| page.agenda.without_day.clone()), "month-without-day", page)}
            {move || list_beneath(page.with(|page| page.undated.clone()), "month-undated", page)}
        </section>
    }
    .into_any()
}

/// The month in words, what is in it, and the ways to others.
#[component]
fn MonthNavigation(page: Memo<Page>) -> impl IntoView {
    let events = expect_context::<CollectionPage<Event>>();
    let search = events.search;
    let link = move |month: Month| search.params.with(|params| in_month(params, month).link());
    let step = move |by: i32, words: &'static str| {
        let month = move || page.with(|page| page.month.plus(by));
        let name = move || tr_with(words, &[("month", month_name(month()).into())]);
        view! { <a class="button" href=move || link(month())>{name}</a> }.into_any()
    };
    // Beyond months in which nothing matches, one step leads to where something does.
    let further = move |ahead: bool| {
        let to = page.with(|page| {
            let other = |month: &&Month| if ahead { **month > page.month } else { **month < page.month };
            let mut others = page.months.iter().filter(other).copied();
            let nearest = if ahead { others.next() } else { others.next_back() };
            nearest.filter(|month| (month.number() - page.month.number()).abs() > 1)
        });
        to.map(|month| {
            let words = if ahead { "month-later-match" } else { "month-earlier-match" };
            let words = tr_with(words, &[("month", month_name(month).into())]);
            view! { <a href=link(month)>{words}</a> }.into_any()
        })
    };
    let said = move || {
        page.with(|page| {
            let month = month_name(page.month);
            if page.count() > 0 {
                tr!("month-count", "count" => page.count() as f64, "undated" => page.agenda.without_day.len() as f64)
            } else if page.months.is_empty() {
                tr("month-none-at-all")
            } else {
                tr!("month-none", "month" => month)
            }
        })
    };
    let elsewhere = move || {
        page.with(|page| {
            let now = Month::of(page.today);
            (!page.asked && page.month != now)
                .then(|| tr!("month-nearest", "now" => month_name(now), "month" => month_name(page.month)))
        })
    };
    view! {
        <div class="month-head">
            <h3 id="month-title">{move || page.with(|page| month_name(page.month))}</h3>
            <nav class="month-steps" aria-label=tr_view("month-steps")>
                {step(-1, "month-before")}
                {step(1, "month-after")}
                {move || further(false)}
                {move || further(true)}
            </nav>
            <p>{said}</p>
            {move || elsewhere().map(|words| view! { <p class="quiet">{words}</p> }.into_any())}
        </div>
    }
}

/// Which day weeks begin with: where the visitor is, if that is said, else where the language is.
fn week_begins(language: &str) -> u8 {
    let of_language = |tag: &String| tag.split_once('-').is_some_and(|(spoken, _)| spoken == language);
    let tag = browser::preferred_languages().into_iter().find(of_language);
    let tag = tag.unwrap_or_else(|| browser::regional(language).to_owned());
    browser::first_weekday(&tag).unwrap_or(1)
}

/// The days of the month, of which one is chosen, and what takes place on that one.
#[component]
fn MonthGrid(page: Memo<Page>) -> impl IntoView {
    let events = expect_context::<CollectionPage<Event>>();
    let search = events.search;
    let wanted = RwSignal::new(None::<Day>);
    let month = Memo::new(move |_| page.with(|page| page.month));
    let chosen = Memo::new(move |_| {
        let here = wanted.get().filter(|day| Month::of(*day) == month.get());
        here.unwrap_or_else(|| page.with(Page::first_choice))
    });
    let begins = Memo::new(move |_| week_begins(&language()));
    let go = move |day: Day| {
        wanted.set(Some(day));
        if Month::of(day) != month.get_untracked() {
            let params = in_month(&search.now(), Month::of(day));
            search.app.adjust(params.route());
        }
        browser::focus_soon(&cell_id(day));
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let day = chosen.get_untracked();
        let number = day.date().day();
        let in_week = i32::from((weekday(day) + 7 - begins.get_untracked()) % 7);
        let months = |by: i32| Month::of(day).plus(by).day(number);
        let to = match (event.key().as_str(), event.shift_key()) {
            ("ArrowLeft", false) => day.plus(-1),
            ("ArrowRight", false) => day.plus(1),
            ("ArrowUp", false) => day.plus(-7),
            ("ArrowDown", false) => day.plus(7),
            ("Home", false) => day.plus(-in_week).max(Month::of(day).first()),
            ("End", false) => day.plus(6 - in_week).min(Month::of(day).last()),
            ("PageUp", false) => months(-1),
            ("PageDown", false) => months(1),
            ("PageUp", true) => months(-12),
            ("PageDown", true) => months(12),
            ("Enter" | " ", false) if !on_link(&event) => {
                event.prevent_default();
                browser::focus_soon("chosen-day");
                return;
            }
            _ => return,
        };
        event.prevent_default();
        go(to);
    };
    let heads = move || {
        let language = language();
        let week = page.with(|page| page.month.weeks(begins.get()));
        // A week in the middle of a month has all its days.
        let week = week.into_iter().nth(1).unwrap_or_default();
        let head = |day: Day| {
            let [long, short] = browser::format_weekday(day, &language);
            view! { <th role="columnheader" scope="col" abbr=long.clone() aria-label=long>{short}</th> }
                .into_any()
        };
        week.into_iter().flatten().map(head).collect_view()
    };
    let weeks = move || {
        let (weeks, today) = page.with(|page| (page.month.weeks(begins.get()), page.today));
        let week = |week: [Option<Day>; 7]| {
            let cells = week.into_iter().map(|day| match day {
                Some(day) => day_cell(&events, page, chosen, wanted, day, day == today),
                // A day of another month.
                None => view! { <td role="gridcell" class="outside"></td> }.into_any(),
            });
            view! { <tr role="row">{cells.collect_view()}</tr> }.into_any()
        };
        weeks.into_iter().map(week).collect_view()
    };
    view! {
        <table class="month-grid" role="grid" aria-labelledby="month-title" aria-describedby="month-keys" on:keydown=on_key>
            <thead><tr role="row">{heads}</tr></thead>
            <tbody>{weeks}</tbody>
        </table>
        <p id="month-keys" class="quiet">{tr_view("month-keys")}</p>
        <ChosenDay page chosen/>
    }
}

/// Whether a key was pressed on a link inside a cell, which knows itself what to do.
fn on_link(event: &leptos::ev::KeyboardEvent) -> bool {
    use leptos::wasm_bindgen::JsCast as _;
    let target = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
    target.is_some_and(|element| element.tag_name() == "A")
}

fn day_cell(
    events: &CollectionPage<Event>,
    page: Memo<Page>,
    chosen: Memo<Day>,
    wanted: RwSignal<Option<Day>>,
    day: Day,
    is_today: bool,
) -> AnyView {
    let is_chosen = Memo::new(move |_| chosen.get() == day);
    let rows = page.with(|page| page.agenda.on(day).to_vec());
    let count = rows.len();
    let is_busy = count > 0;
    let name = move || {
        let date = browser::format_full_date(day, &language());
        tr!("month-day", "date" => date, "count" => count as f64)
    };
    let at = events.search.params.with_untracked(|params| params.at);
    let named = rows.iter().take(NAMED).map(|row| {
        let (id, title) = events.of(*row, |at| (at.event().id.as_str().to_owned(), at.event().title.clone()));
        let route = Route::Record { collection: events.search.collection, id, at };
        let whole = title.clone();
        // Tab goes on to the list of the chosen day, where the same links are.
        view! { <li><a tabindex="-1" href=route.to_hash() title=whole>{title}</a></li> }.into_any()
    });
    let named = is_busy.then(|| view! { <ul>{named.collect_view()}</ul> }.into_any());
    let more = (count > NAMED).then(|| {
        let words = move || tr!("month-more", "count" => (count - NAMED) as f64);
        view! { <p class="more">{words}</p> }.into_any()
    });
    view! {
        <td
            role="gridcell"
            id=cell_id(day)
            class:busy=is_busy
            tabindex=move || if is_chosen.get() { "0" } else { "-1" }
            aria-selected=move || is_chosen.get().to_string()
            aria-current=is_today.then_some("date")
            aria-label=name
            on:click=move |_| wanted.set(Some(day))
        >
            <span class="number">{day.date().day().to_string()}</span>
            {named}
            {more}
        </td>
    }
    .into_any()
}

/// What takes place on the chosen day.
#[component]
fn ChosenDay(page: Memo<Page>, chosen: Memo<Day>) -> impl IntoView {
    let rows = Memo::new(move |_| page.with(|page| page.agenda.on(chosen.get()).to_vec()));
    let heading = move || {
        let date = browser::format_full_date(chosen.get(), &language());
        tr!("month-day", "date" => date, "count" => rows.with(Vec::len) as f64)
    };
    view! {
        <section class="chosen-day" aria-labelledby="chosen-day">
            <h3 id="chosen-day" tabindex="-1">{heading}</h3>
            {move || {
                // The same rows are said otherwise on another day.
                page.track();
                lines(rows.get())
            }}
        </section>
    }
}

/// The days of the month on which something takes place, one after the other.
fn days_view(page: Memo<Page>) -> impl IntoView {
    move || {
        let days =
            page.with(|page| page.agenda.days().map(|(day, rows)| (day, rows.to_vec())).collect::<Vec<_>>());
        let day = |(day, rows): (Day, Vec<u32>)| {
            view! {
                <li>
                    <h3>{move || browser::format_full_date(day, &language())}</h3>
                    {lines(rows)}
                </li>
            }
            .into_any()
        };
        let days = days.into_iter().map(day).collect_view();
        view! { <ol class="agenda" aria-labelledby="month-title">{days}</ol> }
    }
}

/// Matches without a day, or without a month, under a heading that counts them.
fn list_beneath(rows: Vec<u32>, words: &'static str, page: Memo<Page>) -> Option<AnyView> {
    let count = rows.len() as f64;
    (count > 0.0).then(|| {
        let heading = move || {
            let month = page.with(|page| month_name(page.month));
            tr_with(words, &[("count", count.into()), ("month", month.into())])
        };
        view! { <section class="beneath"><h3>{heading}</h3>{lines(rows)}</section> }.into_any()
    })
}

fn lines(rows: Vec<u32>) -> AnyView {
    let lines = rows.into_iter().map(|row| view! { <li>{row_line::<Event>(row)}</li> }.into_any());
    view! { <ul class="plain-lines">{lines.collect_view()}</ul> }.into_any()
}
