//! A dataset as one file: what somebody unpacks where it is to be published.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, result::ZipResult};

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

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

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
