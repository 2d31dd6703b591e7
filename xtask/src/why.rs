//! What the program is made of: bytes of code by crate, by module of ours and by function, in the first load and in
//! each chunk. Before `wasm-opt` and brotli, so these are shares and not what is sent.

use crate::finish::{release_module, split_into};
use crate::step::say;
use anyhow::{Context, ensure};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// A function's name and how many bytes its code has.
type Function = (String, usize);

/// Prints for each file of the program what is heavy in it.
pub fn explain(lines: usize) -> anyhow::Result<()> {
    let built = release_module()?;
    ensure!(built.is_file(), "There is no release build to look into. Run `cargo xtask build` first.");
    let folder = crate::build::target_folder()?.join("why");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut files = split_into(&folder, &built)?;
    files.insert(0, folder.join("main.wasm"));
    for file in files {
        say(&of_file(&file, lines)?);
    }
    Ok(())
}

fn of_file(file: &Path, lines: usize) -> anyhow::Result<String> {
    let bytes = fs::read(file).with_context(|| format!("{} could not be read.", file.display()))?;
    let functions = functions(&bytes).with_context(|| format!("{} could not be parsed.", file.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let all: usize = functions.iter().map(|(_, size)| size).sum();
    let mut table = format!("\n{name}: {all} bytes of code in {} functions\n", functions.len());
    let mut rooms = BTreeMap::<String, (usize, usize)>::new();
    for (function, size) in &functions {
        let (bytes, count) = rooms.entry(room(function)).or_default();
        *bytes += size;
        *count += 1;
    }
    let mut rooms: Vec<_> = rooms.into_iter().collect();
    rooms.sort_by_key(|(_, (bytes, _))| std::cmp::Reverse(*bytes));
    for (room, (bytes, count)) in rooms.iter().take(lines) {
        writeln!(table, "  {bytes:>9}  {room} ({count})")?;
    }
    let mut largest: Vec<_> = functions.iter().collect();
    largest.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    writeln!(table, "  the largest functions:")?;
    for (function, size) in largest.iter().take(lines) {
        writeln!(table, "  {size:>9}  {}", function.chars().take(150).collect::<String>())?;
    }
    Ok(table)
}

/// Where a function belongs: its crate; of ours, two modules as well. What is generic belongs to whom it is made for.
fn room(function: &str) -> String {
    let ours = function.find("cluster_atlas::");
    let path = ours.map_or_else(|| function.trim_start_matches(['<', '&', '*']), |at| &function[at..]);
    let words = path.split("::").take(if ours.is_some() { 3 } else { 1 });
    let word = |word: &str| {
        word.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>()
    };
    words.map(word).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("::")
}

fn functions(bytes: &[u8]) -> anyhow::Result<Vec<Function>> {
    let (mut imported, mut sizes, mut names) = (0_u32, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                sizes.push(usize::try_from(range.end - range.start)?);
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(parts) = section.as_known() else { continue };
                for part in parts {
                    // A list of names that is cut short leaves functions without a name, no more.
                    let Ok(Name::Function(list)) = part else { continue };
                    for naming in list {
                        let naming = naming?;
                        names.insert(naming.index, format!("{:#}", rustc_demangle::demangle(naming.name)));
                    }
                }
            }
            _ => {}
        }
    }
    let all = (imported..).zip(sizes).map(|(index, size)| {
        (names.get(&index).cloned().unwrap_or_else(|| "(without a name)".to_owned()), size)
    });
    Ok(all.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_it_is_made_for() {
        assert_eq!(room("core::fmt::write"), "core");
        assert_eq!(
            room("<cluster_atlas::dataset::json::Value as core::clone::Clone>::clone"),
            "cluster_atlas::dataset::json"
        );
        assert_eq!(room("alloc::vec::Vec<cluster_atlas::domain::Call>::push"), "cluster_atlas::domain::Call");
    }
}
