//! Records that are a table of members, and all that is done with any of them.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::collection::CollectionRecord;
use crate::dataset::export::{ExportNote, collection};
use crate::dataset::file::{DatasetError, Fetched};
use crate::dataset::json::Json;
use crate::dataset::records::{Titled, read_collection};
use crate::dataset::report::Loaded;
use crate::domain::{RecordId, Vocabularies};

use super::{MemberAbout, Object, Reading};

#[cfg(not(target_arch = "wasm32"))]
use {
    crate::dataset::schema::schema,
    crate::dataset::wire::WireExported,
    schemars::{JsonSchema, Schema, SchemaGenerator, json_schema},
    std::borrow::Cow,
    std::marker::PhantomData,
};

/// A record that [`record!`] made.
pub(crate) trait PlainRecord: Sized {
    /// What one is called in the schema.
    #[cfg(not(target_arch = "wasm32"))]
    const NAME: &'static str;
    /// What one is, for those who read the schema.
    #[cfg(not(target_arch = "wasm32"))]
    const ABOUT: &'static str;
    /// The member that it is called by, then all others but its identifier, in the order in which they are written.
    const TABLE: &'static [MemberAbout];

    /// Reads the members of a record that has been opened.
    fn take(
        opened: (RecordId, String),
        object: &mut Object<'_>,
        known: &Vocabularies,
        reading: &mut Reading,
    ) -> Self;
    /// Takes out what its members do not leave standing of each other.
    fn settle(&mut self, _reading: &mut Reading) {}
    /// Writes every member.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
}

/// Makes a record of a table of its members: the name, the type, the kind and other names of its column. It has `id` too. Where
/// the table does not begin with what a record is called, that is its `title`; where it does not say that it is `whole`, the record
/// ends with `summary`, `url`, `note` and `sources`. What contradicts itself between members is `settled by` a function.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        pub struct $record:ident, whole {
            $(#[doc = $doc_of_title:literal])+
            $title:ident: called, also [$($also_title:literal),+];
            $($(#[doc = $doc:literal])+ $name:ident: $value:ty => $kind:ty $(, also [$($also:literal),+])?;)+
        }
        $(settled by $settle:path)?
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq)]
        pub struct $record {
            /// Unique in the collection; appears in URLs.
            pub id: $crate::domain::RecordId,
            $(#[doc = $doc_of_title])+
            pub $title: String,
            $($(#[doc = $doc])+ pub $name: $value,)+
        }

        impl $crate::dataset::members::PlainRecord for $record {
            #[cfg(not(target_arch = "wasm32"))]
            const NAME: &'static str = stringify!($record);
            #[cfg(not(target_arch = "wasm32"))]
            const ABOUT: &'static str = concat!($($about),+);
            const TABLE: &'static [$crate::dataset::MemberAbout] = &[
                $crate::dataset::MemberAbout::called(
                    stringify!($title),
                    concat!($($doc_of_title),+),
                    &[$($also_title),+],
                ),
                $($crate::dataset::MemberAbout::of::<$kind>(
                    stringify!($name),
                    concat!($($doc),+),
                    &[$($($also),+)?],
                )),+
            ];

            fn take(
                (id, $title): ($crate::domain::RecordId, String),
                object: &mut $crate::dataset::members::Object<'_>,
                known: &$crate::domain::Vocabularies,
                reading: &mut $crate::dataset::members::Reading,
            ) -> Self {
                use $crate::dataset::members::Member;
                Self {
                    id,
                    $title,
                    $($name: <$kind as Member>::read(object, stringify!($name), known, reading),)+
                }
            }

            $(fn settle(&mut self, reading: &mut $crate::dataset::members::Reading) {
                $settle(self, reading);
            })?

            fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                use $crate::dataset::members::Member;
                map.serialize_entry("id", self.id.as_str())?;
                map.serialize_entry(stringify!($title), &self.$title)?;
                $(<$kind as Member>::write(&self.$name, stringify!($name), map)?;)+
                Ok(())
            }
        }
    };
    (
        $(#[doc = $about:literal])+
        pub struct $record:ident {
            $(#[doc = $doc_of_title:literal])+
            $title:ident: called, $($members:tt)+
        }
        $($settled:tt)*
    ) => {
        $crate::dataset::members::record! {
            $(#[doc = $about])+
            pub struct $record, whole {
                $(#[doc = $doc_of_title])+
                $title: called, $($members)+
                /// What it is, in plain text per language.
                summary: $crate::domain::LocalText => $crate::dataset::members::Summary;
                /// Its page.
                url: Option<$crate::domain::WebAddress> => $crate::dataset::members::Web,
                    also ["web site", "website", "web", "link", "homepage", "official page"];
                /// What the source leaves open.
                note: Option<String> => $crate::dataset::members::Line,
                    also ["notes", "remark", "remarks", "comment"];
                /// Where the record is from: identifiers of the dataset's sources, or addresses.
                sources: Vec<String> => $crate::dataset::members::Sources, also ["source"];
            }
            $($settled)*
        }
    };
    (
        $(#[doc = $about:literal])+
        pub struct $record:ident { $($members:tt)+ }
        $($settled:tt)*
    ) => {
        $crate::dataset::members::record! {
            $(#[doc = $about])+
            pub struct $record {
                /// The title.
                title: called, also ["name", "heading"];
                $($members)+
            }
            $($settled)*
        }
    };
}
pub(crate) use record;

fn name<R: CollectionRecord>() -> &'static str {
    R::COLLECTION.about().name
}

/// Reads a file of records. Terms that `vocabularies` does not have are kept and reported.
pub(crate) fn read_plain<R: CollectionRecord + PlainRecord>(
    fetched: &Fetched<'_>,
    vocabularies: &Vocabularies,
) -> Result<Loaded<R>, DatasetError> {
    let mut records = Titled::new(vocabularies);
    let format = ["cluster-atlas/", name::<R>()].concat();
    read_collection(fetched, &format, &mut |value, reading| read_plain_record(&mut records, value, reading))
}

/// One record, or `None` where it has a fatal fault.
pub(crate) fn read_plain_record<R: PlainRecord>(
    records: &mut Titled<'_>,
    value: Json<'_>,
    reading: &mut Reading,
) -> Option<R> {
    let (mut object, id, title) = records.open_named(value, R::TABLE[0].name, reading)?;
    let mut record = R::take((id, title), &mut object, records.known, reading);
    record.settle(reading);
    object.rest("", reading);
    Some(record)
}

/// The records as the file that a dataset publishes.
pub(crate) fn plain_file<R: CollectionRecord + PlainRecord>(records: &[&R]) -> String {
    collection(name::<R>(), None, records.iter().map(|record| Written(*record)))
}

/// The records as a file of format 1, with a note of where they came from.
pub(crate) fn plain_json<R: CollectionRecord + PlainRecord>(records: &[&R], note: &ExportNote) -> String {
    collection(name::<R>(), Some(note), records.iter().map(|record| Written(*record)))
}

/// What a form edits of a record with these members, as `dataset::editing` has it.
pub(crate) fn edited_members(members: &[MemberAbout]) -> String {
    let mut edited = String::new();
    for member in members {
        for part in member.edited {
            edited.extend([member.name, part, " "]);
        }
    }
    edited
}

/// A record as it is written.
struct Written<'a, R>(&'a R);

impl<R: PlainRecord> Serialize for Written<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.0.write(&mut map)?;
        map.end()
    }
}

/// The schema of a file of records.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn plain_schema<R: CollectionRecord + PlainRecord>() -> String {
    schema::<FileOf<R>>()
}

