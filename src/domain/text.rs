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

/// Text made fit to show: control characters, invisible characters and direction overrides removed,
/// white space folded to single spaces, ends trimmed.
///
/// A right-to-left override in a name would turn the rest of the line around; a null byte would end it; a name with a soft
/// hyphen in it is not found by the name.
///
/// ```
/// assert_eq!(cluster_atlas::domain::tidy(" a\u{202e}b\0  c\u{ad}d\n"), "ab cd");
/// ```
pub fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for c in seen(text) {
        if !c.is_whitespace() {
            tidied.push(c);
        } else if !tidied.is_empty() && !tidied.ends_with(' ') {
            tidied.push(' ');
        }
    }
    if tidied.ends_with(' ') {
        tidied.pop();
    }
    tidied
}

/// A text without what nobody sees, else as it is; `None` where there is nothing of the kind.
pub(crate) fn without_hidden(text: &str) -> Option<String> {
    has_hidden(text).then(|| seen(text).collect())
}

/// Whether [`tidy`] removes anything but white space.
pub(crate) fn has_hidden(text: &str) -> bool {
    let is_plain = |byte: u8| (0x20..0x7f).contains(&byte);
    !text.bytes().all(is_plain) && seen(text).count() != text.chars().count()
}

/// The characters of a text that do something. Joiners do between letters of scripts that shape letters by their neighbours,
/// Arabic and those of India and South-East Asia, and between the parts of a picture; behind Latin, Greek and Cyrillic
/// letters they do nothing.
fn seen(text: &str) -> impl Iterator<Item = char> {
    let mut before = ' ';
    text.chars().filter(move |c| {
        let is_seen = if is_joiner(*c) { before > LAST_WITHOUT_JOINERS } else { !is_hidden(*c) };
        if is_seen {
            before = *c;
        }
        is_seen
    })
}

/// The last letter of the Hebrew block; up to it no script needs joiners.
const LAST_WITHOUT_JOINERS: char = '\u{5ff}';

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Characters that [`tidy`] removes wherever they stand and that nobody sees: controls, direction overrides, byte order
/// marks, soft hyphens, spaces of no width.
pub(crate) fn is_hidden(c: char) -> bool {
    (c.is_control() && !c.is_whitespace()) || (takes_no_room(c) && !is_joiner(c))
}

/// Characters between letters that take no room on the screen: soft hyphens, joiners, direction overrides, byte order
/// marks.
pub(crate) fn takes_no_room(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
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
    use super::{is_direction_mark, is_hidden, is_joiner, takes_no_room, tidy, without_hidden};

    #[test]
    fn hidden_is_what_tidying_removes() {
        for c in ('\0'..=char::MAX).filter(|c| !c.is_whitespace()) {
            assert_eq!(is_hidden(c) || is_joiner(c), tidy(&c.to_string()).is_empty(), "{c:?}");
        }
    }

    #[test]
    fn joiners_stay_where_they_shape_letters() {
        for (text, expected) in [
            ("Pho\u{ad}to\u{200b}nics\u{2060}", Some("Photonics")),
            ("Photo\u{200d}nics \u{200c}", Some("Photonics ")),
            ("\u{200d}\u{646}\u{645}\u{6cc}\u{200c}\u{62e}", Some("\u{646}\u{645}\u{6cc}\u{200c}\u{62e}")),
            ("\u{d28}\u{d4d}\u{200d} \u{1f469}\u{200d}\u{1f4bb}", None),
            ("plain\n", None),
        ] {
            assert_eq!(without_hidden(text).as_deref(), expected, "{text:?}");
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
