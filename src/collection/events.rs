//! Events.

use std::sync::Arc;

use crate::dataset::ImportOptions;
use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
use crate::domain::{
    CountryCode, Event, EventDay, EventStatus, Instant, PartialDate, RecordId, Registration, TrainingFormat,
    Vocabularies,
};
use crate::explore::EventAt;
use crate::route::Route;

use super::about::{COUNTRY, ECOSYSTEM, THEME, status};
use super::feeds;
use super::related::{is_among, position, related, span};
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
    const IMPORT_BESIDE: &'static [Collection] = &[Collection::Organisations, Collection::Trainings];
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
        let register = match &self.registration {
            Registration::At(address) if self.takes_registrations(now) => Some(address.clone()),
            _ => None,
        };
        let training = self.is_training_too().then_some(&self.id);
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
            Some(Section { heading: Some("training-facts"), body: facts(self, now).into() }),
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

/// What is known of it. What cannot be, as the place of what takes place online, is not called unknown.
fn facts(event: &Event, now: Instant) -> Facts {
    let shown = |words: Option<Phrase>, remark: Option<Phrase>| match (words.map(Shown::Words), remark) {
        (Some(shown), Some(remark)) => Some(shown.remarked(remark)),
        (shown, _) => shown,
    };
    let format = event.format.map(|format| Phrase::Value("format", format.as_str().to_owned()));
    let assumed = event.format_assumed.then_some(Phrase::Message("training-format-assumed"));
    let place: Vec<_> = event.whereabouts().into_iter().map(|text| Phrase::Text(text.to_owned())).collect();
    let place = (!place.is_empty()).then_some(Phrase::Several(place, Between::Commas));
    let country = Phrase::values("country", event.country.iter().map(CountryCode::as_str));
    let countries = event.countries.iter().map(CountryCode::as_str);
    let mut facts = Facts::default();
    if event.days.is_empty() {
        let note = event.date_note.clone().map(Phrase::Text);
        facts.told("event-dates", shown(span(event.start, event.end), note));
    }
    if event.format == Some(TrainingFormat::Online) {
        facts.if_known("event-place", place);
        facts.if_known("facet-country", country);
    } else {
        facts.told("event-place", place);
        facts.told("facet-country", country);
    }
    facts.if_known("fact-location", event.location.map(position));
    facts.told("facet-format", shown(format, assumed));
    facts.told("training-host", Shown::several(event.hosts.iter().cloned().map(Shown::from).collect()));
    facts.told("event-register-until", event.registration_deadline.map(Phrase::Day));
    register(event, now, &mut facts);
    facts.if_known("event-motto", event.motto.clone());
    facts.if_known("event-countries", Phrase::values("country", countries));
    facts.told("facet-ecosystem", Shown::ecosystems(&event.ecosystems));
    facts.if_known("facet-topic", Phrase::terms("topic", &event.topics));
    // What it is about is known where its topics are, though they be none of the themes.
    if event.topics.is_empty() || !event.themes.is_empty() {
        facts.told("facet-theme", Phrase::terms("theme", &event.themes));
    }
    facts.if_known("facet-audience", Phrase::terms("audience", &event.audience));
    facts.if_known("training-capacity", event.capacity.map(|count| Phrase::Number(count.into())));
    facts.if_known("event-outcome", event.outcome.clone());
    facts.if_known("training-note", event.note.clone());
    facts
}

