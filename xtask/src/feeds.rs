//! `calls.atom` and `calls.ics`: what is open or forthcoming on the day of the build, for feed readers and calendars.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context;
use cluster_atlas::collection::Collection;
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

/// Writes both files into a build, whether or not anything is open: a reader that follows them must not lose them. Only
/// where no call has any date there is no calendar, because an empty one is not valid, and the page names none. A dataset that is elsewhere, or cannot be read, is not this build's to tell about.
pub fn write(dist: &Path, now: Instant) -> anyhow::Result<()> {
    let Some((config, manifest, calls)) = read(dist) else { return Ok(()) };
    let (atom, ics) = texts(&config, &manifest, &calls, now);
    let write = |file: &str, text: &str| {
        fs::write(dist.join(file), text).with_context(|| format!("{file} could not be written."))
    };
    write("calls.atom", &atom)?;
    if ics.contains("BEGIN:VEVENT") {
        return write("calls.ics", &ics);
    }
    let page = fs::read_to_string(dist.join("index.html")).context("index.html could not be read.")?;
    write("index.html", &without_calendar(&page))
}

/// A page without the link in its head that names the calendar.
fn without_calendar(page: &str) -> String {
    let element = page.find("href=\"calls.ics\"").and_then(|at| {
        let start = page[..at].rfind("<link")?;
        Some((start, at + page[at..].find('>')? + 1))
    });
    element.map_or_else(|| page.to_owned(), |(start, end)| [&page[..start], &page[end..]].concat())
}

fn read(dist: &Path) -> Option<(Config, Manifest, Vec<Call>)> {
    let bytes = |file: &str| fs::read(dist.join(file)).ok();
    let config = read_config(&Fetched::opened("config.json", &bytes("config.json")?)).ok()?.0;
    let manifest = read_manifest(&Fetched::opened(&config.dataset, &bytes(&config.dataset)?)).ok()?.0;
    let vocabularies = manifest.vocabularies.as_deref().and_then(|file| {
        let file = Manifest::resolve(&config.dataset, file);
        Some(read_vocabularies(&Fetched::opened(&file, &bytes(&file)?)).ok()?.0)
    });
    let calls = match manifest.collections.get("calls") {
        Some(file) => {
            let file = Manifest::resolve(&config.dataset, file);
            let vocabularies = vocabularies.unwrap_or_else(Vocabularies::default);
            read_calls(&Fetched::opened(&file, &bytes(&file)?), &vocabularies).ok()?.records
        }
        None => Vec::new(),
    };
    Some((config, manifest, calls))
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
        let (config, manifest, calls) = read(&public()).expect("the published dataset can be read");
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

    #[test]
    fn a_page_can_do_without_a_calendar() {
        let page = fs::read_to_string(crate::tools::root().join("index.html")).expect("the page");
        let without = without_calendar(&page);
        assert!(page.contains("calls.ics") && !without.contains("calls.ics"));
        assert!(
            without.contains("calls.atom") && without.matches('<').count() + 1 == page.matches('<').count()
        );
    }

    #[test]
    fn on_a_day_without_calls_the_feed_is_empty_and_the_calendar_has_the_latest_date() {
        let (config, manifest, calls) = read(&public()).expect("the published dataset can be read");
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
