//! The figures as bench/RESULTS.md: what was aimed at first, then everything.

use super::figures::{Check, Dataset, Figures, Map, Sides, Time};
use crate::sizes::{Load, Weighed};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The size that the targets are about.
const LARGE: usize = 100_000;
/// The size of the real dataset.
const SMALL: usize = 1_445;

/// The report, in Markdown.
pub fn written(figures: &Figures, commit: &str, sent: &[Load], peers: &[Weighed]) -> String {
    let mut report = String::from(
        "# What was measured\n\nWritten by `cargo xtask bench`. What is compared, and why it is fair, is in \
         [README.md](README.md).\n\n",
    );
    report += &circumstances(figures, commit);
    if let Some(dataset) = of_size(figures, LARGE) {
        report += &against_targets(dataset);
    }
    report += &budgets(figures);
    for dataset in &figures.sizes {
        report += &everything(dataset);
    }
    report += &answers(&figures.sizes);
    report += &weights(sent, peers);
    report
}

fn of_size(figures: &Figures, records: usize) -> Option<&Dataset> {
    figures.sizes.iter().find(|dataset| dataset.records == records)
}

fn circumstances(figures: &Figures, commit: &str) -> String {
    let Figures { browser, processor, processors, clock_ms, runs, .. } = figures;
    let peer = |name: &str| figures.peers.get(name).map_or("?", String::as_str);
    let thorough = if figures.quick { " (a quick look, too few for a figure to quote)" } else { "" };
    format!(
        "| | |\n| --- | --- |\n| commit | {commit} |\n| browser | Chromium {browser}, headless, one run, one page \
         per dataset |\n| machine | {processors} processors, {processor} |\n| peers | ItemsJS {}, MiniSearch {}, \
         supercluster {} |\n| runs | medians of {} for each question and {} for each index build, after warming \
         up; all sides take turns{thorough} |\n| clock | steps of {} ms |\n\n\
         Times are noisy here: between two runs of this command they differ by a third and more, because the \
         machine is shared. Only the ratios within one run count. Behind each time stands the middle half of its \
         runs.\n\n",
        peer("itemsjs"),
        peer("minisearch"),
        peer("supercluster"),
        runs.asking,
        runs.building,
        number(*clock_ms),
    )
}

/// One line of a comparison.
struct Line {
    work: String,
    ours: Time,
    peer: &'static str,
    theirs: Time,
}

impl Line {
    fn new(
        work: impl Into<String>,
        (ours, side): (&Sides, &str),
        peer: &'static str,
        names: &[&str],
    ) -> Option<Self> {
        let theirs: Option<Vec<Time>> = names.iter().map(|name| ours.get(*name).copied()).collect();
        let theirs = theirs?.into_iter().reduce(together)?;
        Some(Self { work: work.into(), ours: *ours.get(side)?, peer, theirs })
    }

    fn ratio(&self) -> f64 {
        self.ours.median / self.theirs.median
    }

    fn row(&self) -> String {
        let Self { work, ours, peer, theirs } = self;
        format!("| {work} | {} | {peer} | {} | {} |\n", time(*ours), time(*theirs), ratio(self.ratio()))
    }
}

/// Two pieces of work, one after the other.
fn together(one: Time, other: Time) -> Time {
    Time {
        first: one.first + other.first,
        median: one.median + other.median,
        low: one.low + other.low,
        high: one.high + other.high,
    }
}

const ALL_PEERS: &[&str] = &["itemsjs", "minisearch", "supercluster"];
const HEAD: &str =
    "| work | ours, ms | peer | peer, ms | ours / peer |\n| --- | ---: | --- | ---: | ---: |\n";

fn building(sides: &Sides, side: &str, work: &str) -> Option<Line> {
    Line::new(work, (sides, side), "ItemsJS + MiniSearch + supercluster", ALL_PEERS)
}

fn filters(dataset: &Dataset, side: &str) -> Vec<Line> {
    let line = |(name, sides): (&String, &Sides)| {
        Line::new(format!("one filter change: {}", spoken(name)), (sides, side), "ItemsJS", &["itemsjs"])
    };
    dataset.filter.iter().filter_map(line).collect()
}

