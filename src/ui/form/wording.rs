//! Fields, faults and values in words.

use leptos::prelude::*;

use crate::domain::{Day, TimeOfDay};
use crate::signup::{BodyKind, Fault, Field, Label, Line, Part, ProfileField, Relation};
use crate::ui::atlas::Atlas;
use crate::ui::labels::Labels;
use crate::ui::messages::{date, tr};
use crate::ui::shared::Shared;
use crate::ui::times;

/// What a field is called.
pub fn field_label(field: Field) -> String {
    tr(match field {
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
        Field::Expertise => "profile-expertise",
        Field::Places => "field-places",
        Field::Call => "facet-call",
        Field::Deadline => "field-deadline",
        Field::Askers => "field-askers",
        Field::Wanted => "field-wanted",
        Field::Asker => "field-asker",
        Field::ContactName => "field-contact-name",
        Field::Profile(field) => field.words(),
        Field::Relation => "profile-relation",
        Field::Note => "profile-note",
        Field::Privacy => "field-privacy",
        Field::Whole => "field-whole",
    })
}

/// Which kind of thing was submitted, in words.
pub fn sent_as(kind: BodyKind) -> String {
    tr(match kind {
        BodyKind::SignUp => "entry-kind-sign-up",
        BodyKind::Interest => "entry-kind-interest",
        BodyKind::PartnerRequest => "entry-kind-request",
        BodyKind::NewProfile => "entry-kind-new-profile",
        BodyKind::Correction => "entry-kind-correction",
    })
}

/// What somebody has to do with an organisation, in words.
pub fn relation_words(relation: Relation) -> String {
    tr(match relation {
        Relation::Staff => "profile-relation-staff",
        Relation::Member => "profile-relation-member",
        Relation::Authority => "profile-relation-authority",
        Relation::Other => "profile-relation-other",
    })
}

/// What is wrong, and what to do.
pub fn fault_words(field: Field, fault: &Fault) -> String {
    match fault {
        Fault::Missing => match field {
            Field::Sessions => tr("fault-no-session"),
            Field::Country | Field::Profile(ProfileField::Country) => tr("fault-no-country"),
            Field::Asker => tr("fault-no-asker"),
            _ => tr("fault-missing"),
        },
        Fault::TooLong { limit, length } => {
            tr!("fault-too-long", "limit" => *limit as f64, "length" => *length as f64)
        }
        Fault::TooMany { limit } => tr!("fault-too-many", "limit" => *limit as f64),
        Fault::NotAnEmail => tr("fault-email"),
        Fault::NoPublicHost => tr("fault-email-host"),
        Fault::NotPicked { text } => tr!("fault-not-picked", "text" => text.as_str()),
        Fault::RegistrationClosed { .. } => tr("fault-closed"),
        Fault::NotACountry => tr("fault-no-country"),
        Fault::InAnotherCountry { town } => tr!("fault-other-country", "town" => town.as_str()),
        Fault::NotAWebAddress => tr("fault-website"),
        Fault::NotANumber => tr("fault-number"),
        // Not as amounts: a year has no separators.
        Fault::OutOfRange { least, most } => {
            tr!("fault-range", "least" => least.to_string(), "most" => most.to_string())
        }
        Fault::Unchanged => tr("fault-unchanged"),
        Fault::NotADay => tr("fault-day"),
        Fault::DayPassed { day } => tr!("fault-day-passed", "date" => date(*day)),
        Fault::UnknownSession { .. } => tr("fault-unknown-session"),
        Fault::SessionOver { .. } => tr("fault-session-over"),
        Fault::Unknown { value } => tr!("fault-unknown", "value" => value.as_str()),
        Fault::NotTicked => tr("fault-privacy"),
        Fault::Refused { detail } if detail.is_empty() => tr("fault-refused"),
        Fault::Refused { detail } => tr!("fault-refused-because", "detail" => detail.as_str()),
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
            Label::Training => tr("suggestion-training"),
            Label::Event => tr("suggestion-event"),
            Label::EventId => tr("record-event-id"),
            Label::Kind => tr("record-kind"),
            Label::TrainingId => tr("record-training-id"),
            Label::RecordId => tr("record-organisation-id"),
            Label::MadeAgainst => tr("record-made-against"),
            Label::Submitted => tr("record-submitted"),
            Label::Privacy => tr("record-privacy"),
            Label::PrivacyText => tr("record-privacy-text"),
            Label::Newsletter => tr("record-newsletter"),
            Label::Key => tr("entry-key"),
            Label::Replaces => tr("record-replaces"),
            Label::Field(field) => field_label(field),
        }
    }

    /// A value as people read it; with what it would replace, where it would.
    pub fn value(&self, line: &Line) -> String {
        let Some(before) = &line.before else { return self.one_value(line) };
        let words = |value: &str| {
            if value.is_empty() { tr("not-known") } else { self.one_value(&Line::new(line.label, value)) }
        };
        tr!("profile-change", "before" => words(before), "after" => words(&line.value))
    }

    fn one_value(&self, line: &Line) -> String {
        let value = line.value.as_str();
        let named = |facet: &str| self.labels.with(|labels| labels.of(facet, value));
        match line.label {
            Label::Kind => BodyKind::ALL
                .into_iter()
                .find(|kind| kind.as_str() == value)
                .map_or_else(|| value.to_owned(), sent_as),
            Label::Privacy | Label::Newsletter => {
                let ticked = value == "true";
                tr(if ticked { "record-yes" } else { "record-no" })
            }
            Label::Field(Field::Country | Field::Profile(ProfileField::Country)) => named("country"),
            Label::Field(Field::Kind | Field::Profile(ProfileField::Kind)) => named("kind"),
            Label::Field(Field::Profile(ProfileField::Ecosystems)) => self.list("ecosystem", value),
            Label::Field(Field::Profile(ProfileField::Expertise)) => self.list("expertise", value),
            Label::Field(Field::Relation) => {
                let known = Relation::ALL.into_iter().find(|relation| relation.as_str() == value);
                known.map_or_else(|| value.to_owned(), relation_words)
            }
            Label::MadeAgainst => value.parse().map_or_else(|_| value.to_owned(), date),
            Label::Field(Field::Ecosystems) => named("ecosystem"),
            Label::Field(Field::Expertise) => named("expertise"),
            Label::Field(Field::Places) if value.len() == 2 => named("country"),
            Label::Field(Field::Places | Field::Profile(ProfileField::Region)) => named("region"),
            Label::Field(Field::Askers | Field::Wanted) => {
                self.atlas.organisation(value).map_or_else(|| value.to_owned(), |known| known.name.clone())
            }
            Label::Field(Field::Deadline) => value.parse().map_or_else(|_| value.to_owned(), date),
            Label::Field(Field::Sessions) => session_words(value),
            _ => value.to_owned(),
        }
    }

    /// Identifiers, one a line, by their names.
    fn list(&self, facet: &str, value: &str) -> String {
        let name = |id| self.labels.with(|labels| labels.of(facet, id));
        value.lines().map(name).collect::<Vec<_>>().join(", ")
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
