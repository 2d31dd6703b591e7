//! What we write as iCalendar, another library reads as we meant it.

use cluster_atlas::dataset::{
    CalendarHead, EventWords, Fetched, calls_calendar, events_calendar, joined_calendars, read_events,
    trainings_calendar,
};
use cluster_atlas::domain::{Call, CutOff, Instant, Session, TimeOfDay, Training, Vocabularies};
use icalendar::Component as _;
use icalendar::parser::{Component, read_calendar, unfold};
use proptest::prelude::*;

use crate::records::{at, call, closing, training};

fn head() -> CalendarHead {
    CalendarHead {
        name: "Open calls in Europe".into(),
        deployment: "clusters.example".into(),
        stamp: at("2024-02-21", "12:00"),
        sequence: CalendarHead::revision("2024-02-21".parse().expect("a day")),
    }
}

/// Words as the interface would give them.
fn words_of(call: &Call, cutoff: &CutOff) -> EventWords {
    EventWords {
        summary: format!("Cut-off: {}", call.title),
        description: cutoff.note.clone().unwrap_or_default(),
        categories: vec!["Open call".into(), call.issuer.clone()],
        page: format!("https://atlas.example/#/calls/{}", call.id),
        ..EventWords::default()
    }
}

fn cutoff(date: &str, time: Option<&str>) -> CutOff {
    CutOff {
        date: date.parse().expect("a day"),
        time: time.map(|time| time.parse().expect("a time")),
        note: None,
    }
}

/// The value of a property, taken out of its escapes by the library.
fn value(component: &Component<'_>, name: &str) -> Option<String> {
    component.find_prop(name).map(|property| property.val.as_str().to_owned())
}

