//! Calls as bars from opening to close, months across; a table for those who hear it.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::domain::{Call, CallStatus, Day, Instant, Month};
use crate::route::Route;
use crate::ui::messages::{date, language, tr, tr_view};
use crate::ui::times;

use super::StatusMark;

/// Width of a month in the units of the drawing, which are CSS pixels.
const MONTH: f64 = 44.0;
/// Height of a bar's drawing.
const HEIGHT: f64 = 28.0;
/// How long a bar is at least whose opening is not known, in months: it fades in from nowhere.
const FADE: f64 = 1.0;
/// Months before the present, or before the last close where nothing is ahead, that are in sight at first.
const BEFORE: f64 = 3.0;

/// The months a timeline shows.
#[derive(Clone, Copy, PartialEq)]
struct Span {
    /// The first month, counted from year 0.
    first: i32,
    /// How many.
    months: i32,
}

fn month(day: Day) -> i32 {
    Month::of(day).number()
}

impl Span {
    fn of(calls: &[Arc<Call>], today: Day) -> Self {
        let days = calls
            .iter()
            .flat_map(|call| call.opens.into_iter().chain(call.cutoffs.iter().map(|cutoff| cutoff.date)));
        let (first, last) = days
            .map(month)
            .fold((month(today), month(today)), |(first, last), at| (first.min(at), last.max(at)));
        Self { first: first - 1, months: last - first + 3 }
    }

    /// Where a day is, in the units of the drawing.
    fn x(self, day: Day) -> f64 {
        let length = f64::from(day.date().month().length(day.year()));
        (f64::from(month(day) - self.first) + f64::from(day.date().day() - 1) / length) * MONTH
    }

    fn width(self) -> f64 {
        f64::from(self.months) * MONTH
    }
}

fn whole(number: f64) -> String {
    (number.round() as i64).to_string()
}

/// The calls, one a row, in the order given.
#[component]
pub fn Timeline(calls: Vec<Arc<Call>>, now: Instant, at: Option<Day>) -> impl IntoView {
    let today = now.in_brussels().day;
    let span = Span::of(&calls, today);
    let region = NodeRef::<html::Div>::new();
    let start = start(&calls, span, now);
    Effect::new(move |_| {
        if let Some(region) = region.get() {
            region.set_scroll_left(start as i32);
        }
    });
    let months = (0..span.months).map(|step| {
        let at = Month::numbered(span.first + step);
        let x = whole(f64::from(step) * MONTH + 3.0);
        let first_of_year = at.number() % 12 == 0 || step == 0;
        let year = first_of_year.then(|| {
            view! { <text class="year" x=x.clone() y="13">{at.year().to_string()}</text> }.into_any()
        });
        let name = move || browser::format_month_short(at.first(), &language());
        view! { {year} <text x=x y="30">{name}</text> }.into_any()
    });
    let months = months.collect_view();
    let empty = calls.is_empty();
    let rows = calls.into_iter().map(|call| row(&call, span, start, now, at)).collect_view();
    view! {
        {legend()}
        <div node_ref=region class="timeline scroll" tabindex="0" role="region" aria-label=tr_view("timeline")>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{tr_view("timeline-call")}</th>
                        <th scope="col" class="unseen">{tr_view("timeline-opens")}</th>
                        <th scope="col" class="unseen">{tr_view("timeline-cutoffs")}</th>
                        <td aria-hidden="true">
                            <svg width=whole(span.width()) height="36">{fades()}{months}</svg>
                        </td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {empty.then(|| view! { <p class="nothing">{tr_view("nothing-found-results")}</p> }.into_any())}
        </div>
    }
}

/// Where the drawing is in sight at first: the present is what one looks for; where all is over, what closed last.
fn start(calls: &[Arc<Call>], span: Span, now: Instant) -> f64 {
    let today = now.in_brussels().day;
    let current = |call: &Arc<Call>| matches!(call.status(now), CallStatus::Open | CallStatus::Forthcoming);
    let last = calls.iter().flat_map(|call| &call.cutoffs).map(|cutoff| cutoff.date).max();
    let day = if calls.iter().any(current) { today } else { last.unwrap_or(today).min(today) };
    (span.x(day) - BEFORE * MONTH).max(0.0)
}

/// How bars fade in whose opening is not stated, by status.
fn fades() -> AnyView {
    // Written as expressions: what is constant in a view is put into the page as a piece of HTML, and there a stop is
    // nothing that a gradient could have.
    let stop = |offset: &str, opacity: &str| {
        view! { <stop offset=offset.to_owned() stop-opacity=opacity.to_owned()/> }.into_any()
    };
    let fade = |status: CallStatus| {
        view! {
            <linearGradient id=["fade-", status.as_str()].concat() class="fade" data-status=status.as_str()>
                {stop("0", "0")}
                {stop("0.7", "1")}
            </linearGradient>
        }
        .into_any()
    };
    view! { <defs>{CallStatus::ALL.map(fade).collect_view()}</defs> }.into_any()
}

