//! One edition: every file of a build under a name with its hash, and `edition.json`, which names them all.
//!
//! Only entry points have names that stay: the page, the settings, the dataset as people publish it, the worker. An
//! older page goes on with the files that it names, as long as they are there.

use anyhow::Context;
use cluster_atlas::dataset::{Fetched, Manifest, read_config, read_manifest, with_edition};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the list of an edition.
pub const LIST: &str = "edition.json";
/// What the list says it is.
const FORMAT: &str = "cluster-atlas/edition/1";
/// What has no hash of its own yet: folders, and the endings of the files in them.
const UNHASHED: [(&str, &[&str]); 6] = [
    ("", &["js", "css"]),
    ("locales", &["ftl"]),
    ("basemap", &["json"]),
    ("names", &["txt"]),
    ("vendor/leaflet", &["js", "css"]),
    ("vendor/jose", &["js"]),
];
/// Scripts whose addresses are for ever: somebody else's pages and browsers name them.
const ENTRY_SCRIPTS: [&str; 3] = ["sw.js", "sw-off.js", "embed.js"];

/// `edition.json`.
#[derive(Serialize, Deserialize)]
pub struct Edition {
    format: String,
    /// Names the edition: a hash of all its files.
    pub id: String,
    /// The day its data were published, or it was built.
    pub day: String,
    /// Its files that no other edition overwrites.
    pub files: Vec<String>,
}

/// Gives every file of a build its name with a hash, writes the list, the page for links that name the day, and, in a
/// build that is to be deployed, the worker.
pub fn write(staging: &Path, today: &str, deployed: bool) -> anyhow::Result<()> {
    let index = staging.join("index.html");
    let mut page = fs::read_to_string(&index).context("The build has no index.html.")?;
    let renamed = rename_all(staging)?;
    let own = |name: &str| renamed.get(name).cloned();
    if let Some(boot) = own("boot.js") {
        page = page.replace("src=\"boot.js\"", &format!("src=\"{boot}\""));
    }
    let data = data(staging)?;
    let day = data.as_ref().and_then(|data| data.day.clone()).unwrap_or_else(|| today.to_owned());
    let mut files: Vec<String> = walk(staging, staging)?;
    files.retain(|file| is_hashed(file));
    let mut hasher = Sha256::new();
    for file in files.iter().map(String::as_str).chain(["config.json"]) {
        hasher.update(file.as_bytes());
        hasher.update(fs::read(staging.join(file)).unwrap_or_default());
    }
    hasher.update(page.as_bytes());
    let id = hex(&hasher.finalize(), 16);
    let list: Vec<String> = renamed
        .iter()
        .filter(|(name, _)| !name.ends_with("boot.js") && !name.ends_with("offline.js"))
        .map(|(name, hashed)| format!("{name}={}", hash_in(hashed)))
        .collect();
    let offline = own("offline.js").filter(|_| deployed);
    let offline = offline.map(|file| format!(" data-offline=\"./{file}\"")).unwrap_or_default();
    let marks = |list: &str, more: &str| {
        format!("data-edition=\"{id}\"{offline}{more} data-files=\"{list}\" data-js=")
    };
    let dated = format!("index-{day}.html");
    let pinned = data.map(|data| format!(" {}={}", data.manifest.0, data.manifest.1)).unwrap_or_default();
    let pinned =
        page.replace("data-js=", &marks(&(list.join(" ") + &pinned), &format!(" data-pinned=\"{day}\"")));
    fs::write(staging.join(&dated), pinned)?;
    fs::write(&index, page.replace("data-js=", &marks(&list.join(" "), "")))?;
    files.push(dated);
    let edition = Edition { format: FORMAT.to_owned(), id, day, files };
    fs::write(staging.join(LIST), serde_json::to_string_pretty(&edition)? + "\n")?;
    if deployed { worker(staging, &edition) } else { Ok(()) }
}

/// The list of the edition in a folder, if there is one.
pub fn read(folder: &Path) -> Option<Edition> {
    let edition: Edition = serde_json::from_slice(&fs::read(folder.join(LIST)).ok()?).ok()?;
    (edition.format == FORMAT).then_some(edition)
}

/// The first digits of the hash of some bytes.
pub fn hash(bytes: &[u8], digits: usize) -> String {
    hex(&Sha256::digest(bytes), digits)
}

fn hex(bytes: &[u8], digits: usize) -> String {
    let half = |byte: &u8, shift: u8| char::from_digit(u32::from(byte >> shift & 15), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [half(byte, 4), half(byte, 0)]).take(digits).collect()
}

/// `boot.js` as `boot-0123456789.js`.
fn hashed(name: &str, hash: &str) -> String {
    name.rsplit_once('.')
        .map_or_else(|| format!("{name}-{hash}"), |(stem, end)| format!("{stem}-{hash}.{end}"))
}

