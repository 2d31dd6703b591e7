//! What waits belongs to the receiver that its owner agreed to, whatever the deployment names later.

use cluster_atlas::dataset::Delivery;
use cluster_atlas::signup::{
    Agreement, Entry, EntryState, Method, NextDue, Receiver, Response, SignUpKind, WithdrawalNotice,
    after_response, agreement, begin_sending, belongs_to, is_held, next_due, readdress, send_to, withdraw,
};

use crate::fixtures::{endpoint_at, entry, given_back, mailed, now, offer, receiver, sign_up};

const OLD: &str = "https://old.example.org/sign-ups";
const NEW: &str = "https://new.example.net/in";

fn at(url: &str) -> Receiver {
    receiver(endpoint_at(url), None)
}

fn by(url: &str, organiser: &str) -> Receiver {
    receiver(endpoint_at(url), Some(organiser))
}

fn made(delivery: &Delivery) -> Entry {
    entry(1, sign_up(), &offer(SignUpKind::Registration), delivery)
}

/// As it is kept.
fn kept(entry: &Entry) -> Entry {
    let read = Entry::read(&entry.to_json()).expect("what was kept can be read");
    assert_eq!(&read, entry);
    read
}

fn tried(entry: &Entry) -> Entry {
    after_response(&begin_sending(entry, now()).expect("due").0, &Response::TimedOut, now(), 0.0)
}

#[test]
fn another_address_of_the_same_receiver_needs_nobodys_word() {
    let waiting = made(&endpoint_at(OLD));
    for entry in [waiting.clone(), tried(&waiting)] {
        assert_eq!(readdress(&entry, &at(OLD)), None);
        let moved = at("https://OLD.example.org/v2/sign-ups");
        assert_eq!(agreement(&entry, &moved), Agreement::GoesOn);
        let gone_on = kept(&readdress(&entry, &moved).expect("goes on"));
        assert_eq!((gone_on.state(), gone_on.delivery()), (entry.state(), &moved.delivery));
        for elsewhere in ["http://old.example.org/sign-ups", "https://old.example.org:8443/sign-ups", NEW] {
            assert_eq!(agreement(&entry, &at(elsewhere)), Agreement::Asks, "{elsewhere}");
        }
    }
    let mail = |to: &str| receiver(Delivery::Mail { to: to.parse().expect("an address") }, None);
    let mailed = made(&mailed());
    assert_eq!(agreement(&mailed, &mail("office@example.org")), Agreement::Stands);
    assert_eq!(agreement(&mailed, &mail("events@example.org")), Agreement::GoesOn);
    assert_eq!(agreement(&mailed, &mail("office@example.net")), Agreement::Asks);
}

#[test]
fn another_organiser_is_another_receiver() {
    let asked = send_to(&made(&endpoint_at(NEW)), &by(OLD, "Old Ltd"), now()).expect("asked");
    let entry = kept(&asked);
    assert_eq!(entry.receiver().organiser.as_deref(), Some("Old Ltd"));
    assert_eq!(agreement(&entry, &by(OLD, "Old Ltd")), Agreement::Stands);
    assert_eq!(agreement(&entry, &by(OLD, "New Ltd")), Agreement::Asks, "at the same address, even");
    assert_eq!(agreement(&entry, &at(OLD)), Agreement::Stands, "nobody says that it is another");
    assert!(is_held(&entry, &by(OLD, "New Ltd")));
}

#[test]
fn what_nobody_has_is_held_until_its_owner_is_asked() {
    let entry = made(&endpoint_at(OLD));
    assert!(is_held(&entry, &at(NEW)) && readdress(&entry, &at(NEW)).is_none());
    let chosen = kept(&send_to(&entry, &at(NEW), now()).expect("chosen"));
    assert_eq!((chosen.delivery(), chosen.earlier()), (&endpoint_at(NEW), None));
    let (_, request) = begin_sending(&chosen, now()).expect("due");
    assert_eq!((request.url.as_str(), request.body.as_deref()), (NEW, Some(entry.body())));
    // What was to be handed over is not posted by itself.
    let by_hand = made(&Delivery::File);
    assert_eq!(agreement(&by_hand, &at(NEW)), Agreement::Asks);
    assert_eq!(readdress(&by_hand, &at(NEW)), None);
    assert!(begin_sending(&send_to(&by_hand, &at(NEW), now()).expect("chosen"), now()).is_some());
    // A file leaves by nobody's hand but its owner's.
    let filed = readdress(&entry, &receiver(Delivery::File, None)).expect("goes on");
    assert_eq!(filed.state(), &EntryState::ByHand);
}

