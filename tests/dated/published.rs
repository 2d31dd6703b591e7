//! The calls that the page is shipped with, on days that we know about.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cluster_atlas::collection::CollectionRecord;
use cluster_atlas::dataset::{
    CalendarHead, EntryWords, EventWords, FeedHead, Fetched, calls_calendar, calls_feed, read_calls,
    read_manifest, read_organisations, read_vocabularies,
};
use cluster_atlas::domain::{Call, CallStatus, Instant, Organisation, Vocabularies};
use cluster_atlas::explore::{Reason, calls_for, organisations_for};

use crate::records::at;

fn read(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn published() -> (Vec<Call>, Vec<Organisation>, Vocabularies) {
    let body = read("vocabularies.json");
    let (vocabularies, _) =
        read_vocabularies(&Fetched::opened("vocabularies.json", &body)).expect("readable");
    let body = read("calls.json");
    let mut calls = read_calls(&Fetched::opened("calls.json", &body), &vocabularies).expect("readable");
    let (manifest, _) = read_manifest(&Fetched::opened("atlas.json", &read("atlas.json"))).expect("readable");
    for call in &mut calls.records {
        call.seen_in(&manifest);
    }
    let body = read("organisations.json");
    let organisations =
        read_organisations(&Fetched::opened("organisations.json", &body), &vocabularies).expect("readable");
    (calls.records, organisations.records, vocabularies)
}

/// The calls that the webinar of 21 February 2024 announced, and the cut-off that was next on that day.
const WEBINAR: [(&str, &str); 18] = [
    ("circinwater-knowledge-lump-sum", "2024-10-02"),
    ("elbe-individual-services", "2024-03-08"),
    ("erasmus-edu-2024-pi-all-inno-edu-enterp", "2024-03-07"),
    ("friend-cci-service-providers", "2025-08-01"),
    ("gemstone-train", "2024-12-31"),
    ("horizon-widera-2024-era-01-05", "2024-03-12"),
    ("i3-2023-cap2b", "2024-11-14"),
    ("ingenious-internationalisation-grant", "2024-09-30"),
    ("ingenious-training-grant", "2025-02-14"),
    ("pimap4sustainability-training-services", "2024-03-10"),
    ("pimap4sustainability-upskilling", "2024-02-29"),
    ("re-centre-b2b-mexico-chile", "2024-05-31"),
    ("resist-2nd-innovation-call", "2024-12-12"),
    ("resist-coaching-mentoring", "2024-11-01"),
    ("resist-internationalisation", "2024-12-20"),
    ("resist-networking-marketing", "2024-12-20"),
    ("sileo-2nd-digital-transformation", "2024-03-25"),
    ("suave-lump-sum", "2024-08-07"),
];

#[test]
fn every_call_of_the_webinar_was_open_on_its_day() {
    let (calls, ..) = published();
    let now = at("2024-02-21", "10:00");
    let announced = calls.iter().filter(|call| call.sources.iter().any(|source| source == "slides-2024-02"));
    let mut found: Vec<(String, String)> = announced
        .map(|call| {
            assert_eq!(call.status(now), CallStatus::Open, "{}", call.id);
            let next = call.next_cutoff(now).expect("an open call of the webinar has a cut-off");
            (call.id.to_string(), next.date.to_string())
        })
        .collect();
    found.sort();
    assert_eq!(found, WEBINAR.map(|(id, next)| (id.to_owned(), next.to_owned())));
}

#[test]
fn the_calls_with_several_cutoffs_go_from_one_to_the_next() {
    let (calls, ..) = published();
    let next = |id: &str, day: &str| {
        let call = calls.iter().find(|call| call.id.as_str() == id).expect("it is published");
        let now = at(day, "12:00");
        (call.status(now), call.next_cutoff(now).map(|cutoff| cutoff.date.to_string()))
    };
    let open = |day: &str| (CallStatus::Open, Some(day.to_owned()));
    let (upskilling, services) =
        ("pimap4sustainability-upskilling", "pimap4sustainability-training-services");
    assert_eq!(
        next(upskilling, "2024-02-29"),
        open("2024-02-29"),
        "no time is stated: the day counts to its end"
    );
    assert_eq!(next(upskilling, "2024-03-01"), open("2024-04-30"));
    assert_eq!(next(upskilling, "2024-05-01"), (CallStatus::Closed, None));
    assert_eq!(next(services, "2024-03-11"), open("2024-05-10"));
    assert_eq!(next(services, "2024-05-11"), (CallStatus::Closed, None));
}

/// A hundred days from before the first call to after the last.
fn days() -> impl Iterator<Item = Instant> {
    let start = at("2013-01-01", "12:00").unix();
    (0..100).map(move |step| Instant::from_unix(start + step * 52 * 86_400))
}

#[test]
fn calendar_and_feed_of_any_day_can_be_read() {
    let (calls, ..) = published();
    let published = "2026-11-21".parse().expect("a day");
    let head = CalendarHead {
        name: "Calls".into(),
        deployment: "clusters.example".into(),
        stamp: Instant::start_of(published),
        sequence: CalendarHead::revision(published),
    };
    let feed_head = FeedHead {
        title: "Calls".into(),
        deployment: "clusters.example".into(),
        author: "Cluster Atlas".into(),
        language: "en".parse().expect("a language"),
        published,
        page: String::new(),
        address: String::new(),
    };
    for now in days() {
        let words = |call: &Call, _: &_| EventWords { summary: call.title.clone(), ..EventWords::default() };
        let calendar = calls_calendar(&calls, now, &head, &words);
        let read: icalendar::Calendar = calendar.parse().expect("it is a calendar");
        let ahead = calls.iter().flat_map(|call| &call.cutoffs).filter(|cutoff| !cutoff.passed(now)).count();
        let latest = calls.iter().filter(|call| call.final_close().is_some_and(|close| close <= now)).count();
        // Where nothing is ahead, what passed last stands for the archive.
        let ahead = ahead.max(latest.min(1));
        assert_eq!(read.events().count(), ahead);
        let uids: BTreeSet<&str> = calendar.lines().filter(|line| line.starts_with("UID:")).collect();
        assert_eq!(uids.len(), ahead, "identifiers differ");

        let feed = calls_feed(&calls, now, &feed_head, &|_| EntryWords::default());
        let read = atom_syndication::Feed::read_from(feed.as_bytes()).expect("it is a feed");
        let answerable = calls
            .iter()
            .filter(|call| matches!(call.status(now), CallStatus::Open | CallStatus::Forthcoming));
        assert_eq!(read.entries().len(), answerable.count());
    }
}

#[test]
fn photonics_clusters_are_first_for_a_call_about_photonics() {
    let (calls, organisations, vocabularies) = published();
    let call =
        calls.iter().find(|call| call.id.as_str() == "pimap4sustainability-upskilling").expect("published");
    let found = organisations_for(call, &organisations, &vocabularies);
    let photonics = Reason::MentionsExpertise("photonics".parse().expect("an id"));
    for (organisation, matched) in &found {
        if organisation.expertise.iter().any(|topic| topic.as_str() == "photonics") {
            assert!(matched.reasons.contains(&photonics) && matched.shares_subject(), "{}", organisation.id);
        }
    }
    let names: Vec<&str> = found.iter().take(4).map(|(organisation, _)| organisation.name.as_str()).collect();
    assert!(
        names.contains(&"Cluster NanoMicroMaterialsPhotonics.NRW") && names.contains(&"Photonics Austria"),
        "{names:?}"
    );
    assert!(!found.last().expect("open to any country").1.shares_subject());
}

#[test]
fn an_organisation_is_offered_what_it_could_answer_on_the_day() {
    let (calls, organisations, vocabularies) = published();
    let now = at("2024-02-21", "12:00");
    let offered = |name: &str| {
        let organisation =
            organisations.iter().find(|organisation| organisation.name == name).expect("published");
        let found = calls_for(organisation, &calls, &vocabularies, now);
        assert!(
            found
                .iter()
                .all(|(call, _)| !matches!(call.status(now), CallStatus::Closed | CallStatus::Cancelled))
        );
        found.into_iter().map(|(call, matched)| (call.id.as_str(), matched)).collect::<Vec<_>>()
    };
    let health = offered("Basque Health Cluster");
    let (call, best) = &health[0];
    let term = |id: &str| id.parse().expect("an id");
    let because = [
        Reason::GroupEligible { group: term("eu") },
        Reason::SameEcosystem(term("health")),
        Reason::AudienceFits(term("cluster")),
    ];
    assert_eq!((*call, best.reasons.as_slice()), ("smp-cosme-2024-clusterua", because.as_slice()));
    let maritime = offered("Swedish Maritime Technology Forum");
    let place = |id: &str| maritime.iter().position(|(call, _)| *call == id);
    assert_eq!(place("smp-cosme-2024-clusterua"), Some(0), "it may apply for sure, and itself");
    assert!(place("ikat-tourism-2nd-call").is_some(), "its topic is named");
    let for_regions = "s3-blue-economy-partnerships-2024";
    assert!(
        maritime.iter().all(|(call, _)| *call != for_regions),
        "that one is for regions and not for clusters"
    );
}
