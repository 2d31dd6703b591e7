//! `cargo xtask fuzz`: files that somebody damaged. The importer must not panic on any of them, and in each the rows that it
//! read are those that an independent count finds, all of them loaded or refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use cluster_atlas::collection::{Collection, CollectionRecord, Visit};
use cluster_atlas::dataset::{FindingKind, ImportOptions, Survey, at_once, survey, unpack};
use cluster_atlas::domain::Vocabularies;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

/// What `cargo xtask fuzz` takes.
#[derive(clap::Args)]
pub struct Args {
    /// How many files are tried.
    #[arg(long, default_value_t = 1_000_000)]
    inputs: u32,
    /// The same seed damages the same files in the same way.
    #[arg(long, default_value_t = 1)]
    seed: u32,
}

/// One place that is damaged; places are parts of the file's length in 65,536ths.
#[derive(Debug, Clone)]
enum Damage {
    /// Other bytes in place of some.
    Over(u16, Vec<u8>),
    /// Bytes put in.
    In(u16, Vec<u8>),
    /// Some bytes gone.
    Out(u16, u8),
    /// A part that stands there twice.
    Twice(u16, u8),
    /// Nothing from here on.
    End(u16),
}

/// What tables break at, more often than any byte would come.
const WORDS: [&str; 16] = [
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    ";",
    ",",
    "\t",
    "sep=;\n",
    "\u{feff}",
    "{",
    "]",
    "PÃ´le",
    "\u{202e}",
    "10/03/2024",
    "=1+1",
];

/// Tries damaged copies of all files that tests read.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let mut seeds = Vec::new();
    let fixtures = crate::tools::root().join("tests/fixtures");
    for folder in [fixtures.join("import"), fixtures] {
        collect(&folder, &mut seeds)?;
    }
    println!("{} files, {} damaged copies", seeds.len(), args.inputs);
    let strategy = (0..seeds.len(), prop::collection::vec(damage(), 1..6), 0..Collection::ALL.len());
    let config = Config { cases: args.inputs, failure_persistence: None, ..Config::default() };
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&args.seed.to_le_bytes());
    let chance = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let outcome = TestRunner::new_with_rng(config, chance).run(&strategy, |(seed, damages, collection)| {
        let (name, bytes) = &seeds[seed];
        let bytes = damaged(bytes, &damages);
        Collection::ALL[collection].visit(Try { name, bytes: &bytes }).map_err(TestCaseError::fail)
    });
    match outcome {
        Ok(()) => {
            println!("No panic, and no row was lost.");
            Ok(())
        }
        Err(TestError::Abort(why)) => bail!("The run could not go on: {why}"),
        Err(TestError::Fail(why, (seed, damages, collection))) => {
            let (name, bytes) = &seeds[seed];
            let file = crate::tools::root().join("target").join(format!("damaged-{name}"));
            fs::write(&file, damaged(bytes, &damages)).context("The damaged file could not be written.")?;
            let collection = Collection::ALL[collection].about().name;
            bail!("{why}\nread as {collection}: {}", file.display())
        }
    }
}

fn collect(folder: &Path, seeds: &mut Vec<(String, Vec<u8>)>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read.", folder.display()))? {
        let path = entry?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            seeds.push((name, fs::read(&path)?));
        }
    }
    // The same run tries the same files, wherever it is started.
    seeds.sort();
    Ok(())
}

fn damage() -> impl Strategy<Value = Damage> {
    let words = prop_oneof![
        2 => prop::sample::select(&WORDS[..]).prop_map(|word| word.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 1..8),
    ];
    let words = words.boxed();
    prop_oneof![
        (any::<u16>(), words.clone()).prop_map(|(at, bytes)| Damage::Over(at, bytes)),
        (any::<u16>(), words).prop_map(|(at, bytes)| Damage::In(at, bytes)),
        (any::<u16>(), any::<u8>()).prop_map(|(at, length)| Damage::Out(at, length)),
        (any::<u16>(), any::<u8>()).prop_map(|(at, length)| Damage::Twice(at, length)),
        any::<u16>().prop_map(Damage::End),
    ]
}

fn damaged(bytes: &[u8], damages: &[Damage]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for damage in damages {
        let place = |part: &u16| usize::from(*part) * bytes.len() / (usize::from(u16::MAX) + 1);
        let run = |from: usize, length: usize| from..(from + length).min(bytes.len());
        match damage {
            Damage::Over(part, new) => {
                let over = run(place(part), new.len());
                drop(bytes.splice(over, new.iter().copied()));
            }
            Damage::In(part, new) => {
                let at = place(part);
                drop(bytes.splice(at..at, new.iter().copied()));
            }
            Damage::Out(part, length) => {
                let out = run(place(part), usize::from(*length));
                drop(bytes.drain(out));
            }
            Damage::Twice(part, length) => {
                let twice = run(place(part), usize::from(*length));
                bytes.extend_from_within(twice);
            }
            Damage::End(part) => bytes.truncate(place(part)),
        }
    }
    bytes
}

struct Try<'a> {
    name: &'a str,
    bytes: &'a [u8],
}

impl Visit for Try<'_> {
    type Output = Result<(), String>;

    fn visit<R: CollectionRecord>(self) -> Self::Output {
        let Self { name, bytes } = self;
        let options = ImportOptions::default().with_repairs(bytes.len() % 2 == 0);
        let collection = R::COLLECTION.about().name;
        // A file that cannot be read at all has said so, and has no rows to lose.
        let _ = unpack(bytes);
        let seen = survey(name, bytes, &options, collection);
        // Every third file is read as a choice of columns says, with all that can be done to cells.
        let options = match seen {
            Ok(seen) if bytes.len() % 3 == 0 => options.with_columns(&steps(&seen)),
            _ => options,
        };
        let mut vocabularies = Vocabularies::default();
        let Ok(loaded) = at_once(R::import((name, bytes), options, &mut vocabularies, &|_| None)) else {
            return Ok(());
        };
        let report = &loaded.report;
        if report.read != report.loaded + report.refused || loaded.records.len() != report.loaded {
            return Err(format!(
                "{} read, {} loaded, {} refused",
                report.read, report.loaded, report.refused
            ));
        }
        let lost = report.findings.iter().find(|finding| finding.kind == FindingKind::CountDiffers);
        lost.map_or(Ok(()), |finding| Err(format!("the counts differ: {}", finding.value)))
    }
}

/// Two columns that feed the field that every record needs: a pair that something is taken out of, and one more.
fn steps(seen: &Survey) -> BTreeMap<String, String> {
    let needed = seen.required;
    let other = seen.fields.iter().find(|field| **field != needed).unwrap_or(&needed);
    let said = [format!("strip '(*)' > split ' ' > {needed} & {other}"), format!("join ', ' > {needed}")];
    let named = seen.columns.iter().map(|column| column.name.clone()).filter(|name| !name.is_empty());
    named.zip(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_where_it_is_said_to_be() {
        let damages =
            [Damage::In(0, b"ab".to_vec()), Damage::Out(0x8000, 1), Damage::Twice(0, 1), Damage::End(0xc000)];
        assert_eq!(damaged(b"1234", &damages), b"ab13");
        assert_eq!(damaged(b"", &[Damage::Out(9, 9), Damage::Over(9, b"x".to_vec())]), b"x");
    }

    #[test]
    fn a_thousand_damaged_files_lose_no_row() {
        run(&Args { inputs: 1_000, seed: 1 }).expect("no panic, no row lost");
    }
}
