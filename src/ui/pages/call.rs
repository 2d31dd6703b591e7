//! An open call: everything known of it, every cut-off, and who could answer it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::facet::{COUNTRY, ECOSYSTEM, EXPERTISE};
use crate::collection::{Collection, Network};
use crate::domain::{Call, CallStatus, CutOff, Day, Distance, Instant};
use crate::explore::{CallMatcher, FacetId, Reason, organisations_for};
use crate::route::{FindParams, Route};
use crate::ui::atlas::Atlas;
use crate::ui::calendars;
use crate::ui::components::{Fact, OrganisationLine, Slots, Viewed, reasons_line};
use crate::ui::labels::Labels;
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::reasons;
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::times;

/// Organisations named as able to answer.
const ANSWERERS: usize = 8;

/// What the page has beyond its sections: the dates, what to do with them, and who could answer.
pub fn call_parts(viewed: &Viewed<Call>) -> Slots {
    let Viewed { record: call, at, now, atlas } = viewed;
    let (at, now) = (*at, *now);
    let (awaited, dated) = (call.clone(), call.clone());
    let middle = view! {
        <h2>{tr_view("call-dates")}</h2>
        {move || until(&awaited, now.get())}
        {move || view! { <Dates call=dated.clone() now=now.get()/> }}
    };
    Slots {
        actions: Some(view! { <Actions call=call.clone() now atlas=atlas.clone()/> }.into_any()),
        notes: Some(issuing_networks(call.id.as_str()).into_any()),
        middle: Some(middle.into_any()),
        aside: Some(view! { <Answerers call=call.clone() atlas=atlas.clone() at/> }.into_any()),
        ..Slots::default()
    }
}

/// The networks that the call is of, once they are there: a Eurocluster passes its money on by such calls.
fn issuing_networks(call: &str) -> impl Fn() -> Option<AnyView> + use<> {
    let call = call.to_owned();
    move || {
        let networks = app().store.records::<Network>()?;
        let is_of = |network: &&Arc<Network>| network.related.calls.iter().any(|id| id.as_str() == call);
        let links: Vec<AnyView> = networks
            .iter()
            .filter(is_of)
            .map(|network| {
                let route = Route::record(Collection::Networks, network.id.as_str());
                let href = route.on(app().day()).to_hash();
                view! { " " <a href=href>{network.name.clone()}</a> }.into_any()
            })
            .collect();
        (!links.is_empty()).then(|| view! { <p>{tr_view("call-of-network")} {links}</p> }.into_any())
    }
}

#[component]
fn Actions(call: Arc<Call>, now: Memo<Instant>, atlas: Shared<Atlas>) -> impl IntoView {
    let app = app();
    let id = call.id.as_str().to_owned();
    let request =
        Route::NewPartnerRequest { organisations: Vec::new(), call: Some(id), correct: None, like: None }
            .to_hash();
    let dated = call.clone();
    let has_dates = Memo::new(move |_| dated.next_cutoff(now.get()).is_some());
    let save_dates = {
        let call = call.clone();
        move |_| {
            let file = format!("{}.ics", call.id.as_str());
            let done = calendars::download_calls(&file, [&*call], now.get_untracked(), &atlas);
            app.announce(tr(if done { "calendar-done" } else { "export-failed" }));
        }
    };
    view! {
        <Show when=move || has_dates.get()>
            <button type="button" class="button" on:click=save_dates.clone()>{tr_view("calendar-add")}</button>
        </Show>
        <a class="button" href=request>{tr_view("introduce-request")}</a>
    }
}

/// For an open call: how far off the next cut-off is, and the close.
fn until(call: &Arc<Call>, now: Instant) -> Option<AnyView> {
    let open = call.status(now) == CallStatus::Open && call.next_cutoff(now).is_some();
    let call = call.clone();
    open.then(|| view! { <p class="lead">{move || times::call_closes(&call, now)}</p> }.into_any())
}

