//! `cargo xtask import`: turns a spreadsheet export into a published dataset file and says what is wrong with which row.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use cluster_atlas::collection::{Changes, Collection, CollectionRecord, Gone, Visit, settled};
use cluster_atlas::dataset::{
    DateOrder, Fetched, ImportOptions, Loaded, Manifest, Report, at_once, declare_words,
    import_organisation_facts, import_regions, manifest_file, organisation_facts_file, read_manifest,
    read_organisation_facts, read_organisations, read_vocabularies, vocabularies_file, write_report_csv,
};
use cluster_atlas::domain::Vocabularies;

use crate::feeds::now;

/// Where towns are, as `cargo xtask basemap` has it from `GeoNames`.
const TOWNS: &[u8] = include_bytes!("../../public/names/towns.txt");
/// What towns are called in other languages.
const NAMES: &[u8] = include_bytes!("../../public/names/synonyms.txt");

/// What `cargo xtask import` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The collection, by its name in atlas.json, with `-` or `_`; `organisation-facts`, what sources say of published
    /// organisations; or `regions`, which go into vocabularies.json.
    #[arg(value_parser = what)]
    what: What,
    #[command(flatten)]
    input: Input,
}

/// What is imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// A collection's records: writes its file and lists it in atlas.json.
    Records(Collection),
    /// What sources say of published organisations: writes its file and lists it in atlas.json.
    OrganisationFacts,
    /// Regions: writes them into vocabularies.json, which keeps its ecosystems and expertise.
    Regions,
}

/// The name of what sources say of organisations in atlas.json.
const ORGANISATION_FACTS: &str = "organisation_facts";

fn what(name: &str) -> Result<What, String> {
    let file = name.replace('-', "_");
    let known = Collection::named(&file).map(What::Records);
    let known = known.or((file == ORGANISATION_FACTS).then_some(What::OrganisationFacts));
    known.or((file == "regions").then_some(What::Regions)).ok_or_else(|| {
        let names: Vec<&str> = Collection::ALL.iter().map(|collection| collection.about().name).collect();
        format!("there is no such collection; known are {}, organisation_facts and regions", names.join(", "))
    })
}

#[derive(clap::Args)]
struct Input {
    /// A workbook (XLSX, XLS, ODS), a table as text in any encoding of Europe, `GeoJSON` or a JSON list.
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
    /// The encoding of a table as text, where the guess is wrong: windows-1250, windows-1253, macintosh …
    #[arg(long)]
    encoding: Option<String>,
    /// Which source is which entry of `sources` in atlas.json, in the form of the mapping. Not for organisations.
    #[arg(long)]
    sources: Option<PathBuf>,
    /// The sheet of a workbook; else the first with a header.
    #[arg(long)]
    sheet: Option<String>,
    /// The row with the names of the columns, as the spreadsheet counts it; else the first that looks like it.
    #[arg(long)]
    header_row: Option<usize>,
    /// Reads text that was encoded in UTF-8 twice as it was meant.
    #[arg(long)]
    repair: bool,
    /// What comes first in dates like 10/03/2024; without it they are kept in words or left out.
    #[arg(long, value_parser = ["day-first", "month-first"])]
    dates: Option<String>,
    /// The language that the names of columns and categories are in, for the labels of new fields and terms.
    #[arg(long, default_value = "en")]
    language: String,
    /// Lets more than a tenth of the published records vanish, and deadlines.
    #[arg(long)]
    allow_removals: bool,
    /// Where to write the full report, as CSV.
    #[arg(long)]
    report: Option<PathBuf>,
}

/// Imports one table or list.
pub fn run(args: &Args) -> anyhow::Result<()> {
    match args.what {
        What::Records(collection) => collection.visit(Records(&args.input)),
        What::OrganisationFacts => organisation_facts(&args.input),
        What::Regions => regions(&args.input),
    }
}

struct Records<'a>(&'a Input);