fn texts(dataset: &Dataset, side: &str) -> Vec<Line> {
    let ours = (&dataset.text, side);
    let lines = [
        Line::new("one text query", ours, "MiniSearch, prefix and fuzzy", &["minisearch"]),
        Line::new("one text query", ours, "MiniSearch, fuzzy only where nothing is found", &["in_turn"]),
        Line::new("one text query with counts", ours, "MiniSearch, then ItemsJS", &["with_counts"]),
    ];
    lines.into_iter().flatten().collect()
}

/// Clustering a filtered set on one of our sides, against supercluster alone.
fn clusterings(maps: &BTreeMap<String, Map>, side: &str) -> Vec<Line> {
    let line = |map: &Map| Line::new("", (&map.times, side), "supercluster", &["supercluster"]);
    maps.values().filter_map(line).collect()
}

fn against_targets(dataset: &Dataset) -> String {
    let mut text = format!(
        "## Against the first targets, {} records\n\nThe worst line of each kind counts.\n\n\
         | work | worst ratio | target | |\n| --- | ---: | ---: | --- |\n",
        thousands(LARGE)
    );
    let mut target = |work: &str, lines: Vec<Line>, limit: f64| {
        let worst = lines.iter().map(Line::ratio).fold(f64::NAN, f64::max);
        let verdict = if worst <= limit { "reached" } else { "**missed**" };
        let _ = writeln!(text, "| {work} | {} | ≤ {limit} | {verdict} |", ratio(worst));
    };
    target("index build / the peers' sum", building(&dataset.build, "ours", "").into_iter().collect(), 0.25);
    target("one filter change with counts / ItemsJS", filters(dataset, "ours"), 0.1);
    // With counts is another question; the target is about the text alone.
    let alone = texts(dataset, "ours").into_iter().take(2).collect();
    target("one text query (ours with counts) / MiniSearch", alone, 0.5);
    let (shared, apart) = (&dataset.map, &dataset.own_points.map);
    target("clustering a filtered set / rebuilding supercluster", clusterings(shared, "ours_bubbles"), 0.05);
    let with_filter = "the same, with our filtering, counting and sorting on top and none on the peer's side";
    target(with_filter, clusterings(shared, "ours"), 0.05);
    target("the same, every record on a point of its own", clusterings(apart, "ours"), 0.05);
    let both = |map: &Map| Line::new("", (&map.times, "ours"), "", &["itemsjs", "supercluster"]);
    let whole = shared.values().chain(apart.values()).filter_map(both).collect();
    target("the whole change of a filter, map included / ItemsJS, then supercluster", whole, 0.05);
    text += "\nThe last three lines go beyond the target, which is about clustering: there ours also finds the \
             matches, counts every facet and sorts the list.\n";
    text + "\n"
}

fn budgets(figures: &Figures) -> String {
    let mut text = String::from(
        "## Against the budgets\n\nAbsolute times, so read them with the machine in mind. Only the index's work is in \
         them; what the page draws is not.\n\n\
         | work | ms | at most | |\n| --- | ---: | ---: | --- |\n",
    );
    let mut budget = |work: String, time: Option<Time>, limit: f64| {
        let Some(taken) = time else { return };
        let verdict = if taken.median <= limit { "kept" } else { "**exceeded**" };
        let _ = writeln!(text, "| {work} | {} | {limit} | {verdict} |", self::time(taken));
    };
    for (records, limit) in [(SMALL, 4.0), (LARGE, 16.0)] {
        let Some(dataset) = of_size(figures, records) else { continue };
        let maps = dataset.map.values().chain(dataset.own_points.map.values());
        let slowest = maps.filter_map(|map| map.times.get("ours").copied());
        let slowest = slowest.max_by(|a, b| a.median.total_cmp(&b.median));
        let work =
            format!("one filter change with counts, list and map, slowest, {} records", thousands(records));
        budget(work, slowest, limit);
    }
    let build = of_size(figures, LARGE).and_then(|dataset| dataset.build.get("ours").copied());
    budget(format!("index build, {} records", thousands(LARGE)), build, 250.0);
    text + "\n"
}

