//! The check: everything once more, and consent.

use leptos::prelude::*;

use crate::browser;
use crate::signup::{Boxes, Event, Field, Label, Line, Page, Part, ProfileField, Step, looks_personal};
use crate::ui::messages::{tr, tr_view};

use super::controller::FormController;
use super::fields::{described, fault_of, field_id, remarks};
use super::frame::page_heading;
use super::privacy::privacy_notice;
use super::wording::Wording;

/// The page.
pub fn check_page(controller: FormController, wording: Wording) -> AnyView {
    let notice = privacy_notice(controller, &wording.atlas);
    let lines = controller.read(|machine| machine.contents()).map(|body| body.lines()).unwrap_or_default();
    view! {
        {contents(controller, &wording, &lines)}
        {personal_address(controller, &lines)}
        {notice}
        {consent(controller)}
        <div class="actions steps">
            <button type="button" class="button" on:click=move |_| controller.act(Event::Back)>{tr_view("step-back")}</button>
            <button type="submit" class="button primary">{tr_view("step-send")}</button>
        </div>
    }
    .into_any()
}

/// That the address that would be published looks like one person's: where it was typed, it may have been passed over.
fn personal_address(controller: FormController, lines: &[Line]) -> Option<AnyView> {
    let email = Field::Profile(ProfileField::Email);
    let is_there = lines.iter().any(|line| line.label == Label::Field(email));
    let is_personal = is_there && controller.read(|machine| looks_personal(&machine.text(email)));
    is_personal.then(|| view! { <p class="warning">{tr_view("profile-email-personal")}</p> }.into_any())
}

/// What will be sent, step by step and person by person, with a way back to each step.
fn contents(controller: FormController, wording: &Wording, lines: &[Line]) -> AnyView {
    let steps = controller.read(|machine| machine.steps());
    let step_of = |line: &Line| match line.label {
        Label::Field(field) => controller.read(|machine| machine.step_of(field)),
        _ => steps[0],
    };
    let sections = steps.iter().enumerate().map(|(at, step)| {
        let lines: Vec<Line> = lines.iter().filter(|line| step_of(line) == *step).cloned().collect();
        let page = Page::Fill(*step);
        let has_choice = at > 0 || controller.read(|machine| machine.has_choice());
        let change = has_choice.then(|| {
            view! {
                <button
                    type="button"
                    class="linklike"
                    aria-label=move || tr!("step-change", "step" => page_heading(controller, page))
                    on:click=move |_| controller.act(Event::GoTo(page))
                >{tr_view("change")}</button>
            }
            .into_any()
        });
        let nothing =
            lines.is_empty().then(|| view! { <p class="quiet">{tr_view("check-nothing")}</p> }.into_any());
        let groups = lines.chunk_by(|one, next| person_of(one) == person_of(next));
        let groups = groups.map(|lines| group(controller, lines, wording)).collect_view();
        view! {
            <section class="checked">
                <div class="checked-head"><h3>{move || page_heading(controller, page)}</h3> {change}</div>
                {groups}
                {nothing}
            </section>
        }
        .into_any()
    });
    sections.collect_view().into_any()
}

fn person_of(line: &Line) -> Option<usize> {
    match line.label {
        Label::Field(Field::Person(at, _)) => Some(at),
        _ => None,
    }
}

/// What belongs together: one person, where there are several, or the rest of a step.
fn group(controller: FormController, lines: &[Line], wording: &Wording) -> AnyView {
    let whose = lines.first().and_then(|line| match line.label {
        Label::Field(Field::Person(at, _)) => Some(Some(at)),
        Label::Field(field) if controller.read(|machine| machine.step_of(field)) != Step::Choose => {
            Some(None)
        }
        _ => None,
    });
    let name = whose.filter(|_| controller.read(|machine| machine.people()) > 1).map(|person| {
        let name = person.map(|at| {
            let parts = [Part::GivenName, Part::FamilyName];
            controller.read(|machine| parts.map(|part| machine.text(Field::Person(at, part))).join(" "))
        });
        view! { <h4 class="as-typed">{move || name.clone().unwrap_or_else(|| tr("check-for-all"))}</h4> }
            .into_any()
    });
    let rows = lines
        .iter()
        .cloned()
        .map(|line| {
            let wording = wording.clone();
            let label = line.label;
            view! {
                <div>
                    <dt>{move || Wording::label(label)}</dt>
                    // What turns a line around turns no more than itself.
                    <dd class="as-typed"><bdi>{move || wording.value(&line)}</bdi></dd>
                </div>
            }
            .into_any()
        })
        .collect_view();
    view! { {name} <dl class="facts">{rows}</dl> }.into_any()
}

/// The two boxes, empty at the start.
fn consent(controller: FormController) -> AnyView {
    let id = field_id(Field::Privacy);
    let fault = fault_of(controller, Field::Privacy);
    let tick = move |change: fn(&mut Boxes, bool)| {
        move |event| {
            let mut boxes = untrack(|| controller.boxes());
            change(&mut boxes, event_target_checked(&event));
            controller.act(Event::Ticked(boxes));
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
                    prop:checked=move || controller.boxes().privacy
                    on:change=privacy
                />
                <span>{tr_view("consent-privacy")}</span>
            </label>
        </div>
        <div class="field">
            <label class="check">
                <input type="checkbox" prop:checked=move || controller.boxes().newsletter on:change=newsletter/>
                <span>{tr_view("consent-newsletter")} " " <span class="optional">{tr_view("field-optional")}</span></span>
            </label>
        </div>
        {(!browser::is_online()).then(|| view! { <p class="hint">{tr_view("check-offline")}</p> }.into_any())}
    }
    .into_any()
}
