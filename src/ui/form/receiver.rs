//! Who receives what is submitted, by name and before anything is typed; and the question that comes up when the
//! deployment names somebody else.

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::{Config, Contact, Delivery};
use crate::signup::{Agreement, Entry, Receiver, agreement, mail_to, send_to};
use crate::ui::messages::{tr, tr_view};
use crate::ui::outbox::Outbox;
use crate::ui::task::to_the_end;

/// A receiver, by name and place as far as they are known.
pub fn receiver_name(receiver: &Receiver) -> String {
    match (&receiver.organiser, receiver.place()) {
        (Some(name), Some(place)) => tr!("receiver-name", "organiser" => name.as_str(), "place" => place),
        (Some(name), None) => name.clone(),
        (None, Some(place)) => place.to_owned(),
        (None, None) => tr("receiver-by-file"),
    }
}

/// Whom to ask, as a link.
pub fn contact_link(contact: &Contact) -> AnyView {
    let (href, words) = match contact {
        Contact::Mail(mail) => (mail_to(mail.as_str()), mail.as_str().to_owned()),
        Contact::Page(page) => (page.as_str().to_owned(), page.as_str().to_owned()),
    };
    view! { <a class="as-typed" href=href target="_blank" rel="noopener">{words}</a> }.into_any()
}

/// To whom a file is handed: the organiser, or whoever is to be asked.
pub fn handed_to(organiser: Option<&str>, config: &Config) -> Option<String> {
    organiser.map(str::to_owned).or_else(|| {
        config.contact.as_ref().map(|contact| match contact {
            Contact::Mail(mail) => mail.as_str().to_owned(),
            Contact::Page(page) => page.host().to_owned(),
        })
    })
}

/// Says before the first step who receives what is filled in, and how.
pub fn recipient_note(receiver: &Receiver, config: &Config) -> AnyView {
    let receiver = receiver.clone();
    let handed = handed_to(receiver.organiser.as_deref(), config);
    let words = move || match receiver.delivery {
        Delivery::Endpoint { .. } => tr!("recipient-endpoint", "receiver" => receiver_name(&receiver)),
        Delivery::Mail { .. } => tr!("recipient-mail", "receiver" => receiver_name(&receiver)),
        Delivery::File => {
            let name = handed.clone().unwrap_or_else(|| tr("receiver-by-file"));
            tr!("recipient-file", "receiver" => name)
        }
    };
    let contact = config
        .contact
        .as_ref()
        .map(|contact| view! { " " {tr_view("recipient-contact")} " " {contact_link(contact)} }.into_any());
    view! { <p class="note recipient">{words} {contact}</p> }.into_any()
}

/// Asks whether an entry is to go to the receiver that the deployment names now, with both names.
pub fn receiver_question(entry: &Arc<Entry>, outbox: &Outbox, failed: RwSignal<bool>) -> Option<AnyView> {
    let named = outbox.receiver_of(entry)?;
    if agreement(entry, &named) != Agreement::Asks {
        return None;
    }
    let (agreed, posted) = (entry.receiver().clone(), entry.was_posted());
    let (outbox, key, chosen) = (outbox.clone(), entry.key().clone(), named.clone());
    let go = move |_| {
        let (outbox, key, chosen) = (outbox.clone(), key.clone(), chosen.clone());
        to_the_end(async move {
            let changed = outbox.change(&key, |entry, now| send_to(entry, &chosen, now)).await;
            let _ = failed.try_set(changed.is_err());
        });
    };
    let other = named.clone();
    let words = move || {
        let (old, new) = (receiver_name(&agreed), receiver_name(&other));
        if posted {
            tr!("receiver-changed-posted", "old" => old, "new" => new)
        } else {
            tr!("receiver-changed", "old" => old, "new" => new)
        }
    };
    Some(
        view! {
            <div class="warning" role="note">
                <p>{words}</p>
                <p>
                    <button type="button" class="button" on:click=go>
                        {move || tr!("receiver-choose", "new" => receiver_name(&named))}
                    </button>
                </p>
            </div>
        }
        .into_any(),
    )
}
