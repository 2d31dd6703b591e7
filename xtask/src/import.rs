//! `cargo xtask import`: turns a spreadsheet export into a published dataset file and says what is wrong with which row.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use clap::Subcommand;
use cluster_atlas::dataset::{
    Fetched, ImportOptions, Manifest, Report, import_organisations, import_regions, manifest_file,
    organisations_file, read_manifest, read_organisations, read_vocabularies, vocabularies_file,
    write_report_csv,
};
use cluster_atlas::domain::Vocabularies;

/// What `cargo xtask import` takes.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Cluster organisations: writes organisations.json and lists it in atlas.json.
    Organisations(Input),
    /// Regions: writes them into vocabularies.json, which keeps its ecosystems and expertise.
    Regions(Input),
}

#[derive(clap::Args)]
struct Input {
    /// The table: CSV with comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252.
    file: PathBuf,
    /// The dataset's folder, where atlas.json and vocabularies.json are or will be.
    #[arg(long)]
    out: PathBuf,
    /// Which column is which field: {"Column": "field"} as JSON, or a table with two columns.
    #[arg(long)]
    mapping: Option<PathBuf>,
    /// What holds for every row, as JSON: {"source": "…", "precision": "city"}. Organisations only.
    #[arg(long)]
    defaults: Option<PathBuf>,
    /// Where to write the full report, as CSV.
    #[arg(long)]
    report: Option<PathBuf>,
}

/// Imports one table.
pub fn run(args: &Args) -> anyhow::Result<()> {
    match &args.what {
        What::Organisations(input) => organisations(input),
        What::Regions(input) => regions(input),
    }
}

fn organisations(input: &Input) -> anyhow::Result<()> {
    let vocabularies = vocabularies(&input.out)?;
    let (name, bytes) = read(&input.file)?;
    let imported = import_organisations(&name, &bytes, &options(input)?, &vocabularies)?;
    tell(&imported.report, input.report.as_deref())?;

    let records: Vec<_> = imported.records.iter().collect();
    let written = organisations_file(&records, &vocabularies);
    let again =
        read_organisations(&Fetched::opened("organisations.json", written.as_bytes()), &vocabularies)?;
    ensure!(again.records == imported.records, "organisations.json would not be read back as it was written");
    write(&input.out.join("organisations.json"), &written)?;

    let path = input.out.join("atlas.json");
    let mut manifest = match fs::read(&path) {
        Ok(bytes) => read_manifest(&Fetched::opened("atlas.json", &bytes))?.0,
        Err(_) => Manifest::default(),
    };
    manifest.collections.insert("organisations".to_owned(), "organisations.json".to_owned());
    manifest.vocabularies.get_or_insert_with(|| "vocabularies.json".to_owned());
    write(&path, &manifest_file(&manifest))?;
    if !input.out.join("vocabularies.json").exists() {
        write(&input.out.join("vocabularies.json"), &vocabularies_file(&vocabularies))?;
    }
    Ok(())
}

fn regions(input: &Input) -> anyhow::Result<()> {
    let mut vocabularies = vocabularies(&input.out)?;
    let (name, bytes) = read(&input.file)?;
    let imported = import_regions(&name, &bytes, &options(input)?)?;
    tell(&imported.report, input.report.as_deref())?;
    vocabularies.regions = imported.records;
    write(&input.out.join("vocabularies.json"), &vocabularies_file(&vocabularies))
}

/// The vocabularies of the dataset's folder; none where there is no such file yet.
fn vocabularies(out: &Path) -> anyhow::Result<Vocabularies> {
    let path = out.join("vocabularies.json");
    if !path.exists() {
        return Ok(Vocabularies::default());
    }
    let (name, bytes) = read(&path)?;
    let (vocabularies, report) = read_vocabularies(&Fetched::opened(&name, &bytes))?;
    ensure!(report.findings.is_empty(), "{name} has faults; mend them first: {:?}", report.findings);
    Ok(vocabularies)
}

fn options(input: &Input) -> anyhow::Result<ImportOptions> {
    let mut options = ImportOptions::default();
    if let Some(path) = &input.mapping {
        let (name, bytes) = read(path)?;
        options = options.with_mapping(&name, &bytes)?;
    }
    if let Some(path) = &input.defaults {
        let (name, bytes) = read(path)?;
        options = options.with_defaults(&name, &bytes)?;
    }
    Ok(options)
}

/// Prints the counts and, for each kind of finding, how often and where first; writes the full report where wanted.
fn tell(report: &Report, file: Option<&Path>) -> anyhow::Result<()> {
    println!(
        "{}: {} rows read, {} loaded, {} refused",
        report.file, report.read, report.loaded, report.refused
    );
    let mut kinds = BTreeMap::new();
    for finding in &report.findings {
        kinds.entry((finding.severity, finding.kind)).or_insert_with(Vec::new).push(finding);
    }
    for ((severity, kind), findings) in kinds {
        let first = findings[0];
        let place = if first.row == 0 { String::new() } else { format!("row {}, ", first.row) };
        println!(
            "  {:>7} {:24} {:>6} ×, first: {place}{} {:?}",
            severity.as_str(),
            kind.as_str(),
            findings.len(),
            first.path,
            first.value
        );
    }
    if report.unlisted > 0 {
        println!("  and {} further findings", report.unlisted);
    }
    match file {
        Some(file) => write(file, &write_report_csv(std::slice::from_ref(report))),
        None => Ok(()),
    }
}

fn read(path: &Path) -> anyhow::Result<(String, Vec<u8>)> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok((name, bytes))
}

/// Writes a file and its folder, and says so.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    println!("  wrote {}", path.display());
    Ok(())
}
