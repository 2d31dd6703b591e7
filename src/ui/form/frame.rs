//! The frame around the steps of a form: where one stands, the draft, the storage, back and on.

use leptos::either::Either;
use leptos::prelude::*;

use crate::browser::{self, StoreError};
use crate::collection::Collection;
use crate::route::Route;
use crate::signup::{EntryKey, EntryState, Event, Origin, Page, Step};
use crate::ui::components::Dialog;
use crate::ui::messages::{date, language, tr, tr_view};
use crate::ui::outbox::{Keeping, Kept, Outbox};
use crate::ui::state::app;

use super::check::check_page;
use super::controller::{FormController, Found, Opening};
use super::done::done_page;
use super::fields::error_summary;
use super::wording::Wording;

/// The title of a page of the form.
pub fn page_heading(controller: FormController, page: Page) -> String {
    controller.changes.track();
    tr(match page {
        Page::Fill(Step::Choose) if !controller.read(|machine| machine.has_choice()) => {
            match untrack(|| app().route()) {
                Route::SignUp { of: Collection::Events, .. } => "step-event",
                _ => "step-training",
            }
        }
        Page::Fill(Step::Choose) => "step-choose",
        Page::Fill(Step::You) => "step-you",
        Page::Fill(Step::Needs) => "step-needs",
        Page::Fill(Step::What) => "step-what",
        Page::Fill(Step::Partners) => "step-partners",
        Page::Fill(Step::Who) => "step-who",
        Page::Fill(Step::Profile) => "step-profile",
        Page::Fill(Step::Work) => "step-work",
        Page::Fill(Step::Size) => "step-size",
        Page::Fill(Step::Proposer) => "step-proposer",
        Page::Check => "step-check",
        Page::Done => "step-done",
    })
}

/// The heading of a step, which takes the focus when the step is shown, and where in the form it is.
#[component]
pub fn StepHead(controller: FormController) -> impl IntoView {
    let place = move || {
        controller.page.with(|page| {
            controller.read(|machine| {
                let steps = machine.steps();
                let at = match page {
                    Page::Fill(step) => steps.iter().position(|known| known == step).unwrap_or(0),
                    Page::Check | Page::Done => steps.len(),
                };
                tr!("step-of", "number" => at as f64 + 1.0, "count" => steps.len() as f64 + 1.0)
            })
        })
    };
    view! {
        <p class="kicker step">{place}</p>
        <h2 id="steptitle" tabindex="-1">{move || page_heading(controller, controller.page.get())}</h2>
    }
}

