//! The sign-up for a training or an event: registration for what is open, expression of interest in the next edition of
//! a training that is not.

use serde::{Deserialize, Serialize};

use crate::collection::Collection;
use crate::domain::{
    Day, Event, Instant, RecordId, Registration, Session, TimeOfDay, Training, TrainingFormat,
    TrainingStatus, WebAddress,
};

use super::body::{Body, BodyKind, PersonBody, SessionBody, TrainingBody};
use super::check::{Checker, LONGEST_LINE, LONGEST_NOTE, MOST_PEOPLE};
use super::form::{Checked, Fault, Field, FieldError, Form, Named, Part, Setting, Slot, Step};

/// What one signs up for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Of which collection it is: trainings or events.
    pub of: Collection,
    /// Tells drafts apart, see [`subject_of`].
    pub subject: String,
    /// The training or event.
    pub id: RecordId,
    /// Its title.
    pub title: String,
    /// What it takes now: a registration or an expression of interest.
    pub kind: SignUpKind,
    /// The last day on which it took registrations, where that is over and known.
    pub closed: Option<Day>,
    /// Its sessions, by time.
    pub sessions: Vec<OfferedSession>,
    /// Whether one goes there, where no session says so.
    pub on_site: bool,
}

/// What stands before the identifier of an event in the subject of a draft; an identifier holds no colon.
const EVENT: &str = "event:";

/// What the draft of a sign-up is about: the training's identifier alone, or the event's behind `event:`.
pub fn subject_of(of: Collection, id: &str) -> String {
    if of == Collection::Events { [EVENT, id].concat() } else { id.to_owned() }
}

/// The collection and the identifier in such a subject.
///
/// ```
/// use cluster_atlas::collection::Collection;
/// use cluster_atlas::signup::{about_subject, subject_of};
/// for of in [Collection::Trainings, Collection::Events] {
///     assert_eq!(about_subject(&subject_of(of, "ecc-2024")), (of, "ecc-2024"));
/// }
/// ```
pub fn about_subject(subject: &str) -> (Collection, &str) {
    match subject.strip_prefix(EVENT) {
        Some(id) => (Collection::Events, id),
        None => (Collection::Trainings, subject),
    }
}

/// How one takes part in a training or an event at some moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// By a registration here.
    Register,
    /// By saying that one is interested in the next edition.
    Interest,
    /// By a registration at an address of its own.
    Elsewhere(WebAddress),
    /// With whoever holds it, which is not the organiser of this deployment; where one registers there is not known.
    WithHost,
    /// By coming, or by invitation: there is no registration.
    None,
}

impl Way {
    /// The way into a training at a moment: always the real one, whatever day is viewed. `organiser` is who runs the
    /// deployment: what somebody else holds is not registered with it, unless the data say that it is.
    pub fn of(training: &Training, organiser: Option<&str>, now: Instant) -> Self {
        match Self::by_status(training, now) {
            Self::Register | Self::Interest
                if training.registration != Registration::Here && training.is_held_by_another(organiser) =>
            {
                Self::WithHost
            }
            way => way,
        }
    }

    /// The way into an event at a moment. It is registered here where the data say so, or where the organiser of the
    /// deployment is among its hosts; of an event whose hosts are not known nobody knows who takes registrations. For one
    /// that is over, or whose registration is, there is none.
    pub fn of_event(event: &Event, organiser: Option<&str>, now: Instant) -> Self {
        if !event.takes_registrations(now) {
            return Self::None;
        }
        match &event.registration {
            Registration::At(address) => Self::Elsewhere(address.clone()),
            Registration::Here => Self::Register,
            Registration::NotStated if event.is_held_by(organiser) => Self::Register,
            Registration::NotStated if !event.hosts.is_empty() => Self::WithHost,
            Registration::NotStated | Registration::None => Self::None,
        }
    }

    /// The same for a training that this deployment takes registrations for.
    ///
    /// An address of its own is not offered for what is over: by then it leads nowhere, or to something else.
    fn by_status(training: &Training, now: Instant) -> Self {
        match (training.status(now), &training.registration) {
            (TrainingStatus::Past, _) => Self::Interest,
            (_, Registration::At(address)) => Self::Elsewhere(address.clone()),
            (TrainingStatus::Open, _) => Self::Register,
            (TrainingStatus::Upcoming, Registration::None) => Self::None,
            (TrainingStatus::Upcoming | TrainingStatus::Undated, _) => Self::Interest,
        }
    }
}