fn everything(dataset: &Dataset) -> String {
    let mut text = format!(
        "## {} records\n\nIn {} places, as in the real listing many on one point.\n\n{HEAD}",
        thousands(dataset.records),
        thousands(dataset.places)
    );
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(building(&dataset.build, "ours", "index build"));
    lines.extend(filters(dataset, "ours"));
    lines.extend(texts(dataset, "ours"));
    text.extend(lines.iter().map(Line::row));
    text += "\n";
    text += &on_the_map(dataset);

    let parts: Vec<String> = ALL_PEERS
        .iter()
        .filter_map(|name| dataset.build.get(*name).map(|time| format!("{name} {}", number(time.median))))
        .collect();
    let first = |name: &str| dataset.build.get(name).map_or(f64::NAN, |time| time.first);
    let _ = writeln!(
        text,
        "The peers' index builds are {} ms. The very first builds of the page, before any warming up and measured \
         once: ours {} ms, the peers' {} ms.\n",
        parts.join(", "),
        number(first("ours")),
        number(ALL_PEERS.iter().map(|name| first(name)).sum()),
    );
    text + &for_speed(dataset)
}

/// Clustering alone, where both sides have the filtered set, and the whole change of a filter.
fn on_the_map(dataset: &Dataset) -> String {
    let mut text = "Clustering a filtered set anew (ms): ours, supercluster, and supercluster built for this one zoom \
                    only. Then the whole change of the filter (ms): ours finds, counts, sorts and clusters; beside \
                    it supercluster alone once more, which is handed the matches, and ItemsJS and supercluster \
                    together.\n\n\
                    | filtered set | points | ours | supercluster | ratio | one zoom | ratio | ours, whole change | \
                    ratio to supercluster | ItemsJS + supercluster | ratio |\n\
                    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for (maps, own) in [(&dataset.map, ""), (&dataset.own_points.map, ", on points of their own")] {
        for (name, Map { points, times }) in maps {
            let median = |side: &str| times.get(side).map_or(f64::NAN, |time| time.median);
            let (alone, whole) = (median("ours_bubbles"), median("ours"));
            let (every_zoom, one_zoom) = (median("supercluster"), median("one_zoom"));
            let both = median("itemsjs") + every_zoom;
            let cells = [
                format!("{}{own}", spoken(name)),
                thousands(*points),
                number(alone),
                number(every_zoom),
                ratio(alone / every_zoom),
                number(one_zoom),
                ratio(alone / one_zoom),
                number(whole),
                ratio(whole / every_zoom),
                number(both),
                ratio(whole / both),
            ];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
    }
    text + "\n"
}

/// The same index compiled for speed, where that was measured.
fn for_speed(dataset: &Dataset) -> String {
    let speedy = |sides: &Sides, ours: &str, speed: &str| Some((*sides.get(ours)?, *sides.get(speed)?));
    let mut rows = vec![("index build".to_owned(), speedy(&dataset.build, "ours", "speed"))];
    rows.extend(dataset.filter.iter().map(|(name, sides)| {
        (format!("one filter change: {}", spoken(name)), speedy(sides, "ours", "speed"))
    }));
    rows.push(("one text query".to_owned(), speedy(&dataset.text, "ours", "speed")));
    rows.extend(dataset.map.iter().map(|(name, map)| {
        (format!("cluster {}", spoken(name)), speedy(&map.times, "ours_bubbles", "speed_bubbles"))
    }));
    let known: Vec<(String, (Time, Time))> =
        rows.into_iter().filter_map(|(work, both)| Some((work, both?))).collect();
    if known.is_empty() {
        return String::new();
    }
    let mut text = "The same compiled for speed (`opt-level = 3`), which is not what is sent:\n\n\
                    | work | as sent, ms | for speed, ms | speed / sent |\n| --- | ---: | ---: | ---: |\n"
        .to_owned();
    for (work, (sent, speed)) in known {
        let part = ratio(speed.median / sent.median);
        let _ = writeln!(text, "| {work} | {} | {} | {part} |", time(sent), time(speed));
    }
    text + "\n"
}

fn answers(datasets: &[Dataset]) -> String {
    let checks: Vec<(usize, &Check)> = datasets
        .iter()
        .flat_map(|dataset| dataset.check.iter().map(|check| (dataset.records, check)))
        .collect();
    let different: Vec<_> = checks.iter().filter(|(_, check)| !check.same).collect();
    let mut text = format!(
        "## The same answers\n\nOf {} questions, {} have the same answer on both sides: for filters the number of \
         matches, every count of every facet and the first fifty in order; for texts the same records; for maps the \
         same number of records in the bubbles of the whole world.\n\n",
        checks.len(),
        checks.len() - different.len(),
    );
    if different.is_empty() {
        return text;
    }
    text += "| records | question | ours | peer | differs in |\n| ---: | --- | ---: | ---: | --- |\n";
    for (records, Check { kind, what, ours, peers, differs, .. }) in different {
        let what = what.as_str().map_or_else(|| what.to_string(), str::to_owned);
        let differs = if differs.is_empty() { "the number" } else { differs };
        let records = thousands(*records);
        let _ = writeln!(text, "| {records} | {kind}: {what} | {ours} | {peers} | {differs} |");
    }
    text + "\nWhere only ours finds a misspelt word, it stands at the beginning of a longer one: MiniSearch forgives \
            slips in whole words only.\n\n"
}

