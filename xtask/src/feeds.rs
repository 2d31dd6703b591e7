//! `calls.atom` and `calls.ics`: what is open or forthcoming on the day of the build, for feed readers and calendars; beside
//! them `events.atom` and `events.ics`, and `news.atom`.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context;
use cluster_atlas::collection::{Collection, CollectionRecord};
use cluster_atlas::dataset::{
    CalendarHead, Config, EntryWords, EventWords, FeedEntry, FeedHead, Fetched, Manifest, calls_calendar,
    calls_feed, entries_feed, events_calendar, read_config, read_manifest, read_vocabularies,
};
use cluster_atlas::domain::{
    Call, CallStatus, CutOff, Event, EventDay, EventStatus, Instant, LocalText, PartialDate, Resource,
    ResourceKind, Vocabularies,
};
use cluster_atlas::route::Route;

/// This moment.
pub fn now() -> Instant {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Instant::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX))
}

/// Writes both files into a build, whether or not anything is open: a reader that follows them must not lose them. The
/// page names those that are written and no others. A dataset that is elsewhere is not this build's to tell about, and
/// where no call has any date there is no calendar, because an empty one is not valid; one that is in the build and
/// cannot be read is a fault of the build.
pub fn write(dist: &Path, now: Instant) -> anyhow::Result<()> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page).context("index.html could not be read.")?;
    let told = read(dist).context("The feeds and calendars could not be written")?;
    if told.is_none() {
        eprintln!("  The dataset is not in this build, so there are no feeds and no calendars.");
    }
    let texts = told.map_or([const { None }; FILES.len()], |told| told.texts(now));
    for (file, text) in FILES.into_iter().zip(texts) {
        match text {
            Some(text) => {
                fs::write(dist.join(file), text).with_context(|| format!("{file} could not be written."))?;
            }
            None => html = without(file, &html),
        }
    }
    fs::write(&page, html).context("index.html could not be written.")
}

/// What is written into a build.
const FILES: [&str; 5] = ["calls.atom", "calls.ics", "events.atom", "events.ics", "news.atom"];

/// A page without the link in its head that names a file.
fn without(file: &str, page: &str) -> String {
    let element = page.find(&format!("href=\"{file}\"")).and_then(|at| {
        let start = page[..at].rfind("<link")?;
        Some((start, at + page[at..].find('>')? + 1))
    });
    element.map_or_else(|| page.to_owned(), |(start, end)| [&page[..start], &page[end..]].concat())
}

/// What a build has to tell of; a collection that is elsewhere is not this build's to tell about.
struct Told {
    config: Config,
    manifest: Manifest,
    calls: Option<Vec<Call>>,
    events: Option<Vec<Event>>,
    resources: Option<Vec<Resource>>,
}

impl Told {
    /// What is to be written under the names of [`FILES`].
    fn texts(&self, now: Instant) -> [Option<String>; FILES.len()] {
        let Self { config, manifest, .. } = self;
        if config.address.is_none() {
            eprintln!(
                "  config.json names no `address`, so the links in feeds and calendars are relative. Feed readers know where \
                 a feed is from; most calendar programs do not, and their links lead nowhere."
            );
            if config.id.is_none() {
                eprintln!(
                    "  It names no `id` either, so entries of feeds and calendars are known by the title ({}): a reader that \
                     follows two sites of one title takes their entries for the same.",
                    config.deployment()
                );
            }
        }
        let calls = self.calls.as_ref().map(|calls| calls_texts(config, manifest, calls, now)).unzip();
        let events = self.events.as_ref().map(|events| events_texts(config, manifest, events, now)).unzip();
        let news = self.resources.as_ref().map(|resources| news_text(config, manifest, resources));
        // An empty calendar is none.
        let dated = |ics: Option<String>| ics.filter(|ics| ics.contains("BEGIN:VEVENT"));
        [calls.0, dated(calls.1), events.0, dated(events.1), news]
    }
}

/// What is in a build; `None` where its dataset is elsewhere.
fn read(dist: &Path) -> anyhow::Result<Option<Told>> {
    if !dist.join("config.json").exists() {
        return Ok(None);
    }
    let (config, _) = read_config(&Fetched::opened("config.json", &opened(dist, "config.json")?))?;
    let dataset = &config.dataset;
    if is_elsewhere(dataset) || !dist.join(dataset).exists() {
        return Ok(None);
    }
    let (manifest, _) = read_manifest(&Fetched::opened(dataset, &opened(dist, dataset)?))?;
    let vocabularies = match &manifest.vocabularies {
        Some(name) if !is_elsewhere(&Manifest::resolve(dataset, name)) => {
            let file = Manifest::resolve(dataset, name);
            read_vocabularies(&Fetched::opened(&file, &opened(dist, &file)?))?.0
        }
        _ => Vocabularies::default(),
    };
    let (calls, events, resources) = (
        records::<Call>(dist, dataset, &manifest, &vocabularies)?,
        records::<Event>(dist, dataset, &manifest, &vocabularies)?,
        records::<Resource>(dist, dataset, &manifest, &vocabularies)?,
    );
    Ok(Some(Told { config, manifest, calls, events, resources }))
}

