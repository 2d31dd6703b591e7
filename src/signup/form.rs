//! What the forms have in common: fields, faults, and how a form is filled in and checked.

use std::fmt::Debug;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::domain::{Day, Instant};

use super::Body;
use super::profile_field::ProfileField;

/// A form as it is typed: every field is plain text, and nothing typed is ever changed or dropped.
///
/// Checking makes a [`Checked`] form of it, and nothing else does.
pub trait Form: Clone + Debug + Default + PartialEq + Serialize + DeserializeOwned {
    /// What is known about the matter from elsewhere (the training and its sessions, for instance).
    type Context;

    /// The name under which drafts are kept.
    const NAME: &'static str;

    /// The steps in which it is filled in.
    const STEPS: &'static [Step];

    /// What the form is about: with [`Form::NAME`] it identifies a draft.
    fn subject(context: &Self::Context) -> &str;

    /// The step on which a field stands.
    fn step_of(field: Field) -> Step;

    /// The text of a field, as typed; empty for fields that are lists or are not in this form.
    fn text(&self, field: Field) -> &str;

    /// Where the text of a field is kept; `None` for fields that are lists or are not in this form.
    fn slot(&mut self, field: Field) -> Option<Slot<'_>>;

    /// The record that was picked for a field which takes either a record or free text.
    fn picked(&self, field: Field) -> Option<&str>;

    /// What is chosen in a field that is a list, in the order of choosing.
    fn chosen(&self, field: Field) -> &[String];

    /// Whether a field stands above every page of the form instead of on a step.
    fn is_everywhere(_field: Field) -> bool {
        false
    }

    /// Whether there is anything to choose on the first step.
    fn has_choice(&self, _context: &Self::Context) -> bool {
        true
    }

    /// One more person; `None` where the form has no people or has no room for more.
    fn add_person(&mut self) -> Option<usize> {
        None
    }

    /// One person less; the last one stays.
    fn remove_person(&mut self, _at: usize) {}

    /// The checked form, or every fault in the order of the fields.
    fn check(&self, setting: &Setting<'_, Self>) -> Result<Checked, Vec<FieldError>>;
}

/// What a form is checked against.
pub struct Setting<'a, F: Form> {
    /// What is known from elsewhere.
    pub context: &'a F::Context,
    /// The real moment: never the day that the page is viewed as of.
    pub now: Instant,
    /// Unicode normalisation form C. The browser has it (`String.prototype.normalize`), so the tables are not
    /// carried here.
    pub nfc: &'a dyn Fn(&str) -> String,
}

/// A form without faults: what will be sent, but for its key and the consent. Only [`Form::check`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked(pub(super) Body);

impl Checked {
    /// What will be sent, to be shown before it is.
    pub fn contents(&self) -> &Body {
        &self.0
    }
}

/// Where something typed is kept.
#[derive(Debug)]
pub enum Slot<'a> {
    /// A text.
    Text(&'a mut String),
    /// A record of the dataset or free text.
    Named(&'a mut Named),
    /// A list of identifiers.
    List(&'a mut Vec<String>),
    /// A list of records that are picked one after the other, and what stands in the field they are picked in.
    Picks {
        /// Their identifiers.
        list: &'a mut Vec<String>,
        /// What is typed and not picked yet.
        text: &'a mut String,
    },
}

/// A record of the dataset, or a name as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Named {
    /// The name, as typed or as picked.
    pub name: String,
    /// The record's identifier, while `name` is the one that was picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// A step of a form, before it is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Sign-up: which sessions.
    Choose,
    /// Sign-up: who takes part.
    You,
    /// Sign-up: what they need.
    Needs,
    /// Partner request: what it is about.
    What,
    /// Partner request: which partners.
    Partners,
    /// Partner request: who asks.
    Who,
    /// Profile: what it is.
    Profile,
    /// Profile: where it is and what it works on.
    Work,
    /// Profile: how large it is.
    Size,
    /// Profile: who proposes it.
    Proposer,
}

/// A page of the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// A step that is filled in.
    Fill(Step),
    /// Everything once more, and consent.
    Check,
    /// It is in the outbox.
    Done,
}

