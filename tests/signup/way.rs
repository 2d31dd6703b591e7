//! How one takes part in a training: told by its status, and by where one registers.

use cluster_atlas::dataset::{Fetched, read_trainings};
use cluster_atlas::domain::{Day, Instant, Training, Vocabularies};
use cluster_atlas::signup::Way;

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
