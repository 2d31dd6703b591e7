//! Trainings: what one can still apply for, then what is upcoming, without dates, and past.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{Collection, CollectionRecord as _};
use crate::domain::{Distance, Instant, Session, Training, TrainingStatus};
use crate::route::Route;
use crate::ui::atlas::Atlas;
use crate::ui::collection_page::CollectionPage;
use crate::ui::components::{Export, FindPage, StatusMark, page_title};
use crate::ui::messages::{date, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::store::Records;
use crate::ui::times;

/// What the lines of the list share.
type Trainings = CollectionPage<Training>;

/// The page.
#[component]
pub fn TrainingsPage(atlas: Shared<Atlas>, records: Records<Training>) -> impl IntoView {
    page_title(&atlas, || tr("trainings-title"));
    let trainings = Trainings::provide(atlas, records);
    let save = Callback::new(move |format| trainings.save(format));
    let count = Signal::derive(move || match trainings.count() {
        0 => tr("trainings-count-none"),
        all => {
            let open = trainings.matching(|training| training.status() == TrainingStatus::Open);
            tr!("trainings-count", "count" => all as f64, "open" => open as f64)
        }
    });
    view! {
        <FindPage
            heading="trainings-title"
            count
            draw=line
            order="sort-next-session"
            beside=view! { <a class="button" href="#/sign-ups">{tr_view("sign-ups-title")}</a> }.into_any()
            tools=view! { <Export save formats=Training::FORMATS/> }.into_any()
        />
    }
}

fn line(row: u32) -> AnyView {
    let trainings = expect_context::<Trainings>();
    let (search, now) = (trainings.search, trainings.now.get_untracked());
    let at = search.params.with_untracked(|params| params.at);
    let (training, status) = trainings.of(row, |record| (record.training().clone(), record.status()));
    let href = Route::Record { collection: Collection::Trainings, id: training.id.as_str().to_owned(), at }
        .to_hash();
    let title = training.title.clone();
    let (kind, format) = (training.kind.as_str(), training.format.as_str());
    let host = training.host.clone();
    let labels = search.labels;
    let about = move || {
        let labels = labels.get();
        let mut words = vec![labels.of("kind", kind), labels.of("format", format)];
        words.extend(host.clone());
        words.join(" · ")
    };
    view! {
        <div class="line">
            <h3><a href=href title=title.clone()>{title.clone()}</a></h3>
            <p class="place">{about}</p>
            <p class="tags">
                <StatusMark status=status.as_str()/>
                <span class="when">{move || when(&training, status, now)}</span>
            </p>
        </div>
    }
    .into_any()
}

/// When it matters next, in a sentence.
pub fn when(training: &Arc<Training>, status: TrainingStatus, now: Instant) -> String {
    let dated = |session: &Session| {
        let away = times::away(Distance::between(now, session.date, None));
        tr!("dot", "first" => date(session.date), "second" => away)
    };
    match status {
        TrainingStatus::Open | TrainingStatus::Upcoming => match training.next_session(now) {
            Some(session) => dated(session),
            None => training.application_deadline.map_or_else(
                || tr("training-no-dates"),
                |day| tr!("training-apply-until", "date" => date(day)),
            ),
        },
        TrainingStatus::Past => {
            let last = training.sessions.iter().max_by_key(|session| session.ends());
            last.map_or_else(|| tr("training-no-dates"), dated)
        }
        TrainingStatus::Undated => {
            training.undated_sessions.clone().unwrap_or_else(|| tr("training-no-dates"))
        }
    }
}
