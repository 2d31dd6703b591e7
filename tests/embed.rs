//! What the builder gives out for other people's pages: version 1 is frozen.

use std::fs;
use std::path::Path;

use cluster_atlas::embed::{Choice, Kind};
use cluster_atlas::route::Route;

const FOLDER: &str = "https://atlas.example/clusters/";

fn fixture(kind: Kind) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("tests/fixtures/embed/snippet-1-{}.html", kind.as_str()))
}

fn malta() -> Choice {
    Choice {
        hash: Route::parse("#/explore?country=MT").to_hash(),
        language: Some("en".to_owned()),
        theme: Some("light".to_owned()),
        accent: Some("aa3300".to_owned()),
        panels: Some(vec!["search".to_owned(), "filters".to_owned()]),
        height: None,
    }
}

/// Pages of webmasters hold these texts for years. A text that changes is version 2, and its fixtures stand beside these.
#[test]
fn snippets_are_what_they_were() {
    for kind in Kind::ALL {
        let text = malta().snippet(kind, FOLDER, "Clusters of Malta");
        let frozen = fs::read_to_string(fixture(kind)).unwrap_or_default();
        assert_eq!(text, frozen, "{kind:?}");
    }
}

#[test]
fn nothing_that_is_chosen_leaves_its_attribute() {
    let choice = Choice { hash: "#/explore?q=\"><script>".to_owned(), ..Choice::default() };
    for kind in Kind::ALL {
        let text = choice.snippet(kind, FOLDER, "<b>\"Ours\" & theirs</b>");
        assert!(!text.contains("<b>") && !text.contains("\"><script>"), "{kind:?}: {text}");
        assert!(text.contains("&lt;b&gt;&quot;Ours&quot; &amp; theirs&lt;/b&gt;"), "{kind:?}: {text}");
    }
}

#[test]
fn what_is_not_chosen_is_not_in_the_snippet() {
    let plain = Choice { hash: "#/calls".to_owned(), ..Choice::default() };
    let element = plain.snippet(Kind::Element, FOLDER, "Calls");
    assert!(element.starts_with("<cluster-atlas href=\"#/calls\"><a href="), "{element}");
    assert_eq!(plain.frame_address(FOLDER), "https://atlas.example/clusters/index.html?mode=embed#/calls");
    let fixed = Choice { height: Some(600), ..plain };
    assert!(fixed.snippet(Kind::Div, FOLDER, "Calls").contains(" data-height=\"600\""));
    assert!(fixed.snippet(Kind::Frame, FOLDER, "Calls").contains(" height=\"600\""));
    for kind in [Kind::Link, Kind::WordPress] {
        let text = fixed.snippet(kind, FOLDER, "Calls");
        assert!(text.contains("index.html?mode=embed&amp;height=600#/calls\""), "{kind:?}: {text}");
    }
}

#[test]
fn a_view_without_any_of_its_parts_says_so_in_every_form() {
    let bare = Choice { hash: "#/calls".to_owned(), panels: Some(Vec::new()), ..Choice::default() };
    for kind in Kind::ALL {
        let text = bare.snippet(kind, FOLDER, "Calls");
        let given = match kind {
            Kind::Link | Kind::Frame | Kind::WordPress => "index.html?mode=embed&amp;panels=#/calls\"",
            Kind::Element => "<cluster-atlas href=\"#/calls\" panels=\"\">",
            Kind::Div | Kind::Drupal => "data-href=\"#/calls\" data-panels=\"\">",
        };
        assert!(text.contains(given), "{kind:?}: {text}");
    }
}
