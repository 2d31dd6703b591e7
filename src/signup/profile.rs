//! The profile of an organisation, as the people concerned propose it: a new one, or a correction of a published one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::dataset::can_be_in;
use crate::domain::{
    CountryCode, Day, Organisation, OrganisationKind, RegionCode, TermId, WebAddress, decimal,
};

use super::body::{Body, BodyKind, ChangeBody, ContactBody, ProfileBody};
use super::check::{Checker, LONGEST_ADDRESS, LONGEST_LINE, LONGEST_NOTE, LONGEST_TEXT, MOST_NUMBER};
use super::form::{Checked, Fault, Field, FieldError, Form, Named, Setting, Slot, Step};
use super::profile_field::{ProfileField as Of, ProfileTexts, is_same, written_point};
use super::town::PickedTown;

/// What a proposal is made against.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Published {
    /// The record's identifier; empty for a new organisation.
    pub record: String,
    /// The name it is published under; empty for a new organisation.
    pub name: String,
    /// What the record says now.
    pub texts: ProfileTexts,
    /// The edition of the file that it is in, where a build has marked it.
    pub edition: Option<String>,
    /// The day on which the dataset was published.
    pub published: Option<Day>,
}

/// What somebody who proposes has to do with the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Works there.
    Staff,
    /// Is one of its members.
    Member,
    /// Works for a public body that is in charge of it or supports it.
    Authority,
    /// Something else.
    Other,
}

impl Relation {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Staff, Self::Member, Self::Authority, Self::Other];

    /// The name used in bodies.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Member => "member",
            Self::Authority => "authority",
            Self::Other => "other",
        }
    }
}

/// A profile as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileDraft {
    /// What the record said when the form was begun, by the names of the fields: what is still so was not changed here,
    /// whatever is published meanwhile.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub base: BTreeMap<String, String>,
    /// The name.
    pub name: String,
    /// The short name.
    pub acronym: String,
    /// A name of [`OrganisationKind`].
    pub kind: String,
    /// What it does, in English.
    pub summary: String,
    /// The same in German.
    pub summary_de: String,
    /// The same in French.
    pub summary_fr: String,
    /// The web site.
    pub website: String,
    /// The address that everybody may see.
    pub email: String,
    /// The town: its name, and the identifier of a [`PickedTown`] while it is one that was picked.
    pub town: Named,
    /// The country.
    pub country: String,
    /// Industrial ecosystems.
    pub ecosystems: Vec<String>,
    /// Topics of expertise.
    pub expertise: Vec<String>,
    /// The year of foundation.
    pub founded: String,
    /// How many members there are.
    pub members: String,
    /// How many of them are small and medium-sized enterprises.
    pub sme: String,
    /// How many of them are large companies.
    pub large: String,
    /// How many of them do research or teach.
    pub research: String,
    /// Staff in full-time equivalents.
    pub staff: String,
    /// Who proposes it.
    pub contact_name: String,
    /// Where they can be asked.
    pub contact_email: String,
    /// A name of [`Relation`].
    pub relation: String,
    /// Anything else, for whoever decides.
    pub note: String,
}

impl ProfileDraft {
    /// The form of a new organisation.
    pub fn blank() -> Self {
        Self { kind: OrganisationKind::default().as_str().to_owned(), ..Self::default() }
    }

    /// The form of an organisation that is published, with what its record says.
    pub fn of(organisation: &Organisation) -> Self {
        let texts = ProfileTexts::of(organisation);
        let text = |field| texts.get(field).to_owned();
        let list = |field| texts.get(field).lines().map(str::to_owned).collect();
        let said = Of::ALL.into_iter().filter(|field| !texts.get(*field).is_empty());
        Self {
            base: said.map(|field| (field.as_str().to_owned(), text(field))).collect(),
            name: text(Of::Name),
            acronym: text(Of::Acronym),
            kind: text(Of::Kind),
            summary: text(Of::Summary),
            summary_de: text(Of::SummaryDe),
            summary_fr: text(Of::SummaryFr),
            website: text(Of::Website),
            email: text(Of::Email),
            town: Named { name: text(Of::City), id: PickedTown::of(organisation).map(|town| town.id()) },
            country: text(Of::Country),
            ecosystems: list(Of::Ecosystems),
            expertise: list(Of::Expertise),
            founded: text(Of::Founded),
            members: text(Of::Members),
            sme: text(Of::Sme),
            large: text(Of::Large),
            research: text(Of::Research),
            staff: text(Of::Staff),
            ..Self::default()
        }
    }

