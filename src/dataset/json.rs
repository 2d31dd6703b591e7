//! JSON as it came: borrowed from the file, in order, with nothing required yet.
//!
//! Records are judged field by field, because one wrong field must not cost the whole record. So a record is
//! first taken as it is, and `fields` then asks it for what it needs. Long lists are streamed: only one record
//! is held in this form at a time.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use serde_json::value::RawValue;

use crate::domain::decimal;

/// The members of a JSON object, in file order.
pub(crate) type Entries<'a> = Vec<Entry<'a>>;

/// One member of an object: its name and its value.
pub(crate) type Entry<'a> = (Cow<'a, str>, Json<'a>);

/// What is done with each element of a streamed list, given the members that stood before the list.
type Visit<'v, 'a> = &'v mut dyn FnMut(&[Entry<'a>], Json<'a>);

/// One JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json<'a> {
    /// `null`, which everywhere means the same as an absent member.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string, borrowed where it holds no escapes.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Json<'a>>),
    /// An object.
    Object(Entries<'a>),
    /// A record that is no JSON that can be taken in: a number beyond all numbers, half a character, a thousand brackets.
    Unreadable(&'a str),
}

impl<'a> Json<'a> {
    /// The text, if it is one.
    pub(crate) fn into_text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value as a report shows it: scalars as they are, the rest by its brackets.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Null => "null".into(),
            Self::Bool(value) => if *value { "true" } else { "false" }.into(),
            Self::Number(value) => decimal::written(*value).into(),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Unreadable(text) => Cow::Borrowed(text),
            Self::List(_) => "[…]".into(),
            Self::Object(_) => "{…}".into(),
        }
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let mut entries = Vec::with_capacity(12);
        while let Some(key) = map.next_key()? {
            if let Json::Text(key) = key {
                entries.push((key, map.next_value()?));
            }
        }
        Ok(Json::Object(entries))
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(JsonVisitor)
    }
}

/// The members of a file's outermost object; the elements of its long list have been visited one by one.
#[derive(Debug, Default)]
pub(crate) struct Streamed<'a> {
    /// Every member but the list.
    pub(crate) header: Entries<'a>,
    /// How many members stood before the list; `None` if there was no such list.
    pub(crate) before_list: Option<usize>,
}

/// Reads one object and hands over the elements of its member `list`, together with the members read so far.
///
/// A document that is no object is an error of serde's category "data", a broken one of "syntax" or "eof".
pub(crate) fn stream<'a>(
    text: &'a str,
    list: &str,
    visit: Visit<'_, 'a>,
) -> Result<Streamed<'a>, serde_json::Error> {
    let mut seen = 0;
    let fault = match pass(text, list, Elements { visit, seen: &mut seen, skip: None, header: &[] }) {
        Ok(streamed) => return Ok(streamed),
        Err(fault) => fault,
    };
    // One element that cannot be taken in costs itself and not the file, as long as it can be told where it ends. This
    // way takes each element twice, so it is only gone when the quick one has failed, and from there on.
    let skip = Some(seen);
    pass(text, list, Elements { visit, seen: &mut 0, skip, header: &[] }).map_err(|_| fault)
}

fn pass<'a>(
    text: &'a str,
    list: &str,
    elements: Elements<'_, 'a>,
) -> Result<Streamed<'a>, serde_json::Error> {
    let mut from = serde_json::Deserializer::from_str(text);
    let mut streamed = Streamed::default();
    let Elements { visit, seen, skip, .. } = elements;
    from.deserialize_map(FileVisitor { list, streamed: &mut streamed, visit, seen, skip })?;
    from.end()?;
    Ok(streamed)
}

/// The elements of a document that is a list; those that cannot be taken in stay in it as such.
pub(crate) fn list(text: &str) -> Result<Vec<Json<'_>>, serde_json::Error> {
    serde_json::from_str(text).or_else(|fault| {
        let raw: Vec<&RawValue> = serde_json::from_str(text).map_err(|_| fault)?;
        Ok(raw.into_iter().map(element).collect())
    })
}

/// One element by itself.
fn element(raw: &RawValue) -> Json<'_> {
    serde_json::from_str(raw.get()).unwrap_or(Json::Unreadable(raw.get()))
}

struct FileVisitor<'v, 'a> {
    list: &'v str,
    streamed: &'v mut Streamed<'a>,
    visit: Visit<'v, 'a>,
    seen: &'v mut usize,
    skip: Option<usize>,
}

impl<'de> Visitor<'de> for FileVisitor<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key()? {
            let Json::Text(key) = key else { continue };
            if key == self.list && self.streamed.before_list.is_none() {
                let (header, skip) = (&*self.streamed.header, self.skip);
                let elements = Elements { header, visit: &mut *self.visit, seen: &mut *self.seen, skip };
                if map.next_value_seed(elements)? {
                    self.streamed.before_list = Some(self.streamed.header.len());
                }
            } else {
                self.streamed.header.push((key, map.next_value()?));
            }
        }
        Ok(())
    }
}

/// Visits the elements of a list; `false` when the value is something else.
struct Elements<'v, 'a> {
    header: &'v [Entry<'a>],
    visit: Visit<'v, 'a>,
    /// How many have been visited.
    seen: &'v mut usize,
    /// How many have been visited by an earlier pass; then each is taken by itself.
    skip: Option<usize>,
}

impl<'de> DeserializeSeed<'de> for Elements<'_, 'de> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<bool, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Elements<'_, 'de> {
    type Value = bool;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of records")
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_bool<E>(self, _: bool) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_i64<E>(self, _: i64) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_u64<E>(self, _: u64) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_f64<E>(self, _: f64) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_str<E>(self, _: &str) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(false)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<bool, A::Error> {
        if let Some(skip) = self.skip {
            while let Some(raw) = seq.next_element::<&'de RawValue>()? {
                if *self.seen >= skip {
                    (self.visit)(self.header, element(raw));
                }
                *self.seen += 1;
            }
            return Ok(true);
        }
        while let Some(element) = seq.next_element()? {
            *self.seen += 1;
            (self.visit)(self.header, element);
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_visited_with_the_members_before_them() {
        let mut seen = Vec::new();
        let text = r#"{"format":"x","records":[1,{"a":"b"}],"after":null}"#;
        let streamed = stream(text, "records", &mut |header, element| {
            seen.push((header.len(), element.shown().into_owned()));
        })
        .expect("valid JSON");
        assert_eq!(seen, [(1, "1".to_owned()), (1, "{…}".to_owned())]);
        assert_eq!(streamed.before_list, Some(1));
        assert_eq!(streamed.header.len(), 2);
    }

    #[test]
    fn a_member_of_another_type_is_no_list() {
        for text in [r#"{"records":{"a":1}}"#, r#"{"records":"x"}"#, r#"{"records":null}"#, "{}"] {
            let streamed =
                stream(text, "records", &mut |_, _| panic!("nothing to visit")).expect("valid JSON");
            assert_eq!(streamed.before_list, None, "{text}");
        }
    }
}
