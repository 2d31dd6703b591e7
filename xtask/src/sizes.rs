//! The size budgets: what a visitor's browser receives, compressed as a good static server compresses it.
//!
//! 1 KB is 1,000 bytes here, as in network figures. Brotli at its highest quality, window 22.

use crate::step::say;
use crate::tally::Tally;
use crate::why;
use anyhow::{Context, ensure};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// What `cargo xtask sizes` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Also says what each crate and each module of ours weighs in each file of the program.
    #[arg(long)]
    why: bool,
    /// How many lines for each file.
    #[arg(long, value_name = "N", default_value_t = 25, requires = "why")]
    lines: usize,
}

/// Weighs what is in `dist/`.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let weighed = check(&crate::build::dist(), &mut Tally::default());
    if args.why {
        why::explain(args.lines)?;
    }
    weighed
}

/// One budget: what counts towards it, and its limit in bytes after brotli.
struct Budget {
    title: &'static str,
    /// What the design asks for.
    target: usize,
    /// What is asserted: the target where it is reached, else what has been reached, so that it can only get better.
    limit: usize,
    files: Vec<String>,
}

/// A file of the build: its bytes as they are and after brotli; both 0 when it is not there.
pub struct Weighed {
    /// Its name in the build.
    pub file: String,
    /// Bytes as they are.
    pub raw: usize,
    /// Bytes after brotli.
    pub brotli: usize,
}

/// Files that are sent together, and what they may weigh.
pub struct Load {
    /// What they are.
    pub title: &'static str,
    /// What the design asks for, in bytes after brotli.
    pub target: usize,
    /// What is asserted, in bytes after brotli.
    pub limit: usize,
    /// Each of them.
    pub files: Vec<Weighed>,
}

impl Load {
    /// Bytes as they are and after brotli.
    pub fn total(&self) -> (usize, usize) {
        self.files.iter().fold((0, 0), |(raw, brotli), file| (raw + file.raw, brotli + file.brotli))
    }

    /// Whether everything is there and within the limit.
    pub fn kept(&self) -> bool {
        !self.files.is_empty() && self.files.iter().all(|file| file.raw > 0) && self.total().1 <= self.limit
    }
}

/// Weighs everything of the build in `dist` that has a budget.
pub fn loads(dist: &Path) -> anyhow::Result<Vec<Load>> {
    let page = fs::read_to_string(dist.join("index.html"))
        .context("There is no build in dist/ to weigh. Run `cargo xtask build` first.")?;
    let weighed = budgets(dist, &page)?.into_iter().map(|Budget { title, target, limit, files }| {
        let files = files.iter().map(|file| weigh(dist, file)).collect::<anyhow::Result<Vec<_>>>()?;
        Ok(Load { title, target, limit, files })
    });
    weighed.collect()
}

/// Weighs the build in `dist`, prints a table and counts each budget as one check.
pub fn check(dist: &Path, tally: &mut Tally) -> anyhow::Result<()> {
    let mut table = format!("  {:<52} {:>11} {:>11}\n", "", "raw", "brotli");
    let mut over = Vec::new();
    for load in loads(dist)? {
        let (raw, brotli) = load.total();
        let kept = load.kept();
        tally.count(kept);
        let mark = if kept { '✓' } else { '✗' };
        let limit = load.limit / 1000;
        writeln!(table, "{mark} {:<52} {raw:>11} {brotli:>11}   at most {limit} KB", load.title)?;
        if brotli > load.target {
            let (target, over) = (load.target / 1000, (brotli - load.target) / 1000);
            writeln!(table, "! {over} KB over its target of {target} KB")?;
        }
        for Weighed { file, raw, brotli } in &load.files {
            writeln!(table, "    {file:<50} {raw:>11} {brotli:>11}")?;
        }
        if !kept {
            over.push(load.title);
        }
    }
    say(table.trim_end());
    let (early, late) = imports_in(dist)?;
    tally.count(!early && late);
    ensure!(!early, "What reads tables and their encodings is in the first load.");
    ensure!(
        late,
        "What reads tables and their encodings was not found in the desk's chunk: is {IMPORTS:?} its sign still?"
    );
    ensure!(over.is_empty(), "Over budget, empty or missing: {}.", over.join("; "));
    Ok(())
}

/// A name that stands in the program where texts in any encoding are read, and nowhere else.
const IMPORTS: &str = "windows-1252";

/// Whether the importer, with what reads tables and encodings, is in the first load's module, and whether in the desk's.
fn imports_in(dist: &Path) -> anyhow::Result<(bool, bool)> {
    let has = |stem: &str| -> anyhow::Result<bool> {
        let file = named(dist, stem, "wasm")?;
        let module = fs::read(dist.join(&file)).with_context(|| format!("{file} could not be read."))?;
        Ok(module.windows(IMPORTS.len()).any(|bytes| bytes == IMPORTS.as_bytes()))
    };
    Ok((has("cluster-atlas")?, has("desk")?))
}