/// The hash in such a name.
fn hash_in(file: &str) -> &str {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.rsplit_once('-').map_or("", |(_, hash)| hash)
}

/// Whether a file has its hash in its name, as the worker sees it too.
fn is_hashed(file: &str) -> bool {
    let hash = hash_in(file);
    (10..=16).contains(&hash.len()) && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Renames what has no hash; the new names by the old ones.
fn rename_all(staging: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for (folder, endings) in UNHASHED {
        for file in files_in(&staging.join(folder))? {
            let ending = file.extension().unwrap_or_default().to_string_lossy().into_owned();
            let name = relative(staging, &file);
            if !endings.contains(&&*ending) || is_hashed(&name) || ENTRY_SCRIPTS.contains(&&*name) {
                continue;
            }
            let new = hashed(&name, &hash(&fs::read(&file)?, 10));
            fs::rename(&file, staging.join(&new))?;
            names.insert(name, new);
        }
    }
    Ok(names)
}

/// What the dataset of a build gives.
struct Data {
    day: Option<String>,
    /// The manifest's address, and the hash in the name of its copy, which names copies only.
    manifest: (String, String),
}

/// Marks the files of the dataset with the edition they are of, has the manifest name them with it, and keeps a copy of
/// each under a name that no other edition overwrites. `None` where the dataset is not in the build.
fn data(staging: &Path) -> anyhow::Result<Option<Data>> {
    let Ok(body) = fs::read(staging.join("config.json")) else { return Ok(None) };
    let Ok((config, _)) = read_config(&Fetched::opened("config.json", &body)) else { return Ok(None) };
    let address = config.dataset;
    let Ok(body) = fs::read(staging.join(&address)) else { return Ok(None) };
    let Ok((manifest, _)) = read_manifest(&Fetched::opened(&address, &body)) else { return Ok(None) };
    let mut document: serde_json::Value = serde_json::from_slice(&body)?;
    let mut editions = serde_json::Map::new();
    let mut copy = document.clone();
    let named = manifest.collections.iter().map(|(name, file)| (format!("/collections/{name}"), file));
    let named = named.chain(manifest.vocabularies.iter().map(|file| ("/vocabularies".to_owned(), file)));
    for (pointer, name) in named {
        let file = Manifest::resolve(&address, name);
        // What is in another folder, or elsewhere, is not this build's to mark.
        let Ok(text) = fs::read_to_string(staging.join(&file)) else { continue };
        if name.contains('/') {
            continue;
        }
        let edition = hash(text.as_bytes(), 10);
        let Some(marked) = with_edition(&text, &edition) else { continue };
        fs::write(staging.join(&file), &marked)?;
        fs::write(staging.join(hashed(&file, &edition)), marked)?;
        if let Some(name) = copy.pointer_mut(&pointer) {
            *name = hashed(name.as_str().unwrap_or_default(), &edition).into();
        }
        editions.insert(name.clone(), edition.into());
    }
    copy["editions"] = serde_json::json!({});
    let copy = serde_json::to_string_pretty(&copy)? + "\n";
    let edition = hash(copy.as_bytes(), 10);
    fs::write(staging.join(hashed(&address, &edition)), copy)?;
    document["editions"] = editions.into();
    fs::write(staging.join(&address), serde_json::to_string_pretty(&document)? + "\n")?;
    let day = manifest.published.map(|day| day.to_string());
    Ok(Some(Data { day, manifest: (address, edition) }))
}

/// Writes the worker, with the files that it keeps.
fn worker(staging: &Path, edition: &Edition) -> anyhow::Result<()> {
    let page = fs::read_to_string(staging.join("index.html"))?;
    let mut core = vec!["index.html".to_owned()];
    let mut extras: Vec<String> = crate::sizes::named_in_page(&page);
    extras.retain(|file| {
        let ending = Path::new(file).extension().unwrap_or_default();
        !is_hashed(file) && (ending == "svg" || ending == "webmanifest")
    });
    extras.extend(walk(staging, staging)?.into_iter().filter(|file| file.starts_with("icons/")));
    for file in &edition.files {
        // What is of use in a place alone; without it the rest works.
        let is_extra = ["basemap/", "vendor/", "names/towns"].iter().any(|start| file.starts_with(start));
        if is_extra {
            extras.push(file.clone());
        } else if !file.starts_with("data/")
            && !Path::new(file).extension().is_some_and(|it| it == "html" || it == "json")
        {
            core.push(file.clone());
        }
    }
    let listed = |files: &[String]| -> anyhow::Result<String> {
        let one = |file: &String| {
            let bytes = fs::read(staging.join(file)).with_context(|| format!("The build has no {file}."))?;
            Ok(serde_json::to_string(&[file, &hash(&bytes, 16)])?)
        };
        Ok(files.iter().map(one).collect::<anyhow::Result<Vec<_>>>()?.join(","))
    };
    let text = include_str!("sw.js")
        .replace("%EDITION%", &edition.id)
        .replace("%CORE%", &listed(&core)?)
        .replace("%EXTRAS%", &listed(&extras)?);
    Ok(fs::write(staging.join("sw.js"), text)?)
}

fn files_in(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// All files below a folder, by their addresses in the build.
pub fn walk(staging: &Path, folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut found: Vec<String> = files_in(folder)?.iter().map(|file| relative(staging, file)).collect();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.extend(walk(staging, &entry.path())?);
        }
    }
    found.sort();
    Ok(found)
}

