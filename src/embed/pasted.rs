//! The policies in what a webmaster pastes: the lines of a response, the settings of a server, or the directives alone.

use super::policy::{Policy, is_directive};

const NAME: &str = "content-security-policy";
const REPORT_ONLY: &str = "-report-only";
const EMBEDDER: &str = "cross-origin-embedder-policy";

/// The policies in a text, in its order. Where it names no header, the text itself is read as one.
pub fn policies(text: &str) -> Vec<Policy> {
    let named = headers(text, NAME);
    if named.is_empty() {
        return parted(&without_headers(text), false).collect();
    }
    named
        .into_iter()
        .flat_map(|header| parted(&header.value, header.report_only).collect::<Vec<_>>())
        .collect()
}

/// Whether the headers in a text let in only frames that agree to it (`Cross-Origin-Embedder-Policy`).
pub fn isolates(text: &str) -> bool {
    let strict = |value: &str| ["require-corp", "credentialless"].iter().any(|word| value.starts_with(word));
    let value = |header: &Header| header.value.trim().to_ascii_lowercase();
    headers(text, EMBEDDER).iter().any(|header| !header.report_only && strict(&value(header)))
}

/// A comma parts two policies.
pub(super) fn parted(value: &str, report_only: bool) -> impl Iterator<Item = Policy> {
    let texts = value.split(',').map(str::trim).filter(|text| !text.is_empty());
    texts.map(move |text| Policy { text: text.to_owned(), report_only, in_page: false })
}

struct Header {
    value: String,
    report_only: bool,
}

