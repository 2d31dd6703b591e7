//! Trainings.

use std::sync::Arc;

use crate::dataset::{self, DatasetError, ExportNote, Fetched, Loaded};
use crate::dataset::{ImportError, ImportOptions};
use crate::domain::{
    Capacity, Instant, LanguageTag, RecordId, Session, Training, TrainingStatus, Vocabularies,
};
use crate::explore::TrainingAt;

use super::about::{AUDIENCE, status};
use super::{
    About, Action, Body, Collection, CollectionRecord, FacetAbout, Fact, Format, LabelSource, Line,
    ListWords, Phrase, RecordPage, SavingWords, Section, Setting, Shown, Words,
};

pub(super) const ABOUT: About = About {
    name: "trainings",
    path: "training",
    record_path: "training",
    group: None,
    facets: &[
        status(STATES),
        FacetAbout::new("kind", "facet-kind-training", LabelSource::Messages(KINDS)),
        FacetAbout::new("format", "facet-format", LabelSource::Messages(FORMATS)),
        FacetAbout::new("topic", "facet-topic", LabelSource::Terms),
        FacetAbout::new("language", "facet-language", LabelSource::Languages),
        AUDIENCE,
        FacetAbout::new("month", "facet-month", LabelSource::Months).unsearched(),
    ],
    places: false,
    closes: None,
    words: Words::any("nav-training", "search-placeholder-trainings", "suggestion-training"),
    saving: Some(SavingWords::any("saved-trainings/1")),
};

const STATES: &[(&str, &str)] = &[
    ("open", "status-open"),
    ("upcoming", "status-upcoming"),
    ("undated", "status-undated"),
    ("past", "status-past"),
];
const KINDS: &[(&str, &str)] = &[
    ("academy", "kind-academy"),
    ("webinar", "kind-webinar"),
    ("workshop", "kind-workshop"),
    ("course", "kind-course"),
];
pub(super) const FORMATS: &[(&str, &str)] =
    &[("online", "format-online"), ("onsite", "format-onsite"), ("hybrid", "format-hybrid")];

impl AsRef<Training> for TrainingAt {
    fn as_ref(&self) -> &Training {
        self.training()
    }
}

impl CollectionRecord for Training {
    const COLLECTION: Collection = Collection::Trainings;
    const FORMATS: &'static [Format] = &[Format::Json];
    const LIST: ListWords = ListWords {
        title: "trainings-title",
        count: "trainings-count",
        none: "trainings-count-none",
        back: "back-to-trainings",
        order: "sort-next-session",
    };
    type At = TrainingAt;
    /// Its state, and when the next session begins.
    type Standing = (TrainingStatus, Option<i64>);

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
        dataset::read_trainings(file, vocabularies)
    }

    fn file(records: &[&Self], _vocabularies: &Vocabularies) -> String {
        dataset::trainings_file(records)
    }

    fn export(format: Format, records: &[&Self], note: &ExportNote) -> Option<String> {
        match format {
            Format::Json => Some(dataset::trainings_json(records, note)),
            Format::Csv | Format::Xlsx | Format::GeoJson => None,
        }
    }

    fn at(records: &[Arc<Self>], setting: &Setting<'_>) -> Vec<Self::At> {
        records.iter().map(|training| TrainingAt::new(training.clone(), setting.now)).collect()
    }

    fn standing(&self, now: Instant) -> Self::Standing {
        (self.status(now), self.next_session(now).map(|session| session.begins().unix()))
    }

    fn is_open(at: &Self::At) -> bool {
        at.status() == TrainingStatus::Open
    }

    fn line(at: &Self::At, now: Instant) -> Line {
        let training = at.training();
        let mut about = vec![
            Phrase::Value("kind", training.kind.as_str().to_owned()),
            Phrase::Value("format", training.format.as_str().to_owned()),
        ];
        about.extend(training.host.clone().map(Phrase::Text));
        Line {
            status: Some(at.status().as_str()),
            about,
            when: Some(when(training, at.status(), now)),
            ..Line::default()
        }
    }

    fn page(&self, now: Instant) -> RecordPage {
        let format = Phrase::Value("format", self.format.as_str().to_owned());
        let languages = self.language.iter().map(LanguageTag::as_str);
        let facts = [
            Some(Fact::new("training-deadline", self.application_deadline.map(Phrase::Day))),
            Some(Fact::new(
                "facet-format",
                Some(if self.format_assumed {
                    Shown::Words(format).remarked(Phrase::Message("training-format-assumed"))
                } else {
                    Shown::Words(format)
                }),
            )),
            Some(Fact::new("facet-language", Phrase::values("language", languages))),
            Some(Fact::new("facet-topic", Phrase::terms("topic", &self.topics))),
            Some(Fact::new("facet-audience", Phrase::terms("audience", &self.audience))),
            Some(Fact::new("training-capacity", self.capacity.map(room))),
            Fact::if_known(
                "training-participants",
                self.participants.map(|count| Phrase::Number(count.into())),
            ),
            Some(Fact::new("training-host", self.host.clone())),
            Fact::if_known("training-note", self.note.clone()),
        ];
        RecordPage {
            status: Some(self.status(now).as_str()),
            kicker: vec![
                Phrase::Value("kind", self.kind.as_str().to_owned()),
                Phrase::Value("format", self.format.as_str().to_owned()),
            ],
            actions: self
                .url
                .clone()
                .map(|address| Action::Leave(address, "training-page", false))
                .into_iter()
                .collect(),
            sections: vec![
                Section { heading: None, body: Body::Text(self.summary.clone()) },
                Section {
                    heading: Some("training-facts"),
                    body: Body::Facts(facts.into_iter().flatten().collect()),
                },
            ],
            ..RecordPage::default()
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema() -> String {
        dataset::trainings_schema()
    }

    fn import(
        (name, bytes): (&str, &[u8]),
        options: ImportOptions,
        vocabularies: &mut Vocabularies,
        _other: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Result<Loaded<Self>, ImportError> {
        dataset::import_trainings(name, bytes, &options, vocabularies)
    }
}

/// When it matters next.
fn when(training: &Training, status: TrainingStatus, now: Instant) -> Phrase {
    let none = || Phrase::Message("training-no-dates");
    let dated = |session: &Session| Phrase::day_and_distance(session.date);
    match status {
        TrainingStatus::Open | TrainingStatus::Upcoming => match training.next_session(now) {
            Some(session) => dated(session),
            None => training.application_deadline.map_or_else(none, |day| {
                Phrase::With("training-apply-until", vec![("date", Phrase::Day(day))])
            }),
        },
        TrainingStatus::Past => {
            training.sessions.iter().max_by_key(|session| session.ends()).map_or_else(none, dated)
        }
        TrainingStatus::Undated => training.undated_sessions.clone().map_or_else(none, Phrase::Text),
    }
}

fn room(capacity: Capacity) -> Phrase {
    let number = |count: u32| Phrase::Number(count.into());
    match capacity.from {
        Some(from) => {
            Phrase::With("capacity-range", vec![("from", number(from)), ("to", number(capacity.to))])
        }
        None => Phrase::With("capacity-most", vec![("to", number(capacity.to))]),
    }
}
