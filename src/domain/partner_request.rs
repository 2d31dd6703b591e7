//! A partner request: who looks for whom, for what.

use super::{CountryCode, Day, Email, LocalText, RecordId, TermId, WebAddress};

/// A published partner request, as far as it is known. What is `None` or empty is unknown, never "no".
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerRequest {
    /// Unique in the collection; appears in URLs.
    pub id: RecordId,
    /// The title.
    pub title: String,
    /// What kind of request it is.
    pub kind: RequestKind,
    /// Who asks, as the source names them.
    pub requester: Option<String>,
    /// The organisations of the dataset that ask.
    pub organisations: Vec<RecordId>,
    /// Where the asking party is.
    pub country: Option<CountryCode>,
    /// What is sought, in plain text per language.
    pub seeks: LocalText,
    /// What is offered, in plain text per language.
    pub offers: LocalText,
    /// Industrial ecosystems it is about (vocabulary `ecosystems`).
    pub ecosystems: Vec<TermId>,
    /// Topics of expertise it is about (vocabulary `expertise`).
    pub expertise: Vec<TermId>,
    /// Countries in which partners are sought; empty is any.
    pub partner_countries: Vec<CountryCode>,
    /// The call it is for: the identifier of one of the dataset's calls.
    pub call_id: Option<RecordId>,
    /// The call it is for, as the source names it.
    pub call: Option<String>,
    /// The last day to answer, to its end in Brussels.
    pub deadline: Option<Day>,
    /// The day it was published.
    pub published: Option<Day>,
    /// A role address to answer to.
    pub email: Option<Email>,
    /// Its page.
    pub url: Option<WebAddress>,
    /// What the source leaves open.
    pub note: Option<String>,
    /// Where the record is from: identifiers of the dataset's sources, or web addresses.
    pub sources: Vec<String>,
}

/// What kind of request a record is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RequestKind {
    /// Partners for a project or a call.
    #[default]
    Partners,
    /// A host for a short stay with another cluster.
    Host,
    /// Visitors for a short stay.
    Visitor,
    /// A challenge that asks for solutions.
    Challenge,
}

impl RequestKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Partners, Self::Host, Self::Visitor, Self::Challenge];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Partners => "partners",
            Self::Host => "host",
            Self::Visitor => "visitor",
            Self::Challenge => "challenge",
        }
    }
}
