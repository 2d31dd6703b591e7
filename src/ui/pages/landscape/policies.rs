//! A country's policies by type.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{Collection, Policy};
use crate::domain::PolicyKind;
use crate::landscape::{PolicyFigures, share};
use crate::ui::messages::tr;

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
