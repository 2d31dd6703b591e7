//! What a dataset tells feed readers and calendars of: open calls, events ahead, news. A build writes these files, and the desk
//! packs them; their words are English, because one file serves all readers.

use crate::dataset::{
    CalendarHead, Config, EntryWords, EventWords, FeedEntry, FeedHead, Manifest, calls_calendar, calls_feed,
    entries_feed, events_calendar,
};
use crate::domain::{
    Call, CallStatus, CutOff, Event, EventDay, EventStatus, Instant, LocalText, PartialDate, Resource,
    ResourceKind,
};
use crate::route::Route;

use super::{Collection, CollectionRecord};

/// What there is to tell of; a collection that is elsewhere is not this dataset's to tell about.
#[derive(Default)]
pub struct Told {
    /// The deployment.
    pub config: Config,
    /// The dataset.
    pub manifest: Manifest,
    /// The calls.
    pub calls: Option<Vec<Call>>,
    /// The events.
    pub events: Option<Vec<Event>>,
    /// The resources, some of which are news.
    pub resources: Option<Vec<Resource>>,
}

impl Told {
    /// The files that are written beside the page.
    pub const FILES: [&'static str; 5] =
        ["calls.atom", "calls.ics", "events.atom", "events.ics", "news.atom"];

    /// What is to be written under the names of [`Self::FILES`] at a moment; `None` where that is nothing.
    pub fn texts(&self, now: Instant) -> [Option<String>; Self::FILES.len()] {
        let Self { config, manifest, .. } = self;
        let calls = self.calls.as_ref().map(|calls| calls_texts(config, manifest, calls, now)).unzip();
        let events = self.events.as_ref().map(|events| events_texts(config, manifest, events, now)).unzip();
        let news = self.resources.as_ref().map(|resources| news_text(config, manifest, resources));
        // An empty calendar is none.
        let dated = |ics: Option<String>| ics.filter(|ics| ics.contains("BEGIN:VEVENT"));
        [calls.0, dated(calls.1), events.0, dated(events.1), news]
    }
}

/// The page of a record, absolute or as seen from the feed.
fn page_of<R: CollectionRecord>(config: &Config, record: &R) -> String {
    let page = format!("index.html{}", Route::record(R::COLLECTION, record.id().as_str()).to_hash());
    config.absolute(&page)
}

/// What a feed says of itself.
fn feed_head(config: &Config, manifest: &Manifest, what: &str, list: &str, file: &str) -> FeedHead {
    FeedHead {
        title: format!("{what} – {}", config.title),
        deployment: config.deployment(),
        author: config.organiser.clone().unwrap_or_else(|| config.title.clone()),
        language: "en".parse().expect("two letters are a language"),
        published: manifest.published.unwrap_or_default(),
        page: config.absolute(&format!("index.html#/{list}")),
        address: config.absolute(file),
    }
}

/// What a calendar says of itself: the day of publication, not the moment of the build, so that the same data give the
/// same file.
fn calendar_head(config: &Config, manifest: &Manifest, what: &str) -> CalendarHead {
    let published = manifest.published.unwrap_or_default();
    CalendarHead {
        name: format!("{what} – {}", config.title),
        deployment: config.deployment(),
        stamp: Instant::start_of(published),
        sequence: CalendarHead::revision(published),
    }
}

/// The events that run or are ahead, the next one first.
fn events_texts(config: &Config, manifest: &Manifest, events: &[Event], now: Instant) -> (String, String) {
    let current = |event: &&Event| matches!(event.status(now), EventStatus::Running | EventStatus::Upcoming);
    let mut ahead: Vec<&Event> = events.iter().filter(current).collect();
    ahead.sort_by_key(|event| (event.begins(), event.id.clone()));
    let place = |event: &Event| {
        let parts = [&event.venue, &event.city].into_iter().flatten().cloned();
        parts.collect::<Vec<_>>().join(", ")
    };
    let entry = |event: &&Event| {
        let days = [event.begins(), event.ends()].map(|at| at.map(|at| at.in_brussels().day.to_string()));
        let when = match days {
            [Some(first), Some(last)] if first != last => format!("{first} to {last}."),
            [first, _] => first.map(|day| format!("{day}.")).unwrap_or_default(),
        };
        let parts = [when, place(event), english(&event.summary).unwrap_or_default()];
        FeedEntry {
            identity: format!("event:{}", event.id),
            url: event.url.clone(),
            published: None,
            words: EntryWords {
                title: event.title.clone(),
                summary: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
                categories: vec![event.kind.as_str().replace('_', " ")],
                page: page_of(config, *event),
            },
        }
    };
    let head = feed_head(config, manifest, "Events", Collection::Events.about().path, "events.atom");
    let atom = entries_feed("events", &head, ahead.iter().map(entry).collect());
    // A calendar has to hold something (RFC 5545, 3.6): with nothing ahead it is the latest of the archive.
    if ahead.is_empty() {
        ahead.extend(
            events.iter().filter(|event| event.begins().is_some()).max_by_key(|event| event.begins()),
        );
    }
    let words = |event: &Event, day: Option<&EventDay>| EventWords {
        summary: event.title.clone(),
        description: day
            .and_then(|day| day.note.clone())
            .into_iter()
            .chain(english(&event.summary))
            .collect::<Vec<_>>()
            .join("\n"),
        location: String::new(),
        categories: vec!["Event".to_owned()],
        page: page_of(config, event),
        tentative: false,
    };
    (atom, events_calendar(ahead, &calendar_head(config, manifest, "Events"), &words))
}

/// Most pieces of news in the feed, the latest first.
const MOST_NEWS: usize = 50;

/// The news, the latest first.
fn news_text(config: &Config, manifest: &Manifest, resources: &[Resource]) -> String {
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
            page: page_of(config, *it),
        },
    };
    let list = format!("{}?kind={}", Collection::Resources.about().path, ResourceKind::News.as_str());
    let head = feed_head(config, manifest, "News", &list, "news.atom");
    entries_feed("news", &head, news.iter().take(MOST_NEWS).map(entry).collect())
}

