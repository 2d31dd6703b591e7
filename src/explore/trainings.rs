//! How trainings are found: as they stand at one moment.

use std::sync::Arc;

use crate::domain::{Instant, Session, Training, TrainingStatus};

use super::sort_keys::{latest_first, soonest_first};
use super::{Facet, FacetKind, Record};

/// A training as it stands at some moment. For another moment the index is built anew, which is quick.
#[derive(Debug, Clone)]
pub struct TrainingAt {
    training: Arc<Training>,
    status: TrainingStatus,
    sort_key: i64,
    /// The months in which it has sessions, as `2026-11`, ascending.
    months: Vec<String>,
}

impl TrainingAt {
    /// A training at a moment; its status is derived here, once.
    pub fn new(training: Arc<Training>, now: Instant) -> Self {
        let status = training.status(now);
        let next = || {
            let deadline = training.application_deadline.map(Instant::end_of);
            training.next_session(now).map(Session::begins).or(deadline)
        };
        let sort_key = match status {
            TrainingStatus::Open => soonest_first(0, next()),
            TrainingStatus::Upcoming => soonest_first(1, next()),
            TrainingStatus::Undated => soonest_first(2, None),
            TrainingStatus::Past => latest_first(3, training.sessions.iter().map(Session::ends).max()),
        };
        let mut months: Vec<String> = Vec::new();
        for session in &training.sessions {
            let mut month = session.date.to_string();
            month.truncate("2026-11".len());
            if let Err(at) = months.binary_search(&month) {
                months.insert(at, month);
            }
        }
        Self { training, status, sort_key, months }
    }

    /// The training.
    pub fn training(&self) -> &Arc<Training> {
        &self.training
    }

    /// Where it stands.
    pub fn status(&self) -> TrainingStatus {
        self.status
    }
}

/// In the order of its own: what one can apply for, by the next session; what is upcoming, likewise; what has no
/// dates; then what is past, the most recent first.
impl Record for TrainingAt {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "status",
            kind: FacetKind::OneOf(&["open", "upcoming", "undated", "past"]),
            values: |at, visit| visit(at.status.as_str()),
        },
        Facet {
            id: "kind",
            kind: FacetKind::OneOf(&["academy", "webinar", "workshop", "course"]),
            values: |at, visit| visit(at.training.kind.as_str()),
        },
        Facet {
            id: "format",
            kind: FacetKind::OneOf(&["online", "onsite", "hybrid"]),
            values: |at, visit| visit(at.training.format.as_str()),
        },
        Facet {
            id: "topic",
            kind: FacetKind::Many,
            values: |at, visit| at.training.topics.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "language",
            kind: FacetKind::Many,
            values: |at, visit| at.training.language.iter().for_each(|language| visit(language.as_str())),
        },
        Facet {
            id: "audience",
            kind: FacetKind::Many,
            values: |at, visit| at.training.audience.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "month",
            kind: FacetKind::Many,
            values: |at, visit| at.months.iter().for_each(|month| visit(month)),
        },
    ];

    fn id(&self) -> &str {
        self.training.id.as_str()
    }

    fn title(&self) -> &str {
        &self.training.title
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.training.title, 4.0);
        self.training.host.iter().for_each(|host| visit(host, 2.0));
        for session in &self.training.sessions {
            session.place.iter().for_each(|place| visit(place, 1.0));
        }
        self.training.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
    }

    fn sort_key(&self) -> i64 {
        self.sort_key
    }
}
