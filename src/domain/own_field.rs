//! Fields of organisations that a dataset declares itself: what its list says beyond what the format names.

use super::{Day, LocalText, Term, TermId, WebAddress};

/// What stands before the identifier of an own field in paths, addresses and columns: `fields.services`.
pub const OWN: &str = "fields.";

/// A field that a dataset declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnField {
    /// The identifier that records, addresses and columns use.
    pub id: TermId,
    /// What it is called, per language.
    pub label: LocalText,
    /// What its values are.
    pub kind: FieldKind,
    /// The values of a facet, with their names.
    pub terms: Vec<Term>,
}

impl OwnField {
    /// The path of a field: `fields.services`.
    pub fn path(id: &TermId) -> String {
        [OWN, id.as_str()].concat()
    }
}

/// What the values of an own field are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    #[default]
    Line,
    /// A web address.
    Link,
    /// A number.
    Number,
    /// A day.
    Date,
    /// Values by which records are filtered; any number of them.
    Facet,
}

impl FieldKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Line, Self::Link, Self::Number, Self::Date, Self::Facet];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Link => "link",
            Self::Number => "number",
            Self::Date => "date",
            Self::Facet => "facet",
        }
    }
}

/// What a record has in an own field.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnValue {
    /// A line of text.
    Line(String),
    /// A web address.
    Link(WebAddress),
    /// A number.
    Number(f64),
    /// A day.
    Date(Day),
    /// Values of a facet.
    Terms(Vec<TermId>),
}

impl OwnValue {
    /// What kind of field it is for.
    pub fn kind(&self) -> FieldKind {
        match self {
            Self::Line(_) => FieldKind::Line,
            Self::Link(_) => FieldKind::Link,
            Self::Number(_) => FieldKind::Number,
            Self::Date(_) => FieldKind::Date,
            Self::Terms(_) => FieldKind::Facet,
        }
    }
}
