//! What becomes of proposals: read as they were received or exported, held against the dataset, and put into it.
//!
//! Nothing here trusts a proposal: what it says goes through the reader of the dataset like any file, and whatever that
//! finds wrong is a reason to refuse.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::value::RawValue;
use thiserror::Error;

use crate::dataset::{
    Fetched, Finding, FindingKind, LARGEST_FILE, RecordField, RecordFieldKind, Severity, edition_by_content,
    identifier_of, organisations_file, read_organisations, with_fields,
};
use crate::domain::{CountryCode, Day, Organisation, Provenance, RecordId, TermId, Vocabularies, tidy};
use crate::explore::fold;

use super::body::{BODY_FORMAT, Body, BodyKind, ChangeBody, ProfileBody};
use super::check::{LONGEST_TEXT, MOST_CHOICES};
use super::key::EntryKey;
use super::profile_field::{ProfileField as Of, ProfileTexts, degrees, is_same};

/// The source that values from proposals are said to be from.
pub(super) const SOURCE: &str = "proposals";

/// A proposal, as it was received.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Its key, by which it is accepted and known again.
    pub key: EntryKey,
    /// The day on which it was submitted.
    pub day: Day,
    /// What is proposed.
    pub profile: ProfileBody,
    /// Who proposes it, and where they can be asked: for whoever decides, never for the dataset.
    pub contact: String,
}

/// Why a proposal cannot be applied.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProposalFault {
    /// The file is larger than any that can be taken in.
    #[error("the file is too large")]
    TooLarge,
    /// Not JSON, or not what a proposal is made of.
    #[error("it cannot be read: {why}")]
    Unreadable {
        /// What the parser says.
        why: String,
    },
    /// Of another format.
    #[error("it is in the format {format:?}, not in {BODY_FORMAT:?}")]
    OtherFormat {
        /// What it says it is.
        format: String,
    },
    /// A sign-up, or something else that proposes nothing.
    #[error("it is of the kind {kind:?} and proposes nothing about an organisation")]
    OtherKind {
        /// The name of its kind.
        kind: &'static str,
    },
    /// The day of its submission, or its key, is none.
    #[error("its {member:?} is not as the app writes it")]
    Malformed {
        /// Which member.
        member: &'static str,
    },
    /// A field that nobody can propose anything for.
    #[error("nobody can propose anything for the field {field:?}")]
    UnknownField {
        /// Its name.
        field: String,
    },
    /// It is a remark only.
    #[error("it changes nothing; its remark is for a person to read")]
    NothingToChange,
    /// The record that it corrects is not in the dataset.
    #[error("the dataset has no organisation {record:?}")]
    RecordGone {
        /// The record's identifier.
        record: String,
    },
    /// There is such an organisation already.
    #[error("the dataset has an organisation of this name in this country already: {record}")]
    AlreadyThere {
        /// The record's identifier.
        record: String,
    },
    /// It was applied before.
    #[error("it was applied already")]
    AlreadyApplied,
    /// The dataset says already what it proposes.
    #[error("the dataset says all of it already")]
    AlreadySo,
    /// Somebody else has changed the field since.
    #[error("{field} was changed since: it said {from:?} when this was proposed, and says {now:?} now")]
    ChangedSince {
        /// The field.
        field: &'static str,
        /// What it said.
        from: String,
        /// What it says.
        now: String,
    },
    /// What it proposes is nothing that the dataset takes.
    #[error("{field} cannot be {value:?}: {why}")]
    Invalid {
        /// The field.
        field: String,
        /// What is proposed, cut.
        value: String,
        /// What the reader of the dataset finds.
        why: String,
    },
}

/// What would change in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: Of,
    /// What it says now; empty where it says nothing.
    pub before: String,
    /// What it would say.
    pub after: String,
}

/// A proposal that fits the dataset as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The record as it would be.
    pub record: Organisation,
    /// Whether it is not in the dataset yet.
    pub is_new: bool,
    /// What would change.
    pub differences: Vec<Difference>,
}

