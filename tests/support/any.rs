//! Values of every kind, for property tests of reading and writing.

use cluster_atlas::domain::{Day, LocalText, tidy};
use proptest::prelude::*;

/// Any text that the reader would keep as it is.
pub fn text() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        "[ -~]{1,30}",
        "\\PC{1,30}",
        Just("=HYPERLINK(\"x\")".to_owned()),
        Just("a;b|c,\"d\"\t'".to_owned()),
        Just("2024-03-10 17:00 (a) (b)".to_owned()),
        Just("EUR 5 (five)".to_owned()),
    ];
    any.prop_map(|text| tidy(&text)).prop_filter("no text is left", |text| !text.is_empty())
}

/// An identifier of a record, a term or a source.
pub fn id() -> impl Strategy<Value = String> {
    "[A-Za-z0-9._-]{1,20}"
}

/// A text of some lines in some languages.
pub fn summary() -> impl Strategy<Value = LocalText> {
    let version = (prop::sample::select(vec!["en", "fr", "sr-latn"]), prop::collection::vec(text(), 1..3));
    prop::collection::vec(version, 0..3).prop_map(|versions| {
        LocalText::new(
            versions.into_iter().map(|(tag, lines)| (tag.parse().expect("a tag"), lines.join("\n"))),
        )
    })
}

/// A day that every calendar has.
pub fn day() -> impl Strategy<Value = Day> {
    (1990..2090_i32, 1..13_u8, 1..29_u8)
        .prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}").parse().expect("a day"))
}
