//! Which calls an organisation could answer, and which organisations could answer a call; each with the reasons.
//!
//! What is known to be against it rules a pair out: a country that is not eligible, ecosystems that are stated on both
//! sides and are different ones, a call for others than the organisation or any of its members. Whatever is not known
//! is no mismatch and ranks below what is known to match.

use crate::domain::{
    Call, CallStatus, CountryCode, CountryGroup, EligibleRegion, Instant, Organisation, OrganisationKind,
    TermId, Vocabularies,
};

use super::fold;
use super::intern::sort_by;
use super::term_mentions::TermMentions;

/// One reason why an organisation could answer a call, with its facts; the words are the interface's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The call names the organisation's country.
    CountryEligible(CountryCode),
    /// The organisation's country belongs to a group that the call names.
    GroupEligible {
        /// The group.
        group: TermId,
    },
    /// The organisation is in a region that the call names.
    RegionEligible {
        /// The region's code, or its name where the call gives none.
        region: String,
    },
    /// The call says that it is open to any country.
    OpenToAnyCountry,
    /// The call does not say from where one may apply.
    EligibilityNotStated,
    /// The organisation's country may belong to a group that the call names; the group is not known in full.
    EligibilityUnknown {
        /// The group.
        group: TermId,
    },
    /// The call names regions of the organisation's country, and whether it is in one of them is not known.
    RegionUnknown,
    /// Both are about one industrial ecosystem.
    SameEcosystem(TermId),
    /// The call names no ecosystem.
    CallEcosystemUnknown,
    /// The organisation's ecosystems are not known.
    OrganisationEcosystemUnknown,
    /// The call's title or summary mentions a topic of the organisation's expertise.
    MentionsExpertise(TermId),
    /// The call is for such organisations.
    AudienceFits(TermId),
    /// The call is for such organisations as are among the members.
    AudienceAmongMembers(TermId),
    /// The call is for such as many organisations have among their members; whether this one has is not known.
    MembersUnknown(TermId),
    /// For whom the call is is not known.
    AudienceUnknown,
}

/// That an organisation could answer a call, how well, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Greater fits better; comparable between calls and between organisations, and nothing more than that.
    pub score: u32,
    /// Where it may apply from, then ecosystems, expertise, audience.
    pub reasons: Vec<Reason>,
}

impl Match {
    /// Whether the two share a subject, an ecosystem or a topic, and not only a country that is eligible.
    pub fn shares_subject(&self) -> bool {
        self.reasons
            .iter()
            .any(|reason| matches!(reason, Reason::SameEcosystem(_) | Reason::MentionsExpertise(_)))
    }

    /// Whether the organisation may apply itself, as far as is known, and not only its members.
    pub fn by_itself(&self) -> bool {
        self.reasons.iter().any(|reason| matches!(reason, Reason::AudienceFits(_) | Reason::AudienceUnknown))
    }
}

/// What each kind of reason adds to a score. In each kind what is known to match is above what is unknown.
mod weight {
    pub(super) const ELIGIBLE: u32 = 4;
    pub(super) const ELIGIBILITY_UNKNOWN: u32 = 1;
    pub(super) const ECOSYSTEM: u32 = 8;
    pub(super) const ECOSYSTEM_UNKNOWN: u32 = 2;
    pub(super) const EXPERTISE: u32 = 5;
    pub(super) const AUDIENCE: u32 = 3;
    pub(super) const AUDIENCE_OF_MEMBERS: u32 = 2;
    pub(super) const AUDIENCE_UNKNOWN: u32 = 1;
    pub(super) const MEMBERS_UNKNOWN: u32 = 0;
    /// Each further ecosystem or topic adds one, at most so many.
    pub(super) const MOST_FURTHER: u32 = 2;
}

/// A call made ready to be compared with many organisations.
pub struct CallMatcher<'a> {
    call: &'a Call,
    /// The groups of countries that the call names; `None` for one that the vocabulary does not have.
    groups: Vec<(&'a TermId, Option<&'a CountryGroup>)>,
    /// Topics of expertise that the call's texts mention.
    mentioned: Vec<&'a TermId>,
}

impl<'a> CallMatcher<'a> {
    /// Makes a call ready: looks up its groups of countries, and searches its texts for the topics of expertise.
    pub fn new(call: &'a Call, vocabularies: &'a Vocabularies) -> Self {
        Self::with_mentions(call, vocabularies, &TermMentions::of(&vocabularies.expertise))
    }

    fn with_mentions(call: &'a Call, vocabularies: &'a Vocabularies, mentions: &TermMentions<'a>) -> Self {
        let known = |group: &TermId| vocabularies.country_groups.iter().find(|known| known.term.id == *group);
        Self {
            call,
            groups: call.eligibility.groups.iter().map(|group| (group, known(group))).collect(),
            mentioned: mentions.mentioned(&call.title, &call.summary),
        }
    }

