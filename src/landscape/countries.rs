//! Every country that the dataset knows, with its figures.

use std::sync::Arc;

use crate::collection::{Network, Policy};
use crate::domain::{
    Call, CallStatus, CountryCode, Event, EventStatus, Fact, Instant, Organisation, PartialDate, PolicyKind,
    PolicyStatus, Training, Vocabularies,
};

use crate::explore::sort_values;

use super::eligible::{Eligible, eligible};
use super::organisations::{OrganisationFigures, RegionFigure, regions};

/// What is counted. A collection is `None` while it is not there, or where it cannot be had: then it has no figures.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// Cluster organisations.
    pub organisations: &'a [Organisation],
    /// Open calls.
    pub calls: Option<&'a [Arc<Call>]>,
    /// Events.
    pub events: Option<&'a [Arc<Event>]>,
    /// Networks.
    pub networks: Option<&'a [Arc<Network>]>,
    /// Policies.
    pub policies: Option<&'a [Arc<Policy>]>,
    /// Facts.
    pub facts: Option<&'a [Fact]>,
    /// The controlled lists.
    pub vocabularies: &'a Vocabularies,
    /// The moment at which calls are open and events ahead.
    pub now: Instant,
}

/// All countries, and all of them together.
#[derive(Debug, Clone, PartialEq)]
pub struct Landscape {
    /// Every country that a record is in or about, in the order of codes.
    pub countries: Vec<CountryFigures>,
    /// The organisations of the whole dataset: what a country's shares are seen beside.
    pub whole: OrganisationFigures,
    /// Calls that are open and do not say from where one may apply: in no country's figure.
    pub calls_not_stated: Option<u32>,
}

/// What is known of a country.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryFigures {
    /// The country.
    pub country: CountryCode,
    /// Its organisations.
    pub organisations: OrganisationFigures,
    /// Its regions, those without an organisation too.
    pub regions: Vec<RegionFigure>,
    /// Organisations whose region is not known.
    pub without_region: u32,
    /// Networks that it or a partner from it is in.
    pub networks: Option<u32>,
    /// Its policies.
    pub policies: Option<PolicyFigures>,
    /// Calls one may answer from there.
    pub calls: Option<CallFigures>,
    /// Events there or about it.
    pub events: Option<EventFigures>,
    /// Facts on it.
    pub facts: Option<u32>,
}

/// Policies by type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PolicyFigures {
    /// All of them.
    pub all: u32,
    /// In the order of [`PolicyKind::ALL`].
    pub kinds: [u32; PolicyKind::ALL.len()],
    /// Those whose type nobody names.
    pub without_kind: u32,
    /// Those known to be in force.
    pub running: u32,
}

/// Calls at a moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CallFigures {
    /// Open, and applicants from the country or from regions of it may apply.
    pub open: u32,
    /// Those of them that name regions only.
    pub some_regions: u32,
    /// Open, and naming a group of countries that is not known in full: in none of the others.
    pub group_not_known: u32,
}

/// Events at a moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EventFigures {
    /// There or about it.
    pub all: u32,
    /// Those that take place there.
    pub there: u32,
    /// Those that are ahead or under way, there or about it.
    pub ahead: u32,
}

impl Landscape {
    /// Counts everything.
    pub fn new(given: &Given<'_>) -> Self {
        let open: Option<Vec<&Call>> = given.calls.map(|calls| {
            calls.iter().map(Arc::as_ref).filter(|call| call.status(given.now) == CallStatus::Open).collect()
        });
        let countries = known_countries(given).into_iter().map(|country| {
            let own: Vec<&Organisation> =
                given.organisations.iter().filter(|organisation| organisation.country == country).collect();
            let (regions, without_region) = regions(&country, &own, given.vocabularies);
            CountryFigures {
                organisations: OrganisationFigures::of(own.iter().copied(), given.vocabularies),
                regions,
                without_region,
                networks: given.networks.map(|all| {
                    total(all.iter().filter(|network| network.all_countries().contains(&&country)))
                }),
                policies: given.policies.map(|all| policies(all, &country, given.now)),
                calls: open.as_ref().map(|open| calls(open, &country, given.vocabularies)),
                events: given.events.map(|all| events(all, &country, given.now)),
                facts: given
                    .facts
                    .map(|all| total(all.iter().filter(|fact| fact.country.as_ref() == Some(&country)))),
                country,
            }
        });
        Self {
            countries: countries.collect(),
            whole: OrganisationFigures::of(given.organisations.iter(), given.vocabularies),
            calls_not_stated: open
                .as_ref()
                .map(|open| total(open.iter().filter(|call| !call.eligibility.stated()))),
        }
    }

