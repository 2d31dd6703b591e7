//! Feeds of calls, events and news, as Atom (RFC 4287), for those who would rather be told than look.
//!
//! Written when a dataset is published, never in the browser.

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Link, Person, Text, WriteConfig};

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

    let entries = listed.into_iter().map(|(_, call)| entry(call, now, head, &words(call))).collect();
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
    let entry = |FeedEntry { identity, url, published, words }: FeedEntry| Entry {
        id: head.identity(&identity),
        title: text(&words.title),
        updated: start_of(published.unwrap_or(head.published)),
        published: published.map(start_of),
        links: Vec::from_iter(link("alternate", url.as_ref().map_or(&words.page, WebAddress::as_str))),
        categories: categories(&words),
        summary: (!words.summary.is_empty()).then(|| text(&words.summary)),
        ..Entry::default()
    };
    feed(name, head, entries.into_iter().map(entry).collect())
}

fn feed(name: &str, head: &FeedHead, entries: Vec<Entry>) -> String {
    written(&Feed {
        id: head.identity(&format!("feed:{name}")),
        title: text(&head.title),
        lang: Some(head.language.as_str().to_owned()),
        updated: start_of(head.published),
        authors: vec![Person { name: held(&head.author), ..Person::default() }],
        links: link("alternate", &head.page).into_iter().chain(link("self", &head.address)).collect(),
        entries,
        ..Feed::default()
    })
}

fn categories(words: &EntryWords) -> Vec<Category> {
    let category = |term: &String| Category { term: held(term), ..Category::default() };
    words.categories.iter().filter(|term| !term.is_empty()).map(category).collect()
}

fn written(feed: &Feed) -> String {
    let config = WriteConfig { indent_size: Some(1), ..WriteConfig::default() };
    let bytes = feed.write_with_config(Vec::new(), config).expect("memory takes all that is written");
    String::from_utf8(bytes).expect("it is written from text")
}

fn entry(call: &Call, now: Instant, head: &FeedHead, words: &EntryWords) -> Entry {
    let opened = call.opens.filter(|opens| Instant::start_of(*opens) <= now);
    Entry {
        id: head.identity(&format!("call:{}", call.id)),
        title: text(if words.title.is_empty() { &call.title } else { &words.title }),
        updated: start_of(call.published.max(opened).unwrap_or(head.published)),
        published: call.published.map(start_of),
        links: Vec::from_iter(link("alternate", call.url.as_ref().map_or(&words.page, WebAddress::as_str))),
        categories: categories(words),
        summary: (!words.summary.is_empty()).then(|| text(&words.summary)),
        ..Entry::default()
    }
}

/// A day of the data as a moment; days have no time, and the feed claims none but their beginning.
fn start_of(day: Day) -> FixedDateTime {
    format!("{day}T00:00:00Z").parse().expect("a day is written as RFC 3339 has it")
}

fn link(relation: &str, address: &str) -> Option<Link> {
    (!address.is_empty()).then(|| Link { rel: relation.to_owned(), href: held(address), ..Link::default() })
}

fn text(text: &str) -> Text {
    held(text).into()
}

/// Text without the characters that XML 1.0 cannot hold, escaped or not.
fn held(text: &str) -> String {
    let holds = |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(holds).collect()
}