    fn base(&self, field: Of) -> &str {
        self.base.get(field.as_str()).map_or("", String::as_str)
    }

    /// The place of all fields that are one text.
    fn line(&self, field: Field) -> Option<&String> {
        Some(match field {
            Field::Profile(Of::Name) => &self.name,
            Field::Profile(Of::Acronym) => &self.acronym,
            Field::Profile(Of::Kind) => &self.kind,
            Field::Profile(Of::Summary) => &self.summary,
            Field::Profile(Of::SummaryDe) => &self.summary_de,
            Field::Profile(Of::SummaryFr) => &self.summary_fr,
            Field::Profile(Of::Website) => &self.website,
            Field::Profile(Of::Email) => &self.email,
            Field::Profile(Of::City) => &self.town.name,
            Field::Profile(Of::Country) => &self.country,
            Field::Profile(Of::Founded) => &self.founded,
            Field::Profile(Of::Members) => &self.members,
            Field::Profile(Of::Sme) => &self.sme,
            Field::Profile(Of::Large) => &self.large,
            Field::Profile(Of::Research) => &self.research,
            Field::Profile(Of::Staff) => &self.staff,
            Field::ContactName => &self.contact_name,
            Field::ContactEmail => &self.contact_email,
            Field::Relation => &self.relation,
            Field::Note => &self.note,
            _ => return None,
        })
    }
}

impl Form for ProfileDraft {
    type Context = Published;

    const NAME: &'static str = "profile";
    const STEPS: &'static [Step] = &[Step::Profile, Step::Work, Step::Size, Step::Proposer];

    fn subject(published: &Published) -> &str {
        &published.record
    }

    fn step_of(field: Field) -> Step {
        match field {
            Field::Profile(
                Of::City | Of::Country | Of::Region | Of::Location | Of::Ecosystems | Of::Expertise,
            ) => Step::Work,
            Field::Profile(Of::Founded | Of::Members | Of::Sme | Of::Large | Of::Research | Of::Staff) => {
                Step::Size
            }
            // Whether anything has changed is known at the end.
            Field::ContactName | Field::ContactEmail | Field::Relation | Field::Note | Field::Whole => {
                Step::Proposer
            }
            _ => Step::Profile,
        }
    }

    fn text(&self, field: Field) -> &str {
        self.line(field).map_or("", String::as_str)
    }

