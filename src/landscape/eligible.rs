//! Whether one may apply to a call from a country, as far as the call says so.

use crate::domain::{CountryCode, CountryGroup, Eligibility};

/// What a call says about applicants from a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Eligible {
    /// They may apply: the country, a group with it, or any country is named.
    Yes,
    /// They may apply from some regions of the country.
    SomeRegions,
    /// The call names a group of countries that is not known in full, and the country is not among the members known.
    GroupNotKnown,
    /// The call does not say from where one may apply.
    NotStated,
    /// The call names others.
    No,
}

impl Eligible {
    /// Whether the call counts as open to the country: what the filter of the open calls finds under its name.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Yes | Self::SomeRegions)
    }
}

/// What a call says about applicants from a country; what it does not say is neither yes nor no.
pub fn eligible(eligibility: &Eligibility, country: &CountryCode, groups: &[CountryGroup]) -> Eligible {
    if eligibility.any || eligibility.countries.contains(country) {
        return Eligible::Yes;
    }
    if !eligibility.stated() {
        return Eligible::NotStated;
    }
    let mut all_known = true;
    for named in &eligibility.groups {
        match groups.iter().find(|group| group.term.id == *named) {
            Some(group) if group.members.contains(country) => return Eligible::Yes,
            known => all_known &= known.is_some_and(|group| group.complete),
        }
    }
    if eligibility.regions.iter().any(|region| region.country == *country) {
        Eligible::SomeRegions
    } else if all_known {
        Eligible::No
    } else {
        Eligible::GroupNotKnown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EligibleRegion, LocalText, Term};

    fn group(id: &str, members: &[&str], complete: bool) -> CountryGroup {
        let term = Term { id: id.parse().expect("an identifier"), label: LocalText::default(), badge: None };
        CountryGroup {
            term,
            members: members.iter().map(|code| code.parse().expect("a code")).collect(),
            complete,
        }
    }

    #[test]
    fn what_a_call_does_not_say_is_neither_yes_nor_no() {
        let groups = [group("eu", &["FR", "DE"], true), group("smp", &["FR", "NO"], false)];
        let says = |countries: &[&str], named: &[&str], regions: &[&str], any| Eligibility {
            any,
            countries: countries.iter().map(|code| code.parse().expect("a code")).collect(),
            groups: named.iter().map(|id| id.parse().expect("an identifier")).collect(),
            regions: regions
                .iter()
                .map(|code| EligibleRegion { country: code.parse().expect("a code"), code: None, name: None })
                .collect(),
        };
        for (eligibility, country, expected) in [
            (says(&[], &[], &[], true), "TR", Eligible::Yes),
            (says(&[], &[], &[], false), "FR", Eligible::NotStated),
            (says(&["FR"], &[], &[], false), "FR", Eligible::Yes),
            (says(&["FR"], &[], &[], false), "DE", Eligible::No),
            (says(&[], &["eu"], &[], false), "DE", Eligible::Yes),
            (says(&[], &["eu"], &[], false), "TR", Eligible::No),
            (says(&[], &["smp"], &[], false), "NO", Eligible::Yes),
            (says(&[], &["smp"], &[], false), "TR", Eligible::GroupNotKnown),
            (says(&[], &["other"], &[], false), "FR", Eligible::GroupNotKnown),
            (says(&[], &[], &["ES"], false), "ES", Eligible::SomeRegions),
            (says(&[], &[], &["ES"], false), "FR", Eligible::No),
            (says(&[], &["smp"], &["TR"], false), "TR", Eligible::SomeRegions),
        ] {
            let country: CountryCode = country.parse().expect("a code");
            assert_eq!(
                super::eligible(&eligibility, &country, &groups),
                expected,
                "{country} {eligibility:?}"
            );
        }
    }
}
