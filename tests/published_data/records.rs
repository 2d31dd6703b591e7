//! Organisations, calls, trainings and partner requests are all there.

use cluster_atlas::collection::CollectionRecord;
use cluster_atlas::dataset::{
    Fetched, Loaded, calls_file, organisations_file, partner_requests_file, read_calls, read_manifest,
    read_organisations, read_partner_requests, read_trainings, trainings_file,
};
use cluster_atlas::domain::{
    Call, CallStatus, ExpertiseBasis, Instant, Organisation, PartnerRequest, Registration, Session, Training,
    TrainingKind,
};

use super::{Counts, check_sources, read, vocabularies};

pub fn organisations() -> Loaded<Organisation> {
    let file = read("data/organisations.json");
    read_organisations(&Fetched::opened("organisations.json", file.as_bytes()), &vocabularies())
        .expect("readable")
}

pub fn count_organisations(records: &[Organisation]) -> Counts {
    let count = |test: &dyn Fn(&Organisation) -> bool| records.iter().filter(|record| test(record)).count();
    Counts::from([
        ("all", records.len()),
        ("located", count(&|record| record.location.is_some())),
        ("unlocated", count(&|record| record.location.is_none())),
        ("with ecosystems", count(&|record| !record.ecosystems.is_empty())),
        ("with expertise", count(&|record| !record.expertise.is_empty())),
    ])
}

#[test]
fn all_organisations_are_there() {
    let loaded = organisations();
    assert_eq!(loaded.report.findings, []);
    for record in &loaded.records {
        assert_eq!(record.source.as_deref(), Some("eccp"));
        let basis = record.expertise_basis.map(ExpertiseBasis::as_str);
        assert_eq!(basis, (!record.expertise.is_empty()).then_some("inferred"));
    }
    // What is shipped is exactly what the writer writes.
    let borrowed: Vec<_> = loaded.records.iter().collect();
    assert_eq!(organisations_file(&borrowed, &vocabularies()), read("data/organisations.json"));
}

pub fn calls() -> Loaded<Call> {
    let file = read("data/calls.json");
    let mut loaded =
        read_calls(&Fetched::opened("calls.json", file.as_bytes()), &vocabularies()).expect("readable");
    let manifest = read("data/atlas.json");
    let (manifest, _) = read_manifest(&Fetched::opened("atlas.json", manifest.as_bytes())).expect("readable");
    loaded.records.iter_mut().for_each(|call| call.seen_in(&manifest));
    loaded
}

pub fn count_calls(calls: &[Call]) -> Counts {
    let count = |test: &dyn Fn(&Call) -> bool| calls.iter().filter(|call| test(call)).count();
    let sum = |number: &dyn Fn(&Call) -> usize| calls.iter().map(number).sum::<usize>();
    let cutoffs = || calls.iter().flat_map(|call| &call.cutoffs);
    let budgets = || calls.iter().filter_map(|call| call.budget.as_ref());
    let euros = budgets().filter_map(|budget| budget.eur).sum::<u64>();
    let on = |day: &str, status: CallStatus| {
        let now = Instant::at(day.parse().expect("a day"), "12:00".parse().expect("a time"));
        count(&|call| call.status(now) == status)
    };
    Counts::from([
        ("all", calls.len()),
        ("cancelled", count(&|call| call.cancelled)),
        ("closed on 2026-11-22", on("2026-11-22", CallStatus::Closed)),
        ("open on 2024-02-21", on("2024-02-21", CallStatus::Open)),
        ("with a deadline that is known", count(&|call| call.deadline_known)),
        (
            "without a deadline that is known or a cut-off",
            count(&|call| !call.deadline_known && call.cutoffs.is_empty()),
        ),
        ("cut-offs", cutoffs().count()),
        ("cut-offs with a time", cutoffs().filter(|cutoff| cutoff.time.is_some()).count()),
        ("cut-offs with a note", cutoffs().filter(|cutoff| cutoff.note.is_some()).count()),
        ("with several cut-offs", count(&|call| call.cutoffs.len() > 1)),
        ("with an opening day", count(&|call| call.opens.is_some())),
        ("with a day of publication", count(&|call| call.published.is_some())),
        ("with a topic", count(&|call| call.topic_id.is_some())),
        ("with a type of action", count(&|call| call.action_type.is_some())),
        ("with an official page", count(&|call| call.url.is_some())),
        ("with a greatest grant", count(&|call| call.max_grant_eur.is_some())),
        ("with a budget", budgets().count()),
        ("with a note on the budget", budgets().filter(|budget| budget.note.is_some()).count()),
        ("euros", usize::try_from(euros).expect("less than there are")),
        ("with eligibility", count(&|call| call.eligibility.stated())),
        ("eligible groups", sum(&|call| call.eligibility.groups.len())),
        ("eligible countries", sum(&|call| call.eligibility.countries.len())),
        ("eligible regions", sum(&|call| call.eligibility.regions.len())),
        ("with ecosystems", count(&|call| !call.ecosystems.is_empty())),
    ])
}

