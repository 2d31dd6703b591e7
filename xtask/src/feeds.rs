//! Feeds and calendars of what is open or ahead on the day of the build, for feed readers and calendar programs: those that
//! the registry names (`CollectionRecord::FEEDS`).

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context;
use cluster_atlas::collection::{Build, Collection, CollectionRecord, Visit};
use cluster_atlas::domain::Instant;

use crate::built::Dataset;

/// This moment.
pub fn now() -> Instant {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Instant::from_unix(i64::try_from(seconds).unwrap_or(i64::MAX))
}

/// Writes them into a build, whether or not anything is open: a reader that follows them must not lose them. The page names
/// those that are written and no others. A dataset that is elsewhere is not this build's to tell about, and where
/// nothing has any date there is no calendar, because an empty one is not valid; one that is in the build and cannot be
/// read is a fault of the build.
pub fn write(dist: &Path, now: Instant) -> anyhow::Result<()> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page).context("index.html could not be read.")?;
    let told = Dataset::read(dist).context("The feeds and calendars could not be written")?;
    match &told {
        None => eprintln!("  The dataset is not in this build, so there are no feeds and no calendars."),
        Some(Dataset { config, .. }) if config.address.is_none() => {
            eprintln!(
                "  config.json names no `address`, so the links in feeds and calendars are relative. Feed readers know where \
                 a feed is from; most calendar programs do not, and their links lead nowhere."
            );
        }
        Some(_) => {}
    }
    for collection in Collection::ALL {
        let texts = collection.visit(Texts { told: told.as_ref(), now });
        for (file, text) in texts.context("The feeds and calendars could not be written")? {
            match text {
                Some(text) => {
                    let written = fs::write(dist.join(file), text);
                    written.with_context(|| format!("{file} could not be written."))?;
                }
                None => html = without(file, &html),
            }
        }
    }
    fs::write(&page, html).context("index.html could not be written.")
}

/// The feeds and calendars of a collection, each with its text; `None` where there is nothing to tell of.
struct Texts<'a> {
    told: Option<&'a Dataset>,
    now: Instant,
}

impl Visit for Texts<'_> {
    type Output = anyhow::Result<Vec<(&'static str, Option<String>)>>;

    fn visit<R: CollectionRecord>(self) -> Self::Output {
        let Self { told, now } = self;
        let records = match told {
            // Whoever has no feed is not read for one.
            Some(told) if !R::FEEDS.is_empty() => told.records::<R>()?.map(|records| (told, records)),
            _ => None,
        };
        let text = |file: &str| {
            let (Dataset { config, manifest, .. }, records) = records.as_ref()?;
            R::feed(file, records, &Build { config, manifest, now })
        };
        Ok(R::FEEDS.iter().map(|(file, _)| (*file, text(file))).collect())
    }
}

/// A page without the link in its head that names a file.
fn without(file: &str, page: &str) -> String {
    let element = page.find(&format!("href=\"{file}\"")).and_then(|at| {
        let start = page[..at].rfind("<link")?;
        Some((start, at + page[at..].find('>')? + 1))
    });
    element.map_or_else(|| page.to_owned(), |(start, end)| [&page[..start], &page[end..]].concat())
}

#[cfg(test)]
mod tests {
    use cluster_atlas::collection::{Resource, ResourceKind};
    use cluster_atlas::domain::{Call, CallStatus, Event, EventStatus};

    use super::*;

    /// The feeds and calendars that the pages of a collection lead to.
    struct Led;

    impl Visit for Led {
        type Output = &'static [(&'static str, &'static str)];

        fn visit<R: CollectionRecord>(self) -> Self::Output {
            R::FEEDS
        }
    }

    /// Every feed and calendar, in the order of the registry.
    fn files() -> Vec<&'static str> {
        let led = Collection::ALL.iter().flat_map(|collection| collection.visit(Led));
        led.map(|(file, _)| *file).collect()
    }

    #[test]
    fn the_page_links_every_feed_and_calendar_and_no_other() {
        let page = fs::read_to_string(crate::tools::root().join("index.html")).expect("the page");
        let linked: Vec<&str> = page
            .split("rel=\"alternate\" href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(linked, files());
    }

    /// The published dataset as a build has it.
    fn public() -> std::path::PathBuf {
        crate::tools::root().join("public")
    }

    /// The published records of a collection, and what is written of them at a moment.
    fn published<R: CollectionRecord>(day: &str) -> (Vec<R>, impl Fn(&[R], &str) -> Option<String>) {
        let told = Dataset::read(&public()).expect("it can be read").expect("it is there");
        let records = told.records::<R>().expect("they can be read").expect("they are there");
        let now = Instant::start_of(day.parse().expect("a day"));
        let text = move |records: &[R], file: &str| {
            R::feed(file, records, &Build { config: &told.config, manifest: &told.manifest, now })
        };
        (records, text)
    }

    #[test]
    fn every_file_that_the_registry_names_has_a_text() {
        struct Written;
        impl Visit for Written {
            type Output = ();
            fn visit<R: CollectionRecord>(self) {
                if R::FEEDS.is_empty() {
                    return;
                }
                let (records, text) = published::<R>("2024-02-21");
                for (file, _) in R::FEEDS {
                    assert!(text(&records, file).is_some(), "{file}");
                }
                assert!(text(&records, "another.atom").is_none());
            }
        }
        for collection in Collection::ALL {
            collection.visit(Written);
        }
    }

    #[test]
    fn the_published_calls_of_a_day_are_in_both_files() {
        let (calls, text) = published::<Call>("2024-02-21");
        let now = Instant::start_of("2024-02-21".parse().expect("a day"));
        let (atom, ics) =
            (text(&calls, "calls.atom").expect("it is"), text(&calls, "calls.ics").expect("it is"));
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
    fn written(dist: &Path) -> Vec<bool> {
        let page = fs::read_to_string(dist.join("index.html")).expect("the page");
        let is_written = |file: &str| {
            let exists = dist.join(file).exists();
            assert_eq!(exists, page.contains(&format!("href=\"{file}\"")), "{file}");
            exists
        };
        files().into_iter().map(is_written).collect()
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
        let (calls, text) = published::<Call>("2099-01-01");
        let (atom, ics) =
            (text(&calls, "calls.atom").expect("it is"), text(&calls, "calls.ics").expect("it is"));
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
        let (events, text) = published::<Event>("2024-05-01");
        let now = Instant::start_of("2024-05-01".parse().expect("a day"));
        let atom = text(&events, "events.atom").expect("it is");
        let ahead = events
            .iter()
            .filter(|event| matches!(event.status(now), EventStatus::Running | EventStatus::Upcoming));
        assert_eq!(atom.matches("<entry>").count(), ahead.count());
        assert!(atom.contains("urn:x-cluster-atlas:cluster-atlas:event:ecc-2024"));
        assert!(text(&events, "events.ics").expect("it is").contains("UID:event+ecc-2024+"));
        let (events, late) = published::<Event>("2099-01-01");
        assert!(!late(&events, "events.atom").expect("it is").contains("<entry>"));
        assert!(late(&events, "events.ics").is_some(), "a calendar of nothing is none");
        let (resources, text) = published::<Resource>("2024-05-01");
        let news = text(&resources, "news.atom").expect("it is");
        let all = resources.iter().filter(|it| it.kind == ResourceKind::News).count();
        assert_eq!(news.matches("<entry>").count(), all.min(50), "the latest fifty");
        assert!(news.contains("index.html#/resources?kind=news"));
    }
}
