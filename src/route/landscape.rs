//! The parameters of the pages that count across collections: countries, figures, themes.

use crate::domain::Day;

use super::hash::Writer;
use super::params::identifier;

/// The theme of an address that names none.
const FIRST_THEME: &str = "green";
/// Most other countries that one is compared with: four stand side by side.
pub const MOST_OTHERS: usize = super::MOST_COMPARED - 1;

/// A page that counts across collections.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LandscapePage {
    /// All countries.
    #[default]
    Countries,
    /// One country.
    Country,
    /// What the programmes did.
    Figures,
    /// A theme.
    Focus,
}

impl LandscapePage {
    /// All pages.
    pub const ALL: &'static [Self] = &[Self::Countries, Self::Country, Self::Figures, Self::Focus];

    /// The path, which is that of what it is about where it is about something.
    pub fn path(self) -> &'static str {
        match self {
            Self::Countries => "countries",
            Self::Country => "country",
            Self::Figures => "figures",
            Self::Focus => "focus",
        }
    }

    /// Whether it is about something that its path names.
    pub fn has_subject(self) -> bool {
        matches!(self, Self::Country | Self::Focus)
    }
}

/// What such a page shows. Which values there are the page knows: what it does not know it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LandscapeParams {
    /// Which page.
    pub page: LandscapePage,
    /// The country's code or the theme; empty where the page is about neither.
    pub subject: String,
    /// The figure that the map is shaded by; the topic of the figures.
    pub show: Option<String>,
    /// The column that the table is sorted by.
    pub sort: Option<String>,
    /// The region of the country.
    pub region: Option<String>,
    /// The countries beside it.
    pub compare: Vec<String>,
    /// The day of viewing; `None` is today.
    pub at: Option<Day>,
}

impl LandscapeParams {
    /// A page with nothing chosen.
    pub fn of(page: LandscapePage, subject: &str) -> Self {
        Self { page, subject: subject.to_owned(), ..Self::default() }
    }

    /// The page that these parameters are for.
    pub fn route(self) -> super::Route {
        super::Route::Landscape(Box::new(self))
    }

    /// The link to the page that these parameters are for.
    pub fn link(self) -> String {
        self.route().to_hash()
    }

    /// The page of a path; `None` where the path is another one's.
    pub(super) fn at_path(segments: &[&str]) -> Option<Self> {
        let [path, subject @ ..] = segments else { return None };
        let page = *LandscapePage::ALL.iter().find(|page| page.path() == *path)?;
        let mut subject = match subject {
            [] if !page.has_subject() => String::new(),
            // All themes lead from one to the other: whoever names none is shown the first.
            [] if page == LandscapePage::Focus => FIRST_THEME.to_owned(),
            [subject] if page.has_subject() => identifier(subject)?,
            _ => return None,
        };
        // Codes are capitals, themes are not.
        if page == LandscapePage::Country {
            subject.make_ascii_uppercase();
        } else {
            subject.make_ascii_lowercase();
        }
        Some(Self { page, subject, ..Self::default() })
    }

    pub(super) fn read(&mut self, key: &str, value: &str) {
        use LandscapePage::{Countries, Country, Figures};
        match (self.page, key) {
            (Countries | Figures, "show") => self.show = identifier(value),
            (Countries, "sort") => self.sort = identifier(value),
            (Country, "region") => self.region = identifier(value),
            (Country, "compare") => {
                for mut code in value.split(',').filter_map(identifier) {
                    code.make_ascii_uppercase();
                    if code != self.subject
                        && !self.compare.contains(&code)
                        && self.compare.len() < MOST_OTHERS
                    {
                        self.compare.push(code);
                    }
                }
            }
            (page, "at") if page != Figures => self.at = Day::asked(value),
            _ => {}
        }
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.path(self.page.path(), &self.subject);
        for (key, value) in [("show", &self.show), ("sort", &self.sort), ("region", &self.region)] {
            if let Some(value) = value {
                out.pair(key, value);
            }
        }
        out.list("compare", &self.compare);
        if let Some(at) = self.at {
            out.raw("at", format_args!("{at}"));
        }
    }
}
