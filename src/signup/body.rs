//! What is sent: one JSON object a sign-up or request, format `cluster-atlas/sign-up/1`.
//!
//! `docs/sign-up-endpoint.yaml` describes it for receivers; a test holds the two together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::collection::Collection;
use crate::domain::Instant;

use super::consent::Consent;
use super::draft::written;
use super::form::{Field, Named, Part};
use super::key::EntryKey;
use super::profile_field::ProfileField;

/// The format of bodies that this version writes.
pub const BODY_FORMAT: &str = "cluster-atlas/sign-up/1";

/// A sign-up, a partner request or a proposal, as a receiver gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// What this is: [`BODY_FORMAT`].
    pub format: String,
    /// Which of the forms.
    pub kind: BodyKind,
    /// The idempotency key: the same in every attempt, and for the withdrawal.
    pub key: String,
    /// When it was submitted (RFC 3339, UTC).
    pub submitted: String,
    /// The key of the submission that this one corrects and takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// The training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<TrainingBody>,
    /// The event, where it is one that is signed up for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<TrainingBody>,
    /// The chosen sessions, or days of the event, by time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<SessionBody>,
    /// Who takes part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonBody>,
    /// Where they are from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Named>,
    /// In which country that is: ISO 3166-1 alpha-2, or XK.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// What they hope to learn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hopes: Option<String>,
    /// The partner request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestBody>,
    /// What is proposed about an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileBody>,
    /// Whom to answer to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactBody>,
    /// What was agreed to.
    pub consent: ConsentBody,
}

/// Which of the forms a body is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// A registration for a training or an event.
    SignUp,
    /// An expression of interest in a training's next edition.
    Interest,
    /// A partner request.
    PartnerRequest,
    /// An organisation that is not in the dataset.
    NewProfile,
    /// A correction of an organisation's record.
    Correction,
}

impl BodyKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::SignUp, Self::Interest, Self::PartnerRequest, Self::NewProfile, Self::Correction];

    /// The name used in bodies and file names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignUp => "sign-up",
            Self::Interest => "interest",
            Self::PartnerRequest => "partner-request",
            Self::NewProfile => "new-profile",
            Self::Correction => "correction",
        }
    }
}

/// The training of a sign-up, or the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingBody {
    /// Its identifier in the dataset.
    pub id: String,
    /// Its title at the time.
    pub title: String,
}

/// A chosen session. The day stands beside the identifier, because `s2` may be another one in a later dataset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionBody {
    /// Its identifier in the training.
    pub id: String,
    /// The day in Brussels.
    pub date: String,
    /// When it begins, in Brussels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
}

/// A person who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonBody {
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
    /// The e-mail address.
    pub email: String,
    /// The role in the organisation.
    pub role: String,
    /// What is needed to take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessibility_needs: Option<String>,
    /// What is not eaten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dietary_needs: Option<String>,
}

/// A partner request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestBody {
    /// The title.
    pub title: String,
    /// A name of [`crate::domain::RequestKind`].
    pub kind: String,
    /// What is sought.
    pub sought: String,
    /// What is offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered: Option<String>,
    /// Industrial ecosystems.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ecosystems: Vec<String>,
    /// Topics of expertise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expertise: Vec<String>,
    /// Countries and regions in which partners are sought; none is any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// The call it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<Named>,
    /// The last day to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// The organisations of the dataset that ask.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
    /// The organisations of the dataset that are wanted as partners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// Who asks, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asker: Option<String>,
}

/// What is proposed about an organisation: only what differs from what is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileBody {
    /// The record's identifier in the dataset; none for a new organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// The name: for a correction the one that is published.
    pub name: String,
    /// The edition of the file that it was made against, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The day on which that dataset was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// What would change, by the names of [`ProfileField`].
    #[serde(default)]
    pub changes: BTreeMap<String, ChangeBody>,
    /// A name of [`super::Relation`].
    pub relation: String,
    /// A remark for whoever decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a field said, and what it should say. Both are texts: numbers in digits, lists one identifier a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeBody {
    /// What is published; none where nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// What is proposed; none where it should say nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// Whom to answer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactBody {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
}