fn opened(dist: &Path, file: &str) -> anyhow::Result<Vec<u8>> {
    fs::read(dist.join(file)).with_context(|| format!("{file} could not be read."))
}

fn is_elsewhere(file: &str) -> bool {
    file.contains("://") || file.starts_with('/')
}

/// The records of a collection; none where the dataset has none, `None` where they are elsewhere.
fn records<R: CollectionRecord>(
    dist: &Path,
    dataset: &str,
    manifest: &Manifest,
    vocabularies: &Vocabularies,
) -> anyhow::Result<Option<Vec<R>>> {
    let name = manifest.collections.get(R::COLLECTION.about().name);
    let Some(file) = name.map(|name| Manifest::resolve(dataset, name)) else { return Ok(Some(Vec::new())) };
    if is_elsewhere(&file) {
        return Ok(None);
    }
    let mut records = R::read(&Fetched::opened(&file, &opened(dist, &file)?), vocabularies)?.records;
    for record in &mut records {
        record.seen_in(manifest);
    }
    Ok(Some(records))
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use cluster_atlas::collection::Visit;

    use super::*;

    /// The feeds and calendars that the pages of a collection lead to.
    struct Led;

    impl Visit for Led {
        type Output = &'static [(&'static str, &'static str)];

        fn visit<R: CollectionRecord>(self) -> Self::Output {
            R::FEEDS
        }
    }

    #[test]
    fn pages_lead_to_what_is_written_and_to_all_of_it() {
        let led = Collection::ALL.iter().flat_map(|collection| collection.visit(Led));
        assert_eq!(led.map(|(file, _)| *file).collect::<BTreeSet<_>>(), BTreeSet::from(FILES));
    }

    /// The published dataset as a build has it.
    fn public() -> std::path::PathBuf {
        crate::tools::root().join("public")
    }

    #[test]
    fn the_published_calls_of_a_day_are_in_both_files() {
        let Told { config, manifest, calls, .. } =
            read(&public()).expect("it can be read").expect("it is there");
        let calls = calls.expect("they are there");
        let now = Instant::start_of("2024-02-21".parse().expect("a day"));
        let (atom, ics) = calls_texts(&config, &manifest, &calls, now);
        let open = calls
            .iter()
            .filter(|call| matches!(call.status(now), CallStatus::Open | CallStatus::Forthcoming));
        assert_eq!(atom.matches("<entry>").count(), open.count());
        assert!(atom.contains("PIMAP4Sustainability: upskilling and reskilling projects"));
        assert!(atom.contains("Next cut-off: 2024-02-29 (time not stated). Closes 2024-04-30."));
        assert!(ics.contains("DTSTART;VALUE=DATE:20240229"));
    }

    /// A build in a folder of its own, with these files instead of the published ones.
    fn build(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let dist = std::env::temp_dir().join(format!("cluster-atlas-feeds-{name}-{}", std::process::id()));
        fs::create_dir_all(dist.join("data")).expect("a folder");
        fs::copy(crate::tools::root().join("index.html"), dist.join("index.html")).expect("the page");
        let data =
            ["calls", "events", "resources", "atlas", "vocabularies"].map(|name| format!("data/{name}.json"));
        for file in data.iter().map(String::as_str).chain(["config.json"]) {
            fs::copy(public().join(file), dist.join(file)).expect("a published file");
        }
        for (file, text) in files {
            fs::write(dist.join(file), text).expect("another file");
        }
        dist
    }

    /// Which feeds and calendars a build has, which are those that its page names.
    fn written(dist: &Path) -> [bool; FILES.len()] {
        let page = fs::read_to_string(dist.join("index.html")).expect("the page");
        FILES.map(|file| {
            let exists = dist.join(file).exists();
            assert_eq!(exists, page.contains(&format!("href=\"{file}\"")), "{file}");
            exists
        })
    }

    const NO_DATES: &str =
        r#"{"format":"cluster-atlas/calls/1","records":[{"id":"a","title":"T","deadline_known":false}]}"#;

    #[test]
    fn the_page_names_what_is_written_and_nothing_else() {
        for (name, files, expected) in [
            ("whole", [].as_slice(), [true; 5]),
            ("undated", &[("data/calls.json", NO_DATES)], [true, false, true, true, true]),
            ("elsewhere", &[("config.json", r#"{"dataset":"https://example.org/atlas.json"}"#)], [false; 5]),
            ("later", &[("config.json", r#"{"dataset":"later/atlas.json"}"#)], [false; 5]),
        ] {
            let dist = build(name, files);
            write(&dist, now()).unwrap_or_else(|error| panic!("{name}: {error:#}"));
            assert_eq!(written(&dist), expected, "{name}");
            let tags = |page: &Path| fs::read_to_string(page).expect("the page").matches('<').count();
            let left_out = expected.iter().filter(|written| !**written).count();
            let whole = tags(&crate::tools::root().join("index.html"));
            assert_eq!(tags(&dist.join("index.html")) + left_out, whole, "{name}");
            fs::remove_dir_all(&dist).expect("the folder can go");
        }
    }

    #[test]
    fn a_dataset_that_cannot_be_read_fails_the_build_and_says_which_file() {
        for (name, file, text, why) in [
            ("config", "config.json", "{", "config.json ends in the middle"),
            ("manifest", "data/atlas.json", "[]", "data/atlas.json is not in the format expected"),
            ("calls", "data/calls.json", "<!doctype html>", "data/calls.json is a web page, not data"),
            (
                "terms",
                "data/vocabularies.json",
                "nonsense",
                "data/vocabularies.json is no valid JSON (line 1, column 2)",
            ),
        ] {
            let dist = build(name, &[(file, text)]);
            let error = write(&dist, now()).expect_err(name);
            assert_eq!(format!("{error:#}"), format!("The feeds and calendars could not be written: {why}"));
            fs::remove_dir_all(&dist).expect("the folder can go");
        }
        let dist = build("missing", &[]);
        fs::remove_file(dist.join("data/calls.json")).expect("the file can go");
        let error = format!("{:#}", write(&dist, now()).expect_err("the manifest names it"));
        assert!(error.contains("data/calls.json could not be read."), "{error}");
        fs::remove_dir_all(&dist).expect("the folder can go");
    }

    #[test]
    fn on_a_day_without_calls_the_feed_is_empty_and_the_calendar_has_the_latest_date() {
        let Told { config, manifest, calls, .. } =
            read(&public()).expect("it can be read").expect("it is there");
        let calls = calls.expect("they are there");
        let now = Instant::start_of("2099-01-01".parse().expect("a day"));
        let (atom, ics) = calls_texts(&config, &manifest, &calls, now);
        assert!(atom.contains("<feed") && !atom.contains("<entry>"));
        let latest = calls.iter().flat_map(|call| &call.cutoffs).map(|cutoff| cutoff.date).max();
        let latest = latest.expect("some call has a cut-off").to_string().replace('-', "");
        assert_eq!(ics.matches("BEGIN:VEVENT").count(), 1, "a calendar of nothing is none");
        assert!(
            ics.contains(&format!("DTSTART:{latest}"))
                || ics.contains(&format!("DTSTART;VALUE=DATE:{latest}"))
        );
    }

    #[test]
    fn events_ahead_and_the_latest_news_are_told() {
        let Told { config, manifest, events, resources, .. } =
            read(&public()).expect("it can be read").expect("it is there");
        let (events, resources) = (events.expect("events"), resources.expect("resources"));
        let now = Instant::start_of("2024-05-01".parse().expect("a day"));
        let (atom, ics) = events_texts(&config, &manifest, &events, now);
        let ahead = events
            .iter()
            .filter(|event| matches!(event.status(now), EventStatus::Running | EventStatus::Upcoming));
        assert_eq!(atom.matches("<entry>").count(), ahead.count());
        assert!(atom.contains("urn:x-cluster-atlas:cluster-atlas:event:ecc-2024"));
        assert!(ics.contains("UID:event+ecc-2024+"));
        let late = Instant::start_of("2099-01-01".parse().expect("a day"));
        let (atom, ics) = events_texts(&config, &manifest, &events, late);
        assert!(!atom.contains("<entry>") && ics.contains("BEGIN:VEVENT"), "a calendar of nothing is none");
        let news = news_text(&config, &manifest, &resources);
        let all = resources.iter().filter(|it| it.kind == ResourceKind::News).count();
        assert_eq!(news.matches("<entry>").count(), all.min(MOST_NEWS));
        assert!(news.contains("index.html#/resources?kind=news"));
    }
}
