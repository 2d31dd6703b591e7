//! The controlled lists that records refer to, and the sources they come from.

use super::{CountryCode, Day, LocalText, OwnField, RegionCode, TermId, WebAddress};

/// A term of a vocabulary, with its label per language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The identifier that records use.
    pub id: TermId,
    /// The official name, per language.
    pub label: LocalText,
    /// Two letters that stand for the term where colour alone must not.
    pub badge: Option<String>,
}

/// A region of the nomenclature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionEntry {
    /// Its code.
    pub code: RegionCode,
    /// Its level: 1, 2 or 3.
    pub level: u8,
    /// Its country.
    pub country: CountryCode,
    /// Its name in the country's own language.
    pub name: String,
    /// The same in Latin letters or in English, for a name that is written otherwise.
    pub latin: Option<String>,
    /// Whether it is a statistical region of a country outside the EU's nomenclature.
    pub statistical: bool,
}

impl RegionEntry {
    /// Its name as people of any language can read it: `Αττική (Attica)`.
    pub fn shown(&self) -> String {
        match &self.latin {
            Some(latin) if *latin != self.name => [&self.name, " (", latin, ")"].concat(),
            _ => self.name.clone(),
        }
    }
}

/// Every vocabulary of a dataset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabularies {
    /// The EU's 14 industrial ecosystems.
    pub ecosystems: Vec<Term>,
    /// Topics of expertise.
    pub expertise: Vec<Term>,
    /// Regions, levels 1 and 2.
    pub regions: Vec<RegionEntry>,
    /// Who may apply to a call.
    pub audiences: Vec<Term>,
    /// What calls pay for.
    pub purposes: Vec<Term>,
    /// For whom trainings are.
    pub training_audiences: Vec<Term>,
    /// What trainings are about.
    pub training_topics: Vec<Term>,
    /// What events, policies and resources are about.
    pub themes: Vec<Term>,
    /// Groups of countries that calls are open to.
    pub country_groups: Vec<CountryGroup>,
    /// Fields of organisations that the dataset declares itself.
    pub fields: Vec<OwnField>,
    /// What facets are called instead of what the app calls them, by their names in addresses: `ecosystem`.
    pub headings: Vec<Term>,
}

/// A group of countries that a call may be open to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryGroup {
    /// The identifier and the name.
    pub term: Term,
    /// The countries that are known to belong to it.
    pub members: Vec<CountryCode>,
    /// Whether `members` is the whole group; with `false` other countries may belong to it too.
    pub complete: bool,
}

/// Where records come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The identifier that records use.
    pub id: TermId,
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: Option<WebAddress>,
    /// The licence or terms, in words.
    pub licence: Option<String>,
    /// The day it is of: when it was said or published.
    pub dated: Option<Day>,
    /// The day it was read.
    pub retrieved: Option<Day>,
    /// What was done with it.
    pub note: Option<String>,
}
