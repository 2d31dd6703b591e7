//! Who could answer which call, and why.

use cluster_atlas::domain::{Call, Instant, Members, Organisation, OrganisationKind};
use cluster_atlas::explore::{CallMatcher, Match, Reason, calls_for, organisations_for};
use proptest::prelude::*;

use crate::records::{call, closing, eligible, english, in_region, organisation, terms, vocabularies};

fn judged(call: &Call, organisation: &Organisation) -> Option<Match> {
    CallMatcher::new(call, &vocabularies()).judge(organisation)
}

fn group(id: &str) -> cluster_atlas::domain::TermId {
    id.parse().expect("an id")
}

#[test]
fn where_an_organisation_is_decides_first() {
    let plain = |country| organisation("o", country);
    let cases: Vec<(&[&str], Organisation, Option<Reason>)> = vec![
        (&[], plain("US"), Some(Reason::EligibilityNotStated)),
        (&["UA", "FR"], plain("FR"), Some(Reason::CountryEligible("FR".parse().expect("a country")))),
        (&["UA"], plain("FR"), None),
        (&["eu"], plain("DE"), Some(Reason::GroupEligible { group: group("eu") })),
        (&["eu"], plain("CH"), None),
        (&["smp"], plain("NO"), Some(Reason::GroupEligible { group: group("smp") })),
        (&["smp"], plain("CH"), Some(Reason::EligibilityUnknown { group: group("smp") })),
        (&["unheard"], plain("FR"), Some(Reason::EligibilityUnknown { group: group("unheard") })),
        // What is known stands before what is not, in whatever order the call names it.
        (&["smp", "eu"], plain("FR"), Some(Reason::GroupEligible { group: group("eu") })),
    ];
    for (places, organisation, expected) in cases {
        let call = Call { eligibility: eligible(places), ..call("c") };
        let reason = judged(&call, &organisation).and_then(|found| found.reasons.into_iter().next());
        assert_eq!(reason, expected, "{places:?} {}", organisation.country);
    }
}

#[test]
fn a_region_is_in_every_region_that_its_code_begins_with() {
    let eligible_region = |region: &str| Some(Reason::RegionEligible { region: region.to_owned() });
    let french = |code, name| in_region(organisation("o", "FR"), code, name);
    for (place, organisation, expected) in [
        ("FR1", french(Some("FR10"), None), eligible_region("FR1")),
        ("FR10", french(Some("FR10"), None), eligible_region("FR10")),
        ("FR1", french(Some("FRD1"), None), None),
        ("FR10", french(Some("FR1"), None), Some(Reason::RegionUnknown)),
        ("FR1", organisation("o", "FR"), Some(Reason::RegionUnknown)),
        ("FR1", organisation("o", "DE"), None),
        ("FR:Île-de-France", french(Some("FR10"), Some("Ile de France")), eligible_region("Île-de-France")),
        ("FR:Normandy", french(Some("FRD1"), Some("Normandie")), Some(Reason::RegionUnknown)),
    ] {
        let call = Call { eligibility: eligible(&[place]), ..call("c") };
        let reason = judged(&call, &organisation).and_then(|found| found.reasons.into_iter().next());
        assert_eq!(reason, expected, "{place} {:?}", organisation.region);
    }
}

#[test]
fn every_hit_says_why() {
    let call = Call {
        title: "Light for clean water".into(),
        summary: english("Photonics in wastewater plants."),
        ecosystems: terms(&["health", "electronics"]),
        audience: terms(&["sme", "cluster"]),
        eligibility: eligible(&["eu"]),
        ..call("c")
    };
    let organisation = Organisation {
        ecosystems: terms(&["digital", "health"]),
        expertise: terms(&["rail", "photonics", "water"]),
        ..organisation("o", "IT")
    };
    let found = judged(&call, &organisation).expect("Italy is in the group");
    let expected = [
        Reason::GroupEligible { group: group("eu") },
        Reason::SameEcosystem(group("health")),
        Reason::MentionsExpertise(group("photonics")),
        Reason::MentionsExpertise(group("water")),
        Reason::AudienceFits(group("cluster")),
    ];
    assert_eq!(found.reasons, expected);
    assert!(found.shares_subject());
}

#[test]
fn a_call_for_small_companies_reaches_them_through_a_cluster_that_has_some() {
    let call = Call { audience: terms(&["sme"]), ..call("c") };
    let with =
        |sme| Organisation { members: Members { sme, ..Members::default() }, ..organisation("o", "FR") };
    let last =
        |organisation| judged(&call, &organisation).and_then(|found| found.reasons.into_iter().next_back());
    assert_eq!(last(with(Some(30))), Some(Reason::AudienceAmongMembers(group("sme"))));
    assert_eq!(last(with(None)), Some(Reason::MembersUnknown(group("sme"))));
    assert_eq!(judged(&call, &with(Some(0))), None, "it is known to have none");
    assert!(!judged(&call, &with(Some(30))).expect("it has some").by_itself());
    let mixed = Call { audience: terms(&["sme", "cluster"]), ..call };
    assert!(judged(&mixed, &with(Some(0))).expect("it is a cluster").by_itself());
}