/// A dataset to which proposals are applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Applying {
    /// Its organisations.
    pub organisations: Vec<Organisation>,
    /// Its vocabularies.
    pub vocabularies: Vocabularies,
    /// Where single values are from.
    pub provenance: Vec<Provenance>,
}

/// The proposals in a file: one, a list, one a line, or what the app exports from "My sign-ups". Each is judged by itself.
pub fn proposals_in(bytes: &[u8]) -> Vec<Result<Proposal, ProposalFault>> {
    if bytes.len() > LARGEST_FILE {
        return vec![Err(ProposalFault::TooLarge)];
    }
    let text = match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        Ok(text) => text.trim(),
        Err(fault) => return vec![Err(ProposalFault::Unreadable { why: fault.to_string() })],
    };
    match elements(text) {
        Ok(raw) => raw.into_iter().map(Proposal::read).collect(),
        Err(fault) => vec![Err(unreadable(&fault))],
    }
}

/// Whether a file is one of proposals, or of other things that visitors fill in: some element of it is in their format.
pub fn are_proposals(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let is_other = |found: &Result<Proposal, ProposalFault>| {
        use ProposalFault::{OtherFormat, TooLarge, Unreadable};
        matches!(found, Err(TooLarge | Unreadable { .. } | OtherFormat { .. }))
    };
    matches!(start.first(), Some(b'{' | b'[')) && !proposals_in(bytes).iter().all(is_other)
}

#[derive(Deserialize)]
struct Exported<'a> {
    #[serde(borrow)]
    entries: Vec<ExportedEntry<'a>>,
}

#[derive(Deserialize)]
struct ExportedEntry<'a> {
    #[serde(borrow)]
    body: &'a RawValue,
}

fn elements(text: &str) -> Result<Vec<&str>, serde_json::Error> {
    if text.starts_with('[') {
        let raw: Vec<&RawValue> = serde_json::from_str(text)?;
        return Ok(raw.into_iter().map(RawValue::get).collect());
    }
    if let Ok(exported) = serde_json::from_str::<Exported<'_>>(text) {
        return Ok(exported.entries.into_iter().map(|entry| entry.body.get()).collect());
    }
    let raw: Result<Vec<&RawValue>, _> = serde_json::Deserializer::from_str(text).into_iter().collect();
    Ok(raw?.into_iter().map(RawValue::get).collect())
}

fn unreadable(fault: &serde_json::Error) -> ProposalFault {
    // What a parser quotes is as long, and as wild, as what was written.
    ProposalFault::Unreadable { why: shown(&fault.to_string()) }
}

/// A text for a sentence: on one line, without what a terminal would obey, and not too long.
fn shown(text: &str) -> String {
    tidy(text).chars().take(200).collect()
}

impl Proposal {
    fn read(text: &str) -> Result<Self, ProposalFault> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
        }
        let head: Head = serde_json::from_str(text).map_err(|fault| unreadable(&fault))?;
        if head.format != BODY_FORMAT {
            return Err(ProposalFault::OtherFormat { format: shown(&head.format) });
        }
        let body: Body = serde_json::from_str(text).map_err(|fault| unreadable(&fault))?;
        let Some(profile) = body.profile else {
            return Err(ProposalFault::OtherKind { kind: body.kind.as_str() });
        };
        match (body.kind, &profile.record) {
            (BodyKind::NewProfile, None) | (BodyKind::Correction, Some(_)) => {}
            (BodyKind::NewProfile | BodyKind::Correction, _) => {
                return Err(ProposalFault::Malformed { member: "record" });
            }
            (kind, _) => return Err(ProposalFault::OtherKind { kind: kind.as_str() }),
        }
        let key = body.key.parse().map_err(|_| ProposalFault::Malformed { member: "key" })?;
        let day = body.submitted.get(..10).and_then(|day| day.parse().ok());
        let contact = body.contact.map(|contact| [contact.name, contact.email].join(", "));
        Ok(Self {
            key,
            day: day.ok_or(ProposalFault::Malformed { member: "submitted" })?,
            profile,
            contact: contact.as_deref().map(shown).unwrap_or_default(),
        })
    }
}

