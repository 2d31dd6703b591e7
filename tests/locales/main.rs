//! The words of the interface: every text in a view has its message, and every message its place, in every language.

#[path = "../support/source.rs"]
mod code;
mod fluent;
mod source;

use std::collections::BTreeSet;

use cluster_atlas::collection::Collection;
use cluster_atlas::fluent::CHUNKS_WITH_WORDS;
use code::{read, rust_files};
use fluent::{Messages, languages, messages};
use source::{PageText, Requested, is_key, literals, page_texts, requested};

/// Languages that must say everything that English says; others may still be under way.
const COMPLETE: [&str; 2] = ["de", "fr"];

fn requested_in_views() -> Vec<Requested> {
    rust_files("src/ui").iter().flat_map(|(file, code)| requested(file, code)).collect()
}

fn keys(messages: &Messages) -> BTreeSet<&str> {
    messages.keys().map(String::as_str).collect()
}

#[test]
fn every_text_in_a_view_has_its_message() {
    let english = messages("en");
    let requested = requested_in_views();
    assert!(
        requested.len() > 150,
        "only {} calls were found: does this test still know how views speak?",
        requested.len()
    );
    let missing: Vec<String> = requested
        .iter()
        .filter(|requested| !english.contains_key(&requested.key))
        .map(|requested| format!("{}: {}", requested.file, requested.key))
        .collect();
    assert!(missing.is_empty(), "not in en.ftl: {missing:#?}");
}

/// Keys that wait in arrays and attributes are told by their family: `("figure-located", n)` is one because of `figure-…`.
#[test]
fn every_key_that_waits_in_a_table_has_its_message() {
    /// What stands before a text that is the name of an element, a class or an attribute.
    const NAMES_AN_ELEMENT: [&str; 6] = ["class=", "id=", "for=", "labelledby=", "focus_soon(", "attribute("];
    let english = messages("en");
    let families: BTreeSet<&str> =
        english.keys().filter_map(|key| key.split_once('-')).map(|(family, _)| family).collect();
    let mut missing = Vec::new();
    for (file, code) in rust_files("src/ui") {
        for literal in literals(&code).into_iter().filter(|literal| is_key(literal.text)) {
            let Some((family, _)) = literal.text.split_once('-') else { continue };
            let names_an_element = NAMES_AN_ELEMENT.iter().any(|start| literal.before.ends_with(start));
            if families.contains(family) && !names_an_element && !english.contains_key(literal.text) {
                missing.push(format!("{file}: {}", literal.text));
            }
        }
    }
    assert!(missing.is_empty(), "not in en.ftl: {missing:#?}");
}

