//! `docs/new-collection.md`, done: what the page says is put into a copy of the repository, which is then compiled and tested.

use crate::step::{ProgramFailed, run as run_program, run_and_listen, say};
use crate::tally::Tally;
use crate::tools::{cargo, root};
use anyhow::{Context, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The page.
const PAGE: &str = "docs/new-collection.md";
/// Most files that a further collection may cost.
const MOST: usize = 9;
/// What is not copied: what is made, and what is large and of no use to the tests that are run.
const LEFT_OUT: [&str; 5] = [".git", "target", "dist", "node_modules", "docs/screenshots"];

/// Where a block goes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// It is the file.
    Whole,
    /// Behind all that the file has.
    End,
    /// Before the line of this text.
    Before(String),
    /// After the line of this text.
    After(String),
}

/// A file that the page is about, and what it puts there.
#[derive(Debug, PartialEq, Eq)]
struct Change {
    file: String,
    blocks: Vec<(Place, String)>,
}

/// Counts the files, compiles the copy for the host and the browser, and runs what every collection is tested by.
pub fn check(tally: &mut Tally) -> anyhow::Result<()> {
    let page = fs::read_to_string(root().join(PAGE)).with_context(|| format!("{PAGE} could not be read."))?;
    let changes = changes(&page)?;
    let target = crate::build::target_folder()?;
    let copy = target.join("new-collection");
    let mut wanted = files(&root(), &root())?;
    for file in files(&copy, &copy).unwrap_or_default().difference(&wanted.clone()) {
        fs::remove_file(copy.join(file))?;
    }
    for change in &changes {
        wanted.insert(change.file.clone());
    }
    for file in &wanted {
        let before = fs::read(root().join(file)).ok();
        let change = changes.iter().find(|change| change.file == *file);
        let after = match change {
            Some(change) => changed(change, before)?,
            None => before,
        };
        // A file that stays as it is keeps its time, so that little is compiled anew.
        if let Some(after) = after.filter(|after| fs::read(copy.join(file)).ok().as_ref() != Some(after)) {
            let path = copy.join(file);
            fs::create_dir_all(path.parent().unwrap_or(&copy))?;
            fs::write(&path, after).with_context(|| format!("{} could not be written.", path.display()))?;
        }
    }
    let cargo = |words: &[&str]| {
        let mut command = cargo();
        command.current_dir(&copy).args(words).env("CARGO_TARGET_DIR", &target);
        command
    };
    run_program(
        cargo(&[
            "test",
            "--locked",
            "--package",
            "cluster-atlas",
            "--test",
            "published_data",
            "schemas_are_current",
        ])
        .env("RENEW_SCHEMAS", "1"),
    )?;
    let counted = differing(&copy)?;
    let stated: BTreeSet<String> = changes.iter().map(|change| change.file.clone()).collect();
    ensure!(counted == stated, "The copy differs in {counted:?}, and {PAGE} names {stated:?}.");
    let count = format!("**{} files**", counted.len());
    ensure!(page.contains(&count), "{PAGE} does not say {count}, and so many there are.");
    ensure!(counted.len() <= MOST, "A further collection costs {} files.", counted.len());
    say(&format!("  A further collection costs {} files.", counted.len()));
    tested(
        &mut cargo(&[
            "test",
            "--locked",
            "--package",
            "cluster-atlas",
            "--test",
            "collections",
            "--test",
            "locales",
        ]),
        tally,
    )?;
    run_program(&mut cargo(&[
        "check",
        "--locked",
        "--package",
        "cluster-atlas",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
    ]))?;
    Ok(())
}

fn tested(command: &mut Command, tally: &mut Tally) -> anyhow::Result<()> {
    let outcome: Result<(), ProgramFailed> = run_and_listen(command, |line| tally.read(line));
    Ok(outcome?)
}

/// What the page puts where.
fn changes(page: &str) -> anyhow::Result<Vec<Change>> {
    let mut changes: Vec<Change> = Vec::new();
    let mut place = None;
    let mut block: Option<String> = None;
    for line in page.lines() {
        if let Some(text) = &mut block {
            if line == "```" {
                let text = std::mem::take(text);
                block = None;
                let change = changes.last_mut().context("A block stands before the first file.")?;
                let place =
                    place.take().with_context(|| format!("{}: where does a block go?", change.file))?;
                change.blocks.push((place, text));
            } else {
                text.push_str(line);
                text.push('\n');
            }
        } else if line.starts_with("```") {
            block = Some(String::new());
        } else if let Some(heading) = line.strip_prefix("## ") {
            place = None;
            let numbered = heading.split_once(". `").filter(|(number, _)| number.parse::<usize>().is_ok());
            if let Some((number, file)) = numbered {
                ensure!(number.parse() == Ok(changes.len() + 1), "{heading}: the files are numbered.");
                let file =
                    file.strip_suffix('`').with_context(|| format!("{heading}: what file?"))?.to_owned();
                changes.push(Change { file, blocks: Vec::new() });
            }
        } else {
            let quoted =
                || line.split_once('`').and_then(|(_, rest)| rest.strip_suffix("`:")).map(str::to_owned);
            if line.ends_with("New, whole:") {
                place = Some(Place::Whole);
            } else if line.ends_with("At the end:") {
                place = Some(Place::End);
            } else if line.contains("Before the line `") {
                place = quoted().map(Place::Before);
            } else if line.contains("After the line `") {
                place = quoted().map(Place::After);
            }
        }
    }
    Ok(changes)
}