fn ends_in(file: &str, extension: &str) -> bool {
    Path::new(file).extension().is_some_and(|found| found == extension)
}

fn budgets(dist: &Path, page: &str) -> anyhow::Result<Vec<Budget>> {
    let mut first_load = vec!["index.html".to_owned()];
    first_load.extend(named_in_page(page));
    // What the scripts themselves ask for before the first view: settings and messages.
    first_load.extend(["config.json".to_owned(), named(dist, "locales/en", "ftl")?]);
    // Named for those who subscribe; no browser fetches them by itself.
    first_load
        .retain(|file| !["atom", "ics", "webmanifest", "png"].iter().any(|ending| ends_in(file, ending)));
    first_load.sort();
    first_load.dedup();
    // Fetched when somebody goes there, the first of them when the browser is idle after `data-app="ready"`.
    let mut chunks = files_in(dist)?;
    chunks.retain(|file| ends_in(file, "wasm") && !first_load.contains(file));
    // The desk is for the few who run an atlas, not for those who visit one, and brings what reads their workbooks: it
    // is weighed by itself and counts for no visitor.
    let both: Vec<_> = chunks.extract_if(.., |file| file.starts_with("desk-workbook-")).collect();
    let mut desk: Vec<_> = chunks.extract_if(.., |file| file.starts_with("desk-")).collect();
    desk.extend([named(dist, "desk", "css")?, named(dist, "locales/en.desk", "ftl")?]);
    // Nor does anybody fetch what writes a workbook who does not ask for one.
    let workbook: Vec<_> = chunks.extract_if(.., |file| file.starts_with("workbook-")).collect();
    // The map comes when it is shown: beside the list on wide screens, on phones when somebody asks for it.
    let mut map: Vec<_> = chunks.iter().filter(|file| file.starts_with("map-")).cloned().collect();
    map.extend([named(dist, "vendor/leaflet/leaflet", "css")?, named(dist, "vendor/leaflet/leaflet", "js")?]);
    for part in ["later", "countries", "embed", "forms"] {
        chunks.push(named(dist, &format!("locales/en.{part}"), "ftl")?);
    }
    // Nobody fetches it but a screen in a hall, which has it on its own disk.
    let (mut kiosk, chunks): (Vec<_>, Vec<_>) =
        chunks.into_iter().partition(|file| file.starts_with("kiosk-"));
    kiosk.extend([
        named(dist, "kiosk", "js")?,
        named(dist, "kiosk", "css")?,
        named(dist, "locales/en.kiosk", "ftl")?,
        named(dist, "vendor/jose/seal", "js")?,
    ]);
    let mut budgets = vec![
        Budget {
            title: "first load: HTML, CSS, JS, WASM, messages",
            target: 300_000,
            // The rows of a phone that scroll, and the view that a dataset begins with, came before; names of terms in every language,
            // regions by their Land, and more that happens to links on their way came last, with 2.7 KB.
            limit: 300_000,
            files: first_load,
        },
        Budget {
            title: "what comes later: all chunks of the program, their words",
            target: 420_000,
            // Four collections, the builder of snippets and the map came to it, and the forms alone are 200 KB, of which the third,
            // for profiles, is 30. Countries, figures and themes weigh 65 KB, and what they share with the other pages is split off
            // from those. The search of all collections and
            // what is kept on the device came to 57 KB as a chunk of their own, and the views of events, networks and policies to 30.
            // Sign-up for events, editions of a series and the tables of networks and policies came after that, then what is meant
            // by a place with a slip or a distance, policies by region, and lists that know what stays off the paper; the reader of
            // policies and pages of the embed doctor and what the builder offers last, with 20.
            limit: 874_000,
            files: chunks,
        },
        // Columns that are joined and split, proposals that are applied, and the feeds that it packs came to it: 67 KB, of
        // which what writes feeds is half; its words are its own now. Several files at once, words, twins and the trial of every
        // collection came after that; the names of countries and columns in more languages, what stands behind the cells of a
        // workbook, corrections of many rows at once and values that would be lost last, with 52.
        Budget {
            title: "the operator's desk: its chunk and its words",
            target: 400_000,
            limit: 640_000,
            files: desk,
        },
        Budget { title: "what the desk and a workbook share", target: 80_000, limit: 82_000, files: both },
        // The library is a whole one: what writes charts and pictures cannot be told from what writes cells.
        Budget {
            title: "an export as a workbook: its chunk",
            target: 60_000,
            limit: 106_000,
            files: workbook,
        },
        Budget { title: "the map: its chunk and Leaflet", target: 60_000, limit: 60_000, files: map },
        // What a filter or one record shows stands in one of many files, which is fetched beside that of the language.
        Budget {
            title: "on a host's page: a façade of one filter",
            target: 8_000,
            limit: 11_000,
            files: std::iter::once("embed/en.js".to_owned()).chain(largest_part(dist)).collect(),
        },
        Budget { title: "what only a screen in a hall needs", target: 60_000, limit: 60_000, files: kiosk },
        Budget {
            title: "what only a frame needs",
            target: 4_000,
            limit: 4_000,
            files: vec![named(dist, "frame", "css")?, named(dist, "frame", "js")?],
        },
        Budget {
            title: "the dataset of organisations",
            target: 70_000,
            limit: 70_000,
            files: vec!["data/organisations.json".to_owned()],
        },
        Budget {
            title: "the base map with place labels",
            target: 60_000,
            limit: 60_000,
            files: files_in(&dist.join("basemap"))?
                .into_iter()
                .map(|file| format!("basemap/{file}"))
                .collect(),
        },
    ];
    let one = |title, limit, file| Budget { title, target: limit, limit, files: vec![file] };
    budgets.extend([
        one(
            "towns, where a place is asked for that no record is in",
            40_000,
            named(dist, "names/towns", "txt")?,
        ),
        one("the service worker", 6_000, "sw.js".to_owned()),
    ]);
    if dist.join("embed.js").is_file() {
        budgets.push(one("the embed snippet's script", 4_000, "embed.js".to_owned()));
    }
    Ok(budgets)
}