#[test]
fn all_calls_are_there_with_every_cut_off() {
    let loaded = calls();
    assert_eq!(loaded.report.findings, []);
    let calls = &loaded.records;
    for call in calls {
        assert!(
            !call.audience.is_empty() && !call.purpose.is_empty() && !call.issuer.is_empty(),
            "{}",
            call.id
        );
        assert!(!call.summary.is_empty() && !call.sources.is_empty(), "{}", call.id);
        assert!(call.eligibility.regions.iter().all(|region| region.code.is_some() && region.name.is_some()));
    }
    check_sources(calls.iter().flat_map(|call| &call.sources));
    assert_eq!(calls_file(&calls.iter().collect::<Vec<_>>()), read("data/calls.json"));
}

pub fn trainings() -> Loaded<Training> {
    let file = read("data/trainings.json");
    read_trainings(&Fetched::opened("trainings.json", file.as_bytes()), &vocabularies()).expect("readable")
}

pub fn count_trainings(trainings: &[Training]) -> Counts {
    let count = |test: &dyn Fn(&Training) -> bool| trainings.iter().filter(|training| test(training)).count();
    let sessions = |test: &dyn Fn(&Session) -> bool| {
        trainings.iter().flat_map(|training| &training.sessions).filter(|session| test(session)).count()
    };
    Counts::from([
        ("all", trainings.len()),
        ("sessions", sessions(&|_| true)),
        (
            "sessions with a start and an end",
            sessions(&|session| session.start.is_some() && session.end.is_some()),
        ),
        ("sessions on site", sessions(&|session| !session.online)),
        ("sessions with a place", sessions(&|session| session.place.is_some())),
        ("without a session", count(&|training| training.sessions.is_empty())),
        ("academies", count(&|training| training.kind == TrainingKind::Academy)),
        ("with an assumed format", count(&|training| training.format_assumed)),
        ("with undated sessions", count(&|training| training.undated_sessions.is_some())),
        ("with a capacity", count(&|training| training.capacity.is_some())),
        ("with participants", count(&|training| training.participants.is_some())),
        ("with a deadline", count(&|training| training.application_deadline.is_some())),
        ("with a language", count(&|training| !training.language.is_empty())),
        ("with a host", count(&|training| training.host.is_some())),
        ("with a note", count(&|training| training.note.is_some())),
        ("with an official page", count(&|training| training.url.is_some())),
    ])
}

#[test]
fn all_trainings_are_there_with_every_session() {
    let loaded = trainings();
    assert_eq!(loaded.report.findings, []);
    let trainings = &loaded.records;
    for training in trainings {
        assert_eq!(training.registration, Registration::Here, "{}", training.id);
        assert!(!training.audience.is_empty() && !training.topics.is_empty(), "{}", training.id);
        assert!(!training.summary.is_empty() && !training.sources.is_empty(), "{}", training.id);
    }
    check_sources(trainings.iter().flat_map(|training| &training.sources));
    assert_eq!(trainings_file(&trainings.iter().collect::<Vec<_>>()), read("data/trainings.json"));
}

pub fn partner_requests() -> Loaded<PartnerRequest> {
    let file = read("data/partner_requests.json");
    let fetched = Fetched::opened("partner_requests.json", file.as_bytes());
    read_partner_requests(&fetched, &vocabularies()).expect("readable")
}

#[test]
fn all_partner_requests_are_there() {
    let loaded = partner_requests();
    assert_eq!(loaded.report.findings, []);
    let requests = &loaded.records;
    let shown = |request: &PartnerRequest| {
        let country = request.country.as_ref().map_or("", |country| country.as_str()).to_owned();
        (request.kind.as_str(), country, request.call_id.as_ref().map(ToString::to_string))
    };
    assert_eq!(
        requests.iter().map(shown).collect::<Vec<_>>(),
        [
            ("partners", String::new(), None),
            ("partners", "FR".to_owned(), Some("cos-cluster-2020-3-03".to_owned())),
            ("partners", String::new(), None),
            ("challenge", "PL".to_owned(), None),
        ]
    );
    let calls = read("data/calls.json");
    for call in requests.iter().filter_map(|request| request.call_id.as_ref()) {
        assert!(calls.contains(&format!("{{\"id\":\"{call}\"")), "{call}");
    }
    check_sources(requests.iter().flat_map(|request| &request.sources));
    let file = partner_requests_file(&requests.iter().collect::<Vec<_>>());
    assert_eq!(file, read("data/partner_requests.json"));
}