#[test]
fn unknown_ranks_below_a_match_and_what_differs_is_no_match() {
    let score =
        |call: &Call, organisation: &Organisation| judged(call, organisation).expect("eligible").score;
    let health = Call { ecosystems: terms(&["health"]), audience: terms(&["cluster"]), ..call("c") };
    let about =
        |ecosystems: &[&str]| Organisation { ecosystems: terms(ecosystems), ..organisation("o", "FR") };
    let (same, unknown, other) = (about(&["health"]), about(&[]), about(&["retail"]));
    assert!(score(&health, &same) > score(&health, &unknown));
    assert_eq!(judged(&health, &other), None, "both state their ecosystems, and they are not the same");
    let mentioning = Call { title: "Photonics for health".into(), ..health.clone() };
    let topical = Organisation { expertise: terms(&["photonics"]), ..other };
    assert_eq!(judged(&mentioning, &topical), None, "a word in the title does not undo that");

    let fits = |audience: &[&str]| score(&Call { audience: terms(audience), ..health.clone() }, &same);
    assert!(fits(&["cluster"]) > fits(&[]));
    for others in [&["training_provider"][..], &["region", "venue_host"]] {
        assert_eq!(judged(&Call { audience: terms(others), ..health.clone() }, &same), None);
    }

    let reach = |places: &[&str]| score(&Call { eligibility: eligible(places), ..health.clone() }, &same);
    assert!(reach(&["eu"]) > reach(&["smp"]));
    assert!(reach(&["eu"]) > reach(&[]), "what is not stated is not any");
    let mut any = Call { eligibility: eligible(&[]), ..health.clone() };
    any.eligibility.any = true;
    assert_eq!(reach(&["eu"]), score(&any, &same));
}

#[test]
fn the_countries_of_a_call_are_told_where_they_are_known_in_full() {
    let known = vocabularies();
    let countries = |places: &[&str]| -> Vec<String> {
        let call = Call { eligibility: eligible(places), ..call("c") };
        CallMatcher::new(&call, &known).countries().iter().map(ToString::to_string).collect()
    };
    assert_eq!(countries(&["UA", "eu", "FR1"]), ["DE", "FR", "IT", "UA"]);
    assert_eq!(countries(&["smp", "FR"]), Vec::<String>::new(), "who else belongs to the group is not known");
    assert_eq!(countries(&["unheard"]), Vec::<String>::new());
    assert_eq!(countries(&[]), Vec::<String>::new());
}

#[test]
fn calls_for_an_organisation_are_those_one_can_still_answer_best_first() {
    let health = |id: &str| Call { ecosystems: terms(&["health"]), ..call(id) };
    let calls = [
        closing(call("any-late"), "2024-06-30"),
        closing(health("closed"), "2024-02-20"),
        Call { opens: None, ..health("undated") },
        closing(health("late"), "2024-05-01"),
        Call { cancelled: true, ..health("cancelled") },
        closing(health("soon"), "2024-02-21"),
        health("endless"),
        Call { opens: "2024-03-01".parse().ok(), ..health("forthcoming") },
        closing(Call { eligibility: eligible(&["US"]), ..health("elsewhere") }, "2024-06-30"),
        closing(call("any-soon"), "2024-02-28"),
    ];
    let now = Instant::at("2024-02-21".parse().expect("a day"), "12:00".parse().expect("a time"));
    let asking = Organisation { ecosystems: terms(&["health"]), ..organisation("o", "FR") };
    let (known, unasked) = (vocabularies(), organisation("o", "FR"));
    let ids = |asking| -> Vec<String> {
        calls_for(asking, &calls, &known, now).iter().map(|(call, _)| call.id.to_string()).collect()
    };
    assert_eq!(ids(&asking), ["soon", "forthcoming", "late", "endless", "any-soon", "any-late", "undated"]);
    assert_eq!(ids(&unasked).len(), 7, "not knowing its ecosystem rules nothing out");
}

#[test]
fn organisations_for_a_call_come_best_first_then_by_identifier() {
    let call = Call { ecosystems: terms(&["health"]), eligibility: eligible(&["eu"]), ..call("c") };
    let organisations = [
        organisation("unknown-b", "FR"),
        Organisation { ecosystems: terms(&["retail"]), ..organisation("other", "FR") },
        Organisation { ecosystems: terms(&["health"]), ..organisation("elsewhere", "US") },
        organisation("unknown-a", "DE"),
        Organisation { ecosystems: terms(&["health"]), ..organisation("same", "IT") },
    ];
    let known = vocabularies();
    let found = organisations_for(&call, &organisations, &known);
    let ids: Vec<&str> = found.iter().map(|(organisation, _)| organisation.id.as_str()).collect();
    assert_eq!(ids, ["same", "unknown-a", "unknown-b"], "what is in another ecosystem is not among them");
    assert!(!found[1].1.shares_subject());
}

