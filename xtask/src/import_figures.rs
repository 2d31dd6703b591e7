//! `cargo xtask import-figures`: how long a large table takes, and how much memory. Figures to be noted, on a machine that does
//! nothing else; nothing asserts them. `cargo run --release --package xtask -- import-figures` says what users get.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, ensure};
use cluster_atlas::collection::CollectionRecord;
use cluster_atlas::dataset::{ImportOptions, at_once, csv, synth};
use cluster_atlas::domain::{Organisation, Point, TermId, Vocabularies};

/// What `cargo xtask import-figures` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Rows of the table.
    #[arg(long, default_value_t = 100_000)]
    rows: usize,
    /// The table; else one with invented organisations.
    #[arg(long)]
    file: Option<PathBuf>,
}

/// Columns as people call them: not those of our own export, whose cells are taken as they are.
const COLUMNS: [&str; 9] = [
    "Cluster name",
    "Country name",
    "Town",
    "Latitude",
    "Longitude",
    "Industrial ecosystems",
    "Number of members",
    "Homepage",
    "Remarks of the office",
];

/// Reads a table in a process of its own, so that what made the table is not weighed.
pub fn run(args: &Args) -> anyhow::Result<()> {
    if let Some(file) = &args.file {
        return measure(file);
    }
    let name = format!("cluster-atlas-import-figures-{}.csv", std::process::id());
    let file = std::env::temp_dir().join(name);
    fs::write(&file, table(args.rows)).context("The table could not be written.")?;
    let status =
        Command::new(std::env::current_exe()?).arg("import-figures").arg("--file").arg(&file).status()?;
    fs::remove_file(&file).context("The table could not be removed.")?;
    ensure!(status.success(), "The table could not be read.");
    Ok(())
}

fn table(rows: usize) -> String {
    let row = |organisation: &Organisation| {
        let point = organisation.location.map(|location| location.point);
        let degrees = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let ecosystems: Vec<&str> = organisation.ecosystems.iter().map(TermId::as_str).collect();
        [
            organisation.name.clone(),
            organisation.country.to_string(),
            organisation.city.clone().unwrap_or_default(),
            degrees(point.map(Point::lat)),
            degrees(point.map(Point::lon)),
            ecosystems.join("; "),
            organisation.members.total.map(|total| format!("ca. {total}")).unwrap_or_default(),
            organisation.website.as_ref().map(ToString::to_string).unwrap_or_default(),
            "n/a".to_owned(),
        ]
    };
    let rows: Vec<[String; COLUMNS.len()]> = synth::organisations(rows, 1).iter().map(row).collect();
    csv(&COLUMNS, &rows)
}

fn measure(file: &Path) -> anyhow::Result<()> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    let began = Instant::now();
    let mut vocabularies = Vocabularies::default();
    let options = ImportOptions::default();
    let loaded = at_once(Organisation::import(("table.csv", &bytes), options, &mut vocabularies, &|_| None))?;
    let seconds = began.elapsed().as_secs_f64();
    let report = &loaded.report;
    let memory = most_memory()
        .map_or_else(|| "memory not known on this system".to_owned(), |it| format!("{it} MB at most"));
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    println!(
        "{} rows read, {} loaded, {} refused, {} findings: {seconds:.1} s, {memory} ({build} build, {:.1} MB)",
        report.read,
        report.loaded,
        report.refused,
        report.findings.len(),
        bytes.len() as f64 / 1e6,
    );
    Ok(())
}

/// The most memory that this process had, in megabytes, where the system says so.
fn most_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_that_is_weighed_is_read_row_by_row() {
        let text = table(200);
        let mut vocabularies = Vocabularies::default();
        let import = Organisation::import(
            ("table.csv", text.as_bytes()),
            ImportOptions::default(),
            &mut vocabularies,
            &|_| None,
        );
        let report = at_once(import).expect("a table").report;
        assert_eq!((report.read, report.loaded), (200, 200));
    }
}
