//! The way through a form.

use cluster_atlas::domain::{
    CountryCode, Day, Email, Instant, LocalText, Registration, Session, Training, TrainingFormat,
    TrainingKind,
};
use cluster_atlas::signup::{
    Body, Boxes, Effect, Entry, EntryKey, Event, Fault, Field, FieldError, Form, Named, Offer, Page, Part,
    RequestDraft, SignUpDraft, SignUpKind, State, Step, StoredDraft, update,
};
use proptest::prelude::*;

use crate::fixtures::{
    HOSTILE, endpoint, entry, event, key, mailed, now, occasion, offer, request, requests, run, setting,
    sign_up, sign_ups, submit,
};

const TICKED: Event = Event::Ticked(Boxes { privacy: true, newsletter: false });

fn typed(field: Field, text: &str) -> Event {
    Event::Typed { field, text: text.to_owned() }
}

fn faults(errors: &[FieldError]) -> Vec<(Field, Fault)> {
    errors.iter().map(|error| (error.field, error.fault.clone())).collect()
}

#[test]
fn a_sign_up_by_hand() {
    let offer = offer(SignUpKind::Registration);
    let setting = setting(&offer, now());
    let state = State::<SignUpDraft>::begin(key(1), "academy-9", SignUpDraft::default());
    assert_eq!(state.page(), Page::Fill(Step::Choose));

    let (state, effects) = run(state, [Event::Next], &setting);
    assert_eq!(faults(state.errors()), [(Field::Sessions, Fault::Missing)]);
    assert_eq!(effects, [Effect::FocusErrors]);

    let choose = Event::Chosen { field: Field::Sessions, id: "s2".to_owned(), on: true };
    let (state, effects) = run(state, [choose, Event::Next, Event::Next], &setting);
    assert_eq!(state.page(), Page::Fill(Step::You));
    assert_eq!(effects[1..3], [Effect::SaveDraft, Effect::Show(Page::Fill(Step::You))]);
    let fields: Vec<Field> = state.errors().iter().map(|error| error.field).collect();
    let parts = [Part::GivenName, Part::FamilyName, Part::Email, Part::Role];
    let mut expected = parts.map(|part| Field::Person(0, part)).to_vec();
    expected.extend([Field::Organisation, Field::Country]);
    assert_eq!(fields, expected, "in the order of the page");

    let events = [
        typed(Field::Person(0, Part::GivenName), " Zoe\u{301} "),
        typed(Field::Person(0, Part::FamilyName), "Ångström"),
        typed(Field::Person(0, Part::Email), "zoe@example.eu"),
        typed(Field::Person(0, Part::Role), "Manager"),
        Event::Picked { field: Field::Organisation, id: "fr-m".to_owned(), name: "Minalogic".to_owned() },
        typed(Field::Country, "FR"),
        Event::Next,
        typed(Field::Hopes, "Much"),
        Event::Next,
    ];
    let (state, _) = run(state, events, &setting);
    let contents = state.contents().expect("a checked form");
    assert_eq!(contents.people[0].given_name, "Zoé", "trimmed and composed");
    assert_eq!(contents.people[0].email, "zoe@example.eu");

    let (state, effects) = run(state, [submit(endpoint())], &setting);
    assert_eq!(faults(state.errors()), [(Field::Privacy, Fault::NotTicked)]);
    assert_eq!(effects, [Effect::FocusErrors]);

    let (state, effects) = run(state, [TICKED, submit(endpoint())], &setting);
    let [Effect::Enqueue { entry, draft }, Effect::Show(Page::Done)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(draft.as_str(), ["sign-up/academy-9#", key(1).as_str()].concat());
    assert_eq!(state.entry(), Some(&**entry));
    let consent = &entry.contents().consent;
    assert_eq!(
        (consent.privacy, consent.newsletter, consent.at.as_str()),
        (true, false, "2026-11-22T09:30:00Z")
    );

    let (again, effects) = run(state.clone(), [submit(endpoint()), Event::Back, Event::Next], &setting);
    assert_eq!((again, effects), (state, Vec::new()), "nothing is sent twice");
}

#[test]
fn another_person_keeps_organisation_and_sessions() {
    let offer = offer(SignUpKind::Registration);
    let state = State::begin(key(1), "academy-9", sign_up());
    let (state, effects) =
        run(state, [Event::GoTo(Page::Fill(Step::You)), Event::AddPerson], &setting(&offer, now()));
    assert_eq!(effects.last(), Some(&Effect::Focus(Field::Person(1, Part::GivenName))));
    let draft = state.typed().expect("a draft");
    assert_eq!(
        (draft.people.len(), draft.organisation.name.as_str(), draft.sessions.len()),
        (2, "Minalogic", 2)
    );
    let (state, _) =
        run(state, [Event::RemovePerson { at: 0 }, Event::RemovePerson { at: 0 }], &setting(&offer, now()));
    assert_eq!(state.typed().expect("a draft").people.len(), 1, "the last one stays");
}

#[test]
fn another_name_is_another_organisation() {
    let mut state = State::begin(key(1), "academy-9", sign_up());
    let offer = offer(SignUpKind::Registration);
    for (name, id) in [("Minalogic", Some("fr-minalogic")), ("Minalogi", None), ("Minalogic", None)] {
        (state, _) = update(state, typed(Field::Organisation, name), &setting(&offer, now()));
        assert_eq!(state.typed().expect("a draft").picked(Field::Organisation), id);
    }
}

#[test]
fn an_address_that_nobody_can_write_to_is_refused_and_never_mended() {
    let offer = offer(SignUpKind::Registration);
    for (typed, fault) in [
        ("a@b", Some(Fault::NoPublicHost)),
        ("a@localhost", Some(Fault::NoPublicHost)),
        ("a@", Some(Fault::NotAnEmail)),
        ("a@b.c@d", Some(Fault::NotAnEmail)),
        ("a@b..eu", Some(Fault::NotAnEmail)),
        ("a@b.eu.", Some(Fault::NotAnEmail)),
        ("  ü@bücher.example ", None),
        ("first.last+tag@mail.example.org", None),
    ] {
        let mut draft = sign_up();
        typed.clone_into(&mut draft.people[0].email);
        let errors = draft.check(&setting(&offer, now())).err().unwrap_or_default();
        let expected: Vec<_> =
            fault.into_iter().map(|fault| (Field::Person(0, Part::Email), fault)).collect();
        assert_eq!(faults(&errors), expected, "{typed}");
    }
}

/// An academy with a deadline on the day before its session.
fn with_deadline() -> Training {
    let session = Session {
        id: "s1".parse().expect("an id"),
        date: "2026-11-23".parse().expect("a day"),
        start: None,
        end: None,
        place: None,
        online: true,
        note: None,
    };
    let deadline = Some("2026-11-22".parse().expect("a day"));
    Training { application_deadline: deadline, ..training(vec![session]) }
}

#[test]
fn a_registration_that_closes_while_it_is_filled_in_is_not_sent_and_nothing_is_lost() {
    let training = with_deadline();
    let (before, after) = (now(), Instant::from_unix(now().unix() + 86_400));
    let draft = SignUpDraft {
        kind: SignUpKind::Registration.as_str().to_owned(),
        sessions: vec!["s1".to_owned()],
        ..sign_up()
    };
    let open = Offer::of(&training, before);
    assert_eq!((open.kind, open.closed), (SignUpKind::Registration, None));
    let state = State::begin(key(1), "academy-9", draft.clone());
    let (state, _) = run(state, [Event::GoTo(Page::Check), TICKED], &setting(&open, before));
    assert_eq!(state.page(), Page::Check);

    let closed = Offer::of(&training, after);
    let day: Day = "2026-11-22".parse().expect("a day");
    assert_eq!((closed.kind, closed.closed), (SignUpKind::Interest, Some(day)));
    let setting = setting(&closed, after);
    let (state, effects) = run(state, [submit(endpoint())], &setting);
    assert_eq!(faults(state.errors()), [(Field::Kind, Fault::RegistrationClosed { last: Some(day) })]);
    assert_eq!((effects, state.page()), (vec![Effect::FocusErrors], Page::Check));
    assert_eq!(state.typed(), Some(&draft), "what was typed stays");

    // The visitor decides; the consent stands.
    let (state, effects) = run(state, [typed(Field::Kind, "interest"), submit(endpoint())], &setting);
    let entry = state.entry().expect("an entry");
    assert_eq!(entry.contents().kind.as_str(), "interest");
    assert_eq!(entry.contents().sessions, [], "sessions that nobody can register for are not sent");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Enqueue { .. })));
    let kept = StoredDraft::<SignUpDraft>::read(entry.draft()).expect("a draft");
    assert_eq!(kept.typed.sessions, ["s1"]);
}