/// What is known of registering; of what is ahead also that nothing is. Who holds it may be who takes registrations: that is
/// said with the way in, which knows the organiser of the deployment.
fn register(event: &Event, now: Instant, facts: &mut Facts) {
    let is_asked = event.takes_registrations(now);
    match (&event.registration_note, &event.registration) {
        (Some(note), _) => facts.told("event-registration", Some(note.clone())),
        (None, Registration::None) if is_asked => {
            facts.told("event-registration", Some(Phrase::Message("event-registration-none")));
        }
        (None, Registration::NotStated) if is_asked && event.hosts.is_empty() => {
            facts.told_or("event-registration", None::<Shown>, "event-registration-unknown");
        }
        (None, _) => {}
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

/// A day with its times by the clocks of Brussels, and of the visitor, as far as they are known.
fn hours(day: &EventDay) -> Phrase {
    match day.start {
        Some(start) => Phrase::Hours(day.date, start, day.end),
        None => Phrase::Day(day.date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(members: &str) -> Event {
        let file =
            format!(r#"{{"format":"cluster-atlas/events/1","records":[{{"id":"e","title":"E"{members}}}]}}"#);
        let fetched = Fetched::opened("events.json", file.as_bytes());
        let mut loaded = dataset::read_events(&fetched, &Vocabularies::default()).expect("readable");
        loaded.records.pop().expect("an event")
    }

    /// What the page says on a day: the names of the facts that are known, and of those that are said to be unknown.
    fn told(members: &str, day: &str) -> (Vec<&'static str>, Vec<(&'static str, Option<&'static str>)>) {
        let page = event(members).page(Instant::start_of(day.parse().expect("a day")));
        let facts = page.sections.into_iter().find_map(|section| match section.body {
            Body::Facts(facts) => Some(facts),
            Body::Text(_) | Body::List(_) => None,
        });
        let (known, unknown): (Vec<_>, Vec<_>) =
            facts.expect("facts").into_iter().partition(|fact| fact.value.is_some());
        (
            known.into_iter().map(|fact| fact.name).collect(),
            unknown.into_iter().map(|fact| (fact.name, fact.absent)).collect(),
        )
    }

    const UNKNOWN: (&str, Option<&str>) = ("event-registration", Some("event-registration-unknown"));

    #[test]
    fn how_to_register_is_said_to_be_unknown_while_somebody_may_ask() {
        let unknown = |members: &str, day: &str| told(members, day).1.contains(&UNKNOWN);
        assert!(unknown(r#","start":"2025-04-10""#, "2025-03-01"));
        assert!(!unknown(r#","start":"2025-04-10""#, "2025-05-01"), "it is over");
        assert!(!unknown(r#","start":"2025-04-10","registration_deadline":"2025-02-01""#, "2025-03-01"));
        assert!(!unknown(r#","start":"2025-04-10","registration_note":"by invitation""#, "2025-03-01"));
        let none = r#","start":"2025-04-10","registration":"none""#;
        assert!(told(none, "2025-03-01").0.contains(&"event-registration"), "that there is none is known");
        assert!(!told(none, "2025-05-01").0.contains(&"event-registration"));
        // Those who hold it may be the organiser of the deployment.
        assert!(!unknown(r#","start":"2025-04-10","hosts":["A"]"#, "2025-03-01"));
    }

    #[test]
    fn what_cannot_be_is_not_called_unknown() {
        let missed = |members: &str, name: &str| told(members, "2025-03-01").1.iter().any(|it| it.0 == name);
        assert!(missed(r#","format":"onsite""#, "event-place") && missed("", "facet-country"));
        for name in ["event-place", "facet-country"] {
            assert!(!missed(r#","format":"online""#, name), "{name}");
        }
        assert!(missed("", "facet-theme") && !missed(r#","topics":["cluster-policy"]"#, "facet-theme"));
    }

    #[test]
    fn a_point_says_how_exact_it_is_and_a_city_stands_once() {
        let here = r#","city":"Brussels","country":"BE","venue":"Crowne Plaza, Brussels","location":{"lat":50.85,"lon":4.35,"precision":"city"}"#;
        let event = event(here);
        assert_eq!(event.whereabouts(), ["Crowne Plaza, Brussels"]);
        assert_eq!(Event { venue: None, ..event.clone() }.whereabouts(), ["Brussels"]);
        let elsewhere = Event { venue: Some("Brauhaus".into()), city: Some("Haus".into()), ..event };
        assert_eq!(elsewhere.whereabouts(), ["Brauhaus", "Haus"]);
        let page = elsewhere.page(Instant::from_unix(0));
        assert!(page.messages().contains(&"precision-city"));
    }

    #[test]
    fn a_day_has_the_times_that_are_known() {
        let hours =
            |day: &str| super::hours(&event(&format!(r#","days":[{{"date":"2022-03-16"{day}}}]"#)).days[0]);
        assert!(matches!(hours(r#","start":"08:30","end":"09:45""#), Phrase::Hours(_, _, Some(_))));
        assert!(matches!(hours(r#","start":"08:30""#), Phrase::Hours(_, _, None)));
        assert!(matches!(hours(""), Phrase::Day(_)));
    }
}
