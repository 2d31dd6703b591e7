//! What the readers of calls, trainings and partner requests say about each named fault.

mod support;

use std::collections::BTreeSet;

use cluster_atlas::dataset::{
    DatasetError, Fetched, Loaded, read_calls, read_partner_requests, read_trainings,
};
use cluster_atlas::domain::{Call, PartnerRequest, Registration, Session, Training, Vocabularies};
use support::{check_sums, fixture, found, vocabularies};

fn try_calls(name: &str) -> Result<Loaded<Call>, DatasetError> {
    let loaded = read_calls(&Fetched::opened(name, &fixture(name)), &vocabularies());
    if let Ok(loaded) = &loaded {
        check_sums(&loaded.report);
    }
    loaded
}

fn calls(name: &str) -> Loaded<Call> {
    try_calls(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn trainings(name: &str) -> Loaded<Training> {
    let loaded = read_trainings(&Fetched::opened(name, &fixture(name)), &vocabularies()).expect("readable");
    check_sums(&loaded.report);
    loaded
}

fn partner_requests(name: &str) -> Loaded<PartnerRequest> {
    let loaded =
        read_partner_requests(&Fetched::opened(name, &fixture(name)), &vocabularies()).expect("readable");
    check_sums(&loaded.report);
    loaded
}

/// The cut-offs of a call: day, time and note.
fn cutoffs(call: &Call) -> Vec<String> {
    let shown = call.cutoffs.iter().map(|cutoff| {
        let time = cutoff.time.map(|time| format!(" {time}")).unwrap_or_default();
        let note = cutoff.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
        format!("{}{time}{note}", cutoff.date)
    });
    shown.collect()
}

#[test]
fn cut_offs_out_of_order_are_sorted_and_noted() {
    let loaded = calls("calls-cutoffs-out-of-order.json");
    assert_eq!(found(&loaded.report), ["order cutoffs: noted, out-of-order: "]);
    // Without a time, a day lasts to its end.
    assert_eq!(
        cutoffs(&loaded.records[0]),
        ["2024-03-10 09:00 first round", "2024-03-10 17:00", "2024-03-10", "2024-05-10"]
    );
}

#[test]
fn impossible_dates_cost_the_date_and_nothing_else() {
    let loaded = calls("calls-impossible-dates.json");
    assert_eq!(
        found(&loaded.report),
        [
            "dates opens: dropped, bad-day: 2023-02-29",
            "dates cutoffs[0].date: dropped, bad-day: 2024-02-30",
            "dates cutoffs[1].date: dropped, bad-day: 2024-13-01",
            "dates cutoffs[2].date: dropped, bad-day: 31.12.2024",
            "dates cutoffs[3].date: dropped, missing-value: ",
            "dates cutoffs[4]: dropped, wrong-type: 2024-01-01",
            "dates cutoffs[5].date: dropped, missing-value: ",
            "dates cutoffs[6].time: dropped, bad-time: 24:00",
            "dates cutoffs[7].time: dropped, bad-time: 5pm",
            "dates published: dropped, bad-day: yesterday",
            "none-left cutoffs[0].date: dropped, bad-day: 2024-02-30",
            "none-left deadline_known: dropped, contradiction: true",
            "opens-late opens: noted, contradiction: 2025-01-01",
        ]
    );
    let [dates, none_left, _] = &loaded.records[..] else { panic!("three calls") };
    assert_eq!(cutoffs(dates), ["2024-02-29", "2024-03-31", "2024-06-30 23:59"]);
    assert!(dates.deadline_known && !none_left.deadline_known);
}

fn with_cutoffs(count: usize) -> Loaded<Call> {
    let cutoff = |number: usize| {
        let (year, month, day) = (2020 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
        format!(r#"{{"date":"{year}-{month:02}-{day:02}","time":"17:00"}}"#)
    };
    let cutoffs: Vec<String> = (0..count).map(cutoff).collect();
    let file = format!(
        r#"{{"format":"cluster-atlas/calls/1","records":[{{"id":"many","title":"T","issuer":"I","cutoffs":[{}]}}]}}"#,
        cutoffs.join(",")
    );
    read_calls(&Fetched::opened("many.json", file.as_bytes()), &Vocabularies::default()).expect("readable")
}

#[test]
fn two_hundred_cut_offs_are_fine_and_there_is_a_bound() {
    let loaded = with_cutoffs(200);
    assert_eq!((loaded.records[0].cutoffs.len(), loaded.report.findings.len()), (200, 0));
    let loaded = with_cutoffs(401);
    assert_eq!(loaded.records[0].cutoffs.len(), 400);
    assert_eq!(found(&loaded.report), ["many cutoffs[400]: dropped, too-many: {…}"]);
}

#[test]
fn a_call_without_a_cut_off_is_real_and_its_end_unknown() {
    let loaded = calls("calls-no-cutoff.json");
    assert_eq!(found(&loaded.report), [] as [&str; 0]);
    let known: Vec<_> = loaded.records.iter().map(|call| (call.cutoffs.len(), call.deadline_known)).collect();
    assert_eq!(known, [(0, false), (0, false), (1, false)]);
}

#[test]
fn what_stands_there_twice_is_kept_once() {
    let loaded = calls("calls-doubles.json");
    assert_eq!(
        found(&loaded.report),
        [
            "doubles cutoffs[1]: dropped, duplicate-value: 2024-03-10",
            "doubles cutoffs[2]: noted, duplicate-value: 2024-03-10",
            "doubles audience[1]: dropped, duplicate-value: sme",
            "doubles eligible_countries[1]: dropped, duplicate-value: fr",
            "doubles eligible_groups[1]: dropped, duplicate-value: eu",
            "doubles eligible_regions[1]: dropped, duplicate-value: ",
            "doubles sources[1]: dropped, duplicate-value: eccp",
            "doubles sources[3]: dropped, duplicate-value: https://a.example/",
        ]
    );
    assert_eq!(cutoffs(&loaded.records[0]), ["2024-03-10", "2024-03-10 another remark"]);
    assert_eq!(loaded.records[0].eligibility.groups.len(), 1);
}

#[test]
fn unknown_audiences_purposes_and_groups_are_kept_and_reported() {
    let loaded = calls("calls-unknown-terms.json");
    assert_eq!(
        found(&loaded.report),
        [
            "terms audience[1]: noted, unknown-term: alchemists",
            "terms purpose[0]: noted, unknown-term: gold-making",
            "terms purpose[1]: dropped, bad-term: no spaces",
            "terms ecosystems[1]: noted, unknown-term: alchemy",
            "terms eligible_countries[1]: dropped, bad-country: France",
            "terms eligible_groups[0]: noted, unknown-term: atlantis",
            "terms eligible_regions[0].code: noted, unknown-term: FR99",
            "terms eligible_regions[2]: dropped, missing-country: ",
            "terms eligible_regions[3]: dropped, missing-name: ",
            "terms eligible_regions[5]: dropped, wrong-type: FR10",
        ]
    );
    let call = &loaded.records[0];
    assert_eq!((call.audience.len(), call.purpose.len(), call.ecosystems.len()), (2, 1, 2));
    assert_eq!(call.eligibility.regions.len(), 3);
}

#[test]
fn an_eligibility_that_cannot_be_read_does_not_open_a_call_to_all() {
    for name in ["calls-unknown-terms.json", "calls-wrong-types.json"] {
        let eligibility = &calls(name).records[0].eligibility;
        assert!(eligibility.groups.iter().any(|group| group.as_str() == "other"), "{name}: {eligibility:?}");
    }
    assert!(vocabularies().country_groups.iter().any(|group| group.term.id.as_str() == "other"));
}

#[test]
fn another_time_zone_is_noted_and_the_cut_off_kept() {
    let loaded = calls("calls-other-time-zone.json");
    assert_eq!(found(&loaded.report), ["lisbon timezone: noted, other-time-zone: Europe/Lisbon"]);
    assert_eq!(cutoffs(&loaded.records[0]), cutoffs(&loaded.records[1]));
}

#[test]
fn hostile_text_is_text_and_hostile_addresses_are_refused() {
    let loaded = calls("calls-hostile.json");
    assert_eq!(
        found(&loaded.report),
        [
            "hostile title: noted, hidden-characters: Fictional <img src=x onerror=\"alert(1)\">\\u{202e}call\\u{0}",
            "hostile cutoffs[0].date: dropped, bad-day: <2024>",
            "hostile cutoffs[1].note: noted, hidden-characters: <svg onload=alert(1)>\\u{7}",
            "hostile topic_id: noted, hidden-characters: X\\u{2066}Y",
            "hostile audience[0]: dropped, bad-term: <b>",
            "hostile budget.eur: dropped, out-of-range: -5",
            "hostile max_grant_eur: dropped, out-of-range: 1e+99",
            "hostile summary.<b>: dropped, bad-code: <b>",
            "hostile url: dropped, unsafe-address: javascript:alert(1)",
            "hostile sources[0]: dropped, unsafe-address: javascript:alert(1)",
            "hostile sources[1]: dropped, unsafe-address: data:text/html,x",
            "hostile sources[2]: dropped, bad-term: <b>",
            "hostile sources[3]: dropped, bad-address: https://user@a.example/",
        ]
    );
    let call = &loaded.records[0];
    assert_eq!(call.title, "Fictional <img src=x onerror=\"alert(1)\">call");
    assert_eq!(cutoffs(call), ["2024-03-10 <svg onload=alert(1)>"]);
    assert_eq!((&call.url, &call.sources[..]), (&None, &["https://a.example/fine".to_owned()][..]));
}

#[test]
fn without_id_or_title_a_call_is_refused() {
    let loaded = calls("calls-refused.json");
    assert_eq!(
        found(&loaded.report),
        [
            "#1 id: refused, missing-id: ",
            "#2 id: refused, bad-id: has spaces",
            "#3 id: refused, bad-id: 7",
            "no-title title: refused, missing-name: ",
            "#6 id: refused, duplicate-id: twice",
            "#7 : refused, not-an-object: a text",
        ]
    );
    assert_eq!((loaded.report.read, loaded.report.loaded, loaded.report.refused), (7, 1, 6));
    assert_eq!(loaded.records[0].title, "The first");
}

#[test]
fn one_wrong_value_of_a_call_costs_that_value_only() {
    let loaded = calls("calls-wrong-types.json");
    assert_eq!(
        found(&loaded.report),
        [
            "types issuer: dropped, wrong-type: 5",
            "types cutoffs: dropped, wrong-type: {…}",
            "types audience: dropped, wrong-type: sme",
            "types eligible_countries: dropped, wrong-type: FR",
            "types eligible_regions: dropped, wrong-type: BE3",
            "types deadline_known: dropped, wrong-type: yes",
            "types status: dropped, unknown-value: open",
            "types budget: dropped, wrong-type: EUR 5",
            "types max_grant_eur: dropped, wrong-type: 1.5",
            "types url: dropped, wrong-type: 5",
            "types sources: dropped, wrong-type: eccp",
            "types surprise: dropped, unknown-field: true",
            "fewer cutoffs.colour: dropped, unknown-field: red",
            "fewer budget.eur: dropped, wrong-type: 5",
        ]
    );
    assert!(loaded.records[1].cancelled && loaded.records[1].cutoffs.len() == 1);
}

#[test]
fn files_that_are_no_calls_say_so() {
    let file = || "calls-cut-short.json".to_owned();
    assert_eq!(try_calls("calls-cut-short.json"), Err(DatasetError::CutShort { file: file() }));
    assert!(matches!(
        try_calls("calls-wrong-version.json"),
        Err(DatasetError::OtherVersion { found, .. }) if found == "2"
    ));
    // Organisations are of the right version, but no calls.
    assert!(matches!(try_calls("one-record.json"), Err(DatasetError::NotFormat { .. })));
    assert!(matches!(try_calls("captive-portal.html"), Err(DatasetError::Html { .. })));
    let none = calls("calls-zero-records.json");
    assert_eq!((none.records.len(), none.report.findings.len()), (0, 0));
}

#[test]
fn every_field_of_the_format_is_read() {
    let (calls, trainings, requests) = (
        calls("calls-every-field.json"),
        trainings("trainings-every-field.json"),
        partner_requests("partner_requests-every-field.json"),
    );
    for (report, shown) in [
        (&calls.report, format!("{:?}", calls.records[0]).replace("reported: None", "(not of the file)")),
        (&trainings.report, format!("{:?}", trainings.records[0])),
        (&requests.report, format!("{:?}", requests.records[0])),
    ] {
        assert_eq!(found(report), [] as [&str; 0]);
        assert!(!shown.contains("None") && !shown.contains("[]"), "a field was lost: {shown}");
    }
}

#[test]
fn sessions_are_sorted_and_all_have_an_identifier_of_their_own() {
    let loaded = trainings("trainings-faults.json");
    assert_eq!(
        found(&loaded.report),
        [
            "sessions sessions[0].end: noted, contradiction: 09:00",
            "sessions sessions[1].date: dropped, bad-day: 2024-02-30",
            "sessions sessions[3].start: dropped, bad-time: 25:00",
            "sessions sessions[3].id: dropped, duplicate-id: s1",
            "sessions sessions[4].id: dropped, bad-id: no good",
            "sessions sessions[5]: dropped, wrong-type: 7",
            "sessions sessions[6].date: dropped, missing-value: ",
            "sessions sessions: noted, out-of-order: ",
            "kindless kind: noted, missing-value: ",
            "wrong kind: dropped, unknown-value: party",
            "wrong format: dropped, unknown-value: telepathy",
            "wrong capacity.from: dropped, contradiction: 40",
            "wrong participants: dropped, out-of-range: -1",
            "wrong application_deadline: dropped, bad-day: soon",
            "wrong language[0]: dropped, bad-code: English",
            "wrong audience[1]: noted, unknown-term: alchemists",
            "wrong topics[0]: dropped, bad-term: perpetual motion",
            "wrong registration: dropped, unsafe-address: javascript:alert(1)",
            "open-ended capacity.to: dropped, missing-value: ",
            "#6 id: refused, duplicate-id: open-ended",
        ]
    );
    let shown = |session: &Session| format!("{} {} {}", session.id, session.date, session.online);
    let sessions = |training: &Training| training.sessions.iter().map(shown).collect::<Vec<_>>();
    let [first, kindless, wrong, open_ended, elsewhere] = &loaded.records[..] else {
        panic!("five trainings")
    };
    assert_eq!(
        sessions(first),
        ["s1 2024-03-10 false", "s3 2024-03-11 true", "s4 2024-03-12 true", "s2 2024-05-10 true"]
    );
    let ids: BTreeSet<_> = first.sessions.iter().map(|session| &session.id).collect();
    assert_eq!(ids.len(), first.sessions.len());
    // Some sessions have a place and some have none: that is what hybrid means, but nobody said so.
    assert_eq!((kindless.format.as_str(), kindless.format_assumed), ("hybrid", true));
    // With an address that cannot be used, nobody is sent anywhere.
    assert_eq!((&wrong.registration, &open_ended.registration), (&Registration::None, &Registration::None));
    assert!(
        matches!(&elsewhere.registration, Registration::At(address) if address.host() == "fictional.example")
    );
}

#[test]
fn one_wrong_value_of_a_partner_request_costs_that_value_only() {
    let loaded = partner_requests("partner-requests-faults.json");
    assert_eq!(
        found(&loaded.report),
        [
            "faults kind: dropped, unknown-value: wish",
            "faults organisations[1]: dropped, bad-id: no good",
            "faults organisations[2]: dropped, duplicate-value: fr-a",
            "faults country: dropped, bad-country: France",
            "faults seeks: dropped, wrong-type: a partner",
            "faults ecosystems[0]: noted, unknown-term: alchemy",
            "faults expertise[0]: noted, unknown-term: alchemy",
            "faults expertise[1]: dropped, bad-term: no good",
            "faults expertise[2]: dropped, wrong-type: 7",
            "faults partner_countries[1]: dropped, bad-country: Deutschland",
            "faults call_id: dropped, bad-id: no good",
            "faults deadline: dropped, bad-day: 2024-02-30",
            "faults email: dropped, bad-email: nobody",
            "faults url: dropped, unsafe-address: javascript:alert(1)",
            "#2 id: refused, duplicate-id: faults",
            "untitled title: refused, missing-name: ",
        ]
    );
}
