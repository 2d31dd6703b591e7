//! Policies on a time line of years. Its style sheet is `landscape.css`.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{Collection, Policy};
use crate::domain::{Day, Instant, decimal};
use crate::explore::sort_values;
use crate::landscape::years_of;
use crate::route::Route;
use crate::ui::messages::{tr, tr_view};

use super::{StatusMark, is_off_paper, off_paper};

/// Policies from their first to their last year; those without a year to begin with are named below. `at` is the day of
/// viewing, which goes with the links.
pub fn policy_years(own: &[Arc<Policy>], now: Instant, at: Option<Day>) -> AnyView {
    let today = now.in_brussels().day.year();
    let mut dated: Vec<(i32, Option<i32>, &Arc<Policy>)> =
        own.iter().filter_map(|policy| years_of(policy).map(|(from, to)| (from, to, policy))).collect();
    let key = |(from, to, _): &(i32, Option<i32>, &Arc<Policy>)| (*from, to.unwrap_or(i32::MAX));
    sort_values(&mut dated, &|a, b| key(a).cmp(&key(b)));
    let undated: Vec<&Arc<Policy>> = own.iter().filter(|policy| years_of(policy).is_none()).collect();
    let first = dated.iter().map(|(from, ..)| *from).min().unwrap_or(today);
    let last = dated.iter().map(|(from, to, _)| to.unwrap_or(*from)).max().unwrap_or(today).max(today);
    let all = f64::from(last - first + 1);
    let part =
        |years: f64| [decimal::written((years / all * 10_000.0).round() / 100.0), "%".to_owned()].concat();
    let link = |policy: &Policy| {
        let href = Route::Record { collection: Collection::Policies, id: policy.id.as_str().to_owned(), at };
        view! { <a class="bar-name" href=href.to_hash()>{policy.name.clone()}</a> }.into_any()
    };
    let items = dated.iter().enumerate().map(|(at, (from, to, policy))| {
        // Where the end is not known the bar fades out at its beginning: how long it lasted nobody says.
        let years = match to {
            Some(to) => f64::from(to - from + 1),
            None => f64::from((today.max(*from) - from + 1).min(3)),
        };
        let words = match to {
            Some(to) if to == from => from.to_string(),
            Some(to) => tr!("country-years", "from" => from.to_string(), "to" => to.to_string()),
            None => tr!("country-years-open", "from" => from.to_string()),
        };
        let left = part(f64::from(from - first));
        let status = policy.status(now).as_str();
        view! {
            <li class:off-paper=is_off_paper(at)>
                {link(policy)}
                <span class="bar-track" aria-hidden="true"><span class="chart-bar" class:open=to.is_none() style:margin-left=left style:width=part(years)></span></span>
                <span class="bar-value"><span class="number">{words}</span> " " <StatusMark status/></span>
            </li>
        }
        .into_any()
    });
    let items = items.collect_view();
    let without = (!undated.is_empty()).then(|| {
        let item = |(at, policy): (usize, &&Arc<Policy>)| {
            view! { <li class:off-paper=is_off_paper(at)>{link(policy)}</li> }.into_any()
        };
        let items = undated.iter().enumerate().map(item).collect_view();
        let words = tr!("policy-years-without", "count" => undated.len() as f64);
        view! { <h4>{words}</h4> <ul class="plain">{items}</ul> {off_paper(undated.len())} }.into_any()
    });
    let scale = (!dated.is_empty()).then(|| {
        view! { <p class="scale" aria-hidden="true"><span>{first.to_string()}</span><span>{last.to_string()}</span></p> }.into_any()
    });
    view! {
        <section class="chart">
            <h3>{tr_view("country-policies-time")}</h3>
            {scale}
            <ul class="bars spans">{items}</ul>
            {off_paper(dated.len())}
            {without}
        </section>
    }
    .into_any()
}
