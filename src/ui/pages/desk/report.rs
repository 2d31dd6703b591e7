//! The third step: what was found, worst first, and the records as they would be published.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser;
use crate::dataset::{
    self, DateOrder, Finding, FindingKind, OwnColumn, Severity, stands_for_no_name, two_days,
};
use crate::domain::{Day, OwnField};
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, number, tr, tr_view};
use crate::ui::phrases::in_words;
use crate::ui::sentences;
use crate::ui::shared::Shared;
use crate::ui::state::app;

use super::file::import_error;
use super::mend;
use super::parts::ways;
use super::places;
use super::run::{Failure, Outcome, import};
use super::state::{Desk, Step};

/// Findings of one kind that are shown at first; all of them are in the report. Of refused rows all are shown, up to this many.
const SHOWN: usize = 20;
const SHOWN_REFUSED: usize = 1_000;

pub fn view(desk: Desk, atlas: &Shared<Atlas>) -> AnyView {
    let atlas = atlas.clone();
    let body = move || match desk.outcome.get()? {
        Ok(outcome) => Some(of_outcome(desk, &outcome, &atlas)),
        Err(failure) => {
            let sentence = move || match &failure {
                Failure::Import(error) => import_error(error),
                Failure::Published(error) => {
                    tr!("desk-published-missing", "why" => sentences::dataset_error(error))
                }
            };
            Some(view! { <p class="warning">{sentence}</p> }.into_any())
        }
    };
    let can = move || desk.outcome.with(|it| matches!(it, Some(Ok(outcome)) if outcome.report.loaded > 0));
    view! { {body} {ways(desk, "desk-to-compare", can, move || desk.go(Step::Compare))} }.into_any()
}

fn of_outcome(desk: Desk, outcome: &Arc<Outcome>, atlas: &Shared<Atlas>) -> AnyView {
    let report = &outcome.report;
    let (read, loaded, refused) = (report.read as f64, report.loaded as f64, report.refused as f64);
    let counts =
        move || tr!("desk-counts", "read" => read, "loaded" => number(loaded), "refused" => number(refused));
    let nothing =
        (report.loaded == 0).then(|| view! { <p class="warning">{tr_view("desk-nothing-loaded")}</p> });
    let gone = outcome.gone as f64;
    let gone =
        (gone > 0.0).then(|| view! { <p>{move || tr!("desk-twins-gone", "count" => gone)}</p> }.into_any());
    let personal =
        report.findings.iter().filter(|finding| finding.kind == FindingKind::PersonalEmail).count() as f64;
    let personal = (personal > 0.0).then(|| {
        view! { <p class="warning">{move || tr!("desk-personal-mail", "count" => personal)}</p> }.into_any()
    });
    let broken =
        report.findings.iter().filter(|finding| finding.kind == FindingKind::TwiceEncoded).count() as f64;
    let repair = (broken > 0.0).then(|| {
        let (atlas, now) = (atlas.clone(), app().now.get_untracked());
        let repair = move |_| {
            desk.chosen.update(|chosen| chosen.repairs = true);
            import(desk, &atlas, now, Step::Twins);
        };
        view! {
            <div class="warning">
                <p>{move || tr!("desk-twice-encoded", "count" => broken)}</p>
                <p class="actions"><button type="button" class="button" on:click=repair>{tr_view("desk-repair")}</button></p>
            </div>
        }
        .into_any()
    });
    let asked = dates_asked(desk, outcome, atlas);
    let columns = columns_of(desk);
    let mends = mend::can_mend(desk);
    // Worst first; within that, what is more often.
    let mut kinds: BTreeMap<(Severity, FindingKind), Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        kinds.entry((finding.severity, finding.kind)).or_default().push(finding);
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|((severity, _), findings)| (*severity, std::cmp::Reverse(findings.len())));
    let mut proposed: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for finding in report.findings.iter().filter(|finding| finding.kind == FindingKind::ProposedCountry) {
        proposed.insert(finding.row, finding.value.split(", ").map(str::to_owned).collect());
    }
    let groups = kinds.iter().map(|((severity, kind), findings)| {
        let bulk = || match kind {
            FindingKind::SwappedCoordinates => mend::swap(desk, atlas, findings, &columns),
            _ => mend::in_bulk(desk, atlas, findings, &columns, &proposed),
        };
        let bulk = mends.then(bulk).flatten();
        let shown = Group { severity: *severity, kind: *kind, findings, bulk };
        group(desk, outcome, shown, &columns, mends)
    });
    let groups = groups.collect_view();
    let fine = report.findings.is_empty().then(|| view! { <p>{tr_view("desk-no-findings")}</p> });
    let unlisted = report.unlisted as f64;
    let unlisted = (unlisted > 0.0).then(|| {
        view! { <p class="quiet">{move || tr!("desk-unlisted", "count" => unlisted)}</p> }.into_any()
    });
    let save_report = {
        let outcome = Arc::clone(outcome);
        move |_| {
            let text = in_sentences(desk, &outcome);
            browser::download("report.csv", "text/csv;charset=utf-8", &text);
        }
    };
    let refused_rows = outcome.refused.clone().map(|rows| {
        let save = move |_| {
            browser::download("refused.csv", "text/csv;charset=utf-8", &rows);
        };
        view! { <button type="button" class="button" on:click=save>{tr_view("desk-save-refused")}</button> }
            .into_any()
    });
    view! {
        <p class="lead">{counts}</p>
        {nothing}
        {gone}
        {personal}
        {repair}
        {asked}
        {mend::view(desk, atlas)}
        <p class="actions">
            {refused_rows}
            <button type="button" class="button" on:click=save_report>{tr_view("desk-save-report")}</button>
        </p>
        <section aria-label=tr_view("desk-findings")>
            <h3>{tr_view("desk-findings")}</h3>
            {fine}
            <div class="desk-findings">{groups}</div>
            {unlisted}
        </section>
        {preview(outcome)}
        {places::view(outcome)}
    }
    .into_any()
}

