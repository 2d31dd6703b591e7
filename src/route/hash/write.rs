//! Writing a hash: the shortest that gives the same route again.

use std::fmt::{self, Write as _};

use crate::domain::percent;
use crate::domain::{Day, decimal};

use super::parse::{mended, parts, trimmed};
use super::{Hash, Route};

impl Route {
    /// The shortest hash that gives this route again.
    pub fn to_hash(&self) -> Hash {
        let mut out = Writer(String::from("#/"));
        match self {
            Self::Find(params) => {
                out.0.push_str(params.collection.about().path);
                params.write(&mut out);
            }
            Self::Record { collection, id, at } => out.record(collection.about().record_path, id, *at),
            Self::Landscape(params) => params.write(&mut out),
            Self::Search { q, at } => {
                out.0.push_str("search");
                if !q.is_empty() {
                    out.pair("q", q);
                }
                out.day(*at);
            }
            Self::Mine { shared, search } => {
                out.0.push_str("mine");
                for (collection, ids) in shared {
                    out.list(collection.about().name, ids);
                }
                if let Some(search) = search {
                    out.pair("search", &search.to_hash());
                }
            }
            Self::Compare { ids } => {
                out.0.push_str("compare");
                out.list("ids", ids);
            }
            Self::Shortlist { ids } => {
                out.0.push_str("shortlist");
                out.list("ids", ids.as_deref().unwrap_or_default());
            }
            Self::AboutData => out.0.push_str("about-data"),
            Self::Desk => out.0.push_str("desk"),
            Self::SignUps => out.0.push_str("sign-ups"),
            Self::Embed { of, look } => {
                out.0.push_str("embed");
                if **of != Self::default() {
                    out.pair("of", &of.to_hash());
                }
                if let Some(look) = look {
                    out.pair("look", look);
                }
            }
            Self::SavedCalls { ids } => {
                out.0.push_str("saved-calls");
                out.list("ids", ids.as_deref().unwrap_or_default());
            }
            Self::SignUp { of, id, correct } => {
                out.record(of.about().record_path, id, None);
                out.0.push_str("/sign-up");
                if let Some(key) = correct {
                    out.pair("correct", key);
                }
            }
            Self::NewPartnerRequest { organisations, call, correct, like } => {
                out.0.push_str("partner-requests/new");
                out.list("for", organisations);
                if let Some(call) = call {
                    out.pair("call", call);
                }
                if let Some(key) = correct {
                    out.pair("correct", key);
                }
                if let Some(key) = like {
                    out.pair("like", key);
                }
            }
            Self::Profile { record, correct } => {
                match record {
                    Some(id) => {
                        out.path("profile", id);
                        out.0.push_str("/edit");
                    }
                    None => out.0.push_str("profile/new"),
                }
                if let Some(key) = correct {
                    out.pair("correct", key);
                }
            }
            // Where the path alone would be read as another one, the mark behind it says that it is all of it.
            Self::Unknown { path } if parts(path).0 != path || mended(path) != *path => {
                return format!("#{path}?=");
            }
            Self::Unknown { path } => return format!("#{path}"),
        }
        // A value may end in what would be taken for the end of the sentence around the link.
        if trimmed(&out.0) != out.0 {
            out.0.push(if out.0.contains('?') { '&' } else { '?' });
        }
        out.0
    }
}

/// Writes parameters after a path.
pub(in crate::route) struct Writer(String);

impl Writer {
    /// A path, and what it is about where that is not empty.
    pub(in crate::route) fn path(&mut self, path: &str, subject: &str) {
        self.0.push_str(path);
        if !subject.is_empty() {
            self.0.push('/');
            encode(subject, &mut self.0);
        }
    }

    fn record(&mut self, path: &str, id: &str, at: Option<Day>) {
        self.path(path, id);
        self.day(at);
    }

    fn day(&mut self, at: Option<Day>) {
        if let Some(at) = at {
            self.raw("at", format_args!("{at}"));
        }
    }

    fn separator(&mut self) {
        let sign = if self.0.contains('?') { '&' } else { '?' };
        self.0.push(sign);
    }

    pub(in crate::route) fn pair(&mut self, key: &str, value: &str) {
        self.separator();
        self.0.push_str(key);
        self.0.push('=');
        encode(value, &mut self.0);
    }

    pub(in crate::route) fn list(&mut self, key: &str, values: &[String]) {
        if values.is_empty() {
            return;
        }
        self.separator();
        self.0.push_str(key);
        self.0.push('=');
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            encode(value, &mut self.0);
        }
    }

    pub(in crate::route) fn raw(&mut self, key: &str, value: fmt::Arguments<'_>) {
        self.separator();
        // Writing to a String cannot fail.
        let _ = write!(self.0, "{key}={value}");
    }

    pub(in crate::route) fn numbers(&mut self, key: &str, numbers: &[f64]) {
        let texts: Vec<String> = numbers.iter().map(|number| decimal::written(*number)).collect();
        self.raw(key, format_args!("{}", texts.join(",")));
    }
}

/// What a fragment may show as it is (RFC 3986) beyond letters, without `&`, `=`, `+`, `,`.
fn encode(text: &str, out: &mut String) {
    percent::encode(text, b":@!", out);
    // At its end a full stop would be taken for that of a sentence around the link.
    if text.ends_with('.') {
        out.pop();
        out.push_str("%2E");
    }
}
