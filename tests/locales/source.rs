//! What the interface says, read from its source: a view runs only in a browser, its text can be read anywhere.

use std::collections::BTreeSet;

/// A message that the interface asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Requested {
    /// Where.
    pub file: String,
    /// Its key.
    pub key: String,
    /// The arguments given with it; `None` where they are put together elsewhere.
    pub arguments: Option<BTreeSet<String>>,
}

/// The messages whose key stands in a call: `tr_view("a")`, `tr(if x { "a" } else { "b" })`, `tr!("a", "count" => 1)`.
pub fn requested(file: &str, code: &str) -> Vec<Requested> {
    let found = |key: &str, arguments| Requested { file: file.to_owned(), key: key.to_owned(), arguments };
    let mut all = Vec::new();
    for name in ["tr_view", "tr"] {
        for call in calls(code, name) {
            // Without arguments every key-like text in the call is a key: what the arms of a `match` give, for
            // instance, but not what they compare with.
            let keys = literals(call).into_iter().filter(|text| is_key(text.text) && !text.is_pattern());
            all.extend(keys.map(|text| found(text.text, Some(BTreeSet::new()))));
        }
    }
    for call in calls(code, "tr!") {
        let outer = outermost(call);
        let mut texts = literals(&outer).into_iter();
        if let Some(key) = texts.next().filter(|text| is_key(text.text)) {
            let arguments = texts.filter(|text| text.after.trim_start().starts_with("=>"));
            all.push(found(key.text, Some(arguments.map(|text| text.text.to_owned()).collect())));
        }
    }
    for call in calls(code, "tr_with") {
        all.extend(
            // Where a table names the key, the first text is an argument's name.
            literals(call)
                .first()
                .filter(|text| is_key(text.text) && text.before.trim().is_empty())
                .map(|text| found(text.text, None)),
        );
    }
    all
}

/// A text in the code, and what stands on either side.
pub struct Literal<'a> {
    /// What stands before its quotation mark.
    pub before: &'a str,
    /// The text as it is written.
    pub text: &'a str,
    /// What follows its quotation mark.
    pub after: &'a str,
}

impl Literal<'_> {
    /// Whether it stands on the left of a match arm's arrow.
    fn is_pattern(&self) -> bool {
        let next = self.after.split(['"', ',']).next().unwrap_or_default();
        next.contains("=>") || next.trim_start().starts_with('|')
    }
}

/// The texts in a piece of code, in order.
pub fn literals(code: &str) -> Vec<Literal<'_>> {
    let bytes = code.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = code[at..].find('"').map(|offset| at + offset) {
        let mut end = start + 1;
        while end < bytes.len() && bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        if code[..start].ends_with('\'') && code[start..].starts_with("\"'") {
            // The character '"' begins no text.
            at = start + 1;
        } else if end < bytes.len() {
            found.push(Literal {
                before: &code[..start],
                text: &code[start + 1..end],
                after: &code[end + 1..],
            });
            at = end + 1;
        } else {
            break;
        }
    }
    found
}

/// Whether a text has the form of a message's key.
pub fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// What stands between the parentheses of every call of `name`.
fn calls<'a>(code: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("{name}(");
    code.match_indices(&start)
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|(at, _)| {
            let inside = &code[at + start.len()..];
            let mut depth = 1;
            let end = inside.find(|c| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                depth == 0
            });
            &inside[..end.unwrap_or(inside.len())]
        })
        .collect()
}

/// A call without what its own arguments call.
fn outermost(call: &str) -> String {
    let mut depth = 0;
    call.chars()
        .filter(|&c| {
            depth -= i32::from(c == ')');
            let keep = depth == 0 && c != ')';
            depth += i32::from(c == '(');
            keep && c != '('
        })
        .collect()
}

/// A text in a page.
pub struct PageText {
    /// The language that its element says it is in; that of the page where it says none.
    pub language: String,
    /// The key of its message.
    pub key: String,
    /// The text, with white space as a browser shows it.
    pub text: String,
}

/// The texts of a page's elements that have a `data-message`, after which a `lang` may stand.
pub fn page_texts(html: &str) -> Vec<PageText> {
    html.split("data-message=\"")
        .skip(1)
        .map(|rest| {
            let (key, rest) = rest.split_once('"').expect("a closed attribute");
            let (attributes, rest) = rest.split_once('>').expect("a closed tag");
            let (text, _) = rest.split_once('<').expect("a closed element");
            let language = attributes.split_once(" lang=\"").and_then(|(_, rest)| rest.split_once('"'));
            PageText {
                language: language.map_or("en", |(language, _)| language).to_owned(),
                key: key.to_owned(),
                text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            }
        })
        .collect()
}
