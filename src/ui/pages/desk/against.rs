//! What a file is held against while it is imported: what is ready on the desk, the package that was opened, else what is
//! published. And what the file says of its records, beside what a record always has.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Collection, CollectionRecord, Visit};
use crate::dataset::ColumnSurvey;
use crate::ui::atlas::Atlas;
use crate::ui::shared::Shared;
use crate::ui::{files, synonyms, towns};

use super::state::Desk;

/// A collection that an import looks into.
pub struct Needed {
    collection: Collection,
    /// Its file, where that is on the desk.
    on_desk: Option<String>,
    /// A package is open that does not have it.
    is_nowhere: bool,
}

/// The collections that an import of another one looks into, and where they are.
pub fn needed(desk: Desk, collection: Collection, base: Option<&String>) -> Vec<Needed> {
    let one = |needed: &Collection| {
        // What a package has goes before what is published, and before that what was made of a file for it.
        let on_desk = if *needed == collection { base.cloned() } else { on_desk(desk, *needed) };
        Needed { collection: *needed, on_desk, is_nowhere: desk.editing().lacks(*needed) }
    };
    collection.visit(ImportBeside).iter().map(one).collect()
}

/// The collections that an import of another one looks into.
struct ImportBeside;

impl Visit for ImportBeside {
    type Output = &'static [Collection];

    fn visit<R: CollectionRecord>(self) -> Self::Output {
        R::IMPORT_BESIDE
    }
}

/// The files that an import looks into: where towns are, and what is published, since who is published already keeps the
/// identifier. What is on the desk comes before what is published.
pub async fn beside(atlas: &Shared<Atlas>, needed: Vec<Needed>) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    // Without them a place is where the file says, and nowhere else.
    for (name, address) in [("towns.txt", towns::FILE), ("synonyms.txt", synonyms::FILE)] {
        if let (_, Ok(response)) = files::fetch(&browser::edition_file(address)).await {
            found.insert(name.to_owned(), response.body);
        }
    }
    for Needed { collection, on_desk, is_nowhere } in needed {
        let name = format!("{}.json", collection.about().name);
        if let Some(file) = on_desk {
            found.insert(name, file.into_bytes());
        } else if !is_nowhere
            && atlas.fault.is_none()
            && let Some(address) = Atlas::file_of(&atlas.config, &atlas.manifest, collection)
            && let (_, Ok(response)) = files::fetch(&address).await
        {
            found.insert(name, response.body);
        }
    }
    found
}

/// The file of a collection that is ready on the desk, or in the package that was opened.
fn on_desk(desk: Desk, collection: Collection) -> Option<String> {
    let name = collection.about().name;
    let ready = desk.finished.with_untracked(|all| all.get(name).map(|ready| ready.file.clone()));
    ready.or_else(|| desk.editing().in_package(collection))
}

/// The fields that the file says something of: a column is read for them, or something holds for every row.
pub fn said(desk: Desk, collection: Collection) -> BTreeSet<String> {
    let mut said: BTreeSet<String> = desk.defaults.with_untracked(|defaults| {
        let stated = defaults.iter().filter(|(_, value)| !value.trim().is_empty());
        stated
            .map(|(field, _)| if *field == "precision" { "location.precision" } else { field }.to_owned())
            .collect()
    });
    desk.survey.with_untracked(|survey| {
        let Some(Ok(survey)) = survey else { return };
        // An organisation always has a kind: of one whose cell is empty the file says none.
        let is_said = |column: &&ColumnSurvey| {
            collection != Collection::Organisations
                || column.filled == survey.rows
                || column.field.as_deref() != Some("kind")
        };
        said.extend(survey.columns.iter().filter(is_said).filter_map(|column| column.field.clone()));
    });
    said
}