#[test]
fn registration_ends_when_the_training_takes_no_applications_any_more() {
    let late = "2026-12-01".parse().expect("a day");
    let ends: Day = "2026-11-23".parse().expect("a day");
    for (deadline, last) in [(None, "2026-11-22"), (Some(late), "2026-11-23")] {
        let training = Training { application_deadline: deadline, ..with_deadline() };
        let offer = Offer::of(&training, Instant::end_of(ends));
        let last: Day = last.parse().expect("a day");
        assert_eq!((offer.kind, offer.closed), (SignUpKind::Interest, Some(last)), "{deadline:?}");
        let offer = Offer::of(&training, Instant::from_unix(Instant::end_of(last).unix() - 1));
        assert_eq!((offer.kind, offer.closed), (SignUpKind::Registration, None), "{deadline:?}");
    }
}

#[test]
fn a_registration_that_is_gone_on_with_after_the_closing_does_not_turn_into_something_else() {
    let training = with_deadline();
    let after = Instant::from_unix(now().unix() + 86_400);
    let closed = Offer::of(&training, after);
    // As drafts were kept that did not say what they are.
    let draft = SignUpDraft { sessions: vec!["s1".to_owned()], ..sign_up() };
    let state = State::begin(key(1), "academy-9", draft);
    let (state, _) = run(state, [Event::Next, Event::Next, Event::Next, TICKED], &setting(&closed, after));
    assert_eq!(state.page(), Page::Fill(Step::Needs), "as far as one can get without deciding");
    assert!(matches!(state.errors(), [FieldError { field: Field::Kind, .. }]));
    let (state, _) = run(state, [typed(Field::Kind, "interest"), Event::Next], &setting(&closed, after));
    assert_eq!(state.contents().expect("a checked form").kind.as_str(), "interest");
}