/// What the marks mean.
fn legend() -> AnyView {
    let bar = || {
        view! { <rect class="bar" data-status="open" x="2" y="4" width="32" height="8" rx="4"/> }.into_any()
    };
    let faded =
        || view! { <rect x="2" y="4" width="32" height="8" rx="4" fill="url(#fade-open)"/> }.into_any();
    let ring = |passed: &'static str| {
        view! { <circle class="cutoff" data-passed=passed cx="18" cy="8" r="5"/> }.into_any()
    };
    let line = || view! { <line class="today" x1="18" x2="18" y1="0" y2="16"/> }.into_any();
    let entry = |mark: AnyView, words| {
        view! { <li><svg width="36" height="16" aria-hidden="true">{mark}</svg>{words}</li> }.into_any()
    };
    view! {
        <ul class="legend timeline-marks">
            {entry(bar(), tr_view("legend-open"))}
            {entry(faded(), tr_view("legend-unstated"))}
            {entry(ring("false"), tr_view("legend-cutoff"))}
            {entry(ring("true"), tr_view("legend-passed"))}
            {entry(line(), tr_view("legend-day"))}
        </ul>
    }
    .into_any()
}

fn row(call: &Arc<Call>, span: Span, start: f64, now: Instant, at: Option<Day>) -> AnyView {
    let href = Route::Record { collection: Collection::Calls, id: call.id.as_str().to_owned(), at }.to_hash();
    let status = call.status(now);
    let opens = call.opens;
    let cutoffs = call.cutoffs.clone();
    let spoken = move || {
        let each: Vec<String> = cutoffs
            .iter()
            .map(|cutoff| {
                let moment = times::cutoff(cutoff);
                if cutoff.passed(now) { tr!("cutoff-passed-short", "moment" => moment) } else { moment }
            })
            .collect();
        if each.is_empty() { tr("not-known") } else { each.join("; ") }
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href title=call.title.clone()>{call.title.clone()}</a>
                <StatusMark status=status.as_str()/>
            </th>
            <td class="unseen">{move || opens.map_or_else(|| tr("not-known"), date)}</td>
            <td class="unseen">{spoken}</td>
            <td aria-hidden="true">{drawing(call, span, start, now, status)}</td>
        </tr>
    }
    .into_any()
}

fn drawing(call: &Call, span: Span, start: f64, now: Instant, status: CallStatus) -> impl IntoView + use<> {
    let end = call.cutoffs.iter().map(|cutoff| cutoff.date).max();
    // A call without an end goes on to the edge of what is known.
    let right = end.map_or(span.width(), |end| span.x(end));
    // Where nobody states the opening, the bar starts where somebody reported the call.
    let left = call.opened().map(|opened| span.x(opened.in_brussels().day));
    let first = call.cutoffs.iter().map(|cutoff| cutoff.date).min();
    let today_at = span.x(now.in_brussels().day);
    // An open call has begun, whenever that was.
    let latest = if status == CallStatus::Open { today_at } else { span.width() };
    let known = left.or(first.map(|first| (span.x(first) - FADE * MONTH).min(latest)));
    let today = whole(today_at);
    let bar = known.map(|left| {
        let width = (right - left).max(4.0);
        let (x, width) = (whole(left), whole(width));
        if call.opens.is_some() {
            return view! { <rect class="bar" data-status=status.as_str() x=x y="9" width=width height="10" rx="5"/> }
                .into_any();
        }
        // No start is made up: what is not stated fades in.
        let fill = ["url(#fade-", status.as_str(), ")"].concat();
        view! { <rect x=x y="9" width=width height="10" rx="5" fill=fill/> }.into_any()
    });
    // A row whose bar lies to the left of what is in sight at first says so.
    let away = end.filter(|end| span.x(*end) + 6.0 < start).map(|end| {
        let words = move || tr!("timeline-earlier", "date" => date(end));
        view! { <text class="earlier" x=whole(start + 6.0) y="18">{words}</text> }.into_any()
    });
    let marks = call
        .cutoffs
        .iter()
        .map(|cutoff| {
            let passed = cutoff.passed(now);
            view! { <circle class="cutoff" data-passed=passed.to_string() cx=whole(span.x(cutoff.date)) cy="14" r="5"/> }
                .into_any()
        })
        .collect_view();
    view! {
        <svg width=whole(span.width()) height=whole(HEIGHT)>
            <line class="today" x1=today.clone() x2=today y1="0" y2="28"/>
            {bar}
            {marks}
            {away}
        </svg>
    }
}
