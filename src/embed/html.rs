//! Reading the HTML of somebody's page: its elements and what visitors read, as browsers do (HTML Standard, 13.2.5).
//!
//! The browser's own parser would hold each style attribute of the page against the policy of this one, and complain about
//! it; libraries carry a table of 2,231 entities. This is what is left without both. The tests hold it to such a library.

/// An element of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name, in small letters.
    pub name: String,
    /// Its attributes: names in small letters, and values as they are meant.
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A page without its comments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// Its elements, in order.
    pub elements: Vec<Element>,
    /// The text that visitors read.
    pub text: String,
}

/// Elements whose content is no HTML; that of `noscript` is none where scripts run.
const RAW: [&str; 9] =
    ["script", "style", "title", "textarea", "noscript", "iframe", "xmp", "noembed", "noframes"];

/// Sections of a server's settings that are written like tags (Apache).
const SECTIONS: [&str; 9] = [
    "ifmodule",
    "directory",
    "directorymatch",
    "files",
    "filesmatch",
    "location",
    "locationmatch",
    "virtualhost",
    "if",
];

/// Where HTML begins in a text; `None` where it has none. A sign for "less than" is no tag, and the settings of a server
/// are no page.
pub(super) fn begins(text: &str) -> Option<usize> {
    let is_tag = |at: &usize| {
        let rest = &text[at + 1..];
        let name = rest.trim_start_matches(['/', '!']);
        (name.starts_with(|c: char| c.is_ascii_alphabetic()) || rest.starts_with("!--")) && rest.contains('>')
    };
    let Some(at) = text.match_indices('<').map(|(at, _)| at).find(is_tag) else { return text.find("&lt;") };
    let name = text[at + 1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    (!SECTIONS.contains(&name.to_ascii_lowercase().as_str())).then_some(at)
}

/// Reads a page or a piece of one. Every text is one.
pub(super) fn read(html: &str) -> Page {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.text.push_str(&decoded(&rest[..at], false));
        rest = &rest[at..];
        let behind = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = after_comment(comment);
        } else if rest == "</" {
            break;
        } else if behind.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let is_end = rest.starts_with("</");
            // A tag without an end is none, and nothing is behind it.
            let Some((element, after)) = tag(behind) else { return page };
            rest = after;
            if !is_end {
                if RAW.contains(&element.name.as_str()) {
                    rest = after_raw(rest, &element.name);
                }
                page.elements.push(element);
            }
        } else if rest.starts_with("</") || rest.starts_with("<!") || rest.starts_with("<?") {
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
        } else {
            page.text.push('<');
            rest = &rest[1..];
        }
    }
    page.text.push_str(&decoded(rest, false));
    page
}

/// What is behind a comment, whose content begins here.
fn after_comment(comment: &str) -> &str {
    if let Some(rest) = comment.strip_prefix('>').or_else(|| comment.strip_prefix("->")) {
        return rest;
    }
    let ends = ["-->", "--!>"].into_iter().filter_map(|end| Some(comment.find(end)? + end.len()));
    ends.min().map_or("", |end| &comment[end..])
}

/// What is behind the content of an element that is no HTML: its end tag, or nothing.
fn after_raw<'a>(content: &'a str, name: &str) -> &'a str {
    let is_end = |at: &usize| {
        let tag = &content.as_bytes()[at + 2..];
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        tag.len() > name.len()
            && tag[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            && ends(&tag[name.len()])
    };
    content.match_indices("</").map(|(at, _)| at).find(is_end).map_or("", |at| &content[at..])
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// A tag, whose name begins here, and what is behind it; `None` where it has no end.
fn tag(text: &str) -> Option<(Element, &str)> {
    let end = text.find(|c: char| is_space(c) || c == '/' || c == '>')?;
    let mut element = Element { name: text[..end].to_ascii_lowercase(), attributes: Vec::new() };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| is_space(c) || c == '/');
        if let Some(behind) = rest.strip_prefix('>') {
            return Some((element, behind));
        }
        // A name may begin with an equals sign, and has none further on.
        let first = rest.chars().next()?.len_utf8();
        let end = rest[first..].find(|c: char| is_space(c) || matches!(c, '/' | '>' | '='))? + first;
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start_matches(is_space);
        let mut value = "";
        if let Some(given) = rest.strip_prefix('=') {
            let given = given.trim_start_matches(is_space);
            (value, rest) = match given.chars().next()? {
                quote @ ('"' | '\'') => given[1..].split_once(quote)?,
                _ => given.split_at(given.find(|c: char| is_space(c) || c == '>')?),
            };
        }
        // Of two with one name the first holds.
        if element.attribute(&name).is_none() {
            element.attributes.push((name, decoded(value, true)));
        }
    }
}