#[test]
fn what_is_over_takes_interest_only() {
    let over = SignUpDraft { sessions: vec!["s1".to_owned(), "s9".to_owned()], ..sign_up() };
    let registration = offer(SignUpKind::Registration);
    let errors = over.check(&setting(&registration, now())).expect_err("faults");
    let (s1, s9) = ("s1".to_owned(), "s9".to_owned());
    assert_eq!(
        faults(&errors),
        [
            (Field::Sessions, Fault::SessionOver { id: s1 }),
            (Field::Sessions, Fault::UnknownSession { id: s9 })
        ]
    );
    let interest = offer(SignUpKind::Interest);
    let interested = SignUpDraft { kind: "interest".to_owned(), ..over };
    let checked = interested.check(&setting(&interest, now())).expect("no faults");
    assert_eq!(checked.contents().sessions, []);
    let none = SignUpDraft { sessions: Vec::new(), ..sign_up() };
    assert!(none.check(&setting(&interest, now())).is_ok());
    assert_eq!(
        faults(&none.check(&setting(&registration, now())).expect_err("faults")),
        [(Field::Sessions, Fault::Missing)]
    );
}

#[test]
fn what_is_wrong_with_one_person_stands_at_that_person() {
    let offer = offer(SignUpKind::Registration);
    let mut draft = sign_up();
    draft.people.push(draft.people[0].clone());
    draft.people[1].email = "zoe@".to_owned();
    draft.people[1].accessibility_needs = "x".repeat(2_001);
    let errors = draft.check(&setting(&offer, now())).expect_err("faults");
    let long = Fault::TooLong { limit: 2_000, length: 2_001 };
    assert_eq!(
        faults(&errors),
        [(Field::Person(1, Part::Email), Fault::NotAnEmail), (Field::Person(1, Part::Accessibility), long)]
    );
}

