//! Calls as a table. What has parts of its own (cut-offs, regions, sources) stands on lines within its cell.

use crate::domain::{Call, CutOff, EligibleRegion, LocalText};

use super::super::wire::named_countries;
use super::ExportNote;
use super::table::{exported_table, listed, spreadsheet_safe};

/// The columns of a table of calls, but for the summaries, which have one column a language.
pub(in crate::dataset) const COLUMNS: [&str; 23] = [
    "id",
    "title",
    "issuer",
    "topic_id",
    "action_type",
    "audience",
    "purpose",
    "ecosystems",
    "eligible_countries",
    "eligible_groups",
    "eligible_regions",
    "opens",
    "cutoffs",
    "deadline_words",
    "deadline_known",
    "published",
    "status",
    "budget_eur",
    "budget_note",
    "max_grant_eur",
    "url",
    "url_is_list",
    "sources",
];

/// The records as CSV (RFC 4180) in UTF-8 with a byte order mark; the importer reads it back the same.
pub fn calls_csv(records: &[&Call], note: &ExportNote) -> String {
    let summaries: Vec<&LocalText> = records.iter().map(|record| &record.summary).collect();
    exported_table(&COLUMNS, &summaries, &|row| cells(records[row]), note)
}

/// One record, cell by cell in the order of [`COLUMNS`].
fn cells(call: &Call) -> Vec<Option<String>> {
    let text = |text: &str| Some(spreadsheet_safe(text));
    let eligibility = &call.eligibility;
    let budget = call.budget.as_ref();
    vec![
        text(call.id.as_str()),
        text(&call.title),
        text(&call.issuer),
        call.topic_id.as_deref().and_then(text),
        call.action_type.as_deref().and_then(text),
        Some(listed(&call.audience)),
        Some(listed(&call.purpose)),
        Some(listed(&call.ecosystems)),
        Some(listed(&named_countries(eligibility))),
        Some(listed(&eligibility.groups)),
        Some(lines(eligibility.regions.iter().map(region))),
        call.opens.map(|day| day.to_string()),
        Some(lines(call.cutoffs.iter().map(cut_off))),
        call.deadline_words.as_deref().and_then(text),
        Some(if call.deadline_known { "true" } else { "false" }.to_owned()),
        call.published.map(|day| day.to_string()),
        call.cancelled.then(|| "cancelled".to_owned()),
        budget.and_then(|budget| budget.eur).map(|eur| eur.to_string()),
        budget.and_then(|budget| budget.note.as_deref()).and_then(text),
        call.max_grant_eur.map(|eur| eur.to_string()),
        call.url.as_ref().and_then(|address| text(address.as_str())),
        call.url_is_list.then(|| "true".to_owned()),
        Some(lines(call.sources.iter().cloned())),
    ]
}

/// Values on lines of one cell. None of them has a line break in it.
fn lines(values: impl Iterator<Item = String>) -> String {
    spreadsheet_safe(&values.collect::<Vec<_>>().join("\n"))
}

/// `2024-03-10 17:00 (first round)`.
fn cut_off(cutoff: &CutOff) -> String {
    let mut written = cutoff.date.to_string();
    if let Some(time) = cutoff.time {
        written.push(' ');
        written.push_str(&time.to_string());
    }
    if let Some(note) = &cutoff.note {
        written.push_str(" (");
        written.push_str(note);
        written.push(')');
    }
    written
}

/// `BE/BE3/Wallonia`; without a code `BE//Wallonia`.
fn region(region: &EligibleRegion) -> String {
    let code = region.code.as_ref().map_or("", crate::domain::RegionCode::as_str);
    [region.country.as_str(), "/", code, "/", region.name.as_deref().unwrap_or_default()].concat()
}
