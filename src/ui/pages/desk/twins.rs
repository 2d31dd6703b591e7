//! The step for records that may be one: side by side, with what would become of them. Nothing is merged but by a decision.

use std::sync::Arc;

use leptos::prelude::*;

use crate::collection::{CollectionRecord, Gone};
use crate::dataset::{
    Finding, FindingKind, Report, Severity, TwinChoice, TwinChoices, TwinReason, record_fields,
};
use crate::domain::{Precision, Vocabularies};
use crate::ui::atlas::Atlas;
use crate::ui::messages::{tr, tr_view};
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::field_names::label;
use super::parts::ways;
use super::run::{Outcome, go_on_from};
use super::state::{Desk, Step};

/// Pairs that are listed: those that were decided, and so many others.
const SHOWN: usize = 100;

/// Two records that may be one.
pub struct Twin {
    ids: (String, String),
    titles: [String; 2],
    reasons: Vec<TwinReason>,
    /// Each field that one of them has: its path, what the earlier says, what the later, and what they say merged into either.
    fields: Vec<(String, [String; 4])>,
}

/// The records that may be one, as the page shows them, and how many more there are.
pub fn shown<R: CollectionRecord>(
    records: &[R],
    decided: &TwinChoices,
    vocabularies: &Vocabularies,
) -> (Vec<Twin>, usize) {
    let (mut shown, mut undecided, mut more) = (Vec::new(), 0, 0);
    for twins in R::twins(records) {
        let (first, second) = (&records[twins.first], &records[twins.second]);
        let ids = (first.id().to_string(), second.id().to_string());
        if !decided.contains_key(&ids) {
            undecided += 1;
            if undecided > SHOWN {
                more += 1;
                continue;
            }
        }
        let (into_first, into_second) = (first.merged(second), second.merged(first));
        let four = [first, second, &into_first, &into_second];
        shown.push(Twin {
            ids,
            titles: [first, second].map(|record| record.title().to_owned()),
            reasons: twins.reasons,
            fields: fields(four, vocabularies),
        });
    }
    (shown, more)
}

/// What records say, field by field.
fn fields<R: CollectionRecord>(records: [&R; 4], vocabularies: &Vocabularies) -> Vec<(String, [String; 4])> {
    let mut all: Vec<(String, [String; 4])> = Vec::new();
    for (at, record) in records.into_iter().enumerate() {
        let file = R::file(&[record], vocabularies);
        for field in record_fields(&file, R::COLLECTION.about().name).unwrap_or_default() {
            // How exact a place is says a file as `region`, too, where nobody has stated it.
            let is_unstated = field.path == "location.precision" && field.text == Precision::Region.as_str();
            if field.text.is_empty() || is_unstated {
                continue;
            }
            let text = field.text.lines().collect::<Vec<_>>().join("; ");
            if let Some((_, texts)) = all.iter_mut().find(|(path, _)| *path == field.path) {
                texts[at] = text;
            } else {
                let mut texts: [String; 4] = Default::default();
                texts[at] = text;
                all.push((field.path, texts));
            }
        }
    }
    all
}

/// Says in the report what is gone: it was read, and the operator has decided.
pub fn note(report: &mut Report, gone: &[Gone]) {
    let file: Arc<str> = report.file.as_str().into();
    let finding = |Gone { id, stays, merged }: &Gone| {
        let row = report
            .findings
            .iter()
            .find(|known| known.record.as_ref() == Some(id))
            .map_or(0, |known| known.row);
        Finding {
            file: file.clone(),
            record: Some(id.clone()),
            row,
            path: "id".to_owned(),
            severity: if *merged { Severity::Noted } else { Severity::Dropped },
            kind: FindingKind::LikelyDuplicate,
            value: format!("{id} → {stays}"),
        }
    };
    let findings: Vec<Finding> = gone.iter().map(finding).collect();
    report.findings.extend(findings);
}

pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let body = move || match desk.outcome.get() {
        Some(Ok(outcome)) if !outcome.twins.is_empty() => of_outcome(desk, &outcome),
        Some(_) | None => view! { <p>{tr_view("desk-twins-none")}</p> }.into_any(),
    };
    let (atlas, now) = (atlas.clone(), app().now.get_untracked());
    let go = move || go_on_from(desk, &atlas, now, Step::Twins);
    view! { {body} {ways(desk, "desk-twins-on", || true, go)} }.into_any()
}