/// Opening, every cut-off with those that have passed struck through, and the close.
#[component]
fn Dates(call: Arc<Call>, now: Instant) -> impl IntoView {
    let next = call.next_cutoff(now).cloned();
    let status = call.status(now);
    let opens = call.opens.map(|day| view! { <DayFact day now/> }.into_any());
    let published = call.published.map(|day| view! { <DayFact day now/> }.into_any());
    let cutoffs = call.cutoffs.clone();
    let unknown = if call.deadline_known { "not-known" } else { "call-deadline-unknown" };
    let in_words = call.deadline_words.clone().map(|words| {
        view! { <p>{move || tr!("call-deadline-words", "words" => words.as_str())}</p> }.into_any()
    });
    let list = (!cutoffs.is_empty()).then(|| {
        let items = cutoffs
            .into_iter()
            .map(|cutoff| {
                let is_next = Some(&cutoff) == next.as_ref() && status != CallStatus::Cancelled;
                view! { <li><CutOffFact cutoff is_next now/></li> }.into_any()
            })
            .collect_view();
        view! { <ol class="cutoffs">{items}</ol> }.into_any()
    });
    let list = match (list, in_words) {
        (Some(list), Some(words)) => Some(view! { <div>{list}{words}</div> }.into_any()),
        (list, words) => list.or(words),
    };
    view! {
        {(status == CallStatus::Cancelled).then(|| view! { <p class="warning">{tr_view("call-cancelled")}</p> }.into_any())}
        <dl class="facts">
            <Fact name="call-opens-on" value=opens/>
            <Fact name="call-cutoffs" value=list absent=unknown/>
            {published.map(|day| view! { <Fact name="call-published" value=Some(day)/> }.into_any())}
        </dl>
    }
}

#[component]
fn DayFact(day: Day, now: Instant) -> impl IntoView {
    let away = move || times::away(Distance::between(now, day, None));
    view! { <span>{move || date(day)}</span> " " <span class="quiet">{move || tr!("in-brackets", "words" => away())}</span> }
}

/// A cut-off: date first, the countdown beside it, the visitor's own time where it differs.
#[component]
fn CutOffFact(cutoff: CutOff, is_next: bool, now: Instant) -> impl IntoView {
    let passed = cutoff.passed(now);
    let note = cutoff.note.clone();
    let (shown, own, distance) = (cutoff.clone(), cutoff.clone(), cutoff.distance(now));
    let moment = move || times::cutoff(&shown);
    let moment = if passed {
        view! { <s>{moment}</s> " " <span class="status" data-status="closed">{tr_view("cutoff-passed")}</span> }
            .into_any()
    } else {
        view! { <b>{moment}</b> }.into_any()
    };
    view! {
        <p>
            {moment}
            {is_next.then(|| view! { " " <span class="status" data-status="open">{tr_view("cutoff-next")}</span> }.into_any())}
        </p>
        <p class="quiet">
            {move || times::away(distance)}
            {move || (!passed).then(|| times::own(own.date, own.time, None).map(|own| tr!("comma", "words" => own)))}
        </p>
        {note.map(|note| view! { <p class="quiet note">{note}</p> }.into_any())}
    }
}

