//! Events as they are written.

use serde::Serialize;

use crate::domain::{Event, EventDay, EventKind, PartialDate, TrainingFormat, WebAddress};

#[cfg(not(target_arch = "wasm32"))]
use super::WireExported;
use super::organisation::WireLocation;
use super::shared::{WireRelated, registration};
use super::{Languages, codes, day, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A file of events: `data/events.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: events, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct EventsFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/events/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Where an exported file came from.
    exported: Option<WireExported<'a>>,
    /// The events.
    records: Vec<WireEvent<'a>>,
}

/// An event. What is left out is unknown, never "no".
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Event", deny_unknown_fields))]
pub(in crate::dataset) struct WireEvent<'a> {
    /// Unique in the file; appears in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// The title.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    title: &'a str,
    /// What kind of event it is; `other` where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = EventKind::ALL.map(EventKind::as_str))))]
    kind: Option<&'a str>,
    /// How one takes part.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = TrainingFormat::ALL.map(TrainingFormat::as_str))))]
    format: Option<&'a str>,
    /// Whether the format is assumed, because the source does not say.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    format_assumed: bool,
    /// The days with their times, where times are known or the days do not follow each other; then neither `start`
    /// nor `end` is written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, length(max = 200)))]
    days: Vec<WireEventDay<'a>>,
    /// When it begins, as exactly as is known: `2024-05-07`, `2024-05` or `2024`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
    start: Option<String>,
    /// When it ends, where it lasts longer than a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))]
    end: Option<String>,
    /// What the source leaves open about the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    date_note: Option<&'a str>,
    /// Who holds it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(length(min = 1, max = 300))))]
    hosts: Vec<&'a str>,
    /// The building.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    venue: Option<&'a str>,
    /// The city, or several.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    city: Option<&'a str>,
    /// The country: ISO 3166-1 alpha-2, or XK.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    country: Option<&'a str>,
    /// The place on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<WireLocation<'a>>,
    /// Further countries that it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, inner(regex(pattern = "^[A-Z]{2}$"))))]
    countries: Vec<&'a str>,
    /// The industrial ecosystems it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    ecosystems: Vec<&'a str>,
    /// What it is about, by identifiers of the vocabulary `themes`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    themes: Vec<&'a str>,
    /// Its motto, as the organiser words it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    motto: Option<&'a str>,
    /// What a training is about that it is too, by identifiers of the vocabulary `training_topics`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    topics: Vec<&'a str>,
    /// For whom it is, by identifiers of the vocabularies `audiences` and `training_audiences`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    audience: Vec<&'a str>,
    /// How one registers: `endpoint`, which is through this app, `none`, or an address. Where left out, through this app
    /// if the organiser of the deployment is among the `hosts`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^(endpoint|none|[hH][tT][tT][pP][sS]?://[^\\s]+)$"), length(max = 2000))
    )]
    registration: Option<&'a str>,
    /// The last day to register, to its end in Brussels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    registration_deadline: Option<String>,
    /// What is to be known about registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    registration_note: Option<&'a str>,
    /// For how many there is room.
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<u32>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    outcome: Option<&'a str>,
    /// What belongs to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<WireRelated<'a>>,
    /// What it is about, in plain text per language.
    #[serde(skip_serializing_if = "Languages::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    summary: Languages<'a>,
    /// Its page: an https or http address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^[hH][tT][tT][pP][sS]?://[^\\s]+$"), length(max = 2000))
    )]
    url: Option<&'a str>,
    /// What the source leaves open.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
    /// Where the record is from: identifiers of the dataset's sources, or addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    sources: Vec<&'a str>,
}

/// A day of an event.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "EventDay", deny_unknown_fields)
)]
struct WireEventDay<'a> {
    /// The day in Brussels.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    date: String,
    /// When it begins, in Brussels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$")))]
    start: Option<String>,
    /// When it ends, in Brussels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$")))]
    end: Option<String>,
    /// What the source says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
}

impl<'a> WireEvent<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(event: &'a Event) -> Self {
        Self {
            id: event.id.as_str(),
            title: &event.title,
            kind: (event.kind != EventKind::Other).then(|| event.kind.as_str()),
            format: event.format.map(TrainingFormat::as_str),
            format_assumed: event.format_assumed,
            days: event.days.iter().map(WireEventDay::new).collect(),
            start: event.start.as_ref().map(PartialDate::to_string),
            end: event.end.as_ref().map(PartialDate::to_string),
            date_note: event.date_note.as_deref(),
            hosts: codes(&event.hosts),
            venue: event.venue.as_deref(),
            city: event.city.as_deref(),
            country: event.country.as_ref().map(crate::domain::CountryCode::as_str),
            location: event.location.map(|location| WireLocation::new(location, None)),
            countries: codes(&event.countries),
            ecosystems: codes(&event.ecosystems),
            themes: codes(&event.themes),
            motto: event.motto.as_deref(),
            topics: codes(&event.topics),
            audience: codes(&event.audience),
            registration: registration(&event.registration),
            registration_deadline: day(event.registration_deadline),
            registration_note: event.registration_note.as_deref(),
            capacity: event.capacity,
            outcome: event.outcome.as_deref(),
            related: WireRelated::new(&event.related),
            summary: languages(&event.summary),
            url: event.url.as_ref().map(WebAddress::as_str),
            note: event.note.as_deref(),
            sources: codes(&event.sources),
        }
    }
}

impl<'a> WireEventDay<'a> {
    fn new(day: &'a EventDay) -> Self {
        Self {
            date: day.date.to_string(),
            start: day.start.map(|time| time.to_string()),
            end: day.end.map(|time| time.to_string()),
            note: day.note.as_deref(),
        }
    }
}
