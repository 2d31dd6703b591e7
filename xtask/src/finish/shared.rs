//! What chunks share and is small, in one file. The split makes a file for every set of chunks that share something, most of
//! them of a few hundred bytes: each would be a request of its own, and brotli has nothing to learn from in any.

use anyhow::ensure;
use std::borrow::Cow;
use wasm_encoder::{CustomSection, Module};

/// A part of fewer bytes goes into the file of all, with what not every page needs of it: some 20 KB after brotli.
const SMALL: usize = 2_000;
/// What the file is called.
pub const NAME: &str = "shared";
/// How the names of what chunks share begin; a number follows.
const SHARED: &str = "chunk_";

/// A part of the program: its name and its bytes.
pub type Part = (String, Vec<u8>);

/// What is left of the parts, with the file of the small ones; and the names of these.
pub fn gathered(parts: Vec<Part>) -> (Vec<Part>, Vec<String>) {
    let (small, mut rest): (Vec<_>, Vec<_>) =
        parts.into_iter().partition(|(name, bytes)| name.starts_with(SHARED) && bytes.len() < SMALL);
    if small.is_empty() {
        return (rest, Vec::new());
    }
    // A module that has nothing but a section for each: servers and browsers treat it as they treat the others.
    let mut module = Module::new();
    for (name, bytes) in &small {
        module.section(&CustomSection { name: Cow::Borrowed(name), data: Cow::Borrowed(bytes) });
    }
    rest.push((NAME.to_owned(), module.finish()));
    (rest, small.into_iter().map(|(name, _)| name).collect())
}

/// The loader of the chunks, and among the parts the one that only desk and workbook share, under a name of its own: no page
/// of visitors needs it, and it is large. The loader says in front of each part who shares it.
pub fn named_apart(loader: String, parts: &mut [Part], hash: &str) -> String {
    const NAME: &str = "desk-workbook";
    let after = loader.split_once("/* desk, workbook */\nconst __").map(|(_, after)| after);
    let Some((name, _)) = after.and_then(|after| after.split_once(' ')) else { return loader };
    let Some((old, _)) = parts.iter_mut().find(|(part, _)| part == name) else { return loader };
    NAME.clone_into(old);
    loader.replace(&format!("./{name}-{hash}.wasm"), &format!("./{NAME}-{hash}.wasm"))
}

/// The loader of the chunks, which takes the small parts from their file. How a part is fetched is said once, not two
/// hundred times.
pub fn loader_for(loader: &str, rest: &[Part], small: &[String], hash: &str) -> anyhow::Result<String> {
    // A program with the names of its functions is also fetched so that the browser's tools see them.
    let mut text = loader.replace("debugWrap(instantiate(src, imports))", "(instantiate(src, imports))");
    let mut put = |name: &str, by: String| {
        let fetched = format!(
            "() => {{\n    const src = fetch(new URL(\"./{name}-{hash}.wasm\", import.meta.url));\n    \
             src.catch(() => {{}});\n    return async (imports) => (instantiate(src, imports));\n}}\n"
        );
        ensure!(text.contains(&fetched), "The split's loader does not fetch {name} as it is expected to.");
        text = text.replace(&fetched, &by);
        Ok(())
    };
    for (name, _) in rest.iter().filter(|(name, _)| name != NAME) {
        put(name, format!("part(\"{name}\")"))?;
    }
    for name in small {
        put(name, format!("small({})", name.trim_start_matches(SHARED)))?;
    }
    Ok(text + &include_str!("shared.js").replace("HASH", hash))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasmparser::{Parser, Payload};

    fn parts() -> Vec<Part> {
        let part = |name: &str, bytes: usize| (name.to_owned(), name.bytes().cycle().take(bytes).collect());
        vec![part("calls", 10), part("chunk_1", SMALL - 1), part("chunk_12", SMALL), part("chunk_2", 300)]
    }

    #[test]
    fn what_is_small_and_has_no_name_of_its_own_is_in_one_module_with_every_byte() {
        let (left, small) = gathered(parts());
        assert_eq!(left.iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["calls", "chunk_12", NAME]);
        assert_eq!(small, ["chunk_1", "chunk_2"]);
        let found: Vec<Part> = Parser::new(0)
            .parse_all(&left[2].1)
            .filter_map(|payload| match payload.unwrap() {
                Payload::CustomSection(section) => Some((section.name().to_owned(), section.data().to_vec())),
                _ => None,
            })
            .collect();
        assert_eq!(found, [parts()[1].clone(), parts()[3].clone()]);
    }

    /// What the split's loader has for a part.
    fn loading(name: &str) -> String {
        format!(
            "const __{name} = makeLoad(() => {{\n    const src = fetch(new URL(\"./{name}-0a.wasm\", import.meta.url));\n    \
             src.catch(() => {{}});\n    return async (imports) => (instantiate(src, imports));\n}}\n, []);\n"
        )
    }

    #[test]
    fn what_only_the_desk_and_a_workbook_share_has_their_names() {
        let named = |sharers: &str| {
            let loader = format!("/* {sharers} */\n{}", loading("chunk_12"));
            let mut left = gathered(parts()).0;
            let text = named_apart(loader, &mut left, "0a");
            (text.contains("./desk-workbook-0a.wasm"), left[1].0.clone())
        };
        assert_eq!(named("desk, workbook"), (true, "desk-workbook".to_owned()));
        assert_eq!(named("calls, desk, workbook"), (false, "chunk_12".to_owned()));
    }

    #[test]
    fn where_nothing_is_small_there_is_no_file_of_it() {
        let (left, small) = gathered(parts().into_iter().filter(|(_, bytes)| bytes.len() == SMALL).collect());
        assert_eq!((left.len(), small.len()), (1, 0));
        let text = loader_for(&loading("chunk_12"), &left, &small, "0a").unwrap();
        assert!(text.starts_with("const __chunk_12 = makeLoad(part(\"chunk_12\"), []);\n"), "{text}");
    }

    #[test]
    fn the_loader_asks_for_a_small_part_by_its_number_and_for_the_others_by_name() {
        let loader = ["calls", "chunk_1", "chunk_12", "chunk_2"].map(loading).concat();
        let (left, small) = gathered(parts());
        let text = loader_for(&loader, &left, &small, "0a").unwrap();
        for line in [
            "const __calls = makeLoad(part(\"calls\"), []);",
            "const __chunk_1 = makeLoad(small(1), []);",
            "const __chunk_12 = makeLoad(part(\"chunk_12\"), []);",
            "const __chunk_2 = makeLoad(small(2), []);",
        ] {
            assert!(text.contains(line), "{text}");
        }
        assert!(text.contains("./shared-0a.wasm") && text.contains("`./${name}-0a.wasm`"), "{text}");
        assert!(loader_for("", &left, &small, "0a").is_err());
    }
}