/// The organisations that could answer, with the reasons in words.
#[component]
fn Answerers(call: Arc<Call>, atlas: Shared<Atlas>, at: Memo<Option<Day>>) -> impl IntoView {
    let found = organisations_for(&call, atlas.index.records(), &atlas.vocabularies);
    // Where the subject tells nobody apart, a list would only be the alphabet.
    let found: Vec<_> = found.into_iter().filter(|(_, matched)| matched.shares_subject()).collect();
    let all = found.len();
    let by_themselves = found.iter().any(|(_, matched)| matched.by_itself());
    let links = links_to_answerers(&call, &atlas);
    let some_subject = links.iter().any(|link| link.facet.is_some());
    // The mapping tool knows one subject at a time, and neither for whom a call is nor which regions it means.
    let differs = links.iter().any(|link| link.count != all);
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let note = {
        let audience = call.audience.clone();
        move || match all {
            0 if !some_subject => tr("answerers-no-subject"),
            0 => tr("answerers-none"),
            _ if by_themselves => tr!("answerers-note", "count" => all as f64),
            _ => {
                let name =
                    |term: &crate::domain::TermId| labels.with(|labels| labels.of("audience", term.as_str()));
                let audience = audience.iter().map(name).collect::<Vec<_>>().join(", ");
                tr!("answerers-members", "count" => all as f64, "audience" => audience)
            }
        }
    };
    let links = links.into_iter().map(|link| {
        let href = link.params.clone().route().on(untrack(|| app().day())).to_hash();
        let words = move || {
            let mut filters: Vec<String> = link.facet.map_or_else(Vec::new, |facet| {
                let name = |id: &String| labels.with(|labels| labels.of(facet, id));
                link.params.facets.of(facet).iter().map(name).collect()
            });
            if !link.params.facets.of(COUNTRY).is_empty() {
                filters.push(tr("answerers-eligible"));
            }
            tr!("answerers-explore", "count" => link.count as f64, "filters" => filters.join(", "))
        };
        view! { <li><a href=href>{words}</a></li> }.into_any()
    });
    let links = links.collect_view();
    let found: Vec<_> = found
        .into_iter()
        .take(ANSWERERS)
        .filter_map(|(organisation, matched)| {
            Some((atlas.index.row_of(organisation.id.as_str())?, matched.reasons))
        })
        .collect();
    let lines = move || {
        let at = at.get();
        let line = |(row, reasons): &(u32, Vec<Reason>)| {
            let (row, reasons) = (*row, reasons.clone());
            let why = {
                let atlas = atlas.clone();
                move || reasons::in_words(&reasons, &atlas)
            };
            let atlas = atlas.clone();
            view! { <li><OrganisationLine atlas row remark=None at/> {reasons_line(why)}</li> }.into_any()
        };
        found.iter().map(line).collect_view()
    };
    view! {
        <aside class="neighbours" aria-label=tr_view("answerers")>
            <section>
                <h2>{tr_view("answerers")}</h2>
                <p class="quiet">{note}</p>
                <ul class="plain-lines">{lines}</ul>
                <ul class="ways">{links}</ul>
                {differs.then(|| view! { <p class="quiet">{tr_view("answerers-differs")}</p> }.into_any())}
            </section>
        </aside>
    }
}

/// A view of the mapping tool, and how many it finds.
struct ExploreLink {
    params: FindParams,
    /// The facet that stands for the call's subject.
    facet: Option<FacetId>,
    count: usize,
}

/// The views of the mapping tool that come closest to those who could answer a call: one for the ecosystems it names,
/// one for the topics it mentions, both among the eligible countries as far as these are known; for a call that names
/// neither, those countries alone.
fn links_to_answerers(call: &Call, atlas: &Atlas) -> Vec<ExploreLink> {
    let matcher = CallMatcher::new(call, &atlas.vocabularies);
    let countries: Vec<String> =
        matcher.countries().iter().map(|country| country.as_str().to_owned()).collect();
    let ecosystems = call.ecosystems.iter().map(|term| term.as_str().to_owned()).collect::<Vec<_>>();
    let topics = matcher.mentioned().iter().map(|term| term.as_str().to_owned()).collect::<Vec<_>>();
    let mut subjects = vec![(Some(ECOSYSTEM), ecosystems), (Some(EXPERTISE), topics)];
    subjects.retain(|(_, values)| !values.is_empty());
    if subjects.is_empty() && !countries.is_empty() {
        subjects.push((None, Vec::new()));
    }
    let link = |(facet, mut values): (Option<FacetId>, Vec<String>)| {
        let mut params = FindParams::default();
        params.facets.set(COUNTRY, countries.clone());
        if let Some(facet) = facet {
            values.sort_unstable();
            params.facets.set(facet, values);
        }
        let count = atlas.index.run(&params.query()).rows.len();
        ExploreLink { params, facet, count }
    };
    subjects.into_iter().map(link).collect()
}
