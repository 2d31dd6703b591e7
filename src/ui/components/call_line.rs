//! A call in a few lines, wherever it appears in a list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{Collection, call_line};
use crate::domain::{Call, Day, Instant};
use crate::ui::atlas::Atlas;
use crate::ui::messages::tr_view;
use crate::ui::shared::Shared;

use super::{LineOf, line_view};

/// A list line: the title as a heading that leads to the call, who issues it, and until when.
#[component]
pub fn CallLine(
    call: Arc<Call>,
    now: Instant,
    at: Option<Day>,
    atlas: Shared<Atlas>,
    /// What is said below: why it fits, for instance.
    #[prop(optional_no_strip)]
    remark: Option<AnyView>,
) -> impl IntoView {
    let of = LineOf {
        collection: Collection::Calls,
        id: call.id.as_str().to_owned(),
        title: call.title.clone(),
        now,
        at,
    };
    line_view(call_line(&call, now), of, &atlas, remark)
}

/// A quiet line under a call or an organisation: why the two fit.
pub fn reasons_line(reasons: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! { <p class="quiet reasons">{tr_view("reasons")} " " {reasons}</p> }.into_any()
}
