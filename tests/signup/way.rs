//! How one takes part in a training: told by its status, and by where one registers.

use cluster_atlas::collection::Collection;
use cluster_atlas::dataset::{Fetched, read_events, read_trainings};
use cluster_atlas::domain::{Day, Event, Instant, Training, Vocabularies};
use cluster_atlas::signup::{Form, Offer, SignUpDraft, SignUpKind, Way};

use crate::fixtures::{setting, sign_up};

fn training(members: &str) -> Training {
    let body = [
        r#"{"format":"cluster-atlas/trainings/1","records":[{"id":"t","title":"T","kind":"academy","format":"online""#,
        members,
        "}]}",
    ]
    .concat();
    let file = Fetched { file: "t", status: 200, content_type: None, body: body.as_bytes() };
    let mut loaded = read_trainings(&file, &Vocabularies::default()).expect("a file of trainings");
    loaded.records.remove(0)
}

fn way(members: &str) -> Way {
    let day: Day = "2024-02-21".parse().expect("a day");
    Way::of(&training(members), Some("Fictional Organiser"), Instant::start_of(day))
}

const AHEAD: &str = r#","sessions":[{"date":"2024-03-01"}]"#;
const OVER: &str = r#","sessions":[{"date":"2024-02-01"}]"#;

#[test]
fn what_is_open_takes_a_registration_and_the_rest_an_expression_of_interest() {
    assert_eq!(way(AHEAD), Way::Register);
    assert_eq!(way(OVER), Way::Interest);
    assert_eq!(way(""), Way::Interest, "without dates");
    let too_late = [AHEAD, r#","application_deadline":"2024-02-20""#].concat();
    assert_eq!(way(&too_late), Way::Interest);
}

#[test]
fn an_address_of_its_own_leads_there_until_the_training_is_over() {
    let with = |sessions: &str| [sessions, r#","registration":"https://example.org/r""#].concat();
    assert!(matches!(way(&with(AHEAD)), Way::Elsewhere(_)));
    assert!(matches!(way(&with("")), Way::Elsewhere(_)));
    assert_eq!(way(&with(OVER)), Way::Interest);
}

#[test]
fn what_somebody_else_holds_is_not_registered_here_unless_the_data_say_so() {
    let with = |sessions: &str, members: &str| [sessions, r#","host":"Other Cluster""#, members].concat();
    for (sessions, here) in [(AHEAD, Way::Register), (OVER, Way::Interest), ("", Way::Interest)] {
        assert_eq!(way(&with(sessions, "")), Way::WithHost);
        assert_eq!(way(&with(sessions, r#","registration":"endpoint""#)), here);
        assert_eq!(way(&[sessions, r#","host":"FICTIONAL  organiser""#].concat()), here);
        assert_eq!(way(&[sessions, r#","host":"Other; Fictional Organiser""#].concat()), here);
    }
    let address = r#","registration":"https://example.org/r""#;
    assert!(matches!(way(&with(AHEAD, address)), Way::Elsewhere(_)), "its host's registration address");
    assert_eq!(way(&with(OVER, address)), Way::WithHost, "the address is for what was");
    assert_eq!(way(&with(AHEAD, r#","registration":"none""#)), Way::None);
    // Who is not named is not known to hold it.
    let day = Instant::start_of("2024-02-21".parse().expect("a day"));
    assert_eq!(Way::of(&training(&with(AHEAD, "")), None, day), Way::WithHost);
    assert_eq!(Way::of(&training(AHEAD), None, day), Way::Register);
}

#[test]
fn where_nobody_registers_nobody_is_asked_to() {
    let with = |sessions: &str| [sessions, r#","registration":"none""#].concat();
    assert_eq!(way(&with(AHEAD)), Way::None);
    assert_eq!(way(&with(OVER)), Way::Interest);
}

fn event(members: &str) -> Event {
    let records = [r#"{"format":"cluster-atlas/events/1","records":[{"id":"e","title":"E""#, members, "}]}"];
    let body = records.concat();
    let loaded = read_events(&Fetched::opened("e", body.as_bytes()), &Vocabularies::default());
    loaded.expect("a file of events").records.remove(0)
}

fn at(day: &str) -> Instant {
    Instant::start_of(day.parse().expect("a day"))
}

const DAYS: &str = r#","format":"onsite","city":"Graz","days":[{"date":"2024-03-01","start":"09:00"},{"date":"2024-03-02"}]"#;

#[test]
fn an_event_is_registered_for_here_where_the_data_or_its_hosts_say_so_until_it_is_over() {
    let way = |members: &str, organiser, day: &str| {
        Way::of_event(&event(&[DAYS, members].concat()), organiser, at(day))
    };
    let ours = r#","hosts":["Other Cluster","FICTIONAL  organiser"]"#;
    let theirs = r#","hosts":["Other Cluster"]"#;
    let organiser = Some("Fictional Organiser");
    assert_eq!(way(ours, organiser, "2024-02-21"), Way::Register);
    assert_eq!(way(ours, None, "2024-02-21"), Way::WithHost, "who is not named cannot be a host");
    assert_eq!(way(theirs, organiser, "2024-02-21"), Way::WithHost);
    assert_eq!(way("", organiser, "2024-02-21"), Way::None, "nobody knows who takes registrations");
    let with = |hosts: &str, registration: &str| format!(r#"{hosts},"registration":"{registration}""#);
    assert_eq!(way(&with(theirs, "endpoint"), organiser, "2024-02-21"), Way::Register);
    assert_eq!(way(&with(ours, "none"), organiser, "2024-02-21"), Way::None);
    assert!(matches!(way(&with(ours, "https://example.org/r"), organiser, "2024-02-21"), Way::Elsewhere(_)));
    // The second day is still to come; then it is over, and nobody is asked about a next one.
    assert_eq!(way(ours, organiser, "2024-03-02"), Way::Register);
    assert_eq!(way(ours, organiser, "2024-03-03"), Way::None);
    let until = [ours, r#","registration_deadline":"2024-02-20""#].concat();
    assert_eq!(way(&until, organiser, "2024-02-21"), Way::None);
}

#[test]
fn the_sign_up_for_an_event_has_its_days_and_its_name_in_place_of_a_training() {
    let event = event(DAYS);
    let offer = Offer::of_event(&event, at("2024-03-02"));
    assert_eq!(
        (offer.of, offer.subject.as_str(), offer.kind),
        (Collection::Events, "event:e", SignUpKind::Registration)
    );
    let days: Vec<_> = offer.sessions.iter().map(|day| (day.id.as_str(), day.over, day.on_site)).collect();
    assert_eq!(days, [("d1", true, true), ("d2", false, true)]);
    let draft = |chosen: &str| SignUpDraft { sessions: vec![chosen.to_owned()], ..sign_up() };
    assert!(draft("d1").check(&setting(&offer, at("2024-03-02"))).is_err(), "that day is over");
    let checked = draft("d2").check(&setting(&offer, at("2024-03-02"))).expect("no faults");
    let body = checked.contents();
    assert!(body.training.is_none());
    assert_eq!(body.matter().map(|(of, it)| (of, it.id.as_str())), Some((Collection::Events, "e")));
    assert_eq!((body.title(), body.sessions[0].date.as_str()), ("E", "2024-03-02"));
    // What was begun in time and is sent too late is refused, not turned into something else.
    let late = Offer::of_event(&event, at("2024-03-03"));
    assert_eq!(late.closed, "2024-03-02".parse().ok());
    assert!(draft("d2").check(&setting(&late, at("2024-03-03"))).is_err());
    // One whose days are not listed is registered for as a whole.
    let whole = self::event(r#","start":"2024-03-01","end":"2024-03-03""#);
    let offer = Offer::of_event(&whole, at("2024-03-03"));
    let draft = SignUpDraft { sessions: Vec::new(), kind: "sign-up".to_owned(), ..sign_up() };
    assert!(!draft.has_choice(&offer));
    let checked = draft.check(&setting(&offer, at("2024-03-03"))).expect("no faults");
    assert!(checked.contents().sessions.is_empty());
}
