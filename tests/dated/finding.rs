//! Dated records are found by the one index, as they stand at a moment.

use std::sync::Arc;

use cluster_atlas::domain::{
    Call, CallStatus, Instant, PartnerRequest, Registration, RequestKind, RequestStatus, Training,
    TrainingFormat, TrainingKind, TrainingStatus,
};
use cluster_atlas::explore::{
    CallAt, Choice, FacetId, Index, NumberRange, Query, Record, RequestAt, Sort, TrainingAt,
};

use cluster_atlas::route::Route;

use crate::records::{at, call, closing, eligible, english, request, terms, training, vocabularies};

fn calls(calls: Vec<Call>, now: Instant) -> Index<CallAt> {
    let known = vocabularies();
    let dated = calls.into_iter().map(|call| CallAt::new(Arc::new(call), now, &known));
    Index::build(dated.collect(), &|_, _, _| {})
}

fn trainings(trainings: Vec<Training>, now: Instant) -> Index<TrainingAt> {
    let dated = trainings.into_iter().map(|training| TrainingAt::new(Arc::new(training), now));
    Index::build(dated.collect(), &|_, _, _| {})
}

fn ids<R: Record>(index: &Index<R>, query: &Query) -> Vec<String> {
    index.run(query).rows.iter().map(|&row| index.records()[row as usize].id().to_owned()).collect()
}

fn by(facet: FacetId, value: &str) -> Query {
    Query { facets: vec![Choice::any_of(facet, vec![value.to_owned()])], ..Query::default() }
}

/// One call in each state on 21 February 2024, and several in some, named in the order they should stand.
fn one_of_each() -> Vec<Call> {
    let opens = |call: Call, day: &str| Call { opens: day.parse().ok(), ..call };
    let mut calls = vec![
        closing(call("a-open-tomorrow"), "2024-02-22"),
        closing(opens(call("b-open-later"), "2023-01-01"), "2024-06-30"),
        call("c-open-without-end"),
        opens(call("d-forthcoming-soon"), "2024-02-22"),
        opens(call("e-forthcoming-later"), "2024-03-01"),
        Call { opens: None, ..call("f-unknown") },
        closing(call("g-closed-yesterday"), "2024-02-20"),
        Call { cancelled: true, ..closing(call("h-cancelled"), "2024-02-10") },
        closing(call("i-closed-long-ago"), "2020-01-01"),
        Call { cancelled: true, ..call("j-cancelled-without-dates") },
    ];
    calls.rotate_left(4);
    calls.swap(1, 7);
    calls
}

/// What cannot be misspelt is known, whether or not a record has it: a question for it is answered with 0.
#[test]
fn states_kinds_and_formats_are_values_without_any_record() {
    let now = at("2024-02-21", "12:00");
    let sorted = |names: &[&'static str]| {
        let mut names = names.to_vec();
        names.sort_unstable();
        names
    };
    let (calls, trainings) = (calls(Vec::new(), now), trainings(Vec::new(), now));
    let requests: Index<RequestAt> = Index::build(Vec::new(), &|_, _, _| {});
    assert_eq!(calls.values("status"), sorted(&CallStatus::ALL.map(CallStatus::as_str)));
    assert_eq!(trainings.values("status"), sorted(&TrainingStatus::ALL.map(TrainingStatus::as_str)));
    assert_eq!(trainings.values("kind"), sorted(&TrainingKind::ALL.map(TrainingKind::as_str)));
    assert_eq!(trainings.values("format"), sorted(&TrainingFormat::ALL.map(TrainingFormat::as_str)));
    assert_eq!(requests.values("status"), sorted(&RequestStatus::ALL.map(RequestStatus::as_str)));
    assert_eq!(requests.values("kind"), sorted(&RequestKind::ALL.map(RequestKind::as_str)));
    assert_eq!(calls.run(&by("status", "open")).counts.of("status"), [0; 5]);
}

#[test]
fn what_is_known_to_have_opened_stands_before_what_may_open_later() {
    let unknown = |call: Call| Call { opens: None, ..call };
    let index = calls(
        vec![
            closing(unknown(call("c-closes-soon")), "2024-02-28"),
            closing(call("a-opened"), "2024-06-30"),
            Call {
                published: "2024-02-01".parse().ok(),
                ..closing(unknown(call("b-published")), "2024-09-30")
            },
            closing(unknown(call("d-of-another-year")), "2026-01-31"),
            Call { opens: "2024-03-01".parse().ok(), ..call("e-forthcoming") },
        ],
        at("2024-02-21", "12:00"),
    );
    let ids = ids(&index, &Query::default());
    assert_eq!(ids, ["a-opened", "b-published", "c-closes-soon", "d-of-another-year", "e-forthcoming"]);
    assert_eq!(index.run(&by("status", "open")).rows.len(), 4, "the status is one and the same");
}

