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
        } else if !(c.is_control()
            || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        {
            tidied.push(c);
        }
    }
    if tidied.ends_with(' ') {
        tidied.pop();
    }
    tidied
}
