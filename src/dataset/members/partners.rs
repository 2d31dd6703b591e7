//! Members that are partners of a network: who leads it, and who else is in it.

use serde::ser::SerializeMap;

use crate::dataset::fields::{LINE, MOST_VALUES, NAME};
use crate::dataset::import::Shape;
use crate::dataset::report::FindingKind;
use crate::dataset::wire::WirePartner;
use crate::domain::{CountryCode, Partner, RecordId, Vocabularies};

use super::kinds::known;
use super::{Member, Object, Reading, Spelled};

#[cfg(not(target_arch = "wasm32"))]
use schemars::{Schema, SchemaGenerator, json_schema};

/// A partner.
pub(crate) struct OnePartner;

impl Member for OnePartner {
    type Value = Option<Partner>;
    const CELLS: Option<Shape> = Some(Shape::Text);
    const SPELLED: Spelled = Spelled::Partner;
    const EDITED: &'static [&'static str] =
        &[".name", ".organisation", ".likely?", ".country", ".website", ".note"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        let mut object = object.object(name, name, reading)?;
        let partner = partner(&mut object, name, reading);
        object.rest(&[name, "."].concat(), reading);
        partner
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        known(value.as_ref().map(WirePartner::from), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Option<WirePartner<'_>>>()
    }
}

/// Partners.
pub(crate) struct Partners;

impl Member for Partners {
    type Value = Vec<Partner>;
    const CELLS: Option<Shape> = Some(Shape::List);
    const SPELLED: Spelled = Spelled::Partners;
    const EDITED: &'static [&'static str] =
        &["[].name", "[].organisation", "[].likely?", "[].country", "[].website", "[].note"];

    fn read(object: &mut Object<'_>, name: &str, _: &Vocabularies, reading: &mut Reading) -> Self::Value {
        let mut partners = Vec::new();
        object.objects(name, MOST_VALUES, reading, &mut |object, path, reading| {
            partners.extend(partner(object, path, reading));
        });
        partners
    }

    fn write<M: SerializeMap>(value: &Self::Value, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        let partners: Vec<WirePartner<'_>> = value.iter().map(WirePartner::from).collect();
        known((!partners.is_empty()).then_some(partners), name, map)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        let partner = generator.subschema_for::<WirePartner<'_>>();
        json_schema!({ "type": "array", "items": partner, "maxItems": MOST_VALUES })
    }
}

/// A partner; without a name there is none.
fn partner(object: &mut Object<'_>, path: &str, reading: &mut Reading) -> Option<Partner> {
    let member = |name: &str| [path, ".", name].concat();
    let name = object.line("name", &member("name"), NAME, reading);
    let organisation =
        object.parsed::<RecordId>("organisation", &member("organisation"), FindingKind::BadId, reading);
    let likely = object.flag("likely", &member("likely"), reading);
    let country =
        object.parsed::<CountryCode>("country", &member("country"), FindingKind::BadCountry, reading);
    let website = object.web("website", &member("website"), reading);
    let note = object.line("note", &member("note"), LINE, reading);
    if name.is_none() {
        reading.dropped(member("name"), FindingKind::MissingValue, "");
    }
    Some(Partner { name: name?, organisation, likely, country, website, note })
}
