//! The list of policies: what it has beyond what every list has.

use leptos::prelude::*;

use crate::collection::Policy;
use crate::route::View;
use crate::ui::collection_page::CollectionPage;
use crate::ui::components::{OtherView, policy_years};
use crate::ui::list_page::ListSlots;

/// What may stand in place of the list.
const VIEWS: &[OtherView] = &[OtherView { view: View::Timeline, words: "view-timeline", draw: time_line }];

/// The policies on a time line of years.
pub fn policy_slots() -> ListSlots {
    ListSlots { views: VIEWS, ..ListSlots::default() }
}

fn time_line() -> AnyView {
    let policies = expect_context::<CollectionPage<Policy>>();
    let drawn = move || {
        let (now, at) = (policies.now.get(), policies.search.params.with(|params| params.at));
        let rows = policies.search.outcome.with(|outcome| outcome.rows.clone());
        let shown: Vec<_> = policies
            .index
            .with(|index| rows.iter().map(|row| index.records()[*row as usize].policy().clone()).collect());
        policy_years(&shown, now, at)
    };
    view! { <div class="policy-view">{drawn}</div> }.into_any()
}
