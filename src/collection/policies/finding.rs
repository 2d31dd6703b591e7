//! How policies are found: as they stand at one moment.

use std::sync::Arc;

use crate::domain::{CountryCode, Instant, PartialDate, PolicyKind, PolicyStatus};
use crate::explore::{Facet, FacetKind, Record, YES, latest_first};

use super::Policy;

/// A policy as it stands at some moment. For another moment the index is built anew, which is quick.
#[derive(Debug, Clone)]
pub struct PolicyAt {
    policy: Arc<Policy>,
    status: PolicyStatus,
}

impl PolicyAt {
    /// A policy at a moment; its status is derived here, once.
    pub fn new(policy: Arc<Policy>, now: Instant) -> Self {
        let status = policy.status(now);
        Self { policy, status }
    }

    /// The policy.
    pub fn policy(&self) -> &Arc<Policy> {
        &self.policy
    }

    /// Where it stands.
    pub fn status(&self) -> PolicyStatus {
        self.status
    }
}

/// No record is filed under more years than this: a span of centuries is a slip of the pen, and has its two ends.
const MOST_YEARS: i32 = 60;

/// The years that a policy is known to have been in force in. Of one that has begun, and of which no end is known, that
/// is the year in which it began: absent is not "until today".
fn years(policy: &Policy) -> impl Iterator<Item = i32> {
    let (start, end) = (policy.start.map(PartialDate::year), policy.end.map(PartialDate::year));
    let (first, last) = (start.or(end), end.or(start));
    let (first, last) = first.zip(last).map_or((1, 0), |(first, last)| (first, last.max(first)));
    (first..=last).filter(move |year| last - first < MOST_YEARS || *year == first || *year == last)
}

/// In the order of its own: what is in force or may be, the latest first; then what is not.
impl Record for PolicyAt {
    const FACETS: &'static [Facet<Self>] = &[
        Facet {
            id: "status",
            kind: FacetKind::OneOf(&["running", "open_ended", "proposed", "upcoming", "undated", "past"]),
            values: |at, visit| visit(at.status.as_str()),
        },
        Facet {
            id: "kind",
            kind: FacetKind::OneOf(&["national", "regional", "broad", "sectoral"]),
            values: |at, visit| at.policy.own_kind().map(PolicyKind::as_str).into_iter().for_each(visit),
        },
        Facet {
            id: "country",
            kind: FacetKind::One,
            values: |at, visit| {
                at.policy.country.as_ref().map(CountryCode::as_str).into_iter().for_each(visit);
            },
        },
        Facet {
            id: "territory",
            kind: FacetKind::One,
            values: |at, visit| at.policy.region.as_deref().into_iter().for_each(visit),
        },
        Facet {
            id: "year",
            kind: FacetKind::Many,
            values: |at, visit| years(&at.policy).for_each(|year| visit(&year.to_string())),
        },
        Facet {
            id: "theme",
            kind: FacetKind::Many,
            values: |at, visit| at.policy.themes.iter().for_each(|term| visit(term.as_str())),
        },
        Facet {
            id: "challenge",
            kind: FacetKind::Many,
            values: |at, visit| at.policy.challenges.iter().for_each(|text| visit(text)),
        },
        Facet {
            id: "support",
            kind: FacetKind::Many,
            values: |at, visit| at.policy.support.iter().for_each(|text| visit(text)),
        },
        Facet {
            id: "typology",
            kind: FacetKind::Many,
            values: |at, visit| at.policy.typology.iter().for_each(|text| visit(text)),
        },
        Facet {
            id: "keyword",
            kind: FacetKind::Many,
            values: |at, visit| at.policy.keywords.iter().for_each(|text| visit(text)),
        },
        Facet {
            id: "instrument",
            kind: FacetKind::One,
            values: |at, visit| at.policy.instrument.as_deref().into_iter().for_each(visit),
        },
        Facet {
            id: "toolkit",
            kind: FacetKind::Has,
            values: |at, visit| at.policy.toolkit.then_some(YES).into_iter().for_each(visit),
        },
    ];

    fn id(&self) -> &str {
        self.policy.id.as_str()
    }

    fn title(&self) -> &str {
        &self.policy.name
    }

    fn texts<'a>(&'a self, visit: &mut dyn FnMut(&'a str, f32)) {
        let policy = &*self.policy;
        visit(&policy.name, 4.0);
        policy.region.iter().for_each(|region| visit(region, 2.0));
        policy.instrument.iter().for_each(|text| visit(text, 1.0));
        let words = policy.keywords.iter().chain(&policy.challenges).chain(&policy.support);
        words.for_each(|text| visit(text, 1.0));
        policy.summary.iter().for_each(|(_, summary)| visit(summary, 0.5));
    }

    fn sort_key(&self) -> i64 {
        let start = self.policy.start.map(PartialDate::first).map(Instant::start_of);
        let group = match self.status {
            PolicyStatus::Running => 0,
            PolicyStatus::OpenEnded => 1,
            PolicyStatus::Upcoming | PolicyStatus::Proposed => 2,
            PolicyStatus::Undated => 3,
            PolicyStatus::Past => 4,
        };
        latest_first(group, start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::CollectionRecord;

    fn years_of(dates: &str) -> Vec<i32> {
        let file =
            format!(r#"{{"format":"cluster-atlas/policies/1","records":[{{"id":"a","name":"A"{dates}}}]}}"#);
        let fetched = crate::dataset::Fetched::opened("policies.json", file.as_bytes());
        let loaded = Policy::read(&fetched, &crate::domain::Vocabularies::default());
        years(&loaded.expect("readable").records.pop().expect("a policy")).collect()
    }

    #[test]
    fn a_policy_is_found_under_each_year_that_it_covers() {
        assert_eq!(years_of(r#","start":"2014-05","end":"2017-02-03""#), [2014, 2015, 2016, 2017]);
        assert_eq!(years_of(r#","start":"2020","end":"2020-12""#), [2020]);
    }

    #[test]
    fn what_is_not_known_is_no_year() {
        assert_eq!(years_of(""), [0; 0]);
        assert_eq!(years_of(r#","start":"2019""#), [2019]);
        assert_eq!(years_of(r#","end":"2027""#), [2027]);
    }

    #[test]
    fn centuries_are_their_two_ends() {
        assert_eq!(years_of(r#","start":"1000","end":"2020""#), [1000, 2020]);
    }
}
