//! A country's policies: by type, and on a time line.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::{Policy, PolicyKind, decimal};
use crate::explore::sort_values;
use crate::landscape::{PolicyFigures, share, years_of};
use crate::route::Route;
use crate::ui::components::StatusMark;
use crate::ui::messages::{tr, tr_view};

use super::Counting;
use super::charts::{Bar, ChartWords, bar_chart};

/// Policies by type, beside the part that each type has of all policies here.
pub fn by_type(counting: Counting, code: &str, figures: PolicyFigures, all: &[Arc<Policy>]) -> AnyView {
    let typed = figures.all - figures.without_kind;
    let all_typed = all.iter().filter(|policy| policy.kind.is_some()).count();
    let bars = PolicyKind::ALL.iter().zip(figures.kinds).map(|(kind, count)| {
        let of_all = all.iter().filter(|policy| policy.kind == Some(*kind)).count();
        Bar {
            name: counting.labels.with(|labels| labels.of("kind", kind.as_str())),
            href: Some(
                counting.list(Collection::Policies, &[("country", &[code]), ("kind", &[kind.as_str()])]),
            ),
            value: f64::from(count),
            share: share(count, typed),
            average: share(of_all as u32, all_typed as u32),
            remark: None,
        }
    });
    let note = (figures.without_kind > 0)
        .then(|| tr!("country-policies-untyped", "count" => f64::from(figures.without_kind)));
    let words = ChartWords {
        title: tr("country-policies-by-type"),
        note: Some([tr("country-policies-note"), note.unwrap_or_default()].join(" ")),
        names: tr("facet-kind-policy"),
        values: tr("nav-policies"),
        average: Some(tr("chart-average")),
        file: ["policies", "-", code].concat(),
    };
    bar_chart(words, bars.collect())
}

/// Policies from their first to their last year; those without a date are named below.
pub fn time_line(counting: Counting, own: &[Arc<Policy>]) -> AnyView {
    let now = counting.now();
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
        let href = Route::Record {
            collection: Collection::Policies,
            id: policy.id.as_str().to_owned(),
            at: counting.day(),
        };
        view! { <a class="bar-name" href=href.to_hash()>{policy.name.clone()}</a> }.into_any()
    };
    let items = dated.iter().map(|(from, to, policy)| {
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
            <li>
                {link(policy)}
                <span class="bar-track" aria-hidden="true"><span class="chart-bar" class:open=to.is_none() style:margin-left=left style:width=part(years)></span></span>
                <span class="bar-value"><span class="number">{words}</span> " " <StatusMark status/></span>
            </li>
        }
        .into_any()
    });
    let items = items.collect_view();
    let without = (!undated.is_empty()).then(|| {
        let items = undated.iter().map(|policy| view! { <li>{link(policy)}</li> }.into_any()).collect_view();
        view! { <h4>{tr_view("status-undated")}</h4> <ul class="plain">{items}</ul> }.into_any()
    });
    let scale = (!dated.is_empty()).then(|| {
        view! { <p class="scale" aria-hidden="true"><span>{first.to_string()}</span><span>{last.to_string()}</span></p> }.into_any()
    });
    view! {
        <section class="chart">
            <h3>{tr_view("country-policies-time")}</h3>
            {scale}
            <ul class="bars spans">{items}</ul>
            {without}
        </section>
    }
    .into_any()
}