/// Which of the two sign-ups it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SignUpKind {
    /// For sessions to come.
    Registration,
    /// In the next edition.
    Interest,
}

impl SignUpKind {
    /// The name used in drafts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registration => "sign-up",
            Self::Interest => "interest",
        }
    }

    /// What a form is that was begun as `typed`. One that does not say was a registration if sessions are chosen,
    /// and otherwise is what the training takes now.
    pub fn begun(typed: &str, has_sessions: bool, now: Self) -> Self {
        let known = [Self::Registration, Self::Interest].into_iter().find(|kind| kind.as_str() == typed);
        known.unwrap_or(if has_sessions { Self::Registration } else { now })
    }
}

/// One session that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedSession {
    /// Unique in the training.
    pub id: RecordId,
    /// The day in Brussels.
    pub date: Day,
    /// When it begins, in Brussels.
    pub start: Option<TimeOfDay>,
    /// Whether it is over.
    pub over: bool,
    /// Whether one goes there.
    pub on_site: bool,
}

impl Offer {
    /// What a training offers at a moment.
    pub fn of(training: &Training, now: Instant) -> Self {
        let kind = match Way::by_status(training, now) {
            Way::Register => SignUpKind::Registration,
            Way::Interest | Way::Elsewhere(_) | Way::WithHost | Way::None => SignUpKind::Interest,
        };
        Self {
            of: Collection::Trainings,
            subject: subject_of(Collection::Trainings, training.id.as_str()),
            id: training.id.clone(),
            title: training.title.clone(),
            kind,
            closed: last_day(training.applications_end(), now),
            sessions: offered(&training.sessions, now),
            on_site: training.format != TrainingFormat::Online,
        }
    }

    /// What an event offers at a moment.
    pub fn of_event(event: &Event, now: Instant) -> Self {
        let takes = event.takes_registrations(now);
        let ends = event.registration_deadline.map(Instant::end_of).into_iter().chain(event.ends()).min();
        Self {
            of: Collection::Events,
            subject: subject_of(Collection::Events, event.id.as_str()),
            id: event.id.clone(),
            title: event.title.clone(),
            kind: if takes { SignUpKind::Registration } else { SignUpKind::Interest },
            closed: last_day(ends, now),
            sessions: offered(&sessions_of(event), now),
            on_site: event.format != Some(TrainingFormat::Online),
        }
    }
}

/// The days of an event as what can be chosen: `d1`, `d2` … by time. One whose days are not listed is registered for as a
/// whole, and has none.
pub fn sessions_of(event: &Event) -> Vec<Session> {
    let days = event.days.iter().enumerate().filter_map(|(position, day)| {
        Some(Session {
            id: format!("d{}", position + 1).parse().ok()?,
            date: day.date,
            start: day.start,
            end: day.end,
            place: None,
            online: event.format == Some(TrainingFormat::Online),
            note: day.note.clone(),
        })
    });
    let mut days: Vec<Session> = days.collect();
    let place = event.city.clone().or_else(|| event.venue.clone());
    days.iter_mut().filter(|day| !day.online).for_each(|day| day.place.clone_from(&place));
    days
}

fn offered(sessions: &[Session], now: Instant) -> Vec<OfferedSession> {
    let offered = sessions.iter().map(|session| OfferedSession {
        id: session.id.clone(),
        date: session.date,
        start: session.start,
        over: session.ends() <= now,
        on_site: session.place.is_some() || !session.online,
    });
    offered.collect()
}

/// The last day on which registrations were taken, where that is over.
fn last_day(closes: Option<Instant>, now: Instant) -> Option<Day> {
    let closes = closes.filter(|closes| *closes <= now)?;
    // What closes at midnight has the day before as its last one.
    Some(Instant::from_unix(closes.unix() - 1).in_brussels().day)
}

/// A sign-up as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignUpDraft {
    /// What it was begun as: a name of [`SignUpKind`]. Nobody but the visitor changes that.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The sessions that are chosen.
    pub sessions: Vec<String>,
    /// Who takes part; never empty.
    pub people: Vec<PersonDraft>,
    /// Where they are from.
    pub organisation: Named,
    /// In which country that is.
    pub country: String,
    /// What they hope to learn.
    pub hopes: String,
}

