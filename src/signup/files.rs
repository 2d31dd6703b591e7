//! Entries as files: to be handed over, or kept by their owner.

use crate::dataset::Table;

use super::body::TrainingBody;
use super::draft::written;
use super::entry::{Entry, EntryState, Status};

/// A name for the file of an entry: `sign-up-cluster-booster-academy-9-4f1a2b3c.json`.
pub fn file_name(entry: &Entry, extension: &str) -> String {
    let body = entry.contents();
    let key = entry.key().as_str();
    let mut name = body.kind.as_str().to_owned();
    if let Some((_, matter)) = body.matter() {
        name.push('-');
        name.push_str(&matter.id);
    }
    if let Some(record) = body.profile.as_ref().and_then(|profile| profile.record.as_ref()) {
        name.push('-');
        name.push_str(record);
    }
    name.push('-');
    // The end of the key: its beginning is the time, which is the same for neighbours.
    name.push_str(&key[key.len() - 8..]);
    name.push('.');
    name.push_str(extension);
    name
}

/// Entries as one JSON file, each with how far it has come. The file that is handed over for a single entry is its
/// [`Entry::body`].
pub fn export_json(entries: &[&Entry]) -> String {
    let mut out = String::from("{\"format\":\"cluster-atlas/sign-ups/1\",\n\"entries\":[");
    let mut before = "\n";
    for entry in entries {
        out.push_str(before);
        before = ",\n";
        out.push_str("{\"state\":");
        out.push_str(&written(entry.state()));
        out.push_str(",\"body\":");
        out.push_str(entry.body());
        out.push('}');
    }
    out.push_str("\n]}\n");
    out
}

/// Sign-ups as CSV (RFC 4180, UTF-8 with a byte order mark), one row a person. Texts that a spreadsheet would run as
/// a formula get an apostrophe in front. Partner requests are left out.
pub fn sign_ups_csv(entries: &[&Entry]) -> String {
    let columns = [
        "key",
        "kind",
        "submitted",
        "training_id",
        "training",
        "sessions",
        "given_name",
        "family_name",
        "email",
        "role",
        "organisation",
        "organisation_id",
        "country",
        "accessibility_needs",
        "dietary_needs",
        "hopes",
        "event_id",
        "event",
    ];
    let mut table = table_of(&columns);
    for entry in entries {
        let body = entry.contents();
        if body.matter().is_none() {
            continue;
        }
        let named = |of: &Option<TrainingBody>| {
            of.as_ref().map(|it| (it.id.clone(), it.title.clone())).unwrap_or_default()
        };
        let (training, event) = (named(&body.training), named(&body.event));
        let (name, id) = body
            .organisation
            .as_ref()
            .map_or(("", ""), |named| (named.name.as_str(), named.id.as_deref().unwrap_or_default()));
        let sessions: Vec<&str> = body.sessions.iter().map(|session| session.id.as_str()).collect();
        let sessions = sessions.join(";");
        let end = at_the_end(entry);
        for person in &body.people {
            let cells = [
                body.key.as_str(),
                body.kind.as_str(),
                &body.submitted,
                &training.0,
                &training.1,
                &sessions,
                &person.given_name,
                &person.family_name,
                &person.email,
                &person.role,
                name,
                id,
                body.country.as_deref().unwrap_or_default(),
                person.accessibility_needs.as_deref().unwrap_or_default(),
                person.dietary_needs.as_deref().unwrap_or_default(),
                body.hopes.as_deref().unwrap_or_default(),
                &event.0,
                &event.1,
            ];
            table.safe_row(&[&cells[..], &end].concat());
        }
    }
    table.finish()
}