/// The headers of a name, wherever it stands: in a line of a response or in the settings of a server.
fn headers(text: &str, name: &str) -> Vec<Header> {
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = lower[from..].find(name).map(|at| from + at) {
        let report_only = lower[at + name.len()..].starts_with(REPORT_ONLY);
        let end = at + name.len() + if report_only { REPORT_ONLY.len() } else { 0 };
        from = end;
        // Not `X-Content-Security-Policy`, which no browser knows any more.
        let in_a_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let before = text[..at].chars().next_back();
        if before.is_some_and(in_a_word) || text[end..].starts_with(in_a_word) {
            continue;
        }
        let line_before = text[..at].rsplit('\n').next().unwrap_or_default();
        let (value, length) = value(&text[end..], before.filter(|c| is_quote(*c)), line_before);
        from += length;
        found.push(Header { value, report_only });
    }
    found
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`')
}

/// The value behind the name of a header, and up to where it reaches. `opened` is the quote right before the name.
fn value(behind: &str, opened: Option<char>, line_before: &str) -> (String, usize) {
    let after_name = opened.and_then(|quote| behind.strip_prefix(quote));
    // `"Name: value"`: the quote encloses both.
    if let (Some(quote), None) = (opened, after_name) {
        let rest = behind.trim_start_matches([':', ' ', '\t']);
        let (value, length) = quoted(rest, quote);
        return (value, behind.len() - rest.len() + length);
    }
    let mut rest = after_name.unwrap_or(behind);
    // `"name": "value"`, `name => value`, `(name, value)`, and in JSON and XML a word for the value.
    let between: &[char] = if after_name.is_some() {
        &[' ', '\t', '\r', '\n', ':', '=', '>', ',']
    } else {
        &[' ', '\t', ':', '=']
    };
    rest = rest.trim_start_matches(between);
    let word = rest.trim_start_matches(is_quote);
    if after_name.is_some()
        && let Some(word) = word.strip_prefix("value")
        && let Some(assigned) = word.trim_start_matches(is_quote).trim_start().strip_prefix([':', '='])
    {
        rest = assigned.trim_start();
    }
    // A browser's tools copy name and value as two lines.
    if line_before.trim().is_empty()
        && let Some(next) = rest.trim_start_matches('\r').strip_prefix('\n')
    {
        rest = next.trim_start_matches([' ', '\t']);
    }
    let skipped = behind.len() - rest.len();
    // No value begins with a keyword such as 'self': a quote at its start encloses it.
    let (value, length) = match rest.chars().next().filter(|c| is_quote(*c)) {
        Some(quote) => {
            let (value, length) = quoted(&rest[1..], quote);
            (value, length + 1)
        }
        None => unquoted(rest),
    };
    (value, skipped + length)
}

/// What stands before the quote that ends it, without the marks that keep others from ending it.
fn quoted(text: &str, quote: char) -> (String, usize) {
    let line = text.find('\n').unwrap_or(text.len());
    let ends = |text: &str| {
        let mut escaped = false;
        let is_end = |(_, c): &(usize, char)| {
            let ends = *c == quote && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        };
        text.char_indices().filter(is_end).map(|(at, _)| at).collect::<Vec<_>>()
    };
    // Between single quotes the keywords have some of their own.
    let end = if quote == '\'' { ends(&text[..line]).pop() } else { ends(text).first().copied() };
    let end = end.unwrap_or(line);
    let mut value = String::new();
    let mut escaped = false;
    for c in text[..end].chars() {
        escaped = c == '\\' && !escaped;
        if !escaped {
            value.push(c);
        }
    }
    (value, end)
}

/// A value up to the end of its line, and what goes on in the next ones: indented, or with a directive at its start.
fn unquoted(text: &str) -> (String, usize) {
    let mut end = text.find('\n').unwrap_or(text.len());
    while let Some(next) = text.get(end + 1..) {
        let line = next.lines().next().unwrap_or_default();
        let goes_on = next.starts_with([' ', '\t']) && !is_header(line.trim()) && !line.trim().is_empty();
        if !goes_on && !begins_with_directive(line) {
            break;
        }
        end += 1 + next.find('\n').unwrap_or(next.len());
    }
    (text[..end].to_owned(), end)
}

fn begins_with_directive(line: &str) -> bool {
    line.split_ascii_whitespace().next().is_some_and(|word| is_directive(word.trim_end_matches([':', ';'])))
}

/// Whether a line is another header: a name and a colon.
fn is_header(line: &str) -> bool {
    const SCHEMES: [&str; 6] = ["http", "https", "data", "blob", "ws", "wss"];
    let Some((name, value)) = line.split_once(':') else { return false };
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_name
        && (value.is_empty() || value.starts_with([' ', '\t']))
        && !is_directive(name)
        && !SCHEMES.contains(&name)
}

/// A policy that was pasted without its name, without the headers around it and the quotes that enclose it.
fn without_headers(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !is_header(line)).collect();
    let policy = lines.join(" ");
    let policy = policy.trim();
    match policy.chars().next().filter(|c| is_quote(*c)) {
        Some(quote) => quoted(&policy[1..], quote).0,
        None => policy.to_owned(),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The texts of the policies that count.
    fn read(text: &str) -> Vec<String> {
        policies(text).into_iter().filter(|policy| !policy.report_only).map(|policy| policy.text).collect()
    }

    #[test]
    fn a_policy_is_read_wherever_it_stands() {
        let policy = "default-src 'self'; frame-src 'self'";
        for text in [
            policy,
            "default-src 'self';\n  frame-src 'self'",
            "\"default-src 'self'; frame-src 'self'\"",
            "Content-Security-Policy: default-src 'self'; frame-src 'self'",
            "content-security-policy:default-src 'self'; frame-src 'self'\r\nX-Frame-Options: SAMEORIGIN\r\n",
            "Content-Security-Policy: default-src 'self';\nframe-src 'self'\nServer: nginx",
            "Content-Security-Policy: default-src 'self';\n  frame-src 'self'\n\n",
            "content-security-policy\ndefault-src 'self'; frame-src 'self'\ncontent-type\ntext/html",
            "add_header Content-Security-Policy \"default-src 'self'; frame-src 'self'\" always;",
            "add_header Content-Security-Policy \"default-src 'self';\n  frame-src 'self'\" always;",
            "Header set Content-Security-Policy \"default-src 'self'; frame-src 'self'\"",
            "Header always set Content-Security-Policy \"default-src 'self'; frame-src 'self'\" env=HTTPS",
            "Header set Content-Security-Policy: \"default-src 'self'; \\\n frame-src 'self'\"",
            "Header set Content-Security-Policy 'default-src \\'self\\'; frame-src \\'self\\''",
            "<?php header(\"Content-Security-Policy: default-src 'self'; frame-src 'self'\"); ?>",
            "header('Content-Security-Policy: default-src \\'self\\'; frame-src \\'self\\'');",
            "res.setHeader(\"Content-Security-Policy\", \"default-src 'self'; frame-src 'self'\");",
            "{ \"key\": \"Content-Security-Policy\",\n \"value\": \"default-src 'self'; frame-src 'self'\" }",
            "\"Content-Security-Policy\" => \"default-src 'self'; frame-src 'self'\",",
            "< content-security-policy: default-src 'self'; frame-src 'self'\n< server: nginx",
        ] {
            let read = read(text);
            let [one] = read.as_slice() else { panic!("{text}: {read:?}") };
            assert_eq!(one.split_ascii_whitespace().collect::<Vec<_>>().join(" "), policy, "{text}");
        }
    }

    #[test]
    fn a_header_ends_at_its_line() {
        let block = "HTTP/2 200\nServer: nginx\nContent-Security-Policy: default-src 'self'; frame-src 'self'\n\
                     X-Frame-Options: SAMEORIGIN\nStrict-Transport-Security: max-age=31536000";
        assert_eq!(read(block), ["default-src 'self'; frame-src 'self'"]);
        assert_eq!(read("default-src 'self'\nX-Frame-Options: SAMEORIGIN"), ["default-src 'self'"]);
        assert_eq!(read("Server: nginx\nX-Frame-Options: SAMEORIGIN"), [""; 0]);
        assert_eq!(read("X-Content-Security-Policy: default-src 'self'"), [""; 0]);
        assert_eq!(read("Header unset Content-Security-Policy\nHeader set Server x"), [""; 0]);
    }

    #[test]
    fn all_policies_are_read() {
        let two =
            "Content-Security-Policy: default-src *\nVary: Accept\nContent-Security-Policy: frame-src 'none'";
        assert_eq!(read(two), ["default-src *", "frame-src 'none'"]);
        assert_eq!(read("default-src * , frame-src 'none'"), ["default-src *", "frame-src 'none'"]);
        let reported = policies("Content-Security-Policy-Report-Only: default-src 'self'");
        assert!(matches!(reported.as_slice(), [Policy { report_only: true, .. }]));
    }

    #[test]
    fn a_page_that_is_isolated_is_known_by_its_header() {
        assert!(isolates("Cross-Origin-Embedder-Policy: require-corp"));
        assert!(isolates("add_header Cross-Origin-Embedder-Policy \"credentialless\" always;"));
        assert!(!isolates("Cross-Origin-Embedder-Policy: unsafe-none"));
        assert!(!isolates("Cross-Origin-Embedder-Policy-Report-Only: require-corp"));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "((Content-Security-Policy)|[-\"'`:,;= \\\\\nxé]|value|default-src|'self'){0,30}") {
            policies(&text);
            isolates(&text);
        }
    }
}
