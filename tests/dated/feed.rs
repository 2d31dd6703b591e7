//! What we write as Atom, another library reads as we meant it.

use atom_syndication::Feed;
use cluster_atlas::dataset::{EntryWords, FeedHead, calls_feed};
use cluster_atlas::domain::Call;
use proptest::prelude::*;

use crate::records::{at, call, closing};

fn head() -> FeedHead {
    FeedHead {
        title: "Open calls".into(),
        deployment: "clusters.example".into(),
        author: "Cluster Atlas".into(),
        language: "en".parse().expect("a language"),
        published: "2024-02-20".parse().expect("a day"),
        page: "../#/calls".into(),
        address: String::new(),
    }
}

fn words_of(call: &Call) -> EntryWords {
    EntryWords {
        summary: call.issuer.clone(),
        categories: vec!["Open call".into()],
        page: format!("../#/calls/{}", call.id),
        ..EntryWords::default()
    }
}

fn read(calls: &[Call]) -> Feed {
    let feed = calls_feed(calls, at("2024-02-21", "12:00"), &head(), &words_of);
    Feed::read_from(feed.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{feed}"))
}

#[test]
fn what_is_open_comes_before_what_is_forthcoming_and_the_rest_is_left_out() {
    let opens = |call: Call, day: &str| Call { opens: day.parse().ok(), ..call };
    let feed = read(&[
        opens(call("forthcoming-later"), "2024-05-01"),
        call("endless"),
        closing(call("closed"), "2024-02-20"),
        closing(call("open-later"), "2024-06-01"),
        Call { cancelled: true, ..closing(call("cancelled"), "2024-06-01") },
        opens(call("forthcoming"), "2024-02-22"),
        Call { opens: None, ..call("unknown") },
        closing(call("open"), "2024-02-21"),
    ]);
    let ids: Vec<&str> = feed.entries().iter().map(atom_syndication::Entry::id).collect();
    let expected = ["open", "open-later", "endless", "forthcoming", "forthcoming-later"];
    assert_eq!(ids, expected.map(|id| format!("urn:x-cluster-atlas:clusters.example:call:{id}")));
    assert_eq!(feed.id(), "urn:x-cluster-atlas:clusters.example:feed:calls");
    assert_eq!(feed.lang(), Some("en"));
    assert_eq!(feed.updated().to_rfc3339(), "2024-02-20T00:00:00+00:00");
    assert_eq!(feed.authors()[0].name(), "Cluster Atlas");
}

#[test]
fn an_entry_was_updated_when_the_data_says_so() {
    let dated = |id: &str, published: &str, opens: &str| Call {
        published: published.parse().ok(),
        opens: opens.parse().ok(),
        ..call(id)
    };
    let feed = read(&[
        dated("a", "2024-01-01", ""),
        dated("b", "2024-01-01", "2024-02-01"),
        dated("c", "2024-01-01", "2024-03-01"),
        closing(dated("d", "", ""), "2024-03-01"),
    ]);
    let updated = |id: &str| {
        let entry = feed.entries().iter().find(|entry| entry.id().ends_with(id)).expect("it is listed");
        entry.updated().to_rfc3339()[..10].to_owned()
    };
    assert_eq!(["a", "b", "c", "d"].map(updated), ["2024-01-01", "2024-02-01", "2024-01-01", "2024-02-20"]);
}

#[test]
fn an_entry_leads_to_the_official_page_or_else_to_ours() {
    let official = "https://example.org/call?a=1&b=\"2\"";
    let feed = read(&[call("a"), Call { url: official.parse().ok(), ..call("b") }]);
    let links: Vec<&str> = feed.entries().iter().map(|entry| entry.links()[0].href()).collect();
    assert_eq!(links, ["../#/calls/a", official]);
}

proptest! {
    #[test]
    fn any_text_comes_back(title in "[\\x00-\\x7f\\PC]{1,40}", issuer in "([<>&\"'\\]]|\\PC|[\r\n\t\u{fffe}]|<!\\[CDATA\\[|&amp;){1,20}") {
        let feed = read(&[Call { title: title.clone(), issuer: issuer.clone(), ..call("c") }]);
        let kept = |text: &str| -> String {
            text.chars().filter(|&c| !(c < ' ' && !"\t\n\r".contains(c) || matches!(c, '\u{fffe}' | '\u{ffff}'))).collect()
        };
        let entry = &feed.entries()[0];
        prop_assert_eq!(entry.title().as_str(), kept(&title));
        prop_assert_eq!(entry.summary().map(|text| text.as_str().to_owned()), Some(kept(&issuer)));
    }
}
