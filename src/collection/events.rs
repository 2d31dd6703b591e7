//! Events.

use std::sync::Arc;

use crate::dataset::ImportOptions;
use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
use crate::domain::{
    CountryCode, Event, EventDay, EventStatus, Instant, PartialDate, RecordId, Registration, Vocabularies,
};
use crate::explore::EventAt;
use crate::route::Route;

use super::about::{COUNTRY, ECOSYSTEM, THEME, status};
use super::feeds;
use super::related::{is_among, related, span};
use super::trainings::FORMATS;
use super::{
    About, Action, Between, Body, Collection, CollectionRecord, FacetAbout, Facts, Format, Importing,
    LabelSource, Line, ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words, facet,
};

pub(super) const ABOUT: About = About {
    name: "events",
    path: "events",
    record_path: "events",
    group: None,
    facets: &[
        status(STATES),
        FacetAbout::new("kind", "facet-kind-event", LabelSource::Messages(KINDS)),
        FacetAbout::new("format", "facet-format", LabelSource::Messages(FORMATS)),
        COUNTRY,
        ECOSYSTEM,
        THEME,
        FacetAbout::new(facet::MONTH, "facet-month", LabelSource::Months).unsearched(),
    ],
    places: true,
    closes: None,
    words: Words::any("nav-events", "search-placeholder-events", "suggestion-event"),
    saving: Some(SavingWords::any("saved-events/1")),
};

const STATES: &[(&str, &str)] = &[
    ("running", "status-running"),
    ("upcoming", "status-upcoming"),
    ("undated", "status-undated"),
    ("past", "status-past"),
];
const KINDS: &[(&str, &str)] = &[
    ("clusters_meet_regions", "kind-clusters-meet-regions"),
    ("matchmaking", "kind-matchmaking"),
    ("conference", "kind-conference"),
    ("clusters_talk", "kind-clusters-talk"),
    ("c2lab", "kind-c2lab"),
    ("industry_days", "kind-industry-days"),
    ("forum", "kind-forum"),
    ("workshop", "kind-workshop"),
    ("webinar", "kind-webinar"),
    ("campaign", "kind-campaign"),
    ("challenge", "kind-challenge"),
    ("other", "kind-other"),
];

impl AsRef<Event> for EventAt {
    fn as_ref(&self) -> &Event {
        self.event()
    }
}

impl CollectionRecord for Event {
    const COLLECTION: Collection = Collection::Events;
    const FORMATS: &'static [Format] = &[Format::Json];
    const LIST: ListWords = ListWords {
        title: "events-title",
        count: "events-count",
        none: "events-count-none",
        back: "back-to-events",
        order: "sort-date",
    };
    const FEEDS: &'static [(&'static str, &'static str)] =
        &[("events.atom", "events-feed"), ("events.ics", "calendar-subscribe")];
    const IMPORT_BESIDE: Option<Collection> = Some(Collection::Organisations);
    type At = EventAt;
    /// Its state, and when its next day begins.
    type Standing = (EventStatus, Option<i64>);

