//! The privacy notice that visitors consent to. Whoever changes what it says raises its version in `flow.rs`.

use leptos::prelude::*;

use crate::signup::BodyKind;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{said, say, text};
use crate::ui::shared::Shared;

use super::flow::Flow;
use super::receiver::contact_link;

/// The notice for the form on the screen.
pub fn privacy_notice(flow: Flow, atlas: &Shared<Atlas>) -> AnyView {
    let config = &atlas.config;
    let organiser = config.organiser.clone();
    let by = move || organiser.clone().unwrap_or_else(|| said("privacy-organiser"));
    let is_request =
        flow.read(|machine| machine.contents()).is_some_and(|body| body.kind == BodyKind::PartnerRequest);
    let who = {
        let by = by.clone();
        move || {
            if is_request {
                text!("privacy-who-request", "organiser" => by())
            } else {
                text!("privacy-who", "organiser" => by())
            }
        }
    };
    let contact = config
        .contact
        .as_ref()
        .map(|contact| view! { " " {say("privacy-contact")} " " {contact_link(contact)} }.into_any());
    let full = config.privacy_notice.clone().map(|address| {
        view! { <p><a href=address target="_blank" rel="noopener">{say("privacy-full")}</a></p> }.into_any()
    });
    view! {
        <section class="privacy" aria-labelledby="privacy-title">
            <h3 id="privacy-title">{say("privacy-title")}</h3>
            <p>{who}</p>
            <p>{say("privacy-what-for")}</p>
            {(!is_request).then(|| view! {
                <p>{say("privacy-needs")}</p>
                <p>{say("privacy-others")}</p>
            }.into_any())}
            <p>{say("privacy-here")}</p>
            <p>{say("privacy-withdraw")}</p>
            <p>{move || text!("privacy-rights", "organiser" => by())} {contact}</p>
            {full}
        </section>
    }
    .into_any()
}
