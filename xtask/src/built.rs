//! The dataset of a build, as far as it is in it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use cluster_atlas::collection::{Collection, CollectionRecord};
use cluster_atlas::dataset::{Config, Fetched, Manifest, read_config, read_manifest, read_vocabularies};
use cluster_atlas::domain::Vocabularies;

/// What a build says of its dataset, and the way to its records.
pub struct Dataset {
    /// The settings.
    pub config: Config,
    /// What there is.
    pub manifest: Manifest,
    /// The vocabularies; empty where they are elsewhere.
    pub vocabularies: Vocabularies,
    /// The build.
    dist: PathBuf,
    /// The address of the manifest.
    address: String,
}

impl Dataset {
    /// Reads it; `None` where it is elsewhere. One that is in the build and cannot be read is a fault of the build.
    pub fn read(dist: &Path) -> anyhow::Result<Option<Self>> {
        if !dist.join("config.json").exists() {
            return Ok(None);
        }
        let (config, _) = read_config(&Fetched::opened("config.json", &opened(dist, "config.json")?))?;
        let address = config.dataset.clone();
        if is_elsewhere(&address) || !dist.join(&address).exists() {
            return Ok(None);
        }
        let (manifest, _) = read_manifest(&Fetched::opened(&address, &opened(dist, &address)?))?;
        let named = manifest.vocabularies.as_ref().map(|name| Manifest::resolve(&address, name));
        let vocabularies = match named.filter(|file| !is_elsewhere(file)) {
            Some(file) => read_vocabularies(&Fetched::opened(&file, &opened(dist, &file)?))?.0,
            None => Vocabularies::default(),
        };
        Ok(Some(Self { config, manifest, vocabularies, dist: dist.to_owned(), address }))
    }

    /// Whether it names a collection.
    pub fn has(&self, collection: Collection) -> bool {
        self.manifest.collections.contains_key(collection.about().name)
    }

    /// The records of a collection; none where it has none, `None` where they are elsewhere.
    pub fn records<R: CollectionRecord>(&self) -> anyhow::Result<Option<Vec<R>>> {
        let name = self.manifest.collections.get(R::COLLECTION.about().name);
        let Some(file) = name.map(|name| Manifest::resolve(&self.address, name)) else {
            return Ok(Some(Vec::new()));
        };
        if is_elsewhere(&file) {
            return Ok(None);
        }
        let bytes = opened(&self.dist, &file)?;
        let mut records = R::read(&Fetched::opened(&file, &bytes), &self.vocabularies)?.records;
        for record in &mut records {
            record.seen_in(&self.manifest);
        }
        Ok(Some(records))
    }
}

fn opened(dist: &Path, file: &str) -> anyhow::Result<Vec<u8>> {
    fs::read(dist.join(file)).with_context(|| format!("{file} could not be read."))
}

fn is_elsewhere(file: &str) -> bool {
    file.contains("://") || file.starts_with('/')
}
