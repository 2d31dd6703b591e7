//! Web and mail addresses that are safe to put behind a link.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::text::{is_hidden, takes_no_room};

/// Why a text is not accepted as an address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// A scheme other than http or https: `javascript:`, `data:` and the like never become links.
    #[error("only https:// and http:// addresses are accepted")]
    Scheme,
    /// No host, or a host with characters that no host has.
    #[error("the address names no host")]
    Host,
    /// White space, control characters or characters that nobody sees inside.
    #[error("the address contains white space or control characters")]
    Character,
    /// Not an e-mail address by RFC 5322.
    #[error("this is not an e-mail address")]
    Email,
}

/// An `https://` or `http://` address with a host, without white space or control characters.
///
/// ```
/// use cluster_atlas::domain::WebAddress;
/// assert!("https://example.org/a?b=c".parse::<WebAddress>().is_ok());
/// assert!("javascript:alert(1)".parse::<WebAddress>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WebAddress(String);

impl WebAddress {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, for showing where a link leads.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }

    /// Whether others can open it: `localhost` and a name of one's own network are no public host.
    ///
    /// ```
    /// use cluster_atlas::domain::WebAddress;
    /// let is_public = |address: &str| address.parse::<WebAddress>().is_ok_and(|it| it.is_public());
    /// assert!(is_public("https://www.example.org:8080/a.b") && is_public("http://пример.бг"));
    /// assert!(!is_public("http://localhost/") && !is_public("http://127.0.0.1/") && !is_public("http://intranet.local"));
    /// ```
    pub fn is_public(&self) -> bool {
        let host =
            self.host().split(':').next().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
        let last = host.rsplit_once('.').map(|(_, last)| last);
        // A domain of the highest level has letters (RFC 3696); the other two are set aside (RFC 6761, RFC 6762).
        last.is_some_and(|last| last.contains(char::is_alphabetic) && !matches!(last, "local" | "localhost"))
    }
}

impl FromStr for WebAddress {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        if text.chars().any(|c| c.is_whitespace() || c.is_control() || takes_no_room(c)) {
            return Err(AddressError::Character);
        }
        let (scheme, _) = text.split_once("://").ok_or(AddressError::Scheme)?;
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            return Err(AddressError::Scheme);
        }
        let address = Self(text.to_owned());
        let host = address.host();
        // Credentials in an address are how a look-alike link is built.
        // A bracket is part of a numeric address only, and a colon without a port is a second scheme: "http://http://".
        let bracketed = |c: char| c.is_ascii_hexdigit() || matches!(c, ':' | '.');
        let numeric = host.strip_prefix('[').and_then(|host| host.split_once(']'));
        let fits = !host.is_empty()
            && !host.starts_with('.')
            && !host.contains("..")
            && !host.ends_with(':')
            && !host.contains(['@', '<', '>', '"', '\'', '\\'])
            && match numeric {
                Some((inner, _)) => !inner.is_empty() && inner.chars().all(bracketed),
                None => !host.contains(['[', ']']),
            };
        if fits { Ok(address) } else { Err(AddressError::Host) }
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// An e-mail address, checked by RFC 5322. Characters that nobody sees, which mail programs copy along before and behind
/// it, are taken off; nothing else is changed.
///
/// ```
/// let pasted = "\u{202a}name@example.org\u{200b}\u{202c}";
/// assert_eq!(pasted.parse::<cluster_atlas::domain::Email>().unwrap().as_str(), "name@example.org");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// The address in what somebody has typed or pasted into a form: without the characters in it that nobody sees, and
    /// without what stands around it in a link or in a line of a mail.
    ///
    /// ```
    /// use cluster_atlas::domain::Email;
    /// for typed in ["name@exa\u{ad}mple.org", "mailto:name@example.org", "A Name <name@example.org>", "name＠example.org"] {
    ///     assert_eq!(Email::typed(typed).unwrap().as_str(), "name@example.org", "{typed}");
    /// }
    /// ```
    pub fn typed(text: &str) -> Result<Self, AddressError> {
        // The last are tags, which are drawn by nothing.
        let is_unseen = |c: char| is_hidden(c) || takes_no_room(c) || matches!(c, '\u{e0000}'..='\u{e007f}');
        let seen = text.chars().filter(|c| !is_unseen(*c)).map(|c| if c == '＠' { '@' } else { c });
        let seen: String = seen.collect();
        let text = seen.trim();
        let text = match text.get(..7) {
            Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &text[7..],
            _ => text,
        };
        let inside = text.strip_suffix('>').and_then(|text| text.rsplit_once('<'));
        let text = inside.map_or(text, |(_, address)| address).trim();
        text.parse()
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || is_hidden(c) || takes_no_room(c));
        let options = email_address::Options::default().without_display_text().without_domain_literal();
        email_address::EmailAddress::parse_with_options(text, options).map_err(|_| AddressError::Email)?;
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
