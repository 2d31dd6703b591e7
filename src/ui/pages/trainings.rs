//! Trainings: what one can still apply for, then what is upcoming, without dates, and past.

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset;
use crate::domain::{Day, Distance, Instant, Session, Training, TrainingStatus};
use crate::explore::{Index, TrainingAt};
use crate::route::{Collection, Route};
use crate::ui::components::{Export, FindPage, Format, StatusMark, download, export_note, page_title};
use crate::ui::finder::Finder;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, said, say, text};
use crate::ui::shelf::Records;
use crate::ui::state::{Atlas, Shared, app};
use crate::ui::times;

/// What the lines of the list share.
#[derive(Clone, Copy)]
struct Trainings {
    finder: Finder,
    index: Memo<Shared<Index<TrainingAt>>>,
    now: Memo<Instant>,
}

/// The moment of viewing: the day in the address, else now, as long as nothing about the records changes.
///
/// The clock ticks every minute; `standing` is what can change as time goes by, beside the day.
pub fn moment_of<S: PartialEq + Send + Sync + 'static>(
    at: Memo<Option<Day>>,
    standing: impl Fn(Instant) -> S + Send + Sync + 'static,
) -> Memo<Instant> {
    let app = app();
    let stage = Memo::new(move |before: Option<&(Instant, Day, S)>| {
        let now = at.get().map_or_else(|| app.now.get(), Instant::start_of);
        let (today, standing) = (now.in_brussels().day, standing(now));
        match before {
            Some((then, day, unchanged)) if *day == today && *unchanged == standing => {
                (*then, today, standing)
            }
            _ => (now, today, standing),
        }
    });
    Memo::new(move |_| stage.with(|(now, ..)| *now))
}

/// What can change about a training as time goes by.
pub fn standing(training: &Training, now: Instant) -> (TrainingStatus, Option<i64>) {
    (training.status(now), training.next_session(now).map(|session| session.begins().unix()))
}

/// The page.
#[component]
pub fn TrainingsPage(atlas: Shared<Atlas>, records: Records<Training>) -> impl IntoView {
    let app = app();
    page_title(&atlas, || said("trainings-title"));
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let at = Memo::new(move |_| app.params_of(Collection::Trainings).at);
    let now = moment_of(at, {
        let records = records.clone();
        move |now| records.iter().map(|training| standing(training, now)).collect::<Vec<_>>()
    });
    let index = Memo::new(move |_| {
        let trainings = records.iter().map(|training| TrainingAt::new(training.clone(), now.get()));
        let labels = labels.get();
        Shared::new(Index::build(trainings.collect(), &|facet, value, visit| {
            labels.visit(Collection::Trainings, facet, value, visit);
        }))
    });
    let finder = Finder::new(app, Collection::Trainings, Memo::new(move |_| index.get().catalogue()));
    provide_context(finder);
    provide_context(Trainings { finder, index, now });
    let save = Callback::new(move |format| {
        let rows = finder.outcome.with_untracked(|outcome| outcome.rows.clone());
        index.with_untracked(|index| {
            let matches: Vec<&Training> =
                rows.iter().map(|row| &**index.records()[*row as usize].training()).collect();
            let note = export_note(app, &atlas);
            download("trainings", format, &dataset::trainings_json(&matches, &note), &note)
        })
    });
    let count = Signal::derive(move || {
        let all = finder.outcome.with(|outcome| outcome.rows.len());
        let open = finder.outcome.with(|outcome| {
            let is_open = |row: &&u32| {
                index.with(|index| index.records()[**row as usize].status() == TrainingStatus::Open)
            };
            outcome.rows.iter().filter(is_open).count()
        });
        if all == 0 {
            said("trainings-count-none")
        } else {
            text!("trainings-count", "count" => all as f64, "open" => open as f64)
        }
    });
    view! {
        <FindPage
            heading="trainings-title"
            count
            draw=line
            order="sort-next-session"
            beside=view! { <a class="button" href="#/sign-ups">{say("sign-ups-title")}</a> }.into_any()
            tools=view! { <Export save formats=&[Format::Json]/> }.into_any()
        />
    }
}

fn line(row: u32) -> AnyView {
    let Trainings { finder, index, now } = expect_context::<Trainings>();
    let now = now.get_untracked();
    let at = finder.params.with_untracked(|params| params.at);
    let (training, status) = index.with_untracked(|index| {
        let record = &index.records()[row as usize];
        (record.training().clone(), record.status())
    });
    let href = Route::Training { id: training.id.as_str().to_owned(), at }.to_hash();
    let title = training.title.clone();
    let (kind, format) = (training.kind.as_str(), training.format.as_str());
    let host = training.host.clone();
    let labels = finder.labels;
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
        text!("dot", "first" => date(session.date), "second" => away)
    };
    match status {
        TrainingStatus::Open | TrainingStatus::Upcoming => match training.next_session(now) {
            Some(session) => dated(session),
            None => training.application_deadline.map_or_else(
                || said("training-no-dates"),
                |day| text!("training-apply-until", "date" => date(day)),
            ),
        },
        TrainingStatus::Past => {
            let last = training.sessions.iter().max_by_key(|session| session.ends());
            last.map_or_else(|| said("training-no-dates"), dated)
        }
        TrainingStatus::Undated => {
            training.undated_sessions.clone().unwrap_or_else(|| said("training-no-dates"))
        }
    }
}
