//! Facts that sources state: figures on countries and on programmes, each with its time and its source.

use super::{CountryCode, Figure, FigureValue, PartialDate, RecordId, Related};

/// A fact, as a source states it. What is `None` or empty is not stated, never "no" and never zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Unique in the file; appears in URLs.
    pub id: RecordId,
    /// The fact in a sentence, or what its value counts.
    pub title: String,
    /// The country it is about; `None` for one about Europe or a programme.
    pub country: Option<CountryCode>,
    /// What it is about.
    pub topic: FactTopic,
    /// The programme, service or policy that it is about, by name.
    pub subject: Option<String>,
    /// How many, or what.
    pub value: Option<FigureValue>,
    /// In what unit.
    pub unit: Option<String>,
    /// Further figures of the same fact.
    pub parts: Vec<Figure>,
    /// The time it speaks of, as its source writes it; `None` where the source is undated.
    pub as_of: Option<String>,
    /// The day, month or year by which it is ordered, where `as_of` begins with one.
    pub date: Option<PartialDate>,
    /// The series that its value is a point of.
    pub series: Option<FactSeries>,
    /// The year in the series, where that is not the year of `date`.
    pub period: Option<PartialDate>,
    /// What the source leaves open.
    pub note: Option<String>,
    /// What belongs to it.
    pub related: Related,
    /// Where it is from: identifiers of the dataset's sources, or addresses.
    pub sources: Vec<String>,
}

impl Fact {
    /// The value, where it is a number.
    pub fn number(&self) -> Option<f64> {
        match self.value {
            Some(FigureValue::Number(number)) => Some(number),
            Some(FigureValue::Words(_)) | None => None,
        }
    }

    /// The year it speaks of.
    pub fn year(&self) -> Option<i32> {
        self.date.map(PartialDate::year)
    }
}

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactTopic {
    /// Clusters, their organisations and members.
    Landscape,
    /// Cluster policies and the toolkit.
    Policies,
    /// Support from cohesion policy.
    Cohesion,
    /// The European Semester.
    Semester,
    /// Programmes and partnerships.
    Programmes,
    /// Euroclusters.
    Euroclusters,
    /// The platform.
    Platform,
    /// The services of the platform.
    Services,
    /// Events.
    Events,
    /// Help on the way to investment.
    Investment,
    /// Skills.
    Skills,
    /// Excellence labels.
    Labels,
    /// Surveys.
    Surveys,
}

impl FactTopic {
    /// All topics, in the order in which they are shown.
    pub const ALL: [Self; 13] = [
        Self::Landscape,
        Self::Policies,
        Self::Cohesion,
        Self::Semester,
        Self::Programmes,
        Self::Euroclusters,
        Self::Platform,
        Self::Services,
        Self::Events,
        Self::Investment,
        Self::Skills,
        Self::Labels,
        Self::Surveys,
    ];

    /// What one asks of a country: where there is no fact on one of these, that is said.
    pub const OF_A_COUNTRY: [Self; 5] =
        [Self::Landscape, Self::Policies, Self::Cohesion, Self::Semester, Self::Programmes];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Landscape => "landscape",
            Self::Policies => "policies",
            Self::Cohesion => "cohesion",
            Self::Semester => "semester",
            Self::Programmes => "programmes",
            Self::Euroclusters => "euroclusters",
            Self::Platform => "platform",
            Self::Services => "services",
            Self::Events => "events",
            Self::Investment => "investment",
            Self::Skills => "skills",
            Self::Labels => "labels",
            Self::Surveys => "surveys",
        }
    }
}

/// A series of values that can be seen beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactSeries {
    /// Cluster organisations registered on the platform.
    RegisteredOrganisations,
    /// Policies of the Member States by type.
    PoliciesByType,
    /// Policies of the Member States by the priority of the Commission that they take up.
    PoliciesByPriority,
    /// Euroclusters by round.
    Euroclusters,
    /// Partnerships of ESCP-4i by generation.
    Escp4i,
    /// Partnerships for excellence by wave.
    Excellence,
}

impl FactSeries {
    /// All series.
    pub const ALL: [Self; 6] = [
        Self::RegisteredOrganisations,
        Self::PoliciesByType,
        Self::PoliciesByPriority,
        Self::Euroclusters,
        Self::Escp4i,
        Self::Excellence,
    ];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RegisteredOrganisations => "registered_organisations",
            Self::PoliciesByType => "policies_by_type",
            Self::PoliciesByPriority => "policies_by_priority",
            Self::Euroclusters => "euroclusters",
            Self::Escp4i => "escp_4i",
            Self::Excellence => "excellence",
        }
    }
}