#[test]
fn every_message_that_the_registry_of_collections_names_is_there() {
    let english = messages("en");
    let missing: Vec<&str> =
        Collection::messages().into_iter().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in en.ftl: {missing:#?}");
}

#[test]
fn every_message_is_used() {
    let files = rust_files("src");
    let in_code: BTreeSet<&str> =
        files.iter().flat_map(|(_, code)| literals(code)).map(|literal| literal.text).collect();
    let page = read("index.html");
    let in_page = page_texts(&page);
    let english = messages("en");
    let unused: Vec<&str> = keys(&english)
        .into_iter()
        .filter(|key| !in_code.contains(key) && !in_page.iter().any(|used| used.key == **key))
        .collect();
    assert!(unused.is_empty(), "in en.ftl, but nowhere in src/ or index.html: {unused:#?}");
}

/// A part with words of its own that are not asked for would say their keys.
#[test]
fn whatever_draws_a_part_with_words_of_its_own_wants_them() {
    let code = read("src/ui/chunks.rs");
    for part in CHUNKS_WITH_WORDS {
        let attribute = format!("#[wasm_split({part},");
        let split = code.split(&attribute).skip(1).filter_map(|rest| {
            let (signature, _) = rest.split_once('\n')?.1.split_once('{')?;
            signature.contains("-> LazyResult").then_some(signature)
        });
        let drawn: Vec<&str> = split.collect();
        assert!(!drawn.is_empty(), "nothing of {part} is drawn");
        for signature in drawn {
            let name =
                signature.strip_prefix("fn ").and_then(|rest| rest.split_once('(')).map(|(name, _)| name);
            let name = name.unwrap_or_else(|| panic!("{signature} can be called from elsewhere"));
            let call = format!("{name}(");
            let calls: Vec<&str> = code
                .match_indices(&call)
                .map(|(at, _)| &code[..at])
                .filter(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
                .filter(|before| !before.ends_with("fn "))
                .collect();
            assert!(!calls.is_empty(), "nobody calls {name}");
            for before in calls {
                let function = before.rsplit("\npub ").next().unwrap_or_default();
                assert!(function.contains(&format!("want(\"{part}\")")), "{name} is drawn without its words");
            }
        }
    }
}

#[test]
fn every_message_gets_its_arguments() {
    let english = messages("en");
    for requested in requested_in_views() {
        let (Some(given), Some(needs)) = (&requested.arguments, english.get(&requested.key)) else {
            continue;
        };
        assert_eq!(given, &needs.arguments, "{}: given to and needed by {}", requested.file, requested.key);
    }
}

#[test]
fn no_language_has_a_message_that_english_lacks() {
    let english = messages("en");
    for language in languages() {
        let other = messages(&language);
        let more: Vec<_> = keys(&other).difference(&keys(&english)).copied().map(str::to_owned).collect();
        assert!(more.is_empty(), "{language}.ftl has what en.ftl lacks: {more:#?}");
    }
}

#[test]
fn the_finished_languages_are_complete() {
    let english = messages("en");
    for language in COMPLETE {
        let other = messages(language);
        let missing: Vec<_> = keys(&english).difference(&keys(&other)).copied().map(str::to_owned).collect();
        assert!(missing.is_empty(), "{language}.ftl lacks {missing:#?}");
    }
}

#[test]
fn every_language_uses_the_same_arguments() {
    let english = messages("en");
    for language in languages() {
        for (key, needs) in messages(&language) {
            let Some(original) = english.get(&key) else { continue };
            assert_eq!(needs.arguments, original.arguments, "{language}.ftl: {key}");
        }
    }
}

/// A number of organisations is one or several in each of these languages; a language that counts in more ways says so here.
#[test]
fn what_is_counted_has_the_plurals_of_its_language() {
    for language in COMPLETE.into_iter().chain(["en"]) {
        for (key, needs) in messages(language) {
            let categories: Vec<&str> = needs.categories.iter().map(String::as_str).collect();
            assert!(
                matches!(categories[..], [] | ["other"] | ["one", "other"]),
                "{language}.ftl: {key} has {categories:?}"
            );
        }
    }
}

/// The static page speaks before any script: it must say what the app would say, and what no script can put into the
/// visitor's language it says in all of them.
#[test]
fn the_static_page_says_what_the_locale_files_say() {
    let texts = page_texts(&read("index.html"));
    assert!(!texts.is_empty(), "index.html has no data-message");
    for PageText { language, key, text } in &texts {
        let file = read(format!("public/locales/{language}.ftl"));
        let line = file.lines().find_map(|line| line.strip_prefix(&format!("{key} = ")));
        assert_eq!(Some(text.as_str()), line, "index.html and {language}.ftl: {key}");
    }
    let stuck: Vec<&str> =
        texts.iter().filter(|text| text.key == "loading-stuck").map(|text| text.language.as_str()).collect();
    assert_eq!(stuck, languages(), "what is said when nothing starts");
}

#[test]
fn the_app_knows_exactly_the_languages_that_have_a_file() {
    let code = read("src/ui/messages.rs");
    let (_, list) = code.split_once("pub const LANGUAGES").expect("the list of languages");
    let (list, _) = list.split_once(';').and_then(|(_, list)| list.split_once("];")).expect("a closed list");
    let known: Vec<&str> = literals(list).into_iter().map(|literal| literal.text).collect();
    assert_eq!(known.first(), Some(&"en"), "English stands in for the others, so it is the first");
    let known: BTreeSet<&str> = known.into_iter().collect();
    let files = languages();
    assert_eq!(known, files.iter().map(String::as_str).collect(), "LANGUAGES and public/locales/");
}

#[test]
fn a_file_with_a_fault_is_refused() {
    for (fault, text) in [
        ("junk", "good = Good\n= nothing\n"),
        ("an open placeable", "good = { $count\n"),
        ("no default variant", "good = { $count ->\n    [one] one\n}\n"),
        ("twice", "good = Good\ngood = Better\n"),
        ("a term", "-good = Good\n"),
        ("an attribute", "good = Good\n    .label = Label\n"),
        ("a reference", "good = Good\nbetter = { good }\n"),
    ] {
        assert!(fluent::parse(text).is_err(), "{fault}");
    }
}

#[test]
fn calls_are_read_from_the_source() {
    let code = r#"
        tr_view("a"); tr(match kind { X => "b-one", Y => "b-two" }); attr("no");
        tr!("c", "count" => f(g("no" => 1)), "name" => tr("d").as_str())
        tr_with("e", &args); tr!(
            "f",
        )
    "#;
    let found: Vec<String> = requested("x.rs", code)
        .into_iter()
        .map(|requested| {
            format!("{} {:?}", requested.key, requested.arguments.map(|a| a.into_iter().collect::<Vec<_>>()))
        })
        .collect();
    let expected = [
        "a Some([])",
        "b-one Some([])",
        "b-two Some([])",
        "d Some([])",
        "c Some([\"count\", \"name\"])",
        "f Some([])",
        "e None",
    ];
    assert_eq!(found, expected);
}
