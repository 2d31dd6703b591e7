//! Delivers the envelopes of earlier visitors, whoever is at the screen now.

use leptos::prelude::*;

use crate::browser::{self, Drawer, Locked, Parcel, Store};
use crate::domain::Instant;
use crate::signup::{SEALED_TYPE, Sealed, SealedAfter, TIMEOUT_SECONDS};
use crate::ui::task::to_the_end;

/// How often is looked whether something is due, in milliseconds.
const EVERY_MS: i32 = 15_000;
/// Where it is noted when the last envelope was delivered.
pub const LAST_DELIVERY: &str = "kiosk/delivered";

/// What is in the queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Queue {
    /// Envelopes that are delivered by themselves.
    pub waiting: usize,
    /// Envelopes that their receiver has refused: staff takes them along.
    pub refused: usize,
    /// When one was delivered last.
    pub delivered: Option<Instant>,
    /// Whether it could be read at all.
    pub is_known: bool,
}

/// The queue as it was looked at last.
pub type Waits = RwSignal<Queue>;

/// Delivers for as long as the page lives.
pub fn start() -> Waits {
    let waits = RwSignal::new(Queue::default());
    browser::on_return(move || to_the_end(deliver(waits)));
    to_the_end(async move {
        loop {
            deliver(waits).await;
            browser::wait(EVERY_MS).await;
        }
    });
    waits
}

/// The envelopes, each with the text that is kept.
async fn envelopes(store: &Store) -> Vec<(Sealed, String)> {
    let kept = store.all(Drawer::Outbox).await.unwrap_or_default().texts;
    kept.into_iter().filter_map(|(_, text)| Some((Sealed::read(&text).ok()?, text))).collect()
}

/// All envelopes, for the staff to take along: a JSON list.
pub async fn export() -> String {
    let Ok(store) = Store::sealed().await else { return "[]\n".to_owned() };
    let texts: Vec<String> = envelopes(&store).await.into_iter().map(|(_, text)| text).collect();
    ["[", &texts.join(",\n"), "]\n"].concat()
}

async fn deliver(waits: Waits) {
    // A document that is about to go may still be at it.
    let Locked::Held(_lock) = browser::try_lock(&browser::scoped("sealed")).await else { return };
    let Ok(store) = Store::sealed().await else {
        return note(waits, Queue::default());
    };
    let now = browser::now();
    for (sealed, text) in envelopes(&store).await {
        if !sealed.is_due(now) || !browser::is_online() {
            continue;
        }
        let parcel = Parcel {
            method: "POST",
            url: &sealed.url,
            key: sealed.key.as_str(),
            body: Some(&sealed.envelope),
            kind: SEALED_TYPE,
            timeout: TIMEOUT_SECONDS.cast_signed() * 1_000,
        };
        let response = browser::send(parcel).await;
        let key = sealed.key.as_str();
        // What cannot be changed now is as it was the next time: the key makes the repetition harmless.
        let _ = match sealed.after(&response, browser::now(), browser::jitter()) {
            SealedAfter::Delivered => {
                browser::set_lasting(LAST_DELIVERY, &browser::now().unix().to_string());
                store.replace(Drawer::Outbox, key, &text, None).await
            }
            SealedAfter::Kept(next) => store.replace(Drawer::Outbox, key, &text, Some(&next.to_json())).await,
        };
    }
    let left = envelopes(&store).await;
    let refused = left.iter().filter(|(sealed, _)| sealed.refused.is_some()).count();
    let delivered =
        browser::lasting(LAST_DELIVERY).and_then(|text| text.parse().ok()).map(Instant::from_unix);
    note(waits, Queue { waiting: left.len() - refused, refused, delivered, is_known: true });
}

fn note(waits: Waits, queue: Queue) {
    if waits.try_get_untracked() != Some(queue) {
        let _ = waits.try_set(queue);
    }
}