/// A file with what the page puts there; `None` where another program writes it.
fn changed(Change { file, blocks }: &Change, before: Option<Vec<u8>>) -> anyhow::Result<Option<Vec<u8>>> {
    if blocks.is_empty() {
        return Ok(None);
    }
    let mut text = match before {
        Some(before) => Some(String::from_utf8(before).with_context(|| format!("{file} is no text."))?),
        None => None,
    };
    for (place, block) in blocks {
        text = Some(match (place, text) {
            (Place::Whole, None) => block.clone(),
            (Place::End, Some(text)) => text + block,
            (Place::Before(line), Some(text)) => beside(&text, line, |line| [block, line].concat())?,
            (Place::After(line), Some(text)) => beside(&text, line, |line| [line, block].concat())?,
            (Place::Whole, Some(_)) => bail!("{file} is there already."),
            (_, None) => bail!("{file} is not there."),
        });
    }
    Ok(text.map(String::into_bytes))
}

/// A text with something beside the one line that reads so.
fn beside(text: &str, line: &str, put: impl Fn(&str) -> String) -> anyhow::Result<String> {
    let whole = [line, "\n"].concat();
    let found = text.split_inclusive('\n').filter(|one| *one == whole).count();
    ensure!(found == 1, "{PAGE}: {line:?} stands {found} times where it should stand once.");
    Ok(text.split_inclusive('\n').map(|one| if one == whole { put(one) } else { one.to_owned() }).collect())
}

/// Every file of a tree, by its path from there.
fn files(folder: &Path, from: &Path) -> anyhow::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = named(&path, from);
        if LEFT_OUT.contains(&name.as_str()) || path.is_symlink() {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path, from)?);
        } else {
            found.insert(name);
        }
    }
    Ok(found)
}

fn named(path: &Path, from: &Path) -> String {
    let path: PathBuf = path.strip_prefix(from).unwrap_or(path).components().collect();
    path.to_string_lossy().replace('\\', "/")
}

/// The files of the copy that are not as they are here.
fn differing(copy: &Path) -> anyhow::Result<BTreeSet<String>> {
    let (here, there) = (files(&root(), &root())?, files(copy, copy)?);
    let is_other = |file: &&String| fs::read(root().join(file)).ok() != fs::read(copy.join(file)).ok();
    Ok(here.union(&there).filter(is_other).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_fits_the_tree_and_counts_its_files() {
        let page = fs::read_to_string(root().join(PAGE)).expect("the page");
        let changes = changes(&page).expect("it can be read");
        assert!(page.contains(&format!("**{} files**", changes.len())) && changes.len() <= MOST);
        for change in &changes {
            let before = fs::read(root().join(&change.file)).ok();
            let after = changed(change, before.clone()).unwrap_or_else(|error| panic!("{error:#}"));
            // The schema alone is written by a program.
            assert_eq!(after.is_none(), change.file.starts_with("public/schema/"), "{}", change.file);
            assert!(after.is_none() || after != before, "{} stays as it is", change.file);
        }
    }

    #[test]
    fn blocks_go_where_the_page_says() {
        let page = "## 1. `a`\nText. New, whole:\n```rust\nx\n```\n## 2. `b`\nBefore the line `  y`:\n```\nz\n```\nAt the end:\n```\nw\n```\n## Else\n";
        let changes = changes(page).expect("a page");
        assert_eq!(changes.iter().map(|change| change.file.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        let text = |change: &Change, before: Option<&str>| {
            let after = changed(change, before.map(|text| text.as_bytes().to_vec()));
            after.map(|after| String::from_utf8(after.expect("a text")).expect("UTF-8"))
        };
        assert_eq!(text(&changes[0], None).expect("new"), "x\n");
        assert_eq!(text(&changes[1], Some("a\n  y\n")).expect("it fits"), "a\nz\n  y\nw\n");
        assert!(text(&changes[0], Some("x")).is_err(), "it is there already");
        assert!(text(&changes[1], Some("  y\n  y\n")).is_err(), "which of the two?");
        assert!(super::changes("## 1. `a`\n```\nx\n```\n").is_err(), "a block without a place");
    }
}