/// What was agreed to, and what was on the screen then.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentBody {
    /// The version of the privacy notice's text.
    pub text_version: String,
    /// The language it was shown in.
    pub language: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The box of the privacy notice; always ticked in what is sent.
    pub privacy: bool,
    /// The box of the newsletter.
    pub newsletter: bool,
}

/// What a value of a [`Body`] is, for lists of what was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// The training's title.
    Training,
    /// What kind of thing was submitted: a name of [`BodyKind`].
    Kind,
    /// The training's identifier.
    TrainingId,
    /// The event's title.
    Event,
    /// The event's identifier.
    EventId,
    /// The identifier of the organisation's record.
    RecordId,
    /// The day of the dataset that a proposal was made against.
    MadeAgainst,
    /// When it was submitted.
    Submitted,
    /// The box of the privacy notice: `true`.
    Privacy,
    /// The version of the notice's text, its language, and when it was agreed to.
    PrivacyText,
    /// The box of the newsletter: `true` or `false`.
    Newsletter,
    /// The key.
    Key,
    /// The key of what it corrects.
    Replaces,
    /// A field of the form.
    Field(Field),
}

/// One line of a list of what was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub label: Label,
    /// The value, as it is sent: codes and identifiers are put into words by whoever shows them.
    pub value: String,
    /// What it would replace, empty where that is not known; `None` where nothing is replaced.
    pub before: Option<String>,
}

impl Line {
    /// A value that replaces nothing.
    pub fn new(label: Label, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), before: None }
    }
}

impl Body {
    /// A body of a kind with nothing in it.
    pub(super) fn blank(kind: BodyKind) -> Self {
        Self {
            format: BODY_FORMAT.to_owned(),
            kind,
            key: String::new(),
            submitted: String::new(),
            replaces: None,
            training: None,
            event: None,
            sessions: Vec::new(),
            people: Vec::new(),
            organisation: None,
            country: None,
            hopes: None,
            request: None,
            profile: None,
            contact: None,
            consent: ConsentBody::default(),
        }
    }

    /// The body with everything that is known only when it is submitted.
    pub(super) fn submitted(
        mut self,
        key: &EntryKey,
        replaces: Option<&EntryKey>,
        consent: &Consent,
    ) -> Self {
        key.as_str().clone_into(&mut self.key);
        self.replaces = replaces.map(|key| key.as_str().to_owned());
        self.submitted = rfc3339(consent.at);
        self.consent = consent.into();
        self
    }

    /// The body as it is sent: one line of JSON.
    pub fn to_json(&self) -> String {
        written(self)
    }

    /// What is signed up for, and of which collection it is; `None` for what is no sign-up.
    pub fn matter(&self) -> Option<(Collection, &TrainingBody)> {
        let training = self.training.as_ref().map(|it| (Collection::Trainings, it));
        training.or_else(|| self.event.as_ref().map(|it| (Collection::Events, it)))
    }

    /// The training's, the event's or the request's title, or the organisation's name.
    pub fn title(&self) -> &str {
        let matter = self.matter().map(|(_, matter)| &matter.title);
        let request = self.request.as_ref().map(|request| &request.title);
        let profile = self.profile.as_ref().map(|profile| &profile.name);
        matter.or(request).or(profile).map_or("", String::as_str)
    }

    /// What goes along with what was filled in: what it is, when it was submitted, and what was agreed to.
    pub fn record(&self) -> Vec<Line> {
        let consent = &self.consent;
        let word = |ticked: bool| if ticked { "true" } else { "false" }.to_owned();
        let text = [consent.text_version.clone(), consent.language.clone(), readable(&consent.at)];
        let mut record = vec![Line::new(Label::Kind, self.kind.as_str())];
        record.extend(self.training.iter().map(|it| Line::new(Label::TrainingId, it.id.as_str())));
        record.extend(self.event.iter().map(|it| Line::new(Label::EventId, it.id.as_str())));
        if let Some(profile) = &self.profile {
            record.extend(profile.record.iter().map(|id| Line::new(Label::RecordId, id.as_str())));
            record.extend(profile.published.iter().map(|day| Line::new(Label::MadeAgainst, day.as_str())));
        }
        record.extend([
            Line::new(Label::Submitted, readable(&self.submitted)),
            Line::new(Label::Privacy, word(consent.privacy)),
            Line::new(Label::PrivacyText, text.join(", ")),
            Line::new(Label::Newsletter, word(consent.newsletter)),
        ]);
        record.extend(self.replaces.iter().map(|key| Line::new(Label::Replaces, key.as_str())));
        record
    }

