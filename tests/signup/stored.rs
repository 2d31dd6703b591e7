//! What is kept on a device outlives the version that wrote it: one fixture per version, and none is ever changed.

use std::fs;

use cluster_atlas::domain::Instant;
use cluster_atlas::signup::{
    DRAFT_GRACE, DRAFT_LIFETIME, DraftOutline, Entry, EntryState, Form, Receiver, RequestDraft, SignUpDraft,
    SignUpKind, State, StoredDraft, StoredError, belongs_to,
};
use serde_json::Value;

use crate::fixtures::{endpoint, endpoint_at, entry, key, now, offer, sign_up};

fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/signup/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn reads_and_writes<F: Form>(name: &str) -> StoredDraft<F> {
    let text = fixture(name);
    let draft = StoredDraft::<F>::read(&text).expect("a draft");
    assert_eq!(json(&draft.to_json()), json(&text), "{name}");
    draft
}

#[test]
fn drafts_of_version_1_are_read_and_written_the_same() {
    let sign_up = reads_and_writes::<SignUpDraft>("draft-1-sign-up.json");
    assert_eq!(sign_up.typed.people[1].given_name, "Петър ");
    assert_eq!(sign_up.id().as_str(), "sign-up/academy-9#019a8c11-5c00-7c3e-9f60-0242ac120002");
    let request = reads_and_writes::<RequestDraft>("draft-1-partner-request.json");
    assert_eq!(request.typed.places, ["FR", "DE21"]);
    let resumed = State::resume(request).page();
    assert_eq!(resumed.as_str(), "who", "a page that has to be earned is not resumed");
    assert_eq!(StoredDraft::<RequestDraft>::read(&fixture("draft-1-sign-up.json")), Err(StoredError::Broken));
}

#[test]
fn entries_of_version_1_are_read_and_written_the_same() {
    let Value::Array(entries) = json(&fixture("outbox-1.json")) else { panic!("a list") };
    let mut states = Vec::new();
    for stored in entries {
        let entry = Entry::read(&stored.to_string()).expect("an entry");
        assert_eq!(json(&entry.to_json()), stored);
        states.push(match entry.state() {
            EntryState::Queued(_) => "queued",
            EntryState::Sending { .. } => "sending",
            EntryState::ByHand => "by_hand",
            EntryState::HandedOver { .. } => "handed_over",
            EntryState::Acknowledged(_) => "acknowledged",
            EntryState::Rejected { .. } => "rejected",
            EntryState::WithdrawQueued(_) => "withdraw_queued",
            EntryState::WithdrawSending { .. } => "withdraw_sending",
            EntryState::Withdrawn { .. } => "withdrawn",
        });
    }
    states.sort_unstable();
    states.dedup();
    assert_eq!(states.len(), 9, "one of every state");
}

#[test]
fn entries_with_receivers_are_read_and_written_the_same() {
    let Value::Array(entries) = json(&fixture("outbox-1-receivers.json")) else { panic!("a list") };
    let read = |stored: &Value| {
        let entry = Entry::read(&stored.to_string()).expect("an entry");
        assert_eq!(json(&entry.to_json()), *stored);
        entry
    };
    let entries: Vec<Entry> = entries.iter().map(read).collect();
    assert_eq!(entries[0].receiver().organiser.as_deref(), Some("Testing Ltd"));
    let earlier = entries[1].earlier().expect("its owner has chosen another one");
    assert_eq!((earlier.organiser.as_deref(), earlier.place()), (Some("Old Ltd"), Some("old.example.org")));
    let posted: Vec<bool> = entries.iter().map(Entry::was_posted).collect();
    assert_eq!(posted, [false, true, true, true, true, true]);
    assert!(entries[4].replaces().is_some());
}

#[test]
fn what_earlier_entries_do_not_say_is_taken_from_their_state() {
    let Value::Array(entries) = json(&fixture("outbox-1.json")) else { panic!("a list") };
    for stored in entries {
        let entry = Entry::read(&stored.to_string()).expect("an entry");
        assert_eq!(
            (entry.receiver().organiser.as_ref(), entry.earlier(), entry.replaces()),
            (None, None, None)
        );
        let posted = match entry.state() {
            EntryState::Queued(waiting) => waiting.attempts > 0,
            EntryState::Withdrawn { told, .. } => *told,
            EntryState::ByHand | EntryState::HandedOver { .. } => false,
            _ => true,
        };
        assert_eq!(entry.was_posted(), posted, "{:?}", entry.state());
    }
}