/// The events of a calendar as the library reads them.
fn with_events<T>(calendar: &str, look: impl Fn(&[Component<'_>]) -> T) -> T {
    let unfolded = unfold(calendar);
    let read = read_calendar(&unfolded).expect("it is a calendar");
    let property = |name: &str| {
        read.properties.iter().find(|property| property.name == name).map(|property| property.val.as_str())
    };
    assert_eq!((property("VERSION"), property("NAME")), (Some("2.0"), Some("Open calls in Europe")));
    assert!(read.components.iter().all(|event| event.name == "VEVENT"));
    look(&read.components)
}

fn values(calendar: &str, name: &str) -> Vec<Option<String>> {
    with_events(calendar, |events| events.iter().map(|event| value(event, name)).collect())
}

/// Rules of the format that a forgiving reader does not check.
fn is_well_formed(calendar: &str) {
    assert!(calendar.ends_with("\r\n"));
    for line in calendar.trim_end_matches("\r\n").split("\r\n") {
        assert!(line.len() <= 75, "{line:?} has {} bytes", line.len());
        assert!(!line.is_empty() && !line.chars().any(|c| c.is_control() && c != '\t'), "{line:?}");
    }
}

#[test]
fn a_cutoff_is_an_event_at_its_moment_with_two_alarms() {
    let call = Call {
        title: "Light, water; and \\ more".into(),
        cutoffs: vec![CutOff { note: Some("two\nlines".into()), ..cutoff("2024-07-01", Some("17:00")) }],
        url: "https://example.org/call?a=1,2;3".parse().ok(),
        ..call("c-1")
    };
    let calendar = calls_calendar([&call], at("2024-02-21", "12:00"), &head(), &words_of);
    is_well_formed(&calendar);
    with_events(&calendar, |events| {
        let [event] = events else { panic!("{} events", events.len()) };
        for (name, expected) in [
            ("UID", "call+c-1+1@clusters.example"),
            ("DTSTAMP", "20240221T110000Z"),
            ("SEQUENCE", "19774"),
            ("DTSTART", "20240701T150000Z"),
            ("SUMMARY", "Cut-off: Light, water; and \\ more"),
            ("DESCRIPTION", "two\nlines"),
            ("CATEGORIES", "Open call,Issuer"),
            ("URL", "https://example.org/call?a=1,2;3"),
            ("STATUS", "CONFIRMED"),
        ] {
            assert_eq!(value(event, name).as_deref(), Some(expected), "{name}");
        }
        assert!(event.find_prop("DTEND").is_none());
        let alarms: Vec<_> = event.components.iter().map(|alarm| value(alarm, "TRIGGER")).collect();
        assert_eq!(alarms, [Some("-P7D".to_owned()), Some("-P1D".to_owned())]);
        let said = value(&event.components[0], "DESCRIPTION");
        assert_eq!(said.as_deref(), Some("Cut-off: Light, water; and \\ more"));
    });
}

#[test]
fn a_cutoff_without_a_time_takes_the_whole_day() {
    let calendar =
        calls_calendar([&closing(call("c"), "2024-04-30")], at("2024-02-21", "12:00"), &head(), &words_of);
    assert!(calendar.contains("\r\nDTSTART;VALUE=DATE:20240430\r\n"));
    assert_eq!(values(&calendar, "URL"), [Some("https://atlas.example/#/calls/c".to_owned())]);
}

#[test]
fn only_what_is_ahead_is_written_and_identifiers_stay() {
    let call = Call {
        cutoffs: vec![
            cutoff("2024-05-31", None),
            cutoff("2024-02-21", Some("17:00")),
            cutoff("2024-05-31", Some("12:00")),
            cutoff("2024-02-21", Some("12:00")),
        ],
        ..call("c")
    };
    let uids = |call: &Call, now: Instant| -> Vec<String> {
        let uids = values(&calls_calendar([call], now, &head(), &words_of), "UID");
        let mut uids: Vec<String> = uids.into_iter().flatten().collect();
        uids.sort();
        uids
    };
    let expected = ["call+c+2@clusters.example", "call+c+3@clusters.example", "call+c+4@clusters.example"];
    assert_eq!(uids(&call, at("2024-02-21", "12:00")), expected);
    assert_eq!(uids(&call, at("2024-03-01", "12:00")), expected[1..]);
    let mut other = call.clone();
    other.cutoffs.reverse();
    other.title = "Another title".into();
    assert_eq!(uids(&other, at("2024-02-21", "12:00")), expected);
    assert_eq!(uids(&call, at("2024-06-01", "00:00")), expected[2..], "nothing is ahead: the last one stays");
}

#[test]
fn a_deadline_that_is_moved_is_the_same_event() {
    let call = Call { cutoffs: vec![cutoff("2024-03-10", None), cutoff("2024-04-30", None)], ..call("c") };
    let moved = Call {
        cutoffs: vec![cutoff("2024-03-10", None), cutoff("2024-05-15", Some("17:00"))],
        ..call.clone()
    };
    let later =
        CalendarHead { sequence: CalendarHead::revision("2024-03-01".parse().expect("a day")), ..head() };
    let now = at("2024-02-21", "12:00");
    let (before, after) =
        (calls_calendar([&call], now, &head(), &words_of), calls_calendar([&moved], now, &later, &words_of));
    assert_eq!(values(&before, "UID"), values(&after, "UID"));
    assert_ne!(values(&before, "DTSTART"), values(&after, "DTSTART"));
    let sequence =
        |calendar: &str| values(calendar, "SEQUENCE")[1].as_deref().and_then(|text| text.parse::<u32>().ok());
    assert!(sequence(&before) < sequence(&after));
}

#[test]
fn a_calendar_has_an_event_as_long_as_there_is_any_date() {
    let (old, older) = (closing(call("old"), "2023-06-30"), closing(call("older"), "2022-06-30"));
    let now = at("2024-02-21", "12:00");
    let calendar = calls_calendar([&older, &old, &call("undated")], now, &head(), &words_of);
    assert_eq!(values(&calendar, "UID"), [Some("call+old+1@clusters.example".to_owned())]);
}

#[test]
fn a_withdrawn_call_takes_itself_off_calendars() {
    let call = Call { cancelled: true, ..closing(call("c"), "2024-04-30") };
    let calendar = calls_calendar([&call], at("2024-02-21", "12:00"), &head(), &words_of);
    assert_eq!(values(&calendar, "STATUS"), [Some("CANCELLED".to_owned())]);
    assert!(!calendar.contains("VALARM"));
}

#[test]
fn two_hundred_cutoffs_are_two_hundred_events() {
    let start = "2024-03-01".parse::<cluster_atlas::domain::Day>().expect("a day");
    let cutoffs = (0..200).map(|days| CutOff { date: start.plus(days), time: None, note: None });
    let call = Call { cutoffs: cutoffs.collect(), ..call("c") };
    let calendar = calls_calendar([&call], at("2024-02-21", "12:00"), &head(), &words_of);
    is_well_formed(&calendar);
    assert_eq!(values(&calendar, "UID").len(), 200);
}

fn words_of_session(training: &Training, session: &Session) -> EventWords {
    let location = if session.online { "Online" } else { "" };
    EventWords { summary: training.title.clone(), location: location.into(), ..EventWords::default() }
}

#[test]
fn sessions_have_a_place_and_an_end_where_they_are_stated() {
    let mut academy = training("academy", &["2024-03-11", "2024-07-01", "2024-10-27"]);
    let time = |text: &str| text.parse::<TimeOfDay>().ok();
    academy.sessions[0].place = Some("Sofia, Bulgaria".into());
    (academy.sessions[1].start, academy.sessions[1].end) = (time("09:00"), time("12:30"));
    // Clocks go back at 03:00: an hour and a half by the clock is two and a half.
    (academy.sessions[2].start, academy.sessions[2].end) = (time("01:30"), time("03:00"));
    let all = academy.sessions.iter().map(|session| (&academy, session));
    let calendar = trainings_calendar(all, &head(), &words_of_session);
    is_well_formed(&calendar);
    let some = |texts: [&str; 3]| texts.map(|text| (!text.is_empty()).then(|| text.to_owned()));
    assert_eq!(values(&calendar, "DTSTART"), some(["20240311", "20240701T070000Z", "20241026T233000Z"]));
    assert_eq!(values(&calendar, "DTEND"), some(["", "20240701T103000Z", "20241027T020000Z"]));
    assert_eq!(values(&calendar, "LOCATION"), some(["Sofia, Bulgaria", "Online", "Online"]));
    let chosen = trainings_calendar([(&academy, &academy.sessions[1])], &head(), &words_of_session);
    assert_eq!(values(&chosen, "UID"), [Some("training+academy+s2@clusters.example".to_owned())]);
    assert_eq!(values(&chosen, "STATUS"), [Some("CONFIRMED".to_owned())]);
}

#[test]
fn what_nobody_has_confirmed_is_tentative() {
    let academy = training("academy", &["2024-03-11"]);
    let words = |training: &Training, session: &Session| EventWords {
        tentative: true,
        ..words_of_session(training, session)
    };
    let waiting = trainings_calendar([(&academy, &academy.sessions[0])], &head(), &words);
    is_well_formed(&waiting);
    assert_eq!(values(&waiting, "STATUS"), [Some("TENTATIVE".to_owned())]);
}

#[test]
fn calendars_are_joined_into_one_with_all_their_events() {
    let academy = training("academy", &["2024-03-11", "2024-07-01"]);
    let one = |at: usize| trainings_calendar([(&academy, &academy.sessions[at])], &head(), &words_of_session);
    let empty = calls_calendar([&call("c")], at("2024-02-21", "12:00"), &head(), &words_of);
    let joined = joined_calendars(&[empty.clone(), one(0), one(1)]).expect("there are events");
    is_well_formed(&joined);
    let uid = |session: &str| Some(format!("training+academy+{session}@clusters.example"));
    assert_eq!(values(&joined, "UID"), [uid("s1"), uid("s2")]);
    assert_eq!(joined.matches("BEGIN:VCALENDAR").count(), 1);
    assert_eq!(joined_calendars(&[one(0)]), Some(one(0)));
    assert_eq!(joined_calendars(&[empty]), None);
}

#[test]
fn no_cutoff_at_all_is_a_calendar_all_the_same() {
    let calendar = calls_calendar([&call("c")], at("2024-02-21", "12:00"), &head(), &words_of);
    is_well_formed(&calendar);
    assert_eq!(values(&calendar, "UID").len(), 0);
}

/// Text as a calendar can hold it: one kind of line end, no control characters.
fn as_kept(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|&c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => prop::sample::select(vec![
            "\r\n", "\n", "\r", "\\n", "\\", ";", ",", ":", "\"", "\u{0}", "\u{202e}", "\t", " ", "END:VEVENT",
            "\r\nBEGIN:VALARM\r\n", "\u{1f469}\u{200d}\u{1f52c}", "北京", "<script>", "^n",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,30}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_comes_back(title in hostile(), note in hostile(), category in hostile(), minutes in 0_u16..1440, days in 0_i32..1000) {
        let cutoff = CutOff {
            date: cutoff("2024-03-01", None).date.plus(days),
            time: Some(TimeOfDay::from_minutes(minutes)),
            note: Some(note.clone()),
        };
        let closes = cutoff.closes();
        let call = Call { title: title.clone(), cutoffs: vec![cutoff], issuer: category.clone(), ..call("c") };
        let calendar = calls_calendar([&call], at("2024-02-21", "12:00"), &head(), &words_of);
        is_well_formed(&calendar);
        let read: icalendar::Calendar = calendar.parse().expect("it is a calendar");
        let events: Vec<&icalendar::Event> = read.events().collect();
        prop_assert_eq!(events.len(), 1);
        let (title, note) = (as_kept(&format!("Cut-off: {title}")), as_kept(&note));
        prop_assert_eq!(events[0].get_summary(), Some(title.as_str()));
        prop_assert_eq!(events[0].get_description().unwrap_or_default(), note.as_str());
        let start = match events[0].get_start() {
            Some(icalendar::DatePerhapsTime::DateTime(icalendar::CalendarDateTime::Utc(start))) => Some(start.timestamp()),
            _ => None,
        };
        prop_assert_eq!(start, Some(closes.unix()));
    }
}

#[test]
fn events_are_on_their_days_or_from_the_first_to_the_last() {
    let file = br#"{"format":"cluster-atlas/events/1","records":[
        {"id":"talk","title":"Talk","days":[{"date":"2024-04-10","start":"08:30","end":"09:45"}],"url":"https://fictional.example/talk"},
        {"id":"fair","title":"Fair","start":"2024-05-07","end":"2024-05-08","venue":"Hall, east","city":"Ghent"},
        {"id":"month","title":"Some day in June","start":"2024-06"}]}"#;
    let read = read_events(&Fetched::opened("events.json", file), &Vocabularies::default());
    let events = read.expect("readable").records;
    let calendar = events_calendar(&events, &head(), &|event, _| EventWords {
        summary: event.title.clone(),
        location: "Online".into(),
        ..EventWords::default()
    });
    is_well_formed(&calendar);
    let text = |value: &str| Some(value.to_owned());
    assert_eq!(
        values(&calendar, "UID"),
        [text("event+talk+1@clusters.example"), text("event+fair+0@clusters.example")]
    );
    // Summer time in Brussels is two hours ahead of UTC; the end of whole days is the day after.
    assert_eq!(values(&calendar, "DTSTART"), [text("20240410T063000Z"), text("20240507")]);
    assert_eq!(values(&calendar, "DTEND"), [text("20240410T074500Z"), text("20240509")]);
    assert_eq!(values(&calendar, "LOCATION"), [text("Online"), text("Hall, east, Ghent")]);
    assert_eq!(values(&calendar, "URL"), [text("https://fictional.example/talk"), None]);
}
