//! The walls inside the interface, which no compiler sees: who may name whom, and that nothing is left out in silence.

#[path = "support/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::rust_files;

/// The first name behind each `prefix` in some code, and all of them where it is followed by a group.
fn named_after<'a>(code: &'a str, prefix: &str) -> Vec<&'a str> {
    let first = |path: &'a str| {
        path.trim_start().split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default()
    };
    let mut names = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == ':' || c == '_') {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(first(rest));
            continue;
        };
        let mut depth = 0;
        let mut start = 0;
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                ',' | '}' if depth == 0 => {
                    names.push(first(&group[start..at]));
                    start = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The parts of the interface: the files and folders directly in `src/ui`, each with the others that it names.
fn parts() -> BTreeMap<String, BTreeSet<String>> {
    let in_ui = |(file, code): (String, String)| (file.replacen("src/ui/", "", 1), code);
    let files: BTreeMap<String, String> = rust_files("src/ui").into_iter().map(in_ui).collect();
    let part_of = |file: &str| file.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
    let known: BTreeSet<String> =
        files.keys().map(|file| part_of(file)).filter(|part| part != "mod").collect();
    let mut parts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, code) in files.iter().filter(|(file, _)| *file != "mod.rs") {
        let depth = file.matches('/').count() + usize::from(!file.ends_with("/mod.rs"));
        let above = "super::".repeat(depth);
        let part = part_of(file);
        let names = named_after(code, "crate::ui::").into_iter().chain(named_after(code, &above));
        let others = names.filter(|name| known.contains(*name) && **name != *part).map(str::to_owned);
        parts.entry(part.clone()).or_default().extend(others);
    }
    parts
}

#[test]
fn no_part_of_the_interface_is_named_by_what_it_names() {
    let mut left = parts();
    assert!(
        left.len() > 20 && left["app"].contains("chunks") && left["chunks"].contains("pages"),
        "{left:#?}"
    );
    // Whoever names nobody that is left goes, until nobody goes: who is left then goes round in a circle.
    loop {
        let free: Vec<String> =
            left.iter().filter(|(_, names)| names.is_empty()).map(|(part, _)| part.clone()).collect();
        if free.is_empty() {
            break;
        }
        for part in free {
            left.remove(&part);
            for names in left.values_mut() {
                names.remove(&part);
            }
        }
    }
    assert!(left.is_empty(), "these go round in a circle: {left:#?}");
}

#[test]
fn chunks_are_called_by_the_router_alone() {
    let callers: Vec<String> =
        parts().into_iter().filter(|(_, names)| names.contains("chunks")).map(|(part, _)| part).collect();
    assert_eq!(callers, ["app"]);
}

#[test]
fn what_loads_and_what_is_known_has_no_views() {
    let parts = parts();
    for part in ["state", "store", "loading", "saved_ids", "atlas", "files", "messages"] {
        for view in ["app", "chunks", "components", "form", "kiosk", "outbox", "pages"] {
            assert!(!parts[part].contains(view), "{part} names {view}");
        }
    }
}

/// The arms of each `match` in some code: what stands before each `=>` of its own.
fn matches_in(code: &str) -> Vec<Vec<&str>> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("match ") {
        let Some(open) = code[at..].find('{').map(|open| at + open + 1) else { continue };
        // A brace that closes in a pattern ends nothing.
        let (mut depth, mut start, mut in_body, mut arms) = (0_usize, open, false, Vec::new());
        let bytes = code.as_bytes();
        for end in open..code.len() {
            match bytes[end] {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' if depth == 0 => break,
                b'}' | b')' | b']' => {
                    depth -= 1;
                    if bytes[end] == b'}' && depth == 0 && in_body {
                        (start, in_body) = (end + 1, false);
                    }
                }
                b',' if depth == 0 => (start, in_body) = (end + 1, false),
                b'=' if depth == 0 && bytes.get(end + 1) == Some(&b'>') => {
                    arms.push(code[start..end].trim());
                    (start, in_body) = (end + 2, true);
                }
                _ => {}
            }
        }
        found.push(arms);
    }
    found
}

#[test]
fn no_match_over_collections_lets_one_through_that_it_does_not_name() {
    let is_anything = |arm: &str| arm.chars().all(|c| c == '_' || c.is_ascii_lowercase());
    let mut seen = 0;
    for folder in ["src", "xtask/src", "tests"] {
        for (file, code) in rust_files(folder) {
            for arms in matches_in(&code) {
                if arms.iter().any(|arm| arm.starts_with("Collection::") || arm.starts_with("Pages::")) {
                    seen += 1;
                    assert!(!arms.iter().any(|arm| is_anything(arm)), "{file}: {arms:?}");
                }
            }
        }
    }
    assert!(seen > 3, "only {seen} were found: does this test still know what one looks like?");
    let arms = matches_in("match one { A::B => { x }, C::D { .. } if y => (z, 1), other => w }");
    assert_eq!(arms, [["A::B", "C::D { .. } if y", "other"]]);
}
