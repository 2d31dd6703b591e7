//! Resources: services, tools, case studies, trends, guides, reports, news and links; what help there is, and how one
//! gets it.

use super::{CountryCode, Figure, LocalText, PartialDate, RecordId, Related, TermId, WebAddress};

/// A resource, as far as it is known. What is `None` or empty is unknown, never "no".
#[derive(Debug, Clone, PartialEq)]
pub struct Resource {
    /// Unique in the collection; appears in URLs.
    pub id: RecordId,
    /// The title.
    pub title: String,
    /// What kind of resource it is.
    pub kind: ResourceKind,
    /// Of when it is, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
    pub date: Option<PartialDate>,
    /// What the date is, where it is not that of publication.
    pub date_note: Option<String>,
    /// In what form it comes.
    pub format: Option<String>,
    /// How often it takes place or is renewed.
    pub frequency: Option<String>,
    /// How one gets it.
    pub how_to_join: Option<String>,
    /// The industrial ecosystems it is about.
    pub ecosystems: Vec<TermId>,
    /// What it is about (vocabulary `themes`).
    pub themes: Vec<TermId>,
    /// For whom it is (vocabulary `audiences`).
    pub audience: Vec<TermId>,
    /// The countries it is about.
    pub countries: Vec<CountryCode>,
    /// Its official number.
    pub reference: Option<String>,
    /// Whether it speaks of what is to come.
    pub outlook: bool,
    /// Whether no more than the title is known.
    pub name_only: bool,
    /// Figures and facts, each with its time.
    pub facts: Vec<Figure>,
    /// What belongs to it.
    pub related: Related,
    /// What it is, in plain text per language.
    pub summary: LocalText,
    /// Its page.
    pub url: Option<WebAddress>,
    /// What the source leaves open.
    pub note: Option<String>,
    /// Where the record is from: identifiers of the dataset's sources, or addresses.
    pub sources: Vec<String>,
}

/// What kind of resource a record is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ResourceKind {
    /// A service of a platform.
    Service,
    /// A tool.
    Tool,
    /// A case study.
    CaseStudy,
    /// A trend.
    Trend,
    /// A guide.
    Guide,
    /// A report.
    Report,
    /// A piece of news.
    News,
    /// A link to another platform.
    #[default]
    Link,
}

impl ResourceKind {
    /// All values.
    pub const ALL: [Self; 8] = [
        Self::Service,
        Self::Tool,
        Self::CaseStudy,
        Self::Trend,
        Self::Guide,
        Self::Report,
        Self::News,
        Self::Link,
    ];

    /// The name used in files and URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Tool => "tool",
            Self::CaseStudy => "case_study",
            Self::Trend => "trend",
            Self::Guide => "guide",
            Self::Report => "report",
            Self::News => "news",
            Self::Link => "link",
        }
    }
}