    fn slot(&mut self, field: Field) -> Option<Slot<'_>> {
        Some(match field {
            Field::Profile(Of::Name) => Slot::Text(&mut self.name),
            Field::Profile(Of::Acronym) => Slot::Text(&mut self.acronym),
            Field::Profile(Of::Kind) => Slot::Text(&mut self.kind),
            Field::Profile(Of::Summary) => Slot::Text(&mut self.summary),
            Field::Profile(Of::SummaryDe) => Slot::Text(&mut self.summary_de),
            Field::Profile(Of::SummaryFr) => Slot::Text(&mut self.summary_fr),
            Field::Profile(Of::Website) => Slot::Text(&mut self.website),
            Field::Profile(Of::Email) => Slot::Text(&mut self.email),
            Field::Profile(Of::City) => Slot::Named(&mut self.town),
            Field::Profile(Of::Country) => Slot::Text(&mut self.country),
            Field::Profile(Of::Ecosystems) => Slot::List(&mut self.ecosystems),
            Field::Profile(Of::Expertise) => Slot::List(&mut self.expertise),
            Field::Profile(Of::Founded) => Slot::Text(&mut self.founded),
            Field::Profile(Of::Members) => Slot::Text(&mut self.members),
            Field::Profile(Of::Sme) => Slot::Text(&mut self.sme),
            Field::Profile(Of::Large) => Slot::Text(&mut self.large),
            Field::Profile(Of::Research) => Slot::Text(&mut self.research),
            Field::Profile(Of::Staff) => Slot::Text(&mut self.staff),
            Field::ContactName => Slot::Text(&mut self.contact_name),
            Field::ContactEmail => Slot::Text(&mut self.contact_email),
            Field::Relation => Slot::Text(&mut self.relation),
            Field::Note => Slot::Text(&mut self.note),
            _ => return None,
        })
    }

    fn picked(&self, field: Field) -> Option<&str> {
        if field == Field::Profile(Of::City) { self.town.id.as_deref() } else { None }
    }

    fn chosen(&self, field: Field) -> &[String] {
        match field {
            Field::Profile(Of::Ecosystems) => &self.ecosystems,
            Field::Profile(Of::Expertise) => &self.expertise,
            _ => &[],
        }
    }

    fn check(&self, setting: &Setting<'_, Self>) -> Result<Checked, Vec<FieldError>> {
        let published = setting.context;
        let is_new = published.record.is_empty();
        let mut check = Checker { errors: Vec::new(), nfc: setting.nfc };
        let mut taken = Taken { draft: self, published, changes: BTreeMap::new() };
        let name = check.name(Field::Profile(Of::Name), &self.name);
        taken.take(Of::Name, &self.name, Some(name.clone()));
        let acronym =
            check.optional(Field::Profile(Of::Acronym), &(setting.nfc)(&self.acronym), LONGEST_LINE);
        taken.take(Of::Acronym, &self.acronym, acronym);
        if !OrganisationKind::ALL.iter().any(|kind| kind.as_str() == self.kind) {
            check.fault(Field::Profile(Of::Kind), Fault::Unknown { value: self.kind.clone() });
        }
        taken.take(Of::Kind, &self.kind, Some(self.kind.clone()));
        for (field, typed) in [
            (Of::Summary, &self.summary),
            (Of::SummaryDe, &self.summary_de),
            (Of::SummaryFr, &self.summary_fr),
        ] {
            let summary = check.optional(Field::Profile(field), typed, LONGEST_TEXT);
            taken.take(field, typed, summary);
        }
        let website = check.website(Field::Profile(Of::Website), &self.website);
        taken.take(Of::Website, &self.website, website);
        let email = Some(self.email.trim()).filter(|email| !email.is_empty());
        let email = email.map(|email| check.email(Field::Profile(Of::Email), email));
        taken.take(Of::Email, &self.email, email);
        taken.place(&mut check);
        for (field, list) in [(Of::Ecosystems, &self.ecosystems), (Of::Expertise, &self.expertise)] {
            let list = check.list(Field::Profile(field), list, |id| id.parse::<TermId>().is_ok());
            taken.take(field, &list.join("\n"), Some(list.join("\n")).filter(|list| !list.is_empty()));
        }
        let this_year = setting.now.in_brussels().day.year();
        let numbers = [
            (Of::Founded, &self.founded, 1000, this_year.unsigned_abs()),
            (Of::Members, &self.members, 0, MOST_NUMBER),
            (Of::Sme, &self.sme, 0, MOST_NUMBER),
            (Of::Large, &self.large, 0, MOST_NUMBER),
            (Of::Research, &self.research, 0, MOST_NUMBER),
        ];
        let mut members = MOST_NUMBER;
        for (field, typed, least, most) in numbers {
            // A part is no more than the whole, where that is said.
            let number = check.whole(Field::Profile(field), typed, least, most.min(members));
            members = number.filter(|_| field == Of::Members).unwrap_or(members);
            taken.take(field, typed, number.map(|number| number.to_string()));
        }
        let staff = check.number(Field::Profile(Of::Staff), &self.staff);
        taken.take(Of::Staff, &self.staff, staff.map(decimal::written));

        let contact = check.name(Field::ContactName, &self.contact_name);
        let email = check.email(Field::ContactEmail, &self.contact_email);
        if !Relation::ALL.iter().any(|relation| relation.as_str() == self.relation) {
            let fault = if self.relation.is_empty() {
                Fault::Missing
            } else {
                Fault::Unknown { value: self.relation.clone() }
            };
            check.fault(Field::Relation, fault);
        }
        let note = check.optional(Field::Note, &self.note, LONGEST_NOTE);
        let changes = taken.changes;
        if check.errors.is_empty() && changes.is_empty() && note.is_none() {
            check.fault(Field::Whole, Fault::Unchanged);
        }
        if !check.errors.is_empty() {
            return Err(check.errors);
        }
        let kind = if is_new { BodyKind::NewProfile } else { BodyKind::Correction };
        Ok(Checked(Body {
            profile: Some(ProfileBody {
                record: (!is_new).then(|| published.record.clone()),
                name: if is_new { name } else { published.name.clone() },
                edition: published.edition.clone(),
                published: published.published.map(|day| day.to_string()),
                changes,
                relation: self.relation.clone(),
                note,
            }),
            contact: Some(ContactBody { name: contact, email }),
            ..Body::blank(kind)
        }))
    }
}

/// Collects what differs from what is published.
struct Taken<'a> {
    draft: &'a ProfileDraft,
    published: &'a Published,
    changes: BTreeMap<String, ChangeBody>,
}

