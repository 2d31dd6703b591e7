//! Cluster policies: what a country or a region does for its clusters, and where it stands at some moment.

use super::{
    Budget, CountryCode, Figure, Instant, LocalText, PartialDate, RecordId, Related, TermId, WebAddress,
};

/// A policy, as far as it is known. What is `None` or empty is unknown, never "no".
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a remark of its own on the record")]
pub struct Policy {
    /// Unique in the collection; appears in URLs.
    pub id: RecordId,
    /// What it is called.
    pub name: String,
    /// What type of policy it is.
    pub kind: Option<PolicyKind>,
    /// Whether the type is a reading of the publisher, because the source does not name it.
    pub kind_assumed: bool,
    /// The country whose policy it is.
    pub country: Option<CountryCode>,
    /// The region whose policy it is.
    pub region: Option<String>,
    /// Since when it is in force, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
    pub start: Option<PartialDate>,
    /// How the beginning is known.
    pub start_note: Option<String>,
    /// Until when it is in force.
    pub end: Option<PartialDate>,
    /// How the end is known.
    pub end_note: Option<String>,
    /// What the source says of it where the dates do not tell.
    pub state: Option<PolicyState>,
    /// What it is about (vocabulary `themes`).
    pub themes: Vec<TermId>,
    /// The strategic challenges it answers.
    pub challenges: Vec<String>,
    /// The types of support it gives.
    pub support: Vec<String>,
    /// What kind of example it is in the toolkit.
    pub typology: Vec<String>,
    /// Keywords of the toolkit.
    pub keywords: Vec<String>,
    /// Whether it is an example of the policy toolkit.
    pub toolkit: bool,
    /// By what means it works.
    pub instrument: Option<String>,
    /// Its money.
    pub budget: Option<Budget>,
    /// Figures, each with its time.
    pub figures: Vec<Figure>,
    /// What belongs to it.
    pub related: Related,
    /// Whether no more than the name is known.
    pub name_only: bool,
    /// Whether the record is a fact about policies rather than a policy.
    pub fact_only: bool,
    /// The time that the record speaks of, where the source is older than it looks.
    pub as_of: Option<String>,
    /// What it is, in plain text per language.
    pub summary: LocalText,
    /// Its page.
    pub url: Option<WebAddress>,
    /// What the source leaves open.
    pub note: Option<String>,
    /// Where the record is from: identifiers of the dataset's sources, or addresses.
    pub sources: Vec<String>,
}

/// What type of policy a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyKind {
    /// A national cluster policy.
    National,
    /// A regional cluster policy.
    Regional,
    /// A broader policy that clusters have a part in.
    Broad,
    /// A policy for a sector that clusters have a part in.
    Sectoral,
}

impl PolicyKind {
    /// All values.
    pub const ALL: [Self; 4] = [Self::National, Self::Regional, Self::Broad, Self::Sectoral];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Regional => "regional",
            Self::Broad => "broad",
            Self::Sectoral => "sectoral",
        }
    }
}

/// What a source says of a policy where its dates do not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyState {
    /// It is proposed and not in force.
    Proposed,
    /// It has ended.
    Ended,
}

impl PolicyState {
    /// All values.
    pub const ALL: [Self; 2] = [Self::Proposed, Self::Ended];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Ended => "ended",
        }
    }
}

/// Where a policy stands at some moment; exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyStatus {
    /// It is proposed and not in force.
    Proposed,
    /// It will begin.
    Upcoming,
    /// It is in force.
    Running,
    /// It has begun, and whether it has ended is not known.
    OpenEnded,
    /// No date is known.
    Undated,
    /// It has ended.
    Past,
}

impl PolicyStatus {
    /// All values.
    pub const ALL: [Self; 6] =
        [Self::Proposed, Self::Upcoming, Self::Running, Self::OpenEnded, Self::Undated, Self::Past];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Upcoming => "upcoming",
            Self::Running => "running",
            Self::OpenEnded => "open_ended",
            Self::Undated => "undated",
            Self::Past => "past",
        }
    }
}

impl Policy {
    /// Where the policy stands. A year without a month is its whole length, in Brussels.
    pub fn status(&self, now: Instant) -> PolicyStatus {
        let begun = self.start.map(|start| now >= Instant::start_of(start.first()));
        let ended = self.end.map(|end| now >= Instant::end_of(end.last()));
        match (self.state, begun, ended) {
            (Some(PolicyState::Ended), ..) | (_, _, Some(true)) => PolicyStatus::Past,
            (Some(PolicyState::Proposed), ..) => PolicyStatus::Proposed,
            (None, Some(false), _) => PolicyStatus::Upcoming,
            (None, _, Some(false)) => PolicyStatus::Running,
            (None, Some(true), None) => PolicyStatus::OpenEnded,
            (None, None, None) => PolicyStatus::Undated,
        }
    }
}
