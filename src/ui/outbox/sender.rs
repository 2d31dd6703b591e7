//! The sender: brings what was submitted to its receiver, one entry at a time and one tab at a time.

use std::cell::Cell;

use leptos::prelude::*;

use crate::browser::{self, Locked, Parcel, Store};
use crate::domain::Instant;
use crate::signup::{
    Entry, EntryState, NextDue, TIMEOUT_SECONDS, after_response, begin_sending, by_this_clock, next_due,
    pressed, recover, sooner,
};
use crate::ui::task::to_the_end;

use super::{Kept, NAME, Outbox, TRIES};

thread_local! {
    static RUNNING: Cell<bool> = const { Cell::new(false) };
    static AGAIN: Cell<bool> = const { Cell::new(false) };
    /// The timer that counts; earlier ones find that they are not it.
    static TIMER: Cell<u32> = const { Cell::new(0) };
}

impl Outbox {
    /// Makes everything due that its receiver did not ask to wait for, and sends: its owner wants it so.
    pub fn send_now(&self) {
        self.send_due(pressed);
    }

    /// Makes everything due that got no answer the last time, and sends.
    pub(super) fn resume(&self) {
        self.send_due(sooner);
    }

    fn send_due(&self, due: fn(&Entry, Instant) -> Option<Entry>) {
        let outbox = self.clone();
        to_the_end(async move {
            outbox.change_all(by_this_clock).await;
            outbox.change_all(due).await;
            outbox.look().await;
            outbox.wake();
        });
    }

    /// Looks what there is to send, now or when the pass that is under way is over.
    pub(super) fn wake(&self) {
        if RUNNING.replace(true) {
            AGAIN.set(true);
            return;
        }
        let outbox = self.clone();
        to_the_end(async move {
            loop {
                AGAIN.set(false);
                let next = outbox.pass().await;
                if let Some(milliseconds) = next {
                    outbox.wake_after(milliseconds);
                }
                if !AGAIN.get() {
                    break;
                }
            }
            RUNNING.set(false);
        });
    }

    fn wake_after(&self, milliseconds: i32) {
        let timer = TIMER.get().wrapping_add(1);
        TIMER.set(timer);
        let outbox = self.clone();
        to_the_end(async move {
            browser::wait(milliseconds).await;
            if TIMER.get() == timer {
                outbox.look().await;
                outbox.wake();
            }
        });
    }

    /// Sends what is due, one entry at a time; after how many milliseconds there is something to do again.
    async fn pass(&self) -> Option<i32> {
        if browser::is_kiosk() {
            // An envelope is sent in its place.
            return None;
        }
        self.catch_up().await;
        let mut in_vain = 0;
        loop {
            // Without anything to send nobody is kept waiting.
            let waits = |kept: &Kept| {
                use EntryState::{Queued, Sending, WithdrawQueued, WithdrawSending};
                let state = kept.entry.state();
                !self.is_on_hold(&kept.entry)
                    && matches!(
                        state,
                        Queued(_) | Sending { .. } | WithdrawQueued(_) | WithdrawSending { .. }
                    )
            };
            if !self.entries.with_untracked(|entries| entries.iter().any(waits)) {
                return None;
            }
            let lock = browser::lock(&browser::scoped(NAME)).await;
            self.look().await;
            let alone = matches!(lock, Locked::Held(_));
            self.change_all(
                |entry, now| if alone || is_stale(entry, now) { recover(entry, now) } else { None },
            )
            .await;
            self.change_all(by_this_clock).await;
            self.look().await;
            let now = browser::now();
            let known = self.entries.get_untracked();
            let entries = known.iter().map(|kept| kept.entry.clone());
            let entries: Vec<Entry> = entries.filter(|entry| !self.is_on_hold(entry)).collect();
            let due = match next_due(&entries, now) {
                NextDue::Send(entry) => entry,
                NextDue::Wait(at) => {
                    let seconds = at.unix().saturating_sub(now.unix()).clamp(1, 86_400);
                    return Some(seconds as i32 * 1000);
                }
                NextDue::Nothing => return None,
            };
            let kept = known.iter().find(|kept| kept.entry.key() == due.key())?;
            let sent = self.send(kept).await;
            drop(lock);
            in_vain = if sent { 0 } else { in_vain + 1 };
            if in_vain >= TRIES {
                // Somebody changes it all the time: nobody is kept busy with that.
                return Some(60_000);
            }
        }
    }

    /// Sends an entry; `false` where it was not as it was thought to be.
    async fn send(&self, kept: &Kept) -> bool {
        let Some((sending, request)) = begin_sending(&kept.entry, browser::now()) else { return false };
        match self.swap(kept, Some(&sending)).await {
            Ok(true) => {}
            // Its owner was quicker: the next look shows what is to be done now.
            Ok(false) => return false,
            // A disk that is full does not stop it from being sent: it is the same sign-up, however often.
            Err(_) => self.ahead(kept, &sending),
        }
        let text = sending.to_json();
        if self.entry_now(sending.key()).is_none_or(|known| known.text.as_ref() != Some(&text)) {
            // That it was posted is known before it is, even where nothing more can be kept.
            Store::note_posted(sending.key().as_str());
        }
        self.news().await;
        let parcel = Parcel {
            method: request.method.as_str(),
            url: &request.url,
            key: &request.idempotency_key,
            body: request.body.as_deref(),
            kind: "application/json",
            timeout: TIMEOUT_SECONDS.cast_signed() * 1000,
        };
        let response = browser::send(parcel).await;
        // Its owner may have withdrawn it while the request was on its way.
        for _ in 0..TRIES {
            self.look().await;
            let Some(now) = self.entry_now(sending.key()) else { break };
            let next = after_response(&now.entry, &response, browser::now(), browser::jitter());
            if next == now.entry {
                break;
            }
            match self.swap(&now, Some(&next)).await {
                Ok(true) => break,
                Ok(false) => {}
                Err(_) => {
                    self.ahead(&now, &next);
                    break;
                }
            }
        }
        self.settle().await;
        self.news().await;
        true
    }
}

/// Whether an attempt cannot be under way any more, wherever it was made.
fn is_stale(entry: &Entry, now: Instant) -> bool {
    match entry.state() {
        EntryState::Sending { since, .. } | EntryState::WithdrawSending { since, .. } => {
            // A clock that has been set back since says nothing about an attempt, but that it was made before.
            !(0..=2 * i64::from(TIMEOUT_SECONDS)).contains(&now.unix().saturating_sub(since.unix()))
        }
        _ => false,
    }
}
