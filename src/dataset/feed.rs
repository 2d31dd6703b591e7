//! A feed of calls, as Atom (RFC 4287), for those who would rather be told than look.
//!
//! Written when a dataset is published, never in the browser.

use crate::domain::{Call, CallStatus, CutOff, Day, Instant, LanguageTag, WebAddress};

/// What a feed says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedHead {
    /// Its title.
    pub title: String,
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
/// day it opened; where neither is known, on the day the dataset was published. An entry is known by its call alone,
/// so that every deployment of the dataset tells a feed reader of the same one.
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

    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"",
    );
    attribute("xml:lang", head.language.as_str(), &mut out);
    out.push_str(">\n");
    element("id", "urn:x-cluster-atlas:feed:calls", &mut out);
    element("title", &head.title, &mut out);
    element("updated", &start_of(head.published), &mut out);
    out.push_str("<author>");
    element("name", &head.author, &mut out);
    out.push_str("</author>\n");
    link("alternate", &head.page, &mut out);
    link("self", &head.address, &mut out);
    for (_, call) in listed {
        entry(call, now, head, &words(call), &mut out);
    }
    out.push_str("</feed>\n");
    out
}

fn entry(call: &Call, now: Instant, head: &FeedHead, words: &EntryWords, out: &mut String) {
    let opened = call.opens.filter(|opens| Instant::start_of(*opens) <= now);
    let updated = call.published.max(opened).unwrap_or(head.published);
    out.push_str("<entry>\n");
    let mut id = String::from("urn:x-cluster-atlas:call:");
    id.push_str(call.id.as_str());
    element("id", &id, out);
    element("title", if words.title.is_empty() { &call.title } else { &words.title }, out);
    element("updated", &start_of(updated), out);
    if let Some(published) = call.published {
        element("published", &start_of(published), out);
    }
    link("alternate", call.url.as_ref().map_or(&words.page, WebAddress::as_str), out);
    for category in words.categories.iter().filter(|category| !category.is_empty()) {
        out.push_str("<category");
        attribute("term", category, out);
        out.push_str("/>\n");
    }
    if !words.summary.is_empty() {
        element("summary", &words.summary, out);
    }
    out.push_str("</entry>\n");
}

/// A day of the data as a moment; days have no time, and the feed claims none but their beginning.
fn start_of(day: Day) -> String {
    let mut text = day.to_string();
    text.push_str("T00:00:00Z");
    text
}

fn element(name: &str, text: &str, out: &mut String) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape(text, out);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

fn attribute(name: &str, text: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(text, out);
    out.push('"');
}

fn link(relation: &str, address: &str, out: &mut String) {
    if !address.is_empty() {
        out.push_str("<link");
        attribute("rel", relation, out);
        attribute("href", address, out);
        out.push_str("/>\n");
    }
}

/// Writes text so that it means itself, in elements and in attributes; what XML 1.0 cannot hold is left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // White space of these kinds would be read as a plain space in attributes, and as \n in text.
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}
