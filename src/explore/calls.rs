//! How calls are found: as they stand at one moment.

use std::sync::Arc;

use crate::domain::{ANY_COUNTRY, Call, CallStatus, CountryCode, Eligibility, Instant, Vocabularies};

use super::sort_keys::{latest_first, soonest_first};
use super::{Facet, FacetKind, Number, Record};

/// A call as it stands at some moment. For another moment the index is built anew, which is quick.
#[derive(Debug, Clone)]
pub struct CallAt {
    call: Arc<Call>,
    status: CallStatus,
    closes_in_days: Option<i64>,
    sort_key: i64,
    /// The countries from which one may apply, where they are named.
    countries: Vec<CountryCode>,
}

/// What a call that says nothing has in place of countries.
pub const NOT_STATED: &str = "not_stated";

/// What a call is found by in the facet of countries: those named, the known members of groups named, the countries of
/// regions named, each once; or that it says "any", or says nothing.
fn countries_of(eligibility: &Eligibility, vocabularies: &Vocabularies) -> Vec<CountryCode> {
    let groups = vocabularies.country_groups.iter();
    let named = groups.filter(|group| eligibility.groups.contains(&group.term.id));
    let regions = eligibility.regions.iter().map(|region| &region.country);
    let mut countries: Vec<CountryCode> = Vec::new();
    for country in eligibility.countries.iter().chain(named.flat_map(|group| &group.members)).chain(regions) {
        if !countries.contains(country) {
            countries.push(country.clone());
        }
    }
    countries
}

impl CallAt {
    /// A call at a moment; its status is derived here, once.
    pub fn new(call: Arc<Call>, now: Instant, vocabularies: &Vocabularies) -> Self {
        let status = call.status(now);
        let sort_key = match status {
            CallStatus::Open => {
                let group = i64::from(!call.opening_known());
                soonest_first(group, call.next_cutoff(now).map(crate::domain::CutOff::closes))
            }
            CallStatus::Forthcoming => soonest_first(2, call.opened()),
            CallStatus::Unknown => soonest_first(3, None),
            CallStatus::Closed | CallStatus::Cancelled => latest_first(4, call.final_close()),
        };
        let closes_in_days = call.closes_in_days(now);
        let countries = countries_of(&call.eligibility, vocabularies);
        Self { call, status, closes_in_days, sort_key, countries }
    }

    /// The call.
    pub fn call(&self) -> &Arc<Call> {
        &self.call
    }

    /// Where it stands.
    pub fn status(&self) -> CallStatus {
        self.status
    }

    /// Whole calendar days in Brussels to the next cut-off of an open call.
    pub fn closes_in_days(&self) -> Option<i64> {
        self.closes_in_days
    }
}

/// In the order of its own: what is open, by the next cut-off, what is known to have opened before what has no stated
/// opening; what is forthcoming, by its opening; what is not known; then what is closed or cancelled, the most recent
/// first.
impl Record for CallAt {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "status",
            kind: FacetKind::OneOf(&["open", "forthcoming", "unknown", "closed", "cancelled"]),
            values: |at, visit| visit(at.status.as_str()),
        },
        Facet {
            id: "audience",
            kind: FacetKind::Many,
            values: |at, visit| at.call.audience.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "purpose",
            kind: FacetKind::Many,
            values: |at, visit| at.call.purpose.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "ecosystem",
            kind: FacetKind::Many,
            values: |at, visit| at.call.ecosystems.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "country",
            kind: FacetKind::Many,
            values: |at, visit| {
                let eligibility = &at.call.eligibility;
                if eligibility.any {
                    visit(ANY_COUNTRY);
                } else if !eligibility.stated() {
                    visit(NOT_STATED);
                }
                at.countries.iter().for_each(|country| visit(country.as_str()));
            },
        },
        Facet { id: "issuer", kind: FacetKind::One, values: |at, visit| visit(&at.call.issuer) },
    ];
    const NUMBERS: &'static [Number<Self>] = &[
        Number { id: "closes_in_days", value: |at| at.closes_in_days.map(|days| days as f64) },
        Number { id: "max_grant", value: |at| at.call.max_grant_eur.map(|euro| euro as f64) },
    ];

    fn id(&self) -> &str {
        self.call.id.as_str()
    }

    fn title(&self) -> &str {
        &self.call.title
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        visit(&self.call.title, 4.0);
        self.call.topic_id.iter().for_each(|topic| visit(topic, 4.0));
        visit(&self.call.issuer, 2.0);
        self.call.action_type.iter().for_each(|action| visit(action, 1.0));
        self.call.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
    }

    fn sort_key(&self) -> i64 {
        self.sort_key
    }
}