fn relative(staging: &Path, file: &Path) -> String {
    let parts = file.strip_prefix(staging).unwrap_or(file).iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(name: &str) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("cluster-atlas-edition-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dist);
        for (file, text) in [
            (
                "index.html",
                "<script id=\"boot\" src=\"boot.js\" data-js=\"./cluster-atlas-0123456789abcdef.js\">",
            ),
            ("boot.js", "boot"),
            ("offline.js", "offline"),
            ("sw-off.js", "off"),
            ("cluster-atlas-0123456789abcdef.js", "program"),
            ("locales/en.ftl", "a = A"),
            ("locales/en.later.ftl", "b = B"),
            ("basemap/land.json", "{}"),
            ("config.json", "{}"),
            ("data/calls.json", "{\n  \"format\": \"cluster-atlas/calls/1\", \"records\": []}"),
            (
                "data/atlas.json",
                r#"{"format":"cluster-atlas/1","published":"2026-11-21","collections":{"calls":"calls.json"}}"#,
            ),
        ] {
            let file = dist.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        dist
    }

    #[test]
    fn every_file_but_the_entry_points_is_named_by_its_hash() {
        let dist = build("names");
        write(&dist, "2026-01-01", true).unwrap();
        let edition = read(&dist).unwrap();
        assert_eq!(edition.day, "2026-11-21");
        let plain: Vec<String> =
            walk(&dist, &dist).unwrap().into_iter().filter(|file| !edition.files.contains(file)).collect();
        assert_eq!(
            plain,
            [
                "config.json",
                "data/atlas.json",
                "data/calls.json",
                "edition.json",
                "index.html",
                "sw-off.js",
                "sw.js"
            ]
        );
        let page = fs::read_to_string(dist.join("index.html")).unwrap();
        let boot = hashed("boot.js", &hash(b"boot", 10));
        assert!(
            page.contains(&boot) && page.contains(&format!("locales/en.later.ftl={}", hash(b"b = B", 10))),
            "{page}"
        );
        assert!(page.contains(&format!("data-edition=\"{}\"", edition.id)), "{page}");
        let worker = fs::read_to_string(dist.join("sw.js")).unwrap();
        assert!(worker.contains(&format!("[\"{boot}\",\"{}\"]", hash(b"boot", 16))), "{worker}");
        assert!(!worker.contains("data/calls") && !worker.contains('%'), "{worker}");
    }

    #[test]
    fn the_data_say_of_which_edition_they_are_and_a_dated_page_names_its_own() {
        let dist = build("data");
        write(&dist, "2026-01-01", true).unwrap();
        let read = |file: &str| fs::read_to_string(dist.join(file)).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&read("data/atlas.json")).unwrap();
        let edition = manifest["editions"]["calls.json"].as_str().unwrap();
        let calls: serde_json::Value = serde_json::from_str(&read("data/calls.json")).unwrap();
        assert_eq!(calls["edition"], edition);
        assert_eq!(read("data/calls.json"), read(&format!("data/calls-{edition}.json")));
        let pinned = read("index-2026-11-21.html");
        let at = pinned.find("data/atlas.json=").unwrap() + "data/atlas.json=".len();
        let copy: serde_json::Value =
            serde_json::from_str(&read(&format!("data/atlas-{}.json", &pinned[at..at + 10]))).unwrap();
        assert_eq!(copy["collections"]["calls"], format!("calls-{edition}.json"));
        assert!(!read("index.html").contains("data/atlas.json="));
    }

    #[test]
    fn any_change_makes_another_edition_and_the_same_files_the_same() {
        let ids = [("a", None), ("b", None), ("c", Some("locales/en.ftl")), ("d", Some("data/calls.json"))]
            .map(|(name, change)| {
                let dist = build(&format!("id-{name}"));
                if let Some(file) = change {
                    let text = fs::read_to_string(dist.join(file)).unwrap();
                    fs::write(dist.join(file), format!("{text}\n")).unwrap();
                }
                write(&dist, "2026-01-01", true).unwrap();
                read(&dist).unwrap().id
            });
        assert_eq!(ids[0], ids[1]);
        assert!(ids[0] != ids[2] && ids[0] != ids[3] && ids[2] != ids[3]);
    }
}
