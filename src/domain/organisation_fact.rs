//! What sources say of an organisation: values beside its record, each with its time and its source.

use super::{Instant, PartialDate, RecordId, WebAddress};

/// One value that a source states of an organisation. What is `None` is not stated, never "no".
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationFact {
    /// The organisation.
    pub organisation: RecordId,
    /// What is stated.
    pub value: StatedValue,
    /// As what it takes part.
    pub role: Option<PartnerRole>,
    /// The network of the dataset in which it takes part.
    pub network: Option<RecordId>,
    /// The policy of the dataset that the value follows from.
    pub policy: Option<RecordId>,
    /// The time that the value is of.
    pub as_of: Option<PartialDate>,
    /// Until when it holds.
    pub until: Option<PartialDate>,
    /// Whether its source shows that it holds no longer. Where an end is stated, that decides.
    pub historic: bool,
    /// Whether it was read off the organisation's name.
    pub inferred: bool,
    /// How sure it is that the source means this organisation.
    pub confidence: Confidence,
    /// What the source calls the organisation.
    pub named_as: Option<String>,
    /// What else is to be known of it.
    pub note: Option<String>,
    /// Where it is from: the id of one of the dataset's sources, or a web address.
    pub source: Option<String>,
}

impl OrganisationFact {
    /// Whether it is known to hold no longer.
    pub fn has_ended(&self, now: Instant) -> bool {
        self.until.map_or(self.historic, |until| now >= Instant::end_of(until.last()))
    }
}

/// What is stated of an organisation.
#[derive(Debug, Clone, PartialEq)]
pub enum StatedValue {
    /// Its web site.
    Website(WebAddress),
    /// When it was founded.
    Founded(PartialDate),
    /// How many members it has.
    Members(u32),
    /// A label, with its level.
    Label(String),
    /// A programme of its country or region that it is of.
    Programme(String),
    /// A Eurocluster, a partnership or a facility in which it takes part.
    Participation(String),
    /// A field of technology, as a portfolio has it.
    TechnologyField(String),
}

impl StatedValue {
    /// Which field it is of.
    pub fn field(&self) -> StatedField {
        match self {
            Self::Website(_) => StatedField::Website,
            Self::Founded(_) => StatedField::Founded,
            Self::Members(_) => StatedField::Members,
            Self::Label(_) => StatedField::Label,
            Self::Programme(_) => StatedField::Programme,
            Self::Participation(_) => StatedField::Participation,
            Self::TechnologyField(_) => StatedField::TechnologyField,
        }
    }
}

/// What may be stated of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatedField {
    /// Its web site.
    Website,
    /// When it was founded.
    Founded,
    /// How many members it has.
    Members,
    /// A label.
    Label,
    /// A programme of its country or region.
    Programme,
    /// A part in a network or facility.
    Participation,
    /// A field of technology.
    TechnologyField,
}

impl StatedField {
    /// All fields.
    pub const ALL: [Self; 7] = [
        Self::Website,
        Self::Founded,
        Self::Members,
        Self::Label,
        Self::Programme,
        Self::Participation,
        Self::TechnologyField,
    ];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::Founded => "founded",
            Self::Members => "members",
            Self::Label => "label",
            Self::Programme => "programme",
            Self::Participation => "programme_participation",
            Self::TechnologyField => "technology_field",
        }
    }
}

/// As what an organisation takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartnerRole {
    /// It leads.
    Coordinator,
    /// It is a partner.
    Partner,
}

impl PartnerRole {
    /// Both roles.
    pub const ALL: [Self; 2] = [Self::Coordinator, Self::Partner];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Partner => "partner",
        }
    }
}

/// How sure it is that a source means the organisation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// It is sure.
    #[default]
    High,
    /// It was matched by its name only.
    Medium,
}

impl Confidence {
    /// Both values.
    pub const ALL: [Self; 2] = [Self::High, Self::Medium];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
        }
    }
}
