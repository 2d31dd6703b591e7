//! A draft that goes from a screen in a hall to its owner's phone, in the fragment of an address: no server sees it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The parameter of the address of a form.
const DRAFT: &str = "draft=";
/// Longer addresses fit in no QR code (2,953 bytes), in characters of the draft.
const LONGEST: usize = 4_000;

/// The address of a form with a draft in it; `hash` is the form's own.
///
/// ```
/// use cluster_atlas::signup::{carried_draft, with_draft};
/// let hash = with_draft("#/training/t1/sign-up?at=2026-11-21", r#"{"typed":"Zoë"}"#);
/// assert_eq!(carried_draft(&hash).as_deref(), Some(r#"{"typed":"Zoë"}"#));
/// assert_eq!(carried_draft("#/training/t1/sign-up"), None);
/// ```
pub fn with_draft(hash: &str, draft: &str) -> String {
    let mark = if hash.contains('?') { "&" } else { "?" };
    [hash, mark, DRAFT, &URL_SAFE_NO_PAD.encode(draft)].concat()
}

/// The draft in the address of a form; `None` where there is none, or what is there is none. Whether it is one of that form
/// is for [`super::StoredDraft`] to say.
pub fn carried_draft(hash: &str) -> Option<String> {
    let (_, params) = hash.split_once('?')?;
    let packed = params.split('&').find_map(|pair| pair.strip_prefix(DRAFT))?;
    if packed.len() > LONGEST {
        return None;
    }
    String::from_utf8(URL_SAFE_NO_PAD.decode(packed).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_draft_arrives(draft in ".{0,300}", hash in "#/[a-z/]{1,20}(\\?at=2026-11-21)?") {
            prop_assert_eq!(carried_draft(&with_draft(&hash, &draft)), Some(draft));
        }

        #[test]
        fn whatever_stands_there_is_harmless(hash in ".{0,200}") {
            let _ = carried_draft(&hash);
            let _ = carried_draft(&["#/x?draft=", &hash].concat());
        }
    }

    #[test]
    fn what_is_no_text_is_no_draft() {
        for packed in ["_w", "a", "%%", "", &"A".repeat(5_000)] {
            let carried = carried_draft(&["#/x?", DRAFT, packed].concat());
            assert!(carried.is_none_or(|text| text.is_empty()), "{packed}");
        }
    }
}