    /// A country's figures; `None` where no record is in or about it.
    pub fn of(&self, code: &str) -> Option<&CountryFigures> {
        self.countries.iter().find(|figures| figures.country.as_str() == code)
    }
}

fn total<T>(each: impl Iterator<Item = T>) -> u32 {
    u32::try_from(each.count()).unwrap_or(u32::MAX)
}

/// Every country that a record is in or about, in the order of codes. What calls name from afar, a group of countries
/// for instance, makes no country known.
fn known_countries(given: &Given<'_>) -> Vec<CountryCode> {
    let mut all: Vec<&CountryCode> =
        given.organisations.iter().map(|organisation| &organisation.country).collect();
    all.extend(given.policies.unwrap_or_default().iter().filter_map(|policy| policy.country.as_ref()));
    all.extend(given.networks.unwrap_or_default().iter().flat_map(|network| network.all_countries()));
    all.extend(
        given
            .events
            .unwrap_or_default()
            .iter()
            .flat_map(|event| event.country.iter().chain(&event.countries)),
    );
    all.extend(given.facts.unwrap_or_default().iter().filter_map(|fact| fact.country.as_ref()));
    sort_values(&mut all, &|a, b| a.cmp(b));
    all.dedup();
    all.into_iter().cloned().collect()
}

fn policies(all: &[Arc<Policy>], country: &CountryCode, now: Instant) -> PolicyFigures {
    let mut figures = PolicyFigures::default();
    let own = all.iter().filter(|policy| policy.country.as_ref() == Some(country) && !policy.fact_only);
    for policy in own {
        figures.all += 1;
        match policy.kind.and_then(|kind| PolicyKind::ALL.iter().position(|one| *one == kind)) {
            Some(place) => figures.kinds[place] += 1,
            None => figures.without_kind += 1,
        }
        figures.running += u32::from(policy.status(now) == PolicyStatus::Running);
    }
    figures
}

fn calls(open: &[&Call], country: &CountryCode, known: &Vocabularies) -> CallFigures {
    let mut figures = CallFigures::default();
    for call in open {
        let eligible = eligible(&call.eligibility, country, &known.country_groups);
        figures.open += u32::from(eligible.is_open());
        figures.some_regions += u32::from(eligible == Eligible::SomeRegions);
        figures.group_not_known += u32::from(eligible == Eligible::GroupNotKnown);
    }
    figures
}

fn events(all: &[Arc<Event>], country: &CountryCode, now: Instant) -> EventFigures {
    let mut figures = EventFigures::default();
    for event in all.iter().filter(|event| concerns(event, country)) {
        figures.all += 1;
        figures.there += u32::from(event.country.as_ref() == Some(country));
        figures.ahead += u32::from(matches!(event.status(now), EventStatus::Running | EventStatus::Upcoming));
    }
    figures
}

/// Whether an event is in a country or about it.
fn concerns(event: &Event, country: &CountryCode) -> bool {
    event.country.iter().chain(&event.countries).any(|one| one == country)
}

/// Trainings with a session in a country, by the last word of the place that the record has ("Turin, Italy"): no record
/// of a training names its country otherwise. `name` is the country's name as records write it, in English.
pub fn trainings_in(trainings: &[Arc<Training>], name: &str) -> Vec<Arc<Training>> {
    let there = |place: &str| place.rsplit(',').next().is_some_and(|last| last.trim() == name);
    let is_there = |training: &&Arc<Training>| {
        training.sessions.iter().any(|session| session.place.as_deref().is_some_and(there))
    };
    trainings.iter().filter(is_there).cloned().collect()
}

/// From which to which year a policy is known to have been in force, where its beginning is known; the second is `None`
/// where its end is not known.
pub fn years_of(policy: &Policy) -> Option<(i32, Option<i32>)> {
    policy.start.map(|start| (start.year(), policy.end.map(PartialDate::year)))
}
