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
    let kind = controller.read(|machine| machine.contents()).map_or(BodyKind::SignUp, |body| body.kind);
    let is_sign_up = matches!(kind, BodyKind::SignUp | BodyKind::Interest);
    let who = {
        let by = by.clone();
        move || match kind {
            BodyKind::SignUp | BodyKind::Interest => tr!("privacy-who", "organiser" => by()),
            BodyKind::PartnerRequest => tr!("privacy-who-request", "organiser" => by()),
            BodyKind::NewProfile | BodyKind::Correction => {
                tr!("privacy-who-profile", "organiser" => by())
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
            {is_sign_up.then(|| view! {
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
