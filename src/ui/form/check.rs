//! The check: everything once more, and consent.

use leptos::prelude::*;

use crate::browser;
use crate::signup::{Boxes, Event, Field, Page};
use crate::ui::messages::{said, say, text};

use super::fields::{described, fault_of, field_id, remarks};
use super::flow::Flow;
use super::frame::page_heading;
use super::words::Wording;

/// The page.
pub fn check_page(flow: Flow, wording: Wording) -> AnyView {
    let atlas = wording.atlas.clone();
    let organiser = atlas.config.organiser.clone();
    let notice = atlas.config.privacy_notice.clone();
    let by = move || organiser.clone().unwrap_or_else(|| said("privacy-organiser"));
    let full = notice.map(|address| {
        view! { <p><a href=address target="_blank" rel="noopener">{say("privacy-full")}</a></p> }.into_any()
    });
    view! {
        {contents(flow, wording)}
        {change_links(flow)}
        <section class="privacy" aria-labelledby="privacy-title">
            <h3 id="privacy-title">{say("privacy-title")}</h3>
            <p>{move || text!("privacy-who", "organiser" => by())}</p>
            <p>{say("privacy-what-for")}</p>
            <p>{say("privacy-here")}</p>
            <p>{say("privacy-rights")}</p>
            {full}
        </section>
        {consent(flow)}
        <div class="actions steps">
            <button type="button" class="button" on:click=move |_| flow.act(Event::Back)>{say("step-back")}</button>
            <button type="submit" class="button primary">{say("step-send")}</button>
        </div>
    }
    .into_any()
}

/// What will be sent, field by field.
fn contents(flow: Flow, wording: Wording) -> AnyView {
    let lines = flow.read(|machine| machine.contents()).map(|body| body.lines()).unwrap_or_default();
    let rows = lines
        .into_iter()
        .map(|line| {
            let wording = wording.clone();
            let label = line.label;
            view! {
                <div>
                    <dt>{move || Wording::label(label)}</dt>
                    <dd class="as-typed">{move || wording.value(&line)}</dd>
                </div>
            }
            .into_any()
        })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// A way back to each step.
fn change_links(flow: Flow) -> AnyView {
    let steps = flow.read(|machine| machine.steps());
    let buttons = steps
        .iter()
        .map(|step| {
            let page = Page::Fill(*step);
            view! {
                <button type="button" class="linklike" on:click=move |_| flow.act(Event::GoTo(page))>
                    {move || text!("step-change", "step" => page_heading(page))}
                </button>
            }
            .into_any()
        })
        .collect_view();
    view! { <p class="changes">{buttons}</p> }.into_any()
}

/// The two boxes, empty at the start.
fn consent(flow: Flow) -> AnyView {
    let id = field_id(Field::Privacy);
    let fault = fault_of(flow, Field::Privacy);
    let tick = move |change: fn(&mut Boxes, bool)| {
        move |event| {
            let mut boxes = untrack(|| flow.boxes());
            change(&mut boxes, event_target_checked(&event));
            flow.act(Event::Ticked(boxes));
        }
    };
    let privacy = tick(|boxes, on| boxes.privacy = on);
    let newsletter = tick(|boxes, on| boxes.newsletter = on);
    view! {
        <div class="field" class:faulty=move || fault.with(Option::is_some)>
            {remarks(&id, None, fault)}
            <label class="check">
                <input
                    type="checkbox"
                    id=id.clone()
                    aria-required="true"
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
                    aria-describedby=described(&id, false, fault)
                    prop:checked=move || flow.boxes().privacy
                    on:change=privacy
                />
                <span>{say("consent-privacy")}</span>
            </label>
        </div>
        <div class="field">
            <label class="check">
                <input type="checkbox" prop:checked=move || flow.boxes().newsletter on:change=newsletter/>
                <span>{say("consent-newsletter")} " " <span class="optional">{say("field-optional")}</span></span>
            </label>
        </div>
        {(!browser::is_online()).then(|| view! { <p class="hint">{say("check-offline")}</p> }.into_any())}
    }
    .into_any()
}
