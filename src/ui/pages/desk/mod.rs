//! The operator's desk: a file that somebody has becomes a dataset to publish, in the browser alone.

mod against;
mod bring;
mod cell_steps;
mod columns;
mod compare;
mod edit;
mod edit_records;
mod field_names;
mod file;
mod kept;
mod mapping;
mod mend;
mod newer;
mod opened;
mod packing;
mod parts;
mod places;
mod proposals;
mod publish;
mod queue;
mod report;
mod run;
mod state;
mod trial;
mod twins;
mod words;

use leptos::prelude::*;

use crate::browser;
use crate::ui::atlas::Atlas;
use crate::ui::components::page_title;
use crate::ui::messages::{number, tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use state::{Desk, Step, desk};

/// The page.
#[component]
pub fn DeskPage(atlas: Shared<Atlas>) -> impl IntoView {
    page_title(&atlas, || tr("desk-title"));
    let now = app().now.get_untracked();
    let desk = desk(&atlas, &browser::day_here(now).to_string());
    let body = move || {
        let atlas = atlas.clone();
        match desk.step.get() {
            Step::File => file::view(desk, &atlas),
            Step::Columns => columns::view(desk, &atlas),
            Step::Words => words::view(desk, &atlas),
            Step::Twins => twins::view(desk, &atlas),
            Step::Report => report::view(desk, &atlas),
            Step::Compare => compare::view(desk),
            Step::Publish => publish::view(desk, &atlas),
            Step::Edit => edit::view(desk, &atlas),
        }
    };
    view! {
        <main id="main" class="page desk" tabindex="-1">
            <h1>{tr_view("desk-title")}</h1>
            <p class="lead">{tr_view("desk-lead")}</p>
            <p class="note">{tr_view("desk-private")}</p>
            {kept::view(desk)}
            {move || (desk.step.get() != Step::Edit).then(|| steps(desk))}
            <h2 id="desk-step" tabindex="-1">{move || heading(desk.step.get())}</h2>
            <p class="quiet" role="status">{move || status(desk)}</p>
            {progress(desk)}
            {body}
        </main>
    }
}

/// What goes on, or how far one has come.
fn status(desk: Desk) -> String {
    if !desk.busy.get() {
        if desk.step.get() == Step::Edit {
            return tr("desk-edit-note");
        }
        let step = desk.step.get() as usize + 1;
        return tr!("desk-step", "step" => number(step as f64), "of" => number(Step::ALL.len() as f64));
    }
    tr("desk-busy")
}

/// How far the reading is, and the way to stop it.
fn progress(desk: Desk) -> impl IntoView {
    let is_on = Memo::new(move |_| desk.progress().with(Option::is_some));
    let stop = move |_| {
        desk.progress().update(|progress| {
            if let Some(progress) = progress {
                progress.stopped = true;
            }
        });
    };
    let rows = move || desk.progress().get().map_or((0, 0), |progress| (progress.done, progress.of));
    let of_bytes = move || desk.progress().get().is_some_and(|progress| progress.of_bytes);
    let megabytes = |bytes: usize| number((bytes as f64 / 1e5).round() / 10.0);
    let words = move || match rows() {
        (_, 0) => tr("desk-busy"),
        (done, of) if of_bytes() => {
            tr!("desk-progress-file", "done" => megabytes(done), "of" => megabytes(of))
        }
        (done, of) => tr!("desk-progress", "done" => number(done as f64), "of" => number(of as f64)),
    };
    let name = move || tr(if of_bytes() { "desk-progress-file-name" } else { "desk-progress-name" });
    move || {
        is_on.get().then(|| {
            view! {
                <p class="actions">
                    <progress aria-label=name value=move || rows().0 max=move || rows().1.max(1)></progress>
                    <span>{words}</span>
                    <button type="button" class="button" on:click=stop>{tr_view("desk-stop")}</button>
                </p>
            }
        })
    }
}

fn heading(step: Step) -> String {
    tr(match step {
        Step::File => "desk-step-file",
        Step::Columns => "desk-step-columns",
        Step::Words => "desk-step-words",
        Step::Twins => "desk-step-twins",
        Step::Report => "desk-step-report",
        Step::Compare => "desk-step-compare",
        Step::Publish => "desk-step-publish",
        Step::Edit => "desk-step-edit",
    })
}

/// The steps; those that have been reached are ways back.
fn steps(desk: Desk) -> AnyView {
    let one = move |step: Step| {
        let is_current = move || desk.step.get() == step;
        let is_passed = move || step < desk.step.get();
        let inner = move || {
            if is_passed() {
                let go = move |_| desk.go(step);
                view! { <button type="button" class="linklike" on:click=go>{move || heading(step)}</button> }
                    .into_any()
            } else {
                view! { <span>{move || heading(step)}</span> }.into_any()
            }
        };
        view! { <li aria-current=move || is_current().then_some("step")>{inner}</li> }.into_any()
    };
    view! { <nav aria-label=tr_view("desk-steps")><ol class="desk-steps">{Step::ALL.map(one).collect_view()}</ol></nav> }
        .into_any()
}