/// What is published of a proposal's key: it tells one from another, and nobody can withdraw by it.
fn mark(key: &EntryKey) -> String {
    edition_by_content(key.as_str())
}

impl Applying {
    /// What a proposal would change, or why it cannot be applied.
    pub fn judge(&self, proposal: &Proposal) -> Result<Judged, ProposalFault> {
        let mark = mark(&proposal.key);
        if self.provenance.iter().any(|known| known.proposal.as_deref() == Some(mark.as_str())) {
            return Err(ProposalFault::AlreadyApplied);
        }
        let changes = known_fields(&proposal.profile)?;
        let before = match &proposal.profile.record {
            Some(id) => {
                let known = self.organisations.iter().find(|known| known.id.as_str() == id);
                Some(known.ok_or_else(|| ProposalFault::RecordGone { record: shown(id) })?)
            }
            None => None,
        };
        if changes.is_empty() {
            return Err(ProposalFault::NothingToChange);
        }
        let texts = before.map(ProfileTexts::of).unwrap_or_default();
        let differences = differences(&changes, &texts)?;
        if differences.is_empty() {
            return Err(ProposalFault::AlreadySo);
        }
        let file = match before {
            Some(record) => organisations_file(&[record], &self.vocabularies),
            None => self.beginning(&differences)?,
        };
        let record = self.changed(&file, before.is_none(), &differences)?;
        Ok(Judged { record, is_new: before.is_none(), differences })
    }

    /// Puts what was judged into the dataset. No proposal is of a later day than today, whatever it says.
    pub fn apply(&mut self, proposal: &Proposal, judged: Judged, today: Day) {
        let Judged { mut record, is_new, differences } = judged;
        let Ok(source) = SOURCE.parse::<TermId>() else { return };
        let day = proposal.day.min(today);
        record.updated = Some(day).max(record.updated);
        if is_new {
            record.source = Some(SOURCE.to_owned());
        }
        let id = record.id.clone();
        if let Some(known) = self.organisations.iter_mut().find(|known| known.id == id) {
            *known = record;
        } else {
            let at = self.organisations.partition_point(|known| known.id < id);
            self.organisations.insert(at, record);
        }
        for Difference { field, .. } in differences {
            // That a proposal was applied is known for good: it is not applied again when its value is changed back.
            let is_forgotten = |known: &Provenance| {
                known.record == id && known.field == field.as_str() && known.proposal.is_none()
            };
            self.provenance.retain(|known| !is_forgotten(known));
            self.provenance.push(Provenance {
                record: id.clone(),
                field: field.as_str().to_owned(),
                source: source.clone(),
                day,
                proposal: Some(mark(&proposal.key)),
            });
        }
        // One after the other: the last of a field is where its value is from.
        self.provenance.sort_by(|one, other| (&one.record, &one.field).cmp(&(&other.record, &other.field)));
    }

    /// The source to be described in the manifest, once something was applied: identifier and name.
    pub fn source() -> (&'static str, &'static str) {
        (SOURCE, "Profiles proposed by the people concerned")
    }

    /// A file with a record of a new organisation, which has nothing but an identifier.
    fn beginning(&self, differences: &[Difference]) -> Result<String, ProposalFault> {
        let said = |field| differences.iter().find(|it| it.field == field).map_or("", |it| it.after.as_str());
        let (name, country) = (said(Of::Name), said(Of::Country));
        let folded = fold(name);
        let same = self
            .organisations
            .iter()
            .find(|known| known.country.as_str() == country && fold(&known.name) == folded);
        if let Some(known) = same {
            return Err(ProposalFault::AlreadyThere { record: known.id.as_str().to_owned() });
        }
        let taken: BTreeSet<&str> = self.organisations.iter().map(|known| known.id.as_str()).collect();
        let id = identifier_of(country, name, &|id| taken.contains(id));
        if id.parse::<RecordId>().is_err() || country.parse::<CountryCode>().is_err() {
            return Err(ProposalFault::Malformed { member: "changes" });
        }
        let head = "{\"format\":\"cluster-atlas/organisations/1\",\"records\":[{\"id\":\"";
        Ok([head, &id, "\"}]}"].concat())
    }