    /// Whether and why an organisation could answer the call; `None` where something that is known speaks against it.
    pub fn judge(&self, organisation: &Organisation) -> Option<Match> {
        let (eligible, reason) = self.eligible(organisation)?;
        let mut found = Match { score: eligible, reasons: vec![reason] };
        self.compare_ecosystems(organisation, &mut found)?;
        let mentioned = organisation.expertise.iter().filter(|topic| self.mentioned.contains(topic));
        add_all(&mut found, weight::EXPERTISE, &mut mentioned.cloned().map(Reason::MentionsExpertise));
        let (score, reason) = self.compare_audience(organisation)?;
        found.score += score;
        found.reasons.push(reason);
        Some(found)
    }

    /// The topics of expertise that the call's title or summary mentions.
    pub fn mentioned(&self) -> &[&'a TermId] {
        &self.mentioned
    }

    /// The countries of which all organisations, and no others, may apply as far as is known; empty where that is not
    /// told by countries: the call is open to any, or a group that it names is not known in full.
    pub fn countries(&self) -> Vec<CountryCode> {
        if self.call.eligibility.any {
            return Vec::new();
        }
        let mut countries = self.call.eligibility.countries.clone();
        for (_, known) in &self.groups {
            let Some(known) = known.filter(|known| known.complete) else { return Vec::new() };
            countries.extend(known.members.iter().cloned());
        }
        countries.extend(self.call.eligibility.regions.iter().map(|region| region.country.clone()));
        let mut each: Vec<CountryCode> = Vec::new();
        for country in countries {
            if let Err(at) = each.binary_search(&country) {
                each.insert(at, country);
            }
        }
        each
    }

    /// What says that the organisation may apply from where it is: the surest reason there is.
    fn eligible(&self, organisation: &Organisation) -> Option<(u32, Reason)> {
        let (eligibility, country) = (&self.call.eligibility, &organisation.country);
        if eligibility.any {
            return Some((weight::ELIGIBLE, Reason::OpenToAnyCountry));
        }
        if !eligibility.stated() {
            return Some((weight::ELIGIBILITY_UNKNOWN, Reason::EligibilityNotStated));
        }
        if eligibility.countries.contains(country) {
            return Some((weight::ELIGIBLE, Reason::CountryEligible(country.clone())));
        }
        let mut unknown = None;
        for &(group, known) in &self.groups {
            if known.is_some_and(|known| known.members.contains(country)) {
                return Some((weight::ELIGIBLE, Reason::GroupEligible { group: group.clone() }));
            }
            if known.is_none_or(|known| !known.complete) {
                unknown.get_or_insert_with(|| Reason::EligibilityUnknown { group: group.clone() });
            }
        }
        for region in eligibility.regions.iter().filter(|region| region.country == *country) {
            match in_region(organisation, region) {
                Some(true) => {
                    let code = region.code.as_ref().map(|code| code.as_str().to_owned());
                    let region = code.or_else(|| region.name.clone()).unwrap_or_default();
                    return Some((weight::ELIGIBLE, Reason::RegionEligible { region }));
                }
                Some(false) => {}
                None => unknown = unknown.or(Some(Reason::RegionUnknown)),
            }
        }
        unknown.map(|reason| (weight::ELIGIBILITY_UNKNOWN, reason))
    }

    /// Adds what is known of ecosystems; `None` where both sides state some and share none.
    fn compare_ecosystems(&self, organisation: &Organisation, found: &mut Match) -> Option<()> {
        let (asked, own) = (&self.call.ecosystems, &organisation.ecosystems);
        let unknown = match (asked.is_empty(), own.is_empty()) {
            (true, _) => Reason::CallEcosystemUnknown,
            (false, true) => Reason::OrganisationEcosystemUnknown,
            (false, false) => {
                let before = found.reasons.len();
                let same = own.iter().filter(|ecosystem| asked.contains(ecosystem));
                add_all(found, weight::ECOSYSTEM, &mut same.cloned().map(Reason::SameEcosystem));
                return (found.reasons.len() > before).then_some(());
            }
        };
        found.score += weight::ECOSYSTEM_UNKNOWN;
        found.reasons.push(unknown);
        Some(())
    }

    /// What says that the call is for the organisation or its members; `None` where it is known to be for others.
    fn compare_audience(&self, organisation: &Organisation) -> Option<(u32, Reason)> {
        let audience = &self.call.audience;
        let by_members =
            |known: Option<bool>| audience.iter().find(|term| has_members_of(organisation, term) == known);
        if audience.is_empty() {
            Some((weight::AUDIENCE_UNKNOWN, Reason::AudienceUnknown))
        } else if let Some(own) = audience.iter().find(|term| is_of(organisation, term)) {
            Some((weight::AUDIENCE, Reason::AudienceFits(own.clone())))
        } else if let Some(members) = by_members(Some(true)) {
            Some((weight::AUDIENCE_OF_MEMBERS, Reason::AudienceAmongMembers(members.clone())))
        } else {
            by_members(None).map(|term| (weight::MEMBERS_UNKNOWN, Reason::MembersUnknown(term.clone())))
        }
    }
}

