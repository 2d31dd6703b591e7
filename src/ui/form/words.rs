//! Fields, faults and values in words.

use leptos::prelude::*;

use crate::domain::{Day, TimeOfDay};
use crate::signup::{BodyKind, Fault, Field, Label, Line, Part};
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, said, text};
use crate::ui::shared::Shared;
use crate::ui::times;

/// What a field is called.
pub fn field_label(field: Field) -> String {
    said(match field {
        Field::Sessions => "field-sessions",
        Field::People => "field-people",
        Field::Person(_, Part::GivenName) => "field-given-name",
        Field::Person(_, Part::FamilyName) => "field-family-name",
        Field::Person(_, Part::Email) | Field::ContactEmail => "field-email",
        Field::Person(_, Part::Role) => "field-role",
        Field::Person(_, Part::Accessibility) => "field-accessibility",
        Field::Person(_, Part::Dietary) => "field-dietary",
        Field::Organisation => "field-organisation",
        Field::Country => "facet-country",
        Field::Hopes => "field-hopes",
        Field::Title => "field-title",
        Field::Kind => "facet-kind-request",
        Field::Sought => "field-sought",
        Field::Offered => "field-offered",
        Field::Ecosystems => "field-ecosystems",
        Field::Places => "field-places",
        Field::Call => "facet-call",
        Field::Deadline => "field-deadline",
        Field::Askers => "field-askers",
        Field::Wanted => "field-wanted",
        Field::Asker => "field-asker",
        Field::ContactName => "field-contact-name",
        Field::Privacy => "field-privacy",
        Field::Whole => "field-whole",
    })
}

/// Which kind of thing was submitted, in words.
pub fn sent_as(kind: BodyKind) -> String {
    said(match kind {
        BodyKind::SignUp => "entry-kind-sign-up",
        BodyKind::Interest => "entry-kind-interest",
        BodyKind::PartnerRequest => "entry-kind-request",
    })
}

/// What is wrong, and what to do.
pub fn fault_words(field: Field, fault: &Fault) -> String {
    match fault {
        Fault::Missing => match field {
            Field::Sessions => said("fault-no-session"),
            Field::Country => said("fault-no-country"),
            Field::Asker => said("fault-no-asker"),
            _ => said("fault-missing"),
        },
        Fault::TooLong { limit, length } => {
            text!("fault-too-long", "limit" => *limit as f64, "length" => *length as f64)
        }
        Fault::TooMany { limit } => text!("fault-too-many", "limit" => *limit as f64),
        Fault::NotAnEmail => said("fault-email"),
        Fault::NoPublicHost => said("fault-email-host"),
        Fault::NotPicked { text } => text!("fault-not-picked", "text" => text.as_str()),
        Fault::RegistrationClosed { .. } => said("fault-closed"),
        Fault::NotACountry => said("fault-no-country"),
        Fault::NotADay => said("fault-day"),
        Fault::DayPassed { day } => text!("fault-day-passed", "date" => date(*day)),
        Fault::UnknownSession { .. } => said("fault-unknown-session"),
        Fault::SessionOver { .. } => said("fault-session-over"),
        Fault::Unknown { value } => text!("fault-unknown", "value" => value.as_str()),
        Fault::NotTicked => said("fault-privacy"),
        Fault::Refused { detail } if detail.is_empty() => said("fault-refused"),
        Fault::Refused { detail } => text!("fault-refused-because", "detail" => detail.as_str()),
    }
}

/// Values in words.
#[derive(Clone)]
pub struct Wording {
    /// The dataset.
    pub atlas: Shared<Atlas>,
    /// The names in the visitor's language.
    pub labels: Memo<Shared<Labels>>,
}

impl Wording {
    /// The words of the page that is being drawn.
    pub fn new(atlas: Shared<Atlas>) -> Self {
        Self { atlas, labels: expect_context::<Memo<Shared<Labels>>>() }
    }

    /// What a value is.
    pub fn label(label: Label) -> String {
        match label {
            Label::Training => said("suggestion-training"),
            Label::Kind => said("record-kind"),
            Label::TrainingId => said("record-training-id"),
            Label::Submitted => said("record-submitted"),
            Label::Privacy => said("record-privacy"),
            Label::PrivacyText => said("record-privacy-text"),
            Label::Newsletter => said("record-newsletter"),
            Label::Key => said("entry-key"),
            Label::Field(field) => field_label(field),
        }
    }

    /// A value as people read it.
    pub fn value(&self, line: &Line) -> String {
        let value = line.value.as_str();
        let named = |facet: &str| self.labels.with(|labels| labels.of(facet, value));
        match line.label {
            Label::Kind => [BodyKind::SignUp, BodyKind::Interest, BodyKind::PartnerRequest]
                .into_iter()
                .find(|kind| kind.as_str() == value)
                .map_or_else(|| value.to_owned(), sent_as),
            Label::Privacy | Label::Newsletter => {
                let ticked = value == "true";
                said(if ticked { "record-yes" } else { "record-no" })
            }
            Label::Field(Field::Country) => named("country"),
            Label::Field(Field::Kind) => named("kind"),
            Label::Field(Field::Ecosystems) => named("ecosystem"),
            Label::Field(Field::Places) if value.len() == 2 => named("country"),
            Label::Field(Field::Places) => named("region"),
            Label::Field(Field::Askers | Field::Wanted) => {
                self.atlas.organisation(value).map_or_else(|| value.to_owned(), |known| known.name.clone())
            }
            Label::Field(Field::Deadline) => value.parse().map_or_else(|_| value.to_owned(), date),
            Label::Field(Field::Sessions) => session_words(value),
            _ => value.to_owned(),
        }
    }
}

/// A session as it stands in a body (`2026-11-20` or `2026-11-20 09:00`) in words.
fn session_words(value: &str) -> String {
    let (day, time) = value.split_once(' ').map_or((value, None), |(day, time)| (day, Some(time)));
    let Ok(day) = day.parse::<Day>() else { return value.to_owned() };
    match time.and_then(|time| time.parse::<TimeOfDay>().ok()) {
        Some(time) => times::moment(day, Some(time)),
        None => date(day),
    }
}
