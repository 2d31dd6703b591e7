//! Of which edition a published file is: a build marks the files of a dataset, so that a manifest of one edition is
//! never shown with records of another. A file without a mark was published by hand, and is taken as it is.

use sha2::{Digest as _, Sha256};

/// How a file with a mark begins.
const MARK: &str = "{\"edition\":\"";

/// The edition that a file says it is of; `None` where it says nothing.
///
/// ```
/// use cluster_atlas::dataset::edition_of;
/// assert_eq!(edition_of(br#"{"edition":"0123456789","records":[]}"#), Some("0123456789"));
/// assert_eq!(edition_of(br#"{"records":[]}"#), None);
/// ```
pub fn edition_of(body: &[u8]) -> Option<&str> {
    let rest = body.strip_prefix(MARK.as_bytes())?;
    let end = rest.iter().position(|byte| *byte == b'"')?;
    std::str::from_utf8(&rest[..end]).ok()
}

/// The edition of a file, as a build names it: the first ten digits of its SHA-256.
pub fn edition_by_content(text: &str) -> String {
    let half = |byte: u8| char::from_digit(u32::from(byte), 16).unwrap_or_default();
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(5).flat_map(|byte| [half(byte >> 4), half(byte & 15)]).collect()
}

/// The text of a file with the mark of an edition, in place of the one it may have; `None` where it is no object.
///
/// ```
/// use cluster_atlas::dataset::with_edition;
/// let marked = with_edition("{ \"records\": [] }", "a").unwrap();
/// assert_eq!(marked, "{\"edition\":\"a\", \"records\": [] }");
/// assert_eq!(with_edition(&marked, "b").unwrap(), "{\"edition\":\"b\", \"records\": [] }");
/// assert_eq!(with_edition("[]", "a"), None);
/// ```
pub fn with_edition(text: &str, edition: &str) -> Option<String> {
    let rest = match text.strip_prefix(MARK) {
        Some(rest) => rest.split_once("\",")?.1,
        None => text.trim_start_matches('\u{feff}').trim_start().strip_prefix('{')?,
    };
    Some([MARK, edition, "\",", rest].concat())
}

#[cfg(test)]
mod tests {
    use super::edition_by_content;

    #[test]
    fn an_edition_is_named_by_content() {
        // As `printf abc | sha256sum` says.
        assert_eq!(edition_by_content("abc"), "ba7816bf8f");
    }
}
