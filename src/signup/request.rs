//! The partner request: who looks for whom, for what.

use serde::{Deserialize, Serialize};

use crate::domain::{RecordId, RequestKind, TermId};

use super::body::{Body, BodyKind, ContactBody, RequestBody};
use super::check::{Checker, LONGEST_LINE, LONGEST_TEXT, is_place};
use super::form::{Checked, Fault, Field, FieldError, Form, Named, Setting, Slot, Step};

/// What a partner request is composed from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occasion {
    /// Tells drafts apart: the call's identifier, the profile's, or nothing for one from scratch.
    pub subject: String,
}

/// A partner request as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestDraft {
    /// The title.
    pub title: String,
    /// A name of [`RequestKind`].
    pub kind: String,
    /// What is sought.
    pub sought: String,
    /// What is offered.
    pub offered: String,
    /// Industrial ecosystems.
    pub ecosystems: Vec<String>,
    /// Topics of expertise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expertise: Vec<String>,
    /// Countries or regions in which partners are sought; empty is any.
    pub places: Vec<String>,
    /// What stands in the field of the places and was not picked.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub places_typed: String,
    /// The organisations of the dataset that are wanted as partners.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wanted: Vec<String>,
    /// What stands in their field and was not picked.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub wanted_typed: String,
    /// The call it is for.
    pub call: Named,
    /// The last day to answer.
    pub deadline: String,
    /// The organisations of the dataset that ask.
    pub askers: Vec<String>,
    /// What stands in their field and was not picked.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub askers_typed: String,
    /// Who asks, in words.
    pub asker: String,
    /// Whom to answer to.
    pub contact_name: String,
    /// The address to answer to.
    pub contact_email: String,
}

impl Default for RequestDraft {
    fn default() -> Self {
        Self {
            title: String::new(),
            kind: RequestKind::default().as_str().to_owned(),
            sought: String::new(),
            offered: String::new(),
            ecosystems: Vec::new(),
            expertise: Vec::new(),
            places: Vec::new(),
            places_typed: String::new(),
            wanted: Vec::new(),
            wanted_typed: String::new(),
            call: Named::default(),
            deadline: String::new(),
            askers: Vec::new(),
            askers_typed: String::new(),
            asker: String::new(),
            contact_name: String::new(),
            contact_email: String::new(),
        }
    }
}

impl Form for RequestDraft {
    type Context = Occasion;

    const NAME: &'static str = "partner-request";
    const STEPS: &'static [Step] = &[Step::What, Step::Partners, Step::Who];

    fn subject(occasion: &Occasion) -> &str {
        &occasion.subject
    }

    fn step_of(field: Field) -> Step {
        match field {
            Field::Ecosystems
            | Field::Expertise
            | Field::Places
            | Field::Wanted
            | Field::Call
            | Field::Deadline => Step::Partners,
            Field::Askers | Field::Asker | Field::ContactName | Field::ContactEmail => Step::Who,
            _ => Step::What,
        }
    }

    fn text(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::Kind => &self.kind,
            Field::Sought => &self.sought,
            Field::Offered => &self.offered,
            Field::Call => &self.call.name,
            Field::Places => &self.places_typed,
            Field::Wanted => &self.wanted_typed,
            Field::Askers => &self.askers_typed,
            Field::Deadline => &self.deadline,
            Field::Asker => &self.asker,
            Field::ContactName => &self.contact_name,
            Field::ContactEmail => &self.contact_email,
            _ => "",
        }
    }

    fn slot(&mut self, field: Field) -> Option<Slot<'_>> {
        Some(match field {
            Field::Title => Slot::Text(&mut self.title),
            Field::Kind => Slot::Text(&mut self.kind),
            Field::Sought => Slot::Text(&mut self.sought),
            Field::Offered => Slot::Text(&mut self.offered),
            Field::Ecosystems => Slot::List(&mut self.ecosystems),
            Field::Expertise => Slot::List(&mut self.expertise),
            Field::Places => Slot::Picks { list: &mut self.places, text: &mut self.places_typed },
            Field::Wanted => Slot::Picks { list: &mut self.wanted, text: &mut self.wanted_typed },
            Field::Call => Slot::Named(&mut self.call),
            Field::Deadline => Slot::Text(&mut self.deadline),
            Field::Askers => Slot::Picks { list: &mut self.askers, text: &mut self.askers_typed },
            Field::Asker => Slot::Text(&mut self.asker),
            Field::ContactName => Slot::Text(&mut self.contact_name),
            Field::ContactEmail => Slot::Text(&mut self.contact_email),
            _ => return None,
        })
    }

    fn picked(&self, field: Field) -> Option<&str> {
        if field == Field::Call { self.call.id.as_deref() } else { None }
    }

    fn chosen(&self, field: Field) -> &[String] {
        match field {
            Field::Ecosystems => &self.ecosystems,
            Field::Expertise => &self.expertise,
            Field::Places => &self.places,
            Field::Wanted => &self.wanted,
            Field::Askers => &self.askers,
            _ => &[],
        }
    }

    fn check(&self, setting: &Setting<'_, Self>) -> Result<Checked, Vec<FieldError>> {
        let mut check = Checker { errors: Vec::new(), nfc: setting.nfc };
        let title = check.required(Field::Title, &self.title, LONGEST_LINE);
        if !RequestKind::ALL.iter().any(|kind| kind.as_str() == self.kind) {
            check.fault(Field::Kind, Fault::Unknown { value: self.kind.clone() });
        }
        let sought = check.required(Field::Sought, &self.sought, LONGEST_TEXT);
        let offered = check.optional(Field::Offered, &self.offered, LONGEST_TEXT);
        let is_term = |id: &str| id.parse::<TermId>().is_ok();
        let ecosystems = check.list(Field::Ecosystems, &self.ecosystems, is_term);
        let expertise = check.list(Field::Expertise, &self.expertise, is_term);
        let is_record = |id: &str| id.parse::<RecordId>().is_ok();
        let places = check.list(Field::Places, &self.places, is_place);
        check.unpicked(Field::Places, &self.places_typed);
        let partners = check.list(Field::Wanted, &self.wanted, is_record);
        check.unpicked(Field::Wanted, &self.wanted_typed);
        let call = check.named(Field::Call, &self.call);
        let today = setting.now.in_brussels().day;
        let deadline = check.day_ahead(Field::Deadline, &self.deadline, today);
        let organisations = check.list(Field::Askers, &self.askers, is_record);
        let unpicked = check.unpicked(Field::Askers, &self.askers_typed);
        let asker = check.optional(Field::Asker, &(setting.nfc)(&self.asker), LONGEST_LINE);
        if self.askers.is_empty() && asker.is_none() && !unpicked {
            check.fault(Field::Asker, Fault::Missing);
        }
        let name = check.name(Field::ContactName, &self.contact_name);
        let email = check.email(Field::ContactEmail, &self.contact_email);
        if !check.errors.is_empty() {
            return Err(check.errors);
        }
        Ok(Checked(Body {
            request: Some(RequestBody {
                title,
                kind: self.kind.clone(),
                sought,
                offered,
                ecosystems,
                expertise,
                places,
                call,
                deadline,
                organisations,
                partners,
                asker,
            }),
            contact: Some(ContactBody { name, email }),
            ..Body::blank(BodyKind::PartnerRequest)
        }))
    }
}
