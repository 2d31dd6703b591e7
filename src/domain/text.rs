//! Text that people read, in one or several languages.

use super::LanguageTag;

/// One text in several languages. Shown as text, never as HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalText(Vec<(LanguageTag, String)>);

impl LocalText {
    /// A text from its versions, in the order of their languages; of two in one language the later one stands.
    pub fn new(versions: impl IntoIterator<Item = (LanguageTag, String)>) -> Self {
        let mut list: Vec<(LanguageTag, String)> = Vec::new();
        for (tag, text) in versions {
            match list.binary_search_by(|(known, _)| known.cmp(&tag)) {
                Ok(at) => list[at].1 = text,
                Err(at) => list.insert(at, (tag, text)),
            }
        }
        Self(list)
    }

    /// Whether there is no version at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The version in `language`, else English, else any; with the language it is in.
    pub fn in_language(&self, language: &str) -> Option<(&LanguageTag, &str)> {
        let primary = language.split('-').next().unwrap_or(language);
        let find = |wanted: &str| self.0.iter().find(|(tag, _)| tag.as_str() == wanted);
        find(language)
            .or_else(|| find(primary))
            .or_else(|| find("en"))
            .or_else(|| self.0.first())
            .map(|(tag, text)| (tag, text.as_str()))
    }

    /// All versions, by language.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &str)> {
        self.0.iter().map(|(tag, text)| (tag, text.as_str()))
    }
}

/// Text made fit to show: control characters and invisible direction overrides removed,
/// white space folded to single spaces, ends trimmed.
///
/// A right-to-left override in a name would turn the rest of the line around; a null byte would end it.
///
/// ```
/// assert_eq!(cluster_atlas::domain::tidy(" a\u{202e}b\0  c\n"), "ab c");
/// ```
pub fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !tidied.is_empty() && !tidied.ends_with(' ') {
                tidied.push(' ');
            }
        } else if !is_hidden(c) {
            tidied.push(c);
        }
    }
    if tidied.ends_with(' ') {
        tidied.pop();
    }
    tidied
}

/// Characters that [`tidy`] removes and that nobody sees: controls, direction overrides, byte order marks.
pub(crate) fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace()) || is_direction_mark(c) || c == BYTE_ORDER_MARK
}

/// Characters between letters that take no room on the screen: soft hyphens, joiners, direction overrides, byte order
/// marks. Some scripts need joiners, so they are no fault.
pub(crate) fn takes_no_room(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}')
        || is_direction_mark(c)
        || c == BYTE_ORDER_MARK
}

/// Characters that reorder text on screen without being seen (Unicode bidirectional controls).
pub(super) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

const BYTE_ORDER_MARK: char = '\u{feff}';

#[cfg(test)]
mod tests {
    use super::{is_direction_mark, is_hidden, takes_no_room, tidy};

    #[test]
    fn hidden_is_what_tidying_removes() {
        for c in ('\0'..=char::MAX).filter(|c| !c.is_whitespace()) {
            assert_eq!(is_hidden(c), tidy(&c.to_string()).is_empty(), "{c:?}");
        }
    }

    #[test]
    fn what_is_hidden_is_a_control_or_takes_no_room() {
        for c in '\0'..=char::MAX {
            assert!(!is_direction_mark(c) || (is_hidden(c) && takes_no_room(c)), "{c:?}");
            assert!(!is_hidden(c) || c.is_control() || takes_no_room(c), "{c:?}");
            assert!(
                !takes_no_room(c) || !(c.is_control() || c.is_whitespace() || c.is_alphanumeric()),
                "{c:?}"
            );
        }
    }
}
