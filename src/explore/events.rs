//! How events are found: as they stand at one moment.

use std::sync::Arc;

use crate::domain::{CountryCode, Event, EventStatus, Instant, Month, Point, TrainingFormat};

use super::sort_keys::{latest_first, soonest_first};
use super::{Facet, FacetKind, Record};

/// An event as it stands at some moment. For another moment the index is built anew, which is quick.
#[derive(Debug, Clone)]
pub struct EventAt {
    event: Arc<Event>,
    status: EventStatus,
    sort_key: i64,
    /// The months in which it is known to take place, ascending.
    months: Vec<Month>,
}

/// Most months of one event: a campaign over two years.
const MOST_MONTHS: usize = 24;

impl EventAt {
    /// An event at a moment; its status is derived here, once.
    pub fn new(event: Arc<Event>, now: Instant) -> Self {
        let status = event.status(now);
        let sort_key = match status {
            EventStatus::Running => soonest_first(0, event.ends()),
            EventStatus::Upcoming => soonest_first(1, event.begins()),
            EventStatus::Undated => soonest_first(2, None),
            EventStatus::Past => latest_first(3, event.ends()),
        };
        let months = months(&event);
        Self { event, status, sort_key, months }
    }

    /// The event.
    pub fn event(&self) -> &Arc<Event> {
        &self.event
    }

    /// Where it stands.
    pub fn status(&self) -> EventStatus {
        self.status
    }

    /// The months in which it is known to take place, ascending.
    pub fn months(&self) -> &[Month] {
        &self.months
    }
}

/// The months in which an event is known to take place.
fn months(event: &Event) -> Vec<Month> {
    let mut months: Vec<Month> = event.days.iter().map(|day| Month::of(day.date)).collect();
    if let Some(start) = event.start.filter(|start| start.month().is_some()) {
        let end = event.end.filter(|end| end.month().is_some()).unwrap_or(start);
        let (first, last) = (Month::of(start.first()), Month::of(end.last()));
        months.extend((first.number()..=last.number()).take(MOST_MONTHS).map(Month::numbered));
    }
    months.sort_unstable();
    months.dedup();
    months
}

/// In the order of its own: what is running, by its end; what is upcoming, by its beginning; what has no date; then
/// what is past, the most recent first.
impl Record for EventAt {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "status",
            kind: FacetKind::OneOf(&["running", "upcoming", "undated", "past"]),
            values: |at, visit| visit(at.status.as_str()),
        },
        Facet {
            id: "kind",
            kind: FacetKind::OneOf(&[
                "clusters_meet_regions",
                "matchmaking",
                "conference",
                "clusters_talk",
                "c2lab",
                "industry_days",
                "forum",
                "workshop",
                "webinar",
                "campaign",
                "challenge",
                "other",
            ]),
            values: |at, visit| visit(at.event.kind.as_str()),
        },
        Facet {
            id: "format",
            kind: FacetKind::OneOf(&["online", "onsite", "hybrid"]),
            values: |at, visit| at.event.format.map(TrainingFormat::as_str).into_iter().for_each(visit),
        },
        Facet {
            id: "country",
            kind: FacetKind::Many,
            values: |at, visit| {
                let all = at.event.country.iter().chain(&at.event.countries);
                all.map(CountryCode::as_str).for_each(visit);
            },
        },
        Facet {
            id: "ecosystem",
            kind: FacetKind::Many,
            values: |at, visit| at.event.ecosystems.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "theme",
            kind: FacetKind::Many,
            values: |at, visit| at.event.themes.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "month",
            kind: FacetKind::Many,
            values: |at, visit| at.months.iter().for_each(|month| visit(&month.to_string())),
        },
    ];

    fn id(&self) -> &str {
        self.event.id.as_str()
    }

    fn title(&self) -> &str {
        &self.event.title
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.event.title, 4.0);
        self.event.hosts.iter().for_each(|host| visit(host, 2.0));
        let places = [&self.event.city, &self.event.venue, &self.event.motto];
        places.into_iter().flatten().for_each(|text| visit(text, 1.0));
        self.event.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
    }

    fn point(&self) -> Option<Point> {
        self.event.location.map(|location| location.point)
    }

    fn sort_key(&self) -> i64 {
        self.sort_key
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::dataset::{Fetched, read_events};
    use crate::domain::Vocabularies;

    #[test]
    fn an_event_is_in_every_month_that_it_touches() {
        for (dates, months) in [
            (r#""start":"2018-11-20","end":"2019-02-01""#, "2018-11 2018-12 2019-01 2019-02"),
            (r#""start":"2024-01-31","end":"2024-02-01""#, "2024-01 2024-02"),
            (r#""start":"2019-06""#, "2019-06"),
            (r#""start":"2019""#, ""),
            (r#""days":[{"date":"2024-03-02"},{"date":"2024-01-02"}]"#, "2024-01 2024-03"),
        ] {
            let file = format!(
                r#"{{"format":"cluster-atlas/events/1","records":[{{"id":"a","title":"A",{dates}}}]}}"#
            );
            let read =
                read_events(&Fetched::opened("events.json", file.as_bytes()), &Vocabularies::default());
            let event = Arc::new(read.expect("readable").records.remove(0));
            let at = EventAt::new(event, Instant::from_unix(0));
            let touched: Vec<String> = at.months().iter().map(Month::to_string).collect();
            assert_eq!(touched.join(" "), months, "{dates}");
        }
    }
}
