//! What a receiver answers, read forgivingly: nothing in an answer can break the app or lose an entry.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::dataset::Json;
use crate::domain::tidy;

use super::entry::Status;
use super::form::{Fault, Field, FieldError};
use super::key::EntryKey;

/// Longest text that is kept from an answer, in characters.
const LONGEST_DETAIL: usize = 500;
/// Most complaints that are kept from an answer.
const MOST_ERRORS: usize = 100;

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// With an answer.
    Answered(Answer),
    /// Without a connection, or it broke.
    NoNetwork,
    /// Without an answer in time.
    TimedOut,
    /// Not at all: the page's own security policy does not allow the address.
    Blocked,
    /// With the advice to ask another address, which is not followed: only the one that was asked can acknowledge.
    Redirected,
}

/// An HTTP answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its header `Retry-After`, as it came.
    pub retry_after: Option<String>,
    /// Its header `Date`, as it came: what the receiver's clock showed.
    pub date: Option<String>,
    /// Its header `Content-Type`, as it came.
    pub content_type: Option<String>,
    /// Its body; empty where it could not be read.
    pub body: String,
}

impl Answer {
    /// Whether it is a JSON object that gives back the key, as only somebody does who has read the request.
    pub(super) fn gives_back(&self, key: &EntryKey) -> bool {
        let given = Acceptance::in_body(&self.body).and_then(|said| text(said.idempotency_key?));
        given.as_deref() == Some(key.as_str())
    }
}

/// Why a receiver refused an entry (RFC 9457, with the members `errors` that its section 3 shows).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Problem {
    /// What is wrong, in a few words: plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is wrong with this entry: plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What is wrong where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemField>,
}

/// What a receiver says about one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemField {
    /// Where, in the receiver's words.
    pub pointer: String,
    /// What: plain text.
    pub detail: String,
}

impl Problem {
    /// The complaints at the fields of the form; those that name no field of it stand at [`Field::Whole`].
    pub fn errors(&self) -> Vec<FieldError> {
        let at_fields = self.errors.iter().map(|error| FieldError {
            field: Field::at(&error.pointer).unwrap_or(Field::Whole),
            fault: Fault::Refused { detail: error.detail.clone() },
        });
        let mut errors: Vec<FieldError> = at_fields.collect();
        if errors.is_empty() {
            let detail = self.detail.as_ref().or(self.title.as_ref()).cloned().unwrap_or_default();
            errors.push(FieldError { field: Field::Whole, fault: Fault::Refused { detail } });
        }
        errors
    }

    /// The problem in an answer with status 400 or 422; `None` where the answer does not say that it is one, as
    /// with the error page of some machine on the way.
    pub(super) fn in_answer(answer: &Answer) -> Option<Self> {
        let kind = answer.content_type.as_deref()?.split(';').next()?.trim();
        if !kind.eq_ignore_ascii_case("application/problem+json") {
            return None;
        }
        let Ok(Json::Object(members)) = serde_json::from_str::<Json<'_>>(&answer.body) else {
            return Some(Self::default());
        };
        let mut problem = Self::default();
        for (name, value) in members {
            match (&*name, value) {
                ("title", Json::Text(text)) => problem.title = Some(cut(&text)),
                ("detail", Json::Text(text)) => problem.detail = Some(cut(&text)),
                ("errors", Json::List(list)) => {
                    problem.errors = list.into_iter().filter_map(complaint).take(MOST_ERRORS).collect();
                }
                _ => {}
            }
        }
        Some(problem)
    }
}

/// `{"pointer": …, "detail": …}`; `field` and `message` are understood too.
fn complaint(value: Json<'_>) -> Option<ProblemField> {
    let Json::Object(members) = value else { return None };
    let text = |names: [&str; 2]| {
        let found = members.iter().find_map(|(name, value)| match value {
            Json::Text(text) if names.contains(&&**name) => Some(cut(text)),
            _ => None,
        });
        found.unwrap_or_default()
    };
    Some(ProblemField { pointer: text(["pointer", "field"]), detail: text(["detail", "message"]) })
}

/// What the body of an acceptance says: `{"idempotency_key": …, "reference": …, "status": …}`, the last two optional.
pub(super) struct Accepted {
    /// The receiver's number for it.
    pub(super) reference: Option<String>,
    /// Where it stands.
    pub(super) status: Status,
    /// The receiver's own word for that, where it is none of the contract's.
    pub(super) said: Option<String>,
}

/// Reads the body of an acceptance.
pub(super) fn acceptance(body: &str) -> Accepted {
    let said = Acceptance::in_body(body).unwrap_or_default();
    let reference = said.reference.and_then(|value| match value.get() {
        // A number has more digits than a floating-point one can hold: it is what was written.
        number if number.starts_with(|first: char| first == '-' || first.is_ascii_digit()) => {
            Some(cut(number))
        }
        _ => text(value).filter(|text| !text.trim().is_empty()).map(|text| cut(&text)),
    });
    let word = said.status.and_then(text).map(|word| cut(&word)).filter(|word| !word.is_empty());
    let (status, said) = match word.as_deref() {
        Some("confirmed") => (Status::Confirmed, None),
        Some("waiting_list") => (Status::WaitingList, None),
        Some("received") | None => (Status::Received, None),
        // "rejected", for instance: it has arrived, and whoever sent it has to know what is said of it there.
        Some(_) => (Status::Received, word),
    };
    Accepted { reference, status, said }
}

/// What an acceptance may say, each as it is written.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Acceptance<'a> {
    #[serde(borrow)]
    idempotency_key: Option<&'a RawValue>,
    #[serde(borrow)]
    reference: Option<&'a RawValue>,
    #[serde(borrow)]
    status: Option<&'a RawValue>,
}

impl<'a> Acceptance<'a> {
    /// `None` where a body is no JSON object.
    fn in_body(body: &'a str) -> Option<Self> {
        let body = body.trim_start_matches('\u{feff}');
        // A list would do for the members of a struct.
        body.trim_start().starts_with('{').then(|| serde_json::from_str(body).ok())?
    }
}

/// The text that a value is.
fn text(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}

/// A text of somebody else, made fit to be shown.
fn cut(text: &str) -> String {
    tidy(text).chars().take(LONGEST_DETAIL).collect()
}
