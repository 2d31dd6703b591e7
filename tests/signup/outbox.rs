//! The outbox against a receiver that does everything wrong that a receiver can do.

mod course;

use cluster_atlas::dataset::{Delivery, ReceiptBy};
use cluster_atlas::domain::Instant;
use cluster_atlas::signup::{
    Answer, Boxes, Entry, EntryState, Event, Fault, Field, Form as _, Method, Page, Part, RequestDraft,
    Response, SignUpDraft, SignUpKind, State, Status, Step, StoredDraft, Trouble, after_response,
    begin_sending, can_be_corrected, hand_over, is_corrected, pressed, readdress, recover, requests_csv,
    retry_after, settled_corrections, sooner, withdraw,
};

use crate::fixtures::{
    endpoint, entry, given_back, key, mailed, now, occasion, offer, receiver, request, run, setting, sign_up,
};

fn queued(number: u8) -> Entry {
    entry(number, sign_up(), &offer(SignUpKind::Registration), &endpoint())
}

fn answered(status: u16) -> Response {
    Response::Answered(Answer { status, ..Answer::default() })
}

fn sent(entry: &Entry) -> Entry {
    begin_sending(entry, now()).expect("due").0
}

fn after(entry: &Entry, response: &Response) -> Entry {
    after_response(&sent(entry), response, now(), 0.5)
}

/// Keeps an entry as the browser does: as text.
fn kept(entry: &Entry) -> Entry {
    let read = Entry::read(&entry.to_json()).expect("what was kept can be read");
    assert_eq!(&read, entry);
    read
}