impl Page {
    const ALL: [Self; 12] = [
        Self::Fill(Step::Choose),
        Self::Fill(Step::You),
        Self::Fill(Step::Needs),
        Self::Fill(Step::What),
        Self::Fill(Step::Partners),
        Self::Fill(Step::Who),
        Self::Fill(Step::Profile),
        Self::Fill(Step::Work),
        Self::Fill(Step::Size),
        Self::Fill(Step::Proposer),
        Self::Check,
        Self::Done,
    ];

    /// The name used in URLs and in drafts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fill(Step::Choose) => "choose",
            Self::Fill(Step::You) => "you",
            Self::Fill(Step::Needs) => "needs",
            Self::Fill(Step::What) => "what",
            Self::Fill(Step::Partners) => "partners",
            Self::Fill(Step::Who) => "who",
            Self::Fill(Step::Profile) => "profile",
            Self::Fill(Step::Work) => "work",
            Self::Fill(Step::Size) => "size",
            Self::Fill(Step::Proposer) => "proposer",
            Self::Check => "check",
            Self::Done => "done",
        }
    }

    /// The page of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.as_str() == name)
    }
}

/// A field of any form, or one that a receiver may complain about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The sessions of the training.
    Sessions,
    /// The list of people as a whole.
    People,
    /// Something about one person, counted from 0.
    Person(usize, Part),
    /// The organisation they are from.
    Organisation,
    /// The country they are from.
    Country,
    /// What they hope to learn.
    Hopes,
    /// The title of a request.
    Title,
    /// The kind of a request: a name of [`crate::domain::RequestKind`].
    Kind,
    /// What is sought.
    Sought,
    /// What is offered.
    Offered,
    /// The industrial ecosystems it is about.
    Ecosystems,
    /// The topics of expertise that a request is about.
    Expertise,
    /// The countries or regions in which partners are sought.
    Places,
    /// The call it is for.
    Call,
    /// The last day to answer.
    Deadline,
    /// The organisations of the dataset that ask.
    Askers,
    /// The organisations of the dataset that are wanted as partners.
    Wanted,
    /// Who asks, in words.
    Asker,
    /// Whom to answer to.
    ContactName,
    /// The address to answer to.
    ContactEmail,
    /// Something about an organisation that is proposed.
    Profile(ProfileField),
    /// What somebody who proposes has to do with the organisation.
    Relation,
    /// A remark for whoever decides on a proposal.
    Note,
    /// The box of the privacy notice.
    Privacy,
    /// None in particular: only a receiver complains about this.
    Whole,
}

/// What is asked about each person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The given name.
    GivenName,
    /// The family name.
    FamilyName,
    /// The e-mail address.
    Email,
    /// The role in the organisation.
    Role,
    /// What is needed to take part.
    Accessibility,
    /// What is not eaten.
    Dietary,
}

impl Part {
    /// All parts, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::GivenName, Self::FamilyName, Self::Email, Self::Role, Self::Accessibility, Self::Dietary];

    /// The name used in bodies.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::GivenName => "given_name",
            Self::FamilyName => "family_name",
            Self::Email => "email",
            Self::Role => "role",
            Self::Accessibility => "accessibility_needs",
            Self::Dietary => "dietary_needs",
        }
    }
}

impl Field {
    /// The fields that are one thing each, all but those of people and of organisations.
    const SINGLE: [Self; 23] = [
        Self::Sessions,
        Self::People,
        Self::Organisation,
        Self::Country,
        Self::Hopes,
        Self::Title,
        Self::Kind,
        Self::Sought,
        Self::Offered,
        Self::Ecosystems,
        Self::Expertise,
        Self::Places,
        Self::Call,
        Self::Deadline,
        Self::Askers,
        Self::Wanted,
        Self::Asker,
        Self::ContactName,
        Self::ContactEmail,
        Self::Relation,
        Self::Note,
        Self::Privacy,
        Self::Whole,
    ];