/// Partner requests as CSV, one row each, in the same manner. Sign-ups are left out.
pub fn requests_csv(entries: &[&Entry]) -> String {
    let columns = [
        "key",
        "submitted",
        "title",
        "kind",
        "sought",
        "offered",
        "ecosystems",
        "expertise",
        "places",
        "call",
        "call_id",
        "deadline",
        "organisations",
        "partners",
        "asker",
        "contact_name",
        "contact_email",
    ];
    let mut table = table_of(&columns);
    for entry in entries {
        let body = entry.contents();
        let (Some(request), Some(contact)) = (&body.request, &body.contact) else { continue };
        let (call, call_id) = request
            .call
            .as_ref()
            .map_or(("", ""), |named| (named.name.as_str(), named.id.as_deref().unwrap_or_default()));
        let end = at_the_end(entry);
        let cells = [
            body.key.as_str(),
            &body.submitted,
            &request.title,
            &request.kind,
            &request.sought,
            request.offered.as_deref().unwrap_or_default(),
            &request.ecosystems.join(";"),
            &request.expertise.join(";"),
            &request.places.join(";"),
            call,
            call_id,
            request.deadline.as_deref().unwrap_or_default(),
            &request.organisations.join(";"),
            &request.partners.join(";"),
            request.asker.as_deref().unwrap_or_default(),
            &contact.name,
            &contact.email,
        ];
        table.safe_row(&[&cells[..], &end].concat());
    }
    table.finish()
}

/// Proposals about organisations as CSV, one row a field that would change, in the same manner; one without a change, which
/// is a remark only, has a row too. All else is left out.
pub fn proposals_csv(entries: &[&Entry]) -> String {
    let columns = [
        "key",
        "kind",
        "submitted",
        "organisation_id",
        "organisation",
        "edition",
        "published",
        "field",
        "from",
        "to",
        "note",
        "relation",
        "contact_name",
        "contact_email",
    ];
    let mut table = table_of(&columns);
    for entry in entries {
        let body = entry.contents();
        let (Some(profile), Some(contact)) = (&body.profile, &body.contact) else { continue };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let end = at_the_end(entry);
        let mut rows: Vec<[String; 3]> = Vec::new();
        for (field, change) in &profile.changes {
            rows.push([field.clone(), text(&change.from), text(&change.to)]);
        }
        if rows.is_empty() {
            rows.push(Default::default());
        }
        for [field, from, to] in &rows {
            let cells = [
                body.key.as_str(),
                body.kind.as_str(),
                &body.submitted,
                profile.record.as_deref().unwrap_or_default(),
                &profile.name,
                profile.edition.as_deref().unwrap_or_default(),
                profile.published.as_deref().unwrap_or_default(),
                field,
                from,
                to,
                profile.note.as_deref().unwrap_or_default(),
                &profile.relation,
                &contact.name,
                &contact.email,
            ];
            table.safe_row(&[&cells[..], &end].concat());
        }
    }
    table.finish()
}

/// The columns that every table ends with: what was agreed to, how far it has come, and what it corrects.
const AT_THE_END: [&str; 8] = [
    "consent_privacy",
    "consent_newsletter",
    "consent_text_version",
    "consent_language",
    "consent_at",
    "state",
    "reference",
    "replaces",
];

/// A table with its heads.
fn table_of(columns: &[&str]) -> Table {
    let mut table = Table::new();
    table.safe_row(&[columns, &AT_THE_END].concat());
    table
}

/// What stands in those columns.
fn at_the_end(entry: &Entry) -> [&str; AT_THE_END.len()] {
    let consent = &entry.contents().consent;
    let word = |ticked| if ticked { "true" } else { "false" };
    let (state, reference) = progress(entry.state());
    [
        word(consent.privacy),
        word(consent.newsletter),
        &consent.text_version,
        &consent.language,
        &consent.at,
        state,
        reference,
        entry.contents().replaces.as_deref().unwrap_or_default(),
    ]
}

/// How far it has come, in one word, and the receiver's reference.
fn progress(state: &EntryState) -> (&'static str, &str) {
    match state {
        EntryState::Queued(_) | EntryState::Sending { .. } | EntryState::ByHand => ("not_sent", ""),
        EntryState::HandedOver { .. } => ("handed_over", ""),
        EntryState::Acknowledged(receipt) => {
            let status = match receipt.status {
                Status::Confirmed => "confirmed",
                Status::WaitingList => "waiting_list",
                Status::Received => "received",
            };
            (status, receipt.reference.as_deref().unwrap_or_default())
        }
        EntryState::Rejected { .. } => ("rejected", ""),
        EntryState::WithdrawQueued(_) | EntryState::WithdrawSending { .. } => ("withdrawing", ""),
        EntryState::Withdrawn { .. } => ("withdrawn", ""),
    }
}