#[test]
fn an_acceptance_is_read_forgivingly() {
    for (status, more, reference, expected) in [
        (200, r#","reference":"A-1","status":"confirmed""#, Some("A-1"), Status::Confirmed),
        (200, r#","reference":"A\u202e-1","status":"rejected""#, Some("A-1"), Status::Received),
        (201, r#","reference":17,"status":"waiting_list""#, Some("17"), Status::WaitingList),
        (200, r#","reference":1791234567890123457"#, Some("1791234567890123457"), Status::Received),
        (200, r#","reference":10.50,"status":7"#, Some("10.50"), Status::Received),
        (202, r#","reference":null,"status":"seen""#, None, Status::Received),
        (204, "", None, Status::Received),
        (409, r#","reference":"A-1""#, Some("A-1"), Status::Received),
    ] {
        let queued = queued(1);
        let entry = after(&queued, &Response::Answered(given_back(&queued, status, more)));
        let EntryState::Acknowledged(receipt) = entry.state() else { panic!("{:?}", entry.state()) };
        assert_eq!((receipt.reference.as_deref(), receipt.status), (reference, expected), "{more}");
        assert_eq!(receipt.already, status == 409);
    }
}

/// Answers of machines on the way, and of receivers that say less than the contract asks for.
const PAGES: [&str; 8] = [
    "",
    "<html>Welcome to the hotel. Please sign in.",
    "{\"reference\":\"A",
    "{\"reference\":\"A-1\",\"status\":\"confirmed\"}",
    "{\"idempotency_key\":\"01a20297-4dc0-7909-8909-090909090909\"}",
    "{\"idempotency_key\":7}",
    "\"KEY\"",
    "<p>{\"idempotency_key\":\"KEY\"}",
];

#[test]
fn a_page_is_no_receipt() {
    let entry = queued(1);
    for page in PAGES {
        let body = page.replace("KEY", entry.key().as_str());
        for status in [200, 201, 202, 299, 409] {
            let answer = Answer { status, body: body.clone(), ..Answer::default() };
            let entry = kept(&after(&entry, &Response::Answered(answer)));
            let EntryState::Queued(waiting) = entry.state() else { panic!("{page}: {:?}", entry.state()) };
            assert_eq!(waiting.trouble, Some(Trouble::Unproven(status)), "{page}");
        }
        let taken_back = withdraw(&after(&entry, &Response::TimedOut), now()).expect("may have arrived");
        for status in [200, 202, 404, 410] {
            let answer = Answer { status, body: body.clone(), ..Answer::default() };
            let entry = after(&taken_back, &Response::Answered(answer));
            let EntryState::WithdrawQueued(waiting) = entry.state() else {
                panic!("{page}: {:?}", entry.state())
            };
            assert_eq!(
                waiting.trouble,
                Some(Trouble::Unproven(status)),
                "an abandoned address knows nothing"
            );
        }
    }
}

#[test]
fn a_status_is_enough_where_the_deployment_says_so() {
    let Delivery::Endpoint { url, .. } = endpoint() else { unreachable!() };
    let trusting = Delivery::Endpoint { url, receipt: ReceiptBy::Status };
    let entry = entry(1, sign_up(), &offer(SignUpKind::Registration), &trusting);
    assert_eq!(kept(&entry).delivery(), &trusting);
    for page in PAGES {
        let answer = Answer { status: 200, body: page.to_owned(), ..Answer::default() };
        let entry = after(&entry, &Response::Answered(answer));
        assert!(matches!(entry.state(), EntryState::Acknowledged(_)), "{page}");
    }
    let doubtful = after(&queued(1), &answered(200));
    let trusted =
        readdress(&doubtful, &receiver(trusting.clone(), None)).expect("the deployment has changed its mind");
    assert_eq!((trusted.state(), trusted.delivery()), (doubtful.state(), &trusting));
}

#[test]
fn a_redirect_is_no_receipt() {
    let redirects = [301, 302, 303, 307, 308].map(answered);
    for response in redirects.iter().chain([&Response::Redirected]) {
        let entry = after(&queued(1), response);
        assert!(matches!(entry.state(), EntryState::Queued(_)), "{response:?}");
        let taken_back = withdraw(&entry, now()).expect("may have arrived");
        let entry = after(&taken_back, response);
        assert!(matches!(entry.state(), EntryState::WithdrawQueued(_)), "{response:?}");
    }
    let entry = after(&queued(1), &Response::Redirected);
    let EntryState::Queued(waiting) = kept(&entry).state().clone() else { panic!("{:?}", entry.state()) };
    assert_eq!(waiting.trouble, Some(Trouble::Redirected), "and it says why it waits");
}

#[test]
fn a_refusal_goes_back_to_the_fields() {
    let body = r##"{"title":"No","errors":[
        {"pointer":"#/people/0/email","detail":"bounced"},
        {"field":"organisation.name","message":"who?"},
        {"pointer":"/nowhere","detail":"hm"},
        7]}"##;
    let refused = Response::Answered(Answer {
        status: 422,
        content_type: Some("Application/Problem+JSON; charset=utf-8".to_owned()),
        body: body.to_owned(),
        ..Answer::default()
    });
    let entry = after(&queued(1), &refused);
    assert!(!entry.is_only_here(), "its receiver has seen it");
    let state = State::<SignUpDraft>::correct(&entry, key(2)).expect("refused");
    assert_eq!(state.page(), Page::Fill(Step::You));
    assert_eq!(state.typed(), Some(&sign_up()), "what was typed is there again");
    let found: Vec<(Field, &Fault)> =
        state.errors().iter().map(|error| (error.field, &error.fault)).collect();
    let refused = |detail: &str| Fault::Refused { detail: detail.to_owned() };
    assert_eq!(found[0], (Field::Person(0, Part::Email), &refused("bounced")));
    assert_eq!(found[1], (Field::Organisation, &refused("who?")));
    assert_eq!(found[2], (Field::Whole, &refused("hm")));

    let ticked = Event::Ticked(cluster_atlas::signup::Boxes { privacy: true, newsletter: false });
    let offer = offer(SignUpKind::Registration);
    let submit = crate::fixtures::submit(endpoint());
    let (_, effects) = run(state, [Event::GoTo(Page::Check), ticked, submit], &setting(&offer, now()));
    let replaced = effects.iter().find_map(|effect| match effect {
        cluster_atlas::signup::Effect::Enqueue { entry, .. } => {
            Some((entry.key().clone(), entry.replaces().cloned()))
        }
        _ => None,
    });
    assert_eq!(replaced, Some((key(2), Some(key(1)))), "a corrected form is another one");
}

#[test]
fn what_was_accepted_is_corrected_under_a_key_of_its_own_that_names_it() {
    let asked = kept(&entry(1, request(), &occasion(), &endpoint()));
    assert!(!can_be_corrected(&asked), "nobody knows yet what becomes of it");
    assert_eq!(State::<RequestDraft>::correct(&asked, key(2)), None);
    let accepted = after(&asked, &Response::Answered(given_back(&asked, 201, "")));
    let state = State::<RequestDraft>::correct(&accepted, key(2)).expect("accepted");
    assert_eq!((state.page(), state.errors().len()), (Page::Fill(Step::What), 0));
    assert_eq!(state.typed(), Some(&request()), "what was typed is there again");
    let ticked = Event::Ticked(cluster_atlas::signup::Boxes { privacy: true, newsletter: false });
    let events = [
        Event::Typed { field: Field::Title, text: "Another title".to_owned() },
        Event::GoTo(Page::Check),
        ticked,
        crate::fixtures::submit(endpoint()),
    ];
    let (state, _) = run(state, events, &setting(&occasion(), now()));
    let correction = kept(state.entry().expect("submitted"));
    assert_eq!((correction.key(), correction.replaces()), (&key(2), Some(accepted.key())));
    assert_eq!(correction.contents().replaces.as_deref(), Some(accepted.key().as_str()));
    let lines = requests_csv(&[&accepted, &correction]);
    assert_eq!(lines.matches(&format!(",{}\r\n", accepted.key().as_str())).count(), 1, "{lines}");
    // It stays when its correction is accepted: nothing but its owner takes back what is with somebody.
    let both = [accepted.clone(), after(&correction, &Response::Answered(given_back(&correction, 201, "")))];
    assert!(is_corrected(&accepted, &both) && settled_corrections(&both).is_empty());
    // What is in its owner's hands can be corrected too, and what was withdrawn cannot.
    let by_hand = entry(3, request(), &occasion(), &Delivery::File);
    assert!(can_be_corrected(&by_hand) && can_be_corrected(&hand_over(&by_hand, now()).expect("by hand")));
    assert!(!can_be_corrected(&withdraw(&accepted, now()).expect("not withdrawn yet")));
    // A draft for another one names nothing.
    let another = State::<RequestDraft>::like(&accepted, key(4)).expect("of this form");
    assert_eq!(another.replaces(), None);
}

#[test]
fn what_was_refused_stays_until_its_correction_is_acknowledged() {
    let refused = refused_with("{}");
    let offer = offer(SignUpKind::Registration);
    let corrected = |refused: &Entry, number| {
        let state = State::<SignUpDraft>::correct(refused, key(number)).expect("refused");
        let ticked = Event::Ticked(cluster_atlas::signup::Boxes { privacy: true, newsletter: false });
        let events = [Event::GoTo(Page::Check), ticked, crate::fixtures::submit(endpoint())];
        let (state, _) = run(state, events, &setting(&offer, now()));
        kept(state.entry().expect("submitted"))
    };
    let refusal = || {
        let content_type = Some("application/problem+json".to_owned());
        Response::Answered(Answer { status: 422, content_type, ..Answer::default() })
    };
    let second = corrected(&refused, 2);
    assert_eq!(second.replaces(), Some(refused.key()));
    let waiting = [refused.clone(), second.clone()];
    assert!(is_corrected(&refused, &waiting) && settled_corrections(&waiting).is_empty());
    let taken = |entry: &Entry| after(entry, &Response::Answered(given_back(entry, 201, "")));
    assert_eq!(settled_corrections(&[refused.clone(), taken(&second)]), [refused.key().clone()]);
    // The correction is refused too, and corrected in its turn.
    let second = after(&second, &refusal());
    let third = corrected(&second, 3);
    assert!(settled_corrections(&[refused.clone(), second.clone(), third.clone()]).is_empty());
    let mut settled = settled_corrections(&[refused.clone(), second.clone(), taken(&third)]);
    settled.sort();
    assert_eq!(settled, [refused.key().clone(), second.key().clone()]);
    // A correction that is withdrawn has corrected nothing.
    let withdrawn = withdraw(&third, now()).expect("not withdrawn yet");
    assert!(!is_corrected(&second, &[second.clone(), withdrawn]));
}

fn refused_with(body: &str) -> Entry {
    let answer = Answer {
        status: 422,
        content_type: Some("application/problem+json".to_owned()),
        body: body.to_owned(),
        ..Answer::default()
    };
    after(&queued(1), &Response::Answered(answer))
}

#[test]
fn a_complaint_about_the_consent_stands_at_the_check() {
    let entry = refused_with(r#"{"errors":[{"pointer":"/consent/privacy","detail":"no"}]}"#);
    let state = State::<SignUpDraft>::correct(&entry, key(2)).expect("refused");
    assert!(state.errors().is_empty(), "nothing to correct on this step");
    let offer = offer(SignUpKind::Registration);
    let (state, _) = run(state, [Event::GoTo(Page::Check)], &setting(&offer, now()));
    assert_eq!(state.page(), Page::Check);
    assert_eq!(state.errors()[0].field, Field::Privacy);
}

#[test]
fn a_correction_that_is_gone_on_with_shows_what_is_still_as_it_was_refused() {
    let entry = refused_with(
        r#"{"errors":[{"pointer":"/people/0/email","detail":"bounced"},{"pointer":"/organisation","detail":"who?"}]}"#,
    );
    let offer = offer(SignUpKind::Registration);
    let setting = setting(&offer, now());
    let state = State::<SignUpDraft>::correct(&entry, key(2)).expect("refused");
    let other = Event::Typed { field: Field::Organisation, text: "Another".to_owned() };
    let (state, _) = run(state, [other], &setting);
    let kept = state.draft(now()).expect("a draft");
    assert_eq!(kept.replaces.as_ref(), Some(entry.key()));
    let state = State::resume_correction(kept, &entry);
    assert_eq!((state.page(), state.replaces()), (Page::Fill(Step::You), Some(entry.key())));
    let found: Vec<Field> = state.errors().iter().map(|error| error.field).collect();
    assert_eq!(found, [Field::Person(0, Part::Email)]);
}

#[test]
fn another_one_like_an_entry_is_a_form_of_its_own() {
    let entry = queued(1);
    let state = State::<SignUpDraft>::like(&entry, key(2)).expect("a sign-up");
    let typed = state.typed().expect("filled in").clone();
    assert_eq!(state.key(), &key(2));
    assert_eq!((state.replaces(), state.boxes()), (None, Boxes::default()));
    assert_eq!(state.page(), Page::Fill(SignUpDraft::STEPS[0]));
    let earlier = StoredDraft::<SignUpDraft>::read(entry.draft()).expect("its draft");
    assert_eq!(typed, earlier.typed);
    assert!(State::<RequestDraft>::like(&entry, key(2)).is_none(), "of another form");
}

#[test]
fn a_refusal_by_some_machine_on_the_way_is_none() {
    for content_type in [None, Some("text/html"), Some("application/json")] {
        for status in [400, 422] {
            let answer =
                Answer { status, content_type: content_type.map(str::to_owned), ..Answer::default() };
            let entry = after(&queued(1), &Response::Answered(answer));
            let EntryState::Queued(waiting) = entry.state() else { panic!("{:?}", entry.state()) };
            assert_eq!(waiting.trouble, Some(Trouble::Status(status)));
        }
    }
}

/// An entry after six attempts that ended so, which waits for a minute at least, and when the last of them was.
fn tired(response: &Response) -> (Entry, Instant) {
    let (mut entry, mut at) = (queued(1), now());
    for _ in 0..6 {
        at = Instant::from_unix(at.unix() + 4_000);
        let sending = begin_sending(&entry, at).expect("due").0;
        entry = after_response(&sending, response, at, 1.0);
    }
    (entry, at)
}

#[test]
fn the_button_does_not_override_a_receiver_that_asked_to_wait() {
    let entry = after(&queued(1), &answered(500));
    assert!(begin_sending(&entry, now()).is_none(), "not due yet");
    // A page that is loaded, or a connection that is back, is no reason to ask again whoever has answered.
    let (entry, at) = tired(&answered(500));
    let seconds = |later: i64| Instant::from_unix(at.unix() + later);
    assert_eq!(sooner(&entry, seconds(1)), None);
    let pushed = pressed(&entry, seconds(1)).expect("may come sooner");
    assert!(begin_sending(&pushed, seconds(9)).is_none(), "not with each press");
    assert!(begin_sending(&pushed, seconds(10)).is_some());
    let (unheard, _) = tired(&Response::NoNetwork);
    assert!(begin_sending(&sooner(&unheard, seconds(1)).expect("may come sooner"), seconds(1)).is_some());
    let busy = Answer { status: 503, retry_after: Some("60".to_owned()), ..Answer::default() };
    let entry = after(&queued(1), &Response::Answered(busy));
    assert_eq!((sooner(&entry, now()), pressed(&entry, now())), (None, None));
}

#[test]
fn a_withdrawal_is_told_to_whoever_may_have_the_entry() {
    let withdrawn = EntryState::Withdrawn { at: now(), told: false };
    let told = EntryState::Withdrawn { at: now(), told: true };
    let take_back = |entry: &Entry| withdraw(entry, now()).expect("not withdrawn yet");
    assert_eq!(take_back(&queued(1)).state(), &withdrawn, "it has never left");
    let by_mail = entry(1, sign_up(), &offer(SignUpKind::Registration), &mailed());
    assert_eq!(take_back(&hand_over(&by_mail, now()).expect("by hand")).state(), &withdrawn);

    let taken = after(&queued(1), &Response::Answered(given_back(&queued(1), 200, "")));
    for state in [taken.clone(), after(&queued(1), &Response::TimedOut)] {
        let entry = take_back(&state);
        let (sending, request) = begin_sending(&entry, now()).expect("due");
        assert_eq!((request.method, request.body), (Method::Delete, None));
        assert_eq!(request.idempotency_key, entry.key().as_str());
        for status in [200, 204, 404, 410] {
            let response = Response::Answered(given_back(&entry, status, ""));
            assert_eq!(after_response(&sending, &response, now(), 0.0).state(), &told);
        }
        assert_eq!(
            after_response(&sending, &answered(204), now(), 0.0).state(),
            &told,
            "nothing to give back"
        );
        for status in [0, 302, 401, 403, 405, 409, 422, 500] {
            let entry = after_response(&sending, &answered(status), now(), 0.0);
            assert!(matches!(entry.state(), EntryState::WithdrawQueued(_)), "{status}");
        }
    }
    // A withdrawal does not overtake the request that is under way, whose answer then changes nothing.
    let entry = take_back(&sent(&queued(1)));
    assert!(begin_sending(&entry, Instant::from_unix(now().unix() + 15)).is_none());
    assert!(begin_sending(&entry, Instant::from_unix(now().unix() + 16)).is_some());
    assert_eq!(after_response(&entry, &answered(200), now(), 0.0), entry);
}

#[test]
fn only_what_this_device_withdrew_is_withdrawn() {
    for answer in [given_back(&queued(1), 410, ""), Answer { status: 410, ..Answer::default() }] {
        let entry = after(&queued(1), &Response::Answered(answer));
        let EntryState::Queued(waiting) = entry.state() else { panic!("{:?}", entry.state()) };
        assert_eq!(waiting.trouble, Some(Trouble::Status(410)), "a retired host answers so too");
        let taken_back = withdraw(&entry, now()).expect("may have arrived");
        assert!(matches!(taken_back.state(), EntryState::WithdrawQueued(_)), "and may know the key");
    }
}

#[test]
fn what_was_posted_is_known_before_it_leaves() {
    let entry = queued(1);
    assert!(entry.is_only_here() && !entry.was_posted());
    let sending = kept(&sent(&entry));
    assert!(sending.was_posted() && !sending.is_only_here(), "recorded before the request leaves");
    for response in [Response::NoNetwork, Response::Blocked, answered(500), answered(200)] {
        let entry = kept(&after_response(&sending, &response, now(), 0.5));
        assert!(entry.was_posted() && !entry.is_only_here(), "{response:?}");
        assert!(kept(&recover(&sending, now()).expect("broken off")).was_posted());
    }
    let by_hand = entry_by(&mailed());
    assert!(by_hand.is_only_here());
    // What could not be kept is noted elsewhere, and comes back with that.
    assert!(kept(&queued(1).known_as_posted()).was_posted());
}

fn entry_by(delivery: &Delivery) -> Entry {
    entry(1, sign_up(), &offer(SignUpKind::Registration), delivery)
}

#[test]
fn another_key_makes_it_another_sign_up_and_nothing_else() {
    let entry = queued(1);
    let other = kept(&entry.under(&key(2)));
    assert_eq!((other.key(), other.contents().key.as_str()), (&key(2), key(2).as_str()));
    assert!(!other.body().contains(key(1).as_str()) && !other.draft().contains(key(1).as_str()));
    assert_eq!(other.under(&key(1)), entry);
    let draft = other.draft_id().expect("a draft");
    assert_eq!(draft.as_str(), format!("sign-up/academy-9#{}", key(2).as_str()));
    let mut elsewhere = sign_up();
    elsewhere.people[0].email = "other@example.org".to_owned();
    let person = crate::fixtures::entry(1, elsewhere, &offer(SignUpKind::Registration), &endpoint());
    assert!(!person.says_the_same(&entry), "two people in two tabs are two sign-ups");
    assert!(entry.says_the_same(&queued(1)));
}

#[test]
fn dates_are_read_in_each_of_the_three_ways() {
    let expected = Some(Instant::from_unix(784_111_777));
    let now = Instant::from_unix(784_111_000);
    for header in
        ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"]
    {
        assert_eq!(retry_after(header, None, now), expected, "{header}");
    }
    assert_eq!(retry_after("Sun, 06 Nov 1994 08:00:00 GMT", None, now), Some(now), "what is past is now");
    for header in ["", "-1", "1.5", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994", "a:b:c 1 2 Jan"] {
        assert_eq!(retry_after(header, None, now), None, "{header}");
    }
}
