//! Where a record stands, in a word and a colour.

use leptos::prelude::*;

use crate::ui::labels::Labels;
use crate::ui::messages::tr_view;
use crate::ui::reactive::live;
use crate::ui::shared::Shared;

/// The mark of a status; of an open call that closes soon a second one says so.
#[component]
pub fn StatusMark(
    /// The value of the status facet.
    status: &'static str,
    /// Whether it closes soon.
    #[prop(optional)]
    soon: bool,
) -> impl IntoView {
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let mark = view! {
        <span class="status" data-status=status>{live(move || labels.with(|labels| labels.of("status", status)))}</span>
    };
    let soon = soon.then(|| {
        view! { <span class="status" data-status="soon">{tr_view("closing-soon")}</span> }.into_any()
    });
    (mark, soon)
}
