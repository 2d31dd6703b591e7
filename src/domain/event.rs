//! An event: when and where people meet, who invites them, and how they register.

use super::training::is_named;
use super::{
    CountryCode, Day, LocalText, Location, PartialDate, RecordId, Registration, Related, TermId, TimeOfDay,
    TrainingFormat, WebAddress,
};

/// An event, as far as it is known. What is `None` or empty is unknown, never "no".
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Unique in the collection; appears in URLs.
    pub id: RecordId,
    /// The title.
    pub title: String,
    /// What kind of event it is.
    pub kind: EventKind,
    /// How one takes part.
    pub format: Option<TrainingFormat>,
    /// Whether the format is assumed, because the source does not say.
    pub format_assumed: bool,
    /// The days with their times, where times are known or the days do not follow each other.
    pub days: Vec<EventDay>,
    /// When it begins, where [`Event::days`] do not say.
    pub start: Option<PartialDate>,
    /// When it ends, where it lasts longer than a day and [`Event::days`] do not say.
    pub end: Option<PartialDate>,
    /// What the source leaves open about the date.
    pub date_note: Option<String>,
    /// Who holds it.
    pub hosts: Vec<String>,
    /// The building.
    pub venue: Option<String>,
    /// The city, or several.
    pub city: Option<String>,
    /// The country.
    pub country: Option<CountryCode>,
    /// The place on the map.
    pub location: Option<Location>,
    /// Further countries that it is about.
    pub countries: Vec<CountryCode>,
    /// The industrial ecosystems it is about.
    pub ecosystems: Vec<TermId>,
    /// What it is about (vocabulary `themes`).
    pub themes: Vec<TermId>,
    /// Its motto, as the organiser words it.
    pub motto: Option<String>,
    /// What a training is about that it is too (vocabulary `training_topics`).
    pub topics: Vec<TermId>,
    /// For whom it is (vocabularies `audiences` and `training_audiences`).
    pub audience: Vec<TermId>,
    /// How one registers. Where the source does not say: see [`Event::is_held_by`].
    pub registration: Registration,
    /// The last day to register, to its end in Brussels.
    pub registration_deadline: Option<Day>,
    /// What is to be known about registration.
    pub registration_note: Option<String>,
    /// For how many there is room.
    pub capacity: Option<u32>,
    /// What came of it.
    pub outcome: Option<String>,
    /// What belongs to it.
    pub related: Related,
    /// What it is about, in plain text per language.
    pub summary: LocalText,
    /// Its page.
    pub url: Option<WebAddress>,
    /// What the source leaves open.
    pub note: Option<String>,
    /// Where the record is from: identifiers of the dataset's sources, or web addresses.
    pub sources: Vec<String>,
}

impl Event {
    /// Whether the organiser of a deployment is among those who hold it, as their names are written. Of an event whose hosts
    /// are not known nobody can say that.
    pub fn is_held_by(&self, organiser: Option<&str>) -> bool {
        is_named(self.hosts.iter().map(String::as_str), organiser)
    }

    /// Whether it is a training too: one record with two doors, which has the same identifier there.
    pub fn is_training_too(&self) -> bool {
        self.related.trainings.contains(&self.id)
    }

    /// The building and the city, as far as they are known; the city once, where the building's address ends with it.
    pub fn whereabouts(&self) -> Vec<&str> {
        let venue = self.venue.as_deref();
        let ends_with = |venue: &str, city: &str| {
            let (venue, city) = (venue.trim().to_lowercase(), city.trim().to_lowercase());
            // A word of its own: the "Warehouse" is not in "House".
            venue.strip_suffix(&city).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        };
        let city = self.city.as_deref().filter(|city| !venue.is_some_and(|venue| ends_with(venue, city)));
        venue.into_iter().chain(city).collect()
    }

    /// The days on which it is known to take place, as spans from a first to a last day. A date that is known to the
    /// month or the year alone gives none.
    pub fn known_days(&self) -> Vec<(Day, Day)> {
        if !self.days.is_empty() {
            return self.days.iter().map(|day| (day.date, day.date)).collect();
        }
        let known = |date: Option<PartialDate>| date.and_then(PartialDate::day);
        let (start, end) = (known(self.start), known(self.end));
        start.or(end).map(|first| (first, end.unwrap_or(first).max(first))).into_iter().collect()
    }
}

/// A day of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDay {
    /// The day in Brussels.
    pub date: Day,
    /// When it begins, in Brussels.
    pub start: Option<TimeOfDay>,
    /// When it ends, in Brussels.
    pub end: Option<TimeOfDay>,
    /// What the source says about it.
    pub note: Option<String>,
}

/// What kind of event a record is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// A workshop of the series "Clusters meet Regions".
    ClustersMeetRegions,
    /// A matchmaking event or mission.
    Matchmaking,
    /// A conference.
    Conference,
    /// A talk of the series "EU Clusters Talks".
    ClustersTalk,
    /// A collaboration lab of the series `C2Lab`.
    C2Lab,
    /// Industry days or weeks.
    IndustryDays,
    /// A forum or meeting.
    Forum,
    /// A workshop.
    Workshop,
    /// A webinar.
    Webinar,
    /// A campaign over weeks.
    Campaign,
    /// A challenge that firms answer.
    Challenge,
    /// Something else.
    #[default]
    Other,
}

impl EventKind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::ClustersMeetRegions,
        Self::Matchmaking,
        Self::Conference,
        Self::ClustersTalk,
        Self::C2Lab,
        Self::IndustryDays,
        Self::Forum,
        Self::Workshop,
        Self::Webinar,
        Self::Campaign,
        Self::Challenge,
        Self::Other,
    ];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ClustersMeetRegions => "clusters_meet_regions",
            Self::Matchmaking => "matchmaking",
            Self::Conference => "conference",
            Self::ClustersTalk => "clusters_talk",
            Self::C2Lab => "c2lab",
            Self::IndustryDays => "industry_days",
            Self::Forum => "forum",
            Self::Workshop => "workshop",
            Self::Webinar => "webinar",
            Self::Campaign => "campaign",
            Self::Challenge => "challenge",
            Self::Other => "other",
        }
    }
}