#[test]
fn what_may_have_arrived_is_asked_for_where_it_was_sent() {
    let posted = tried(&made(&endpoint_at(OLD)));
    assert_eq!(agreement(&posted, &at(NEW)), Agreement::Asks);
    assert!(!is_held(&posted, &at(NEW)), "the old one is still asked");
    let due = posted.made().unix() + 60;
    let later = cluster_atlas::domain::Instant::from_unix(due);
    let NextDue::Send(entry) = next_due(std::slice::from_ref(&posted), later) else { panic!("due") };
    assert_eq!(begin_sending(entry, later).expect("due").1.url, OLD);
    assert_eq!(agreement(&posted, &receiver(Delivery::File, None)), Agreement::Asks);

    let chosen = kept(&send_to(&posted, &at(NEW), now()).expect("its owner's word"));
    assert_eq!(chosen.earlier(), Some(&at(OLD)));
    assert!(!chosen.is_only_here());
    // Before the new one was asked, only the old one can have it.
    assert_eq!(WithdrawalNotice::of(&chosen), WithdrawalNotice::App);
    let taken_back = kept(&withdraw(&chosen, now()).expect("not withdrawn yet"));
    let request = begin_sending(&taken_back, now()).expect("due").1;
    assert_eq!((request.method, request.url.as_str()), (Method::Delete, OLD));
    // After that, the new one is told, and that the old one may have it too stays known.
    let taken = after_response(
        &begin_sending(&chosen, now()).expect("due").0,
        &Response::Answered(given_back(&chosen, 201, "")),
        now(),
        0.0,
    );
    let taken_back = kept(&withdraw(&taken, now()).expect("not withdrawn yet"));
    assert_eq!(begin_sending(&taken_back, now()).expect("due").1.url, NEW);
    assert_eq!(taken_back.earlier(), Some(&at(OLD)));
}

#[test]
fn what_is_settled_or_withdrawn_stays_where_it_is() {
    let posted = tried(&made(&endpoint_at(OLD)));
    let sending = begin_sending(&made(&endpoint_at(OLD)), now()).expect("due").0;
    let taken = after_response(&sending, &Response::Answered(given_back(&sending, 200, "")), now(), 0.0);
    let withdrawn = withdraw(&posted, now()).expect("not withdrawn yet");
    for entry in [sending, taken, withdrawn] {
        assert_eq!(agreement(&entry, &at(NEW)), Agreement::Stands);
        assert_eq!(readdress(&entry, &at(NEW)), None);
        assert_eq!(send_to(&entry, &at(NEW), now()), None);
    }
}

#[test]
fn of_a_shared_store_a_site_gets_what_was_submitted_to_its_own_receiver() {
    // Versions without a scope did not always keep the organiser.
    let unnamed = kept(&made(&endpoint_at(NEW)));
    assert!(belongs_to(&unnamed, &at(NEW)) && belongs_to(&unnamed, &by(NEW, "Site")));
    for other in [OLD, "https://new.example.net/out", "http://new.example.net/in"] {
        assert!(!belongs_to(&unnamed, &at(other)), "{other}");
        assert!(!belongs_to(&unnamed, &by(other, "Site")), "{other}");
    }
    let by_mail = made(&mailed());
    let mail = |to: &str| receiver(Delivery::Mail { to: to.parse().expect("an address") }, None);
    assert!(belongs_to(&by_mail, &mail("office@example.org")));
    assert!(!belongs_to(&by_mail, &mail("events@example.org")));
    assert!(!belongs_to(&by_mail, &receiver(Delivery::File, None)));

    // Where both are known, the same organiser may have moved within its own origin.
    let named = kept(&send_to(&made(&endpoint_at(OLD)), &by(NEW, "Site"), now()).expect("asked"));
    assert!(
        belongs_to(&named, &by(NEW, "Site")) && belongs_to(&named, &by("https://new.example.net/2", "Site"))
    );
    for other in [by(NEW, "Other"), by("https://new.example.net/2", "Other"), at("https://new.example.net/2")]
    {
        assert!(!belongs_to(&named, &other), "{other:?}");
    }
}
