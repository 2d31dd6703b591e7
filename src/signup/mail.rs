//! A sign-up as a mail that the visitor's own program sends: a complete `mailto:` address (RFC 6068).

use crate::domain::{Email, percent};

use super::body::{Label, Line};
use super::entry::Entry;

/// Longest `mailto:` address, in characters after encoding. Windows hands a program 2,048 at most, and some mail
/// programs keep a part of that to themselves.
pub const LONGEST_MAIL: usize = 1_800;

/// What is put into words by the interface. Plain text throughout.
pub struct MailWords<'a> {
    /// The subject.
    pub subject: &'a str,
    /// What stands before the values.
    pub opening: &'a str,
    /// What stands at the end where values had to be cut: that the file, which is to be attached, has everything.
    pub cut: &'a str,
    /// A line of what a value is and the value: languages set the colon apart in their own ways.
    pub line: &'a dyn Fn(&str, &str) -> String,
    /// What a value is.
    pub label: &'a dyn Fn(Label) -> String,
    /// A value as people read it: the name of a country for its code, for instance.
    pub value: &'a dyn Fn(&Line) -> String,
}

/// Longest subject, in characters. One of letters that take nine characters in an address leaves room for the rest.
const LONGEST_SUBJECT: usize = 60;

/// A mail to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailDraft {
    /// The `mailto:` address.
    pub address: String,
    /// Whether values had to be cut: then the file has to be saved and attached.
    pub cut: bool,
}

/// The mail that delivers an entry: everything that was filled in, line by line, and at the end what was agreed to
/// and the key, which are always whole. What is too long for an address is cut, value by value, the longest first.
pub fn mail(entry: &Entry, to: &Email, words: &MailWords<'_>) -> MailDraft {
    let in_words = |line: Line| ((words.label)(line.label), (words.value)(&line));
    let lines: Vec<(String, String)> = entry.contents().lines().into_iter().map(in_words).collect();
    let mut end = String::new();
    let key = Line::new(Label::Key, entry.key().as_str());
    for line in entry.contents().record().into_iter().chain([key]) {
        let (label, value) = in_words(line);
        end.push('\n');
        end.push_str(&(words.line)(&label, &value));
    }
    end.push('\n');
    let start = start(to, words.subject);
    let written = |longest: usize, most: usize| {
        let mut text = words.opening.to_owned();
        text.push_str("\n\n");
        let mut cut = lines.len() > most;
        for (label, value) in lines.iter().take(most) {
            match value.char_indices().nth(longest) {
                Some((end, _)) => {
                    cut = true;
                    text.push_str(&(words.line)(label, &[&value[..end], "…"].concat()));
                }
                None => text.push_str(&(words.line)(label, value)),
            }
            text.push('\n');
        }
        if cut {
            text.push('\n');
            text.push_str(words.cut);
            text.push('\n');
        }
        text.push_str(&end);
        let mut address = start.clone();
        encode(&text, &mut address);
        MailDraft { address, cut }
    };
    let mut draft = written(usize::MAX, usize::MAX);
    for longest in [400, 200, 100, 60, 30] {
        if draft.address.len() <= LONGEST_MAIL {
            return draft;
        }
        draft = written(longest, usize::MAX);
    }
    // Twenty people in a script that takes nine characters a letter: then from the end, line by line.
    let mut most = lines.len();
    while draft.address.len() > LONGEST_MAIL && most > 0 {
        most -= 1;
        draft = written(30, most);
    }
    draft
}

/// The `mailto:` address of somebody, and nothing else: what looks like headers in it is part of the address.
///
/// ```
/// use cluster_atlas::signup::mail_to;
/// assert_eq!(mail_to("a+b@example.org"), "mailto:a%2Bb@example.org");
/// assert_eq!(mail_to("a@example.org?bcc=all@example.net"), "mailto:a%40example.org%3Fbcc%3Dall@example.net");
/// ```
pub fn mail_to(address: &str) -> String {
    let mut out = "mailto:".to_owned();
    recipient(address, &mut out);
    out
}

/// A mail that takes an entry back which was mailed or handed over.
pub fn withdrawal_mail(entry: &Entry, to: &Email, subject: &str, text: &str) -> MailDraft {
    let mut address = start(to, subject);
    encode(text, &mut address);
    encode("\n\n", &mut address);
    encode(entry.key().as_str(), &mut address);
    MailDraft { address, cut: false }
}

fn recipient(mail: &str, to: &mut String) {
    match mail.rsplit_once('@') {
        Some((name, host)) => {
            encode(name, to);
            to.push('@');
            encode(host, to);
        }
        None => encode(mail, to),
    }
}

fn start(to: &Email, subject: &str) -> String {
    let mut address = mail_to(to.as_str());
    address.push_str("?subject=");
    // A header is one line.
    let line: String = subject.chars().take(LONGEST_SUBJECT).collect();
    encode(&line.replace(['\r', '\n'], " "), &mut address);
    if line.len() < subject.len() {
        encode("…", &mut address);
    }
    address.push_str("&body=");
    address
}

/// Percent-encodes text whose lines end as mail wants it (RFC 6068, section 5).
fn encode(text: &str, to: &mut String) {
    percent::encode(&text.replace("\r\n", "\n").replace('\n', "\r\n"), b"", to);
}
