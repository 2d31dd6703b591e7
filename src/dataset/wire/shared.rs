//! What several kinds of record are written with.

use serde::Serialize;

use crate::domain::{Budget, Figure, FigureValue, Registration, Related};

use super::codes;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// How one registers, as it is written.
pub(in crate::dataset) fn registration(registration: &Registration) -> Option<&str> {
    match registration {
        Registration::NotStated => None,
        Registration::Here => Some("endpoint"),
        Registration::None => Some("none"),
        Registration::At(address) => Some(address.as_str()),
    }
}

/// Records that belong to a record, by their identifiers.
#[derive(Serialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(rename = "Related", deny_unknown_fields)
)]
pub(in crate::dataset) struct WireRelated<'a> {
    /// Open calls.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    calls: Vec<&'a str>,
    /// Trainings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    trainings: Vec<&'a str>,
    /// Events.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    events: Vec<&'a str>,
    /// Networks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    networks: Vec<&'a str>,
    /// Policies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    policies: Vec<&'a str>,
    /// Resources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    resources: Vec<&'a str>,
}

impl<'a> WireRelated<'a> {
    /// What belongs to a record; `None` where nothing does.
    pub(in crate::dataset) fn new(related: &'a Related) -> Option<Self> {
        (*related != Related::default()).then(|| Self {
            calls: codes(&related.calls),
            trainings: codes(&related.trainings),
            events: codes(&related.events),
            networks: codes(&related.networks),
            policies: codes(&related.policies),
            resources: codes(&related.resources),
        })
    }
}

/// A figure, or another fact in a few words.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Figure", deny_unknown_fields))]
pub(in crate::dataset) struct WireFigure<'a> {
    /// What it is.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = 300)))]
    label: &'a str,
    /// How many, or what.
    value: WireValue<'a>,
    /// In what unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    unit: Option<&'a str>,
    /// The time that it speaks of, as its source writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 300)))]
    as_of: Option<&'a str>,
    /// What is to be known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
    /// Where it is from, where not from the record's own sources.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^[hH][tT][tT][pP][sS]?://[^\\s]+$"), length(max = 2000))
    )]
    source: Option<&'a str>,
}

/// What a figure says.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "FigureValue"))]
#[serde(untagged)]
pub(in crate::dataset) enum WireValue<'a> {
    /// A whole number, written without a point.
    Whole(i64),
    /// A number.
    Number(f64),
    /// Words.
    Words(&'a str),
}

impl<'a> From<&'a FigureValue> for WireValue<'a> {
    fn from(value: &'a FigureValue) -> Self {
        match value {
            // Whole numbers up to here are exact.
            FigureValue::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                Self::Whole(*number as i64)
            }
            FigureValue::Number(number) => Self::Number(*number),
            FigureValue::Words(words) => Self::Words(words),
        }
    }
}

impl<'a> From<&'a Figure> for WireFigure<'a> {
    fn from(figure: &'a Figure) -> Self {
        Self {
            label: &figure.label,
            value: WireValue::from(&figure.value),
            unit: figure.unit.as_deref(),
            as_of: figure.as_of.as_deref(),
            note: figure.note.as_deref(),
            source: figure.source.as_ref().map(crate::domain::WebAddress::as_str),
        }
    }
}

/// A sum of money.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Budget", deny_unknown_fields))]
pub(in crate::dataset) struct WireBudget<'a> {
    /// In whole euro.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(max = 1_000_000_000_000_u64)))]
    eur: Option<u64>,
    /// What the source says about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(max = 500)))]
    note: Option<&'a str>,
}

impl<'a> From<&'a Budget> for WireBudget<'a> {
    fn from(budget: &'a Budget) -> Self {
        Self { eur: budget.eur, note: budget.note.as_deref() }
    }
}
