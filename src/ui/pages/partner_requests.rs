//! Partner requests: who looks for whom, for what.

use leptos::prelude::*;

use crate::dataset;
use crate::domain::{Instant, PartnerRequest, RequestStatus};
use crate::explore::{Index, RequestAt};
use crate::route::{Collection, Route};
use crate::ui::components::{Export, FindPage, Format, StatusMark, download, export_note, page_title};
use crate::ui::finder::Finder;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, said, say, text};
use crate::ui::shelf::Records;
use crate::ui::state::{Atlas, Shared, app};
use crate::ui::times;

use super::trainings::moment_of;

/// What the lines of the list share.
#[derive(Clone, Copy)]
struct Requests {
    finder: Finder,
    index: Memo<Shared<Index<RequestAt>>>,
    now: Memo<Instant>,
}

/// The page.
#[component]
pub fn PartnerRequestsPage(atlas: Shared<Atlas>, records: Records<PartnerRequest>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || said("requests-title"));
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let at = Memo::new(move |_| app.params_of(Collection::PartnerRequests).at);
    let now = moment_of(at, {
        let records = records.clone();
        move |now| records.iter().map(|request| request.status(now)).collect::<Vec<_>>()
    });
    let index = Memo::new(move |_| {
        let requests = records.iter().map(|request| RequestAt::new(request.clone(), now.get()));
        let labels = labels.get();
        Shared::new(Index::build(requests.collect(), &|facet, value, visit| {
            labels.visit(Collection::PartnerRequests, facet, value, visit);
        }))
    });
    let finder = Finder::new(app, Collection::PartnerRequests, Memo::new(move |_| index.get().catalogue()));
    provide_context(finder);
    provide_context(Requests { finder, index, now });
    let save = Callback::new(move |format| {
        let rows = finder.outcome.with_untracked(|outcome| outcome.rows.clone());
        index.with_untracked(|index| {
            let matches: Vec<&PartnerRequest> =
                rows.iter().map(|row| &**index.records()[*row as usize].request()).collect();
            let note = export_note(app, &atlas);
            download("partner-requests", format, &dataset::partner_requests_json(&matches, &note), &note)
        })
    });
    let tools = view! { <Export save formats=&[Format::Json]/> }.into_any();
    let count = Signal::derive(move || match finder.outcome.with(|outcome| outcome.rows.len()) {
        0 => said("requests-count-none"),
        count => text!("requests-count", "count" => count as f64),
    });
    let introduce =
        Route::NewPartnerRequest { organisations: Vec::new(), call: None, correct: None }.to_hash();
    let beside = view! {
        <a class="button primary" href=introduce>{say("introduce-request")}</a>
        <a class="button" href="#/sign-ups">{say("sign-ups-title")}</a>
    };
    view! {
        <FindPage heading="requests-title" count draw=line order="sort-deadline" beside=beside.into_any() tools/>
    }
}

fn line(row: u32) -> AnyView {
    let Requests { finder, index, now } = expect_context::<Requests>();
    let now = now.get_untracked();
    let at = finder.params.with_untracked(|params| params.at);
    let (request, status) = index.with_untracked(|index| {
        let record = &index.records()[row as usize];
        (record.request().clone(), record.status())
    });
    let href = Route::PartnerRequest { id: request.id.as_str().to_owned(), at }.to_hash();
    let (title, requester, kind) = (request.title.clone(), request.requester.clone(), request.kind.as_str());
    let labels = finder.labels;
    view! {
        <div class="line">
            <h3><a href=href title=title.clone()>{title.clone()}</a></h3>
            <p class="place">{move || requester.clone().unwrap_or_else(|| said("request-asker-unknown"))}</p>
            <p class="tags">
                <StatusMark status=status.as_str()/>
                <span class="tag">{move || labels.with(|labels| labels.of("kind", kind))}</span>
                <span class="when">{move || when(&request, status, now)}</span>
            </p>
        </div>
    }
    .into_any()
}

/// Until when one can answer, in a sentence.
pub fn when(request: &PartnerRequest, status: RequestStatus, now: Instant) -> String {
    match (status, request.deadline, request.published) {
        (_, Some(day), _) => {
            let closes = times::closes(day, None, now);
            text!("dot", "first" => date(day), "second" => closes)
        }
        (_, None, Some(day)) => text!("request-published", "date" => date(day)),
        _ => said("request-no-deadline"),
    }
}
