//! Calls, trainings and partner requests in and out: lists of other tools become records, and whatever is written is
//! read back the same.

mod support;

use std::fmt::Debug;

use cluster_atlas::dataset::{
    Fetched, ImportError, ImportOptions, calls_csv, calls_file, calls_json, import_calls,
    import_partner_requests, import_trainings, partner_requests_file, read_calls, read_partner_requests,
    read_trainings, read_vocabularies, trainings_file, vocabularies_file,
};
use cluster_atlas::domain::{
    Budget, Call, Capacity, CutOff, Eligibility, EligibleRegion, PartnerRequest, Registration, RequestKind,
    Session, TimeOfDay, Training, TrainingFormat, TrainingKind, Vocabularies,
};
use proptest::prelude::*;
use support::any::{day, id, summary, text};
use support::{check_sums, fixture, found, note, vocabularies};

fn options() -> ImportOptions {
    ImportOptions::default().with_sources("sources.json", br#"{"deck.txt":"slides"}"#).expect("a mapping")
}

fn words<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

#[test]
fn a_list_of_calls_becomes_records() {
    let list = fixture("list-calls.json");
    let loaded = import_calls("list-calls.json", &list, &options(), &vocabularies()).expect("a list");
    assert_eq!(
        found(&loaded.report),
        [
            "fictional-call eligible_countries[1]: dropped, bad-country: Atlantis",
            "call-without-an-id id: noted, made-id: call-without-an-id",
        ]
    );
    let [call, second] = &loaded.records[..] else { panic!("two calls") };
    assert_eq!(words(&call.audience), ["sme", "cluster"]);
    assert_eq!(words(&call.ecosystems), ["energy-renewables", "creative-cultural", "textiles"]);
    let Eligibility { countries, groups, regions, any: _ } = &call.eligibility;
    assert_eq!((words(countries), words(groups)), (vec!["EE".to_owned()], vec!["eu".into(), "other".into()]));
    let region = |region: &EligibleRegion| {
        let code = region.code.as_ref().map_or("", |code| code.as_str());
        format!("{} {code} {}", region.country, region.name.as_deref().unwrap_or_default())
    };
    assert_eq!(
        regions.iter().map(region).collect::<Vec<_>>(),
        ["BE BE3 Wallonia", "ES ES24 Aragon", "ES ES22 Navarre", "ES  Nowhere", "RO RO124 Harghita"]
    );
    assert_eq!(call.cutoffs[1].note.as_deref(), Some("second round"));
    let budget = call.budget.as_ref().expect("a budget");
    assert_eq!((budget.eur, budget.note.as_deref()), (Some(5_790_000), Some("400,000 for strand 1")));
    assert_eq!(call.sources, ["slides", "https://fictional.example/a"]);
    assert_eq!(call.summary.in_language("en").map(|(_, text)| text), Some("A call."));
    // A budget that is no amount is still what the source says.
    let budget = second.budget.as_ref().expect("a budget");
    assert_eq!((budget.eur, budget.note.as_deref()), (None, Some("about half a million")));
}

#[test]
fn a_table_of_calls_becomes_records() {
    let table = fixture("table-calls.csv");
    let loaded = import_calls("calls.csv", &table, &options(), &vocabularies()).expect("a table");
    let [call] = &loaded.records[..] else { panic!("one call: {:?}", loaded.report) };
    assert_eq!((call.title.as_str(), call.issuer.as_str()), ("Fictional call", "Fictional programme"));
    assert_eq!(words(&call.eligibility.countries), ["FR", "DE"]);
    assert_eq!(words(&call.ecosystems), ["digital", "health"]);
    assert_eq!(call.cutoffs[0].note.as_deref(), Some("first round"), "sorted by day");
    assert_eq!(call.cutoffs[1].time.map(|time| time.to_string()).as_deref(), Some("17:00"));
    assert_eq!(call.budget.as_ref().and_then(|budget| budget.eur), Some(90_000));
    assert_eq!(call.max_grant_eur, Some(3600));

    let error = import_calls("a.csv", b"Programme;Link\nA;B\n", &options(), &vocabularies());
    assert!(matches!(error, Err(ImportError::NoColumn { missing: "title", .. })), "{error:?}");
}

#[test]
fn a_list_of_trainings_becomes_records_and_terms() {
    let mut terms = vocabularies();
    let known = terms.training_topics.len();
    let loaded = import_trainings("list.json", &fixture("list-trainings.json"), &options(), &mut terms)
        .expect("a list");
    assert_eq!(found(&loaded.report), [] as [&str; 0]);
    let training = &loaded.records[0];
    assert_eq!(words(&training.audience), ["cluster-managers", "left-handed-welders"]);
    assert_eq!(terms.training_topics.len(), known, "a topic that is known already is no new term");
    let added = terms.training_audiences.last().expect("a term");
    assert_eq!(added.label.in_language("en").map(|(_, label)| label), Some("Left-handed welders"));
    assert_eq!(training.capacity, Some(Capacity { from: Some(25), to: 40 }));
    assert_eq!(words(&training.language), ["en"]);
    assert_eq!(
        (training.note.as_deref(), &training.sources[..]),
        (Some("year inferred"), &["slides".into()][..])
    );
}

#[test]
fn a_list_of_partner_requests_finds_the_call_it_is_for() {
    let file = fixture("calls-every-field.json");
    let calls = read_calls(&Fetched::opened("calls.json", &file), &vocabularies()).expect("readable").records;
    let list = fixture("list-partner-requests.json");
    let loaded =
        import_partner_requests("list.json", &list, &options(), &vocabularies(), &calls).expect("a list");
    assert_eq!(found(&loaded.report), [] as [&str; 0]);
    let [wanted, challenge] = &loaded.records[..] else { panic!("two requests") };
    assert_eq!(wanted.call_id.as_ref().map(ToString::to_string).as_deref(), Some("every"));
    assert_eq!(wanted.call.as_deref(), Some("FICT-2024-01"));
    assert_eq!(wanted.country.as_ref().map(ToString::to_string).as_deref(), Some("FR"));
    assert_eq!(wanted.expertise.iter().map(ToString::to_string).collect::<Vec<_>>(), ["photonics"]);
    assert!(challenge.expertise.is_empty());
    assert_eq!((wanted.kind, challenge.kind), (RequestKind::Partners, RequestKind::Challenge));
}

#[test]
fn vocabularies_survive_the_round_trip() {
    let vocabularies = vocabularies();
    let file = vocabularies_file(&vocabularies);
    let again = read_vocabularies(&Fetched::opened("v.json", file.as_bytes())).expect("readable").0;
    assert_eq!(again, vocabularies);
}

fn same<T: PartialEq + Debug>(expected: &[T], given: &[T], file: &str) {
    assert_eq!(given, expected, "{file}");
}

/// Writes and reads in every format, and compares.
fn calls_survive(records: &[Call]) {
    let borrowed: Vec<&Call> = records.iter().collect();
    let nothing = Vocabularies::default();
    for file in [calls_file(&borrowed), calls_json(&borrowed, &note())] {
        let loaded = read_calls(&Fetched::opened("c.json", file.as_bytes()), &nothing).expect("readable");
        same(records, &loaded.records, &file);
    }
    let table = calls_csv(&borrowed, &note());
    if !records.is_empty() {
        let loaded = import_calls("c.csv", table.as_bytes(), &ImportOptions::default(), &nothing);
        same(records, &loaded.expect("readable").records, &table);
    }
}

fn trainings_survive(records: &[Training]) {
    let file = trainings_file(&records.iter().collect::<Vec<_>>());
    let fetched = Fetched::opened("t.json", file.as_bytes());
    same(records, &read_trainings(&fetched, &Vocabularies::default()).expect("readable").records, &file);
}

fn partner_requests_survive(records: &[PartnerRequest]) {
    let file = partner_requests_file(&records.iter().collect::<Vec<_>>());
    let fetched = Fetched::opened("p.json", file.as_bytes());
    let loaded = read_partner_requests(&fetched, &Vocabularies::default()).expect("readable");
    same(records, &loaded.records, &file);
}

fn some_text() -> impl Strategy<Value = Option<String>> {
    prop::option::of(text())
}

fn codes<T: std::str::FromStr<Err: Debug> + Debug>(pattern: &'static str) -> impl Strategy<Value = Vec<T>> {
    prop::collection::btree_set(pattern, 0..4)
        .prop_map(|codes| codes.iter().map(|code| code.parse().expect("a code")).collect::<Vec<T>>())
}

fn time() -> impl Strategy<Value = Option<TimeOfDay>> {
    prop::option::of((0..1440_u16).prop_map(TimeOfDay::from_minutes))
}

fn address() -> impl Strategy<Value = String> {
    "https?://[a-z]{1,9}\\.example/[a-z?=&#+;|]{0,9}"
}

fn sources() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(prop_oneof![id(), address()], 0..3)
        .prop_map(|sources| sources.into_iter().collect())
}