#[test]
fn a_session_is_over_when_it_has_ended_in_brussels() {
    let session = |id: &str, end: Option<&str>, place: Option<&str>| Session {
        id: id.parse().expect("an id"),
        date: "2026-11-22".parse().expect("a day"),
        start: None,
        end: end.map(|end| end.parse().expect("a time")),
        place: place.map(str::to_owned),
        online: true,
        note: None,
    };
    // It is 09:30 in UTC, 10:30 in Brussels.
    let training = training(vec![
        session("s1", Some("10:30"), None),
        session("s2", Some("10:31"), Some("Turin")),
        session("s3", None, None),
    ]);
    let offer = Offer::of(&training, now());
    let found: Vec<_> = offer.sessions.iter().map(|session| (session.over, session.on_site)).collect();
    assert_eq!(found, [(true, false), (false, true), (false, false)]);
}

fn training(sessions: Vec<Session>) -> Training {
    Training {
        id: "academy-9".parse().expect("an id"),
        title: "9th Academy".to_owned(),
        kind: TrainingKind::Academy,
        format: TrainingFormat::Hybrid,
        format_assumed: false,
        sessions,
        undated_sessions: None,
        capacity: None,
        participants: None,
        application_deadline: None,
        language: Vec::new(),
        host: None,
        audience: Vec::new(),
        topics: Vec::new(),
        registration: Registration::Here,
        summary: LocalText::default(),
        url: None,
        note: None,
        sources: Vec::new(),
    }
}

#[test]
fn what_is_typed_where_records_are_picked_is_not_dropped_in_silence() {
    let occasion = occasion();
    let setting = setting(&occasion, now());
    let state = State::begin(key(1), "call-1", request());
    let to_partners = [Event::Next, typed(Field::Places, "Germany"), Event::Next];
    let (state, _) = run(state, to_partners, &setting);
    let text = "Germany".to_owned();
    assert_eq!(faults(state.errors()), [(Field::Places, Fault::NotPicked { text })]);
    assert_eq!(state.typed().expect("a draft").text(Field::Places), "Germany");
    let pick = Event::Chosen { field: Field::Places, id: "DE".to_owned(), on: true };
    let (state, _) = run(state, [pick, Event::Next], &setting);
    assert_eq!(state.page(), Page::Fill(Step::Who), "a pick takes the place of what was typed");
    let (state, _) = run(state, [typed(Field::Askers, "Nobody known"), Event::Next], &setting);
    assert!(matches!(state.errors(), [FieldError { field: Field::Askers, fault: Fault::NotPicked { .. } }]));
    let (state, _) = run(state, [typed(Field::Askers, " "), Event::Next], &setting);
    assert_eq!(state.page(), Page::Check);
}

#[test]
fn food_is_asked_about_on_site_only() {
    let offer = offer(SignUpKind::Registration);
    let mut draft = sign_up();
    draft.people[0].dietary_needs = "No nuts".to_owned();
    for (session, sent) in [("s2", None), ("s3", Some("No nuts"))] {
        draft.sessions = vec![session.to_owned()];
        let checked = draft.check(&setting(&offer, now())).expect("no faults");
        assert_eq!(checked.contents().people[0].dietary_needs.as_deref(), sent);
    }
}

