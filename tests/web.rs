//! Unit tests inside a browser: what the adapters in `browser` promise, and the host cannot show.
#![cfg(target_arch = "wasm32")]
// clippy.toml allows this in tests, and does not know the browser's test attribute for one.
#![allow(clippy::unwrap_used)]

use cluster_atlas::browser::{
    Collated, Names, NumbersOf, day_here, format_date, format_month, get, now, read_stored, write_stored,
};
use cluster_atlas::fluent::Numbers;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "web/map.rs"]
mod map;

wasm_bindgen_test_configure!(run_in_browser);

/// No list of country names is shipped: the browser knows them, in the language of the page.
#[wasm_bindgen_test]
fn countries_and_languages_have_names_in_every_language() {
    assert_eq!(Names::of_countries("de").name("FR"), "Frankreich");
    assert_eq!(Names::of_countries("fr").name("DE"), "Allemagne");
    assert_eq!(Names::of_countries("en").name("XK"), "Kosovo");
    assert_eq!(Names::of_languages("fr").name("de"), "allemand");
}

#[wasm_bindgen_test]
fn a_code_without_a_name_stays_a_code() {
    assert_eq!(Names::of_countries("en").name("not a code"), "not a code");
    assert_eq!(Names::of_countries("no such language!").name("FR"), "FR");
}

/// Lists are in the order of the language: Österreich stands beside Oman, and not behind Zypern.
#[wasm_bindgen_test]
fn names_are_in_the_order_of_the_language() {
    let names = ["Zypern", "Österreich", "Ägypten", "Oman", "Albanien", "Panama", "österreich"];
    let sorted = |language| {
        let collated = Collated::new(names.into_iter(), language);
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by(|one, other| collated.compare(*one, *other));
        order.into_iter().map(|at| names[at]).collect::<Vec<_>>()
    };
    let german = ["Ägypten", "Albanien", "Oman", "österreich", "Österreich", "Panama", "Zypern"];
    assert_eq!(sorted("de"), german);
    assert_eq!(sorted("fr"), german);
    // A language has one collator, which is there for the next list too.
    assert_eq!(sorted("de"), german);
}

#[wasm_bindgen_test]
fn numbers_follow_the_language() {
    let [english, german, polish] = ["en", "de", "pl"].map(NumbersOf::new);
    assert_eq!(english.written(1445.0), "1,445");
    assert_eq!(german.written(1445.0), "1.445");
    assert_eq!(english.category(1.0), "one");
    assert_eq!(polish.category(3.0), "few");
}

/// A day is a day of the calendar, whatever the time zone of the visitor.
#[wasm_bindgen_test]
fn days_do_not_slip_into_the_day_before() {
    assert_eq!(format_date("2026-11-21".parse().unwrap(), "en-GB"), "21 November 2026");
    assert_eq!(format_date("2024-03-31".parse().unwrap(), "de"), "31. März 2024");
    assert_eq!(format_date("2024-01-01".parse().unwrap(), "fr"), "1er janvier 2024");
    assert_eq!(format_date("2024-01-11".parse().unwrap(), "fr"), "11 janvier 2024");
}

/// A list of calls has hundreds of dates, and a format takes longer to make than the list.
#[wasm_bindgen_test]
fn a_language_has_one_format_for_all_its_days() {
    let watched = "globalThis.made = 0; \
        Intl.DateTimeFormat = class extends Intl.DateTimeFormat { constructor(...all) { super(...all); made += 1; } }";
    js_sys::eval(watched).unwrap();
    let day = |text: &str| text.parse().unwrap();
    for language in ["en", "fr", "en"] {
        format_month(day("2026-11-21"), language);
        format_month(day("2026-12-21"), language);
    }
    assert_eq!(js_sys::eval("made").unwrap().as_f64(), Some(2.0));
    assert_eq!(format_month(day("2026-11-21"), "fr"), "novembre 2026");
}

#[wasm_bindgen_test]
fn today_is_a_day_of_this_century() {
    assert!((2024..2100).contains(&day_here(now()).year()));
}

#[wasm_bindgen_test]
fn what_is_kept_can_be_read_again() {
    write_stored("cluster-atlas-test", "Pôle Оптика").unwrap();
    assert_eq!(read_stored("cluster-atlas-test").unwrap().as_deref(), Some("Pôle Оптика"));
    assert_eq!(read_stored("cluster-atlas-never-written").unwrap(), None);
}

#[wasm_bindgen_test]
async fn a_missing_file_is_an_answer_not_an_error() {
    assert_eq!(get("no-such-file.json").await.unwrap().status, 404);
}

#[wasm_bindgen_test]
async fn no_connection_is_an_error_that_names_the_address() {
    // Port 9 is the discard service; browsers refuse to connect to it at all.
    let failed = get("http://127.0.0.1:9/").await.unwrap_err();
    assert_eq!(failed.url, "http://127.0.0.1:9/");
}
