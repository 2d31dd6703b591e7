//! What the state of an entry means to whoever submitted it.

use crate::dataset::Delivery;

use super::body::BodyKind;
use super::entry::{Entry, EntryState, Status};

/// What is said first of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// It is on its way, or its owner has something left to do.
    AlmostDone,
    /// A sign-up that has reached its receiver, or was sent to it.
    SignedUp,
    /// Likewise an expression of interest.
    InterestNoted,
    /// Likewise a partner request.
    RequestSubmitted,
    /// Likewise a proposal about an organisation.
    ProposalSubmitted,
    /// An expression of interest that is more than noted: the receiver has confirmed it.
    Confirmed,
    /// There is no place yet.
    WaitingList,
    /// The receiver does not accept it as it is.
    NotAccepted,
    /// It is being taken back.
    Withdrawing,
    /// It was taken back.
    Withdrawn,
}

/// How certain it is that the visitor takes part: what a calendar calls an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attendance {
    /// The organiser has confirmed it.
    Confirmed,
    /// Nobody has, as far as the app knows.
    Tentative,
}

/// What a state means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntrySummary {
    /// What is said first.
    pub heading: Heading,
    /// Whether its sessions belong in a calendar, and as what.
    pub calendar: Option<Attendance>,
}

impl EntrySummary {
    /// What a state means for an entry of a kind. Only a sign-up is for sessions that can be attended.
    pub fn of(state: &EntryState, kind: BodyKind) -> Self {
        let noted = match kind {
            BodyKind::SignUp => Heading::SignedUp,
            BodyKind::Interest => Heading::InterestNoted,
            BodyKind::PartnerRequest => Heading::RequestSubmitted,
            BodyKind::NewProfile | BodyKind::Correction => Heading::ProposalSubmitted,
        };
        let (heading, calendar) = match state {
            EntryState::Queued(_) | EntryState::Sending { .. } | EntryState::ByHand => {
                (Heading::AlmostDone, Some(Attendance::Tentative))
            }
            EntryState::HandedOver { .. } => (noted, Some(Attendance::Tentative)),
            EntryState::Acknowledged(receipt) => match (receipt.status, kind) {
                (Status::Confirmed, BodyKind::SignUp) => (noted, Some(Attendance::Confirmed)),
                (Status::Confirmed, BodyKind::Interest) => (Heading::Confirmed, None),
                (
                    Status::Confirmed,
                    BodyKind::PartnerRequest | BodyKind::NewProfile | BodyKind::Correction,
                ) => (noted, None),
                (Status::WaitingList, _) => (Heading::WaitingList, Some(Attendance::Tentative)),
                (Status::Received, _) => (noted, Some(Attendance::Tentative)),
            },
            EntryState::Rejected { .. } => (Heading::NotAccepted, None),
            EntryState::WithdrawQueued(_) | EntryState::WithdrawSending { .. } => {
                (Heading::Withdrawing, None)
            }
            EntryState::Withdrawn { .. } => (Heading::Withdrawn, None),
        };
        Self { heading, calendar: calendar.filter(|_| kind == BodyKind::SignUp) }
    }
}

/// Who tells the receiver that an entry is withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WithdrawalNotice {
    /// Nobody has to: it does not have it.
    Nobody,
    /// The app.
    App,
    /// Whoever submitted it, by another mail: the app cannot know whether the first one was sent.
    ByMail,
    /// Whoever submitted it, in their own way, if they have handed over the file.
    ByHand,
}

impl WithdrawalNotice {
    /// Who tells the receiver of this entry.
    pub fn of(entry: &Entry) -> Self {
        if entry.only_earlier().is_some() {
            return Self::App;
        }
        match (entry.delivery(), entry.state()) {
            (Delivery::Mail { .. }, _) => Self::ByMail,
            (Delivery::File, _) => Self::ByHand,
            (_, EntryState::Queued(_)) if !entry.was_posted() => Self::Nobody,
            (
                _,
                EntryState::Rejected { .. } | EntryState::ByHand | EntryState::Withdrawn { told: false, .. },
            ) => Self::Nobody,
            _ => Self::App,
        }
    }
}
