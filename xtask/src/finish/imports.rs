//! The names by which the module asks for the functions of its bindings. wasm-bindgen makes each from the function's own
//! name and a hash, which nobody reads and no compression makes small: 7 KB of the first load.

use anyhow::{Context, ensure};
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use wasm_encoder::{EntityType, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload, SectionLimited};

/// Gives the imports of the module `wasm` from its bindings `js` short names, in both files.
pub fn shorten(wasm: &Path, js: &Path) -> anyhow::Result<()> {
    let module = fs::read(wasm).with_context(|| format!("{} could not be read.", wasm.display()))?;
    let bindings = fs::read_to_string(js).with_context(|| format!("{} could not be read.", js.display()))?;
    let mut names = Names::default();
    let module = renamed(&module, &mut names)?;
    let (bindings, found) = names.put_into(&bindings);
    ensure!(
        found == names.short.len(),
        "The bindings name {found} functions, of which the module imports {}.",
        names.short.len()
    );
    fs::write(wasm, module)?;
    fs::write(js, bindings)?;
    Ok(())
}

#[derive(Default)]
struct Names {
    short: HashMap<String, String>,
}

impl Names {
    fn short_for(&mut self, long: &str) -> String {
        let next = format!("_{:x}", self.short.len());
        self.short.entry(long.to_owned()).or_insert(next).clone()
    }

    /// The script with the short names, and how many there were to be replaced.
    fn put_into(&self, script: &str) -> (String, usize) {
        let (mut text, mut found) = (String::new(), 0);
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        let mut rest = script;
        while let Some(start) = rest.find(is_part) {
            let word = &rest[start..];
            let word = &word[..word.find(|c| !is_part(c)).unwrap_or(word.len())];
            text += &rest[..start];
            let short = self.short.get(word);
            found += usize::from(short.is_some());
            text += short.map_or(word, String::as_str);
            rest = &rest[start + word.len()..];
        }
        (text + rest, found)
    }
}

/// The module with other names for what it imports from its bindings, and all else as it was.
fn renamed(module: &[u8], names: &mut Names) -> anyhow::Result<Vec<u8>> {
    with_another_section(module, |payload, out| {
        let Payload::ImportSection(section) = payload else { return Ok(false) };
        out.section(&imports(section.clone(), names)?);
        Ok(true)
    })
}

/// The module with a section written anew where `write` does so and says so, and all else as it was.
pub(super) fn with_another_section(
    module: &[u8],
    mut write: impl FnMut(&Payload<'_>, &mut Module) -> anyhow::Result<bool>,
) -> anyhow::Result<Vec<u8>> {
    let mut out = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if !write(&payload, &mut out)?
            && let Some((id, range)) = payload.as_section()
        {
            out.section(&RawSection { id, data: &module[range.start as usize..range.end as usize] });
        }
    }
    Ok(out.finish())
}

fn imports(section: SectionLimited<wasmparser::Imports>, names: &mut Names) -> anyhow::Result<ImportSection> {
    let mut out = ImportSection::new();
    for import in section.into_imports() {
        let import = import?;
        let kind = EntityType::try_from(import.ty).context("The module imports something unheard of.")?;
        // The loader of the chunks is a script of its own; only the bindings' functions are renamed.
        if import.module.ends_with("_bg.js") {
            out.import(import.module, &names.short_for(import.name), kind);
        } else {
            out.import(import.module, import.name, kind);
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_and_bindings_get_the_same_short_names() {
        let mut imports = ImportSection::new();
        let global =
            wasm_encoder::GlobalType { val_type: wasm_encoder::ValType::I32, mutable: false, shared: false };
        for (module, name) in [("./a_bg.js", "__wbg_on_1f"), ("./a_bg.js", "__wbg_on"), ("./b.js", "load")] {
            imports.import(module, name, EntityType::Global(global));
        }
        let mut module = Module::new();
        module.section(&imports);
        let mut names = Names::default();
        let short = renamed(&module.finish(), &mut names).unwrap();
        let short = String::from_utf8_lossy(&short);
        assert!(short.contains("_0") && short.contains("_1") && short.contains("load"), "{short}");
        assert!(!short.contains("__wbg"), "{short}");
        let (script, found) = names.put_into("{ __wbg_on_1f: f, __wbg_on: (g) => a.__wbg_other }");
        assert_eq!((script.as_str(), found), ("{ _0: f, _1: (g) => a.__wbg_other }", 2));
    }
}
