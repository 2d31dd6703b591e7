//! Feeds of calls, events and news, as Atom (RFC 4287), for those who would rather be told than look.
//!
//! Written when a dataset is published: by a build, or by the desk, for which every kilobyte is fetched. So it is written element
//! by element; the tests read it with a library that knows the format.

use crate::domain::{Call, CallStatus, CutOff, Day, Instant, LanguageTag, WebAddress};

/// What a feed says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedHead {
    /// Its title.
    pub title: String,
    /// The deployment that its entries are known by: [`Config::deployment`](super::Config::deployment).
    pub deployment: String,
    /// Who publishes it; a feed has to name an author.
    pub author: String,
    /// The language of its texts.
    pub language: LanguageTag,
    /// The day on which the dataset was published.
    pub published: Day,
    /// The address of the list that it follows, absolute or as seen from the feed; empty leaves it out.
    pub page: String,
    /// The feed's own address, where it is known; empty leaves it out.
    pub address: String,
}

impl FeedHead {
    fn identity(&self, of: &str) -> String {
        format!("urn:x-cluster-atlas:{}:{of}", self.deployment)
    }
}

/// What an entry says, in the feed's language. Empty texts are left out; an empty title is the call's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryWords {
    /// Its title.
    pub title: String,
    /// The next cut-off, and what the call is about.
    pub summary: String,
    /// What it belongs to.
    pub categories: Vec<String>,
    /// The call's page in this app, absolute or as seen from the feed; for calls without an official one.
    pub page: String,
}

/// A feed of the calls that are open or forthcoming at `now`: open ones by their next cut-off, forthcoming ones by
/// their opening.
///
/// Nothing in it is from the clock: an entry was last updated on the day it was published or, once that is past, the
/// day it opened; where neither is known, on the day the dataset was published. An entry is known by its deployment and
/// its call, so that readers of two deployments are not told of one and miss the other.
pub fn calls_feed<'a>(
    calls: impl IntoIterator<Item = &'a Call>,
    now: Instant,
    head: &FeedHead,
    words: &dyn Fn(&Call) -> EntryWords,
) -> String {
    let standing = |call: &Call| match call.status(now) {
        CallStatus::Open => {
            Some((0, call.next_cutoff(now).map_or(i64::MAX, |next| CutOff::closes(next).unix())))
        }
        CallStatus::Forthcoming => Some((1, call.opened().map_or(i64::MAX, Instant::unix))),
        CallStatus::Closed | CallStatus::Cancelled | CallStatus::Unknown => None,
    };
    let mut listed: Vec<_> = calls.into_iter().filter_map(|call| Some((standing(call)?, call))).collect();
    listed.sort_by_key(|(standing, call)| (*standing, &call.id));

    let entries = listed.into_iter().map(|(_, call)| {
        let words = words(call);
        let opened = call.opens.filter(|opens| Instant::start_of(*opens) <= now);
        Entry {
            identity: &format!("call:{}", call.id),
            title: if words.title.is_empty() { &call.title } else { &words.title },
            updated: call.published.max(opened).unwrap_or(head.published),
            published: call.published,
            page: call.url.as_ref().map_or(&words.page, WebAddress::as_str),
            words: &words,
        }
        .written(head)
    });
    feed("calls", head, entries)
}

/// What an entry of another feed says: its record, and the days on which that was published and last changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// What it is known by in its deployment: the kind of record and its identifier, as `event:ecc-2024`.
    pub identity: String,
    /// Its page elsewhere, where it has one.
    pub url: Option<WebAddress>,
    /// The day on which it was published, where that is known.
    pub published: Option<Day>,
    /// What it says; the title must not be empty.
    pub words: EntryWords,
}

/// A feed of entries in the order given. `name` is its own in a dataset, as `events`.
pub fn entries_feed(name: &str, head: &FeedHead, entries: Vec<FeedEntry>) -> String {
    let entries = entries.into_iter().map(|FeedEntry { identity, url, published, words }| {
        Entry {
            identity: &identity,
            title: &words.title,
            updated: published.unwrap_or(head.published),
            published,
            page: url.as_ref().map_or(&words.page, WebAddress::as_str),
            words: &words,
        }
        .written(head)
    });
    feed(name, head, entries)
}

fn feed(name: &str, head: &FeedHead, entries: impl Iterator<Item = String>) -> String {
    let mut feed = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"",
    );
    escape(head.language.as_str(), true, &mut feed);
    feed.push_str("\">\n");
    element("title", &head.title, &mut feed);
    element("id", &head.identity(&format!("feed:{name}")), &mut feed);
    element("updated", &start_of(head.published), &mut feed);
    feed.push_str("<author>");
    element("name", &head.author, &mut feed);
    feed.push_str("</author>\n");
    link("alternate", &head.page, &mut feed);
    link("self", &head.address, &mut feed);
    feed.extend(entries);
    feed + "</feed>\n"
}

/// An entry before it is written.
struct Entry<'a> {
    identity: &'a str,
    title: &'a str,
    updated: Day,
    published: Option<Day>,
    page: &'a str,
    words: &'a EntryWords,
}

impl Entry<'_> {
    fn written(&self, head: &FeedHead) -> String {
        let mut entry = String::from("<entry>\n");
        element("title", self.title, &mut entry);
        element("id", &head.identity(self.identity), &mut entry);
        element("updated", &start_of(self.updated), &mut entry);
        if let Some(published) = self.published {
            element("published", &start_of(published), &mut entry);
        }
        for term in self.words.categories.iter().filter(|term| !term.is_empty()) {
            entry.push_str("<category term=\"");
            escape(term, true, &mut entry);
            entry.push_str("\"/>\n");
        }
        link("alternate", self.page, &mut entry);
        if !self.words.summary.is_empty() {
            element("summary", &self.words.summary, &mut entry);
        }
        entry + "</entry>\n"
    }
}

/// A day of the data as a moment; days have no time, and the feed claims none but their beginning.
fn start_of(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

fn element(name: &str, text: &str, out: &mut String) {
    out.extend(["<", name, ">"]);
    escape(text, false, out);
    out.extend(["</", name, ">\n"]);
}

fn link(relation: &str, address: &str, out: &mut String) {
    if !address.is_empty() {
        out.push_str("<link href=\"");
        escape(address, true, out);
        out.extend(["\" rel=\"", relation, "\"/>\n"]);
    }
}

/// Text for XML 1.0, within an element or an attribute, without the characters that it cannot hold, escaped or not.
fn escape(text: &str, is_attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            // Readers make other white space of them.
            '\r' => out.push_str("&#13;"),
            '\n' if is_attribute => out.push_str("&#10;"),
            '\t' if is_attribute => out.push_str("&#9;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}