#[test]
fn what_a_later_version_wrote_is_left_alone() {
    let entry = entry(1, sign_up(), &offer(SignUpKind::Registration), &endpoint()).to_json();
    let later = entry.replace("cluster-atlas/outbox/1", "cluster-atlas/outbox/2");
    assert_eq!(Entry::read(&later), Err(StoredError::Newer { format: "cluster-atlas/outbox/2".to_owned() }));
    let later = fixture("draft-newer.json");
    assert_eq!(
        DraftOutline::read(&later),
        Err(StoredError::Newer { format: "cluster-atlas/draft/2".to_owned() })
    );
    let newer_body = entry.replace("cluster-atlas/sign-up/1", "cluster-atlas/sign-up/2");
    assert!(matches!(Entry::read(&newer_body), Err(StoredError::Newer { .. })));
}

#[test]
fn what_is_broken_says_so() {
    let whole = entry(1, sign_up(), &offer(SignUpKind::Registration), &endpoint()).to_json();
    for text in ["", "null", "{}", "{\"format\":7}", "{\"format\":\"x\"}", &whole[..whole.len() / 2]] {
        assert_eq!(Entry::read(text), Err(StoredError::Broken), "{text}");
        assert_eq!(DraftOutline::read(text), Err(StoredError::Broken), "{text}");
    }
}

#[test]
fn drafts_expire_after_thirty_days() {
    let state = State::begin(key(1), "academy-9", sign_up());
    let text = state.draft(now()).expect("a draft").to_json();
    let outline = DraftOutline::read(&text).expect("a draft");
    assert_eq!(
        (outline.form.as_str(), outline.subject.as_str(), outline.saved()),
        ("sign-up", "academy-9", now())
    );
    for (later, expired) in
        [(0, false), (DRAFT_LIFETIME - 1, false), (DRAFT_LIFETIME, true), (-86_400, false)]
    {
        assert_eq!(outline.has_expired(Instant::from_unix(now().unix() + later)), expired, "{later}");
    }
}

#[test]
fn a_clock_that_jumps_a_month_ahead_once_removes_nothing() {
    let text = State::begin(key(1), "academy-9", sign_up()).draft(now()).expect("a draft").to_json();
    let at = |seconds: i64| Instant::from_unix(now().unix() + seconds);
    let outline = |text: &str| DraftOutline::read(text).expect("a draft");
    let month = DRAFT_LIFETIME + 86_400;
    assert!(outline(&text).has_expired(at(month)) && !outline(&text).is_over(at(month)));
    let noted = outline(&text).noted(&text, at(month)).expect("a note");
    assert_eq!(outline(&noted).noted(&noted, at(month + 60)), None, "once");
    assert!(!outline(&noted).is_over(at(month + DRAFT_GRACE - 1)));
    assert!(outline(&noted).is_over(at(month + DRAFT_GRACE)), "a month has passed indeed");
    // The clock is right again.
    assert!(!outline(&noted).has_expired(at(60)) && !outline(&noted).is_over(at(60)));
    let cleared = outline(&noted).noted(&noted, at(60)).expect("no note any more");
    assert_eq!(cleared, text);
    // A second note takes the place of the first.
    let again = outline(&noted).noted(&noted, at(DRAFT_LIFETIME)).expect("the clock was set back");
    assert_eq!(again.matches("\"expired\"").count(), 1);
    assert!(StoredDraft::<SignUpDraft>::read(&noted).is_ok());
}

#[test]
fn what_versions_without_a_scope_kept_for_two_sites_can_be_told_apart() {
    let kept = json(&fixture("unscoped.json"));
    let Value::Object(outbox) = &kept["drawers"]["outbox"] else { panic!("entries by key") };
    let site = |url: &str| Receiver { delivery: endpoint_at(url), organiser: Some("A site".to_owned()) };
    let sites = [site("https://a.example/in"), site("https://b.example/in")];
    let of: Vec<Vec<bool>> = outbox
        .iter()
        .map(|(key, stored)| {
            let entry = Entry::read(&stored.to_string()).expect("an entry");
            assert_eq!(entry.key().as_str(), key);
            sites.iter().map(|site| belongs_to(&entry, site)).collect()
        })
        .collect();
    assert_eq!(of, [[true, false], [false, true]]);
    let Value::Object(drafts) = &kept["drawers"]["drafts"] else { panic!("drafts by name") };
    for (name, stored) in drafts {
        let draft = StoredDraft::<SignUpDraft>::read(&stored.to_string()).expect("a draft");
        assert_eq!(draft.id().as_str(), name);
    }
}
