//! `cargo xtask synth`: a fictional dataset of any size, for tests and measurements. Never shipped.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use cluster_atlas::dataset::{
    Fetched, Manifest, manifest_file, organisations_file, read_vocabularies, synth, vocabularies_file,
};
use cluster_atlas::domain::Source;

/// What `cargo xtask synth` takes.
#[derive(clap::Args)]
pub struct Args {
    /// How many organisations, up to 1,000,000.
    #[arg(long, value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    records: u32,
    /// The same seed gives the same records.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder to write the dataset into.
    #[arg(long)]
    out: PathBuf,
}

/// So many invented organisations, for a measurement.
pub fn write(records: u32, out: PathBuf) -> anyhow::Result<()> {
    run(&Args { records, seed: 1, out })
}

/// Writes the dataset: manifest, vocabularies, organisations.
pub fn run(args: &Args) -> anyhow::Result<()> {
    // What lies in public/ is published; an invented dataset must not be.
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public").canonicalize()?;
    let wanted = std::path::absolute(&args.out)?;
    let existing = wanted.ancestors().find_map(|folder| folder.canonicalize().ok());
    let inside = existing.is_some_and(|folder| folder.starts_with(&public));
    ensure!(!inside, "An invented dataset does not belong into public/. Choose another folder.");

    // The terms are the real ones, so that the page shows labels; the regions are invented.
    let terms = include_bytes!("../../public/data/vocabularies.json");
    let (mut vocabularies, _) = read_vocabularies(&Fetched::opened("vocabularies.json", terms))?;
    vocabularies.regions = synth::regions();
    let records = synth::organisations(args.records as usize, args.seed);
    let borrowed: Vec<_> = records.iter().collect();
    let manifest = Manifest {
        title: Some(format!("Invented organisations ({} records, seed {})", args.records, args.seed)),
        published: None,
        sources: vec![Source {
            id: "synth".parse()?,
            name: "Invented by cargo xtask synth".to_owned(),
            url: None,
            licence: None,
            dated: None,
            retrieved: None,
            note: Some("Nothing in this dataset exists.".to_owned()),
        }],
        collections: [("organisations".to_owned(), "organisations.json".to_owned())].into_iter().collect(),
        vocabularies: Some("vocabularies.json".to_owned()),
        ..Manifest::default()
    };
    crate::import::write(&args.out.join("atlas.json"), &manifest_file(&manifest))?;
    crate::import::write(&args.out.join("vocabularies.json"), &vocabularies_file(&vocabularies))?;
    crate::import::write(&args.out.join("organisations.json"), &organisations_file(&borrowed, &vocabularies))
}
