//! The kinds of members, one after another.

use std::marker::PhantomData;

use serde::Serialize;
use serde::ser::SerializeMap;

#[cfg(not(target_arch = "wasm32"))]
use crate::dataset::fields::ADDRESS;
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

/// How many there are, or a year.
pub(crate) struct Whole;

impl Member for Whole {
    type Value = Option<u32>;
    const CELLS: Option<Shape> = Some(Shape::Whole);
    const EDITED: &'static [&'static str] = &["#"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.whole(name, name, 0..=u32::MAX, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(*value, name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Option<u32>>()
    }
}

/// A member that no column of a table is taken for.
pub(crate) struct NoCell<K>(PhantomData<K>);

impl<K: Member> Member for NoCell<K> {
    type Value = K::Value;
    const CELLS: Option<Shape> = None;
    const SPELLED: Spelled = K::SPELLED;
    const EDITED: &'static [&'static str] = K::EDITED;

    fn read(object: &mut Object<'_>, name: &str, terms: &Vocabularies, reading: &mut Reading) -> K::Value {
        K::read(object, name, terms, reading)
    }

    fn write<M: SerializeMap>(value: &K::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        K::write(value, name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        K::schema(generator)
    }
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
    /// A cell is in one language, so that its column has another name.
    const CELLS: Option<Shape> = None;
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
        json_schema!({ "type": ["string", "null"], "pattern": WEB, "maxLength": ADDRESS })
    }
}

/// Web addresses, each once.
pub(crate) struct Webs;

impl Member for Webs {
    type Value = Vec<WebAddress>;
    const CELLS: Option<Shape> = Some(Shape::Lines);
    const EDITED: &'static [&'static str] = &["[]"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        object.webs(name, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        let addresses: Vec<&str> = value.iter().map(WebAddress::as_str).collect();
        any(&addresses, name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array",
            "items": { "type": "string", "pattern": WEB, "maxLength": ADDRESS }
        })
    }
}

/// What the schema asks of a web address.
#[cfg(not(target_arch = "wasm32"))]
const WEB: &str = "^[hH][tT][tT][pP][sS]?://[^\\s]+$";

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
pub(super) fn known<M: SerializeMap>(
    value: Option<impl Serialize>,
    name: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, &value))
}

/// Writes a list, unless it is empty.
pub(super) fn any<M: SerializeMap, T: AsRef<str>>(
    list: &[T],
    name: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    known((!list.is_empty()).then(|| codes(list)), name, map)
}
