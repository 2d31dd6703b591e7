//! A dataset as one file: what somebody unpacks where it is to be published.

use std::io::{Cursor, Read, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive, result::ZipResult};

use super::file::LARGEST_FILE;

/// The manifest of a dataset: what tells its folder in a package.
const MANIFEST: &str = "atlas.json";

/// Packs files, each with its path in the package, into a ZIP. `None` where it would be larger than such a file can be.
pub fn pack(files: &[(String, String)]) -> Option<Vec<u8>> {
    packed(files).ok()
}

fn packed(files: &[(String, String)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // As they are: servers compress what they send, and nobody keeps the package.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (path, text) in files {
        zip.start_file(path.as_str(), options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The JSON files of the dataset in a package, by their names beside its manifest, which is among them. It may be in any
/// folder of the package. `None` where the package cannot be read, has no manifest, or is larger than can be taken in.
pub fn unpack(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    // A name that is no text is none of ours.
    let folders = archive.file_names().flatten().filter_map(|name| {
        let folder = name.strip_suffix(MANIFEST)?;
        (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
    });
    let folder = folders.min_by_key(String::len)?;
    let mut files = Vec::new();
    // What a package says of its sizes is not believed: what comes out is counted.
    let mut room = LARGEST_FILE;
    for at in 0..archive.len() {
        let file = archive.by_index(at).ok()?;
        let name = file.name().ok().and_then(|name| name.strip_prefix(&*folder).map(str::to_owned));
        let Some(name) = name else { continue };
        let is_data = std::path::Path::new(&name).extension().is_some_and(|ending| ending == "json");
        if !is_data || name.contains('/') {
            continue;
        }
        let mut text = String::new();
        file.take(room as u64 + 1).read_to_string(&mut text).ok()?;
        room = room.checked_sub(text.len())?;
        files.push((name, text));
    }
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_dataset_is_found_in_whichever_folder_of_a_package() {
        let data = [("atlas.json", "{}"), ("calls.json", "[1]")];
        for folder in ["", "data/", "site/data/"] {
            let mut files = named(&data.map(|(name, _)| name).map(|name| (name, "")));
            for ((path, text), (name, content)) in files.iter_mut().zip(data) {
                (*path, *text) = ([folder, name].concat(), content.to_owned());
            }
            files.extend(named(&[("report-calls.csv", "a"), ("site/data/old/atlas.json", "{}")]));
            let bytes = pack(&files).expect("small");
            assert_eq!(unpack(&bytes), Some(named(&data)), "{folder}");
        }
    }

    #[test]
    fn what_is_no_package_of_a_dataset_is_none() {
        assert_eq!(unpack(b"name,country"), None);
        assert_eq!(unpack(&pack(&named(&[("data/calls.json", "{}")])).expect("small")), None);
        let whole = pack(&named(&[("atlas.json", "{}")])).expect("small");
        for end in 0..whole.len() {
            let _ = unpack(&whole[..end]);
        }
    }

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let files =
            [("data/atlas.json".to_owned(), "{}".to_owned()), ("report.csv".to_owned(), "Köln".to_owned())];
        let bytes = pack(&files).expect("small");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        for (path, text) in files {
            let mut read = String::new();
            archive.by_name(&path).expect("a file").read_to_string(&mut read).expect("text");
            assert_eq!(read, text);
        }
    }
}