impl Default for SignUpDraft {
    fn default() -> Self {
        Self {
            kind: String::new(),
            sessions: Vec::new(),
            people: vec![PersonDraft::default()],
            organisation: Named::default(),
            country: String::new(),
            hopes: String::new(),
        }
    }
}

/// A person as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonDraft {
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
    /// The e-mail address.
    pub email: String,
    /// The role in the organisation.
    pub role: String,
    /// What is needed to take part.
    pub accessibility_needs: String,
    /// What is not eaten; sent only where a chosen session is on site.
    pub dietary_needs: String,
}

impl PersonDraft {
    fn text(&self, part: Part) -> &str {
        match part {
            Part::GivenName => &self.given_name,
            Part::FamilyName => &self.family_name,
            Part::Email => &self.email,
            Part::Role => &self.role,
            Part::Accessibility => &self.accessibility_needs,
            Part::Dietary => &self.dietary_needs,
        }
    }

    fn slot(&mut self, part: Part) -> &mut String {
        match part {
            Part::GivenName => &mut self.given_name,
            Part::FamilyName => &mut self.family_name,
            Part::Email => &mut self.email,
            Part::Role => &mut self.role,
            Part::Accessibility => &mut self.accessibility_needs,
            Part::Dietary => &mut self.dietary_needs,
        }
    }

    fn check(&self, at: usize, check: &mut Checker<'_>) -> PersonBody {
        PersonBody {
            given_name: check.name(Field::Person(at, Part::GivenName), &self.given_name),
            family_name: check.name(Field::Person(at, Part::FamilyName), &self.family_name),
            email: check.email(Field::Person(at, Part::Email), &self.email),
            role: check.required(Field::Person(at, Part::Role), &self.role, LONGEST_LINE),
            accessibility_needs: None,
            dietary_needs: None,
        }
    }
}

impl SignUpDraft {
    /// What it is, as it was begun.
    fn kind(&self, offer: &Offer) -> SignUpKind {
        SignUpKind::begun(&self.kind, !self.sessions.is_empty(), offer.kind)
    }

    /// Whether one goes there, by what is chosen: only then does anybody ask about food.
    pub fn on_site(&self, offer: &Offer) -> bool {
        if self.kind(offer) == SignUpKind::Interest {
            return offer.on_site;
        }
        let mut chosen =
            offer.sessions.iter().filter(|session| self.sessions.iter().any(|id| id == session.id.as_str()));
        match chosen.next() {
            Some(session) => session.on_site || chosen.any(|session| session.on_site),
            None => offer.on_site,
        }
    }

    fn check_sessions(&self, offer: &Offer, check: &mut Checker<'_>) -> Vec<SessionBody> {
        // Nobody is interested in sessions: those of the next edition are not known, and those of this one are over.
        if self.kind(offer) == SignUpKind::Interest {
            return Vec::new();
        }
        if offer.kind == SignUpKind::Interest {
            check.fault(Field::Kind, Fault::RegistrationClosed { last: offer.closed });
            return Vec::new();
        }
        if self.sessions.is_empty() && !offer.sessions.is_empty() {
            check.fault(Field::Sessions, Fault::Missing);
        }
        for id in &self.sessions {
            match offer.sessions.iter().find(|session| session.id.as_str() == id) {
                None => check.fault(Field::Sessions, Fault::UnknownSession { id: id.clone() }),
                Some(session) if session.over => {
                    check.fault(Field::Sessions, Fault::SessionOver { id: id.clone() });
                }
                Some(_) => {}
            }
        }
        // By time, whatever the order of ticking was.
        let chosen =
            offer.sessions.iter().filter(|session| self.sessions.iter().any(|id| id == session.id.as_str()));
        let written = chosen.map(|session| SessionBody {
            id: session.id.as_str().to_owned(),
            date: session.date.to_string(),
            start: session.start.map(|start| start.to_string()),
        });
        written.collect()
    }
}

impl Form for SignUpDraft {
    type Context = Offer;

    const NAME: &'static str = "sign-up";
    const STEPS: &'static [Step] = &[Step::Choose, Step::You, Step::Needs];

