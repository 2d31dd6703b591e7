//! What wasm-bindgen binds for its own sake: classes of libraries that the app never makes. Their methods are exports of
//! the module, so nothing that comes later can tell that nobody calls them. Streams of bytes alone are 4 KB of the first
//! load.

use anyhow::Context;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use wasm_encoder::ExportSection;
use wasmparser::{Parser, Payload};

use super::imports::with_another_section;

/// Takes the classes out of the bindings `js`, and what only they call out of the exports of the module `wasm`.
///
/// The app itself exports no class: whatever JavaScript it hands out is a function.
pub fn take_out_classes(wasm: &Path, js: &Path) -> anyhow::Result<()> {
    let bindings = fs::read_to_string(js).with_context(|| format!("{} could not be read.", js.display()))?;
    let (bindings, taken) = without_classes(&bindings);
    let left = called(&bindings);
    let unused: HashSet<&str> = called(&taken).difference(&left).copied().collect();
    let module = fs::read(wasm).with_context(|| format!("{} could not be read.", wasm.display()))?;
    fs::write(wasm, without_exports(&module, &unused)?)?;
    fs::write(js, &bindings)?;
    Ok(())
}

/// Takes the functions out of the bindings `js` that the module `wasm` does not import any more.
pub fn take_out_functions(wasm: &Path, js: &Path) -> anyhow::Result<()> {
    let module = fs::read(wasm).with_context(|| format!("{} could not be read.", wasm.display()))?;
    let bindings = fs::read_to_string(js).with_context(|| format!("{} could not be read.", js.display()))?;
    let mut imported = HashSet::new();
    for payload in Parser::new(0).parse_all(&module) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                imported.insert(import?.name);
            }
        }
    }
    fs::write(js, without_functions(&bindings, &imported))?;
    Ok(())
}

/// The bindings without classes, and the lines that were theirs.
fn without_classes(bindings: &str) -> (String, String) {
    let classes: HashSet<&str> =
        bindings.lines().filter_map(|line| line.strip_prefix("export class ")?.split(' ').next()).collect();
    // Where the class is registered for when nobody holds one any more, and where it says how it is given back.
    let begins = |line: &str| {
        let of_class =
            |rest: &str, after: &str| rest.split_once(after).is_some_and(|(name, _)| classes.contains(name));
        line.strip_prefix("export class ").is_some_and(|rest| of_class(rest, " "))
            || line.strip_prefix("const ").is_some_and(|rest| of_class(rest, "Finalization = "))
            || line.strip_prefix("if (Symbol.dispose) ").is_some_and(|rest| of_class(rest, ".prototype"))
    };
    let (mut kept, mut taken, mut within) = (String::new(), String::new(), false);
    for line in bindings.split_inclusive('\n') {
        within |= begins(line);
        (if within { &mut taken } else { &mut kept }).push_str(line);
        let last = line.trim_end();
        // A class ends with its bracket, everything else with a semicolon; what is inside is indented.
        within &= !(last == "}" || last.ends_with(';') && !line.starts_with("        "));
    }
    (kept, taken)
}

/// The functions of the module that a script calls.
fn called(script: &str) -> HashSet<&str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    script
        .split("wasm.")
        .skip(1)
        .map(|rest| &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())])
        .collect()
}

/// The module without some of its exports.
fn without_exports(module: &[u8], unused: &HashSet<&str>) -> anyhow::Result<Vec<u8>> {
    with_another_section(module, |payload, out| {
        let Payload::ExportSection(section) = payload else { return Ok(false) };
        let mut exports = ExportSection::new();
        for export in section.clone() {
            let export = export?;
            if !unused.contains(export.name) {
                exports.export(export.name, export.kind.into(), export.index);
            }
        }
        out.section(&exports);
        Ok(true)
    })
}

/// The bindings without the functions that are offered and not imported.
fn without_functions(bindings: &str, imported: &HashSet<&str>) -> String {
    let mut kept = String::new();
    let (mut offers, mut within) = (false, false);
    for line in bindings.split_inclusive('\n') {
        let word = line.trim_end();
        offers |= word.starts_with("function __wbg_get_imports");
        offers &= word != "}";
        // Each is a member of its own, eight spaces in.
        if offers
            && let Some((name, _)) = word.strip_prefix("        ").and_then(|it| it.split_once(": function("))
            && !name.starts_with(' ')
        {
            within = !imported.contains(name);
        }
        if !within {
            kept.push_str(line);
        }
        within &= !(word.starts_with("        }") && word.ends_with("},"));
    }
    kept
}

#[cfg(test)]
mod tests {
    use wasm_encoder::Module;

    use super::*;

    const BINDINGS: &str = "\
export class Stream {
    free() {
        const ptr = 1;
        wasm.__wbg_stream_free(ptr, 0);
    }
    pull() {
        wasm.stream_pull(this.ptr, wasm.malloc);
    }
}
if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __wbg_close_1: function(arg0) {
            arg0.close();
        },
        __wbg_now_2: function() { return handleError(function () {
            return wasm.malloc(Date.now());
        }, arguments); },
        __wbg_view_3: function(arg0) {
            return arg0.view;
        },
    };
}
const StreamFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_stream_free(ptr, 1));
let wasm;
";

    #[test]
    fn a_class_goes_with_all_that_is_its_own() {
        let (kept, taken) = without_classes(BINDINGS);
        assert!(!kept.contains("Stream"), "{kept}");
        assert!(kept.starts_with("function __wbg_get_imports") && kept.ends_with("let wasm;\n"), "{kept}");
        let left = called(&kept);
        let mut unused: Vec<&str> = called(&taken).difference(&left).copied().collect();
        unused.sort_unstable();
        assert_eq!(unused, ["__wbg_stream_free", "stream_pull"]);
    }

    #[test]
    fn bindings_without_classes_stay_as_they_are() {
        let (kept, _) = without_classes(BINDINGS);
        assert_eq!(without_classes(&kept), (kept.clone(), String::new()));
    }

    #[test]
    fn a_function_that_is_not_imported_goes() {
        let imported = HashSet::from(["__wbg_now_2"]);
        let kept = without_functions(BINDINGS, &imported);
        assert!(kept.contains("__wbg_now_2") && kept.contains("Date.now"), "{kept}");
        assert!(!kept.contains("__wbg_close_1") && !kept.contains("arg0"), "{kept}");
        assert!(kept.contains("    };\n}\nconst Stream"), "{kept}");
    }

    #[test]
    fn exports_that_are_not_used_go() {
        let mut exports = ExportSection::new();
        exports.export("stream_pull", wasm_encoder::ExportKind::Memory, 0);
        exports.export("main", wasm_encoder::ExportKind::Memory, 0);
        let mut module = Module::new();
        module.section(&exports);
        let out = without_exports(&module.finish(), &HashSet::from(["stream_pull"])).unwrap();
        let out = String::from_utf8_lossy(&out);
        assert!(out.contains("main") && !out.contains("stream"), "{out}");
    }
}
