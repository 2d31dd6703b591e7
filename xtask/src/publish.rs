//! `cargo xtask build --into`: adds a build to a deployed folder, and removes what only editions before the last ones
//! need.

use crate::finish::edition::{Edition, LIST, read, walk};
use anyhow::{Context, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The editions that a folder holds, the latest first.
const KEPT: &str = "editions.json";
/// What names everything else, so it comes last, in this order: whoever gets it finds what it names.
const ENTRY_POINTS: [&str; 3] = [LIST, "index.html", "sw.js"];

/// Copies a build into a folder and keeps the files of `keep` editions there; gives how many there are.
pub fn publish(dist: &Path, folder: &Path, keep: usize) -> anyhow::Result<usize> {
    let edition = read(dist).with_context(|| format!("{} holds no edition.", dist.display()))?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made.", folder.display()))?;
    let strange =
        folder.join("index.html").exists() && read(folder).is_none() && !folder.join("boot.js").exists();
    ensure!(!strange, "{} holds another site: nothing was written.", folder.display());
    let mut editions: Vec<Edition> = match fs::read(folder.join(KEPT)) {
        Ok(text) => {
            serde_json::from_slice(&text).with_context(|| format!("{KEPT} in the folder is not readable."))?
        }
        // It was copied there by hand.
        Err(_) => read(folder).into_iter().collect(),
    };
    editions.retain(|known| known.id != edition.id);
    editions.insert(0, edition);
    let mut files = walk(dist, dist)?;
    let named: BTreeSet<String> = editions[0].files.iter().cloned().collect();
    files.sort_by_key(|file| order(file, &named));
    for file in &files {
        let to = folder.join(file);
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent)?;
        }
        // Whoever asks while it is written gets the old file or the new one, never a half.
        let half = to.with_extension("half");
        fs::copy(dist.join(file), &half).with_context(|| format!("{file} could not be written."))?;
        fs::rename(&half, &to).with_context(|| format!("{file} could not be written."))?;
    }
    let gone = if editions.len() > keep { editions.split_off(keep) } else { Vec::new() };
    fs::write(folder.join(KEPT), serde_json::to_string_pretty(&editions)? + "\n")?;
    let needed: BTreeSet<&String> = editions.iter().flat_map(|edition| &edition.files).collect();
    for file in gone.iter().flat_map(|edition| &edition.files).filter(|file| !needed.contains(file)) {
        // Only what a build has listed, and inside the folder.
        if !file.split('/').any(|part| part == "..") && !file.starts_with('/') {
            // What is not there is removed already.
            let _ = fs::remove_file(folder.join(file));
        }
    }
    Ok(editions.len())
}

/// When a file is copied: first what no other edition overwrites, then what names it, entry points last, in their order.
fn order(file: &str, of_edition: &BTreeSet<String>) -> usize {
    match ENTRY_POINTS.iter().position(|entry| *entry == file) {
        Some(at) => 2 + at,
        None => usize::from(!of_edition.contains(file)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn nothing_is_copied_before_what_it_names() {
        let of_edition = BTreeSet::from(["data/calls-0123456789.json".to_owned()]);
        let mut files =
            ["config.json", "data/atlas.json", "data/calls-0123456789.json", LIST, "index.html", "sw.js"];
        files.sort_by_key(|file| order(file, &of_edition));
        let expected =
            ["data/calls-0123456789.json", "config.json", "data/atlas.json", LIST, "index.html", "sw.js"];
        assert_eq!(files, expected);
    }

    fn fresh(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("cluster-atlas-publish-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// A build of the edition `id`, with a file that all share and one of its own.
    fn build(id: &str) -> PathBuf {
        let dist = fresh(id);
        let own = format!("app-{id}.js");
        let list = serde_json::json!({
            "format": "cluster-atlas/edition/1", "id": id, "day": "2026-11-21", "files": ["same-0.js", own]
        });
        for (file, text) in [("index.html", id), ("same-0.js", "same"), (&own, id), (LIST, &list.to_string())]
        {
            fs::write(dist.join(file), text).unwrap();
        }
        dist
    }

    #[test]
    fn the_files_of_the_last_editions_are_kept_and_nobody_elses_are_touched() {
        let folder = fresh("target");
        fs::write(folder.join("own.html"), "the deployer's").unwrap();
        let counts = ["a", "b", "c", "d", "d"].map(|id| publish(&build(id), &folder, 3).unwrap());
        assert_eq!(counts, [1, 2, 3, 3, 3]);
        assert_eq!(
            walk(&folder, &folder).unwrap(),
            ["app-b.js", "app-c.js", "app-d.js", LIST, KEPT, "index.html", "own.html", "same-0.js"]
        );
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "d");
        // Back to an edition that is kept: it is the latest again.
        assert_eq!(publish(&build("b"), &folder, 2).unwrap(), 2);
        assert!(folder.join("app-d.js").exists() && !folder.join("app-c.js").exists());
    }

    #[test]
    fn what_was_copied_by_hand_counts_as_an_edition_and_another_site_is_left_alone() {
        let folder = fresh("by-hand");
        for file in walk(&build("a"), &build("a")).unwrap() {
            fs::copy(build("a").join(&file), folder.join(&file)).unwrap();
        }
        assert_eq!(publish(&build("b"), &folder, 3).unwrap(), 2);
        let other = fresh("other");
        fs::write(other.join("index.html"), "another site").unwrap();
        assert!(publish(&build("c"), &other, 3).is_err());
        assert_eq!(walk(&other, &other).unwrap(), ["index.html"]);
    }
}