/// The entities that tools write for what a policy, an address or a tag has in it, and whether a semicolon may be missing.
const ENTITIES: [(&str, char, bool); 14] = [
    ("amp", '&', true),
    ("lt", '<', true),
    ("gt", '>', true),
    ("quot", '"', true),
    ("nbsp", '\u{a0}', true),
    ("apos", '\'', false),
    ("colon", ':', false),
    ("semi", ';', false),
    ("sol", '/', false),
    ("num", '#', false),
    ("quest", '?', false),
    ("equals", '=', false),
    ("period", '.', false),
    ("lowbar", '_', false),
];

/// A text with what its entities mean.
fn decoded(text: &str, in_attribute: bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let meant = numeric(rest).or_else(|| named(rest, in_attribute));
        let (c, length) = meant.unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
    }
    out + rest
}

/// The sign that a number stands for at the start of a text, and how long that is.
fn numeric(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix("&#")?;
    let hexadecimal = digits.strip_prefix(['x', 'X']);
    let (digits, radix) = hexadecimal.map_or((digits, 10), |digits| (digits, 16));
    let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let (number, rest) = (!digits[..end].is_empty()).then(|| digits.split_at(end))?;
    let c = u32::from_str_radix(number, radix).ok().and_then(char::from_u32).unwrap_or('\u{fffd}');
    let rest = rest.strip_prefix(';').unwrap_or(rest);
    Some((c, text.len() - rest.len()))
}

fn named(text: &str, in_attribute: bool) -> Option<(char, usize)> {
    ENTITIES.iter().find_map(|(name, c, may_be_open)| {
        let rest = text[1..].strip_prefix(name)?;
        let closed = rest.strip_prefix(';');
        // In an address it may be a parameter of that name.
        let is_parameter = in_attribute && rest.starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric());
        let rest = closed.or((*may_be_open && !is_parameter).then_some(rest))?;
        Some((*c, text.len() - rest.len()))
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use html5gum::{DefaultEmitter, Token, Tokenizer};
    use proptest::prelude::*;

    use super::*;

    /// A page as a library reads it that knows all of the standard.
    fn standard(html: &str) -> Page {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut page = Page::default();
        let mut silent = false;
        let mut emitter = DefaultEmitter::default();
        // As a browser does it, what a script holds is no markup.
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    silent = RAW.contains(&name.as_str());
                    let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
                    page.elements.push(Element { name, attributes: attributes.collect() });
                }
                Token::EndTag(_) => silent = false,
                Token::String(shown) if !silent => page.text.push_str(&text(&shown)),
                _ => {}
            }
        }
        page
    }

    /// The library has attributes in the order of their names.
    fn sorted(mut page: Page) -> Page {
        page.elements.iter_mut().for_each(|element| element.attributes.sort());
        page
    }

    proptest! {
        #[test]
        fn pages_are_read_as_the_standard_says(
            html in "(<(a|B-c|p|script|STYLE|title|iframe)|</(a|p|script|style|title|iframe)|<!--|-->|--!>|<!doctype|[</>= \n\"'!?-]|(href|SRC|x)|=|&(amp|lt|gt|quot|apos|#39|#x27|#X3c)|;|[a-z]|é){0,24}"
        ) {
            // What a script hides from old browsers, and may then have in it, is not told apart here.
            prop_assume!(!html.to_ascii_lowercase().contains("<script") || !html.contains("<!--"));
            prop_assert_eq!(sorted(read(&html)), sorted(standard(&html)));
        }
    }

    #[test]
    fn html_has_a_tag() {
        for text in ["a < b", "a <b", "x -> y < z >", "< content-security-policy: default-src 'self' >", ""] {
            assert_eq!(begins(text), None, "{text}");
        }
        let settings = "<IfModule mod_headers.c>\nHeader set Content-Security-Policy \"default-src 'self'\"\n</IfModule>";
        assert_eq!(begins(settings), None);
        assert_eq!(begins("HTTP/2 200\n\n<!doctype html>"), Some(12));
        assert_eq!(begins("&lt;script src=x&gt;"), Some(0));
    }
}
