//! The privacy notice that visitors consent to. Whoever changes what it says raises its version in `controller.rs`.

use leptos::prelude::*;

use crate::signup::BodyKind;
use crate::ui::atlas::Atlas;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;

use super::controller::FormController;
use super::receiver::contact_link;

/// The notice for the form on the screen.
pub fn privacy_notice(controller: FormController, atlas: &Shared<Atlas>) -> AnyView {
    let config = &atlas.config;
    let organiser = config.organiser.clone();
    let by = move || organiser.clone().unwrap_or_else(|| tr("privacy-organiser"));
    let is_request = controller
        .read(|machine| machine.contents())
        .is_some_and(|body| body.kind == BodyKind::PartnerRequest);
    let who = {
        let by = by.clone();
        move || {
            if is_request {
                tr!("privacy-who-request", "organiser" => by())
            } else {
                tr!("privacy-who", "organiser" => by())
            }
        }
    };
    let contact = config
        .contact
        .as_ref()
        .map(|contact| view! { " " {tr_view("privacy-contact")} " " {contact_link(contact)} }.into_any());
    let full = config.privacy_notice.clone().map(|address| {
        view! { <p><a href=address target="_blank" rel="noopener">{tr_view("privacy-full")}</a></p> }
            .into_any()
    });
    view! {
        <section class="privacy" aria-labelledby="privacy-title">
            <h3 id="privacy-title">{tr_view("privacy-title")}</h3>
            <p>{who}</p>
            <p>{tr_view("privacy-what-for")}</p>
            {(!is_request).then(|| view! {
                <p>{tr_view("privacy-needs")}</p>
                <p>{tr_view("privacy-others")}</p>
            }.into_any())}
            <p>{tr_view("privacy-here")}</p>
            <p>{tr_view("privacy-withdraw")}</p>
            <p>{move || tr!("privacy-rights", "organiser" => by())} {contact}</p>
            {full}
        </section>
    }
    .into_any()
}
