//! The frame around the steps of a form: where one stands, the draft, the storage, back and on.

use leptos::either::Either;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, StoreError};
use crate::signup::{EntryKey, EntryState, Event, Page, Step};
use crate::ui::components::Dialog;
use crate::ui::messages::{date, language, said, say, text};
use crate::ui::outbox::{Keeping, Kept, Outbox};

use super::check::check_page;
use super::done::done_page;
use super::fields::error_summary;
use super::flow::{Flow, Found, Opening};
use super::words::Wording;

/// The title of a page of the form.
pub fn page_heading(flow: Flow, page: Page) -> String {
    flow.changes.track();
    said(match page {
        Page::Fill(Step::Choose) if !flow.read(|machine| machine.has_choice()) => "step-training",
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
        <h2 id="steptitle" tabindex="-1">{move || page_heading(flow, flow.page.get())}</h2>
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
/// were made about the same matter; `notice` stands above every step.
pub fn flow_page(
    flow: Flow,
    wording: Wording,
    notice: impl Fn() -> AnyView + Send + Sync + 'static,
    step: impl Fn(Step) -> AnyView + Send + Sync + 'static,
    earlier: impl Fn(&Kept) -> bool + Send + Sync + 'static,
) -> AnyView {
    let earlier = StoredValue::new(earlier);
    let (step, notice) = (StoredValue::new(step), StoredValue::new(notice));
    let wording = StoredValue::new(wording);
    (move || match flow.opening.get() {
        Opening::Looking => view! { <p role="status">{say("form-looking")}</p> }.into_any(),
        Opening::Offered { drafts } => offer(flow, drafts),
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
            let corrected = Memo::new(move |_| flow.replaces());
            let odd = StoredValue::new(false);
            view! {
                {keeping_notice(flow.outbox())}
                {move || flow.was_posted.get().then(|| view! {
                    <p class="warning" role="note">{say("draft-was-posted")}</p>
                }.into_any())}
                {move || earlier_notice(flow, &earlier(), corrected.get().as_ref())}
                {notice.with_value(|notice| notice())}
                <form class="form" novalidate=true on:submit=next>
                    <StepHead flow/>
                    {error_summary(flow)}
                    {move || {
                        flow.shape.track();
                        let drawn = match flow.page.get() {
                            Page::Fill(at) => view! {
                                // What is typed must not draw the fields anew.
                                {untrack(|| step.with_value(|step| step(at)))}
                                {step_buttons(flow)}
                            }.into_any(),
                            Page::Check => untrack(|| check_page(flow, wording.get_value())),
                            Page::Done => ().into_any(),
                        };
                        // Two kinds in turn: a field of one page is never made into one of the next, with what
                        // was typed there.
                        odd.update_value(|odd| *odd = !*odd);
                        if odd.get_value() { Either::Left(drawn) } else { Either::Right(drawn) }
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
fn offer(flow: Flow, drafts: Vec<Found>) -> AnyView {
    let asking = RwSignal::new(false);
    let words = match &drafts[..] {
        [only] => {
            let day = only.facts.saved.in_brussels().day;
            view! { <p>{move || text!("draft-offer-dated", "date" => date(day))}</p> }.into_any()
        }
        _ => view! { <p>{say("draft-offer-several")}</p> }.into_any(),
    };
    let several = drafts.len() > 1;
    let ways = drafts
        .into_iter()
        .map(|draft| {
            let facts = draft.facts.clone();
            let resume = move |_| {
                let draft = draft.clone();
                spawn_local(async move {
                    flow.resume(draft).await;
                    browser::focus_soon("steptitle");
                });
            };
            let button = view! {
                <button type="button" class="button primary" on:click=resume>{say("draft-continue")}</button>
            };
            if !several {
                return button.into_any();
            }
            let saved = move || text!("draft-saved", "date" => browser::moment_here(facts.saved, &language()));
            view! {
                <li>
                    <span><strong class="as-typed">{facts.name}</strong> " " <span class="quiet">{saved}</span></span>
                    {button}
                </li>
            }
            .into_any()
        })
        .collect_view();
    let anew = view! {
        <button type="button" class="button" on:click=move |_| asking.set(true)>{say("draft-anew")}</button>
    };
    let list = if several {
        view! { <ul class="plain-lines drafts">{ways}</ul> <div class="actions">{anew}</div> }.into_any()
    } else {
        view! { <div class="actions">{ways}{anew}</div> }.into_any()
    };
    view! {
        <section class="offer" aria-labelledby="offer-title">
            <h2 id="offer-title">{say("draft-offer-title")}</h2>
            {words}
            {list}
        </section>
        {ask_anew(flow, asking, "draft-anew-offered")}
    }
    .into_any()
}

/// Asks before what was typed is thrown away.
fn ask_anew(flow: Flow, open: RwSignal<bool>, words: &'static str) -> AnyView {
    let anew = move |_| {
        open.set(false);
        spawn_local(async move { flow.start_anew().await });
    };
    let title = Signal::derive(|| said("draft-anew"));
    view! {
        <Dialog open title>
            <p>{say("draft-anew-text")} " " {say(words)}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=anew>{say("draft-throw-away")}</button>
                <button type="button" class="button" on:click=move |_| open.set(false)>{say("cancel")}</button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// What was submitted about the same matter before; what was refused can be corrected here.
fn earlier_notice(flow: Flow, earlier: &[Kept], corrected: Option<&EntryKey>) -> AnyView {
    if earlier.is_empty() {
        return ().into_any();
    }
    let refused = earlier.iter().find(|kept| {
        let key = kept.entry.key();
        let refused = matches!(kept.entry.state(), EntryState::Rejected { .. });
        refused && Some(key) != corrected && !flow.outbox().is_corrected(key)
    });
    let Some(refused) = refused else {
        let count = earlier.iter().filter(|kept| Some(kept.entry.key()) != corrected).count() as f64;
        if count == 0.0 {
            return ().into_any();
        }
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
        spawn_local(async move {
            flow.correct(&key).await;
        });
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
    let asking = RwSignal::new(false);
    let outbox = flow.outbox();
    view! {
        <p class="quiet form-note">
            {move || (outbox.keeping() == Keeping::Works).then(|| view! { {say("draft-kept")} " " }.into_any())}
            <button type="button" class="linklike" on:click=move |_| asking.set(true)>{say("draft-throw-away")}</button>
        </p>
        {ask_anew(flow, asking, "draft-anew-open")}
    }
    .into_any()
}