/// Back and on.
pub fn step_buttons(controller: FormController) -> AnyView {
    let first = move || controller.read(|machine| Page::Fill(machine.steps()[0])) == controller.page.get();
    view! {
        <div class="actions steps">
            {move || (!first()).then(|| view! {
                <button type="button" class="button" on:click=move |_| controller.act(Event::Back)>{tr_view("step-back")}</button>
            }.into_any())}
            <button type="submit" class="button primary">{tr_view("step-next")}</button>
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
                StoreError::Newer => "keeping-newer",
            };
            view! {
                <div class="warning" role="note">
                    <p>{tr_view(why)}</p>
                    <p>{tr_view("keeping-what-to-do")}</p>
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
pub fn form_page(
    controller: FormController,
    wording: Wording,
    notice: impl Fn() -> AnyView + Send + Sync + 'static,
    step: impl Fn(Step) -> AnyView + Send + Sync + 'static,
    earlier: impl Fn(&Kept) -> bool + Send + Sync + 'static,
) -> AnyView {
    let earlier = StoredValue::new(earlier);
    let (step, notice) = (StoredValue::new(step), StoredValue::new(notice));
    let wording = StoredValue::new(wording);
    (move || match controller.opening.get() {
        Opening::Looking => view! { <p role="status">{tr_view("form-looking")}</p> }.into_any(),
        Opening::Offered { drafts } => offer(controller, drafts),
        Opening::Done(key) => done_page(controller, &key, wording.get_value()),
        Opening::Open => {
            let known = controller.outbox();
            let earlier = move || {
                let entries = known.entries();
                entries
                    .into_iter()
                    .filter(|kept| earlier.with_value(|earlier| earlier(kept)))
                    .collect::<Vec<_>>()
            };
            let next = move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                if controller.page.get_untracked() == Page::Check {
                    controller.submit();
                } else {
                    controller.act(Event::Next);
                }
            };
            let corrected = Memo::new(move |_| controller.replaces());
            let odd = StoredValue::new(false);
            view! {
                {keeping_notice(controller.outbox())}
                {move || controller.was_posted.get().then(|| view! {
                    <p class="warning" role="note">{tr_view("draft-was-posted")}</p>
                }.into_any())}
                {move || earlier_notice(controller, &earlier(), corrected.get().as_ref())}
                {move || corrected.get().and_then(|key| correcting_notice(controller, &key))}
                {notice.with_value(|notice| notice())}
                <form class="form" novalidate=true on:submit=next>
                    <StepHead controller/>
                    {error_summary(controller)}
                    {move || {
                        controller.shape.track();
                        let drawn = match controller.page.get() {
                            Page::Fill(at) => view! {
                                // What is typed must not draw the fields anew.
                                {untrack(|| step.with_value(|step| step(at)))}
                                {step_buttons(controller)}
                            }.into_any(),
                            Page::Check => untrack(|| check_page(controller, wording.get_value())),
                            Page::Done => ().into_any(),
                        };
                        // Two kinds in turn: a field of one page is never made into one of the next, with what
                        // was typed there.
                        odd.update_value(|odd| *odd = !*odd);
                        if odd.get_value() { Either::Left(drawn) } else { Either::Right(drawn) }
                    }}
                    {forget_button(controller)}
                </form>
            }
            .into_any()
        }
    })
    .into_any()
}

/// "Continue where you left off?"
fn offer(controller: FormController, drafts: Vec<Found>) -> AnyView {
    let asking = RwSignal::new(false);
    let words = match &drafts[..] {
        [only] => {
            let day = only.facts.saved.in_brussels().day;
            view! { <p>{move || tr!("draft-offer-dated", "date" => date(day))}</p> }.into_any()
        }
        _ => view! { <p>{tr_view("draft-offer-several")}</p> }.into_any(),
    };
    let several = drafts.len() > 1;
    let ways = drafts
        .into_iter()
        .map(|draft| {
            let facts = draft.facts.clone();
            let resume = move |_| {
                let draft = draft.clone();
                controller.work(async move {
                    controller.resume(draft, false).await;
                    browser::focus_soon("steptitle");
                });
            };
            let button = view! {
                <button type="button" class="button primary" on:click=resume>{tr_view("draft-continue")}</button>
            };
            if !several {
                return button.into_any();
            }
            let saved = move || tr!("draft-saved", "date" => browser::moment_here(facts.saved, &language()));
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
        <button type="button" class="button" on:click=move |_| asking.set(true)>{tr_view("draft-anew")}</button>
    };
    let list = if several {
        view! { <ul class="plain-lines drafts">{ways}</ul> <div class="actions">{anew}</div> }.into_any()
    } else {
        view! { <div class="actions">{ways}{anew}</div> }.into_any()
    };
    view! {
        <section class="offer" aria-labelledby="offer-title">
            <h2 id="offer-title">{tr_view("draft-offer-title")}</h2>
            {words}
            {list}
        </section>
        {ask_anew(controller, asking, "draft-anew-offered")}
    }
    .into_any()
}

/// Asks before what was typed is thrown away.
fn ask_anew(controller: FormController, open: RwSignal<bool>, words: &'static str) -> AnyView {
    let anew = move |_| {
        open.set(false);
        controller.work(controller.start_anew());
    };
    let title = Signal::derive(|| tr("draft-anew"));
    view! {
        <Dialog open title>
            <p>{tr_view("draft-anew-text")} " " {tr_view(words)}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=anew>{tr_view("draft-throw-away")}</button>
                <button type="button" class="button" on:click=move |_| open.set(false)>{tr_view("cancel")}</button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// Says that what is typed takes the place of something that was submitted and not refused.
fn correcting_notice(controller: FormController, key: &EntryKey) -> Option<AnyView> {
    let kept = controller.outbox().entry(key)?;
    if matches!(kept.entry.state(), EntryState::Rejected { .. }) {
        return None;
    }
    let made = kept.entry.made().in_brussels().day;
    Some(
        view! {
            <p class="note" role="note">{move || tr!("form-correcting", "date" => date(made))}</p>
        }
        .into_any(),
    )
}

/// What was submitted about the same matter before; what was refused can be corrected here.
fn earlier_notice(controller: FormController, earlier: &[Kept], corrected: Option<&EntryKey>) -> AnyView {
    if earlier.is_empty() {
        return ().into_any();
    }
    let refused = earlier.iter().find(|kept| {
        let key = kept.entry.key();
        let refused = matches!(kept.entry.state(), EntryState::Rejected { .. });
        refused && Some(key) != corrected && !controller.outbox().is_corrected(key)
    });
    let Some(refused) = refused else {
        let count = earlier.iter().filter(|kept| Some(kept.entry.key()) != corrected).count() as f64;
        if count == 0.0 {
            return ().into_any();
        }
        return view! {
            <p class="note" role="note">
                {move || tr!("earlier-sent", "count" => count)} " " <a href="#/sign-ups">{tr_view("earlier-see")}</a>
            </p>
        }
        .into_any();
    };
    let key = refused.entry.key().clone();
    let correct = move |_| {
        let key = key.clone();
        controller.work(async move {
            controller.begin_with(&Origin::Correct(key)).await;
        });
    };
    view! {
        <div class="warning" role="note">
            <p>{tr_view("earlier-refused")}</p>
            <p><button type="button" class="button" on:click=correct>{tr_view("entry-correct")}</button></p>
        </div>
    }
    .into_any()
}

fn forget_button(controller: FormController) -> AnyView {
    let asking = RwSignal::new(false);
    let outbox = controller.outbox();
    view! {
        <p class="quiet form-note">
            {move || (outbox.keeping() == Keeping::Works).then(|| view! { {tr_view("draft-kept")} " " }.into_any())}
            <button type="button" class="linklike" on:click=move |_| asking.set(true)>{tr_view("draft-throw-away")}</button>
        </p>
        {ask_anew(controller, asking, "draft-anew-open")}
    }
    .into_any()
}
