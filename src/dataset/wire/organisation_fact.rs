//! What sources say of organisations, as it is written. The app writes none, so that this is of the host alone.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::{
    Confidence, OrganisationFact, PartialDate, PartnerRole, RecordId, StatedField, StatedValue,
};

/// A file of what sources say of organisations: `data/organisation_facts.json`.
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: what sources say of organisations, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct OrganisationFactsFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/organisation_facts/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// One value each.
    records: Vec<WireOrganisationFact<'a>>,
}

/// One value that a source states of an organisation. What is left out is not stated, never "no".
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OrganisationFact", deny_unknown_fields)]
pub(in crate::dataset) struct WireOrganisationFact<'a> {
    /// The organisation's identifier.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$"))]
    organisation: &'a str,
    /// What is stated.
    #[schemars(extend("enum" = StatedField::ALL.map(StatedField::as_str)))]
    field: &'a str,
    /// The value: a number of members, an address, a date as exactly as it is known, or words.
    value: WireStated<'a>,
    /// As what it takes part.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = PartnerRole::ALL.map(PartnerRole::as_str)))]
    role: Option<&'a str>,
    /// The network of the dataset in which it takes part.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$"))]
    network: Option<&'a str>,
    /// The policy of the dataset that the value follows from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$"))]
    policy: Option<&'a str>,
    /// The time that it is of, as exactly as is known: `2022-09-01`, `2022-09` or `2022`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    as_of: Option<String>,
    /// Until when it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    until: Option<String>,
    /// Whether its source shows that it holds no longer. Where `until` is stated, that decides.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    historic: bool,
    /// Whether it was read off the organisation's name.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    inferred: bool,
    /// How sure it is that the source means this organisation; `high` where left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = Confidence::ALL.map(Confidence::as_str)))]
    confidence: Option<&'a str>,
    /// What the source calls the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 300))]
    named_as: Option<&'a str>,
    /// What else is to be known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 500))]
    note: Option<&'a str>,
    /// Where it is from: the identifier of one of the dataset's sources, or an address.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
}

/// What is stated.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatedValue")]
#[serde(untagged)]
pub(in crate::dataset) enum WireStated<'a> {
    /// A number of members.
    Count(u32),
    /// An address, a date or words.
    Text(Cow<'a, str>),
}

impl<'a> WireOrganisationFact<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(fact: &'a OrganisationFact) -> Self {
        Self {
            organisation: fact.organisation.as_str(),
            field: fact.value.field().as_str(),
            value: match &fact.value {
                StatedValue::Website(address) => WireStated::Text(address.as_str().into()),
                StatedValue::Founded(date) => WireStated::Text(date.to_string().into()),
                StatedValue::Members(count) => WireStated::Count(*count),
                StatedValue::Label(words)
                | StatedValue::Programme(words)
                | StatedValue::Participation(words)
                | StatedValue::TechnologyField(words) => WireStated::Text(words.into()),
            },
            role: fact.role.map(PartnerRole::as_str),
            network: fact.network.as_ref().map(RecordId::as_str),
            policy: fact.policy.as_ref().map(RecordId::as_str),
            as_of: fact.as_of.as_ref().map(PartialDate::to_string),
            until: fact.until.as_ref().map(PartialDate::to_string),
            historic: fact.historic,
            inferred: fact.inferred,
            confidence: (fact.confidence != Confidence::default()).then(|| fact.confidence.as_str()),
            named_as: fact.named_as.as_deref(),
            note: fact.note.as_deref(),
            source: fact.source.as_deref(),
        }
    }
}
