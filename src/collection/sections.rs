//! What is shown of a record, as data: a line of a list, and a page of sections. `ui/components/record_line.rs` and
//! `record_page.rs` put both into words and elements, the same for every collection.

use crate::domain::{Day, Email, LocalText, OWN, PictureFile, Region, TermId, TimeOfDay, WebAddress};
use crate::explore::FacetId;
use crate::route::Route;

use super::Collection;

/// Something that is put into the visitor's language when it is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Phrase {
    /// As it was published.
    Text(String),
    /// In the visitor's language where the record has it, and marked with its language.
    Local(LocalText),
    /// A message.
    Message(&'static str),
    /// A message with arguments.
    With(&'static str, Vec<(&'static str, Phrase)>),
    /// A number.
    Number(f64),
    /// A day.
    Day(Day),
    /// A day and the time on it by the clocks of Brussels, and by the visitor's where those differ; says so where no time is
    /// stated.
    Moment(Day, Option<TimeOfDay>),
    /// From when on a day, and to when where that is known: by the clocks of Brussels, and by the visitor's where those
    /// differ.
    Hours(Day, TimeOfDay, Option<TimeOfDay>),
    /// How far off a moment is; of a day where no time is stated.
    Away(Day, Option<TimeOfDay>),
    /// How far off a moment is at which something closes.
    Closes(Day, Option<TimeOfDay>),
    /// A value of a facet by its name.
    Value(FacetId, String),
    /// A region, as people of any language can read it.
    Region(Region),
    /// Some of them.
    Several(Vec<Phrase>, Between),
}

/// What stands between the phrases of an enumeration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// " · "
    Dots,
    /// ", "
    Commas,
    /// "; "
    Semicolons,
}

impl Phrase {
    /// The names of values of a facet; `None` where there are none.
    pub fn values<'a>(facet: FacetId, values: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let values: Vec<_> = values.into_iter().map(|value| Self::Value(facet, value.to_owned())).collect();
        (!values.is_empty()).then_some(Self::Several(values, Between::Commas))
    }

    /// Terms of a vocabulary by their names; `None` where there are none.
    pub fn terms(facet: FacetId, terms: &[TermId]) -> Option<Self> {
        Self::values(facet, terms.iter().map(TermId::as_str))
    }

    /// A day, and how far off it is.
    pub fn day_and_distance(day: Day) -> Self {
        Self::Several(vec![Self::Day(day), Self::Away(day, None)], Between::Dots)
    }
}

/// A line of a list. The title is that of the record.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Where the record stands: a value of the facet `status`.
    pub status: Option<&'static str>,
    /// Who or what it is, under the title.
    pub about: Vec<Phrase>,
    /// In a few words, beside the status.
    pub tags: Vec<Phrase>,
    /// In how many days it closes, where one can still act on it.
    pub closes_in: Option<i64>,
    /// What is to be doubted about the status.
    pub doubt: Option<&'static str>,
    /// When it matters next.
    pub when: Option<Phrase>,
    /// Its ecosystems, as badges.
    pub ecosystems: Vec<TermId>,
}

/// The page of a record.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecordPage {
    /// Where the record stands: a value of the facet `status`.
    pub status: Option<&'static str>,
    /// In how many days it closes, where one can still act on it.
    pub closes_in: Option<i64>,
    /// What is to be doubted about the status.
    pub doubt: Option<&'static str>,
    /// What it is, above the title.
    pub kicker: Vec<Phrase>,
    /// What matters most, under the title.
    pub lead: Option<Phrase>,
    /// What can be done.
    pub actions: Vec<Action>,
    /// What is known of it, in this order. Its sources stand below.
    pub sections: Vec<Section>,
}

/// Something to press.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A page of ours.
    Go(Route, &'static str),
    /// A page elsewhere; whether it is what people come for.
    Leave(WebAddress, &'static str, bool),
    /// A mail to write.
    Write(Email, &'static str),
}

/// A part of the page with a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The key of its heading; none for the summary.
    pub heading: Option<&'static str>,
    /// What it says.
    pub body: Body,
}

/// What a section says.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// A text in the visitor's language.
    Text(LocalText),
    /// Named facts. Those that are not known are named together below, unless there is more to say of it.
    Facts(Vec<Fact>),
    /// One line each.
    List(Vec<Shown>),
}

/// A named fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The key of its name.
    pub name: &'static str,
    /// What is known.
    pub value: Option<Shown>,
    /// What is said where nothing is; `None` for "not known".
    pub absent: Option<&'static str>,
}

impl Fact {
    /// A fact, or that it is not known.
    pub fn new(name: &'static str, value: Option<impl Into<Shown>>) -> Self {
        Self { name, value: value.map(Into::into), absent: None }
    }

    /// The same with another sentence where nothing is known.
    #[must_use]
    pub fn or(self, absent: &'static str) -> Self {
        Self { absent: Some(absent), ..self }
    }

    /// A fact that nobody misses where it is not known.
    pub fn if_known(name: &'static str, value: Option<impl Into<Shown>>) -> Option<Self> {
        value.map(|value| Self { name, value: Some(value.into()), absent: None })
    }
}

/// Facts that are put together one by one: less code than a list of all that may be known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts(Vec<Fact>);

impl Facts {
    /// A fact, or that it is not known.
    pub fn told(&mut self, name: &'static str, value: Option<impl Into<Shown>>) {
        self.push(name, value.map(Into::into));
    }