    /// The record of a file with what is proposed, as the reader of the dataset takes it: without any new fault.
    fn changed(
        &self,
        file: &str,
        is_new: bool,
        differences: &[Difference],
    ) -> Result<Organisation, ProposalFault> {
        let mut fields = Vec::new();
        for difference in differences {
            written(difference, &mut fields);
        }
        let changed = with_fields(file, "organisations", &fields)
            .ok_or(ProposalFault::Malformed { member: "changes" })?;
        let read = |file: &str| {
            read_organisations(&Fetched::opened("organisations.json", file.as_bytes()), &self.vocabularies)
                .map_err(|fault| ProposalFault::Unreadable { why: shown(&fault.to_string()) })
        };
        let (before, after) = (read(file)?, read(&changed)?);
        let known = |path: &str| before.report.findings.iter().any(|finding| finding.path == path);
        // What nobody sees is taken off, as everywhere.
        let is_harmless = |finding: &Finding| {
            finding.severity == Severity::Noted && finding.kind == FindingKind::HiddenCharacters
        };
        let fault = after.report.findings.iter().find(|finding| {
            !is_harmless(finding)
                && (is_new || !known(&finding.path) || finding.severity == Severity::Refused)
        });
        if let Some(fault) = fault {
            return Err(ProposalFault::Invalid {
                field: shown(&fault.path),
                value: shown(&fault.value),
                why: fault.kind.as_str().replace('_', " "),
            });
        }
        let record =
            after.records.into_iter().next().ok_or(ProposalFault::Malformed { member: "changes" })?;
        match differences.iter().find_map(|difference| unlikely(difference, &record)) {
            Some(fault) => Err(fault),
            None => Ok(record),
        }
    }
}

/// What the form does not take, and what a file that was made elsewhere may say all the same.
fn unlikely(difference: &Difference, record: &Organisation) -> Option<ProposalFault> {
    let members = &record.members;
    let parts = [(Of::Sme, members.sme), (Of::Large, members.large), (Of::Research, members.research)];
    let is_more = |part: Option<u32>| members.total.zip(part).is_some_and(|(all, part)| part > all);
    let why = match difference.field {
        Of::Website if record.website.as_ref().is_some_and(|website| !website.is_public()) => {
            "others cannot open this address"
        }
        Of::Members if parts.iter().any(|(_, part)| is_more(*part)) => "it is less than a part of it",
        field if parts.iter().any(|(of, part)| *of == field && is_more(*part)) => {
            "it is more than all members"
        }
        _ => return None,
    };
    Some(ProposalFault::Invalid {
        field: difference.field.as_str().to_owned(),
        value: shown(&difference.after),
        why: why.to_owned(),
    })
}

/// What is proposed, field by field, in the order of the form.
fn known_fields(profile: &ProfileBody) -> Result<Vec<(Of, &ChangeBody)>, ProposalFault> {
    let mut changes = Vec::new();
    for (name, change) in &profile.changes {
        let field = Of::named(name).ok_or_else(|| ProposalFault::UnknownField { field: shown(name) })?;
        let texts = [&change.from, &change.to];
        let is_long = |text: &&String| {
            text.chars().count() > LONGEST_TEXT.max(20_000)
                || field.is_list() && text.lines().count() > MOST_CHOICES
        };
        if let Some(long) = texts.into_iter().flatten().find(is_long) {
            return Err(ProposalFault::Invalid {
                field: field.as_str().to_owned(),
                value: shown(long),
                why: "it is too long".to_owned(),
            });
        }
        changes.push((field, change));
    }
    changes.sort_by_key(|(field, _)| *field);
    Ok(changes)
}