    /// Where its value stands in a [`Body`], as a JSON pointer (RFC 6901).
    ///
    /// ```
    /// use cluster_atlas::signup::{Field, Part};
    /// assert_eq!(Field::Person(1, Part::Email).pointer(), "/people/1/email");
    /// assert_eq!(Field::at("/people/1/email"), Some(Field::Person(1, Part::Email)));
    /// ```
    pub fn pointer(self) -> String {
        let place = match self {
            Self::Person(at, part) => return ["/people/", &at.to_string(), "/", part.as_str()].concat(),
            Self::Profile(field) => return ["/profile/changes/", field.as_str()].concat(),
            Self::Sessions => "/sessions",
            Self::People => "/people",
            Self::Organisation => "/organisation",
            Self::Country => "/country",
            Self::Hopes => "/hopes",
            Self::Title => "/request/title",
            Self::Kind => "/request/kind",
            Self::Sought => "/request/sought",
            Self::Offered => "/request/offered",
            Self::Ecosystems => "/request/ecosystems",
            Self::Expertise => "/request/expertise",
            Self::Places => "/request/places",
            Self::Call => "/request/call",
            Self::Deadline => "/request/deadline",
            Self::Askers => "/request/organisations",
            Self::Wanted => "/request/partners",
            Self::Asker => "/request/asker",
            Self::ContactName => "/contact/name",
            Self::ContactEmail => "/contact/email",
            Self::Relation => "/profile/relation",
            Self::Note => "/profile/note",
            Self::Privacy => "/consent/privacy",
            Self::Whole => "",
        };
        place.to_owned()
    }

    /// The field at a place of the body. Receivers write places in several ways (`/people/0/email`,
    /// `#/people/0/email`, `people[0].email`, `/organisation/name`); all of them are understood.
    pub fn at(place: &str) -> Option<Self> {
        let mut plain = String::with_capacity(place.len() + 1);
        let parts = place.split(['/', '.', '[', ']', '#']).filter(|part| !part.is_empty());
        for part in parts.clone() {
            plain.push('/');
            plain.push_str(part);
        }
        let mut parts = parts;
        if let (Some("people"), Some(at)) = (parts.next(), parts.next()) {
            let part = parts.next().and_then(|name| Part::ALL.into_iter().find(|part| part.as_str() == name));
            return Some(match (at.parse(), part) {
                (Ok(at), Some(part)) => Self::Person(at, part),
                _ => Self::People,
            });
        }
        // The longest match, so that what lies inside a value counts as the value.
        let mut rest = plain.as_str();
        while !rest.is_empty() {
            let mut fields = Self::SINGLE.into_iter().chain(ProfileField::ALL.map(Self::Profile));
            if let Some(field) = fields.find(|field| field.pointer() == rest) {
                return Some(field);
            }
            rest = rest.rfind('/').map_or("", |end| &rest[..end]);
        }
        None
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Where.
    pub field: Field,
    /// What.
    pub fault: Fault,
}

/// Why a field is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has to be filled in.
    Missing,
    /// It is longer than a receiver is asked to take.
    TooLong {
        /// The most characters.
        limit: usize,
        /// How many there are.
        length: usize,
    },
    /// There are more than a receiver is asked to take.
    TooMany {
        /// The most.
        limit: usize,
    },
    /// Not an e-mail address.
    NotAnEmail,
    /// An e-mail address that nobody outside of one network can write to.
    NoPublicHost,
    /// It was typed where records are picked, and not picked.
    NotPicked {
        /// What was typed.
        text: String,
    },
    /// The training takes no registrations any more.
    RegistrationClosed {
        /// The last day on which it did, where that is known.
        last: Option<Day>,
    },
    /// Not a country.
    NotACountry,
    /// The town is in another country than the one that is chosen.
    InAnotherCountry {
        /// The town, by name.
        town: String,
    },
    /// Not a web address.
    NotAWebAddress,
    /// Not a number.
    NotANumber,
    /// A number that cannot be.
    OutOfRange {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Nothing differs from what is published.
    Unchanged,
    /// Not a day written as `YYYY-MM-DD`.
    NotADay,
    /// The day is over.
    DayPassed {
        /// The day.
        day: Day,
    },
    /// The training has no such session (any more).
    UnknownSession {
        /// What was chosen.
        id: String,
    },
    /// The session is over.
    SessionOver {
        /// What was chosen.
        id: String,
    },
    /// Not one of the values that there are.
    Unknown {
        /// What was chosen.
        value: String,
    },
    /// Without this box nothing may be sent.
    NotTicked,
    /// The receiver did not accept it.
    Refused {
        /// Why, in the receiver's words: plain text.
        detail: String,
    },
}
