//! The messages of a language in two files: what the first load can say, and what only chunks can. The keys are texts
//! in the program, so a message whose key is not in the main module's data cannot be asked for before a chunk is there.

use anyhow::Context;
use std::fs;
use std::path::Path;
use wasmparser::{Parser, Payload};

/// Parts every `.ftl` file of a folder: `en.ftl` keeps what the module can say, `en.later.ftl` gets the rest.
pub fn part(folder: &Path, module: &[u8]) -> anyhow::Result<()> {
    let known = texts(module)?;
    for entry in fs::read_dir(folder).with_context(|| format!("{} could not be read.", folder.display()))? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "ftl") {
            let (first, later) = parted(&fs::read_to_string(&file)?, &known);
            fs::write(file.with_extension("later.ftl"), later)?;
            fs::write(file, first)?;
        }
    }
    Ok(())
}

/// The module's data, in which its texts are.
fn texts(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut texts = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::DataSection(section) = payload? {
            for data in section {
                texts.extend_from_slice(data?.data);
            }
        }
    }
    Ok(texts)
}

/// A file's messages, without comments: those whose key is among the known texts, and the others.
fn parted(file: &str, known: &[u8]) -> (String, String) {
    let (mut first, mut later) = (String::new(), String::new());
    let mut is_first = true;
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        // A message begins where a line does; its further lines are indented.
        if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            is_first = known.windows(key.len()).any(|text| text == key.as_bytes());
        }
        let part = if is_first { &mut first } else { &mut later };
        part.push_str(line);
        part.push('\n');
    }
    (first, later)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_goes_where_its_key_is_known() {
        let file = "# Comment\n\na-b = A\nc = { $count ->\n    [one] one = 1\n   *[other] more\n}\na = A\n";
        let (first, later) = parted(file, b"...a-b...");
        assert_eq!(first, "a-b = A\na = A\n");
        assert_eq!(later, "c = { $count ->\n    [one] one = 1\n   *[other] more\n}\n");
    }
}