impl Visit for Records<'_> {
    type Output = anyhow::Result<()>;

    fn visit<R: CollectionRecord>(self) -> anyhow::Result<()> {
        let Self(input) = self;
        let before = vocabularies(&input.out)?;
        let mut vocabularies = before.clone();
        let (name, bytes) = read(&input.file)?;
        let other = |name: &str| match name {
            "towns.txt" => Some(TOWNS.to_vec()),
            "synonyms.txt" => Some(NAMES.to_vec()),
            _ => fs::read(input.out.join(name)).ok(),
        };
        let options = options(input)?;
        let mut imported = at_once(R::import((&name, &bytes), options.clone(), &mut vocabularies, &other))?;
        // What a mapping says nothing of stays as it is, and the report says so.
        let chosen = options
            .words()
            .into_iter()
            .filter(|word| options.word_choices().contains_key(&(word.path.clone(), word.key.clone())));
        declare_words(&chosen.collect::<Vec<_>>(), &mut vocabularies, &input.language);
        tell(&imported.report, input.report.as_deref())?;
        let (records, gone) = settled(std::mem::take(&mut imported.records), options.twin_choices());
        for Gone { id, stays, merged } in gone {
            println!(
                "  {id} is gone: {} {stays}, as the mapping says",
                if merged { "merged into" } else { "left out for" }
            );
        }
        imported.records = records;
        let written = R::file(&imported.records.iter().collect::<Vec<_>>(), &vocabularies);
        publish::<R>(input, &imported, &written, &vocabularies)?;
        if before == vocabularies {
            return keep_vocabularies(input, &vocabularies);
        }
        println!("  new terms have their English text as label; translate them in vocabularies.json");
        write(&input.out.join("vocabularies.json"), &vocabularies_file(&vocabularies))
    }
}

/// Says which records are new, changed or gone, and which sources nobody has described.
fn tell_changes<R: CollectionRecord>(changes: &Changes, now: &[R], manifest: &Manifest) {
    if changes.before > 0 {
        let lists = [("added", &changes.added), ("changed", &changes.changed), ("removed", &changes.removed)];
        for (what, records) in lists {
            let first = records.iter().take(5).map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(", ");
            let dots = if records.len() > 5 { ", …" } else { "" };
            println!("  {what:>7} {:>6}  {first}{dots}", records.len());
        }
        // What the file does not say is gone, where it takes the place of all that is published.
        for (id, _) in changes.poorer.iter().take(5) {
            let fields = changes.fields.get(id).into_iter().flatten().filter(|field| field.is_lost);
            let lost: Vec<String> =
                fields.map(|field| format!("{} {:?}", field.path, field.before)).collect();
            println!("    {id} loses {}", lost.join(", "));
        }
        if changes.poorer.len() > 5 {
            println!("    and {} further records lose values", changes.poorer.len() - 5);
        }
    }
    let named = |source: &str| {
        source.contains(':') || manifest.sources.iter().any(|known| known.id.as_str() == source)
    };
    let unknown: BTreeSet<&str> =
        now.iter().flat_map(R::sources).map(String::as_str).filter(|source| !named(source)).collect();
    if !unknown.is_empty() {
        let unknown: Vec<&str> = unknown.into_iter().collect();
        println!("  sources without an entry in atlas.json: {}; describe them there", unknown.join(", "));
    }
}

/// Writes a collection's file, once it is read back as it was written, and lists it in the manifest.
fn publish<R: CollectionRecord>(
    input: &Input,
    imported: &Loaded<R>,
    written: &str,
    vocabularies: &Vocabularies,
) -> anyhow::Result<()> {
    let collection = R::COLLECTION.about().name;
    let file = format!("{collection}.json");
    ensure!(!imported.records.is_empty(), "no record of it can be used; nothing was written");
    let again = |bytes: &[u8]| R::read(&Fetched::opened(&file, bytes), vocabularies);
    let read_back = again(written.as_bytes())?;
    ensure!(read_back.records == imported.records, "{file} would not be read back as it was written");
    let manifest = manifest(input)?;
    let before = fs::read(input.out.join(&file)).ok();
    let before = before.and_then(|bytes| again(&bytes).ok());
    let before = before.map(|loaded| loaded.records).unwrap_or_default();
    let changes = Changes::between(&before, &imported.records);
    tell_changes(&changes, &imported.records, &manifest);
    ensure!(
        input.allow_removals || !changes.loses_much(),
        "{} of {} published records would vanish; nothing was written. If they are to go, say --allow-removals",
        changes.removed.len(),
        changes.before
    );
    ensure!(
        input.allow_removals || changes.undated.is_empty(),
        "{} published records would lose their deadline, the first is {:?}; nothing was written. If that is right, say --allow-removals",
        changes.undated.len(),
        changes.undated.first().map(|(id, _)| id)
    );
    list(input, manifest, collection, written)
}