#[test]
fn a_deadline_that_passes_before_sending_is_noticed() {
    let occasion = occasion();
    let draft = RequestDraft { deadline: "2026-11-22".to_owned(), ..request() };
    let state = State::begin(key(1), "call-1", draft);
    let (state, _) = run(state, [Event::GoTo(Page::Check), TICKED], &setting(&occasion, now()));
    let tomorrow = Instant::from_unix(now().unix() + 86_400);
    let (state, effects) = run(state, [submit(endpoint())], &setting(&occasion, tomorrow));
    let day: Day = "2026-11-22".parse().expect("a day");
    assert_eq!(faults(state.errors()), [(Field::Deadline, Fault::DayPassed { day })]);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Enqueue { .. })));
}

#[test]
fn hostile_texts_arrive_as_they_are() {
    let offer = offer(SignUpKind::Registration);
    for text in HOSTILE {
        let mut draft = sign_up();
        draft.people[0].given_name = text.to_owned();
        draft.people[0].role = text.to_owned();
        draft.organisation = Named { name: text.to_owned(), id: None };
        draft.hopes = text.to_owned();
        let entry = entry(1, draft, &offer, &endpoint());
        let sent: serde_json::Value = serde_json::from_str(entry.body()).expect("JSON");
        let text = text.trim();
        assert_eq!(sent["people"][0]["given_name"], text);
        assert_eq!(sent["people"][0]["role"], text);
        assert_eq!(sent["organisation"]["name"], text);
        assert_eq!(sent["hopes"], text);
    }
}

/// The rules, said once more as plainly as possible.
fn is_fine(body: &Body) -> bool {
    let line = |text: &str| !text.is_empty() && text.chars().count() <= 300 && text.trim() == text;
    let mail = |text: &str| text.parse::<Email>().is_ok();
    let sign_up = || {
        !body.people.is_empty()
            && body.people.len() <= 20
            && body.people.iter().all(|person| {
                line(&person.given_name)
                    && line(&person.family_name)
                    && line(&person.role)
                    && mail(&person.email)
            })
            && body.organisation.as_ref().is_some_and(|named| line(&named.name))
            && body.country.as_deref().is_some_and(|code| code.parse::<CountryCode>().is_ok())
            && body.sessions.is_empty() == (body.kind.as_str() == "interest")
            && body.sessions.iter().all(|session| session.id != "s9")
    };
    let request = || {
        let (Some(request), Some(contact)) = (&body.request, &body.contact) else { return false };
        let deadline = request.deadline.as_ref().map(|day| day.parse::<Day>().expect("a day"));
        line(&request.title)
            && (1..=6_000).contains(&request.sought.chars().count())
            && deadline.is_none_or(|day| day >= now().in_brussels().day)
            && (!request.organisations.is_empty() || request.asker.is_some())
            && line(&contact.name)
            && mail(&contact.email)
    };
    body.consent.privacy && if body.training.is_some() { sign_up() } else { request() }
}

