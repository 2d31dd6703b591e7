//! Partner requests: who looks for whom, for what.

use leptos::prelude::*;

use crate::collection::{Collection, CollectionRecord as _};
use crate::domain::{Call, Instant, PartnerRequest, RequestStatus};
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::collection_page::CollectionPage;
use crate::ui::components::{Export, FindPage, StatusMark, page_title};
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;
use crate::ui::store::Records;
use crate::ui::times;

/// What the lines of the list share.
type Requests = CollectionPage<PartnerRequest>;

/// The page.
#[component]
pub fn PartnerRequestsPage(atlas: Shared<Atlas>, records: Records<PartnerRequest>) -> impl IntoView {
    page_title(&atlas, || tr("requests-title"));
    // Requests name the calls they are for by their identifiers.
    app().store.load_soon::<Call>(&atlas);
    let requests = Requests::provide(atlas, records);
    let save = Callback::new(move |format| requests.save(format));
    let tools = view! { <Export save formats=PartnerRequest::FORMATS/> }.into_any();
    let count = Signal::derive(move || match requests.count() {
        0 => tr("requests-count-none"),
        count => tr!("requests-count", "count" => count as f64),
    });
    let introduce =
        Route::NewPartnerRequest { organisations: Vec::new(), call: None, correct: None }.to_hash();
    let beside = view! {
        <a class="button primary" href=introduce>{tr_view("introduce-request")}</a>
        <a class="button" href="#/sign-ups">{tr_view("sign-ups-title")}</a>
    };
    view! {
        <FindPage heading="requests-title" count draw=line order="sort-deadline" beside=beside.into_any() tools/>
    }
}

fn line(row: u32) -> AnyView {
    let requests = expect_context::<Requests>();
    let (search, now) = (requests.search, requests.now.get_untracked());
    let at = search.params.with_untracked(|params| params.at);
    let (request, status) = requests.of(row, |record| (record.request().clone(), record.status()));
    let href =
        Route::Record { collection: Collection::PartnerRequests, id: request.id.as_str().to_owned(), at }
            .to_hash();
    let (title, requester, kind) = (request.title.clone(), request.requester.clone(), request.kind.as_str());
    let labels = search.labels;
    view! {
        <div class="line">
            <h3><a href=href title=title.clone()>{title.clone()}</a></h3>
            <p class="place">{move || requester.clone().unwrap_or_else(|| tr("request-asker-unknown"))}</p>
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
            tr!("dot", "first" => date(day), "second" => closes)
        }
        (_, None, Some(day)) => tr!("request-published", "date" => date(day)),
        _ => tr("request-no-deadline"),
    }
}