    /// Everything that was filled in, in the order of the form. Lists are one line a value.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = Lines(Vec::new());
        if let Some(training) = &self.training {
            lines.0.push(Line::new(Label::Training, training.title.as_str()));
        }
        lines.0.extend(self.event.iter().map(|event| Line::new(Label::Event, event.title.as_str())));
        for session in &self.sessions {
            let start = session.start.as_deref();
            let value =
                start.map_or_else(|| session.date.clone(), |start| [&session.date, " ", start].concat());
            lines.add(Field::Sessions, &value);
        }
        for (at, person) in self.people.iter().enumerate() {
            for part in Part::ALL {
                lines.maybe(Field::Person(at, part), person.part(part));
            }
        }
        lines.maybe(Field::Organisation, self.organisation.as_ref().map(|named| named.name.as_str()));
        lines.maybe(Field::Country, self.country.as_deref());
        lines.maybe(Field::Hopes, self.hopes.as_deref());
        if let Some(request) = &self.request {
            lines.add(Field::Title, &request.title);
            lines.add(Field::Kind, &request.kind);
            lines.add(Field::Sought, &request.sought);
            lines.maybe(Field::Offered, request.offered.as_deref());
            lines.all(Field::Ecosystems, &request.ecosystems);
            lines.all(Field::Expertise, &request.expertise);
            lines.all(Field::Places, &request.places);
            lines.all(Field::Wanted, &request.partners);
            lines.maybe(Field::Call, request.call.as_ref().map(|named| named.name.as_str()));
            lines.maybe(Field::Deadline, request.deadline.as_deref());
            lines.all(Field::Askers, &request.organisations);
            lines.maybe(Field::Asker, request.asker.as_deref());
        }
        if let Some(profile) = &self.profile {
            lines.changes(profile);
        }
        if let Some(contact) = &self.contact {
            lines.add(Field::ContactName, &contact.name);
            lines.add(Field::ContactEmail, &contact.email);
        }
        if let Some(profile) = &self.profile {
            lines.add(Field::Relation, &profile.relation);
            lines.maybe(Field::Note, profile.note.as_deref());
        }
        lines.0
    }
}

impl PersonBody {
    fn part(&self, part: Part) -> Option<&str> {
        match part {
            Part::GivenName => Some(&self.given_name),
            Part::FamilyName => Some(&self.family_name),
            Part::Email => Some(&self.email),
            Part::Role => Some(&self.role),
            Part::Accessibility => self.accessibility_needs.as_deref(),
            Part::Dietary => self.dietary_needs.as_deref(),
        }
    }
}

struct Lines(Vec<Line>);

impl Lines {
    /// What would change, in the order of the form; what is new replaces nothing.
    fn changes(&mut self, profile: &ProfileBody) {
        for field in ProfileField::ALL {
            let Some(ChangeBody { from, to }) = profile.changes.get(field.as_str()) else { continue };
            let before = profile.record.as_ref().map(|_| from.clone().unwrap_or_default());
            let label = Label::Field(Field::Profile(field));
            self.0.push(Line { label, value: to.clone().unwrap_or_default(), before });
        }
    }

    fn add(&mut self, field: Field, value: &str) {
        self.0.push(Line::new(Label::Field(field), value));
    }

    fn maybe(&mut self, field: Field, value: Option<&str>) {
        if let Some(value) = value {
            self.add(field, value);
        }
    }

    fn all(&mut self, field: Field, values: &[String]) {
        for value in values {
            self.add(field, value);
        }
    }
}

/// A moment of a body for people of any language: `2026-11-22 04:13:20 UTC`.
fn readable(moment: &str) -> String {
    moment.replace('T', " ").replace('Z', " UTC")
}

/// A moment as `2026-11-22T04:13:20Z` (RFC 3339).
pub(super) fn rfc3339(at: Instant) -> String {
    let (day, time, second) = at.in_utc();
    let mut text = day.to_string();
    text.push('T');
    text.push_str(&time.to_string());
    text.push(':');
    text.push(char::from(b'0' + second / 10));
    text.push(char::from(b'0' + second % 10));
    text.push('Z');
    text
}
