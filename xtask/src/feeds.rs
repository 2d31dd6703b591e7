//! `calls.atom` and `calls.ics`: what is open or forthcoming on the day of the build, for feed readers and calendars.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context;
use cluster_atlas::collection::{Collection, CollectionRecord};
use cluster_atlas::dataset::{
    CalendarHead, Config, EntryWords, EventWords, FeedHead, Fetched, Manifest, calls_calendar, calls_feed,
    read_calls, read_config, read_manifest, read_vocabularies,
};
use cluster_atlas::domain::{Call, CallStatus, CutOff, Instant, Vocabularies};
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
    let read = read(dist).context("calls.atom and calls.ics could not be written")?;
    let (atom, ics) = if let Some((config, manifest, calls)) = read {
        let (atom, ics) = texts(&config, &manifest, &calls, now);
        (Some(atom), Some(ics).filter(|ics| ics.contains("BEGIN:VEVENT")))
    } else {
        eprintln!("  The dataset is not in this build, so there is no calls.atom and no calls.ics.");
        (None, None)
    };
    for (file, text) in [("calls.atom", atom), ("calls.ics", ics)] {
        match text {
            Some(text) => {
                fs::write(dist.join(file), text).with_context(|| format!("{file} could not be written."))?;
            }
            None => html = without(file, &html),
        }
    }
    fs::write(&page, html).context("index.html could not be written.")
}

/// A page without the link in its head that names a file.
fn without(file: &str, page: &str) -> String {
    let element = page.find(&format!("href=\"{file}\"")).and_then(|at| {
        let start = page[..at].rfind("<link")?;
        Some((start, at + page[at..].find('>')? + 1))
    });
    element.map_or_else(|| page.to_owned(), |(start, end)| [&page[..start], &page[end..]].concat())
}

/// The calls of a build, and what is said of them; `None` where they are not in it.
fn read(dist: &Path) -> anyhow::Result<Option<(Config, Manifest, Vec<Call>)>> {
    let opened = |file: &str| fs::read(dist.join(file)).with_context(|| format!("{file} could not be read."));
    let is_elsewhere = |file: &str| file.contains("://") || file.starts_with('/');
    if !dist.join("config.json").exists() {
        return Ok(None);
    }
    let (config, _) = read_config(&Fetched::opened("config.json", &opened("config.json")?))?;
    let dataset = &config.dataset;
    if is_elsewhere(dataset) || !dist.join(dataset).exists() {
        return Ok(None);
    }
    let (manifest, _) = read_manifest(&Fetched::opened(dataset, &opened(dataset)?))?;
    let file_of = |name: &String| Manifest::resolve(dataset, name);
    let vocabularies = match manifest.vocabularies.as_ref().map(file_of).filter(|file| !is_elsewhere(file)) {
        Some(file) => read_vocabularies(&Fetched::opened(&file, &opened(&file)?))?.0,
        None => Vocabularies::default(),
    };
    let mut calls = match manifest.collections.get("calls").map(file_of) {
        Some(file) if is_elsewhere(&file) => return Ok(None),
        Some(file) => read_calls(&Fetched::opened(&file, &opened(&file)?), &vocabularies)?.records,
        None => Vec::new(),
    };
    for call in &mut calls {
        call.seen_in(&manifest);
    }
    Ok(Some((config, manifest, calls)))
}