/// Asks what comes first in days that could be two; everything is read again with the answer.
fn dates_asked(desk: Desk, outcome: &Outcome, atlas: &Shared<Atlas>) -> Option<AnyView> {
    let in_doubt = outcome.report.findings.iter().filter(|finding| {
        matches!(finding.kind, FindingKind::BadDay | FindingKind::InWords)
            && two_days(&finding.value).is_some()
    });
    let count = in_doubt.clone().count() as f64;
    let example = in_doubt.clone().next()?.value.clone();
    let [day_first, month_first] = two_days(&example)?;
    let now = app().now.get_untracked();
    let answer = |order: DateOrder, day: Day| {
        let atlas = atlas.clone();
        let choose = move |_| {
            desk.chosen.update(|chosen| chosen.dates = Some(order));
            import(desk, &atlas, now, Step::Twins);
        };
        view! { <button type="button" class="button" on:click=choose>{move || date(day)}</button> }.into_any()
    };
    let (day, month) = (answer(DateOrder::DayFirst, day_first), answer(DateOrder::MonthFirst, month_first));
    let question = move || tr!("desk-dates", "count" => count, "example" => example.as_str());
    Some(
        view! { <div class="warning"><p>{question}</p> <p class="actions">{day} {month}</p></div> }
            .into_any(),
    )
}

/// The column that each field was read from.
fn columns_of(desk: Desk) -> BTreeMap<String, String> {
    let Some(Ok(survey)) = desk.survey.get_untracked() else { return BTreeMap::new() };
    let fields = survey.columns.iter().flat_map(|column| {
        let second = column.second.as_ref().map(|second| match OwnColumn::read(second) {
            Some(own) => OwnField::path(&own.id),
            None => second.clone(),
        });
        column.field.clone().into_iter().chain(second).map(|field| (field, column.name.clone()))
    });
    let mut columns: BTreeMap<String, String> = BTreeMap::new();
    for (field, name) in fields {
        // Several columns may be one field.
        columns
            .entry(field)
            .and_modify(|names| *names = [names.as_str(), " + ", &name].concat())
            .or_insert(name.clone());
    }
    columns
}

/// The report as a table: what it says in words, with what the file calls things, beside the codes that are the same in every
/// language.
pub fn in_sentences(desk: Desk, outcome: &Outcome) -> String {
    let columns = columns_of(desk);
    dataset::write_report_in_words(&outcome.report, &|finding| {
        let name = finding.record.as_ref().and_then(|id| outcome.titles.get(id)).cloned();
        let [before, after] = old_and_new(finding);
        let sentence =
            untrack(|| [sentences::severity(finding.severity), sentences::finding(finding.kind)].join(": "));
        [name.unwrap_or_default(), column_of(finding, &columns).unwrap_or_default(), before, after, sentence]
    })
}

/// The column of the file that a finding is about.
fn column_of(finding: &Finding, columns: &BTreeMap<String, String>) -> Option<String> {
    columns.get(finding.path.split('[').next().unwrap_or_default()).cloned()
}

/// What stood there, and what is read instead; empty where that is nothing, or the finding is about no value.
fn old_and_new(finding: &Finding) -> [String; 2] {
    use FindingKind::{
        CompletedAddress, CorrectedByHand, LikelyDuplicate, MadeId, Mended, PlacedByTown, ProposedCountry,
    };
    let value = finding.value.as_str();
    let (before, after) = match (finding.kind, finding.severity) {
        (Mended | CorrectedByHand, _) => value.rsplit_once("→").unwrap_or((value, "")),
        (MadeId, _) => ("", value),
        (CompletedAddress, _) => return [value.to_owned(), ["https://", value].concat()],
        (LikelyDuplicate | PlacedByTown | ProposedCountry, _) => ("", ""),
        (_, Severity::Noted) => (value, value),
        (_, Severity::Dropped | Severity::Refused) => (value, ""),
    };
    [before, after].map(|text| text.trim().to_owned())
}

