//! What is said of cluster policies in the format's words, and where one stands at some moment.

use super::{Instant, PartialDate};

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

    /// Where a policy stands that is in force from `start` to `end`, as far as they are known, and of which its source says
    /// `state`. A year without a month is its whole length, in Brussels.
    pub fn of(
        state: Option<PolicyState>,
        start: Option<PartialDate>,
        end: Option<PartialDate>,
        now: Instant,
    ) -> Self {
        let begun = start.map(|start| now >= Instant::start_of(start.first()));
        let ended = end.map(|end| now >= Instant::end_of(end.last()));
        match (state, begun, ended) {
            (Some(PolicyState::Ended), ..) | (_, _, Some(true)) => Self::Past,
            (Some(PolicyState::Proposed), ..) => Self::Proposed,
            (None, Some(false), _) => Self::Upcoming,
            (None, _, Some(false)) => Self::Running,
            (None, Some(true), None) => Self::OpenEnded,
            (None, None, None) => Self::Undated,
        }
    }
}
