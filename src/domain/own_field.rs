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
    /// A picture: a file of the dataset, or an address, which is a link.
    Picture,
}

impl FieldKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [Self::Line, Self::Link, Self::Number, Self::Date, Self::Facet, Self::Picture];

    /// The name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Link => "link",
            Self::Number => "number",
            Self::Date => "date",
            Self::Facet => "facet",
            Self::Picture => "picture",
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
    /// A picture among the files of the dataset. One with an address of its own is a [`OwnValue::Link`]: nothing is fetched from
    /// elsewhere.
    Picture(PictureFile),
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
            Self::Picture(_) => FieldKind::Picture,
        }
    }
}

/// The name of a picture among the files of a dataset, perhaps in a folder there: `logos/alpha.png`.
///
/// It cannot lead out of the dataset's folder, and what looks like the address of a site is none.
///
/// ```
/// use cluster_atlas::domain::PictureFile;
/// assert!("logos/alpha-1.png".parse::<PictureFile>().is_ok());
/// for text in ["../alpha.png", "/alpha.png", "//cdn.example/a.png", "www.b.example/a.png", "data:image/png,a", "alpha.html", ""] {
///     assert!(text.parse::<PictureFile>().is_err(), "{text}");
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile(String);

impl PictureFile {
    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text is no name of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no name of a picture among the files of a dataset")]
pub struct NoPicture;

impl std::str::FromStr for PictureFile {
    type Err = NoPicture;

    fn from_str(text: &str) -> Result<Self, NoPicture> {
        const ENDINGS: [&str; 7] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"];
        let (folder, file) =
            text.rsplit_once('/').map_or((None, text), |(folder, file)| (Some(folder), file));
        let is_plain =
            |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let is_folder = |name: &str| !name.is_empty() && is_plain(name);
        let is_picture = file.rsplit_once('.').is_some_and(|(stem, ending)| {
            is_folder(stem) && ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
        });
        let is_here = folder.is_none_or(|folder| folder.split('/').all(is_folder));
        if is_picture && is_here && text.len() <= 200 { Ok(Self(text.to_owned())) } else { Err(NoPicture) }
    }
}