    fn subject(offer: &Offer) -> &str {
        &offer.subject
    }

    fn step_of(field: Field) -> Step {
        match field {
            Field::Sessions => Step::Choose,
            // The last one: whoever is asked for a registration that is over gets as far as anybody.
            Field::Kind | Field::Hopes | Field::Person(_, Part::Accessibility | Part::Dietary) => Step::Needs,
            _ => Step::You,
        }
    }

    fn text(&self, field: Field) -> &str {
        match field {
            Field::Person(at, part) => self.people.get(at).map_or("", |person| person.text(part)),
            Field::Organisation => &self.organisation.name,
            Field::Country => &self.country,
            Field::Hopes => &self.hopes,
            Field::Kind => &self.kind,
            _ => "",
        }
    }

    fn slot(&mut self, field: Field) -> Option<Slot<'_>> {
        Some(match field {
            Field::Sessions => Slot::List(&mut self.sessions),
            Field::Person(at, part) => Slot::Text(self.people.get_mut(at)?.slot(part)),
            Field::Organisation => Slot::Named(&mut self.organisation),
            Field::Country => Slot::Text(&mut self.country),
            Field::Hopes => Slot::Text(&mut self.hopes),
            Field::Kind => Slot::Text(&mut self.kind),
            _ => return None,
        })
    }

    fn picked(&self, field: Field) -> Option<&str> {
        if field == Field::Organisation { self.organisation.id.as_deref() } else { None }
    }

    fn chosen(&self, field: Field) -> &[String] {
        if field == Field::Sessions { &self.sessions } else { &[] }
    }

    fn is_everywhere(field: Field) -> bool {
        field == Field::Kind
    }

    fn has_choice(&self, offer: &Offer) -> bool {
        self.kind(offer) == SignUpKind::Registration && !offer.sessions.is_empty()
    }

    fn add_person(&mut self) -> Option<usize> {
        if self.people.len() >= MOST_PEOPLE {
            return None;
        }
        self.people.push(PersonDraft::default());
        Some(self.people.len() - 1)
    }

    fn remove_person(&mut self, at: usize) {
        if self.people.len() > 1 && at < self.people.len() {
            self.people.remove(at);
        }
    }

    fn check(&self, setting: &Setting<'_, Self>) -> Result<Checked, Vec<FieldError>> {
        let offer = setting.context;
        let mut check = Checker { errors: Vec::new(), nfc: setting.nfc };
        let sessions = self.check_sessions(offer, &mut check);
        if self.people.is_empty() {
            check.fault(Field::People, Fault::Missing);
        } else if self.people.len() > MOST_PEOPLE {
            check.fault(Field::People, Fault::TooMany { limit: MOST_PEOPLE });
        }
        let mut people: Vec<PersonBody> =
            self.people.iter().enumerate().map(|(at, person)| person.check(at, &mut check)).collect();
        let organisation = check.named(Field::Organisation, &self.organisation);
        if organisation.is_none() {
            check.fault(Field::Organisation, Fault::Missing);
        }
        let country = check.country(Field::Country, &self.country);
        let on_site = self.on_site(offer);
        for (at, (typed, person)) in self.people.iter().zip(&mut people).enumerate() {
            let field = |part| Field::Person(at, part);
            person.accessibility_needs =
                check.optional(field(Part::Accessibility), &typed.accessibility_needs, LONGEST_NOTE);
            if on_site {
                person.dietary_needs =
                    check.optional(field(Part::Dietary), &typed.dietary_needs, LONGEST_NOTE);
            }
        }
        let hopes = check.optional(Field::Hopes, &self.hopes, LONGEST_NOTE);
        if !check.errors.is_empty() {
            return Err(check.errors);
        }
        let kind = match self.kind(offer) {
            SignUpKind::Registration => BodyKind::SignUp,
            SignUpKind::Interest => BodyKind::Interest,
        };
        let matter = TrainingBody { id: offer.id.as_str().to_owned(), title: offer.title.clone() };
        let (training, event) =
            if offer.of == Collection::Events { (None, Some(matter)) } else { (Some(matter), None) };
        Ok(Checked(Body {
            training,
            event,
            sessions,
            people,
            organisation,
            country: Some(country),
            hopes,
            ..Body::blank(kind)
        }))
    }
}
