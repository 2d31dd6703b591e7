//! The rules for single fields, and the limits.

use crate::domain::{CountryCode, Day, Email, RegionCode, takes_no_room};

use super::form::{Fault, Field, FieldError, Named};

/// Longest name of a person or an organisation, role or title, in characters: what the dataset takes too.
pub const LONGEST_LINE: usize = 300;
/// Longest text about needs or hopes, in characters.
pub const LONGEST_NOTE: usize = 2_000;
/// Longest text about what is sought or offered, in characters: two pages.
pub const LONGEST_TEXT: usize = 6_000;
/// Longest web address, in characters: what the dataset takes too.
pub const LONGEST_ADDRESS: usize = 2_000;
/// The largest number of members or staff.
pub(super) const MOST_NUMBER: u32 = 10_000_000;
/// Most people in one sign-up: a larger group is a matter for a conversation.
pub const MOST_PEOPLE: usize = 20;
/// Most values in one list.
pub const MOST_CHOICES: usize = 100;

/// Collects faults while a form is taken apart.
pub(super) struct Checker<'a> {
    pub(super) errors: Vec<FieldError>,
    pub(super) nfc: &'a dyn Fn(&str) -> String,
}

impl Checker<'_> {
    pub(super) fn fault(&mut self, field: Field, fault: Fault) {
        self.errors.push(FieldError { field, fault });
    }

    /// A text that may be left out: trimmed, otherwise as typed.
    pub(super) fn optional(&mut self, field: Field, typed: &str, limit: usize) -> Option<String> {
        let text = typed.trim();
        // What cannot be seen is no answer.
        if text.chars().all(is_invisible) {
            return None;
        }
        let length = text.chars().count();
        if length > limit {
            self.fault(field, Fault::TooLong { limit, length });
        }
        Some(text.to_owned())
    }

    /// A text that has to be there.
    pub(super) fn required(&mut self, field: Field, typed: &str, limit: usize) -> String {
        self.optional(field, typed, limit).unwrap_or_else(|| {
            self.fault(field, Fault::Missing);
            String::new()
        })
    }

    /// A name: required, trimmed, and in one of the two ways in which Unicode writes an accented letter, so that
    /// a receiver finds it again.
    pub(super) fn name(&mut self, field: Field, typed: &str) -> String {
        self.required(field, &(self.nfc)(typed), LONGEST_LINE)
    }

    /// A record or a name. An identifier that is none is left out: the name is what counts.
    pub(super) fn named(&mut self, field: Field, typed: &Named) -> Option<Named> {
        let name = self.optional(field, &(self.nfc)(&typed.name), LONGEST_LINE)?;
        Some(Named { name, id: typed.id.clone().filter(|id| id.parse::<crate::domain::RecordId>().is_ok()) })
    }

    pub(super) fn email(&mut self, field: Field, typed: &str) -> String {
        if typed.trim().is_empty() {
            self.fault(field, Fault::Missing);
            return String::new();
        }
        match Email::typed(typed) {
            Ok(email) if is_public(&email) => return email.as_str().to_owned(),
            Ok(_) => self.fault(field, Fault::NoPublicHost),
            Err(_) => self.fault(field, Fault::NotAnEmail),
        }
        String::new()
    }

    pub(super) fn country(&mut self, field: Field, typed: &str) -> String {
        if typed.trim().is_empty() {
            self.fault(field, Fault::Missing);
            return String::new();
        }
        if let Ok(code) = typed.trim().parse::<CountryCode>() {
            code.as_str().to_owned()
        } else {
            self.fault(field, Fault::NotACountry);
            String::new()
        }
    }

    /// A day that is not over; empty where none is stated.
    pub(super) fn day_ahead(&mut self, field: Field, typed: &str, today: Day) -> Option<String> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        match typed.parse::<Day>() {
            Ok(day) if day < today => self.fault(field, Fault::DayPassed { day }),
            Ok(day) => return Some(day.to_string()),
            Err(_) => self.fault(field, Fault::NotADay),
        }
        None
    }

    /// What stands in the field of a list and was not picked: it would be dropped in silence.
    pub(super) fn unpicked(&mut self, field: Field, typed: &str) -> bool {
        let text = typed.trim();
        let is_left = !text.chars().all(is_invisible);
        if is_left {
            self.fault(field, Fault::NotPicked { text: text.to_owned() });
        }
        is_left
    }

    /// A list of values, each once, judged one by one.
    pub(super) fn list(&mut self, field: Field, chosen: &[String], fits: fn(&str) -> bool) -> Vec<String> {
        if chosen.len() > MOST_CHOICES {
            self.fault(field, Fault::TooMany { limit: MOST_CHOICES });
        }
        let mut list: Vec<String> = Vec::new();
        for value in chosen {
            if !fits(value) {
                self.fault(field, Fault::Unknown { value: value.clone() });
            } else if !list.contains(value) {
                list.push(value.clone());
            }
        }
        list
    }
}

/// Whether mail from elsewhere can reach an address. RFC 5322 knows hosts without a dot (`localhost`), the internet
/// does not.
fn is_public(email: &Email) -> bool {
    email.as_str().rsplit_once('@').is_some_and(|(_, host)| host.contains('.'))
}

/// Whether a text is a country's or a region's code.
pub(super) fn is_place(code: &str) -> bool {
    code.parse::<CountryCode>().is_ok_and(|country| country.as_str() == code)
        || code.parse::<RegionCode>().is_ok_and(|region| region.as_str() == code)
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || takes_no_room(c)
}
