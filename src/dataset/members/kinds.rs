//! The kinds of members, one after another.

use std::marker::PhantomData;

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::dataset::fields::{LINE, NAME, SUMMARY};
use crate::dataset::import::Shape;
use crate::dataset::records::knows;
use crate::dataset::report::FindingKind;
use crate::dataset::wire::{WireBudget, WireFigure, WireRelated, codes, languages};
use crate::domain::{
    Budget, CountryCode, Figure, LocalText, PartialDate, Related, TermId, Vocabularies, WebAddress,
};

use super::{Member, Object, Reading, Spelled};

#[cfg(not(target_arch = "wasm32"))]
use schemars::{Schema, SchemaGenerator, json_schema};

/// A text of one line, of so many characters at most.
pub(crate) struct Text<const MOST: usize>;
/// A name.
pub(crate) type Name = Text<NAME>;
/// A line that is no name.
pub(crate) type Line = Text<LINE>;

impl<const MOST: usize> Member for Text<MOST> {
    type Value = Option<String>;
    const CELLS: Option<Shape> = Some(Shape::Text);

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.line(name, name, MOST, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(value.as_ref(), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "null"], "maxLength": MOST })
    }
}

/// Words of the format of which a record has one; see [`choice!`](super::choice).
pub(crate) trait Choice: Copy + PartialEq + 'static {
    /// All values.
    const ALL: &'static [Self];
    /// The name in files and URLs.
    fn as_str(self) -> &'static str;
}

/// One of the words of a [`Choice`]; its default is left out.
pub(crate) struct ChoiceOf<T>(PhantomData<T>);

impl<T: Choice + Default> Member for ChoiceOf<T> {
    type Value = T;
    const CELLS: Option<Shape> = Some(Shape::Choice);

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> T {
        object.one_of(name, name, T::ALL, T::as_str, reading).unwrap_or_default()
    }

    fn write<M: SerializeMap>(value: &T, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known((*value != T::default()).then(|| value.as_str()), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        one_of::<T>()
    }
}

/// One of the words of a [`Choice`], where it is known.
pub(crate) struct ChoiceIfKnown<T>(PhantomData<T>);

impl<T: Choice> Member for ChoiceIfKnown<T> {
    type Value = Option<T>;
    const CELLS: Option<Shape> = Some(Shape::Choice);

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Option<T> {
        object.one_of(name, name, T::ALL, T::as_str, reading)
    }

