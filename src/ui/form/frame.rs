//! The frame around the steps of a form: where one stands, the draft, the storage, back and on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::StoreError;
use crate::signup::{DraftOutline, EntryState, Event, Page, Step};
use crate::ui::messages::{date, said, say, text};
use crate::ui::outbox::{Keeping, Kept, Outbox};

use super::check::check_page;
use super::done::done_page;
use super::fields::error_summary;
use super::flow::{Flow, Opening};
use super::words::Wording;

/// The title of a page of the form.
pub fn page_heading(page: Page) -> String {
    said(match page {
        Page::Fill(Step::Choose) => "step-choose",
        Page::Fill(Step::You) => "step-you",
        Page::Fill(Step::Needs) => "step-needs",
        Page::Fill(Step::What) => "step-what",
        Page::Fill(Step::Partners) => "step-partners",
        Page::Fill(Step::Who) => "step-who",
        Page::Check => "step-check",
        Page::Done => "step-done",
    })
}

/// The heading of a step, which takes the focus when the step is shown, and where in the form it is.
#[component]
pub fn StepHead(flow: Flow) -> impl IntoView {
    let place = move || {
        flow.page.with(|page| {
            flow.read(|machine| {
                let steps = machine.steps();
                let at = match page {
                    Page::Fill(step) => steps.iter().position(|known| known == step).unwrap_or(0),
                    Page::Check | Page::Done => steps.len(),
                };
                text!("step-of", "number" => at as f64 + 1.0, "count" => steps.len() as f64 + 1.0)
            })
        })
    };
    view! {
        <p class="kicker step">{place}</p>
        <h2 id="steptitle" tabindex="-1">{move || page_heading(flow.page.get())}</h2>
    }
}

/// Back and on.
pub fn step_buttons(flow: Flow) -> AnyView {
    let first = move || flow.read(|machine| Page::Fill(machine.steps()[0])) == flow.page.get();
    view! {
        <div class="actions steps">
            {move || (!first()).then(|| view! {
                <button type="button" class="button" on:click=move |_| flow.act(Event::Back)>{say("step-back")}</button>
            }.into_any())}
            <button type="submit" class="button primary">{say("step-next")}</button>
        </div>
    }
    .into_any()
}

/// Says before anything is typed that nothing can be kept here.
pub fn keeping_notice(outbox: Outbox) -> AnyView {
    (move || match outbox.keeping() {
        Keeping::Fails(error) => {
            let why = match error {
                StoreError::Full => "keeping-full",
                StoreError::Denied | StoreError::Broken => "keeping-denied",
            };
            view! {
                <div class="warning" role="note">
                    <p>{say(why)}</p>
                    <p>{say("keeping-what-to-do")}</p>
                </div>
            }
            .into_any()
        }
        _ => ().into_any(),
    })
    .into_any()
}

/// The form from its first look to the end. `step` draws a step that is filled in; `earlier` picks the entries that
/// were made about the same matter.
pub fn flow_page(
    flow: Flow,
    wording: Wording,
    step: impl Fn(Step) -> AnyView + Send + Sync + 'static,
    earlier: impl Fn(&Kept) -> bool + Send + Sync + 'static,
) -> AnyView {
    let earlier = StoredValue::new(earlier);
    let step = StoredValue::new(step);
    let wording = StoredValue::new(wording);
    (move || match flow.opening.get() {
        Opening::Looking => view! { <p role="status">{say("form-looking")}</p> }.into_any(),
        Opening::Offered { text } => offer(flow, text),
        Opening::Done(key) => done_page(flow, &key, wording.get_value()),
        Opening::Open => {
            let known = flow.outbox();
            let earlier = move || {
                let entries = known.entries();
                entries
                    .into_iter()
                    .filter(|kept| earlier.with_value(|earlier| earlier(kept)))
                    .collect::<Vec<_>>()
            };
            let next = move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                if flow.page.get_untracked() == Page::Check {
                    flow.submit();
                } else {
                    flow.act(Event::Next);
                }
            };
            view! {
                {keeping_notice(flow.outbox())}
                {move || earlier_notice(flow, &earlier())}
                <form class="form" novalidate=true on:submit=next>
                    <StepHead flow/>
                    {error_summary(flow)}
                    {move || {
                        flow.shape.track();
                        match flow.page.get() {
                            Page::Fill(at) => view! {
                                // What is typed must not draw the fields anew.
                                {untrack(|| step.with_value(|step| step(at)))}
                                {step_buttons(flow)}
                            }.into_any(),
                            Page::Check => untrack(|| check_page(flow, wording.get_value())),
                            Page::Done => ().into_any(),
                        }
                    }}
                    {forget_button(flow)}
                </form>
            }
            .into_any()
        }
    })
    .into_any()
}

/// "Continue where you left off?"
fn offer(flow: Flow, kept: String) -> AnyView {
    let saved = DraftOutline::read(&kept).ok().map(|outline| outline.saved().in_brussels().day);
    let resume = move |_| {
        let text = kept.clone();
        spawn_local(async move {
            flow.resume(text).await;
            crate::browser::focus_soon("steptitle");
        });
    };
    let anew = move |_| spawn_local(async move { flow.start_anew().await });
    view! {
        <section class="offer" aria-labelledby="offer-title">
            <h2 id="offer-title">{say("draft-offer-title")}</h2>
            <p>{move || saved.map_or_else(|| said("draft-offer-text"), |day| text!("draft-offer-dated", "date" => date(day)))}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=resume>{say("draft-continue")}</button>
                <button type="button" class="button" on:click=anew>{say("draft-anew")}</button>
            </div>
        </section>
    }
    .into_any()
}

/// What was submitted about the same matter before; what was refused can be corrected here.
fn earlier_notice(flow: Flow, earlier: &[Kept]) -> AnyView {
    if earlier.is_empty() {
        return ().into_any();
    }
    let refused = earlier.iter().find(|kept| matches!(kept.entry.state(), EntryState::Rejected { .. }));
    let Some(refused) = refused else {
        let count = earlier.len() as f64;
        return view! {
            <p class="note" role="note">
                {move || text!("earlier-sent", "count" => count)} " " <a href="#/sign-ups">{say("earlier-see")}</a>
            </p>
        }
        .into_any();
    };
    let key = refused.entry.key().clone();
    let correct = move |_| {
        let key = key.clone();
        spawn_local(async move { flow.correct(&key).await });
    };
    view! {
        <div class="warning" role="note">
            <p>{say("earlier-refused")}</p>
            <p><button type="button" class="button" on:click=correct>{say("entry-correct")}</button></p>
        </div>
    }
    .into_any()
}

fn forget_button(flow: Flow) -> AnyView {
    let anew = move |_| spawn_local(async move { flow.start_anew().await });
    let outbox = flow.outbox();
    view! {
        <p class="quiet form-note">
            {move || (outbox.keeping() == Keeping::Works).then(|| view! { {say("draft-kept")} " " }.into_any())}
            <button type="button" class="linklike" on:click=anew>{say("draft-throw-away")}</button>
        </p>
    }
    .into_any()
}