    fn id(&self) -> &RecordId {
        &self.id
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn sources(&self) -> &[String] {
        &self.sources
    }

    fn read(file: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Self>, DatasetError> {
        dataset::read_events(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        dataset::events_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Json => Some(dataset::events_json(records, note)),
            Format::Csv | Format::Xlsx | Format::GeoJson => None,
        }
    }

    fn status_at(&self, now: Instant) -> Option<&'static str> {
        Some(self.status(now).as_str())
    }

    fn names(&self, of: Collection, id: &str) -> bool {
        is_among(&self.related, of, id)
    }

    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|event| EventAt::new(event.clone(), setting.now)).collect()
    }

    fn standing(&self, now: Instant) -> Self::Standing {
        (self.status(now), self.next_day(now).map(|day| day.begins().unix()))
    }

    fn is_open(at: &Self::At) -> bool {
        matches!(at.status(), EventStatus::Running | EventStatus::Upcoming)
    }

    fn line(at: &Self::At, now: Instant) -> Line {
        let event = at.event();
        Line {
            status: Some(at.status().as_str()),
            about: what(event).into_iter().chain(place(event)).collect(),
            when: Some(when(event, now)),
            ecosystems: event.ecosystems.clone(),
            ..Line::default()
        }
    }

    fn page(&self, now: Instant) -> RecordPage {
        let format = self.format.map(|format| Phrase::Value("format", format.as_str().to_owned()));
        let assumed = self.format_assumed.then_some(Phrase::Message("training-format-assumed"));
        let format = format.map(Shown::Words).map(|shown| match assumed {
            Some(assumed) => shown.remarked(assumed),
            None => shown,
        });
        let countries = self.countries.iter().map(CountryCode::as_str);
        let venue = [&self.venue, &self.city].into_iter().flatten().cloned().map(Phrase::Text);
        let venue: Vec<_> = venue.collect();
        let dates = span(self.start, self.end).map(Shown::Words).map(|shown| match &self.date_note {
            Some(note) => shown.remarked(Phrase::Text(note.clone())),
            None => shown,
        });
        let mut facts = Facts::default();
        if self.days.is_empty() {
            facts.told("event-dates", dates);
        }
        facts.told("event-place", (!venue.is_empty()).then_some(Phrase::Several(venue, Between::Commas)));
        facts.told("facet-country", Phrase::values("country", self.country.iter().map(CountryCode::as_str)));
        facts.told("facet-format", format);
        facts.told("training-host", Shown::several(self.hosts.iter().cloned().map(Shown::from).collect()));
        facts.told("event-register-until", self.registration_deadline.map(Phrase::Day));
        facts.if_known("event-registration", self.registration_note.clone());
        facts.if_known("event-motto", self.motto.clone());
        facts.if_known("event-countries", Phrase::values("country", countries));
        facts.told("facet-ecosystem", Shown::ecosystems(&self.ecosystems));
        facts.told("facet-theme", Phrase::terms("theme", &self.themes));
        facts.if_known("facet-audience", Phrase::terms("audience", &self.audience));
        facts.if_known("training-capacity", self.capacity.map(|count| Phrase::Number(count.into())));
        facts.if_known("event-outcome", self.outcome.clone());
        facts.if_known("training-note", self.note.clone());
        let register = match &self.registration {
            Registration::At(address) if self.takes_registrations(now) => Some(address.clone()),
            _ => None,
        };
        // A talk that is a training has the same identifier there.
        let training = self.related.trainings.iter().find(|id| **id == self.id);
        let actions = [
            register.map(|address| Action::Leave(address, "event-register", true)),
            training
                .map(|id| Action::Go(Route::record(Collection::Trainings, id.as_str()), "event-as-training")),
            self.url.clone().map(|address| Action::Leave(address, "event-page", false)),
        ];
        let days = self.days.iter().map(|day| {
            let shown = Shown::Words(hours(day));
            match &day.note {
                Some(note) => shown.remarked(Phrase::Text(note.clone())),
                None => shown,
            }
        });
        let days: Vec<_> = days.collect();
        let sections = [
            Some(Section { heading: None, body: Body::Text(self.summary.clone()) }),
            (!days.is_empty()).then_some(Section { heading: Some("event-days"), body: Body::List(days) }),
            Some(Section { heading: Some("training-facts"), body: facts.into() }),
            related(&self.related),
        ];
        RecordPage {
            status: self.status_at(now),
            kicker: what(self),
            lead: Some(when(self, now)),
            actions: actions.into_iter().flatten().collect(),
            sections: sections.into_iter().flatten().collect(),
            ..RecordPage::default()
        }
    }

    fn feed(file: &str, records: &[Self], build: &feeds::Build<'_>) -> Option<String> {
        match file {
            "events.atom" => Some(feeds::events_atom(records, build)),
            "events.ics" => feeds::events_ics(records, build),
            _ => None,
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> String {
        dataset::events_schema()
    }

    fn import<'a>(
        file: (&'a str, &'a [u8]),
        options: ImportOptions,
        vocabularies: &'a mut Vocabularies,
        other: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Importing<'a, Self> {
        Box::pin(async move { dataset::importing_events(file, &options, vocabularies, other).await })
    }
}

/// What it is and how one takes part.
fn what(event: &Event) -> Vec<Phrase> {
    let kind = Phrase::Value("kind", event.kind.as_str().to_owned());
    let format = event.format.map(|format| Phrase::Value("format", format.as_str().to_owned()));
    std::iter::once(kind).chain(format).collect()
}

/// The city and the country, as far as they are known.
fn place(event: &Event) -> Option<Phrase> {
    let city = event.city.clone().map(Phrase::Text);
    let country = event.country.as_ref().map(|code| Phrase::Value("country", code.as_str().to_owned()));
    let place: Vec<_> = city.into_iter().chain(country).collect();
    (!place.is_empty()).then_some(Phrase::Several(place, Between::Commas))
}

/// When it matters: the next of its days, or its last one where all are over; else from when to when, and how far off.
fn when(event: &Event, now: Instant) -> Phrase {
    let last = || event.days.iter().max_by_key(|day| day.ends());
    if let Some(day) = event.next_day(now).or_else(last) {
        return Phrase::Several(vec![hours(day), Phrase::Away(day.date, day.start)], Between::Dots);
    }
    let Some(dates) = span(event.start, event.end) else { return Phrase::Message("training-no-dates") };
    match event.start.and_then(PartialDate::day) {
        Some(day) => Phrase::Several(vec![dates, Phrase::Away(day, None)], Between::Dots),
        None => dates,
    }
}

/// A day with its times by the clocks of Brussels, as far as they are known.
fn hours(day: &EventDay) -> Phrase {
    match (day.start, day.end) {
        (Some(start), Some(end)) => Phrase::Between(day.date, start, end),
        (Some(start), None) => Phrase::Moment(day.date, Some(start)),
        (None, _) => Phrase::Day(day.date),
    }
}
