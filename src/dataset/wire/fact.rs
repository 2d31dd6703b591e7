//! Facts as they are written: what the published schema is made from. The app writes none, so that this is of the host
//! alone.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::{CountryCode, Fact, FactSeries, FactTopic, PartialDate};

use super::codes;
use super::shared::{WireFigure, WireRelated, WireValue};

/// A file of facts: `data/facts.json`.
#[derive(JsonSchema)]
#[schemars(title = "Cluster Atlas: facts, format 1", deny_unknown_fields)]
#[expect(dead_code, reason = "files are written line by line; this type describes them")]
pub(in crate::dataset) struct FactsFile<'a> {
    /// What this file is.
    #[schemars(extend("const" = "cluster-atlas/facts/1"))]
    format: &'a str,
    /// The edition that a build has marked it as; it stands first.
    edition: Option<&'a str>,
    /// The facts.
    records: Vec<WireFact<'a>>,
}

/// A fact, as a source states it. What is left out is not stated, never "no" and never zero.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fact", deny_unknown_fields)]
pub(in crate::dataset) struct WireFact<'a> {
    /// Unique in the file.
    #[schemars(regex(pattern = "^[A-Za-z0-9._-]{1,120}$"))]
    id: &'a str,
    /// The fact in a sentence, or what its value counts.
    #[schemars(length(min = 1, max = 300))]
    title: &'a str,
    /// The country it is about; left out for one about Europe or a programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    country: Option<&'a str>,
    /// What it is about.
    #[schemars(extend("enum" = FactTopic::ALL.map(FactTopic::as_str)))]
    topic: &'a str,
    /// The programme, service or policy that it is about, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 300))]
    subject: Option<&'a str>,
    /// How many, or what.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<WireValue<'a>>,
    /// In what unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 300))]
    unit: Option<&'a str>,
    /// Further figures of the same fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default, length(max = 200))]
    parts: Vec<WireFigure<'a>>,
    /// The time it speaks of, as its source writes it; left out where the source is undated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 300))]
    as_of: Option<&'a str>,
    /// The day, month or year by which it is ordered, where `as_of` begins with one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    date: Option<String>,
    /// The series that its value is a point of.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = FactSeries::ALL.map(FactSeries::as_str)))]
    series: Option<&'a str>,
    /// The year in the series, where that is not the year of `date`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    period: Option<String>,
    /// What the source leaves open.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 500))]
    note: Option<&'a str>,
    /// What belongs to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    related: Option<WireRelated<'a>>,
    /// Where it is from: identifiers of the dataset's sources, or addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    sources: Vec<&'a str>,
}

impl<'a> WireFact<'a> {
    /// A record as it is written.
    pub(in crate::dataset) fn new(fact: &'a Fact) -> Self {
        Self {
            id: fact.id.as_str(),
            title: &fact.title,
            country: fact.country.as_ref().map(CountryCode::as_str),
            topic: fact.topic.as_str(),
            subject: fact.subject.as_deref(),
            value: fact.value.as_ref().map(WireValue::from),
            unit: fact.unit.as_deref(),
            parts: fact.parts.iter().map(WireFigure::from).collect(),
            as_of: fact.as_of.as_deref(),
            date: fact.date.as_ref().map(PartialDate::to_string),
            series: fact.series.map(FactSeries::as_str),
            period: fact.period.as_ref().map(PartialDate::to_string),
            note: fact.note.as_deref(),
            related: WireRelated::new(&fact.related),
            sources: codes(&fact.sources),
        }
    }
}
