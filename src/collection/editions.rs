//! Which events are editions of one series, and which of them come after one.
//!
//! The data name no series. Two events are taken for editions of one where their kind is a series itself, as the EU
//! Clusters Talks, or where kind and name are the same but for years, numbers and ordinals ("European Cluster Conference
//! 2022" and "… 2024"). Of any other event nothing is said.

use crate::domain::{Event, EventKind, EventStatus, Instant};
use crate::explore::fold;

use super::related::span;
use super::{Body, Collection, Phrase, Section, Shown};

/// How many editions are named; that there are more is said.
const MOST: usize = 5;
/// A name of fewer words without its numbers is too common to tell a series by.
const FEWEST_WORDS: usize = 2;
/// Ordinals as words, and what goes with them, folded.
const ORDINALS: [&str; 11] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "edition",
];

/// The series that an event is an edition of, as far as its kind and its name tell: equal for editions of one.
fn series(event: &Event) -> Option<String> {
    let kind = event.kind.as_str();
    if matches!(event.kind, EventKind::ClustersTalk | EventKind::ClustersMeetRegions | EventKind::C2Lab) {
        return Some(kind.to_owned());
    }
    let title = fold(&event.title);
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit()) || ORDINALS.contains(word);
    let words: Vec<&str> = title.split(' ').filter(|word| !is_number(word)).collect();
    (words.len() >= FEWEST_WORDS).then(|| [kind, " ", &words.join(" ")].concat())
}

/// The editions that come after an event, the next one first: those that are not over, or where all are, the ones that
/// came after it. Says so where the series is known to have no later one; `None` where no series is known.
pub fn next_editions<'a>(
    event: &Event,
    all: impl IntoIterator<Item = &'a Event>,
    now: Instant,
) -> Option<Section> {
    let (series_of, begins) = (series(event)?, event.begins()?);
    let others = all.into_iter().filter(|other| other.id != event.id);
    let others: Vec<&Event> = others.filter(|other| series(other).as_ref() == Some(&series_of)).collect();
    if others.is_empty() {
        return None;
    }
    let later = others.into_iter().filter(|other| other.begins().is_some_and(|at| at > begins));
    let mut later: Vec<&Event> = later.collect();
    if later.iter().any(|other| other.status(now) != EventStatus::Past) {
        later.retain(|other| other.status(now) != EventStatus::Past);
    }
    later.sort_by_key(|other| (other.begins(), &other.id));
    let more = later.len().saturating_sub(MOST);
    let mut shown: Vec<Shown> = later.into_iter().take(MOST).map(edition).collect();
    if shown.is_empty() {
        shown.push(Phrase::Message("event-editions-none").into());
    }
    if more > 0 {
        let count = Phrase::Number(more as f64);
        shown.push(Phrase::With("event-editions-more", vec![("count", count)]).into());
    }
    shown.push(Phrase::Message("event-editions-rule").into());
    Some(Section { heading: Some("event-editions"), body: Body::List(shown) })
}

/// An edition with its date, as exactly as it is known.
fn edition(event: &Event) -> Shown {
    let title = Some(event.title.clone());
    let shown = Shown::Record(Collection::Events, event.id.as_str().to_owned(), title);
    let day = event.days.iter().map(|day| day.date).min().map(Phrase::Day);
    match day.or_else(|| span(event.start, event.end)) {
        Some(date) => shown.remarked(date),
        None => shown,
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::dataset::{Fetched, read_events};
    use crate::domain::Vocabularies;

    fn events(records: &[(&str, &str, &str, &str)]) -> Vec<Event> {
        let records = records.iter().map(|(id, title, kind, start)| {
            let mut record = serde_json::json!({ "id": id, "title": title, "kind": kind });
            if !start.is_empty() {
                record["start"] = (*start).into();
            }
            record
        });
        let file = serde_json::json!({
            "format": "cluster-atlas/events/1", "records": records.collect::<Vec<_>>()
        });
        let loaded =
            read_events(&Fetched::opened("e", file.to_string().as_bytes()), &Vocabularies::default());
        let loaded = loaded.expect("readable");
        assert_eq!(loaded.report.findings, []);
        loaded.records
    }

    /// What is listed after an event: identifiers and keys.
    fn listed(events: &[Event], id: &str, day: &str) -> Option<Vec<String>> {
        let event = events.iter().find(|event| event.id.as_str() == id).expect("an event");
        let now = Instant::start_of(day.parse().expect("a day"));
        let Body::List(all) = next_editions(event, events, now)?.body else { panic!("a list") };
        let name = |shown: Shown| match shown {
            Shown::Remarked(of, _) => match *of {
                Shown::Record(_, id, _) => id,
                other => panic!("{other:?}"),
            },
            Shown::Words(Phrase::Message(key) | Phrase::With(key, _)) => key.to_owned(),
            other => panic!("{other:?}"),
        };
        let mut all: Vec<String> = all.into_iter().map(name).collect();
        assert_eq!(all.pop().as_deref(), Some("event-editions-rule"), "how it is known is said");
        Some(all)
    }

    #[test]
    fn editions_have_one_name_but_for_years_and_numbers() {
        let all = events(&[
            ("c22", "European Cluster Conference 2022", "conference", "2022-09-26"),
            ("c24", "European Cluster Conference 2024", "conference", "2024-05-07"),
            ("c26", "6th European Cluster Conference, sixth edition", "conference", "2026"),
            ("m24", "Matchmaking at the European Cluster Conference 2024", "matchmaking", "2024-05-08"),
            ("w24", "European Cluster Conference 2024", "workshop", "2024-05-08"),
            ("s1", "Summit 2024", "conference", "2024-01-01"),
            ("s2", "Summit 2025", "conference", "2025-01-01"),
            ("none", "European Cluster Conference 2030", "conference", ""),
        ]);
        let ids = |list: &[&str]| Some(list.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
        assert_eq!(listed(&all, "c22", "2023-01-01"), ids(&["c24", "c26"]));
        assert_eq!(listed(&all, "c22", "2025-01-01"), ids(&["c26"]), "one is ahead");
        assert_eq!(listed(&all, "c22", "2030-01-01"), ids(&["c24", "c26"]), "all are over");
        assert_eq!(listed(&all, "c26", "2030-01-01"), ids(&["event-editions-none"]));
        // Another kind is another series, a word alone is no name, and what has no date has no place in time.
        for id in ["m24", "w24", "s1", "none"] {
            assert_eq!(listed(&all, id, "2020-01-01"), None, "{id}");
        }
    }

    #[test]
    fn a_series_of_a_kind_names_the_next_ones_and_how_many_more_there_are() {
        let days = ["01", "02", "03", "04", "05", "06", "07", "08"];
        let made: Vec<[String; 2]> =
            days.iter().map(|day| [format!("t{day}"), format!("2024-01-{day}")]).collect();
        let records: Vec<_> =
            made.iter().map(|[id, day]| (id.as_str(), "Talk", "clusters_talk", day.as_str())).collect();
        let all = events(&records);
        let given = listed(&all, "t01", "2024-01-01").expect("a series");
        assert_eq!(given, ["t02", "t03", "t04", "t05", "t06", "event-editions-more"]);
        assert_eq!(listed(&all, "t07", "2024-01-01").expect("a series"), ["t08"]);
    }
}