/// The manifest of the dataset's folder; an empty one where there is none yet.
fn manifest(input: &Input) -> anyhow::Result<Manifest> {
    match fs::read(input.out.join("atlas.json")) {
        Ok(bytes) => Ok(read_manifest(&Fetched::opened("atlas.json", &bytes))?.0),
        Err(_) => Ok(Manifest::default()),
    }
}

/// Writes a file and lists it in the manifest.
fn list(input: &Input, mut manifest: Manifest, name: &str, written: &str) -> anyhow::Result<()> {
    let file = format!("{name}.json");
    write(&input.out.join(&file), written)?;
    // A file has changed: the next build marks them all.
    manifest.editions.clear();
    manifest.collections.insert(name.to_owned(), file);
    manifest.vocabularies.get_or_insert_with(|| "vocabularies.json".to_owned());
    write(&input.out.join("atlas.json"), &manifest_file(&manifest))
}

fn organisation_facts(input: &Input) -> anyhow::Result<()> {
    let vocabularies = vocabularies(&input.out)?;
    let (published, bytes) = read(&input.out.join("organisations.json"))?;
    let organisations = read_organisations(&Fetched::opened(&published, &bytes), &vocabularies)?.records;
    let (name, bytes) = read(&input.file)?;
    let imported = import_organisation_facts((&name, &bytes), &options(input)?, &organisations)?;
    tell(&imported.report, input.report.as_deref())?;
    ensure!(!imported.records.is_empty(), "no row of it can be used; nothing was written");
    let before = fs::read(input.out.join(format!("{ORGANISATION_FACTS}.json"))).ok().and_then(|bytes| {
        read_organisation_facts(&Fetched::opened(ORGANISATION_FACTS, &bytes), &|_| true).ok()
    });
    let (left, before) = (imported.records.len(), before.map_or(0, |known| known.records.len()));
    ensure!(
        input.allow_removals || left * 10 >= before * 9,
        "{left} statements of {before} would be left; nothing was written. If they are to go, say --allow-removals"
    );
    let written = organisation_facts_file(&imported.records.iter().collect::<Vec<_>>());
    let file = Fetched::opened(ORGANISATION_FACTS, written.as_bytes());
    let read_back = read_organisation_facts(&file, &|_| true)?;
    ensure!(read_back.records == imported.records, "it would not be read back as it was written");
    list(input, manifest(input)?, ORGANISATION_FACTS, &written)
}

/// Writes the vocabularies where there is no such file yet.
fn keep_vocabularies(input: &Input, vocabularies: &Vocabularies) -> anyhow::Result<()> {
    let path = input.out.join("vocabularies.json");
    if path.exists() { Ok(()) } else { write(&path, &vocabularies_file(vocabularies)) }
}

fn regions(input: &Input) -> anyhow::Result<()> {
    let mut vocabularies = vocabularies(&input.out)?;
    let (name, bytes) = read(&input.file)?;
    let imported = import_regions(&name, &bytes, &options(input)?)?;
    tell(&imported.report, input.report.as_deref())?;
    ensure!(!imported.records.is_empty(), "no region of it can be used; nothing was written");
    vocabularies.regions = imported.records;
    write(&input.out.join("vocabularies.json"), &vocabularies_file(&vocabularies))
}

/// The vocabularies of the dataset's folder; none where there is no such file yet.
pub fn vocabularies(out: &Path) -> anyhow::Result<Vocabularies> {
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
    let today = now().in_brussels().day;
    let options = ImportOptions::default().with_repairs(input.repair).with_language(&input.language);
    let mut options = options.with_today(today);
    if let Some(name) = &input.encoding {
        options = options.with_encoding(name)?;
    }
    if let Some(order) = input.dates.as_deref() {
        let is_day = order == "day-first";
        options = options.with_dates(if is_day { DateOrder::DayFirst } else { DateOrder::MonthFirst });
    }
    if let Some(sheet) = &input.sheet {
        options = options.with_sheet(sheet);
    }
    if let Some(row) = input.header_row {
        options = options.with_header_row(row);
    }
    if let Some(path) = &input.mapping {
        let (name, bytes) = read(path)?;
        options = options.with_mapping(&name, &bytes)?;
    }
    if let Some(path) = &input.sources {
        let (name, bytes) = read(path)?;
        options = options.with_sources(&name, &bytes)?;
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

/// A file's name and content.
pub fn read(path: &Path) -> anyhow::Result<(String, Vec<u8>)> {
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
