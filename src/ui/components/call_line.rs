//! A call in a few lines, wherever it appears in a list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::Collection;
use crate::domain::{Call, CallStatus, CutOff, Day, Distance, Instant};
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::times;

use super::{EcosystemBadges, SaveButton, StatusMark};

/// When it matters next, in a sentence: the next cut-off and how far off it is.
pub fn when(call: &Call, now: Instant) -> String {
    match call.status(now) {
        CallStatus::Open => call.next_cutoff(now).map_or_else(
            || tr("call-open-end"),
            |next| tr!("dot", "first" => times::cutoff(next), "second" => times::call_closes(call, now)),
        ),
        CallStatus::Forthcoming => match call.opens.or(call.published) {
            Some(day) => {
                let away = times::away(Distance::between(now, day, None));
                tr!("call-opens", "date" => date(day), "away" => away)
            }
            None => tr("call-dates-unknown"),
        },
        CallStatus::Closed => last(call).map_or_else(
            || tr("call-dates-unknown"),
            |last| {
                let closed = times::closes(last.date, last.time, now);
                tr!("dot", "first" => times::cutoff(last), "second" => closed)
            },
        ),
        // The mark says it all.
        CallStatus::Cancelled | CallStatus::Unknown => String::new(),
    }
}

fn last(call: &Call) -> Option<&CutOff> {
    call.cutoffs.iter().max_by_key(|cutoff| cutoff.closes())
}

/// Whether a call is to be marked as closing soon.
pub fn closes_soon(call: &Call, now: Instant, atlas: &Atlas) -> bool {
    call.closing_soon(now, i64::from(atlas.config.closing_soon_days))
}

/// Beside the mark of an open call whose opening nobody states: it may not be open yet.
pub fn opening_mark(call: &Call, now: Instant) -> Option<AnyView> {
    let unsure = call.status(now) == CallStatus::Open && !call.opening_known();
    unsure.then(|| view! { <span class="unstated">{tr_view("call-opening-unknown")}</span> }.into_any())
}

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
    let href = Route::Record { collection: Collection::Calls, id: call.id.as_str().to_owned(), at }.to_hash();
    let soon = closes_soon(&call, now, &atlas);
    let (id, title) = (call.id.as_str().to_owned(), call.title.clone());
    let ecosystems = (!call.ecosystems.is_empty())
        .then(|| view! { <EcosystemBadges ecosystems=call.ecosystems.clone() atlas/> }.into_any());
    view! {
        <div class="line call-line">
            <h3><a href=href title=title.clone()>{title.clone()}</a></h3>
            <p class="place">{call.issuer.clone()}</p>
            <p class="tags">
                <StatusMark status=call.status(now).as_str() soon/>
                {opening_mark(&call, now)}
                <span class="when">{move || when(&call, now)}</span>
                {ecosystems}
            </p>
            {remark}
            <SaveButton collection=Collection::Calls id name=title/>
        </div>
    }
}

/// A quiet line under a call or an organisation: why the two fit.
pub fn reasons_line(reasons: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! { <p class="quiet reasons">{tr_view("reasons")} " " {reasons}</p> }.into_any()
}