#[test]
fn calls_stand_by_what_comes_next() {
    let index = calls(one_of_each(), at("2024-02-21", "12:00"));
    for sort in [Sort::Best, Sort::Own] {
        let ids = ids(&index, &Query { sort, ..Query::default() });
        assert_eq!(ids.len(), 10);
        assert!(ids.is_sorted(), "{ids:?}");
    }
    let statuses: Vec<u32> = index.run(&Query::default()).counts.of("status").to_vec();
    assert_eq!(index.values("status"), ["cancelled", "closed", "forthcoming", "open", "unknown"]);
    assert_eq!(statuses, [2, 2, 2, 3, 1]);
}

#[test]
fn another_moment_is_another_index() {
    let index = calls(one_of_each(), at("2024-02-23", "00:00"));
    let first = &index.records()[index.run(&Query::default()).rows[0] as usize];
    assert_eq!((first.id(), first.status()), ("b-open-later", CallStatus::Open));
    assert_eq!(
        ids(&index, &by("status", "closed")),
        ["a-open-tomorrow", "g-closed-yesterday", "i-closed-long-ago"]
    );
}

#[test]
fn closing_soon_is_a_range_of_days() {
    let index = calls(one_of_each(), at("2024-02-21", "12:00"));
    let within = |days: f64| Query {
        ranges: vec![NumberRange { field: "closes_in_days", from: None, to: Some(days) }],
        ..Query::default()
    };
    assert_eq!(ids(&index, &within(0.0)), Vec::<String>::new());
    assert_eq!(ids(&index, &within(1.0)), ["a-open-tomorrow"]);
    assert_eq!(ids(&index, &within(3_660.0)), ["a-open-tomorrow", "b-open-later"]);
}

/// What a link asks for: `country=FR`.
fn link(parameters: &str) -> Query {
    let Route::Find(params) = Route::parse(&format!("#/calls?{parameters}")) else {
        panic!("{parameters}: not a list")
    };
    params.query()
}

#[test]
fn a_country_finds_what_is_open_to_any_and_to_its_groups_and_then_what_does_not_say() {
    let to = |id: &str, places: &[&str]| Call { eligibility: eligible(places), ..call(id) };
    let mut any = to("any", &[]);
    any.eligibility.any = true;
    let closed = |id: &str, places: &[&str]| closing(to(id, places), "2024-02-20");
    let index = calls(
        vec![
            any,
            to("country", &["FR"]),
            to("group", &["eu"]),
            to("region", &["FR1"]),
            to("other", &["UA"]),
            to("a-not-stated", &[]),
            closed("z-closed", &["FR"]),
            closed("y-closed-not-stated", &[]),
        ],
        at("2024-02-21", "12:00"),
    );
    let found = |parameters: &str| ids(&index, &link(parameters));
    assert_eq!(
        found("country=FR"),
        ["any", "country", "group", "region", "a-not-stated", "z-closed", "y-closed-not-stated"],
        "within a status those that say come first"
    );
    assert_eq!(found("country=FR&status=open"), ["any", "country", "group", "region", "a-not-stated"]);
    let open_to = |country: &str| found(&format!("country={country}&status=open"));
    assert_eq!(open_to("IT"), ["any", "group", "a-not-stated"], "the group's members are known");
    assert_eq!(open_to("JP"), ["any", "a-not-stated"]);
    assert_eq!(found("country=any"), ["any"]);
    assert_eq!(found("country=not_stated"), ["a-not-stated", "y-closed-not-stated"]);
    assert_eq!(found("country=-FR&status=open"), ["a-not-stated", "any", "other"]);
    assert!(!index.values("country").iter().any(|code| code == "JP"), "only what the data name");
}