/// Follows events; every entry on the way is fine, and what was typed changes by typing only.
fn follow<F: Form>(draft: F, events: Vec<Event>, context: &F::Context) -> Option<Entry> {
    let setting = setting(context, now());
    let mut state = State::begin(key(1), F::subject(context), draft);
    for event in events {
        let before = state.typed().cloned();
        let editing = matches!(
            event,
            Event::Typed { .. }
                | Event::Picked { .. }
                | Event::Chosen { .. }
                | Event::AddPerson
                | Event::RemovePerson { .. }
        );
        let (next, effects) = update(state, event.clone(), &setting);
        state = next;
        if let Some(entry) = state.entry() {
            let kept = StoredDraft::<F>::read(entry.draft()).expect("a draft");
            assert_eq!(before.as_ref().unwrap_or(&kept.typed), &kept.typed, "the entry keeps what was typed");
        } else if !editing {
            assert_eq!(before.as_ref(), state.typed(), "{event:?}");
        }
        if let (Event::Typed { field, text }, Some(mut expected), Some(typed)) =
            (&event, before, state.typed())
        {
            if let Some(slot) = expected.slot(*field) {
                use cluster_atlas::signup::Slot;
                match slot {
                    Slot::Text(slot) | Slot::Picks { text: slot, .. } => text.clone_into(slot),
                    Slot::Named(named) if named.name != *text => {
                        *named = Named { name: text.clone(), id: None }
                    }
                    _ => {}
                }
            }
            assert_eq!(&expected, typed, "that field and no other");
        }
        for effect in effects {
            if let Effect::Enqueue { entry, .. } = effect {
                assert!(is_fine(entry.contents()), "{}", entry.body());
                assert_eq!(entry.key(), &key(1));
            }
        }
        if let Some(draft) = state.draft(now()) {
            let read = StoredDraft::<F>::read(&draft.to_json()).expect("a draft");
            assert_eq!(read, draft);
            let resumed = State::resume(read);
            assert_eq!(resumed.typed(), state.typed());
            assert_eq!(resumed.boxes(), Boxes::default(), "consent is not kept");
        }
    }
    state.entry().cloned()
}

/// What a visitor does who wants to be done.
fn to_the_end() -> Vec<Event> {
    vec![Event::Next, Event::Next, Event::Next, TICKED, submit(mailed())]
}

proptest! {
    #[test]
    fn no_sequence_of_events_submits_an_invalid_sign_up(
        draft in sign_ups(0.05),
        mut events in prop::collection::vec(event(), 0..40),
        interest in any::<bool>(),
    ) {
        events.extend(to_the_end());
        let kind = if interest { SignUpKind::Interest } else { SignUpKind::Registration };
        follow(draft, events, &offer(kind));
    }

    #[test]
    fn no_sequence_of_events_submits_an_invalid_request(
        draft in requests(0.05),
        mut events in prop::collection::vec(event(), 0..40),
    ) {
        events.extend(to_the_end());
        follow(draft, events, &occasion());
    }

    #[test]
    fn a_form_without_faults_is_always_submitted(draft in sign_ups(0.0), request in requests(0.0)) {
        prop_assert!(follow(draft, to_the_end(), &offer(SignUpKind::Registration)).is_some());
        prop_assert!(follow(request, to_the_end(), &occasion()).is_some());
    }

    #[test]
    fn going_to_the_end_stops_where_going_step_by_step_does(draft in sign_ups(0.1)) {
        let offer = offer(SignUpKind::Registration);
        let start = State::begin(key(1), "academy-9", draft);
        let (jumped, _) = run(start.clone(), [Event::GoTo(Page::Check)], &setting(&offer, now()));
        let (walked, _) = run(start, [Event::Next, Event::Next, Event::Next], &setting(&offer, now()));
        prop_assert_eq!(jumped, walked);
    }

    #[test]
    fn places_of_fields_are_read_back(at in 0_usize..1000, text in any::<String>()) {
        for part in Part::ALL {
            let field = Field::Person(at, part);
            prop_assert_eq!(Field::at(&field.pointer()), Some(field));
            let dotted = format!("people[{at}].{}", part.as_str());
            prop_assert_eq!(Field::at(&dotted), Some(field));
        }
        let _ = Field::at(&text);
    }

    #[test]
    fn keys_are_read_back(milliseconds in 0_u64..1 << 48, random in any::<[u8; 10]>()) {
        let key = EntryKey::new(milliseconds, random);
        prop_assert_eq!(key.as_str().parse::<EntryKey>(), Ok(key));
    }
}