/// The calls that an organisation could answer at some moment: open, forthcoming, or of unknown dates. Those of unknown
/// dates last; the best first, of equal ones what closes (or, where that is unknown, opens) soonest, then by
/// identifier.
pub fn calls_for<'a>(
    organisation: &Organisation,
    calls: impl IntoIterator<Item = &'a Call>,
    vocabularies: &'a Vocabularies,
    now: Instant,
) -> Vec<(&'a Call, Match)> {
    let mentions = TermMentions::of(&vocabularies.expertise);
    let mut found: Vec<(&Call, Match, (bool, i64))> = Vec::new();
    for call in calls {
        let status = call.status(now);
        if matches!(status, CallStatus::Closed | CallStatus::Cancelled) {
            continue;
        }
        if let Some(matched) = CallMatcher::with_mentions(call, vocabularies, &mentions).judge(organisation) {
            let closes = call.next_cutoff(now).map(crate::domain::CutOff::closes);
            let when = closes.or(call.opened().filter(|opens| *opens > now)).map_or(i64::MAX, Instant::unix);
            found.push((call, matched, (status == CallStatus::Unknown, when)));
        }
    }
    let order = best_first(found.len(), &|at| {
        let (call, matched, (undated, when)) = &found[at as usize];
        (*undated, matched.score, *when, &call.id)
    });
    rearranged(found, &order).map(|(call, matched, _)| (call, matched)).collect()
}

/// The organisations that could answer a call, whatever its status: the best first, of equal ones by identifier.
pub fn organisations_for<'a>(
    call: &'a Call,
    organisations: impl IntoIterator<Item = &'a Organisation>,
    vocabularies: &'a Vocabularies,
) -> Vec<(&'a Organisation, Match)> {
    let ready = CallMatcher::new(call, vocabularies);
    let judged = organisations.into_iter().filter_map(|one| ready.judge(one).map(|matched| (one, matched)));
    let found: Vec<(&Organisation, Match)> = judged.collect();
    let order = best_first(found.len(), &|at| {
        let (organisation, matched) = &found[at as usize];
        (false, matched.score, 0, &organisation.id)
    });
    rearranged(found, &order).collect()
}

/// What an order of hits goes by: undated ones last, the greatest score, the soonest, the identifier.
type Standing<'a> = (bool, u32, i64, &'a crate::domain::RecordId);

fn best_first<'a>(hits: usize, standing: &dyn Fn(u32) -> Standing<'a>) -> Vec<u32> {
    let mut order: Vec<u32> = (0..hits as u32).collect();
    sort_by(&mut order, &|a, b| {
        let (a, b) = (standing(a), standing(b));
        (a.0, b.1, a.2, a.3).cmp(&(b.0, a.1, b.2, b.3))
    });
    order
}

fn rearranged<T>(hits: Vec<T>, order: &[u32]) -> impl Iterator<Item = T> {
    let mut hits: Vec<Option<T>> = hits.into_iter().map(Some).collect();
    order.iter().filter_map(move |&at| hits[at as usize].take())
}

/// Adds reasons of one kind: the first counts in full, further ones little.
fn add_all(found: &mut Match, weight: u32, reasons: &mut dyn Iterator<Item = Reason>) {
    let before = found.reasons.len();
    found.reasons.extend(reasons);
    let added = (found.reasons.len() - before) as u32;
    if added > 0 {
        found.score += weight + (added - 1).min(weight::MOST_FURTHER);
    }
}

/// Whether an organisation is in a region of its country; `None` where that cannot be told. A code is in every
/// region that its beginning names; names are compared only where one of the two has no code, and only say yes,
/// because one region has names in several languages.
fn in_region(organisation: &Organisation, region: &EligibleRegion) -> Option<bool> {
    let own = organisation.region.as_ref()?;
    if let (Some(own), Some(code)) = (&own.code, &region.code) {
        let (own, code) = (own.as_str(), code.as_str());
        return if own.starts_with(code) {
            Some(true)
        } else if code.starts_with(own) {
            None
        } else {
            Some(false)
        };
    }
    let (own, name) = (own.name.as_ref()?, region.name.as_ref()?);
    (fold(own) == fold(name)).then_some(true)
}

/// Whether an organisation is of an audience itself. Any of them may join a consortium.
fn is_of(organisation: &Organisation, audience: &TermId) -> bool {
    match audience.as_str() {
        "cluster" => organisation.kind != OrganisationKind::SupportOrganisation,
        "service_provider" | "service-provider" => organisation.kind == OrganisationKind::SupportOrganisation,
        "consortium" => true,
        _ => false,
    }
}

/// Whether an organisation has members of an audience; `None` where that is not known. Of small companies the data
/// count the members; nobody else who may apply is a member.
fn has_members_of(organisation: &Organisation, audience: &TermId) -> Option<bool> {
    if audience.as_str() == "sme" { organisation.members.sme.map(|members| members > 0) } else { Some(false) }
}
