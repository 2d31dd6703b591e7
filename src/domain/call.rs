//! An open call: who offers money or places, to whom, and until when.

use super::{CountryCode, Day, LocalText, RecordId, RegionCode, TermId, TimeOfDay, WebAddress};

/// An open call, as far as it is known. What is `None` or empty is unknown, never "no" and never "any".
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// Unique in the collection; appears in URLs.
    pub id: RecordId,
    /// The title.
    pub title: String,
    /// Who issues it: a programme, an agency, a Eurocluster.
    pub issuer: String,
    /// The topic's identifier in its programme (`I3-2026-INV1`).
    pub topic_id: Option<String>,
    /// The programme's type of action (`HORIZON-CSA`).
    pub action_type: Option<String>,
    /// Who may apply (vocabulary `audiences`).
    pub audience: Vec<TermId>,
    /// What it pays for (vocabulary `purposes`).
    pub purpose: Vec<TermId>,
    /// Industrial ecosystems it is about (vocabulary `ecosystems`).
    pub ecosystems: Vec<TermId>,
    /// From where one may apply.
    pub eligibility: Eligibility,
    /// The first day on which one may apply.
    pub opens: Option<Day>,
    /// The cut-offs, by time; an application counts for the first one it reaches.
    pub cutoffs: Vec<CutOff>,
    /// What the source says of a cut-off in words that are no date; a call that has them may have closed any day.
    pub deadline_words: Option<String>,
    /// Whether the closing date is known; with `false` and no cut-off the call is real, its end unknown.
    pub deadline_known: bool,
    /// The day it was published.
    pub published: Option<Day>,
    /// The first day on which somebody is known to have reported it, where the day it opens is not known: the day it
    /// was published, else the earliest of its sources' days, else the dataset's own. Follows from the dataset and is
    /// not written; see [`Call::report_days`].
    pub reported: Option<Day>,
    /// Whether it was withdrawn by its issuer.
    pub cancelled: bool,
    /// The whole budget.
    pub budget: Option<Budget>,
    /// The largest grant to one applicant, in euro.
    pub max_grant_eur: Option<u64>,
    /// What it is about, in plain text per language.
    pub summary: LocalText,
    /// The official page.
    pub url: Option<WebAddress>,
    /// Whether that page is a list of many calls, on which this one has to be looked for.
    pub url_is_list: bool,
    /// Where the record is from: identifiers of the dataset's sources, or web addresses.
    pub sources: Vec<String>,
}

/// What stands for any country where countries are listed, for calls that say so.
pub const ANY_COUNTRY: &str = "any";

/// From where one may apply to a call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// Whether the call says that applicants may come from any country.
    pub any: bool,
    /// Whole countries.
    pub countries: Vec<CountryCode>,
    /// Groups of countries (vocabulary `country_groups`: EU Member States, a programme's countries).
    pub groups: Vec<TermId>,
    /// Regions of countries that are not eligible as a whole.
    pub regions: Vec<EligibleRegion>,
}

impl Eligibility {
    /// Whether the call says from where one may apply; what says nothing is open to nobody for sure.
    pub fn stated(&self) -> bool {
        self.any || !(self.countries.is_empty() && self.groups.is_empty() && self.regions.is_empty())
    }
}

/// A region from which one may apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EligibleRegion {
    /// Its country.
    pub country: CountryCode,
    /// Its code, where the nomenclature has one.
    pub code: Option<RegionCode>,
    /// Its name as the call writes it.
    pub name: Option<String>,
}

/// A moment until which applications are collected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutOff {
    /// The day in Brussels.
    pub date: Day,
    /// The time in Brussels; where none is stated, the day counts to its end.
    pub time: Option<TimeOfDay>,
    /// What the source says about this cut-off.
    pub note: Option<String>,
}

/// The money of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// In euro.
    pub eur: Option<u64>,
    /// What the source says about it.
    pub note: Option<String>,
}
