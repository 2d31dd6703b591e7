//! `calls.atom` and `calls.ics`: what is open or forthcoming on the day of the build, for feed readers and calendars.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context;
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

/// Writes both files into a build. A dataset without calls gets them too, with nothing in them: a reader that follows
/// the feed must not lose it. A dataset that is elsewhere, or cannot be read, is not this build's to tell about.
pub fn write(dist: &Path, now: Instant) -> anyhow::Result<()> {
    let Some((config, manifest, calls)) = read(dist) else { return Ok(()) };
    let (atom, ics) = texts(&config, &manifest, &calls, now);
    for (file, text) in [("calls.atom", atom), ("calls.ics", ics)] {
        fs::write(dist.join(file), text).with_context(|| format!("{file} could not be written."))?;
    }
    Ok(())
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
        let route = Route::Call { id: call.id.as_str().to_owned(), at: None };
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
    let current =
        calls.iter().filter(|call| matches!(call.status(now), CallStatus::Open | CallStatus::Forthcoming));
    // The day of publication, not the moment of the build: the same data give the same file.
    let head = CalendarHead {
        name: title,
        stamp: Instant::start_of(published),
        sequence: CalendarHead::revision(published),
    };
    let ics = calls_calendar(current, now, &head, &|call, cutoff| EventWords {
        summary: format!("Cut-off: {}", call.title),
        description: [cutoff.note.clone(), untimed(cutoff), summary(call)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n"),
        location: String::new(),
        categories: vec!["Open call".to_owned(), call.issuer.clone()],
        page: page(call),
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
    let opens = call.opens.filter(|day| Instant::start_of(*day) > now).map(|day| format!("Opens {day}."));
    let told: Vec<String> = opens.into_iter().chain(next).collect();
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
        assert!(atom.contains("Next cut-off: 2024-02-29 (time not stated)."));
        assert!(ics.contains("DTSTART;VALUE=DATE:20240229"));
    }

    #[test]
    fn on_a_day_without_calls_both_are_there_and_empty() {
        let (config, manifest, calls) = read(&public()).expect("the published dataset can be read");
        let now = Instant::start_of("2099-01-01".parse().expect("a day"));
        let (atom, ics) = texts(&config, &manifest, &calls, now);
        assert!(atom.contains("<feed") && !atom.contains("<entry>"));
        assert!(ics.starts_with("BEGIN:VCALENDAR") && !ics.contains("BEGIN:VEVENT"));
    }
}