#[test]
fn support_organisations_are_service_providers_and_no_clusters() {
    let support = Organisation { kind: OrganisationKind::SupportOrganisation, ..organisation("o", "FR") };
    let fits = |audience: &str| {
        let call = Call { audience: terms(&[audience]), ..call("c") };
        judged(&call, &support)
            .is_some_and(|found| found.reasons.contains(&Reason::AudienceFits(group(audience))))
    };
    assert_eq!(
        ["cluster", "service_provider", "consortium", "made-up"].map(fits),
        [false, true, true, false]
    );
}

fn any_call() -> impl Strategy<Value = Call> {
    let places = vec!["FR", "DE", "US", "eu", "smp", "unheard", "FR1", "DE:Bayern"];
    (
        prop::collection::vec(prop::sample::select(places), 0..3),
        prop::sample::subsequence(vec!["health", "retail", "digital"], 0..3),
        prop::sample::subsequence(vec!["sme", "cluster", "consortium", "region"], 0..3),
        "(water|photonics| |\\PC){0,6}",
    )
        .prop_map(|(places, ecosystems, audience, title)| Call {
            title,
            ecosystems: terms(&ecosystems),
            audience: terms(&audience),
            eligibility: eligible(&places),
            ..call("c")
        })
}

fn any_organisation() -> impl Strategy<Value = Organisation> {
    (
        prop::sample::select(vec!["FR", "DE", "US", "CH"]),
        prop::sample::subsequence(vec!["health", "retail", "digital"], 0..3),
        prop::sample::subsequence(vec!["water", "photonics", "rail"], 0..3),
        prop::option::of(prop::sample::select(vec!["FR10", "FR2", "DE2"])),
        prop::option::of(0_u32..3),
    )
        .prop_map(|(country, ecosystems, expertise, region, sme)| {
            let organisation = Organisation {
                ecosystems: terms(&ecosystems),
                expertise: terms(&expertise),
                members: Members { sme, ..Members::default() },
                ..organisation("o", country)
            };
            if region.is_some() { in_region(organisation, region, None) } else { organisation }
        })
}

proptest! {
    /// Only what is known speaks against a pair; reasons are true and each is told once.
    #[test]
    fn reasons_are_true(call in any_call(), organisation in any_organisation()) {
        let Some(found) = judged(&call, &organisation) else {
            let anywhere = Call { eligibility: eligible(&[]), ..call.clone() };
            let unasked = Call { ecosystems: Vec::new(), audience: Vec::new(), ..call.clone() };
            let unknown = Organisation { ecosystems: Vec::new(), ..organisation.clone() };
            let for_all = Call { audience: Vec::new(), ..anywhere.clone() };
            prop_assert!(judged(&for_all, &unknown).is_some());
            let why = [
                judged(&unasked, &organisation).is_none(),
                judged(&for_all, &organisation).is_none(),
                judged(&anywhere, &unknown).is_none(),
            ];
            prop_assert!(why.contains(&true), "nothing speaks against it");
            return Ok(());
        };
        for (at, reason) in found.reasons.iter().enumerate() {
            prop_assert!(!found.reasons[..at].contains(reason));
            let holds = match reason {
                Reason::OpenToAnyCountry => call.eligibility.any,
                Reason::EligibilityNotStated => !call.eligibility.stated(),
                Reason::CountryEligible(country) => call.eligibility.countries.contains(country),
                Reason::GroupEligible { group } | Reason::EligibilityUnknown { group } =>
                    call.eligibility.groups.contains(group),
                Reason::RegionEligible { .. } | Reason::RegionUnknown => !call.eligibility.regions.is_empty(),
                Reason::SameEcosystem(term) => call.ecosystems.contains(term) && organisation.ecosystems.contains(term),
                Reason::CallEcosystemUnknown => call.ecosystems.is_empty(),
                Reason::OrganisationEcosystemUnknown => organisation.ecosystems.is_empty(),
                Reason::MentionsExpertise(term) => organisation.expertise.contains(term),
                Reason::AudienceFits(term) | Reason::AudienceAmongMembers(term) | Reason::MembersUnknown(term) =>
                    call.audience.contains(term),
                Reason::AudienceUnknown => call.audience.is_empty(),
            };
            prop_assert!(holds, "{reason:?}");
        }
    }

    /// Learning that an organisation is in the call's ecosystem never lowers its score.
    #[test]
    fn knowing_of_a_match_never_hurts(call in any_call(), organisation in any_organisation()) {
        let Some(found) = judged(&call, &organisation) else { return Ok(()) };
        let mut closer = organisation.clone();
        closer.ecosystems.extend(call.ecosystems.iter().filter(|term| !organisation.ecosystems.contains(term)).cloned());
        closer.expertise = terms(&["water", "photonics", "rail"]);
        prop_assert!(judged(&call, &closer).is_some_and(|closer| closer.score >= found.score));
    }
}