#[test]
fn what_is_open_comes_first_however_well_the_rest_fits() {
    let titled = |call: Call, title: &str| Call { title: title.into(), ..call };
    let index = calls(
        vec![
            closing(titled(call("closed"), "Photonics"), "2024-02-20"),
            titled(call("open"), "Innovation in photonics and more"),
            titled(call("open-best"), "Photonics for all"),
        ],
        at("2024-02-21", "12:00"),
    );
    let text = |text: &str| ids(&index, &Query { text: text.into(), ..Query::default() });
    assert_eq!(text("photonics"), ["open-best", "open", "closed"]);
    assert_eq!(text("photonics -innovation"), ["open-best", "closed"]);
    assert_eq!(text("-photonics"), Vec::<String>::new());
    assert_eq!(text("photonics - more"), ["open"], "a hyphen by itself leaves nothing out");
}

#[test]
fn calls_are_found_by_topic_and_issuer() {
    let titled = |id: &str, title: &str| Call { title: title.into(), ..call(id) };
    let index = calls(
        vec![
            Call { topic_id: Some("I3-2026-INV1".into()), ..titled("a", "Investments") },
            Call {
                issuer: "Horizon Europe".into(),
                summary: english("About I3 too"),
                ..titled("b", "Other")
            },
        ],
        at("2024-02-21", "12:00"),
    );
    let text = |text: &str| Query { text: text.into(), ..Query::default() };
    assert_eq!(ids(&index, &text("i3-2026")), ["a"]);
    assert_eq!(ids(&index, &text("i3")), ["a", "b"], "a topic weighs more than a summary");
    assert_eq!(ids(&index, &text("horizon")), ["b"]);
    assert_eq!(ids(&index, &by("issuer", "Horizon Europe")), ["b"]);
}

#[test]
fn trainings_stand_by_what_one_can_still_join() {
    let without =
        |id: &str, days: &[&str]| Training { registration: Registration::None, ..training(id, days) };
    let mut records = vec![
        training("a-open-soon", &["2024-03-01", "2024-02-25"]),
        Training { kind: TrainingKind::Webinar, ..training("b-open-later", &["2024-05-01"]) },
        training("c-under-way", &["2024-02-20", "2024-02-22"]),
        without("d-upcoming", &["2024-02-23"]),
        training("e-undated", &[]),
        training("f-past", &["2024-02-20"]),
        training("g-past-long-ago", &["2019-05-15"]),
    ];
    records.rotate_left(3);
    let index = trainings(records, at("2024-02-21", "12:00"));
    let ids_of = |query: &Query| ids(&index, query);
    assert_eq!(ids_of(&Query::default()).len(), 7);
    assert!(ids_of(&Query::default()).is_sorted(), "{:?}", ids_of(&Query::default()));
    assert_eq!(ids_of(&by("status", TrainingStatus::Upcoming.as_str())), ["c-under-way", "d-upcoming"]);
    assert_eq!(ids_of(&by("kind", "webinar")), ["b-open-later"]);
    assert_eq!(index.values("month"), ["2019-05", "2024-02", "2024-03", "2024-05"]);
    assert_eq!(ids_of(&by("month", "2024-03")), ["a-open-soon"]);
    let row = index.row_of("a-open-soon").expect("it is there");
    assert_eq!(index.values_of("month", row), [1, 2], "months ascend");
}

#[test]
fn requests_stand_by_their_deadline() {
    let published =
        |request: PartnerRequest, day: &str| PartnerRequest { published: day.parse().ok(), ..request };
    let mut records = vec![
        request("a-open-soon", Some("2024-02-21")),
        request("b-open-later", Some("2024-03-21")),
        published(request("c-undated-new", None), "2024-01-01"),
        published(request("d-undated-old", None), "2017-01-01"),
        request("e-undated", None),
        request("f-closed", Some("2024-02-20")),
        request("g-closed-long-ago", Some("2021-02-02")),
    ];
    records.rotate_left(2);
    records[0].ecosystems = terms(&["health"]);
    records[0].call_id = "call-1".parse().ok();
    let now = at("2024-02-21", "23:59");
    let dated = records.into_iter().map(|request| RequestAt::new(Arc::new(request), now));
    let index: Index<RequestAt> = Index::build(dated.collect(), &|_, _, _| {});
    let all = ids(&index, &Query::default());
    assert_eq!(all.len(), 7);
    assert!(all.is_sorted(), "{all:?}");
    assert_eq!(ids(&index, &by("ecosystem", "health")), ["c-undated-new"]);
    assert_eq!(ids(&index, &by("call", "call-1")), ["c-undated-new"]);
    assert_eq!(ids(&index, &by("status", "open")), ["a-open-soon", "b-open-later"]);
}
