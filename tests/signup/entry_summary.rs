//! What is said of a state never contradicts it.

use cluster_atlas::dataset::Delivery;
use cluster_atlas::signup::{
    Attendance, BodyKind, Entry, EntryState, EntrySummary, Heading, Problem, Receipt, Response, SignUpKind,
    Status, Waiting, WithdrawalNotice, after_response, begin_sending, hand_over, withdraw,
};

use crate::fixtures::{endpoint, entry, given_back, mailed, now, offer, sign_up};

const KINDS: [BodyKind; 3] = [BodyKind::SignUp, BodyKind::Interest, BodyKind::PartnerRequest];

fn receipt(status: Status) -> EntryState {
    EntryState::Acknowledged(Receipt { reference: None, said: None, status, already: false, at: now() })
}

fn waiting() -> Waiting {
    Waiting { attempts: 1, not_before: now(), since: None, asked_to_wait: false, trouble: None }
}

#[test]
fn the_heading_says_what_the_state_is() {
    let noted = [Heading::SignedUp, Heading::InterestNoted, Heading::RequestSubmitted];
    let confirmed = [Heading::SignedUp, Heading::Confirmed, Heading::RequestSubmitted];
    for (state, headings) in [
        (EntryState::Queued(waiting()), [Heading::AlmostDone; 3]),
        (EntryState::Sending { attempts: 1, since: now() }, [Heading::AlmostDone; 3]),
        (EntryState::ByHand, [Heading::AlmostDone; 3]),
        (EntryState::HandedOver { at: now() }, noted),
        (receipt(Status::Received), noted),
        (receipt(Status::Confirmed), confirmed),
        (receipt(Status::WaitingList), [Heading::WaitingList; 3]),
        (EntryState::Rejected { problem: Problem::default(), at: now() }, [Heading::NotAccepted; 3]),
        (EntryState::WithdrawQueued(waiting()), [Heading::Withdrawing; 3]),
        (EntryState::WithdrawSending { attempts: 1, since: now() }, [Heading::Withdrawing; 3]),
        (EntryState::Withdrawn { at: now(), told: true }, [Heading::Withdrawn; 3]),
    ] {
        assert_eq!(KINDS.map(|kind| EntrySummary::of(&state, kind).heading), headings, "{state:?}");
    }
}

#[test]
fn only_what_can_be_attended_belongs_in_a_calendar_and_only_what_is_confirmed_is_certain() {
    let (sure, open) = (Some(Attendance::Confirmed), Some(Attendance::Tentative));
    for (state, calendar) in [
        (receipt(Status::Confirmed), sure),
        (receipt(Status::WaitingList), open),
        (receipt(Status::Received), open),
        (EntryState::Queued(waiting()), open),
        (EntryState::ByHand, open),
        (EntryState::HandedOver { at: now() }, open),
        (EntryState::Rejected { problem: Problem::default(), at: now() }, None),
        (EntryState::WithdrawQueued(waiting()), None),
        (EntryState::Withdrawn { at: now(), told: false }, None),
    ] {
        assert_eq!(
            KINDS.map(|kind| EntrySummary::of(&state, kind).calendar),
            [calendar, None, None],
            "{state:?}"
        );
    }
}

fn made(delivery: &Delivery) -> Entry {
    entry(1, sign_up(), &offer(SignUpKind::Registration), delivery)
}

#[test]
fn the_app_says_that_it_tells_the_organiser_only_where_it_does() {
    let take_back = |entry: &Entry| withdraw(entry, now()).expect("not withdrawn yet");
    for (delivery, notice) in
        [(mailed(), WithdrawalNotice::ByMail), (Delivery::File, WithdrawalNotice::ByHand)]
    {
        let entry = made(&delivery);
        let handed_over = hand_over(&entry, now()).expect("by hand");
        for entry in [&entry, &handed_over, &take_back(&entry), &take_back(&handed_over)] {
            assert_eq!(WithdrawalNotice::of(entry), notice, "{:?}", entry.state());
        }
    }
    let unsent = made(&endpoint());
    assert_eq!(WithdrawalNotice::of(&unsent), WithdrawalNotice::Nobody);
    assert_eq!(WithdrawalNotice::of(&take_back(&unsent)), WithdrawalNotice::Nobody);
    let sending = begin_sending(&unsent, now()).expect("due").0;
    let answers = [Response::NoNetwork, Response::Answered(given_back(&unsent, 200, ""))];
    for entry in
        answers.iter().map(|response| after_response(&sending, response, now(), 0.5)).chain([sending.clone()])
    {
        assert_eq!(WithdrawalNotice::of(&entry), WithdrawalNotice::App, "{:?}", entry.state());
        assert_eq!(WithdrawalNotice::of(&take_back(&entry)), WithdrawalNotice::App);
    }
}