    /// A fact, or another sentence where nothing is known.
    pub fn told_or(&mut self, name: &'static str, value: Option<impl Into<Shown>>, absent: &'static str) {
        self.0.push(Fact::new(name, value).or(absent));
    }

    /// A fact that nobody misses where it is not known.
    pub fn if_known(&mut self, name: &'static str, value: Option<impl Into<Shown>>) {
        if let Some(value) = value {
            self.push(name, Some(value.into()));
        }
    }

    #[inline(never)]
    fn push(&mut self, name: &'static str, value: Option<Shown>) {
        self.0.push(Fact { name, value, absent: None });
    }
}

impl From<Facts> for Body {
    fn from(facts: Facts) -> Self {
        Self::Facts(facts.0)
    }
}

/// What stands for a fact or in a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// Words.
    Words(Phrase),
    /// Something with a quiet remark.
    Remarked(Box<Shown>, Phrase),
    /// A page elsewhere, by words of its own or its host.
    Elsewhere(WebAddress, Option<String>),
    /// A picture among the files of the dataset, with the text that stands for it.
    Picture(PictureFile, String),
    /// A record of the dataset by its title, or by what is stated here.
    Record(Collection, String, Option<String>),
    /// A mail address.
    Mail(Email),
    /// Ecosystems as badges.
    Ecosystems(Vec<TermId>),
    /// Topics of expertise as tags.
    Expertise(Vec<TermId>),
    /// Several, one line each.
    Several(Vec<Shown>),
    /// Several on one line.
    Beside(Vec<Shown>),
    /// Something and where it is from: the id of one of the dataset's sources, or an address.
    Sourced(Box<Shown>, String),
}

impl From<Phrase> for Shown {
    fn from(words: Phrase) -> Self {
        Self::Words(words)
    }
}

impl From<String> for Shown {
    fn from(text: String) -> Self {
        Self::Words(Phrase::Text(text))
    }
}

impl Shown {
    /// Ecosystems as badges; `None` where there are none.
    pub fn ecosystems(terms: &[TermId]) -> Option<Self> {
        (!terms.is_empty()).then(|| Self::Ecosystems(terms.to_vec()))
    }

    /// Topics of expertise as tags; `None` where there are none.
    pub fn expertise(terms: &[TermId]) -> Option<Self> {
        (!terms.is_empty()).then(|| Self::Expertise(terms.to_vec()))
    }

    /// The same with a quiet remark.
    #[must_use]
    pub fn remarked(self, remark: Phrase) -> Self {
        Self::Remarked(Box::new(self), remark)
    }

    /// Several, one or none.
    pub fn several(mut each: Vec<Self>) -> Option<Self> {
        match each.len() {
            0 => None,
            1 => each.pop(),
            _ => Some(Self::Several(each)),
        }
    }
}

impl RecordPage {
    /// Every key of a message that the page refers to.
    pub fn messages(&self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        keys.extend(self.doubt);
        for phrase in self.kicker.iter().chain(&self.lead) {
            keys_of(phrase, &mut keys);
        }
        for action in &self.actions {
            let (Action::Go(_, words) | Action::Leave(_, words, _) | Action::Write(_, words)) = action;
            keys.push(words);
        }
        for section in &self.sections {
            keys.extend(section.heading);
            match &section.body {
                Body::Text(_) => {}
                Body::Facts(facts) => {
                    for fact in facts {
                        // A field that a dataset declares is called as it says there.
                        keys.extend((!fact.name.starts_with(OWN)).then_some(fact.name));
                        keys.extend(fact.absent);
                        if let Some(value) = &fact.value {
                            keys_shown(value, &mut keys);
                        }
                    }
                }
                Body::List(each) => {
                    for shown in each {
                        keys_shown(shown, &mut keys);
                    }
                }
            }
        }
        keys
    }
}

impl Line {
    /// Every key of a message that the line refers to.
    pub fn messages(&self) -> Vec<&'static str> {
        let mut keys: Vec<_> = self.doubt.into_iter().collect();
        for phrase in self.about.iter().chain(&self.tags).chain(&self.when) {
            keys_of(phrase, &mut keys);
        }
        keys
    }
}

fn keys_shown(shown: &Shown, keys: &mut Vec<&'static str>) {
    match shown {
        Shown::Words(words) => keys_of(words, keys),
        Shown::Remarked(shown, remark) => {
            keys_shown(shown, keys);
            keys_of(remark, keys);
        }
        Shown::Sourced(shown, _) => keys_shown(shown, keys),
        Shown::Several(each) | Shown::Beside(each) => {
            for shown in each {
                keys_shown(shown, keys);
            }
        }
        Shown::Elsewhere(..)
        | Shown::Picture(..)
        | Shown::Record(..)
        | Shown::Mail(_)
        | Shown::Ecosystems(_)
        | Shown::Expertise(_) => {}
    }
}

fn keys_of(phrase: &Phrase, keys: &mut Vec<&'static str>) {
    match phrase {
        Phrase::Message(key) => keys.push(key),
        Phrase::With(key, arguments) => {
            keys.push(key);
            for (_, phrase) in arguments {
                keys_of(phrase, keys);
            }
        }
        Phrase::Several(each, _) => {
            for phrase in each {
                keys_of(phrase, keys);
            }
        }
        Phrase::Text(_)
        | Phrase::Local(_)
        | Phrase::Number(_)
        | Phrase::Day(_)
        | Phrase::Moment(..)
        | Phrase::Hours(..)
        | Phrase::Away(..)
        | Phrase::Closes(..)
        | Phrase::Value(..)
        | Phrase::Region(_) => {}
    }
}