/// The largest of the files of which a façade with a filter fetches one; `None` where there is none.
fn largest_part(dist: &Path) -> Option<String> {
    let files = std::fs::read_dir(dist.join("embed")).ok()?.flatten();
    let parts = files.filter(|file| file.file_name().to_string_lossy().starts_with("part-"));
    let largest = parts.max_by_key(|file| file.metadata().map_or(0, |about| about.len()))?;
    Some(format!("embed/{}", largest.file_name().to_string_lossy()))
}

/// A file by its name without hash: `locales/en` is `locales/en-0123456789.ftl`, and not `locales/en.later-….ftl`.
fn named(dist: &Path, stem: &str, ending: &str) -> anyhow::Result<String> {
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let hash = |file: &str| {
        let hash = file.strip_prefix(name)?.strip_prefix('-')?.strip_suffix(ending)?.strip_suffix('.')?;
        let path = if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
        (!hash.contains(['-', '.'])).then_some(path)
    };
    let found = files_in(&dist.join(folder))?.iter().find_map(|file| hash(file));
    Ok(found.unwrap_or_else(|| format!("{stem}.{ending}")))
}

/// The local files that a page names in `href`, `src` and `data-` attributes, without query or fragment.
pub fn named_in_page(page: &str) -> Vec<String> {
    let mut files = Vec::new();
    for attribute in [" href=\"", " src=\"", " data-js=\"", " data-wasm=\""] {
        for (at, _) in page.match_indices(attribute) {
            let value = &page[at + attribute.len()..];
            let value = value.split('"').next().unwrap_or_default();
            let file = value.split(['?', '#']).next().unwrap_or_default().trim_start_matches("./");
            if !file.is_empty() && !file.contains(':') && !files.iter().any(|known| known == file) {
                files.push(file.to_owned());
            }
        }
    }
    files
}

/// Every file in a folder by name, without those in its folders; a folder that is not there has none.
fn files_in(folder: &Path) -> anyhow::Result<Vec<String>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    files.sort();
    Ok(files)
}

fn weigh(dist: &Path, file: &str) -> anyhow::Result<Weighed> {
    let bytes = match fs::read(dist.join(file)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(Weighed { file: file.to_owned(), raw: 0, brotli: 0 });
        }
        read => read.with_context(|| format!("dist/{file} could not be read."))?,
    };
    Ok(Weighed { file: file.to_owned(), raw: bytes.len(), brotli: brotli_size(&bytes)? })
}

/// How many bytes brotli makes of these.
pub fn brotli_size(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut compressor = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    compressor.write_all(bytes)?;
    Ok(compressor.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_files() {
        let page = r##"<link rel="stylesheet" href="./base-1f.css"><script src="boot.js" data-js="./a.js"
            data-wasm="./a_bg.wasm"></script><a href="https://example.org/">x</a><a href="#/explore">y</a>
            <link rel="modulepreload" href="./a.js?x=1">"##;
        assert_eq!(named_in_page(page), ["base-1f.css", "a.js", "boot.js", "a_bg.wasm"]);
    }

    #[test]
    fn brotli_makes_repetition_small() {
        let size = brotli_size(&[b'a'; 10_000]).unwrap();
        assert!((1..40).contains(&size), "{size}");
    }
}
