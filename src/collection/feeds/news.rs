//! The news among the resources.

use crate::collection::{Collection, Resource, ResourceKind};
use crate::dataset::{EntryWords, FeedEntry, entries_feed};
use crate::domain::PartialDate;

use super::{Build, english};

/// Most pieces of news in the feed, the latest first.
const MOST_NEWS: usize = 50;

/// The news, the latest first.
pub(in crate::collection) fn news_atom(resources: &[Resource], build: &Build<'_>) -> String {
    let mut news: Vec<&Resource> = resources.iter().filter(|it| it.kind == ResourceKind::News).collect();
    news.sort_by_key(|it| (std::cmp::Reverse(it.date.map(PartialDate::first)), it.id.clone()));
    let entry = |it: &&Resource| FeedEntry {
        identity: format!("news:{}", it.id),
        url: it.url.clone(),
        // A month or a year is no day, and the feed claims none.
        published: it.date.and_then(PartialDate::day),
        words: EntryWords {
            title: it.title.clone(),
            summary: english(&it.summary).unwrap_or_default(),
            categories: Vec::new(),
            page: build.page_of(*it),
        },
    };
    let list = format!("{}?kind={}", Collection::Resources.about().path, ResourceKind::News.as_str());
    let head = build.feed_head("News", &list, "news.atom");
    entries_feed("news", &head, news.iter().take(MOST_NEWS).map(entry).collect())
}