fn of_outcome(desk: Desk, outcome: &Arc<Outcome>) -> AnyView {
    let pairs = (0..outcome.twins.len()).map(|at| pair(desk, outcome, at)).collect_view();
    let more = outcome.more_twins as f64;
    let more = (more > 0.0)
        .then(|| view! { <p class="note">{move || tr!("desk-twins-more", "count" => more)}</p> }.into_any());
    view! { <p>{tr_view("desk-twins-note")}</p> {pairs} {more} }.into_any()
}

/// Two records side by side, and the choice.
fn pair(desk: Desk, outcome: &Arc<Outcome>, at: usize) -> AnyView {
    let twin = &outcome.twins[at];
    let ids = twin.ids.clone();
    let chosen = {
        let ids = ids.clone();
        Memo::new(move |_| desk.twins().with(|all| all.get(&ids).copied()))
    };
    let name = {
        let [first, second] = twin.titles.clone();
        move || tr!("desk-twins-pair", "first" => first.as_str(), "second" => second.as_str())
    };
    let reasons = twin.reasons.clone();
    let why = move || {
        let words = reasons.iter().map(|reason| {
            tr(match reason {
                TwinReason::NameAndCity => "desk-twins-name",
                TwinReason::Website => "desk-twins-website",
                TwinReason::PlaceAndName => "desk-twins-place",
            })
        });
        words.collect::<Vec<_>>().join(" ")
    };
    let row = |position: usize| {
        let outcome = Arc::clone(outcome);
        let (path, [first, second, ..]) = outcome.twins[at].fields[position].clone();
        let result = move || {
            let [first, second, into_first, into_second] = &outcome.twins[at].fields[position].1;
            match chosen.get() {
                None | Some(TwinChoice::Both) => String::new(),
                Some(TwinChoice::IntoFirst) => into_first.clone(),
                Some(TwinChoice::IntoSecond) => into_second.clone(),
                Some(TwinChoice::FirstAlone) => first.clone(),
                Some(TwinChoice::SecondAlone) => second.clone(),
            }
        };
        view! { <tr><th scope="row">{move || label(desk, &path)}</th><td class="desk-value">{first}</td><td class="desk-value">{second}</td><td class="desk-value">{result}</td></tr> }
            .into_any()
    };
    let rows = (0..twin.fields.len()).map(row).collect_view();
    let [first, second] = twin.titles.clone();
    let id = format!("desk-twins-{at}");
    let one = |choice: TwinChoice| {
        let words = match choice {
            TwinChoice::Both => "desk-twins-both",
            TwinChoice::IntoFirst => "desk-twins-into-first",
            TwinChoice::IntoSecond => "desk-twins-into-second",
            TwinChoice::FirstAlone => "desk-twins-first-alone",
            TwinChoice::SecondAlone => "desk-twins-second-alone",
        };
        let ids = ids.clone();
        let change = move |_| {
            desk.twins().update(|all| {
                all.insert(ids.clone(), choice);
            });
        };
        // Nobody has decided yet: both stay.
        let on = move || chosen.get().unwrap_or(TwinChoice::Both) == choice;
        view! {
            <label class="check">
                <input type="radio" name=id.clone() prop:checked=on on:change=change/> <span>{tr_view(words)}</span>
            </label>
        }
        .into_any()
    };
    let choices = TwinChoice::ALL.map(one).collect_view();
    view! {
        <fieldset class="desk-fields">
            <legend>{name.clone()}</legend>
            <p class="quiet">{why}</p>
            <div class="desk-scroll" tabindex="0" role="group" aria-label=name>
                <table>
                    <thead><tr>
                        <th scope="col">{tr_view("desk-edit-field")}</th>
                        <th scope="col">{first}</th>
                        <th scope="col">{second}</th>
                        <th scope="col">{tr_view("desk-twins-result")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {choices}
        </fieldset>
    }
    .into_any()
}