/// What would change; a fault where a field says neither what it said when this was proposed nor what is proposed.
fn differences(changes: &[(Of, &ChangeBody)], now: &ProfileTexts) -> Result<Vec<Difference>, ProposalFault> {
    let mut differences = Vec::new();
    for (field, change) in changes {
        let (from, to) = (change.from.as_deref().unwrap_or(""), change.to.as_deref().unwrap_or(""));
        let before = now.get(*field);
        if is_same(*field, before, to) {
            continue;
        }
        if !is_same(*field, before, from) {
            return Err(ProposalFault::ChangedSince {
                field: field.as_str(),
                from: shown(from),
                now: shown(before),
            });
        }
        differences.push(Difference { field: *field, before: before.to_owned(), after: to.to_owned() });
    }
    Ok(differences)
}

/// A difference as the texts that are put into a record.
fn written(difference: &Difference, fields: &mut Vec<RecordField>) {
    let Difference { field, after, .. } = difference;
    let mut put = |path: &str, kind, text: &str| {
        fields.push(RecordField { path: path.to_owned(), kind, text: text.to_owned() });
    };
    let text = after.as_str();
    match (field, field.paths()) {
        (Of::Location, [lat, lon]) => {
            let number = RecordFieldKind::Number;
            // What is no point is left to the reader, which says so.
            let (north, east) = degrees(text).unwrap_or((text, text));
            put(lat, number, north);
            put(lon, number, east);
            put("location.precision", RecordFieldKind::Text, if text.is_empty() { "" } else { "city" });
        }
        (Of::Region, [code, name]) => {
            put(code, RecordFieldKind::Text, text);
            put(name, RecordFieldKind::Text, "");
        }
        (Of::City, [city]) => {
            put(city, RecordFieldKind::Text, text);
            // What a source lists is not the town that somebody states.
            put("city_listed", RecordFieldKind::Text, "");
        }
        (Of::Expertise, [topics]) => {
            put(topics, RecordFieldKind::List, text);
            put("expertise_basis", RecordFieldKind::Text, if text.is_empty() { "" } else { "declared" });
        }
        (_, paths) => {
            let kind = match field {
                Of::Ecosystems => RecordFieldKind::List,
                Of::Founded | Of::Members | Of::Sme | Of::Large | Of::Research | Of::Staff => {
                    RecordFieldKind::Number
                }
                _ => RecordFieldKind::Text,
            };
            for path in paths {
                put(path, kind, text);
            }
        }
    }
}

/// What the published data say of something proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Publication {
    /// They say, of some of it at least, what they said when it was proposed.
    NotYet,
    /// They say all of it.
    Published,
    /// They say something else by now, which is neither: they were changed since, or what it is about is gone.
    ChangedSince,
}

/// What the dataset says of a proposal: of a correction by the record's texts, of a new organisation by its name and
/// country.
pub fn publication<'a>(
    profile: &ProfileBody,
    mut organisations: impl Iterator<Item = &'a Organisation>,
) -> Publication {
    let Ok(changes) = known_fields(profile) else { return Publication::NotYet };
    if let Some(id) = &profile.record {
        let Some(record) = organisations.find(|known| known.id.as_str() == id) else {
            return Publication::ChangedSince;
        };
        let texts = ProfileTexts::of(record);
        let says = |of: &dyn Fn(&ChangeBody) -> &Option<String>| {
            let said = |(field, change): &&(Of, &ChangeBody)| {
                is_same(*field, texts.get(*field), of(change).as_deref().unwrap_or_default())
            };
            changes.iter().filter(said).count()
        };
        return match says(&|change| &change.to) {
            all if all == changes.len() && all > 0 => Publication::Published,
            _ if changes.is_empty() || says(&|change| &change.from) > 0 => Publication::NotYet,
            _ => Publication::ChangedSince,
        };
    }
    let said = |wanted| {
        let change = changes.iter().find(|(field, _)| *field == wanted);
        change.and_then(|(_, change)| change.to.as_deref()).unwrap_or_default()
    };
    let (name, country) = (fold(said(Of::Name)), said(Of::Country));
    if organisations.any(|known| known.country.as_str() == country && fold(&known.name) == name) {
        Publication::Published
    } else {
        Publication::NotYet
    }
}
