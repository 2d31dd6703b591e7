//! Members that are words of the format: one of them, one that may not be known, or several.

use std::marker::PhantomData;

use serde::ser::SerializeMap;

use crate::dataset::import::Shape;
use crate::domain::Vocabularies;

use super::kinds::{any, known};
use super::{Member, Object, Reading};

#[cfg(not(target_arch = "wasm32"))]
use schemars::{Schema, SchemaGenerator, json_schema};

/// Words of the format of which a record has one; see [`choice!`].
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

/// Words of a [`Choice`], each once.
pub(crate) struct ChoicesOf<T>(PhantomData<T>);

impl<T: Choice> Member for ChoicesOf<T> {
    type Value = Vec<T>;
    const CELLS: Option<Shape> = Some(Shape::List);
    const EDITED: &'static [&'static str] = &["[]"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Vec<T> {
        object.many_of(name, T::ALL, T::as_str, reading)
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        let names: Vec<&str> = value.iter().map(|value| value.as_str()).collect();
        any(&names, name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = T::ALL.iter().map(|value| value.as_str()).collect();
        let pattern = format!("^({})$", names.join("|"));
        json_schema!({ "type": "array", "items": { "type": "string", "pattern": pattern } })
    }
}

/// Makes the words of a [`Choice`]: each with its name in files and URLs, and the key of its message.
macro_rules! choice {
    (
        $(#[$about:meta])+
        pub enum $choice:ident {
            $($(#[$doc:meta])+ $value:ident = $name:literal, $message:literal;)+
        }
    ) => {
        $(#[$about])+
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
        pub enum $choice {
            $($(#[$doc])+ $value,)+
        }

        impl $choice {
            /// All values.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// Their names in files and URLs.
            pub const NAMES: &'static [&'static str] = &[$($name),+];
            /// Their names with the keys of their messages.
            const MESSAGES: &'static [(&'static str, &'static str)] = &[$(($name, $message)),+];

            /// The name used in files and URLs.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }
        }

        impl $crate::dataset::members::Choice for $choice {
            const ALL: &'static [Self] = Self::ALL;

            fn as_str(self) -> &'static str {
                Self::as_str(self)
            }
        }
    };
}
pub(crate) use choice;

/// Makes a [`Choice`] of words of the domain, which have `ALL` and `as_str` already.
macro_rules! choices_of_the_domain {
    ($($words:ty),+) => {$(
        impl $crate::dataset::members::Choice for $words {
            const ALL: &'static [Self] = &Self::ALL;

            fn as_str(self) -> &'static str {
                Self::as_str(self)
            }
        }
    )+};
}
pub(crate) use choices_of_the_domain;