fn weights(sent: &[Load], peers: &[Weighed]) -> String {
    let mut text = String::new();
    let head = "| | raw, bytes | brotli, bytes | |\n| --- | ---: | ---: | --- |\n";
    if !sent.is_empty() {
        text += "## What is sent\n\nThe release build; brotli at its highest quality.\n\n";
        text += head;
    }
    for load in sent {
        let (raw, brotli) = load.total();
        let verdict = if load.total().1 <= load.target { "kept" } else { "**exceeded**" };
        let (title, limit) = (load.title, load.target / 1000);
        let (raw, brotli) = (thousands(raw), thousands(brotli));
        let _ = writeln!(text, "| **{title}** | **{raw}** | **{brotli}** | at most {limit} KB: {verdict} |");
        for Weighed { file, raw, brotli } in &load.files {
            let _ = writeln!(text, "| {} | {} | {} | |", plain(file), thousands(*raw), thousands(*brotli));
        }
    }
    if !sent.is_empty() {
        text += "\n";
    }
    text += "## What the peers would add\n\nTheir files as npm publishes them, which is how they were measured \
             (MiniSearch's is not minified). None of them is sent.\n\n";
    text += head;
    for Weighed { file, raw, brotli } in peers {
        let _ = writeln!(text, "| {file} | {} | {} | |", thousands(*raw), thousands(*brotli));
    }
    text
}

/// A file's name without the hash that every build changes.
fn plain(file: &str) -> String {
    let Some((name, rest)) = file.rsplit_once('-') else { return file.to_owned() };
    let hash = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
    if hash < 10 { file.to_owned() } else { format!("{name}{}", &rest[hash..]) }
}

fn spoken(set: &str) -> &'static str {
    match set {
        "country" => "a country",
        "ecosystem" => "an ecosystem",
        "several" => "several choices",
        "most" => "nearly everything",
        _ => "something",
    }
}

fn time(time: Time) -> String {
    format!("{} ({} to {})", number(time.median), number(time.low), number(time.high))
}

/// Milliseconds with three digits that count.
fn number(milliseconds: f64) -> String {
    match milliseconds {
        time if time < 1.0 => format!("{time:.3}"),
        time if time < 10.0 => format!("{time:.2}"),
        time if time < 100.0 => format!("{time:.1}"),
        time => thousands(time.round() as usize),
    }
}

fn ratio(ratio: f64) -> String {
    if ratio < 0.1 { format!("{ratio:.3}") } else { format!("{ratio:.2}") }
}

/// A whole number with commas between the thousands.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap_or_default())
        .collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_that_count() {
        assert_eq!([0.0214, 3.456, 35.61, 1_940.9].map(number), ["0.021", "3.46", "35.6", "1,941"]);
        assert_eq!([0.0171, 0.127].map(ratio), ["0.017", "0.13"]);
        assert_eq!([7, 1_445, 1_000_000].map(thousands), ["7", "1,445", "1,000,000"]);
    }

    #[test]
    fn files_go_by_their_name_without_the_hash() {
        assert_eq!(plain("cluster-atlas-0123456789abcdef_bg.wasm"), "cluster-atlas_bg.wasm");
        assert_eq!(plain("base-0123456789abcde.css"), "base.css");
        assert_eq!(plain("vendor/leaflet/leaflet.js"), "vendor/leaflet/leaflet.js");
    }

    #[test]
    fn a_sum_of_peers_needs_all_of_them() {
        let time = |median| Time { first: 9.0, median, low: median, high: median };
        let mut sides = Sides::from([("ours".to_owned(), time(1.0)), ("itemsjs".to_owned(), time(2.0))]);
        assert!(building(&sides, "ours", "").is_none());
        sides.insert("minisearch".to_owned(), time(5.0));
        sides.insert("supercluster".to_owned(), time(1.0));
        assert!((building(&sides, "ours", "").unwrap().ratio() - 0.125).abs() < 1e-12);
    }
}
