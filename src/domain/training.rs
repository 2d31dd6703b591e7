//! A training: what it teaches, to whom, in which sessions, and how one takes part.

use super::{Day, LanguageTag, LocalText, RecordId, TermId, TimeOfDay, WebAddress};

/// A training, as far as it is known. What is `None` or empty is unknown, never "no".
#[derive(Debug, Clone, PartialEq)]
pub struct Training {
    /// Unique in the collection; appears in URLs.
    pub id: RecordId,
    /// The title.
    pub title: String,
    /// What kind of training it is.
    pub kind: TrainingKind,
    /// How it takes place.
    pub format: TrainingFormat,
    /// Whether the format is assumed, because the source does not say.
    pub format_assumed: bool,
    /// The sessions, by time.
    pub sessions: Vec<Session>,
    /// What the source says of sessions without a date ("in-person days, March 2025").
    pub undated_sessions: Option<String>,
    /// How many may take part.
    pub capacity: Option<Capacity>,
    /// How many took part, for past editions.
    pub participants: Option<u32>,
    /// The last day to apply, to its end in Brussels.
    pub application_deadline: Option<Day>,
    /// The languages it is held in.
    pub language: Vec<LanguageTag>,
    /// Who holds it.
    pub host: Option<String>,
    /// For whom it is (vocabulary `training_audiences`).
    pub audience: Vec<TermId>,
    /// What it is about (vocabulary `training_topics`).
    pub topics: Vec<TermId>,
    /// How one registers.
    pub registration: Registration,
    /// What it is about, in plain text per language.
    pub summary: LocalText,
    /// Its page.
    pub url: Option<WebAddress>,
    /// What the source leaves open (the year, for instance).
    pub note: Option<String>,
    /// Where the record is from: identifiers of the dataset's sources, or web addresses.
    pub sources: Vec<String>,
}

impl Training {
    /// Whether somebody else holds it than the organiser of a deployment, as far as they are named: `host` may name several,
    /// with semicolons between them. A training without a host is taken to be the organiser's own.
    ///
    /// ```
    /// use cluster_atlas::domain::Training;
    /// # let body = br#"{"format":"cluster-atlas/trainings/1","records":[{"id":"t","title":"T","kind":"course","format":"online","host":"Fictional Cluster; Somebody"}]}"#;
    /// # let file = cluster_atlas::dataset::Fetched { file: "t", status: 200, content_type: None, body };
    /// # let training: Training = cluster_atlas::dataset::read_trainings(&file, &Default::default()).unwrap().records.remove(0);
    /// assert_eq!(training.host.as_deref(), Some("Fictional Cluster; Somebody"));
    /// assert!(!training.is_held_by_another(Some("fictional  cluster")));
    /// assert!(training.is_held_by_another(Some("Another Cluster")));
    /// assert!(training.is_held_by_another(None), "who is not named cannot be the host");
    /// ```
    pub fn is_held_by_another(&self, organiser: Option<&str>) -> bool {
        let names = |host: &str| is_named(std::iter::once(host).chain(host.split(';')), organiser);
        self.host.as_ref().is_some_and(|host| !names(host))
    }
}

/// Whether the organiser of a deployment is among some names; white space and case do not count.
pub(super) fn is_named<'a>(mut names: impl Iterator<Item = &'a str>, organiser: Option<&str>) -> bool {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    organiser.map(plain).is_some_and(|organiser| names.any(|name| plain(name) == organiser))
}

/// One session of a training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Unique in the training: `s1`, `s2` … where the file names none.
    pub id: RecordId,
    /// The day in Brussels.
    pub date: Day,
    /// When it begins, in Brussels.
    pub start: Option<TimeOfDay>,
    /// When it ends, in Brussels.
    pub end: Option<TimeOfDay>,
    /// Where it takes place ("Turin, Italy").
    pub place: Option<String>,
    /// Whether one can take part online.
    pub online: bool,
    /// What the source says about it.
    pub note: Option<String>,
}

/// How many people a training has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// At least so many, where a range is stated.
    pub from: Option<u32>,
    /// At most so many.
    pub to: u32,
}

/// How one registers for a training or an event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Registration {
    /// The source does not say. Whoever holds it takes registrations: see [`Training::is_held_by_another`].
    #[default]
    NotStated,
    /// Through this app, by the deployment's delivery.
    Here,
    /// At an address of its own.
    At(WebAddress),
    /// Nowhere: it is open to all, or by invitation.
    None,
}

/// What kind of training a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrainingKind {
    /// An edition of an academy, over several days.
    Academy,
    /// A webinar or talk.
    Webinar,
    /// A workshop.
    Workshop,
    /// A course.
    Course,
}

impl TrainingKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Academy, Self::Webinar, Self::Workshop, Self::Course];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Academy => "academy",
            Self::Webinar => "webinar",
            Self::Workshop => "workshop",
            Self::Course => "course",
        }
    }
}

/// How a training takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrainingFormat {
    /// Online only.
    Online,
    /// At a place only.
    Onsite,
    /// Both.
    Hybrid,
}

impl TrainingFormat {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Online, Self::Onsite, Self::Hybrid];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Onsite => "onsite",
            Self::Hybrid => "hybrid",
        }
    }
}