#[cfg(not(target_arch = "wasm32"))]
struct FileOf<R>(PhantomData<R>);

#[cfg(not(target_arch = "wasm32"))]
impl<R: CollectionRecord + PlainRecord> JsonSchema for FileOf<R> {
    fn schema_name() -> Cow<'static, str> {
        [name::<R>(), "-file"].concat().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let name = name::<R>();
        let records = name.replace('_', " ");
        let record = generator.subschema_for::<Described<R>>();
        let mut exported = generator.subschema_for::<Option<WireExported<'_>>>();
        exported.insert("description".to_owned(), "Where an exported file came from.".into());
        json_schema!({
            "title": format!("Cluster Atlas: {records}, format 1"),
            "description": format!("A file of {records}: `data/{name}.json`."),
            "type": "object",
            "properties": {
                "format": {
                    "description": "What this file is.",
                    "type": "string",
                    "const": format!("cluster-atlas/{name}/1"),
                },
                "edition": {
                    "description": "The edition that a build has marked it as; it stands first.",
                    "type": ["string", "null"],
                },
                "exported": exported,
                "records": { "description": format!("The {records}."), "type": "array", "items": record },
            },
            "additionalProperties": false,
            "required": ["format", "records"],
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
struct Described<R>(PhantomData<R>);

#[cfg(not(target_arch = "wasm32"))]
impl<R: PlainRecord> JsonSchema for Described<R> {
    fn schema_name() -> Cow<'static, str> {
        R::NAME.into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut members = json_schema!({
            "id": {
                "description": "Unique in the file; appears in addresses.",
                "type": "string",
                "pattern": "^[A-Za-z0-9._-]{1,120}$",
            },
        });
        for member in R::TABLE {
            let mut schema = (member.schema)(generator);
            schema.insert("description".to_owned(), member.about.trim().into());
            members.insert(member.name.to_owned(), schema.to_value());
        }
        json_schema!({
            "description": R::ABOUT.trim(),
            "type": "object",
            "properties": members,
            "additionalProperties": false,
            "required": ["id", R::TABLE[0].name],
        })
    }
}
