//! Who receives what is submitted, by name; and the question that comes up when the deployment names somebody else.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::signup::{Agreement, Entry, Receiver, agreement, send_to};
use crate::ui::messages::{said, text};
use crate::ui::outbox::Outbox;

/// A receiver, by name and place as far as they are known.
pub fn receiver_name(receiver: &Receiver) -> String {
    match (&receiver.organiser, receiver.place()) {
        (Some(name), Some(place)) => text!("receiver-name", "organiser" => name.as_str(), "place" => place),
        (Some(name), None) => name.clone(),
        (None, Some(place)) => place.to_owned(),
        (None, None) => said("receiver-by-file"),
    }
}

/// Asks whether an entry is to go to the receiver that the deployment names now, with both names.
pub fn receiver_question(entry: &Arc<Entry>, outbox: &Outbox, failed: RwSignal<bool>) -> Option<AnyView> {
    let named = outbox.receiver_of(entry).clone();
    if agreement(entry, &named) != Agreement::Asks {
        return None;
    }
    let (agreed, posted) = (entry.receiver().clone(), entry.was_posted());
    let (outbox, key, chosen) = (outbox.clone(), entry.key().clone(), named.clone());
    let go = move |_| {
        let (outbox, key, chosen) = (outbox.clone(), key.clone(), chosen.clone());
        spawn_local(async move {
            let changed = outbox.change(&key, |entry, now| send_to(entry, &chosen, now)).await;
            let _ = failed.try_set(changed.is_err());
        });
    };
    let other = named.clone();
    let words = move || {
        let (old, new) = (receiver_name(&agreed), receiver_name(&other));
        if posted {
            text!("receiver-changed-posted", "old" => old, "new" => new)
        } else {
            text!("receiver-changed", "old" => old, "new" => new)
        }
    };
    Some(
        view! {
            <div class="warning" role="note">
                <p>{words}</p>
                <p>
                    <button type="button" class="button" on:click=go>
                        {move || text!("receiver-choose", "new" => receiver_name(&named))}
                    </button>
                </p>
            </div>
        }
        .into_any(),
    )
}