fn cutoffs() -> impl Strategy<Value = Vec<CutOff>> {
    let cutoff = (day(), time(), some_text()).prop_map(|(date, time, note)| CutOff { date, time, note });
    prop::collection::vec(cutoff, 0..4).prop_map(|mut cutoffs| {
        cutoffs.sort_by_key(|cutoff| (cutoff.date, cutoff.time.is_none(), cutoff.time));
        cutoffs.dedup();
        cutoffs
    })
}

fn regions() -> impl Strategy<Value = Vec<EligibleRegion>> {
    let region = (prop::sample::select(vec!["FR", "BE"]), prop::option::of("FR[A-Z0-9]{1,3}"), some_text())
        .prop_filter("neither code nor name", |(_, code, name)| code.is_some() || name.is_some());
    prop::collection::vec(region, 0..3).prop_map(|regions| {
        let mut list: Vec<EligibleRegion> = Vec::new();
        for (country, code, name) in regions {
            let code = code.map(|code| code.parse().expect("a code"));
            let region = EligibleRegion { country: country.parse().expect("a code"), code, name };
            if !list.contains(&region) {
                list.push(region);
            }
        }
        list
    })
}

prop_compose! {
    fn call()(
        (title, issuer, topic_id, action_type) in (text(), prop_oneof![Just(String::new()), text()], some_text(), some_text()),
        (audience, purpose, ecosystems) in (codes("[a-z_]{1,9}"), codes("[a-z_]{1,9}"), codes("[a-z.-]{1,9}")),
        (countries, groups, regions) in (codes("(FR|DE|BE|XK)"), codes("[a-z]{3,9}"), regions()),
        (opens, published) in (prop::option::of(day()), prop::option::of(day())),
        (cutoffs, deadline_words) in (cutoffs(), some_text()),
        (known, cancelled, anywhere, url_is_list) in (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        budget in prop::option::of((prop::option::of(0..1_000_000_000_000_u64), some_text())),
        max_grant_eur in prop::option::of(0..1_000_000_000_000_u64),
        (summary, url, sources) in (summary(), prop::option::of(address()), sources()),
    ) -> Call {
        Call {
            id: "replaced".parse().expect("an id"),
            title, issuer, topic_id, action_type, audience, purpose, ecosystems,
            eligibility: Eligibility { any: anywhere, countries, groups, regions },
            opens, published, cancelled,
            reported: None,
            deadline_words,
            deadline_known: known && !cutoffs.is_empty(),
            cutoffs,
            budget: budget.map(|(eur, note)| Budget { eur, note }).filter(|budget| budget.eur.is_some() || budget.note.is_some()),
            max_grant_eur, summary, url_is_list,
            url: url.map(|url| url.parse().expect("an address")),
            sources,
        }
    }
}

fn sessions() -> impl Strategy<Value = Vec<Session>> {
    let session = (day(), time(), time(), some_text(), any::<bool>(), some_text());
    prop::collection::btree_map(id(), session, 0..4).prop_map(|sessions| {
        let mut sessions: Vec<Session> = sessions
            .into_iter()
            .map(|(id, (date, start, end, place, online, note))| Session {
                id: id.parse().expect("an id"),
                date,
                start,
                end,
                place,
                online,
                note,
            })
            .collect();
        sessions.sort_by_key(|session| (session.date, session.start));
        sessions
    })
}

prop_compose! {
    fn training()(
        title in text(),
        (kind, format) in (prop::sample::select(TrainingKind::ALL.to_vec()), prop::sample::select(TrainingFormat::ALL.to_vec())),
        format_assumed in any::<bool>(),
        sessions in sessions(),
        capacity in prop::option::of((prop::option::of(0..100_u32), 100..200_u32)),
        participants in prop::option::of(any::<u32>()),
        application_deadline in prop::option::of(day()),
        (language, audience, topics) in (codes("(en|fr|sr-latn)"), codes("[a-z-]{1,9}"), codes("[a-z-]{1,9}")),
        (undated_sessions, host, note) in (some_text(), some_text(), some_text()),
        registration in prop_oneof![
            Just(Registration::NotStated),
            Just(Registration::Here),
            Just(Registration::None),
            address().prop_map(|address| Registration::At(address.parse().expect("an address"))),
        ],
        (summary, url, sources) in (summary(), prop::option::of(address()), sources()),
    ) -> Training {
        Training {
            id: "replaced".parse().expect("an id"),
            title, kind, format, format_assumed, sessions, undated_sessions,
            capacity: capacity.map(|(from, to)| Capacity { from, to }),
            participants, application_deadline, language, host, audience, topics, registration, summary,
            url: url.map(|url| url.parse().expect("an address")),
            note, sources,
        }
    }
}

prop_compose! {
    fn partner_request()(
        title in text(),
        kind in prop::sample::select(RequestKind::ALL.to_vec()),
        (requester, called, note) in (some_text(), some_text(), some_text()),
        (organisations, partner_countries) in (codes("[a-z-]{1,9}"), codes("(FR|DE|XK)")),
        (ecosystems, expertise) in (codes("[a-z-]{1,9}"), codes("[a-z-]{1,9}")),
        (country, call_id) in (prop::option::of("(FR|DE)"), prop::option::of(id())),
        (deadline, published) in (prop::option::of(day()), prop::option::of(day())),
        email in prop::option::of("[a-z+=]{1,9}@[a-z]{1,9}\\.example"),
        (seeks, offers, url, sources) in (summary(), summary(), prop::option::of(address()), sources()),
    ) -> PartnerRequest {
        PartnerRequest {
            id: "replaced".parse().expect("an id"),
            title, kind, requester, organisations,
            country: country.map(|code| code.parse().expect("a code")),
            seeks, offers, ecosystems, expertise, partner_countries,
            call_id: call_id.map(|id| id.parse().expect("an id")),
            call: called, deadline, published,
            email: email.map(|email| email.parse().expect("an address")),
            url: url.map(|url| url.parse().expect("an address")),
            note, sources,
        }
    }
}

/// Several records, each with an identifier of its own.
fn records<T: Debug>(one: impl Strategy<Value = T>, name: fn(&mut T, &str)) -> impl Strategy<Value = Vec<T>> {
    prop::collection::btree_map(id(), one, 0..6).prop_map(move |records| {
        let named = records.into_iter().map(|(id, mut record)| {
            name(&mut record, &id);
            record
        });
        named.collect()
    })
}

/// JSON of any shape with the names of the three formats among its keys.
fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        ".{0,12}".prop_map(Into::into),
        prop::sample::select(vec!["FR", "en", "2026-11-21", "17:00", "EUR 5", "javascript:x", "a"])
            .prop_map(Into::into),
    ];
    let key = prop::sample::select(vec![
        "id",
        "title",
        "issuer",
        "cutoffs",
        "date",
        "time",
        "note",
        "opens",
        "deadline_known",
        "status",
        "eligible_countries",
        "eligible_groups",
        "eligible_regions",
        "country",
        "code",
        "name",
        "budget",
        "eur",
        "sources",
        "source",
        "more_sources",
        "summary",
        "en",
        "kind",
        "format",
        "sessions",
        "start",
        "end",
        "online",
        "capacity",
        "from",
        "to",
        "language",
        "topics",
        "audience",
        "registration",
        "seeks",
        "call",
        "call_id",
        "looking_for",
        "year_note",
        "other",
    ]);
    leaf.prop_recursive(4, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..10)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_call_survives_every_format(calls in records(call(), |call, id| call.id = id.parse().expect("an id"))) {
        calls_survive(&calls);
    }

    #[test]
    fn any_training_survives(
        trainings in records(training(), |training, id| training.id = id.parse().expect("an id"))
    ) {
        trainings_survive(&trainings);
    }

    #[test]
    fn any_partner_request_survives(
        requests in records(partner_request(), |request, id| request.id = id.parse().expect("an id"))
    ) {
        partner_requests_survive(&requests);
    }

    #[test]
    fn every_record_of_any_json_is_loaded_or_refused(list in prop::collection::vec(json(), 0..12)) {
        let mut vocabularies = vocabularies();
        let count = list.len();
        let body = |format: &str| {
            serde_json::json!({ "format": format!("cluster-atlas/{format}/1"), "records": list }).to_string()
        };
        let file = body("calls");
        let calls = read_calls(&Fetched::opened("c", file.as_bytes()), &vocabularies).expect("of the format");
        calls_survive(&calls.records);
        let file = body("trainings");
        let trainings =
            read_trainings(&Fetched::opened("t", file.as_bytes()), &vocabularies).expect("of the format");
        trainings_survive(&trainings.records);
        let file = body("partner_requests");
        let requests =
            read_partner_requests(&Fetched::opened("p", file.as_bytes()), &vocabularies).expect("of the format");
        partner_requests_survive(&requests.records);

        let raw = serde_json::to_vec(&list).expect("JSON");
        let options = ImportOptions::default();
        let imported = [
            import_calls("c", &raw, &options, &vocabularies).expect("a list").report,
            import_partner_requests("p", &raw, &options, &vocabularies, &calls.records).expect("a list").report,
            import_trainings("t", &raw, &options, &mut vocabularies).expect("a list").report,
        ];
        for report in imported.iter().chain([&calls.report, &trainings.report, &requests.report]) {
            check_sums(report);
            prop_assert_eq!(report.read, count);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let fetched = Fetched::opened("x", &bytes);
        let mut nothing = Vocabularies::default();
        let _ = read_calls(&fetched, &nothing);
        let _ = read_trainings(&fetched, &nothing);
        let _ = read_partner_requests(&fetched, &nothing);
        let _ = import_calls("x", &bytes, &ImportOptions::default(), &nothing);
        let _ = import_partner_requests("x", &bytes, &ImportOptions::default(), &nothing, &[]);
        let _ = import_trainings("x", &bytes, &ImportOptions::default(), &mut nothing);
    }
}