/// Findings of one kind.
struct Group<'a> {
    severity: Severity,
    kind: FindingKind,
    findings: &'a [&'a Finding],
    /// What corrects many rows at once.
    bulk: Option<AnyView>,
}

/// The findings of one kind: a sentence, and what it is about.
fn group(
    desk: Desk,
    outcome: &Outcome,
    group: Group<'_>,
    columns: &BTreeMap<String, String>,
    mends: bool,
) -> AnyView {
    let Group { severity, kind, findings, bulk } = group;
    let is_refused = severity == Severity::Refused;
    let shown = if is_refused { SHOWN_REFUSED } else { SHOWN };
    let count = findings.len();
    let more = count.saturating_sub(shown) as f64;
    let row = |finding: &&Finding| {
        let column = column_of(finding, columns).unwrap_or_else(|| finding.path.clone());
        let title = finding.record.as_ref().and_then(|id| outcome.titles.get(id)).cloned();
        let id_class = if title.is_some() { "quiet key" } else { "" };
        let record = finding.record.clone().filter(|record| !record.starts_with('#')).unwrap_or_default();
        let record = move || {
            if stands_for_no_name(&record) { tr("desk-nameless") } else { record.clone() }
        };
        let number = match finding.row {
            0 => "—".into_any(),
            row if mends => mend::way(desk, row),
            row => row.to_string().into_any(),
        };
        view! { <tr><td>{number}</td><td>{title} " " <span class=id_class>{record}</span></td><td>{column}</td><td class="desk-value">{finding.value.clone()}</td></tr> }
            .into_any()
    };
    let rows = findings.iter().take(shown).map(row).collect_view();
    let summary = move || {
        tr!(
            "desk-finding",
            "what" => sentences::severity(severity),
            "why" => sentences::finding(kind),
            "count" => number(count as f64),
        )
    };
    let more = (more > 0.0)
        .then(|| view! { <p class="quiet">{move || tr!("desk-more", "count" => more)}</p> }.into_any());
    view! {
        <details open=is_refused data-severity=severity.as_str()>
            <summary>{summary}</summary>
            {bulk}
            <div class="desk-scroll" tabindex="0" role="group" aria-label=summary>
                <table>
                    <thead><tr>
                        <th scope="col">{tr_view("desk-row")}</th>
                        <th scope="col">{tr_view("desk-record")}</th>
                        <th scope="col">{tr_view("desk-column")}</th>
                        <th scope="col">{tr_view("desk-value")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {more}
        </details>
    }
    .into_any()
}

/// The records as they would be found.
fn preview(outcome: &Arc<Outcome>) -> AnyView {
    let labels = expect_context::<Memo<Shared<Labels>>>();
    let now = app().now.get_untracked();
    let suspects: std::collections::BTreeSet<&str> =
        outcome.suspects().filter_map(|finding| finding.record.as_deref()).collect();
    let marked = suspects.len() as f64;
    let line = |position: usize| {
        let outcome = Arc::clone(outcome);
        let record = &outcome.preview[position];
        let (title, id) = (record.title.clone(), record.id.clone());
        let is_suspect = suspects.contains(record.id.as_str());
        let outcome = Arc::clone(&outcome);
        let about = move || {
            labels.with(|labels| {
                let words =
                    outcome.preview[position].about.iter().map(|phrase| in_words(phrase, labels, now));
                words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
            })
        };
        let mark =
            is_suspect.then(|| view! { <span class="tag">{tr_view("desk-suspect")}</span> }.into_any());
        view! { <li><b>{title}</b> " " {mark} <p class="quiet">{about}</p> <p class="quiet key">{id}</p></li> }.into_any()
    };
    // What was merged or left out is in no package.
    let all = outcome.replaced.records;
    let lines = (0..outcome.preview.len()).map(line).collect_view();
    let shown = outcome.preview.len();
    let note = move || {
        let count = tr!("desk-preview-count", "shown" => shown as f64, "all" => all as f64);
        let suspects = (marked > 0.0).then(|| tr!("desk-preview-note", "suspects" => marked));
        [Some(count), suspects].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    view! {
        <section aria-label=tr_view("desk-preview")>
            <h3>{tr_view("desk-preview")}</h3>
            <p class="quiet">{note}</p>
            <ul class="desk-preview" tabindex="0" aria-label=tr_view("desk-preview")>{lines}</ul>
        </section>
    }
    .into_any()
}
