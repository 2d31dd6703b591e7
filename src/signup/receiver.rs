//! Who receives what was submitted, and what becomes of an entry when the deployment names somebody else.
//!
//! A visitor agrees to a receiver: what waits is theirs and that receiver's. It goes on by itself where origin and
//! organiser stay the same, and otherwise when the visitor says so.

use crate::dataset::{Config, Delivery};
use crate::domain::Instant;

use super::entry::{Entry, EntryState, Waiting};

/// A receiver: how it is reached, and who it is, as far as the deployment says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// How it is reached.
    pub delivery: Delivery,
    /// Who runs the deployment.
    pub organiser: Option<String>,
}

/// How an entry and the receiver that the deployment names now go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// It goes where it goes: to the receiver that it was submitted to, or nowhere any more.
    Stands,
    /// Another address of the same receiver.
    GoesOn,
    /// Another receiver: its owner is to be asked.
    Asks,
}

impl Receiver {
    /// Who receives sign-ups.
    pub fn of_sign_ups(config: &Config) -> Self {
        Self { delivery: config.sign_up.clone(), organiser: config.organiser.clone() }
    }

    /// Who receives partner requests.
    pub fn of_requests(config: &Config) -> Self {
        Self { delivery: config.partner_requests.clone(), organiser: config.organiser.clone() }
    }

    /// Who receives what is proposed about organisations.
    pub fn of_profiles(config: &Config) -> Self {
        Self { delivery: config.profiles.clone(), organiser: config.organiser.clone() }
    }

    /// Where it is, for people: a host or a mail address. A file goes wherever its owner brings it.
    pub fn place(&self) -> Option<&str> {
        match &self.delivery {
            Delivery::Endpoint { url, .. } => Some(url.host()),
            Delivery::Mail { to } => Some(to.as_str()),
            Delivery::File => None,
        }
    }

    /// Scheme and host, or the host of mail.
    fn origin(&self) -> Option<String> {
        let address = match &self.delivery {
            Delivery::Endpoint { url, .. } => {
                let before = url.as_str().len() - url.as_str().split_once("://")?.1.len();
                &url.as_str()[..before + url.host().len()]
            }
            Delivery::Mail { to } => to.as_str().rsplit_once('@')?.1,
            Delivery::File => return None,
        };
        Some(address.to_lowercase())
    }

    fn is_at_the_same_address(&self, other: &Self) -> bool {
        match (&self.delivery, &other.delivery) {
            (Delivery::Endpoint { url: one, .. }, Delivery::Endpoint { url: other, .. }) => one == other,
            (one, other) => one == other,
        }
    }

    /// Whether the organiser is the same, as far as both are known. Earlier versions did not keep it.
    fn is_of_the_same(&self, other: &Self) -> bool {
        self.organiser.is_none() || other.organiser.is_none() || self.organiser == other.organiser
    }
}

/// How an entry and the receiver that the deployment names now go together. Only what is still to be sent can go
/// elsewhere; a withdrawal is told to whoever may have the entry.
pub fn agreement(entry: &Entry, named: &Receiver) -> Agreement {
    if !matches!(entry.state, EntryState::Queued(_) | EntryState::ByHand) {
        return Agreement::Stands;
    }
    let agreed = entry.receiver();
    if !agreed.is_of_the_same(named) {
        return Agreement::Asks;
    }
    if agreed.is_at_the_same_address(named) {
        return Agreement::Stands;
    }
    // Nothing leaves by itself as a file; but what may be with somebody is not brought to anybody else.
    let only_to_a_file = named.delivery == Delivery::File && !entry.was_posted();
    let same_origin = agreed.origin().is_some() && agreed.origin() == named.origin();
    if only_to_a_file || same_origin { Agreement::GoesOn } else { Agreement::Asks }
}

/// Whether an entry of a store that several deployments have shared belongs to the one that names a receiver: it was
/// submitted to that address, or to another one of the same origin and an organiser of the same name. The origin alone
/// says nothing here: a service for forms receives for many, each at an address of its own.
pub fn belongs_to(entry: &Entry, named: &Receiver) -> bool {
    let agreed = entry.receiver();
    if agreed.is_at_the_same_address(named) {
        return agreed.is_of_the_same(named);
    }
    let origin = agreed.origin();
    origin.is_some()
        && origin == named.origin()
        && agreed.organiser.is_some()
        && agreed.organiser == named.organiser
}

/// Whether an entry is held until its owner has been asked: nobody has it, and its receiver is not the one that is
/// named. What may have arrived is still asked for where it was sent.
pub fn is_held(entry: &Entry, named: &Receiver) -> bool {
    !entry.was_posted() && agreement(entry, named) == Agreement::Asks
}

/// An entry after the deployment has changed how it delivers, where that needs nobody's word. `None` where nothing is
/// to be changed.
pub fn readdress(entry: &Entry, named: &Receiver) -> Option<Entry> {
    match agreement(entry, named) {
        // The same receiver, of which the deployment expects more or less than before.
        Agreement::Stands if entry.receiver().is_at_the_same_address(named) => {
            let next = entry.delivered_to(&Receiver {
                delivery: named.delivery.clone(),
                organiser: entry.receiver().organiser.clone(),
            });
            Some(next).filter(|next| next != entry)
        }
        Agreement::GoesOn => {
            let state = match (&entry.state, &named.delivery) {
                (state @ EntryState::Queued(_), Delivery::Endpoint { .. }) => state.clone(),
                _ => EntryState::ByHand,
            };
            Some(entry.delivered_to(named).with(state))
        }
        _ => None,
    }
}

/// An entry whose owner wants it to go to the receiver that the deployment names now. `None` where that cannot be.
pub fn send_to(entry: &Entry, named: &Receiver, now: Instant) -> Option<Entry> {
    if agreement(entry, named) != Agreement::Asks {
        return None;
    }
    let state = match named.delivery {
        Delivery::Endpoint { .. } => EntryState::Queued(Waiting::until(now, now)),
        Delivery::Mail { .. } | Delivery::File => EntryState::ByHand,
    };
    Some(entry.moved_to(named).with(state))
}