impl Taken<'_> {
    /// Takes a value where somebody has changed it here, and it is not published already.
    fn take(&mut self, field: Of, typed: &str, to: Option<String>) {
        let (base, before) = (self.draft.base(field), self.published.texts.get(field));
        let said = to.as_deref().unwrap_or_default();
        let is_untouched = is_same(field, typed.trim(), base) || is_same(field, said, base);
        if is_untouched || is_same(field, said, before) {
            return;
        }
        let from = Some(before.to_owned()).filter(|text| !text.is_empty());
        self.changes.insert(field.as_str().to_owned(), ChangeBody { from, to });
    }

    /// The place: a town of the list with its point, or a country only.
    fn place(&mut self, check: &mut Checker<'_>) {
        let draft = self.draft;
        let (city, typed) = (Field::Profile(Of::City), draft.town.name.trim());
        let country = check.country(Field::Profile(Of::Country), &draft.country);
        self.take(Of::Country, &draft.country, Some(country.clone()).filter(|code| !code.is_empty()));
        let is_elsewhere = draft.country.trim() != draft.base(Of::Country);
        let is_as_it_was = typed == draft.base(Of::City)
            && draft.town.id.as_deref().is_none_or(|id| {
                PickedTown::read(id).is_some_and(|town| {
                    town.point.map(written_point).unwrap_or_default() == draft.base(Of::Location)
                })
            });
        if is_as_it_was && !is_elsewhere {
            return;
        }
        let picked = draft.town.id.as_deref().and_then(PickedTown::read).filter(|_| !typed.is_empty());
        match picked {
            Some(town) => {
                if let (Ok(code), false) = (country.parse::<CountryCode>(), country.is_empty())
                    && !is_in(&town, &code)
                {
                    check.fault(city, Fault::InAnotherCountry { town: typed.to_owned() });
                }
                self.moved(Some(typed), &town);
            }
            None if typed.is_empty() => {
                self.moved(None, &PickedTown { country: None, region: None, point: None });
            }
            // A name that nobody has picked could be any of several towns.
            None => check.fault(city, Fault::NotPicked { text: typed.to_owned() }),
        }
    }

    fn moved(&mut self, city: Option<&str>, town: &PickedTown) {
        let region = town.region.as_ref().map(RegionCode::as_str);
        let point = town.point.map(written_point);
        for (field, to) in [(Of::City, city), (Of::Region, region), (Of::Location, point.as_deref())] {
            self.take(field, to.unwrap_or_default(), to.map(str::to_owned));
        }
    }
}

/// Whether a town can be in a country: as records say, or as its point lies where they say nothing.
fn is_in(town: &PickedTown, country: &CountryCode) -> bool {
    match (&town.country, town.point) {
        (Some(known), _) => known == country,
        (None, Some(point)) => can_be_in(country, point),
        (None, None) => true,
    }
}

impl Checker<'_> {
    /// A web address; `www.example.org` is one too.
    fn website(&mut self, field: Field, typed: &str) -> Option<String> {
        let text = self.optional(field, typed, LONGEST_ADDRESS)?;
        let whole = if text.contains(':') { text } else { ["https://", &text].concat() };
        let address = whole.parse::<WebAddress>().ok().filter(WebAddress::is_public);
        if address.is_none() {
            self.fault(field, Fault::NotAWebAddress);
        }
        address.map(|address| address.as_str().to_owned())
    }

    /// A whole number in a range. People part the thousands by a space.
    fn whole(&mut self, field: Field, typed: &str, least: u32, most: u32) -> Option<u32> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.is_empty() {
            return None;
        }
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse::<u32>().ok().filter(|number| is_number && (least..=most).contains(number));
        if number.is_none() {
            let fault = if is_number { Fault::OutOfRange { least, most } } else { Fault::NotANumber };
            self.fault(field, fault);
        }
        number
    }

    /// A number that is not negative, with a point or a comma, to the hundredth.
    fn number(&mut self, field: Field, typed: &str) -> Option<f64> {
        let text = typed.trim().replacen(',', ".", 1);
        if text.is_empty() {
            return None;
        }
        match decimal::read(&text) {
            Some(number) if (0.0..=f64::from(MOST_NUMBER)).contains(&number) => {
                Some((number * 100.0).round() / 100.0)
            }
            Some(_) => {
                self.fault(field, Fault::OutOfRange { least: 0, most: MOST_NUMBER });
                None
            }
            None => {
                self.fault(field, Fault::NotANumber);
                None
            }
        }
    }
}
