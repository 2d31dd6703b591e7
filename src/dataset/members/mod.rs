//! Kinds of members that records have, and records that are a table of them.
//!
//! A kind says once how such a member is read, written, found in a table, edited and described in a schema; [`record!`]
//! makes a record of a list of members, so that a collection whose records need no rules of their own states each field
//! in one line. Records with rules (a state that follows from dates, members that contradict each other) have a reader
//! and a wire type of their own.

mod choices;
mod kinds;
mod partners;
mod plain;

use serde::ser::SerializeMap;

use crate::domain::Vocabularies;

use super::import::Shape;

#[cfg(not(target_arch = "wasm32"))]
use schemars::{Schema, SchemaGenerator, json_schema};

pub(crate) use super::fields::Object;
pub(crate) use super::import::{importing_plain, importing_renamed};
pub(crate) use super::records::not_before;
pub(crate) use super::report::Reading;
pub(crate) use choices::{Choice, ChoiceIfKnown, ChoiceOf, ChoicesOf, choice, choices_of_the_domain};
pub(crate) use kinds::{
    Audiences, Countries, Country, Ecosystems, Figures, Flag, Line, Lines, Money, Name, NoCell, PartialDay,
    RelatedRecords, Sources, Summary, Themes, Web, Webs, Whole,
};
pub(crate) use partners::{OnePartner, Partners};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use plain::plain_schema;
pub(crate) use plain::{
    PlainRecord, edited_members, plain_file, plain_json, read_plain, read_plain_record, record,
};

/// A kind of member.
pub(crate) trait Member {
    /// What a record has of it.
    type Value;
    /// How the cells of its column in a table are read; `None` where no cell can hold it.
    const CELLS: Option<Shape>;
    /// How other tools spell it.
    const SPELLED: Spelled = Spelled::AsItIs;
    /// What a form edits of it, behind its name: see `dataset::editing`.
    const EDITED: &'static [&'static str] = &[""];

    /// Takes it out of a record; what does not fit is reported.
    fn read(object: &mut Object<'_>, name: &str, known: &Vocabularies, reading: &mut Reading) -> Self::Value;
    /// Writes it, unless it is unknown.
    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error>;
    /// What the schema asks for.
    #[cfg(not(target_arch = "wasm32"))]
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

/// How a value is spelled where people and other tools write it; an import brings it into the format's own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelled {
    /// As the format has it.
    AsItIs,
    /// A country by its name.
    Country,
    /// Countries by their names, or a single one.
    Countries,
    /// Terms by their labels.
    Terms,
    /// A year as a number.
    Years,
    /// A sum of money as a text that begins with its amount.
    Sum,
    /// A partner as a text, with its country in brackets.
    Partner,
    /// Partners, each as a text.
    Partners,
}

/// A member of a record whose members are stated as a table.
#[derive(Debug, Clone, Copy)]
pub struct MemberAbout {
    /// Its name in the format.
    pub(crate) name: &'static str,
    /// What it is, for those who read the schema.
    #[cfg(not(target_arch = "wasm32"))]
    about: &'static str,
    /// How the cells of its column are read, where a cell can hold it.
    pub(crate) cells: Option<Shape>,
    /// Other names that its column goes by, folded.
    pub(crate) also: &'static [&'static str],
    /// How other tools spell it.
    pub(crate) spelled: Spelled,
    /// What a form edits of it, behind its name.
    edited: &'static [&'static str],
    #[cfg(not(target_arch = "wasm32"))]
    schema: fn(&mut SchemaGenerator) -> Schema,
}

impl MemberAbout {
    /// The member that a record is called by: without it there is no record.
    pub(crate) const fn called(
        name: &'static str,
        about: &'static str,
        also: &'static [&'static str],
    ) -> Self {
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            schema: |_| json_schema!({ "type": "string", "minLength": 1, "maxLength": super::fields::NAME }),
            ..Self::of::<Name>(name, about, also)
        }
    }

    /// A member of a kind.
    #[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "schemas are made on the host"))]
    pub(crate) const fn of<K: Member>(
        name: &'static str,
        about: &'static str,
        also: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            #[cfg(not(target_arch = "wasm32"))]
            about,
            cells: K::CELLS,
            also,
            spelled: K::SPELLED,
            edited: K::EDITED,
            #[cfg(not(target_arch = "wasm32"))]
            schema: K::schema,
        }
    }
}