    fn write<M: SerializeMap>(value: &Option<T>, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(value.map(T::as_str), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        one_of::<T>()
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn one_of<T: Choice>() -> Schema {
    let names: Vec<&str> = T::ALL.iter().map(|value| value.as_str()).collect();
    json_schema!({ "type": ["string", "null"], "enum": names })
}

/// Texts of one line, each once.
pub(crate) struct Lines;

impl Member for Lines {
    type Value = Vec<String>;
    const CELLS: Option<Shape> = Some(Shape::List);
    const EDITED: &'static [&'static str] = &["[]"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.lines(name, LINE, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        any(value, name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": LINE } })
    }
}

/// A date that is known to the day, the month or the year.
pub(crate) struct PartialDay;

impl Member for PartialDay {
    type Value = Option<PartialDate>;
    const CELLS: Option<Shape> = Some(Shape::Day);
    const SPELLED: Spelled = Spelled::Years;

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.partial_date(name, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(value.as_ref().map(PartialDate::to_string), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" })
    }
}

macro_rules! vocabularies {
    ($($(#[$doc:meta])* $kind:ident = $vocabulary:ident;)+) => {$(
        $(#[$doc])*
        pub(crate) struct $kind;

        impl Member for $kind {
            type Value = Vec<TermId>;
            const CELLS: Option<Shape> = Some(Shape::List);
            const SPELLED: Spelled = Spelled::Terms;
            const EDITED: &'static [&'static str] = &["[]"];

            fn read(
                object: &mut Object<'_>,
                name: &str,
                known: &Vocabularies,
                reading: &mut Reading,
            ) -> Self::Value {
                object.terms(name, &|id| knows(&known.$vocabulary, id), reading)
            }

            fn write<M: SerializeMap>(
                value: &Self::Value,
                name: &'static str,
                map: &mut M,
            ) -> Result<(), M::Error> {
                any(value, name, map)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "array", "items": { "type": "string" } })
            }
        }
    )+};
}

vocabularies! {
    /// Terms of the vocabulary `ecosystems`.
    Ecosystems = ecosystems;
    /// Terms of the vocabulary `themes`.
    Themes = themes;
    /// Terms of the vocabulary `audiences`.
    Audiences = audiences;
}

/// A country by its code.
pub(crate) struct Country;

impl Member for Country {
    type Value = Option<CountryCode>;
    const CELLS: Option<Shape> = Some(Shape::Country);
    const SPELLED: Spelled = Spelled::Country;

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.parsed(name, name, FindingKind::BadCountry, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(value.as_ref().map(CountryCode::as_str), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "null"], "pattern": COUNTRY })
    }
}

/// Countries by their codes.
pub(crate) struct Countries;

impl Member for Countries {
    type Value = Vec<CountryCode>;
    const CELLS: Option<Shape> = Some(Shape::List);
    const SPELLED: Spelled = Spelled::Countries;
    const EDITED: &'static [&'static str] = &["[]"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.codes(name, FindingKind::BadCountry, &|_| true, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        any(value, name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": { "type": "string", "pattern": COUNTRY } })
    }
}

/// What the schema asks of a country's code.
#[cfg(not(target_arch = "wasm32"))]
const COUNTRY: &str = "^[A-Z]{2}$";

/// Whether something is so; absent is not so.
pub(crate) struct Flag;

impl Member for Flag {
    type Value = bool;
    const CELLS: Option<Shape> = Some(Shape::Flag);
    const EDITED: &'static [&'static str] = &["?"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> bool {
        object.flag(name, name, reading)
    }

    fn write<M: SerializeMap>(value: &bool, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(value.then_some(true), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "boolean" })
    }
}

/// A sum of money: in euro, in words, or both.
pub(crate) struct Money;

impl Member for Money {
    type Value = Option<Budget>;
    const CELLS: Option<Shape> = Some(Shape::Text);
    const SPELLED: Spelled = Spelled::Sum;
    const EDITED: &'static [&'static str] = &[".eur#", ".note"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.budget(name, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(value.as_ref().map(WireBudget::from), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Option<WireBudget<'_>>>()
    }
}

/// Figures and facts, each under a label.
pub(crate) struct Figures;

impl Member for Figures {
    type Value = Vec<Figure>;
    const CELLS: Option<Shape> = None;
    const EDITED: &'static [&'static str] =
        &["[].label", "[].value#", "[].unit", "[].as_of", "[].note", "[].source"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.figures(name, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        let figures: Vec<WireFigure<'_>> = value.iter().map(WireFigure::from).collect();
        known((!figures.is_empty()).then_some(figures), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let figure = generator.subschema_for::<WireFigure<'_>>();
        json_schema!({ "type": "array", "items": figure, "maxItems": crate::dataset::fields::MOST_VALUES })
    }
}

/// Records that belong to it; the member is called `related`.
pub(crate) struct RelatedRecords;

impl Member for RelatedRecords {
    type Value = Related;
    const CELLS: Option<Shape> = None;
    const EDITED: &'static [&'static str] =
        &[".calls[]", ".trainings[]", ".events[]", ".networks[]", ".policies[]", ".resources[]"];

    fn read(object: &mut Object<'_>, _: &str, _: &Vocabularies, reading: &mut Reading) -> Related {
        object.related(reading)
    }

    fn write<M: SerializeMap>(value: &Related, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(WireRelated::new(value), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Option<WireRelated<'_>>>()
    }
}

/// A text per language.
pub(crate) struct Summary;

impl Member for Summary {
    type Value = LocalText;
    const CELLS: Option<Shape> = Some(Shape::Text);
    const EDITED: &'static [&'static str] = &[".en"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> LocalText {
        object.local_text(name, SUMMARY, reading)
    }

    fn write<M: SerializeMap>(value: &LocalText, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        let languages = languages(value);
        known((!languages.is_empty()).then_some(languages), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

/// An `https` or `http` address.
pub(crate) struct Web;

impl Member for Web {
    type Value = Option<WebAddress>;
    const CELLS: Option<Shape> = Some(Shape::Web);

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.web(name, name, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(value.as_ref().map(WebAddress::as_str), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "null"],
            "pattern": "^[hH][tT][tT][pP][sS]?://[^\\s]+$",
            "maxLength": crate::dataset::fields::ADDRESS
        })
    }
}

/// All places where a record is from; the member is called `sources`.
pub(crate) struct Sources;

impl Member for Sources {
    type Value = Vec<String>;
    const CELLS: Option<Shape> = Some(Shape::Lines);
    const EDITED: &'static [&'static str] = &["[]"];

    fn read(object: &mut Object<'_>, _: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.sources(reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        any(value, name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": { "type": "string" } })
    }
}

/// Writes a value, where there is one.
fn known<M: SerializeMap>(
    value: Option<impl Serialize>,
    name: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, &value))
}

/// Writes a list, unless it is empty.
fn any<M: SerializeMap, T: AsRef<str>>(list: &[T], name: &'static str, map: &mut M) -> Result<(), M::Error> {
    known((!list.is_empty()).then(|| codes(list)), name, map)
}