/// The feed and the calendar. Their words are English: one file serves all readers.
fn texts(config: &Config, manifest: &Manifest, calls: &[Call], now: Instant) -> (String, String) {
    let title = format!("Open calls – {}", config.title);
    let published = manifest.published.unwrap_or_default();
    let page = |call: &Call| {
        let route = Route::record(Collection::Calls, call.id.as_str());
        format!("index.html{}", route.to_hash())
    };
    let feed = FeedHead {
        title: title.clone(),
        author: config.organiser.clone().unwrap_or_else(|| config.title.clone()),
        language: "en".parse().expect("two letters are a language"),
        published,
        page: "index.html#/calls".to_owned(),
        address: "calls.atom".to_owned(),
    };
    let atom = calls_feed(calls, now, &feed, &|call| EntryWords {
        title: call.title.clone(),
        summary: [Some(deadline(call, now)), summary(call)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        categories: vec![call.issuer.clone()],
        page: page(call),
    });
    let current = |call: &&Call| matches!(call.status(now), CallStatus::Open | CallStatus::Forthcoming);
    let mut dated: Vec<&Call> = calls.iter().filter(current).collect();
    // A calendar has to hold something (RFC 5545, 3.6): with nothing ahead it is the latest of the archive.
    if dated.iter().all(|call| call.next_cutoff(now).is_none()) {
        dated = calls.iter().collect();
    }
    // The day of publication, not the moment of the build: the same data give the same file.
    let head = CalendarHead {
        name: title,
        stamp: Instant::start_of(published),
        sequence: CalendarHead::revision(published),
    };
    let ics = calls_calendar(dated, now, &head, &|call, cutoff| EventWords {
        summary: format!("Cut-off: {}", call.title),
        description: [cutoff.note.clone(), untimed(cutoff), summary(call)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n"),
        location: String::new(),
        categories: vec!["Open call".to_owned(), call.issuer.clone()],
        page: page(call),
        tentative: false,
    });
    (atom, ics)
}

fn summary(call: &Call) -> Option<String> {
    call.summary.in_language("en").map(|(_, text)| text.to_owned())
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
    use super::*;

    /// The published dataset as a build has it.
    fn public() -> std::path::PathBuf {
        crate::tools::root().join("public")
    }

    #[test]
    fn the_published_calls_of_a_day_are_in_both_files() {
        let (config, manifest, calls) = read(&public()).expect("it can be read").expect("it is there");
        let now = Instant::start_of("2024-02-21".parse().expect("a day"));
        let (atom, ics) = texts(&config, &manifest, &calls, now);
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
        for file in ["config.json", "data/atlas.json", "data/calls.json", "data/vocabularies.json"] {
            fs::copy(public().join(file), dist.join(file)).expect("a published file");
        }
        for (file, text) in files {
            fs::write(dist.join(file), text).expect("another file");
        }
        dist
    }

    /// Whether a build has the feed and the calendar, which is whether its page names them.
    fn written(dist: &Path) -> [bool; 2] {
        let page = fs::read_to_string(dist.join("index.html")).expect("the page");
        ["calls.atom", "calls.ics"].map(|file| {
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
            ("whole", [].as_slice(), [true, true]),
            ("undated", &[("data/calls.json", NO_DATES)], [true, false]),
            (
                "elsewhere",
                &[("config.json", r#"{"dataset":"https://example.org/atlas.json"}"#)],
                [false, false],
            ),
            ("later", &[("config.json", r#"{"dataset":"later/atlas.json"}"#)], [false, false]),
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
            assert_eq!(format!("{error:#}"), format!("calls.atom and calls.ics could not be written: {why}"));
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
        let (config, manifest, calls) = read(&public()).expect("it can be read").expect("it is there");
        let now = Instant::start_of("2099-01-01".parse().expect("a day"));
        let (atom, ics) = texts(&config, &manifest, &calls, now);
        assert!(atom.contains("<feed") && !atom.contains("<entry>"));
        let latest = calls.iter().flat_map(|call| &call.cutoffs).map(|cutoff| cutoff.date).max();
        let latest = latest.expect("some call has a cut-off").to_string().replace('-', "");
        assert_eq!(ics.matches("BEGIN:VEVENT").count(), 1, "a calendar of nothing is none");
        assert!(
            ics.contains(&format!("DTSTART:{latest}"))
                || ics.contains(&format!("DTSTART;VALUE=DATE:{latest}"))
        );
    }
}
