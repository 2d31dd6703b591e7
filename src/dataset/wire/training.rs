//! Trainings as they are written.

use serde::Serialize;

use crate::dataset::trainings::online_by_default;
use crate::domain::{Capacity, Session, Training, TrainingFormat, TrainingKind};

#[cfg(not(target_arch = "wasm32"))]
use super::WireExported;
use super::shared::registration;
use super::{Languages, codes, day, languages};

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// A file of trainings: `data/trainings.json`.
#[cfg(not(target_arch = "wasm32"))]
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: trainings, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct TrainingsFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/trainings/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// Where an exported file came from.
    exported: Option<WireExported<'a>>,
    /// The trainings.
    records: Vec<WireTraining<'a>>,
}

/// A training. What is left out is unknown, never "no".
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Training", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireTraining<'a> {
    /// Unique in the file; appears in addresses.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
    /// The title.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    title: &'a str,
    /// What kind of training it is.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = TrainingKind::ALL.map(TrainingKind::as_str))))]
    kind: &'a str,
    /// How it takes place.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("enum" = TrainingFormat::ALL.map(TrainingFormat::as_str))))]
    format: &'a str,
    /// Whether the format is assumed, because the source does not say.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    format_assumed: bool,
    /// The sessions, by time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, length(max = 200)))]
    sessions: Vec<WireSession<'a>>,
    /// What the source says of sessions without a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    undated_sessions: Option<&'a str>,
    /// How many may take part: a number, or a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<WireCapacity>,
    /// How many took part, for past editions.
    #[serde(skip_serializing_if = "Option::is_none")]
    participants: Option<u32>,
    /// The last day to apply, to its end in Brussels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    application_deadline: Option<String>,
    /// The languages it is held in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(default, inner(regex(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")))
    )]
    language: Vec<&'a str>,
    /// Who holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    host: Option<&'a str>,
    /// For whom it is, by identifiers of the vocabulary `training_audiences`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    audience: Vec<&'a str>,
    /// What it is about, by identifiers of the vocabulary `training_topics`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    topics: Vec<&'a str>,
    /// How one registers: `endpoint`, which is through this app, `none`, or an address. Where left out, through this app if
    /// there is no `host` or the organiser of the deployment is, and not here if somebody else is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^(endpoint|none|[hH][tT][tT][pP][sS]?://[^\\s]+)$"), length(max = 2000))
    )]
    registration: Option<&'a str>,
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

/// One session of a training.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Session", deny_unknown_fields)
)]
struct WireSession<'a> {
    /// Unique in the training; `s1`, `s2` … where left out. Sign-ups name it, so it must not change.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default, regex(pattern = "^[A-Za-z0-9._-]{1,120}$")))]
    id: &'a str,
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
    /// Where it takes place.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    place: Option<&'a str>,
    /// Whether one can take part online; where left out, the format tells, and for a hybrid training the place.
    #[serde(skip_serializing_if = "Option::is_none")]
    online: Option<bool>,
    /// What the source says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
}

/// How many a training has room for.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Capacity"))]
#[serde(untagged)]
enum WireCapacity {
    /// At most so many.
    To(u32),
    /// A range.
    Range {
        /// At least so many.
        from: u32,
        /// At most so many.
        to: u32,
    },
}

impl<'a> WireTraining<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(training: &'a Training) -> Self {
        Self {
            id: training.id.as_str(),
            title: &training.title,
            kind: TrainingKind::as_str(training.kind),
            format: TrainingFormat::as_str(training.format),
            format_assumed: training.format_assumed,
            sessions: training
                .sessions
                .iter()
                .map(|session| WireSession::new(session, training.format))
                .collect(),
            undated_sessions: training.undated_sessions.as_deref(),
            capacity: training.capacity.map(|Capacity { from, to }| match from {
                None => WireCapacity::To(to),
                Some(from) => WireCapacity::Range { from, to },
            }),
            participants: training.participants,
            application_deadline: day(training.application_deadline),
            language: codes(&training.language),
            host: training.host.as_deref(),
            audience: codes(&training.audience),
            topics: codes(&training.topics),
            registration: registration(&training.registration),
            summary: languages(&training.summary),
            url: training.url.as_ref().map(crate::domain::WebAddress::as_str),
            note: training.note.as_deref(),
            sources: codes(&training.sources),
        }
    }
}

impl<'a> WireSession<'a> {
    fn new(session: &'a Session, format: TrainingFormat) -> Self {
        let usual = online_by_default(Some(format), session.place.as_deref());
        Self {
            id: session.id.as_str(),
            date: session.date.to_string(),
            start: session.start.map(|time| time.to_string()),
            end: session.end.map(|time| time.to_string()),
            place: session.place.as_deref(),
            online: (session.online != usual).then_some(session.online),
            note: session.note.as_deref(),
        }
    }
}
