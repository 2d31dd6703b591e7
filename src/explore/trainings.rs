//! How trainings are found: as they stand at one moment.

use std::sync::Arc;

use crate::domain::{Instant, Point, Session, Training, TrainingStatus};

use super::standing::{latest_first, soonest_first};
use super::{Facet, FacetKind, Record};

/// A training as it stands at some moment. For another moment the index is built anew, which is quick.
#[derive(Debug, Clone)]
pub struct TrainingAt {
    training: Arc<Training>,
    status: TrainingStatus,
    order: i64,
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
        let order = match status {
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
        Self { training, status, order, months }
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
    const FACETS: &'static [Facet] = &[
        Facet { name: "status", kind: FacetKind::OneOf(&["open", "upcoming", "undated", "past"]) },
        Facet { name: "kind", kind: FacetKind::OneOf(&["academy", "webinar", "workshop", "course"]) },
        Facet { name: "format", kind: FacetKind::OneOf(&["online", "onsite", "hybrid"]) },
        Facet { name: "topic", kind: FacetKind::Many },
        Facet { name: "language", kind: FacetKind::Many },
        Facet { name: "audience", kind: FacetKind::Many },
        Facet { name: "month", kind: FacetKind::Many },
    ];
    const NUMBERS: &'static [&'static str] = &[];

    fn id(&self) -> &str {
        self.training.id.as_str()
    }

    fn title(&self) -> &str {
        &self.training.title
    }

    fn facet_values<'a>(&'a self, facet: usize, visit: &mut dyn FnMut(&'a str)) {
        match facet {
            0 => visit(self.status.as_str()),
            1 => visit(self.training.kind.as_str()),
            2 => visit(self.training.format.as_str()),
            3 => self.training.topics.iter().for_each(|term| visit(term.as_str())),
            4 => self.training.language.iter().for_each(|language| visit(language.as_str())),
            5 => self.training.audience.iter().for_each(|term| visit(term.as_str())),
            6 => self.months.iter().for_each(|month| visit(month)),
            _ => {}
        }
    }

    fn number(&self, _field: usize) -> Option<f64> {
        None
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.training.title, 4.0);
        self.training.host.iter().for_each(|host| visit(host, 2.0));
        for session in &self.training.sessions {
            session.place.iter().for_each(|place| visit(place, 1.0));
        }
        self.training.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
    }

    fn point(&self) -> Option<Point> {
        None
    }

    fn order(&self) -> i64 {
        self.order
    }
}
