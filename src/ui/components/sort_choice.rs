//! The choice of an order.

use std::sync::Arc;

use leptos::prelude::*;

use crate::route::{FindParams, SortKey};
use crate::ui::messages::{tr, tr_view};
use crate::ui::reactive::live;
use crate::ui::search_context::SearchContext;

/// The orders that some parameters offer, each with its words; the one that stands where nothing else is asked for is the
/// first.
pub type Orders = Arc<dyn Fn(&FindParams) -> Vec<(SortKey, &'static str)> + Send + Sync>;

/// The choice of an order. An order in a link that is not offered is the first one: `sort=name`, for instance, is the usual
/// order where nothing else decides.
pub fn sort_choice(orders: Orders) -> AnyView {
    let search = expect_context::<SearchContext>();
    let choose = move |event| {
        let wanted = event_target_value(&event);
        if let Some(sort) = SortKey::ALL.iter().copied().find(|sort| sort.as_str() == wanted) {
            search.filter(|params| params.sort = sort);
        }
    };
    view! {
        <label>
            {tr_view("sort-by")} " "
            <select on:change=choose>
                {live(move || {
                    let (now, offered) = search.params.with(|params| (params.sort, orders(params)));
                    let shown = if offered.iter().any(|(sort, _)| *sort == now) { now } else { offered[0].0 };
                    offered
                        .into_iter()
                        .map(|(sort, key)| view! { <option value=sort.as_str() selected=sort == shown>{tr(key)}</option> })
                        .collect_view()
                })}
            </select>
        </label>
    }
    .into_any()
}
