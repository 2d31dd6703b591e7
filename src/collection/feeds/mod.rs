//! What a build writes of a collection for feed readers and calendars, on the host alone. Their words are English: one file
//! serves all readers. Which files there are says `CollectionRecord::FEEDS`.

mod calls;
mod events;
mod news;

use crate::dataset::{CalendarHead, Config, FeedHead, Manifest};
use crate::domain::{Instant, LocalText};
use crate::route::Route;

use super::CollectionRecord;

pub(super) use calls::{calls_atom, calls_ics};
pub(super) use events::{events_atom, events_ics};
pub(super) use news::news_atom;

/// What a feed or a calendar is written for.
#[derive(Debug, Clone, Copy)]
pub struct Build<'a> {
    /// The deployment's settings.
    pub config: &'a Config,
    /// The dataset's manifest.
    pub manifest: &'a Manifest,
    /// The moment of the build.
    pub now: Instant,
}

impl Build<'_> {
    /// The page of a record, absolute or as seen from the feed.
    fn page_of<R: CollectionRecord>(&self, record: &R) -> String {
        let page = format!("index.html{}", Route::record(R::COLLECTION, record.id().as_str()).to_hash());
        self.config.absolute(&page)
    }

    /// What a feed says of itself: what is in it, the address of its list, its own name.
    fn feed_head(&self, what: &str, list: &str, file: &str) -> FeedHead {
        let config = self.config;
        FeedHead {
            title: format!("{what} – {}", config.title),
            deployment: config.deployment(),
            author: config.organiser.clone().unwrap_or_else(|| config.title.clone()),
            language: "en".parse().expect("two letters are a language"),
            published: self.manifest.published.unwrap_or_default(),
            page: config.absolute(&format!("index.html#/{list}")),
            address: config.absolute(file),
        }
    }

    /// What a calendar says of itself: the day of publication, not the moment of the build, so that the same data give
    /// the same file.
    fn calendar_head(&self, what: &str) -> CalendarHead {
        let published = self.manifest.published.unwrap_or_default();
        CalendarHead {
            name: format!("{what} – {}", self.config.title),
            deployment: self.config.deployment(),
            stamp: Instant::start_of(published),
            sequence: CalendarHead::revision(published),
        }
    }
}

/// A calendar, unless it is empty, which is none (RFC 5545, 3.6).
fn dated(calendar: String) -> Option<String> {
    Some(calendar).filter(|text| text.contains("BEGIN:VEVENT"))
}

/// A text in the language of the files, or the one that it has.
fn english(text: &LocalText) -> Option<String> {
    text.in_language("en").map(|(_, text)| text.to_owned())
}