/// The feed and the calendar of the calls. Their words are English: one file serves all readers.
fn calls_texts(config: &Config, manifest: &Manifest, calls: &[Call], now: Instant) -> (String, String) {
    let feed = feed_head(config, manifest, "Open calls", Collection::Calls.about().path, "calls.atom");
    let atom = calls_feed(calls, now, &feed, &|call| EntryWords {
        title: call.title.clone(),
        summary: [Some(deadline(call, now)), english(&call.summary)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        categories: vec![call.issuer.clone()],
        page: page_of(config, call),
    });
    let current = |call: &&Call| matches!(call.status(now), CallStatus::Open | CallStatus::Forthcoming);
    let mut dated: Vec<&Call> = calls.iter().filter(current).collect();
    // A calendar has to hold something (RFC 5545, 3.6): with nothing ahead it is the latest of the archive.
    if dated.iter().all(|call| call.next_cutoff(now).is_none()) {
        dated = calls.iter().collect();
    }
    let head = calendar_head(config, manifest, "Open calls");
    let ics = calls_calendar(dated, now, &head, &|call, cutoff| EventWords {
        summary: format!("Cut-off: {}", call.title),
        description: [cutoff.note.clone(), untimed(cutoff), english(&call.summary)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n"),
        location: String::new(),
        categories: vec!["Open call".to_owned(), call.issuer.clone()],
        page: page_of(config, call),
        tentative: false,
    });
    (atom, ics)
}

/// A text in the language of the files, or the one that it has.
fn english(text: &LocalText) -> Option<String> {
    text.in_language("en").map(|(_, text)| text.to_owned())
}

fn untimed(cutoff: &CutOff) -> Option<String> {
    let said = "The source states no time; the day counts to its end in Brussels.";
    cutoff.time.is_none().then(|| said.to_owned())
}

/// Until when, in a sentence.
fn deadline(call: &Call, now: Instant) -> String {
    let next = call.next_cutoff(now).map(|cutoff| match cutoff.time {
        Some(time) => {
            let zone = cutoff.closes().in_brussels().zone();
            format!("Next cut-off: {}, {time} {zone}.", cutoff.date)
        }
        None => format!("Next cut-off: {} (time not stated).", cutoff.date),
    });
    let close = call.after_next(now).map(|(_, last)| format!("Closes {}.", last.date));
    let opens = call.opens.filter(|day| Instant::start_of(*day) > now).map(|day| format!("Opens {day}."));
    let told: Vec<String> = opens.into_iter().chain(next).chain(close).collect();
    if told.is_empty() { "The closing date is not stated.".to_owned() } else { told.join(" ") }
}
