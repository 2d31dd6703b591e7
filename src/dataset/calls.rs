//! Reading open calls: a cut-off is never lost because of a fault beside it.

use std::str::FromStr;

use crate::domain::{
    ANY_COUNTRY, Call, CodeError, CountryCode, CutOff, Day, Eligibility, EligibleRegion, RegionCode, TermId,
    TimeOfDay, Vocabularies,
};

use super::fields::{LINE, MOST_VALUES, NAME, Object, SUMMARY};
use super::file::{DatasetError, Fetched};
use super::json::Json;
use super::records::{Titled, knows, read_collection, sort_by_time};
use super::report::{FindingKind as Kind, Loaded, Reading};

/// The `format` of a file of calls, without its version.
const FORMAT: &str = "cluster-atlas/calls";

/// Most cut-offs of one call: a weekly one for seven years.
const MOST_CUTOFFS: usize = 400;

/// The group of countries that stands for an eligibility that cannot be read.
const OTHER_COUNTRIES: &str = "other";

/// The zone that all times of the format are in.
const BRUSSELS: &str = "Europe/Brussels";

/// Reads a file of calls. Terms and regions that `vocabularies` does not have are kept and reported.
pub fn read_calls(fetched: &Fetched<'_>, vocabularies: &Vocabularies) -> Result<Loaded<Call>, DatasetError> {
    let mut records = Titled::new(vocabularies);
    read_collection(fetched, FORMAT, &mut |value, reading| read_call(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault.
pub(crate) fn read_call(records: &mut Titled<'_>, value: Json<'_>, reading: &mut Reading) -> Option<Call> {
    let (mut object, id, title) = records.open(value, reading)?;
    let known = records.known;
    if !object.has("issuer") {
        reading.noted("issuer", Kind::MissingValue, "");
    }
    let issuer = object.line("issuer", "issuer", NAME, reading).unwrap_or_default();
    if let Some(zone) = object.line("timezone", "timezone", NAME, reading)
        && zone != BRUSSELS
    {
        reading.noted("timezone", Kind::OtherTimeZone, &zone);
    }
    let opens = object.day("opens", "opens", reading);
    let cutoffs = read_cutoffs(&mut object, reading);
    if let (Some(opens), Some(last)) = (opens, cutoffs.last())
        && opens > last.date
    {
        reading.noted("opens", Kind::Contradiction, &opens.to_string());
    }
    let call = Call {
        id,
        title,
        issuer,
        topic_id: object.line("topic_id", "topic_id", NAME, reading),
        action_type: object.line("action_type", "action_type", NAME, reading),
        audience: object.terms("audience", &|id| knows(&known.audiences, id), reading),
        purpose: object.terms("purpose", &|id| knows(&known.purposes, id), reading),
        ecosystems: object.terms("ecosystems", &|id| knows(&known.ecosystems, id), reading),
        eligibility: read_eligibility(&mut object, known, reading),
        opens,
        deadline_words: object.line("deadline_words", "deadline_words", LINE, reading),
        deadline_known: read_deadline_known(&mut object, &cutoffs, reading),
        cutoffs,
        reported: None,
        published: object.day("published", "published", reading),
        // The only status that is stored: every other one follows from the dates and the day of viewing.
        cancelled: object.one_of("status", "status", &[()], |()| "cancelled", reading).is_some(),
        budget: object.budget("budget", reading),
        max_grant_eur: object.euro("max_grant_eur", "max_grant_eur", reading),
        summary: object.local_text("summary", SUMMARY, reading),
        url: object.web("url", "url", reading),
        url_is_list: object.flag("url_is_list", "url_is_list", reading),
        sources: object.sources(reading),
    };
    object.rest("", reading);
    Some(call)
}

/// A cut-off's place in time; without a time it lasts to the end of its day.
fn moment(cutoff: &CutOff) -> (Day, bool, Option<TimeOfDay>) {
    (cutoff.date, cutoff.time.is_none(), cutoff.time)
}

fn read_cutoffs(object: &mut Object<'_>, reading: &mut Reading) -> Vec<CutOff> {
    let mut cutoffs: Vec<CutOff> = Vec::new();
    object.objects("cutoffs", MOST_CUTOFFS, reading, &mut |object, path, reading| {
        let date = object.needed_day(path, reading);
        let time = object.time("time", &[path, ".time"].concat(), reading);
        let note = object.line("note", &[path, ".note"].concat(), LINE, reading);
        let Some(cutoff) = date.map(|date| CutOff { date, time, note }) else { return };
        if cutoffs.contains(&cutoff) {
            reading.dropped(path, Kind::DuplicateValue, &cutoff.date.to_string());
            return;
        }
        // Two remarks on one moment are both kept.
        if cutoffs.iter().any(|other| moment(other) == moment(&cutoff)) {
            reading.noted(path, Kind::DuplicateValue, &cutoff.date.to_string());
        }
        cutoffs.push(cutoff);
    });
    sort_by_time(&mut cutoffs, "cutoffs", moment, reading);
    cutoffs
}

/// Whether the end is known: never without a cut-off, and with one unless the file says that more may follow.
fn read_deadline_known(object: &mut Object<'_>, cutoffs: &[CutOff], reading: &mut Reading) -> bool {
    match object.take("deadline_known") {
        Some(Json::Bool(true)) if cutoffs.is_empty() => {
            reading.dropped("deadline_known", Kind::Contradiction, "true");
            false
        }
        Some(Json::Bool(known)) => known,
        Some(other) => {
            reading.wrong_type("deadline_known", &other);
            !cutoffs.is_empty()
        }
        None => !cutoffs.is_empty(),
    }
}

/// What the list of eligible countries may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
enum CountryOrAny {
    Country(CountryCode),
    Any,
}

impl CountryOrAny {
    fn country(self) -> Option<CountryCode> {
        match self {
            Self::Country(country) => Some(country),
            Self::Any => None,
        }
    }
}

impl FromStr for CountryOrAny {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if text == ANY_COUNTRY { Ok(Self::Any) } else { text.parse().map(Self::Country) }
    }
}

fn read_eligibility(object: &mut Object<'_>, known: &Vocabularies, reading: &mut Reading) -> Eligibility {
    let is_known = |group: &TermId| {
        known.country_groups.is_empty() || known.country_groups.iter().any(|known| known.term.id == *group)
    };
    let checkpoint = reading.checkpoint();
    let named = object.codes::<CountryOrAny>("eligible_countries", Kind::BadCountry, &|_| true, reading);
    let mut eligibility = Eligibility {
        any: named.contains(&CountryOrAny::Any),
        countries: named.into_iter().filter_map(CountryOrAny::country).collect(),
        groups: object.codes("eligible_groups", Kind::BadTerm, &is_known, reading),
        regions: read_regions(object, known, reading),
    };
    // Where something is stated, though it cannot be read, it is not that nothing is.
    if reading.lost_since(checkpoint) {
        let other = OTHER_COUNTRIES.parse().expect("letters are an identifier");
        if !eligibility.groups.contains(&other) {
            eligibility.groups.push(other);
        }
    }
    eligibility
}

fn read_regions(object: &mut Object<'_>, known: &Vocabularies, reading: &mut Reading) -> Vec<EligibleRegion> {
    let mut regions: Vec<EligibleRegion> = Vec::new();
    object.objects("eligible_regions", MOST_VALUES, reading, &mut |object, path, reading| {
        let member = |name: &str| [path, ".", name].concat();
        let country = object.parsed("country", &member("country"), Kind::BadCountry, reading);
        let code: Option<RegionCode> = object.parsed("code", &member("code"), Kind::BadCode, reading);
        let name = object.line("name", &member("name"), NAME, reading);
        let Some(country) = country else {
            reading.dropped(path, Kind::MissingCountry, name.as_deref().unwrap_or_default());
            return;
        };
        // A region without code and name would make the whole country eligible.
        if code.is_none() && name.is_none() {
            reading.dropped(path, Kind::MissingName, "");
            return;
        }
        if let Some(code) = &code
            && !knows_region(known, code)
        {
            reading.noted(member("code"), Kind::UnknownTerm, code.as_str());
        }
        let region = EligibleRegion { country, code, name };
        if regions.contains(&region) {
            reading.dropped(path, Kind::DuplicateValue, region.name.as_deref().unwrap_or_default());
        } else {
            regions.push(region);
        }
    });
    regions
}

/// Whether the vocabularies have a region, or the one it is a part of: they may end at level 2.
fn knows_region(known: &Vocabularies, code: &RegionCode) -> bool {
    let code = code.as_str();
    known.regions.is_empty()
        || known.regions.iter().any(|region| {
            let known = region.code.as_str();
            known == code || (code.len() == 5 && known.len() == 4 && code.starts_with(known))
        })
}
